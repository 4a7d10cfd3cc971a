"""The assessment: everything that wayproof has to say about one story, as values.

Reports and maps are made from an :class:`Assessment` and from nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from wayproof.story.geoparsing.toponyms import Candidate
    from wayproof.story.geoparsing.unresolved import Unresolved
    from wayproof.story.itineraries.itinerary import Itinerary
    from wayproof.verdict.conflicts import Conflict
    from wayproof.verdict.findings import Finding, Number
    from wayproof.verdict.grades import Verdict
    from wayproof.verdict.leg_assessment import LegAssessment
    from wayproof.world.borders import BorderDistance
    from wayproof.world.manifest import DataFile
    from wayproof.world.places import Place

HTML_VIEWS: Final = "wayproof.html"
"""Group of entry points: functions from the record of an assessment to HTML for a notebook."""


@dataclass(frozen=True, slots=True)
class MentionSpan:
    """Where the text names a place: offsets into the story's text, and the words there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class AssessedPlace:
    """A place of the story and how it was settled.

    Attributes
    ----------
    place
        The place chosen.
    reason
        Why this bearer of the name, in a sentence.
    mentions
        Every mention in the text; empty for a place that a hypothesis or a command line brought in.
    alternatives
        Other bearers with their scores, the chosen one first; empty when there is no other.
    ambiguous
        True when the text does not settle which bearer is meant.
    borders
        Nearest points of other countries' borders, nearest first, at most six.
    """

    place: Place
    reason: str
    mentions: tuple[MentionSpan, ...] = ()
    alternatives: tuple[Candidate, ...] = ()
    ambiguous: bool = False
    borders: tuple[BorderDistance, ...] = ()


@dataclass(frozen=True, slots=True)
class Room:
    """What a pace leaves at both ends of a journey.

    Attributes
    ----------
    bound
        Whose pace: "typical", "brisk" or "limit".
    latest_departure, earliest_arrival
        The last moment to leave the first place and the first moment to reach the last one, given everything else that
        the story says; None where it sets no such moment.
    """

    bound: str
    latest_departure: datetime | None
    earliest_arrival: datetime | None


@dataclass(frozen=True, slots=True)
class ItineraryAssessment:
    """One itinerary (of the text, or of one hypothesis) and what became of it.

    Attributes
    ----------
    itinerary
        The visits and gaps judged.
    verdict
        The grade range of the whole journey, findings included.
    legs
        One entry for every two successive visits.
    conflicts
        Smallest contradictions at the first bound that fails, at most five; empty when all agree.
    findings
        What the rules found about this itinerary.
    latest_departure, earliest_arrival
        The last moment to leave the first place and the first moment to reach the last one with typical durations;
        None where the story or the routes set no such moment, or where typical durations do not fit.
    room
        The same for every pace that fits the story, the ordinary one first.
    """

    itinerary: Itinerary
    verdict: Verdict
    legs: tuple[LegAssessment, ...]
    conflicts: tuple[Conflict, ...] = ()
    findings: tuple[Finding, ...] = ()
    latest_departure: datetime | None = None
    earliest_arrival: datetime | None = None
    room: tuple[Room, ...] = ()


@dataclass(frozen=True, slots=True)
class Assumption:
    """A value that, set otherwise, would change the answer; found by solving the whole again.

    Attributes
    ----------
    name
        What is assumed, in plain words: "departure from Vilnius", "wait at the border", "mode".
    value
        The value at which the answer changes.
    unit
        "h", "min", "km/h" or empty.
    source
        Where the value used comes from.
    flips_to
        The label the answer would then have.
    text
        The same in one sentence.
    """

    name: str
    value: float | str
    unit: str
    source: str
    flips_to: str
    text: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another explanation of what the story tells, under which it would fare better; never a finding.

    Attributes
    ----------
    kind
        Which of the fixed list: "origin", "border", "mode", "date", "weekday", "time-zone", "second-person",
        "merged-events" or "transit-train".
    text
        The explanation and what would come of it, in one sentence.
    flips_to
        The label the answer would then have.
    numbers
        The figures that it takes.
    """

    kind: str
    text: str
    flips_to: str
    numbers: tuple[Number, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything about one story.

    Attributes
    ----------
    title, published, name
        Of the story; None, None and "" for an itinerary that comes without one.
    text
        The story's text, into which all spans point; empty without a story.
    text_sha256
        Digest of `text` in hex; None without a story.
    verdict
        The grade range over all hypotheses.
    summary
        Three sentences: what was asked, the grade and what decides it, what is unknown.
    places
        The places of the visits first, in order, then the other places of the text.
    unresolved
        Names of the text that could not be settled, with reasons.
    itineraries
        The text's own, or one for each hypothesis, best first.
    findings
        What the rules found, over all itineraries, each once.
    assumptions
        What would flip the answer, the smallest change first.
    data
        The data files used.
    notes
        One line for each service that failed; () when all went well or none was asked.
    alternatives
        Other explanations that would make the answer a better one.
    countries
        The names of the countries that places and borders tell by their codes.
    """

    title: str | None
    published: date | None
    name: str
    text: str
    text_sha256: str | None
    verdict: Verdict
    summary: str
    places: tuple[AssessedPlace, ...]
    unresolved: tuple[Unresolved, ...]
    itineraries: tuple[ItineraryAssessment, ...]
    findings: tuple[Finding, ...]
    assumptions: tuple[Assumption, ...]
    data: tuple[DataFile, ...]
    notes: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    countries: Mapping[str, str] = field(default_factory=dict)

    @property
    def best(self) -> ItineraryAssessment | None:
        """The itinerary that the summary speaks of; None when the story has no journey."""
        return self.itineraries[0] if self.itineraries else None

    def to_dict(self) -> dict[str, Any]:
        """The assessment as the JSON contract spells it (``docs/assessment.schema.json``)."""
        from wayproof.verdict.record import record

        return record(self)

    def _repr_html_(self) -> str | None:
        """What a notebook shows: the view that an installed package offers under ``HTML_VIEWS``; None without one.

        Views are above this module, which therefore asks for them by name (docs/design.md).
        """
        for view in entry_points(group=HTML_VIEWS):
            shown: str = view.load()(self.to_dict())
            return shown
        return None
