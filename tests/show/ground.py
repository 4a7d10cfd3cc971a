"""A little ground for maps: one continent with a lake and a border, a few names; no data file."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import shapely

from wayproof.world.network import RoadNetwork
from wayproof.world.road_links import Link

if TYPE_CHECKING:
    from wayproof.world.atlas import World

Bounds = tuple[float, float, float, float]
LAND = shapely.MultiPolygon([shapely.box(-170, -50, 19.5, 75), shapely.box(19.5, 50, 180, 75)])
LAKES = shapely.MultiPolygon([shapely.Point(24.0, 54.5).buffer(0.2)])
LINES = shapely.MultiLineString([[(22.7, 50.0), (22.7, 75.0)], [(26.0, 50.0), (26.0, 75.0)]])
RIVERS = shapely.MultiLineString([[(24.0, 54.0), (23.9, 54.9), (21.3, 55.3)]])
COUNTRIES = {"RU": "Russia", "LT": "Lithuania", "BY": "Belarus", "LV": "Latvia", "PL": "Poland", "EE": "Estonia"}


class Borders:
    """What the map asks about borders."""

    def land_within(self, bounds: Bounds, *, tolerance_deg: float) -> shapely.MultiPolygon:
        assert tolerance_deg > 0
        return shapely.MultiPolygon([part for part in _parts(LAND, bounds) if part.geom_type == "Polygon"])

    def lakes_within(self, bounds: Bounds, *, tolerance_deg: float) -> shapely.MultiPolygon:
        assert tolerance_deg > 0
        return shapely.MultiPolygon([part for part in _parts(LAKES, bounds) if part.geom_type == "Polygon"])

    def lines_within(self, bounds: Bounds, *, tolerance_deg: float) -> shapely.MultiLineString:
        assert tolerance_deg > 0
        return shapely.MultiLineString([part for part in _parts(LINES, bounds) if part.geom_type == "LineString"])

    def rivers_within(self, bounds: Bounds, *, tolerance_deg: float) -> tuple[Any, ...]:
        assert tolerance_deg > 0
        return (SimpleNamespace(name="Nemunas", length_km=900.0, course=RIVERS),) if bounds[0] < 24 < bounds[2] else ()

    def labels_within(self, bounds: Bounds) -> tuple[Any, ...]:
        label = SimpleNamespace(country="LT", name="Lithuania", lat=55.1, lon=24.1, min_zoom=4.0)
        return (label,) if bounds[0] <= label.lon <= bounds[2] else ()

    def country_at(self, lat: float, lon: float) -> str | None:
        assert -180 <= lon <= 180
        if not 50 < lat < 75:
            return None
        return "RU" if lon < 22.7 else "LT" if lon < 26 else "BY"


class Gazetteer:
    """What the map asks about names."""

    def country(self, code: str) -> Any:
        return SimpleNamespace(name=COUNTRIES[code], country=code)

    def nearest(
        self, lat: float, lon: float, *, minimum_population: int = 0, country: str | None = None, limit: int = 5
    ) -> tuple[tuple[float, Any], ...]:
        assert -90 <= lat <= 90
        assert -180 <= lon <= 180
        assert country is None
        assert limit > 0
        rows = [("Kaunas", 54.9, 23.9, 300_000), ("<b>Alytus</b>", 54.4, 24.05, 50_000), ("Riga", 56.95, 24.1, 600_000)]
        towns = [SimpleNamespace(id=f"t:{n}", name=n, lat=la, lon=lo, population=p) for n, la, lo, p in rows]
        return tuple((1.0, town) for town in towns if town.population >= minimum_population)


def _parts(shape: Any, bounds: Bounds) -> list[Any]:
    return [part for part in shapely.get_parts(shapely.intersection(shape, shapely.box(*bounds))) if not part.is_empty]


def roads() -> RoadNetwork:
    """One road of two edges, and a ferry."""
    points = [(54.9, 23.9, "LT"), (54.7, 25.3, "LT"), (55.0, 25.8, "LT"), (55.6, 25.0, "LT")]
    ferry = Link("f", "Ferry", "ferry", 2, 3, 80.0, 80.0, 4.0, None, None, "invented", "high")
    return RoadNetwork.from_edges(points, [(0, 1, 95.0), (1, 2, 50.0)], links=[ferry])


def toy_ground() -> World:
    """The world that the map gets in most tests."""
    credits_ = ("© OpenStreetMap contributors", "GeoNames")
    return cast(
        "World", SimpleNamespace(borders=Borders(), gazetteer=Gazetteer(), roads=roads(), attributions=credits_)
    )
