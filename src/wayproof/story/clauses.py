"""Clauses of a story: stretches of a sentence with their verbs and whether the traveller is their subject."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wayproof.story.clause_segments import segments
from wayproof.story.motion import Motion
from wayproof.story.quotations import quotations, within
from wayproof.story.subjects import Subject, SubjectReader
from wayproof.story.travellers import Traveller, person_names
from wayproof.story.verbs import Verb, is_participle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.document import Story


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence around its verbs.

    Attributes
    ----------
    start, end
        Offsets in the text.
    sentence, paragraph
        Indexes in the story.
    opener
        The word that joins it to what stands before ("when", "and", ""), folded.
    verbs
        Its verbs in order, auxiliaries left out.
    subject
        Who does it.
    quoted
        Whether it stands within quotation marks.
    object_is_traveller
        Whether the traveller is named after the verb ("carried him to").
    """

    start: int
    end: int
    sentence: int
    paragraph: int
    opener: str
    verbs: tuple[Verb, ...]
    subject: Subject
    quoted: bool
    object_is_traveller: bool


def _shared_voice(
    text: str, opening: tuple[int, str], verbs: tuple[Verb, ...], before: tuple[Verb, ...]
) -> tuple[Verb, ...]:
    """The verbs of a clause, its first one passive where it shares the helper: "was questioned and later taken to"."""
    low, opener = opening
    if not verbs or not before or not before[-1].passive or opener not in {"and", ",", "then", "but"}:
        return verbs
    alone = re.fullmatch(r"\W*(?:and|but|then)?(?:\s+(?:later|then|soon|\w+ly))*\s*", text[low : verbs[0].start])
    if alone is None or not is_participle(verbs[0].form):
        return verbs
    return (replace(verbs[0], passive=True), *verbs[1:])


_ASIDE_OPENERS = frozenset({",", "\u2014", "\u2013", "("})


def read_clauses(
    story: "Story",
    traveller: Traveller,
    places: "Sequence[tuple[int, int]]",
    times: "Sequence[tuple[int, int]]",
) -> tuple[Clause, ...]:
    """Every clause of the story in text order.

    Parameters
    ----------
    story
        The story.
    traveller
        Whose clauses are looked for.
    places, times
        Spans of place names and time expressions, which no clause boundary may cut.
    """
    text = story.text
    people = person_names(text, places)
    whole = sorted([*places, *times, *((start, end) for start, end, _ in people)])
    starts = [start for start, _ in whole]

    def uncut(at: int) -> bool:
        index = bisect_right(starts, at) - 1
        return index >= 0 and at < whole[index][1]

    reader = SubjectReader(story, traveller, people, times)
    paragraph_starts = [span.start for span in story.paragraphs]
    quoted = quotations(text, paragraph_starts)
    quote_starts = [start for start, _ in quoted]
    found: list[Clause] = []
    last_paragraph = -1
    for index, span in enumerate(story.sentences):
        paragraph = max(0, bisect_right(paragraph_starts, span.start) - 1)
        if paragraph != last_paragraph:
            reader.new_paragraph()
            last_paragraph = paragraph
        pieces = segments(text, span.start, span.end, uncut=uncut)
        reader.speaker = reader.attribution(pieces, quoted, quote_starts) or reader.speaker
        previous = Subject.UNCLEAR
        for number, (low, high, opener, told) in enumerate(pieces):
            verbs = _shared_voice(text, (low, opener), told, pieces[number - 1][3] if number else ())
            inside = within(low, quoted, quote_starts)
            subject = reader.subject(low, verbs, opener, previous, index, quoted=inside)
            aside = len(verbs) == 1 and verbs[0].motions[0] is Motion.SPEECH and opener in _ASIDE_OPENERS
            if not (aside and number):
                previous = subject
            named = reader.has_object(verbs, high)
            found.append(Clause(low, high, index, paragraph, opener, verbs, subject, inside, named))
    return tuple(found)
