"""Weekdays of named weeks, spans of days, times with two ends, hyphenated hours and lengths told in parts."""

from datetime import date, datetime, timedelta

import pytest

from wayproof.story.temporal.timex import find_times
from wayproof.story.text.document import Story

DAY = date(2019, 5, 15)  # a Wednesday


def told(text):
    return find_times(Story(text, None, DAY))


WEEKDAYS = [
    ("He left Oslo on Monday of last week.", ["2019-05-06"]),
    ("He left Oslo last week, on Monday, by train.", ["2019-05-06"]),
    ("He left Oslo on the Monday evening of last week.", ["2019-05-06"]),
    ("He left Oslo on Friday last week.", ["2019-05-10"]),
    ("He left Oslo on Monday of the week before last.", ["2019-04-29"]),
    ("He left Oslo on 2 April. On Monday of the following week he was in Kiel.", ["2019-04-02", "2019-04-08"]),
    ("He left Oslo on 2 April. On Thursday of the same week he was in Kiel.", ["2019-04-02", "2019-04-04"]),
    ("He left Oslo a week last Tuesday.", ["2019-05-07"]),
    ("He left Oslo three weeks ago on Monday.", ["2019-04-22"]),
    ("He left Oslo a week ago on Friday.", ["2019-05-03"]),
    ("He left Oslo two Tuesdays ago.", ["2019-05-07"]),
    ("He left Oslo the Tuesday before last.", ["2019-05-07"]),
    ("He left Oslo on Christmas Day 2018 and Kiel three days after Christmas.", ["2018-12-25", "2018-12-28"]),
    ("He left Oslo on 3 May at noon, and the next dawn was in Kiel.", ["2019-05-03", "2019-05-04"]),
]


@pytest.mark.parametrize(("text", "days"), WEEKDAYS)
def test_day(text, days):
    assert [one.earliest.date().isoformat() for one in told(text)] == days


def test_weekdays_after_a_named_week_are_of_it():
    week, first, last = told("Last week he left Oslo on the Monday and was in Bergen on the Thursday.")
    assert (first.earliest.day, last.earliest.day) == (6, 9)
    assert week.latest <= datetime(2019, 5, 15)  # noqa: DTZ001 - a day has no zone


@pytest.mark.parametrize("telling", ["A court heard last week", "Police said last week", "It was reported last week"])
def test_a_week_of_telling_dates_no_weekday(telling):
    weekday = told(f"{telling} that he left Oslo on Tuesday.")[-1]
    assert weekday.earliest.date() == date(2019, 5, 14)


RANGES = [
    ("between Monday and Thursday of last week", "2019-05-06 00:00", "2019-05-10 00:00"),
    ("from Monday to Thursday last week", "2019-05-06 00:00", "2019-05-10 00:00"),
    ("between 22:00 on Sunday and 06:00 on Monday", "2019-05-12 22:00", "2019-05-13 06:01"),
    ("between six on Sunday evening and four on Monday morning", "2019-05-12 17:55", "2019-05-13 04:06"),
    ("between six on Wednesday evening and four on Thursday morning", "2019-05-08 17:55", "2019-05-09 04:06"),
    ("between Sunday night and Tuesday morning", "2019-05-12 18:00", "2019-05-14 12:00"),
    ("between noon on 3 May and midnight on 5 May", "2019-05-03 11:55", "2019-05-06 00:06"),
    ("between dawn on Monday and dusk on Tuesday", "2019-05-13 03:00", "2019-05-14 23:00"),
    ("between ten and eleven on Sunday evening", "2019-05-12 22:00", "2019-05-12 23:01"),
    ("between ten on Sunday evening and midnight", "2019-05-12 22:00", "2019-05-13 00:01"),
    ("in the first week of April", "2019-04-01 00:00", "2019-04-10 00:00"),
    ("in the last days of March 2018", "2018-03-20 00:00", "2018-04-01 00:00"),
    ("in the second half of April", "2019-04-14 00:00", "2019-05-01 00:00"),
    ("the night before last", "2019-05-13 12:00", "2019-05-14 07:00"),
    ("48 hours ago", "2019-05-12 00:00", "2019-05-14 00:00"),
    ("late on Thursday night", "2019-05-09 20:00", "2019-05-10 04:00"),
    ("at last light on Friday", "2019-05-10 15:00", "2019-05-10 23:00"),
]


