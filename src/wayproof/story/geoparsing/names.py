"""The names of a gazetteer, asked once each: news names the same places again and again."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple, cast

from wayproof.story.geoparsing.bearers import Bearer, NameGroup, bearers_of
from wayproof.story.geoparsing.called import alone
from wayproof.story.vocabulary.lexicon import support
from wayproof.world.places import ADMIN1

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from wayproof.world.gazetteer import Entry, Places
    from wayproof.world.places import Place

_FEW, _MANY = 8_192, 65_536


class Bearers(NamedTuple):
    """The bearers of a name, with what each is worth where the text says nothing of the name itself."""

    all: tuple[Bearer, ...]
    alone: list[float]


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
        The country, state or region whose people or things a word names, or None.
    spelt_out, spelt_or_state
        Bearers of a folded name without those that bear it as a code; in the second, states ("Ky") stay.
    """

    def __init__(self, gazetteer: Places) -> None:
        self.entries: Callable[[str], tuple[Entry, ...]] = lru_cache(_FEW)(gazetteer.lookup)
        self.length: Callable[[str], int] = lru_cache(_MANY)(lambda words: gazetteer.prefixes(words.split(" ")))
        self.known: Callable[[str], bool] = lru_cache(_MANY)(gazetteer.known)
        self.people: Callable[[str], Place | None] = lru_cache(_MANY)(gazetteer.demonym_place)
        self.spelt_out: Callable[[str], tuple[Entry, ...]] = lru_cache(_FEW)(partial(self._uncoded, states=False))
        self.spelt_or_state: Callable[[str], tuple[Entry, ...]] = lru_cache(_FEW)(partial(self._uncoded, states=True))
        self._bearers: dict[int, tuple[tuple[Entry, ...], Bearers]] = {}

    def _uncoded(self, name: str, *, states: bool) -> tuple[Entry, ...]:
        entries = self.entries(name)
        for entry in entries:
            if entry.match == "code":
                break
        else:
            return entries
        return tuple(e for e in entries if e.match != "code" or (states and e.place.kind is ADMIN1))

    def bearers(self, entries: tuple[Entry, ...], folded: str) -> Bearers:
        """The bearers among the entries of a folded name, weighed; remembered for entries that are the same object."""
        known = self._bearers.get(id(entries))
        if known is not None and known[0] is entries:
            return known[1]
        if len(self._bearers) >= _FEW:
            self._bearers.clear()
        bearers = bearers_of(entries, folded)
        weighed = Bearers(bearers, alone(NameGroup(bearers), support()) if bearers else [])
        self._bearers[id(entries)] = (entries, weighed)
        return weighed


def names_of(gazetteer: Places) -> Names:
    """The names of a gazetteer; the same object for the same gazetteer, so that texts share what was asked."""
    return _names(cast("Hashable", gazetteer))


@lru_cache(maxsize=2)
def _names(gazetteer: Hashable) -> Names:
    return Names(cast("Places", gazetteer))
