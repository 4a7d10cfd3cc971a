"""The assessment as plain data for JSON, in the shape of ``docs/assessment.schema.json``."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from wayproof import __version__
from wayproof.verdict.hours import hours
from wayproof.world.crossings import NO_DATA

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, timedelta

    from shapely import MultiPolygon

    from wayproof.story.itineraries.itinerary import Itinerary, Visit
    from wayproof.travel.border_events import BorderEvent
    from wayproof.verdict.assessment import AssessedPlace, Assessment, ItineraryAssessment
    from wayproof.verdict.conflicts import Conflict
    from wayproof.verdict.findings import Finding
    from wayproof.verdict.grades import Verdict
    from wayproof.verdict.leg_assessment import GradedRoute, LegAssessment, Prism
    from wayproof.world.manifest import DataFile

SCHEMA: Final = "wayproof.assessment/1"
DEGREE_DIGITS: Final = 5
"""About a metre on the ground."""
HOUR_DIGITS: Final = 3
"""About four seconds."""
KM_DIGITS: Final = 2
AREA_DIGITS: Final = 3
"""About a hundred metres: the ground within reach is an estimate."""


def record(assessment: Assessment) -> dict[str, Any]:
    """The assessment as dicts, lists, strings and numbers.

    Coordinates are rounded to five decimals, hours to three, kilometres to two. Instants are ISO 8601 in UTC with
    their offset. Geometries are GeoJSON and therefore (lon, lat).
    """
    return {
        "schema": SCHEMA,
        "wayproof": __version__,
        "data": [
            {
                "name": one.name,
                "version": _version(one),
                "licence": one.licence,
                "sha256": one.sha256,
                "attribution": list(one.attribution),
            }
            for one in assessment.data
        ],
        "story": {
            "title": assessment.title,
            "published": assessment.published.isoformat() if assessment.published else None,
            "text_sha256": assessment.text_sha256,
            "name": assessment.name,
        },
        "verdict": {**_verdict(assessment.verdict), "summary": assessment.summary},
        "countries": dict(sorted(assessment.countries.items())),
        "places": [_place(one) for one in assessment.places],
        "unresolved": [
            {"start": one.start, "end": one.end, "text": one.text, "reason": one.reason, "kind": one.kind}
            for one in assessment.unresolved
        ],
        "itineraries": [_itinerary(one) for one in assessment.itineraries],
        "findings": [_finding(one) for one in assessment.findings],
        "assumptions": [
            {
                "name": one.name,
                "value": one.value,
                "unit": one.unit,
                "source": one.source,
                "flips_to": one.flips_to,
                "text": one.text,
            }
            for one in assessment.assumptions
        ],
        "alternatives": [
            {
                "kind": one.kind,
                "text": one.text,
                "grade": one.flips_to,
                "numbers": [{"name": n.name, "value": n.value, "unit": n.unit} for n in one.numbers],
            }
            for one in assessment.alternatives
        ],
        "notes": list(assessment.notes),
    }


def _version(file: DataFile) -> str:
    """What a data file was built from; its digest where it names no package."""
    return ", ".join(f"{one.name} {one.version}" for one in file.sources) or file.sha256[:12]


def _verdict(verdict: Verdict) -> dict[str, str]:
    return {"label": verdict.label, "worst": verdict.worst.word, "best": verdict.best.word}


def _place(assessed: AssessedPlace) -> dict[str, Any]:
    place = assessed.place
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind.value,
        "country": place.country,
        "lat": _degrees(place.lat),
        "lon": _degrees(place.lon),
        "extent_km": _km(place.extent_km),
        "admin1": place.admin1,
        "source": place.source,
        "reason": assessed.reason,
        "ambiguous": assessed.ambiguous,
        "mentions": [{"start": one.start, "end": one.end, "text": one.text} for one in assessed.mentions],
        "alternatives": [
            {
                "id": one.place.id,
                "name": one.place.name,
                "country": one.place.country,
                "admin1": one.place.admin1,
                "lat": _degrees(one.place.lat),
                "lon": _degrees(one.place.lon),
                "score": round(one.score, 4),
            }
            for one in assessed.alternatives
        ],
        "borders": [
            {"country": one.country, "km": _km(one.km), "lat": _degrees(one.lat), "lon": _degrees(one.lon)}
            for one in assessed.borders
        ],
    }


def _itinerary(one: ItineraryAssessment) -> dict[str, Any]:
    itinerary = one.itinerary
    return {
        "hypothesis": _hypothesis(itinerary),
        "traveller": itinerary.traveller,
        "nationality": itinerary.nationality,
        "origin_open": itinerary.origin_open,
        "decides": itinerary.decides,
        "verdict": _verdict(one.verdict),
        "visits": [_visit(visit) for visit in itinerary.visits],
        "legs": [_leg(leg) for leg in one.legs],
        "conflicts": [_conflict(conflict) for conflict in one.conflicts],
        "findings": [_finding(finding) for finding in one.findings],
        "latest_departure": _instant(one.latest_departure),
        "earliest_arrival": _instant(one.earliest_arrival),
        "room": [
            {
                "bound": room.bound,
                "latest_departure": _instant(room.latest_departure),
                "earliest_arrival": _instant(room.earliest_arrival),
            }
            for room in one.room
        ],
    }


def _hypothesis(itinerary: Itinerary) -> dict[str, Any] | None:
    supposed = itinerary.hypothesis
    if supposed is None:
        return None
    return {"text": supposed.text, "origin": supposed.origin, "basis": supposed.basis, "via": list(supposed.via)}


def _visit(visit: Visit) -> dict[str, Any]:
    return {
        "place": visit.place.id,
        "event": visit.event.value,
        "earliest": _instant(visit.earliest),
        "latest": _instant(visit.latest),
        "quote": visit.quote,
        "start": visit.start,
        "end": visit.end,
        "modes": list(visit.modes),
        "checkpoint": visit.checkpoint,
        "basis": visit.basis,
        "inferred": visit.inferred,
        "chance": round(visit.chance, 2),
    }


def _leg(leg: LegAssessment) -> dict[str, Any]:
    return {
        "from": leg.origin.id,
        "to": leg.destination.id,
        "first": leg.index,
        "last": leg.last,
        "window_hours": _hours(leg.window),
        "verdict": _verdict(leg.verdict),
        "slack_hours": _hours(leg.slack),
        "hours": {"limit": _hours(leg.limit), "brisk": _hours(leg.brisk), "typical": _hours(leg.typical)},
        "separation_km": _km(leg.separation_km),
        "judged": leg.judged,
        "decides": leg.decides,
        "reason": leg.reason,
        "prism": _prism(leg.prism) if leg.prism is not None else None,
        "routes": [_route(route) for route in leg.routes],
    }


def _prism(prism: Prism) -> dict[str, Any]:
    return {
        "mode": prism.mode,
        "bound": prism.bound,
        "sum_km": _km(max(0.0, prism.sum_km)),
        "area": _area(prism.area),
        "towns": [
            {"id": one.id, "name": one.name, "country": one.country, "lat": _degrees(one.lat), "lon": _degrees(one.lon)}
            for one in prism.towns
        ],
        "crossings": [
            {
                "id": one.id,
                "name": one.name,
                "countries": list(one.countries),
                "lat": _degrees(one.lat),
                "lon": _degrees(one.lon),
                "status": one.status.status if one.status is not None else NO_DATA,
            }
            for one in prism.crossings
        ],
        "more_crossings": prism.more_crossings,
    }


def _area(area: MultiPolygon) -> dict[str, Any]:
    """A GeoJSON MultiPolygon; outer rings run counter-clockwise, as RFC 7946 asks."""
    from shapely.geometry.polygon import orient

    polygons = [orient(polygon) for polygon in area.geoms]
    return {
        "type": "MultiPolygon",
        "coordinates": [
            [_ring(ring.coords) for ring in (polygon.exterior, *polygon.interiors)] for polygon in polygons
        ],
    }


def _ring(points: Iterable[tuple[float, ...]]) -> list[list[float]]:
    return [[round(lon, AREA_DIGITS), round(lat, AREA_DIGITS)] for lon, lat in points]


def _route(graded: GradedRoute) -> dict[str, Any]:
    route = graded.route
    return {
        "mode": route.mode,
        "means": list(route.means),
        "km": _km(route.km),
        "geodesic_km": _km(route.geodesic_km),
        "hours": {
            "limit": _hours(route.time.limit),
            "brisk": _hours(route.time.brisk),
            "typical": _hours(route.time.typical),
        },
        "verdict": _verdict(graded.verdict),
        "slack_hours": _hours(graded.slack),
        "basis": route.basis,
        "countries": list(route.countries),
        "needs": list(route.needs),
        "note": route.note,
        "sources": list(route.time.sources),
        "parts": [
            {
                "name": part.name,
                "limit": _hours(part.limit),
                "brisk": _hours(part.brisk),
                "typical": _hours(part.typical),
            }
            for part in route.time.parts
        ],
        "borders": [_border(event) for event in route.borders],
        "segments": [
            {"mode": part.mode, "km": _km(part.km), "basis": part.basis, "geometry": _line(part.geometry)}
            for part in route.segments
        ],
        "geometry": _line(route.geometry),
    }


def _border(event: BorderEvent) -> dict[str, Any]:
    return {
        "from": event.from_country,
        "to": event.to_country,
        "lat": _degrees(event.lat),
        "lon": _degrees(event.lon),
        "crossing": event.crossing.name if event.crossing is not None else None,
        "crossing_id": event.crossing.id if event.crossing is not None else None,
        "status": event.status.status,
        "status_since": event.status.since.isoformat() if event.status.since else None,
        "status_reason": event.status.reason,
        "status_source": event.status.source,
        "status_confidence": event.status.confidence,
        "kind": event.kind,
        "at_km": _km(event.at_km),
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "statements": [
            {"text": one.text, "kind": one.kind, "quote": one.quote, "start": one.start, "end": one.end}
            for one in conflict.statements
        ],
        "hours_short": round(conflict.hours_short, HOUR_DIGITS),
        "bound": conflict.bound,
        "legs": list(conflict.legs),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "grade": finding.grade.word if finding.grade is not None else None,
        "text": finding.text,
        "numbers": [{"name": one.name, "value": one.value, "unit": one.unit} for one in finding.numbers],
        "sources": list(finding.sources),
        "quote": finding.quote,
        "start": finding.start,
        "end": finding.end,
        "leg": finding.leg,
    }


def _line(points: Iterable[tuple[float, float]]) -> dict[str, Any]:
    return {"type": "LineString", "coordinates": [[_degrees(lon), _degrees(lat)] for lat, lon in points]}


def _degrees(value: float) -> float:
    return round(float(value), DEGREE_DIGITS)


def _km(value: float) -> float:
    return round(float(value), KM_DIGITS)


def _hours(duration: timedelta | None) -> float | None:
    value = hours(duration)
    return None if value is None or not math.isfinite(value) else round(value, HOUR_DIGITS)


def _instant(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None
