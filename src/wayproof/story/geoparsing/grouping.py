"""The mentions of one name in a text, gathered into the group that is decided together."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.bearers import Bearer, NameGroup, lies_in
from wayproof.story.geoparsing.mentions import DATELINE, DEMONYM, METONYM, Mention
from wayproof.story.vocabulary.lexicon import rule_words, support
from wayproof.world.gazetteer_names import normalise
from wayproof.world.gazetteer_ranking import score as standing
from wayproof.world.places import ADMIN1, ADMIN2, AIRPORT, CITY, COUNTRY, ISLAND, REGION, WATER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wayproof.story.geoparsing.names import Names
    from wayproof.world.places import Kind, Place

_MOST_PARTNERS = 20


def group_key(mention: Mention) -> tuple[str, bool]:
    """What is decided together: a name, apart from where it is called a county or stands as the region of a town."""
    apart = False
    for word in mention.context:
        apart = apart or word in _APART or word.startswith("admin:")
    return _folded(mention.text), apart


_APART = frozenset({"holder", "elsewhere"})
_folded = lru_cache(maxsize=8192)(normalise)


def join(
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


def join_partners(groups: Mapping[tuple[str, bool], NameGroup], group: NameGroup, mention: Mention) -> None:
    """Tell a group which other names stand in lists beside it."""
    for word in mention.context:
        if word.startswith("listed:"):
            value = word.removeprefix("listed:")
            partner = groups.get((value, False)) or groups.get((value, True))
            if partner is None or partner is group or len(group.partners) >= _MOST_PARTNERS:
                continue
            if all(partner is not known for known in group.partners):
                group.partners.append(partner)


def shorten(groups: Mapping[tuple[str, bool], NameGroup]) -> None:
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
