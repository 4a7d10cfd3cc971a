"""Participles without a subject that open a sentence: "Arrested in X on 3 June and bailed in Y, Anna Keller is back".

Who they tell of is who acts when the sentence goes on; behind a colon, who is named there ("...: the removal of Anna
Keller took a day"). Without a helper the participle of a verb that is done to somebody is a passive all the same.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.grammar.verbs import Verb, is_participle
from wayproof.story.persons.members import NOBODY, Actor, Part
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import MOVING, Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wayproof.story.grammar.deeds import Deed

ENTRIES = 4
"""Sentences after an entry within which stands whom it tells of."""
OPENING_CHARACTERS = 28
"""How near the head of its sentence a participle stands that opens it."""
_ALONE = regex(
    r"\W*(?:(?:and|but|then|again|also|later|soon|finally|first|next|once|twice|duly|promptly|at\s+last|last|still|already|not\s+yet|"
    r"reportedly|apparently|briefly|afterwards|thereupon|[a-z]+ly)\W+)*",
    re.IGNORECASE,
)
"""What may stand before a participle that has no subject."""
_HAS_OBJECT = regex(
    r"\s+(?:(?:the|an?|his|her|their|its|my|our|some|no|two|three|four|five)\b(?!\s+(?:same|next|following|second|third|last|previous|few|"
    r"day|week|month|night|morning|evening|hours?|days?|weeks?|minutes?|little|time|moment|year|short)\b)|(?-i:[A-Z][a-z]+)(?<!day)\b(?!\s+\d))",
    re.IGNORECASE,
)
"""What follows a form that has an object of its own: "Reached Leeds", "Sold the car"."""
_SIDE = frozenset(
    {
        "when",
        "where",
        "who",
        "which",
        "while",
        "as",
        "because",
        "since",
        "after",
        "before",
        "that",
        "whose",
        "whom",
        "until",
    }
)
_JOINS = frozenset({"", ",", ";", "and", "but", "then", ":", "or"})
_COLONS = frozenset({":", "\u2014", "\u2013"})


def with_opening(
    text: str, deeds: "list[Deed]", named: "Callable[[int, int], Sequence[int]]", dated: "Callable[[int, int], bool]"
) -> "list[Deed]":
    """The deeds of a sentence, participles that open it done by, or to, who acts next.

    Parameters
    ----------
    text, deeds
        The story, and the clauses of one sentence in order.
    named
        Numbers of the persons with a name whom a stretch tells of.
    dated
        Whether a stretch holds a time expression.
    """
    if deeds and deeds[0].verbs and _OF_MANY.match(text, deeds[0].start, deeds[0].verbs[0].start):
        return _of_many(deeds)
    opened: list[int] = []
    for index, deed in enumerate(deeds):
        if opened and deed.opener in _SIDE and text.startswith(deed.opener, deed.start):
            continue
        bare = _bare(text, deed) and (index == 0 or bool(opened))
        if not bare and deed.verbs:
            break
        if bare:
            opened.append(index)
    if not opened or opened[0] != 0:
        return deeds
    actor = _who(deeds, opened[-1] + 1, named)
    found = list(deeds)
    for index in opened:
        verbs, who = _voiced(text, deeds[index]), actor or deeds[index].actor
        if not _is_told(deeds[index], dated):
            who = NOBODY
        elif who == NOBODY and not verbs[0].passive:
            who = deeds[index].actor  # "Left the hostel at seven, tyres pumped"
        found[index] = replace(deeds[index], actor=who, verbs=verbs)
    return found


_OF_MANY = regex(
    r"\W*(?:of|among|out\s+of)\s+(?:all\s+)?(?:the|those|these|some|about|nearly|over|more\s+than|\d+|[a-z]+)\s[^,;:.]*?\b(?:who|that|which)\b",
    re.IGNORECASE,
)
"""How a sentence opens that tells of many before it tells of one: "Of the forty who left X, Anna Keller ..."."""


def _of_many(deeds: "list[Deed]") -> "list[Deed]":
    """The deeds of a sentence, what many did who are told of first done by the one of them who acts next, too."""
    first, second = deeds[0], deeds[1] if len(deeds) > 1 else None
    one = second is not None and second.opener == "," and second.actor.part is Part.PERSON
    return [replace(first, actor=second.actor), *deeds[1:]] if one and second is not None else deeds


def with_later_opening(deeds: "list[Deed]") -> "list[Deed]":
    """The same behind a colon or a semicolon: "it failed: having set off from X at six, she was in Y by noon"."""
    found = list(deeds)
    for index in range(1, len(deeds) - 1):
        one, after = deeds[index], deeds[index + 1]
        opens = one.opener in {":", ";", "\u2014"} and bool(one.verbs) and after.opener == ","
        if not opens or after.actor.part is not Part.PERSON or one.actor.part is Part.PERSON:
            continue
        first = one.verbs[0]
        if first.perfect and not first.passive and first.start - one.start <= OPENING_CHARACTERS:
            found[index] = replace(one, actor=after.actor)
    return found


def with_entries(text: str, deeds: "list[Deed]", is_named: "Callable[[Actor], bool]") -> "list[Deed]":
    """The deeds of a story, entries without a subject done to who is named next: "Last seen in X on Monday."."""
    found: list[Deed] = []
    told = -ENTRIES
    for index, deed in enumerate(deeds):
        first = deed.verbs[0] if deed.verbs else None
        entry = first is not None and deed.actor.part is Part.UNCLEAR and deed.actor.doubt is None and _bare(text, deed)
        if not entry or first is None:
            found.append(deed)
            continue
        done = _is_done_to_people(first) and (first.passive or _voiced(text, deed)[0].passive)
        goes_on = deed.sentence - told <= 1 and first.form not in journey_words("of_a_life")
        who = _named_next(deeds, index, is_named)
        if who is None or not (done or goes_on):
            found.append(deed)
            continue
        told = deed.sentence
        found.append(replace(deed, actor=who, verbs=_voiced(text, deed)))
    return found


def _named_next(deeds: "Sequence[Deed]", index: int, is_named: "Callable[[Actor], bool]") -> Actor | None:
    """Who, with a name, first acts in the sentences after a deed."""
    for at in range(index + 1, len(deeds)):
        one = deeds[at]
        if one.sentence - deeds[index].sentence > ENTRIES:
            return None
        if one.actor.part is Part.PERSON and not one.quoted and is_named(one.actor):
            return one.actor
    return None


def _bare(text: str, deed: "Deed") -> bool:
    """Whether a clause begins with a participle without a subject and a helper."""
    first = deed.verbs[0] if deed.verbs else None
    if first is None or deed.quoted or deed.opener not in _JOINS or first.infinitive or first.doubtful:
        return False
    if first.start - deed.start > OPENING_CHARACTERS:
        return False
    gerund = first.form.split()[0].endswith("ing")
    opens = _ALONE.fullmatch(text, deed.start, first.start) is not None
    if deed.opener == "" and (first.perfect or gerund) and deed.actor.part is Part.UNCLEAR:
        return True  # "Having loaded in X, he rolled through Y"
    had = first.form == "had" and deed.opener == "and"  # "Having slept in X and had her watch mended in Y, ..."
    return opens and not gerund and (had or any(map(is_participle, first.form.split())))


def _who(deeds: "Sequence[Deed]", at: int, named: "Callable[[int, int], Sequence[int]]") -> Actor | None:
    """Who acts in the clause with which the sentence goes on; None where nothing does."""
    main = next((deed for deed in deeds[at:] if deed.opener not in _SIDE), None)
    if main is None or main.opener not in {",", *_COLONS}:
        return None
    if main.actor.part in {Part.PERSON, Part.TRACE} or (main.actor.part is Part.VEHICLE and main.opener == ","):
        return main.actor
    if main.opener in _COLONS:
        told = set(named(main.start, deeds[-1].end))
        return Actor(Part.PERSON, told.pop()) if len(told) == 1 else None
    return NOBODY if main.actor.part is Part.THING else None


def _is_told(deed: "Deed", dated: "Callable[[int, int], bool]") -> bool:
    """Whether a participle tells of something done then, and not of a life: "trained in X"."""
    first = deed.verbs[0]
    if first.form in journey_words("of_a_life"):
        return False
    known = _is_done_to_people(first) or not {Motion.STAY, *MOVING}.isdisjoint(first.motions)
    return known or first.perfect or first.form.endswith("ing") or dated(deed.start, deed.end)


def _is_done_to_people(verb: Verb) -> bool:
    """Whether a verb is one of what is done to somebody at hand."""
    listed = journey_words("done_to") | journey_words("hands_on") | journey_words("takes_away")
    return verb.form in listed or not {Motion.CARRY, Motion.SEEN}.isdisjoint(verb.motions)


def _voiced(text: str, deed: "Deed") -> tuple[Verb, ...]:
    """The verbs of a clause, its opening participle passive where it is of a verb that is done to somebody."""
    first = deed.verbs[0]
    if first.perfect or first.form.split()[0].endswith("ing") or _HAS_OBJECT.match(text, first.end):
        return deed.verbs
    goes = not {Motion.MOVE, Motion.REACH, Motion.START, Motion.LEAVE, Motion.STAY}.isdisjoint(first.motions)
    if goes and {Motion.CARRY, Motion.SEEN}.isdisjoint(first.motions):
        return deed.verbs  # "Arrived in X on 3 June, he ..."
    return (replace(first, passive=True), *deed.verbs[1:])


_AFTER = regex(
    r"\W*(?:(?:after|before|on|upon|while|when|since|by|soon\s+after|shortly\s+after)\s+)?(?:having\s+)?(?:\w+ly\s+)?\Z",
    re.IGNORECASE,
)


def opens_with_participle(text: str, low: int, verbs: "Sequence[Verb]") -> bool:
    """Whether a clause begins with a participle whose object stands behind it: "Having buried her father in X"."""
    first = verbs[0]
    acting = first.form.split()[0].endswith("ing") or first.perfect
    alone = all(verb.form.split()[0].endswith("ing") or verb.infinitive for verb in verbs[1:])
    return acting and alone and _AFTER.fullmatch(text, low, first.start) is not None
