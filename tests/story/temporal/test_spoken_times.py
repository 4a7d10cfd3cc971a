"""Times as people tell them: by the hour told last, by nights, by the clocks of a people, in sums of words."""

from datetime import date, timedelta

import pytest

from wayproof.story.temporal.timex import find_times
from wayproof.story.text.document import Story


def told(text):
    return find_times(Story(text, None, date(2019, 6, 14)))


def window(text):
    """The last expression of a text, as day and time of its bounds."""
    found = told(text)[-1]
    return tuple(f"{bound:%d %H:%M}" if bound is not None else None for bound in (found.earliest, found.latest))


START = "On 3 June she left Graz at ten. "
CLOCKS = [
    (START + "At half past she was there.", "03 10:30", "03 10:31"),
    (START + "She was there at a quarter to, and slept.", "03 10:45", "03 10:46"),
    ("On 3 June she rang at 10:40; at half past she left.", "03 11:30", "03 11:31"),
    (
        "He slept at one in the morning of 3 June; by three he was up and at twenty to four he left.",
        "03 03:40",
        "03 03:41",
    ),
    ("Between four and five on the afternoon of 3 June she was there.", "03 16:00", "03 17:01"),
    (START + "Between three and four o'clock she was there.", "03 15:00", "03 16:01"),
    ("They landed past midnight on 3 June.", "03 00:00", "03 12:00"),
    ("They landed on 3 June, soon after midnight.", "03 00:00", "03 00:30"),
    ("They landed at ten minutes past midnight on 3 June.", "03 00:10", "03 00:11"),
    ("She left on 3 June at nine in the evening and came shortly after midnight.", "04 00:00", "04 00:30"),
    ("She left on 3 June, not long before eleven in the morning.", "03 10:30", "03 11:00"),
    ("She left on 3 June, close on noon.", "03 11:45", "03 12:16"),
    ("She left on the stroke of nine in the morning of 3 June.", "03 08:45", "03 09:16"),
    ("She left in the dark of Monday 3 June.", "03 18:00", "04 07:00"),
    (START + "She came early the next day.", "04 00:00", "04 12:00"),
    ("A little before eight by the clocks there on 3 June she came.", "03 07:30", "03 08:00"),
]


@pytest.mark.parametrize(("text", "low", "high"), CLOCKS, ids=[case[0][-40:] for case in CLOCKS])
def test_a_time_is_read_by_what_was_told_before(text, low, high):
    assert window(text) == (low, high)


TWELVE_HOURS = [
    ("The flight left at 2:50 p.m. on 3 June, and toward 5:40 it was put down.", "03 17:25", "03 17:56"),
    ("She left at 9:15 on 3 June and was back at 2:10.", "03 14:10", "03 14:11"),
    ("She left at 10:30 p.m. on 3 June and landed at 5:40.", "04 05:40", "04 05:41"),
    ("She left at 14:50 on 3 June and landed at 5:40.", "03 05:40", "03 05:41"),
    ("She left at 5:40 in the evening on 3 June.", "03 17:40", "03 17:41"),
    ("She left at 9:15 on 3 June.", "03 09:15", "03 09:16"),
]


@pytest.mark.parametrize(("text", "low", "high"), TWELVE_HOURS, ids=[case[0][-40:] for case in TWELVE_HOURS])
def test_hours_of_a_text_that_counts_twelve_follow_each_other(text, low, high):
    assert window(text) == (low, high)


