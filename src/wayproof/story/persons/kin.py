"""Kin and the like, who are told of by each other: "Karl's mother ... her son" is Karl."""

from typing import TYPE_CHECKING

from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.person_nouns import noun_gender

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.persons.members import Member

_CHILDREN, _PARENTS = ("son", "daughter", "child"), ("father", "mother", "parent")
_COUPLE, _SIBLINGS = ("wife", "husband", "spouse", "partner"), ("brother", "sister", "twin", "sibling")
_ANSWERS = (
    dict.fromkeys(_PARENTS, _CHILDREN)
    | dict.fromkeys(_CHILDREN, _PARENTS)
    | dict.fromkeys(_COUPLE, _COUPLE)
    | dict.fromkeys(_SIBLINGS, _SIBLINGS)
    | dict.fromkeys(("lawyer", "solicitor", "attorney", "counsel", "barrister", "agent"), ("client",))
    | dict.fromkeys(("uncle", "aunt"), ("nephew", "niece"))
    | dict.fromkeys(("nephew", "niece"), ("uncle", "aunt"))
    | dict.fromkeys(("grandfather", "grandmother"), ("grandson", "granddaughter", "grandchild"))
    | {"widow": ("husband",), "doctor": ("patient",), "employer": ("employee",), "boss": ("employee",)}
)
"""What a relative calls whose relative it is."""


_KIN = frozenset((*_CHILDREN, *_PARENTS, *_COUPLE, *_SIBLINGS))


def is_kin(nouns: "Sequence[str]") -> bool:
    """Whether somebody is only called by whose relative they are: "the wife"."""
    return bool(nouns) and _KIN.issuperset(nouns)


def called_back(members: "Sequence[Member]", owner: int | None, noun: str) -> "Member | None":
    """Whom "her son" means where "her" is somebody's mother.

    Parameters
    ----------
    members
        The cast so far, by number.
    owner
        Number of the member that "her" stands for; None for nobody known.
    noun
        The noun, a folded singular.
    """
    relative = members[owner] if owner is not None else None
    if relative is None or relative.owner is None:
        return None
    answers = any(noun in _ANSWERS.get(one, ()) for one in relative.nouns)
    known = members[relative.owner]
    gender = noun_gender(noun)
    return known if answers and not (gender and known.gender and gender != known.gender) else None


_APART = (
    ("carers", "cared_for"),
    ("keepers", "kept"),
    ("teachers", "taught"),
    ("carriers", "carried_along"),
    ("counsels", "clients"),
    ("hosts", "guests"),
    ("performers", "stagehands"),
    ("owners", "drivers_of_theirs"),
)
"""Lists of those who have to do with each other, and are not the same person."""


def are_two(noun: str, nouns: "Sequence[str]") -> bool:
    """Whether who is called by one noun is not who is called by the others: "the patient" is no nurse."""
    called = {one.rpartition("-")[2] for one in nouns} | set(nouns)
    pairs = [(journey_words(one), journey_words(other)) for one, other in _APART]
    return any(
        (noun in one and not called.isdisjoint(other)) or (noun in other and not called.isdisjoint(one))
        for one, other in pairs
    )
