"""Stops told without who made them: "X was reached by noon", "lunch was eaten in X", "X had her by noon"."""

import re
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import MINE, Clause, Subject
from wayproof.story.grammar.records import is_at
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import MOVING
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

_GOES = frozenset({"covered", "made", "did"})
"""Verbs of going by what is behind them: "the 900 kilometres that he covered"."""
CLAUSES_BACK = 6
"""How many clauses back somebody must have been under way for such a stop to be theirs."""
_CAPITAL = r"[A-Z\u00c0-\u017d][\w\u2019'-]*"
_NAMED = rf"{_CAPITAL}(?:\s+(?:de|da|do|del|la|le|of|the|sur|on|upon|am)\s+{_CAPITAL}|\s+{_CAPITAL}){{0,3}}"
_JOINED = rf"(?:(?:\s*,\s*(?:and\s+)?(?:then\s+)?|\s+and\s+(?:then\s+|finally\s+)?)(?:the\s+)?{_NAMED})"
_OPENS = regex(
    rf"\W*(?:(?:and|then|but|so|finally|next|later|at\s+last|soon|when|where|both)\W+)*(?:[^,;.]{{1,40}},\s*)?(?:[Bb]oth\s+)?(?:the\s+)?"
    rf"(?:{_NAMED}{_JOINED}{{0,4}}(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:then\s+|finally\s+)?(?:the\s+)?)?"
)
"""What may stand before a place that opens its clause, alone or in a row: "then Selby and ..."."""
_PASSED = (
    r"passed|crossed|skirted|rounded|by-?passed|cleared|traversed|circled|overflown|sighted|left\s+(?:behind|astern|to\s+(?:port|starboard|one\s+side|"
    r"the\s+(?:left|right|north|south|east|west)))|put\s+behind|dropped\s+astern|flown\s+over|(?:driven|ridden|run|rattled|gone|walked|cycled|rushed|"
    r"sailed)\s+(?:through|past|over)|taken\s+at\s+(?:a\s+(?:run|gallop|trot|crawl)|(?:full\s+)?speed)|negotiated|threaded"
)
_REACHED = regex(
    rf"{_JOINED}{{0,4}}\s*,?\s*(?:(?:was|were|had\s+been|is|are|being)\s+)?(?:both\s+|all\s+)?(?:\w+ly\s+|at\s+last\s+|soon\s+|then\s+|next\s+)?"
    rf"(?P<verb>reached|entered|gained|regained|attained|made(?=\s+(?:by|at|in\s+time|before|after|on|soon|just))|{_PASSED})\b(?!\s+(?:out|on|to|for|up|over|round)\b)"
)
_ARRIVES = frozenset({"reached", "entered", "gained", "regained", "attained", "made"})
_AGENT = regex(
    r"\bby\s+(?!(?:\d|noon|midday|midnight|dawn|dusk|night|nightfall|daybreak|sunrise|sunset|lunch|tea|breakfast|supper|dinner|then|"
    r"evening|morning|(?:the\s+)?(?:afternoon|evening|morning|end)|half|(?:a\s+)?quarter|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|twenty|train|car|bus|coach|taxi|lorry|boat|ship|ferry|air|road|rail|sea|bicycle|way\s+of|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)",
)
_DONE_ON_THE_WAY = regex(
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


_MET = regex(
    r"\b(?:overtaken|overhauled|encountered|outrun|outpaced|outstripped|hailed|ridden\s+out|weathered|endured|"
    r"(?:(?:halts?|stops?|pauses?|calls?|stay|landfall|detours?|pit-stops?|repairs?|changes?)\b[^.;\n]{0,40}?\b(?:was|were|had\s+been)\s+(?:\w+ly\s+)?(?:made|paid|called|allowed|"
    r"taken|permitted|effected)))\b",
    re.IGNORECASE,
)
"""What is done on the way to what is met there: "two lorries were overtaken at X", "a halt was made in X"."""
_LINES = (
    r"(?:(?:mooring\s+|last\s+|stern\s+|bow\s+|anchor\s+)?(?:lines?|ropes?|hawsers?|warps?|cables?|chains?)|moorings?|painter|tethers?|guy-?ropes?|gangways?|gang-?plank|"
    r"anchors?|sails?|mainsail|spinnaker|canvas|chocks?|brakes?|engines?|motors?|propellers?|burners?|hatch(?:es)?|doors?|canopy|"
    r"camp|tents?|dogs|huskies|horses|mules|camels|oxen|sledges?|boats?|canoes?|rafts?|dinghy|balloon|envelope|flag|starting\s+(?:gun|pistol)|"
    r"clocks?|wheels|undercarriage|keel)"
)
_SET_GOING = regex(
    rf"\b{_LINES}\s+(?:(?:was|were|had\s+been|is|are)\s+)(?:\w+ly\s+|at\s+last\s+|finally\s+)?(?:all\s+)?"
    r"(?:cast\s+(?:off|loose|adrift)|slipped|let\s+(?:go|slip)|loosed|loosened|untied|weighed|hove\s+up|hauled\s+(?:up|in|aboard)|raised|hoisted|"
    r"set|pulled\s+(?:away|up|in|aboard|clear)|drawn\s+(?:in|up)|removed|kicked\s+away|released|started(?:\s+up)?|fired(?:\s+up)?|swung|lit|launched|inflated|"
    r"struck|broken|dropped(?=[^.;]{0,40}\bstart\b)|let\s+off|retracted|cut\s+free)\b",
    re.IGNORECASE,
)
"""What is done to a craft, a team or a camp when it starts: "the lines were cast off at X"."""
_SET_AT_REST = regex(
    rf"\b{_LINES}\s+(?:(?:was|were|had\s+been|is|are)\s+)(?:\w+ly\s+|at\s+last\s+|finally\s+)?(?:all\s+)?"
    r"(?:made\s+fast|dropped|let\s+down|lowered|secured|thrown\s+(?:ashore|out)|taken\s+ashore|cut(?!\s+free)|switched\s+off|shut\s+(?:down|off)|stopped|silenced|furled|"
    r"taken\s+(?:down|in)|stowed|beached|hauled\s+(?:ashore|out)|pulled\s+ashore|tied\s+up|moored|deflated|chained\s+up)\b",
    re.IGNORECASE,
)
"""What is done to them when they have arrived: "the engine was switched off in X"."""
_OFF_COAST = regex(r"\banchors?\b[^.;]*?\soff\s+(?:the\s+)?\Z")
_HAD_THEM = regex(r"\s+(?:had|has)\s+(?:him|her|them|me|us)\s+(?:back\s+|again\s+)?(?:by|at|before|for|until|within)\b")


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
    if _AGENT.search(text, clause.start, clause.end):
        return None
    under_way = _is_under_way(clause, earlier)
    crewed = _crewed(text, clause, top) if under_way or _is_told_of(clause, earlier) else None
    if crewed is not None or not under_way:
        return crewed
    return (_reached(text, clause, top) if opens else None) or _done(text, clause, top)


def _crewed(text: str, clause: Clause, top: "Toponym") -> "tuple[Event, Verb] | None":
    """Start or end told by what was done to a craft or a team."""
    off = _OFF_COAST.search(text, clause.start, top.mention.start) is not None
    if any(verb.doubtful for verb in clause.verbs) or not (off or is_at(text, clause, top)):
        return None
    for pattern, event in ((_SET_GOING, Event.DEPART), (_SET_AT_REST, Event.ARRIVE)):
        found = pattern.search(text, clause.start, clause.end)
        if found is not None:
            return event, next(
                (one for one in clause.verbs if found.start() <= one.start < found.end()), clause.verbs[0]
            )
    return None


def _is_told_of(clause: Clause, earlier: "Sequence[Clause]") -> bool:
    """Whether the sentence before, or the clause before in the same one, told of the traveller."""
    return any(
        clause.sentence - one.sentence <= 1
        and not one.quoted
        and (one.subject in {Subject.TRAVELLER, Subject.VEHICLE} or one.object_is_traveller)
        for one in earlier
    )


def _reached(text: str, clause: Clause, top: "Toponym") -> "tuple[Event, Verb] | None":
    found = _REACHED.match(text, top.mention.end, clause.end)
    verb = None if found is None else next((one for one in clause.verbs if one.start == found.start("verb")), None)
    if verb is None or verb.doubtful:
        return None
    return (Event.ARRIVE if verb.form in _ARRIVES else Event.AT), verb


def _done(text: str, clause: Clause, top: "Toponym") -> "tuple[Event, Verb] | None":
    found = _DONE_ON_THE_WAY.search(text, clause.start, clause.end) or _MET.search(text, clause.start, clause.end)
    found = found or _handled().match(text, clause.start, clause.end)
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
