"""Presence told by a landing about to be made: "as he was turning to land on the black sand of X"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.geoparsing.toponyms import Toponym

_WAS = r"(?:was|were|had\s+been)\s+(?:(?:just|already|still|now|\w+ly)\s+)?"
_DONE = (
    r"(?:turned|came\s+(?:in|round|down|low)|swung\s+(?:in|round|back)|circled|wheeled|banked|lined\s+up|glided\s+(?:in|down)|dropped|"
    r"descended|went\s+(?:in|round)|swept\s+(?:in|round)|slowed|throttled\s+back|levelled\s+out|nosed\s+down|turned\s+(?:back|in|round)|"
    r"side-?slipped|swooped|headed\s+in|steered\s+in)"
)
_DOING = (
    r"(?:turning|coming\s+(?:in|round|down|low)|swinging\s+(?:in|round|back)|circling|wheeling|banking|lining\s+up|gliding\s+(?:in|down)|"
    r"dropping|descending|going\s+(?:in|round)|sweeping\s+(?:in|round)|slowing|throttling\s+back|levelling\s+out|nosing\s+down|"
    r"getting\s+ready|preparing|manoeuvring|maneuvering|about|trying|attempting|struggling|waiting|queu(?:e)?ing)"
)
_LAND = (
    r"(?:land|touch\s+down|alight|put\s+down|set\s+down|come\s+down|dock|berth|tie\s+up|make\s+fast|moor|drop\s+anchor|anchor|"
    r"go\s+alongside|come\s+alongside|step\s+ashore|go\s+ashore|pull\s+in|pull\s+up)"
)
_LANDING = regex(
    rf"\b(?:(?:{_WAS}{_DOING}|{_DONE})\s+to\s+(?:\w+ly\s+)?{_LAND}\s+(?:\w+ly\s+)?(?:in|on|at|near|off|by|beside|outside)|"
    rf"{_WAS}(?:landing|touching\s+down|docking|berthing|tying\s+up|making\s+fast)\s+(?:in|on|at|off|near))\s+(?:[^.;:,!?]*\s)?\Z",
    re.IGNORECASE,
)
"""What is told of somebody who is over, or off, the place where they mean to come down."""
_FAR = regex(r"\b(?:not|never|would|could|might|permission|leave|hoped|wanted|from|ready\s+in)\b", re.IGNORECASE)


def about_to_land_event(text: str, clause: Clause, top: "Toponym") -> Event | None:
    """Presence at a place where somebody, or what they ride, is about to come down; None for anything else."""
    if clause.quoted or clause.subject not in {Subject.TRAVELLER, Subject.VEHICLE}:
        return None
    found = _LANDING.search(text, clause.start, top.mention.start)
    return Event.AT if found and _FAR.search(text, clause.start, top.mention.start) is None else None
