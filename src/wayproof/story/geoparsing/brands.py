"""Makes and firms: vehicles, creatures and firms with names of places ("a Norton", "Lloyd's of London")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wayproof.story.text.tokens import COMMA, JOINED, SPACE
from wayproof.story.vocabulary.lexicon import rule_lists, rule_words
from wayproof.world.places import COUNTRY

if TYPE_CHECKING:
    from wayproof.story.geoparsing.matches import Match
    from wayproof.story.text.tokens import Tokens

_COUNTING = frozenset({"a", "an", "another", "his", "her", "their", "my", "our", "your", "one", "two", "the"})
_AFTER_MAKE = frozenset(
    {
        "to", "from", "in", "into", "on", "at", "and", "or", "with", "for", "by", "through", "over", "across",
        "out", "up", "down", "home", "back", "as", "was", "is", "had", "that", "which", "who", "when",
        "until", "past", "off", "along", "towards", "but", "while", "before", "after", "all", "outside",
        "behind", "beside", "near", "there", "then", "again", "because", "so", "if", "than", "between",
        "against", "around", "round", "only", "were", "has", "would", "could", "did", "broke", "stalled",
        "stood", "pulled", "drew", "passed", "parked", "rolled", "turned", "came", "went", "stopped", "ran",
        "skidded", "overtook", "swung", "waited", "waiting", "belonging", "needed", "started", "crossed",
        "reached", "left", "drove", "headed", "hit", "caught", "burnt", "overturned", "slid", "wagon", "taxi",
        "pick-up", "cab", "hatchback", "sedan", "jeep", "motorcycle", "bomber", "lorry", "lorries", "van",
        "vans", "car", "truck", "trucks", "coach", "bus", "saloon", "estate", "pickup", "engine", "tractor",
        "convertible", "of", "the", "without", "are", "can", "will", "may", "might", "must", "does", "made",
        "carrying", "carried", "loaded", "flown", "piloted", "driven", "hired", "lent", "borrowed", "rented", "bought",
        "sold", "missile", "missiles", "rocket", "rifle", "rifles", "pistol", "revolver", "tank", "tanks", "submarine",
        "aircraft", "airliner", "airliners", "plane", "planes", "freighter", "transport", "transports", "turboprop",
    }
)  # fmt: skip
"""What may follow a make that is a town's name as well."""
_CRAFT = frozenset(
    {
        "jet", "jets", "bomber", "bombers", "fighter", "fighters", "helicopter", "helicopters", "flying-boat",
        "seaplane", "seaplanes", "floatplane", "biplane", "monoplane", "amphibian", "glider", "trainer", "trainers",
    }
)  # fmt: skip
"""Aircraft behind what is their type, and no town that they serve ("a Trident jet", but "a Glasgow plane")."""
_FLIES = frozenset(
    {
        "landed", "lands", "took", "takes", "taxied", "crashed", "flew", "flies", "dived", "banked", "touched",
        "climbed", "lifted", "ditched", "circled", "roared", "stalled", "overshot", "levelled", "droned",
    }
)  # fmt: skip
"""What an aircraft does and a town does not."""
_HOMELY = frozenset({"native", "beloved", "nearby", "neighbouring", "neighboring", "hometown"})  # "his native Lincoln"
_CALLED = frozenset({"called", "named", "christened"})
_FIRMS = frozenset({"company", "airline", "carrier", "firm", "shipyard", "brewery", "manufacturer", "publisher"})
_TWO = 2
_LONGEST_CODE = 4
_MARKS = 3
"""Characters that a mark and its spaces take at most; more are the margin of a new line."""
_NUMBERED = re.compile(r"7[0-8]7|a3[0-8]0|vc10|yak|dc|md|il|tu|an|bac")
"""Aircraft told by letters and numbers: "an Iberia DC-8", "the Sudan 707"."""


