"""A small world in code, in the Gulf of Guinea, where wall clocks show UTC and a degree is 111 km.

Two countries side by side, west and east of the meridian 2 E; an exclave of the western one beyond the eastern one;
an island without a road. Three border posts, one of which closed on 18 August 2023.

        0 E        1 E        2 E        3 E        4 E   4.5 E
    2 N +---------------------+---------------------+
        |  AA                 |  BB                 +-----+
    1 N |   Alma      Arbor   N  Bruck     Belder   X Exford
        |                     |                     +-----+
        |                     S        Boria        |
    0   +---------------------+---------------------+          Insel (BB) at 3 N, 3 E
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import shapely

from place_table import PlaceTable
from wayproof.story.itineraries.itinerary import Event, Itinerary, Visit
from wayproof.travel.border_events import BorderEvent
from wayproof.travel.durations import Part, TravelTime, limit_for
from wayproof.travel.routes import Route, Segment
from wayproof.verdict.journey import judge
from wayproof.verdict.legs import plan
from wayproof.world.airport_openings import Opening, Openings
from wayproof.world.airports import Airport, Airports, Airspace, Closure
from wayproof.world.atlas import World
from wayproof.world.borders import borders_of
from wayproof.world.crossings import Crossing, Crossings, Spell
from wayproof.world.geodesy import distance_km
from wayproof.world.network import RoadNetwork
from wayproof.world.places import Kind, Place
from wayproof.world.railways import RailNetwork, RailServices
from wayproof.world.records import Record, Records
from wayproof.world.regimes import Regimes
from wayproof.world.speeds import Speed, SpeedTable, open_speeds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from wayproof.story.itineraries.itinerary import Gap
    from wayproof.travel.routes import LegQuery
    from wayproof.verdict.journey import Judgement
    from wayproof.world.borders import Borders
    from wayproof.world.railways import RailService

CLOSING_DAY = date(2023, 8, 18)

PLACES = {
    place.name: place
    for place in (
        Place("toy:alma", "Alma", Kind.CITY, "AA", 1.0, 0.5, 3.0, "toy", population=400_000),
        Place("toy:arbor", "Arbor", Kind.CITY, "AA", 1.0, 1.8, 2.0, "toy", population=50_000),
        Place("toy:bruck", "Bruck", Kind.CITY, "BB", 1.0, 2.2, 2.0, "toy", population=60_000),
        Place("toy:belder", "Belder", Kind.CITY, "BB", 1.0, 3.5, 3.0, "toy", population=500_000),
        Place("toy:boria", "Boria", Kind.CITY, "BB", 0.3, 3.0, 2.0, "toy", population=30_000),
        Place("toy:exford", "Exford", Kind.CITY, "AA", 1.0, 4.25, 2.0, "toy", population=40_000),
        Place("toy:insel", "Insel", Kind.CITY, "BB", 3.0, 3.0, 2.0, "toy", population=2_000),
        Place("country:AA", "Westland", Kind.COUNTRY, "AA", 1.0, 1.0, 160.0, "toy", population=900_000),
        Place("country:BB", "Eastland", Kind.COUNTRY, "BB", 1.0, 3.0, 160.0, "toy", population=900_000),
    )
}

NORTH, SOUTH, EXCLAVE = "aa-bb-north", "aa-bb-south", "aa-bb-exclave"

POSTS = (
    Crossing(NORTH, "North Post", "AA", "Bruck Post", "BB", 1.0, 2.0, 0.1, "road+foot", "both",
             (Spell(date(2020, 1, 1), "open"),), "toy gazette", "high"),
    Crossing(SOUTH, "South Post", "AA", "Boria Post", "BB", 0.3, 2.0, 0.1, "road+foot", "both",
             (Spell(date(2020, 1, 1), "open"), Spell(CLOSING_DAY, "closed", "fever")), "toy gazette", "high"),
    Crossing(EXCLAVE, "Exclave Post", "AA", "Exclave Gate", "BB", 1.0, 4.0, 0.1, "road+foot", "both",
             (Spell(date(2020, 1, 1), "open"),), "toy gazette", "high"),
)  # fmt: skip

NODES = (
    (1.0, 0.5, "AA"),  # 0 Alma
    (1.0, 1.2, "AA"),  # 1
    (1.0, 1.8, "AA"),  # 2 Arbor
    (0.3, 1.5, "AA"),  # 3
    (1.0, 2.2, "BB"),  # 4 Bruck
    (0.3, 2.4, "BB"),  # 5
    (0.3, 3.0, "BB"),  # 6 Boria
    (1.0, 2.9, "BB"),  # 7
    (1.0, 3.5, "BB"),  # 8 Belder
    (1.0, 4.25, "AA"),  # 9 Exford
)
EDGES = (
    (0, 1, 80.0), (1, 2, 70.0), (0, 3, 150.0), (1, 3, 90.0), (2, 4, 46.0), (3, 5, 104.0), (5, 6, 70.0),
    (4, 5, 85.0), (4, 7, 80.0), (7, 8, 70.0), (6, 8, 100.0), (8, 9, 86.0),
)  # fmt: skip
BORDER_EDGES = {(2, 4): (NORTH, 1.0, 2.0), (3, 5): (SOUTH, 0.3, 2.0), (8, 9): (EXCLAVE, 1.0, 4.0)}

AIRPORTS = (
    Airport("AAAL", "ALM", "Alma International", "Alma", "AA", 1.05, 0.5, "large", "UTC"),
    Airport("BBBE", "BEL", "Belder International", "Belder", "BB", 1.05, 3.5, "large", "UTC"),
)
SHUT_SKY = Closure("bb-ash", "BB", "*", date(2023, 9, 4), date(2023, 9, 10), "volcanic ash", "toy gazette", "high")


def territories() -> dict[str, shapely.Geometry]:
    """The countries' outlines in (lon, lat)."""
    west = shapely.Polygon([(0, 0), (0, 2), (2, 2), (2, 0)])
    exclave = shapely.Polygon([(4, 0.5), (4, 1.5), (4.5, 1.5), (4.5, 0.5)])
    east = shapely.Polygon([(2, 0), (2, 2), (4, 2), (4, 1.5), (4, 0.5), (4, 0)])
    island = shapely.box(2.8, 2.8, 3.2, 3.2)
    return {"AA": shapely.MultiPolygon([west, exclave]), "BB": shapely.MultiPolygon([east, island])}


