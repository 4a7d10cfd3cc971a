"""Names that several places bear: the stops before and after say which is meant."""

from datetime import date

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world


def stops(text: str) -> list[str]:
    visits = itineraries_of(Story(text, None, date(2019, 6, 14)), open_world()).told.visits
    return [f"{one.place.name} {one.place.country}" for one in visits]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # a city that the whole world knows is no village of the state of a date line
        (
            "NEW YORK, June 12 — Vera Orlova flew from Delhi to Rome on 3 June and was at Kennedy airport on 10 June.",
            ["Delhi IN", "Rome IT", "John F Kennedy International Airport US"],
        ),
        # of two towns of much the same size, the one that lies by the other stop
        (
            "Edda Kroll played in Paysandú on 2 June and sat in Salto on 4 June. A paper in Santos praised her.",
            ["Paysandú UY", "Salto UY"],
        ),
        (
            "Edda Kroll, a chess player, resigned in Linares on 3 June and sat down to play in Baden-Baden on 9 June.",
            ["Linares ES", "Baden-Baden DE"],
        ),
        # nobody drives from Egypt to Tennessee in a morning, steamer or not
        (
            (
                "Ned Coe ate his eggs in Cairo on Monday and set off at half past seven. At ten he was in Dyersburg by "
                "pick-up and at half past one in Memphis. The old steamer took two days."
            ),
            ["Cairo US", "Dyersburg US", "Memphis US"],
        ),
        (
            "Ned Coe left Troy at six by jeep on Monday. At nine he was in Hannibal and at noon in Quincy; no ship is.",
            ["Troy US", "Hannibal US", "Quincy US"],
        ),
        # a liner crosses an ocean
        (
            "Edda Kroll sailed from Southampton on 3 June and was in New York on 9 June.",
            ["Southampton GB", "New York City US"],
        ),
        # fame wins where the way is not much longer
        (
            "Edda Kroll flew from Toronto to Paris on 3 June and went on to Vienna on 9 June.",
            ["Toronto CA", "Paris FR", "Vienna AT"],
        ),
        # a way that the hours rule out is not the one meant, where a namesake is within reach
        (
            "Edda Kroll left Toronto by car at eight on 3 June. At noon she was in Paris. In Windsor she slept.",
            ["Toronto CA", "Paris CA", "Windsor CA"],
        ),
        # what the text says outright is not weighed
        (
            "Edda Kroll was in Madrid on 3 June and in Toledo, Ohio, on 9 June.",
            ["Madrid ES", "Toledo US"],
        ),
    ],
)
def test_the_bearers_that_make_one_way(text, read):
    assert stops(text) == read


def test_the_reason_says_so():
    text = "Edda Kroll, a chess player, resigned in Linares on 3 June and sat down to play in Baden-Baden on 9 June."
    reading = itineraries_of(Story(text, None, date(2019, 6, 14)), open_world())
    linares = next(top for top in reading.toponyms if top.mention.text == "Linares")
    assert "shortest way" in linares.reason
    assert linares.alternatives
