"""Itinerary files: a journey written by hand or by ``wayproof extract``, as YAML.

The file is a mapping with ``traveller``, ``nationality``, ``roles`` and ``visits``; each visit has a ``place`` (a name,
or ``lat`` and ``lon``) and, as far as known, ``on`` (a day) or ``earliest`` and ``latest``, ``event``, ``mode``,
``checkpoint``, ``quote``, ``inferred`` and ``chance``. Times without an offset are local to the place. ``gaps`` may
state the hours between visits, ``unsettled`` the stops of which the text leaves open whose they are,
and the hours that no stop was given.
"""

import difflib
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from wayproof.errors import InputError, UnknownPlaceError
from wayproof.story.geoparsing.unresolved import ACTOR, OPEN_HOUR, TIME, Unresolved
from wayproof.story.itineraries.file_times import Defects, window
from wayproof.story.itineraries.itinerary import MODES, Event, Gap, Itinerary, Visit
from wayproof.world.places import Place, point
from wayproof.world.zones import zone_at

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import yaml

TOP_FIELDS = ("traveller", "nationality", "roles", "published", "title", "visits", "gaps", "unsettled")
VISIT_FIELDS = (
    "place",
    "id",
    "lat",
    "lon",
    "country",
    "on",
    "earliest",
    "latest",
    "event",
    "mode",
    "modes",
    "checkpoint",
    "quote",
    "inferred",
    "chance",
)
UNSETTLED_FIELDS = ("quote", "reason")
GAP_FIELDS = ("from", "to", "shortest_hours", "longest_hours", "quote")
LARGEST_BYTES = 2_000_000
"""A journey larger than this is no journey."""


def read_itinerary_file(path: "Path", find_place: "Callable[[str], Place]") -> Itinerary:
    """The itinerary in a YAML file.

    Parameters
    ----------
    path
        The file.
    find_place
        The place that a name means; raises ``UnknownPlaceError`` for a name it does not know.

    Raises
    ------
    InputError
        If the file is missing, not YAML or not an itinerary; the message lists every defect.
    """
    return parse_itinerary(file_text(path), find_place, name=str(path))


