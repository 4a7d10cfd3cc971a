"""What the commands print as JSON, row by row."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from wayproof.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wayproof.story.document import Story
    from wayproof.story.mentions import Unresolved
    from wayproof.story.pipelines import Pipeline
    from wayproof.story.toponyms import Toponym
    from wayproof.world.atlas import World
    from wayproof.world.borders import BorderDistance
    from wayproof.world.crossings import Crossing
    from wayproof.world.gazetteer import Places
    from wayproof.world.manifest import DataFile
    from wayproof.world.places import Place


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
    from wayproof.story.mentions import find_mentions
    from wayproof.story.toponyms import resolve

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
    from wayproof.story.document import Story

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
    from wayproof.story.readers import LARGEST_BYTES

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
