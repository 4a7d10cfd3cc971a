"""The answer in three sentences that can be quoted: what was asked, the grade and what decides it, what is unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wayproof.verdict.border_rules import BORDER_RULES
from wayproof.verdict.grades import Grade
from wayproof.verdict.journey import quickest
from wayproof.verdict.wording import (
    hours_words,
    km_words,
    listed,
    mode_words,
    seconds_words,
    span_words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.mentions import Unresolved
    from wayproof.verdict.cases import LegCase
    from wayproof.verdict.findings import Finding
    from wayproof.verdict.grades import Verdict
    from wayproof.verdict.journey import Judgement

MOST_PLACES: Final = 5
"""How many places the question names before it says "and others"."""

SUPPOSED: Final = "hypothesis"
"""The basis of a visit that the story does not tell."""

CAPPING: Final = frozenset({rule.name for rule in BORDER_RULES})
"""Rules whose findings say more than the times do."""

NOT_ASKED: Final = "The story tells of no journey between two places that could be checked."


def summary(verdict: Verdict, judged: Sequence[Judgement], unresolved: Sequence[Unresolved]) -> str:
    """Three sentences about a story.

    Parameters
    ----------
    verdict
        The grade range of the whole.
    judged
        The itineraries, best first.
    unresolved
        The names that could not be settled.
    """
    if not judged or not judged[0].case.legs:
        missing = _names(unresolved)
        return f"{NOT_ASKED} The verdict is unknown.{missing}"
    best = judged[0]
    return " ".join((_asked(best), _answer(verdict, best), _open(verdict, judged, unresolved)))


def _asked(judgement: Judgement) -> str:
    itinerary = judgement.case.itinerary
    names: dict[str, str] = {}
    for visit in itinerary.visits:
        when = span_words(visit.earliest, visit.latest, visit.place) if visit.earliest else ""
        if visit.basis != SUPPOSED:
            names.setdefault(visit.place.name, f"{visit.place.name}{f' ({when})' if when else ''}")
    told = list(names.values())
    places = listed(told) if len(told) <= MOST_PLACES else f"{', '.join(told[:MOST_PLACES])} and others"
    who = itinerary.traveller or "the traveller"
    return f"Could {who} have made the journey that the story tells: {places}?"


def _answer(verdict: Verdict, judgement: Judgement) -> str:
    label = verdict.label.capitalize()
    worst = min(judgement.assessment.findings, key=_weight, default=None)
    capped = worst is not None and worst.grade is not None and worst.rule in CAPPING
    if worst is not None and capped and verdict.is_refuted:
        return f"{label}: {_lower(worst.text)}"
    decides = next((leg for leg, one in _paired(judgement) if one), None)
    if verdict.is_unknown or decides is None or decides.window is None:
        return f"{label}: {_why_unknown(judgement)}" if verdict.is_unknown else f"{label}: nothing in it is refuted."
    if verdict.is_refuted and judgement.assessment.conflicts and decides.verdict.best is Grade.POSSIBLE:
        short = judgement.assessment.conflicts[0].hours_short
        return f"{label}: its legs fit one by one, and together they miss by {hours_words(short)}."
    return f"{label}: {_leg_words(decides)}"


def _leg_words(leg: LegCase) -> str:
    way = f"{leg.origin.place.name} to {leg.destination.place.name} ({km_words(leg.times.separation_km)} at least)"
    window = leg.window or 0.0
    if window < 0.0:
        return f"{way} would have ended {seconds_words(-window)} before it began."
    leaves = f"the story leaves {seconds_words(window)} for {way}"
    best, grade = quickest(leg), leg.verdict.best
    if grade is Grade.IMPOSSIBLE:
        return f"{leaves}, and the best on record would need {seconds_words(leg.times.low.limit)}."
    if best is None or best.time.typical is None:
        return f"{leaves}; there is no honest estimate for an ordinary traveller."
    typical = best.time.typical.total_seconds()
    rest = window - typical
    spare = f"{seconds_words(rest)} to spare" if rest >= 0.0 else f"{seconds_words(-rest)} too little"
    return f"{leaves}; {mode_words(best.mode)} an ordinary traveller needs {seconds_words(typical)}: {spare}."


def _why_unknown(judgement: Judgement) -> str:
    case = judgement.case
    first = next((leg for leg in case.legs if leg.origin.basis == SUPPOSED and leg.window is None), None)
    if first is not None:
        judged = [leg for leg in case.legs if leg.judged and not leg.verdict.is_refuted]
        ways = [f"{leg.origin.place.name} to {leg.destination.place.name}" for leg in judged[:2]]
        fits = f"; what it does time ({listed(ways)}) fits" if ways else ""
        return f"the story does not say when and from where the way to {first.destination.place.name} began{fits}."
    untimed = next((one for one in judgement.assessment.findings if one.rule == "no-window"), None)
    doubtful = next((one for one in judgement.assessment.findings if one.rule == "ambiguous-name"), None)
    blind = next((one for one in judgement.assessment.findings if one.rule == "no-estimate"), None)
    found = untimed or doubtful or blind
    return _lower(found.text) if found else "what the story tells is too vague to say."


def _open(verdict: Verdict, judged: Sequence[Judgement], unresolved: Sequence[Unresolved]) -> str:
    best = judged[0]
    parts = []
    if best.case.itinerary.hypothesis is not None or best.case.itinerary.origin_open:
        origins = dict.fromkeys(
            one.case.itinerary.visits[0].place.name for one in judged if one.case.itinerary.hypothesis is not None
        )
        labels = {one.assessment.verdict.label for one in judged}
        supposed = f" ({listed(tuple(origins))} were tried)" if len(origins) > 1 else ""
        differ = ", and the answer depends on it" if len(labels) > 1 else ""
        parts.append(f"where the journey began{supposed}{differ}")
    untimed = [leg for leg in best.case.legs if leg.window is None and leg.times.separation_km > 0.0]
    if untimed and not verdict.is_unknown:
        ways = [f"{leg.origin.place.name} to {leg.destination.place.name}" for leg in untimed[:2]]
        parts.append(f"when {listed(ways)} was travelled")
    doubtful = [visit.place.name for visit in best.case.itinerary.visits if visit.alternatives]
    if doubtful:
        parts.append(f"which {listed(tuple(dict.fromkeys(doubtful)))} is meant")
    names = _names(unresolved)
    if parts:
        return f"Not told: {'; '.join(parts)}.{names}"
    if any(found.rule == "unlawful-step" for found in best.assessment.findings):
        return f"Every way found needs a step that was not open to everybody.{names}"
    if verdict.is_refuted:
        return f"Whether the times and places are reported rightly is not known.{names}"
    if verdict.is_unknown:
        return f"Nothing that the story says can be refuted by travel, or confirmed.{names}"
    return f"Travel does not refute the story, which does not make it true.{names}"


def _names(unresolved: Sequence[Unresolved]) -> str:
    if not unresolved:
        return ""
    names = tuple(dict.fromkeys(one.text for one in unresolved))
    shown = listed(names[:MOST_PLACES]) if len(names) <= MOST_PLACES else f"{', '.join(names[:MOST_PLACES])} and others"
    return f" Not placed: {shown}."


def _weight(finding: Finding) -> int:
    return int(finding.grade) if finding.grade is not None else len(Grade)


def _paired(judgement: Judgement) -> list[tuple[LegCase, bool]]:
    return [
        (leg, assessed.decides) for leg, assessed in zip(judgement.case.legs, judgement.assessment.legs, strict=True)
    ]


def _lower(text: str) -> str:
    """A sentence to follow a colon: "The story ..." as "the story ..."; names keep their capitals."""
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}" if first in {"The", "There", "By", "Nobody", "A"} else text
