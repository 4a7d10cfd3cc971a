"""Matches: the longest gazetteer names in a text, before anything is decided about them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from wayproof.story.geoparsing.airport_codes import airport_entries
from wayproof.story.text.tokens import BRACKET, COMMA, JOINED, POINT, SPACE
from wayproof.story.vocabulary.lexicon import abbreviation_heads, region_abbreviations, rule_words
from wayproof.world.gazetteer_names import normalise
from wayproof.world.places import ADMIN1, COUNTRY

if TYPE_CHECKING:
    from wayproof.story.geoparsing.names import Names
    from wayproof.story.text.tokens import Tokens
    from wayproof.world.gazetteer import Entry

_LONGEST = 8
_INITIAL = 1
APOSTROPHES = frozenset("'`\u2018\u2019\u02bc")
_ELIDED = frozenset({"d", "l", "n"})  # "Gare de l'Est", "Cap d'Antibes", "Tassili n'Ajjer"
_OF_AIRPORTS = frozenset({"airport", "airfield", "airbase", "aerodrome", "station", "terminal"})
_TWO = 2
_SHORTEST_PART = 3
_CALLED = frozenset({"city", "state", "town", "village"})
_POINT_AND_SPACE = 2
_SAFE_LENGTH = 4
_LONGEST_SHORT = 6
_BEFORE_CODES = (COMMA, JOINED, BRACKET)  # "Lexington, Ky", "D-Calif", "Edmonton (Ky)"
_SPOTS = frozenset({"airfield", "airport", "bridge", "camp", "corridor", "pass", "station", "tunnel"})
"""What newspapers write in lower case at the end of a name: "Victoria station" is no state of Australia, and "Kennedy
airport" no district of Bogotá."""
_OF_SPOTS = frozenset({"international", "railway", "road", "friendship", "suspension", "border", "mountain"})
_REGIONS = (COUNTRY, ADMIN1)


_OF_SURNAMES = frozenset({"der", "den", "de", "het", "t", "la", "lo"})  # "Van der Meer"
_SYLLABLE = 5
"""Letters of the longest second syllable of a Korean or Chinese given name."""
_TIED = frozenset(
    {
        "based",
        "born",
        "bound",
        "area",
        "style",
        "bred",
        "wide",
        "made",
        "run",
        "to",
        "and",
        "sur",
        "am",
        "an",
        "upon",
        "on",
        "in",
        "led",
        "built",
        "side",
        "held",
    }
)


class Match(NamedTuple):
    """Words `first` to `stop` (exclusive) of the text are a name that the gazetteer knows.

    Parameters
    ----------
    first, stop
        Word indexes.
    start, end
        Character offsets, the full stop of an abbreviation included.
    name
        The folded name looked up (an abbreviation's full name).
    entries
        Its bearers, best first.
    """

    first: int
    stop: int
    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]


@cache
def _words_inside() -> frozenset[str]:
    """Small words with which a name may go on."""
    return rule_words("particles", "inner") | _ELIDED | _SPOTS | _OF_SPOTS


