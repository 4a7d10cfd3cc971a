"""Where a vehicle that nobody is told to ride stopped, and somebody got out of it."""

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.grammar.verbs import Verb
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.motion import MOVING, VEHICLES, Motion
from wayproof.story.vocabulary.regexes import regex

_GOT_OUT = regex(
    r"\b(?:climb(?:ed|s)|clambered|got|gets|stepp?(?:ed|s)|jumped|hopped|scrambled|stumbled|tumbled|crawled|swung|was\s+helped|were\s+helped|was\s+"
    r"lifted)\s+(?:himself\s+|herself\s+)?(?:out|down|off)\b(?!\s+of\s+(?:bed|the\s+(?:bath|water|sea)))|\b(?:alight(?:ed|s)|dismounted|emerged)\b"
)
_STOPS = frozenset(
    {
        "pulled up",
        "pulled up outside",
        "drew up",
        "drew in",
        "drew into",
        "pulled into",
        "pulled in",
        "rolled into",
        "rolled up",
    }
    | {"rolled to a halt", "swept into", "touched down", "docked", "berthed", "tied up", "landed", "stopped", "halted"}
    | {"turned", "came", "arrived", "drove", "parked", "drove into"}
)
_OF_WHEELS = frozenset(
    {"pulled up", "pulled up outside", "drew up", "pulled into", "rolled up", "rolled to a halt", "parked"}
)
_NAMED = regex(r"\b(?i:an?|the|his|her|their|its|another|one)\s+(?:[\w-]+\s+){0,3}[A-Z][\w-]+")


def alight_event(text: str, clause: Clause, after: Clause | None, verb: Verb | None, relation: str) -> Event | None:
    """The arrival of who gets out: "a yellow Peugeot turned into a yard in X, and the bridegroom climbed out".

    Parameters
    ----------
    text, clause, after
        The story, a clause about a vehicle, and the clause told next.
    verb, relation
        The verb that governs a place name of the clause, and how the name stands to it.
    """
    if verb is None or after is None or clause.subject is Subject.TRAVELLER or verb.doubtful or verb.infinitive:
        return None
    mine = after.subject is Subject.TRAVELLER and after.sentence - clause.sentence <= 1 and not after.quoted
    got_out = mine and bool(after.verbs) and not any(one.doubtful for one in after.verbs[:1])
    if not got_out or _GOT_OUT.search(text, after.start, after.end) is None or verb.form not in _STOPS:
        return None
    told = text[clause.start : verb.start]
    vehicle = VEHICLES.search(told) or verb.form in _OF_WHEELS or _NAMED.search(told)
    reaches = verb.motion in MOVING | {Motion.STAY, Motion.SEEN} and relation in {"to", "at", "object"}
    return Event.ARRIVE if vehicle and reaches else None
