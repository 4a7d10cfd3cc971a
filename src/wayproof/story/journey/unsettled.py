"""Stops of which a story leaves open whose they are: told as unsettled, and not as anybody's."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.unresolved import ACTOR, Unresolved
from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.grammar.verbs import Verb
from wayproof.story.journey.sightings import Sighting, find_sightings
from wayproof.story.persons.members import Part
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import MOVING, Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.deeds import Deed
    from wayproof.story.persons.members import Doubt, Member

_TELLS_OF_STOPS = MOVING | {Motion.LEAVE, Motion.START, Motion.REACH, Motion.CARRY, Motion.SEEN, Motion.STAY}
_LOOSE = frozenset({"they", "them", "he", "she"})
"""Words that stand too often for people of whom a story is not told."""
_ONE, _PLURAL = "is", "are"
_SEVERAL = regex(r"they|them|the\s+others|(?:two|three|four|some|several|most)\b.*", re.IGNORECASE)


def guessed(doubt: "Doubt", members: "Sequence[Member]") -> str:
    """Why a visit is inferred whose traveller a reading only takes for the most likely one."""
    names = [*(called(members[number]) for number in doubt.members), *doubt.others]
    if not names:
        return f'it is not told who "{doubt.word}" is'
    if doubt.aboard:
        return f'it is not told that {names[0]} was aboard "{doubt.word}"; it could be {_listed(names[1:])}'
    if len(names) > 1:
        return f'"{doubt.word}" is taken for {names[0]}; it could be {_listed(names[1:])}'
    if not names:
        return f'it is not told who "{doubt.word}" {_verb(doubt)}'
    others = " and others" if _verb(doubt) == _PLURAL else ""
    return f'it is not told that "{doubt.word}" {_verb(doubt)} {names[0]}{others}'


def open_stops(
    texts: tuple[str, str],
    deeds: "Sequence[Deed]",
    clauses: "Sequence[Clause]",
    toponyms: "Sequence[Toponym]",
    told: "Sequence[Sighting]",
) -> tuple[tuple[Sighting, "Doubt"], ...]:
    """The sightings that would be a traveller's if a word left open meant that one.

    Parameters
    ----------
    texts, toponyms
        The story, the story with its times blotted out, and its place names in order.
    deeds, clauses
        What it tells, and the same as the traveller sees it.
    told
        The sightings that are somebody's already.
    """
    known = {one.toponym.mention.start for one in told}
    supposed = [
        _supposed(clause, deed)
        for clause, deed in zip(clauses, deeds, strict=True)
        if clause.doubt is not None and clause.verbs and not _is_mine(clause)
    ]
    return tuple(
        (one, one.clause.doubt)
        for one in find_sightings(texts, supposed, toponyms)
        if one.clause.doubt is not None
        and one.verb is not None
        and _tells_of_stop(one.verb, one.clause.doubt)
        and not _is_hedged(texts[0], one)
        and one.toponym.mention.start not in known
    )


def _tells_of_stop(verb: Verb, doubt: "Doubt") -> bool:
    """Whether a verb puts who acts at a place: "they found money in X" does not, "one of them paid in X" does."""
    if verb.motion is Motion.SEEN:
        return verb.passive
    return verb.motion in _TELLS_OF_STOPS or (verb.motion is Motion.OTHER and doubt.word.casefold() not in _LOOSE)


def unsettled(
    text: str, stops: "Sequence[tuple[Sighting, Doubt]]", members: "Sequence[Member]"
) -> tuple[Unresolved, ...]:
    """What a report says of open stops, once for each clause."""
    found: dict[int, Unresolved] = {}
    for sighting, doubt in stops:
        clause = sighting.clause
        start, end = quote_span(text, clause, sighting.toponym.mention.end)
        found.setdefault(clause.start, Unresolved(start, end, text[start:end], _who(doubt, members), ACTOR))
    return tuple(found.values())


LONGEST_AFTERTHOUGHT = 120
"""Characters after the clause of a place in which the time there may still be told."""
_HALT = regex(r"[.!?][\s\u201d\"')]+|\n")


def quote_span(text: str, clause: Clause, least: int, time_end: int = 0) -> tuple[int, int]:
    """Offsets of the words of a clause without the marks around them, at least up to an offset.

    Where the words that tell its time end soon after it in the same sentence, at `time_end`, they belong to it.
    """
    start, end = clause.start, clause.end
    while start < end and not text[start].isalnum():
        start += 1
    if end < time_end < end + LONGEST_AFTERTHOUGHT and _HALT.search(text, end, time_end) is None:
        end = time_end  # "flew to X, where she landed at noon on 7 March"
    while end > start and text[end - 1] in ' ,;:\n\t(\u2014\u2013\u201c"':
        end -= 1
    return start, max(end, least)


def called(member: "Member") -> str:
    """What a report calls somebody: the name, else what the story calls them."""
    if member.narrates:
        return "the narrator"
    if member.name is not None:
        return member.name
    noun = member.nouns[0] if member.nouns else ""
    plural = member.many and noun not in journey_words("companies")
    return f"the {_plural(noun) if plural else noun}" if noun else "somebody unnamed"


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return f"{noun.removesuffix('man')}men"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


_HEDGED = frozenset({"if", "unless", "whether", "though", "although"})
_NOT = regex(r"\bnot\b|n['\u2019]t\b|\bnever\b", re.IGNORECASE)


def _is_hedged(text: str, sighting: Sighting) -> bool:
    """Whether the clause tells of no stop after all: "if they were taken to X", "they were not in X"."""
    clause = sighting.clause
    return clause.opener in _HEDGED or _NOT.search(text, clause.start, sighting.toponym.mention.end) is not None


def _is_mine(clause: Clause) -> bool:
    open_to = clause.subject is Subject.UNCLEAR
    return clause.subject in {Subject.TRAVELLER, Subject.VEHICLE} or (clause.object_is_traveller and not open_to)


def _supposed(clause: Clause, deed: "Deed") -> Clause:
    """The clause as it would be if the word left open meant the traveller."""
    if clause.doubt is deed.object_doubt and clause.doubt is not None and deed.actor.part is not Part.UNCLEAR:
        return replace(clause, object_is_traveller=True)
    return replace(clause, subject=Subject.TRAVELLER)


def _who(doubt: "Doubt", members: "Sequence[Member]") -> str:
    names = [called(members[number]) for number in doubt.members if not members[number].many]
    if not names:
        return f'it is not told who "{doubt.word}" {_verb(doubt)}'
    names += doubt.others
    if doubt.aboard:
        return f'it is not told who was aboard "{doubt.word}": {_listed(names)}'
    if len(names) == 1:
        return f'it is not told whether "{doubt.word}" {_verb(doubt)} {names[0]}'
    return f'it is not told who "{doubt.word}" {_verb(doubt)}: {_listed(names)}'


def _verb(doubt: "Doubt") -> str:
    return _PLURAL if _SEVERAL.fullmatch(doubt.word) else _ONE


def _listed(names: "Sequence[str]") -> str:
    return " or ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
