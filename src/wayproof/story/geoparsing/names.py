"""The names of a gazetteer, asked once each: news names the same places again and again."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import TYPE_CHECKING, cast

from wayproof.story.geoparsing.bearers import Bearer, KnownName, NameGroup, bearers_of
from wayproof.story.geoparsing.called import alone
from wayproof.story.geoparsing.fame import fame
from wayproof.story.vocabulary.lexicon import support
from wayproof.world.places import ADMIN1

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from wayproof.world.gazetteer import Entry, Places
    from wayproof.world.places import Place

_FEW, _MANY = 8_192, 65_536


@dataclass(slots=True)
class _Asked:
    """What was found out about the entries of a name, which are kept lest others take their identity."""

    entries: tuple[Entry, ...]
    known: KnownName | None = None
    fame: dict[bool, float] = field(default_factory=dict)


class Names:
    """What reading asks of a gazetteer, remembered for the names asked last (a few megabytes at most).

    Attributes
    ----------
    entries
        Bearers of a folded name, best first.
    length
        How many leading words of folded words, joined by spaces, make the longest known name; 0 when none does.
    known
        Whether a folded name is known at all.
    people
        The country, state or region whose people or things a word names, or None; for two words see `people_of`.
    spelt_out, spelt_or_state
        Bearers of a folded name without those that bear it as a code; in the second, states ("Ky") stay.
    """

    def __init__(self, gazetteer: Places) -> None:
        self.entries: Callable[[str], tuple[Entry, ...]] = lru_cache(_FEW)(gazetteer.lookup)
        self.length: Callable[[str], int] = lru_cache(_MANY)(self._length)
        self.known: Callable[[str], bool] = lru_cache(_MANY)(gazetteer.known)
        self._gazetteer = gazetteer
        self.people: Callable[[str], Place | None] = lru_cache(_MANY)(gazetteer.demonym_place)
        self._heads = gazetteer.demonym_heads()
        self.spelt_out: Callable[[str], tuple[Entry, ...]] = lru_cache(_FEW)(partial(self._uncoded, states=False))
        self.spelt_or_state: Callable[[str], tuple[Entry, ...]] = lru_cache(_FEW)(partial(self._uncoded, states=True))
        self._asked: dict[int, _Asked] = {}

    def _length(self, words: str) -> int:
        first, _, rest = words.partition(" ")
        if " " in rest:
            return self._gazetteer.prefixes(words.split(" "))
        # most are two words, and to ask for either name takes half the time of asking for all that begin so
        if rest and self.known(words):
            return 2
        return int(self.known(first))

    def _uncoded(self, name: str, *, states: bool) -> tuple[Entry, ...]:
        entries = self.entries(name)
        for entry in entries:
            if entry.match == "code":
                break
        else:
            return entries
        return tuple(e for e in entries if e.match != "code" or (states and e.place.kind is ADMIN1))

    def begins_people(self, word: str) -> bool:
        """Whether a folded word may begin the name of a people: alone, or together with the next word."""
        return word in self._heads or not word.isascii() or not word

    def people_of(self, first: str, second: str) -> Place | None:
        """The place whose people or things two folded words name together ("south", "african"), or None."""
        return self.people(f"{first} {second}") if self.begins_people(first) else None

    def bearers(self, entries: tuple[Entry, ...], folded: str) -> KnownName | None:
        """The bearers among the entries of a folded name, weighed; None without entries."""
        asked = self._about(entries)
        if asked.known is None and entries:
            asked.known = _weighed(bearers_of(entries, folded))
        return asked.known

    def fame(self, entries: tuple[Entry, ...], *, everyday: bool) -> float:
        """Points for how well known the bearers are: see `fame`."""
        found = self._about(entries).fame
        if everyday not in found:
            found[everyday] = fame(entries, everyday=everyday)
        return found[everyday]

    def _about(self, entries: tuple[Entry, ...]) -> _Asked:
        """What is known of these entries, which are the same object whenever the same name is looked up."""
        asked = self._asked.get(id(entries))
        if asked is None or asked.entries is not entries:
            if len(self._asked) >= _FEW:
                self._asked.clear()
            asked = self._asked[id(entries)] = _Asked(entries)
        return asked


def _weighed(bearers: tuple[Bearer, ...]) -> KnownName:
    """The bearers of a name with what each is worth before any text; a single one is compared with nobody."""
    if len(bearers) == 1:
        return KnownName(bearers, [], [bearers[0].prior], [(bearers[0], 1.0)], {})
    group = NameGroup(bearers)
    group.begin()
    return KnownName(bearers, alone(group, support()), group.scores, group.likely, {})


def names_of(gazetteer: Places) -> Names:
    """The names of a gazetteer; the same object for the same gazetteer, so that texts share what was asked."""
    return _names(cast("Hashable", gazetteer))


@lru_cache(maxsize=2)
def _names(gazetteer: Hashable) -> Names:
    return Names(cast("Places", gazetteer))
