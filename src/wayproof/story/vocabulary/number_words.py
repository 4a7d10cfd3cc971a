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
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
"""Cardinal numbers that a date or a length is spelled with; others are sums of them ("forty-five")."""
_FIRST_NINE = re.split(" ", _ORDERED)[1:10]
ORDINALS: dict[str, int] = (
    {word: value for value, word in enumerate(re.split(" ", _ORDERED)) if value}
    | {f"twenty-{word}": 20 + value for value, word in enumerate(_FIRST_NINE, start=1)}
    | {"thirtieth": 30, "thirty-first": 31}
)
"""Ordinal numbers of a day of the month."""
COUNT_WORDS = (
    rf"(?:{'|'.join(sorted(NUMBERS, key=len, reverse=True))})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
)
"""Regular expression for a number in words up to ninety-nine: "thirty-one" is not one."""


def number(text: str) -> int | None:
    """Value of a number in digits or words ("27", "twenty-five", "a hundred and five"); None if it is none."""
    folded = text.strip().casefold()
    if folded.isdecimal():
        return int(folded)
    total = 0
    words = re.split(r"[\s-]+", folded)
    if "hundred" in words:
        words = [word for word in words if word not in {"a", "and"}]
    for word in words:
        if word == "hundred":
            total = 100 * max(total, 1)
        elif word in NUMBERS:
            total += NUMBERS[word]
        else:
            return None
    return total
