"""Flights that nobody was allowed, and places without an airfield on the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from toyworld import PLACES, SHUT_SKY, journey, judged, toy_world, visit
from wayproof.check import check
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.text.document import Story
from wayproof.travel.airfields import airfields
from wayproof.travel.routes import LegQuery
from wayproof.verdict.grades import Grade
from wayproof.verdict.sky_rules import AirspaceClosed, NoAirfield, NoDirectFlight
from wayproof.world.airport_openings import Opening
from wayproof.world.atlas import open_world

if TYPE_CHECKING:
    from wayproof.story.itineraries.itinerary import Itinerary
    from wayproof.world.airports import Closure
    from wayproof.world.atlas import World

OPENED = date(2023, 9, 6)
BELDER = Opening("BBBE", "Belder", None, None, OPENED, None, "", "toy gazette", "high")
BARRED = replace(SHUT_SKY, id="bb-aa", closed_to="AA", reason="blockade")


def world(*openings: Opening, closures: tuple[Closure, ...] = ()) -> World:
    return toy_world(closures=closures, openings=openings)


def flight(day: int, quote: str = "", *, modes: tuple[str, ...] = ("air",), hour: int = 0) -> Itinerary:
    start = datetime(2023, 9, day, hour, tzinfo=UTC)
    end = datetime(2023, 9, day + 1, tzinfo=UTC)
    return journey(
        visit("Alma", start, end, event=Event.DEPART),
        visit("Belder", start, end, event=Event.ARRIVE, modes=modes, quote=quote),
    )


def test_an_airport_is_left_out_before_it_opened_and_after_it_closed() -> None:
    airports = world(replace(BELDER, until=date(2023, 9, 8))).airports
    belder = (PLACES["Belder"].lat, PLACES["Belder"].lon)
    nearest = {day: airports.nearest(*belder, on=date(2023, 9, day))[0][1].icao for day in (5, 6, 8, 9)}
    assert nearest == {5: "AAAL", 6: "BBBE", 8: "BBBE", 9: "AAAL"}
    assert airports.nearest(*belder)[0][1].icao == "BBBE"
    assert [one.icao for one in airports.of_kind("large", date(2023, 9, 5))] == ["AAAL"]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(replace(BELDER, succeeds="Old Belder"), id="the town had another airport before"),
        pytest.param(replace(BELDER, confidence="low"), id="its day is not certain"),
    ],
)
def test_a_town_keeps_its_flights(row: Opening) -> None:
    query = LegQuery(PLACES["Alma"], PLACES["Belder"], date(2023, 9, 5), ("air",))
    found = airfields(query, "air", world(row))
    assert found is not None
    assert found.arrival.icao == "BBBE"
    assert airfields(query, "air", world(BELDER)) is None


def test_a_flight_to_a_place_without_an_airport_yet_is_implausible() -> None:
    assert judged(flight(6), world(BELDER)).assessment.verdict.label == "possible"
    early = judged(flight(5), world(BELDER))
    assert early.assessment.verdict.label == "implausible"
    (finding,) = NoAirfield().judge(early.case) or ()
    assert "served no airline before 2023" in finding.text
    assert finding.sources == ("toy gazette",)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "left Cape Town in a private jet at dawn on 3 March 2003 and was in Jamestown, on St Helena, by dusk.",
            "implausible",
        ),
        (
            "left Cape Town in a private jet at dawn on 3 March 2018 and was in Jamestown, on St Helena, by dusk.",
            "possible",
        ),
        ("left Punta Arenas in a Learjet at noon on 3 March 1990 and was at Grytviken by dusk.", "implausible"),
        (
            "left Santiago by private plane at noon on 3 March 1962 and was on Easter Island by nine that night.",
            "implausible",
        ),
        ("flew his Cessna from Cape Town to Tristan da Cunha on 3 March 2001.", "implausible"),
        ("flew an old Cessna from Papeete to Rangiroa on 3 March 1970.", "possible"),
    ],
)
def test_a_jet_of_ones_own_needs_the_airport_too(text: str, label: str) -> None:
    found = check(Story(f"Rolf Berger {text}", None, date(2019, 6, 30)), world=open_world())
    assert found.verdict.label == label
    rules = {finding.rule for one in found.itineraries for finding in one.findings if finding.grade is not None}
    assert ("no-airfield" in rules) is (label == "implausible")


def test_a_day_of_opening_that_is_not_certain_is_told_alone() -> None:
    (finding,) = NoAirfield().judge(judged(flight(5), world(replace(BELDER, confidence="low"))).case) or ()
    assert finding.grade is None
    assert finding.uncertain is not None


NONSTOP = (
    "flew directly to Belder",
    "took the nonstop flight to Belder",
    "boarded a non-stop service to Belder",
    "flew to Belder with no stop anywhere",
    "flew to Belder without changing planes",
    "was on the direct flight to Belder",
    "a plane took her direct to Belder",
    "flew to Belder without a single stop",
    "took the morning airliner straight across to Belder",
    "flew straight over to Belder",
    "boarded the evening plane straight to Belder",
    "flew to Belder in a single hop",
)
WITH_A_STOP = (
    "flew to Belder",
    "as there was no direct flight, flew to Belder the long way",
    "could not fly directly to Belder, and changed planes",
    "took a taxi directly to the airport and flew to Belder",
    "flew to Belder without delay",
    "instead of a nonstop flight to Belder she had three",
    "went straight to the airport and flew to Belder",
    "flew on to Belder and drove straight across the town",
)


@pytest.mark.parametrize("quote", NONSTOP)
def test_a_flight_without_a_stop_between_countries_that_shut_their_skies(quote: str) -> None:
    shut = world(closures=(BARRED,))
    (finding,) = NoDirectFlight().judge(judged(flight(5, quote), shut).case) or ()
    assert (finding.grade, finding.sources) == (Grade.IMPLAUSIBLE, ("toy gazette",))
    assert not NoDirectFlight().judge(judged(flight(12, quote), shut).case)


@pytest.mark.parametrize("quote", WITH_A_STOP)
def test_a_flight_that_may_have_stopped(quote: str) -> None:
    assert not NoDirectFlight().judge(judged(flight(5, quote), world(closures=(BARRED,))).case)


def test_an_airport_that_lets_in_flights_of_some_countries_alone() -> None:
    some = replace(SHUT_SKY, closed_to="all but CC")
    assert NoDirectFlight().judge(judged(flight(5, NONSTOP[0]), world(closures=(some,))).case)
    spared = replace(SHUT_SKY, closed_to="all but AA/CC")
    assert not NoDirectFlight().judge(judged(flight(5, NONSTOP[0]), world(closures=(spared,))).case)


def test_an_embargo_bars_flights_abroad() -> None:
    embargo = replace(SHUT_SKY, closed_to="flights abroad")
    (finding,) = AirspaceClosed().judge(judged(flight(5), world(closures=(embargo,))).case) or ()
    assert finding.grade is Grade.IMPLAUSIBLE
    home = replace(embargo, airspace="AA")
    start = datetime(2023, 9, 5, tzinfo=UTC)
    inside = journey(
        visit("Alma", start, start + timedelta(days=1)),
        visit("Arbor", start, start + timedelta(days=1), modes=("air",)),
    )
    assert not AirspaceClosed().judge(judged(inside, world(closures=(home,))).case)


def test_a_sky_that_was_shut_in_the_course_of_the_day() -> None:
    half = replace(SHUT_SKY, airspace="AA", since=date(2023, 9, 5), since_utc="10:00", until=date(2023, 9, 7))
    rule = AirspaceClosed()
    assert rule.judge(judged(flight(5, hour=12), world(closures=(half,))).case)
    assert not rule.judge(judged(flight(5), world(closures=(half,))).case)


REFUTED = (
    "On 8 June 1999 Paul Moore flew from Cape Town to Jamestown on St Helena by scheduled jet.",
    "On 3 March 1965 Ruth Bell flew from Buenos Aires to Port Stanley by scheduled airliner.",
    "On 9 May 1962 Inge Lund flew from Santiago de Chile to Hanga Roa on Easter Island.",
    "On 9 May 2011 Inge Lund flew from Papeete to Adamstown on Pitcairn.",
    "On 5 May 2018 Lena Frey flew nonstop from Abu Dhabi to Doha.",
    "On 9 June 2023 Omar Haddad took an airliner from Khartoum to Cairo.",
    "On 3 June 1993 Vesna Ilic flew from Belgrade to Vienna.",
    "On 3 June 2019 Emma Stone took a direct flight from London to Ercan.",
    "On 7 October 1972 Spyros Kallas took the bus from Ioannina to Gjirokaster at eight and was there by noon.",
)
BORNE_OUT = (
    "On 11 May 2019 Paul Moore flew from Johannesburg to Jamestown on St Helena.",
    "On 3 March 1975 Ruth Bell flew from Comodoro Rivadavia to Port Stanley by scheduled airliner.",
    "On 9 May 1972 Inge Lund flew from Santiago de Chile to Hanga Roa on Easter Island.",
    "On 5 May 2022 Lena Frey flew nonstop from Abu Dhabi to Doha.",
    "On 9 March 2024 Omar Haddad took an airliner from Port Sudan to Cairo.",
    "On 3 June 1993 Vesna Ilic flew from Belgrade to Podgorica.",
    "On 3 June 1994 Per Dahl flew from Oslo to Munich.",
    "On 3 June 1991 Li Wen flew from Hong Kong to Denver.",
    "On 3 June 2009 Kurt Lang flew from Berlin to Istanbul.",
    "On 3 June 2019 Emma Stone took a direct flight from Istanbul to Ercan.",
)


@pytest.mark.parametrize(
    ("text", "refuted"), [*((text, True) for text in REFUTED), *((text, False) for text in BORNE_OUT)]
)
def test_shipped_days_and_skies(text: str, *, refuted: bool) -> None:
    verdict = check(Story(text, published=date(2025, 8, 1)), world=open_world()).verdict
    assert verdict.is_refuted is refuted
    assert not verdict.is_unknown


def test_shipped_openings_are_of_shipped_airports() -> None:
    airports = open_world().airports
    known = {one.icao for one in airports.all}
    assert not {one.icao for one in airports.openings.all if one.icao} - known


def test_no_city_loses_all_its_airports() -> None:
    """An airport that came late has another one near in the table, or is said to come after one."""
    airports = open_world().airports
    for one in airports.openings.all:
        large = one.icao and one.since is not None and not one.succeeds and airports.get(one.icao).kind == "large"
        # of islands and new towns nobody says that they had flights before
        if not large or one.source.startswith("not before") or one.since is None or one.since.year < NEW_AIRPORTS:
            continue
        field = airports.get(one.icao)
        if field.country in ISLANDS:
            continue
        near = airports.nearest(field.lat, field.lon, kinds=("large", "medium"), on=one.since - timedelta(days=1))
        assert near[0][0] < CITY_KM, one.name


NEW_AIRPORTS, CITY_KM = 1960, 90.0
ISLANDS = frozenset({"SC", "MV", "NU", "MX"})