def file_text(path: "Path", *, largest: int = LARGEST_BYTES) -> str:
    """The text of an itinerary file in UTF-8.

    Raises
    ------
    InputError
        The file cannot be read, is too large for a journey, or is not UTF-8.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror or error}). Give the path of an itinerary file."
        raise InputError(message) from None
    if len(raw) > largest:
        message = f"{path}: {len(raw):,} bytes; an itinerary file of this kind has at most {largest:,}."
        raise InputError(message)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{path}: not UTF-8 text (byte {error.start}). Save the itinerary file as UTF-8."
        raise InputError(message) from None


def parse_itinerary(text: str, find_place: "Callable[[str], Place]", *, name: str = "itinerary") -> Itinerary:
    """The itinerary in YAML text; raises ``InputError`` with every defect."""
    return itinerary_of(_document(text, name), find_place, name=name)


def itinerary_of(
    document: Mapping[object, object], find_place: "Callable[[str], Place]", *, name: str = "itinerary"
) -> Itinerary:
    """The itinerary in a mapping of the fields that the module describes, wherever it was read from.

    Raises
    ------
    InputError
        It is not an itinerary; the message lists every defect.
    """
    defects = Defects()
    _unknown(document, TOP_FIELDS, "", defects)
    rows = document.get("visits")
    visits: list[Visit] = []
    if not isinstance(rows, Sequence) or isinstance(rows, str) or not rows:
        defects.add(
            "visits",
            'missing or empty: a list of places is needed, for example "visits: [{place: Vilnius, on: 2023-08-10}]"',
        )
        rows = []
    for number, given in enumerate(rows, start=1):
        where = f"visit {number}"
        # a bare name is a visit without a time
        row = {"place": given} if isinstance(given, str) else given
        if not isinstance(row, Mapping):
            defects.add(where, f"{row!r} is not a visit: write a mapping with place, and earliest, latest or on")
            continue
        visit = _visit(row, where, find_place, defects)
        if visit is not None:
            visits.append(visit)
    gaps = _gaps(document.get("gaps"), len(rows), defects)
    open_stops = _unsettled(document.get("unsettled"), defects)
    published = _published(document.get("published"), defects)
    if defects.found:
        count = len(defects.found)
        raise InputError(
            f"{name}: {count} defect{'s' if count > 1 else ''}:\n"
            + "\n".join(f"  - {defect}" for defect in defects.found)
        )
    return Itinerary(
        _text(document.get("traveller")),
        _text(document.get("nationality")),
        _words(document.get("roles")),
        tuple(visits),
        gaps,
        unsettled=open_stops,
        title=_text(document.get("title")),
        published=published,
    )


def _unsettled(value: object, defects: Defects) -> tuple[Unresolved, ...]:
    rows = value if isinstance(value, Sequence) and not isinstance(value, str) else [] if value is None else [value]
    found = []
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, Mapping):
            defects.add(f"unsettled {number}", f"{row!r}: a mapping with quote and reason is meant")
            continue
        _unknown(row, UNSETTLED_FIELDS, f"unsettled {number}", defects)
        reason = _text(row.get("reason")) or ""
        kind = TIME if reason == OPEN_HOUR else ACTOR
        found.append(Unresolved(0, 0, _text(row.get("quote")) or "", reason, kind))
    return tuple(found)


def _published(value: object, defects: Defects) -> date | None:
    if value is None:
        return None
    try:
        return datetime.fromisoformat(str(value).strip()).date()
    except ValueError:
        defects.add("published", f"{value!r} is not a date of the calendar: write 2023-08-11")
        return None


def _document(text: str, name: str) -> Mapping[object, object]:
    import yaml

    try:
        document = _loader()(text).get_single_data()
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 1}, column {mark.column + 1})" if mark is not None else ""
        message = (
            f"{name}: not YAML{where}: {getattr(error, 'problem', None) or error}. See the itinerary "
            f"format in the documentation."
        )
        raise InputError(message) from None
    if isinstance(document, Sequence) and not isinstance(document, str):
        document = {"visits": document}
    if not isinstance(document, Mapping):
        message = f"{name}: not an itinerary: the file must hold a mapping with visits."
        raise InputError(message)
    return document


@cache
def _loader() -> "type[yaml.SafeLoader]":
    """YAML's safe loader that leaves dates as text, so that a date that does not exist is one defect among others."""
    import yaml

    class Loader(yaml.SafeLoader):
        pass

    # and that knows no truth but true and false: YAML 1.1 reads the field "on" as True
    dropped = {"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"}
    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag not in dropped]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false|True|False"), list("tTfF"))
    return Loader


