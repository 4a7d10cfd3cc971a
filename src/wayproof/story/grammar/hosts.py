"""Presence at the place of whoever vouches for it: "a notary in X swears that she sat at his desk"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.person_nouns import person_noun
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

REACH = 4
"""Clauses after the one that names the host in which stands what was done before them."""
_HOST = regex(
    r"\b(?:an?|the|his|her|their|another|one)\s+(?:[\w\u2019'-]+\s+){0,3}?(?P<noun>[\w-]+)\s+(?:in|at|of|from)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_SPOT = (
    r"(?:desk|counter|office|shop|chair|chambers|surgery|consulting[\s-]rooms?|studio|parlour|bar|table|couch|sofa|waiting[\s-]room|study|"
    r"court|courtroom|presence|window|bench|kitchen|threshold|doorstep|class|classroom|church|chapel|restaurant|hotel|clinic|inn|garage|"
    r"stall|till|salon|workshop|rooms?|premises|drawing-room|operating[\s-]table|mat|ring|forge|pharmacy|tent|house|bank|boat|cab|bakery)"
)
_BEFORE_HOST = regex(
    rf"\b(?:at|in|into|across|on|over|by|beside|through|to)\s+(?:his|her|their)\s+(?:own\s+|very\s+)?{_SPOT}\b|"
    r"\b(?:before|opposite|beside|facing|in\s+front\s+of|next\s+to|face\s+to\s+face\s+with)\s+(?:him|her|them)\b|"
    r"\b(?:handed|paid|gave|showed|sold|told|asked|thanked|embraced|kissed)\s+(?:him|her|them)\s|"
    r"\b(?:shook|kissed|took|pressed)\s+(?:his|her)\s+(?:hand|cheek|arm)\b|\bin\s+(?:his|her|their)\s+presence\b",
    re.IGNORECASE,
)
"""What somebody does where the host is: "at his desk", "before her", "shook his hand"."""
_FROM_AFAR = regex(
    r"\b(?:telephone|phone|telegram|letter|wire|radio|cable|rang|wrote|called|e-?mail|fax|post|screen|camera|video|never|not|no|denies|doubts)\b",
    re.IGNORECASE,
)


def host_vouches(text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym") -> "tuple[Event, Verb] | None":
    """Presence with a host whose place the clause names, and the verb of what was done before the host.

    Parameters
    ----------
    text, clauses
        The story and its clauses as the traveller sees them.
    index, top
        Index of the clause that names the host's place, and the place.
    """
    clause = clauses[index]
    host = _HOST.search(text, clause.start, top.mention.start)
    if host is None or clause.subject is not Subject.OTHER or person_noun(host["noun"]) is None:
        return None
    if any(verb.doubtful for verb in clause.verbs) or _FROM_AFAR.search(text, clause.start, clause.end):
        return None
    for after in clauses[index + 1 : index + 1 + REACH]:
        if after.paragraph != clause.paragraph or after.sentence - clause.sentence > 1:
            return None
        if after.subject is not Subject.TRAVELLER:
            continue
        done = next((verb for verb in after.verbs if _is_done(verb)), None)
        with_host = _BEFORE_HOST.search(text, after.start, after.end) is not None
        return (Event.AT, done) if done is not None and with_host and not _afar(text, after) else None
    return None


def _is_done(verb: "Verb") -> bool:
    planned = verb.doubtful or verb.infinitive or verb.motion is Motion.PLAN
    return not planned and not verb.form.endswith("ing")


def _afar(text: str, clause: Clause) -> bool:
    return _FROM_AFAR.search(text, clause.start, clause.end) is not None
