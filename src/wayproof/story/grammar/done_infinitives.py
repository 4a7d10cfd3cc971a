"""Infinitives that tell what was done: "managed to push on to X", "drove down to see an aunt in X"."""

from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import MOVING, Motion, verb_classes
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.grammar.verbs import Verb

_TO = regex(r"\b(?P<lead>[a-z]+)\s+to\s+(?:\w+ly\s+)?(?P<base>[a-z]+)\b")
_STRAIGHT = regex(
    r"(?:\s+(?:together|down|up|over|out|on|off|back|home|again|straight|north|south|east|west|across|there|along|all\s+the\s+way|"
    r"in\s+(?:person|time)|by\s+(?:train|car|bus|boat|sea|air|road|night|ferry|taxi)|\w+ly))*\s+to\s+\Z"
)
"""What stands between going and what one goes for, with no goal of its own."""


@cache
def _going() -> dict[str, tuple[Motion, ...]]:
    """Plain forms of the verbs of going whose form in -s is listed: "push" for "pushes"."""
    found: dict[str, tuple[Motion, ...]] = {}
    for form, motions in verb_classes().items():
        if " " in form or MOVING.isdisjoint(motions) or not form.endswith("s") or form.endswith("ss"):
            continue
        base = form[:-3] + "y" if form.endswith("ies") else form.removesuffix("s")
        found[base] = motions
        if form.endswith("es"):
            found[form.removesuffix("es")] = motions
    return {base: motions for base, motions in found.items() if base not in verb_classes()}


def done_infinitives(text: str, start: int, end: int) -> "Iterator[tuple[tuple[int, int], tuple[Motion, ...], str]]":
    """Span, classes and word of each plain form of going in a stretch that tells what was done: "managed to | push"."""
    for found in _TO.finditer(text, start, end):
        motions = _going().get(found["base"])
        if motions is not None and found["lead"] in journey_words("done_before_to"):
            yield found.span("base"), motions, found["base"]


def went_for(text: str, clause: "Clause", verb: "Verb | None", at: int) -> "Verb | None":
    """The verb of going whose purpose was at a place: "drove down to see an aunt in X"; None where there is none.

    Parameters
    ----------
    text, clause
        The story and the clause.
    verb, at
        The last verb before the name of the place, and the offset of that name.
    """
    if verb is None or verb.end > at:
        return None
    going = verb
    if verb.infinitive:
        before = [one for one in clause.verbs if one.end <= verb.start]
        if not before or verb.form not in journey_words("purposes"):
            return None
        going, low = before[-1], verb.start
    else:
        found = _PURPOSE.match(text, verb.end, at)
        if found is None or found["for"] not in journey_words("purposes"):
            return None
        low = found.start("for")
    goes = going.motion in {Motion.MOVE, Motion.REACH} or going.form in {"flew out", "flies out"}
    goes = goes and not (going.doubtful or going.infinitive)
    return going if goes and _STRAIGHT.fullmatch(text, going.end, low) is not None else None


_PURPOSE = regex(r"[^.,;:!?\n]{0,60}?\bto\s+(?P<for>[a-z]+)\s")
