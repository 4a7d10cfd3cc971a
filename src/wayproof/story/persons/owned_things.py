"""Whose a thing or an event is that acts in a clause: "the passport of Anna Keller", "the arrest of a baker"."""

from wayproof.story.persons.meanings import Meanings
from wayproof.story.persons.members import NOBODY, UNCLEAR, Actor, Part
from wayproof.story.persons.noun_phrases import phrases_in
from wayproof.story.persons.phrases import Phrase, PhraseKind
from wayproof.story.text.masked_text import PERSON
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.own_marks import NOT_ALONG, in_book, is_handled, is_mark
from wayproof.story.vocabulary.person_nouns import is_trace
from wayproof.story.vocabulary.regexes import regex

_OF_ANOTHER = regex(r"\s+of\s+(?:an?|another|one|some|two|three|several)\s")
_OF_NAME = regex(rf"\s+of\s+(?P<name>{PERSON}+)")
_SENT_AWAY = frozenset({"medicines", "load", "equipment", "paperwork"})
"""Things that are looked at elsewhere as often."""
_TESTED = regex(r",?\s+(?:was|were|had\s+been)\s+(?:\w+ly\s+|later\s+)?(?:tested|examined|analy[sz]ed)\b")
"""What is done to blood elsewhere: "the blood of Anna Keller was tested in a laboratory in X"."""
_HELPER = regex(r",?\s+(?:was|were|had|has|have|is|are)\b")
_OF_THING = regex(r"\s+of\s")
_POSSESSIVE = regex(r"['\u2019]s?\s")


class OwnedThings(Meanings):
    """Finds who has what a noun phrase tells of with "of" and its owner."""

    def _event_of(self, phrase: Phrase, high: int, sentence: int) -> Actor | None:
        """What acts where an event is told of with whose it is: "the arrest of Anna Keller in X"."""
        if phrase.names or phrase.head not in journey_words("journeys") | journey_words("engagements"):
            return None
        inner = phrases_in(self.mask, phrase.end, high)[:1]
        if inner and inner[0].nouns and not inner[0].names and self._is_of(phrase.end, inner[0].start):
            return Actor(Part.VEHICLE, self.mean(inner[0], sentence, UNCLEAR, subject=False).member)
        if _OF_ANOTHER.match(self.mask, phrase.end, high):
            return NOBODY  # "the arrival of a letter"
        named = _OF_NAME.match(self.mask, phrase.end, high)
        if named and _POSSESSIVE.match(self.mask, named.end()) is None:
            start, end = named.span("name")
            whose = self._named(Phrase(PhraseKind.NAME, start, end, names=(start,)), sentence, subject=False)
            return Actor(Part.VEHICLE, whose.member)
        of_thing = _OF_THING.match(self.mask, phrase.end, high) is not None
        return NOBODY if of_thing and phrase.head in journey_words("done_by_others") else None

    def _thing_of(self, phrase: Phrase, high: int, sentence: int) -> Actor | None:
        """What acts where a thing is told of with whose it is: "the passport of Anna Keller"."""
        if phrase.names or phrase.nouns or phrase.kind is not PhraseKind.DEFINITE:
            return None
        inner = phrases_in(self.mask, phrase.end, high)[:1]
        if (
            not inner
            or not (inner[0].names or inner[0].nouns)
            or inner[0].owner
            or not self._is_of(phrase.end, inner[0].start)
        ):
            return None
        helper = _HELPER.search(self.mask, inner[0].start, inner[0].end)
        end = inner[0].end if helper is None else helper.start()
        handled = phrase.head not in NOT_ALONG | _SENT_AWAY and is_handled(self.mask, phrase.head, end)
        if phrase.head == "blood" and _TESTED.match(self.mask, end):
            return None
        marked = is_mark(phrase.head) and in_book(self.mask, phrase.start, inner[0].end)
        if not (handled or marked or is_trace(phrase.head)):
            return None
        whose = self.mean(inner[0], sentence, UNCLEAR, subject=True)
        return Actor(Part.TRACE, whose.member) if whose.part is Part.PERSON else None

    def _is_of(self, low: int, high: int) -> bool:
        """Whether only "of" stands between a noun and the next: "the arrival of a rival"."""
        return self.text[low:high].split() == ["of"]
