"""Place names that are no likely stop whatever stands about them: where others were, or whose clock is meant."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import MINE
from wayproof.story.persons.members import Part
from wayproof.story.vocabulary.motion import MOVING, Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.deeds import Clause, Deed

_CLOCK_OF = regex(r"\bby\s+(?:the\s+)?(?:clocks?|time|hours?|reckoning)\s+of\s+(?:the\s+)?\Z", re.IGNORECASE)
"""What makes a name that of a clock: "by the clocks of Tokyo he left at nine"."""
_TIME = regex(r"\s+(?:local\s+|standard\s+|summer\s+)?time\b")
"""What makes a name that of a clock: "at 1:57 p.m., Tokyo time"."""
_TOGETHER = regex(
    r"\b(?:with|beside|alongside|and|accompanied|joined|followed|met|took|brought|drove|carried|saw|found|helped|gave|sold)\s+"
    r"(?:him|her|them|by)\b|\b(?:together|both|all\s+(?:two|three|four|of\s+them))\b",
    re.IGNORECASE,
)
"""Words by which somebody else's stop is the traveller's, too."""
_THEIR_TOWN = regex(
    r"\W*(?:(?:and|but|yet|so|meanwhile|since|then)\s+)?(?:an?|the|one|two|three|some|several|his|her|its|their)\s+(?:[\w\u2019'-]+\s+){1,4}?"
    r"(?:in|at|of|near|outside)\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""A subject up to the name of its town, from the head of its clause: "The advertising council in X"."""
_HAS_SINCE = regex(
    r",?\s+(?:has|have)\s+(?:(?:now|since|already|just|so\s+far|meanwhile|also|\w+ly|not|never|yet)\s+)*"
    r"(?:[a-z]+ed|seen|shown|written|taken|given|told|said|heard|sold|kept|held|sent|made|put|read|found|begun|known|drawn|lost|paid|bought|"
    r"brought|thought|been)\b"
)
"""What those in a town have done until the day of telling: "has now watched it"."""
_KEPT_BY = regex(
    r"\b(?:kept|held|owned|saved|collected|supplied|lent|printed|published|quoted|copied|made|taken|preserved|archived)\s+by\s+(?:an?|the|one|some)\s+"
    r"(?:[\w-]+\s+){1,3}?(?:in|at|of|from|near)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""Who has something in their own town: "copies kept by a subscriber in X"."""
_WHO_ALWAYS = regex(
    r"\bwho\s+(?:\w+ly\s+|now\s+|still\s+|also\s+)?(?!was\b|has\b)[a-z]+s\s+[^.;]{0,60}?(?:in|at|near|outside|on)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""What somebody does at all times: "a sergeant who commands the post on the road, at X"."""
_OWN_WAY = MOVING - {Motion.CARRY} | {Motion.STAY}


def is_of_clock(text: str, start: int, end: int, *, beside: bool) -> bool:
    """Whether the name in ``text[start:end]`` only tells by whose clock an hour is told: "at nine, Minsk time".

    `beside` tells whether its clause tells a stop elsewhere: "by the clocks of X he left Y", but "by the clocks of X
    the aircraft ran off the end of the runway".
    """
    if beside and _CLOCK_OF.search(text, max(0, start - 40), start) is not None:
        return True
    return _TIME.match(text, end) is not None


def is_others_stop(text: str, deed: "Deed", clause: "Clause", top: "Toponym") -> bool:
    """Whether somebody else, who goes their own way, was at a place: "Her rival came by bus, with hours at X".

    Parameters
    ----------
    text
        The story.
    deed, clause
        The clause in which the place stands, as told and as the traveller sees it.
    top
        The place.
    """
    if deed.actor.part is not Part.PERSON or deed.actor.doubt is not None:
        return False
    before = [verb for verb in clause.verbs if verb.end <= top.mention.start]
    if not any(
        _OWN_WAY & set(verb.motions) and not (verb.passive or verb.doubtful or verb.infinitive) for verb in before
    ):
        return False
    return not clause.object_is_traveller and _TOGETHER.search(text, clause.start, clause.end) is None


def is_others_town(text: str, clause: "Clause", top: "Toponym") -> bool:
    """Whether a name only tells where others are at home who have to do with it: "a council in X has watched it"."""
    if clause.subject in MINE or clause.object_is_traveller or clause.quoted:
        return False
    start, end = top.mention.start, top.mention.end
    if _KEPT_BY.search(text, clause.start, start) or _WHO_ALWAYS.search(text, clause.start, start):
        return True
    return _THEIR_TOWN.fullmatch(text, clause.start, start) is not None and _HAS_SINCE.match(text, end) is not None
