"""What a story says about time, as constraints: windows of visits, gaps between them, and their order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from wayproof.story.itinerary import Event
from wayproof.verdict.assessment import Statement
from wayproof.verdict.constraints import ORIGIN, Constraint, Network, instant, node, whole_seconds
from wayproof.verdict.wording import duration_words, from_words, seconds_words, told_last, until_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from wayproof.story.itinerary import Gap, Itinerary, Visit

EARLIEST_ZONE: Final = timedelta(hours=14)
"""How far ahead of UTC the first clocks on Earth are: no day ends sooner than this before its end in UTC."""

VERBS: Final = {Event.DEPART: "left", Event.ARRIVE: "reached", Event.AT: "was in"}


def is_soft(visit: Visit, published: date | None) -> bool:
    """Whether a visit's only bound is the day the story was published.

    Such a bound says that the visit is told as past, and nothing else: it may make a leg possible, but a story is
    never refuted by it.
    """
    if published is None or visit.latest is None or visit.earliest is not None or visit.basis == "given":
        return False
    day_ends = datetime(published.year, published.month, published.day, tzinfo=UTC) + timedelta(days=1)
    return visit.latest >= day_ends - EARLIEST_ZONE


def story_network(itinerary: Itinerary, published: date | None) -> Network:
    """The network of everything that the story says about time, without any travel.

    Bounds that only say "before the story was printed" are left out; see ``soft_bounds``.
    """
    visits = itinerary.visits
    bounds: list[Constraint] = []
    for at, visit in enumerate(visits):
        if visit.earliest is not None:
            bounds.append(_not_before(at, visit, visit.earliest))
        if visit.latest is not None and not is_soft(visit, published):
            bounds.append(_not_after(at, visit, visit.latest))
    for gap in itinerary.gaps:
        bounds.extend(_gap(gap, itinerary))
    bounds.extend(_order(at, itinerary) for at in range(len(visits) - 1))
    return Network(len(visits) + 1, tuple(bounds))


def soft_bounds(itinerary: Itinerary, published: date | None) -> tuple[Constraint, ...]:
    """The bounds that rest on the day of publication alone."""
    return tuple(
        _not_after(at, visit, visit.latest)
        for at, visit in enumerate(itinerary.visits)
        if visit.latest is not None and is_soft(visit, published)
    )


def is_dated(itinerary: Itinerary) -> bool:
    """Whether any visit has a bound on the calendar."""
    return any(visit.earliest is not None or visit.latest is not None for visit in itinerary.visits)


def travel_bound(first: int, last: int, seconds: float, itinerary: Itinerary, words: str) -> Constraint:
    """The constraint that a leg takes at least so many seconds.

    Parameters
    ----------
    first, last
        Its visits.
    seconds
        The least duration.
    itinerary
        For the names.
    words
        Why it takes so long: "at the best pace on record, on foot".
    """
    origin, destination = itinerary.visits[first].place.name, itinerary.visits[last].place.name
    text = f"from {origin} to {destination} takes at least {seconds_words(seconds)}{f' ({words})' if words else ''}"
    return Constraint(node(last), node(first), -whole_seconds(seconds), Statement(text, "travel"), (first, last))


def _not_before(at: int, visit: Visit, earliest: datetime) -> Constraint:
    text = f"{VERBS[visit.event]} {visit.place.name} not before {from_words(earliest, visit.place)}"
    return Constraint(node(at), ORIGIN, -instant(earliest), _said(text, visit))


def _not_after(at: int, visit: Visit, latest: datetime) -> Constraint:
    words = from_words if visit.earliest == latest else until_words
    told = told_last(visit.earliest, latest)
    text = f"{VERBS[visit.event]} {visit.place.name} not after {words(told, visit.place)}"
    return Constraint(ORIGIN, node(at), instant(latest), _said(text, visit))


def _gap(gap: Gap, itinerary: Itinerary) -> Iterable[Constraint]:
    first, second = itinerary.visits[gap.first].place.name, itinerary.visits[gap.second].place.name
    if gap.longest is not None:
        text = f"from {first} to {second} at most {duration_words(gap.longest)} passed"
        said = Statement(text, "story", gap.quote, gap.start, gap.end)
        yield Constraint(node(gap.first), node(gap.second), whole_seconds(gap.longest.total_seconds()), said)
    if gap.shortest is not None:
        text = f"from {first} to {second} at least {duration_words(gap.shortest)} passed"
        said = Statement(text, "story", gap.quote, gap.start, gap.end)
        yield Constraint(node(gap.second), node(gap.first), -whole_seconds(gap.shortest.total_seconds()), said)


def _order(at: int, itinerary: Itinerary) -> Constraint:
    first, second = itinerary.visits[at].place.name, itinerary.visits[at + 1].place.name
    return Constraint(node(at + 1), node(at), 0.0, Statement(f"{first} came before {second}", "order"))


def _said(text: str, visit: Visit) -> Statement:
    return Statement(text, "story", visit.quote, visit.start, visit.end)
