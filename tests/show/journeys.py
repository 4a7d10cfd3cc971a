"""Invented assessments in the JSON contract, for the report, the map and the browser."""

from __future__ import annotations

import copy
from itertools import pairwise
from typing import Any

PLACES: dict[str, tuple[str, str, str, float, float]] = {
    "t:vilnius": ("Vilnius", "city", "LT", 54.6892, 25.2798),
    "t:vilnius-post": ("Vilnius border guard post", "landmark", "LT", 54.6871, 25.2835),
    "t:pabrade": ("Pabradė", "city", "LT", 54.9811, 25.7611),
    "t:kaliningrad": ("Kaliningrad", "city", "RU", 54.7065, 20.511),
    "t:pskov": ("Pskov", "city", "RU", 57.8136, 28.3496),
    "t:moscow": ("Moscow", "city", "RU", 55.7522, 37.6156),
    "t:minsk": ("Minsk", "city", "BY", 53.9, 27.5667),
    "t:tokyo": ("Tokyo", "city", "JP", 35.6895, 139.6917),
    "t:anchorage": ("Anchorage", "city", "US", 61.2181, -149.9003),
    "t:seattle": ("Seattle", "city", "US", 47.6062, -122.3321),
}
STORY_PLACES = ("t:vilnius", "t:vilnius-post", "t:pabrade", "t:kaliningrad", "t:pskov", "t:moscow")
BORDERS: dict[str, tuple[tuple[str, float, float, float], ...]] = {
    "t:vilnius": (("BY", 29.1, 54.5615, 25.6745), ("LV", 128.0, 55.694, 26.06), ("RU", 154.8, 54.7, 22.87)),
    "t:vilnius-post": (("BY", 28.8, 54.5615, 25.6745),),
    "t:pabrade": (("BY", 8.6, 54.9406, 25.875), ("LV", 79.0, 55.667, 26.3)),
    "t:kaliningrad": (("LT", 69.6, 55.2, 21.1), ("PL", 38.0, 54.36, 20.61)),
    "t:pskov": (("EE", 44.0, 57.72, 27.61),),
    "t:minsk": (("LT", 113.0, 54.28, 25.96),),
}
ROADS: dict[str, list[list[float]]] = {
    "kgd": [[20.511, 54.7065], [21.22, 54.65], [21.82, 54.63], [22.2, 54.59], [22.57, 54.63], [22.7423, 54.6433],
            [23.05, 54.63], [23.354, 54.559], [23.62, 54.73], [23.92, 54.9], [24.3, 54.84], [24.66, 54.78],
            [25.2798, 54.6892]],
    "latvia": [[28.3496, 57.8136], [28.2, 57.3], [27.98, 57.08], [27.7, 56.86], [27.33, 56.51], [26.9, 56.2],
               [26.53, 55.88], [26.3, 55.7], [26.1, 55.6], [25.6, 55.5], [25.4, 55.23], [25.2798, 54.6892]],
    "belarus": [[37.6156, 55.7522], [34.3, 55.2], [32.0, 54.78], [30.9, 54.6], [30.3, 54.5], [28.5, 54.2],
                [27.5667, 53.9], [26.7, 54.3], [25.95, 54.42], [25.69, 54.54], [25.2798, 54.6892]],
    "post": [[25.2798, 54.6892], [25.281, 54.688], [25.2835, 54.6871]],
    "pabrade": [[25.2835, 54.6871], [25.33, 54.76], [25.48, 54.85], [25.6, 54.93], [25.7611, 54.9811]],
    "pabrade-foot": [[25.2835, 54.6871], [25.5, 54.82], [25.7611, 54.9811]],
}  # fmt: skip


