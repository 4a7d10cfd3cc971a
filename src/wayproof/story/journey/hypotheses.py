"""Hypotheses for an open origin: where the journey may have begun, by geometry and by what the text mentions.

When a story tells of coming from a country without saying from where, every way in is proposed: from each part of that
country that borders the destination, through each country that borders both, and from those countries themselves. Each
is a whole itinerary with a supposed first visit, in a real town that stands for its surroundings, and says so.
"""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.itineraries.itinerary import Event, Gap, Hypothesis, Itinerary, Visit
from wayproof.story.journey.origins import country_left
from wayproof.story.temporal.timex import TimeKind, find_times
from wayproof.story.vocabulary.regexes import regex
from wayproof.world import facts
from wayproof.world.geodesy import distance_km
from wayproof.world.places import Kind
from wayproof.world.zones import localise, zone_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.text.document import Story
    from wayproof.world.atlas import World
    from wayproof.world.places import Place

MOST = 8
"""No more hypotheses than a reader can weigh."""
TOWN_POPULATIONS = (50_000, 5_000, 500)
"""Inhabitants a representative town should have, in the order they are tried."""
TOWNS_TRIED = 12
"""Nearest towns among which the representative one is chosen."""
WITNESSED_KM = 5.0
"""A first sighting this close to the country left is the border crossing itself: the origin is not open then."""
TRANSITS = 3
"""Countries in between, at most, where no shorter way over land exists."""

MENTIONED = "mentioned in the text"
DIRECT = "shares a border with the destination"
EXCLAVE = "exclave that borders the destination"
TRANSIT = "through a country that borders both"
CHAIN = "overland through the fewest countries"
THIRD = "third country with a border to both"
OVERSEAS = "no way over land; nearest large city"
SERVICE = "transit train between two parts of the country left, through the destination"


@dataclass(frozen=True, slots=True)
class _Way:
    """One supposed origin and the countries in between."""

    origin: "Place"
    via: tuple[str, ...]
    basis: str
    km: float
    service: str = ""


def propose_origins(
    itinerary: Itinerary, story: "Story", toponyms: "Sequence[Toponym]", world: "World"
) -> tuple[Itinerary, ...]:
    """Itineraries with a supposed first visit, most plausible first; () if the origin is not open.

    What the text itself mentions comes first, then direct ways, then ways through one country, then third countries,
    each by distance. At most :data:`MOST`. The supposed departure is dated only by a decision that the text dates
    ("decided on 3 August to leave"): it was not before that day.
    """
    if not itinerary.origin_open or not itinerary.visits:
        return ()
    left = country_left(story, itinerary.visits, toponyms, itinerary.nationality)
    visits = _after_leaving(itinerary.visits, left)
    if left is None or not visits or visits[0].place.country in {None, left}:
        return ()
    first = visits[0]
    if (
        not first.place.is_area
        and first.place.kind is not Kind.CITY
        and world.borders.nearest_point(first.place.lat, first.place.lon, left)[0] <= WITNESSED_KM
    ):
        return ()
    named = _mentioned(story, toponyms, left, first, world)
    ways = _ranked([*named, *_by_geometry(left, first, world), *_by_service(left, first, world)])
    decided = _decision(story)
    return tuple(_itinerary(itinerary, visits, way, decided=decided, world=world) for way in ways[:MOST])


def _after_leaving(visits: "Sequence[Visit]", left: str | None) -> tuple[Visit, ...]:
    """The visits without those that only say that the country was left."""
    start = 0
    while start < len(visits) and visits[start].place.country == left and visits[start].place.is_area:
        start += 1
    return tuple(visits[start:])


def _ranked(ways: "Sequence[_Way]") -> list[_Way]:
    ranks = {MENTIONED: 0, DIRECT: 1, EXCLAVE: 1, TRANSIT: 2, SERVICE: 3, CHAIN: 4, THIRD: 5, OVERSEAS: 6}
    found: list[_Way] = []
    for way in sorted(ways, key=lambda way: (ranks[way.basis], way.km, way.origin.id)):
        if all((way.origin.id, way.via, way.service) != (other.origin.id, other.via, other.service) for other in found):
            found.append(way)
    return found


def _by_geometry(left: str, first: Visit, world: "World") -> "Iterator[_Way]":
    borders = world.borders
    goal = first.place
    country = goal.country or ""
    around = set(borders.neighbours(country)) - {left}
    found: list[_Way | None] = []
    for part in borders.parts(left):
        across = {name for name, _ in borders.part_neighbours(left, part.index)}
        if country in across:
            found.append(_way(left, (), EXCLAVE if part.index else DIRECT, goal, world, part=part.index))
        else:
            found += [_way(left, (via,), TRANSIT, goal, world, part=part.index) for via in sorted(across & around)]
    reached = [way for way in found if way is not None]
    yield from reached or _far(left, goal, world)
    for third in sorted(around & set(borders.neighbours(left))):
        town = _town_near(goal.lat, goal.lon, third, None, world)
        if town is not None:
            yield _Way(town, (), THIRD, distance_km(town.lat, town.lon, goal.lat, goal.lon))


