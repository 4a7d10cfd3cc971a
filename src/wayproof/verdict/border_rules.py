"""The rules about borders."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from wayproof.story.vocabulary.regexes import regex
from wayproof.verdict.findings import Finding, Number, spared
from wayproof.verdict.grades import Grade
from wayproof.verdict.ranking import named_way
from wayproof.verdict.wording import country_name, day_words, listed, reason_words
from wayproof.world.country_names import with_names
from wayproof.world.crossings import CLOSED, NO_DATA, OFFICIALS_ONLY, RESTRICTED
from wayproof.world.places import Kind
from wayproof.world.regimes import AIRLINERS
from wayproof.world.zones import zone_at

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wayproof.story.itineraries.itinerary import Visit
    from wayproof.story.journey.told_closures import ToldClosure
    from wayproof.travel.border_events import BorderEvent
    from wayproof.travel.routes import Route
    from wayproof.verdict.cases import Case, LegCase
    from wayproof.verdict.rules import Rule
    from wayproof.world.atlas import World
    from wayproof.world.crossings import Crossing, Crossings, Status
    from wayproof.world.places import Place

NAMES = regex(r"(?<!^)(?<![.!?]\s)\b[A-Z][\w'-]+")
"""Capitalised words that do not only open a sentence."""

CALENDAR = frozenset({*calendar.month_name[1:], *calendar.day_name})
"""Capitalised words that name no place: "since February"."""

POST_REACH_KM = 15.0
"""How far from a named place its border post may lie."""

SAME_POST_KM = 1.5
"""So near to a gate or a bridge, its own error aside, a post of the table is the one there."""

OFFICIALS = frozenset(
    {"agent", "ambassador", "captain", "colonel", "consul", "diplomat", "general", "lieutenant", "major", "marine"}
    | {"minister", "officer", "premier", "president", "sergeant", "soldier"}
)
"""For whom closed borders open now and then."""

MOST_DAYS = 60
"""A post is looked up for each day that a visit may fall on, up to so many; a vaguer date proves nothing."""

CIVIL_CRAFT = AIRLINERS | {"private_jet", "light_aircraft"}
"""Ways of flying that a sky closed to all civil aircraft leaves to nobody; helicopters fetch the ill all the same, and
balloons go where the wind does."""

ON_ROADS = frozenset({"car", "bus", "motorcycle", "bicycle", "skates", "wheelchair"})
"""Ways of going that need a road."""

OPENING_NAME = regex(
    r"\s*((?!(?:It|There|This|That|She|He|They|Nobody|None|What|Both|These|Those)\b)[A-Z][\w'-]+)(?:\s+[A-Z][\w'-]+)*\s+"
    r"(?:itself\s+)?(?:has|have|had|is|was|cannot|can|could|possesses)\b"
)
"""A name that opens a sentence which tells what the place has."""


class CheckpointClosed:
    """The text says that an official border post was passed, and it was closed on every day that this may have been."""

    name = "checkpoint-closed"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A finding, at most implausible, for each such visit; None if no post is told of or nothing is known of it."""
        told = [(at, visit) for at, visit in enumerate(case.itinerary.visits) if visit.checkpoint]
        judged = [(at, visit, self._status(at, visit, case)) for at, visit in told]
        known = [(at, visit, status) for at, visit, status in judged if status is not None]
        closed = [(at, visit, status) for at, visit, status in known if status[1].status == CLOSED]
        if OFFICIALS & set(case.itinerary.roles):
            closed = [one for one in closed if not OFFICIALS_ONLY.search(one[2][1].reason or "")]
        # two visits on both sides of one border tell of one passage
        first = {frozenset(pairs_of(at, case)): (at, visit, status) for at, visit, status in reversed(closed)}
        found = sorted(first.values(), key=lambda one: one[0])
        return tuple(self._finding(at, visit, status, case) for at, visit, status in found) or (() if known else None)

    def _status(self, at: int, visit: Visit, case: Case) -> tuple[str, Status] | None:
        """Name and kindest status of the posts that may be meant, on the days that may be; None if one is not known."""
        days = days_in_order(at, case.itinerary.visits)
        table, posts = case.world.crossings, posts_of(at, case)
        pairs = tuple(pair for pair in pairs_of(at, case) if _lies_at(visit.place, pair, case.world))
        statuses = [
            (f"at the post {post.name}", _status_for(post, visit.modes, day, table)) for post in posts for day in days
        ]
        if not posts:
            names = {code: country_name(code, case.world) for pair in pairs for code in pair}
            statuses = [
                (f"between {names[a]} and {names[b]}", table.pair_status(a, b, day)) for a, b in pairs for day in days
            ]
        if not statuses or any(status.status == NO_DATA for _, status in statuses):
            return None
        return min(statuses, key=lambda one: (one[1].status == CLOSED, not one[1].is_uncertain))

    def _finding(self, at: int, visit: Visit, named: tuple[str, Status], case: Case) -> Finding:
        name, status = named
        since = f" since {day_words(status.since)}" if status.since else ""
        reason = f" ({reason_words(status, case.world)})" if status.reason else ""
        was = "had been" if since else "was"
        text = f"The story passes the border {name}, which {was} closed{since}{reason}."
        numbers = (Number("closed since", str(status.since)),) if status.since else ()
        sources = (status.source,) if status.source else ()
        told = Finding(
            self.name, Grade.IMPLAUSIBLE, text, numbers, sources, visit.quote, visit.start, visit.end, max(0, at - 1)
        )
        return spared(told, f"the closing of the border {name}") if status.is_uncertain else told


