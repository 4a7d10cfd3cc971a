"""Persons in a text: the words that are parts of their names, so that "Paris Hilton" is no city."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.text.tokens import JOINED, POINT, SPACE
from wayproof.story.vocabulary.lexicon import rule_words, word_list
from wayproof.world.places import ADMIN1, COUNTRY, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wayproof.story.geoparsing.names import Names
    from wayproof.story.text.tokens import Tokens

_LONGEST_NAME = 4
_INITIAL = 1
_REGIONS = (COUNTRY, ADMIN1)
_TOWN = 5_000  # inhabitants from which a place of two words is not taken for a person


@dataclass(frozen=True, slots=True)
class People:
    """The persons of a text.

    Parameters
    ----------
    inside
        Indexes of the words that belong to a person's name.
    surnames
        Folded last names of the persons found: alone, too, they name the person.
    """

    inside: frozenset[int]
    surnames: frozenset[str]


def find_people(tokens: Tokens, names: Names, *, without: frozenset[int] = frozenset()) -> People:
    """Persons by title, given name, or an unknown capitalised word beside a place name.

    Parameters
    ----------
    tokens, names
        The text and the places known.
    without
        Indexes of words that are spoken for, such as street names.
    """
    inside: set[int] = set()
    surnames: set[str] = set()
    reader = _Reader(tokens, names)
    for run in _runs(tokens, without | _of_places(tokens, names)):
        for person in reader.people(run):
            inside.update(person)
            first, last = tokens.folded[person[0]], tokens.folded[person[-1]]
            # a name known by nothing but an odd neighbour must not bar the town of that name from the whole text
            if len(last) > _INITIAL and (first in reader.given or first in reader.titles):
                surnames.add(last)
            if len(person) > 1 and first in reader.given:
                surnames.add(first)
    return People(frozenset(inside), frozenset(surnames - _whereabouts(tokens, surnames)))


def _of_places(tokens: Tokens, names: Names) -> frozenset[int]:
    """The words of places with an "o'" in their names: the John of "John o' Groats" is nobody."""
    if "o" not in tokens.folded:
        return frozenset()
    found: set[int] = set()
    for index in range(1, len(tokens) - 1):
        if tokens.folded[index] == "o" and names.known(" ".join(tokens.folded[index - 1 : index + 2])):
            found.update((index - 1, index, index + 1))
    return frozenset(found)


def _whereabouts(tokens: Tokens, surnames: set[str]) -> set[str]:
    """Those names that the text also puts after "in", "near" or "city of": nobody is in a person."""
    leads = rule_words("strong")
    found: set[str] = set()
    if not surnames:
        return found
    folded = tokens.folded
    for index in tokens.capitals:
        word = folded[index]
        if word in surnames and index and tokens.gaps[index - 1] is SPACE:
            lead = folded[index - 1]
            last = index + 1 == len(tokens) or tokens.gaps[index] is not SPACE or not tokens.capital[index + 1]
            if last and (lead in leads or (lead == "of" and index > 1 and folded[index - 2] in leads)):
                found.add(word)
    return found


def _runs(tokens: Tokens, without: frozenset[int]) -> Iterator[range]:
    """Unbroken sequences of capitalised words of one sentence, possessive endings and initials included.

    Single words are left out unless a title in lower case stands before: nothing makes them persons.
    """
    gaps, folded = tokens.gaps, tokens.folded
    titles = rule_words("titles")
    begin = end = -1
    for index in [index for index in tokens.capitals if index not in without] if without else tokens.capitals:
        if index == end:
            gap, word = gaps[index - 1], folded[index - 1]
            if gap <= JOINED or (gap is POINT and (len(word) == _INITIAL or word in titles)):
                end = index + 1
                continue
        if end > begin + 1 or (begin > 0 and folded[begin - 1] in titles):
            yield range(begin, end)
        begin, end = index, index + 1
    if end > begin + 1 or (begin > 0 and folded[begin - 1] in titles):
        yield range(begin, end)


@cache
def _style_ends() -> frozenset[str]:
    """The last words of styles ("lama" of "dalai-lama")."""
    return frozenset(style.rpartition("-")[2] for style in rule_words("styles"))


class _Reader:
    """Decides which words of a capitalised run name a person."""

    def __init__(self, tokens: Tokens, names: Names) -> None:
        self.tokens = tokens
        self.names = names
        self.given = word_list("given_names")
        self.last = word_list("surnames")
        self.common = word_list("common_words")
        self.rarer = word_list("rarer_words")
        self.titles = rule_words("titles")
        self.nouns = rule_words("place_nouns", "business", "facilities")
        self.calendar = rule_words("calendar")
        self.offices = rule_words("offices")
        self.styles, self.style_ends = rule_words("styles"), _style_ends()
        self.townships = rule_words("townships")
        self.civic = rule_words("civic")
        self.known = names.known

    def people(self, run: range) -> Iterator[range]:
        """The person names in one run, in order."""
        folded, titles = self.tokens.folded, self.titles
        at, last = run.start, run.stop - 1
        if self._introduced(run):
            end = self._name_end(at, run)
            if end > at + 1 or (end > at and not self.known(folded[at])):
                yield range(at, end)
                at = end
        # the last word begins no name of a person: nothing follows it
        while at < last:
            word = folded[at]
            if word in titles and not self._is_place_start(at, run):
                first = at + 1
                while first < run.stop and folded[first] in titles:
                    first += 1
                end = self._name_end(first, run)
                if end > first and folded[first] not in self.nouns:
                    yield range(at, end)
                    at = end
                else:
                    at = first  # a row of titles is looked through once
                continue
            if self.names.people_of(word, folded[at + 1]) is not None:
                at += 2  # "Sri Lankan"
                continue
            given = word in self.given and self._given_name_person(at, run)
            end = self._style(at, run) or given or self._unknown_beside_place(at, run)
            if end:
                yield range(at, end)
                at = end
            else:
                at = self._past_city(at, run)

    def _style(self, at: int, run: range) -> int:
        """End of a style that stands for a person ("the Dalai Lama"), else 0."""
        folded, last = self.tokens.folded, at + 1
        if last >= run.stop or folded[last] not in self.style_ends:
            return 0
        return at + 2 if f"{folded[at]}-{folded[last]}" in self.styles else 0

    def _past_city(self, at: int, run: range) -> int:
        """Where to look on: behind a well-known name of several words ("Los Angeles"), else at the next word."""
        length = self._longest(at, run) if at + 2 < run.stop else 0
        return at + length if length > 1 and self._strong_place(at, run) else at + 1

    def _introduced(self, run: range) -> bool:
        """Whether a title in lower case stands before the run ("president Xi Jinping")."""
        before = run.start - 1
        if before < 0 or self.tokens.gaps[before] is not SPACE or self.tokens.folded[before] not in self.titles:
            return False
        return not self.tokens.capital[before] and not self._is_place_start(run.start, run)

    def _longest(self, at: int, run: range) -> int:
        return self.names.length(" ".join(self.tokens.folded[at : min(run.stop, at + _LONGEST_NAME)]))

    def _is_place_start(self, at: int, run: range) -> bool:
        """Whether a place of two or more words begins here ("Prince George", "St. Petersburg")."""
        return self._longest(at, run) > 1

    def _ordinary(self, word: str) -> bool:
        """Whether a word is no name by itself."""
        return word in self.calendar or word in self.offices or (word in self.common and word not in self.last)

    def _name_end(self, first: int, run: range) -> int:
        """Where the name that begins at `first` ends: at a title, an office, a place noun or four words."""
        folded = self.tokens.folded
        end = first
        while end < run.stop and end - first < _LONGEST_NAME:
            word = folded[end]
            if word in self.titles or word in self.calendar or (end > first and self._ordinary(word)):
                break
            if end > first and self.tokens.gaps[end - 1] is JOINED and word in {"s", "t", "ll", "re", "ve", "d"}:
                break
            end += 1
        return end

    def _given_name_person(self, at: int, run: range) -> int:
        """End of a person's name that begins with a given name here, else 0."""
        if not self._is_given(at, run):
            return 0
        # "Mary J. Blige", "George W. Bush": initials belong to the name
        second = at + 1
        while second + 1 < min(run.stop, at + _LONGEST_NAME) and len(self.tokens.folded[second]) == _INITIAL:
            second += 1
        following = self.tokens.folded[second]
        # "Georgia May Foote": a month between two names is a name
        month = following in self.given and following in self.calendar and second + 1 < run.stop
        if following in self.nouns or following in self.titles or (self._ordinary(following) and not month):
            return 0
        two_words = second == at + 1 and self._longest(at, run) > 1
        if (two_words and self._strong_place(at, run)) or self._region_of(at, second, run):
            return 0
        end = self._name_end(at, run) if not month else max(second + 1, self._name_end(second + 1, run))
        return end if end > second else 0

    def _is_given(self, at: int, run: range) -> bool:
        """Whether the given name here stands with more of the run after it and is no other word."""
        tokens = self.tokens
        word = tokens.folded[at]
        if at + 1 >= run.stop or tokens.gaps[at] > POINT:
            return False
        # "WASHINGTON Barack Obama": a dateline without its dash, then a name
        if tokens.words[at].isupper() and not tokens.words[at + 1].isupper() and len(word) > _INITIAL:
            return False
        # "Jean-Paul" but "Raleigh-Durham"
        if tokens.gaps[at] is JOINED and self.known(tokens.folded[at + 1]) and tokens.folded[at + 1] not in self.given:
            return False
        return not (tokens.opens[at] and word in self.common)

    def _strong_place(self, at: int, run: range) -> bool:
        """Whether the many-word place here is the better reading than a person of the same name."""
        length = self._longest(at, run)
        entries = self.names.entries(" ".join(self.tokens.folded[at : at + length]))
        before = self.tokens.folded[at - 1] if at else ""
        return any(e.place.population > _TOWN or not e.place.id.startswith("geonames") for e in entries) or (
            before in rule_words("locatives")
        )

    def _region_of(self, at: int, second: int, run: range) -> bool:
        """Whether the words after a place name name the country or region it lies in ("Austin Texas")."""
        length = self._longest(second, run)
        if not length or not self.known(self.tokens.folded[at]):
            return False
        regions = self.names.entries(" ".join(self.tokens.folded[second : second + length]))
        names = {(r.place.country, r.place.name) for r in regions if r.place.kind in _REGIONS}
        countries = {country for country, _ in names if any(r.place.kind is COUNTRY for r in regions)}
        if not names:
            return False
        bearers = self.names.entries(self.tokens.folded[at])
        return any((b.place.country, b.place.admin1) in names or b.place.country in countries for b in bearers)

    def _unknown_beside_place(self, at: int, run: range) -> int:
        """End of a two-word name of which one is a place name and the other no word we know, else 0."""
        tokens = self.tokens
        if at + 1 >= run.stop or tokens.gaps[at] is not SPACE:
            return 0
        if tokens.words[at].isupper() or tokens.words[at + 1].isupper():
            return 0
        first, second = tokens.folded[at], tokens.folded[at + 1]
        if self.known(first) and not self._is_word(first) and self._is_surname(second):
            spared = self._is_region(first, COUNTRY, ADMIN1)
        else:
            ends = at + 2 == run.stop and second not in self.townships and second not in self.civic
            if not (ends and self._is_surname(first, opening=tokens.opens[at]) and self.known(second)):
                return 0
            regions = (COUNTRY,) if second in self.last else (COUNTRY, ADMIN1)
            spared = self._longest(at + 1, run) > 1 or self._is_region(second, *regions)
        # asked last, for it is the dearest
        return 0 if spared or self._longest(at, run) > 1 else at + 2

    def _is_region(self, word: str, *kinds: Kind) -> bool:
        """Whether the best known bearer of the name is of one of these kinds."""
        return any(entry.place.kind in kinds for entry in self.names.entries(word)[:1])

    def _is_word(self, word: str) -> bool:
        return word in self.common or word in self.rarer or word in self.titles or word in self.calendar

    def _is_surname(self, word: str, *, opening: bool = False) -> bool:
        """Whether a capitalised word can only be somebody's name: not a word, a place, a people or an initial."""
        if (
            len(word) <= _INITIAL + 1
            or word in self.nouns
            or self._is_word(word)
            or not (word.isalpha() and word.isascii())
        ):
            return False
        if self.names.people(word) is not None:
            return False
        return not self.known(word) or (word in self.last and not opening)
