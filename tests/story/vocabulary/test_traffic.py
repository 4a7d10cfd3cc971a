"""Vehicles that are only met on the way are not the way."""

import pytest

from wayproof.story.vocabulary.modes import means_in


@pytest.mark.parametrize(
    ("told", "means"),
    [
        ("He landed on the asphalt, almost nose to nose with a lorry.", ()),
        ("Road trains were overtaken at noon.", ()),
        ("She cycled past a field, behind two lorries.", ("bicycle",)),
        ("She sailed on, narrowly missing a freighter.", ("boat",)),
        ("He overtook three buses on his bicycle.", ("bicycle",)),
        ("He left in a lorry.", ("car",)),
        ("She took a train.", ("rail",)),
        ("They were airborne at nine.", ("air",)),
        ("He took off his gloves.", ()),
        ("The sloop dropped anchor.", ("sail",)),
    ],
)
def test_means_without_the_traffic(told: str, means: tuple[str, ...]) -> None:
    assert means_in(told) == means
