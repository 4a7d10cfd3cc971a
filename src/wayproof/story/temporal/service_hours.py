"""Hours that name what runs then: "the quarter-past-nine departure from X", "the 9.15 to Y", "took the ten-forty"."""

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from wayproof.story.temporal.clock import HALF_HOUR, NOON, ClockWords
from wayproof.story.vocabulary.number_words import NUMBERS, number
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HOUR = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_SERVICE = (
    r"(?:\w+\s+)?(?:departure|trains?|flight|shuttle|service|express|bus|coach|ferry|boat|plane|sailing|jet|airliner|steamer|tram|packet|"
    r"sleeper|connection|hovercraft|catamaran|mail)\b"
)
_BOARDS = (
    r"(?:took|takes?|taken|taking|caught|catch(?:es|ing)?|boarded|boards?|boarding|left\s+(?:by|on)|leav(?:e|es|ing)\s+(?:by|on)|went\s+by|"
    r"flew\s+(?:by|on)|missed|on|by|aboard|for|then)"
)
_NAMED_BY_HOUR = regex(
    rf"\b(?P<took>{_BOARDS}\s+)?(?:the|an?|his|her|their)\s+(?:usual\s+|early\s+|slow\s+|fast\s+)?(?P<time>"
    rf"(?:(?P<count>half|quarter|{'|'.join(NUMBERS)}|twenty-five)-(?P<past>past|to)-(?P<named>{_HOUR}))|"
    rf"(?:(?P<word>{_HOUR})-(?P<minutes>oh-(?:{_HOUR})|ten|fifteen|twenty|thirty|forty|fifty|(?:twenty|thirty|forty|fifty)-five))|"
    r"(?:(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)))"
    rf"(?P<what>\s+{_SERVICE}|\s+(?:from|to|for|out\s+of)\s+(?:the\s+)?(?-i:[A-Z])|\s*(?:as\s+usual\b|[,.;](?=\s|$)))",
    re.IGNORECASE,
)


_SERVICE_OF = regex(
    r"\b(?:bus|coach|train|express|tram|ferry|boat|steamer|sailing|flight|plane|service|mail)\s+of\s+\Z", re.IGNORECASE
)
_COMES_IN = (
    r"\s+(?:[\w-]+ly\s+|had\s+|itself\s+|then\s+){0,2}(?:arriv(?:ed|es)|got\s+(?:in|there)|(?:pulled|came|drew|steamed|rolled)\s+in(?:to)?|"
    r"(?:was|came)\s+(?:\w+\s+){0,3}late)\b"
)
_IN_LATER = regex(_COMES_IN)
_SERVICE_IN = regex(rf"\s+(?:bus|coach|train|express|tram|ferry|boat|steamer|flight|plane|service){_COMES_IN}")


def is_name_of_service(text: str, told: "ClockWords") -> bool:
    """Whether an hour only names what came in at another: "the bus of 07:10 arrived at nine"."""
    if _SERVICE_IN.match(text, told.end):
        return True
    low = max(0, told.start - NAME_CHARACTERS)
    return _IN_LATER.match(text, told.end) is not None and _SERVICE_OF.search(text, low, told.start) is not None


_RUNS_THEN = regex(
    rf"\s+(?!(?:the|an?|his|her|their|its|our|my|that|this|no|all|both|every|one|two)\b){_SERVICE}", re.IGNORECASE
)


def bound_by(text: str, end: int, bound: str) -> str:
    """The word that makes a limit of an hour that ends at `end`; "" for the "by" of "left by the 07:30 coach"."""
    return "" if bound == "by" and _RUNS_THEN.match(text, end) is not None else bound


NAME_CHARACTERS = 20
"""Characters before an hour in which the service stands that it names."""


def service_hours(text: str, told: "Sequence[ClockWords]") -> "Iterator[ClockWords]":
    """Hours that name what runs then; those that `told` has already are left out."""
    known = sorted((words.start, words.end) for words in told)
    starts = [start for start, _ in known]
    for match in _NAMED_BY_HOUR.finditer(text):
        start, end = match.span("time")
        index = bisect_right(starts, end - 1) - 1
        if index >= 0 and known[index][1] > start:
            continue
        if match["took"] is None and not re.match(rf"\s+{_SERVICE}", match["what"], re.IGNORECASE):
            continue  # "the four-forty" alone runs, or is sailed in; "took the four-forty" is a train
        minute = _minute(match)
        if minute is None:
            continue
        written = match["hour"] is not None and (match["hour"].startswith("0") or int(match["hour"]) > NOON)
        yield ClockWords(start, end, minute, "24" if written else "?", "exact", "", "")


def _minute(match: re.Match[str]) -> int | None:
    """Minutes after midnight as written; None where nobody counts so many."""
    if match["hour"] is not None:
        return int(match["hour"]) * 60 + int(match["minute"])
    if match["word"] is not None:
        said = match["minutes"].casefold().removeprefix("oh-")
        return (number(match["word"]) or 0) * 60 + (number(said) or 0)
    count = match["count"].casefold()
    minutes = {"half": 30, "quarter": 15}.get(count, number(count) or 0)
    past = match["past"].casefold() == "past"
    if minutes > HALF_HOUR or (count == "half" and not past):
        return None
    return (number(match["named"]) or 0) * 60 + (minutes if past else -minutes)
