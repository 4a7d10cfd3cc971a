"""Stops told without who made them: "X was reached by noon", "lunch was eaten in X", "X had her by noon"."""

import re
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import MINE, Clause, Subject
from wayproof.story.grammar.records import is_at
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import MOVING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

_GOES = frozenset({"covered", "made", "did"})
"""Verbs of going by what is behind them: "the 900 kilometres that he covered"."""
CLAUSES_BACK = 6
"""How many clauses back somebody must have been under way for such a stop to be theirs."""
_OPENS = re.compile(
    r"\W*(?:(?:and|then|but|so|finally|next|later|at\s+last|soon|when|where)\W+)*(?:[^,;.]{1,40},\s*)?(?:the\s+)?"
    r"(?-i:(?:[A-Z][\w\u2019'-]+(?:\s+[A-Z][\w\u2019'-]+){0,3}(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?)*)",
    re.IGNORECASE,
)
_LISTED = r"(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?[A-Z][\w\u2019'-]+(?:\s+[A-Z][\w\u2019'-]+){0,3})*"
"""Places named behind the first: "X, Y and Z were passed"."""
_REACHED = re.compile(
    rf"{_LISTED}\s*,?\s*(?:(?:was|were|had\s+been)\s+)?(?:(?:\w+ly|at\s+last|soon|then|both|all|also)\s+)?"
    r"(?P<verb>reached|entered|gained|regained|passed|crossed|skirted|rounded)\b(?!\s+(?:out|over|on|to|for|up)\b)"
)
_ARRIVES = frozenset({"reached", "entered", "gained", "regained"})
_AGENT = re.compile(
    r"\bby\s+(?!(?:\d|noon|midday|midnight|dawn|dusk|night|nightfall|daybreak|sunrise|sunset|lunch|tea|breakfast|supper|dinner|then|"
    r"evening|morning|(?:the\s+)?(?:afternoon|evening|morning|end)|half|(?:a\s+)?quarter|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|twenty|train|car|bus|coach|taxi|lorry|boat|ship|ferry|air|road|rail|sea|bicycle|way\s+of|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)",
)
_DONE_ON_THE_WAY = re.compile(
    r"\b(?:(?:the|an?|that|another|one|first|second|next|last)\s+(?:night|nights|border|frontier|river|pass)|camp|tents?)\s+"
    r"(?:was|were|had\s+been)\s+(?:\w+ly\s+)?(?:taken|made|spent|passed|pitched|crossed)\b",
    re.IGNORECASE,
)


_MAIL = (
    r"(?:(?:letter|parcel|card|postcard|telegram|package|packet)s?|mail|mailbags?|post)\s+(?:was|were)\s+(?:\w+ly\s+|also\s+|then\s+)?"
    r"(?:posted|mailed|dropped\s+off|handed\s+(?:in|over)|collected|picked\s+up|loaded|unloaded|taken\s+(?:on|aboard|off))"
)
_HALT = (
    r"(?:halt|stop|pause|call|rest|break|detour|turn|landing|stopover)s?\s+(?:of\s+[\w-]+\s+[\w-]+\s+)?(?:was|were)\s+(?:\w+ly\s+)?"
    r"(?:made|called|ordered|allowed|enforced|had|taken)"
)


@cache
def _handled() -> re.Pattern[str]:
    """What a traveller has along or needs, and what is done to it on the way: "the veil was pinned"."""
    nouns = "|".join(sorted(journey_words("along"), key=len, reverse=True)).replace(" ", r"\s+")
    done = "|".join(sorted(journey_words("done_along"), key=len, reverse=True)).replace(" ", r"\s+")
    return re.compile(
        r"\W*(?:(?:and|but|then|so|there|later|next|first|finally|at\s+last|afterwards?)\W+)*"
        r"(?:(?:(?:in|at|on|near|outside|by|before|after|beyond|below)\s[^,;.]{2,60}?,?\s+)?)"
        r"(?:(?:the|an?|his|her|their|its|my|our|one|two|three|four|both|all|some|more|most|another|several|fresh|new|hot|cold)\s+)*"
        r"(?:(?!(?:his|her|their|of|no|neither|nor|[\w-]+['\u2019]s?)\b)[\w-]+\s+){0,2}?"
        rf"(?:(?:(?:{nouns})(?:s|es)?(?:\s+of\s+[\w-]+(?:\s+[\w-]+)?|\s+and\s+(?:the\s+|a\s+)?[\w-]+)?\s+(?:was|were)\s+"
        rf"(?:(?:\w+ly|then|there|also|again|soon|finally|duly|first|next|at\s+last)\s+)*(?P<done>{done}))|{_MAIL}|{_HALT})\b"
        r"(?!\s+(?:to\s+(?:be|have)|that)\b)",
        re.IGNORECASE,
    )


_HAD_THEM = re.compile(
    r"\s+(?:had|has)\s+(?:him|her|them|me|us)\s+(?:back\s+|again\s+)?(?:by|at|before|for|until|within)\b"
)


def passive_event(
    text: str, clause: Clause, earlier: "Sequence[Clause]", top: "Toponym"
) -> "tuple[Event, Verb] | None":
    """What happened at a place, and the verb that tells it, where the clause does not say whose journey it is.

    Parameters
    ----------
    text, clause, top
        The story, a clause in which a place stands, and the place.
    earlier
        The clauses told before it.
    """
    if clause.subject is Subject.TRAVELLER or not clause.verbs or clause.quoted:
        return None
    opens = _OPENS.fullmatch(text, clause.start, top.mention.start) is not None
    if opens and clause.object_is_traveller and _HAD_THEM.match(text, top.mention.end, clause.end):
        return Event.AT, clause.verbs[0]
    if _AGENT.search(text, clause.start, clause.end) or not _is_under_way(clause, earlier):
        return None
    return (_reached(text, clause, top) if opens else None) or _done(text, clause, top)


def _reached(text: str, clause: Clause, top: "Toponym") -> "tuple[Event, Verb] | None":
    found = _REACHED.match(text, top.mention.end, clause.end)
    verb = None if found is None else next((one for one in clause.verbs if one.start == found.start("verb")), None)
    if verb is None or verb.doubtful:
        return None
    return (Event.ARRIVE if verb.form in _ARRIVES else Event.AT), verb


def _done(text: str, clause: Clause, top: "Toponym") -> "tuple[Event, Verb] | None":
    found = _DONE_ON_THE_WAY.search(text, clause.start, clause.end) or _handled().match(text, clause.start, clause.end)
    if found is None or any(verb.doubtful for verb in clause.verbs) or not is_at(text, clause, top):
        return None
    return Event.AT, next((one for one in clause.verbs if found.start() <= one.start < found.end()), clause.verbs[0])


def _is_under_way(clause: Clause, earlier: "Sequence[Clause]") -> bool:
    """Whether the traveller went somewhere shortly before in the same paragraph."""
    return any(
        one.paragraph == clause.paragraph
        and one.subject in MINE
        and any((verb.motion in MOVING or verb.form in _GOES) and not verb.doubtful for verb in one.verbs)
        for one in earlier
    )
