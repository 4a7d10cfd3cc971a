"""What the story itself says of closed borders and skies: "The frontier has been closed since 1948"."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wayproof.story.text.document import Story

_SHUT = r"(?:closed|shut|sealed|blocked)"
_BORDER = r"(?:frontiers?|borders?|(?:border\s+)?(?:crossings?|posts?|checkpoints?)|border\s+bridge|road\s+crossing)"
_THING = rf"(?:(?P<sky>air\s?space|skies|sky)|(?P<border>{_BORDER}))"
_WHERE = r"(?:\s+(?:between|with|to|at|in|over|of|near|along)\s+[^.;,]{2,50}?)?"
_STOOD = r"(?:was|were|is|are|stood|remained|remains?)\s+(?:still\s+|then\s+|already\s+)?"

_TELLINGS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_THING}{_WHERE}\s+(?:has|have|had)\s+(?:\w+\s+)?been\s+(?:\w+\s+)?{_SHUT}\b",
        rf"\b{_THING}{_WHERE}\s+{_STOOD}{_SHUT}\b",
        rf"\b(?:had|has|have)\s+{_SHUT}\s+(?:down\s+)?(?:the|its|their|all|both)\s+(?:\w+\s+){{0,3}}?{_THING}\b",
    )
)
_EXCEPT = re.compile(
    r"\b(?:except|exempt\w*|apart\s+from|other\s+than|but\s+for|all\s+but|only\s+(?:for|to)|open(?:ed|s)?|reopen\w*|unless|"
    r"closed\s+to\s+\w+|shut\s+to\s+\w+|permit\w*|allow\w*|let\s+through|lifted|until|briefly|not\s+(?:closed|shut)|never|"
    r"would|will|plans?|threaten\w*|if)\b",
    re.IGNORECASE,
)
"""Words with which a closure is not whole, not yet, or over."""


@dataclass(frozen=True, slots=True)
class ToldClosure:
    """A closure that the story tells of.

    Attributes
    ----------
    start, end, text
        The sentence.
    sky
        Whether it is the sky and not a border.
    """

    start: int
    end: int
    text: str
    sky: bool


def told_closures(story: "Story") -> tuple[ToldClosure, ...]:
    """The sentences that call a border or a sky closed, without exception and without end."""
    found = []
    for sentence in story.sentences:
        words = story.text[sentence.start : sentence.end]
        match = next((one for pattern in _TELLINGS if (one := pattern.search(words))), None)
        if match is not None and not _EXCEPT.search(words):
            found.append(ToldClosure(sentence.start, sentence.end, words.strip(), match["sky"] is not None))
    return tuple(found)
