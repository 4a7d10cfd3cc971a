"""Whom a story can tell of: persons, companies of people, vehicles; and who acts in a clause."""

from dataclasses import dataclass, field
from enum import StrEnum


class Part(StrEnum):
    """What acts in a clause."""

    PERSON = "person"
    VEHICLE = "vehicle"
    TRACE = "trace"
    PLACE = "place"
    THING = "thing"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words for a person that could stand for several people, or for more people than are known.

    Attributes
    ----------
    word
        The words: "she", "they", "the lieutenant", "one of them", "the bus".
    members
        Numbers of those whom they could stand for; where the reading takes one of them, that one first.
    others
        Names, or descriptions, of more of them who are not followed.
    aboard
        Whether the words are for a vehicle, and open is who rides it.
    """

    word: str
    members: tuple[int, ...] = ()
    others: tuple[str, ...] = ()
    aboard: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """Who or what does what a clause tells.

    Attributes
    ----------
    part
        What kind of actor it is.
    member
        Number of the person, of the owner of a trace, or of who rides the vehicle; None for nobody known.
    vehicle
        Number of the vehicle; None for others.
    doubt
        Whom it could be besides; None where the words settle it.
    """

    part: Part
    member: int | None = None
    vehicle: int | None = None
    doubt: Doubt | None = None


NOBODY = Actor(Part.THING)
UNCLEAR = Actor(Part.UNCLEAR)


@dataclass(slots=True, eq=False)
class Member:
    """A person, a company of people or a vehicle of the story, as far as it has been read.

    Attributes
    ----------
    number
        Its place in the cast.
    name, surname, given
        The full name and its parts; None, "" and () while it has none.
    gender
        "m", "f" or "" where the text has not said.
    nouns
        What it has been called, folded singulars.
    many, vehicle
        Whether it is a company of people; whether it is a vehicle.
    introduced, sentence
        Offset and sentence of the first words for it.
    aside
        Whether it came in as somebody's relative, or as one whom a story only asks: a spokesman.
    owner
        Number of the member it came in as a relative of; None for others.
    narrates
        Whether it is who says "I" outside quotations.
    told
        In how many clauses it acted.
    done
        In how many of them it did more than speak.
    last
        The last sentence that had it.
    aged
        Whether its age is told.
    salience, salient
        How much the story has just told of it, and the sentence for which that holds.
    """

    number: int
    name: str | None = None
    surname: str = ""
    given: tuple[str, ...] = ()
    gender: str = ""
    nouns: list[str] = field(default_factory=list)
    many: bool = False
    vehicle: bool = False
    introduced: int = 0
    sentence: int = 0
    aside: bool = False
    owner: int | None = None
    narrates: bool = False
    told: int = 0
    done: int = 0
    last: int = 0
    aged: bool = False
    salience: float = 0.0
    salient: int = 0
