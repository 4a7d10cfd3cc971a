"""What the map shows, worked out from a record: stops, legs, routes, crossings and border distances.

Longitudes are unwrapped here: each journey runs on from its first visit without jumping at 180 degrees, so a leg over
the antimeridian is drawn the short way (a longitude of a scene may lie outside -180..180).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from wayproof.show.palette import stroke_of
from wayproof.show.wording import country_text, crossing_text, distance_text, distinct_events, reason_text, window_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wayproof.world.atlas import World

Position = tuple[float, float]
Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees; west < east, both unwrapped."""

TURN = 360.0
DEFAULT_BOUNDS: Bounds = (-20.0, -50.0, 160.0, 72.0)
"""What an assessment without any place shows: the inhabited world, roughly."""
LEAST_SPAN_DEG = 0.2
"""A scene is at least this wide and high: closer, the base map has nothing to say."""
KM_PER_DEGREE = 111.2
VAGUE_KM = 150.0
"""Places that reach further than this from their middle are no points on a map of a journey."""
SAME_BORDER_SHARE = 0.15
"""Stops nearer to each other than this share of their border distance share one line to the border."""
SIMPLIFY_FRACTION = 1 / 6000
"""Route geometry is simplified to this fraction of the scene's span: under a pixel at three zoom steps further in."""


HYPOTHESIS, LIKELY = "hypothesis", "likely"
"""What a stop is that the story does not tell of."""


@dataclass(frozen=True, slots=True)
class BorderLine:
    """The nearest border to a stop: which country, how far, and the point of the border."""

    country: str
    km: float
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Stop:
    """A visit as the map draws it; visits that are the same in several itineraries are one stop."""

    number: int
    name: str
    kind: str
    country: str
    lat: float
    lon: float
    when: str
    quote: str
    guess: str
    """"hypothesis" or "likely" where the story does not tell of the stop in so many words; "" where it does."""
    itineraries: tuple[int, ...]
    borders: tuple[BorderLine, ...]
    vague: bool = False
    """Whether the place is so large (a country, a region) that its position on the map is only its middle."""

    @property
    def label(self) -> str:
        """What is written beside it."""
        return f"somewhere in {self.name}" if self.vague else self.name

    def tie(self, earlier: Iterable[Stop]) -> BorderLine | None:
        """The nearest border; None where there is none, or where an earlier stop has practically the same one."""
        if not self.borders or self.vague:
            return None
        nearest = self.borders[0]
        for other in earlier:
            same = other.borders and other.borders[0].country == nearest.country
            if same and set(self.itineraries) <= set(other.itineraries):
                apart_deg = abs(self.lat - other.lat) + abs(self.lon - other.lon)
                if apart_deg * KM_PER_DEGREE < SAME_BORDER_SHARE * nearest.km:
                    return None
        return nearest