def _unknown(row: Mapping[object, object], allowed: Sequence[str], where: str, defects: Defects) -> None:
    for key in row:
        if str(key) in allowed:
            continue
        near = difflib.get_close_matches(str(key), allowed, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(allowed)}"
        defects.add(where, f"unknown field {str(key)!r}{hint}")


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _words(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        return tuple(word for word in re.split(r"[,\s]+", value) if word)
    return tuple(str(word) for word in value) if isinstance(value, Sequence) else (str(value),)


def _visit(
    row: Mapping[object, object], where: str, find_place: "Callable[[str], Place]", defects: Defects
) -> Visit | None:
    before = len(defects.found)
    _unknown(row, VISIT_FIELDS, where, defects)
    place = _place(row, where, find_place, defects)
    zone = "UTC" if place is None else zone_at(place.lat, place.lon)
    earliest, latest = window(row, where, zone, defects)
    event = _event(row.get("event"), where, defects)
    modes = _modes(row, where, defects)
    checkpoint = row.get("checkpoint", False)
    if not isinstance(checkpoint, bool):
        defects.add(where, f"checkpoint {checkpoint!r}: true or false is meant")
    if place is None or len(defects.found) > before:
        return None
    return Visit(
        place,
        event,
        earliest,
        latest,
        _text(row.get("quote")) or "",
        0,
        0,
        modes=modes,
        checkpoint=checkpoint is True,
        basis="given",
        inferred=_text(row.get("inferred")) or "",
        chance=_chance(row.get("chance"), where, defects),
    )


def _place(
    row: Mapping[object, object], where: str, find_place: "Callable[[str], Place]", defects: Defects
) -> Place | None:
    name = row.get("id") or row.get("place")
    lat, lon = row.get("lat"), row.get("lon")
    if (lat is None) != (lon is None):
        defects.add(where, "lat and lon go together: one of them is missing")
        return None
    if lat is not None and lon is not None:
        try:
            country = _text(row.get("country"))
            return point(float(str(lat)), float(str(lon)), name=_text(row.get("place")) or "", country=country)
        except ValueError as error:
            problem = (
                str(error)
                if isinstance(error, InputError)
                else f"lat {lat!r}, lon {lon!r}: decimal degrees are meant, for example 54.69 and 25.28"
            )
            defects.add(where, problem)
            return None
    if name is None or not str(name).strip():
        defects.add(where, "no place: give its name, or lat and lon")
        return None
    try:
        return find_place(str(name))
    except UnknownPlaceError as error:
        defects.add(where, str(error))
        return None


def _chance(value: object, where: str, defects: Defects) -> float:
    if value is None:
        return 1.0
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        defects.add(where, f"chance {value!r}: a number from 0 to 1 is meant")
        return 1.0
    return float(value)


def _event(value: object, where: str, defects: Defects) -> Event:
    if value is None:
        return Event.AT
    try:
        return Event(str(value).casefold())
    except ValueError:
        defects.add(where, f"event {value!r}: one of {', '.join(Event)} is meant")
        return Event.AT


def _modes(row: Mapping[object, object], where: str, defects: Defects) -> tuple[str, ...]:
    given = (*_words(row.get("mode")), *_words(row.get("modes")))
    for mode in given:
        if mode not in MODES:
            near = difflib.get_close_matches(mode, MODES, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(MODES)}"
            defects.add(where, f"unknown mode {mode!r}{hint}")
    return tuple(dict.fromkeys(mode for mode in given if mode in MODES))


def _gaps(value: object, visits: int, defects: Defects) -> tuple[Gap, ...]:
    if value is None:
        return ()
    if not isinstance(value, Sequence) or isinstance(value, str):
        defects.add("gaps", "a list is meant, for example [{from: 1, to: 2, longest_hours: 5}]")
        return ()
    found = []
    for number, row in enumerate(value, start=1):
        where = f"gap {number}"
        if not isinstance(row, Mapping):
            defects.add(where, f"{row!r} is not a gap: write a mapping with from, to and hours")
            continue
        _unknown(row, GAP_FIELDS, where, defects)
        first, second = row.get("from"), row.get("to")
        if not isinstance(first, int) or not isinstance(second, int) or not 1 <= first <= second <= visits:
            defects.add(
                where,
                (
                    f"from {first!r}, to {second!r}: numbers of two visits are meant, from 1 to {visits}, the "
                    f"earlier first, or one visit twice for the stay at it"
                ),
            )
            continue
        shortest, longest = (
            _hours(row.get(name), where, name, defects) for name in ("shortest_hours", "longest_hours")
        )
        if shortest is not None and longest is not None and shortest > longest:
            defects.add(where, "shortest_hours is more than longest_hours")
        found.append(Gap(first - 1, second - 1, shortest, longest, _text(row.get("quote")) or "", 0, 0))
    return tuple(found)


def _hours(value: object, where: str, name: str, defects: Defects) -> timedelta | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < timedelta.max.days:
        defects.add(where, f"{name} {value!r}: a number of hours is meant")
        return None
    return timedelta(hours=value)
