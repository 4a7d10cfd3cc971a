"""Stops told without who made them: "X was reached by noon", "lunch was eaten in X", "X had her by noon"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.grammar.records import is_at
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.motion import MOVING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

CLAUSES_BACK = 5
"""How many clauses back somebody must have been under way for such a stop to be theirs."""
_OPENS = re.compile(
    r"\W*(?:(?:and|then|but|so|finally|next|later|at\s+last|soon|when|where)\W+)*(?:[^,;.]{1,40},\s*)?(?:the\s+)?",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"\s*,?\s*(?:(?:was|were|had\s+been)\s+)?(?:\w+ly\s+|at\s+last\s+|soon\s+|then\s+)?"
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
    r"\b(?:(?:lunch|luncheon|breakfast|dinner|supper|tea|coffee|sandwiches|meals?|petrol|fuel|diesel|kerosene|coal|oil|water|ice|provisions|supplies|stores|mail|bread|(?:the\s+)?(?:fuel\s+|water\s+)?tanks|"
    r"punctures?|tyres?|tires?|wheels?|chains?|inner\s+tubes?|brakes?|horses|mules|camels|engines?|"
    r"(?:the|an?|that|another|one|first|second|next|last)\s+(?:night|nights|border|frontier|river|pass)|camp|tents?)\s+"
    r"(?:was|were|had\s+been)\s+(?:\w+ly\s+)?"
    r"(?:eaten|taken|taken\s+on|taken\s+aboard|loaded|filled|refilled|topped\s+up|replenished|drunk|had|bought|mended|patched|changed|repaired|replaced|spent|passed|pitched|made|cooked|brewed|crossed))\b",
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
    found = _DONE_ON_THE_WAY.search(text, clause.start, clause.end)
    if found is None or any(verb.doubtful for verb in clause.verbs) or not is_at(text, clause, top):
        return None
    return Event.AT, next((one for one in clause.verbs if found.start() <= one.start < found.end()), clause.verbs[0])


def _is_under_way(clause: Clause, earlier: "Sequence[Clause]") -> bool:
    """Whether the traveller went somewhere shortly before in the same paragraph."""
    return any(
        one.paragraph == clause.paragraph
        and one.subject in {Subject.TRAVELLER, Subject.VEHICLE}
        and any(verb.motion in MOVING and not verb.doubtful for verb in one.verbs)
        for one in earlier
    )
