"""The whole pipeline: a story in, an assessment out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import find_mentions
from wayproof.story.geoparsing.toponyms import resolve
from wayproof.story.journey.bearers_on_way import with_bearers_on_way
from wayproof.story.journey.hypotheses import propose_origins
from wayproof.story.journey.local_namesakes import with_local_namesakes
from wayproof.story.journey.names_settled import with_settled_names
from wayproof.story.journey.nearer_bearers import with_nearer_bearers
from wayproof.story.journey.one_neighbourhood import with_one_neighbourhood
from wayproof.story.journey.stays import with_stays
from wayproof.story.journey.visits import read_itineraries
from wayproof.story.temporal.timex import find_times
from wayproof.story.temporal.unanchored import unanchored
from wayproof.story.text.language import NOT_ENGLISH, reads_as_english
from wayproof.travel.search import find_routes
from wayproof.verdict.assess import assess
from wayproof.verdict.legs import plan
from wayproof.world.manifest import data_files
from wayproof.world.zones import zone_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from wayproof.story.geoparsing.pipelines import Pipeline
    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.geoparsing.unresolved import Unresolved
    from wayproof.story.itineraries.itinerary import Itinerary
    from wayproof.story.text.document import Story
    from wayproof.travel.routes import LegQuery, Route
    from wayproof.travel.streets import Streets
    from wayproof.verdict.assessment import Assessment
    from wayproof.world.atlas import World
    from wayproof.world.geocoder import Geocoder


@dataclass(frozen=True, slots=True)
class Reading:
    """What a story says about a journey.

    Attributes
    ----------
    told
        The itinerary of the text alone.
    supposed
        One itinerary for each hypothesis about an open origin; () when the text fixes it.
    others
        The journeys of other people whom the story moves; they do not decide.
    toponyms, unresolved
        The place names of the text: settled, and not.
    """

    told: Itinerary
    supposed: tuple[Itinerary, ...]
    toponyms: tuple[Toponym, ...]
    unresolved: tuple[Unresolved, ...]
    others: tuple[Itinerary, ...] = ()
    likely: tuple[Itinerary, ...] = ()


def itineraries_of(
    story: Story,
    world: World,
    *,
    traveller: str | None = None,
    overrides: Mapping[str, str] | None = None,
    geocoder: Geocoder | None = None,
    pipeline: Pipeline | None = None,
) -> Reading:
    """Read a story: its places, its times, its visits, and where the journey may have begun.

    Parameters
    ----------
    story
        The text.
    world
        What is known about the Earth.
    traveller
        Whose journey; None for the person the story is about.
    overrides
        What names mean here, against the gazetteer: name to place.
    geocoder
        Asked for names that the gazetteer lacks; None for offline work.
    pipeline
        A second reader of place names; None for none.

    Raises
    ------
    UnknownPlaceError
        An override names no place.
    """
    mentions, odd = find_mentions(story, world.gazetteer, pipeline=pipeline)
    meant = dict(overrides or {})
    toponyms, open_names = resolve(mentions, story, world.gazetteer, overrides=meant)
    if geocoder is not None:
        found = _located({one.text for one in (*odd, *open_names)} - set(meant), geocoder)
        toponyms, open_names = resolve(mentions, story, world.gazetteer, overrides={**found, **meant})
        odd = tuple(one for one in odd if one.text not in found)

    def read(names: Sequence[Toponym]) -> list[Itinerary]:
        found = read_itineraries(story, names, find_times(story), traveller=traveller, zone_at=zone_at)
        whole = found[0].whole and with_stays(found[0].whole, story.text)
        return [
            replace(with_stays(found[0], story.text), whole=whole),
            *(with_stays(one, story.text) for one in found[1:]),
        ]

    told, *others = read(toponyms)
    for better in BETTER_NAMES:
        if (nearer := better(story.text, told.visits, toponyms)) is not None:
            toponyms = nearer
            told, *others = read(toponyms)
    missing = tuple(dict.fromkeys((*odd, *open_names, *told.unsettled)))
    supposed = propose_origins(told, story, toponyms, world)
    whole = told.whole and with_stays(told.whole, story.text)
    likely = () if whole is None else propose_origins(whole, story, toponyms, world) or (whole,)
    return Reading(told, supposed, toponyms, missing, tuple(others), likely)


BETTER_NAMES = (
    with_bearers_on_way,
    with_nearer_bearers,
    with_one_neighbourhood,
    with_local_namesakes,
    with_settled_names,
)
"""What asks the journey as read which places its names mean, in this order."""


def _located(names: Iterable[str], geocoder: Geocoder) -> dict[str, str]:
    """Positions, as overrides, for names that the gazetteer lacks."""
    answers = {name: geocoder.locate(name) for name in sorted(names)}
    return {name: f"{places[0].lat},{places[0].lon}" for name, places in answers.items() if places}


def check(
    story: Story,
    world: World,
    *,
    traveller: str | None = None,
    overrides: Mapping[str, str] | None = None,
    geocoder: Geocoder | None = None,
    streets: Streets | None = None,
    pipeline: Pipeline | None = None,
) -> Assessment:
    """Whether the journey that a story tells can have happened.

    Parameters as ``itineraries_of``; `streets` is a detailed network for the ends of each leg, None for none.
    """
    read = itineraries_of(story, world, traveller=traveller, overrides=overrides, geocoder=geocoder, pipeline=pipeline)
    ways = _ways(world, streets)
    planned = [plan(itinerary, ways) for itinerary in read.supposed or (read.told,)]
    likely = [plan(itinerary, ways) for itinerary in read.likely]
    beside = [replace(one, decides=False) for one in (*((read.told,) if read.supposed else ()), *read.others)]
    notes = [] if reads_as_english(story.text) else [NOT_ENGLISH]
    notes += [_ALSO_TOLD.format(one.traveller) for one in read.others if one.traveller]
    notes += _told_by(geocoder, streets)
    return assess(
        story,
        read.toponyms,
        read.unresolved,
        planned,
        world,
        likely=likely,
        others=[plan(itinerary, ways) for itinerary in beside],
        ways=ways,
        data=data_files(),
        notes=notes,
        undated=unanchored(find_times(story)) if story.published is None else (),
    )


_ALSO_TOLD = "The story also tells of the way of {0}, which does not decide the verdict; --traveller judges it instead."


def check_itinerary(
    itinerary: Itinerary,
    world: World,
    *,
    title: str | None = None,
    geocoder: Geocoder | None = None,
    streets: Streets | None = None,
    others: Sequence[Itinerary] = (),
) -> Assessment:
    """Whether an itinerary given by hand can have been travelled; `others` fill what it leaves open in other ways.

    Its places are settled already: `geocoder` is the service that helped with them, if one did, and only tells how it
    fared.
    """
    ways = _ways(world, streets)
    given = (itinerary, *others)
    notes = _told_by(geocoder, streets)
    return assess(
        None,
        (),
        itinerary.unsettled,
        [plan(one.without(one.likely), ways) for one in given],
        world,
        likely=[plan(one, ways) for one in given if one.likely],
        title=title or itinerary.title,
        published=itinerary.published,
        ways=ways,
        data=data_files(),
        notes=notes,
    )


def _told_by(*services: Geocoder | Streets | None) -> list[str]:
    """What the online services have to say: one line for each that failed."""
    return [note for service in services if service is not None for note in service.notes()]


def _ways(world: World, streets: Streets | None) -> Callable[[LegQuery], tuple[Route, ...]]:
    """The route search, each question asked once: hypotheses share most of their legs."""

    @cache
    def ways(query: LegQuery) -> tuple[Route, ...]:
        return find_routes(query, world, streets=streets)

    return ways