def _by_service(left: str, first: Visit, world: "World") -> "Iterator[_Way]":
    """Trains between the main part of the country left and an exclave that borders the destination."""
    goal, borders = first.place, world.borders
    day = first.earliest or first.latest
    for row in facts.rows("rail_services"):
        ends = [(float(row[f"lat_{end}"]), float(row[f"lon_{end}"])) for end in ("a", "b")]
        parts = [borders.part_at(lat, lon) for lat, lon in ends]
        if any(part is None or part[0] != left for part in parts) or parts[0] == parts[1]:
            continue
        on = day.date().isoformat() if day is not None else ""
        runs = not on or ((row["valid_from"] or "") <= on and (not row["valid_to"] or on <= row["valid_to"]))
        for (lat, lon), part, other in zip(ends, parts, reversed(parts), strict=True):
            across = {name for name, _ in borders.part_neighbours(left, other[1])} if other is not None else set()
            if part is None or part[1] != 0 or goal.country not in across or not runs:
                continue
            city = world.gazetteer.nearest(lat, lon, minimum_population=OVERSEAS_POPULATION, country=left, limit=1)
            town = city[0][1] if city else _town_near(lat, lon, left, 0, world)
            if town is not None:
                yield _Way(town, (), SERVICE, distance_km(town.lat, town.lon, goal.lat, goal.lon), row["name"])


def _far(left: str, goal: "Place", world: "World") -> "Iterator[_Way]":
    """Ways from a country that neither borders the goal's nor shares a neighbour with it."""
    chain = _chain(left, goal.country or "", world)
    way = None if chain is None else _way(left, chain, CHAIN, goal, world)
    if way is not None:
        yield way
    else:
        yield from _overseas(left, goal, world)


def _way(left: str, via: tuple[str, ...], basis: str, goal: "Place", world: "World", *, part: int = 0) -> _Way | None:
    """The way from the town nearest to where this part of the country is left for the goal."""
    borders = world.borders
    lat, lon, km = goal.lat, goal.lon, 0.0
    for country in reversed(via):
        step, lat, lon = borders.nearest_point(lat, lon, country)
        km += step
    step, lat, lon = borders.nearest_point(lat, lon, left, part=part)
    town = _town_near(lat, lon, left, part, world)
    if town is None:
        return None
    return _Way(town, via, basis, km + step + distance_km(lat, lon, town.lat, town.lon))


def _town_near(lat: float, lon: float, country: str, part: int | None, world: "World") -> "Place | None":
    for population in TOWN_POPULATIONS:
        for _, town in world.gazetteer.nearest(
            lat, lon, minimum_population=population, country=country, limit=TOWNS_TRIED
        ):
            if part is None or world.borders.part_at(town.lat, town.lon) == (country, part):
                return town
    return None


def _chain(left: str, country: str, world: "World") -> tuple[str, ...] | None:
    """The fewest countries between two, by breadth first; None if there is no way over land or it is too long."""
    paths: list[tuple[str, ...]] = [()]
    seen = {left}
    for _ in range(TRANSITS + 1):
        longer: list[tuple[str, ...]] = []
        for path in paths:
            for neighbour in world.borders.neighbours(path[-1] if path else left):
                if neighbour == country:
                    return path
                if neighbour not in seen:
                    seen.add(neighbour)
                    longer.append((*path, neighbour))
        paths = longer
    return None


OVERSEAS_POPULATION = 500_000
"""A city with this many inhabitants has an airport or a harbour from which one leaves a country."""


def _overseas(left: str, goal: "Place", world: "World") -> "Iterator[_Way]":
    for population in (OVERSEAS_POPULATION, *TOWN_POPULATIONS):
        found = world.gazetteer.nearest(goal.lat, goal.lon, minimum_population=population, country=left, limit=1)
        if found:
            km, town = found[0]
            yield _Way(town, (), OVERSEAS, km)
            return