@cache
def _borders() -> Borders:
    return borders_of(territories())


def _roads() -> RoadNetwork:
    return RoadNetwork.from_edges(NODES, EDGES, crossings=BORDER_EDGES)


def _gazetteer() -> PlaceTable:
    return PlaceTable(tuple(PLACES.values()))


RECORDS = tuple(
    Record(mode, km, hours, since, until, "toy runner", "toy gazette", "high")
    for mode, km, hours, since, until in (
        ("foot", 10.0, 0.5, None, None),
        ("foot", 300.0, 24.0, None, None),
        ("foot", 1000.0, 144.0, None, None),
        ("bicycle", 50.0, 1.0, None, None),
        ("bicycle", 1000.0, 24.0, None, None),
        ("car", 160.0, 1.0, date(1900, 1, 1), None),
        ("air", 1000.0, 1.0, date(1952, 1, 1), None),
        ("supersonic", 2000.0, 1.0, date(1976, 1, 1), date(2003, 12, 31)),
    )
)

PACES = {"foot": (5.0, 4.0), "bicycle": (25.0, 15.0), "car": (80.0, 60.0), "air": (800.0, 700.0)}
"""Brisk and typical km/h of the toy's own routes."""
DETOUR, AIRPORTS_H, WAIT_BRISK_H, WAIT_TYPICAL_H, SHORTEST_FLIGHT_KM = 1.25, 2.0, 0.25, 1.0, 150.0


def toy_speeds() -> SpeedTable:
    """A table with the toy's records and no margin, enough for limits."""
    margin = Speed("limit margin", "*", "*", 0.0, 1.0, 1.0, "ratio", None, None, "toy gazette", "high")
    return SpeedTable((margin,), (), Records(RECORDS))


def toy_ways(world: World, *, wait_h: float = WAIT_TYPICAL_H) -> Callable[[LegQuery], tuple[Route, ...]]:
    """A route search for tests of verdicts: straight lines, round numbers, one border post where countries change."""

    def ways(query: LegQuery) -> tuple[Route, ...]:
        a, b = query.origin, query.destination
        km = distance_km(a.lat, a.lon, b.lat, b.lon)
        modes = query.modes or (("foot", "car", "air") if km >= SHORTEST_FLIGHT_KM else ("foot", "car"))
        known = [mode for mode in modes if world.speeds.records.exists(mode, query.on)]
        return tuple(_route(query, mode, km, world, wait_h) for mode in known)

    return ways


