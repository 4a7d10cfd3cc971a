"""Places that stand where the traveller would: "Split kept her for a week", "Guam came first, then Wake".

The place is the subject, and what it does to the traveller, or its turn in a row of stops, tells that the traveller was
there: it held, welcomed or cost somebody hours; it "came next"; it was "reached that afternoon".
"""

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.grammar.deeds import MINE, Clause
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.sightings import Sighting
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

SENTENCES = 2
"""Sentences after one about the traveller within which a row of places is one of stops."""
_OPENING = regex(
    r"\W*(?:(?:and|but|then|next|so|finally|there|while|after\s+that|in\s+the\s+end|on|at|by|in|the)\b\W*)*",
    re.IGNORECASE,
)
"""What may stand before a place that is the subject of its clause."""
_ASIDE = r"\s*(?:,[^,;.()]{0,80},\s*)?(?:\w+ly\s+|also\s+|then\s+|each\s+|both\s+|all\s+)?"
_WHOM = r"(?:him|her|them|me|us|(?:[A-Z][\w\u2019'-]*\s?){1,4}|(?:the|its)\s+(?:[\w-]+\s+){0,2}?[\w-]+)"
_FESTIVE = (
    r"(?:welcome|reception|band|keys|freedom|salute|parade|ovation|cheers?|banquet|dinner|feast|supper|lunch|breakfast|bed|bunk|berth|roof|floor|barn|meal|garlands?|wreath|"
    r"flowers|bouquet|fireworks|procession|anthem|serenade|party|ball|toast|guard\s+of\s+honour|hero['\u2019]s|shelter|send-off|greeting|crowd)"
)
_GIVES_COMER = (
    rf"(?:(?:has\s+|had\s+)?(?:gave|given|gives|offered|laid\s+on|put\s+on|staged|held|prepared|threw|showed)\s+(?:{_WHOM}\s+)?(?:an?\s+|the\s+|its\s+)?"
    rf"(?-i:[\w\u2019'-]+\s+){{0,6}}?{_FESTIVE}\b|(?:turned\s+out|came\s+out|was\s+out|lined\s+(?:its|the)\s+\w+|hung\s+out\s+\w+|"
    rf"rang\s+its\s+bells|decked\s+itself\s+out|stayed\s+up|waited\s+up)\s+(?:in\s+\w+\s+)?(?:for|to\s+(?:meet|greet|welcome|cheer|see|receive))\s+{_WHOM}|"
    rf"(?:put|shipped|packed|loaded|saw)\s+(?:him|her|them|me|us)\s+(?:off\s+)?(?:in|on|aboard|into|onto|on\s+to)\s+(?:an?|the|one\s+of)\s|"
    rf"(?:welcomed|greeted|received|f[eê]ted|cheered|carried|mobbed|garlanded|honoured)\s+{_WHOM})"
)
"""What a place does for who comes: "gave a band and its keys to X", "turned out to meet X"."""
_SIGHTED = regex(
    r"\s+(?:at\s+last\s+|finally\s+|then\s+|\w+ly\s+)?(?:came|comes|rose|rises|appeared|appears|loomed|looms|hove|lay|lies|showed|swam|crept|"
    r"climbed|lifted|stood)\s+(?:up\s+|slowly\s+|out\s+|at\s+last\s+)?(?:over\s+(?:the|her|his)\s+(?:\w+\s+)?(?:bows?|horizon|prow)|"
    r"(?:in|into)\s+(?:view|sight)|(?:dead\s+|straight\s+|fine\s+)?ahead|abeam|out\s+of\s+the\s+(?:\w+\s+)?(?:haze|mist|fog|sea|dawn|dark|rain|spray|"
    r"water)|(?:on|above)\s+the\s+horizon|under\s+the\s+(?:\w+\s+)?(?:wings?|nose|bows?)|(?:off|on|to)\s+the\s+(?:port|starboard)\s+(?:bow|side|hand)|"
    r"alongside)\b",
    re.IGNORECASE,
)
"""How a landfall is told: "X came up over the bow"."""
_LANDS = frozenset({Kind.CITY, Kind.ISLAND, Kind.PORT})
_HOLDS = regex(
    _ASIDE + rf"(?:{_GIVES_COMER}|"
    r"(?:(?:has\s+|had\s+)?(?:gave|given|gives)\s+(?:[\w-]+\s+){1,5}?(?:welcome|reception|send-off|greeting)\b|"
    r"(?:kept|keeps|held|holds|detained|delayed|stopped|trapped|welcomed|welcomes|greeted|greets|received|"
    r"receives|f[eê]ted|cheered|fed|sheltered|housed|detains|robbed|cured|exhausted)\s+(?:him|her|them|me|us)\b|"
    r"(?:had|has)\s+(?:him|her|them|me|us)\s*(?:$|[.,;]|(?:by|at|before|for|on|until|till|all|again|to)\b)|"
    r"(?:gave|gives|offered|cost|costs|lost|spared)\s+(?:him|her|them|me|us)\s+(?:\w+\s+){0,4}(?:welcome|reception|shelter|bed|meal|"
    r"send-off|greeting|hours?|days?|nights?|weeks?|afternoon|morning|evening)\b))",
    re.IGNORECASE,
)
"""What a place does to who is there."""
_REACHED = regex(
    r"\s*,\s+(?:(?:finally|duly|just|only|once|safely)\s+)?(?P<verb>reached|entered|gained|attained|sighted|passed|left|departed|quitted)\b",
    re.IGNORECASE,
)
"""What was done to a place, behind it: "Bermuda, reached that afternoon"."""
_TURN = regex(
    r"\s+(?!is\s+next\b)(?:came|was|followed|comes|is|had\s+been)\s+(?:the\s+)?(?:first|next|last|then|second|third|fourth|after\s+that|soon\s+after|"
    r"afterwards|later|stop|landfall)\b|\s+(?:had\s+)?followed(?=\s*[,.;]|\s*$|\s+(?:on|at|by|in|after|each|one)\b)|\s+(?:all\s+|each\s+)?(?:"
    r"(?:went|slid|slipped|rolled|drifted|crept|flew|flashed|passed|glided|dropped|fell|trailed|were|was|lay)\s+(?:by|past|behind|astern|away)\b|"
    r"came\s+and\s+went\b)",
    re.IGNORECASE,
)
"""The turn of a place in a row of stops."""
_CHAINED = regex(
    r"(?:\s*\([^()]{0,60}\))?(?:\s*,\s*(?:then|next)\s+\w+)?[\s,;]*(?:and\s+)?(?:then|next|after\s+that|finally|lastly|last|and)\s*,?\s+(?:came\s+|on\s+to\s+|to\s+)?"
    r"(?:the\s+)?(?:\w+\s+)?",
    re.IGNORECASE,
)
"""What joins the next place of such a row."""
_LEFT = frozenset({"left", "departed", "quitted"})
_COMMA = regex(r"\s*,\s*(?:and\s+)?|\s+and\s+")
"""What stands between two places that share what is told of them: "X, Y and Z followed"."""
_SO_LONG = regex(
    r"\s+(?:another\s+|only\s+|some\s+|nearly\s+|about\s+)?(?:an?|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)\s+(?:more\s+)?"
    r"(?:hours?|days?|nights?|weeks?|months?|minutes)\b",
    re.IGNORECASE,
)
"""What stands behind the next place of a row in which each took its time: "X gave him a week, Y three days"."""


