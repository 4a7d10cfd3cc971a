"""Bases and airfields called by their short name: "Clark, the big air base to the north", "the naval station at Rota".

The gazetteer has them under their full names, and towns elsewhere under the short one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.bearers import Bearer
from wayproof.story.text.letters import ignoring_case
from wayproof.story.vocabulary.lexicon import support
from wayproof.world.gazetteer_names import normalise
from wayproof.world.places import AIRPORT, LANDMARK

if TYPE_CHECKING:
    from wayproof.story.geoparsing.bearers import NameGroup
    from wayproof.story.geoparsing.mentions import Mention
    from wayproof.story.geoparsing.names import Names

_BASE = (
    r"(?:(?:air|naval|navy|army|military|bomber|fighter|submarine|missile|space|flying[\s-]boat|seaplane|marine)\s+(?:force\s+)?"
    r"(?:air\s+)?(?:base|station|fields?)|airbase)"
)
_FIELD = rf"(?:{_BASE}|air(?:field|drome)|aerodrome|airport)"
_BEHIND = re.compile(
    rf"\s*(?:,|\(|\u2014|\u2013)\s*(?:the|an?|that)\s+(?:[\w'\u2019-]+\s+){{0,4}}?{_FIELD}\b", re.IGNORECASE
)
_BEFORE = re.compile(
    rf"\b(?:the|an?|his|her|their)\s+(?:[\w'\u2019-]+\s+){{0,3}}?{_BASE}\s+(?:at|of|called)\s+\Z", re.IGNORECASE
)
_LEAD = 70
_LAST_WORDS = ("at", "of", "called")
_BASES = ("base", "station", "field")
_FULL = (
    "{} air base",
    "{} air force base",
    "{} airbase",
    "{} naval base",
    "{} naval station",
    "naval station {}",
    "{} naval air station",
    "{} bay naval base",
    "raf {}",
    "{} field",
    "{} airfield",
    "{} international airport",
    "{} airport",
    "camp {}",
)
_KINDS = (AIRPORT, LANDMARK)


def is_called_base(text: str, mention: Mention) -> bool:
    """Whether a text calls a name that of a base or airfield."""
    if text[mention.end : mention.end + 1] in ", (" and _BEHIND.match(text, mention.end):
        return True
    low = max(0, mention.start - _LEAD)
    # the word before tells most names apart at once
    before = ignoring_case(text[low : mention.start].rstrip())
    if not before.endswith(_LAST_WORDS) or not any(base in before for base in _BASES):
        return False
    return _BEFORE.search(text, low, mention.start) is not None


def join_base(group: NameGroup, text: str, mention: Mention, names: Names) -> None:
    """Give a name that the text calls a base those bases as bearers that have it in their full name."""
    if group.base or group.fixed or not is_called_base(text, mention):
        return
    group.base = True
    name = normalise(mention.text)
    known = {bearer.place.id for bearer in group.bearers}
    worth = support()["base_in_full"]
    found: dict[str, Bearer] = {}
    for full in _FULL:
        for entry in names.entries(full.format(name)):
            place = entry.place
            own = f" {normalise(place.name)} ".find(f" {name} ") >= 0
            if own and place.kind in _KINDS and place.id not in known:
                found.setdefault(place.id, Bearer.of(place, "short", worth))
    if found:
        group.take(sorted((*group.bearers, *found.values()), key=lambda bearer: -bearer.prior))
