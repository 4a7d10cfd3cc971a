"""What the commands print as JSON, row by row."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from wayproof.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wayproof.story.geoparsing.pipelines import Pipeline
    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.geoparsing.unresolved import Unresolved
    from wayproof.story.text.document import Story
    from wayproof.world.atlas import World
    from wayproof.world.borders import BorderDistance
    from wayproof.world.crossings import Crossing
    from wayproof.world.gazetteer import Places
    from wayproof.world.manifest import DataFile
    from wayproof.world.places import Place
    from wayproof.world.territory import Dispute


def place_row(place: Place) -> dict[str, Any]:
    """A place as JSON."""
    return {
        "id": place.id,
        "name": place.name,
        "kind": str(place.kind),
        "country": place.country,
        "admin1": place.admin1,
        "lat": round(place.lat, 5),
        "lon": round(place.lon, 5),
        "extent_km": round(place.extent_km, 2),
        "population": place.population or None,
        "source": place.source,
    }


def dispute_rows(world: World, place: Place, day: date | None) -> list[dict[str, Any]]:
    """The disputes about a place as JSON: those of a day, or those that still stand."""
    return [
        {
            "name": dispute.name,
            "claims": list(dispute.claims),
            "controls": dispute.controls,
            "since": dispute.valid_from.isoformat() if dispute.valid_from else None,
            "until": dispute.valid_to.isoformat() if dispute.valid_to else None,
            "source": dispute.source,
            "confidence": dispute.confidence,
        }
        for dispute in _disputes(world, place, day)
    ]


def dispute_texts(world: World, places: Sequence[Place], day: date | None) -> list[str]:
    """One sentence for each dispute about the places."""
    texts = {}
    for place in places:
        for dispute in _disputes(world, place, day):
            since = f" since {dispute.valid_from}" if dispute.valid_from else ""
            until = f" until {dispute.valid_to}" if dispute.valid_to else ""
            claims = " and ".join(dispute.claims)
            texts[dispute.name] = (
                f"{place.name} is disputed ({dispute.name}): claimed by {claims}, held by {dispute.controls}"
                f"{since}{until} ({dispute.source})."
            )
    return list(texts.values())


def _disputes(world: World, place: Place, day: date | None) -> tuple[Dispute, ...]:
    found = world.borders.disputes_at(place.lat, place.lon, on=day)
    return found if day is not None else tuple(dispute for dispute in found if dispute.valid_to is None)


def former_row(world: World, place: Place, day: date | None) -> dict[str, Any] | None:
    """The dissolved state that a place lay in on the day as JSON; None without one."""
    state = world.borders.former_state_at(place.lat, place.lon, on=day) if day is not None else None
    return None if state is None else {"code": state.code, "name": state.name, "source": state.source}


def former_texts(world: World, place: Place, day: date | None) -> list[str]:
    """A sentence that says which dissolved state a place lay in on the day."""
    state = former_row(world, place, day)
    return [] if state is None else [f"{place.name} lay in {state['name']} then ({state['source']})."]


def crossing_row(world: World, crossing: Crossing, day: date | None) -> dict[str, Any]:
    """A crossing with its status on a day (today's last known status without one) as JSON."""
    status = world.crossings.status(crossing, day)
    return {
        "id": crossing.id,
        "name": f"{crossing.name} - {crossing.name_b}",
        "countries": [crossing.country_a, crossing.country_b],
        "mode": crossing.mode,
        "traffic": crossing.traffic,
        "lat": crossing.lat,
        "lon": crossing.lon,
        "status": status.status,
        "since": status.since.isoformat() if status.since else None,
        "reason": status.reason,
        "source": status.source,
        "confidence": status.confidence,
    }


def border_row(border: BorderDistance) -> dict[str, Any]:
    """The nearest point of a country's border as JSON."""
    return {
        "country": border.country,
        "km": round(border.km, 2),
        "lat": round(border.lat, 5),
        "lon": round(border.lon, 5),
        "over": border.over,
    }


def data_row(file: DataFile) -> dict[str, Any]:
    """A shipped data file as JSON."""
    return {
        "name": file.name,
        "title": file.title,
        "licence": file.licence,
        "attribution": list(file.attribution),
        "sources": [asdict(source) for source in file.sources],
        "bytes": file.bytes,
        "sha256": file.sha256,
    }


def toponym_rows(
    story: Story, gazetteer: Places, overrides: Mapping[str, str], pipeline: Pipeline | None = None
) -> list[dict[str, Any]]:
    """The place names of a story in the order of the text, with their places, as JSON.

    Streets, rivers and parks that the text names and the gazetteer does not hold are there too, without coordinates.
    """
    from wayproof.story.geoparsing.mentions import find_mentions
    from wayproof.story.geoparsing.toponyms import resolve

    mentions, unknown = find_mentions(story, gazetteer, pipeline=pipeline)
    toponyms, _ = resolve(mentions, story, gazetteer, overrides=overrides)
    found = [_toponym_row(toponym) for toponym in toponyms]
    taken = {row["start"] for row in found}
    found += [_spot_row(spot) for spot in unknown if spot.is_named_spot and spot.start not in taken]
    return sorted(found, key=lambda row: row["start"])


def toponym_line(
    document: Mapping[str, Any], gazetteer: Places, overrides: Mapping[str, str], pipeline: Pipeline | None = None
) -> str:
    """One answer of ``places --jsonl``: ``{"id", "toponyms": [...]}`` on one line, always in ASCII."""
    from wayproof.story.text.document import Story

    story = Story(text=document["text"], published=_day(document.get("date")), name=str(document["id"]))
    return json.dumps({"id": document["id"], "toponyms": toponym_rows(story, gazetteer, overrides, pipeline)})


def documents(path: str) -> Iterator[dict[str, Any]]:
    """The documents of a JSONL file ("-" is standard input), one a line: ``{"id", "text", "date"?}``.

    Other fields are left alone. A date that is no day of the calendar ("9:55 AM ET") counts as unknown: place names do
    not depend on it, and one sloppy date must not end a long run.

    Raises
    ------
    InputError
        The file cannot be read, a line is not such a document, or its text is larger than a story may be.
    """
    try:
        stream = sys.stdin if path == "-" else open(path, encoding="utf-8")  # noqa: SIM115, PTH123 - closed below, "-" stays open
    except OSError as error:
        message = f"{path} cannot be read ({error.strerror}). Give a JSONL file, or - for standard input."
        raise InputError(message) from None
    try:
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield _document(line, number, path)
    except UnicodeDecodeError:
        message = f"{path} is not UTF-8 text. Give a JSONL file in UTF-8."
        raise InputError(message) from None
    finally:
        if stream is not sys.stdin:
            stream.close()


def _document(line: str, number: int, path: str) -> dict[str, Any]:
    from wayproof.story.text.readers import LARGEST_BYTES

    try:
        document = json.loads(line)
        fits = isinstance(document["text"], str) and isinstance(document["id"], str | int)
    except (ValueError, KeyError, TypeError, RecursionError):
        fits = False
    if not fits:
        message = (
            f"{path}, line {number}: not a document. "
            'Each line is {"id": ..., "text": "...", "date": "YYYY-MM-DD"}; the date may be left out.'
        )
        raise InputError(message)
    if len(line) > LARGEST_BYTES and len(document["text"].encode("utf-8", "surrogatepass")) > LARGEST_BYTES:
        message = (
            f"{path}, line {number}: the text is larger than {LARGEST_BYTES // 1_000_000} MB, which no story is. "
            "Give one article a line."
        )
        raise InputError(message)
    return dict(document)


def _day(written: object) -> date | None:
    """The day that an ISO date names; None for anything else."""
    try:
        return date.fromisoformat(written) if isinstance(written, str) else None
    except ValueError:
        return None


def _spot_row(spot: Unresolved) -> dict[str, Any]:
    return {
        "start": spot.start,
        "end": spot.end,
        "name": spot.text,
        "lat": None,
        "lon": None,
        "kind": None,
        "use": "unlisted",
        "place": None,
        "country": None,
        "reason": spot.reason,
        "ambiguous": False,
    }


def _toponym_row(toponym: Toponym) -> dict[str, Any]:
    mention, place = toponym.mention, toponym.place
    return {
        "start": mention.start,
        "end": mention.end,
        "name": mention.text,
        "lat": None if place is None else round(place.lat, 5),
        "lon": None if place is None else round(place.lon, 5),
        "kind": "demonym" if mention.kind == "demonym" else None if place is None else str(place.kind),
        "use": str(mention.kind),
        "place": None if place is None else place.id,
        "country": None if place is None else place.country,
        "reason": toponym.reason,
        "ambiguous": toponym.ambiguous,
    }
