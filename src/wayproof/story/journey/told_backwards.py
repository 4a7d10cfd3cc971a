"""Stories that tell of an arrival before the departure: the order of the telling stands, and the clock refutes it."""

import re
from typing import TYPE_CHECKING

from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.drafts import timed

if TYPE_CHECKING:
    from wayproof.story.journey.drafts import Draft
    from wayproof.story.text.document import Story

_SHE = r"(?:he|she|it|they|the\s+[\w-]+|(?-i:[A-Z])[\w\u2019'-]+|his|her|its|their)"
_GOES = (
    r"(?:(?:had|has|have|was|were|is|are|even|ever|could|would|can)\s+){0,2}(?:left|leaves?|leaving|sail(?:s|ed)?|depart(?:s|ed)?|set\s+(?:out|off)|sets\s+(?:out|off)|"
    r"start(?:s|ed)?|took\s+off|takes\s+off|embark(?:s|ed)?|(?:went|goes|gone|go|got|gets|stepped|is|was)\s+(?:on\s+board|aboard)|board(?:s|ed)?|"
    r"(?:been\s+)?(?:loaded|made|packed|built|bought|posted|sent|handed\s+in)|gone|own\s+departure|departures?|sailing|take-?off|departure|train\s+left|cast(?:s)?\s+off)"
)
_PARADOX = re.compile(
    rf"\b(?:before|earlier\s+than)\s+(?:{_SHE}\s+){{1,3}}{_GOES}\b|\bbefore\s+(?:leaving|sailing|departing|setting\s+(?:out|off)|taking\s+off|boarding|embarking)\s+(?:it|there)?\b|"
    r"\b(?:early|late|ahead\s+of\s+time)\s+for\s+(?:his|her|its|their)\s+own\b|\b(?:arrival|landing)\s+(?:comes?|came|is|was|stands|falls|fell)\s+(?:[\w-]+\s+){0,4}before\b|"
    r"\bless\s+than\s+nothing\b|\bminus\s+(?:[\w-]+\s+){1,4}(?:hours?|minutes?|days?)\b|\bnegative\s+(?:time|duration|length|number)\b|\btime[\s-](?:travel\w*|machine)\b|"
    r"\bback(?:wards?)?\s+in\s+time\b|\b(?:sail|fl[iye]|drive|driven?|travel|ran|run|went|go|walk)\w*\s+backwards?\b|\b(?:the\s+)?wrong\s+(?:way\s+(?:round|about)|order)\b|"
    r"\btoo\s+(?:soon|early)\b|\b(?:was|were|is|are)\s+(?:there|here)\s+already\b|\balready\s+(?:there|arrived|landed|in\s+(?:bed|port|town))\b|"
    r"\bclocks?\s+(?:[\w-]+\s+){0,6}?(?:slow|fast|wrong|stopped|mistaken|lying)\b|\bcannot\s+(?:both\s+)?(?:be\s+(?:right|true|correct)|have\s+(?:been|come|arrived|landed|left|gone))\b|"
    r"\b(?:one\s+of\s+(?:the|these)\s+two|(?:either|neither|both|each)\s+(?:of\s+)?(?:the\s+|these\s+|those\s+|his\s+|her\s+|its\s+)?(?:two\s+)?)\s*(?:papers?|documents?|entr(?:y|ies)|stamps?|books?|dates?|figures?|hours?|"
    r"registers?|slips?|tickets?|receipts?|logs?|sheets?|clerks?|offices?)\b|"
    r"\b(?:papers|documents|entries|stamps|books|dates|registers|records|hours|times|clocks)\s+(?:[\w-]+\s+){0,2}?(?:contradict|disagree|conflict|clash|quarrel|do\s+not\s+(?:agree|match|fit))",
    re.IGNORECASE,
)
"""How a story remarks that somebody came before they went, or that two papers cannot both be right."""
_EARLIER = re.compile(
    r"\b(?:earlier|previous(?:ly)?|before|beforehand|already|ago|until\s+then|up\s+to\s+then|last|the\s+(?:day|night|week|month)\s+before|"
    r"to\s+(?:begin|start)\s+with|originally|at\s+first|first)\b",
    re.IGNORECASE,
)
_FRONTED = re.compile(
    r"\W*(?:(?:and|but)\s+)?(?:on|at|in|by|that|the\s+\w+|during|throughout|all)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"morning|afternoon|evening|night|noon|midnight|dawn|\d)",
    re.IGNORECASE,
)
"""A time that opens what is told: who tells so goes back of their own accord."""
_REMARKS = 20_000
"""Characters of a story in which such a remark is looked for; where papers disagree, it is soon said."""


def remarked(story: "Story") -> bool:
    """Whether a story remarks on an order that cannot be: "he came ashore before he went on board"."""
    return any(_PARADOX.search(part[:_REMARKS]) for part in (story.title or "", story.text))


def is_backwards(text: str, first: "Draft", second: "Draft") -> bool:
    """Whether a departure and, told right after it, a whereabouts of an earlier time contradict each other.

    Both have a time of their own, stand in one paragraph, and nothing says that the second looks back.
    """
    clause, other = first.sighting.clause, second.sighting.clause
    if first.sighting.event is not Event.DEPART or second.sighting.event is Event.DEPART:
        return False
    told = clause.paragraph == other.paragraph and clause.sentence <= other.sentence and clause.start < other.start
    dated = all(one.own and timed(one) for one in (first, second))
    looks_back = second.before and not first.before
    if not told or not dated or looks_back or first.sighting.toponym.place == second.sighting.toponym.place:
        return False
    return _EARLIER.search(text, other.start, other.end) is None and not _FRONTED.match(text, other.start)