def _mentioned(
    story: "Story", toponyms: "Sequence[Toponym]", left: str, first: Visit, world: "World"
) -> "Iterator[_Way]":
    """Places in the country left that the text names, and ways through a third country that it names as a way."""
    goal = first.place
    seen: set[str] = set()
    yield from _named_ways(story, toponyms, left, goal, world)
    for top in toponyms:
        place = top.place
        if (
            place is None
            or place.country != left
            or place.kind in {Kind.COUNTRY, Kind.WATER, Kind.LANDMARK}
            or top.mention.kind is not MentionKind.PLACE
        ):
            continue
        if {"byline", "credit", "boilerplate"} & set(top.mention.context):
            continue
        town = place
        part = world.borders.part_at(place.lat, place.lon)
        if place.is_area:
            # an oblast is too wide to depart from: its town nearest to the goal stands for it
            near = _town_near(place.lat, place.lon, left, part[1] if part else None, world)
            town = near or place
        if town.id in seen:
            continue
        seen.add(town.id)
        number = part[1] if part else 0
        across = {name for name, _ in world.borders.part_neighbours(left, number)}
        via: tuple[str, ...] = ()
        if goal.country not in across:
            both = sorted(across & set(world.borders.neighbours(goal.country or "")))
            via = tuple(both[:1]) if both else _chain(left, goal.country or "", world) or ()
        yield _Way(town, via, MENTIONED, distance_km(town.lat, town.lon, goal.lat, goal.lon))


_BY_WAY_OF = regex(
    r"\b(?:by\s+way\s+of|through|via|across|transit(?:ed|ing)?|detour\s+(?:\w+\s+){0,3})\s+(?:the\s+)?$", re.IGNORECASE
)


def _named_ways(
    story: "Story", toponyms: "Sequence[Toponym]", left: str, goal: "Place", world: "World"
) -> "Iterator[_Way]":
    around = set(world.borders.neighbours(goal.country or "")) & set(world.borders.neighbours(left))
    for top in toponyms:
        place = top.place
        if place is None or place.kind is not Kind.COUNTRY or place.country not in around or place.country is None:
            continue
        if _BY_WAY_OF.search(story.text[max(0, top.mention.start - 40) : top.mention.start]):
            way = _way(left, (place.country,), MENTIONED, goal, world)
            if way is not None:
                yield way


_LEFT_POST = regex(
    r"\b(?:deserted|abandoned|quit|left|fled|escaped(?:\s+from)?|ran\s+away\s+from|walked\s+(?:out\s+of|away\s+from))\s+"
    r"(?:his|her|their|the)\s+(?:\w+\s+)?(?:post|unit|barracks|base|army|regiment|camp|garrison|position|ship|service|troops|"
    r"country|homeland|home|house|flat|family)\b[^.!?,;\n]{0,24}$",
    re.IGNORECASE,
)
LEFT_CHARACTERS = 90
"""How far before its date a departure without a place may be told."""


def _decision(story: "Story") -> "datetime | None":
    """The first naive moment of the day of the decision to go, or of leaving the post, if the text dates either."""
    found = [
        time.earliest
        for time in find_times(story)
        if time.earliest is not None
        and time.latest is not None
        and (
            time.kind is TimeKind.DECISION
            or (
                time.kind is TimeKind.EVENT
                and _LEFT_POST.search(story.text[max(0, time.start - LEFT_CHARACTERS) : time.start])
            )
        )
    ]
    return max(found, default=None)


def _itinerary(
    itinerary: Itinerary, visits: tuple[Visit, ...], way: _Way, *, decided: "datetime | None", world: "World"
) -> Itinerary:
    origin = way.origin
    dropped = len(itinerary.visits) - len(visits)
    earliest = None if decided is None else localise(decided, zone_at(origin.lat, origin.lon))
    latest = visits[0].latest
    if earliest is not None and latest is not None and earliest >= latest:
        earliest = None
    if way.service and not visits[0].modes:
        visits = (replace(visits[0], modes=("rail",)), *visits[1:])
    departure = Visit(origin, Event.DEPART, earliest, latest, "", 0, 0, basis="hypothesis")
    shift = 1 - dropped
    gaps = tuple(
        Gap(gap.first + shift, gap.second + shift, gap.shortest, gap.longest, gap.quote, gap.start, gap.end)
        for gap in itinerary.gaps
        if gap.first >= dropped
    )
    return replace(
        itinerary,
        visits=(departure, *visits),
        gaps=gaps,
        hypothesis=Hypothesis(_sentence(way, visits[0].place, world), origin.id, way.basis, way.via),
        origin_open=True,
    )


def _sentence(way: _Way, goal: "Place", world: "World") -> str:
    def name(code: str) -> str:
        return world.gazetteer.country(code).name

    origin = f"{way.origin.name}, {name(way.origin.country)}" if way.origin.country else way.origin.name
    target = name(goal.country) if goal.country else goal.name
    stands = "" if way.basis == MENTIONED and not way.via else " (a representative town)"
    if way.service:
        return f"From {origin}, by train ({way.service}), left on the way in {target}."
    if way.basis == OVERSEAS:
        return f"From {origin}{stands}, by air or sea to {target}."
    road = f"through {' and '.join(name(code) for code in way.via)} to {target}" if way.via else f"directly to {target}"
    return f"From {origin}{stands}, {road}."
