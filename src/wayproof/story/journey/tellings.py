"""What a text tells, before it becomes visits: its cast, its clauses, its place names, and who is sent where."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.grammar.clauses import read_deeds
from wayproof.story.grammar.wares import names_craft
from wayproof.story.journey.anaphora import later_mentions, with_whole_names
from wayproof.story.journey.towns_by_posts import in_towns
from wayproof.story.journey.travellers import Followed, follow
from wayproof.story.temporal.timex import TimeKind
from wayproof.story.text.masked_text import without_times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.deeds import Deed
    from wayproof.story.persons.cast import Cast
    from wayproof.story.temporal.timex import TimeExpression
    from wayproof.story.text.document import Story


@dataclass(frozen=True, slots=True)
class Told:
    """A story, read as far as who was where.

    Attributes
    ----------
    text, timeless
        The story, and the story with spaces for its times.
    toponyms, named
        Its place names, and in order those with the words that stand for them later ("there").
    cast, deeds
        Whom it tells of, and its clauses.
    followed
        The travellers with their sightings, the main one first; never empty.
    """

    text: str
    timeless: str
    toponyms: "tuple[Toponym, ...]"
    named: "tuple[Toponym, ...]"
    cast: "Cast"
    deeds: "tuple[Deed, ...]"
    followed: tuple[Followed, ...]


def read_told(
    story: "Story",
    toponyms: "Sequence[Toponym]",
    times: "Sequence[TimeExpression]",
    *,
    traveller: str | None = None,
) -> Told:
    """What a story tells.

    Parameters
    ----------
    story, toponyms, times
        The text, its resolved place names and its time expressions.
    traveller
        Whose journey; None takes the person most often the subject of motion and presence.
    """
    text = story.text
    places = _spans(toponyms, MentionKind.PLACE, MentionKind.DATELINE)
    demonyms = _spans(toponyms, MentionKind.DEMONYM)
    cast, deeds = read_deeds(story, places, [(found.start, found.end) for found in times], demonyms)
    clocks = [(found.start, found.end) for found in times if found.zone is not None]
    names = tuple(
        top
        for top in in_towns(text, with_whole_names(toponyms))
        if not (_is_make(text, top) or any(low <= top.mention.start < high for low, high in clocks))
    )
    named = tuple(sorted((*names, *later_mentions(text, names)), key=lambda top: top.mention.start))
    sentence_starts = [span.start for span in story.sentences]
    dated = frozenset(bisect_right(sentence_starts, found.start) - 1 for found in times)
    timeless = without_times(text, ((found.start, found.end) for found in times if found.kind is TimeKind.EVENT))
    followed = follow(text, cast, deeds, named, dated, timeless=timeless, override=traveller)
    return Told(text, timeless, names, named, cast, deeds, followed)


WORLD_CITY = 500_000
"""Inhabitants of a city after which no make is likely to be taken for it: "in a Moscow without bread"."""


def _is_make(text: str, top: "Toponym") -> bool:
    """Whether a name with an indefinite article is that of a craft, and no place of the journey."""
    little = top.place is not None and not top.place.is_area and top.place.population < WORLD_CITY
    return little and names_craft(text, top.mention.start, top.mention.end)


def _spans(toponyms: "Sequence[Toponym]", *kinds: MentionKind) -> list[tuple[int, int]]:
    return [(top.mention.start, top.mention.end) for top in toponyms if top.mention.kind in kinds]
