"""A place told first and a deed told after an aside: "In X, where nobody knew her, she was filmed at noon"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.prepositions import DIRECTIONS, prepositions_pattern
from wayproof.story.grammar.told_events import told_event
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.grammar.verbs import Verb
    from wayproof.story.itineraries.itinerary import Event

_LEAD = regex(
    r"\W*(?:(?:and|but|then|so|yet|later|again)\s+)?(?P<to>in|at|near|outside|inside|off|from|out\s+of|through|via|past|across|to|into|"
    r"over|by\s+way\s+of|between|on|behind|beside|opposite|below|beneath|under|above)\s+"
    r"(?:(?:the|an?|his|her|their|its|one)\s+(?:[\w\u2019'-]+\s+){1,4}?(?:of|in|at|near|outside|on)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
"""What opens a sentence before the name of the place."""
_OPENERS = frozenset({"", ";", ":", "and", "but", "then", "that", "—", "\u2013", '"', "\u201c"})
_ASIDE = regex(
    r"\s*[,(\u2013—]\s*(?:(?:of\s+)?(?:where|which|whose|who|whom|when)\b|"
    r"(?:an?|the|his|her|one\s+of\s+the|once\s+an?|then\s+an?|still\s+an?|now\s+an?)\s+[^,;]*?\b(?:he|she|they|that|which|where|who|whose)\b)"
)
"""What opens an aside right after the name."""
_CLOSERS = frozenset({",", ")", "\u2013", "—"})
_SUBORDINATE = frozenset(
    {"and", "or", "that", "where", "which", "who", "whom", "whose", "because", "as", "since", "when"}
)
_TELLS = frozenset(
    {"heard", "hears", "learned", "learnt", "understands", "believe", "believes", "believed", "think", "thinks"}
    | {"thought", "reckon", "reckons", "suppose", "supposes", "assume", "assumes", "suspect", "suspects", "hope"}
)
"""Verbs besides those of saying by which somebody vouches for what is told."""
_TO_HAVE = regex(r"\s*to\s+(?:have|be)\b")
REACH = 4
"""Clauses that an aside may take."""


def fronted_event(
    text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym"
) -> "tuple[Event, Clause, Verb] | None":
    """What happened at a place that opens the sentence, with the clause and the verb after the aside that tell it.

    Parameters
    ----------
    text, clauses
        The story and its clauses as the traveller sees them.
    index, top
        Index of the clause that names the place, and the place.
    """
    clause = clauses[index]
    lead = text[clause.start : top.mention.start]
    found = _LEAD.fullmatch(lead)
    if found is None or clause.opener not in _OPENERS or any(one.start < top.mention.end for one in clause.verbs):
        return None
    main = _after_hearsay(text, clauses, index) or _after_aside(text, clauses, index, top)
    if main is None:
        return None
    told, verb = main
    said = [re.sub(r"\s+", " ", match.group().casefold()) for match in prepositions_pattern().finditer(lead)]
    relation = next((DIRECTIONS[word] for word in reversed(said) if word != "of"), "none")
    first = re.sub(r"\s+", " ", found["to"].casefold())
    if relation == "at" and DIRECTIONS[first] in {"from", "to", "via"}:
        relation = DIRECTIONS[first]  # "From a depot in X, ..."
    event = told_event(text, told, verb, (relation, lead), top)
    return None if event is None else (event, told, verb)


def _after_aside(text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym") -> "tuple[Clause, Verb] | None":
    """The main clause that goes on after an aside, and the verb that tells what was done."""
    clause = clauses[index]
    relative = not clause.verbs and index + 1 < len(clauses) and clauses[index + 1].opener == "whose"
    if not (relative or _ASIDE.match(text, top.mention.end, clause.end) or _is_telling(text, clause, top)):
        return None
    for at in range(index + 1, min(index + 1 + REACH, len(clauses))):
        one = clauses[at]
        if one.sentence != clause.sentence:
            return None
        if one.opener in _CLOSERS and one.verbs:
            hearsay = _after_hearsay(text, clauses, at)
            subject = text[one.start : one.verbs[0].start].strip(" ,)\u2013—\n")
            people = subject.startswith("they") and one.verbs[0].perfect  # "In X they had waited": who lives there
            owns = bool(subject) and not people
            return hearsay or ((one, _deed(one)) if owns else None)
        if one.opener not in _SUBORDINATE:
            return None
    return None


def _is_telling(text: str, clause: "Clause", top: "Toponym") -> bool:
    """Whether the rest of the clause only says who tells it: "In X, his wife says, ..."."""
    one = clause.verbs[0] if len(clause.verbs) == 1 else None
    if one is None or text[one.end : clause.end].strip(" ,"):
        return False
    tells = one.motion is Motion.SPEECH or one.form in _TELLS
    return tells and text[top.mention.end : top.mention.end + 1] == ","


def _after_hearsay(text: str, clauses: "Sequence[Clause]", index: int) -> "tuple[Clause, Verb] | None":
    """The clause that tells what somebody "is said" to have done."""
    clause, after = clauses[index], clauses[index + 1] if index + 1 < len(clauses) else None
    last = clause.verbs[-1] if clause.verbs else None
    if last is None or after is None or after.sentence != clause.sentence or not after.verbs:
        return None
    told = (
        last.motion is Motion.SPEECH and last.form.split()[0] != "asked" and text[last.end : clause.end].strip() == ""
    )
    return (after, _deed(after)) if told and _TO_HAVE.match(text, after.start) else None


def _deed(clause: "Clause") -> "Verb":
    return clause.verbs[0]
