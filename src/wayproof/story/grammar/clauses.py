"""Clauses of a story: stretches of a sentence with their verbs, who acts in them, and whom they are done to."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.grammar.clause_segments import segments
from wayproof.story.grammar.deeds import Deed
from wayproof.story.grammar.fronted_participles import (
    opens_with_participle,
    with_entries,
    with_later_opening,
    with_opening,
)
from wayproof.story.grammar.heard_of_others import bearer, hearer, teller
from wayproof.story.grammar.parted_things import is_parted
from wayproof.story.grammar.relative_clauses import (
    TELLS_OTHERWISE,
    done_by,
    relative_actor,
    told_aside,
    whose_actor,
    without_subject,
)
from wayproof.story.grammar.stand_ins import StandIns
from wayproof.story.grammar.subject_openings import subject_start
from wayproof.story.grammar.verb_senses import bears_stamp
from wayproof.story.grammar.verbs import Verb, is_participle
from wayproof.story.persons.cast import Cast
from wayproof.story.persons.members import NOBODY, UNCLEAR, Actor, Part
from wayproof.story.persons.person_names import all_names, without_dates
from wayproof.story.text.inserted_tellings import asides_between, inserted_telling
from wayproof.story.text.masked_text import masked
from wayproof.story.text.quotations import quotations, within
from wayproof.story.text.stopped_datelines import stopped_dateline
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import PICTURE_OF, Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.clause_segments import Segment
    from wayproof.story.text.document import Story


def _shared_voice(
    text: str, opening: tuple[int, str], verbs: tuple[Verb, ...], before: tuple[Verb, ...]
) -> tuple[Verb, ...]:
    """The verbs of a clause, its first one passive where it shares the helper: "was questioned and later taken to"."""
    low, opener = opening
    if not verbs or not before or not before[-1].passive or opener not in {"and", ",", "then", "but"}:
        return verbs
    alone = re.fullmatch(r"\W*(?:and|but|then)?(?:\s+(?:later|then|soon|\w+ly))*\s*", text[low : verbs[0].start])
    # "was waved through, ordered kebab": with an object of its own it is active again
    taken = _OBJECT_FOLLOWS.match(text, verbs[0].end)
    if alone is None or taken or not is_participle(verbs[0].form):
        return verbs
    return (replace(verbs[0], passive=True), *verbs[1:])


_OBJECT_FOLLOWS = regex(
    r"\s+(?!(?:at|in|on|by|from|after|before|with|without|to|towards?|through|over|under|across|for|during|near|off|into|onto|"
    r"out|up|down|away|back|again|there|here|home|aboard|ashore|and|but|when|while|as|last|this|that|the\s+(?:same|next)|"
    r"\w+ly|early|late|soon|later|once|twice|overnight|yesterday|today|dead|alive|unharmed|safely)\b)[a-z]"
)
_ASIDE_OPENERS = frozenset({",", "\u2014", "\u2013", "("})
_MAIN_OPENERS = frozenset({"", ";", "and", "but", ",", "then", "that", ":", "\u2014", "\u2013", "“", '"'})
_SIDE_OPENERS = frozenset(
    {"who", "whom", "which", "whose", "where", "that", "when", "as", "while", "because", "though"}
)
_HELD = frozenset({"where", "who", "whom", "which", "while"})
"""Openers of an aside that may have several deeds before the main clause goes on."""
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_TAKES_HEARER = frozenset(
    {"told", "tells", "telling", "asked", "asks", "asking", "warned", "texted", "phoned", "telephoned"}
)
"""Verbs of saying after which stands who is told, not who tells."""
_HELPERS = regex(
    r"[\s,]*(?:(?:was|were|is|are|had|has|have|been|being|also|then|later|soon|once|\w+ly|not|never)[\s,]+)+"
)
"""What may stand between "which" and the verb that says what was done to it: "which was later held in X"."""
_HEADLINE = regex(r"\s*[^\n]{0,118}[^\s.!?\u201d\"][^\S\n]*\n\s*?\n\s*(?=\S)")
"""A first line without a full stop, set off by an empty one: the headline of the story."""
_SAID_WORDS = regex(
    r"[\"\u201c][^\"\u201c\u201d.!?]{1,80}[\"\u201d]\s*,?\s*(?:(?:and|then|but)\s+)?(?:\w+ly\s+)?", re.IGNORECASE
)
"""A few words quoted as what somebody called or announced, who then goes on to do something."""
_SO_DOES = regex(
    r"\W*(?:so|nor|neither)\b(?:,[^,.;]{0,60},)?\s+(?:has|had|have|was|were|is|are|did|does|do|would|could|can|will)\s+"
    r"(?!(?:he|she|they|it|I|we)\b)",
    re.IGNORECASE,
)
"""How a clause begins whose subject comes after its helper: "so has a choir in X"."""
_AFTER_QUOTE = regex(r"[\"\u201d]\s*,?\s*(?:and|but|then|or)\b")
"""How a clause goes on that words of somebody were set into."""
_QUOTED_NOUN = regex(
    r"\W*[\"\u201c][^\"\u201d]{2,60}[\"\u201d],?\s+(?:and|but|then)\s+(?:(?:then|later|soon|\w+ly)\s+)*$"
)
"""A quoted noun that belongs to the clause before, and the joining word behind it."""
_BESIDE = regex(
    r"\W*with\s+((?:(?:the|an?|all|both|two|three|no|some|most|his|her|their|its)\s+)?[\w-]+\s+[^,;]*)", re.IGNORECASE
)
"""What goes on beside, up to its verb: "with the guns | firing"."""
_IS = frozenset({"is", "was", "are", "were", "am", "became", "becomes", "remains", "remained"})
PAPER_CHARACTERS = 120
"""Characters before "issued in X" in which the paper and whose name is on it stand."""
LONGEST_SENTENCE = 5_000
"""What runs on for longer without a full stop is a table or noise, and is not read as a tale."""


def read_deeds(
    story: "Story",
    places: "Sequence[tuple[int, int]]",
    times: "Sequence[tuple[int, int]]",
    demonyms: "Sequence[tuple[int, int]]" = (),
) -> tuple[Cast, tuple[Deed, ...]]:
    """The cast of a story and every clause in text order.

    Parameters
    ----------
    story
        The story.
    places, times
        Spans of place names and time expressions, which no clause boundary may cut.
    demonyms
        Spans of words like "German", which are no part of the names after them.
    """
    people = all_names(story.text, places, demonyms)
    times = [(start, end - _trailing(story.text[start:end])) for start, end in times]
    people = without_dates(people, times, places)
    times = [(start, inserted_telling(story.text, end)) for start, end in times]
    times = [*times, *asides_between(story.text, sorted([*times, *places, *((low, high) for low, high, _ in people)]))]
    mask = masked(story.text, places, ((start, end) for start, end, _ in people), times, demonyms)
    cast = Cast(story.text, mask, people, headline=_HEADLINE.match(story.text) is not None)
    reader = _Reader(story, cast, [start for start, _ in times])
    whole = sorted([*places, *times, *((start, end) for start, end, _ in people)])
    starts = [start for start, _ in whole]

    def uncut(at: int) -> bool:
        index = bisect_right(starts, at) - 1
        return index >= 0 and at < whole[index][1]

    deeds: list[Deed] = []
    for index, span in enumerate(story.sentences):
        if span.end - span.start > LONGEST_SENTENCE:
            continue
        dateline = stopped_dateline(story.text, span.start, span.end)
        pieces = segments(story.text, dateline.end() if dateline else span.start, span.end, uncut=uncut)
        deeds += reader.sentence(index, span.start, pieces)
    return cast, tuple(with_entries(story.text, deeds, cast.is_named))


_WITH_PRONOUN = regex(r"\s+(?:he|she|they|it|I|we|leaving|setting|taking|starting|departing)$")


def _trailing(words: str) -> int:
    """Length of a pronoun or gerund that ends a time expression: "seven weeks after she"."""
    found = _WITH_PRONOUN.search(words)
    return 0 if found is None else len(found.group())


class _Reader:
    """Gives the clauses of sentence after sentence their actors."""

    def __init__(self, story: "Story", cast: Cast, times: "Sequence[int]") -> None:
        self.text = story.text
        self.cast = cast
        self.times = sorted(times)
        self.paragraph_starts = [span.start for span in story.paragraphs]
        self.quoted = quotations(self.text, self.paragraph_starts)
        self.quote_starts = [start for start, _ in self.quoted]
        self.stand_ins = StandIns(story.text)
        self.speaker: Actor = UNCLEAR
        self.paragraph = -1

    def _dated(self, low: int, high: int) -> bool:
        """Whether a stretch holds a time expression."""
        at = bisect_left(self.times, low)
        return at < len(self.times) and self.times[at] < high

    def _inside(self, at: int) -> bool:
        return within(at, self.quoted, self.quote_starts)

    def sentence(  # noqa: C901 - whom a clause tells of besides who acts
        self, index: int, start: int, pieces: "Sequence[Segment]"
    ) -> "list[Deed]":
        """The deeds of one sentence."""
        paragraph = max(0, bisect_right(self.paragraph_starts, start) - 1)
        if paragraph != self.paragraph:
            self.cast.new_paragraph()
            self.paragraph = paragraph
        actors = self._attributed(index, pieces)
        previous, main, outside, relative, hearsay = UNCLEAR, UNCLEAR, UNCLEAR, "", False
        found: list[Deed] = []
        for number, (low, high, opener, told) in enumerate(pieces):
            verbs = _shared_voice(self.text, (low, opener), told, pieces[number - 1][3] if number else ())
            inside = self._inside(low)
            if (
                not inside
                and number
                and self._inside(pieces[number - 1][0])
                and _AFTER_QUOTE.match(self.text, low, high)
            ):
                previous = outside  # 'showed her card at X, "where a boy saluted", and was dancing in Y by noon'
            inner = number > 0 and _who_aside(self.text, pieces[number - 1])
            back = self._goes_back(low, opener, verbs)
            if relative and (relative != "that" or opener != ",") and not inner and back:
                previous = main  # "..., for whom an exception had been agreed, and lay in a hospital"
            shown = _shown_on(self.text, (low, opener), verbs, found)
            shown = shown or self.stand_ins.acting(low, verbs, index, found) or teller(self.text, low, opener, previous)
            shown = shown or bearer(self.text, low, verbs, found)
            previous = hearer(self.text, low, found) or previous
            actor = actors.get(low) or shown or self._actor((low, high, opener, verbs), index, previous, inside=inside)
            goes_on = relative in _HELD and opener in {"and", "or"} and not back and actor == previous
            # "where a guard waved and took her card, and was in X by noon": the aside has two deeds
            relative = opener if opener in _SIDE_OPENERS and self.text.startswith(opener, low) else relative * goes_on
            main = main if relative else actor
            speaks = bool(verbs) and verbs[0].motions[0] is Motion.SPEECH
            aside = len(verbs) == 1 and speaks and opener in _ASIDE_OPENERS
            told_by = aside and number > 0 and self.cast.focus is not None  # "..., a kiosk owner says"
            # "custom has it that a man walks by day and sleeps at night"
            hearsay = (opener == "that" or (hearsay and opener in {"and", "or"})) and self.cast.is_newcomer(actor)
            if (
                low not in actors
                and not told_by
                and not hearsay
                and (opener in _MAIN_OPENERS or actor.part is Part.VEHICLE)
            ):
                self.cast.note_focus(actor, index, speaks=speaks or _witnesses(verbs))
            elif relative == "who" and not main.member and not inside and self.cast.is_named(actor):
                # "It concerns the coaster and her master, Captain Jan Moll, who left X"
                self.cast.note_focus(actor, index, speaks=speaks)
            if not (aside and number) and not (actor.part is Part.THING and _goes_on_beside(self.text, low, verbs)):
                previous = actor
                outside = outside if inside else actor
            after = verbs[0].start if verbs and not PICTURE_OF.match(self.text, low) else low
            self._learn(actor, verbs, high, index)
            self.cast.read_others(low, high, index, actor, [(verb.start, verb.end) for verb in verbs])
            objects, doubt = self.cast.objects(after, high, index, actor, self.speaker if inside else NOBODY)
            self._introduce(verbs, objects if actor == NOBODY and not inside else frozenset(), index)
            if verbs and actor.part in {Part.PERSON, Part.THING}:
                objects |= self.cast.carried_by(verbs[0].end, index, actor)
            if verbs and Motion.SEEN in verbs[0].motions and not (verbs[0].passive or verbs[0].doubtful):
                objects |= self.cast.witnessed(verbs[0].end, index)
            if opener in _RELATIVE and relative and main.part is Part.VEHICLE and actor.part is Part.PERSON:
                self.cast.set_aside(actor, low)  # "the lorries, which a club had loaded, ..."
            if (done := done_by(self.text, self.cast, (low, after, verbs), objects, actor, index)) is not None:
                actor = previous = done
            found.append(Deed(low, high, index, paragraph, opener, verbs, actor, objects, inside, doubt))
            self.stand_ins.note(found[-1])
        return with_later_opening(with_opening(self.text, found, self.cast.named_between, self._dated))

    def _introduce(self, verbs: "Sequence[Verb]", objects: "frozenset[int]", index: int) -> None:
        """Turn to whom a book or a case is about: "The newsletter follows a customer, Ann Lee, from X to Y"."""
        if verbs and verbs[0].form in journey_words("introduces"):
            self.cast.introduce(objects, index)

    def _learn(self, actor: Actor, verbs: "Sequence[Verb]", high: int, index: int) -> None:
        """Take note of what a clause says of its actor, or that the story turns to what that one tells."""
        if actor.part is Part.PERSON and verbs and TELLS_OTHERWISE.match(self.text, verbs[0].start, high):
            self.cast.turn_to(actor.member, index)
        if verbs and verbs[0].form in _IS and not verbs[0].doubtful:
            self.cast.describe(actor, verbs[0].end, high)

    def _goes_back(self, low: int, opener: str, verbs: "tuple[Verb, ...]") -> bool:
        """Whether a clause after an aside goes on with the main one: "while the city slept, unloaded in X, and ..."."""
        if opener in {"and", "but", "then", "so"}:
            return self.text[max(0, low - 4) : low].rstrip().endswith(",")
        if opener != "," or not verbs or verbs[0].form.endswith("ing"):
            return False
        plain = not (verbs[0].current or verbs[0].perfect or verbs[0].passive)
        # "A pastor whose parish ends at the ditch | says that he ...": no comma parts what was cut at the verb
        return verbs[0].motions[0] is not Motion.SPEECH or not plain or self.text[low] != ","

    def _attributed(self, index: int, pieces: "Sequence[Segment]") -> dict[int, Actor]:
        """Actors of the clauses that say who speaks the quoted words; they are settled before the words are."""
        actors: dict[int, Actor] = {}
        if not any(
            self._inside(low) or '"' in self.text[low:high] or "\u201c" in self.text[low:high]
            for low, high, _, _ in pieces
        ):
            return actors
        for low, high, opener, verbs in pieces:
            if self._inside(low + 1) or not verbs or verbs[0].motions[0] is not Motion.SPEECH:
                continue
            actor = self._actor((low, high, opener, verbs), index, UNCLEAR, inside=False)
            self.cast.note_focus(actor, index, speaks=True)
            actors[low] = actor
            self.speaker = actor
            break
        return actors

    def _actor(self, piece: "Segment", index: int, previous: Actor, *, inside: bool) -> Actor:  # noqa: C901, PLR0911, PLR0912 - where the actor can stand
        low, high, opener, verbs = piece
        low = subject_start(self.text, low, verbs[0].start) if verbs else low
        if _SO_DOES.match(self.text, low, high):
            return NOBODY
        if not verbs:
            told = self.cast.subject(low, high, index, previous)
            if opener == "" and told is not None and told.part is Part.PERSON:
                return told  # "Otto Berg, a printer, whose shop is in Jena, was ..."
            return previous if _is_told(previous) else self.cast.left_out(index)
        first = verbs[0]
        written = opener in _RELATIVE and self.text.startswith(opener, low)
        helped = opener == "which" and _HELPERS.fullmatch(self.text, low + len(opener), first.start) is not None
        timed = opener == "who" and without_subject(self.text, self.cast, low + len(opener), first.start)
        # "who on Saturday saw a match in X": between "who" and its verb no subject stands
        if written and (helped or timed or self.cast.is_blank(low + len(opener), first.start)):
            return relative_actor(self.text, self.cast, low, opener, previous)
        if opener == "whose":
            return whose_actor(self.text, self.cast, low, first.start)
        if opener == "," and first.form in journey_words("done_to_paper"):
            owner = self.cast.name_on_paper(max(0, low - PAPER_CHARACTERS), low, index)
            if owner is not None:
                return owner
        if _is_told(previous) and _SAID_WORDS.fullmatch(self.text, low, first.start):
            return previous  # "announced "technical problems", turned north"
        if inside and re.search(r"\b(?:I|[Ww]e)\b", self.text[low : first.start]):
            return self.speaker if self.speaker.part is not Part.UNCLEAR else self.cast.left_out(index)
        if (bears_stamp(self.text, first) or first.form in journey_words("done_to_paper")) and re.fullmatch(
            r"\W*[Ii]t\s+(?:\w+\s+){0,2}", self.text[low : first.start]
        ):
            owner = self.cast.paper(index)
            if owner is not None:
                return owner
        if _is_told(previous) and _QUOTED_NOUN.match(self.text, low, first.start):
            return previous  # "checked in with "sixty others" and landed in X"
        if _THERE.match(self.text, low, first.end) and not first.passive:
            told = self.cast.behind(first.end, high, index, previous)
            if told is not None:
                return told  # "There arrived in X on Monday a man named Karl Meyer"
        actor = self.cast.subject(low, first.start, index, previous)
        if actor is not None and actor.part is Part.TRACE and is_parted(self.text, low, first):
            return NOBODY  # "his boots were made in X", "his luggage went to Y"
        if actor is not None:
            return told_aside(self.text, self.cast, low, first.start, index) or actor if actor == NOBODY else actor
        beside = _BESIDE.match(self.text, low, first.start) if first.form.endswith("ing") else None
        if beside is not None:
            return self.cast.subject(beside.start(1), first.start, index, previous) or NOBODY  # "with guns firing at X"
        says = first.motions[0] is Motion.SPEECH and first.form not in _TAKES_HEARER
        opens = opener == "" and not inside  # "Out of it stepped Anna Keller"
        nobody = not previous.member and previous.part is Part.UNCLEAR
        # "Having buried her father in X" has its actor in the next clause
        if says or ((opens or nobody) and not opens_with_participle(self.text, low, verbs)):
            behind = self.cast.after_verb(first.end, high, index, previous)
            if behind is not None:
                return behind
        if _is_told(previous):
            return previous
        if inside:
            return self.speaker
        return self.cast.left_out(index)


_THERE = regex(
    r"\W*(?:(?:and|but|then)\s+|[^,;.]{1,50},\s+)?[Tt]here\s+(?:had\s+|soon\s+|then\s+|also\s+|once\s+|\w+ly\s+)*"
    r"(?:(?:a(?:rriv|light|ppear)|board|embark|disembark|land|step|stepp|emerg|enter|descend|dismount|stumbl|walk|sail|cross|limp|depart|pass|turn|travell|"
    r"stroll|march|escap|live|gather)(?:ed|es|s)|came|comes|went|goes|rode|drove|flew|got|gets|sat|stood|slept|lay|ran|crept|left|set|swam)\b"
)


def _witnesses(verbs: "Sequence[Verb]") -> bool:
    """Whether somebody only saw or remembers what others did."""
    return bool(verbs) and verbs[0].form in journey_words("witnessing") and not verbs[0].passive


def _goes_on_beside(text: str, low: int, verbs: "Sequence[Verb]") -> bool:
    """Whether a clause tells what goes on beside: "with rain falling"; the next goes on with who acted before."""
    return bool(verbs) and verbs[0].form.endswith("ing") and _BESIDE.match(text, low, verbs[0].start) is not None


def _is_told(actor: Actor) -> bool:
    """Whether a clause has told who acts, if only by a word that leaves it open: "one of them left X and ..."."""
    return actor.part is not Part.UNCLEAR or actor.doubt is not None


def _who_aside(text: str, piece: "Segment") -> bool:
    """Whether a clause only tells who its subject is, so that the next goes on with it: "where Ann, who had waited"."""
    low, _, _, verbs = piece
    return bool(verbs) and re.search(r"\w,\s+who\b", text[low : verbs[0].start]) is not None


def _shown_on(text: str, opening: tuple[int, str], verbs: tuple[Verb, ...], before: "Sequence[Deed]") -> Actor | None:
    """Who was shown at one deed and at the next: "the film has her leaving X and entering Y"."""
    low, opener = opening
    if not verbs or not before or opener not in {"and", ",", "then"} or not verbs[0].form.split()[0].endswith("ing"):
        return None
    last = before[-1]
    shown = any(Motion.SEEN in verb.motions for verb in last.verbs[:-1])
    seen = shown and last.verbs[-1].form.split()[0].endswith("ing")
    plain = (
        re.fullmatch(r"\W*(?:and|then)?(?:\s+(?:later|then|soon|\w+ly))*\s*", text[low : verbs[0].start]) is not None
    )
    return Actor(Part.PERSON, min(last.objects)) if seen and plain and len(last.objects) == 1 else None
