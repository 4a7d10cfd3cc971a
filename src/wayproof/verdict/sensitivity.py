"""What would flip the answer: single assumptions, set otherwise and solved again, the smallest change first."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from wayproof.story.itinerary import Event
from wayproof.travel.durations import limit_for
from wayproof.verdict.assessment import HOUR_SECONDS, Assumption, Statement
from wayproof.verdict.constraints import ORIGIN, Constraint, moment, node
from wayproof.verdict.grades import UNKNOWN, Grade
from wayproof.verdict.journey import deciding_leg, judge, whole_by_time
from wayproof.verdict.least_times import BOUNDS, NOTHING, TOLERANCE_SECONDS, Durations, route_durations
from wayproof.verdict.legs import Nature, plan
from wayproof.verdict.ranking import named_way
from wayproof.verdict.rulebook import CAPPING
from wayproof.verdict.solution import NEVER_SECONDS
from wayproof.verdict.statements import arrival, departure
from wayproof.verdict.wording import from_words, lower_first, mode_words, seconds_words, until_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from wayproof.travel.routes import LegQuery, Route
    from wayproof.verdict.cases import LegCase
    from wayproof.verdict.constraints import Network
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

WORTH_TELLING: Final = 2.0
"""Changes larger than this share of the value itself are not told: anything flips when it is changed enough."""

REFUTED: Final = frozenset({Grade.IMPOSSIBLE.word, Grade.IMPLAUSIBLE.word})
MINUTES: Final = 60.0
OURS: Final = "chosen by wayproof"
STORY: Final = "the story"


PARTICIPLES: Final = {Event.DEPART: "left", Event.ARRIVE: "reached", Event.AT: "been in"}


@dataclass(frozen=True, slots=True)
class Flip:
    """An assumption with the size of the change that it takes, as a share of the value."""

    size: float
    assumption: Assumption


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
    flips = [*_origins(judged)]
    if deciding is not None and deciding.times.nature is not Nature.SAME:
        flips += _times(best, deciding)
        flips += _modes(best, deciding, ways)
        flips += _bearers(best, deciding, ways, bearers)
        flips += _waits(best, deciding)
        flips += _pace(best, deciding)
    told = [flip for flip in flips if flip.size <= WORTH_TELLING]
    ranked = sorted(told, key=lambda flip: (flip.size, flip.assumption.text))
    return tuple(dict.fromkeys(flip.assumption for flip in ranked))[:MOST]


def label(
    judgement: Judgement,
    *,
    leg: LegCase | None = None,
    durations: Durations | None = None,
    network: Network | None = None,
) -> str:
    """The label that a judgement would have with other durations of one leg, or with other statements.

    Parameters
    ----------
    judgement
        What is changed.
    leg, durations
        The leg and its durations instead of those it has; None to keep them.
    network
        The statements instead of the story's; None to keep them.
    """
    posed = judgement.posed
    low, high = posed.low, posed.high(judgement.solution.windows)
    if leg is not None and durations is not None:
        low, high = (_with(judgement, leg, durations, reading) for reading in (low, high))
    verdict = whole_by_time(judgement.case, posed.verdict(low, high, network))
    caps = [found.grade for found in judgement.assessment.findings if found.grade is not None and found.rule in CAPPING]
    return (verdict.at_most(min(caps)) if caps else verdict).label


def would(found: str) -> str:
    """What the answer would be, as the end of a sentence."""
    return "the answer would be open" if found == UNKNOWN.label else f"the journey would be {found}"


def _with(
    judgement: Judgement, leg: LegCase, durations: Durations, reading: Sequence[Durations]
) -> tuple[Durations, ...]:
    """A reading with the durations of one leg replaced."""
    return tuple(durations if one is leg else held for one, held in zip(judgement.case.legs, reading, strict=True))


def _origins(judged: Sequence[Judgement]) -> Iterator[Flip]:
    """Other origins whose verdict differs from the best one's."""
    base = judged[0].assessment.verdict.label
    for other in judged[1:]:
        supposed, found = other.case.itinerary.hypothesis, other.assessment.verdict.label
        if supposed is not None and found != base:
            name = other.case.itinerary.visits[0].place.name
            text = f"Had the journey begun in {name}, {would(found)}: {lower_first(supposed.text)}"
            yield Flip(ANOTHER_KIND, Assumption("origin", name, "", supposed.basis, found, text))


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
        for other in [place for place in bearers.get(name.id, ()) if place.id != name.id][:MOST_BEARERS]:
            visits = tuple(replace(visit, place=other) if visit.place.id == name.id else visit for visit in told.visits)
            again = judge(plan(replace(told, visits=visits), ways), judgement.case.published, judgement.case.world)
            found = again.assessment.verdict
            if not found.is_refuted and not found.is_unknown:
                where = ", ".join(part for part in (other.name, other.admin1, other.country) if part)
                text = f"If {name.name} means {where}, {would(found.label)}."
                yield Flip(ANOTHER_BEARER, Assumption(f"which {name.name}", where, "", STORY, found.label, text))


