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
        "The shops were closed.",
        "The airport was closed, and she took off from another.",
    ],
)
def test_a_closure_with_an_exception_or_an_end_is_none(text: str) -> None:
    assert told_closures(Story(text, None, None)) == ()
