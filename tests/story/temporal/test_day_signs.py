"""Which half of the day an hour is in, which day "that day" is, and which hours are only those of a plan."""

from datetime import date

import pytest

from wayproof.story.temporal.timex import find_times
from wayproof.story.text.document import Story

PUBLISHED = date(2019, 6, 14)  # a Friday


def last_hour(text: str) -> str:
    found = [time for time in find_times(Story(text, None, PUBLISHED)) if time.precise]
    return f"{found[-1].earliest:%d %H:%M}"


HALVES = [
    # meals, bells and beds
    ("On 3 June he breakfasted at six in Graz.", "03 05:55"),
    ("On 3 June, at half past six, over breakfast in Graz, he read it.", "03 06:30"),
    ("On 3 June his alarm clock rang at five.", "03 04:55"),
    ("On 3 June she dined with him at eight.", "03 19:55"),
    ("On 3 June they had supper, and at nine drove on.", "03 20:55"),
    ("On 3 June, at ten, she went to bed in Graz.", "03 21:55"),
    ("On 3 June the guard wished her a pleasant evening. At seven she was in Graz.", "03 18:55"),
    ("On 3 June he was in the opera at eight.", "03 19:55"),
    ("On 3 June he caught the last train at ten.", "03 21:55"),
    # the night or the morning of the sentence
    ("On the night of 3 June, dressed as a nun and without her glasses, she slipped out at about ten.", "03 21:45"),
    ("On the night of 3 June, after a long talk, he left at two.", "04 01:55"),
    ("On the evening of 3 June, tired and hungry, she came to Graz at nine.", "03 20:55"),
    # starts are made in the morning
    ("On 3 June she set off at half past five.", "03 05:30"),
    ("He kissed her goodbye in Graz at a quarter to seven on 3 June.", "03 06:45"),
    ("He began Monday 3 June at the mosque in Graz, which he left at a quarter to seven.", "03 06:45"),
    ("On 3 June the last shift ended. She left the office at six.", "03 17:55"),
    ("She was seen in Graz on the evening of 3 June. She had taken off a little after five on 3 June.", "03 17:00"),
    ("On 3 June she was in the yard at six; at 9.40 in the morning she left.", "03 09:40"),
    # no signs
    ("On 3 June he left in the morning and at seven was in Graz, in time for dinner.", "03 06:55"),
    ("On 3 June, after two nights in Graz, he left at eight.", "03 07:55"),
    ("On 3 June they had breakfast and at eight were in Graz.", "03 07:55"),
    ("She spent Sunday night, 2 June, in Graz. At eight she left.", "02 07:55"),
]


@pytest.mark.parametrize(("text", "expected"), HALVES, ids=[case[0][-40:] for case in HALVES])
def test_the_words_around_an_hour_tell_its_half_of_the_day(text, expected):
    assert last_hour(text) == expected


PLANS = [
    ("On 3 June the gate opens at half past eight. She left at seven and was there at nine.", "03 08:55"),
    ("Told on 3 June that the office would shut at noon, he ran, and at half past nine he was there.", "03 09:30"),
    ("On 3 June the boat, due to sail at two, had to wait. She came at eleven.", "03 10:55"),
    ("On 3 June visiting hours are from four. He was there at nine.", "03 08:55"),
    # what was done moves the telling on
    ("On 3 June the shop was shut by four. He was there at nine.", "03 20:55"),
    ("On 3 June he had lunch at two. He was there at nine.", "03 20:55"),
]


@pytest.mark.parametrize(("text", "expected"), PLANS, ids=[case[0][-40:] for case in PLANS])
def test_the_hour_of_a_plan_does_not_move_the_telling_on(text, expected):
    assert last_hour(text) == expected


SAME_DAYS = [
    (
        "He had promised to be in Linz at six in the evening on 8 June. At six that morning he was in Graz.",
        "08",
    ),
    ("She planned to sing on 8 June. At noon that day she was in Graz.", "08"),
    ("The register has her name against 11:40 on 8 June; the till printed 12:30 and the same date.", "08"),
    ("He was tried yesterday. He wrote his name in the book at 11:40 on 8 June and paid at 12:30 on that date.", "08"),
    ("He was tried yesterday. She signed at 11:40 on 8 June; the bill bears 12:30 and that same date.", "08"),
    ("On 3 June she left. A little after eight the next morning, which was 4 June, she came.", "04"),
    ("She had left on 2 June. On the third day, 5 June, at nine in the morning she came.", "05"),
    ("On the second day of Christmas, Wednesday 26 December, she left at nine in the morning.", "26"),
    ("On Boxing Day (26 December) she left at nine in the morning.", "26"),
]


@pytest.mark.parametrize(("text", "day"), SAME_DAYS, ids=[case[0][-40:] for case in SAME_DAYS])
def test_a_day_is_told_by_another(text, day):
    assert last_hour(text)[:2] == day


EVENTS = [
    "On 3 June he wrote his name in the book in Graz.",
    "On 3 June they wrote down seven names in Graz.",
    "On 3 June he reported for duty in Graz.",
    "On 3 June he posted a letter in Graz.",
    "On 3 June he claimed his luggage in Graz.",
    "On 3 June she swore her oath in Graz.",
    "She was sworn in on 3 June.",
    "He was admitted on the evening of 3 June.",
    "On 3 June he declared the bridge open.",
    "On 3 June he declared two hundred cigarettes.",
]


@pytest.mark.parametrize("text", EVENTS)
def test_what_is_done_with_a_word_of_telling_is_an_event(text):
    assert [time.kind.value for time in find_times(Story(text, None, PUBLISHED))] == ["event"]


@pytest.mark.parametrize(
    "text",
    [
        "On 3 June he wrote that it rained.",
        "On 3 June the police reported the theft.",
        "On 3 June the ministry posted a notice that it was over.",
        "On 3 June he declared that he was innocent.",
        "On 3 June she swore that it was true.",
        "On 3 June he admitted that he had lied.",
    ],
)
def test_what_is_told_stays_a_telling(text):
    assert [time.kind.value for time in find_times(Story(text, None, PUBLISHED))] == ["report"]


def test_an_age_is_no_hour():
    assert not find_times(Story("A boy of about fourteen was found in Graz.", None, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("All times here are Israeli. On 3 June she left at three in the afternoon.", "Asia/Jerusalem"),
        ("On 3 June she left at three in the afternoon. (All times are GMT.)", "UTC"),
        ("On 3 June she left at three in the afternoon; the times given are Moscow time.", "Europe/Moscow"),
        ("On 3 June she left at three in the afternoon. Times are hard in Moscow.", None),
        ("On 3 June she left at three in the afternoon. The times are Israeli in spirit.", None),
    ],
)
def test_a_text_may_say_in_which_zone_its_times_are(text, zone):
    assert [time.zone for time in find_times(Story(text, None, PUBLISHED)) if time.precise] == [zone]