def place(name: str) -> dict[str, Any]:
    """One entry of "places"."""
    shown, kind, country, lat, lon = PLACES[name]
    borders = [{"country": c, "km": km, "lat": la, "lon": lo} for c, km, la, lo in BORDERS.get(name, ())]
    return {
        "id": name, "name": shown, "kind": kind, "country": country, "lat": lat, "lon": lon, "extent_km": 5.0,
        "reason": "the only place of this name near the others", "mentions": [], "alternatives": [], "borders": borders,
    }  # fmt: skip


def verdict(label: str) -> dict[str, str]:
    """A settled verdict, or the widest for "unknown"."""
    if label == "unknown":
        return {"label": "unknown", "worst": "impossible", "best": "possible"}
    return {"label": label, "worst": label, "best": label}


def visit(name: str, earliest: str | None, latest: str | None, quote: str, basis: str = "text") -> dict[str, Any]:
    """One visit."""
    return {
        "place": name, "earliest": earliest, "latest": latest, "quote": quote, "start": 0, "end": len(quote),
        "basis": basis,
    }  # fmt: skip


def border(
    ends: tuple[str, str], at: tuple[float, float], name: str | None, status: str, kind: str = "checkpoint"
) -> dict[str, Any]:
    """One border event."""
    source = None if status == "no data" else "invented border service, notice of 1 July 2023"
    return {
        "from": ends[0], "to": ends[1], "lat": at[0], "lon": at[1], "crossing": name, "status": status,
        "status_source": source, "kind": kind,
    }  # fmt: skip


def route(
    mode: str, km: float, hours: tuple[float, float | None, float | None], line: list[list[float]],
    borders: tuple[dict[str, Any], ...] = (),
) -> dict[str, Any]:  # fmt: skip
    """One route."""
    return {
        "mode": mode, "km": km, "hours": dict(zip(("limit", "brisk", "typical"), hours, strict=True)),
        "borders": list(borders), "geometry": {"type": "LineString", "coordinates": line},
    }  # fmt: skip


def leg(
    ends: tuple[str, str], label: str, window: float | None, slack: float | None, *routes: dict[str, Any]
) -> dict[str, Any]:
    """One leg."""
    return {
        "from": ends[0], "to": ends[1], "window_hours": window, "verdict": verdict(label), "slack_hours": slack,
        "routes": list(routes),
    }  # fmt: skip


def hypothesis(
    text: str, origin: str, label: str, first: dict[str, Any], *, departed: str = "2023-08-02T21:00:00+00:00"
) -> dict[str, Any]:
    """One whole itinerary of the defector: a first leg of its own, then what the story tells."""
    return {
        "hypothesis": {"text": text, "origin": origin, "basis": "the story leaves the origin open"},
        "traveller": "the lieutenant",
        "verdict": verdict(label),
        "visits": [
            visit(origin, departed, "2023-08-10T21:00:00+00:00", "made up his mind on 3 August", "hypothesis"),
            visit("t:vilnius", "2023-08-09T21:00:00+00:00", "2023-08-10T21:00:00+00:00",
                  "reached the capital, Vilnius, on Thursday"),
            visit("t:vilnius-post", "2023-08-09T21:00:00+00:00", "2023-08-11T21:00:00+00:00",
                  "was held by border guards at their post"),
            visit("t:pabrade", None, "2023-08-11T21:00:00+00:00", "has since been taken to the centre in Pabradė"),
        ],
        "legs": [
            first,
            leg(("t:vilnius", "t:vilnius-post"), "possible", 48.0, 47.8,
                route("foot", 0.3, (0.02, 0.06, 0.1), ROADS["post"])),
            leg(("t:vilnius-post", "t:pabrade"), "possible", 48.0, 46.9,
                route("car", 51.0, (0.3, 0.6, 0.9), ROADS["pabrade"]),
                route("foot", 49.0, (3.1, 10.2, 21.0), ROADS["pabrade-foot"])),
        ],
        "conflicts": [],
    }  # fmt: skip