def _times(judgement: Judgement, leg: LegCase) -> Iterator[Flip]:
    """Departures and arrivals told otherwise: how far, and what the answer would be."""
    base = judgement.solution.joint.best
    if base is Grade.POSSIBLE:
        yield from _later_departure(judgement, leg)
        return
    members = {statement for conflict in judgement.assessment.conflicts[:1] for statement in conflict.statements}
    for told in judgement.posed.network.constraints:
        if told.statement not in members or ORIGIN not in {told.first, told.second}:
            continue
        flips = [_moved(judgement, told, bound) for bound in BOUNDS[base:]]
        helped = [flip for flip in flips if flip is not None]
        # what would be merely implausible is worth telling only where nothing better can be had
        better = [flip for flip in helped if flip.assumption.flips_to not in REFUTED]
        yield from better or helped


def _moved(judgement: Judgement, bound_told: Constraint, bound: str) -> Flip | None:
    """How far one told time has to move for the durations of a bound to fit; None if that alone does not help."""
    without = judgement.posed.under(bound).but(lambda one: one is not bound_told)
    if not without.consistent():
        return None
    matrix = without.tightest()
    earlier = bound_told.second == ORIGIN
    at = bound_told.first if earlier else bound_told.second
    visit = judgement.case.itinerary.visits[at - 1]
    feasible = float(matrix[ORIGIN, at]) if earlier else -float(matrix[at, ORIGIN])
    told = -bound_told.seconds if earlier else bound_told.seconds
    when = moment(feasible)
    if when is None:
        return None
    shift = abs(told - feasible)
    moved = Constraint(
        bound_told.first, bound_told.second, -feasible if earlier else feasible, bound_told.statement, None
    )
    network = judgement.posed.network.but(lambda one: one is not bound_told).plus((moved,))
    found = label(judgement, network=network)
    if found == judgement.assessment.verdict.label:
        return None
    clock = until_words(when, visit.place) if earlier else from_words(when, visit.place)
    verb = PARTICIPLES[visit.event]
    text = (
        f"Had the traveller {verb} {visit.place.name} {'by' if earlier else 'no sooner than'} {clock}, {would(found)}."
    )
    name = f"time told for {visit.place.name}"
    value = round((-shift if earlier else shift) / HOUR_SECONDS, 2)
    return Flip(shift / max(HOUR_SECONDS, _scale(judgement, at - 1)), Assumption(name, value, "h", STORY, found, text))


def _later_departure(judgement: Judgement, leg: LegCase) -> Iterator[Flip]:
    """The departure after which an ordinary traveller would be late."""
    visit, at = leg.origin, node(leg.leg.first)
    told = judgement.posed.network.but(lambda one: {one.first, one.second} != {ORIGIN, at})
    network = told.plus(judgement.posed.travel("typical", judgement.posed.low))
    if visit.earliest is None or not network.consistent():
        return
    last = float(network.tightest()[ORIGIN, at])
    when = moment(last)
    if when is None:
        return
    later = Constraint(at, ORIGIN, -(last + MINUTES), Statement("", "story"))
    if not told.plus((later,)).consistent():
        return
    found = label(judgement, network=told.plus((later,)))
    room = (when - visit.earliest).total_seconds()
    if found == judgement.assessment.verdict.label or room < 0.0:
        return
    text = f"Had the traveller left {visit.place.name} after {until_words(when, visit.place)}, {would(found)}."
    value = round(room / HOUR_SECONDS, 2)
    name = f"departure from {visit.place.name}"
    yield Flip(room / max(HOUR_SECONDS, leg.window or 0.0), Assumption(name, value, "h", STORY, found, text))


