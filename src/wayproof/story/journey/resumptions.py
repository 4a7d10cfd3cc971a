"""Departures told without a place: who "was in the air again at seven" or "drove on at noon" left where they were."""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.grammar.deeds import MINE, Clause
from wayproof.story.grammar.verb_moods import is_counted_from
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.destinations import stop_at
from wayproof.story.journey.sightings import Sighting
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import MOVING, Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

SENTENCES = 2
"""Sentences after a stop within which going on is going on from it."""
TOWN_KM = 60.0
"""What reaches farther is no place that one leaves at an hour."""
_ALOFT = regex(
    r"\s+(?:(?:soon|already|safely|once\s+more|again)\s+)?(?:back\s+)?(?:in\s+the\s+air|airborne|aloft|on\s+the\s+(?:road|move|march|water|"
    r"wing|trail|rails)|under\s+way|underway|in\s+the\s+saddle|out\s+at\s+sea|on\s+(?:his|her|their|its|my|our)\s+way|"
    r"(?:off|away)(?=\s+again|\s*[,.;]|\s*$|\s{2,}))(?P<again>\s+again|\s+once\s+more)?",
    re.IGNORECASE,
)
"""How somebody is who has set out again."""
_ALONE = regex(
    r"\s*(?:(?P<again>again|once\s+more|from\s+(?:the\s+same|that|this)\s+\w+)|(?:(?:alone|safely|quietly|unseen|refuell?ed|eastwards?|westwards?|northwards?|southwards?|east|"
    r"west|north|south)\b))?\s*(?:$|[,.;)]|and\b)"
)
"""What may follow a verb of leaving that names no place."""
_OUT_OF_TOWN = regex(
    r"\s+(?:(?:straight|quietly|slowly|alone|safely|on\s+foot|[a-z]+ly)\s+)?(?:(?:back\s+)?out\s+of|away\s+from|clear\s+of)\s+(?:the\s+|its\s+)?(?:[a-z]+\s+)?"
    r"(?:towns?|city|village|ports?|harbou?r|suburbs|outskirts|airport|aerodrome|airfield|base|station|terminal|depot|bay|roads|settlement|"
    r"place|camp|docks?|basin|capital|oasis|resort|lagoon|creek|town\s+limits)\b(?!\s+(?:hall|council|park|square|clothes|centre|center))",
    re.IGNORECASE,
)
"""What stands behind a verb of going for leaving the place told last: "drove out of town at five"."""
_LEFT_TOWN = regex(
    r"\s+(?:(?:town|port|camp|harbou?r|home\s+waters)|the\s+(?:town|city|village|port|harbou?r|airport|airfield|station|place|settlement|outskirts|suburbs|"
    r"last\s+houses|roads|bay|camp|capital|dock|quay|anchorage|terminal))(?:\s+behind(?:\s+(?:him|her|them))?)?\b(?!\s+(?:hall|council|of|for|with|master|clerk|manager|guard|cat|an?|the|his|her|in|at)\b)",
    re.IGNORECASE,
)
"""The same as the object of a verb of leaving."""
_GOES_ON = regex(
    r"(?:flew|drove|walked|sailed|rode|moved|travell?ed|pedalled|cycled|steamed|marched|pressed|pushed|went)\s+on"
)


def with_resumptions(
    texts: tuple[str, str], clauses: "Sequence[Clause]", toponyms: "Sequence[Toponym]", told: "Sequence[Sighting]"
) -> tuple[Sighting, ...]:
    """The sightings with departures from where the traveller was told to be last.

    Parameters
    ----------
    texts
        The story, and the story with its times blotted out by spaces.
    clauses, toponyms
        Its clauses as the traveller sees them, and its place names, both in text order.
    told
        The sightings of places that are named, in text order.
    """
    named = [top.mention.start for top in toponyms if top.mention.kind is MentionKind.PLACE]
    by_clause: dict[int, list[Sighting]] = {}
    for one in told:
        by_clause.setdefault(one.clause.start, []).append(one)
    found: list[Sighting] = []
    last: Sighting | None = None
    for clause in clauses:
        here = by_clause.get(clause.start, [])
        bare = bisect_left(named, clause.start) == bisect_left(named, clause.end)
        if not here and bare and last is not None and _is_near(last, clause):
            verb = _leaving(texts, clause)
            here = [stop_at(texts[0], last.toponym, Event.DEPART, clause, verb)] if verb is not None else []
        found += here
        last = here[-1] if here else last
    return tuple(found)


def _is_near(last: Sighting, clause: Clause) -> bool:
    place = last.toponym.place
    town = place is not None and place.extent_km <= TOWN_KM
    near = clause.sentence - last.clause.sentence <= SENTENCES and clause.paragraph == last.clause.paragraph
    return town and near and last.event is not Event.DEPART and clause.subject in MINE


def _leaving(texts: tuple[str, str], clause: Clause) -> "Verb | None":
    """The verb by which a clause without a place tells that somebody set out."""
    text, timeless = texts
    dated = text[clause.start : clause.end] != timeless[clause.start : clause.end]
    for verb in clause.verbs:
        if verb.doubtful or verb.infinitive or verb.perfect or verb.passive:
            continue
        if is_counted_from(text, verb.start):
            continue
        up = _ALOFT.match(timeless, verb.end, clause.end) if verb.motions[0] is Motion.STAY else None
        if up is not None and (dated or up["again"]):
            return verb
        out = _OUT_OF_TOWN.match(timeless, verb.end, clause.end) if MOVING & set(verb.motions) else None
        out = out or (_LEFT_TOWN.match(timeless, verb.end, clause.end) if verb.motions[0] is Motion.LEAVE else None)
        if out is not None and dated:
            return verb
        alone = _ALONE.match(timeless, verb.end, clause.end)
        if alone is None:
            continue
        aloft = verb.motions[0] is Motion.START and verb.form.startswith(("was ", "were "))  # "was in the air"
        if (aloft or verb.form in journey_words("goes_away")) and (dated or alone["again"]):
            return verb
        if _GOES_ON.fullmatch(verb.form) and dated:
            return verb
    return None
