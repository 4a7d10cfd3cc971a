"""What would flip the answer: single assumptions, set otherwise and solved again, the smallest change first."""

from __future__ import annotations

import math
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from wayproof.travel.durations import limit_for
from wayproof.verdict.assessment import Assumption
from wayproof.verdict.grades import Grade
from wayproof.verdict.hours import HOUR_SECONDS
from wayproof.verdict.journey import deciding_leg, judge
from wayproof.verdict.least_times import NOTHING, TOLERANCE_SECONDS, Durations, route_durations
from wayproof.verdict.legs import Nature, plan
from wayproof.verdict.ranking import named_way
from wayproof.verdict.resolving import KINDNESS, label, turning_point, with_durations, would
from wayproof.verdict.solution import NEVER_SECONDS
from wayproof.verdict.statements import arrival, departure
from wayproof.verdict.told_times import STORY, Flip, times
from wayproof.verdict.wording import (
    country_name,
    listed,
    lower_first,
    mode_words,
    seconds_words,
)
from wayproof.world.geodesy import distance_km
from wayproof.world.regimes import AIR_MODES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from wayproof.travel.routes import LegQuery, Route
    from wayproof.verdict.cases import LegCase
    from wayproof.verdict.journey import Judgement
    from wayproof.world.places import Place

MOST: Final = 6
"""How many assumptions a reader is shown."""

MOST_BEARERS: Final = 2
"""How many other bearers of a name are tried: each asks for new routes."""

ANOTHER_KIND: Final = 1.0
"""Another way of travelling, or another origin, ranks like a value that doubles."""

ANOTHER_BEARER: Final = 0.5
"""Another place of the same name ranks before another way of travelling: names are misread more easily."""

UNCERTAIN_ROW: Final = 0.0
"""A closure that is recalled and not certain ranks first: nothing in the story need change."""

WORTH_TELLING: Final = 2.0
"""Changes larger than this share of the value itself are not told: anything flips when it is changed enough."""

MINUTES: Final = 60.0
SLOW_KMH: Final = 20.0
"""Below this a speed is told with a decimal."""
FIVE_MINUTES: Final = 300.0
QUARTER: Final = 900.0
TWO_HOURS: Final = 7200.0
OURS: Final = "chosen by wayproof"


def assumptions(
    judged: Sequence[Judgement],
    *,
    ways: Callable[[LegQuery], tuple[Route, ...]] | None = None,
    bearers: Mapping[str, Sequence[Place]] = MappingProxyType({}),
) -> tuple[Assumption, ...]:
    """What would change the verdict on the best itinerary, the smallest change first, six at most.

    Parameters
    ----------
    judged
        The itineraries, best first.
    ways
        Finds the routes of a leg; asked for the other ways of travelling when the story names one and is refuted.
        None to leave them out.
    bearers
        Place id to the places that bear the same name; tried when the story is refuted.
    """
    if not judged:
        return ()
    best = judged[0]
    deciding = deciding_leg(best.case, best.solution)
    flips = [*_origins(judged), *_uncertain(best)]
    if deciding is not None and deciding.times.nature is not Nature.SAME:
        flips += times(best, deciding)
        flips += _modes(best, deciding, ways)
        flips += _bearers(best, deciding, ways, bearers)
        flips += _waits(best, deciding)
        flips += _pace(best, deciding)
    told = [flip for flip in flips if flip.size <= WORTH_TELLING]
    ranked = sorted(told, key=lambda flip: (flip.size, flip.assumption.text))
    return tuple(dict.fromkeys(flip.assumption for flip in ranked))[:MOST]


def _origins(judged: Sequence[Judgement]) -> Iterator[Flip]:
    """Other origins whose verdict differs from the best one's."""
    base = judged[0].assessment.verdict.label
    for other in judged[1:]:
        supposed, found = other.case.itinerary.hypothesis, other.assessment.verdict.label
        if supposed is not None and found != base:
            name = other.case.itinerary.visits[0].place.name
            text = f"Had the journey begun in {name}, {would(found)}: {lower_first(supposed.text)}"
            yield Flip(ANOTHER_KIND, Assumption("origin", name, "", supposed.basis, found, text))


def _uncertain(judgement: Judgement) -> Iterator[Flip]:
    """What the verdict would be if a closure that is recalled and not certain were certain."""
    verdict = judgement.assessment.verdict
    for found in judgement.assessment.findings:
        if found.uncertain is None or (capped := verdict.at_most(found.uncertain.grade)) == verdict:
            continue
        what, source = found.uncertain.what, "; ".join(found.sources)
        text = f"If {what} were certain, {would(capped.label)}."
        yield Flip(UNCERTAIN_ROW, Assumption("uncertain closure", what, "", source, capped.label, text))


