"""Presence where a thing was kept that somebody came for: "the cells lay in X. She signed for them at one"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.grammar.records import is_at
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

_IT = regex(
    r"\s+(?:(?:personally|himself|herself|charge|delivery|possession|receipt|custody|care|hold)\s+)?(?:for\s+|of\s+|over\s+|up\s+|out\s+)?"
    r"(?:it|them|these|those|both|all|one|(?:the|his|her)\s+(?:first|second|last)\s+one)\b(?!\s+(?:by\s+post|by\s+mail|by\s+courier|in\s+the\s+post))",
    re.IGNORECASE,
)
"""What was told of before, as what a verb is done to."""
_OWN_PLACE = regex(
    r"\b(?:in|at|from|near|outside|off)\s+(?:(?:the|a|his|her)\s+(?:[a-z-]+\s+){1,3}?(?:in|at|of)\s+)?[A-Z]"
)
_DONE = regex(r"\s+(?:\w+ly\s+|just\s+|already\s+)?(?P<done>[a-z]+)\b")
_BE = frozenset({"was", "were", "been", "is", "are"})
_WITHIN = regex(r"\b(?:it|them)\b")
REACH = 2
"""Clauses after that of the place in which somebody comes for the thing."""


def collected_event(
    text: str, clauses: "Sequence[Clause]", timeless: str, index: int, top: "Toponym"
) -> "tuple[Event, Clause, Verb] | None":
    """Presence at the place of a thing, with the clause and the verb that tell who came for it.

    Parameters
    ----------
    text, timeless
        The story, and the story with its times blotted out.
    clauses
        Its clauses as the traveller sees them.
    index, top
        Index of the clause that names the place, and the place.
    """
    clause = clauses[index]
    if clause.quoted or clause.subject is not Subject.OTHER or clause.object_is_traveller or not clause.verbs:
        return None
    kept = clause.verbs[-1]
    done = _DONE.match(text, kept.end) if kept.form in _BE else None
    known = done is not None and done["done"] in journey_words("kept_there")  # "drawn" is no listed verb
    lies = (known or kept.form in journey_words("kept_there")) and not (kept.doubtful or kept.infinitive)
    if not lies or not is_at(text, clause, top):
        return None
    for after in clauses[index + 1 : index + 1 + REACH]:
        if after.sentence - clause.sentence > 1 or after.paragraph != clause.paragraph:
            return None
        if after.subject is not Subject.TRAVELLER or not after.verbs:
            continue
        verb = after.verbs[0]
        comes = verb.form in journey_words("collects") and not (verb.doubtful or verb.infinitive or verb.passive)
        it = _IT.match(text, verb.end) or _WITHIN.search(text, verb.start, verb.end)
        if comes and it and not _OWN_PLACE.search(timeless, verb.end, after.end):
            return Event.AT, after, verb
    return None