class Brands:
    """Tells the names of makes, models, creatures and firms from those of places in one text."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.makers = rule_lists()["makers"]
        self.town_makers = rule_lists()["town_makers"]
        self.town_models = rule_lists()["town_models"]
        self.makes = rule_words("makers", "town_makers", "town_models")
        self.aircraft = rule_lists()["aircraft"]
        self.prepositions = rule_words("locatives", "soft")
        self.creatures = rule_lists()["named_creatures"]
        self.models: set[str] = set()

    def names(self, match: Match) -> bool:
        """Whether the match is a make or a model, or the last word of a firm's name.

        So is what a creature is called. A name that stood behind a maker once ("a Ford Taunus") is a model behind any
        later article.
        """
        if self._model(match):
            return True
        # the word before, or the mark behind, tells of most matches that they are nothing of the kind
        tokens, stop = self.tokens, match.stop
        before = tokens.folded[match.first - 1] if match.first else ""
        if (before == "of" and self._firm(match)) or (before in _CALLED and self._creature(match)):
            return True
        if before in _FIRMS and self._of_firm(match.first):
            return True
        gap = tokens.gaps[stop - 1]
        if gap is SPACE:
            return self._craft(match) if tokens.words[stop][0].islower() else self._airline(match)
        return gap is JOINED and self._designation(match)

    def _of_firm(self, first: int) -> bool:
        """Whether a small word for a firm stands right before, behind an article: "the little company LaMia"."""
        tokens, at = self.tokens, first - 1
        if tokens.capital[at] or tokens.gaps[at] is not SPACE:
            return False
        return any(tokens.folded[index] in _COUNTING for index in range(max(0, at - _MARKS), at))

    def _designation(self, match: Match) -> bool:
        """Whether what is tied on is a number behind capitals: "a DC-8", "the MD-80", "IL-62"."""
        tokens, stop = self.tokens, match.stop
        if stop - match.first > 1:
            return False
        word = tokens.words[match.first]
        return word.isupper() and len(word) <= _LONGEST_CODE and tokens.words[stop][0].isdigit()

    def _craft(self, match: Match) -> bool:
        """Whether it is the type of an aircraft that is called by its noun right behind: "a Trident jet"."""
        tokens, stop = self.tokens, match.stop
        if stop - match.first > 1 or tokens.folded[stop] not in _CRAFT or match.entries[0].match == "demonym":
            return False
        return match.entries[0].place.kind is not COUNTRY and bool(self._lead(match.first))

    def _airline(self, match: Match) -> bool:
        """Whether the next word is an aircraft, whose airline the name is: "an Iberia DC-8", "the Sudan Boeing"."""
        tokens, stop = self.tokens, match.stop
        word, written = tokens.folded[stop], tokens.words[stop]
        aircraft = word in self.aircraft and tokens.capital[stop]
        numbered = (written[0].isdigit() or written[0].isupper()) and _NUMBERED.fullmatch(word) is not None
        return (aircraft or numbered) and bool(self._lead(match.first))

    def _creature(self, match: Match) -> bool:
        """Whether it is a creature or vessel that is called so: "an elephant called Bolivia", "a dog named Vienna"."""
        tokens, at = self.tokens, match.first - 1
        if at < 1 or tokens.gaps[at] is not SPACE:
            return False
        return tokens.gaps[at - 1] <= COMMA and tokens.folded[at - 1] in self.creatures

    def _model(self, match: Match) -> bool:
        """Whether it is a car by its maker ("a Jeep Cherokee", "a Lancia", "the Mercedes-Benz")."""
        first, folded = match.first, self.tokens.folded
        word = folded[first]
        if match.stop - first == 1 and self._make(first) and not self._followed_by_name(match.stop):
            self.models.add(word)
            return True
        if word in self.makers and self._tied_on(match.stop):
            return True
        gaps, capital = self.tokens.gaps, self.tokens.capital
        for index in (first - 1, first - 2):
            if index < 0 or not capital[index] or gaps[index] > JOINED:
                return False
            if folded[index] in self.makers:
                self.models.add(folded[match.stop - 1])
                return True
        return False

    def _make(self, index: int) -> bool:
        """Whether the word is a make or a model by itself; one that is a town's name too takes more than "the"."""
        word = self.tokens.folded[index]
        model = word in self.models
        if not (model or word in self.makes):
            return False
        lead = self._lead(index)
        if (lead == "the" and self._followed_by(index, "of")) or self.tokens.folded[index - 3 : index - 1] == [
            "there",
            "is",
        ]:
            return False  # "the Granada of the Moors", "there is a Cordoba in Spain"
        if word in self.town_models and not model:
            owner = lead != "s" or self._lower_owner(index)  # "Spain's Granada" is the town
            return lead != "" and owner and self._stands_alone(index + 1) and not self._goes_on(index + 1)
        if model or word not in self.town_makers:
            return lead != ""
        if lead == "the" and self._followed_by(index, *_FLIES):
            return True  # "the Halifax took off"
        return lead not in {"", "the"} and self._stands_alone(index + 1)

    def _stands_alone(self, index: int) -> bool:
        """Whether no noun but a vehicle follows: "his Austin to Hull", "a Bedford lorry", not "her Austin office"."""
        tokens = self.tokens
        if index >= len(tokens) or tokens.gaps[index - 1] is not SPACE:
            return True
        word = tokens.folded[index]
        return word in _AFTER_MAKE or word in _CRAFT or word in _FLIES

    def _followed_by(self, index: int, *words: str) -> bool:
        """Whether one of some words follows the word at an index."""
        tokens = self.tokens
        return index + 1 < len(tokens) and tokens.gaps[index] is SPACE and tokens.folded[index + 1] in words

    def _goes_on(self, index: int) -> bool:
        """Whether a list of names follows ("the Cambridge, Pleasant City and Lore City departments"), or a new line."""
        tokens = self.tokens
        if index >= len(tokens) or tokens.gaps[index - 1] is SPACE:
            return False
        listed = tokens.gaps[index - 1] is COMMA and tokens.capital[index]
        wrapped = tokens.starts[index] - tokens.ends[index - 1] > _MARKS and not tokens.capital[index]
        return listed or (wrapped and tokens.folded[index] not in _AFTER_MAKE)

    def _followed_by_name(self, index: int) -> bool:
        """Whether another capitalised word follows: "the Lincoln Tunnel", "the Norton Gallery"."""
        tokens = self.tokens
        return tokens.gaps[index - 1] is SPACE and tokens.capital[index]

    def _tied_on(self, index: int) -> bool:
        """Whether a hyphen ties a capitalised word on: "Mercedes-Benz"."""
        tokens = self.tokens
        return tokens.gaps[index - 1] is JOINED and tokens.capital[index]

    def _lead(self, index: int) -> str:
        """The article or owner before, with an adjective between or not: "into a borrowed Mercedes"; empty if none."""
        tokens = self.tokens
        if self._owned(index):
            return "s"
        spaced = index > 1 and tokens.gaps[index - 1] is SPACE
        between = tokens.folded[index - 1] if spaced else ""
        if between in self.prepositions:
            return ""  # "took her to Toledo"
        # "an RAF Hercules": an owner in capitals stands as an adjective does
        owner = spaced and tokens.words[index - 1].isupper() and len(tokens.words[index - 1]) > 1
        if spaced and between not in _COUNTING and between not in _HOMELY and (owner or not tokens.capital[index - 1]):
            index -= 1
            if self._owned(index):
                return "s"
        before = tokens.folded[index - 1] if index and tokens.gaps[index - 1] is SPACE else ""
        return before if before in _COUNTING else ""

    def _owned(self, index: int) -> bool:
        """Whether "'s" stands before: "his uncle's Mercedes"."""
        tokens = self.tokens
        return (
            index >= _TWO
            and tokens.folded[index - 1] == "s"
            and tokens.gaps[index - 1] is SPACE
            and tokens.gaps[index - 2] is JOINED
        )

    def _lower_owner(self, index: int) -> bool:
        """Whether the "'s" before, an adjective between or not, is that of no name: "her uncle's Cordoba"."""
        tokens = self.tokens
        owner = index - _TWO if tokens.folded[index - 1] == "s" else index - _TWO - 1
        return not tokens.capital[owner]

    def _firm(self, match: Match) -> bool:
        """Whether a firm that bears its founder's name stands before "of": "Lloyd's of London"."""
        tokens, of = self.tokens, match.first - 1
        if of < _TWO or tokens.folded[of - 1] != "s":
            return False
        spaced = tokens.gaps[of] is SPACE and tokens.gaps[of - 1] is SPACE
        return spaced and tokens.gaps[of - _TWO] is JOINED and tokens.capital[of - _TWO]
