"""What a report rests on: the words of the story, who says what, and what the times leave in between."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from wayproof.show.palette import status_look
from wayproof.show.wording import clock_text, day_text, read_instant, zone_of
from wayproof.verdict.wording import mode_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DASH: Final = "\N{EN DASH}"
TOWNS_SHOWN, POSTS_SHOWN = 6, 4
CONTINENT_KM: Final = 3_000.0
"""Who can have gone so far can have been on much of a continent: a list of its towns tells nothing."""

PACE_WORDS: Final = {"typical": "an ordinary traveller", "brisk": "a determined and lucky traveller"}
TO_LOOK_UP: Final = " (check)"
UNSOURCED: Final = frozenset({"the story", "chosen by wayproof"})
"""Where a value comes from that nobody else vouches for."""


class References:
    """The sources of a record, numbered in the order in which a report comes to them."""

    def __init__(self, record: Mapping[str, Any]) -> None:
        found: dict[str, None] = {}
        for finding in record.get("findings", ()):
            found.update(dict.fromkeys(str(source) for source in finding.get("sources", ())))
        for itinerary in record.get("itineraries", ()):
            for leg in itinerary.get("legs", ()):
                for route in tuple(leg.get("routes") or ())[:1]:
                    events = route.get("borders") or ()
                    found.update({str(event["status_source"]): None for event in events if event.get("status_source")})
                    found.update(dict.fromkeys(str(source) for source in route.get("sources") or ()))
        self._numbers = {source: number for number, source in enumerate(found, start=1)}

    def mark(self, *sources: object) -> str:
        """The numbers of sources as " [1, 3]"; empty for none."""
        numbers = sorted({self._numbers[str(source)] for source in sources if str(source) in self._numbers})
        return f" [{', '.join(map(str, numbers))}]" if numbers else ""

    def within(self, text: str) -> str:
        """The numbers of all sources that a text names, as :meth:`mark` gives them."""
        return self.mark(*(source for source in self._numbers if source in text)) if text not in UNSOURCED else ""

    def lines(self) -> Iterator[str]:
        """The sources with their numbers; the mark of the tables for rows to be looked up again is not for readers."""
        return (f"[{number}] {source.replace(TO_LOOK_UP, '')}" for source, number in self._numbers.items())


def names_of(record: Mapping[str, Any]) -> dict[str, str]:
    """Place id to name."""
    return {place["id"]: str(place["name"]) for place in record.get("places", ())}


def quotes(record: Mapping[str, Any]) -> Iterator[str]:
    """What the story says of each visit, in its own words, each once."""
    names, shown = names_of(record), set[tuple[str, str]]()
    for itinerary in record.get("itineraries", ()):
        for visit in itinerary.get("visits", ()):
            place, quote = visit["place"], visit.get("quote")
            if quote and (place, quote) not in shown:
                shown.add((place, quote))
                yield f'{names.get(place, place)}: "{quote}"'


def is_quoted(record: Mapping[str, Any], quote: str) -> bool:
    """Whether the words stand with a visit already."""
    visits = (visit for itinerary in record.get("itineraries", ()) for visit in itinerary.get("visits", ()))
    return any(visit.get("quote") == quote for visit in visits)


def room(record: Mapping[str, Any], itinerary: Mapping[str, Any]) -> Iterator[str]:
    """The latest departure and the earliest arrival that still work, for the slowest pace that does."""
    fitting = next((one for one in itinerary.get("room") or () if one.get("bound") in PACE_WORDS), None)
    visits = itinerary.get("visits") or ()
    if fitting is None or not visits:
        return
    places = {place["id"]: place for place in record.get("places", ())}
    told = [
        words.format(places[visit["place"]]["name"], _local(instant, places[visit["place"]]))
        for visit, instant, words in (
            (visits[0], fitting.get("latest_departure"), "the latest departure from {} that still works is {}"),
            (visits[-1], fitting.get("earliest_arrival"), "the earliest arrival in {} is {}"),
        )
        if instant and visit["place"] in places
    ]
    if told:
        yield f"For {PACE_WORDS[fitting['bound']]}, by all else that is told, {', '.join(told)}."


def _local(instant: str, place: Mapping[str, Any]) -> str:
    moment = read_instant(instant)
    if moment is None:
        return ""
    there = moment.astimezone(zone_of(float(place["lat"]), float(place["lon"])))
    return f"{clock_text(there)} on {day_text(there)}"


def in_between(record: Mapping[str, Any]) -> Iterator[str]:
    """Towns and crossings within reach on the legs of the best itinerary."""
    names, shown = names_of(record), set[str]()
    for itinerary in tuple(record.get("itineraries", ()))[:1]:
        for leg in itinerary.get("legs", ()):
            prism = leg.get("prism")
            key = json.dumps([leg["from"], leg["to"], leg.get("window_hours")])
            if not prism or key in shown:
                continue
            shown.add(key)
            ends = f"{names.get(leg['from'], leg['from'])} {DASH} {names.get(leg['to'], leg['to'])}"
            means = mode_words(prism["mode"])
            if prism["sum_km"] > CONTINENT_KM:
                yield f"{ends}, {means}: there is time for almost anywhere; a list of towns would tell nothing."
                continue
            towns = ", ".join(str(town["name"]) for town in prism["towns"][:TOWNS_SHOWN])
            posts = ", ".join(
                f"{post['name']} ({status_look(post['status']).word})" for post in prism["crossings"][:POSTS_SHOWN]
            )
            lists = (("towns within reach", towns), ("border crossings within reach", posts))
            told = "; ".join(f"{what}: {which}" for what, which in lists if which)
            yield f"{ends}, {means}: {told or 'no town or border crossing within reach'}."