class ToldClosed:
    """The text calls a border or a sky closed, and tells that the traveller passed it officially all the same."""

    name = "told-closed"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A finding, at most implausible, for the first such passage; None where the text tells of no closure."""
        told = [closure for closure in case.closures if closure.lacking != "boat"]
        if not told:
            return None
        found = [self._finding(closure, case) for closure in told]
        return tuple(one for one in found if one is not None)[:1]

    def _finding(self, closure: ToldClosure, case: Case) -> Finding | None:
        visits = case.itinerary.visits
        if closure.lacking:
            barred = ON_ROADS if closure.lacking == "road" else AIRLINERS
            gone = [leg.leg for leg in case.legs if leg.leg.query.modes and barred.issuperset(leg.leg.query.modes)]
            ends = [(leg.first, visits[leg.first : leg.last + 1]) for leg in gone]
            deed = "goes by road" if closure.lacking == "road" else "flies by airliner"
        elif closure.sky:
            flown = [
                leg.leg for leg in case.legs if leg.leg.query.modes and CIVIL_CRAFT.issuperset(leg.leg.query.modes)
            ]
            ends, deed = [(leg.first, visits[leg.first : leg.last + 1]) for leg in flown], "flies in a civil aircraft"
        else:
            posts = [at for at, visit in enumerate(visits) if visit.checkpoint and pairs_of(at, case)]
            ends = [(max(0, at - 1), visits[max(0, at - 1) : at + 2]) for at in posts]
            deed = "passes an official border post"
        told = next((at for at, around in ends if _speaks_of(closure, around, case.world)), None)
        if told is None:
            return None
        text = f'The traveller {deed}, and the story itself says: "{closure.text}"'
        return Finding(self.name, Grade.IMPLAUSIBLE, text, (), (), closure.text, closure.start, closure.end, told)


def _speaks_of(closure: ToldClosure, around: Sequence[Visit], world: World) -> bool:
    """Whether all names in the words of a closure belong to these visits: their countries, places or own words."""
    codes = {_country(visit.place, world) for visit in around}
    said = " ".join(f"{visit.place.name} {visit.quote}" for visit in around)
    opening = OPENING_NAME.match(closure.text) if closure.lacking else None
    for name in [*NAMES.findall(closure.text), *([opening[1]] if opening else [])]:
        if name in CALENDAR:
            continue
        country = world.gazetteer.demonym(name)
        bearers = [entry.place for entry in world.gazetteer.lookup(name) if entry.place.kind is Kind.COUNTRY]
        known = {country, *(place.country for place in bearers)} & codes
        if name not in said and not (known - {None}):
            return False
    return True


class RestrictedCrossing:
    """The best way of a leg uses a post that let only some people through on that day."""

    name = "crossing-restricted"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A remark for each such post on the best way of each leg."""
        events = _events(case)
        found = [self._finding(leg, event, case) for leg, event in events if event.status.status == RESTRICTED]
        return tuple(dict.fromkeys(found)) if events else None

    def _finding(self, leg: LegCase, event: BorderEvent, case: Case) -> Finding:
        world = case.world
        ends = (country_name(code, world) for code in (event.from_country, event.to_country))
        border = f"the border from {' to '.join(ends)}"
        name = f"the post {event.crossing.name} on {border}" if event.crossing else border
        reason = f": {reason_words(event.status, world)}" if event.status.reason else ""
        way = f"from {leg.origin.place.name} to {leg.destination.place.name}"
        text = f"On the way {way}, {name} let only some travellers through on the day{reason}."
        sources = (event.status.source,) if event.status.source else ()
        return Finding(self.name, None, text, (), sources, leg=leg.leg.first)


