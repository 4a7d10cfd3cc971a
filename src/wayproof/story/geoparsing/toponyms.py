"""Place names with the place each stands for, its rivals and the reason in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.ambiguity import Spots, anchors_of, is_open, rough_km
from wayproof.story.geoparsing.bases import join_base
from wayproof.story.geoparsing.bearers import MOST_BEARERS, Bearer, NameGroup, lies_in
from wayproof.story.geoparsing.capitals_meant import CAPITAL, capital_meant
from wayproof.story.geoparsing.flown import is_flown
from wayproof.story.geoparsing.mentions import DATELINE, DEMONYM, METONYM, Mention
from wayproof.story.geoparsing.names import names_of
from wayproof.story.geoparsing.names_shared import names_shared
from wayproof.story.geoparsing.namesakes_told import with_namesakes
from wayproof.story.geoparsing.one_region import by_road, local_readings, localise
from wayproof.story.geoparsing.overrides import mentions_of, overridden
from wayproof.story.geoparsing.regions_told import names_area
from wayproof.story.geoparsing.strays import FAR_AWAY, is_stray, stray_bridges, towns_of
from wayproof.story.geoparsing.surroundings import Surroundings, dwarfing, seat, weigh
from wayproof.story.geoparsing.unresolved import NO_ENTRY, Unresolved
from wayproof.story.vocabulary.lexicon import rule_words, support
from wayproof.world.gazetteer_names import normalise
from wayproof.world.gazetteer_ranking import score as standing
from wayproof.world.places import ADMIN1, ADMIN2, AIRPORT, CITY, COUNTRY, ISLAND, REGION, WATER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wayproof.story.geoparsing.ambiguity import Anchors
    from wayproof.story.geoparsing.names import Names
    from wayproof.story.text.document import Story
    from wayproof.world.gazetteer import Places
    from wayproof.world.places import Kind, Place

MOST_ALTERNATIVES = 5
_MANY = 3
"""Bearers of a name that can be said to be many."""
ROUNDS = 4
"""Rounds of weighing; the choices rarely change after the second."""

_MOST_MEASURED = 20
_MOST_PARTNERS = 20


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
        or the user, says outright which one is meant.
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
    told = with_namesakes(story, told)
    groups: dict[tuple[str, bool], NameGroup] = {}
    keys = [_key(mention) for mention in told]
    names = names_of(gazetteer)
    for mention, key in zip(told, keys, strict=True):
        _join(groups, key, mention, given, names)
        if key in groups and names_area(story.text, mention.start, mention.end):
            groups[key].article = True
    for mention, key in zip(told, keys, strict=True):
        if key in groups:
            _join_partners(groups, groups[key], mention)
            join_base(groups[key], story.text, mention, names)
            if not groups[key].flown and dwarfing(groups[key], support()) > 0.0:
                groups[key].flown = is_flown(story.text, mention)
    _shorten(groups)
    together = list(groups.values())
    around = _settle(together)
    anchors = anchors_of(together)
    raised = local_readings(together, anchors)
    if raised and by_road(_words(story)):
        localise(raised)
        around = _settle(together)
        anchors = anchors_of(together)
    strays = stray_bridges(groups)
    decided = _Decisions(groups, around, anchors, names_shared(story.text, told))
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


def _key(mention: Mention) -> tuple[str, bool]:
    """What is decided together: a name, apart from where it is called a county or stands as the region of a town."""
    apart = False
    for word in mention.context:
        apart = apart or word in _APART or word.startswith("admin:")
    return _folded(mention.text), apart


def _words(story: Story) -> list[str]:
    """The words of a story in lower case, marks stripped off."""
    return [word.strip(_MARKS) for word in story.text.lower().split()]


_MARKS = ".,;:!?\"'()\u2019\u201c\u201d"
_APART = frozenset({"holder", "elsewhere"})
_folded = lru_cache(maxsize=8192)(normalise)


def _join(
    groups: dict[tuple[str, bool], NameGroup],
    key: tuple[str, bool],
    mention: Mention,
    given: Mapping[str, Place],
    names: Names,
) -> None:
    """Add a mention to the group of its name."""
    group = groups.get(key)
    if group is None:
        known = None
        if key[0] in given:
            bearers: tuple[Bearer, ...] = (Bearer.of(given[key[0]], "given", 0.0),)
        else:
            known = names.bearers(mention.entries, key[0])
            if known is None:
                return
            bearers = known.bearers
        people = mention.kind is DEMONYM
        spot = _spot(key[0])
        group = NameGroup(bearers, spot=spot, fixed=people or key[0] in given, people=people, known=known)
        groups[key] = group
    group.voice = max(group.voice, _voice(mention))
    group.dateline |= mention.kind is DATELINE
    holder = "holder" in mention.context
    group.only_holds &= holder
    group.holder |= holder
    for word in mention.context:
        label, _, value = word.partition(":")
        if label == "settlement":
            group.settlement |= not holder
        elif label == "facility":
            group.post |= value in _POSTS
        elif label == "admin":
            group.admin = value
        elif label == "side":
            group.side = value
        elif label == "region" and not group.regions:
            entries = names.entries(value)
            regions = tuple(e.place for e in entries if e.place.kind in _HOLDERS)
            regions = regions or tuple(e.place for e in entries[:1] if e.place.kind is WATER)
            holds = tuple(r for r in regions if any(lies_in(b.place, r) for b in group.bearers))
            group.regions = holds


@lru_cache(maxsize=8192)
def _spot(name: str) -> Kind | None:
    """What a bare folded name is first of all, if it is that of a great airport or a lone island."""
    tied = name.replace(" ", "-")
    return next((kind for kind, words in _SPOTS.items() if tied in rule_words(words)), None)


def _join_partners(groups: Mapping[tuple[str, bool], NameGroup], group: NameGroup, mention: Mention) -> None:
    """Tell a group which other names stand in lists beside it."""
    for word in mention.context:
        if word.startswith("listed:"):
            value = word.removeprefix("listed:")
            partner = groups.get((value, False)) or groups.get((value, True))
            if partner is None or partner is group or len(group.partners) >= _MOST_PARTNERS:
                continue
            if all(partner is not known for known in group.partners):
                group.partners.append(partner)


def _shorten(groups: Mapping[tuple[str, bool], NameGroup]) -> None:
    """Let a word be the short form of a city that the text names in full: "Addis Ababa ... had left Addis"."""
    cities: dict[str, list[Place]] = {}
    for (name, _), group in groups.items():
        first, _, rest = name.partition(" ")
        place = group.bearers[0].place
        if rest and not group.people and place.kind is CITY and place.population >= support()["large_city"]:
            cities.setdefault(first, []).append(place)
    for (name, apart), group in groups.items():
        if name not in cities:
            continue
        known = {bearer.place.id for bearer in group.bearers}
        for city in cities[name]:
            if apart or group.fixed or city.id in known or city.population <= group.bearers[0].place.population:
                continue
            short = Bearer.of(city, "short", standing(city, "name") + support()["short_form"])
            group.take(sorted((*group.bearers, short), key=lambda bearer: -bearer.prior))


def _voice(mention: Mention) -> float:
    """How much a mention says about where the text plays: a government that speaks says little, a copy nothing."""
    if mention.kind is not METONYM:
        return 1.0
    if "replica" in mention.context:
        return 0.0
    return _ORGANISATION_VOICE if "organisation" in mention.context else _GOVERNMENT_VOICE


_ORGANISATION_VOICE = 0.8
_GOVERNMENT_VOICE = 0.2
_POSTS = frozenset({"crossing", "checkpoint"})
_SPOTS = {AIRPORT: "great_airports", ISLAND: "lone_islands"}
_HOLDERS = (COUNTRY, ADMIN1, ADMIN2, ISLAND, REGION)


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
    ) -> None:
        self._groups = groups
        self._shared = shared
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
        if len(group.bearers) == 1 or group.fixed or group.people or group.regions or group.admin:
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
            reason = "the only place of this name"
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
