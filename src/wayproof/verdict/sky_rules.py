"""The rules about flying: skies that were shut, flights that nobody was allowed, places without an airfield."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.regexes import regex
from wayproof.travel.air_routes import LIGHT_RANGE_KM
from wayproof.travel.closed_skies import ABROAD, EVERYBODY, shut_between, shuts_out
from wayproof.verdict.border_rules import CIVIL_CRAFT, OFFICIALS, days_of
from wayproof.verdict.findings import Finding, Number, spared
from wayproof.verdict.grades import Grade
from wayproof.verdict.legs import Nature
from wayproof.verdict.ranking import ranked
from wayproof.verdict.wording import country_name, day_words
from wayproof.world.geodesy import distance_km
from wayproof.world.regimes import AIR_MODES, AIRLINERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wayproof.story.itineraries.itinerary import Visit
    from wayproof.verdict.cases import Case, LegCase
    from wayproof.verdict.rules import Rule
    from wayproof.world.airport_openings import Opening
    from wayproof.world.airports import Closure
    from wayproof.world.atlas import World
    from wayproof.world.places import Place

SCHEDULED: Final = "scheduled civil flights"
"""Whom a closure is for that leaves the sky to evacuations and charters."""

ALL_BUT: Final = "all but "
"""Begins whom a closure is for that names the countries whose flights it lets in, as codes."""

TO_THE_AIRPORT: Final = frozenset({"foot", "car", "bus", "rail", "bicycle", "motorcycle"})
"""Means told beside a flight that bring nobody over the sea."""

OWN_JET, LIGHT = "private_jet", "light_aircraft"

AFLOAT: Final = regex(r"\b(?:sea-?planes?|float-?planes?|flying\s+boats?|amphibians?|on\s+floats)\b", re.IGNORECASE)
"""What lands on the water."""

STILL_ALOFT: Final = timedelta(hours=8)
"""Flights under way when a sky is shut are let land; the longest wait over the ocean is a matter of hours."""

NONSTOP: Final = regex(
    r"\bnon-?stop\b"
    r"|\b(?:flew|fly|flies|flown|flying|flight|flights|airliner|plane|jet)\s+(?:\w+\s+){0,2}?direct(?:ly)?\b"
    r"|\bdirect(?:ly)?\s+(?:\w+\s+){0,2}?(?:flight|flights|plane|airliner|jet|service|connection)\b"
    r"|\b(?:with\s+no|without)\s+(?:(?:a|any|a\s+single|so\s+much\s+as\s+a)\s+)?"
    r"(?:stops?|stop-?overs?|stopping|landing|layovers?|change|changes|changing|transfers?|intermediate\s+\w+)\b"
    r"|\b(?:flew|flown|flying|flight|service|airliner|plane|jet)\s+(?:\w+\s+){0,2}?straight\s+(?:across|over|through)\b"
    r"|\b(?:flight|airliner|plane|jet|airline\s+service)\s+straight\s+to\b"
    r"|\bin\s+(?:one|a\s+single)\s+(?:hop|leg|stage|flight)\b",
    re.IGNORECASE,
)
"""How a text says that no third place was landed at."""

DENIED: Final = regex(
    r"(?:\b(?:no|not|never|neither|nobody|cannot|without|instead\s+of|rather\s+than)|n't)\b[^.;]{0,25}$", re.IGNORECASE
)
"""Words before it that say the opposite."""

NEAR_AIRPORTS: Final = 12
"""So many airports around a place are asked for their days."""

WIDEST_KM: Final = 150.0
"""In an area no wider than this, the airports near its middle are those that serve it."""

NEVER_KM: Final = 60.0
"""So near to the point that the table gives lies all of an island that never had an airfield."""


class AirspaceClosed:
    """A leg flown from or to a country whose sky was closed to all civil aircraft.

    Where the text says that it was flown by airliner or another civil aircraft, and the sky was closed on every day
    that this may have been, the grade is at most implausible; otherwise it is a remark, and so is a stop of scheduled
    flights: others take people home. Aircraft of states fly under closed skies.
    """

    name = "airspace-closed"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A finding for each end of a flown leg that lies under a closed sky."""
        flown = [leg for leg in case.legs if any(route.mode in AIR_MODES for route in leg.leg.routes)]
        if not flown:
            return None
        ends = [(leg, visit) for leg in flown for visit in (leg.origin, leg.destination)]
        return tuple(finding for leg, visit in ends for finding in self._end(leg, visit, case))

    def _end(self, leg: LegCase, visit: Visit, case: Case) -> tuple[Finding, ...]:
        country, days = visit.place.country, days_of(visit, (leg.origin, leg.destination))
        if country is None or not days:
            return ()
        at, moments = (visit.place.lat, visit.place.lon), _moments(leg, visit)
        told = bool(leg.leg.query.modes) and set(leg.leg.query.modes) <= AIRLINERS
        civil = bool(leg.leg.query.modes) and set(leg.leg.query.modes) <= CIVIL_CRAFT
        ends = (leg.origin.place.country, leg.destination.place.country)
        over_it = [one for one in case.world.airports.airspace.all if one.airspace == country and one.covers(at)]
        barred = [
            [
                one
                for one in over_it
                if (one.holds_on(day) or _holds_at(one, moments))
                and (shuts_out(one, ends, day, case.world) or (told and one.closed_to == SCHEDULED))
            ]
            for day in days
        ]
        shut = [min(held, key=_kindness, default=None) for held in barred]
        closure = max((one for one in shut if one is not None), key=_kindness, default=None)
        if closure is None or None in shut:
            return ()
        others = any(route.mode not in AIR_MODES for route in leg.leg.routes)
        if others and not civil:
            return ()
        since = day_words(closure.since)
        whom = "civil aircraft" if closure.closed_to == EVERYBODY else closure.closed_to
        over = f"{visit.place.name} ({country_name(country, case.world)})"
        text = f"The sky over {over} had been closed to {whom} since {since}."
        grade = Grade.IMPLAUSIBLE if civil and closure.closed_to in {EVERYBODY, ABROAD} else None
        numbers = (Number("closed since", str(closure.since)),)
        found = Finding(
            self.name, grade, text, numbers, (closure.source,), visit.quote, visit.start, visit.end, leg.leg.first
        )
        return (spared(found, f"the closing of the sky over {over}") if closure.is_uncertain else found,)


