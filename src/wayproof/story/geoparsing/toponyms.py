"""Place names with the place each stands for, its rivals and the reason in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.ambiguity import Spots, anchors_of, is_open, rough_km
from wayproof.story.geoparsing.bases import join_base
from wayproof.story.geoparsing.bearers import MOST_BEARERS, Bearer, NameGroup, lies_in
from wayproof.story.geoparsing.capitals_meant import CAPITAL, capital_meant
from wayproof.story.geoparsing.flown import is_flown
from wayproof.story.geoparsing.grouping import group_key, join, join_partners, shorten
from wayproof.story.geoparsing.names import names_of
from wayproof.story.geoparsing.names_discussed import discussions, glossed
from wayproof.story.geoparsing.names_shared import names_shared
from wayproof.story.geoparsing.namesakes_told import with_namesakes
from wayproof.story.geoparsing.one_region import by_road, local_readings, localise
from wayproof.story.geoparsing.overrides import mentions_of, overridden
from wayproof.story.geoparsing.regions_told import names_area
from wayproof.story.geoparsing.strays import FAR_AWAY, is_stray, stray_bridges, towns_of
from wayproof.story.geoparsing.surroundings import Surroundings, dwarfing, seat, weigh
from wayproof.story.geoparsing.unresolved import NO_ENTRY, Unresolved
from wayproof.story.vocabulary.lexicon import support
from wayproof.world.gazetteer_names import normalise
from wayproof.world.places import ADMIN1, ADMIN2, CITY, COUNTRY, REGION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wayproof.story.geoparsing.ambiguity import Anchors
    from wayproof.story.geoparsing.mentions import Mention
    from wayproof.story.text.document import Story
    from wayproof.world.gazetteer import Places
    from wayproof.world.places import Place

MOST_ALTERNATIVES = 5
_MANY = 3
"""Bearers of a name that can be said to be many."""
ROUNDS = 4
"""Rounds of weighing; the choices rarely change after the second."""

_MOST_MEASURED = 20

ONLY = "the only place of this name"
"""Why a name is settled that one place of the gazetteer bears; a place that it lacks may bear it too."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One bearer of a name, with a score that only compares bearers of the same mention."""

    place: Place
    score: float


@dataclass(frozen=True, slots=True)
class Toponym:
    """A mention with the place it stands for.

    Parameters
    ----------
    mention
        Where and how the text names it.
    place
        The place chosen; None if no bearer could be chosen.
    alternatives
        The best bearers, at most five, the chosen one first.
    reason
        Why this one, in plain words.
    ambiguous
        Whether the text does not settle which bearer is meant.
    bearers, worth, scores
        Every bearer of the name, what each is worth before other names are asked, and after; all empty where the text,
        or the user, says outright which one is meant, or the text that nobody knows.
    """

    mention: Mention
    place: Place | None
    alternatives: tuple[Candidate, ...]
    reason: str
    ambiguous: bool = False
    bearers: Sequence[Bearer] = ()
    worth: Sequence[float] = ()
    scores: Sequence[float] = ()