DAYS = [
    (START + "Two nights later she slept in Linz.", "05 12:00", "06 07:00"),
    (START + "Three mornings later she was home.", "06 00:00", "07 00:00"),
    (START + "The night before she had slept in Linz.", "02 18:00", "03 07:00"),
    (START + "The day before she had been in Linz, and two days before that in Wels.", "31 00:00", "01 00:00"),
    ("She reached Rome on Thursday 13 June. She had left Graz on Monday.", "10 00:00", "11 00:00"),
    (
        "She reached Rome on 6 June 2019. She had left on the Monday and slept in Linz on Tuesday.",
        "04 00:00",
        "05 00:00",
    ),
    ("She reached Rome on 6 June 2019. She had left on the Monday. On Friday she went on.", "07 00:00", "08 00:00"),
    ("On the night of 5 to 6 June she walked to Linz. In the afternoon she slept.", "06 12:00", "06 19:00"),
    ("On Sunday 2 June she was in Linz. The Tuesday after, she was home.", "04 00:00", "05 00:00"),
    ("From 3 to 6 May 2019 she was in Linz. On the 7th she was home.", "07 00:00", "08 00:00"),
    (START + "She was in Linz a week to the day later.", "10 00:00", "11 00:00"),
    (START + "The morning after, she was in Linz.", "04 04:00", "04 12:00"),
]


@pytest.mark.parametrize(("text", "low", "high"), DAYS, ids=[case[0][-40:] for case in DAYS])
def test_nights_and_days_count_from_the_day_told_last(text, low, high):
    assert window(text) == (low, high)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("It landed on 3 June at noon, Swiss time.", "Europe/Zurich"),
        ("At 12.15, by Chinese time, on 3 June it landed.", "Asia/Shanghai"),
        ("Past midnight on 3 June, by Saudi time, it landed.", "Asia/Riyadh"),
        ("It landed at noon on 3 June by the clocks of Paris.", "Europe/Paris"),
        ("It landed at noon on 3 June by the clocks there.", None),
        ("A French time trial began at noon on 3 June.", None),
        ("At noon on 3 June a Russian timed the landing.", None),
    ],
)
def test_a_people_keeps_its_time(text, zone):
    assert {found.zone for found in told(text)} == {zone}


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("nineteen days, twenty-one hours and forty-seven minutes", timedelta(days=19, hours=21, minutes=47)),
        ("2 hours, 52 minutes and nine seconds", timedelta(hours=2, minutes=52, seconds=9)),
        ("two hours and six minutes", timedelta(hours=2, minutes=6)),
        ("a day and a half", timedelta(hours=36)),
        ("two and a half days", timedelta(hours=60)),
    ],
)
def test_lengths_are_summed(words, length):
    shortest, longest = told(f"The whole way took her {words}.")[0].duration
    assert shortest <= length <= longest <= length + timedelta(hours=6)


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("An hour or so later", 1),
        ("90 minutes after,", 1.5),
        ("Two days and a half later", None),
        ("A day and a half later", 36),
    ],
)
def test_gaps_are_told_loosely(words, hours):
    low, high = told(f"{words} she was there.")[0].after_hours or (0, 0)
    assert hours is None or low <= hours <= high


@pytest.mark.parametrize(
    "text",
    [
        "She was first past the post.",
        "He looked back at half the crowd, and at a quarter of the town.",
        "On the stroke she was second to none.",
        "She ran past five shops.",
        "She chose between four and five routes.",
        "She carried between two and three stone.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text):
    assert not [found for found in told(text) if found.earliest is not None]


@pytest.mark.parametrize("text", ["She rested two days before the race.", "It was the day before she left."])
def test_a_day_before_an_event_that_has_no_date_is_open(text):
    found = [one for one in told("On 3 June she came. " + text)[1:] if one.earliest is not None]
    assert not found


def test_half_past_without_an_hour_told_before_is_open():
    assert not any(one.precise for one in told("On 3 June she left at half past."))


MADE = [
    "She left Graz on 3 June in a Cessna built in 1961.",
    "She left Graz on 3 June in a van registered in 2001.",
    "She left Graz on 3 June with a coin minted in about 1780.",
    "She left Graz on 3 June by a bridge dating from 1890.",
]


@pytest.mark.parametrize("text", MADE)
def test_the_age_of_a_thing_dates_nothing(text):
    assert [found.text for found in told(text)] == ["3 June"]


def test_a_year_after_a_deed_dates_it():
    assert [found.text for found in told("She sailed to Graz in 1961.")] == ["1961"]
