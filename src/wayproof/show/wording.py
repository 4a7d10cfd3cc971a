"""Durations, distances, dates and names as readers want them; shared by the report, the panel and the map."""

from __future__ import annotations

import itertools
import re
import unicodedata
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from wayproof.verdict.wording import MONTHS, hours_words, km_words, told_last
from wayproof.world.country_names import CODE, country_name, with_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wayproof.world.atlas import World

DASH = "\N{EN DASH}"
NBSP = "\N{NO-BREAK SPACE}"
HOURS_A_DAY = 24
DIRECTION_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that could show a name backwards."""
NONCHARACTERS = frozenset("\ufffe\uffff")
"""No text of a page or a picture may hold them."""
SPACING = frozenset({"Cc", "Zl", "Zp"})
"""Unicode categories that become a space: controls, line and paragraph separators."""
DATED = re.compile(r"(?<![\w/-])((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?![\w/-])")
"""A date as the tables of sources write it: a year and a month, or a day."""
BEFORE_DATES = frozenset({"from", "since", "until", "till", "by", "on", "of", "in", "to", "before", "after", "and"})
"""Words that belong to the date after them: no comma parts the two."""
LONGEST_TITLE = 4
"""Capitalised words up to this length, full stop included, are taken for abbreviations."""


def plain(text: object) -> str:
    """Text from outside as one line of valid Unicode.

    Control characters (which could steer a terminal) become spaces, direction marks are dropped, lone surrogates become
    question marks.
    """
    text = str(text)
    if text.isprintable() and "  " not in text:
        return text.strip()
    text = text.encode("utf-8", "replace").decode("utf-8")
    kept = (character for character in text if character not in DIRECTION_MARKS | NONCHARACTERS)
    spaced = "".join(" " if unicodedata.category(character) in SPACING else character for character in kept)
    return re.sub(" +", " ", spaced).strip()


def plain_record(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """A JSON value with every text in it made plain; coordinates, most of a record, hold none."""
    if isinstance(value, dict):
        return {key: entry if key == "coordinates" else plain_record(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain_record(entry) for entry in value]
    return plain(value) if isinstance(value, str) else value


def duration_text(hours: float | None) -> str:
    """Hours as "40 min", "4 h 10 min", "26 h" or "8 days", unbroken; "no estimate" for None."""
    if hours is None:
        return "no estimate"
    sign = "\N{MINUS SIGN}" if hours < 0 else ""
    return sign + hours_words(hours).replace(" ", NBSP)


def need_text(hours: Mapping[str, float | None]) -> str:
    """The three durations of a route as a range from the fastest conceivable to the ordinary journey."""
    limit, brisk, typical = (hours.get(name) for name in ("limit", "brisk", "typical"))
    slow = typical if typical is not None else brisk
    if slow is None:
        return f"at least {duration_text(limit)}"
    fast = brisk if brisk is not None else limit
    if fast is None or duration_text(fast) == duration_text(slow):
        return duration_text(slow)
    return f"{duration_text(fast)} to {duration_text(slow)}"


def distance_text(km: float | None) -> str:
    """Kilometres as "0.8 km" or "1,240 km", unbroken; empty for None."""
    return "" if km is None else km_words(km).replace(" ", NBSP)


@lru_cache(maxsize=256)
def zone_of(lat: float, lon: float) -> ZoneInfo:
    """The time zone kept at a position (longitude in -180..180)."""
    from wayproof.world.zones import zone_at

    return ZoneInfo(zone_at(lat, lon))


def read_instant(text: str | None) -> datetime | None:
    """An ISO 8601 instant of a record as an aware datetime in UTC, None for None."""
    if not text:
        return None
    instant = datetime.fromisoformat(text)
    return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant


def day_text(day: datetime) -> str:
    """A day as "10 Aug 2023"."""
    return f"{day.day}{NBSP}{MONTHS[day.month - 1]}{NBSP}{day.year}"


def clock_text(instant: datetime) -> str:
    """A time of day as "14:05"."""
    return f"{instant.hour:02d}:{instant.minute:02d}"


def window_text(visit: Mapping[str, Any], lat: float, lon: float) -> str:
    """When a visit was, in the local time of the place: "10 Aug 2023", "3-10 Aug 2023", "by 11 Aug 2023", "no date".

    ``earliest`` and ``latest`` of the visit are instants in UTC, ``latest`` exclusive.
    """
    zone = zone_of(lat, (lon + 180.0) % 360.0 - 180.0)
    first, last = (read_instant(visit.get(name)) for name in ("earliest", "latest"))
    first = None if first is None else first.astimezone(zone)
    last = None if last is None else last.astimezone(zone)
    if first is not None and last is not None:
        return span_text(first, told_last(first, last))
    if first is not None:
        return f"from {day_text(first)}"
    if last is not None:
        return f"by {day_text(last - timedelta(seconds=1))}"
    return "no date given"


def span_text(first: datetime, after: datetime) -> str:
    """A span of local time as words; ``after`` is exclusive."""
    last = max(first, after - timedelta(seconds=1))
    whole_days = clock_text(first) == "00:00" and clock_text(last) == "23:59"
    if whole_days or (first.date() != last.date() and after - first >= timedelta(days=1)):
        return days_text(first, last)
    if after - first <= timedelta(minutes=1):
        return f"{day_text(first)}, {clock_text(first)}"
    if first.date() == last.date():
        end = clock_text(after) if after.date() == first.date() else "24:00"
        return f"{day_text(first)}, {clock_text(first)}{DASH}{end}"
    return f"{day_text(first)}, {clock_text(first)} {DASH} {day_text(last)}, {clock_text(after)}"


def days_text(first: datetime, last: datetime) -> str:
    """One day or a span of days: "10 Aug 2023", "3-10 Aug 2023", "28 Jul - 3 Aug 2023"."""
    if first.date() == last.date():
        return day_text(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{DASH}{day_text(last)}"
    if first.year == last.year:
        return f"{first.day}{NBSP}{MONTHS[first.month - 1]} {DASH} {day_text(last)}"
    return f"{day_text(first)} {DASH} {day_text(last)}"


def date_text(day: str) -> str:
    """An ISO date as "11 Aug 2023"; anything else as it is."""
    try:
        return day_text(datetime.combine(date.fromisoformat(day), datetime.min.time()))
    except ValueError:
        return day


def source_text(source: str) -> str:
    """A source as readers know them: "jam-news.net 2025-05" as "jam-news.net, May 2025"."""
    parts, done = [], 0
    for found in DATED.finditer(source):
        before = source[done : found.start()]
        *_, last = re.split("[;,(] *", source[: found.start()].rstrip())
        if before.endswith(" ") and last and " " not in last and last not in BEFORE_DATES:
            before = f"{before[:-1]}, "
        parts.append(before + _dated(found))
        done = found.end()
    return "".join(parts) + source[done:]


def _dated(found: re.Match[str]) -> str:
    year, month, day = found.groups()
    return date_text(found[0]) if day else f"{MONTHS[int(month) - 1]}{NBSP}{year}"


def country_text(code: str | None, world: World | None) -> str:
    """The name of a country by its ISO alpha-2 code; the code itself without a gazetteer, "the high seas" for None."""
    if not code:
        return "the high seas"
    return code if world is None else country_name(code, world.gazetteer)


def reason_text(event: Mapping[str, Any], world: World | None) -> str:
    """Why a border had its status; with a gazetteer by the names of countries."""
    reason = str(event.get("status_reason") or event.get("reason") or "")
    return reason if world is None else with_names(reason, world.gazetteer)


def with_countries(text: str, countries: Mapping[str, str]) -> str:
    """Words of a table with the names of the countries that they tell by their codes."""
    return CODE.sub(lambda found: countries.get(found[0], found[0]), text)


def crossing_text(event: Mapping[str, Any]) -> str:
    """What a border event is called: its crossing point, or what kind of passage it is."""
    crossing = event.get("crossing")
    if isinstance(crossing, dict):
        crossing = crossing.get("name")
    if crossing:
        return str(crossing)
    kinds = {
        "green": "away from any crossing point",
        "internal": "open internal border",
        "rail": "by rail",
        "sea": "by sea",
        "air": "airspace",
        "checkpoint": "crossing point not known",
    }
    return kinds.get(str(event.get("kind")), "crossing point not known")


def distinct_events(events: Sequence[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """The border events worth showing, each once.

    A straight line may cut a winding border many times; and a country that is only flown over, with nothing known
    against it, is no station of the journey.
    """
    kept: dict[tuple[object, ...], Mapping[str, Any]] = {}
    for event in events:
        if event.get("kind") == "air" and event.get("status") == "no data":
            continue
        ends = frozenset((event.get("from"), event.get("to")))
        kept.setdefault((ends, crossing_text(event), event.get("status"), event.get("kind")), event)
    return tuple(kept.values())


def credit_text(row: Mapping[str, Any]) -> str:
    """Whom a row of "data" asks to be credited: its attribution (one or several), or else its title or name."""
    credit = row.get("attribution")
    if isinstance(credit, (list, tuple)):
        credit = "; ".join(str(one) for one in credit)
    return str(credit or row.get("title") or row.get("name") or "")


def sentences(summary: str | list[str] | None) -> tuple[str, ...]:
    """The sentences of a summary, whether the record holds them as one text or as a list.

    A full stop after a single letter or a short title ("St. Petersburg", "U.S. Army") ends no sentence.
    """
    if not summary:
        return ()
    if not isinstance(summary, str):
        return tuple(str(part) for part in summary)
    found = [""]
    for word in summary.split():
        found[-1] = f"{found[-1]} {word}".strip()
        ends = word.rstrip("\"')\N{RIGHT DOUBLE QUOTATION MARK}").endswith((".", "?", "!"))
        if ends and not (word[0].isupper() and len(word) <= LONGEST_TITLE):
            found.append("")
    return tuple(part for part in found if part)


def answer_text(record: Mapping[str, Any], word: str, note: str) -> str:
    """The sentence of the summary that begins with the grade ("Tight: ..."); grade and note where there is none."""
    word = word.capitalize()
    told = sentences((record.get("verdict") or {}).get("summary"))
    return next((one for one in told if one.startswith(f"{word}: ")), f"{word}: {note}.")


def number_text(number: object) -> str:
    """One named number of a finding ("window 8 h") from the forms a record uses for it."""
    if isinstance(number, dict):
        name, value, unit = (number.get(key, "") for key in ("name", "value", "unit"))
    elif isinstance(number, (list, tuple)):
        name, value, unit = itertools.islice(itertools.chain(number, itertools.repeat("")), 3)
    else:
        return str(number)
    value = f"{value:,.4g}" if isinstance(value, float) else str(value)
    return f"{name} {value}{NBSP + str(unit) if unit else ''}".strip()


def told_title(itinerary: Mapping[str, Any]) -> str:
    """What an itinerary without a hypothesis is: the journey, somebody else's, or the telling without its origin."""
    if itinerary.get("decides", True):
        return "the journey as told"
    if itinerary.get("origin_open"):
        return "the journey as told, without an origin"
    traveller = plain(itinerary.get("traveller") or "")
    return f"told beside it: the way of {traveller}" if traveller else "told beside it"