class Matcher:
    """Finds the longest name that begins at a word."""

    def __init__(self, text: str, tokens: Tokens, names: Names, codes: frozenset[int] = frozenset()) -> None:
        self._codes = codes
        self.text = text
        self.tokens = tokens
        self.names = names
        self.entries = names.entries
        self._short = region_abbreviations()
        self._heads = abbreviation_heads()
        self._stops = rule_words("abbreviations")
        self._small = rule_words("particles", "inner")
        self._inside = _words_inside()
        self._townships = rule_words("townships")
        self._facilities = rule_words("facilities")
        self._never = rule_words("generic", "calendar")
        self._particle_towns, self._locatives = rule_words("particle_towns"), rule_words("locatives")

    def at(self, first: int) -> Match | None:
        """The longest name that begins with this word, or None."""
        word = self.tokens.folded[first]
        if first in self._codes:
            found = airport_entries(self.names, word)
            return Match(first, first + 1, self.tokens.starts[first], self.tokens.ends[first], word, found)
        short = self._abbreviation(first) if word in self._heads else None
        return short or self._name(first)

    def _name(self, first: int) -> Match | None:
        tokens = self.tokens
        capital, word = tokens.capital, tokens.folded[first]
        article = word == "the"
        if not capital[first] and not (article and first + 1 < len(capital) and capital[first + 1]):
            return None
        after, gap = first + 1, tokens.gaps[first]
        # the next word shows of most names at once that they do not reach beyond this one
        if gap > JOINED:
            alone = gap is not POINT
        elif gap is JOINED or capital[after] or tokens.folded[after] in self._inside:
            alone = False
        else:
            alone = not tokens.words[after].isdigit()
        stop = after if alone else self._window(first)
        if stop == after:
            # most capitals stand alone, and most of these nobody bears
            if not self.names.known(word) or (word in self._never and not self._is_town_still(first)):
                return None
            length = 1
        else:
            length = self._longest(first, stop)
            while length > 1 and not self._ends_name(first + length - 1):
                length = self._longest(first, first + length - 1)
            if length == 1 and (joined := self._joined(first, stop)):
                return joined
            if length == 1 and word in self._particle_towns and not self._is_town_still(first):
                return None
        match = None if not length or (article and length == 1) else self._of_length(first, length)
        return self._bracketed(match) if match is not None and tokens.gaps[match.stop - 1] is BRACKET else match

    def _bracketed(self, match: Match) -> Match:
        """The match with what a bracket adds to the name: "Frankfurt (Oder)", but not "Columbus (Ohio)"."""
        tokens, stop = self.tokens, match.stop
        if not tokens.capital[stop] or self.text[tokens.ends[stop] : tokens.ends[stop] + 1] != ")":
            return match
        name = f"{match.name} {tokens.folded[stop]}"
        entries = self.entries(name) if self.names.known(name) else ()
        if not any(entry.match == "name" and "(" in entry.place.name for entry in entries):
            return match
        return Match(match.first, stop + 1, match.start, tokens.ends[stop] + 1, name, entries)

    def _is_town_still(self, first: int) -> bool:
        """Whether a word that is hardly ever a place is one: in capitals, or "from Van to Erzurum"."""
        tokens, folded = self.tokens, self.tokens.folded
        if tokens.words[first].isupper():
            return True
        if folded[first] not in self._particle_towns or not first or tokens.gaps[first - 1] is not SPACE:
            return False
        goes_on = tokens.gaps[first] is SPACE and (tokens.capital[first + 1] or folded[first + 1] in _OF_SURNAMES)
        return folded[first - 1] in self._locatives and not goes_on

    def _of_length(self, first: int, length: int) -> Match | None:
        """The known name of so many words that begins with this word, or None if it is not what is meant."""
        tokens, word = self.tokens, self.tokens.folded[first]
        name = word if length == 1 else " ".join(tokens.folded[first : first + length])
        entries = self.entries(name)
        # codes of countries and airports are written in capitals: "Col." is no Colombia
        if length == 1 and entries and not tokens.words[first].isupper():
            marked = first > 0 and tokens.gaps[first - 1] in _BEFORE_CODES
            pointed = self.text[tokens.ends[first] : tokens.ends[first] + 1] == "."
            whole = self.names.spelt_out(
                name
            )  # "rang a bell in Alta." is in the town, "Calgary, Alta." in the province
            entries = self.names.spelt_or_state(name) if marked or (pointed and not whole) else whole
        elif length == 1 and entries and self._of_a_spot(first):
            entries = self.names.spelt_out(name)
        initials = length > 1 and (self._initials(first, first + length) or self._given_name(first + length))
        tied = tokens.gaps[first + length - 1] is JOINED
        if not entries or initials or (tied and self._cut_short(first + length)):
            return None
        # "the Netherlands" is the name without its article; "The Hague" and "The Bronx" are names with it
        begin = first
        bare = self.entries(name.removeprefix("the ")) if word == "the" else ()
        if word == "the" and (bare or not tokens.capital[first]):
            begin += 1
            if len(bare) == 1 and length > _TWO and bare[0].place.id == entries[0].place.id:
                name, entries = name.removeprefix("the "), bare  # "the South Pole" is its name, not another one of it
        return self._bounded(
            Match(begin, first + length, tokens.starts[begin], tokens.ends[first + length - 1], name, entries)
        )

    def _joined(self, first: int, stop: int) -> Match | None:
        """The name that two words make together, which the gazetteer writes as one: "Padang Bai" is not at Padang."""
        tokens, after = self.tokens, first + 1
        if after >= stop or tokens.gaps[first] is not SPACE or not tokens.capital[after]:
            return None
        if tokens.gaps[after] is JOINED:
            return None  # "Chung Ju-yung" is somebody, and not in Chungju
        if len(tokens.words[first]) < _SAFE_LENGTH or len(tokens.words[after]) < _SHORTEST_PART:
            return None
        name = tokens.folded[first] + tokens.folded[after]
        entries = self.entries(name) if self.names.known(name) else ()
        settled = tuple(entry for entry in entries if entry.match != "code" and entry.place.kind not in _REGIONS)
        return Match(first, after + 1, tokens.starts[first], tokens.ends[after], name, settled) if settled else None

    def _given_name(self, stop: int) -> bool:
        """Whether a hyphen ties a syllable to the last word: "Chung Ju-yung" is somebody, and not in Chungju."""
        tokens = self.tokens
        if stop >= len(tokens) or tokens.gaps[stop - 1] is not JOINED or tokens.capital[stop]:
            return False
        return (
            self.text[tokens.ends[stop - 1]] == "-"
            and tokens.folded[stop] not in _TIED
            and len(tokens.words[stop]) <= _SYLLABLE
        )

    def _of_a_spot(self, first: int) -> bool:
        """Whether a code stands before a capitalised word for a spot: "JFK Stadium" is not at the airport."""
        tokens, after = self.tokens, first + 1
        spot = tokens.gaps[first] is SPACE and tokens.capital[after]
        return spot and tokens.folded[after] in self._facilities and tokens.folded[after] not in _OF_AIRPORTS

    def _cut_short(self, stop: int) -> bool:
        """Whether the joint is an apostrophe, other than before an ending: "Mo" is no part of "Mo'orea"."""
        tokens = self.tokens
        if self.text[tokens.ends[stop - 1]] not in APOSTROPHES:
            return False
        return len(tokens.words[stop]) > len("ll")

    def _bounded(self, match: Match) -> Match:
        """The match without "City of", "City", "State" where that changes nothing, and with an abbreviation's point."""
        tokens, folded = self.tokens, self.tokens.folded
        words = match.stop - match.first
        if words > _TWO and folded[match.first + 1] == "of" and folded[match.first] in _CALLED:
            match = self._within(match, match.first + 2, match.stop) or match
        elif words > 1 and folded[match.stop - 1] in _CALLED:
            match = self._within(match, match.first, match.stop - 1) or match
        after = match.stop
        if tokens.gaps[after - 1] is SPACE and tokens.capital[after] and folded[after] in self._townships:
            match = match._replace(stop=after + 1, end=tokens.ends[after])  # "Cary Township"
        if self.text[match.end : match.end + 1] != ".":
            return match
        goes_on = match.stop < len(tokens) and not tokens.opens[match.stop]
        last = match.stop - 1  # "U.S.", but not "St. John's."
        initial = last > match.first and tokens.ends[last] - tokens.starts[last] == _INITIAL
        dotted = initial and "." in self.text[tokens.ends[last - 1] : tokens.starts[last]]
        short = match.stop - match.first == 1 and match.end - match.start <= _LONGEST_SHORT and goes_on
        return match._replace(end=match.end + 1) if dotted or short else match

    def _within(self, match: Match, first: int, stop: int) -> Match | None:
        """The shorter name if its best bearer is that of the longer."""
        name = " ".join(self.tokens.folded[first:stop])
        entries = self.entries(name)
        longer = match.entries[0]
        if not entries or longer.match == "name" or entries[0].place.id != longer.place.id:
            return None
        return Match(first, stop, self.tokens.starts[first], self.tokens.ends[stop - 1], name, entries)

    def _longest(self, first: int, stop: int) -> int:
        """How many words from `first` on make the longest known name before `stop`."""
        folded = self.tokens.folded
        return self.names.length(folded[first] if stop == first + 1 else " ".join(folded[first:stop]))

    def _initials(self, first: int, stop: int) -> bool:
        """Whether a hyphen ties single capitals together, as in "D-W. Va.": not so in "Mazar-i-Sharif"."""
        tokens = self.tokens
        return any(
            len(tokens.words[index]) == _INITIAL
            and tokens.words[index].isupper()
            and self.text[tokens.ends[index] : tokens.ends[index] + 1] == "-"
            for index in range(first, stop - 1)
        )

    def _window(self, first: int) -> int:
        """Index after the last word that a name beginning at `first` may reach: capitals, small words between."""
        tokens = self.tokens
        capital, gaps, folded = tokens.capital, tokens.gaps, tokens.folded
        last = min(len(capital), first + _LONGEST)
        stop = index = first + 1
        while index < last:
            gap = gaps[index - 1]
            if gap > JOINED and not self._goes_on(index - 1):
                break
            if capital[index]:
                stop = index + 1
            elif gap is not JOINED and folded[index] not in self._inside and not self.tokens.words[index].isdigit():
                break  # as most small words tell at once
            elif self._ends_name(index):
                stop = index + 1
            elif (folded[index] in _ELIDED and gaps[index] is JOINED) or self._before_spot(index):
                pass
            elif gap is not JOINED and folded[index] not in self._small:
                break
            index += 1
        return stop

    def _before_spot(self, index: int) -> bool:
        """Whether the word stands in lower case before a spot: "the Simón Bolívar international bridge"."""
        tokens = self.tokens
        if tokens.folded[index] not in _OF_SPOTS or index + 1 >= len(tokens):
            return False
        return tokens.gaps[index] is SPACE and tokens.folded[index + 1] in _SPOTS

    def _goes_on(self, index: int) -> bool:
        gap = self.tokens.gaps[index]
        if gap <= JOINED:
            return True
        if gap is not POINT:
            return False
        word = self.tokens.folded[index]
        return len(word) == _INITIAL or word in self._stops

    def _ends_name(self, index: int) -> bool:
        """Whether a name may end with this word: a capital, a number, a spot, or what a mark ties to the word before.

        So "St. John's", "Nuku'alofa" and "Aix-les-bains" are whole; "Paris-based" is none, for nothing bears that name.
        """
        tokens = self.tokens
        if tokens.capital[index] or tokens.folded[index] in _SPOTS:
            return True
        tied = index > 0 and tokens.gaps[index - 1] is JOINED and self.text[tokens.ends[index - 1]] != "."
        return tied or tokens.words[index].isdigit()

    def _abbreviation(self, first: int) -> Match | None:
        """A region's newspaper abbreviation: "Calif.", "W.Va.", "U.S."; bare two-letter codes are ordinary names."""
        tokens = self.tokens
        if not tokens.capital[first]:
            return None
        stop = first + 1
        while (
            stop < len(tokens)
            and stop - first < _LONGEST // 2
            and self.text[tokens.ends[stop - 1]] == "."
            and (tokens.capital[stop] and tokens.starts[stop] - tokens.ends[stop - 1] <= _POINT_AND_SPACE)
        ):
            stop += 1
        for last in range(stop, first, -1):
            key = " ".join(tokens.folded[first:last])
            full = self._short.get(key)
            end = tokens.ends[last - 1]
            pointed = self.text[end : end + 1] == "."
            if (
                full is None
                or not (pointed or last - first > 1)
                or (last - first == 1 and tokens.words[first].isupper())
            ):
                continue
            apart = last - first == 1 and first > 0 and tokens.gaps[first - 1] is not COMMA
            if apart and (len(key) < _SAFE_LENGTH or self.entries(key)):
                continue  # "rang a bell in Alta." is no Alberta
            entries = self.entries(normalise(full))
            entries = tuple(entry for entry in entries if entry.place.kind in _REGIONS) or entries
            if entries:
                return Match(first, last, tokens.starts[first], end + pointed, full, entries)
        return None