@dataclass(frozen=True, slots=True)
class Way:
    """One route of a leg: its stretches by mode, simplified, with unwrapped longitudes."""

    mode: str
    km: float | None
    hours: dict[str, float | None]
    label: str
    stretches: tuple[tuple[str, tuple[Position, ...]], ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """Where the traveller could have been between the ends of a leg: what is drawn, and what is said about it."""

    text: str
    rings: tuple[tuple[tuple[Position, ...], ...], ...]
    towns: tuple[str, ...]
    crossings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg of one itinerary with its ways, best first; ``key`` is "itinerary-leg".

    ``first`` and ``last`` are the indices of the visits it joins; ``reach`` is None where nothing is known of it.
    """

    key: str
    itinerary: int
    index: int
    first: int
    last: int
    origin: str
    destination: str
    label: str
    ways: tuple[Way, ...]
    reach: Reach | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A border crossed by the best way of a leg; the same passage of several itineraries is one."""

    name: str
    from_country: str
    to_country: str
    lat: float
    lon: float
    kind: str
    status: str
    source: str
    reason: str
    itineraries: tuple[int, ...]
    legs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that is drawn over the base map, and the bounds that hold the itinerary shown first."""

    stops: tuple[Stop, ...]
    legs: tuple[Leg, ...]
    passages: tuple[Passage, ...]
    bounds: Bounds
    everything: Bounds


def near(lon: float, reference: float) -> float:
    """The longitude shifted by whole turns to lie within 180 degrees of a reference."""
    return lon - TURN * round((lon - reference) / TURN)


def unwrapped(points: Iterable[Position], reference: float) -> tuple[Position, ...]:
    """A line of (lat, lon) without jumps at the antimeridian, starting on the side of the reference longitude."""
    line: list[Position] = []
    for lat, lon in points:
        reference = near(lon, reference)
        line.append((lat, reference))
    return tuple(line)


def bounds_of(points: Sequence[Position]) -> Bounds:
    """The bounds of points, never narrower than ``LEAST_SPAN_DEG``; the inhabited world for no points."""
    if not points:
        return DEFAULT_BOUNDS
    lats = [lat for lat, _ in points]
    lons = [lon for _, lon in points]
    west, south, east, north = min(lons), min(lats), max(lons), max(lats)
    grow_x = max(0.0, LEAST_SPAN_DEG - (east - west)) / 2
    grow_y = max(0.0, LEAST_SPAN_DEG - (north - south)) / 2
    return (west - grow_x, south - grow_y, east + grow_x, north + grow_y)


def simplified(line: tuple[Position, ...], tolerance_deg: float) -> tuple[Position, ...]:
    """The line with fewer points, none further than the tolerance from where it was (Douglas-Peucker)."""
    if len(line) <= 2:  # noqa: PLR2004 - a straight line has two points
        return line
    from shapely import LineString

    kept = LineString(line).simplify(tolerance_deg, preserve_topology=False)
    return tuple((lat, lon) for lat, lon in kept.coords)


def make_scene(record: Mapping[str, Any], world: World | None) -> Scene:
    """The scene of a record (``Assessment.to_dict()``); visits at places that the record does not hold are left out."""
    return _Painter(record, world).scene()


class _Painter:
    """Walks through the record once and collects what there is to draw."""

    def __init__(self, record: Mapping[str, Any], world: World | None) -> None:
        self.world = world
        self.places: dict[str, Mapping[str, Any]] = {place["id"]: place for place in record.get("places", ())}
        self.itineraries: Sequence[Mapping[str, Any]] = record.get("itineraries", ())
        self.stops: dict[tuple[object, ...], tuple[Stop, list[int]]] = {}
        self.passages: dict[tuple[object, ...], tuple[Passage, list[int], list[str]]] = {}
        self.legs: list[Leg] = []
        self.first_points: list[Position] = []
        self.all_points: list[Position] = []
        self.vague_points: list[Position] = []
        self.reference: float | None = None
        self.tolerance_deg = self._tolerance_deg()

    def scene(self) -> Scene:
        """All itineraries, painted in their order."""
        for number, itinerary in enumerate(self.itineraries):
            self._paint(number, itinerary)
        stops = tuple(replace(stop, itineraries=tuple(found)) for stop, found in self.stops.values())
        passages = tuple(
            replace(one, itineraries=tuple(found), legs=tuple(legs)) for one, found, legs in self.passages.values()
        )
        first = bounds_of(self.first_points or self.all_points or self.vague_points)
        return Scene(stops, tuple(self.legs), passages, first, bounds_of(self.all_points or self.vague_points))

    def _tolerance_deg(self) -> float:
        """How much routes may be simplified, from the rough extent of all places visited."""
        visited = {visit["place"] for itinerary in self.itineraries for visit in itinerary.get("visits", ())}
        at = [self.places[name] for name in sorted(visited) if name in self.places]
        if not at:
            return SIMPLIFY_FRACTION
        reference = float(at[0]["lon"])
        west, south, east, north = bounds_of([(one["lat"], near(one["lon"], reference)) for one in at])
        return max(east - west, north - south) * SIMPLIFY_FRACTION

    def _paint(self, number: int, itinerary: Mapping[str, Any]) -> None:
        visits = list(itinerary.get("visits", ()))
        reference = self.reference
        lons: list[float | None] = []
        for order, visit in enumerate(visits):
            place = self.places.get(visit["place"])
            if place is None:
                lons.append(None)
                continue
            lon = float(place["lon"]) if reference is None else near(float(place["lon"]), reference)
            reference = lon
            if self.reference is None:
                self.reference = lon
            lons.append(lon)
            if not _vague(place):
                self._see(number, ((float(place["lat"]), lon),))
            else:
                self.vague_points.append((float(place["lat"]), lon))
            self._stop(number, order, lon)
        for order, leg in enumerate(itinerary.get("legs", ())):
            first = int(leg.get("first", order))
            start = lons[first] if first < len(lons) else None
            self._leg(number, order, leg, start if start is not None else (self.reference or 0.0))

    def _see(self, number: int, points: Iterable[Position]) -> None:
        """Remember points for the bounds."""
        kept = list(points)
        self.all_points += kept
        if number == 0:
            self.first_points += kept

    def _stop(self, number: int, order: int, lon: float) -> None:
        visit = self.itineraries[number]["visits"][order]
        place = self.places[visit["place"]]
        lat = float(place["lat"])
        when = window_text(visit, lat, lon)
        hypothesis = self.itineraries[number].get("hypothesis") or {}
        supposed = visit.get("basis") == "hypothesis" or (
            order == 0 and hypothesis.get("origin", "") in {None, place["id"]}
        )
        guess = HYPOTHESIS if hypothesis and supposed else LIKELY if visit.get("chance", 1) < 1 else ""
        key = (order, place["id"], when, guess, round(lon, 6))
        if key in self.stops:
            self.stops[key][1].append(number)
            return
        borders = tuple(
            BorderLine(country_text(row["country"], self.world), float(row["km"]), row["lat"], near(row["lon"], lon))
            for row in place.get("borders", ())
        )
        stop = Stop(
            number=order + 1,
            name=str(place["name"]),
            kind=str(place.get("kind") or ""),
            country=country_text(place.get("country"), self.world) if place.get("country") else "",
            lat=lat,
            lon=lon,
            when=when,
            quote=str(visit.get("quote") or ""),
            guess=guess,
            itineraries=(),
            borders=borders,
            vague=_vague(place),
        )
        self.stops[key] = (stop, [number])

    def _leg(self, number: int, order: int, leg: Mapping[str, Any], start_lon: float) -> None:
        key = f"{number}-{order}"
        routes = tuple(leg.get("routes") or ())
        ways = tuple(self._way(route, start_lon) for route in routes)
        names = [self.places.get(str(leg.get(end)), {}).get("name", leg.get(end) or "") for end in ("from", "to")]
        label = (leg.get("verdict") or {}).get("label", "unknown")
        ends = int(leg.get("first", order)), int(leg.get("last", order + 1))
        reach = reach_of(leg.get("prism"), start_lon)
        self.legs.append(Leg(key, number, order, *ends, str(names[0]), str(names[1]), label, ways, reach))
        if not ways:
            return
        # A way to the middle of a country goes where nobody said that anybody went.
        if not any(_vague(self.places.get(str(leg.get(end)), {})) for end in ("from", "to")):
            self._see(number, (point for _, stretch in ways[0].stretches for point in stretch))
        for event in distinct_events(routes[0].get("borders") or ()):
            self._passage(number, key, event, start_lon)

    def _way(self, route: Mapping[str, Any], start_lon: float) -> Way:
        """One route with its line; routes that tell their segments keep the mode of each."""
        mode = str(route.get("mode") or "")
        parts = route.get("segments") or ()
        pieces = [(str(part.get("mode") or mode), part.get("geometry")) for part in parts]
        if not any(line for _, line in pieces):
            pieces = [(mode, route.get("geometry"))]
        stretches: list[tuple[str, tuple[Position, ...]]] = []
        for piece_mode, line in pieces:
            coordinates = (line or {}).get("coordinates") or () if isinstance(line, dict) else line or ()
            points = unwrapped(((float(lat), float(lon)) for lon, lat, *_ in coordinates), start_lon)
            if len(points) > 1:
                start_lon = points[-1][1]
                if stretches and stretches[-1][0] == piece_mode and stretches[-1][1][-1] == points[0]:
                    stretches[-1] = (piece_mode, stretches[-1][1] + points[1:])
                else:
                    stretches.append((piece_mode, points))
        hours = {name: (route.get("hours") or {}).get(name) for name in ("limit", "brisk", "typical")}
        label = str((route.get("verdict") or {}).get("label") or "")
        lines = tuple((name, simplified(points, self.tolerance_deg)) for name, points in stretches)
        return Way(mode, route.get("km"), hours, label, lines)

    def _passage(self, number: int, leg: str, event: Mapping[str, Any], start_lon: float) -> None:
        if event.get("lat") is None or event.get("lon") is None:
            return
        lat, lon = float(event["lat"]), near(float(event["lon"]), start_lon)
        name, status, kind = crossing_text(event), str(event.get("status") or "no data"), str(event.get("kind") or "")
        ends = tuple(country_text(event.get(end), self.world) for end in ("from", "to"))
        key = (round(lat, 4), round(lon, 4), *ends, name, status, kind)
        if key in self.passages:
            _, found, legs = self.passages[key]
            if number not in found:
                found.append(number)
            legs.append(leg)
            return
        passage = Passage(
            name=name,
            from_country=ends[0],
            to_country=ends[1],
            lat=lat,
            lon=lon,
            kind=kind,
            status=status,
            source=str(event.get("status_source") or ""),
            reason=reason_text(event, self.world),
            itineraries=(),
            legs=(),
        )
        self.passages[key] = (passage, [number], [leg])


def _vague(place: Mapping[str, Any]) -> bool:
    return float(place.get("extent_km") or 0.0) > VAGUE_KM


def reach_of(prism: Mapping[str, Any] | None, lon: float) -> Reach | None:
    """The prism of a leg as the map draws it, near a longitude; None without one."""
    polygons = ((prism or {}).get("area") or {}).get("coordinates") or ()
    if not prism or not polygons:
        return None
    # Once for each turn of the Earth on which it comes within half a turn of the journey.
    rings = [
        tuple(tuple((float(lat), float(x) + shift) for x, lat, *_ in ring) for ring in polygon)
        for polygon in polygons
        for shift in (-TURN, 0.0, TURN)
        if min(x for x, *_ in polygon[0]) + shift < lon + TURN / 2
        and max(x for x, *_ in polygon[0]) + shift > lon - TURN / 2
    ]
    pace = "" if not prism.get("bound") else f" at a {prism['bound']} pace"
    text = (
        f"Could have been, not was: {stroke_of(prism.get('mode')).word}{pace}, nobody can have gone further away than "
        "this and still have come in time."
    )
    towns = tuple(str(one.get("name")) for one in prism.get("towns") or ())
    crossings = tuple(f"{one.get('name')} ({one.get('status') or 'no data'})" for one in prism.get("crossings") or ())
    return Reach(text, tuple(rings), towns, crossings)


def way_text(way: Way) -> str:
    """A way in a few words: mode and length."""
    return f"{stroke_of(way.mode).word} {distance_text(way.km)}".strip()