@pytest.mark.parametrize(("words", "earliest", "latest"), RANGES)
def test_range(words, earliest, latest):
    (found,) = told(f"He left Oslo {words}.")
    assert (found.earliest, found.latest) == (datetime.fromisoformat(earliest), datetime.fromisoformat(latest))


HOURS = [
    ("at half-past nine on Friday night", "21:30"),
    ("at a quarter-to-nine on Friday morning", "08:45"),
    ("at ten-past-eleven on Friday morning", "11:10"),
    ("as the clock struck six on Friday morning", "05:55"),
    ("on Friday, 10 May, 06:20: as planned", "06:20"),
    ("at 3:15 on Friday afternoon", "15:15"),
    ("at 11:40 that same night", "23:40"),
]


@pytest.mark.parametrize(("words", "hour"), HOURS)
def test_hour(words, hour):
    found = told(f"On Friday he was in Oslo. He left {words}.")[-1]
    assert f"{found.earliest:%H:%M}" == hour


def test_the_same_hour_of_another_day():
    _, again = told("He left Oslo at six on Friday morning and was in Bergen at the same hour on Saturday.")
    assert again.earliest == datetime(2019, 5, 11, 5, 55)  # noqa: DTZ001 - local


def test_an_evening_flight_lands_in_the_evening_by_the_clocks_there():
    landed = told("It took off at twenty-five to eight on Friday evening and landed at ten to nine, British time.")[-1]
    assert landed.earliest == datetime(2019, 5, 10, 20, 50)  # noqa: DTZ001 - local


def test_an_offset_is_a_zone():
    east, west = told("He left Oslo at 23:00 UTC+2 on 9 May and landed at 04:00 UTC-5 on 10 May.")
    assert (east.zone, west.zone) == ("Etc/GMT-2", "Etc/GMT+5")


LENGTHS = [
    ("Twelve hours and a few minutes afterwards", 12.0, 12.3),
    ("A little under twelve hours later", 9.0, 12.0),
    ("Just over twelve hours later", 12.0, 15.5),
    ("Barely an hour later", 0.75, 1.5),
    ("Half a day later", 7.0, 17.0),
    ("Three hours twenty later", 3.3, 3.4),
]


@pytest.mark.parametrize(("words", "least", "most"), LENGTHS)
def test_gap(words, least, most):
    gap = told(f"He left Oslo at six on Friday morning. {words} he was in Bergen.")[-1].after_hours
    assert least <= gap[0] <= gap[1] <= most


def test_hours_and_minutes_without_their_unit():
    length = told("It took him 11 hours 40 to reach Bergen.")[-1].duration
    assert length[0] <= timedelta(hours=11, minutes=40) <= length[1]
    assert told("It took 11 hours 40 kilometres from Bergen.")[-1].duration[0] < timedelta(hours=11)


def test_nights_that_follow():
    _, nights = told("He spent the night of 3 May in Oslo and the following two nights in Bergen.")
    assert (nights.earliest.day, nights.latest.day) == (4, 6)


def test_the_end_of_the_month_told():
    _, end = told("In mid-April he was in Oslo; towards the end of the month in Bergen.")
    assert (end.earliest.month, end.earliest.day, end.latest.month) == (4, 18, 5)


def test_that_autumn_is_of_the_year_told():
    _, autumn = told("He was in Oslo in the spring of 2016 and in Bergen that autumn.")
    assert autumn.earliest.year == 2016


MEALS = [
    ("He was in Bergen on Friday for a late lunch.", "12:00", "17:00"),
    ("He was in Bergen on Friday, in time for supper.", "17:00", "23:30"),
    ("On Friday he stopped in Bergen for breakfast and went on.", "05:00", "11:00"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), MEALS)
def test_a_meal_that_somebody_was_somewhere_for(text, earliest, latest):
    meal = told(text)[-1]
    assert (f"{meal.earliest:%H:%M}", f"{meal.latest:%H:%M}") == (earliest, latest)
