"""Weekdays that are told as past: "reached X on Thursday 9 May. She had left Y on Monday" means the Monday before."""

import re
from datetime import date, timedelta

from wayproof.story.temporal.calendar_anchors import WEEK
from wayproof.story.temporal.time_groups import Group
from wayproof.story.temporal.time_windows import Narrative
from wayproof.story.vocabulary.motion import Motion, verb_classes
from wayproof.story.vocabulary.regexes import regex

SENTENCE_END = regex(r"[.!?]\W*\s\W*[A-Z]|\n")
"""Where a sentence ends and the next begins."""
_HAD_DONE = regex(
    r"\bhad\s+(?:\w+ly\s+|also\s+|already\s+|first\s+|earlier\s+|been\s+)?(?:\w+(?:ed|en|wn|ght|pt)|been|come|gone|set|left|met|sat|done|"
    r"run|begun|swum|made|sold|put|lain|stood|found|told|held|got|spent)\b[^.;!?\n]*\Z"
)


def told_back(text: str, group: Group, days: tuple[date, date] | None, state: Narrative) -> tuple[date, date] | None:
    """The days of a group, a week earlier for a weekday ahead of the tale that is told as past."""
    words, running = group.day, state.running
    if days is None or words is None or words.form != "weekday" or words.which not in {"", "that"} or running is None:
        return days
    ahead = 0 < (days[0] - running).days < WEEK
    new = SENTENCE_END.search(text, state.told, group.start) is not None
    had = _HAD_DONE.search(text, max(state.told, group.start - NEAR_VERB), group.start) is not None
    return (days[0] - timedelta(days=WEEK), days[1] - timedelta(days=WEEK)) if ahead and new and had else days


_CLAUSE_ENDS = regex(r"[.;:!?\n\u2014\u2013]")
_OTHERS_HAD = (
    r"\b(?P<subject>[\w\u2019'-]+)\s+had\s+(?:(?:not|never|also|already|just|first|then|long|\w+ly)\s+)*(?P<been>been\s+)?"
    r"(?P<verb>[a-z]+)\b(?P<off>\s+(?:off|out|sail|away|up|in|ashore|aboard)\b)?"
)
_HAD_BEFORE = regex(_OTHERS_HAD + r"[^.;:!?\n]*\Z")
_HAD_AFTER = regex(r"[^.;:!?\n]{0,60}?" + _OTHERS_HAD)
_SINCE = regex(
    r"\b(?:since|ever\s+since|dated|(?:decree|order|law|letter|ruling|treaty|notice|circular|report|telegram|accord|agreement|regulation|edict|ban|closure|"
    r"storm|flood|earthquake|coup|attack|election|riots?|fire|strike|vote|resolution|statement|act|bulletin)\s+of)\s+(?:the\s+)?(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
"""Words by which a day tells from when something holds, or when something was issued or broke out."""
_SELF = frozenset({"he", "she", "they", "i", "we", "who", "it"})
_PUBLIC = frozenset(
    {
        "ordered",
        "opened",
        "reopened",
        "closed",
        "announced",
        "signed",
        "banned",
        "shut",
        "decreed",
        "declared",
        "promised",
        "lifted",
        "sealed",
    }
    | {
        "suspended",
        "granted",
        "allowed",
        "forbidden",
        "voted",
        "ruled",
        "refused",
        "agreed",
        "decided",
        "warned",
        "ended",
        "died",
        "invaded",
    }
    | {
        "attacked",
        "seized",
        "approved",
        "published",
        "issued",
        "imposed",
        "introduced",
        "cancelled",
        "resigned",
        "elected",
        "broken",
        "mobilised",
    }
)
"""What rulers, towns and houses do, and travellers do not."""
_GOING = frozenset({Motion.LEAVE, Motion.START, Motion.REACH, Motion.MOVE, Motion.CARRY, Motion.STAY})


def is_background(text: str, group: Group, days: tuple[date, date], state: Narrative) -> bool:
    """Whether a day before that of the tale is told of others, so that the tale goes on from its own day.

    "She left X on Friday 18 August; on Wednesday the king had opened the post. At noon she was in Y": on Friday.
    """
    running = state.running
    if running is None or group.day is None or days[0] >= running:
        return False
    low = max(state.told, group.start - NEAR_VERB)
    if _SINCE.search(text, low, group.start):
        return True
    begun = max((one.end() for one in _CLAUSE_ENDS.finditer(text, low, group.start)), default=low)
    had = _HAD_BEFORE.search(text, begun, group.start) or _HAD_AFTER.match(text, group.end)
    if had is None or had["subject"].casefold() in _SELF:
        return False
    if had["verb"] in _PUBLIC or had["subject"][0].isupper():
        return had["verb"] in _PUBLIC
    goes = not _GOING.isdisjoint(verb_classes().get(had["verb"], ()))
    return not ((goes and not had["been"]) or had["off"])


NEAR_VERB = 120
"""Characters before a weekday in which "had left" may stand."""
_REPORTED = regex(
    r"\b(?:that|whom|who|which|whose|because|how|whether|where)\s+(?!(?:he|she|they|it|I|we)\b)[^;:]*?\bhad\b[^;:]*\Z|"
    r"\b(?:whom|which)\b[^;:]*?\bhad\b[^;:]*\Z"
)
_BEFORE = regex(r"\b(?:before|earlier|previously|ago)\W*\Z", re.IGNORECASE)


def told_of_others(text: str, low: int, group: Group) -> bool:
    """Whether a time counts back to what others had done: "told her that the town had shut it three weeks before".

    The tale goes on from the day on which that was said, not from the day of which it was said.
    """
    back = group.day is not None and group.day.form == "shift" and _BEFORE.search(text, group.start, group.end)
    return bool(back) and _REPORTED.search(text, max(low, group.start - NEAR_VERB), group.start) is not None
