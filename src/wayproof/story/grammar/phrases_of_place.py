"""What a phrase tells of a place whatever its verb: "was out of X by nine", "saw the lights of X"."""

import re

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.grammar.verbs import Verb
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.regexes import regex

_WAS = frozenset({"was", "were", "is", "are", "been", "got", "gets", "be"})
_EARLY = r"(?:(?:\w+ly|already|well|safely|long|soon|at\s+last|by\s+then|all|both|miles|once\s+more|again|now)\s+)*"
_GONE = regex(
    rf"\s*{_EARLY}(?:(?:clear|free)\s+of|out\s+of|(?:away|gone|off)\s+from|on\s+the\s+(?:road|highway|motorway|water|move|march|river|"
    r"sea|wing|trail)\s+(?:from|out\s+of)|on\s+(?:his|her|their|its|my|our)\s+way\s+(?:from|out\s+of)|under\s+way\s+from|underway\s+from|"
    r"aboard\s+(?:the|a)\s+[\w -]{1,24}\s+from|en\s+route\s+from|aloft\s+from)\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""How somebody stands to a place that they have left by then."""
_UP_BEFORE = regex(
    rf"\s*{_EARLY}(?:up\s+|back\s+)?(?:before|in\s+front\s+of)\s+(?:an?|the|its|his|her|three|two)\s+(?:[\w\u2019'-]+\s+){{0,3}}?(?:judges?|magistrates?|"
    r"courts?|bench|tribunal|jury|coroner|board|committee|commission|panel|examiners?|recorder|registrar|consul|altar|priest|crowd|audience)\s+"
    r"(?:in|at|of|near|outside)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_SIGHT = regex(
    r"\s+(?:\w+ly\s+|again\s+|already\s+)?(?:the\s+|its\s+)?(?:first\s+|dim\s+|low\s+|distant\s+|flat\s+|red\s+|white\s+)?(?:lights?|lamps|coast|coastline|shores?|roofs?|"
    r"smoke|chimneys|spires?|steeples?|towers?|domes?|cliffs|beacons?|lighthouse|minarets?|walls|outline|first\s+houses|harbour|runway|beaches|skyline)\s+of\s+"
    r"(?:the\s+)?",
    re.IGNORECASE,
)
_SEES = frozenset(
    {"saw", "sees", "sighted", "sights", "raised", "made out", "picked up", "spotted", "glimpsed", "made", "passed"}
)
_IN_VIEW = regex(
    r"\s+(?:in\s+(?:sight|view)|ahead|abeam|below|beneath\s+(?:him|her|them)|under\s+(?:him|her|them|the\s+wing))\b"
)
_FROM_AFAR = regex(
    r"[^.;:!?]{0,40}?\b(?:from\s+(?:the|his|her|their|an?)\b|from\s+[A-Z]|in\s+the\s+distance|on\s+the\s+(?:horizon|screen|map)|far\s+(?:off|away)|across\s+the|"
    r"through\s+(?:a|the|his|her)\s+(?:telescope|glass|binoculars)|on\s+(?:television|film))"
)
_BELL = regex(
    r"\s+(?:at\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){0,2}?(?:doors?|gate|house|bell)|(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){0,2}?(?:door-?)?bells?|"
    r"the\s+(?:changes|curtain)|down\s+the\s+curtain|up\s+(?:\u00a3|\$|a\s+sale))\b"
)
_TICKET = regex(r"\s+(?:(?!(?:for|to|from)\b)[\w\u2019'-]+\s+){0,6}?(?:in|at|on)\s+(?:the\s+)?\Z")
_MASS = frozenset({"said", "says", "sang", "heard", "spoke", "told", "recited"})
_SERVICE = regex(
    r"\s+(?:an?\s+|the\s+|his\s+|her\s+|their\s+)?(?:(?:early|high|low|solemn|first|last|morning|evening|requiem)\s+)?(?:mass|vespers|prayers|grace|rosary|confessions?|kaddish|"
    r"evensong|matins|a\s+few\s+words|poems?|verses|fortunes|beads)\b"
)


_BY_THEN = regex(
    r"\s*(?:,\s+)?(?:again\s+|once\s+more\s+)?(?:by|before|at|within|inside|soon|early|late|shortly|after|around|about|towards|just|on|that|the\s+same|the\s+next|in\s+"
    r"(?:an?|under|less|half|the\s+early|two|ten|twenty)|with|\d)\b|\s*\Z"
)
"""What behind the place makes the phrase one of leaving, not of absence."""


def phrase_event(text: str, clause: Clause, verb: Verb, said: tuple[str, str], after: int) -> Event | None:
    """What a phrase tells of the traveller at a place, where its verb alone would not.

    Parameters
    ----------
    text, clause, verb
        The story, the clause of the place and the verb that governs it.
    said
        The relation of the place to it, and the words in between.
    after
        Offset at which the name of the place ends.
    """
    if clause.subject in {Subject.OTHER, Subject.UNCLEAR} or clause.quoted or verb.end > after or verb.passive:
        return None
    relation, between = said
    if verb.form in _WAS and _GONE.fullmatch(between):
        return Event.DEPART if _BY_THEN.match(text, after, clause.end) else None
    if clause.subject is Subject.TRAVELLER and verb.form in journey_words("on_the_way"):
        ends = _way_spent(text, relation, verb.end, after)
        if ends is not None:
            return ends
    seen = _is_seen(text, verb, between, after) and _FROM_AFAR.match(text, after, clause.end) is None
    told = seen or (clause.subject is Subject.TRAVELLER and _is_done_there(text, verb, relation, between))
    return Event.AT if told else None


def _is_seen(text: str, verb: Verb, between: str, after: int) -> bool:
    """Whether a place comes in sight."""
    if verb.form in {"had", "has"}:
        return not between.strip() and _IN_VIEW.match(text, after) is not None
    bare = verb.form in {"sighted", "sights"} and not between.strip()
    return verb.form in _SEES and (bare or _SIGHT.fullmatch(between) is not None)


def _is_done_there(text: str, verb: Verb, relation: str, between: str) -> bool:
    """Whether the words between verb and place tell of something that is done on the spot."""
    if verb.form in _WAS:
        return _UP_BEFORE.fullmatch(between) is not None
    bell = verb.form in {"rang", "rings"} and _BELL.match(text, verb.end) is not None
    ticket = verb.form.startswith("bought a ticket") and _TICKET.fullmatch(between) is not None
    mass = verb.form in _MASS and _SERVICE.match(text, verb.end) is not None
    return relation == "at" and (bell or ticket or mass)


_TO_END = regex(r"\s+(?:all\s+the\s+way\s+|right\s+through\s+)?(?:to|as\s+far\s+as|until)\s+(?:the\s+)?[A-Z]")
_FROM_START = regex(r"[^,;.]*\bfrom\s+(?:the\s+)?[A-Z][^,;.]{1,60}?\s(?:to|as\s+far\s+as)\s+(?:the\s+)?[A-Z][^,;.]*")


def _way_spent(text: str, relation: str, start: int, after: int) -> Event | None:
    """Start and end of a way told by what was done on it: "slept from X to Y", "cooked for them from X to Y"."""
    if relation == "from":
        return Event.DEPART if _TO_END.match(text, after) else None
    return Event.ARRIVE if relation == "to" and _FROM_START.fullmatch(text, start, after) else None
