"""The order of the journey: by the clock where times fix it, else as it is told."""

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.drafts import timed
from wayproof.story.journey.flashbacks import flashbacks
from wayproof.story.journey.passed_on_way import put_on_way
from wayproof.world.geodesy import distance_km
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from wayproof.story.journey.drafts import Draft
    from wayproof.world.places import Place

SORTED_AT_MOST = 300
"""More sightings than this stay in the order of the telling: no journey of a story has as many stops."""
_RELATIONS = {"from": 0, "via": 1}


def in_order(
    drafts: "Sequence[Draft]",
    retold: frozenset[int] = frozenset(),
    onward: frozenset[int] = frozenset(),
    backwards: "Callable[[Draft, Draft], bool]" = lambda _first, _second: False,
) -> list["Draft"]:
    """Sightings in travel order.

    As told, except: what is told as past ("had left", "two days earlier") goes before the sighting it was told after;
    "reached X from Y via Z" is Y, Z, X; and blocks whose times are wholly earlier move up. A departure and the arrival
    told right after it are never parted, so that an arrival before its departure stays a contradiction.
    `retold` are paragraphs that tell the way between two ends told before them, `onward` those that tell what came
    after them; `backwards` says whether a departure and what is told right after it are a way although the clock turns
    them round.
    """
    told = _within_clauses(drafts)
    for order, draft in enumerate(told):
        draft.order = order
    told = _into_the_way(_summary_last(flashbacks(told)), retold, onward)
    if len(told) > SORTED_AT_MOST:
        return told
    legs = {id(second) for first, second in pairwise(told) if _is_leg(first, second) or backwards(first, second)}
    blocks = _blocks(told, legs)
    for index in range(1, len(blocks)):
        at = index
        while at > 0 and _is_before(blocks[at], blocks[at - 1]):
            blocks[at - 1], blocks[at] = blocks[at], blocks[at - 1]
            at -= 1
    ordered = _starts_first(put_on_way(_between([draft for block in blocks for draft in block], legs)))
    _doubt_turned(ordered)
    return ordered


def _starts_first(ordered: list["Draft"]) -> list["Draft"]:
    """Drafts with an undated start in front of what is told after its way and lies on it.

    "Reached X from Y at 1.34 ... At a quarter to midnight he ran through Z": by the clock Z comes before X, and so it
    comes behind Y, where Z is nearer to X than Y is.
    """
    for at in range(1, len(ordered) - 1):
        start, end = ordered[at], ordered[at + 1]
        if timed(start) or start.gap is not None or not _is_leg(start, end) or not timed(end):
            continue
        to = at
        while to > 0 and timed(ordered[to - 1]) and _lies_on_way(ordered[to - 1], start, end):
            to -= 1
        ordered.insert(to, ordered.pop(at))
    return ordered


def _lies_on_way(stop: "Draft", start: "Draft", end: "Draft") -> bool:
    """Whether a stop that is told after a way is no start, and nearer to the end of the way than its start."""
    if stop.order < end.order or stop.sighting.event is Event.DEPART:
        return False
    places = [one.sighting.toponym.place for one in (stop, start, end)]
    at, begin, goal = places
    if at is None or begin is None or goal is None:
        return False
    return distance_km(at.lat, at.lon, goal.lat, goal.lon) < distance_km(begin.lat, begin.lon, goal.lat, goal.lon)


def _doubt_turned(ordered: "Sequence[Draft]") -> None:
    """Mark undated stops that stand before a dated one told before them: only the clock of that one put them there."""
    later: Draft | None = None
    for draft in reversed(ordered):
        if timed(draft):
            later = draft
        elif later is not None and later.order < draft.order and not (draft.placed or draft.own or draft.gap):
            apart = later.sighting.clause.sentence != draft.sighting.clause.sentence
            draft.placed = TURNED if apart else ""
    for draft, following in pairwise(ordered):
        told_back = draft.order > following.order and draft.floating and timed(draft) and timed(following)
        if told_back and draft.low and following.low and draft.low.date() == following.low.date():
            draft.inferred = draft.inferred or DAY_OF_LATER


def _between(drafts: "Sequence[Draft]", legs: "Collection[int]") -> list["Draft"]:
    """Drafts with what is told after a leg, but happened strictly within it, moved into it."""
    ordered: list[Draft] = []
    for draft in drafts:
        at = len(ordered)
        if timed(draft) and not (ordered and (id(draft) in legs or _is_leg(ordered[-1], draft))):
            while at > 0 and timed(ordered[at - 1]) and _is_before([draft], [ordered[at - 1]]):
                at -= 1
            if at == 0 or not (timed(ordered[at - 1]) and _is_before([ordered[at - 1]], [draft])):
                at = len(ordered)
        ordered.insert(at, draft)
    return ordered


