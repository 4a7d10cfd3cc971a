"""Place names with the place each stands for, its rivals and the reason in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wayproof.story.bearers import Bearer, NameGroup, Surroundings, bearers_of, encloses, lies_in, weigh
from wayproof.story.lexicon import support
from wayproof.story.mentions import NO_ENTRY, Mention, MentionKind, Unresolved
from wayproof.story.overrides import mentions_of, overridden
from wayproof.world.gazetteer_names import normalise
from wayproof.world.geodesy import distance_km
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wayproof.story.document import Story
    from wayproof.world.gazetteer import Places
    from wayproof.world.places import Place

MOST_ALTERNATIVES = 5
ROUNDS = 4
"""Rounds of weighing; the choices rarely change after the second."""

_SAME_SPOT_KM = 60.0
_MOST_MEASURED = 20
_NEAR_KM = 250.0


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
    """

    mention: Mention
    place: Place | None
    alternatives: tuple[Candidate, ...]
    reason: str
    ambiguous: bool = False


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
    groups: dict[tuple[str, bool], NameGroup] = {}
    for mention in told:
        _join(groups, mention, given, gazetteer)
    _settle(list(groups.values()))
    decided = _Decisions(groups)
    toponyms: list[Toponym] = []
    unresolved: list[Unresolved] = []
    for mention in told:
        key = _key(mention)
        if key in groups:
            toponyms.append(decided.toponym(mention, key))
        else:
            unresolved.append(Unresolved(mention.start, mention.end, mention.text, NO_ENTRY))
    return tuple(toponyms), tuple(unresolved)


def _key(mention: Mention) -> tuple[str, bool]:
    """What is decided together: a name, apart from where it is called a county or stands as the region of a town."""
    name = normalise(mention.text)
    return name, any(word.startswith("admin:") or word == "holder" for word in mention.context)


def _join(
    groups: dict[tuple[str, bool], NameGroup], mention: Mention, given: Mapping[str, Place], gazetteer: Places
) -> None:
    """Add a mention to the group of its name."""
    key = _key(mention)
    group = groups.get(key)
    if group is None:
        if key[0] in given:
            bearers: tuple[Bearer, ...] = (Bearer(given[key[0]], "given", 0.0),)
        else:
            bearers = bearers_of(mention.entries)
        if not bearers:
            return
        people = mention.kind is MentionKind.DEMONYM
        group = NameGroup(bearers, fixed=people or key[0] in given, people=people)
        groups[key] = group
    group.voice = max(group.voice, _voice(mention))
    group.dateline |= mention.kind is MentionKind.DATELINE
    group.settlement |= "settlement" in mention.context
    group.holder |= "holder" in mention.context
    for word in mention.context:
        label, _, value = word.partition(":")
        if label == "admin":
            group.admin = value
        elif label == "region" and not group.regions:
            regions = tuple(e.place for e in gazetteer.lookup(value) if e.place.kind in _HOLDERS)
            holds = tuple(r for r in regions if any(lies_in(b.place, r) for b in group.bearers))
            group.regions = holds


def _voice(mention: Mention) -> float:
    """How much a mention says about where the text plays: a government that speaks says little, a copy nothing."""
    if mention.kind is not MentionKind.METONYM:
        return 1.0
    if "replica" in mention.context:
        return 0.0
    return _ORGANISATION_VOICE if "organisation" in mention.context else _GOVERNMENT_VOICE


_ORGANISATION_VOICE = 0.8
_GOVERNMENT_VOICE = 0.2
_HOLDERS = (Kind.COUNTRY, Kind.ADMIN1, Kind.ADMIN2, Kind.ISLAND)


def _settle(groups: Sequence[NameGroup]) -> None:
    """Weigh all groups against each other until the choices stand still."""
    for group in groups:
        group.rate([bearer.prior for bearer in group.bearers])
    for _ in range(ROUNDS):
        around = Surroundings.of(groups)
        changed = False
        for group in groups:
            if group.fixed:
                continue
            before = group.best
            around.add(group, -1)
            group.rate(weigh(group, around))
            around.add(group, 1)
            changed |= group.best is not before
        if not changed:
            break


