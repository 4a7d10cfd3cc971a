"""Presence told by what somebody did at the place of another clause: "the parcel lay in X, where she signed for it"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.grammar.records import is_at
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

_WHERE = regex(
    r"(?:,?\s+(?:at|on|by|in|before|after)\s[^,;.\n]{1,40})?\s*,\s*where\b|(?:\s+(?:that|the\s+same)\s+(?:night|day|evening|afternoon|morning))?,?\s+"
    r"(?:at|in|during|on|for|after)\s+which\b"
)
_ON = frozenset({"where", "which", ",", "as"})
_HABIT = frozenset(
    {
        "had",
        "has",
        "have",
        "was",
        "were",
        "is",
        "are",
        "lived",
        "lives",
        "worked",
        "works",
        "studied",
        "trained",
        "taught",
        "grew up",
    }
    | {
        "kept",
        "keeps",
        "owned",
        "ran",
        "used",
        "served",
        "learned",
        "learnt",
        "practised",
        "wanted",
        "hoped",
        "meant",
        "held",
        "spent",
    }
)
"""Verbs that tell what somebody has or is used to at a place."""
_DOES = frozenset({Motion.OTHER, Motion.SEEN, Motion.STAY})


def where_event(text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym") -> "tuple[Event, Verb] | None":
    """Presence at a place that a thing is said to be at, and the verb of what the traveller did there.

    Parameters
    ----------
    text, clauses
        The story and its clauses as the traveller sees them.
    index, top
        Index of the clause that names the place, and the place.
    """
    clause = clauses[index]
    if clause.subject in {Subject.TRAVELLER, Subject.UNCLEAR} or not _WHERE.match(text, top.mention.end):
        return None
    undone = any(verb.doubtful or verb.motion is Motion.PLAN for verb in clause.verbs)
    meant = undone or any(verb.infinitive for verb in clause.verbs[-1:])
    if meant or clause.quoted or not is_at(text, clause, top):
        return None
    for after in clauses[index + 1 : index + 1 + REACH]:
        if after.sentence != clause.sentence or after.opener not in _ON:
            return None
        done = next((verb for verb in after.verbs if _is_done(text, verb)), None)
        if after.subject is Subject.TRAVELLER and done is not None:
            return Event.AT, done
        near = next((verb for verb in after.verbs if _is_at_hand(verb)), None)
        if after.subject is Subject.OTHER and after.object_is_traveller and near is not None:
            return Event.AT, near  # "the next stop was in X, where workers gave him a helmet"
    return None


_PRESENT = regex(
    r"\b(?:was|were|had\s+been)\s+(?:also\s+|still\s+|already\s+|himself\s+|herself\s+|both\s+)?(?:present|there|on\s+hand|in\s+attendance|"
    r"among\s+(?:those|the\s+(?:guests|spectators|audience|crowd))|at\s+the\s+table|in\s+(?:the|his|her|their)\s+(?:room|hall|audience|chair|"
    r"stands|gallery|front\s+row|crowd|seats?|box))\b",
    re.IGNORECASE,
)
"""How somebody is told to be where something then happens: "she was present when the talks were opened in X"."""
_MEANWHILE = frozenset({"when", "as", "while"})


def present_event(
    text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym"
) -> "tuple[Event, Clause, Verb] | None":
    """Presence at a place where something happened while the traveller was there, with the clause that dates it.

    Parameters as `where_event`.
    """
    clause, before = clauses[index], clauses[index - 1] if index else None
    if before is None or before.sentence != clause.sentence or clause.opener not in _MEANWHILE or not before.verbs:
        return None
    mine = before.subject is Subject.TRAVELLER and clause.subject is not Subject.TRAVELLER
    undone = any(verb.doubtful or verb.infinitive for verb in (*before.verbs, *clause.verbs))
    if not mine or undone or clause.quoted or not is_at(text, clause, top):
        return None
    there = _PRESENT.search(text, before.start, before.end) is not None
    return (Event.AT, before, before.verbs[-1]) if there else None


REACH = 3
"""Clauses after the place in which somebody does something there: "where Ann, who had waited, | noticed it"."""


def _is_at_hand(verb: "Verb") -> bool:
    """Whether a verb needs whom it is done to at hand: "handed", "bandaged", "saw"."""
    hands = journey_words("done_to") | journey_words("hands_on") | journey_words("gives")
    plain = not (verb.doubtful or verb.infinitive or verb.perfect or verb.passive or verb.form.endswith("s"))
    return plain and (verb.form in hands or bool({Motion.SEEN, Motion.CARRY} & set(verb.motions)))


def _is_done(text: str, verb: "Verb") -> bool:
    plain = not (verb.doubtful or verb.infinitive or verb.perfect or verb.passive or verb.form in _HABIT)
    past = not verb.form.split()[0].endswith(("s", "ing")) and not re.search(
        r"\b(?:who|which)\s*$", text[max(0, verb.start - 8) : verb.start]
    )
    return plain and past and verb.motion in _DOES