def _into_the_way(drafts: "Sequence[Draft]", retold: frozenset[int], onward: frozenset[int]) -> list["Draft"]:
    """Undated stops of a paragraph that tells a way again, moved in front of the end of that way.

    A way that ended where it began is told again by every paragraph behind it that does not say to go on.
    """
    ordered: list[Draft] = []
    for draft in drafts:
        paragraph = draft.sighting.clause.paragraph
        at = next((index for index, one in enumerate(ordered) if one.sighting.clause.paragraph >= paragraph), None)
        ends = [one for one in ordered if one.sighting.clause.paragraph < paragraph]
        if at is None and len(ends) > 1 and _is_round(ends[-2], ends[-1]) and paragraph not in onward:
            retold |= {paragraph}
        idle = not draft.own and draft.gap is None and paragraph in retold
        if idle and len(ends) > 1 and at is None and _spans(ends[-2], ends[-1]):
            draft.placed, at = BETWEEN, len(ordered) - 1
        elif idle and at is not None and draft.placed == "" and ordered[at].placed == BETWEEN:
            draft.placed = BETWEEN
            at = 1 + max(index for index, one in enumerate(ordered) if one.placed == BETWEEN)
        else:
            at = len(ordered)
        ordered.insert(at, draft)
    return ordered


def _spans(start: "Draft", end: "Draft") -> bool:
    """Whether two ends of a way are told with their times, one after the other."""
    reached = end.sighting.event is not Event.DEPART
    return timed(start) and timed(end) and reached and _is_before([start], [end])


def _is_round(start: "Draft", end: "Draft") -> bool:
    """Whether a way ends where it began: what the next paragraph tells without times then lay on it."""
    return end.sighting.event is Event.ARRIVE and _spans(start, end) and same_place(start, end)


BETWEEN = "that it lay on the way told before is read from how its paragraph begins"
DAY_OF_LATER = "its day is that of what came after it and is told before it"
TURNED = "that it came before what is told before it is read from the times of that"
TOLD_FIRST = "that it came last is not told: the story opens with it"


def _summary_last(drafts: "Sequence[Draft]") -> list["Draft"]:
    """Undated arrivals of the first sentence go to the end when a later sentence begins the journey over again."""
    leaves = [draft for draft in drafts if draft.sighting.clause.sentence > 0 and draft.sighting.event is Event.DEPART]
    opening = [one for one in drafts if one.sighting.clause.sentence == 0 and one.sighting.event is not Event.DEPART]
    lead = [one for one in opening if not one.own and one.gap is None]
    now = [draft for draft in lead if draft.sighting.verb is not None and draft.sighting.verb.current]
    if not leaves and now and any(timed(draft) for draft in drafts if draft.sighting.clause.sentence > 0):
        # "has reached X ... drove to Y on Tuesday": where somebody is now is where the tale ends
        return [draft for draft in drafts if draft not in now] + now
    if not leaves or not lead or timed(opening[0]):
        return _result_last(drafts)
    for draft in lead:
        draft.placed = TOLD_FIRST
    return [draft for draft in drafts if draft not in lead] + lead


def _result_last(drafts: "Sequence[Draft]") -> list["Draft"]:
    """The dated sighting that is told first, and what its sentence adds, behind the way to it that is told next.

    "At noon on Monday she landed here. She rested in X, left Y on Sunday and drank tea in Z": undated stops among those
    of an earlier day belong to that way, and so does the goal of a departure.
    """
    first = drafts[0] if drafts else None
    sentence = first.sighting.clause.sentence if first is not None else 0
    count = next((at for at, one in enumerate(drafts) if one.sighting.clause.sentence != sentence), len(drafts))
    alone = count < len(drafts) and not any(timed(one) or one.sighting.event is Event.DEPART for one in drafts[1:count])
    if first is None or not alone or first.sighting.event is Event.DEPART or not timed(first) or first.before:
        return list(drafts)
    earlier = [index for index, draft in enumerate(drafts) if timed(draft) and _is_before([draft], [first])]
    undated = any(not timed(draft) for draft in drafts[count : earlier[-1]]) if earlier else False
    last = earlier[-1] if earlier else 0
    if last + 1 < len(drafts) and drafts[last].sighting.event is Event.DEPART and not timed(drafts[last + 1]):
        last, undated = last + 1, True
    if not earlier or not undated or any(timed(one) and _is_before([first], [one]) for one in drafts[count : last + 1]):
        return list(drafts)
    return [*drafts[count : last + 1], *drafts[:count], *drafts[last + 1 :]]


def _within_clauses(drafts: "Sequence[Draft]") -> list["Draft"]:
    ordered: list[Draft] = []
    for draft in drafts:
        at = len(ordered)
        rank = _RELATIONS.get(draft.sighting.relation, 2)
        while (
            at > 0
            and ordered[at - 1].sighting.clause.start == draft.sighting.clause.start
            and ordered[at - 1].sighting.verb == draft.sighting.verb
            and _RELATIONS.get(ordered[at - 1].sighting.relation, 2) > rank
            and ordered[at - 1].sighting.relation in {"to", "object", "via", "at"}
            and not (rank == 1 and draft.sighting.event is ordered[at - 1].sighting.event is Event.AT)
        ):
            at -= 1
        ordered.insert(at, draft)
    return ordered


