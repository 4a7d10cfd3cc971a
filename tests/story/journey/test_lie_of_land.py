"""Names that only say how a place lies are no stops."""

from __future__ import annotations

from datetime import date

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world


def places(text: str) -> list[str]:
    return [
        visit.place.name for visit in itineraries_of(Story(text, None, date(2019, 6, 30)), open_world()).told.visits
    ]


@pytest.mark.parametrize(
    "words",
    [
        ", hard by Graz,",
        ", close to Graz,",
        ", not far from Graz,",
        ", thirty kilometres south of Graz,",
        ", an hour's drive from Graz,",
        ", next door to Graz,",
        ", within sight of Graz,",
        ", across the river from Graz,",
        ", on the old road to Graz,",
        ", a stone's throw from Graz,",
        ", to the south-east of Graz,",
        " (near Graz)",
        " opposite Graz",
        ", some way short of Graz,",
    ],
)
def test_a_place_that_says_how_another_lies_is_no_stop(words):
    assert places(f"On 3 June Sarah Moss slept in Leibnitz{words} and on 5 June she was in Vienna.") == [
        "Leibnitz",
        "Vienna",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On 3 June Sarah Moss drove from Leibnitz, close to Graz, to Vienna.", ["Leibnitz", "Vienna"]),
        ("On 3 June Sarah Moss rode from Leibnitz along the river to Maribor.", ["Leibnitz", "Maribor"]),
        ("On 3 June Sarah Moss left Leibnitz, and close to Graz she ran out of petrol.", ["Leibnitz", "Graz"]),
        ("On 3 June Sarah Moss was in Leibnitz and an hour later in Graz.", ["Leibnitz", "Graz"]),
        ("On 3 June Sarah Moss drove from Leibnitz south to Maribor.", ["Leibnitz", "Maribor"]),
        ("On 3 June Sarah Moss swam from Dover to Calais.", ["Dover", "Calais"]),
        ("On 3 June Sarah Moss put her foot into the Arctic Ocean at Murmansk.", ["Murmansk"]),
    ],
)
def test_what_somebody_reached_stays_a_stop(text, told):
    assert places(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On 3 June Sarah Moss fed a prize Hereford bull in Graz.", ["Graz"]),
        ("On 3 June Sarah Moss was in Graz in her Harris tweed jacket, and on 4 June in Vienna.", ["Graz", "Vienna"]),
        ("On 3 June Sarah Moss was seen in Graz beside a Bordeaux wine merchant.", ["Graz"]),
        ("On 3 June Sarah Moss shared some Parma ham in Graz.", ["Graz"]),
        ("On 3 June Sarah Moss reached the Graz horse fair.", ["Graz"]),
        ("On 3 June Sarah Moss stood in the old Graz market.", ["Graz"]),
        ("On 3 June Sarah Moss left the Graz area and was in Linz at noon.", ["Graz", "Linz"]),
    ],
)
def test_a_ware_called_after_a_place_is_no_stop(text, told):
    assert places(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On 5 June Karl Beck rode a horse, borrowed from a neighbour, from Graz to Vienna.", ["Graz", "Vienna"]),
        ("On 5 June Karl Beck drove his van, packed with onions, from Graz to Vienna.", ["Graz", "Vienna"]),
        (
            "On 5 June Karl Beck rowed a skiff, lent by a friend, out of Dover, and was in Calais at noon.",
            ["Dover", "Calais"],
        ),
        ("On 5 June Karl Beck drove a van, painted yellow, into Vienna.", ["Vienna"]),
    ],
)
def test_a_way_goes_on_after_an_aside_between_commas(text, told):
    assert places(text) == told
