"""Time expressions: a table of sentences and the times they tell."""

import re
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wayproof.story.temporal.timex import TimeKind, find_times
from wayproof.story.text.document import Story

DAY = date(2023, 8, 11)  # a Friday


def told(text: str, published: date | None = DAY):
    return find_times(Story(text, None, published))


DAYS = [
    ("He left on 3 August 2023.", DAY, "2023-08-03"),
    ("He left on Aug. 3, 2023.", DAY, "2023-08-03"),
    ("It was August 3rd when he left.", DAY, "2023-08-03"),
    ("He left on the fifth of May.", DAY, "2023-05-05"),
    ("He left on 2023-08-03.", DAY, "2023-08-03"),
    ("The crossing took place (Aug 10/23).", DAY, "2023-08-10"),
    ("He left on 25/12/2022.", DAY, "2022-12-25"),
    ("He left on 10.08.2023.", DAY, "2023-08-10"),
    ("He left on 12 February.", date(2024, 2, 20), "2024-02-12"),
    ("He left on 28 December.", date(2024, 1, 5), "2023-12-28"),
    ("He left on Friday 14 August.", date(1998, 8, 17), "1998-08-14"),
    ("He left on Thursday, May 28.", date(1987, 6, 1), "1987-05-28"),
    ("He crossed on Thursday.", DAY, "2023-08-10"),
    ("He crossed on Friday.", DAY, "2023-08-04"),
    ("He crossed last Friday.", DAY, "2023-08-04"),
    ("She will leave next Monday.", DAY, "2023-08-14"),
    ("He left yesterday.", DAY, "2023-08-10"),
    ("He left the day before yesterday.", DAY, "2023-08-09"),
]


@pytest.mark.parametrize(("text", "published", "expected"), DAYS)
def test_days(text, published, expected):
    (found,) = told(text, published)
    assert found.earliest == datetime.fromisoformat(expected)
    assert found.latest == found.earliest + timedelta(days=1)


@pytest.mark.parametrize(
    "text",
    ["She sailed on a Tuesday, with a band.", "He left one wet Friday.", "It began on a cold Monday in the rain."],
)
def test_any_day_of_a_name_is_no_time(text):
    assert told(text) == ()


def test_a_weekday_before_a_noun_is_that_of_the_week():
    (found,) = told("He spoke in a Thursday interview.")
    assert found.earliest == datetime(2023, 8, 10)  # noqa: DTZ001 - a day has no zone


CLOCKS = [
    ("He left at 14:00 local time on 5 May.", "14:00", "14:01"),
    ("At about 18:40 on 5 May he landed.", "18:25", "18:56"),
    ("He left at half past six on the evening of 5 May.", "18:30", "18:31"),
    ("He left at ten to four on 5 May.", "15:50", "15:51"),
    ("He left at 9.15pm on 5 May.", "21:15", "21:16"),
    ("He left at 9 a.m. on 5 May.", "08:55", "09:06"),
    ("It was nine on the morning of Friday 5 May.", "08:55", "09:06"),
    ("He came a little after three on the morning of 5 May.", "03:00", "03:30"),
    ("He left shortly before noon on 5 May.", "11:30", "12:00"),
    ("He left at 2200 hours on May 5.", "22:00", "22:01"),
    ("He came between 14:00 and 15:00 on 5 May.", "14:00", "15:01"),
    ("He left in the small hours of 5 May.", "00:00", "06:00"),
    ("He left at dawn on 5 May.", "03:00", "08:00"),
]


@pytest.mark.parametrize(("text", "low", "high"), CLOCKS)
def test_clock_times(text, low, high):
    (found,) = told(text)
    assert (found.earliest, found.latest) == (
        datetime.fromisoformat(f"2023-05-05T{low}"),
        datetime.fromisoformat(f"2023-05-05T{high}"),
    )
    assert not found.floating


def test_night_ends_in_the_morning_after():
    (found,) = told("He left on the night of 5 May.")
    assert found.earliest.date() == date(2023, 5, 5)
    assert found.latest.date() == date(2023, 5, 6)


