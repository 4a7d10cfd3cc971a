"""Paragraphs that tell the way between a start and an end told before: "The first leg brought him to X"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.deeds import Clause

_OPENS = regex(
    r"\W*(?:(?:the|his|her|their|its)\s+(?:first|opening|initial|longest|early|earliest|outward)\s+(?:\w+\s+)?(?:legs?|stages?|stretch|part|section|lap|half|"
    r"days?|weeks?|hop|miles|kilometres|kilometers)\b|"
    r"between\s+(?:the\s+one\s+and\s+the\s+other|the\s+two|those\s+two|these\s+two|start\s+and\s+finish|the\s+start\s+and\s+the\s+finish|times|"
    r"departure\s+and\s+arrival)\b|in\s+between\b|on\s+the\s+way\b(?!\s+(?:to|home|back)\b)|along\s+the\s+way\b|en\s+route\b(?!\s+(?:to|for)\b)|"
    r"(?:the|his|her|their|its)\s+(?:route|course|way|path|track|itinerary|line)\s+(?:had\s+)?(?:led|took|taken|went|gone|ran|run|lay|lain|was|crossed|followed|passed|"
    r"began|started)\b|(?:to\s+get\s+there|to\s+do\s+it|to\s+do\s+so)\b|(?:the|his|her|their|its)\s+(?:journey|trip|voyage|ride|walk|flight|drive|tour|"
    r"odyssey|expedition|march|passage|circumnavigation)\s+(?:had\s+)?(?:led|taken|took|went|gone|ran|run|lay|lain|crossed|passed|began|begun|started|unfolded)\b)",
    re.IGNORECASE,
)
"""How a paragraph opens that tells a way again whose ends were told."""


def retold_paragraphs(text: str, clauses: "Sequence[Clause]") -> frozenset[int]:
    """Indexes of the paragraphs that open so."""
    return frozenset(
        first.paragraph
        for first in _openings(clauses)
        if first.paragraph and _OPENS.match(text, first.start, first.end + 40)
    )


_GOES_ON = regex(
    r"\b(?:then|later|afterwards?|after\s+(?:that|which|this)|since|now|nowadays|today|tomorrow|yesterday|next|again|eventually|in\s+the\s+end|"
    r"from\s+(?:there|here)|finally|soon|within|before\s+long|the\s+(?:following|same)|went\s+on|moved\s+on|lives?|settled|retired)\b",
    re.IGNORECASE,
)
"""What says that a paragraph tells of what came afterwards."""


def onward_paragraphs(text: str, clauses: "Sequence[Clause]") -> frozenset[int]:
    """Indexes of the paragraphs whose first clause tells of what came after the paragraph before."""
    return frozenset(
        first.paragraph for first in _openings(clauses) if _GOES_ON.search(text, first.start, first.end) is not None
    )


def _openings(clauses: "Sequence[Clause]") -> list["Clause"]:
    """The first clause of every paragraph."""
    first: dict[int, Clause] = {}
    for clause in clauses:
        first.setdefault(clause.paragraph, clause)
    return list(first.values())