def with_place_subjects(
    timeless: str, clauses: "Sequence[Clause]", toponyms: "Sequence[Toponym]", told: "Sequence[Sighting]"
) -> tuple[Sighting, ...]:
    """The sightings with those of places that are subjects.

    Parameters
    ----------
    timeless
        The story with its times blotted out by spaces.
    clauses, toponyms
        Its clauses as the traveller sees them, and its place names, both in text order.
    told
        The sightings read so far, in text order.
    """
    starts = [clause.start for clause in clauses]
    stops = {one.toponym.mention.start for one in told}
    mine = [index for index, clause in enumerate(clauses) if clause.subject in MINE or clause.object_is_traveller]
    added: list[Sighting] = []
    rows = _rows(timeless, toponyms)
    row = -1  # where the last place of a row, with its turn, ends
    for top in toponyms:
        index = bisect_right(starts, top.mention.start) - 1
        if index < 0 or not _can_be_stop(top) or top.mention.start in stops:
            continue
        clause = clauses[index]
        linked = row >= 0 and _CHAINED.fullmatch(timeless, row, top.mention.start) is not None
        near = _told_before(clauses, mine, index)
        event, verb = _read(timeless, clauses, index, top, rows.get(top.mention.start, (top, top)), near=near)
        linked = linked or _is_gapped(timeless, added, top)
        if event is None and linked and added and added[-1].clause.sentence == clause.sentence:
            event, verb = added[-1].event, added[-1].verb
        if event is not None and verb is not None:
            added.append(Sighting(top, event, clause, verb, "at"))
            turn = _TURN.match(timeless, top.mention.end, clause.end)
            row = turn.end() if turn is not None else top.mention.end if linked else -1
    return tuple(sorted((*told, *added), key=lambda one: one.toponym.mention.start)) if added else tuple(told)


