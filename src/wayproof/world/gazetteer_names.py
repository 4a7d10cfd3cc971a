"""Place names as keys: the one way in which the gazetteer folds a name before comparing it."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not decompose although readers write them without the stroke or the hook.
_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i", "ħ": "h", "ŧ": "t",
        "ŋ": "n", "ə": "e", "ǝ": "e", "ɛ": "e", "ɔ": "o", "ƙ": "k", "ɗ": "d", "ɓ": "b", "ƴ": "y", "&": " and ",
    }
)  # fmt: skip
# Accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel marks, and signs that readers do not see.
_UNSEEN = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\u00ad\u0640\u200b-\u200f\u2060\ufeff]"
)
# Indic, Thai, Lao, Tibetan, Burmese and Khmer write vowels as signs that \w leaves out: whole blocks count as letters.
_BREAKS = re.compile("(?:[^\\w\u0900-\u0fff\u1000-\u109f\u1780-\u17ff]|_)+")
_ASCII_BREAKS = re.compile(r"[^a-z0-9]+")


def normalise(name: str) -> str:
    """A name folded to the form in which names are compared.

    Diacritics, strokes and case go ("Łódź" -> "lodz", "Straße" -> "strasse"); punctuation, hyphens and apostrophes
    become one space ("N'Djamena" -> "n djamena", "U.S." -> "u s"), "&" becomes "and". Other scripts keep their letters,
    casefolded, and lose only their accents and points ("Вильнюс" -> "вильнюс").

    Returns
    -------
    str
        Words separated by single spaces; empty when the name holds no letter or digit.
    """
    if name.isascii():
        if name.isalnum():
            return name.lower()
        return _ASCII_BREAKS.sub(" ", name.lower().replace("&", " and ")).strip()
    folded = unicodedata.normalize("NFKD", name).casefold().translate(_LETTERS)
    folded = unicodedata.normalize("NFC", _UNSEEN.sub("", folded))
    return _BREAKS.sub(" ", folded).strip()
