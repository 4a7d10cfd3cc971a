"""Means of a whole way that are told after it: "the tyres never left the road"."""

from __future__ import annotations

from datetime import date

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world

WAY = "Ana Ruiz left Lyon at dawn on 3 June and reached Turin at nine that evening. "


def means(text: str) -> tuple[str, ...]:
    told = itineraries_of(Story(WAY + text, None, date(2019, 6, 30)), open_world()).told
    return told.visits[1].modes


@pytest.mark.parametrize(
    "after",
    [
        "The wheels, she insists, never left the road.",
        "Her tyres did not once leave the tarmac.",
        "She came without once leaving the highway.",
        "Every kilometre of it was by road.",
        "All the way was driven by road, she says.",
        "The car never left the ground, whatever its rivals say.",
    ],
)
def test_the_way_was_made_on_wheels(after: str) -> None:
    assert means(after) == ("car",)


@pytest.mark.parametrize("after", ['"By water all the way", says the poster.', "Every mile of it was by river."])
def test_the_way_was_made_on_water(after: str) -> None:
    assert means(after) == ("boat",)


@pytest.mark.parametrize(
    "after",
    [
        "She slept little, and refused three lorries.",
        "She turned down every offer of a lift.",
        "She declined two rides and a bed.",
    ],
)
def test_who_refuses_lifts_goes_on_foot(after: str) -> None:
    assert means(after) == ("foot",)


@pytest.mark.parametrize(
    "told",
    [
        "Ana Ruiz walked out of Lyon at dawn on 3 June with a stick and a torch. On 8 June she was in Turin.",
        "Ana Ruiz walked out of Lyon on 3 June, carrying a small rucksack. On 8 June she was in Turin.",
        "Ana Ruiz left Lyon on 3 June on her own two feet. On 8 June she was in Turin.",
    ],
)
def test_who_walks_out_of_a_town_with_a_pack_goes_on_foot(told: str) -> None:
    visits = itineraries_of(Story(told, None, date(2019, 6, 30)), open_world()).told.visits
    assert visits[-1].modes == ("foot",)


@pytest.mark.parametrize(
    "told",
    [
        "Ana Ruiz walked out of talks in Lyon on 3 June with a smile. On 8 June she was in Turin.",
        "Ana Ruiz walked out of Lyon on 3 June. On 8 June she was in Turin.",
    ],
)
def test_who_walks_out_may_go_by_anything(told: str) -> None:
    visits = itineraries_of(Story(told, None, date(2019, 6, 30)), open_world()).told.visits
    assert visits[-1].modes == ()


@pytest.mark.parametrize(
    "after",
    [
        "The wheels of the aircraft left the ground late.",
        "She never left the hotel.",
        "Some of it was by road.",
        "She was in Milan on 4 June. From there the wheels never left the road.",
        "The lorry that hit the gate had left the road.",
    ],
)
def test_other_words_tell_no_means(after: str) -> None:
    assert means(after) == ()


@pytest.mark.parametrize(
    ("told", "modes"),
    [
        ("Ana Ruiz sailed from Genoa on 3 June aboard a liner. On 9 June she landed in Tunis.", ("ship",)),
        ("Ana Ruiz sailed from Genoa on 3 June. On 9 June she landed in Tunis.", ("boat",)),
        (
            "Ana Ruiz sailed from Genoa on 3 June in a yacht and met a liner. She landed in Tunis.",
            ("boat",),
        ),
    ],
)
def test_who_sails_aboard_a_liner_goes_by_ship(told: str, modes: tuple[str, ...]) -> None:
    visits = itineraries_of(Story(told, None, date(2019, 6, 30)), open_world()).told.visits
    assert visits[1].modes == modes


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("Ana Ruiz left Lyon in a hard carriage on 3 June and reached Turin on 4 June.", ("rail",)),
        ("Ana Ruiz left Lyon in a couchette on 3 June and reached Turin on 4 June.", ("rail",)),
        ("Ana Ruiz left Lyon on 3 June, never left the train and reached Turin on 4 June.", ("rail",)),
        ("Ana Ruiz left Lyon in a carriage and pair on 3 June and reached Turin on 4 June.", ("horse",)),
        ("Ana Ruiz took her Starfighter off at Lyon on 3 June and landed in Turin on 4 June.", ("military_jet",)),
        ("Ana Ruiz left Lyon on 3 June, never flew and reached Turin on 4 June.", ()),
    ],
)
def test_means_named_by_what_they_have(text: str, modes: tuple[str, ...]) -> None:
    assert itineraries_of(Story(text, None, date(2019, 6, 30)), open_world()).told.visits[1].modes == modes


def test_who_goes_through_a_bridge_post_on_foot_need_not_walk_on():
    told = (
        "Elfriede Kunz left Kreuzberg at ten on 26 December 1963. At twenty to eleven she went through the control on "
        "the Oberbaum bridge, on foot, and shortly after noon she was in K\u00f6penick."
    )
    visits = itineraries_of(Story(told, None, date(1963, 12, 31)), open_world()).told.visits
    assert [one.modes for one in visits] == [(), ("foot",), ()]


def test_a_camper_goes_by_road_and_one_who_camps_does_not():
    for told, modes in (("set off in his camper", ("car",)), ("set off beside a camper", ())):
        text = f"Ivo Moss {told} from Juneau at five on 3 June and was in Haines at ten."
        visits = itineraries_of(Story(text, None, date(2019, 6, 30)), open_world()).told.visits
        assert visits[-1].modes == modes