def resolve(
    mentions: Sequence[Mention],
    story: Story,
    gazetteer: Places,
    *,
    overrides: Mapping[str, str] | None = None,
) -> tuple[tuple[Toponym, ...], tuple[Unresolved, ...]]:
    """The place that each mention stands for, chosen together.

    Parameters
    ----------
    mentions
        As `find_mentions` gives them.
    story
        The story they are from.
    gazetteer
        Where names and regions are looked up.
    overrides
        What the user says: a name of the text, and what it means ("Tripoli, Lebanon", or "32.88,13.19").

    Returns
    -------
    toponyms
        One for each mention with a bearer, in order.
    unresolved
        Mentions without one.

    Raises
    ------
    UnknownPlaceError
        If an override names a place that the gazetteer does not know.
    """
    given = {normalise(name): overridden(name, meant, gazetteer) for name, meant in (overrides or {}).items()}
    told = sorted([*mentions, *mentions_of(given, story, mentions)], key=lambda mention: mention.start)
    open_names = discussions(story.text, told)
    discussed = frozenset(one.name for one in open_names)
    told = glossed(with_namesakes(story, told), open_names)
    groups: dict[tuple[str, bool], NameGroup] = {}
    keys = [group_key(mention) for mention in told]
    names = names_of(gazetteer)
    for mention, key in zip(told, keys, strict=True):
        join(groups, key, mention, given, names)
        if key in groups and names_area(story.text, mention.start, mention.end):
            groups[key].article = True
    for mention, key in zip(told, keys, strict=True):
        if key in groups:
            join_partners(groups, groups[key], mention)
            join_base(groups[key], story.text, mention, names)
            if not groups[key].flown and dwarfing(groups[key], support()) > 0.0:
                groups[key].flown = is_flown(story.text, mention)
    shorten(groups)
    together = list(groups.values())
    around = _settle(together)
    anchors = anchors_of(together)
    raised = local_readings(together, anchors)
    if raised and by_road(_words(story)):
        localise(raised)
        around = _settle(together)
        anchors = anchors_of(together)
    strays = stray_bridges(groups)
    decided = _Decisions(groups, around, anchors, names_shared(story.text, told), discussed)
    toponyms: list[Toponym] = []
    unresolved: list[Unresolved] = []
    towns = towns_of(together)
    for mention, key in zip(told, keys, strict=True):
        group = groups.get(key)
        if group and mention.entries and (key in strays or is_stray(group, group.best, towns)):
            unresolved.append(Unresolved(mention.start, mention.end, mention.text, FAR_AWAY))
        elif group and mention.entries:
            toponyms.append(_in_capital(decided.toponym(mention, key), story.text, group))
        else:
            unresolved.append(Unresolved(mention.start, mention.end, mention.text, NO_ENTRY))
    return tuple(toponyms), tuple(unresolved)


def _in_capital(toponym: Toponym, text: str, group: NameGroup) -> Toponym:
    """The toponym, of the capital where that is meant by its country's name."""
    city = None if group.fixed else capital_meant(text, toponym.mention, toponym.place, group.bearers)
    return toponym if city is None else Toponym(toponym.mention, city, toponym.alternatives, CAPITAL)


def _words(story: Story) -> list[str]:
    """The words of a story in lower case, marks stripped off."""
    return [word.strip(_MARKS) for word in story.text.lower().split()]


_MARKS = ".,;:!?\"'()\u2019\u201c\u201d"


def _settle(groups: Sequence[NameGroup]) -> Surroundings:
    """Weigh all groups against each other until the choices stand still; what they say together in the end."""
    seat(groups)
    for group in groups:
        group.begin()
    around = Surroundings()
    for group in groups:
        around.add(group, 1)
        around.allow(group)
    for _ in range(ROUNDS):
        around.name(groups)
        changed = False
        for group in groups:
            if group.fixed or len(group.bearers) == 1:
                continue
            before = group.best
            around.add(group, -1)
            group.rate(weigh(group, around))
            around.add(group, 1)
            changed |= group.best is not before
        if not changed:
            break
    around.name(groups)
    return around


