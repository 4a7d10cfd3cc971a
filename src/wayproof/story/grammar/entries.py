"""Presence told of a book that holds somebody's mark: where it lay, and what was entered beside their name."""

from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.grammar.records import is_at
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.own_marks import book_pattern
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

_LAY = frozenset(
    {
        "lay",
        "lies",
        "lay open",
        "lies open",
        "kept",
        "displayed",
        "laid",
        "laid out",
        "stands",
        "stood",
        "hangs",
        "hung",
        "found",
    }
    | {"is", "was", "exhibited", "chained", "put", "put out", "set out", "opened", "shown"}
)
"""What is told of a book at its place."""
_ENTERED = regex(
    r"\b(?:noted|wrote|written|entered|put|recorded|marked|set|printed|stamped|logged|pencilled|inked|scribbled|added|jotted|filled\s+in)\s+(?:down\s+)?"
    r"[^;!?\n]{1,50}?\s+(?:against|beside|next\s+to|after|under|opposite|alongside|behind|over|below|above)\s+"
    r"(?:his|her|their|the\s+[a-z]+['\u2019]s|[A-Z][\w-]+['\u2019]s?)\s+(?:own\s+)?(?:name|signature|initials|entry|mark|thumb-?print|autograph)\b"
)
"""What is written beside a name in a book: "noted 15:40 against his name"."""
_OF_HIS = regex(r"\b(?:his|her|their)\s+(?:own\s+)?(?:name|signature|initials|entry|mark|autograph)\b")


def entry_event(
    text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym"
) -> "tuple[Event, Clause, Verb | None] | None":
    """Presence where a book with somebody's mark lay, or where something was entered beside their name.

    Parameters
    ----------
    text, clauses
        The story and its clauses as the traveller sees them.
    index, top
        Index of the clause that names the place, and the place.
    """
    clause, before = clauses[index], clauses[index - 1] if index else None
    first = clause.verbs[0] if clause.verbs else None
    if first is None or clause.quoted or first.doubtful or first.infinitive:
        return None
    held = before is not None and before.sentence == clause.sentence and before.subject is Subject.TRAVELLER
    if held and before is not None and clause.opener in {"that", "which"} and first.form in _LAY:
        books = list(book_pattern().finditer(text, before.start, before.end))
        stands = bool(before.verbs) and before.verbs[-1].form in {
            "is",
            "was",
            "stands",
            "stood",
            "appears",
            "are",
            "were",
        }
        if books and stands and first.end <= top.mention.start and is_at(text, clause, top):
            return Event.AT, clause, first
    found = _ENTERED.search(text, clause.start, clause.end)
    here = top.mention.text.casefold() == "there" or is_at(text, clause, top)
    his = found is not None and (clause.object_is_traveller or _OF_HIS.search(text, found.start(), found.end()))
    if his and here and clause.subject is Subject.OTHER and not text[top.mention.end : first.start].count(","):
        return Event.AT, clause, first
    return None
