"""Leave to pass that a story tells of, and words that tell of none."""

from datetime import date

import pytest

from wayproof.check import check
from wayproof.story.journey.told_exceptions import told_exceptions
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world


@pytest.mark.parametrize(
    "text",
    [
        "She was the first foreigner allowed to cross there.",
        "They were among the first lorries let through without an escort.",
        "He is the only pilot ever permitted to fly over it.",
        "Both governments had agreed to the visit.",
        "The armistice commission had approved the march a week before.",
        "He crossed by special arrangement.",
        "They drove over the line under a joint permit.",
        "The choir was granted safe conduct.",
        "She had been given written permission.",
        "An exception was made for doctors.",
        "The gate was opened for the convoy at noon.",
        "The barrier had been lifted to let them in.",
        "Drivers of freight were let through all the while.",
        "Permission came from Moscow on the last day.",
        "He had one of the day passes in his pocket.",
        "It was opened on Tuesday for a herd of goats.",
        "Soldiers on the two sides moved the barriers for this one lorry, and put them back afterwards.",
        "The guards lifted the bar on a road that had not been open since 1994 and let the bus through.",
        "They made an exception of the choir.",
        "She walked through the gate by leave of the Egyptians.",
        "He crossed with the consent of both governments.",
    ],
)
def test_leave_to_pass_is_found_with_its_sentence(text: str) -> None:
    (found,) = told_exceptions(Story(f"She left at noon. {text} He stayed.", None, None))
    assert found.text == text


@pytest.mark.parametrize(
    "text",
    [
        "No exception was made for doctors.",
        "She claimed that an exception was made for her.",
        "Permission never came.",
        '"An exception was made for me," he said.',
        "The gate was opened at noon.",
        "The fair was opened for the first time.",
        "They agreed to the terms of the sale.",
        "He was the first man to cross the street.",
        "The convoy would be let through, they hoped.",
        "He opened the gate for the dog's sake.",
        "She made an exception to her diet.",
        "They lifted the bar to the window.",
        "The soldiers lifted the pole for him.",
        "He was given a written warning.",
        "The bridge was opened for the summer.",
        "She asked for permission to land.",
    ],
)
def test_other_words_tell_of_no_leave(text: str) -> None:
    assert told_exceptions(Story(text, None, None)) == ()


def test_a_closure_is_not_held_against_whom_the_story_tells_leave_of() -> None:
    told = (
        "Lee Sung-ho, a farmer, left Seoul by car at six in the morning of 16 June. Before noon he walked through the "
        "truce village of Panmunjom, and that evening he was in Pyongyang."
    )
    day = date(1997, 6, 18)
    assert check(Story(told, None, day), world=open_world()).verdict.label == "implausible"
    leave = check(Story(f"{told} Both governments had agreed to the visit.", None, day), world=open_world())
    assert leave.verdict.label == "possible"
    assert any('tells of leave to pass: "Both governments' in one.text for one in leave.findings)


def test_a_day_on_which_the_post_let_somebody_through_is_not_held_against_a_story() -> None:
    told = (
        "Lee Sung-ho, a farmer, left Seoul by car at six in the morning of 16 June. Before noon he walked through the "
        "truce village of Panmunjom, and that evening he was in Pyongyang."
    )
    assert check(Story(told, None, date(1998, 6, 18)), world=open_world()).verdict.label == "possible"