def _bearers(
    judgement: Judgement,
    leg: LegCase,
    ways: Callable[[LegQuery], tuple[Route, ...]] | None,
    bearers: Mapping[str, Sequence[Place]],
) -> Iterator[Flip]:
    """Other bearers of the names at both ends of the leg that decides, each judged as the place meant."""
    if ways is None or not judgement.assessment.verdict.is_refuted:
        return
    told = judgement.case.itinerary
    for at in (leg.leg.first, leg.leg.last):
        name = told.visits[at].place
        far = leg.destination.place if at == leg.leg.first else leg.origin.place
        others = [place for place in bearers.get(name.id, ()) if place.id != name.id and _is_near(place, far, leg)]
        for other in others[:MOST_BEARERS]:
            visits = tuple(replace(visit, place=other) if visit.place.id == name.id else visit for visit in told.visits)
            again = judge(plan(replace(told, visits=visits), ways), judgement.case.published, judgement.case.world)
            found = again.assessment.verdict
            if not found.is_refuted and not found.is_unknown:
                country = country_name(other.country, judgement.case.world) if other.country else None
                where = ", ".join(part for part in (other.name, other.admin1, country) if part)
                text = f"If {name.name} means {where}, {would(found.label)}."
                yield Flip(ANOTHER_BEARER, Assumption(f"which {name.name}", where, "", STORY, found.label, text))


def _is_near(other: Place, far: Place, leg: LegCase) -> bool:
    """Whether a place of the same name lies so much nearer that the window might do, by the pace of the leg."""
    chosen_km = distance_km(
        leg.origin.place.lat, leg.origin.place.lon, leg.destination.place.lat, leg.destination.place.lon
    )
    other_km = distance_km(other.lat, other.lon, far.lat, far.lon)
    window = leg.window or 0.0
    needed = leg.times.low.brisk if math.isfinite(leg.times.low.brisk) else leg.times.low.limit
    return window > 0.0 and bool(chosen_km) and needed * other_km / chosen_km <= window


def mode_labels(
    judgement: Judgement, leg: LegCase, ways: Callable[[LegQuery], tuple[Route, ...]] | None
) -> dict[str, str]:
    """The label that each way of travelling, taken alone on a leg, would give the whole; those told included.

    Where the text names a way and its times refute it, the others are looked for too.
    """
    routes, told = list(leg.leg.routes), leg.leg.query.modes
    if told and ways is not None and judgement.solution.joint.best < Grade.TIGHT:
        routes += ways(replace(leg.leg.query, modes=()))
    speeds, day = judgement.case.world.speeds, leg.leg.query.on
    labels: dict[str, str] = {}
    for mode in dict.fromkeys(route.mode for route in routes):
        alone = [route for route in routes if route.mode == mode]
        limit = (
            limit_for(leg.times.separation_km, mode, day, speeds).total_seconds()
            if speeds.records.exists(mode, day)
            else leg.times.low.limit
        )
        quick = [route_durations(route, Durations(limit, limit, limit)) for route in alone]
        only = Durations.ordered(
            min(one.limit for one in quick),
            min(NEVER_SECONDS, *(one.brisk for one in quick)),
            min(NEVER_SECONDS, *(one.typical for one in quick)),
        )
        if only.brisk < NEVER_SECONDS:
            labels[mode] = label(judgement, leg=leg, durations=only)
    return labels


def _modes(judgement: Judgement, leg: LegCase, ways: Callable[[LegQuery], tuple[Route, ...]] | None) -> Iterator[Flip]:
    """What each way of travelling, taken alone on the deciding leg, would make of the answer."""
    base, told = judgement.assessment.verdict.label, leg.leg.query.modes
    labels = mode_labels(judgement, leg, ways)
    others = {mode: found for mode, found in labels.items() if found != base and told != (mode,)}
    if not others:
        return
    ranked = sorted(labels, key=lambda mode: (KINDNESS[labels[mode]], mode))
    by_label: dict[str, list[str]] = {}
    for mode in ranked:
        by_label.setdefault(labels[mode], []).append(mode_words(mode))
    words = ", ".join(f"{found} {listed(modes)}" for found, modes in by_label.items())
    best = max(others, key=lambda mode: (KINDNESS[others[mode]], mode))
    way = f"{leg.origin.place.name} to {leg.destination.place.name}"
    text = f"With the way from {way} made by one means alone, the journey would be {words}."
    yield Flip(ANOTHER_KIND, Assumption("way of travelling", best, "", STORY if told else OURS, others[best], text))


