"""Vehicles in numbers that are told of before whoever owns or meets them: "Fifty lorries had come up from X"."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.persons.members import NOBODY, Part
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.deeds import Deed
    from wayproof.story.persons.members import Member

_NUMBERS = (
    r"(?:\d{2,}|[3-9]|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|an?\s+(?:hundred|dozen|score|thousand)|"
    r"(?:two|three|four|five|six|several)\s+(?:hundred|dozen)|hundreds\s+of|dozens\s+of|scores\s+of|thousands\s+of|several|many|countless|"
    r"an?\s+(?:\w+\s+)?(?:fleet|string|column|line|procession|queue|row|swarm|squadron|flotilla|herd|caravan|train)\s+of|rows\s+of|lines\s+of)"
)
_FLEET = regex(
    rf"\W*(?:(?:and|but|while|as|when|then|there)\s+)?(?:(?:about|some|nearly|almost|over|around|more\s+than|at\s+least|the|his|her|their|all|"
    rf"another|as\s+many\s+as)\s+)*{_NUMBERS}\b",
    re.IGNORECASE,
)
"""How a clause begins that tells of vehicles in numbers."""
_ABOARD = frozenset(
    {
        "driver",
        "leader",
        "pilot",
        "captain",
        "skipper",
        "conductor",
        "rider",
        "passenger",
        "commander",
        "navigator",
        "crew",
        "sailor",
    }
)
"""Whoever a story calls so may be in one of them."""


def without_fleets(text: str, deeds: "Sequence[Deed]", member: "Member") -> "Sequence[Deed]":
    """The deeds, those of vehicles in numbers that were told of before the member as nobody's.

    Who is one person rides one vehicle, and a story that puts them in it says so.
    """
    if member.vehicle or member.many or not member.name or _ABOARD & set(member.nouns):
        return deeds
    return [replace(deed, actor=NOBODY) if _is_fleet(text, deed, member.introduced) else deed for deed in deeds]


def _is_fleet(text: str, deed: "Deed", introduced: int) -> bool:
    unridden = deed.actor.part is Part.VEHICLE and deed.actor.member is None and deed.start < introduced
    return unridden and _FLEET.match(text, _head(text, deed), deed.end) is not None


def _head(text: str, deed: "Deed") -> int:
    """Where the subject of a clause begins: with a participle in between it stands in the clause before."""
    if deed.opener != "with":
        return deed.start
    return max(text.rfind(mark, 0, deed.start) + 1 for mark in (".", "!", "?", ";", "\n"))