def _kindness(closure: Closure) -> tuple[bool, bool]:
    """How little a closure of a sky says against a flight: one of scheduled flights, or one that is not certain."""
    return closure.closed_to == SCHEDULED, closure.is_uncertain


def _moments(leg: LegCase, visit: Visit) -> tuple[datetime, datetime] | None:
    """Between which moments an end of a flight was left or reached; None where the story leaves one open."""
    if visit is leg.origin:
        first, last = visit.earliest, leg.destination.latest
    else:
        first = visit.earliest if visit.event is Event.ARRIVE else leg.origin.earliest
        first, last = None if first is None else first - STILL_ALOFT, visit.latest
    return (first, last) if first is not None and last is not None else None


def _holds_at(closure: Closure, moments: tuple[datetime, datetime] | None) -> bool:
    """Whether a sky that was shut or opened in the course of a day was shut at all of these moments."""
    if moments is None or not (closure.since_utc or closure.until_utc):
        return False
    begun = _moment(closure.since, closure.since_utc or "00:00")
    over = closure.until and (
        _moment(closure.until, closure.until_utc)
        if closure.until_utc
        else _moment(closure.until, "00:00") + timedelta(days=1)
    )
    return begun <= moments[0] and (over is None or moments[1] <= over)


def _moment(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=UTC)


class NoDirectFlight:
    """The text tells of a flight without a stop between two countries, and no carrier of either was let in.

    Where one of them had shut its sky to the carriers of the other on every day in question, planes were changed in a
    third country: never more than implausible.
    """

    name = "no-direct-flight"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A finding for each such leg; None where no flight is told to be without a stop."""
        told = [leg for leg in case.legs if _is_flown(leg) and _is_nonstop(leg)]
        return tuple(finding for leg in told for finding in self._leg(leg, case)) if told else None

    def _leg(self, leg: LegCase, case: Case) -> Iterator[Finding]:
        world, said = case.world, leg.destination
        places = (leg.origin.place, said.place)
        countries = [one.country or world.borders.country_at(one.lat, one.lon) for one in places]
        days = days_of(said, (leg.origin, said))
        if None in countries or not days:
            return
        pair = (countries[0] or "", countries[1] or "")
        barred = [shut_between(pair, day, world) or _spared_others(places, pair, day, world) for day in days]
        closure = max((one for one in barred if one is not None), key=lambda one: one.is_uncertain, default=None)
        if closure is None or None in barred:
            return
        one_airport = closure.closed_to.startswith(ALL_BUT)
        names = [one.name for one in places] if one_airport else [country_name(code, world) for code in pair]
        text = (
            f"The story flies from {places[0].name} to {places[1].name} without a stop, and there were no direct "
            f"flights between {names[0]} and {names[1]} since {day_words(closure.since)} ({closure.reason})."
        )
        numbers, sources = (Number("closed since", str(closure.since)),), (closure.source,)
        place = (said.quote, said.start, said.end, leg.leg.first)
        found = Finding(self.name, Grade.IMPLAUSIBLE, text, numbers, sources, *place)
        what = f"the closing of the sky between {names[0]} and {names[1]}"
        yield spared(found, what) if closure.is_uncertain else found


def _spared_others(places: tuple[Place, Place], pair: tuple[str, str], day: date, world: World) -> Closure | None:
    """The closure of an airport at one end to flights from all countries but some, of which the other is none."""
    for place, country, other in ((places[0], *pair), (places[1], *pair[::-1])):
        for one in world.airports.airspace.closures(country, day, (place.lat, place.lon)):
            if one.closed_to.startswith(ALL_BUT) and other not in one.closed_to.removeprefix(ALL_BUT).split("/"):
                return one
    return None


class NoAirfield:
    """The text flies to or from a place that airliners did not serve on that day: its airport was not yet open.

    A jet of one's own needs that airport as much, and so does a light aircraft at the end of a way that only its spare
    tanks last for. So does a text that names no means, and leaves no time for any other. Never more than implausible,
    and a remark where the text calls the traveller an official: soldiers and governors came by aircraft that need no
    airport.
    """

    name = "no-airfield"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A finding for each such end of a flown leg; None where no leg is flown."""
        told = [
            leg
            for leg in case.legs
            if leg.times.nature is not Nature.SAME and (_needs_runway(leg) or _leaves_no_other_way(leg))
        ]
        return tuple(finding for leg in told for finding in self._leg(leg, case)) if told else None

    def _leg(self, leg: LegCase, case: Case) -> Iterator[Finding]:
        for visit in (leg.origin, leg.destination):
            days = days_of(visit, (leg.origin, leg.destination))
            unserved = _unserved(visit.place, days, case.world) if days else None
            if unserved is None:
                continue
            opening, uncertain = unserved
            if opening.since is not None and days[0] < opening.since:
                airline = "airline" if _is_flown(leg) or not leg.leg.query.modes else "aeroplane"
                why = f"{opening.name} served no {airline} before {opening.since.year}"
            elif opening.until is not None:
                why = f"{opening.name} served none after {day_words(opening.until)}"
            else:
                why = f"{opening.name} never had an airfield"
            way = f"from {leg.origin.place.name} to {leg.destination.place.name}"
            deed = f"The story flies {way}" if leg.leg.query.modes else f"Only a flight is in time {way}"
            text = f"{deed}, and {why}."
            # no jet lands without a runway, whoever is in it
            spares = OFFICIALS & set(case.itinerary.roles) and OWN_JET not in leg.leg.query.modes
            held = None if spares else Grade.IMPLAUSIBLE
            place = (visit.quote, visit.start, visit.end, leg.leg.first)
            found = Finding(self.name, held, text, (), (opening.source,), *place)
            yield spared(found, f"the lack of an airport at {visit.place.name}") if uncertain else found
            return