def _waits(judgement: Judgement, leg: LegCase) -> Iterator[Flip]:
    """The wait at the borders of the best way at which the answer changes, found by halving."""
    route = named_way(leg)
    if route is None or route.time.typical is None:
        return
    borders = [part for part in route.time.parts if part.name.startswith("border")]
    wait = sum(part.typical.total_seconds() for part in borders)
    if not wait:
        return
    brisk_wait = sum(part.brisk.total_seconds() for part in borders)

    def label_at(seconds: float) -> str:
        # who is lucky waits no longer than others do, and as much longer when everybody does
        lucky = min(brisk_wait, seconds) + max(0.0, seconds - wait)
        changed = _with_waits(leg, route, lucky - brisk_wait, seconds - wait)
        return label(judgement, leg=leg, durations=changed)

    turns = [
        (turn, word)
        for end, word in ((0.0, "under"), (wait * (1.0 + WORTH_TELLING), "over"))
        if (turn := turning_point(label_at, wait, end)) is not None
    ]
    for (seconds, found), word in turns:
        if round(seconds / MINUTES) < 1:
            continue
        text = (
            f"Had the wait at the border been {word} {about_minutes(seconds)} (reckoned here: "
            f"{about_minutes(wait)}), {would(found)}."
        )
        sources = "; ".join(route.time.sources) or OURS
        size = abs(seconds - wait) / wait
        yield Flip(size, Assumption("wait at the border", round(seconds / MINUTES), "min", sources, found, text))


def about_minutes(seconds: float) -> str:
    """A wait as people tell it: by five minutes below two hours, by quarters of an hour above."""
    step = FIVE_MINUTES if seconds < TWO_HOURS else QUARTER
    return seconds_words(round(seconds / step) * step if seconds >= step else seconds)


def _with_waits(leg: LegCase, route: Route, brisk_more: float, typical_more: float) -> Durations:
    """The least times of a leg, had one of its ways other waits: the other ways stay as they are."""

    def least(bound: str, more: float) -> float:
        took = [
            (_seconds(one, bound), more if one is route else 0.0)
            for one in leg.leg.routes
            if one.time.brisk is not None
        ]
        before, after = min(time for time, _ in took), min(time + added for time, added in took)
        return max(leg.times.low.limit, leg.times.low.get(bound) + after - before)

    return Durations.ordered(leg.times.low.limit, least("brisk", brisk_more), least("typical", typical_more))


def _seconds(route: Route, bound: str) -> float:
    took = route.time.brisk if bound == "brisk" else route.time.typical
    return math.inf if took is None else took.total_seconds()


def _pace(judgement: Judgement, leg: LegCase) -> Iterator[Flip]:
    """The average speed over the best way that the next better grade would take."""
    route, spare = named_way(leg), _spare(judgement, leg)
    if route is None or route.time.typical is None or spare is None or spare >= 0.0:
        return
    typical, allowed = route.time.typical.total_seconds(), leg.times.low.typical + spare
    if allowed <= 0.0:
        return
    needed = route.km / (allowed / HOUR_SECONDS)
    usual = route.km / (typical / HOUR_SECONDS)
    faster = Durations.ordered(
        min(leg.times.low.limit, allowed),
        min(leg.times.low.brisk, allowed),
        allowed - TOLERANCE_SECONDS,
    )
    if faster.limit < leg.times.low.limit:
        return
    found = label(judgement, leg=leg, durations=faster)
    if found == judgement.assessment.verdict.label:
        return
    digits = 0 if usual >= SLOW_KMH else 1
    whole = " from door to door" if route.mode in AIR_MODES else ""
    pace = f"{needed:.{digits}f} km/h {mode_words(route.mode)}{whole} (reckoned here: {usual:.{digits}f} km/h)"
    text = f"At an average of {pace}, {would(found)}."
    sources = "; ".join(route.time.sources) or OURS
    yield Flip(needed / usual - 1.0, Assumption("average speed", round(needed, 1), "km/h", sources, found, text))


def _spare(judgement: Judgement, leg: LegCase) -> float | None:
    """Seconds left to the leg when all others take their ordinary time; negative if too few, None if unbounded."""
    others = with_durations(judgement, leg, NOTHING, judgement.posed.low)
    network = judgement.posed.under("typical", others)
    if not network.consistent() or not math.isfinite(leg.times.low.typical):
        return None
    told = judgement.case.itinerary
    window = float(network.tightest()[departure(leg.leg.first, told), arrival(leg.leg.last, told)])
    return window - leg.times.low.typical if math.isfinite(window) else None
