"""Mentions: the spans of a text that name a place, and how each is used there."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.airport_codes import find_airport_codes
from wayproof.story.geoparsing.evidence import Evidence
from wayproof.story.geoparsing.matches import Match, Matcher
from wayproof.story.geoparsing.names import names_of
from wayproof.story.geoparsing.people import find_people
from wayproof.story.geoparsing.pipelines import place_spans
from wayproof.story.geoparsing.regions_told import LONGEST_PHRASE, elsewhere, holds, side_told
from wayproof.story.geoparsing.unlisted import find_unlisted
from wayproof.story.geoparsing.unresolved import FEATURE, NO_ENTRY, NUMBERED, STREET, Unresolved
from wayproof.story.geoparsing.unspaced import find_unspaced
from wayproof.story.geoparsing.usage import Usage
from wayproof.story.text.margins import find_margins
from wayproof.story.text.tokens import BRACKET, COMMA, JOINED, SPACE, tokenise
from wayproof.story.vocabulary.lexicon import points, rule_words
from wayproof.world.gazetteer import Entry
from wayproof.world.gazetteer_names import normalise
from wayproof.world.gazetteer_ranking import score as standing
from wayproof.world.places import ADMIN1, CITY, COUNTRY, LANDMARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wayproof.story.geoparsing.pipelines import Pipeline
    from wayproof.story.text.document import Story
    from wayproof.story.text.margins import Margins
    from wayproof.world.gazetteer import Places
    from wayproof.world.places import Place


class MentionKind(StrEnum):
    """How a place name is used."""

    PLACE = "place"
    DEMONYM = "demonym"
    METONYM = "metonym"
    DATELINE = "dateline"


PLACE, DEMONYM, METONYM, DATELINE = MentionKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the text that names a place.

    Parameters
    ----------
    start, end
        Offsets into the story's text.
    text
        The name as written: ``story.text[start:end]``.
    kind
        Place, demonym ("Lithuanian"), metonym ("Washington said", "University of Vienna") or dateline ("VILNIUS (AP)").
    entries
        What the gazetteer holds under the name, best first.
    context
        What bears on it: the word before it ("in", "from"); "region:texas" if that follows it, with "side:south" in the
        south of it; "elsewhere" if no bearer lies in the region told; "holder" if it is the region in "Paris, Texas";
        "listed:berlin" if that stands beside it in a list; "admin:county" if it is called that; "settlement" after
        "city of"; "facility:airport"; "possessive"; "organisation"; "replica"; "language" for a demonym that is one;
        "recognised" if only a second reader found it; and at the margins of the article "byline", "credit",
        "boilerplate".
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    entries: tuple[Entry, ...]
    context: tuple[str, ...] = ()


_ADJOINING = (SPACE, COMMA, BRACKET)
_MARGINS = ("byline", "credit", "boilerplate")


def find_mentions(
    story: Story, gazetteer: Places, *, pipeline: Pipeline | None = None
) -> tuple[tuple[Mention, ...], tuple[Unresolved, ...]]:
    """Every place name of a story with its use, and what looks like one but is unknown.

    Time grows linearly with the text.

    Parameters
    ----------
    story
        The text.
    gazetteer
        The names that are known.
    pipeline
        A second reader; what it takes for a place is one if the gazetteer knows the name. None for none.

    Returns
    -------
    mentions
        In order of the text; no two overlap.
    unresolved
        In order of the text.
    """
    reading = _Reading(story, gazetteer, place_spans(story, pipeline) if pipeline else ())
    mentions = reading.mentions()
    return mentions, reading.unresolved(mentions)


def _told(mention: Mention, more: list[str]) -> Mention:
    """A mention with more context; the region in "of Paris, Texas, said" speaks for no government."""
    context = (*mention.context, *more)
    speaks = mention.kind is METONYM and "organisation" not in context
    kind = PLACE if speaks and "holder" in more else mention.kind
    # told to lie where no bearer lies: a place that the gazetteer lacks
    entries = () if "elsewhere" in more else mention.entries
    return Mention(mention.start, mention.end, mention.text, kind, entries, context)


class _Reading:
    """One pass over one story."""

    def __init__(self, story: Story, gazetteer: Places, recognised: tuple[tuple[int, int], ...] = ()) -> None:
        self.story = story
        self.recognised = recognised
        names = names_of(gazetteer)
        self.names, self.tokens = names, tokenise(story)
        self.margins: Margins = find_margins(story)
        self.unlisted = find_unlisted(story.text, self.tokens, names)
        self.people = find_people(self.tokens, names, without=self.unlisted.inside)
        codes = find_airport_codes(self.tokens, names)
        self.matcher = Matcher(story.text, self.tokens, names, codes)
        self.usage = Usage(self.tokens, self.people, self.margins, names, codes)

    def mentions(self) -> tuple[Mention, ...]:
        """Accepted matches and demonyms as mentions, in order."""
        scored, demonyms = self._matches()
        accepted = self._accepted(scored)
        places = self._with_regions([(match, self._mention(match)) for match in accepted])
        found = sorted([*places, *demonyms], key=attrgetter("start"))
        if not self.tokens.plain:
            found = self._with(found, find_unspaced(self.story.text, self.names), ())
        if self.recognised:
            text, entries = self.story.text, self.names.entries
            recognised = ((start, end, entries(normalise(text[start:end]))) for start, end in self.recognised)
            found = self._with(found, recognised, ("recognised",))
        return tuple(found)

    def _with(
        self, found: list[Mention], more: Iterable[tuple[int, int, tuple[Entry, ...]]], context: tuple[str, ...]
    ) -> list[Mention]:
        """The mentions and, where none is, the spans of another reader that the gazetteer knows."""
        starts, added = [mention.start for mention in found], []
        last = 0
        for start, end, entries in more:
            index = bisect_right(starts, start)
            before = found[index - 1].end if index else 0
            after = starts[index] if index < len(starts) else end
            if entries and max(before, last) <= start and end <= after:
                added.append(Mention(start, end, self.story.text[start:end], PLACE, entries, context))
                last = end
        return sorted([*found, *added], key=attrgetter("start")) if added else found

    def _matches(self) -> tuple[list[tuple[Match, float]], list[Mention]]:
        """Longest matches from left to right, with the evidence for each, and the demonyms between them."""
        tokens, folded = self.tokens, self.tokens.folded
        inside, begins_people, match_at = self.people.inside, self.names.begins_people, self.matcher.at
        matches: list[tuple[Match, float]] = []
        demonyms: list[Mention] = []
        evidence, after = Evidence(self.usage), 0
        for index in self._possible_starts():
            # a name that begins inside a person's name is barred, whatever it is
            if index < after or index in inside:
                continue
            match = match_at(index)
            if match is not None and folded[index] == "the":
                match = self._without_article(index, match)
            # the longer of the two is meant, and no demonym has more than two words
            ends = begins_people(folded[index]) and (match is None or match.stop <= index + 2)
            demonym = self._demonym(index) if ends else None
            if demonym and (match is None or (match.end <= demonym.end and not self._town_rather(match))):
                demonyms.append(demonym)
                after = index + (2 if demonym.end > tokens.ends[index] else 1)
            elif match and not self.usage.barred(match):
                matches.append((match, evidence.score(match)))
                after = match.stop
        return matches, demonyms

    def _town_rather(self, match: Match) -> bool:
        """Whether a word for a people is a town here: "from Norman, Okla.", but not "a Norman castle"."""
        place, gap = match.entries[0].place, self.tokens.gaps[match.stop - 1]
        town = place.kind is CITY and match.entries[0].match == "name"
        spoken = match.name in rule_words("languages") and self.usage.before(match) == "in"
        if spoken and not (gap is COMMA and self.tokens.capital[match.stop]):
            return False  # "written in Spanish: ..."
        return town and gap is not SPACE and self.usage.before(match) in rule_words("locatives")

    def _without_article(self, index: int, match: Match) -> Match:
        """The name after an article where it is longer or better known: "the Pacific Ocean", "the Thames"."""
        tokens = self.tokens
        if tokens.capital[index] and not tokens.opens[index]:
            return match
        other = self.matcher.at(index + 1)
        if other is None or other.stop < match.stop:
            return match
        longer = other.stop > match.stop
        better = other.stop == index + 2 and standing(other.entries[0].place, other.entries[0].match) > standing(
            match.entries[0].place, match.entries[0].match
        )
        return other if longer or better else match

    def _possible_starts(self) -> Iterator[int]:
        """Indexes of the words with which a name can begin: capitals, and an article before one."""
        tokens, folded, inside = self.tokens, self.tokens.folded, self.unlisted.inside
        for index in tokens.capitals:
            before = index - 1
            if folded[before] == "the" and before >= 0 and not tokens.capital[before] and before not in inside:
                yield before
            if index not in inside:
                yield index

    def _demonym(self, first: int) -> Mention | None:
        """Two words ("South African") or one for a country's people or things, as a mention of that country."""
        tokens, people = self.tokens, self.names.people
        if not tokens.capital[first]:  # an article
            return None
        last = first + 1
        if tokens.gaps[first] is SPACE and tokens.capital[last]:  # the last word is followed by a break
            place = self.names.people_of(tokens.folded[first], tokens.folded[last])
            if place is not None:
                return self._people(first, last, place)
        place = people(tokens.words[first])
        return None if place is None else self._people(first, first, place)

    def _people(self, first: int, last: int, place: Place) -> Mention:
        """The mention of a place by the words `first` to `last` for its people or things."""
        tokens = self.tokens
        start, end = tokens.starts[first], tokens.ends[last]
        lead = tokens.folded[first - 1] if first and tokens.gaps[first - 1] is SPACE else ""
        after = tokens.words[last + 1] if tokens.gaps[last] is SPACE else ""
        language = lead in rule_words("language_leads") and not (lead == "in" and after)
        context = ("language",) if language else ()
        entry = Entry(place, "demonym")
        return Mention(start, end, self.story.text[start:end], DEMONYM, (entry,), context)

    def _accepted(self, matches: Sequence[tuple[Match, float]]) -> list[Match]:
        """Matches with enough evidence; a name that is a place beyond doubt once lifts its other occurrences."""
        worth = points()
        recognised, pairs = set(self.recognised), self._paired([match for match, _ in matches])
        needed, again = worth["needed"], worth["same_text"]
        scored: list[tuple[Match, float]] = []
        sure: set[str] = set()
        for match, evidence in matches:
            score = evidence
            if recognised and (match.start, match.end) in recognised:
                score += worth["recognised"]
            if match.first in pairs:
                score += worth["place_pair"]
            scored.append((match, score))
            if score >= needed + again:
                sure.add(match.name)
        return [m for m, s in scored if s > needed or (m.name in sure and s + again > needed)]

    def _paired(self, matches: Sequence[Match]) -> set[int]:
        """First words of matches that stand in a list with, or are followed by, another match."""
        paired: set[int] = set()
        for first, second in pairwise(matches):
            if not self._listed(first, second):
                continue
            # "Duncan and Morgan": two names of persons support each other in nothing
            way = self.usage.before(first) == "from" and self.usage.words[first.stop] == "to"  # "from Bristol to Hull"
            if way or not (self.usage.personal(first) and self.usage.personal(second)):
                paired.update((first.first, second.first))
        return paired

    def _listed(self, first: Match, second: Match) -> bool:
        """Whether two matches stand side by side in a list: "London, Paris", "from London to Paris"."""
        if second.first == first.stop:
            return self.tokens.gaps[first.stop - 1] is COMMA
        return second.first == first.stop + 1 and self.usage.words[first.stop] in {"and", "or", "to"}

    def _mention(self, match: Match) -> Mention:
        usage = self.usage
        context = usage.context(match)
        kind = PLACE
        label = self.margins.label(match.start)
        if label == "dateline":
            kind = DATELINE
        elif label in _MARGINS:
            context.append(label)
        if kind is PLACE:
            if usage.replica(match):
                kind = METONYM
                context.append("replica")
            elif usage.organisation(match):
                kind = METONYM
                context.append("organisation")
            elif usage.seat(match) or ((usage.speaks(match) or usage.addressed(match)) and self._governs(match)):
                kind = METONYM
        text = self.story.text[match.start : match.end]
        return Mention(match.start, match.end, text, kind, match.entries, tuple(context))

    def _governs(self, match: Match) -> bool:
        """Whether the name can stand for a government: a country, a capital, a seat of power."""
        return any(
            e.place.kind in {COUNTRY, ADMIN1, LANDMARK} or "capital" in e.place.feature for e in match.entries[:3]
        ) or match.name in {"brussels", "the hague", "beijing", "kremlin", "the kremlin"}

    def _with_regions(self, pairs: Sequence[tuple[Match, Mention]]) -> list[Mention]:
        """Mentions, told which region follows them: "Paris, Texas", "Paris (Texas)"."""
        added: list[list[str]] = [[] for _ in pairs]
        for index, ((match, _), (following, _)) in enumerate(pairwise(pairs)):
            if following.first > match.stop + LONGEST_PHRASE:
                continue
            gap = self.tokens.gaps[match.stop - 1]
            adjoining = following.first == match.stop and gap in _ADJOINING
            side = side_told(self.tokens, match, following)
            inside = side is not None
            if (adjoining or inside) and holds(self.usage, match, following, wide=inside):
                added[index].append(f"region:{following.name}")
                added[index].extend([f"side:{side}"] if side else [])
                added[index + 1].append("holder")
            elif inside and self.usage.before(match) != "in" and elsewhere(match, following):
                added[index].append("elsewhere")
            elif self._listed(match, following):
                added[index].append(f"listed:{following.name}")
                added[index + 1].append(f"listed:{match.name}")
        self._tell_areas([match for match, _ in pairs], added)
        return [_told(mention, more) if more else mention for (_, mention), more in zip(pairs, added, strict=True)]

    def _tell_areas(self, matches: Sequence[Match], added: list[list[str]]) -> None:
        """Tell the names listed before "counties" that they are counties too: "Barrow, Jackson and Hall counties"."""
        word = ""
        for index in range(len(matches) - 2, -1, -1):
            following = matches[index + 1]
            word = self.usage.areas(following) or word
            if not self._listed(matches[index], following):
                word = ""
            elif word:
                added[index].append(f"admin:{word}")

    def unresolved(self, mentions: Sequence[Mention]) -> tuple[Unresolved, ...]:
        """Streets, and unknown capitalised words after a preposition of place."""
        text = self.story.text
        found = [
            Unresolved(start, end, text[start:end], NUMBERED if text[end - 1].isdigit() else STREET)
            for start, end in self.unlisted.streets
        ]
        found.extend(Unresolved(start, end, text[start:end], FEATURE) for start, end in self.unlisted.features)
        taken = {mention.start for mention in mentions}
        found.extend(
            Unresolved(start, end, text[start:end], NO_ENTRY)
            for start, end in self._unknown_after_preposition()
            if start not in taken
        )
        return tuple(sorted(found, key=lambda item: item.start))

    def _unknown_after_preposition(self) -> list[tuple[int, int]]:
        """Spans of capitalised words directly after "in", "to", "near" ... that are in no gazetteer and no lexicon."""
        tokens, usage = self.tokens, self.usage
        spans: list[tuple[int, int]] = []
        leads, folded = rule_words("preposition_of_place"), tokens.folded
        for index in tokens.capitals:
            if folded[index - 1] not in leads or not index or tokens.gaps[index - 1] is not SPACE:
                continue
            if index in self.unlisted.inside or index in self.people.inside:
                continue
            if not usage.unknown_name(index) or self.margins.label(tokens.starts[index]) in _MARGINS:
                continue
            stop = index + 1
            while stop < len(tokens) and tokens.capital[stop] and tokens.gaps[stop - 1] <= JOINED:
                stop += 1
            spans.append((tokens.starts[index], tokens.ends[stop - 1]))
        return spans