def within_reach(*names: str) -> dict[str, Any]:
    """The prism of a leg: a square, a town and a crossing."""
    square = [[20.0, 54.0], [26.0, 54.0], [26.0, 56.0], [20.0, 56.0], [20.0, 54.0]]
    crossing = {"id": "k", "name": "Kybartai", "countries": ["LT", "RU"], "lat": 54.64, "lon": 22.74, "status": "open"}
    return {
        "mode": "car", "bound": "brisk", "sum_km": 700.0,
        "area": {"type": "MultiPolygon", "coordinates": [[square]]},
        "towns": [{"id": name, "name": name, "country": "LT", "lat": 54.9, "lon": 23.9} for name in names],
        "crossings": [crossing], "more_crossings": 0,
    }  # fmt: skip


def defector() -> dict[str, Any]:
    """A story like the first example: the origin is open, three hypotheses over three borders."""
    kgd = leg(
        ("t:kaliningrad", "t:vilnius"), "possible", 192.0, 186.5,
        route("car", 354.0, (1.6, 4.1, 8.5), ROADS["kgd"],
              (border(("RU", "LT"), (54.6433, 22.7423), "Kybartai \N{EN DASH} Chernyshevskoye", "open"),)),
        route("rail", 366.0, (1.8, 5.5, 7.0), ROADS["kgd"][::2],
              (border(("RU", "LT"), (54.63, 22.75), "Kybartai (rail)", "restricted", "rail"),)),
    )  # fmt: skip
    kgd["prism"] = within_reach("Kaunas")
    latvia = leg(
        ("t:pskov", "t:vilnius"), "possible", 192.0, 181.0,
        route("car", 560.0, (2.4, 6.5, 13.0), ROADS["latvia"],
              (border(("RU", "LV"), (57.08, 27.98), "Grebņeva \N{EN DASH} Ubylinka", "restricted"),
               border(("LV", "LT"), (55.7, 26.3), None, "open", "internal"))),
    )  # fmt: skip
    belarus = leg(
        ("t:moscow", "t:vilnius"), "tight", 192.0, 170.0,
        route("car", 905.0, (3.9, 10.5, 22.0), ROADS["belarus"],
              (border(("RU", "BY"), (54.6, 30.9), None, "no data", "green"),
               border(("BY", "LT"), (54.54, 25.69), "Medininkai \N{EN DASH} Kamenny Log", "closed"))),
    )  # fmt: skip
    record: dict[str, Any] = {
        "schema": "wayproof.assessment/1",
        "wayproof": "0.1.0",
        "data": [
            {"name": "borders", "title": "OpenStreetMap borders", "version": "1.1.0", "licence": "ODbL-1.0",
             "attribution": "© OpenStreetMap contributors", "sha256": "0" * 64},
            {"name": "gazetteer", "title": "GeoNames cities500", "version": "3.0.2", "licence": "CC-BY-4.0",
             "attribution": "GeoNames", "sha256": "1" * 64},
        ],
        "story": {"title": "An officer crosses over", "published": "2023-08-11", "text_sha256": "a" * 64},
        "verdict": verdict("possible") | {
            "summary": "The lieutenant can have travelled to Vilnius and on to Pabradė in the time the story allows. "
            "The story does not say where he set out; of three origins none is refuted, and Kaliningrad over Kybartai "
            "leaves the most time. Whether he crossed at an open post or away from one the story does not say.",
        },
        "places": [place(name) for name in STORY_PLACES],
        "unresolved": [{"start": 10, "end": 20, "text": "the unit's base", "reason": "no place is named"}],
        "itineraries": [
            hypothesis("From Kaliningrad, by the shortest way into Lithuania", "t:kaliningrad", "possible", kgd),
            hypothesis("From mainland Russia through Latvia", "t:pskov", "possible", latvia),
            hypothesis("From mainland Russia through Belarus", "t:moscow", "tight", belarus),
        ],
        "findings": [
            {"rule": "origin-open", "grade": None, "text": "The story does not say where the journey began.",
             "numbers": [{"name": "origins tried", "value": 3, "unit": ""}], "sources": [],
             "quote": "crossed the border"},
            {"rule": "crossing-closed", "grade": None, "leg": 0,
             "text": "The way through Belarus needs the crossing Medininkai, closed on the date.",
             "numbers": [{"name": "detour", "value": 41.5, "unit": "km"}],
             "sources": ["invented border service, notice of 1 July 2023"], "quote": "illegally crossed the border"},
        ],
        "assumptions": [
            {"name": "border wait", "value": 186, "unit": "h", "source": "border queue reports", "flips_to": "tight",
             "text": "Were the wait at the border longer than 186 h, the answer would be tight."},
        ],
    }  # fmt: skip
    return record


