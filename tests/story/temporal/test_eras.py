"""Dates without a year take it from a month or a year told before them in the paragraph."""

from datetime import date

import pytest

from wayproof.story.temporal.timex import find_times
from wayproof.story.text.document import Story


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In May 1974 Ida Moss bought a cruise. On 15 May she was in Split.", date(1974, 5, 15)),
        ("In 1974 Ida Moss bought a cruise. On Wednesday 15 May she was in Split.", date(1974, 5, 15)),
        ("In November 1974 Ida Moss left Rome. On 3 January she was in Split.", date(1975, 1, 3)),
        # a state, an age, a look back and another paragraph lend no year
        ("The gate has been shut since March 1990. On 15 May Ida Moss was in Split.", date(1997, 5, 15)),
        ("Born in 1974, Ida Moss left Rome on 15 May.", date(1997, 5, 15)),
        ("In March 1990 Ida Moss had been refused. On 15 May she was in Split.", date(1997, 5, 15)),
        ("In May 1974 Ida Moss bought a cruise.\n\nOn 15 May she was in Split.", date(1997, 5, 15)),
        # an aside in a tale of its own year
        ("Ida Moss left Rome on 2 May 1996. It had a gate in 1974. On 15 May she was in Split.", date(1996, 5, 15)),
        # another weekday says another year
        ("In May 1974 Ida Moss bought a cruise. On Thursday 15 May she was in Split.", date(1997, 5, 15)),
    ],
)
def test_the_year_of_a_date(text, day):
    found = [one for one in find_times(Story(text, None, date(1998, 2, 10))) if "15" in one.text or "3 Jan" in one.text]
    assert found[0].earliest is not None
    assert found[0].earliest.date() == day
