"""Hours counted from a part of the day, which leave open when that was."""

from __future__ import annotations

from datetime import date

import pytest

from wayproof.story.temporal.timex import find_times
from wayproof.story.text.document import Story


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Twelve hours after lunch she was in Bern.", []),
        ("Some three hours after breakfast she was in Bern.", []),
        ("She was in Bern two hours after dark.", []),
        ("She was in Bern nine hours after supper.", []),
        ("After lunch she was in Bern.", ["After lunch"]),
        ("Half an hour after breakfast she was in Bern.", ["after breakfast"]),
        ("Two hours after midnight she was in Bern.", ["Two hours after midnight"]),
        ("She slept for two hours. After lunch she was in Bern.", ["After lunch"]),
    ],
)
def test_hours_from_a_meal_do_not_say_when(sentence: str, told: list[str]) -> None:
    found = find_times(Story(f"She left Rome on 9 February. {sentence}", None, date(1981, 2, 18)))
    assert [one.text for one in found[1:] if one.earliest is not None] == told
