"""Presence told by what somebody wrote into a book or on a paper of a place: "a register from X, in which he signed".

Who signs a register, or whose signature it bears, was where it lies.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.own_marks import any_of, book_pattern
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

REACH = 3
"""Clauses after a book in which it is told who wrote in it."""


@cache
def _mark() -> str:
    return (
        r"(?:(?:(?:his|her|their|my|[A-Z][\w-]*['\u2019]s?)\s+(?:own\s+|full\s+|first\s+|last\s+|usual\s+|real\s+)?(?:[\w-]+\s+)?"
        rf"{any_of('marks')}s?)|himself|herself|themselves)\b"
    )


@cache
def _wrote() -> re.Pattern[str]:
    verbs = any_of("handwriting")
    return re.compile(
        rf"\b{verbs}\s+(?:down\s+|in\s+|up\s+)?{_mark()}|\b(?:signed|initialled|countersigned)\b", re.IGNORECASE
    )


@cache
def _wrote_on() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:down\s+)?{_mark()}\s+(?:at\s+\d[\d.:]*\s+)?(?:in|into|on|onto|to|against|at\s+the\s+(?:foot|bottom|top|head|end)\s+of)\s+"
        rf"(?:[\w\u2019'-]+\s+){{0,6}}?{any_of('books')}s?\b",
        re.IGNORECASE,
    )


@cache
def _bears() -> re.Pattern[str]:
    return re.compile(
        r"\s+(?:still\s+|duly\s+|also\s+|indeed\s+|\w+ly\s+)?"
        r"(?:bears?|bore|carr(?:y|ies|ied)|has|had|holds?|held|contains?|contained|shows?|showed|gives?|gave|records?|recorded|includes?|"
        rf"included|lists?|listed|preserves?|displays?|displayed)\s+(?:not\s+only\s+|only\s+)?{_mark()}",
        re.IGNORECASE,
    )


@cache
def _stands() -> re.Pattern[str]:
    return re.compile(
        rf"\W*(?:(?:and|but|yet|there)\s+)?{_mark()}\s+(?:still\s+|also\s+|duly\s+|\w+ly\s+)?"
        r"(?:stands?|stood|appears?|appeared|is|was|figures|figured|occurs|occurred|features|featured|comes|came|survives|can\s+be\s+(?:seen|read)|"
        r"had\s+been|has\s+been|follows|closes|opens)\s+"
        r"(?:\w+ly\s+)?(?:to\s+be\s+(?:seen|read|found)\s+|found\s+|entered\s+|written\s+|recorded\s+|inscribed\s+|signed\s+)?(?:[\w\u2019'-]+\s+){0,3}?"
        rf"(?:in|into|on|at|against|among|under|below)\s+(?:[\w\u2019'-]+\s+){{0,6}}?{any_of('books')}s?\b",
        re.IGNORECASE,
    )


@cache
def _is_mark() -> re.Pattern[str]:
    return re.compile(
        r"\s*,?\s+(?:is|was|are|were|stands?|stood|appears?|can\s+be\s+(?:read|seen))\s+(?:still\s+)?(?:to\s+be\s+(?:read|seen)\s+)?"
        rf"(?:(?:his|her|their)|(?:an?|the)\s+(?:\w+\s+)?(?={any_of('marks')}s?\s+of\b)|[A-Z][\w-]*['\u2019]s?)\s*{any_of('marks')}s?\b"
    )


_NEAREST = regex(
    r"(?:\s+(?!(?:about|on|against|with|for|to|showing|where|who|which|that)\b)[\w\u2019'-]+){0,3}?\s+(?:(?:of|from|in|at|near|outside|on)\s+"
    r"(?:(?:the|an?|one|his|her|their|central|downtown|old)\s+)?(?:[\w\u2019'-]+\s+){0,3}?){1,3}\Z"
)
"""What stands between a book and the place where it is kept: "register of a hotel in X"."""


def hand_event(text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym") -> "tuple[Event, Verb] | None":
    """Presence where somebody wrote into a book, and the verb that dates it; None where no clause tells of such.

    Parameters
    ----------
    text, clauses
        The story and its clauses as the traveller sees them.
    index, top
        Index of the clause that names the place, and the place.
    """
    clause = clauses[index]
    if clause.quoted or any(verb.doubtful for verb in clause.verbs):
        return None
    books = list(book_pattern().finditer(text, clause.start, top.mention.start))
    book = books[-1] if books else None
    if book is None or _NEAREST.match(text, book.end(), top.mention.start) is None:
        return None
    own = _stands().match(text, clause.start, book.end())
    first = next((verb for verb in clause.verbs if verb.end > clause.start), None)
    if own is not None and first is not None and clause.subject is Subject.TRAVELLER:
        return Event.AT, first
    after = next((verb for verb in clause.verbs if verb.start >= top.mention.end), None)
    if after is not None and clause.object_is_traveller and _is_mark().match(text, top.mention.end, clause.end):
        return Event.AT, after
    if after is not None and clause.object_is_traveller and _bears().match(text, top.mention.end, clause.end):
        return Event.AT, after
    verb = _writes_later(text, clauses[index : index + 1 + REACH], top)
    return None if verb is None else (Event.AT, verb)


def _writes_later(text: str, clauses: "Sequence[Clause]", top: "Toponym") -> "Verb | None":
    """The verb by which somebody writes into the book that the first clause tells of."""
    clause = clauses[0]
    for later in clauses:
        joined = later is clause or later.opener in {"which", "whose", "that", ",", "where"}
        if later.sentence != clause.sentence or not joined or later.subject is not Subject.TRAVELLER:
            continue
        found = _wrote().search(text, max(later.start, top.mention.end), later.end)
        for verb in later.verbs:
            if found is not None and verb.start <= found.start() < verb.end:
                return None if verb.doubtful or verb.infinitive else verb
    return None


def writes_own_name(text: str, verb: "Verb") -> bool:
    """Whether a verb is one of writing one's name into a book: "wrote her name in the visitors' book"."""
    return (
        verb.form in journey_words("handwriting") and not verb.passive and _wrote_on().match(text, verb.end) is not None
    )
