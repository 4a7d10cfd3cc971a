"""What a report says, section by section, before anybody decides how it looks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wayproof.show.grounds import References, in_between, is_quoted, names_of, quotes, room
from wayproof.show.palette import grade_look, status_look
from wayproof.show.ways import means_text, parts_text
from wayproof.show.wording import (
    credit_text,
    crossing_text,
    distance_text,
    distinct_events,
    duration_text,
    number_text,
    plain,
    sentences,
    told_title,
    window_text,
    with_countries,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

BORDERS_SHOWN = 3
DASH = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class Lines:
    """Paragraphs (``bullets`` False) or a list."""

    texts: tuple[str, ...]
    bullets: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A small table; the columns named in ``right`` hold figures and are set flush right."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    right: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One titled part of a report; the title of the first is the verdict."""

    title: str
    blocks: tuple[Lines | Table, ...]


def sections(record: Mapping[str, Any]) -> tuple[Section, ...]:
    """The sections of a report on a record (``Assessment.to_dict()``); those with nothing to say are left out."""
    references = References(record)
    made = (
        _verdict(record),
        _listed("Evidence", quotes(record)),
        _listed("Inferred, not told", _inferred(record)),
        _listed("Findings", _findings(record, references)),
        *_journeys(record, references),
        _borders(record),
        _listed("What would change the answer", _assumptions(record, references)),
        _listed("Other explanations", (str(one["text"]) for one in record.get("alternatives", ()))),
        _listed("Where the traveller can have been in between", in_between(record)),
        _listed("Could not be judged", (f'"{one["text"]}": {one["reason"]}' for one in record.get("unresolved", ()))),
        _listed("Notes", record.get("notes", ())),
        _places(record),
        _listed("Sources", references.lines()),
        _listed("Data", _data(record)),
    )
    return tuple(_plain_section(section) for section in made if section.blocks)


def _plain_section(section: Section) -> Section:
    def clean(block: Lines | Table) -> Lines | Table:
        if isinstance(block, Lines):
            return Lines(tuple(plain(text) for text in block.texts), block.bullets)
        rows = tuple(tuple(plain(cell) for cell in row) for row in block.rows)
        return Table(block.heads, rows, plain(block.caption), block.right)

    return Section(plain(section.title), tuple(clean(block) for block in section.blocks))


def _listed(title: str, texts: Iterator[str]) -> Section:
    found = tuple(texts)
    return Section(title, (Lines(found),) if found else ())


def _inferred(record: Mapping[str, Any]) -> Iterator[str]:
    """What of the visits is a guess of the reading, each once."""
    names = names_of(record)
    told = {
        f'{names.get(str(visit["place"]), visit["place"])}: {visit["inferred"]} ("{visit["quote"]}")': None
        for itinerary in record.get("itineraries", ())
        for visit in itinerary.get("visits", ())
        if visit.get("inferred")
    }
    yield from told


def _verdict(record: Mapping[str, Any]) -> Section:
    verdict = record["verdict"]
    look = grade_look(verdict.get("label"))
    title = f"{look.sign} {look.word.capitalize()}"
    if verdict.get("worst") != verdict.get("best"):
        title += f" (between {verdict.get('worst')} and {verdict.get('best')})"
    story = (record.get("story") or {}).get("title")
    heading = (str(story),) if story else ()
    return Section(title, (Lines((*heading, *sentences(verdict.get("summary"))), bullets=False),))


def _journeys(record: Mapping[str, Any], references: References) -> Iterator[Section]:
    """One section for each itinerary; legs that an earlier one has shown already are not shown again."""
    names = names_of(record)
    shown: set[str] = set()
    for itinerary in record.get("itineraries", ()):
        hypothesis = itinerary.get("hypothesis")
        look = grade_look((itinerary.get("verdict") or {}).get("label"))
        title = f"{look.sign} {look.word}: "
        title += f"hypothesis: {hypothesis['text']}" if hypothesis else told_title(itinerary)
        legs = list(enumerate(itinerary.get("legs", ()), start=1))
        fresh = [(number, leg) for number, leg in legs if _once(shown, leg)]
        blocks: list[Lines | Table] = list(_leg_tables(fresh, names)) if fresh else []
        if len(fresh) < len(legs):
            blocks.append(Lines(("The other legs are as above.",), bullets=False))
        countries = record.get("countries") or {}
        texts = (*_event_texts([leg for _, leg in fresh], countries, references), *room(record, itinerary))
        if texts:
            blocks.append(Lines(texts))
        for conflict in itinerary.get("conflicts", ()):
            short = duration_text(conflict.get("hours_short"))
            blocks.append(Lines((f"These cannot all hold; {short} short:",), bullets=False))
            blocks.append(Lines(tuple(_statement(one) for one in conflict.get("statements", ()))))
        yield Section(title, tuple(blocks))


def _once(shown: set[str], thing: object) -> bool:
    """Whether this has not been shown yet; remembers it."""
    key = json.dumps(thing, sort_keys=True)
    fresh = key not in shown
    shown.add(key)
    return fresh


def _statement(statement: Any) -> str:  # noqa: ANN401 - a JSON value: a text or an object
    if not isinstance(statement, dict):
        return str(statement)
    quote = statement.get("quote")
    return f'{statement.get("text")} ("{quote}")' if quote else str(statement.get("text"))


