"""Noun phrases as values: how one opens, its nouns and names, its owner."""

from dataclasses import dataclass
from enum import StrEnum


class PhraseKind(StrEnum):
    """How a noun phrase opens; it says whether something known is meant."""

    PRONOUN = "pronoun"
    NAME = "name"
    DEFINITE = "definite"
    INDEFINITE = "indefinite"
    OWNED = "owned"
    BARE = "bare"
    PLACE = "place"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase.

    Attributes
    ----------
    kind
        How it opens.
    start, end
        Offsets in the text.
    head
        Its noun, folded; the pronoun itself; "" for a bare name.
    nouns
        Nouns for persons in it and in its apposition, folded singulars.
    names
        Offsets of the names in it and in its apposition.
    owner
        "his", "her", ... or the offset of the owner's name as digits; "" without one.
    many
        Whether it stands for several.
    aged
        Whether an age is told: "the 27-year-old", "Anna, 31".
    joint
        Whether "and" joins others to it.
    other
        Whether it sets one apart: "the younger boy".
    proper
        Whether it is a name with an article that is nobody's: "the Hokule'a".
    """

    kind: PhraseKind
    start: int
    end: int
    head: str = ""
    nouns: tuple[str, ...] = ()
    names: tuple[int, ...] = ()
    owner: str = ""
    many: bool = False
    aged: bool = False
    joint: bool = False
    other: bool = False
    proper: bool = False
