"""The assessment of a whole story: all itineraries judged, the best first, in words and with what would flip it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.geoparsing.unresolved import Unresolved
from wayproof.story.journey.told_closures import told_closures
from wayproof.story.journey.told_exceptions import told_exceptions
from wayproof.story.temporal.weekday_slips import weekday_slips
from wayproof.verdict.alternatives import alternatives
from wayproof.verdict.assessment import AssessedPlace, Assessment, MentionSpan
from wayproof.verdict.grades import UNKNOWN
from wayproof.verdict.journey import judge, overall, rank
from wayproof.verdict.likely_visits import weigh
from wayproof.verdict.prism import prism
from wayproof.verdict.sensitivity import assumptions
from wayproof.verdict.summary import summary
from wayproof.verdict.wording import country_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.itineraries.itinerary import Itinerary
    from wayproof.story.text.document import Story
    from wayproof.travel.routes import LegQuery, Route
    from wayproof.verdict.assessment import ItineraryAssessment
    from wayproof.verdict.findings import Finding
    from wayproof.verdict.journey import Judgement
    from wayproof.verdict.leg_assessment import Prism
    from wayproof.verdict.legs import PlannedItinerary
    from wayproof.world.atlas import World
    from wayproof.world.manifest import DataFile
    from wayproof.world.places import Place

MOST_BORDERS: Final = 6
"""How many neighbouring borders are measured from each place."""

MOST_PRISMS: Final = 12
"""For how many legs of a story the ground within reach is worked out."""

UNTIMED: Final = "no-window"
"""The rule whose remarks are told of the best itinerary only: every hypothesis repeats them."""

NAMED: Final = frozenset({MentionKind.PLACE, MentionKind.DATELINE})
"""Mentions that name a place as a place; "Lithuanian" and "Washington said" do not."""


def assess(
    story: Story | None,
    toponyms: Sequence[Toponym],
    unresolved: Sequence[Unresolved],
    planned: Sequence[PlannedItinerary],
    world: World,
    *,
    likely: Sequence[PlannedItinerary] = (),
    others: Sequence[PlannedItinerary] = (),
    title: str | None = None,
    published: date | None = None,
    ways: Callable[[LegQuery], tuple[Route, ...]] | None = None,
    data: Sequence[DataFile] = (),
    notes: Sequence[str] = (),
    undated: Sequence[str] = (),
) -> Assessment:
    """The assessment of a story, or of itineraries that come without one.

    Parameters
    ----------
    story
        The text; None for itineraries given by hand.
    toponyms, unresolved
        The place names of the text: settled, and not.
    planned
        The itinerary of the text, or one for each hypothesis about its open origin, with the ways of each leg.
        Without any the verdict is unknown.
    world
        What is known about the Earth.
    likely
        The same itineraries with the stops that the text only makes likely, as far as there are any.
    others
        What is told beside them; it is judged, but does not decide.
    title, published
        Instead of the story's own; for itineraries without one, the headline and the day that their file gives.
    ways
        Finds the routes of a leg, to try other ways of travelling; None to leave that out.
    data
        The data files that were used.
    notes
        One line for each service that failed.
    undated
        Time words of the text that say no day as long as the day of publication is not given.
    """
    published = published or (story.published if story is not None else None)
    slips = weekday_slips(story) if story is not None else ()
    closures = told_closures(story) if story is not None else ()
    exceptions = told_exceptions(story) if story is not None else ()

    def judged_alone(one: PlannedItinerary) -> Judgement:
        return judge(one, published, world, slips, closures, exceptions=exceptions)

    rounded = {_supposed(one): one for one in likely}
    weighed = [weigh(one, rounded.get(_supposed(one)), judged_alone, ways) for one in planned]
    weighed.sort(key=lambda one: rank(one.whole.assessment.verdict))
    judged, basis = [one.whole for one in weighed], [one.basis for one in weighed]
    beside = [judged_alone(one) for one in others]
    verdict = overall(judged) if judged else UNKNOWN
    left_out = tuple(dict.fromkeys(missed for one in weighed for missed in one.left_out))
    missing = (*unresolved, *_unplaced(toponyms, unresolved), *left_out)
    found: dict[tuple[str, str], Finding] = {}
    for position, one in enumerate(judged):
        for finding in one.assessment.findings:
            if position == 0 or finding.rule != UNTIMED:
                found.setdefault((finding.rule, finding.text), finding)
    places = _places(toponyms, [one.case.itinerary for one in (*judged, *beside)], world)
    itineraries = _with_prisms((*judged, *beside), world)
    return Assessment(
        title=title or (story.title if story is not None else None),
        published=published,
        name=story.name if story is not None else "",
        text=story.text if story is not None else "",
        text_sha256=story.text_sha256 if story is not None else None,
        verdict=verdict,
        summary=summary(verdict, basis, missing, likely=_likely(judged), undated=undated),
        places=places,
        unresolved=missing,
        itineraries=itineraries,
        findings=tuple(found.values()),
        assumptions=assumptions(basis, ways=ways, bearers=_bearers(toponyms)),
        data=tuple(data),
        notes=tuple(notes),
        alternatives=alternatives(basis, ways=ways),
        countries={code: country_name(code, world) for code in _codes(places, itineraries)},
    )


def _supposed(planned: PlannedItinerary) -> tuple[str, tuple[str, ...]] | None:
    """The origin and the countries in between that an itinerary supposes; None for one that supposes nothing."""
    hypothesis = planned.itinerary.hypothesis
    return None if hypothesis is None else (hypothesis.origin, hypothesis.via)


def _likely(judged: Sequence[Judgement]) -> tuple[str, ...]:
    """The names of the places at which the best itinerary has the traveller by likelihood alone."""
    visits = judged[0].case.itinerary.visits if judged else ()
    return tuple(dict.fromkeys(visit.place.name for visit in visits if visit.chance < 1.0))


def _codes(places: Sequence[AssessedPlace], itineraries: Sequence[ItineraryAssessment]) -> frozenset[str]:
    """The countries of the places, of the borders near them and of those on the ways."""
    routes = [one.route for itinerary in itineraries for leg in itinerary.legs for one in leg.routes]
    passed = (code for route in routes for event in route.borders for code in (event.from_country, event.to_country))
    near = (border.country for one in places for border in one.borders)
    return frozenset({*passed, *near, *(one.place.country for one in places if one.place.country)})


def _with_prisms(judged: Sequence[Judgement], world: World) -> tuple[ItineraryAssessment, ...]:
    """The assessments with the ground within reach on their legs; hypotheses share most of theirs."""
    known: dict[tuple[str, str, float | None, tuple[str, ...]], Prism | None] = {}
    found = []
    for one in judged:
        legs = []
        for case, leg in zip(one.case.legs, one.assessment.legs, strict=True):
            key = (leg.origin.id, leg.destination.id, case.window, tuple(way.route.mode for way in leg.routes))
            if key not in known and len(known) < MOST_PRISMS:
                known[key] = prism(case, world)
            legs.append(replace(leg, prism=known.get(key)))
        found.append(replace(one.assessment, legs=tuple(legs)))
    return tuple(found)


def _bearers(toponyms: Sequence[Toponym]) -> dict[str, tuple[Place, ...]]:
    """Place id to all places that bear the name it was named by, the chosen one included."""
    return {
        one.place.id: tuple(candidate.place for candidate in one.alternatives)
        for one in toponyms
        if one.place is not None and one.alternatives
    }


def _unplaced(toponyms: Sequence[Toponym], unresolved: Sequence[Unresolved]) -> tuple[Unresolved, ...]:
    """Toponyms without a place that the list of unresolved names lacks."""
    known = {(one.start, one.end) for one in unresolved}
    return tuple(
        Unresolved(one.mention.start, one.mention.end, one.mention.text, one.reason)
        for one in toponyms
        if one.place is None and one.mention.kind in NAMED and (one.mention.start, one.mention.end) not in known
    )


def _places(toponyms: Sequence[Toponym], itineraries: Sequence[Itinerary], world: World) -> tuple[AssessedPlace, ...]:
    """The places of all visits in order, then the other places that the text names."""
    visited = [visit.place for itinerary in itineraries for visit in itinerary.visits]
    named = [one.place for one in toponyms if one.place is not None and one.mention.kind in NAMED]
    supposed = {
        visit.place.id for itinerary in itineraries for visit in itinerary.visits if visit.basis == "hypothesis"
    }
    places = {place.id: place for place in (*visited, *named)}
    return tuple(
        _place(place, [one for one in toponyms if one.place is not None and one.place.id == place.id], supposed, world)
        for place in places.values()
    )


def _place(place: Place, said: Sequence[Toponym], supposed: set[str], world: World) -> AssessedPlace:
    first = said[0] if said else None
    reason = first.reason if first else "supposed as the origin" if place.id in supposed else "given"
    return AssessedPlace(
        place=place,
        reason=reason,
        mentions=tuple(MentionSpan(one.mention.start, one.mention.end, one.mention.text) for one in said),
        alternatives=first.alternatives if first else (),
        ambiguous=any(one.ambiguous for one in said),
        borders=() if place.is_area else world.borders.nearest(place.lat, place.lon)[:MOST_BORDERS],
    )