def _blocks(drafts: "Sequence[Draft]", legs: "Collection[int]") -> list[list["Draft"]]:
    blocks: list[list[Draft]] = []
    for draft in drafts:
        if blocks and (id(draft) in legs or not timed(draft)):
            blocks[-1].append(draft)
        else:
            blocks.append([draft])
    return blocks


def _is_leg(first: "Draft", second: "Draft") -> bool:
    if first.sighting.event is not Event.DEPART or second.sighting.event is Event.DEPART or same_place(first, second):
        return False
    if second.sighting.event is Event.ARRIVE or second.sighting.clause.sentence == first.sighting.clause.sentence:
        return True
    return (
        second.order > first.order
        and second.sighting.clause.paragraph == first.sighting.clause.paragraph
        and second.low is not None
        and first.low is not None
        and second.low.date() >= first.low.date()
    )


def _is_before(block: "Sequence[Draft]", other: "Sequence[Draft]") -> bool:
    latest = next((draft.latest for draft in block if timed(draft)), None)
    earliest = next((draft.earliest for draft in other if timed(draft)), None)
    if _comes_by_calendar(block[0], other[-1]) or _comes_by_clocks(block[0], other[-1]):
        return False
    return latest is not None and earliest is not None and latest <= earliest


def _comes_by_calendar(second: "Draft", first: "Draft") -> bool:
    """Whether somebody is told to come after the day of the place told before, by the calendars of both.

    "On Thursday evening she was in Honolulu; on Friday morning she came to Suva" tells a way over the date line that
    ended before it began. The clock alone would turn it round, and make of a contradiction a journey nobody told.
    """
    together = first.sighting.clause.sentence == second.sighting.clause.sentence and first.order < second.order
    comes = second.sighting.event is Event.ARRIVE or (second.sighting.event is Event.AT and together)
    if not comes or second.before or first.zone == second.zone:
        return False
    if first.high is None or second.low is None or first.floating:
        return False
    return second.low.date() > (first.high - timedelta(seconds=1)).date()


AN_HOUR = timedelta(hours=1)
OVER_DATE_LINE = timedelta(hours=12)
"""Difference of two clocks above which the date line lies between them."""


def _comes_by_clocks(second: "Draft", first: "Draft") -> bool:
    """Whether two hours of one day are told in turn, and only the date line turns them round.

    "He dined in Honolulu at eight on Friday evening, and paid a bill in Suva at ten on that evening": who tells it so
    takes the second for the later, and is refuted.
    """
    pair = (first, second)
    if second.sighting.event is Event.DEPART or first.sighting.event is Event.ARRIVE:
        return False
    if any(one.before or not timed(one) or width(one) > AN_HOUR for one in pair) or second.floating:
        return False
    lows, highs, starts = (
        [one.low for one in pair if one.low is not None],
        [one.high for one in pair if one.high is not None],
        [one.earliest.replace(tzinfo=None) for one in pair if one.earliest is not None],
    )
    if not len(lows) == len(highs) == len(starts) == len(pair):
        return False
    apart = abs((lows[0] - starts[0]) - (lows[1] - starts[1]))
    return lows[0].date() == lows[1].date() and highs[0] <= lows[1] and apart > OVER_DATE_LINE


def same_place(first: "Draft", second: "Draft") -> bool:
    """Whether two sightings are at one place."""
    return first.sighting.toponym.place == second.sighting.toponym.place


def holds_place(draft: "Draft", other: "Draft") -> bool:
    """Whether the place of the second sighting lies in that of the first."""
    area, place = draft.sighting.toponym.place, other.sighting.toponym.place
    return area is not None and place is not None and area != place and holds(area, place)


MADE_OF_COUNTIES = frozenset({"constituent country"})
"""First-level areas that gazetteers file places under the next level of (Highland, not Scotland)."""


def holds(area: "Place", place: "Place") -> bool:
    """Whether a place lies in an area, as far as names and extents say."""
    if area.kind is Kind.COUNTRY:
        return place.country == area.country and place.kind is not Kind.COUNTRY
    if area.kind is Kind.ADMIN1 and place.admin1 and area.feature not in MADE_OF_COUNTIES:
        return place.admin1 == area.name and place.country == area.country
    abroad = area.kind in {Kind.ADMIN1, Kind.ADMIN2} and place.country != area.country
    if area.id == place.id or abroad or place.extent_km > area.extent_km:
        return False
    inside = distance_km(area.lat, area.lon, place.lat, place.lon) <= area.extent_km
    if area.kind in {Kind.ADMIN1, Kind.ADMIN2, Kind.REGION, Kind.ISLAND, Kind.WATER}:
        return inside
    # a bridge between two countries lies in neither town
    spot = place.kind in {Kind.STATION, Kind.AIRPORT, Kind.LANDMARK, Kind.PORT}
    return inside and spot and place.country == area.country


def width(draft: "Draft") -> timedelta:
    """How wide the window of a sighting is; the longest time there is for an open one."""
    if draft.earliest is None or draft.latest is None:
        return timedelta.max
    return draft.latest - draft.earliest
