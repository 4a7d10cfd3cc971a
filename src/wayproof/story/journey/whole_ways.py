"""Means of a whole journey, told beside its stops: "In between he had pedalled the entire highway alone"."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.vocabulary.modes import means_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.itineraries.itinerary import Visit

_WHOLE = re.compile(
    r"\b(?:in\s+between|between\s+the\s+two|(?:whole|entire|full)\s+(?:way|road|route|highway|distance|journey|trip|length|stretch|"
    r"course|lot)|all\s+the\s+way|every\s+(?:step|yard|metre|meter|mile|kilomet(?:re|er)|inch)\s+of\s+(?:it|the)|"
    r"from\s+(?:(?:start|end|door|gate|one\s+end)\s+to\s+(?:finish|end|door|gate|the\s+other)))\b",
    re.IGNORECASE,
)
"""Words that make what is told hold for the way from the first stop to the last."""
_HAD_COME = re.compile(
    r"\b(?:had|has|have|having)\s+(?:simply\s+|merely\s+|only\s+)?(?:come|travelled|traveled|journeyed|made\s+(?:it|the\s+(?:journey|trip|way|distance)))"
    r"\s+(?:down\s+|up\s+|over\s+|across\s+|there\s+|here\s+)?(?:by|on|aboard|in)\s+(?-i:[^,;:.A-Z]{0,40})\s*[,;:.]?(?:\s*(?:and|but)\b.*)?\s*\Z|"
    r"\bhad\s+taken\s+(?:the|an?)\s+(?-i:[^,;:.A-Z]{0,40})(?<!to)\s*[,;:.]?(?:\s*(?:and|but)\b.*)?\s*\Z",
    re.IGNORECASE,
)
"""How somebody who has arrived tells of the way, without a place: "said that he had come by the mail train"."""


def with_whole_ways(text: str, clauses: "Sequence[Clause]", visits: "tuple[Visit, ...]") -> "tuple[Visit, ...]":
    """Visits with the means that the story tells of the whole way, where none is told of a part.

    Parameters
    ----------
    text, clauses
        The story, its clauses as its traveller sees them.
    visits
        The visits in order; a visit keeps the means by which it was reached.
    """
    means: tuple[str, ...] = ()
    for clause in clauses:
        mine = clause.subject in {Subject.TRAVELLER, Subject.VEHICLE}
        done = bool(clause.verbs) and not any(verb.doubtful for verb in clause.verbs)
        told = _WHOLE.search(text, clause.start, clause.end) or _HAD_COME.search(text, clause.start, clause.end)
        if mine and done and told:
            means = means or means_in(text[clause.start : clause.end])
    if not means or any(visit.modes for visit in visits):
        return visits
    return (*visits[:1], *(replace(visit, modes=means) for visit in visits[1:]))