class UnlawfulStep:
    """Every way found for a leg passes a closed post, a closed sky, or a border away from any post."""

    name = "unlawful-step"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A remark for each leg without a lawful way; None where no way passes a border."""
        passing = [leg for leg in case.legs if any(route.borders for route in leg.leg.routes)]
        found = []
        for leg in passing:
            if not all(_unlawful(route) for route in leg.leg.routes):
                continue
            needs = dict.fromkeys(need.removeprefix("needs ") for route in leg.leg.routes[:2] for need in route.needs)
            way = f"from {leg.origin.place.name} to {leg.destination.place.name}"
            text = f"Every way found {way} needs {'; or '.join(needs)}."
            found.append(Finding(self.name, None, text, leg=leg.leg.first))
        return tuple(found) if passing else None


class Disputed:
    """A place in an area that more than one country holds or claims."""

    name = "disputed-area"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A remark for each visit to such a place."""
        found = []
        for at, visit in enumerate(case.itinerary.visits):
            if visit.place.is_area:
                continue
            moment = visit.earliest or visit.latest
            for dispute in case.world.borders.disputes_at(
                visit.place.lat, visit.place.lon, on=moment.date() if moment else None
            ):
                if moment is None and dispute.valid_to is not None:
                    continue
                claims = listed([country_name(code, case.world) for code in dispute.claims])
                held = with_names(dispute.controls, case.world.gazetteer)
                text = (
                    f"{visit.place.name} lies in a disputed area: {dispute.name}, claimed by {claims}, held by {held}."
                )
                found.append(Finding(self.name, None, text, sources=(dispute.source,), leg=max(0, at - 1)))
        return tuple(dict.fromkeys(found)) or None


def days_of(visit: Visit, around: Sequence[Visit]) -> tuple[date, ...]:
    """The local days a visit may fall on, by its own window or those of the visits around it; () if too many."""
    earliest = visit.earliest or max((one.earliest for one in around if one.earliest), default=None)
    latest = visit.latest or min((one.latest for one in around if one.latest), default=None)
    if earliest is None or latest is None:
        return ()
    zone = ZoneInfo(zone_at(visit.place.lat, visit.place.lon))
    first = earliest.astimezone(zone).date()
    last = max(first, (latest - timedelta(microseconds=1)).astimezone(zone).date())
    count = (last - first).days + 1
    return tuple(first + timedelta(days=day) for day in range(count)) if count <= MOST_DAYS else ()


