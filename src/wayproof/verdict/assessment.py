"""The assessment: everything that wayproof has to say about one story, as values.

Reports and maps are made from an :class:`Assessment` and from nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime, timedelta

    from shapely import MultiPolygon

    from wayproof.story.geoparsing.mentions import Unresolved
    from wayproof.story.geoparsing.toponyms import Candidate
    from wayproof.story.itineraries.itinerary import Itinerary
    from wayproof.travel.routes import Route
    from wayproof.verdict.findings import Finding, Number
    from wayproof.verdict.grades import Verdict
    from wayproof.world.borders import BorderDistance
    from wayproof.world.crossings import Status
    from wayproof.world.manifest import DataFile
    from wayproof.world.places import Place

HOUR_SECONDS = 3600.0
HTML_VIEWS: Final = "wayproof.html"
"""Group of entry points: functions from the record of an assessment to HTML for a notebook."""


def hours(duration: timedelta | None) -> float | None:
    """A duration in hours; None stays None."""
    return None if duration is None else duration.total_seconds() / HOUR_SECONDS


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
class Statement:
    """One side of a contradiction.

    Attributes
    ----------
    text
        What is said, in a sentence.
    kind
        "story" for what the story states, "travel" for the least time that a leg takes, "order" for which visit
        came first.
    quote, start, end
        The words of the story and their offsets; empty and 0, 0 for what the story does not say itself.
    """

    text: str
    kind: str
    quote: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Conflict:
    """A smallest set of statements that cannot all hold: leave any one out and the rest agree.

    Attributes
    ----------
    statements
        The statements, in the order of the journey.
    hours_short
        By how many hours they miss each other.
    bound
        Under which durations they clash: "limit" (nobody could), "brisk" or "typical".
    legs
        Numbers of the legs whose travel time takes part.
    """

    statements: tuple[Statement, ...]
    hours_short: float
    bound: str
    legs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class GradedRoute:
    """A route, what it alone would make of its leg, and the leg's window minus its typical duration.

    `slack` is None where the leg has no window or the route no typical duration.
    """

    route: Route
    verdict: Verdict
    slack: timedelta | None


@dataclass(frozen=True, slots=True)
class Within:
    """A town or a border crossing within reach between two visits.

    Attributes
    ----------
    id, name
        Of the place or the crossing.
    country
        ISO alpha-2; None for a crossing, which has two.
    lat, lon
        Degrees.
    countries
        The two countries of a crossing; () for a town.
    status
        Of a crossing on the day of travel; None for a town.
    """

    id: str
    name: str
    country: str | None
    lat: float
    lon: float
    countries: tuple[str, ...] = ()
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Prism:
    """Where the traveller can have been between two visits: what time geography calls the space-time prism.

    Attributes
    ----------
    mode
        The quickest way of the leg, by whose pace the ground is reckoned.
    bound
        Whose pace: "brisk" or "typical".
    sum_km
        How long, as the crow flies, the way there and the way on may be together.
    area
        The ground in degrees (lon, lat), cut at the antimeridian; an outer bound with few corners.
    towns
        The largest towns within, both ends apart.
    crossings
        Border crossings within that the mode can use, those nearest to the way first.
    more_crossings
        How many further crossings lie within.
    """

    mode: str
    bound: str
    sum_km: float
    area: MultiPolygon
    towns: tuple[Within, ...]
    crossings: tuple[Within, ...]
    more_crossings: int = 0


@dataclass(frozen=True, slots=True)
class LegAssessment:
    """One leg: two successive visits, the time between them and the ways to make it.

    Attributes
    ----------
    index, last
        Indexes of its two visits. `last` is ``index + 1``, unless the visits between are in areas that the leg spans.
    origin, destination
        The two places.
    window
        The longest time that the rest of the story leaves for the leg; None when it sets no limit. Negative when
        the story puts the arrival before the departure.
    verdict
        The grade range of this leg taken alone.
    slack
        `window` minus the typical duration of the first of `routes`; None without either.
    limit, brisk, typical
        The least duration over the routes for each bound (from the nearest points, where places are areas);
        None where no honest estimate exists.
    routes
        The ways, in the order in which a reader is told of them (:func:`wayproof.verdict.ranking.ranked`).
    separation_km
        Least distance between the two places, their extents counted; 0 where they touch.
    judged
        Whether the leg had what it takes to be judged: a window, two known places, and a distance between them.
    decides
        Whether it is the leg that decides the itinerary's grade.
    reason
        One sentence: why this grade.
    prism
        Where the traveller can have been in between; None where that cannot be said, and in long itineraries.
    """

    index: int
    last: int
    origin: Place
    destination: Place
    window: timedelta | None
    verdict: Verdict
    slack: timedelta | None
    limit: timedelta | None
    brisk: timedelta | None
    typical: timedelta | None
    routes: tuple[GradedRoute, ...]
    separation_km: float
    judged: bool
    decides: bool
    reason: str
    prism: Prism | None = None

    @property
    def window_hours(self) -> float | None:
        """The window in hours; None when the story sets no limit."""
        return hours(self.window)

    @property
    def slack_hours(self) -> float | None:
        """The slack in hours; None without a window or a typical duration."""
        return hours(self.slack)


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
