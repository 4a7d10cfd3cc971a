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
_THE_OTHER = regex(
    r"\bthe\s+other\s+(?:[a-z-]+\s+){0,2}?(?:was|is|being)\s+(?:an?\s+[a-z-]+,\s+)?(?:\w+\.?\s+)?\Z", re.IGNORECASE
)
"""What tells before a name that its bearer is one of two: "the other party was Karl Lund"."""
_TOGETHER = regex(
    r"\W*(?:[^,;.]{1,40},\s+|(?:on|in|at|by|from)\s+[^,;.]{1,30}?\s)?(?:they|both(?:\s+of\s+them)?|the\s+(?:two|pair)(?:\s+of\s+them)?)\b",
    re.IGNORECASE,
)
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


def with_other(text: str, deeds: "Sequence[Deed]", cast: "Cast", member: "Member") -> "Sequence[Deed]":
    """The deeds, those of "they" as the member's where the other of two was just named: "The other was Otto. They".

    Parameters
    ----------
    text, deeds, cast, member
        As for :func:`with_pair`.
    """
    if not member.name or member.many or member.vehicle:
        return deeds
    others = {
        one.number: one.sentence
        for one in cast.members
        if one.name and one.introduced > member.introduced and _names_other(text, one.name)
    }
    if not others:
        return deeds
    own = Actor(Part.PERSON, member.number)
    return [replace(deed, actor=own) if _is_with_other(text, deed, others) else deed for deed in deeds]


def _names_other(text: str, name: str) -> bool:
    """Whether a name is told first as that of the other of two."""
    at = text.find(name)
    return at > 0 and _THE_OTHER.search(text, max(0, at - 60), at) is not None


def _is_with_other(text: str, deed: "Deed", others: dict[int, int]) -> bool:
    """Whether "they" did it, within a few sentences of the naming of the other."""
    told = None if deed.actor.member is None or deed.actor.part is not Part.PERSON else others.get(deed.actor.member)
    near = told is not None and 0 < deed.sentence - told <= _TWO
    return near and _TOGETHER.match(text, deed.start, deed.end) is not None