SPANS = [
    ("It happened between 2 and 4 March.", "2023-03-02", "2023-03-05"),
    ("It lasted from 2 to 4 March.", "2023-03-02", "2023-03-05"),
    ("He walked from 2 March to 4 April.", "2023-03-02", "2023-04-05"),
    ("He left in May.", "2023-05-01", "2023-06-01"),
    ("He left in early March.", "2023-03-01", "2023-03-13"),
    ("He left in 2004.", "2004-01-01", "2005-01-01"),
    ("He left in the 1990s.", "1990-01-01", "2000-01-01"),
]


@pytest.mark.parametrize(("text", "low", "high"), SPANS)
def test_spans(text, low, high):
    (found,) = told(text)
    assert (found.earliest, found.latest) == (datetime.fromisoformat(low), datetime.fromisoformat(high))


RELATIVE = [
    ("two days later", "2023-05-07", "2023-05-08"),
    ("A week earlier", "2023-04-28", "2023-04-29"),
    ("The next day", "2023-05-06", "2023-05-07"),
    ("The previous Thursday", "2023-05-04", "2023-05-05"),
    ("at 09:00 the next morning", "2023-05-06T09:00", "2023-05-06T09:01"),
    ("the same evening", "2023-05-05T16:30", "2023-05-06"),
]


@pytest.mark.parametrize(("words", "low", "high"), RELATIVE)
def test_relative_words_count_from_the_running_day(words, low, high):
    found = told(f"He left on 5 May. He slept {words}.")[-1]
    assert (found.earliest, found.latest) == (datetime.fromisoformat(low), datetime.fromisoformat(high))


def test_weekday_of_an_old_story_follows_its_narrative():
    found = told("He left on Monday 1 May 1978. On Wednesday he arrived.")[-1]
    assert found.earliest == datetime(1978, 5, 3)  # noqa: DTZ001 - wall clocks have no zone


def test_clock_without_a_day_floats_on_the_running_day():
    found = told("He left on 5 May. At 19:45 he was in Baku.")[-1]
    assert found.floating
    assert found.earliest == datetime(2023, 5, 5, 19, 45)  # noqa: DTZ001


def test_an_hour_in_words_goes_forward_in_the_day():
    found = told("At 15:11 on 5 May he was seen. Shortly before four o'clock he fell.")[-1]
    assert (found.earliest.hour, found.latest.hour) == (15, 16)


@pytest.mark.parametrize(
    "text",
    [
        "You may go and they march on.",
        "There were 6005 people, and a second Sunday Times article said he may.",
        "At one point he won 3-2; at five games he stopped.",
        "Black Friday and Sheffield Wednesday are names.",
        "He is 46, drove 841 miles and paid 2000 km of fares.",
        "The evening paper and the Morning Star said so.",
    ],
)
def test_ordinary_words_and_numbers_are_no_times(text):
    assert not [found for found in told(text) if found.earliest is not None]


def test_zones_only_where_the_text_names_one():
    assert told("He left at 1400 GMT on 5 May.")[0].zone == "UTC"
    assert told("He left at 5pm Moscow time on 5 May.")[0].zone == "Europe/Moscow"
    assert told("He left at 14:00 local time on 5 May.")[0].zone is None


def test_gaps_and_lengths():
    assert told("Two hours later he was there.")[0].after_hours == (1.5, 2.5)
    assert told("It took him under five hours.")[0].duration[1] == timedelta(hours=5)
    low, high = told("He came 43 hours, 25 minutes and 13 seconds after he started.")[0].after_hours
    assert low < 43 + 25 / 60 + 13 / 3600 < high < low + 0.01
    assert told("Two days later he was there.", None)[0].after_hours == (24, 72)


