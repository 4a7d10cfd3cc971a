"""Words of time that stand together and mean one thing: "at 14:00" + "on Sunday" + "29 December"."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from wayproof.story.temporal.calendar_words import find_days
from wayproof.story.temporal.clock import ClockWords, find_clocks
from wayproof.story.temporal.clock_patterns import PARTS
from wayproof.story.temporal.day_signs import Half
from wayproof.story.temporal.day_words import DayWords
from wayproof.story.temporal.hours_left_out import without_hour
from wayproof.story.temporal.lengths import LengthWords, find_lengths
from wayproof.story.temporal.service_hours import is_name_of_service, service_hours
from wayproof.story.temporal.weeks_named import follows_weekday, in_week_told, is_week, leads_weekday, of_week
from wayproof.story.temporal.zone_words import ZoneWords, find_zones
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(slots=True)
class Group:
    """Neighbouring words that make one expression.

    `half` is where in the day what stands around its hour puts it; `until` the other end of a time told with two ends
    that each have their day: "between ten on Sunday evening and six on Monday morning".
    """

    start: int
    end: int
    day: DayWords | None = None
    last_day: DayWords | None = None
    clock: ClockWords | None = None
    last_clock: ClockWords | None = None
    part: ClockWords | None = None
    zone: ZoneWords | None = None
    length: LengthWords | None = None
    half: Half = Half.OPEN
    until: "Group | None" = None


@cache
def _link() -> re.Pattern[str]:
    return regex(
        (
            r"(?:['\u2019]s)?\s*,?\s*\(?\s*(?:(?:on|in|of|during|at|the|by|that|hours|sharp|precisely|early|late|both|"
            r"again|still|also|some\s+time)\b[\s,]*){0,4}"
        ),
        re.IGNORECASE,
    )


@cache
def _range_link() -> re.Pattern[str]:
    return regex(r"\s*(?:-|/|\u2013|—|and|to|until|till|through|or)\s*(?:the\s+)?(?:on\s+)?", re.IGNORECASE)


_FROM_PART = regex(r"\s+(?=(?:after|before)\s)", re.IGNORECASE)


def _counted_from(text: str, lengths: "Sequence[LengthWords]", clocks: "Sequence[ClockWords]") -> dict[int, int]:
    """Ends of lengths that are counted from a part of the day, with the start of that: "twelve hours after lunch".

    When lunch was is not told, so that neither says when: that the time was after lunch is not what is meant.
    """
    parts = {one.start for one in clocks if one.part}
    far = [one.end for one in lengths if one.most > 1.0]
    behind = {end: match.end() for end in far if (match := _FROM_PART.match(text, end))}
    return {end: start for end, start in behind.items() if start in parts}


def groups_of(text: str) -> list[Group]:
    """The words of time in a text, neighbours that make one expression together."""
    days, clocks, zones = find_days(text), find_clocks(text), find_zones(text)
    clocks = (*clocks, *without_hour(text, clocks), *service_hours(text, clocks))
    clocks = tuple(one for one in clocks if not is_name_of_service(text, one))
    lengths = find_lengths(text)
    counted = _counted_from(text, lengths, clocks)
    lengths = tuple(one for one in lengths if one.end not in counted)
    clocks = tuple(one for one in clocks if one.start not in counted.values())
    atoms: list[DayWords | ClockWords | ZoneWords | LengthWords] = [*days, *clocks, *zones]
    ends = sorted((atom.start, atom.end) for atom in atoms)
    starts = [start for start, _ in ends]

    def free(words: LengthWords) -> bool:
        near = bisect_right(starts, words.end)
        return all(end <= words.start or start >= words.end for start, end in ends[max(0, near - 4) : near])

    atoms += [words for words in lengths if free(words)]
    atoms.sort(key=lambda atom: (atom.start, -atom.end))
    groups: list[Group] = []
    for atom in atoms:
        group = groups[-1] if groups else None
        joins = group is not None and _joins(group, atom, text)
        if group is not None and not joins and atom.start < group.end:
            continue  # "evening last evening": said already
        if group is None or not joins:
            group = Group(atom.start, atom.end)
            groups.append(group)
        _add(group, atom, text[group.end : atom.start])
    _lend_clocks(text, groups)
    groups = _with_both_ends(text, groups)
    return _with_days_of_services(text, [one for one in groups if one.day or one.clock or one.part or one.length])


_OPENS = regex(r"(?:\A|[.!?:;\n\u2014]|[\"\u201d\u201c])\W*(?:by\s+)?\Z", re.IGNORECASE)


def _lend_clocks(text: str, groups: "list[Group]") -> None:
    """Give a zone that opens a sentence alone to its first hour: "By the clocks of Moscow he left X at nine"."""
    for group, after in pairwise(groups):
        alone = group.zone is not None and not (group.day or group.clock or group.part or group.length)
        lent = alone and after.clock is not None and after.zone is None
        if (
            lent
            and _OPENS.search(text, max(0, group.start - 8), group.start)
            and "." not in text[group.end : after.start]
        ):
            after.zone = group.zone


_ENDS = regex(r",?\s+and\s+(?:(?:on|at|the)\s+)*")
"""What stands between the two ends of a time told with "between"."""


def _is_end(text: str, group: Group, atom: DayWords | ClockWords | ZoneWords | LengthWords | Group) -> bool:
    """Whether words open the other end of a time: "between ten on Sunday evening and | six on Monday"."""
    whole = group.day is not None and (group.clock is not None or group.part is not None)
    bound = whole and (_between(text, group) or "from" in {one.bound for one in (group.clock, group.part) if one})
    return bound and group.until is None and _ENDS.fullmatch(text, group.end, max(group.end, atom.start)) is not None


def _with_both_ends(text: str, groups: "list[Group]") -> "list[Group]":
    """Groups of which those behind "between ... and" have both their ends."""
    found: list[Group] = []
    for group in groups:
        last = found[-1] if found else None
        timed = group.clock is not None or group.part is not None or group.day is not None
        if last is None or not timed or not _is_end(text, last, group):
            found.append(group)
        elif group.day is not None:
            last.until, last.end = group, group.end
        elif group.clock is not None and last.clock is not None:
            last.last_clock, last.part, last.end = group.clock, last.part or group.part, group.end
        else:
            found.append(group)
    return found


_OF_SERVICE = regex(
    r"\s+(?:train|express|bus|coach|boat|ferry|steamer|sailing|flight|plane|service|tram|mail|news|bulletin|mass|departure)"
    r"(?:\s+(?:on|of|the))*\s+",
    re.IGNORECASE,
)
"""What stands between the hour of a service and its day."""


def _with_days_of_services(text: str, groups: "list[Group]") -> "list[Group]":
    """Groups whose hour names a service have the day told right behind it: "on the six o'clock train next morning"."""
    for group, after in pairwise(groups):
        hour = group.day is None and (group.clock is not None or group.part is not None)
        if not hour or after.day is None or not _OF_SERVICE.fullmatch(text, group.end, max(group.end, after.start)):
            continue
        group.day, group.part = after.day, group.part or after.part
        if after.day.form == "shift" and not after.day.dateline:
            after.day = replace(after.day, least=0, most=0)  # the day that was just counted
    return groups


LONGEST_LINK = 40
"""Characters of joining words between two parts of one expression."""


def _joins(group: Group, atom: DayWords | ClockWords | ZoneWords | LengthWords, text: str) -> bool:
    between = text[group.end : atom.start] if atom.start >= group.end else ""
    if (
        "\n" in between
        or len(between) > LONGEST_LINK
        or _is_end(text, group, atom)
        or isinstance(atom, LengthWords)
        or group.length is not None
    ):
        return False
    linked = _link().fullmatch(between) is not None or _adds_same_day(text, atom, between)
    ranged = bool(between) and _range_link().fullmatch(between) is not None
    if isinstance(atom, ZoneWords):
        return group.zone is None and linked
    if isinstance(atom, DayWords):
        led = group.last_day is None and leads_weekday(text, group.day, atom, group.end)
        if led or follows_weekday(text, group.last_day or group.day, atom, group.end):
            return True
        # "from 2 to 4 March" is a range; "on 2 March and 4 April" are two statements
        joint = ranged and (
            "and" not in between or group.day is None or group.day.month == atom.month or _between(text, group)
        )
        open_ended = joint and group.last_day is None and group.clock is None
        apposed = _is_date_of(group, atom, between)
        return apposed or (linked if group.day is None else open_ended)
    if (group.part if atom.minute is None else group.clock) is None or _narrows(group.part, atom):
        return linked
    opened = group.clock is not None and (group.clock.bound == "from" or _between(text, group))
    return atom.minute is not None and ranged and group.last_clock is None and opened


def _narrows(part: ClockWords | None, atom: ClockWords) -> bool:
    """Whether a part of the day says of which half "late" or "early" was told: "late on Thursday | night"."""
    return part is not None and atom.minute is None and f"{part.part} {atom.part}" in PARTS


_AND_ON = regex(r"\s*,?\s+(?:and|with|beside|above|under|over|against)\s+(?:(?:on|of|for)\s+)?")
"""What joins an hour with the day it is of: "printed 12:30 and the same date"."""


def _adds_same_day(text: str, atom: DayWords | ClockWords | ZoneWords | LengthWords, between: str) -> bool:
    """Whether "the same date" only closes what was told: not "at ten, and on the same day, at seven, he spoke"."""
    if not _is_same_day(atom) or _AND_ON.fullmatch(between) is None:
        return False
    return _CLOSES.match(text, atom.end) is not None


_CLOSES = regex(
    r"\s*(?:[.;:)\u201d\"]|\Z|,\s*(?:which|who|and|but|while)\b)|\s+(?:in|on|by|from)\s+(?:it|them|its|his|her|their)\b"
)
"""What follows a day that belongs to the hour before it."""


def _is_same_day(atom: DayWords | ClockWords | ZoneWords | LengthWords) -> bool:
    """Whether words mean the day told last: "the same date"."""
    same = isinstance(atom, DayWords) and atom.form == "shift" and atom.least == atom.most == 0
    return same and isinstance(atom, DayWords) and not atom.dateline


_APPOSED = regex(
    r"\s*(?:,|\(|\u2014|\u2013)\s*(?:(?:which|that|it)\s+(?:was|is|fell\s+on)|being|namely|i\.e\.,?|viz\.?|or)?\s*(?:on\s+)?(?:the\s+)?|"
    r"\s+which\s+was\s+(?:the\s+)?"
)
"""What stands between a day and the date that says which it was: "the next morning, which was 26 February"."""
_DATED_AFTER = frozenset({"shift", "feast", "dayno"})


def _is_date_of(group: Group, atom: DayWords, between: str) -> bool:
    """Whether a date tells which day was meant: "at seven on Monday morning, 11 August", "the next day, 4 May"."""
    dated = atom.form in {"date", "monthday"} and group.last_day is None
    if group.day is None or not dated:
        return False
    if group.day.form == "weekday":
        return atom.weekday is None and _link().fullmatch(between) is not None
    return group.day.form in _DATED_AFTER and atom.form == "date" and _APPOSED.fullmatch(between) is not None


def _between(text: str, group: Group) -> bool:
    return re.search(r"\bbetween\s*$", text[max(0, group.start - 9) : group.start], re.IGNORECASE) is not None


def _add(group: Group, atom: DayWords | ClockWords | ZoneWords | LengthWords, between: str) -> None:
    group.end = max(group.end, atom.end)
    if isinstance(atom, DayWords):
        if group.day is None:
            group.day = atom
        elif is_week(atom) and group.day.form == "weekday":
            last = group.last_day
            group.day = of_week(group.day, atom)
            group.last_day = last if last is None or last.form != "weekday" else of_week(last, atom)
        elif is_week(group.day) and atom.form == "weekday":
            group.day = of_week(atom, group.day)
        elif _is_date_of(group, atom, between):
            group.day = replace(atom, weekday=atom.weekday if group.day.weekday is None else group.day.weekday)
        else:
            group.last_day = atom
    elif isinstance(atom, ZoneWords):
        group.zone = atom
    elif isinstance(atom, LengthWords):
        group.length = atom
    elif atom.minute is None:
        narrow = group.part is not None and _narrows(group.part, atom)
        group.part = replace(atom, part=f"{group.part.part} {atom.part}") if narrow and group.part else atom
    elif group.clock is None:
        group.clock = atom
    else:
        group.last_clock = atom


_TOLD_THAT = regex(r"\s+(?:that|how|when|where|whether|why)\b", re.IGNORECASE)
"""What follows a time of telling: "a court heard last week that ..."."""


def week_after(
    text: str, group: Group, week: tuple[DayWords, int] | None, *, told: bool
) -> tuple[DayWords, int] | None:
    """The week named last and where, once a group has been read; its bare weekday becomes one of that week.

    `told` says that the group is no event: "the court heard last week that he left on Monday" dates the hearing.
    """
    if group.day is None:
        return week
    if is_week(group.day) and group.day.dateline:
        return None if told or _TOLD_THAT.match(text, group.end) else (group.day, group.end)
    group.day = in_week_told(text, group.day, week)
    return week if group.day.form == "weekday" else None


def nearest(days: "list[Group]", group: Group) -> "list[Group]":
    """The days of a sentence that stand around a time, the first of many left out."""
    at = bisect_left(days, group.start, key=lambda one: one.start)
    return days[max(0, at - MOST_DAYS) : at + MOST_DAYS]


def told_after(text: str, group: Group, other: Group) -> bool:
    """Whether a day belongs to what the sentence tells next: "took the evening flight, and on 29 May went on"."""
    return other.start > group.end and _AND.search(text, group.end, min(other.start, group.end + FAR)) is not None


_AND = regex(r"\band\b")
FAR = 400
"""Characters within which an "and" parts a time from a day told after it."""
MOST_DAYS = 12
"""Days of its sentence that may date a time without one, at most."""
