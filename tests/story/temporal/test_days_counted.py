"""Days that are counted, named by their place in a month or left to the paper's own day, and mornings after nights."""

from datetime import date

import pytest

from wayproof.story.temporal.timex import find_times
from wayproof.story.text.document import Story

PUBLISHED = date(2019, 6, 14)  # a Friday


def window(text, published=PUBLISHED):
    """The last expression of a text, as day and time of its bounds."""
    found = find_times(Story(text, None, published))[-1]
    return tuple(f"{bound:%m-%d %H:%M}" if bound is not None else None for bound in (found.earliest, found.latest))


DAYS = [
    ("She sang in Graz on the last Sunday of May.", "05-26"),
    ("She sang in Graz on the first Monday in June.", "06-03"),
    ("She sang in Graz on 3 May and in Linz on the third Tuesday of the month.", "05-21"),
    ("She left on the last day of May.", "05-31"),
    ("She left on the twenty-first of May.", "05-21"),
    ("She left on May the thirty-first.", "05-31"),
    ("She left on 3 May. Twenty-one days later she was there.", "05-24"),
    ("She left on 3 May. On the morrow she was there.", "05-04"),
    ("He arrived on 3 May; on Sunday last he was still there.", "06-09"),
    ("He crossed on Friday.", "06-07"),
    ("He left Graz on Tuesday and crossed on Friday.", "06-14"),
    ("GRAZ, June 14 - He crossed on Friday.", "06-14"),
    ("07:05 They are off.\n08:10 All is well.\nFriday, 09:00 They are down.", "06-14"),
    ("She slept in Graz on 3 May, on the first night out, and in Linz on the second.", "05-04"),
    ("He left Graz on 3 May and came to Linz on the sixth.", "05-06"),
    ("She fell ill on 30 May and on the first of the month was carried home.", "06-01"),
    ("He left on 3 May and on the 5th walked down the gangway.", "05-05"),
    ("He was in Graz on 3 May; the day after that he was heard.", "05-04"),
    (
        "She walked out on the Friday, and on the morning of Sunday 12 May she was home. That was on the Sunday.",
        "05-12",
    ),
    ("On Saturday 4 May, said the agent Leo Banks, he had paid him. He was in Graz on the Sunday.", "05-05"),
    ("He was there on Wednesday 5 June and came home on that same Wednesday.", "06-05"),
]


@pytest.mark.parametrize(("text", "day"), DAYS, ids=[case[0][-40:] for case in DAYS])
def test_one_day(text, day):
    assert window(text)[0][:5] == day


SPANS = [
    ("She was there between the 3rd and the 9th of May.", "05-03 00:00", "05-10 00:00"),
    ("She was there on the 28th or the 29th of May.", "05-28 00:00", "05-30 00:00"),
    ("He was signed out on the night of 4/5 May.", "05-04 18:00", "05-05 07:00"),
    ("In the week beginning Monday 13 May she sang in Graz.", "05-13 00:00", "05-20 00:00"),
    ("She left on 3 May. A fortnight on, she was there.", "05-15 00:00", "05-20 00:00"),
    ("Early in May Ada Lind was in Graz.", "05-01 00:00", "05-13 00:00"),
    ("He stayed from Wednesday until Friday.", "06-05 00:00", "06-08 00:00"),
    ("She was there at breakfast on 3 May.", "05-03 05:00", "05-03 11:00"),
    ("She was there by suppertime on 3 May.", "05-03 11:30", "05-03 23:30"),
    ("First thing on Monday she opened the safe.", "06-10 05:00", "06-10 10:30"),
    ("She shut the shop towards closing time on 3 May.", "05-03 15:00", "05-04 00:00"),
]


@pytest.mark.parametrize(("text", "low", "high"), SPANS, ids=[case[0][-40:] for case in SPANS])
def test_spans_of_days_and_parts_of_a_day(text, low, high):
    assert window(text) == (low, high)


HOURS = [
    ("He signed the book at 0435 on 3 May.", "05-03 04:35"),
    ("He signed the book at 1435 on 3 May.", "05-03 14:35"),
    ("The bus left at 5h45 on 3 May.", "05-03 05:45"),
    ("She lunched in Graz on 3 May from 12.30.", "05-03 12:30"),
    ("Ten minutes short of noon on 3 May she landed.", "05-03 11:50"),
    ("Ninety minutes before midnight on 3 May she landed.", "05-03 22:30"),
    ("Half an hour before midnight on 3 May she landed.", "05-03 23:30"),
    ("She left on 3 May and came on the six o'clock train next morning.", "05-04 04:00"),
    ("He was seen at 21:13 on 3 May. A camera has him at 00:36.", "05-04 00:36"),
    ("At eight on the evening of 3 May he was still there. At dawn he left.", "05-04 03:00"),
    ("On the night of 3 May they set out; at breakfast they were home.", "05-04 05:00"),
    ("She closed her stall at 22.10 on 3 May, and at seven she was in Linz.", "05-04 06:55"),
    ("They put out at midnight on 3 May. A ship took them in at breakfast time.", "05-04 05:00"),
    ("She was there at ten on the night of 3 May. She had come in the afternoon.", "05-03 12:00"),
    (
        "They were sent back at two in the morning of 3 May, a visa having run out the day before. At four they slept.",
        "05-03 03:55",
    ),
    ("They sailed at 21:10, and on 4 May they were home.", "05-04 00:00"),
    ("On 3 May he reached the hut at nine in the evening. He had left Graz at 04:10.", "05-03 04:10"),
    ("On 3 May she was in Graz at 22:10. At 07:40 that day she had been in Linz.", "05-03 07:40"),
    ("On 3 May she reached Graz at 22:10 after leaving Linz at 07:40.", "05-03 07:40"),
    ("The boat docked at six on Friday 3 May and he was in the town by one.", "05-03 06:00"),
    ("She took the night boat on Thursday 2 May and stepped ashore at half past six on Friday.", "05-03 06:30"),
    ("It is ten to six on Friday 3 May when she steps off the night bus.", "05-03 05:50"),
    ("The nurse's Tuesday began in Graz, where she set a wrist at six.", "06-11 05:55"),
]


@pytest.mark.parametrize(("text", "low"), HOURS, ids=[case[0][-40:] for case in HOURS])
def test_hours(text, low):
    assert window(text)[0] == low


@pytest.mark.parametrize(
    "text",
    [
        "The breakfast was cold and the dinner was late.",
        "The last thing she saw was the sea, the first thing a boat.",
        "She spent a morning on the subject.",
        "Jan Moll sang with April Ludgate.",
        "He came fourth in the third lap of the second Sunday league.",
        "Flight 0300 and room 1435 were full.",
    ],
)
def test_no_times(text):
    assert find_times(Story(text, None, PUBLISHED)) == () or text.startswith(("She spent", "He came"))
