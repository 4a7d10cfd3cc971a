"""Lengths of time: "in under five hours", "two hours later", "7 hours, 12 minutes and 40 seconds"."""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

from wayproof.story.temporal.day_words import FEW
from wayproof.story.vocabulary.number_words import NUMBERS, number
from wayproof.story.vocabulary.regexes import regex

HOUR_UNITS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0, "month": 730.5}
"""Hours in a unit of length."""
ROUNDING = 0.5
"""A spoken count is right to half its unit ("two hours later": 1.5 to 2.5 hours), a count of minutes or seconds too."""


LONG_COUNT, BOTH_ENDS = 6.0, 1.0
"""From so many days on, a count may have both the first and the last day in it, and a zone's difference: a day less."""


@dataclass(frozen=True, slots=True)
class LengthWords:
    """A length of time in the text, in hours; `after` is True for "two hours later": a gap to what was told before."""

    start: int
    end: int
    least: float
    most: float
    after: bool
    earlier: bool = False


_COUNT = (
    rf"(?:(?P<digits>\d{{1,4}}(?:[.,]\d+)?)|(?P<word>(?:(?:an?|one|two|three|four|five)\s+hundred(?:\s+and\s+)?)?"
    rf"(?:(?:{'|'.join(NUMBERS)})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)|(?:an?|one|two|three|four|five)\s+hundred)|(?P<few>a\s+few|several|some|a\s+couple\s+of)|"
    rf"(?P<half>half\s+an|half\s+a|a\s+quarter\s+of\s+an)|(?P<one>an?|one|the))"
)
_WORDS = (
    rf"(?:{'|'.join(sorted(NUMBERS, key=len, reverse=True))})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
)
_UNIT = r"(?P<unit>seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?)"


@cache
def _length_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    degree = (
        r"(?:(?P<degree>(?:in\s+)?(?:(?:only\s+)?just\s+|(?:a\s+)?(?:little|bit|shade|touch|fraction|trifle|whisker)\s+|slightly\s+|not\s+(?:much|quite)\s+|"
        r"rather\s+|well\s+)?(?:in\s+)?(?:under|less\s+than|short\s+of|no\s+more\s+than|"
        r"at\s+most|barely|scarcely|hardly|only|just|within|inside|over|more\s+than|at\s+least|about|around|roughly|nearly|"
        r"almost|some|exactly|fully|all\s+of|no\s+less\s+than|upwards\s+of))\s+)?"
    )
    after = (
        r"(?:(?:or\s+so|or\s+thereabouts|exactly)\s+)?(?P<after>later(?!\s+than\b)|afterwards?|after\s+that|after(?=[.,;])|after\s+(?:he|she|they|it|the\s+\w+)\b|"
        r"after\s+(?:(?:his|her|their|its)\s+)?(?:leaving|setting|taking|starting|departing|sailing|boarding|embarking|embarkation|"
        r"departure|launch|start|casting\s+off|pushing\s+off|pulling\s+out|driving\s+off|putting\s+to\s+sea|weighing\s+anchor|"
        r"blast-?off|lift-?off|take-?off)\b|on\b(?=,|\s+(?:he|she|they|it|I|we)\b))"
    )
    return (
        (
            "sum",
            re.compile(
                (
                    rf"\b(?:(?P<d>\d{{1,3}}|{_WORDS})\s+days?,?\s+(?:and\s+)?)?(?P<h>\d{{1,4}}|{_WORDS})\s+(?:hours?|"
                    rf"hrs?)(?:,?\s+(?:and\s+)?(?:(?P<m>\d{{1,2}}|{_WORDS}|a\s+few|some|several)\s+(?:odd\s+)?(?:minutes?|"
                    rf"mins?)|(?P<bare>\d\d|(?:twenty|thirty|forty|fifty)(?:-\w+)?|ten)(?=\s*(?:[.,;:)]|$)|\s+(?:to|for|from|after|later|in\s+all|door|flat|on)\b)))(?:,?\s+(?:and\s+)?(?P<s>\d{{1,2}}|{_WORDS})\s+sec(?:ond)?s?)?"
                    r"(?:\s+(?P<after>later(?!\s+than\b)|afterwards?|after\b(?:\s+(?:the|his|her|its|their)\s+(?:start|gun|off|departure|launch|"
                    r"take-?off|lift-?off|getaway)\b)?))?"
                ),
                re.IGNORECASE,
            ),
        ),
        (
            "mixed",
            re.compile(
                (
                    rf"\b{degree}(?P<word>{'|'.join(NUMBERS)}|an?|"
                    rf"\d{{1,3}})\s+(?:hours?\s+and\s+(?:a\s+(?P<frac>half|quarter)|(?P<quarters>three[\s-]quarters)|(?P<m>\d{{1,2}}|"
                    rf"{_WORDS})\s+minutes?)|and\s+a\s+(?P<frac2>half|quarter)\s+(?:hours?|(?P<days2>days?))|(?P<days>days?)\s+and\s+a\s+(?P<frac3>half))(?:\s+{after})?"
                ),
                re.IGNORECASE,
            ),
        ),
        (
            "quarter",
            re.compile(
                (
                    r"\b(?P<degree>within\s+)?(?P<which>a\s+quarter\s+of\s+an\s+hour|"
                    r"three\s+quarters\s+of\s+an\s+hour|half\s+an\s+hour)(?:\s+(?P<after>later(?!\s+than\b)|afterwards?))?"
                ),
                re.IGNORECASE,
            ),
        ),
        (
            "count",
            re.compile(
                (
                    rf"\b{degree}{_COUNT}(?:\s+|-){_UNIT}\b(?:['\u2019]s?(?=\s+(?:drive|flight|walk|ride|journey|"
                    rf"march|sail)))?(?:\s+{after})?(?:\s+(?P<before>earlier(?!\s+than\b)|before(?!\s+(?:the|a|an|he|she|they|I|we|you|leaving|setting|taking|starting|departing|sailing|"
                    rf"it|being|his|her)\b)|previously|beforehand))?"
                ),
                re.IGNORECASE,
            ),
        ),
        ("vague", re.compile(r"\b(?P<unit>minutes|hours)\s+(?P<after>later(?!\s+than\b)|afterwards)\b", re.IGNORECASE)),
    )


