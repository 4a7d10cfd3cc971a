"""How a matched name is used: the evidence in the words around it that it is a place, and in which role."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from wayproof.story.geoparsing import houses
from wayproof.story.geoparsing.brands import Brands
from wayproof.story.geoparsing.days_and_numbers import taken_away
from wayproof.story.text.tokens import COMMA, JOINED, POINT, SPACE
from wayproof.story.vocabulary.border_posts import is_called_post
from wayproof.story.vocabulary.lexicon import rule_lists, word_list, words_of_no_place
from wayproof.world.places import ADMIN1, CITY, COUNTRY, LANDMARK

if TYPE_CHECKING:
    from wayproof.story.geoparsing.matches import Match
    from wayproof.story.geoparsing.names import Names
    from wayproof.story.geoparsing.people import People
    from wayproof.story.text.margins import Margins
    from wayproof.story.text.tokens import Tokens

_REGIONS = (COUNTRY, ADMIN1)
_CALLED_AFTER = frozenset({"hall", "theatre", "theater", "arena", "stadium", "palace", "gardens", "college"})
_SMALL_TOWN = 20_000
"""Inhabitants below which a town has no concert hall of its name that a story would tell of so."""
_LOOK_AHEAD = 4
_BEYOND = 3 * _LOOK_AHEAD
_AREAS = MappingProxyType(
    {"counties": "county", "parishes": "parish", "provinces": "province", "districts": "district", "oblasts": "oblast"}
)
_COMPASS = frozenset({"north", "south", "east", "west"})
_INNER_CAPITAL = re.compile(r"([A-Z][a-z]+)[A-Z][A-Za-z]*[a-z]$")
_SCOTS = frozenset({"mc", "mac", "fitz"})
_ARABIC_ARTICLES = frozenset({"al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az"})
_ARTICLES = frozenset({"the", "a", "an"})
_FLOWING = (SPACE, COMMA)
_CONTRACTED = frozenset({"t", "ll", "re", "ve", "m", "d"})


class Usage:
    """Reads the neighbourhood of matches in one text, whose folded `words` are blank for a few beyond either end."""

    def __init__(
        self, tokens: Tokens, people: People, margins: Margins, names: Names, codes: frozenset[int] = frozenset()
    ) -> None:
        self.tokens, self.people, self.margins = tokens, people, margins
        self.names, self.codes = names, codes
        self.brands = Brands(tokens)
        self.common = word_list("common_words")
        self.rarer = word_list("rarer_words")
        self.given = word_list("given_names")
        self.surnames = word_list("surnames")
        self.list = rule_lists()
        self._never = words_of_no_place()
        self._before_ships = houses.words_before_ships()
        self._count = len(tokens)
        # blanks at the end stand beyond both ends: an index of -1 finds one of them too
        self.words = [*tokens.folded, *[""] * _BEYOND]
        self._match: Match | None = None
        self._before, self._head = "", ""
        self._admin: str | None = None
        self._seen: dict[tuple[int, int], tuple[str, int | None, str, str | None]] = {}
        self._next: int | None = None

    def before(self, match: Match) -> str:
        """The folded word that stands directly before, articles skipped; empty after a break."""
        if match is not self._match:
            self._look_around(match)
        return self._before

    def after(self, match: Match) -> int | None:
        """Index of the word directly after (a possessive ending skipped), None after a break."""
        if match is not self._match:
            self._look_around(match)
        return self._next

    def _head_of(self, match: Match) -> str:
        """The noun before "of" directly before the name, empty if there is none."""
        if match is not self._match:
            self._look_around(match)
        return self._head

    def _look_around(self, match: Match) -> None:
        """Take down what stands before and after a match: it is asked again and again while the match is weighed."""
        if self._match is not None:
            self._seen[self._match.first, self._match.end] = self._before, self._next, self._head, self._admin
        self._match = match
        seen = self._seen.get((match.first, match.end))
        if seen is not None:
            self._before, self._next, self._head, self._admin = seen
            return
        self._before, self._next, self._head, self._admin = "", None, "", None
        tokens, words = self.tokens, self.words
        gaps = tokens.gaps
        index = match.first - 1
        if index >= 0 and gaps[index] is SPACE:
            if words[index] in _ARTICLES and index and gaps[index - 1] is SPACE:
                index -= 1
            self._before = words[index]
        index = match.first - 1
        if index >= 0 and words[index] == "the":
            index -= 1
        if index >= 1 and words[index] == "of" and gaps[index - 1] is SPACE:
            self._head = words[index - 1]
        index = match.stop
        pointed = match.end - tokens.ends[index - 1]
        if index >= self._count or pointed > 1:
            return
        gap = gaps[index - 1]
        if gap is JOINED and words[index] == "s" and index + 1 < self._count:
            gap, index = gaps[index], index + 1
        if gap is SPACE or (gap is POINT and pointed > 0):
            self._next = index

    def possessive(self, match: Match) -> bool:
        """Whether "'s" follows."""
        return self.words[match.stop] == "s" and self.tokens.gaps[match.stop - 1] is JOINED

    def barred(self, match: Match) -> bool:
        """Whether a rule without exception says that this is no place: a person, a firm, a paper, a month."""
        first, stop = match.first, match.stop
        tokens, inside, word = self.tokens, self.people.inside, self.words[first]
        single, tied_on = stop - first == 1, tokens.gaps[stop - 1] is JOINED
        if first in inside or not (single or inside.isdisjoint(range(first, stop))):
            return True
        if single:
            unlikely = (
                word in self._never
                or len(word) == 1
                or (tied_on and self.words[stop] in _CONTRACTED)
                or (word in self.given and self._related(match))
            )
            if unlikely and not self.is_code(match):
                return True
        elif match.name.replace(" ", "-") in self.list["bodies"]:
            return True
        tied = first > 0 and tokens.gaps[first - 1] is JOINED
        if (
            self._before_firm(match)
            or (first > 0 and tokens.gaps[first - 1] is SPACE and self._barred_by_lead(match))
            or ((tied or tied_on) and self._compound(match))
            or (tied_on and houses.is_church(tokens, match))
            or self.brands.names(match)
            or taken_away(tokens, match)
        ):
            return True
        plain = single and tokens.words[first].istitle()
        return (not plain and self._oddly_written(match)) or (tied and self._arab(match))

    def _barred_by_lead(self, match: Match) -> bool:
        """Whether the word before, with nothing but a space between, makes it a paper, a ship or a house."""
        first, tokens = match.first, self.tokens
        before, capital = self.words[first - 1], tokens.capital[first - 1]
        return (
            (capital and self._after_medium(match))
            or ((capital or before in self._before_ships) and houses.is_ship(tokens, first))
            or (before == "the" and houses.is_called_after_town(tokens, self.names, match))
        )

    def _arab(self, match: Match) -> bool:
        """Whether an article makes it a person or a paper ("Muqtada al-Sadr", "Al-Ahram") and nobody is "in" it.

        Towns with an article are in the gazetteer with it.
        """
        article = match.first - 1
        if self.words[article] not in _ARABIC_ARTICLES:
            return False
        before = article - 1
        placed = before >= 0 and self.tokens.gaps[before] is SPACE and self.words[before] in self.list["locatives"]
        return not placed

    def _oddly_written(self, match: Match) -> bool:
        """Whether a word has capitals inside that no bearer of the name has ("VerDi", but not "DeKalb")."""
        for index in range(match.first, match.stop):
            word = self.tokens.words[index]
            if word.istitle():
                continue
            odd = _INNER_CAPITAL.match(word)
            if odd and (prefix := odd[1].lower()) not in _SCOTS and prefix not in self.list["particles"]:
                return not any(word in entry.place.name for entry in match.entries)
        return False

    def _related(self, match: Match) -> bool:
        """Whether a word for a relative stands before, with or without a comma ("his wife, Nancy")."""
        before = match.first - 1
        return before >= 0 and self.tokens.gaps[before] in _FLOWING and self.words[before] in self.list["relations"]

    def personal(self, match: Match) -> bool:
        """Whether a match is one word that is a given name or a frequent surname."""
        word = self.words[match.first]
        return match.stop - match.first == 1 and (word in self.given or word in self.surnames)

    def is_code(self, match: Match) -> bool:
        """Whether the name is an abbreviation in capitals that is read as a place: "US", "Dallas, TX"."""
        tokens = self.tokens
        word, written = self.words[match.first], tokens.words[match.first]
        if (
            match.first in self.codes
            or match.stop - match.first > 1
            or not written.isupper()
            or len(written) < len("US")
        ):
            return match.first in self.codes
        after_comma = match.first > 0 and tokens.gaps[match.first - 1] is COMMA and len(written) == len("TX")
        region = any(entry.place.kind in _REGIONS for entry in match.entries)
        return word in self.list["codes"] or (after_comma and region)

    def _compound(self, match: Match) -> bool:
        """Whether a hyphen ties the name to a capitalised word that is no place: "Wal-Mart", "Show-Me"."""
        tokens = self.tokens
        before, tied = match.first - 1, []
        bare = match.end == tokens.ends[match.stop - 1]  # "D.C.And" is a slip, no compound
        if bare and tokens.gaps[match.stop - 1] is JOINED and self.words[match.stop] != "s":
            tied.append(match.stop)
        if before >= 0 and tokens.gaps[before] is JOINED and self.words[before] not in {"l", "d"}:
            tied.append(before)
        return any(tokens.capital[index] and not self._geographic(index) and not self._party(index) for index in tied)

    def _party(self, index: int) -> bool:
        """Whether the word is a party's letters before a constituency ("D-Calif.")."""
        word = self.tokens.words[index]
        return word.isupper() and len(word) <= len("DFL")

    def _geographic(self, index: int) -> bool:
        word = self.words[index]
        if self.names.people(word) is not None:
            return True
        if not self.names.known(word):
            return False
        everyday = word in self.common or word in self.rarer
        # "Russia-Turkey ties", "Calgary-North West", but not "Wal-Mart"
        return not everyday or word in _COMPASS or self.names.entries(word)[0].place.kind in _REGIONS

    def _before_firm(self, match: Match) -> bool:
        """Whether a word for a firm, a paper or a team follows, or one word later ("Zanzibar Luxury Lines")."""
        after = self.after(match)
        if after is None or not self.tokens.capital[after]:
            return False
        business = self.list["business"]
        if self.words[after] in business:
            return True
        beyond = self.words[after + 1] in business and self.tokens.gaps[after] is SPACE
        return beyond and self.tokens.capital[after + 1] and self.words[after] not in self.list["offices"]

    def seat(self, match: Match) -> bool:
        """Whether the name is that of a government's seat and nobody is said to be there ("the Kremlin")."""
        if self.words[match.first] not in self.list["seats"] or match.entries[0].place.kind is CITY:
            return False
        landmark = any(entry.place.kind is LANDMARK for entry in match.entries[:3])
        return landmark and self.before(match) not in self.list["strong"]

    def replica(self, match: Match) -> bool:
        """Whether the text speaks of a copy: "the town's own small Eiffel Tower", "a replica of the Eiffel Tower"."""
        if match.entries[0].place.kind is not LANDMARK:
            return False
        replicas = self.list["replicas"]
        return any(self.words[index] in replicas for index in range(match.first - _LOOK_AHEAD, match.first))

    def _after_medium(self, match: Match) -> bool:
        """Whether the capitalised word before makes it the name of a station or paper ("Radio Liberty", "Le Monde")."""
        word = self.words[match.first - 1]
        if match.stop - match.first == 1 and self.words[match.first] in self.list["business"]:
            return True  # the last word of a firm's name
        return word in self.list["clubs"] or (match.stop - match.first == 1 and word in {"radio", "le", "la"})

    def is_name(self, index: int) -> bool:
        """Whether the capitalised word at an index looks like a name that is no place."""
        word = self.words[index]
        if len(word) == 1 or word in self.common or word in self.rarer or word in self.list["calendar"]:
            return False
        # only English words are listed: of a word in another script nothing is known
        return word.isascii() and word.isalpha() and not self.names.known(word) and self.names.people(word) is None

    def unknown_name(self, index: int) -> bool:
        """Whether a capitalised word is in no list and no gazetteer, and so may be an unknown place."""
        word = self.words[index]
        if self.tokens.words[index].isupper() or self.tokens.words[index][0].isdigit() or word in self.given:
            return False
        return word not in self.list["titles"] and word not in self.people.surnames and self.is_name(index)

    def admin_beside(self, match: Match) -> str:
        """The word that makes the name an area ("county", "oblast"), before "of" or after the name; empty if none."""
        if match is not self._match:
            self._look_around(match)
        if self._admin is None:
            self._admin = self._area_word(match)
        return self._admin

    def _area_word(self, match: Match) -> str:
        """The word of `admin_beside` for the match that was looked around last."""
        if self._before == "upstate":
            return "state"
        if match.stop - match.first > 1 and self.words[match.stop - 1] in self.list["townships"]:
            return self.words[match.stop - 1]
        after, head = self._next, self._head
        if after is not None and not self.possessive(match):
            word = self.words[after]
            if word in self.list["admin"]:
                return word
            if word in _AREAS:
                return _AREAS[word]
        if head and head in self.list["admin_of"]:
            return head
        return "state" if self._state_office(match, after) else ""

    def areas(self, match: Match) -> str:
        """The word, in the singular, that makes areas of a name and of those listed before it ("A, B counties")."""
        after = self.after(match)
        return _AREAS.get(self.words[after], "") if after is not None else ""

    def _state_office(self, match: Match, after: int | None) -> bool:
        """Whether an office of a state follows the name of one ("New York Gov. Hochul", "Victorian Premier")."""
        if after is None:
            return False
        word = self.words[after]
        named = word in self.list["state_offices"] or (word == "attorney" and self.words[after + 1] == "general")
        return named and any(entry.place.kind is ADMIN1 for entry in match.entries)

    def of_settlement(self, match: Match) -> bool:
        """Whether "city of" or the like stands before."""
        head = self._head_of(match)
        return head != "" and head in self.list["city_of"]

    def organisation(self, match: Match) -> bool:
        """Whether the name is part of the name of an organisation ("University of Vienna", "Memphis Police")."""
        head = self._head_of(match)
        if head in self.list["organisations"]:
            of = match.first - 1 - (self.words[match.first - 1] == "the")
            if self.tokens.capital[of - 1] and not self.tokens.opens[of - 1]:
                return True
        before = match.first - 1
        if before >= 0 and self.tokens.gaps[before] is SPACE and self.words[before] in self.list["media"]:
            return True
        if houses.is_house(self.tokens, match.first) or houses.gives_house_its_name(
            self.tokens, self.names, match.first, match.stop
        ):
            return True
        after = self.after(match)
        if after is None or not self.tokens.capital[after]:
            return False
        if self.tokens.words[after].isupper() and self.tokens.words[match.first].isupper():
            return False
        word = self.words[after]
        # "a concert at Wigmore Hall" is not in the village of that name, nor "Warsaw Square" in Warsaw
        facility = word in self.list["facilities"] and word != "square"
        spot = facility and not (word in _CALLED_AFTER and self._is_little(match))
        dated = word in self.list["calendar"] and word != "day"
        terminus = houses.is_terminus(self.tokens, match.first, after)
        return not (dated or spot or terminus or word in self.list["admin"]) and not self._place_begins(after)

    def _is_little(self, match: Match) -> bool:
        """Whether the best bearer is a small settlement, after which halls elsewhere are called."""
        place = match.entries[0].place
        return place.kind is CITY and place.population < _SMALL_TOWN and place.feature != "capital"

    def _place_begins(self, index: int) -> bool:
        return self.words[index] not in self.common and self.names.known(self.words[index])

    def facility(self, match: Match) -> str:
        """The word after that names a spot in the place ("airport", "station"); empty if none."""
        after = self.after(match)
        if after is None:
            return ""
        for index in (after, after + 1):
            if self.words[index] in self.list["facilities"]:
                return self.words[index]
            if self.words[index] not in {"international", "central", "main", "bus", "train", "railway", "district"}:
                break
        return ""

    def context(self, match: Match) -> list[str]:
        """What stands around a match, in the words of `Mention.context`."""
        admin, facility = self.admin_beside(match), self.facility(match)
        if not facility and is_called_post(self.words[max(0, match.first - 3) : match.first]):
            facility = "crossing"
        said = [self.before(match), admin and f"admin:{admin}", "settlement" if self.of_settlement(match) else ""]
        said += [facility and f"facility:{facility}", "possessive" if self.possessive(match) else ""]
        return [word for word in said if word]

    def addressed(self, match: Match) -> bool:
        """Whether a verb stands before whose object is a government: "Beijing warned Washington"."""
        return self.before(match) in self.list["addressed"] and not self.possessive(match)

    def speaks(self, match: Match) -> bool:
        """Whether the name is the subject of a verb that only a government can be: "Washington said"."""
        before = self.before(match)
        if before in self.list["locatives"] or (before in self.list["soft"] and before not in {"and", "or"}):
            return False
        if self.possessive(match):
            return False
        after = self.after(match)
        if after is None:
            return False
        word = self.words[after]
        if word in self.list["auxiliaries"]:
            ahead = (self.words[i] for i in range(after, after + _LOOK_AHEAD))
            return any(w in self.list["attitude"] for w in ahead)
        return word in self.list["speech"]
