"""Ways through the air: an airfield near each end, the flight between them, and which skies were shut to it.

Nothing here knows a timetable but that of Concorde. Where the skies of both ends were shut to each other's carriers no
direct flight is proposed: the estimate then changes planes in a third country.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from wayproof.travel.air_hubs import hub
from wayproof.travel.airfields import Ends, airfields
from wayproof.travel.border_events import BorderEvent, border_events, countries_of
from wayproof.travel.closed_skies import Flown, flown, shut_between, shuts_out
from wayproof.travel.durations import (
    CLIMB,
    FLIGHT,
    GEODESIC_ESTIMATE,
    ZERO,
    Part,
    TravelTime,
    chain,
    limit_for,
    travel_time,
)
from wayproof.travel.needs import blocked, no_direct_flight, shut_to_everybody, sky_need, unlawful
from wayproof.travel.routes import LegQuery, Route, Segment
from wayproof.travel.uncertain_skies import met, not_held_up
from wayproof.world.country_names import named_countries
from wayproof.world.crossings import CLOSED, UNKNOWN, Status
from wayproof.world.geodesy import distance_km, geodesic_points
from wayproof.world.regimes import AIRLINERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wayproof.world.air_lines import AirLine
    from wayproof.world.airports import Airport
    from wayproof.world.atlas import World
    from wayproof.world.places import Place

LINE_REACH_KM = 300.0
"""Who flew by a line with a published time came from so near and went on so far."""

EDGE_KM = 60.0
"""A shorter stay over a country is none where a line was bent round a closed sky."""

OFF_AIRFIELDS = frozenset({"light_aircraft"})
"""Aircraft that also land on roads, beaches and water."""

LIGHT_HOP_KM, LIGHT_RANGE_KM = 100.0, 1000.0
"""Nobody is told to fly a shorter way without its take-off; so far the common ones fly on the fuel in their tanks."""

TIMETABLE = "timetable"
SUPERSONIC = "supersonic"
"""How Concorde flies: the lines with published times are its own."""

STEP_KM = 50.0
"""Distance between the drawn points of a long geodesic."""


def flights(query: LegQuery, mode: str, world: World) -> tuple[Route, ...]:
    """The flights of a leg: the estimate between the nearest airfields, and the lines with published times.

    Parameters
    ----------
    query
        The leg; an end told by the aircraft itself costs nothing on the ground.
    mode
        The way of flying.
    world
        Airports, closed skies, borders, speeds.
    """
    return (by_air(query, mode, world), *(_by_lines(query, mode, world) if mode in AIRLINERS else ()))


def by_air(query: LegQuery, mode: str, world: World) -> Route:
    """By an aeroplane from the airfield nearest to one end to that nearest to the other; parameters as ``flights``."""
    ends = airfields(query, mode, world)
    if ends is None and mode in OFF_AIRFIELDS and _may_land_anywhere(query, mode):
        return without_airfield(query, mode, world)
    if ends is None:
        return _without_airfields(query, mode, world)
    barred = shut_between(ends.countries, query.on, world) if mode in AIRLINERS else None
    change = hub(ends.departure, ends.arrival, query.on, world) if barred is not None else None
    fields = (ends.departure, *((change,) if change is not None else ()), ends.arrival)
    legs = [flown(a, b, mode, query.on, world) for a, b in pairwise(fields)]
    direct = None if barred is None else no_direct_flight(barred, ends.countries, world)
    unflown = (f"needs a flight that nobody was allowed: {direct}",) if direct and change is None else ()
    note = _note(fields, legs, direct, world)
    route = _route(query, mode, ends, fields, legs, world=world, note=note, needs=unflown)
    shut = shut_to_everybody((ends.departure, ends.arrival), query.on, world)
    if not any(one.is_uncertain for one in (*met(legs), *shut, *((barred,) if barred is not None else ()))):
        return route
    return not_held_up(route, by_air(query, mode, world.certain_skies))


def _may_land_anywhere(query: LegQuery, mode: str) -> bool:
    """Whether the text tells of a small aircraft and no airfield: "took off from a beach, put it down on the road".

    Where it tells of no take-off, it does so within the range of the common ones only.
    """
    a, b = query.origin, query.destination
    in_range = LIGHT_HOP_KM <= distance_km(a.lat, a.lon, b.lat, b.lon) <= LIGHT_RANGE_KM
    return all(query.airside) or (mode in query.modes and in_range and not (a.is_area or b.is_area))


def _route(
    query: LegQuery,
    mode: str,
    ends: Ends,
    fields: tuple[Airport, ...],
    legs: Sequence[Flown],
    *,
    world: World,
    note: str,
    needs: tuple[str, ...] = (),
    line: AirLine | None = None,
) -> Route:
    a, b = query.origin, query.destination
    stretch = world.speeds.value("path factor", "car", "typical", "road", query.on)
    access = (
        Segment("car", ((a.lat, a.lon), legs[0].line[0]), ends.from_km * stretch, "access"),
        Segment("car", (legs[-1].line[-1], (b.lat, b.lon)), ends.to_km * stretch, "access"),
    )
    aloft = tuple(
        Segment(mode, leg.line, leg.km, GEODESIC_ESTIMATE)
        if line is None
        else Segment(mode, leg.line, leg.km, TIMETABLE, link=line.name, hours=line.hours, source=line.source)
        for leg in legs
    )
    # The airfield may lie across a border from the place it serves.
    before, after = (border_events(one.geometry, "car", query.on, world) for one in access)
    skies = (
        _landings(fields)
        if len(fields) > len(("departure", "arrival"))
        else _skies(query, mode, fields, legs[0], world)
    )
    down_km = ends.from_km + sum(leg.km for leg in legs)
    events = (*before, *_later(skies, ends.from_km), *_later(after, down_km))
    geodesic_km = distance_km(a.lat, a.lon, b.lat, b.lon)
    shut = [sky_need(one, world) for one in shut_to_everybody((ends.departure, ends.arrival), query.on, world)]
    walled = tuple(need for leg in legs for need in blocked(leg, world))
    if needs or walled or (shut and mode in AIRLINERS):
        # No airliner flies under a closed sky: what that would take is not known.
        time = travel_time(mode, geodesic_km, None, on=query.on, speeds=world.speeds)
    else:
        ground = (before, after)
        time = _flown_time(query, geodesic_km, flown=aloft, fields=fields, access=access, ground=ground, world=world)
        time = time if line is None else _timetabled(time, line, _supersonic(geodesic_km, query, line, world))
    return Route(
        mode=mode,
        segments=(access[0], *aloft, access[1]),
        km=max(geodesic_km, sum(segment.km for segment in (*access, *aloft))),
        geodesic_km=geodesic_km,
        borders=events,
        time=time,
        countries=countries_of(events, world.borders.country_at(a.lat, a.lon)),
        basis=GEODESIC_ESTIMATE if line is None else TIMETABLE,
        needs=(
            *unlawful((*before, *after), query.on, world),
            *shut,
            *walled,
            *needs,
        ),
        note=note,
    )


def _skies(
    query: LegQuery, mode: str, fields: Sequence[Airport | Place], leg: Flown, world: World
) -> tuple[BorderEvent, ...]:
    """The countries flown over, in order; their skies were open to the flight, but perhaps those of its own ends."""
    shut = {
        closure.airspace: Status(CLOSED, closure.since, closure.reason, closure.source, closure.confidence)
        for field in fields
        for closure in world.airports.airspace.closures(field.country or "", query.on, (field.lat, field.lon))
        if shuts_out(closure, (fields[0].country, fields[-1].country), query.on, world)
    } | {one.airspace: Status(CLOSED, one.since, one.reason, one.source, one.confidence) for one in leg.blocked}
    # A line bent round a closed sky runs along its edge, where the outlines are rounded.
    stay_km = EDGE_KM if leg.round_about else 0.0
    events = border_events(leg.line, mode, query.on, world, shortest_stay_km=stay_km)
    events = _without(events, {one.airspace for one in leg.round_about} - {field.country for field in fields})
    return tuple(
        replace(event, status=shut.get(event.to_country) or shut.get(event.from_country) or UNKNOWN) for event in events
    )


def _later(events: Sequence[BorderEvent], km: float) -> tuple[BorderEvent, ...]:
    """The events of a stretch that begins so many km after the start of the way."""
    return tuple(replace(event, at_km=event.at_km + km) for event in events)


def _without(events: Sequence[BorderEvent], kept_out: set[str]) -> tuple[BorderEvent, ...]:
    """The events without the countries that a line goes round: drawn along their edge, it may touch them."""
    told: list[BorderEvent] = []
    since: str | None = None
    for event in events:
        came_from = since or event.from_country
        since = came_from if event.to_country in kept_out else None
        if since is None and came_from != event.to_country:
            told.append(replace(event, from_country=came_from))
    return tuple(told)


def _note(fields: tuple[Airport, ...], legs: Sequence[Flown], direct: str | None, world: World) -> str:
    names = [f"{one.name} ({one.icao})" for one in fields]
    told = [f"from {names[0]} to {names[-1]}"]
    for leg, (a, b) in zip(legs, pairwise(fields), strict=True):
        if leg.round_about:
            more_km = leg.km - distance_km(a.lat, a.lon, b.lat, b.lon)
            skies = named_countries((one.airspace for one in leg.round_about), world.gazetteer)
            told.append(f"round the closed sky of {skies}: {more_km:,.0f} km more")
    if direct is not None:
        told.append(direct)
        if names[1:-1]:
            told.append(f"reckoned with a change of planes in a third country, as at {names[1]}")
    return "; ".join(told)


def _by_lines(query: LegQuery, mode: str, world: World) -> Iterator[Route]:
    """The lines with a published time that flew on the day between airports near both ends."""
    for line in world.airports.lines:
        if not line.runs_on(query.on):
            continue
        pair = (world.airports.get(line.airport_a), world.airports.get(line.airport_b))
        for first, last in (pair, pair[::-1]):
            reach = (_from(query.origin, first), _from(query.destination, last))
            if max(reach) <= LINE_REACH_KM:
                way = geodesic_points(first.lat, first.lon, last.lat, last.lon, step_km=STEP_KM)
                leg = Flown(way, distance_km(*way[0], *way[-1]))
                note = f"by {line.name} from {first.name} to {last.name} in {line.hours:g} h ({line.source})"
                ends = Ends(reach[0], first, reach[1], last)
                yield _route(query, mode, ends, (first, last), (leg,), world=world, note=note, line=line)


def _from(place: Place, airport: Airport) -> float:
    return distance_km(place.lat, place.lon, airport.lat, airport.lon)


def _supersonic(km: float, query: LegQuery, line: AirLine, world: World) -> timedelta:
    """The least time of the aircraft that flew a line: below the published one, for the wind helped now and then."""
    records, hours = world.speeds.records, timedelta(hours=line.hours)
    return (
        min(hours, limit_for(km, SUPERSONIC, query.on, world.speeds)) if records.exists(SUPERSONIC, query.on) else hours
    )


def _timetabled(time: TravelTime, line: AirLine, limit: timedelta) -> TravelTime:
    """The time of a flight with the published hours from gate to gate in place of the estimate."""
    hours = timedelta(hours=line.hours)
    ground = [part for part in time.parts if part.name not in {FLIGHT, CLIMB}]
    least = min(time.limit, limit)
    parts = (Part(FLIGHT, least, hours, hours), *ground)
    brisk, typical = sum((part.brisk for part in parts), ZERO), sum((part.typical for part in parts), ZERO)
    return TravelTime(least, brisk, typical, parts, (line.source, *time.sources))


def _flown_time(
    query: LegQuery,
    geodesic_km: float,
    *,
    flown: tuple[Segment, ...],
    fields: tuple[Airport, ...],
    access: tuple[Segment, Segment],
    ground: tuple[tuple[BorderEvent, ...], tuple[BorderEvent, ...]],
    world: World,
) -> TravelTime:
    """The flights with their airports, and the ways there and on; nothing on the ground where the aircraft is timed.

    Passports are checked once, where each flight lands: what is flown over costs nothing.
    """
    last = len(flown) - 1
    times = []
    for at, segment in enumerate(flown):
        first, then = fields[at].country, fields[at + 1].country
        told = (query.airside[0] and at == 0, query.airside[1] and at == last)
        outside = (at == 0 and not told[0], at == last and not told[1])
        landed = _landings(fields[at : at + 2]) if not told[1] else ()
        times.append(
            travel_time(
                segment.mode,
                geodesic_km if not last else segment.km,
                segment.km,
                on=query.on,
                speeds=world.speeds,
                by_country=tuple((country, segment.km) for country in dict.fromkeys((first, then))),
                borders=(*(ground[0] if outside[0] else ()), *landed, *(ground[1] if outside[1] else ())),
                access_km=sum(one.km for one, walked in zip(access, outside, strict=True) if walked),
                overheads=(2 - sum(told)) / 2,
            )
        )
    return times[0] if not last else chain(times, limit_for(geodesic_km, flown[0].mode, query.on, world.speeds))


def without_airfield(query: LegQuery, mode: str, world: World) -> Route:
    """By an aircraft that needs no airfield, from place to place, round the skies that were closed to it."""
    a, b = query.origin, query.destination
    leg = flown(a, b, mode, query.on, world)
    geodesic_km = distance_km(a.lat, a.lon, b.lat, b.lon)
    events = _skies(query, mode, (a, b), leg, world)
    landed = tuple(event for event in events[-1:] if event.to_country != events[0].from_country)
    more_km = leg.km - geodesic_km
    skies = named_countries((one.airspace for one in leg.round_about), world.gazetteer)
    shut = shut_to_everybody((a, b), query.on, world)
    route = Route(
        mode=mode,
        segments=(Segment(mode, leg.line, leg.km, GEODESIC_ESTIMATE),),
        km=max(leg.km, geodesic_km),
        geodesic_km=geodesic_km,
        borders=events,
        time=travel_time(
            mode,
            geodesic_km,
            None if leg.blocked else leg.km,
            on=query.on,
            speeds=world.speeds,
            borders=landed,
            overheads=(2 - sum(query.airside)) / 2,
        ),
        countries=countries_of(events, a.country or world.borders.country_at(a.lat, a.lon)),
        basis=GEODESIC_ESTIMATE,
        needs=(*(sky_need(one, world) for one in shut), *blocked(leg, world)),
        note=f"round the closed sky of {skies}: {more_km:,.0f} km more" if skies else None,
    )
    if not any(one.is_uncertain for one in (*met((leg,)), *shut)):
        return route
    return not_held_up(route, without_airfield(query, mode, world.certain_skies))


def _without_airfields(query: LegQuery, mode: str, world: World) -> Route:
    """Somebody may still have flown from a field that the table lacks: the limit stands, an estimate does not."""
    a, b = query.origin, query.destination
    line = geodesic_points(a.lat, a.lon, b.lat, b.lon, step_km=STEP_KM)
    km = distance_km(a.lat, a.lon, b.lat, b.lon)
    events = border_events(line, mode, query.on, world)
    countries = countries_of(events, world.borders.country_at(a.lat, a.lon))
    return Route(
        mode=mode,
        segments=(Segment(mode, line, km, GEODESIC_ESTIMATE),),
        km=km,
        geodesic_km=km,
        borders=events,
        time=travel_time(mode, km, None, on=query.on, speeds=world.speeds),
        countries=countries,
        basis=GEODESIC_ESTIMATE,
        needs=tuple(sky_need(one, world) for one in shut_to_everybody((a, b), query.on, world)),
        note="no airfield that serves this way of flying is known near both ends",
    )


def _landings(fields: tuple[Airport, ...]) -> tuple[BorderEvent, ...]:
    """One passage for each flight abroad, where it lands: what is flown over costs nothing."""
    events, flown_km = [], 0.0
    for a, b in pairwise(fields):
        flown_km += distance_km(a.lat, a.lon, b.lat, b.lon)
        if a.country != b.country:
            events.append(BorderEvent(a.country, b.country, b.lat, b.lon, None, UNKNOWN, "air", flown_km))
    return tuple(events)
