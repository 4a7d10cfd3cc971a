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
        ("She put the Cessna down between a lorry and a bus.", ("light_aircraft",)),
        ("He landed beside a parked tractor and among several empty buses.", ()),
        ("The ketch met nothing but a trawler.", ("sail",)),
        ("He rowed on and sighted two tankers.", ("rowing",)),
        ("She waved at a passing train from her bicycle.", ("bicycle",)),
        ("They swam ashore above a sunken ship.", ("swim",)),
        ("He sat beside the driver of a lorry.", ("car",)),
        ("He landed in front of a van, a taxi and a bus full of tourists.", ()),
        ("The flights were grounded by a strike.", ()),
        ("All trains had been cancelled.", ()),
        ("Horse alive. Driver doubtful.", ()),
        ("He went to buy a camel.", ()),
        ("She rode a horse through the pass.", ("horse",)),
        ("He left in a lorry.", ("car",)),
        ("She took a train.", ("rail",)),
        ("They were airborne at nine.", ("air",)),
        ("He took off his gloves.", ()),
        ("The sloop dropped anchor.", ("sail",)),
    ],
)
def test_means_without_the_traffic(told: str, means: tuple[str, ...]) -> None:
    assert means_in(told) == means
