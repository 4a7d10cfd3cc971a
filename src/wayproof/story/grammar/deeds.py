"""Deeds: the clauses of a story with their actors, and how they look to one member of its cast."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from wayproof.story.grammar.verbs import Verb
from wayproof.story.persons.members import Actor, Doubt, Part
from wayproof.story.vocabulary.motion import Motion

if TYPE_CHECKING:
    from collections.abc import Sequence


class Subject(StrEnum):
    """Who does what a clause tells, seen from one traveller."""

    TRAVELLER = "traveller"
    VEHICLE = "vehicle"
    OTHER = "other"
    UNCLEAR = "unclear"


MINE = frozenset({Subject.TRAVELLER, Subject.VEHICLE})
"""Subjects that tell of the traveller: the traveller, or what carries the traveller."""


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
    object_doubt
        Whom the pronoun could mean that it is done to; None where the words settle it.
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
    object_doubt: Doubt | None = None


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
    doubt
        What leaves open whether it tells of the traveller; None where nothing does.
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
    doubt: Doubt | None = None


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
            _seen_by(
                deed.actor, number, vehicle=vehicle, aboard=deed.end > since and not _carries_another(deed, number)
            ),
            deed.quoted,
            number in deed.objects,
            _doubt(deed, number),
        )
        for deed in deeds
    )


def _carries_another(deed: Deed, number: int | None) -> bool:
    """Whether a vehicle is said to carry somebody, and not this member of the cast: "a lorry took him to X"."""
    carries = bool(deed.verbs) and Motion.CARRY in deed.verbs[0].motions and not deed.verbs[0].passive
    return carries and bool(deed.objects) and number not in deed.objects


def _doubt(deed: Deed, number: int | None) -> Doubt | None:
    """What leaves open whether a deed tells of a member of the cast."""
    is_object = number in deed.objects and deed.actor.member != number and deed.actor.part is not Part.UNCLEAR
    told_of = (None if is_object else deed.actor.doubt, deed.object_doubt)
    return next((one for one in told_of if one is not None and (number in one.members or not one.members)), None)


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
