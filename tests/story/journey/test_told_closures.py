"""Closures that a story tells of, and words that take the edge off one."""

import pytest

from wayproof.story.journey.told_closures import told_closures
from wayproof.story.text.document import Story


@pytest.mark.parametrize(
    ("text", "sky"),
    [
        ("The frontier has been closed since 1948.", False),
        ("The border between the two states had been sealed since March.", False),
        ("The crossing at Naqoura was closed that week.", False),
        ("Both governments had shut all land borders.", False),
        ("The junta had shut the airspace six days before.", True),
        ("The skies over the north were closed.", True),
        ("No airliner had moved since 24 February, when the army shut the whole sky over the country.", True),
        ("Nothing has passed since May, when the two sides sealed the border.", False),
    ],
)
def test_a_closure_is_found_with_its_sentence(text: str, *, sky: bool) -> None:
    (found,) = told_closures(Story(f"She left at noon. {text} He stayed.", None, None))
    assert found.sky is sky
    assert found.text == text


@pytest.mark.parametrize(
    "text",
    [
        "The border was closed to tourists.",
        "The border had been closed, except for lorries.",
        "The crossing had been closed until May.",
        "The border was closed and reopened a day later.",
        "They threatened that the border would be closed.",
        "A trader who was told that the frontier was shut has delivered his dates all the same.",
        "He had wrongly heard that the border was closed.",
        "The shops were closed.",
        "The airport was closed, and she took off from another.",
    ],
)
def test_a_closure_with_an_exception_or_an_end_is_none(text: str) -> None:
    assert told_closures(Story(text, None, None)) == ()


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("The atoll has one landing place for longboats and no runway of any kind.", "air"),
        ("No road, she said, joins the capital with the north coast.", "road"),
        ("No highway has yet been built to that city, which people reach by river.", "road"),
        ("Nobody has ever laid a road to the place from anywhere else.", "road"),
        ("It is the largest town that no road reaches, as a boatman pointed out.", "road"),
        ("The settlement is not connected to the rest of the country by road.", "road"),
        ("There are no roads between the two towns.", "road"),
        ("The town cannot be reached by road.", "road"),
        ("No aircraft has ever landed on the island.", "air"),
        ("The island has never had an airfield.", "air"),
        ("The rock, which has neither an airstrip nor a harbour, is visited twice a year.", "air"),
    ],
)
def test_a_way_that_is_not_there_is_found_with_its_kind(text: str, lacking: str) -> None:
    (found,) = told_closures(Story(f"She left at noon. {text} He stayed.", None, None))
    assert (found.lacking, found.sky) == (lacking, False)


@pytest.mark.parametrize(
    "text",
    [
        "No road worth the name leads there.",
        "There is no road beyond the mission.",
        "There was no road until 1987.",
        "The town has no airport of its own, and passengers land across the bay.",
        "No road sign pointed to the border.",
        "The hotel has no road map.",
        "There is no better road in the country.",
        "No road was closed that day.",
        "With no road to speak of, the car took nine days.",
    ],
)
def test_a_way_that_is_only_poor_or_comes_later_is_none(text: str) -> None:
    assert told_closures(Story(text, None, None)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "His lorry was never put on a barge.",
        "It went on its own ten wheels from the first metre to the last.",
        "All on our own wheels, no barge, no aeroplane, not one puncture.",
        "Every yard by bicycle.",
        "He had taken neither the ferry nor an aeroplane.",
        "She had driven every metre of the way.",
        "The tyres never left the road.",
        "They went by land all the way.",
    ],
)
def test_what_rules_a_boat_out_is_found(text: str) -> None:
    (found,) = told_closures(Story(f"She left at noon. {text} He stayed.", None, None))
    assert (found.lacking, found.sky) == ("boat", False)


@pytest.mark.parametrize(
    "text",
    [
        "No ferry runs on Sundays.",
        "The car was put on a barge.",
        "There is a road to the north.",
        "No boat was in the harbour.",
        "She drove to the ferry.",
    ],
)
def test_boats_that_are_only_absent_rule_nothing_out(text: str) -> None:
    assert told_closures(Story(text, None, None)) == ()


def test_a_sky_closed_to_civil_machines_is_closed() -> None:
    (found,) = told_closures(Story("The whole airspace had been closed to civil machines.", None, None))
    assert found.sky
