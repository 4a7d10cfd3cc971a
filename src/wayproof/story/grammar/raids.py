"""Where somebody was when others came for them: "the police broke into her flat in X; she was led out"."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

_OWN_DOOR = regex(
    r"\b(?:his|her|their)\s+(?:[\w-]+\s+){0,2}?(?:house|home|flat|apartment|villa|residence|bedroom|bedside|room|rooms|hotel|motel|cell|cottage|"
    r"farm|farmhouse|office|studio|dormitory|lodgings|digs|barracks|tent|cabin|caravan|palace|monastery|hiding-place|hideout|hide-out|shop|"
    r"surgery|bungalow|boarding-house|door|front\s+door|quarters|bunk|berth|car|van|lorry|yacht|boat)\s+(?:in|at|near|outside|on)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_FOR_HIM = regex(r"\b(?:for|to\s+(?:fetch|arrest|seize|take|collect))\s+(?:him|her|them)\b")
REACH = 4
"""Clauses after the one of the place in which somebody is taken away."""
SENTENCES = 1


def raid_event(
    text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym"
) -> "tuple[Event, Clause, Verb] | None":
    """Presence at a place to which others came for the traveller, with the clause and the verb that tell of it.

    Parameters
    ----------
    text, clauses
        The story and its clauses as the traveller sees them.
    index, top
        Index of the clause that names the place, and the place.
    """
    clause = clauses[index]
    if clause.quoted or clause.subject is Subject.TRAVELLER or not clause.verbs:
        return None
    came = clause.verbs[0]
    raids = came.form in journey_words("raids") and not (came.doubtful or came.infinitive)
    if not raids or not _OWN_DOOR.search(text, clause.start, top.mention.start):
        return None
    for after in clauses[index + 1 : index + 1 + REACH]:
        if after.sentence - clause.sentence > SENTENCES or after.paragraph != clause.paragraph:
            return None
        taken = [verb for verb in after.verbs if verb.form in journey_words("takes_away") and not verb.doubtful]
        done = after.subject is Subject.TRAVELLER and any(verb.passive for verb in taken)
        if done or (
            taken and after.object_is_traveller and not taken[0].passive and after.subject is not Subject.TRAVELLER
        ):
            told, verb = _first_told(text, clauses, index, came)
            return Event.AT, replace(told, doubt=None), verb  # whoever came
    return None


def _first_told(text: str, clauses: "Sequence[Clause]", index: int, came: "Verb") -> "tuple[Clause, Verb]":
    """The clause and the verb that tell when others came: "They had come for him at dawn. Shots were fired at ..."."""
    clause, before = clauses[index], clauses[index - 1] if index else None
    if before is None or not before.verbs or clause.sentence - before.sentence > SENTENCES:
        return clause, came
    first = before.verbs[0]
    for_him = _FOR_HIM.search(text, first.end, before.end) is not None
    together = before.paragraph == clause.paragraph and (before.object_is_traveller or for_him)
    return (before, first) if together and first.perfect and first.form in journey_words("raids") else (clause, came)