def simple(names: list[tuple[str, float, float]], label: str = "possible", mode: str = "air") -> dict[str, Any]:
    """One journey in straight lines over the places given, a day apart."""
    record = defector()
    rows = [
        {"id": f"p:{i}", "name": name, "kind": "city", "country": None, "lat": lat, "lon": lon, "extent_km": 1.0,
         "reason": "", "mentions": [], "alternatives": [], "borders": []}
        for i, (name, lat, lon) in enumerate(names)
    ]  # fmt: skip
    record["places"] = rows
    record["findings"] = record["assumptions"] = record["unresolved"] = []
    visits = [
        visit(
            row["id"],
            f"2024-02-{1 + i % 28:02d}T00:00:00+00:00",
            f"2024-02-{1 + i % 28:02d}T12:00:00+00:00",
            f"stop {i}",
        )
        for i, row in enumerate(rows)
    ]
    legs = [
        leg((a["id"], b["id"]), label, 24.0, 10.0,
            route(mode, 1000.0, (1.0, 2.0, 4.0), [[a["lon"], a["lat"]], [b["lon"], b["lat"]]]))
        for a, b in pairwise(rows)
    ]  # fmt: skip
    record["itineraries"] = [
        {
            "hypothesis": None,
            "traveller": None,
            "verdict": verdict(label),
            "visits": visits,
            "legs": legs,
            "conflicts": [],
        }
    ]
    record["verdict"] = verdict(label) | {"summary": "One. Two. Three."}
    return record


def date_line() -> dict[str, Any]:
    """A flight over the antimeridian."""
    return simple([("Tokyo", 35.6895, 139.6917), ("Anchorage", 61.2181, -149.9003), ("Seattle", 47.6062, -122.3321)])


HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "\"quoted' & <b>bold</b> `${alert(3)}` {{ 7*7 }}",
    "\N{RIGHT-TO-LEFT OVERRIDE}drowssap \N{RIGHT-TO-LEFT ISOLATE}ירושלים العربية",
    "Llanfair" + "pwllgwyngyll" * 40,
    "line\N{LINE SEPARATOR}break\N{PARAGRAPH SEPARATOR}end <!-- comment",
)


FREE = {
    "name",
    "text",
    "quote",
    "reason",
    "crossing",
    "title",
    "basis",
    "traveller",
    "summary",
    "source",
    "status_source",
}
FREE |= {"inferred", "note", "licence", "attribution", "sources", "unit", "version", "rule", "published"}
"""The fields whose text comes from outside."""


def hostile() -> dict[str, Any]:
    """The first story with hostile text in every field that a story, a file name or a table can fill."""
    record = copy.deepcopy(defector())
    record["itineraries"][0]["visits"][1]["inferred"] = "the day"
    record["itineraries"][0]["legs"][0]["routes"][0]["note"] = "by a known way"
    record["alternatives"] = [{"kind": "second", "text": "two people", "grade": "possible", "numbers": []}]
    texts = iter(HOSTILE * 60)

    def poison(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: poison(entry, name) for name, entry in value.items()}
        if isinstance(value, list):
            return [poison(entry, key) for entry in value]
        return next(texts) if isinstance(value, str) and key in FREE else value

    poisoned: dict[str, Any] = poison(record)
    return poisoned
