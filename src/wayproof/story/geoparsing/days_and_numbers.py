"""Names that what follows takes away from places: the day of a saint, one of many spots that bear numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wayproof.story.text.tokens import JOINED, SPACE
from wayproof.story.vocabulary.lexicon import word_list

if TYPE_CHECKING:
    from wayproof.story.geoparsing.matches import Match
    from wayproof.story.text.tokens import Tokens

_FEASTS = frozenset({"day", "eve"})
_DIGITS = 3


def taken_away(tokens: Tokens, match: Match) -> bool:
    """Whether what follows shows that a name is a day's or one of many numbered spots."""
    return match.stop < len(tokens) and (_is_feast(tokens, match) or _is_numbered(tokens, match))


def _is_feast(tokens: Tokens, match: Match) -> bool:
    """Whether the day of a saint is named: "on All Saints' Day", "St Andrew's Eve"."""
    after = match.stop
    if after < len(tokens) and tokens.folded[after] == "s" and tokens.gaps[after - 1] is JOINED:
        after += 1
    if after >= len(tokens) or tokens.folded[after] not in _FEASTS or not tokens.capital[after]:
        return False
    apart = tokens.starts[after] - tokens.ends[after - 1]
    return tokens.gaps[after - 1] is SPACE or (apart == len("' ") and tokens.folded[after - 1].endswith("s"))


def _is_numbered(tokens: Tokens, match: Match) -> bool:
    """Whether a number ends the name of an everyday word: "Temple 88, near Sanuki"; not "Reading 40 minutes late"."""
    number = match.stop
    if match.stop - match.first > 1 or tokens.gaps[number - 1] is not SPACE:
        return False
    told = tokens.words[number].isdigit() and len(tokens.words[number]) < _DIGITS
    return told and tokens.gaps[number] is not SPACE and tokens.folded[match.first] in word_list("common_words")
