"""Deeds: the clauses of a story with their actors, and how they look to one member of its cast."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from wayproof.story.grammar.verbs import Verb
from wayproof.story.persons.members import Actor, Part

if TYPE_CHECKING:
    from collections.abc import Sequence


class Subject(StrEnum):
    """Who does what a clause tells, seen from one traveller."""

    TRAVELLER = "traveller"
    VEHICLE = "vehicle"
    OTHER = "other"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Deed:
    """A stretch of a sentence around its verbs, whoever acts in it.

    Attributes
    ----------
    start, end
        Offsets in the text.
    sentence, paragraph
        Indexes in the story.
    opener
        The word that joins it to what stands before ("when", "and", ""), folded.
    verbs
        Its verbs in order, auxiliaries left out.
    actor
        Who or what acts.
    objects
        Numbers of the members of the cast whom it is done to or who are named after the verb.
    quoted
        Whether it stands within quotation marks.
    """

    start: int
    end: int
    sentence: int
    paragraph: int
    opener: str
    verbs: tuple[Verb, ...]
    actor: Actor
    objects: frozenset[int]
    quoted: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """A deed as one traveller sees it.

    Attributes
    ----------
    start, end, sentence, paragraph, opener, verbs, quoted
        As in :class:`Deed`.
    subject
        Whether the traveller does it.
    object_is_traveller
        Whether it is done to the traveller ("carried him to").
    """

    start: int
    end: int
    sentence: int
    paragraph: int
    opener: str
    verbs: tuple[Verb, ...]
    subject: Subject
    quoted: bool
    object_is_traveller: bool


def clauses_of(
    deeds: "Sequence[Deed]", number: int | None, *, vehicle: bool = False, since: int = 0
) -> tuple[Clause, ...]:
    """The deeds as one member of the cast sees them.

    Parameters
    ----------
    deeds
        Every clause of the story.
    number
        Whose journey is read; None for nobody's.
    vehicle
        Whether that member is a vehicle.
    since
        Offset before which a vehicle without a known rider moves somebody else.
    """
    return tuple(
        Clause(
            deed.start,
            deed.end,
            deed.sentence,
            deed.paragraph,
            deed.opener,
            deed.verbs,
            _seen_by(deed.actor, number, vehicle=vehicle, aboard=deed.end > since),
            deed.quoted,
            number in deed.objects,
        )
        for deed in deeds
    )


def _seen_by(actor: Actor, number: int | None, *, vehicle: bool, aboard: bool) -> Subject:
    if actor.part is Part.UNCLEAR:
        return Subject.UNCLEAR
    if vehicle:
        return Subject.TRAVELLER if actor.vehicle == number else Subject.OTHER
    if actor.part is Part.PERSON:
        return Subject.TRAVELLER if actor.member == number else Subject.OTHER
    if actor.part is Part.TRACE:
        return Subject.TRAVELLER if actor.member == number else Subject.OTHER
    if actor.part is Part.VEHICLE:
        known = actor.member == number and number is not None
        return Subject.VEHICLE if known or (actor.member is None and aboard) else Subject.OTHER
    return Subject.OTHER