def _route(query: LegQuery, mode: str, km: float, world: World, wait_h: float) -> Route:
    a, b = query.origin, query.destination
    flown = mode == "air"
    road_km = km if flown else km * DETOUR
    brisk, typical = PACES[mode]
    extra = AIRPORTS_H if flown else 0.0
    events = () if flown or a.country == b.country else (_passage(query, world),)
    limit = limit_for(km, mode, query.on, world.speeds)
    if not flown and PLACES["Insel"].lat in {a.lat, b.lat}:
        segment = Segment(mode, ((a.lat, a.lon), (b.lat, b.lon)), km, "no road data")
        return Route(mode, (segment,), km, km, (), TravelTime(limit, None, None), (), "no road data")
    moving = Part(
        "moving", limit, timedelta(hours=road_km / brisk + extra / 2), timedelta(hours=road_km / typical + extra)
    )
    waits = [
        Part(
            f"border {one.from_country}-{one.to_country}",
            timedelta(),
            timedelta(hours=WAIT_BRISK_H),
            timedelta(hours=wait_h),
        )
        for one in events
    ]
    parts = (moving, *waits)
    time = TravelTime(
        limit,
        max(limit, sum((part.brisk for part in parts), timedelta())),
        max(limit, sum((part.typical for part in parts), timedelta())),
        parts,
        ("toy gazette",),
    )
    needs = tuple(
        f"needs {one.crossing.name}, closed" for one in events if one.crossing and one.status.status == "closed"
    )
    line = ((a.lat, a.lon), (b.lat, b.lon))
    countries = tuple(dict.fromkeys(place.country for place in (a, b) if place.country))
    return Route(mode, (Segment(mode, line, road_km, "toy"),), road_km, km, events, time, countries, "toy", needs)


def _passage(query: LegQuery, world: World) -> BorderEvent:
    a, b = query.origin, query.destination
    post = world.crossings.between("AA", "BB")[-2 if {a.lon, b.lon} & {4.25} else -1]
    status = world.crossings.status(post, query.on)
    return BorderEvent(
        a.country or "AA", b.country or "BB", post.lat or 0.0, post.lon or 0.0, post, status, "checkpoint", 0.0
    )


def judged(
    itinerary: Itinerary, world: World, *, published: date | None = None, wait_h: float = WAIT_TYPICAL_H
) -> Judgement:
    """The judgement on an itinerary, with the toy's own routes."""
    return judge(plan(itinerary, toy_ways(world, wait_h=wait_h)), published, world)


def toy_railways(
    *services: RailService, trust: Mapping[str, str] = MappingProxyType({"AA": "good", "BB": "good"})
) -> RailNetwork:
    """A railway from Alma over Arbor, Bruck and Belder to Boria; the south of AA has none."""
    edges = ((0, 1, 80.0), (1, 2, 70.0), (2, 3, 46.0), (3, 4, 80.0), (4, 5, 70.0), (5, 6, 105.0))
    nodes = tuple(NODES[at] for at in (0, 1, 2, 4, 7, 8, 6))
    network = RailNetwork.from_edges(nodes, edges, crossings={(2, 3): (None, 1.0, 2.0)})
    return network.knowing(trust, RailServices(services))


def toy_world(
    *,
    posts: Sequence[Crossing] = POSTS,
    speeds: Callable[[], SpeedTable] = open_speeds,
    railways: Callable[[], RailNetwork | None] = lambda: None,
    closures: Sequence[Closure] = (SHUT_SKY,),
    openings: Sequence[Opening] = (),
) -> World:
    """The toy world with the shipped speeds; posts, speeds, railways, closed skies, days of airports may be given."""
    regimes = Regimes(())
    return World(
        gazetteer=_gazetteer,
        borders=_borders,
        crossings=lambda: Crossings(posts, regimes),
        regimes=lambda: regimes,
        roads=_roads,
        speeds=speeds,
        airports=lambda: Airports(AIRPORTS, Airspace(closures), openings=Openings(openings)),
        railways=railways,
    )


def at(day: int, hour: float = 0.0) -> datetime:
    """A moment of August 2023."""
    minutes = round(hour * 60)
    return datetime(2023, 8, day, minutes // 60, minutes % 60, tzinfo=UTC)


def visit(
    place: str | Place,
    earliest: datetime | None = None,
    latest: datetime | None = None,
    *,
    event: Event = Event.AT,
    modes: tuple[str, ...] = (),
    checkpoint: bool = False,
    alternatives: tuple[Place, ...] = (),
    quote: str = "",
) -> Visit:
    """A visit to a toy place; one moment where only `earliest` is given."""
    where = PLACES[place] if isinstance(place, str) else place
    return Visit(
        where,
        event,
        earliest,
        latest if latest is not None else earliest,
        quote,
        0,
        len(quote),
        alternatives,
        modes,
        checkpoint,
    )


def journey(*visits: Visit, gaps: tuple[Gap, ...] = (), traveller: str | None = "Ada") -> Itinerary:
    """An itinerary of these visits."""
    return Itinerary(traveller, None, (), visits, gaps)