def _leg_tables(legs: Sequence[tuple[int, Mapping[str, Any]]], names: Mapping[str, str]) -> Iterator[Table]:
    """The legs with what the story allows, and the ways of each with what they take."""
    told, ways = [], []
    for number, leg in legs:
        look = grade_look((leg.get("verdict") or {}).get("label"))
        ends = f" {DASH} ".join(names.get(str(leg.get(end)), str(leg.get(end))) for end in ("from", "to"))
        window, slack = leg.get("window_hours"), leg.get("slack_hours")
        allowed = "no limit" if window is None else duration_text(window)
        spare = DASH if slack is None else duration_text(slack)
        told.append((f"{number}. {ends}", allowed, spare, f"{look.sign} {look.word}"))
        first_by_mode: dict[str, list[Mapping[str, Any]]] = {}
        for route in leg.get("routes") or ():
            first_by_mode.setdefault(means_text(route), []).append(route)
        for mode, routes in first_by_mode.items():
            hours = routes[0].get("hours") or {}
            three = (hours.get(name) for name in ("limit", "brisk", "typical"))
            times = tuple(DASH if one is None else duration_text(one) for one in three)
            more = f" (best of {len(routes)})" if len(routes) > 1 else ""
            ways.append((f"{number}. {mode}{more}", distance_text(routes[0].get("km")), *times))
    yield Table(("Leg", "Story allows", "To spare", "Grade"), tuple(told), right=("Story allows", "To spare"))
    if ways:
        heads = ("Way", "Length", "Limit", "Brisk", "Typical")
        yield Table(heads, tuple(ways), right=heads[1:])


def _event_texts(
    legs: Sequence[Mapping[str, Any]], countries: Mapping[str, str], references: References
) -> Iterator[str]:
    """The borders on the best way of each leg, with the status of the crossing on the date and who says so."""
    told: dict[str, None] = {}
    for leg in legs:
        for route in tuple(leg.get("routes") or ())[:1]:
            if text := parts_text(route, countries):
                told[text] = None
            events = distinct_events(route.get("borders") or ())
            named = [crossing_text(event) for event in events if event.get("crossing")]
            for event in events:
                look = status_look(event.get("status"))
                codes = (str(event.get(end) or "the high seas") for end in ("from", "to"))
                ends = " to ".join(countries.get(code, code) for code in codes)
                why = with_countries(str(event.get("status_reason") or ""), countries)
                reason = f" ({why})" if why else ""
                mark = references.mark(event.get("status_source"))
                told[f"{look.sign} {look.word}: {ends}, {crossing_text(event)}{reason}{mark}"] = None
            # what is needed at a post that has just been named is said already
            needs = [need for need in route.get("needs") or () if not any(name in str(need) for name in named)]
            for text in [*needs, *([route["note"]] if route.get("note") else [])]:
                told[f"{str(text)[:1].upper()}{str(text)[1:]}"] = None
    yield from told


def _findings(record: Mapping[str, Any], references: References) -> Iterator[str]:
    for finding in record.get("findings", ()):
        look = grade_look(finding["grade"]) if finding.get("grade") else None
        text = f"{look.sign} {look.word}: {finding.get('text')}" if look else str(finding.get("text"))
        numbers = "; ".join(number_text(number) for number in finding.get("numbers", ()))
        quote = finding.get("quote")
        text += f' The story: "{quote}"' if quote and quote not in text and not is_quoted(record, quote) else ""
        text += f" ({numbers})" if numbers else ""
        yield text + references.mark(*finding.get("sources", ()))


def _assumptions(record: Mapping[str, Any], references: References) -> Iterator[str]:
    for one in record.get("assumptions", ()):
        value = f"{one.get('value')} {one.get('unit') or ''}".strip()
        text = one.get("text") or f"{one.get('name')} at {value}: {one.get('flips_to')}"
        yield f"{text}{references.within(str(one.get('source') or ''))}"


def _borders(record: Mapping[str, Any]) -> Section:
    """The distances from each place visited to the borders around it."""
    visited = {visit["place"] for itinerary in record.get("itineraries", ()) for visit in itinerary.get("visits", ())}
    rows, countries = [], record.get("countries") or {}
    for place in record.get("places", ()):
        borders = [
            f"{countries.get(row['country'], row['country'])} {distance_text(row['km'])}"
            for row in place.get("borders", ())[:BORDERS_SHOWN]
        ]
        if place["id"] in visited and borders:
            country = str(place.get("country") or DASH)
            rows.append((str(place["name"]), countries.get(country, country), ", ".join(borders)))
    table = Table(("Place", "In", "Nearest borders"), tuple(rows))
    return Section("How far the borders are", (table,) if rows else ())


def _places(record: Mapping[str, Any]) -> Section:
    """Every place with its position and why it was taken, and when the journey was there."""
    when: dict[str, list[str]] = {}
    at = {place["id"]: (float(place["lat"]), float(place["lon"])) for place in record.get("places", ())}
    for itinerary in record.get("itineraries", ()):
        for visit in itinerary.get("visits", ()):
            if visit["place"] in at:
                text = window_text(visit, *at[visit["place"]])
                if text not in when.setdefault(visit["place"], []):
                    when[visit["place"]].append(text)
    rows = tuple(
        (
            str(place["name"]),
            f"{place['lat']:.4f}, {place['lon']:.4f}",
            "; ".join(when.get(place["id"], ())) or DASH,
            str(place.get("reason") or ""),
        )
        for place in record.get("places", ())
    )
    return Section("Places", (Table(("Place", "Lat, lon", "When", "Why this one"), rows),) if rows else ())


def _data(record: Mapping[str, Any]) -> Iterator[str]:
    """The data files with version, licence and credit; files from one source in one line."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for row in record.get("data", ()):
        key = (str(row.get("version") or ""), str(row.get("licence") or ""), credit_text(row))
        groups.setdefault(key, []).append(str(row.get("title") or row.get("name")))
    for (version, licence, credit), names in groups.items():
        about = "; ".join(text for text in (version, licence, credit) if text and text not in names)
        yield ", ".join(dict.fromkeys(names)) + (f": {about}" if about else "")
