"""Clauses about things and others that put the traveller somewhere: parts of craft, weather, telephones."""

from __future__ import annotations

from datetime import date

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world


def stops(text: str) -> list[str]:
    """The stops of the main traveller, as "event place"."""
    told = itineraries_of(Story(text, None, date(2019, 6, 30)), open_world()).told
    return [f"{visit.event} {visit.place.name}" for visit in told.visits]


BOARDED = "Anna Keller boarded the early flight in Lyon on 3 June. "


@pytest.mark.parametrize(
    "told",
    [
        "At noon its wheels touched the runway of the airport in Oslo, and the crew clapped.",
        "At noon its wheels kissed the tarmac at Oslo.",
        "Its tyres bumped onto the grass strip outside Oslo at noon, and she got down.",
        "She was asleep when the wheels hit the runway in Oslo.",
        "The undercarriage thudded against the concrete at Oslo at noon.",
    ],
)
def test_a_part_of_a_craft_comes_down_with_whom_it_carries(told):
    assert stops(BOARDED + told) == ["depart Lyon", "arrive Oslo"]


@pytest.mark.parametrize(
    "told",
    [
        "Her brother watched on a screen as its wheels touched the runway at Oslo.",
        "Two days later, the wheels of a bomber touched the runway in Oslo.",
        "The wheels of industry turn slowly in Oslo.",
        "Its wheels had not touched the runway at Oslo by noon.",
    ],
)
def test_parts_of_others_carry_nobody(told):
    assert stops(BOARDED + told) == ["depart Lyon"]


def test_wheels_leave_a_runway():
    assert (
        stops("Anna Keller got in on 3 June. At eight its wheels left the runway at Lyon. At noon she was in Oslo.")[0]
        == "depart Lyon"
    )


LEFT = "Anna Keller left Lyon on 3 June. "


@pytest.mark.parametrize(
    "told",
    [
        "It was still dark in Oslo when she walked out of the station.",
        "It was raining in Oslo when she bought her bun.",
        "It was already snowing over Oslo when she stepped into the street.",
        "It was midnight in Oslo when she found a bench.",
    ],
)
def test_weather_sets_the_scene_of_a_deed(told):
    assert stops(LEFT + told)[-1].endswith(" Oslo")


@pytest.mark.parametrize(
    "told",
    [
        "It was still dark in Oslo when she rang her mother.",
        "It was raining in Oslo.",
        "It was raining in Oslo when a neighbour shut the windows.",
        "It was midnight in Oslo when she wrote to her mother.",
        "It was not raining in Oslo when she left Lyon.",
    ],
)
def test_weather_elsewhere_is_no_stop(told):
    assert stops(LEFT + told) == ["depart Lyon"]


@pytest.mark.parametrize(
    "told",
    [
        "At two on 3 June the telephone rang in a flat in Lyon, and a voice asked Anna Keller if she was free.",
        "On 3 June the telephone rang at a hotel in Lyon, and somebody told Anna Keller that she had won.",
        "Anna Keller is a singer. On 3 June her phone rang in a kitchen in Lyon. She answered and was told to hurry.",
    ],
)
def test_who_is_called_is_where_the_telephone_rings(told):
    assert stops(told + " She slept in Oslo.") == ["at Lyon", "at Oslo"]


@pytest.mark.parametrize(
    "told",
    [
        "Anna Keller is a singer. On 3 June the telephone rang in a flat in Lyon, and nobody heard it.",
        "Anna Keller rang. On 3 June the telephone rang in a flat in Lyon, and her mother asked the neighbours.",
    ],
)
def test_telephones_ring_for_others(told):
    assert stops(told + " Keller slept in Oslo.") == ["at Oslo"]


@pytest.mark.parametrize(
    "told",
    [
        "At seven a dresser in Oslo was lacing her into a gown.",
        "At seven a doctor in Oslo bandaged her in a corridor.",
        "By seven a nurse in Oslo was weighing her.",
        "At seven a waiter in Oslo was buttoning her into a coat.",
    ],
)
def test_who_lays_hands_on_somebody_has_them_there(told):
    assert stops(LEFT + told) == ["depart Lyon", "at Oslo"]


@pytest.mark.parametrize(
    "told",
    [
        "A lawyer in Oslo was suing her.",
        "A friend in Oslo missed her.",
        "A tailor in Oslo has fitted her out for years.",
        "A critic in Oslo was measuring the stage.",
    ],
)
def test_what_others_do_from_afar_is_no_stop(told):
    assert stops(LEFT + told) == ["depart Lyon"]


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("It was from Lyon that Anna Keller set out on 3 June. She slept in Oslo.", ["depart Lyon", "at Oslo"]),
        (
            "It was at a market in Lyon that Anna Keller bought a hat on 3 June. It was to Oslo that she drove.",
            ["at Lyon", "arrive Oslo"],
        ),
        (
            "It came to Lyon. It was from a porch there that Anna Keller drove away on 3 June. She slept in Oslo.",
            ["depart Lyon", "at Oslo"],
        ),
        ("It was in Lyon that her father was born. Anna Keller slept in Oslo on 3 June.", ["at Oslo"]),
        ("It was from Lyon that the parcel came. Anna Keller slept in Oslo on 3 June.", ["at Oslo"]),
        ("It was not from Lyon that Anna Keller set out. Anna Keller slept in Oslo on 3 June.", ["at Oslo"]),
    ],
)
def test_what_it_was_sets_in_front(told, read):
    assert stops(told) == read


@pytest.mark.parametrize(
    ("told", "there"),
    [
        ("She asked for a glass of cold water in Oslo and sat down.", True),
        ("She asked for a bed at the hospice in Oslo.", True),
        ("At noon she asked for two stamps in Oslo.", True),
        ("She asked for a flat in Oslo.", False),
        ("She asked for a judge in Oslo.", False),
        ("She asked for a loan in Oslo.", False),
        ("She had promised a concert in Oslo for ten o'clock.", False),
        ("She promised her first recital in Oslo.", False),
        ("She had promised two lectures in Oslo.", False),
    ],
)
def test_what_is_asked_for_on_the_spot_or_promised_from_afar(told, there):
    assert (stops(LEFT + told)[-1].endswith(" Oslo")) is there


@pytest.mark.parametrize(
    "told",
    [
        "Every shelf in Karl Novak's new shop has a tale. He bought a clock in Lyon on 3 June. He slept in Oslo.",
        "Every jar in Hryhoriy Dubenko's larder has a tale. He bought one in Lyon on 3 June. Mr Dubenko slept in Oslo.",
    ],
)
def test_whose_thing_it_is_can_be_the_traveller(told):
    itinerary = itineraries_of(Story(told, None, date(2019, 6, 30)), open_world()).told
    assert (itinerary.traveller or "").split()[-1] in {"Novak", "Dubenko"}
    assert [visit.place.name for visit in itinerary.visits] == ["Lyon", "Oslo"]