def _can_be_stop(top: "Toponym") -> bool:
    """Whether a name stands for a place that can hold somebody: a country that "welcomed him" is its government."""
    return top.mention.kind is MentionKind.PLACE and top.place is not None and top.place.kind not in _GOVERNMENTS


_GOVERNMENTS = frozenset({Kind.ADMIN1, Kind.ADMIN2})
SMALL_KM = 60.0
"""A country that reaches no farther is an island or a city, and can be a stop."""


def _told_before(clauses: "Sequence[Clause]", mine: "Sequence[int]", index: int) -> bool:
    """Whether the story told of the traveller right before."""
    at = bisect_right(mine, index - 1) - 1
    return at >= 0 and clauses[index].sentence - clauses[mine[at]].sentence <= SENTENCES


def _rows(timeless: str, toponyms: "Sequence[Toponym]") -> "dict[int, tuple[Toponym, Toponym]]":
    """For every place of a row, by where it begins, the first and the last of the row."""
    found: dict[int, tuple[Toponym, Toponym]] = {}
    members: list[Toponym] = []
    for top in (*toponyms, None):
        if top is not None and members and _COMMA.fullmatch(timeless, members[-1].mention.end, top.mention.start):
            members.append(top)
            continue
        if len(members) > 1:
            found.update({one.mention.start: (members[0], members[-1]) for one in members})
        members = [top] if top is not None else []
    return found


def _is_gapped(timeless: str, added: "Sequence[Sighting]", top: "Toponym") -> bool:
    """Whether a place took its time as the one before it did, without a verb of its own."""
    if not added or _SO_LONG.match(timeless, top.mention.end) is None:
        return False
    between = timeless[added[-1].toponym.mention.end : top.mention.start]
    return len(between) < LONGEST_GAP and re.search(r",\s+(?:and\s+)?\Z|\band\s+\Z", between) is not None


LONGEST_GAP = 60
"""Characters of what the first place of such a row gave."""


def _read(
    timeless: str,
    clauses: "Sequence[Clause]",
    index: int,
    top: "Toponym",
    row: "tuple[Toponym, Toponym]",
    *,
    near: bool,
) -> "tuple[Event | None, Verb | None]":
    clause = clauses[index]
    start, end = row[0].mention.start, row[1].mention.end
    after = [verb for verb in clause.verbs if verb.start >= end and not verb.doubtful]
    opens = _OPENING.fullmatch(timeless, clause.start, start) is not None
    place = top.place
    large = place is not None and place.kind is Kind.COUNTRY and place.extent_km > SMALL_KM
    if not opens or not after or clause.subject in MINE or large:
        return None, None
    following = clauses[index + 1] if index + 1 < len(clauses) else None
    done = _REACHED.match(timeless, end, clause.end)
    if done is not None and (near or (following is not None and following.object_is_traveller)):
        return (Event.DEPART if done["verb"].casefold() in _LEFT else Event.ARRIVE), after[0]
    if clause.object_is_traveller and _HOLDS.match(timeless, end, clause.end):
        return Event.AT, after[0]
    landfall = near and place is not None and place.kind in _LANDS
    if landfall and _SIGHTED.match(timeless, end, clause.end):
        return Event.ARRIVE, after[0]
    if near and _TURN.match(timeless, end, clause.end) and after[0].motion is not Motion.PLAN:
        return Event.AT, after[0]
    return None, None