def find_lengths(text: str) -> tuple[LengthWords, ...]:
    """Lengths of time and gaps in the text, in order, without overlaps."""
    taken: list[LengthWords] = []
    covered = bytearray(len(text))
    for rule, pattern in _length_patterns():
        for match in pattern.finditer(text):
            if any(covered[match.start() : match.end()]):
                continue
            words = _length(rule, match)
            if words is not None:
                taken.append(words)
                covered[words.start : words.end] = b"\x01" * (words.end - words.start)
    return _summed(text, sorted(taken, key=lambda words: words.start))


_AND = regex(r"\s*,?\s*(?:and\s+)?")
_COARSE = regex(r"(?:weeks?|months?|days?)\Z", re.IGNORECASE)
_FINER = regex(r"\b(?:weeks?|days?|hours?|hrs?|minutes?|mins?)\b", re.IGNORECASE)
_YEARS = regex(rf"\b(?:(?P<count>\d{{1,3}}|{_WORDS})|(?P<one>an?|one))\s+years?\s*,?\s*(?:and\s+)?\Z", re.IGNORECASE)
FEW_MINUTES = 6
"""What "a few minutes" adds to hours: as much again either way."""
HOURS_OF_YEAR, LONGEST_YEARS = 8766.0, 40
"""Hours of a mean year; characters before a length in which years stand that belong to it."""


def _summed(text: str, found: list[LengthWords]) -> tuple[LengthWords, ...]:
    """The lengths with those that make one told together: "three weeks and two days", "a year and two months"."""
    summed: list[LengthWords] = []
    for words in found:
        last = summed[-1] if summed else None
        if last is not None and _goes_with(text, last, words):
            months = "month" in text[last.start : last.end].casefold()
            summed[-1] = _added(words, last.start, (last.least + last.most) / 2, UNEVEN if months else 0.0)
            continue
        years = _YEARS.search(text, max(0, words.start - LONGEST_YEARS), words.start)
        count = 0 if years is None else 1 if years["one"] else number(years["count"]) or 0
        summed.append(words if years is None else _added(words, years.start(), count * HOURS_OF_YEAR, UNEVEN))
    return tuple(summed)


UNEVEN = 0.05
"""Share by which months and years are longer or shorter than their mean."""


def _added(words: LengthWords, start: int, whole: float, share: float) -> LengthWords:
    """A length with the hours of a coarser unit told before it."""
    return replace(words, start=start, least=whole * (1 - share) + words.least, most=whole * (1 + share) + words.most)


def _goes_with(text: str, last: LengthWords, words: LengthWords) -> bool:
    """Whether a length only adds to the one before it, which is counted in a coarser unit."""
    plain = not (last.after or last.earlier) and _AND.fullmatch(text, last.end, words.start) is not None
    coarse, finer = _COARSE.search(text, last.start, last.end), _FINER.search(text, words.start, words.end)
    return plain and coarse is not None and finer is not None and words.most < last.least