def _modes(judgement: Judgement, leg: LegCase, ways: Callable[[LegQuery], tuple[Route, ...]] | None) -> Iterator[Flip]:
    """Each way of travelling taken alone on the deciding leg."""
    base, routes = judgement.assessment.verdict.label, list(leg.leg.routes)
    told = leg.leg.query.modes
    if told and ways is not None and judgement.solution.joint.best < Grade.TIGHT:
        routes += ways(replace(leg.leg.query, modes=()))
    speeds, day = judgement.case.world.speeds, leg.leg.query.on
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
        found = label(judgement, leg=leg, durations=only)
        if found != base and told != (mode,):
            way = f"{leg.origin.place.name} to {leg.destination.place.name}"
            text = f"Had the way from {way} been made {mode_words(mode)}, {would(found)}."
            yield Flip(ANOTHER_KIND, Assumption("way of travelling", mode, "", STORY if told else OURS, found, text))


def _waits(judgement: Judgement, leg: LegCase) -> Iterator[Flip]:
    """The wait at the borders of the best way at which the answer changes."""
    route = named_way(leg)
    if route is None or route.time.typical is None:
        return
    waits = [part for part in route.time.parts if part.name.startswith("border")]
    wait = sum(part.typical.total_seconds() for part in waits)
    spare = _spare(judgement, leg)
    if not wait or spare is None:
        return
    window = leg.times.low.typical + spare
    spare = window - route.time.typical.total_seconds()
    allowed = wait + spare
    if allowed < 0.0:
        return
    typical = max(leg.times.low.brisk, window + math.copysign(MINUTES, spare))
    others = [one.time.typical for one in leg.leg.routes if one is not route and one.time.typical is not None]
    overtaken = any(one.total_seconds() <= typical for one in others)
    found = label(judgement, leg=leg, durations=replace(leg.times.low, typical=typical))
    if found == judgement.assessment.verdict.label or overtaken:
        return
    word = "under" if spare < 0.0 else "over"
    text = (
        f"Had the wait at the border been {word} {seconds_words(allowed)} (reckoned here: {seconds_words(wait)}), "
        f"{would(found)}."
    )
    sources = "; ".join(route.time.sources) or OURS
    yield Flip(
        abs(spare) / wait, Assumption("wait at the border", round(allowed / MINUTES), "min", sources, found, text)
    )


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
    pace = f"{needed:.0f} km/h {mode_words(route.mode)} (reckoned here: {usual:.0f} km/h)"
    text = f"At an average of {pace}, {would(found)}."
    sources = "; ".join(route.time.sources) or OURS
    yield Flip(needed / usual - 1.0, Assumption("average speed", round(needed, 1), "km/h", sources, found, text))


def _spare(judgement: Judgement, leg: LegCase) -> float | None:
    """Seconds left to the leg when all others take their ordinary time; negative if too few, None if unbounded."""
    others = _with(judgement, leg, NOTHING, judgement.posed.low)
    network = judgement.posed.under("typical", others)
    if not network.consistent() or not math.isfinite(leg.times.low.typical):
        return None
    told = judgement.case.itinerary
    window = float(network.tightest()[departure(leg.leg.first, told), arrival(leg.leg.last, told)])
    return window - leg.times.low.typical if math.isfinite(window) else None


def _scale(judgement: Judgement, visit: int) -> float:
    """What a shift at a visit is measured by, in seconds: the window or the ordinary duration of a leg there."""
    legs = [leg for leg in judgement.case.legs if visit in {leg.leg.first, leg.leg.last}]
    lengths = [length for leg in legs for length in (abs(leg.window or 0.0), leg.times.low.typical)]
    return max((one for one in lengths if math.isfinite(one)), default=HOUR_SECONDS)
