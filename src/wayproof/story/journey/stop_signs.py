"""What stands about a place name for and against its being a stop of the traveller, as signs that have points.

Who acts, the preposition, the words beside it, a time in the same clause, whether the clauses around tell of the
traveller: `words/likely_stops.csv` and `words/told_stops.csv` have points for each, fitted to stories of many authors
as logistic regressions (benchmarks/fit_likely_stops.py). The sum of the points is the logarithm of the odds.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.grammar.deeds import MINE
from wayproof.story.temporal.timex import TimeKind
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.person_nouns import person_noun
from wayproof.story.vocabulary.regexes import regex
from wayproof.world.geodesy import distance_km
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.deeds import Clause, Deed
    from wayproof.story.grammar.verbs import Verb
    from wayproof.story.journey.sightings import Sighting
    from wayproof.story.journey.tellings import Told
    from wayproof.story.temporal.timex import TimeExpression
    from wayproof.world.places import Place

BIAS = "any name"
"""The sign that every name has."""
MOST_TOLD = 3
"""More stops told in all make no further difference."""
_NEAR_KM = (100, 400, 1500, 5000)
"""Steps of the distance to the nearest stop."""
CLAUSES_BESIDE = 2
"""So many clauses before and after are looked at."""
WORDS_BEFORE, WORDS_AFTER = 3, 2
"""So many words and marks beside a name are looked at."""
_REACH = 60
"""In so many characters they are looked for."""

LEAD = regex(
    r"(?:(?P<noun>[\w\u2019'-]+)\s+)?(?P<prep>in|at|on|near|outside|from|to|into|onto|for|through|via|past|over|of|by|off|across|beyond|"
    r"towards?|between|around|along|up|down|behind|under|above|and|or|with|about|like|than|as|before|after)\s+"
    r"(?:(?:the|a|an|his|her|their|its)\s+)?(?:[a-z-]+\s+(?:town|city|village|port|airport|border|capital|island|port\s+city)\s+(?:of\s+)?)?\Z",
    re.IGNORECASE,
)
"""The preposition right before a name, and the noun before that."""
_WORD = regex(r"[\w\u2019'-]+")
_TOKEN = regex(r"[\w\u2019'-]+|[.,;:!?\u2014\u2013\"\u201c\u201d()]")
_PRONOUN = regex(r"\b(?:he|she|they|him|her|his|their|them)\b", re.IGNORECASE)
_CLOCK = regex(
    r"\d[:.]\d\d|o['\u2019]?clock|\b(?:past|half|quarter|noon|midnight|midday|a\.?m|p\.?m|dawn|dusk)\b|\b\d{4}\b",
    re.IGNORECASE,
)
_NOUNS = {
    "paper": ("records", "keeps_places", "books", "marks"),
    "way": ("journeys", "legs", "halts", "arrivals", "departures", "comings", "lifts"),
    "engagement": ("engagements", "pastimes", "rounds"),
    "craft": ("conveyances", "vessels"),
    "spot": ("whereabouts", "spots", "frame_hotel", "frame_hospital", "frame_court", "frame_church", "frame_stage"),
    "body": ("no_parts", "companies"),
}
"""Kinds of nouns before "in X", and the lists that hold them."""
_CONTEXTS = frozenset({"region", "listed", "holder", "settlement", "possessive", "facility", "admin"})
"""What of the context of a mention is a sign."""
_OWN = ("traces", "body", "craft_parts", "handled")
"""Lists of things that are where their owner is."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What signs are read from.

    Attributes
    ----------
    text
        The story.
    deeds, clauses
        What it tells, and the same as the traveller sees it.
    told
        The traveller's sightings in order.
    surname
        The word that stands for the traveller; "" for none.
    others, rivals
        The surnames of other people, and the numbers in the cast of those who have a name.
    elsewhere
        Offsets of the names of places where somebody else was, as is told.
    times
        The time expressions, in order.
    """

    text: str
    deeds: Sequence[Deed]
    clauses: Sequence[Clause]
    told: Sequence[Sighting]
    surname: str
    others: frozenset[str]
    times: Sequence[TimeExpression]
    rivals: frozenset[int] = frozenset()
    elsewhere: frozenset[int] = frozenset()


def scene_of(told: Told, times: Sequence[TimeExpression]) -> Scene:
    """What the signs about the main traveller of a story are read from; `times` are its time expressions in order."""
    main = told.followed[0]
    surname = main.traveller.surname
    others = frozenset(one.surname for one in told.cast.members if one.surname and one.surname != surname)
    single = [one for one in told.cast.members if one.name and not (one.vehicle or one.many or one.narrates)]
    rivals = frozenset(one.number for one in single if one.number != main.number)
    apart = [one for one in told.followed[1:] if one.number in rivals]
    elsewhere = frozenset(one.toponym.mention.start for other in apart for one in other.sightings)
    return Scene(told.text, told.deeds, main.clauses, main.sightings, surname, others, times, rivals, elsewhere)


def chance(points: float) -> float:
    """The chance, between 0 and 1, that points stand for."""
    return 1.0 / (1.0 + math.exp(-points))


def worth(found: Sequence[str], points: Mapping[str, float]) -> float:
    """The points of the signs of a name together, by a table."""
    return sum(points.get(sign, 0.0) for sign in found)


def signs(scene: Scene, top: Toponym, index: int) -> list[str]:
    """The signs about a place name in the clause of an index, as rows of the tables call them."""
    deed, clause = scene.deeds[index], scene.clauses[index]
    return [
        BIAS,
        *_of_actor(scene, deed, clause),
        *_of_verb(_verb(clause, top)),
        *_of_words(scene.text, clause, top),
        *_of_place(scene, top),
        *_of_time(scene, clause),
        *_of_company(scene, clause, index),
        *_of_neighbours(scene.text, clause, top),
    ]


def told_signs(scene: Scene, sighting: Sighting, index: int) -> list[str]:
    """The signs about a stop that a rule reads: those of its name beside the other stops, and what the rule went by."""
    others = tuple(one for one in scene.told if one.toponym.mention.start != sighting.toponym.mention.start)
    found = signs(replace(scene, told=others), sighting.toponym, index)
    found += [f"told as {sighting.relation}", f"told to {sighting.event.value}"]
    if sighting.verb is None:
        return [*found, "told without a verb"]
    return [*found, f'told by "{sighting.verb.form}"', f"told by a verb of {sighting.verb.motion.value}"]


def _of_actor(scene: Scene, deed: Deed, clause: Clause) -> Iterator[str]:
    yield f"actor is a {deed.actor.part.value}"
    yield f"done by {clause.subject.value}"
    if clause.object_is_traveller:
        yield "done to the traveller"
    if clause.quoted:
        yield "in quotation marks"
    if clause.doubt is not None:
        yield "open who is meant"
    if _PRONOUN.search(scene.text, clause.start, clause.end):
        yield "a pronoun in the clause"
    words = set(_WORD.findall(scene.text, clause.start, clause.end))
    if scene.surname and scene.surname in words:
        yield "the traveller's name in the clause"
    if not scene.others.isdisjoint(words):
        yield "somebody else's name in the clause"


def _verb(clause: Clause, top: Toponym) -> Verb | None:
    before = [verb for verb in clause.verbs if verb.end <= top.mention.start]
    return before[-1] if before else clause.verbs[0] if clause.verbs else None


def _of_verb(verb: Verb | None) -> Iterator[str]:
    if verb is None:
        yield "no verb"
        return
    yield f"verb of {verb.motion.value}"
    if verb.form in {"was", "were"}:
        yield "verb is was"
    if verb.form in {"is", "are", "has", "have"}:
        yield "verb is is"
    elif verb.form.endswith("s") and verb.form != "was":
        yield "verb in the present"
    for mark in ("passive", "infinitive", "perfect", "doubtful", "current"):
        if getattr(verb, mark):
            yield f"verb is {mark}"


def _of_words(text: str, clause: Clause, top: Toponym) -> Iterator[str]:
    start, end = top.mention.start, top.mention.end
    lead = LEAD.search(text, clause.start, start)
    if lead is not None:
        yield f"after {lead['prep'].casefold()}"
        noun = (lead["noun"] or "").casefold()
        yield f"noun is {_kind(noun)}"
    else:
        before = text[clause.start : start].strip(' ,\u2014\u2013\n"\u201c')
        yield "after another word" if before else "opens the clause"
    after = text[end : end + 2]
    if after in {"'s", "\u2019s"}:
        yield "owns what follows"
    elif after[:1] in {",", ".", ";", ":"}:
        yield f"before {after[:1]}"
    words = {word.casefold() for word in _WORD.findall(text, clause.start, clause.end)}
    if any(not words.isdisjoint(journey_words(name)) for name in _OWN):
        yield "own things in the clause"
    if not words.isdisjoint(journey_words("conveyances") | journey_words("vessels")):
        yield "a craft in the clause"
    if not words.isdisjoint(journey_words("records") | journey_words("books")):
        yield "a paper in the clause"


def _kind(noun: str) -> str:
    """The kind of a noun before a preposition; "none" where none stands there, "other" for one of no list."""
    if not noun:
        return "none"
    if person_noun(noun) is not None:
        return "person"
    for kind, names in _NOUNS.items():
        if any(noun in journey_words(name) for name in names):
            return kind
    return "verb" if noun.endswith(("ed", "ing")) else "other"


def _of_place(scene: Scene, top: Toponym) -> Iterator[str]:
    place = top.place
    if place is None:
        return
    told = [one.toponym.place for one in scene.told if one.toponym.place is not None]
    if told:
        nearest_km = min(distance_km(place.lat, place.lon, one.lat, one.lon) for one in told)
        yield next((f"within {km} km of a stop" for km in _NEAR_KM if nearest_km <= km), "far from all stops")
        yield "in a country of the stops" if place.country in {one.country for one in told} else "in another country"
    if top.mention.kind is MentionKind.DATELINE:
        yield "in the dateline"
    if scene.text.count(top.mention.text) > 1:
        yield "named again"
    yield f"place is {place.kind.value}"
    if place.is_area:
        yield "area with a stop in it" if holds_any(place, told) else "area without a stop in it"
    if top.mention.text[:1].islower():
        yield "meant by another word"
    if top.ambiguous:
        yield "many bear the name"
    yield from sorted(_CONTEXTS & {context.partition(":")[0] for context in top.mention.context})


def holds_any(area: Place, places: Sequence[Place]) -> bool:
    """Whether one of the places lies in an area of its country, as far as the extent tells."""
    return any(
        one.country == area.country
        and (area.kind is Kind.COUNTRY or distance_km(one.lat, one.lon, area.lat, area.lon) <= area.extent_km)
        for one in places
    )


def _of_time(scene: Scene, clause: Clause) -> Iterator[str]:
    starts = [one.start for one in scene.times]
    own = scene.times[bisect_left(starts, clause.start) : bisect_left(starts, clause.end)]
    events = [one for one in own if one.kind is TimeKind.EVENT]
    if not events:
        kinds = {one.kind.value for one in own}
        yield from (f"time of {kind}" for kind in sorted(kinds))
        low = next((one.start for one in scene.clauses if one.sentence == clause.sentence), clause.start)
        beside = scene.times[bisect_left(starts, low) : bisect_left(starts, clause.start)]
        yield "time in the sentence" if any(one.kind is TimeKind.EVENT for one in beside) else "no time"
        return
    clock = any(_CLOCK.search(one.text) for one in events)
    yield "time of the clock" if clock else "time of the day"
    if any(one.precise for one in events):
        yield "precise time"


def _of_company(scene: Scene, clause: Clause, index: int) -> Iterator[str]:
    """How near the traveller is: in the clauses beside, in the sentence, in the paragraph, in all the story."""
    yield from _of_clauses_beside(scene, clause, index)
    yield f"{min(len(scene.told), MOST_TOLD)} stops told"
    told = [one.clause for one in scene.told]
    if any(one.sentence == clause.sentence for one in told):
        yield "stop told in the sentence"
    elif any(one.paragraph == clause.paragraph for one in told):
        yield "stop told in the paragraph"
    if told and clause.sentence > max(one.sentence for one in told):
        yield "after all stops told"
    if told and clause.sentence < min(one.sentence for one in told):
        yield "before all stops told"
    last = scene.clauses[-1].paragraph
    if last and clause.paragraph in {0, last}:
        # in a report of two the second comments; the last of a longer story often tells how it ended
        yield f"last of {'two' if last == 1 else 'many'} paragraphs" if clause.paragraph else "first paragraph"


def _of_clauses_beside(scene: Scene, clause: Clause, index: int) -> Iterator[str]:
    for step in range(-CLAUSES_BESIDE, CLAUSES_BESIDE + 1):
        at = index + step
        if step and 0 <= at < len(scene.clauses):
            other = scene.clauses[at]
            near = "beside" if abs(step) == 1 else "near"
            if other.subject in MINE or other.object_is_traveller:
                yield f"traveller {near} {'before' if step < 0 else 'after'}"
            if other.verbs and other.verbs[0].motion is Motion.SPEECH and other.sentence == clause.sentence:
                yield f"speech {near}"


def _of_neighbours(text: str, clause: Clause, top: Toponym) -> Iterator[str]:
    """The words beside a name, those between it and the beginning of the clause, and its verb.

    Names stand for each other here: what a fit learns of Riga says nothing of Lima.
    """
    start, end = top.mention.start, top.mention.end
    before = _TOKEN.findall(text, max(0, start - _REACH), start)[-WORDS_BEFORE:]
    for at, word in enumerate(reversed(before), 1):
        yield f"{at} before: {_plain(word)}"
    for at, word in enumerate(_TOKEN.findall(text, end, end + _REACH)[:WORDS_AFTER], 1):
        yield f"{at} after: {_plain(word)}"
    for word in sorted({_plain(word) for word in _TOKEN.findall(text, clause.start, start)}):
        yield f"before in the clause: {word}"
    verb = _verb(clause, top)
    if verb is not None:
        yield f"verb: {verb.form}"


def _plain(word: str) -> str:
    """A word as signs call it; all that are written large or with digits stand for each other."""
    if word[0].isupper():
        return "Name"
    return "number" if word[0].isdigit() else word.replace("\u2019", "'")
