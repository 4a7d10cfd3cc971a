"""Visits, gaps and itineraries: who was where, when, and which words of the story say so.

The reading itself is in :mod:`wayproof.story.journey.visits` (``read_itinerary``), open origins are filled in
:mod:`wayproof.story.journey.hypotheses`, and itineraries given by hand come from
:mod:`wayproof.story.itineraries.itinerary_file`.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import date, datetime, timedelta

    from wayproof.story.geoparsing.unresolved import Unresolved
    from wayproof.world.places import Place

MODES = (
    "foot",
    "bicycle",
    "car",
    "bus",
    "motorcycle",
    "skates",
    "wheelchair",
    "rail",
    "ferry",
    "boat",
    "ship",
    "sail",
    "rowing",
    "kayak",
    "raft",
    "swim",
    "air",
    "supersonic",
    "private_jet",
    "light_aircraft",
    "helicopter",
    "military_jet",
    "glider",
    "balloon",
    "airship",
    "spacecraft",
    "horse",
    "ski",
    "dog_sled",
)
"""The words for a way of travelling, as every part of the program spells them ("air" is an airliner)."""


class Event(StrEnum):
    """What a visit tells: the traveller left the place, came to it, or was there."""

    DEPART = "depart"
    ARRIVE = "arrive"
    AT = "at"


@dataclass(frozen=True, slots=True)
class Visit:
    """The traveller at a place within a time window.

    Attributes
    ----------
    place
        The place, resolved; its best reading when the name has several bearers.
    event
        Departure, arrival or presence.
    earliest, latest
        The window in aware UTC, `latest` exclusive; None where the story fixes no bound. A visit without a time
        of its own keeps ``earliest=None`` and, for things told as past, the end of the publication day as `latest`.
    quote, start, end
        The words that say so and their offsets in the story's text; ``start == end`` for a visit not taken from a text.
    alternatives
        Other bearers of the name when the text does not settle which is meant; () when it does.
    modes
        Ways of travelling that the text names for the way here from the previous visit; () when it names none.
    checkpoint
        True when the text says that an official border post was passed here.
    basis
        "text", "hypothesis" or "given" (from an itinerary file or the command line).
    airside
        True when the text tells the moment of take-off or landing: the time at the airport lies outside.
    inferred
        What of the visit is inferred and not told in so many words, for a reader ("the day is that of the sentence
        before"); empty where nothing is. A story is not refuted by an inferred visit alone.
    chance
        How likely it is, from 0 to 1, that the traveller was there: 1 for what the text tells, less for what the words
        about a place only make likely.
    skipped_day
        The local day that the text tells, where the calendar of the place passed over it; None everywhere else. The
        window is then that of the day after.
    """

    place: "Place"
    event: Event
    earliest: "datetime | None"
    latest: "datetime | None"
    quote: str
    start: int
    end: int
    alternatives: "tuple[Place, ...]" = ()
    modes: tuple[str, ...] = ()
    checkpoint: bool = False
    basis: str = "text"
    airside: bool = False
    inferred: str = ""
    chance: float = 1.0
    skipped_day: "date | None" = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A statement about the time between two visits ("two hours later") or about a stay ("spent the night in Brest").

    Attributes
    ----------
    first, second
        Indexes of the two visits in the itinerary, `first` before `second`; the same index twice for the stay at one
        visit, from arrival to departure.
    shortest, longest
        The time from the first visit to the second, or of the stay; None where the text sets no such bound.
    quote, start, end
        The words that say so and their offsets in the story's text.
    """

    first: int
    second: int
    shortest: "timedelta | None"
    longest: "timedelta | None"
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One way to fill an origin that the story leaves open; never a fact.

    Attributes
    ----------
    text
        The supposition in a sentence.
    origin
        Id of the place where the journey is supposed to have begun.
    basis
        Why it is proposed: "mentioned in the text", "shares a border with the destination", ...
    via
        ISO alpha-2 codes of the countries supposed in between, in order; () for the direct way.
    """

    text: str
    origin: str
    basis: str
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Itinerary:
    """The visits of one traveller in travel order.

    Attributes
    ----------
    traveller
        The name, or a short description, of the person; None if the text names nobody.
    nationality
        ISO alpha-2 code, if the text states it.
    roles
        Words of the text for the person that matter at borders, such as "soldier" or "diplomat".
    visits, gaps
        Visits in order and the statements about the time between them.
    hypothesis
        The supposition this itinerary rests on; None when it follows the text alone.
    origin_open
        True when the text does not fix where the journey began.
    decides
        False for what is told beside the journey that the verdict is about: the ways of other people, and the bare
        telling where its open origin was filled in by hypotheses.
    unsettled
        What the text tells of stops that may be the traveller's and leaves open whose they are.
    title, published
        The headline and the day of the story that an itinerary file was written from; None where it names none, and
        for an itinerary that was read from a text, which has its own.
    whole
        The same journey with the stops that the words of the text only make likely; None where there are none.
    """

    traveller: str | None
    nationality: str | None
    roles: tuple[str, ...]
    visits: tuple[Visit, ...]
    gaps: tuple[Gap, ...]
    hypothesis: Hypothesis | None = None
    origin_open: bool = False
    decides: bool = True
    unsettled: "tuple[Unresolved, ...]" = ()
    title: str | None = None
    published: "date | None" = None
    whole: "Itinerary | None" = None

    def without(self, dropped: "Container[int]") -> "Itinerary":
        """The itinerary without some of its visits, given by their indexes, and without the gaps that they end."""
        kept = [at for at in range(len(self.visits)) if at not in dropped]
        moved = {at: index for index, at in enumerate(kept)}
        gaps = tuple(
            replace(gap, first=moved[gap.first], second=moved[gap.second])
            for gap in self.gaps
            if gap.first in moved and gap.second in moved
        )
        return replace(self, visits=tuple(self.visits[at] for at in kept), gaps=gaps)

    @property
    def likely(self) -> frozenset[int]:
        """The indexes of the visits that are only likely."""
        return frozenset(at for at, visit in enumerate(self.visits) if visit.chance < 1.0)