def _length(rule: str, match: re.Match[str]) -> LengthWords | None:
    part = match.groupdict()
    after = bool(part.get("after"))
    if rule == "sum":
        vague = part["m"] is not None and number(part["m"]) is None  # "and a few minutes"
        part["m"] = str(FEW_MINUTES) if vague else part["m"] or part["bare"]
        days, whole, minutes, seconds = (number(part[name] or "0") or 0 for name in "dhms")
        hours = days * 24 + whole + minutes / 60 + seconds / 3600
        unit = HOUR_UNITS["second" if part["s"] else "minute"] * (2 * FEW_MINUTES if vague else 1)
        return LengthWords(match.start(), match.end(), hours - unit * ROUNDING, hours + unit * ROUNDING, after)
    if rule == "vague":
        unit = HOUR_UNITS[match["unit"].casefold().removesuffix("s")]
        low, high = FEW[""]
        return LengthWords(match.start(), match.end(), low * unit, min(high * unit, 24.0), after=True)
    unit = 1.0
    if rule == "quarter":
        which = part["which"] or ""
        value = 0.5 if which.casefold().startswith("half") else 0.75 if which.casefold().startswith("three") else 0.25
        least, most = value * 0.6, value * 1.4
    elif rule == "mixed":
        count = 1 if (part["word"] or "").casefold() in {"a", "an"} else number(part["word"] or "") or 0
        fraction = (part["frac"] or part["frac2"] or part["frac3"] or "").casefold()
        fraction = "three" if part["quarters"] else fraction
        extra = {"half": 0.5, "three": 0.75, "quarter": 0.25, "": (number(part["m"]) or 0) / 60 if part["m"] else 0.0}[
            fraction
        ]
        unit = HOUR_UNITS["day"] if part["days"] or part["days2"] else 1.0
        least, most = (count + extra - 0.25) * unit, (count + extra + 0.25) * unit
    else:
        counted = None if part["one"] and match["unit"].casefold() == "second" else _count(part)
        if counted is None:
            return None
        name = match["unit"].casefold().rstrip("s")
        unit = HOUR_UNITS[{"min": "minute", "hr": "hour"}.get(name, name)]
        least, most = counted[0] * unit, counted[1] * unit
        if name == "day" and counted_exactly(part) and counted[0] >= LONG_COUNT:
            least, most = least - BOTH_ENDS * unit, most + ROUNDING * unit
    degree = re.sub(r"\s+", " ", (part.get("degree") or "").casefold())
    exact = counted_exactly(part) or bool(part.get("one"))
    value = least + unit * ROUNDING if exact else least
    if re.search(r"(?<!no )less than|under|no more|at most|within|inside|short of|barely|scarcely|hardly", degree):
        near, scarce = _NEARLY.search(degree) is not None, _SCARCELY.search(degree) is not None
        least, most = value * NEARLY if near else 0.0, most - unit * ROUNDING if exact and not scarce else most
    elif re.search(r"over|more than|at least|no less|upwards", degree):
        least, most = value, value * (2 - NEARLY) + unit * ROUNDING if _NEARLY.search(degree) else most * 2
    return LengthWords(match.start(), match.end(), max(least, 0.0), most, after, earlier=bool(part.get("before")))


_NEARLY = regex(
    r"\b(?:just|little|bit|shade|touch|fraction|trifle|whisker|slightly|much|barely|scarcely|hardly|rather)\b"
)
_SCARCELY = regex(r"\b(?:barely|scarcely|hardly)\b")
NEARLY = 0.75
"""Share of a length that "just under" it and "barely" reach at least; "just over" goes as far beyond."""


def counted_exactly(part: dict[str, str | None]) -> bool:
    """Whether a length was given as a count, which was widened by half a unit on either side."""
    return bool(part.get("digits") or part.get("word"))


def _count(part: dict[str, str | None]) -> tuple[float, float] | None:
    if part["digits"]:
        value = float(part["digits"].replace(",", "."))
        return max(value - ROUNDING, 0.0), value + ROUNDING
    if part["word"]:
        known = number(part["word"])
        return None if known is None else (max(known - ROUNDING, 0.0), known + ROUNDING)
    if part["few"]:
        low, high = FEW[re.sub(r"\s+", " ", part["few"].casefold())]
        return float(low), float(high)
    if part["half"]:
        value = 0.25 if "quarter" in part["half"].casefold() else 0.5
        return value * 0.6, value * 1.4
    if (part["one"] or "").casefold() == "the":
        return None
    return 1 - ROUNDING, 1 + ROUNDING


def length(hours: float) -> timedelta:
    """Hours as a duration, rounded to whole seconds."""
    return timedelta(seconds=round(hours * 3600))