KINDS = [
    ("He left on Thursday.", TimeKind.EVENT),
    ("News of it broke on Friday.", TimeKind.REPORT),
    ("Officials said on Friday that he had gone.", TimeKind.REPORT),
    ("Officials said he left on Friday.", TimeKind.EVENT),
    ("On August 3, she made up her mind to leave.", TimeKind.DECISION),
    ("He made the decision to go on August 3.", TimeKind.DECISION),
    ("BONN, June 1 \u2014 A pilot landed.", TimeKind.PUBLICATION),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kinds(text, kind):
    assert told(text)[0].kind is kind


def test_without_a_publication_date_nothing_is_guessed():
    (found,) = told("He left on Thursday.", None)
    assert found.earliest is None
    assert found.latest is None


VOCABULARY = (
    "on at by the 5 May March may Sunday Times two days later 14:00 half past six evening of 2023 and , . \n between "
    "from to noon dawn GMT a week prior last next 29 February 31 June o'clock three"
)
WORDS = st.sampled_from(re.split(" ", VOCABULARY))


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=80), st.none() | st.dates())
def test_nothing_raises_and_spans_fit(text, published):
    last = 0
    for found in told(text, published):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        assert found.earliest is None or found.latest is None or found.earliest < found.latest
        last = found.end


def test_long_text_takes_linear_time():
    text = "He left on 5 May, at 14:00, and two days later came back. " * 1000
    assert len(told(text)) == 2_000
    assert told("," * 50_000) == ()


@pytest.mark.parametrize(
    ("text", "published", "low"),
    [
        ("He reached the pier at 06.25 on 3 May.", date(2012, 5, 20), "2012-05-03 06:25:00"),
        ("They set out at six on Tuesday morning, 14 August, by bus.", date(2018, 9, 20), "2018-08-14 05:55:00"),
        ("She left on Tuesday and was home on Saturday 9 June.", date(2018, 6, 28), "2018-06-05 00:00:00"),
        ("He rowed it last June, beginning on the 4th.", date(2015, 2, 4), "2014-06-04 00:00:00"),
        ("At midnight they danced, and left at 9.15 on 1 January.", date(2017, 1, 6), "2016-12-31 23:55:00"),
        ("On 3 May he left, and stood at the gate at five next morning.", date(2012, 5, 20), "2012-05-04 04:55:00"),
    ],
)
def test_days_told_beside_their_times(text, published, low):
    found = find_times(Story(text, None, published))
    assert low in {str(one.earliest) for one in found if one.kind is TimeKind.EVENT}


LATER_YEARS = [
    ("She put to sea on 17 November 2021. She was home on Tuesday 14 February.", date(2023, 2, 20), "2023-02-14"),
    ("He was last seen on 2 October 2020. They buried him on Friday, 18 March.", date(2022, 4, 1), "2022-03-18"),
    ("It sailed on 5 May 2019. On Monday, 6 May, it was seen again.", date(2019, 6, 1), "2019-05-06"),
    ("They left on 20 March 1987. They had packed on Sunday 15 March.", date(1990, 6, 1), "1987-03-15"),
    ("She left on 17 November 2021. On 3 February this year she was found.", date(2023, 2, 20), "2023-02-03"),
    ("She left on 17 November 2021. On 3 February of this year she was found.", date(2023, 2, 20), "2023-02-03"),
    ("She left on 17 November 2020. On 3 February last year she was found.", date(2023, 2, 20), "2022-02-03"),
]


@pytest.mark.parametrize(("text", "published", "expected"), LATER_YEARS)
def test_a_date_without_a_year_in_a_long_tale(text, published, expected):
    assert told(text, published)[1].earliest == datetime.fromisoformat(expected)


AFTER_LIMITS = [
    (
        "He sat at noon on 5 May. He was over the bridge by ten to one and home at two minutes to four.",
        "15:58",
    ),
    ("At eleven on 5 May she spoke. By half past twelve she was gone; at a quarter past three she was seen.", "15:15"),
    (
        "She rose at half past six on the morning of 5 May, was out by ten past nine and home at ten to ten.",
        "09:50",
    ),
]


@pytest.mark.parametrize(("text", "expected"), AFTER_LIMITS)
def test_a_limit_names_the_hour_that_what_is_told_next_comes_after(text, expected):
    assert told(text)[-1].earliest == datetime.fromisoformat(f"2023-05-05T{expected}")


def test_a_name_that_sounds_like_telling_dates_what_happened():
    left, came = told("She sailed from Port Said on 3 May 1970 and reached Jeddah on 9 May.")
    assert left.kind is TimeKind.EVENT
    assert came.earliest == datetime(1970, 5, 9)  # noqa: DTZ001 - a wall clock