def _is_flown(leg: LegCase) -> bool:
    """Whether the text says that a leg was flown by airliner, whatever brought the traveller to the airport."""
    modes = set(leg.leg.query.modes)
    return not modes.isdisjoint(AIRLINERS) and modes <= AIRLINERS | TO_THE_AIRPORT


def _needs_runway(leg: LegCase) -> bool:
    """Whether the text says that a leg was flown by what lands on runways, or so far that nothing else can have."""
    modes = set(leg.leg.query.modes)
    flown = AIRLINERS | {OWN_JET} | ({LIGHT} if leg.times.separation_km > LIGHT_RANGE_KM else set())
    if LIGHT in modes and any(AFLOAT.search(one.quote) for one in (leg.origin, leg.destination)):
        return False
    return not modes.isdisjoint(flown) and modes <= flown | TO_THE_AIRPORT


def _leaves_no_other_way(leg: LegCase) -> bool:
    """Whether the text names no means, and every way found but the one through the air takes too long for its times."""
    others = [one for one in ranked(leg) if not AIR_MODES.intersection(one.route.means)]
    if leg.leg.query.modes or leg.soft or leg.window is None or len(others) in {0, len(leg.leg.routes)}:
        return False
    return all(one.route.time.brisk is None or one.verdict.best <= Grade.IMPLAUSIBLE for one in others) and any(
        one.route.time.brisk is not None for one in others
    )


def _is_nonstop(leg: LegCase) -> bool:
    """Whether the words of a flight say that nothing was landed at in between."""
    departs = leg.origin.event is Event.DEPART or leg.leg.first == 0
    quotes = (leg.destination.quote, *((leg.origin.quote,) if departs else ()))
    found = ((quote, match) for quote in quotes for match in NONSTOP.finditer(quote))
    return any(not DENIED.search(quote[: match.start()]) for quote, match in found)


def _unserved(place: Place, days: tuple[date, ...], world: World) -> tuple[Opening, bool] | None:
    """Why no airliner came near a place on any of these days, and whether that is uncertain; None if one may have."""
    airports = world.airports
    if not airports.openings.all or (place.is_area and place.extent_km > WIDEST_KM):
        return None
    reach_km = world.speeds.value("airport reach", "air", "typical")
    near = [one for km, one in airports.nearest(place.lat, place.lon, limit=NEAR_AIRPORTS) if km <= reach_km]
    if not near:
        named = (one for one in airports.openings.never if _km(place, one) <= NEVER_KM)
        never = next(named, None)
        return None if never is None else (never, never.is_uncertain)
    rows = [airports.openings.by_icao.get(one.icao) for one in near]
    known = [one for one in rows if one is not None and all(one.rules_out(day) for day in days)]
    return (known[0], any(one.is_uncertain for one in known)) if len(known) == len(rows) else None


def _km(place: Place, opening: Opening) -> float:
    return distance_km(place.lat, place.lon, opening.lat or 0.0, opening.lon or 0.0)


SKY_RULES: tuple[Rule, ...] = (AirspaceClosed(), NoDirectFlight(), NoAirfield())
"""Every rule of this module, in the order in which findings are reported."""