class _Decisions:
    """The outcome for every group, with rivals, reason and whether the text settles it."""

    def __init__(
        self,
        groups: Mapping[tuple[str, bool], NameGroup],
        around: Surroundings,
        anchors: Anchors,
        shared: frozenset[str] | None,
        discussed: frozenset[str],
    ) -> None:
        self._groups = groups
        self._shared, self._discussed = shared, discussed
        self._around = around
        self._spots = Spots(g.best.place for g in groups.values() if g.best.place.kind is CITY)
        self._anchors = anchors
        self._done: dict[tuple[str, bool], tuple[Place, tuple[Candidate, ...], str, bool]] = {}

    def toponym(self, mention: Mention, key: tuple[str, bool]) -> Toponym:
        """A mention with the decision on its group."""
        if key not in self._done:
            self._done[key] = self._decide(self._groups[key], key[0])
        place, alternatives, reason, ambiguous = self._done[key]
        group = self._groups[key]
        told = group.fixed or group.people or group.regions or group.admin or key[0] in self._discussed
        if len(group.bearers) == 1 or told:
            return Toponym(mention, place, alternatives, reason, ambiguous)
        return Toponym(mention, place, alternatives, reason, ambiguous, group.bearers, group.alone, group.scores)

    def _decide(self, group: NameGroup, name: str) -> tuple[Place, tuple[Candidate, ...], str, bool]:
        ranked = list(zip(group.bearers, group.scores, strict=True))
        if len(ranked) > 1:
            ranked.sort(key=itemgetter(1), reverse=True)
        best = ranked[0][0]
        shared = self._is_shared(group, name)
        most = MOST_BEARERS if shared else MOST_ALTERNATIVES
        alternatives = tuple([Candidate(bearer.place, round(score, 3)) for bearer, score in ranked[:most]])
        ambiguous = shared or self._open(group, best)
        return best.place, alternatives, self._reason(group, best, ambiguous=ambiguous), ambiguous

    def _is_shared(self, group: NameGroup, name: str) -> bool:
        """Whether the text says that many places bear the name, and does not say which one it means."""
        if name in self._discussed:
            return len(group.bearers) > 1 and not group.fixed
        if self._shared is not None and name not in self._shared:
            return False
        towns = sum(bearer.place.kind is CITY for bearer in group.bearers)
        return not (group.fixed or group.regions or towns < _MANY or group.best.place.kind is COUNTRY)

    def _open(self, group: NameGroup, best: Bearer) -> bool:
        """Whether the text does not settle the name: see `is_open`."""
        return is_open(group, best, self._anchors)

    def _reason(self, group: NameGroup, best: Bearer, *, ambiguous: bool) -> str:
        place = best.place
        if best.match == "given":
            reason = "as given by the user"
        elif group.people:
            reason = f"the people or things of {place.name}"
        elif len(group.bearers) == 1:
            reason = ONLY
        elif group.regions:
            reason = f"chosen because {group.regions[0].name} is named right after it"
        elif group.admin and place.kind in {ADMIN1, ADMIN2, REGION}:
            reason = f"chosen because the text calls it a {group.admin}"
        elif ambiguous:
            reason = f"not settled by the text: {len(group.bearers)} places bear this name; this one ranks first"
        elif place.kind is COUNTRY:
            reason = "the country of this name"
        elif why := self._support_in_words(place):
            reason = "chosen because " + " and ".join(why)
        else:
            reason = f"the best known of {len(group.bearers)} places of this name"
        return reason

    def _support_in_words(self, place: Place) -> list[str]:
        """What the text says for a place, as clauses."""
        around = self._around
        if place.is_area:
            inside = next((spot.name for spot in self._spots.first if lies_in(spot, place)), None)
            return [f"{inside} lies in it"] if inside and place.kind is not COUNTRY else []
        why: list[str] = []
        if place.admin1 and place.admin1 != place.name and (place.country, place.admin1) in around.named_regions:
            why.append(f"{place.admin1} is named")
        elif place.country in around.named_countries:
            why.append("its country is named")
        elif place.country in around.peoples:
            why.append("its country's people are named")
        others = [spot for spot in self._spots.close_to(place) if spot.id != place.id]
        if others:
            # a sphere will do for what is told in words: loading PROJ costs a tenth of a second
            km, nearest = min(((rough_km(spot, place), spot) for spot in others[:_MOST_MEASURED]), key=itemgetter(0))
            why.append(f"{nearest.name} is about {km:.0f} km away")
        return why
