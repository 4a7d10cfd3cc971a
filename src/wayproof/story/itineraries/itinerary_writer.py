"""Itineraries written out: the YAML that ``wayproof extract`` makes, to be corrected by hand and checked again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from wayproof.world.places import Kind
from wayproof.world.zones import zone_at

if TYPE_CHECKING:
    from datetime import date, datetime

    from wayproof.story.itineraries.itinerary import Gap, Itinerary, Visit


def dump_itinerary(itinerary: Itinerary, *, title: str | None = None, published: date | None = None) -> str:
    """The itinerary as YAML that ``itinerary_file.parse_itinerary`` reads again; times in the zone of each place.

    Parameters
    ----------
    itinerary
        The visits.
    title, published
        The headline and the day of the story they were read from; None to leave them out.
    """
    import yaml

    document: dict[str, object] = {}
    if title or itinerary.title:
        document["title"] = title or itinerary.title
    day = published or itinerary.published
    if day is not None:
        document["published"] = day.isoformat()
    if itinerary.traveller:
        document["traveller"] = itinerary.traveller
    if itinerary.nationality:
        document["nationality"] = itinerary.nationality
    if itinerary.roles:
        document["roles"] = list(itinerary.roles)
    document["visits"] = [_row(visit) for visit in itinerary.visits]
    if itinerary.gaps:
        document["gaps"] = [_gap_row(gap) for gap in itinerary.gaps]
    if itinerary.unsettled:
        document["unsettled"] = [{"quote": one.text, "reason": one.reason} for one in itinerary.unsettled]
    return yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=100)


def _row(visit: Visit) -> dict[str, object]:
    place = visit.place
    row: dict[str, object] = {"place": place.name}
    if place.kind is Kind.POINT:
        row |= {"lat": place.lat, "lon": place.lon}
    else:
        row["id"] = place.id
    zone = zone_at(place.lat, place.lon)
    if visit.earliest is not None:
        row["earliest"] = _local(visit.earliest, zone)
    if visit.latest is not None:
        row["latest"] = _local(visit.latest - timedelta(minutes=1), zone)
    row["event"] = str(visit.event)
    if visit.modes:
        row["mode"] = list(visit.modes)
    if visit.checkpoint:
        row["checkpoint"] = True
    if visit.quote:
        row["quote"] = visit.quote
    if visit.inferred:
        row["inferred"] = visit.inferred
    if visit.chance < 1.0:
        row["chance"] = round(visit.chance, 2)
    return row


def _gap_row(gap: Gap) -> dict[str, object]:
    row: dict[str, object] = {"from": gap.first + 1, "to": gap.second + 1}
    for name, bound in (("shortest_hours", gap.shortest), ("longest_hours", gap.longest)):
        if bound is not None:
            row[name] = round(bound.total_seconds() / 3600, 4)
    if gap.quote:
        row["quote"] = gap.quote
    return row


def _local(moment: datetime, zone: str) -> str:
    from zoneinfo import ZoneInfo

    return moment.astimezone(ZoneInfo(zone)).isoformat(timespec="minutes")
