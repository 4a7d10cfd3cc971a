"""The answer in three sentences that can be quoted: what was asked, the grade and what decides it, what is unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wayproof.story.geoparsing.unresolved import ACTOR, TIME
from wayproof.story.vocabulary.regexes import regex
from wayproof.verdict.grades import Grade
from wayproof.verdict.hours import HOUR_SECONDS
from wayproof.verdict.least_times import is_outer_bound
from wayproof.verdict.leg_figures import far
from wayproof.verdict.legs import GIVEN
from wayproof.verdict.ranking import named_way
from wayproof.verdict.rulebook import CAPPING
from wayproof.verdict.wording import (
    about_words,
    backwards_words,
    border_words,
    country_name,
    km_words,
    listed,
    lower_first,
    mode_words,
    span_words,
    spoken_words,
    way_words,
    window_seconds,
)
from wayproof.world.crossings import CLOSED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.unresolved import Unresolved
    from wayproof.story.itineraries.itinerary import Itinerary
    from wayproof.verdict.cases import LegCase
    from wayproof.verdict.findings import Finding
    from wayproof.verdict.grades import Verdict
    from wayproof.verdict.journey import Judgement

MOST_PLACES: Final = 5
"""How many places the question names before it says "and others"."""

SUPPOSED: Final = "hypothesis"
"""The basis of a visit that the story does not tell."""

WHO: Final = {
    "limit": "even the fastest on record",
    "brisk": "even a determined and lucky traveller",
    "typical": "an ordinary traveller",
}

WHO_NEEDS: Final = {
    "limit": "even the best performance on record would take",
    "brisk": "even a determined and lucky traveller needs",
    "typical": "an ordinary traveller needs",
}

CLOSED_RULE: Final = "closed-to-vehicles"
"""The rule whose finding says already what every way leads through."""

NO_WAY_RULE: Final = "stated-mode-missing"
"""The rule after whose finding there is no way whose time could be told."""

PLURAL: Final = regex(r"(?:[^s]s|people|men|women|children|police|crew|family)$")
"""Descriptions of more than one traveller, which take no "a"."""

MINUTE: Final = 60.0
SLIGHT: Final = 0.05
"""A difference of a smaller share than this is slight: the estimates are no better."""

NOT_ASKED: Final = "The story tells of no journey between two places that could be checked."


def summary(
    verdict: Verdict,
    judged: Sequence[Judgement],
    unresolved: Sequence[Unresolved],
    *,
    likely: Sequence[str] = (),
    undated: Sequence[str] = (),
) -> str:
    """Three sentences about a story.

    Parameters
    ----------
    verdict
        The grade range of the whole.
    judged
        The itineraries, best first.
    unresolved
        The names that could not be settled.
    likely
        The places where the traveller was by likelihood alone.
    undated
        Time words that say no day without the day of publication, which is not given.
    """
    rest = _likely(likely) + _names(unresolved) + (_hours(unresolved) if verdict.is_unknown else "")
    if verdict.is_unknown and undated:
        mean = "means" if len(undated) == 1 else "mean"
        words = listed(tuple(f'"{word}"' for word in undated))
        rest = f" Without the day of publication (--published) nobody can say what day {words} {mean}.{rest}"
    if not judged or not judged[0].case.legs:
        return f"{NOT_ASKED} The verdict is unknown.{rest}"
    best = judged[0]
    return " ".join((_asked(best), _answer(verdict, best), _open(verdict, judged))) + rest


def _asked(judgement: Judgement) -> str:
    itinerary = judgement.case.itinerary
    names: dict[str, str] = {}
    for visit in itinerary.visits:
        when = span_words(visit.earliest, visit.latest, visit.place) if visit.earliest else ""
        if visit.basis != SUPPOSED:
            names.setdefault(visit.place.name, f"{visit.place.name}{f' ({when})' if when else ''}")
    places = tuple(names.values())
    told = "" if _by_hand(judgement) else ", as the story tells"
    return f"Could {_who(itinerary)} have {_travelled(places, supposed=_is_open(judgement))}{told}?"


def _travelled(places: tuple[str, ...], *, supposed: bool) -> str:
    """The journey as a participle: "gone from A to B by way of C", "come to A and gone on to B"."""
    first, rest = places[0], places[1:]
    if not rest:
        return f"{'come to' if supposed else 'been in'} {first}"
    shown = listed(rest) if len(rest) < MOST_PLACES else f"{', '.join(rest[: MOST_PLACES - 1])} and other places"
    if supposed:
        return f"come to {first} and gone on to {shown}"
    return f"gone from {first} to {shown}"


def _who(itinerary: Itinerary) -> str:
    """The traveller as the subject of a sentence: "an unnamed courier", "the journalist Anna Novak"."""
    traveller = itinerary.traveller
    if not traveller:
        return "the traveller"
    first, _, rest = traveller.partition(" ")
    if rest and first.lower() in itinerary.roles:
        return f"the {first.lower()} {rest}"
    if not first[0].islower() or first in {"the", "a", "an"}:
        return traveller
    if PLURAL.search(traveller):
        return f"the {traveller}"
    return f"{'an' if first[0] in 'aeiou' else 'a'} {traveller}"


def _by_hand(judgement: Judgement) -> bool:
    return all(visit.basis == GIVEN for visit in judgement.case.itinerary.visits)


def _is_open(judgement: Judgement) -> bool:
    return judgement.case.itinerary.hypothesis is not None or judgement.case.itinerary.origin_open


def _answer(verdict: Verdict, judgement: Judgement) -> str:
    label = verdict.label.capitalize()
    worst = _capping(judgement)
    if worst is not None and _settles(worst, verdict, best=judgement.solution.joint.best):
        return f"{label}: {lower_first(worst.text)}"
    if verdict.is_unknown:
        return f"{label}: {_why_unknown(judgement)}"
    return f"{label}: {_by_time(judgement)}"


def _by_time(judgement: Judgement) -> str:
    """What the times say: the leg that decides, or the clash of several."""
    decides = _deciding(judgement)
    fits = "nothing in the times makes the journey impossible."
    if decides is None or decides.window is None:
        return fits
    clash = next(iter(judgement.assessment.conflicts), None)
    if clash is not None and decides.verdict.best is Grade.POSSIBLE:
        if not clash.legs:
            return f"the times that are told contradict each other by {spoken_words(clash.hours_short)}."
        over = f"{WHO[clash.bound]} {about_words(clash.hours_short)} more than there is"
        return f"each leg fits alone, but one after another they take {over}."
    if _is_open(judgement) and decides.verdict.best is Grade.POSSIBLE:
        return f"{fits} {_leg_words(judgement, decides)}"
    return lower_first(_leg_words(judgement, decides))


def _capping(judgement: Judgement) -> Finding | None:
    """The finding that settles the grade whatever the times are; None if the times do."""
    worst = min(judgement.assessment.findings, key=_weight, default=None)
    capped = worst is not None and worst.grade is not None and worst.rule in CAPPING
    return worst if capped else None


def _settles(finding: Finding, verdict: Verdict, *, best: Grade) -> bool:
    """Whether a finding that caps the grade says more of the verdict than the times, whose best grade is given."""
    return verdict.is_refuted or (finding.grade is verdict.best and verdict.best < best)


def _deciding(judgement: Judgement) -> LegCase | None:
    pairs = zip(judgement.case.legs, judgement.assessment.legs, strict=True)
    return next((leg for leg, assessed in pairs if assessed.decides), None)


def _leg_words(judgement: Judgement, leg: LegCase) -> str:
    """What the deciding leg leaves and what it takes, as a sentence."""
    window = window_seconds(leg.window or 0.0, leg.destination)
    if window < 0.0:
        return backwards_words(leg.origin, leg.destination, -window)
    a, b = leg.origin.place, leg.destination.place
    giver = "The times given leave" if _by_hand(judgement) else "The story leaves"
    time = spoken_words(window / HOUR_SECONDS) if window >= MINUTE else "no time"
    way = f"{far(leg)} from" if leg.times.separation_km > 0.0 else "way from"
    leaves = f"{giver} {time} for the {way}"
    if leg.origin.basis == SUPPOSED:
        leaves = f"If it began in {a.name}, {lower_first(leaves)} there to {b.name}"
    else:
        leaves = f"{leaves} {a.name} to {b.name}"
    return f"{leaves}; {_needs(leg, window)}."


def _needs(leg: LegCase, window: float) -> str:
    """What the way of a leg takes, and how that compares with its window in seconds."""
    low, grade = leg.times.low, leg.verdict.best
    if grade is Grade.IMPOSSIBLE:
        stated = " or ".join(mode_words(mode) for mode in leg.leg.query.modes)
        took = about_words(low.limit / HOUR_SECONDS)
        return f"{stated}{', ' if stated else ''}{WHO_NEEDS['limit']} {took}{_over(low.limit, window)}"
    best = named_way(leg)
    unsure = leg.verdict.is_unknown and is_outer_bound(leg.leg)
    if unsure or best is None or best.time.typical is None or best.time.brisk is None:
        return "how long an ordinary traveller needs cannot be estimated"
    if grade is Grade.IMPLAUSIBLE:
        estimated = [route for route in leg.leg.routes if route.time.brisk is not None]
        quick = min(estimated, key=lambda route: route.time.brisk or route.time.limit)
        took = about_words(low.brisk / HOUR_SECONDS)
        return f"{WHO_NEEDS['brisk']} about {took} {way_words(quick)}{_over(low.brisk, window)}"
    typical = best.time.typical.total_seconds()
    needs = f"{WHO_NEEDS['typical']} about {about_words(typical / HOUR_SECONDS)} {way_words(best)}"
    if grade is Grade.TIGHT:
        brisk = about_words(best.time.brisk.total_seconds() / HOUR_SECONDS)
        return f"{needs}{_over(typical, window)}, a determined and lucky one about {brisk}"
    spare = window - typical
    if typical < SLIGHT * window:
        return f"{needs}, far less than that"
    return (
        f"{needs}, with {about_words(spare / HOUR_SECONDS, like=typical / HOUR_SECONDS)} to spare"
        if spare > SLIGHT * window
        else needs
    )


def _over(took: float, window: float) -> str:
    """By how much a way takes longer than there is; empty where there is no time at all."""
    if window < MINUTE or took <= window:
        return ""
    if took - window < SLIGHT * took:
        return ", slightly more than there is"
    return f", {about_words((took - window) / HOUR_SECONDS, like=took / HOUR_SECONDS)} more than there is"


def _why_unknown(judgement: Judgement) -> str:
    case = judgement.case
    first = next((leg for leg in case.legs if leg.origin.basis == SUPPOSED and leg.window is None), None)
    if first is not None:
        told = [leg for leg in case.legs if leg.judged and not leg.verdict.is_refuted]
        ways = [f"{leg.origin.place.name} to {leg.destination.place.name}" for leg in told[:2]]
        fits = f"; for what it does time ({listed(ways)}) there is enough" if ways else ""
        return (
            "nothing in the times makes the journey impossible, but the story does not say from where or when the way "
            f"to {first.destination.place.name} began{fits}."
        )
    rules = ("doubtful-reading", "no-window", "ambiguous-name", "no-estimate")
    found = [one for rule in rules for one in judgement.assessment.findings if one.rule == rule]
    if found and found[0].rule == "doubtful-reading":
        return f"what speaks against the story may be misread; {lower_first(found[0].text)}"
    return lower_first(found[0].text) if found else "what is told is too vague to say."


def _open(verdict: Verdict, judged: Sequence[Judgement]) -> str:
    best = judged[0]
    parts = []
    if _is_open(best):
        parts.append(_origins(judged))
    untimed = [leg for leg in best.case.legs if leg.window is None and leg.times.separation_km > 0.0]
    if untimed and not verdict.is_unknown:
        ways = [f"{leg.origin.place.name} to {leg.destination.place.name}" for leg in untimed[:2]]
        parts.append(f"when the way from {listed(ways)} was made")
    doubtful = [visit.place.name for visit in best.case.itinerary.visits if visit.alternatives]
    if doubtful and not verdict.is_unknown:
        parts.append(f"which {listed(tuple(dict.fromkeys(doubtful)))} is meant")
    nearest = _nearest_border(best) if _is_open(best) else ""
    if parts:
        return f"Not told: {'; '.join(parts)}.{nearest}{_barred(best)}"
    beside = f"{_by_time_alone(verdict, best)}{_barred(best)}".strip()
    if beside:
        return beside
    if verdict.is_refuted:
        return "Whether the times and places were reported correctly is not known."
    if verdict.is_unknown:
        return "The times neither rule the journey out nor confirm it."
    if verdict.label == Grade.TIGHT.word:
        return "The times make the journey hard, and do not refute it."
    return "That there was time does not show that it happened."


def _by_time_alone(verdict: Verdict, judgement: Judgement) -> str:
    """What the times alone would say of a journey that something else refutes, or makes hard."""
    capping = _capping(judgement)
    alone = judgement.solution.joint
    if capping is None or capping.rule == NO_WAY_RULE or not _settles(capping, verdict, best=alone.best):
        return ""
    if alone.is_unknown or alone.best < Grade.TIGHT:
        return ""
    return f"By time alone the journey would be {alone.label}."


def _barred(judgement: Judgement) -> str:
    """The closed or unguarded border that every way found leads through, or the post that let only some through."""
    if any(found.rule == CLOSED_RULE and found.grade is not None for found in judgement.assessment.findings):
        return ""
    world = judgement.case.world
    for found in judgement.assessment.findings:
        leg = next((one for one in judgement.case.legs if one.leg.first == found.leg), None)
        best = named_way(leg) if leg is not None else None
        if leg is None or best is None:
            continue
        way = f"from {leg.origin.place.name} to {leg.destination.place.name}"
        if found.rule == "unlawful-step":
            event = next((one for one in best.borders if one.status.status == CLOSED or one.kind == "green"), None)
            if event is not None:
                return f" Every way found {way} leads over {border_words(event, world)}."
            return f" Every way found {way} passes a closed border, or one where there is no post."
        if found.rule == "crossing-restricted" and judgement.assessment.verdict.best >= Grade.TIGHT:
            return f" {found.text}"
    return ""


def _origins(judged: Sequence[Judgement]) -> str:
    """Where the journey began: what was tried, and what came of it."""
    tried = [one for one in judged if one.case.itinerary.hypothesis is not None]
    names = tuple(dict.fromkeys(one.case.itinerary.visits[0].place.name for one in tried))
    labels = tuple(dict.fromkeys(one.assessment.verdict.label for one in tried))
    if not names:
        return "where the journey began"
    came = f"each comes out as {labels[0]}" if len(names) > 1 else f"it comes out as {labels[0]}"
    if len(labels) > 1:
        came = f"the answer depends on it ({' or '.join(labels)})"
    tried_out = f"{listed(names)} {'was tried as a hypothesis' if len(names) == 1 else 'were tried as hypotheses'}"
    return f"where the journey began; {tried_out}, and {came}"


def _nearest_border(judgement: Judgement) -> str:
    """How far the nearest foreign border is from the first place that the story tells of; empty for an area."""
    told = [visit.place for visit in judgement.case.itinerary.visits if visit.basis != SUPPOSED]
    if not told or told[0].is_area:
        return ""
    world, place = judgement.case.world, told[0]
    border = next(iter(world.borders.nearest(place.lat, place.lon)), None)
    if border is None:
        return ""
    country = country_name(border.country, world)
    return f" The border nearest to {place.name} is that with {country}, {km_words(border.km)} away."


def _likely(names: Sequence[str]) -> str:
    shown = (
        listed(tuple(names[:MOST_PLACES]))
        if len(names) <= MOST_PLACES
        else f"{', '.join(names[:MOST_PLACES])} and others"
    )
    return f" Likely, and not told in so many words: that the traveller was in {shown}." if names else ""


def _names(unresolved: Sequence[Unresolved]) -> str:
    names = tuple(dict.fromkeys(one.text for one in unresolved if one.kind == "name"))
    stops = sum(one.kind == ACTOR for one in unresolved)
    told = " One stop is told of which it is open whose it is." if stops == 1 else ""
    told = f" {stops} stops are told of which it is open whose they are." if stops > 1 else told
    if not names:
        return told
    shown = listed(names[:MOST_PLACES]) if len(names) <= MOST_PLACES else f"{', '.join(names[:MOST_PLACES])} and others"
    return f" Names that could not be placed: {shown}.{told}"


def _hours(unresolved: Sequence[Unresolved]) -> str:
    hours = tuple(dict.fromkeys(f'"{one.text}"' for one in unresolved if one.kind == TIME))
    if not hours:
        return ""
    shown = listed(hours[:MOST_PLACES]) if len(hours) <= MOST_PLACES else f"{', '.join(hours[:MOST_PLACES])} and others"
    return f" Hours that no stop was given: {shown}."


def _weight(finding: Finding) -> int:
    return int(finding.grade) if finding.grade is not None else len(Grade)
