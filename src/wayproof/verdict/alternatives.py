"""Other explanations, from a fixed list, each tried on the story by solving it again.

None of them is a finding. They are what an editor would ask next: a wrong date, the clock of another place, two people
of one name, a border crossed elsewhere.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from wayproof.verdict.assessment import Alternative
from wayproof.verdict.border_rules import days_of, posts_of
from wayproof.verdict.grades import Grade
from wayproof.verdict.journey import deciding_leg
from wayproof.verdict.least_times import NOTHING
from wayproof.verdict.means_rules import MEANS_RULES
from wayproof.verdict.other_times import dates, weekdays, zones
from wayproof.verdict.resolving import KINDNESS, REFUTED, better, relabel, with_durations, would
from wayproof.verdict.sensitivity import mode_labels
from wayproof.verdict.trials import Trial
from wayproof.verdict.wording import country_name, day_words, lower_first, mode_words
from wayproof.world.crossings import OPEN, RESTRICTED
from wayproof.world.places import Kind, Place
from wayproof.world.regimes import AIR_MODES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from wayproof.story.itineraries.itinerary import Gap, Visit
    from wayproof.travel.routes import LegQuery, Route
    from wayproof.verdict.cases import Case, LegCase
    from wayproof.verdict.journey import Judgement
    from wayproof.world.crossings import Crossing

    Ways = Callable[[LegQuery], tuple[Route, ...]]

KINDS: Final = (
    "origin",
    "border",
    "mode",
    "date",
    "weekday",
    "time-zone",
    "second-person",
    "merged-events",
    "transit-train",
)
"""The explanations that are tried."""

PASSABLE: Final = frozenset({OPEN, RESTRICTED})
"""What is known of a post that let at least some travellers through."""

MEANS: Final = frozenset(rule.name for rule in MEANS_RULES)
"""Rules that find the stated means barred."""

MOST_MEANS: Final = 2
"""How many other means are tried where the stated one is barred: each asks for new ways."""

MOST_POSTS: Final = 2
"""How many other border posts are tried: each asks for new ways."""

TRANSIT: Final = "transit"
"""The kind of regime under which trains run through a country without letting anybody off."""


def alternatives(judged: Sequence[Judgement], *, ways: Ways | None = None) -> tuple[Alternative, ...]:
    """The explanations under which the story would fare better, in the order of the fixed list.

    Parameters
    ----------
    judged
        The itineraries, best first.
    ways
        Finds the routes of a leg; None to leave out what asks for new ones.
    """
    if not judged:
        return ()
    best = judged[0]
    base = best.assessment.verdict.label
    leg = _leg(best)
    if base == Grade.POSSIBLE.word or leg is None:
        return ()
    trial = Trial(best, leg, base, ways)
    tried = [_origins(trial, judged), weekdays(trial)]
    if base in REFUTED:
        tried += [_borders(trial), _modes(trial), dates(trial), zones(trial), _merged(trial), _second_person(trial)]
    tried += [_transit(trial)]
    # what stays refuted explains nothing
    found = [one for some in tried for one in some if better(one.flips_to, base) and one.flips_to not in REFUTED]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: KINDS.index(one.kind)))


def _leg(judgement: Judgement) -> LegCase | None:
    """The leg to explain: the one a capping finding is about, else the one that decides, else the first."""
    capped = [
        found.leg
        for found in judgement.assessment.findings
        if found.grade is not None and found.leg is not None and found.grade == judgement.assessment.verdict.best
    ]
    legs = {leg.leg.first: leg for leg in reversed(judgement.case.legs)}
    pointed = next((legs[at] for at in capped if at in legs), None)
    return deciding_leg(judgement.case, judgement.solution) or pointed or next(iter(judgement.case.legs), None)


def _origins(trial: Trial, judged: Sequence[Judgement]) -> Iterator[Alternative]:
    """Another origin: those supposed, or none of the kind where the way from the first place is what fails."""
    for other in judged[1:]:
        supposed, found = other.case.itinerary.hypothesis, other.assessment.verdict.label
        if supposed is not None:
            name = other.case.itinerary.visits[0].place.name
            text = f"If the journey began in {name}, {would(found)}: {lower_first(supposed.text)}"
            yield Alternative("origin", text, found)
    if trial.leg.leg.first or len(trial.told.visits) <= 2:  # noqa: PLR2004 - a way has two ends
        return
    rest = replace(
        trial.told,
        visits=trial.told.visits[1:],
        gaps=tuple(
            replace(gap, first=gap.first - 1, second=gap.second - 1) for gap in trial.told.gaps if gap.first > 0
        ),
    )
    elsewhere = trial.again(rest)
    if elsewhere is not None:
        first, second = (visit.place.name for visit in trial.told.visits[:2])
        text = f"If the journey did not begin in {first} but came to {second} from elsewhere, {would(elsewhere)}."
        yield Alternative("origin", text, elsewhere)


def _borders(trial: Trial) -> Iterator[Alternative]:
    """Another border post, open on the day, where the one that the text passes was closed."""
    shut = {found.leg for found in trial.judgement.assessment.findings if found.rule == "checkpoint-closed"}
    for at, visit in enumerate(trial.told.visits):
        if not visit.checkpoint or max(0, at - 1) not in shut:
            continue
        for post in _open_posts(at, visit, trial.case)[:MOST_POSTS]:
            place = _place_of(post)
            moved = replace(visit, place=place, checkpoint=True)
            at_post = visit.place.kind is Kind.CROSSING or bool(posts_of(at, trial.case))
            visits = list(trial.told.visits)
            visits[at : at + 1] = (
                [moved] if at_post and 0 < at < len(visits) - 1 else [moved, replace(visit, checkpoint=False)]
            )
            if len(visits) != len(trial.told.visits) and trial.told.gaps:
                continue
            found = trial.again(replace(trial.told, visits=tuple(visits)))
            if found is not None:
                day = days_of(visit, trial.told.visits[max(0, at - 1) : at + 2])[0]
                was = "was open" if trial.case.world.crossings.status(post, day).status == OPEN else "let some through"
                text = f"If the border was passed at {post.name}, which {was} on {day_words(day)}, {would(found)}."
                yield Alternative("border", text, found)
                break


def _open_posts(at: int, visit: Visit, case: Case) -> list[Crossing]:
    """Posts of the same border that let people through on every day in question, the nearest first."""
    table = case.world.crossings
    days = days_of(visit, case.itinerary.visits[max(0, at - 1) : at + 2])
    meant = posts_of(at, case)
    pairs = {post.pair for post in meant}
    near = table.nearest(visit.place.lat, visit.place.lon, limit=len(table.all))
    modes = [mode for mode in visit.modes if mode not in AIR_MODES] or ["car"]
    return [
        post
        for _, post in near
        if post.pair in pairs and post not in meant and days
        if all(table.status_for(post, mode, day).status in PASSABLE for mode in modes for day in days)
    ]


def _place_of(post: Crossing) -> Place:
    lat, lon = post.lat or 0.0, post.lon or 0.0
    return Place(f"crossing:{post.id}", post.name, Kind.CROSSING, post.country_a, lat, lon, 1.0, post.source)


def _modes(trial: Trial) -> Iterator[Alternative]:
    """Another way of travelling than the one that the text names, or that all of the way was made by."""
    told = trial.leg.leg.query.modes
    if not told:
        return
    labels = mode_labels(trial.judgement, trial.leg, trial.ways)
    if trial.judgement.solution.joint.best >= Grade.TIGHT:
        labels = dict(_other_means(trial))
    helping = [mode for mode, found in labels.items() if mode not in told and better(found, trial.base)]
    if helping:
        mode = max(helping, key=lambda one: (KINDNESS[labels[one]], one not in AIR_MODES))
        a, b = trial.leg.origin.place.name, trial.leg.destination.place.name
        text = f"If the way from {a} to {b} was made {mode_words(mode)}, {would(labels[mode])}."
        yield Alternative("mode", text, labels[mode])


def _other_means(trial: Trial) -> Iterator[tuple[str, str]]:
    """The labels of means that meet no obstacle, where it is not time that speaks against the stated one."""
    barred = {found.leg for found in trial.judgement.assessment.findings if found.rule in MEANS}
    if trial.ways is None or trial.leg.leg.first not in barred:
        return
    query, leg = trial.leg.leg.query, trial.leg.leg
    ways = [one for one in trial.ways(replace(query, modes=())) if one.mode not in query.modes and not one.needs]
    for mode in list(dict.fromkeys(way.mode for way in ways if way.time.typical is not None))[:MOST_MEANS]:
        visits = tuple(
            replace(visit, modes=(mode,)) if leg.first < at <= leg.last else visit
            for at, visit in enumerate(trial.told.visits)
        )
        found = trial.again(replace(trial.told, visits=visits))
        if found is not None:
            yield mode, found


def _second_person(trial: Trial) -> Iterator[Alternative]:
    """The visits on both sides of the leg that decides are those of two people."""
    if trial.judgement.solution.joint.best >= Grade.TIGHT:
        return
    first, last = trial.leg.leg.first, trial.leg.leg.last
    a, b = trial.leg.origin.place.name, trial.leg.destination.place.name
    legs = [one for one in trial.case.legs if one.leg.first < last and one.leg.last > first]
    network = trial.judgement.posed.network.but(
        lambda one: not (one.statement.kind == "order" and one.statement.text == f"{a} came before {b}")
    )
    posed = trial.judgement.posed
    low = posed.low
    for one in legs:
        low = with_durations(trial.judgement, one, NOTHING, low)
    apart = replace(posed, network=network, endurance=()).grade(low)
    caps = [
        found.grade
        for found in trial.judgement.assessment.findings
        if found.grade is not None and found.leg != first and found.rule not in {"too-fast", "two-places-at-once"}
    ]
    found = min([apart, *caps]).word
    text = f"If the sightings in {a} and {b} are those of two people, told as of one, travel speaks against neither."
    yield Alternative("second-person", text, found)


def _merged(trial: Trial) -> Iterator[Alternative]:
    """A length of time that belongs elsewhere, or two events told in the wrong order, as translations run together."""
    said = {one for conflict in trial.judgement.assessment.conflicts for one in conflict.statements}
    for gap in trial.told.gaps:
        if gap.quote and any(one.quote == gap.quote and one.start == gap.start for one in said):
            found = relabel(trial.judgement, replace(trial.told, gaps=_without(trial.told.gaps, gap)))
            if better(found, trial.base):
                text = (
                    f'If "{gap.quote}" tells of something else, as where two events were run together, {would(found)}.'
                )
                yield Alternative("merged-events", text, found)
    at = trial.leg.leg.first
    backwards = trial.leg.window is not None and trial.leg.window < 0.0 and trial.leg.leg.last == at + 1
    if backwards and not trial.told.gaps:
        visits = list(trial.told.visits)
        visits[at], visits[at + 1] = visits[at + 1], visits[at]
        swapped = trial.again(replace(trial.told, visits=tuple(visits)))
        if swapped is not None:
            a, b = trial.leg.origin.place.name, trial.leg.destination.place.name
            yield Alternative("merged-events", f"If {b} came before {a}, {would(swapped)}.", swapped)


def _without(gaps: Sequence[Gap], left_out: Gap) -> tuple[Gap, ...]:
    return tuple(gap for gap in gaps if gap is not left_out)


def _transit(trial: Trial) -> Iterator[Alternative]:
    """The traveller left a train that runs through the country without letting anybody off."""
    origin, destination, query = trial.leg.origin.place, trial.leg.destination.place, trial.leg.leg.query
    if origin.country is None or destination.country is None or query.on is None:
        return
    for regime in trial.case.world.regimes.between(origin.country, destination.country, query.on):
        if regime.kind != TRANSIT or destination.country not in regime.country_a.split("/"):
            continue
        named = range(trial.leg.leg.first + 1, trial.leg.leg.last + 1)
        visits = tuple(
            replace(visit, modes=("rail",), checkpoint=False) if at in named else visit
            for at, visit in enumerate(trial.told.visits)
        )
        found = trial.again(replace(trial.told, visits=visits))
        if found is not None:
            country = country_name(destination.country, trial.case.world)
            text = (
                f"If the traveller left a train that only passes through {country}, {would(found)} ({regime.source})."
            )
            yield Alternative("transit-train", text, found)
            return