class _Decisions:
    """The outcome for every group, with rivals, reason and whether the text settles it."""

    def __init__(self, groups: Mapping[tuple[str, bool], NameGroup]) -> None:
        self._groups = groups
        self._around = Surroundings.of(groups.values())
        self._spots = [g.best.place for g in groups.values() if g.best.place.kind is Kind.CITY]
        self._anchors = self._anchored()
        self._done: dict[tuple[str, bool], tuple[Place, tuple[Candidate, ...], str, bool]] = {}

    def toponym(self, mention: Mention, key: tuple[str, bool]) -> Toponym:
        """A mention with the decision on its group."""
        if key not in self._done:
            self._done[key] = self._decide(self._groups[key])
        place, alternatives, reason, ambiguous = self._done[key]
        return Toponym(mention, place, alternatives, reason, ambiguous)

    def _decide(self, group: NameGroup) -> tuple[Place, tuple[Candidate, ...], str, bool]:
        ranked = sorted(zip(group.bearers, group.scores, strict=True), key=lambda pair: -pair[1])
        alternatives = tuple(Candidate(bearer.place, round(score, 3)) for bearer, score in ranked[:MOST_ALTERNATIVES])
        best = ranked[0][0]
        ambiguous = self._open(group, best)
        return best.place, alternatives, self._reason(group, best, ambiguous=ambiguous), ambiguous

    def _anchored(self) -> tuple[frozenset[str], list[Place]]:
        """Countries and spots that the text fixes without any choice between comparable bearers."""
        countries: set[str] = set()
        spots: list[Place] = []
        for group in self._groups.values():
            place = group.best.place
            if group.fixed or place.kind is Kind.COUNTRY or group.regions or not _rivals(group, group.best):
                if place.country:
                    countries.add(place.country)
                if place.kind is not Kind.COUNTRY:
                    spots.append(place)
        return frozenset(countries), spots

    def _open(self, group: NameGroup, best: Bearer) -> bool:
        """Whether rivals of comparable size remain and nothing in the text stands for the one chosen."""
        rivals = _rivals(group, best)
        if group.fixed or group.regions or not rivals:
            return False
        countries, spots = self._anchors
        scores = dict(zip((b.place.id for b in group.bearers), group.scores, strict=True))
        lead = scores[best.place.id] - max(scores[rival.place.id] for rival in rivals)
        helped = best.place.country in countries or any(_close(best.place, spot) for spot in spots)
        return not helped or lead < support()["tie"]

    def _reason(self, group: NameGroup, best: Bearer, *, ambiguous: bool) -> str:
        place = best.place
        why = self._support_in_words(place)
        if best.match == "given":
            reason = "as given by the user"
        elif group.people:
            reason = f"the people or things of {place.name}"
        elif len(group.bearers) == 1:
            reason = "the only place of this name"
        elif group.regions:
            reason = f"chosen because {group.regions[0].name} is named right after it"
        elif group.admin and place.kind in {Kind.ADMIN1, Kind.ADMIN2, Kind.REGION}:
            reason = f"chosen because the text calls it a {group.admin}"
        elif ambiguous:
            reason = f"not settled by the text: {len(group.bearers)} places bear this name; this one ranks first"
        elif place.kind is Kind.COUNTRY:
            reason = "the country of this name"
        elif why:
            reason = "chosen because " + " and ".join(why)
        else:
            reason = f"the best known of {len(group.bearers)} places of this name"
        return reason

    def _support_in_words(self, place: Place) -> list[str]:
        """What the text says for a place, as clauses."""
        around = self._around
        if place.is_area:
            inside = next((spot.name for spot in self._spots if lies_in(spot, place)), None)
            return [f"{inside} lies in it"] if inside and place.kind is not Kind.COUNTRY else []
        why: list[str] = []
        if place.admin1 and place.admin1 != place.name and (place.country, place.admin1) in around.named_regions:
            why.append(f"{place.admin1} is named")
        elif place.country in around.named_countries:
            why.append("its country is named")
        elif place.country in around.peoples:
            why.append("its country's people are named")
        others = [spot for spot in self._spots if spot.id != place.id and _close(spot, place)]
        if others:
            km, nearest = min(
                (distance_km(s.lat, s.lon, place.lat, place.lon), s.name) for s in others[:_MOST_MEASURED]
            )
            why.append(f"{nearest} is {km:.0f} km away")
        return why


def _rivals(group: NameGroup, best: Bearer) -> list[Bearer]:
    """Other bearers elsewhere that are not far less known than the best."""
    least = best.prior - support()["clear_lead"]
    return [b for b in group.bearers if b.prior > least and b is not best and not _same_spot(b.place, best.place)]


def _same_spot(a: Place, b: Place) -> bool:
    """Whether two bearers are one place for a traveller: near each other, or a city and the area about it."""
    for area, city in ((a, b), (b, a)):
        if area.kind in {Kind.ADMIN1, Kind.ADMIN2} and city.kind is Kind.CITY and encloses(area, city):
            return True
    return _close(a, b, _SAME_SPOT_KM)


def _close(a: Place, b: Place, within_km: float = _NEAR_KM) -> bool:
    """Whether two places are no farther apart than `within_km`, extents set aside (a cheap test before measuring)."""
    if abs(a.lat - b.lat) * 111.0 > within_km:
        return False
    return distance_km(a.lat, a.lon, b.lat, b.lon) <= within_km + min(a.extent_km, b.extent_km)
