"""Numbers in words, as dates and lengths of time spell them."""

import re

_UP_TO_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_ORDERED = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
NUMBERS: dict[str, int] = {word: value for value, word in enumerate(re.split(" ", _UP_TO_TWENTY))} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
}
"""Cardinal numbers that a date or a length is spelled with; others are sums of them ("forty-five")."""
ORDINALS: dict[str, int] = {word: value for value, word in enumerate(re.split(" ", _ORDERED)) if value}
"""Ordinal numbers of a day of the month."""


def number(text: str) -> int | None:
    """Value of a number in digits or in words ("27", "two", "twenty-five", "forty five"); None if it is none."""
    folded = text.strip().casefold()
    if folded.isdecimal():
        return int(folded)
    total = 0
    for word in re.split(r"[\s-]+", folded):
        if word not in NUMBERS:
            return None
        total += NUMBERS[word]
    return total