def days_in_order(at: int, visits: Sequence[Visit]) -> tuple[date, ...]:
    """The local days that a visit may fall on: by its own window, and between what was told before it and after it.

    The words of a visit come first; where they leave it open, or say only that it was before the publication, those
    of the others do. () if too many.
    """
    visit = visits[at]
    before = [one.earliest for one in visits[:at] if one.earliest is not None]
    after = [one.latest for one in visits[at + 1 :] if one.latest is not None]
    bounds = replace(visit, earliest=visit.earliest or max(before, default=None))
    if visit.earliest is None and bounds.earliest is not None and after and min(after) > bounds.earliest:
        latest = min(after) if visit.latest is None else min(visit.latest, *after)
        bounds = replace(bounds, latest=latest)
    return days_of(bounds, visits[max(0, at - 1) : at + 2])


def posts_of(at: int, case: Case) -> tuple[Crossing, ...]:
    """The border posts that a visit may mean: the one it is, or those at the place; () where the place tells none."""
    table, place = case.world.crossings, case.itinerary.visits[at].place
    known = tuple(post for post in table.all if f"crossing:{post.id}" == place.id)
    if known or place.is_area:
        return known
    measured = [(km, post) for km, post in table.nearest(place.lat, place.lon) if km <= POST_REACH_KM]
    near = tuple(post for _, post in measured)
    named = tuple(post for post in table.named(place.name) if post in near)
    spot = place.kind in {Kind.LANDMARK, Kind.CROSSING}
    here = tuple(post for km, post in measured[:1] if spot and km <= SAME_POST_KM + (post.error_km or 0.0))
    return named or here or near


def pairs_of(at: int, case: Case) -> tuple[tuple[str, str], ...]:
    """The countries on both sides of a visit, where the visits around it tell."""
    countries = [_country(visit.place, case.world) for visit in case.itinerary.visits[max(0, at - 1) : at + 2]]
    return tuple(sorted({(a, b) for a, b in pairwise(countries) if a and b and a != b}))


def _lies_at(place: Place, pair: tuple[str, str], world: World) -> bool:
    """Whether a place may be at the border of two countries; a gate or a border village far off is at another."""
    if place.is_area or not (place.feature in AT_BORDERS or place.kind is Kind.CROSSING):
        return True
    return all(world.borders.separation_km(place, world.gazetteer.country(code)) <= POST_REACH_KM for code in pair)


AT_BORDERS = frozenset({"border crossing", "border post", "border village", "checkpoint", "crossing place"})
"""Finer words of places that lie at a border and nowhere else."""


def _country(place: Place, world: World) -> str | None:
    """The country of a place, by its position where a point was given by hand."""
    if place.country is not None or place.is_area:
        return place.country
    return world.borders.country_at(place.lat, place.lon)


def _status_for(post: Crossing, modes: tuple[str, ...], day: date, table: Crossings) -> Status:
    """The kindest status of a post for the ways of travelling that the text names.

    What a post lets through is only held against the story where its history tells of a change; a table that lists
    a road post and forgets its railway proves nothing.
    """
    if not modes or not post.modes:
        return table.status_for_travellers(post, day)
    statuses = (table.status_for(post, mode, day) for mode in modes)
    return min(statuses, key=lambda one: (one.status == CLOSED, not one.is_uncertain))


def _events(case: Case) -> list[tuple[LegCase, BorderEvent]]:
    """Where the best way of each leg passes a border on the ground; skies are closed and restricted by other rules."""
    best = [(leg, named_way(leg)) for leg in case.legs]
    return [(leg, event) for leg, route in best if route for event in route.borders if event.kind != "air"]


def _unlawful(route: Route) -> bool:
    return bool(route.needs) and any(event.kind == "green" or event.status.status == CLOSED for event in route.borders)


BORDER_RULES: tuple[Rule, ...] = (
    CheckpointClosed(),
    ToldClosed(),
    UnlawfulStep(),
    RestrictedCrossing(),
    Disputed(),
)
"""Every rule of this module, in the order in which findings are reported."""
