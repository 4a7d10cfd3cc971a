"""Who sends word: "telephoned from X" was there, "telephoned a friend in X" was not, and a parcel goes alone to X."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.person_nouns import person_noun
from wayproof.story.vocabulary.regexes import regex
from wayproof.story.vocabulary.verb_forms import verb_forms

if TYPE_CHECKING:
    from wayproof.story.grammar.verbs import Verb

_FROM = regex(
    r"\bfrom\s+(?:(?:an?|the|his|her|their|its|one|another)\s+(?:[\w\u2019'-]+\s+){1,4}?(?:in|at|near|of|on|outside)\s+)?"
    r"(?:the\s+)?\Z"
)
_LOAD = regex(
    r"\s+(?:an?|the|his|her|their|its|some|one|two|three|four|five|several|\d+)\s+(?:[\w\u2019'-]+\s+){0,2}?(?P<noun>[\w-]+)"
    r"\s+(?:from|out\s+of)\s"
)
_CALL = regex(
    r"\s+(?:through\s+)?(?:an?|his|her|their|the|two|three|several|one|another)\s+(?:[\w-]+\s+){0,2}?(?:telephone\s+)?calls?\s"
)
_MAKES_CALL = frozenset({"made", "makes", "making", "placed", "places", "placing", "put", "puts", "putting"})
_BELL = regex(
    r"\s+(?:the|an?|his|her|their)\s+(?:[\w-]+\s+){0,2}?(?:door-?bells?|bells?|gong|changes|claim|complaint|lawsuit|suit|"
    r"petition|papers|appeal|flight\s+plan|report|application|protest|objection|nails|roll)\s"
)
"""What is rung or filed on the spot, and sends nobody word: "rang the bell of a house in X"."""

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
"""Who calls from a place is there."""
_OCCASION = regex(r"\s+(?:at|in|to)\s+(?:an?|the|his|her|their)\b", re.IGNORECASE)
"""What follows "spoke" when it is done where the audience is: "spoke at a lunch"."""
_MAIL = regex(
    r"\s+(?:an?|the|his|her|two|three|several)\s+(?:[\w-]+\s+)?(?:parcels?|letters?|cards?|postcards?|packages?|packets?|cheques?)\b"
)


def is_on_the_spot(between: str) -> bool:
    """Whether a verb of calling or filing is done to what is at hand."""
    return _BELL.match(between) is not None


def word_event(clause: Clause, verb: "Verb", relation: str, between: str) -> tuple[Event | None] | None:
    """What sending word tells of a place: presence where it was sent from; None where a verb sends no word.

    Parameters
    ----------
    clause, verb
        The clause and its verb.
    relation, between
        The relation of the place to the verb, and the words between them.
    """
    if verb.passive or clause.subject is not Subject.TRAVELLER:
        return None
    here = relation == "from" or (relation == "at" and _FROM.search(between) is not None)
    if verb.form in _MAKES_CALL and _CALL.match(between) is not None:
        return (Event.AT,) if here else None
    if verb.form in verb_forms("sends") and (here or relation in {"to", "via"}):
        load = _LOAD.match(between)
        # "sent a man from X" tells nothing of who sent him
        moved = verb.form not in verb_forms("calls")  # "cabled his editor from X"
        somebody = moved and load is not None and person_noun(load["noun"]) is not None
        return (Event.AT if here and not somebody else None,)
    if verb.form not in verb_forms("calls") or is_on_the_spot(between):
        return None
    if here:
        return (Event.AT,)
    return (None,) if relation == "to" or (relation == "at" and _WHOM.match(between)) else None


_WHOM = regex(
    r"\s+(?:up\s+)?(?:an?|the|his|her|their|one\s+of\s+(?:his|her|their)|another|[A-Z][\w\u2019'-]+(?:\s+[A-Z][\w\u2019'-]+){0,2})\s+"
    r"(?:[\w\u2019'-]+\s+){0,3}?(?:in|at|near)\s+(?:the\s+)?\Z"
)
"""Who is spoken to where they are: "telephoned a friend in X"."""


def is_spoken_afar(verb: "Verb", motion: Motion, between: str) -> bool:
    """Whether a verb is one of speaking to somebody who may be elsewhere; `motion` is its class where it stands."""
    deed = motion is Motion.OTHER and verb.motion in {Motion.SPEECH, Motion.STATIC}
    return verb.form in _CALLED and not deed and not is_on_the_spot(between)


def speaks_there(verb: "Verb", relation: str, between: str) -> bool:
    """Whether who speaks or sends word does so at the place: "rang from X", "spoke at a lunch in X"."""
    if relation != "at":
        return relation == "from"
    spoke = verb.form == "spoke" and (_OCCASION.match(between) or between.strip() in {"in", "at", "near", "in the"})
    posted = verb.form == "posted" and _MAIL.match(between) is not None
    return posted or bool(spoke) or re.search(r"\bfrom\b", between) is not None
