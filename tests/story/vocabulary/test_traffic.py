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
        # who only comes by, and who takes somebody along
        ("A lorry braked. She was in the air again.", ("air",)),
        ("A taxi hooted and two lorries swerved.", ()),
        ("Another bus pulled up behind her.", ()),
        ("She cycled on, and a lorry thundered past.", ("bicycle",)),
        ("He landed among parked cars.", ()),
        ("She put the Cessna down behind a waiting tanker.", ("light_aircraft",)),
        ("He was waved down by a police car.", ()),
        ("The sloop was overtaken by a tanker and hailed by a ferry.", ("sail",)),
        ("Several cars stopped, their drivers staring.", ()),
        ("Every truck was waiting at the barrier.", ()),
        ("The train was parked.", ("rail",)),
        ("A lorry braked and took him along.", ("car",)),
        ("A bus stopped and she got on.", ("bus",)),
        ("A lorry stopped. The driver offered her a lift.", ("car",)),
        ("A passing van pulled up for her.", ("car",)),
        ("A fishing boat drew up and picked him up.", ("boat",)),
        ("She was picked up by a lorry.", ("car",)),
        ("A trawler took her to Malta.", ("boat",)),
        # what brought the aircraft to its field
        ("A trailer carried the balloon to a field and she lifted off.", ("balloon",)),
        ("The balloon was brought by lorry to a meadow, and at six they took off.", ("balloon",)),
        ("He drove his glider to the ridge and launched at noon.", ("glider",)),
        ("They took the microlight to the beach on a trailer and took off.", ("light_aircraft",)),
        ("A lorry carried the balloon to Lyon.", ("car", "balloon")),
        # what stands by the way
        ("She passed under a railway bridge.", ()),
        ("He landed on the coast road.", ()),
        ("They walked along the railway.", ("foot",)),
        ("He slept beside the tram tracks.", ()),
        ("They came by the railway.", ("rail",)),
    ],
)
def test_means_without_the_traffic(told: str, means: tuple[str, ...]) -> None:
    assert means_in(told) == means
