"""Ways of telling a journey: the sentences of tellings*.txt with the stops they tell, read with the shipped gazetteer.

A line is a story and, after "=>", its stops: "depart Lyon", "arrive Lyon 09:00" or "at Lyon 4", with the time of day
where the words tell one to a quarter of an hour, else with the day of June 2019 where they tell that.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world
from wayproof.world.zones import zone_at

QUARTER, DAY = timedelta(minutes=15), timedelta(days=1)
SPOKEN = timedelta(minutes=11)
"""How wide an hour without minutes is taken to be: from five minutes before it."""


def stops(text: str) -> list[str]:
    itinerary = itineraries_of(Story(text, None, date(2019, 6, 14)), open_world()).told
    found = []
    for visit in itinerary.visits:
        words = f"{visit.event} {visit.place.name}"
        if visit.earliest is not None and visit.latest is not None:
            zone = ZoneInfo(zone_at(visit.place.lat, visit.place.lon))
            first, width = visit.earliest.astimezone(zone), visit.latest - visit.earliest
            if width <= QUARTER:
                words += f"{first + timedelta(minutes=5) if width == SPOKEN else first: %H:%M}"
            elif width <= DAY:
                words += f" {first.day}"
        found.append(words)
    return found


def tellings():
    kind, found = "", []
    files = sorted(Path(__file__).parent.glob("tellings*.txt"))
    for line in (line for path in files for line in path.read_text(encoding="utf-8").splitlines()):
        if line.startswith("#"):
            kind = line[2:]
        elif line:
            text, _, told = line.partition(" =>")
            expected = [stop.strip() for stop in told.split(";") if stop.strip()]
            found.append(
                pytest.param(text.replace("\\n", "\n"), expected, id=re.sub(r"\W+", "-", f"{kind}: {text[:60]}"))
            )
    return found


@pytest.mark.parametrize(("text", "expected"), tellings())
def test_stops_of_a_sentence(text: str, expected: list[str]) -> None:
    assert stops(text) == expected
