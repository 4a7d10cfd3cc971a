"""What two people did together before a story tells of each: "Both breakfasted in X. Karim, the elder, flew ..."."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.persons.members import Actor, Part
from wayproof.story.persons.paired_names import names_of_two
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.deeds import Deed
    from wayproof.story.persons.cast import Cast
    from wayproof.story.persons.members import Member

_BOTH = regex(
    r"(?:\W|(?:and|but|then|so|that|on|in|at|by|the\s+same|\w+day|morning|evening|noon|\d+)\s)*"
    r"(?:both(?:\s+of\s+them)?|they|the\s+(?:two|pair|brothers|sisters|twins|cousins|siblings)(?:\s+of\s+them)?)\b",
    re.IGNORECASE,
)
"""Subjects that stand for two people."""
_TWO = 2


def with_pair(text: str, deeds: "Sequence[Deed]", cast: "Cast", member: "Member") -> "Sequence[Deed]":
    """The deeds, those of two people who are told apart later as the member's, if it is one of them.

    Parameters
    ----------
    text, deeds, cast
        The story, read.
    member
        Whose journey is followed.
    """
    if not member.name:
        return deeds
    names = names_of_two(text)
    two = [
        one
        for one in cast.members
        if one.name and names & {one.name, one.surname, one.name.split()[0]} and not (one.vehicle or one.many)
    ]
    if len(two) != _TWO or member not in two:
        return deeds
    first = min(one.introduced for one in two)
    groups = {one.number for one in cast.members if one.many and one.introduced < first and not one.vehicle}
    return [
        replace(deed, actor=Actor(Part.PERSON, member.number)) if _is_of_both(text, deed, groups) else deed
        for deed in deeds
    ]


def _is_of_both(text: str, deed: "Deed", groups: set[int]) -> bool:
    """Whether a deed is that of a pair without names: nobody else is known to have done it."""
    nobody = deed.actor.part is Part.UNCLEAR and not (deed.actor.doubt and deed.actor.doubt.members)
    known = deed.actor.part is Part.PERSON and deed.actor.member in groups
    return (nobody or known) and _BOTH.match(text, deed.start, deed.end) is not None
