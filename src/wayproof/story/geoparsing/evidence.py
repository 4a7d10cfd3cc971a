"""The evidence that a matched name is a place: what it stands for, what stands around it, what else it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wayproof.story.text.tokens import BRACKET, COMMA, JOINED, SPACE
from wayproof.story.vocabulary.lexicon import points, rule_lists
from wayproof.world.places import ADMIN1, COUNTRY, REGION, WATER

if TYPE_CHECKING:
    from wayproof.story.geoparsing.matches import Match
    from wayproof.story.geoparsing.usage import Usage

_REGIONS = (COUNTRY, ADMIN1)
_WITH_ARTICLE = (WATER, REGION)  # "the Thames", "the Sahara"
_BEFORE_CODES = (COMMA, JOINED, BRACKET)
_LONGEST_ACRONYM = 5
_DIGITS_OF_AGE = 2
_PERSONAL = frozenset({"he", "she"})
_SAYING = frozenset(["said", "says", "told", "added", "who", "whose", "testified", "thinks", "himself", "recalled"])


_REACHES = frozenset({"reached", "reaches", "reaching", "entered", "entering", "departed"})
_WITH_PARTICLES = frozenset({"to", "into"})
_PARTICLES = frozenset(
    {"down", "up", "over", "across", "on", "back", "along", "north", "south", "east", "west", "round"}
)
"""Words before "to" that say that somebody goes."""
_PAIRS = frozenset(
    {
        ("out", "of"),
        ("way", "of"),
        ("far", "as"),
        ("farther", "than"),
        ("further", "than"),
        ("nearer", "than"),
        ("closer", "than"),
    }
)
_ENDS_OF_PAIRS = frozenset(second for _, second in _PAIRS)
_DRIVEN = frozenset({"it", "him", "her", "them", "me", "us", "himself", "herself", "themselves", "back", "on", "out"})
_OF_LEAVING = frozenset({"at", "by", "for", "on", "before", "after", "just", "shortly"})


class Evidence:
    """Adds up the points of words/evidence.csv for the matches of one text."""

    def __init__(self, usage: Usage) -> None:
        self.usage = usage
        self.points = points()
        self.list = rule_lists()

    def score(self, match: Match) -> float:
        """Points for reading a match as a place; above the row "needed" it is one."""
        before, after = self.usage.before(match), self.usage.after(match)
        lead = self._lead(match, before, after)
        around = lead + self._sequel(match, before, after)
        led = lead >= self.points["locative_before"] and not self.usage.possessive(match)  # "to Grant's house"
        word = self._word_class(match, led=led)
        return self.points["base"] + self._standing(match) + around + word

    def _standing(self, match: Match) -> float:
        """Points for what the name stands for in the gazetteer."""
        known = self.usage.names.fame(match.entries, everyday=self._everyday(match))
        return known + (self.points["many_words"] if match.stop - match.first > 1 else 0.0)

    def _everyday(self, match: Match) -> bool:
        """Whether the name is an everyday word and is not written as an abbreviation ("US", "Pa.", "D-Calif")."""
        tokens, first = self.usage.tokens, match.first
        written = tokens.words[first]
        if match.stop > first + 1 or self.usage.words[first] not in self.usage.common:
            return False
        if written.isupper():
            return len(written) > len("US") and not self.usage.is_code(match) and self._shouting(match)
        after_mark = first > 0 and tokens.gaps[first - 1] in _BEFORE_CODES
        return not after_mark and match.end == tokens.ends[first]

    def _lead(self, match: Match, before: str, after: int | None) -> float:
        """Points for the words before."""
        p, usage, tokens = self.points, self.usage, self.usage.tokens
        total = 0.0
        if before in self.list["locatives"] or usage.of_settlement(match) or self._two_words(match):
            total += p["locative_before"] + (p["journey_before"] if self._travelled(match) else 0.0)
        elif before == "of" and (self._at_home(match.first - 2) or usage.words[match.first - 2] in self.list["posts"]):
            total += p["home"]
        elif before in self.list["soft"]:
            total += p["soft_before"]
        previous = match.first - 1
        if previous < 0:
            return total
        capital = tokens.capital[previous]
        if usage.words[previous] == "the" and match.stop - match.first == 1:
            civic = after is not None and tokens.capital[after] and usage.words[after] in self.list["civic"]
            river = match.entries[0].place.kind in _WITH_ARTICLE
            titled = capital and not tokens.opens[previous]  # a paper: "The Atlantic"
            total += 0.0 if civic or (river and not titled) else p["article"]
        joined = capital and tokens.gaps[previous] is SPACE
        return total + (p["name_before"] if joined and usage.is_name(previous) else 0.0)

    def _travelled(self, match: Match) -> bool:
        """Whether a verb of travel or a vehicle stands before the preposition: "drove to Hull", "a bus from Deal".

        Or the verb before the name says it itself: "reached Hull", "left Hull at noon".
        """
        tokens, verb = self.usage.tokens, match.first - 2
        lead = self.usage.words[match.first - 1]
        if lead in _REACHES:
            return True
        if lead == "left":
            after = self.usage.after(match)
            return after is not None and self.usage.words[after] in _OF_LEAVING
        if lead in _WITH_PARTICLES and verb > 0 and self.usage.words[verb] in _PARTICLES:
            return tokens.gaps[verb] is SPACE  # "down to Hull", "on to Deal"
        if self._two_words(match):
            verb -= 1  # "flown out of Hull"
            if self.usage.words[verb] == "as" and verb > 1 and tokens.gaps[verb - 1] is SPACE:
                verb -= 1  # "walked as far as Hull"
                verb -= self.usage.words[verb] in _DRIVEN  # "drove it as far as Hull"
        return verb >= 0 and tokens.gaps[verb] is SPACE and self.usage.words[verb] in self.list["travels"]

    def _two_words(self, match: Match) -> bool:
        """Whether a preposition of several words stands before: "out of Hull", "by way of Deal", "as far as Hull"."""
        at, words = match.first - 1, self.usage.words
        if words[at] not in _ENDS_OF_PAIRS or at <= 0:
            return False
        return self.usage.tokens.gaps[at - 1] is SPACE and (words[at - 1], words[at]) in _PAIRS

    def _sequel(self, match: Match, before: str, after: int | None) -> float:
        """Points for the words after."""
        p, usage, tokens = self.points, self.usage, self.usage.tokens
        if usage.admin_beside(match):
            return p["admin_beside"]
        if after is None:
            return 0.0
        if tokens.capital[after]:
            return p["name_after"] if usage.is_name(after) else 0.0
        word = usage.words[after]
        if word in self.list["inhabitants"]:
            return p["inhabitants_after"]
        spot = match.stop - match.first > 1 and not tokens.capital[match.stop - 1]  # "London City airport told"
        # persons say something more often than places
        return self._speaking(match, before, after) if word in _SAYING and not spot else 0.0

    def _speaking(self, match: Match, before: str, after: int) -> float:
        """Points for a name that is said to say something."""
        if self.usage.words[after + 1] in _PERSONAL and before not in self.list["locatives"]:  # "a man in Hull says he"
            return self.points["speaks_as_person"]
        return 0.0 if self._official(match, before) else self.points["speaks"]

    def _at_home(self, index: int) -> bool:
        """Whether a person, or a person's age, stands at the index ("Ann Lee of Toco", "Ann Lee, 30, of Toco")."""
        tokens = self.usage.tokens
        if index < 0:
            return False
        if tokens.gaps[index] is COMMA:
            return tokens.words[index].isdigit() and len(tokens.words[index]) <= _DIGITS_OF_AGE
        return tokens.gaps[index] is SPACE and index in self.usage.people.inside

    def _word_class(self, match: Match, *, led: bool) -> float:
        """Points for what the word is besides a place name; `led` tells that in, to or from stands before it."""
        p, usage, tokens = self.points, self.usage, self.usage.tokens
        if match.stop - match.first > 1:
            everyday = all(usage.words[index] in usage.common for index in range(match.first, match.stop))
            return p["everyday_words"] if everyday else 0.0
        word = usage.words[match.first]
        upper = tokens.words[match.first].isupper()
        total = 0.0
        if (upper or match.first in usage.codes) and usage.is_code(match):
            return total + (p["recognised"] if match.first in usage.codes else 0.0)
        if usage.margins.label(match.start) == "dateline":
            return p["in_dateline"]
        opens = tokens.opens[match.first]
        if word in usage.common:
            country = match.entries[0].place.kind is COUNTRY and match.entries[0].match == "name"
            total += p["opens_common" if opens else "common_word"] * (p["common_country"] if country else 1.0)
        elif word in usage.rarer:
            total += p["opens_rarer" if opens else "rarer_word"]
        total += p["surname"] * (word in usage.surnames) + p["given_name"] * (word in usage.given)
        if led:
            total = max(total, p["word_after_locative"])
        total += p["unsettling"] * (word in self.list["unsettling"])
        if word in usage.people.surnames:
            total += p["person_of_text"]
        if upper and 1 < len(word) <= _LONGEST_ACRONYM and not self._shouting(match):
            total += p["acronym"]
        return total

    def _shouting(self, match: Match) -> bool:
        """Whether the words around are in capitals too, or a dateline or a comma explains them ("Dallas, TX")."""
        usage, tokens = self.usage, self.usage.tokens
        if usage.margins.label(match.start) == "dateline":
            return True
        near = [i for i in (match.first - 1, match.stop) if 0 <= i < len(tokens) and len(tokens.words[i]) > len("TX")]
        return bool(near) and all(tokens.words[i].isupper() for i in near)

    def _official(self, match: Match, before: str) -> bool:
        """Whether a preposition explains the verb that follows, or the name is that of a country or capital."""
        place = match.entries[0].place
        return before in self.list["locatives"] or place.kind in _REGIONS or place.feature == "capital"
