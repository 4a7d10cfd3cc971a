"""Sightings: the place names at which a clause puts the traveller, and what it says happened there.

For every place name the verb of its clause and the preposition before it decide: "left X", "from X" is a departure,
"reached X", "to X" an arrival, "through X", "in X" a presence; "for X", "a dealer from X" and "the mayor of X"
are none.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wayproof.story.clauses import Clause
from wayproof.story.itinerary import Event
from wayproof.story.journey_words import journey_words
from wayproof.story.mentions import MentionKind
from wayproof.story.motion import MOVING, VEHICLES, Motion
from wayproof.story.prepositions import prepositions_pattern, relation_of
from wayproof.story.subjects import Subject
from wayproof.story.verbs import Verb
from wayproof.story.visit_order import holds
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.toponyms import Toponym


@dataclass(frozen=True, slots=True)
class Sighting:
    """The traveller at a place, as one clause tells it.

    Attributes
    ----------
    toponym
        The place name.
    event
        Departure, arrival or presence.
    clause
        The clause that tells it.
    verb
        The verb that decides; None for a list of stops that shares the verb before.
    relation
        "from", "to", "via", "at" or "object".
    """

    toponym: "Toponym"
    event: Event
    clause: Clause
    verb: Verb | None
    relation: str


SKIPPED_CONTEXT = frozenset({"boilerplate", "byline", "credit", "caption"})


def find_sightings(text: str, clauses: "Sequence[Clause]", toponyms: "Sequence[Toponym]") -> tuple[Sighting, ...]:
    """Sightings of the traveller in text order."""
    starts = [clause.start for clause in clauses]
    by_clause: dict[int, list[Toponym]] = {}
    for top in toponyms:
        mention = top.mention
        if mention.kind is not MentionKind.PLACE or top.place is None or SKIPPED_CONTEXT & set(mention.context):
            continue
        index = bisect_right(starts, mention.start) - 1
        if index >= 0 and mention.start < clauses[index].end:
            by_clause.setdefault(index, []).append(top)
    found: list[Sighting] = []
    for index in sorted(by_clause):
        found += _of_clause(text, clauses, index, by_clause[index])
    return tuple(found)


def _of_clause(text: str, clauses: "Sequence[Clause]", index: int, named: "Sequence[Toponym]") -> list[Sighting]:
    clause = clauses[index]
    found: list[Sighting] = []
    previous: Toponym | None = None
    relation_before = ""
    verb_before: Verb | None = None
    for top in named:
        verb = _governing(clause, top, text)
        relation, between = relation_of(text, clause, verb, top, previous)
        if previous is not None and relation == "list":
            relation, verb = relation_before, verb_before
        beside = previous is not None and verb is verb_before and relation not in {"from", "to", "via"}
        qualifier = beside and previous is not None and _qualifies(previous, top, between)
        previous = top
        if qualifier:
            continue
        relation_before, verb_before = relation, verb
        event = _event(text, clause, verb, (relation, between), top)
        if event is not None:
            found.append(Sighting(top, event, clause, verb, relation))
    return found


def _governing(clause: Clause, top: "Toponym", text: str) -> Verb | None:
    """The last verb before the name, or for a name that opens the clause the first verb after it."""
    before = [verb for verb in clause.verbs if verb.end <= top.mention.start]
    if before:
        return before[-1]
    opening = text[clause.start : top.mention.start]
    if not clause.verbs or re.search(r"\b(?:he|she|they|it|I|we)\b", opening, re.IGNORECASE):
        return None
    prepositions = list(prepositions_pattern().finditer(opening))
    if not prepositions:
        return None
    lead = re.sub(
        (
            r"\b(?:and|but|then|from|later|there|by|at|about)\b|[\s,;:—\u2013()\d“”\"]|"
            r"\b[a-z]+\b(?=\s+(?:in|at|from|to|near|through))"
        ),
        "",
        opening[: prepositions[0].start()],
        flags=re.IGNORECASE,
    )
    # "A commentator from Norwich said": words before the preposition make the name part of the subject
    if re.search(r"[A-Za-z]", lead) and re.search(
        r"\b(?:an?|the|his|her|of|[A-Z]\w+)\s+[\w-]+\s+$", opening[: prepositions[-1].start()]
    ):
        return None
    noun_before = re.search(r"([\w-]+)\s+$", opening[: prepositions[-1].start()])
    if noun_before and noun_before.group(1).casefold() in journey_words("persons") | {
        "readers",
        "officials",
        "staff",
        "company",
        "firm",
        "police",
        "team",
        "people",
        "club",
        "walkers",
        "residents",
    }:
        return None
    return clause.verbs[0]


def _qualifies(previous: "Toponym", top: "Toponym", between: str) -> bool:
    """Whether a name only says where the one before it is: "Malmi airfield on the edge of Helsinki", "Paris, Texas"."""
    if re.fullmatch(r"\s*,\s*|\s*\(\s*|\s*['\u2019]s\s+", between):
        place, area = previous.place, top.place
        wider = {Kind.ADMIN1, Kind.ADMIN2, Kind.COUNTRY, Kind.REGION, Kind.ISLAND}
        return place is not None and area is not None and area.kind in wider and holds(area, place)
    return (
        re.fullmatch(
            (
                r"(?:\s+[\w\u2019'-]+){0,3}?\s*,?\s+(?:in|on|near|outside|at|of|off|inside|"
                r"within)\s+(?:(?:the|its|central|northern|southern|eastern|western|north|south|east|west|"
                r"downtown|edge|outskirts|centre|center|heart|suburbs|coast|shore|shores|side|island|city|"
                r"town|state|province|border|frontier|of|old|with|far|rural|upstate|neighbouring|neighboring|"
                r"middle|tip|end|northwest|northeast|southwest|southeast)\s+)*"
            ),
            between,
        )
        is not None
    )


_OTHERS_PLACE = re.compile(
    (
        r"(?:['\u2019]s|\b(?:mayor|king|queen|president|minister|university|bank|bishop|duke|people|"
        r"government|citizens|residents|governor|map|picture|photograph|photo|view|maps|pictures|news|"
        r"name|names|ambassador|embassy|consulate|consul|team|club|flag|war|battle|treaty|history|"
        r"language|archbishop)\s+(?:of|to))\s+(?:the\s+)?$"
    ),
    re.IGNORECASE,
)
_SPOKEN_TO = re.compile(
    (
        r"\b(?:reporters|journalists|a\s+court|the\s+court|a\s+conference|a\s+crowd|an\s+audience|"
        r"delegates|a\s+press\s+conference|a\s+meeting|a\s+rally|police|officers|border\s+guards)\b"
    ),
    re.IGNORECASE,
)
_OFF_VEHICLE = frozenset(
    {
        "stepped off",
        "steps off",
        "got off",
        "gets off",
        "getting off",
        "alighted",
        "disembarked",
        "disembarking",
        "got down",
        "got on",
        "gets on",
        "getting on",
    }
)
_CALLED = frozenset(
    [
        "telephoned",
        "phoned",
        "rang",
        "called",
        "wrote",
        "wired",
        "cabled",
        "texted",
        "emailed",
        "tweeted",
        "spoke",
        "filed",
        "posted",
        "radioed",
        "messaged",
    ]
)
"""Who calls from a place is there; who gets off a vehicle names the vehicle."""
_ASYLUM = re.compile(r"\b(?:asylum|protection|refuge|refugee\s+status)\b", re.IGNORECASE)


_DEPART = {"from": Event.DEPART}
EVENTS: dict[Motion, dict[str, Event]] = {
    Motion.LEAVE: _DEPART | {"object": Event.DEPART, "at": Event.DEPART, "to": Event.ARRIVE, "via": Event.AT},
    Motion.START: _DEPART | {"at": Event.DEPART, "to": Event.ARRIVE, "via": Event.AT},
    Motion.REACH: _DEPART | {"via": Event.AT, "to": Event.ARRIVE, "at": Event.ARRIVE, "object": Event.ARRIVE},
    Motion.MOVE: _DEPART | {"to": Event.ARRIVE, "via": Event.AT, "at": Event.AT, "object": Event.AT},
    Motion.CARRY: _DEPART | {"to": Event.ARRIVE, "via": Event.AT, "at": Event.AT, "object": Event.AT},
    Motion.SEEN: {"at": Event.AT, "via": Event.AT, "to": Event.ARRIVE},
    Motion.STAY: {"at": Event.AT, "via": Event.AT, "to": Event.ARRIVE},
    Motion.OTHER: {"at": Event.AT, "via": Event.AT},
}
"""What a verb and the relation of the name to it say happened at the place; what is not listed is no visit."""

_NOT_THE_PLACE = re.compile(
    r"['\u2019]s\s+(?!airport|station|harbour|port|main|central|old|international|outskirts|suburbs|waterfront|streets|city)"
    r"|-(?:based|born|bound|area|style|trained|wide|flagged|registered)\b"
    r"|\s+(?:airlines?|university|government|officials?|police|authorities|time|embassy)\b"
)
"""What after a name makes it part of another: "Paris's mayor", "London-based", "Nairobi police"."""


def _event(text: str, clause: Clause, verb: Verb | None, said: tuple[str, str], top: "Toponym") -> Event | None:
    relation, between = said
    if verb is None or verb.doubtful or verb.infinitive or not _is_about_place(text, top, relation):
        return None
    asylum = relation == "at" and _ASYLUM.search(between) is not None
    motion = verb.motion
    if verb.form == "allowed" and verb.passive and not re.match(r"\s+to\b", text[verb.end : verb.end + 6]):
        motion = Motion.OTHER
    elif _planned(clause, verb, text) and not asylum:
        return None
    if not _is_about_traveller(clause, verb, motion, text):
        return None
    return _told_event(verb, motion, relation, between, asylum=asylum)


def _told_event(verb: Verb, motion: Motion, relation: str, between: str, *, asylum: bool) -> Event | None:
    speaks = relation == "at" and not verb.passive and _SPOKEN_TO.search(between) is not None
    if verb.form in _CALLED:
        called = relation == "from" or (relation == "at" and re.search(r"\bfrom\b", between) is not None)
        return Event.AT if called or speaks else None
    if asylum or (motion is Motion.SPEECH and speaks):
        return Event.AT
    aboard = verb.form in _OFF_VEHICLE and relation in {"object", "from"}
    if aboard or (relation == "from" and _noun_from(between, moved=motion in MOVING)):
        return None
    return EVENTS.get(motion, {}).get(relation)


def _is_about_place(text: str, top: "Toponym", relation: str) -> bool:
    """Whether the name stands for the place: not for its mayor, its police or a firm based there."""
    before = text[max(0, top.mention.start - 40) : top.mention.start]
    after = text[top.mention.end : top.mention.end + 24]
    return not _OTHERS_PLACE.search(before) and (relation == "from" or not _NOT_THE_PLACE.match(after))


def _planned(clause: Clause, verb: Verb, text: str) -> bool:
    """Whether a verb of planning governs: "decided to leave", "was due to fly"; a plan is no visit."""
    if verb.motion is Motion.PLAN:
        return True
    before = [earlier for earlier in clause.verbs if earlier.end <= verb.start]
    if not before or not verb.form.endswith("ing"):
        return False
    return (
        before[-1].motion is Motion.PLAN
        and re.fullmatch(r"\s+(?:of|from|on|about|for|against)?\s*", text[before[-1].end : verb.start]) is not None
    )


def _is_about_traveller(clause: Clause, verb: Verb, motion: Motion, text: str) -> bool:
    if clause.subject in {Subject.TRAVELLER, Subject.VEHICLE}:
        return clause.subject is Subject.TRAVELLER or motion in MOVING or motion is Motion.SEEN
    # "guards took him to X", "cameras caught a jeep speeding towards X"
    taken = (
        motion in {Motion.CARRY, Motion.SEEN}
        or bool({Motion.CARRY, Motion.SEEN} & set(verb.motions))
        or motion is Motion.MOVE
        or motion is Motion.OTHER
    )
    if clause.object_is_traveller and taken and not verb.passive and clause.subject is not Subject.UNCLEAR:
        return True
    # "cameras caught a jeep speeding towards X": a vehicle that is seen, before anybody is named
    first = clause.verbs[0]
    return (
        Motion.SEEN in first.motions
        and first is not verb
        and motion in MOVING
        and VEHICLES.search(text[first.end : verb.start]) is not None
    )


def _noun_from(between: str, *, moved: bool) -> bool:
    """Whether "from X" tells where somebody or something else comes from ("a dealer from Macon")."""
    before = re.split(r"\bfrom\b", between, flags=re.IGNORECASE)[0] if moved else between
    match = re.search(
        (
            r"\b(?:an?|the|another|two|three|several|some|other|his|her|"
            r"fellow)\s+(?:[\w\u2019'-]+\s+){0,3}?([\w-]+)\s+(?:from\s+)?(?:\w+\s+)*$"
        ),
        before,
        re.IGNORECASE,
    )
    if match and match.group(1).casefold().removesuffix("s") in journey_words("persons"):
        return True
    return not moved
