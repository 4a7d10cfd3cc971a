"""What a story says about time, as constraints: windows of visits, gaps between them, and their order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from wayproof.story.itineraries.itinerary import Event
from wayproof.verdict.conflicts import Statement
from wayproof.verdict.constraints import ORIGIN, Constraint, Network, instant, node, whole_seconds
from wayproof.verdict.wording import duration_words, from_words, seconds_words, told_last, until_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from wayproof.story.itineraries.itinerary import Gap, Itinerary, Visit

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
    ends = stays(itinerary)
    bounds.extend(bound for at in ends for bound in _within_stay(at, itinerary))
    return Network(
        len(visits) + 1 + len({one for pair in ends.values() for one in pair if one > len(visits)}), tuple(bounds)
    )


def stays(itinerary: Itinerary) -> dict[int, tuple[int, int]]:
    """Visits at which the story tells of a stay: each with the nodes of its arrival and its departure.

    Only there are the two told apart. Elsewhere nothing bounds a stay from below, so that whoever leaves at once loses
    nothing, and one event does for both. What the story says of the moment itself is said of the visit's own node: of
    its arrival or its departure if it tells of one, or else of some moment in between.
    """
    found: dict[int, tuple[int, int]] = {}
    free = len(itinerary.visits) + 1
    for at in sorted({gap.first for gap in itinerary.gaps if gap.first == gap.second}):
        told = node(at)
        match itinerary.visits[at].event:
            case Event.ARRIVE:
                found[at], free = (told, free), free + 1
            case Event.DEPART:
                found[at], free = (free, told), free + 1
            case _:
                found[at], free = (free, free + 1), free + 2
    return found


def arrival(visit: int, itinerary: Itinerary) -> int:
    """The node of the arrival at a visit."""
    return stays(itinerary).get(visit, (node(visit), node(visit)))[0]


def departure(visit: int, itinerary: Itinerary) -> int:
    """The node of the departure from a visit."""
    return stays(itinerary).get(visit, (node(visit), node(visit)))[1]


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
    leaves, comes = departure(first, itinerary), arrival(last, itinerary)
    return Constraint(comes, leaves, -whole_seconds(seconds), Statement(text, "travel"), (first, last))


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
    starts, ends, words = node(gap.first), node(gap.second), f"from {first} to {second}"
    if gap.first == gap.second:
        (starts, ends), words = stays(itinerary)[gap.first], f"in {first}"
    if gap.longest is not None:
        said = Statement(
            f"{words} at most {duration_words(gap.longest)} passed", "story", gap.quote, gap.start, gap.end
        )
        yield Constraint(starts, ends, whole_seconds(gap.longest.total_seconds()), said)
    if gap.shortest is not None:
        said = Statement(
            f"{words} at least {duration_words(gap.shortest)} passed", "story", gap.quote, gap.start, gap.end
        )
        yield Constraint(ends, starts, -whole_seconds(gap.shortest.total_seconds()), said)


def _within_stay(at: int, itinerary: Itinerary) -> Iterable[Constraint]:
    """The moment that a visit tells of lies between its arrival and its departure."""
    comes, leaves = stays(itinerary)[at]
    said = Statement(f"was in {itinerary.visits[at].place.name} between coming and leaving", "order")
    nodes = tuple(dict.fromkeys((comes, node(at), leaves)))
    yield from (Constraint(later, earlier, 0.0, said) for earlier, later in pairwise(nodes))


def _order(at: int, itinerary: Itinerary) -> Constraint:
    first, second = itinerary.visits[at].place.name, itinerary.visits[at + 1].place.name
    comes, leaves = arrival(at + 1, itinerary), departure(at, itinerary)
    return Constraint(comes, leaves, 0.0, Statement(f"{first} came before {second}", "order"))


def _said(text: str, visit: Visit) -> Statement:
    return Statement(text, "story", visit.quote, visit.start, visit.end)
