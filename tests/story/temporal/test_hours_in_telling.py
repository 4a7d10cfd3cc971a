"""Hours whose morning, evening, day or hour only the order of telling gives."""

from datetime import date

import pytest

from wayproof.story.temporal.timex import find_times
from wayproof.story.text.document import Story

PUBLISHED = date(2019, 6, 14)  # a Friday


def told(text: str) -> list[str]:
    found = find_times(Story(text, None, PUBLISHED))
    return [f"{time.earliest:%d %H:%M}-{time.latest:%d %H:%M}" for time in found if time.precise]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "by nine" is told at nine, however far back it reaches; what comes next is not the evening
        ("She left on 3 June at a quarter to eight. By nine she was in Dijon, at ten in Lyon.", "03 09:55-03 10:06"),
        ("On 3 June at eight the car was loaded, and by half past nine he drove. He ate at one.", "03 12:55-03 13:06"),
        ("On 3 June she rose at seven. Before eight she was at sea. At eleven she was sick.", "03 10:55-03 11:06"),
        ("He waited until ten on 3 June. No later than noon he ate, at two he slept.", "03 13:55-03 14:06"),
        ("On 3 June she rang at seven in the evening. By eight he had come. He left at ten.", "03 21:55-03 22:06"),
        # the part of a day before or after
        ("He sang in Lyon on Sunday 9 June. At nine on the evening before, he rehearsed.", "08 20:55-08 21:06"),
        ("He sang in Lyon on Sunday 9 June. On the evening before, at nine, he slept.", "08 20:55-08 21:06"),
        ("He came at noon on 9 June. The night before, at eleven, he had been in Paris.", "08 22:55-08 23:06"),
        ("He came at noon on 9 June. At ten the previous evening he was in Paris.", "08 21:55-08 22:06"),
        ("She came on 9 June. At seven on the morning after, she was gone.", "10 06:55-10 07:06"),
        # the hour of the time told before
        ("He was told at a quarter past twelve on 8 June. At half past, he left.", "08 12:30-08 12:31"),
        ("The bell rang at ten past nine on 8 June. At twenty past she came.", "08 09:20-08 09:21"),
        ("The bell rang at ten past nine on 8 June. By a quarter to, she had come.", "08 09:10-08 09:46"),
        ("The bell rang at 14:50 on 8 June; at ten past, it rang again.", "08 15:10-08 15:11"),
    ],
)
def test_the_order_of_telling_settles_the_last_time(text: str, expected: str) -> None:
    assert told(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "He was told on 8 June. At half past, he left.",
        "The shop closed at nine on 8 June. She went at half the price.",
        "The shop closed at nine on 8 June. She stood at half past the gate.",
    ],
)
def test_no_hour_is_made_up(text: str) -> None:
    assert len(told(text)) <= 1
