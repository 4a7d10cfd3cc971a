"""Who bears a noun that the story has told of before: "the lieutenant", "the 34-year-old"; and who else could."""

import re

from wayproof.story.persons.kin import are_two
from wayproof.story.persons.members import UNCLEAR, Member
from wayproof.story.persons.owners_ahead import OwnersAhead
from wayproof.story.persons.phrases import Phrase, PhraseKind
from wayproof.story.persons.pronouns import NEAR
from wayproof.story.persons.roster import ANAPHORA
from wayproof.story.text.masked_text import PEOPLE, PLACE
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.person_nouns import noun_gender
from wayproof.story.vocabulary.regexes import regex

TOGETHER = frozenset({"couple", "pair", "two", "duo", "family", "group", "party", "trio", "crew", "team"})
"""Nouns for a person together with those who came along."""
_WAS_ONCE = regex(r"\b(?:former|retired|veteran|one-time|sometime|ex-\w+|[A-Za-z]+-born)\b")
_KEPT_THERE = regex(rf"\s+(?:in|at)\s+(?:the\s+)?{PLACE}")
_OF_SOME = regex(r"\s+of\s+(?:an?|another|one)\s")
"""What follows a noun for somebody new: "the sommelier of a rival house"."""

_PARENTS = frozenset(
    {"father", "mother", "parent", "grandfather", "grandmother", "veteran", "survivor", "winner", "author"}
)
_OF_CHILDREN = regex(
    r"\s+of\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\b(?!\s+(?:of|the)\b)|-of-[a-z]+\b"
)
BOARDED_CHARACTERS = 200
"""Characters before "the captain" in which somebody boards what that captain commands."""
_AS_PASSENGER = regex(
    r"\b(?:board(?:ed|s|ing)|embark(?:ed|s|ing)\s+(?:on|in)|caught|took|takes|joined|got\s+on|went\s+aboard|aboard|climbed\s+(?:into|aboard|on)|"
    r"(?:a\s+)?(?:passage|berth|place|seat|cabin|lift)\s+(?:on|in|aboard)|hitched\s+a\s+(?:ride|lift)\s+(?:on|in|with))\s+(?:an?|the|another)\s+"
    r"(?:[\w-]+\s+){0,4}?(?:ferr(?:y|ies)|ship|boat|steamer|liner|freighter|trawler|vessel|barge|launch|tanker|coaster|schooner|cutter|dhow|junk|"
    r"plane|aircraft|flight|jet|helicopter|airliner|bus|coach|train|express|tram|lorry|truck|minibus)\b(?!\s+of\s+(?:his|her|their)\s+own)",
    re.IGNORECASE,
)


class Bearers(OwnersAhead):
    """Finds who is called by a noun."""

    def _others_called(self, noun: str, member: Member, sentence: int) -> tuple[int, ...]:
        """Numbers of others whom "the lieutenant" or "the man" can mean as well."""
        if not noun or (not member.name and sentence - member.sentence <= NEAR):
            return ()  # "A driver stopped. The driver ..." is that one
        gender = noun_gender(noun)
        called = [one for one in self._latest() if noun in one.nouns and one.many == member.many]
        if noun not in member.nouns and noun in journey_words("generic") and gender:
            called = [one for one in self._latest() if self._fits(one, gender, sentence)]
        return self._close(member, called, gender or member.gender, sentence, UNCLEAR)

    def _commands(self, noun: str, phrase: Phrase, sentence: int) -> bool:
        """Whether "the captain" or "the driver" has the command of what somebody has just boarded as a passenger."""
        about = self.members[self.focus] if self.focus is not None else None
        if about is None or noun not in journey_words("in_command") or noun in about.nouns or sentence - about.last > 1:
            return False
        return _AS_PASSENGER.search(self.text, max(0, phrase.start - BOARDED_CHARACTERS), phrase.start) is not None

    def _parent_of(self, noun: str, phrase: Phrase, sentence: int) -> Member | None:
        """Who was just named, told of by a number of children: "the father of two", "the mother of three"."""
        about = self.members[self.focus] if self.focus is not None else None
        if about is None or noun not in _PARENTS or _OF_CHILDREN.match(self.text, phrase.end) is None:
            return None
        gender = noun_gender(noun)
        fits = not (gender and about.gender and gender != about.gender)
        return about if fits and not about.many and sentence - about.last <= ANAPHORA else None

    def _epithet(self, phrase: Phrase, gender: str, sentence: int) -> Member | None:
        """Who was just named, told of anew with an age or a people: "Ann Lee ... The Brazilian economist, 28, ..."."""
        about = self.members[self.focus] if self.focus is not None else None
        if about is None or about.number != self._only_one_named() or phrase.many or sentence - about.last > 1:
            return None
        words = self.text[phrase.start : phrase.end]
        told = PEOPLE in self.mask[phrase.start : phrase.end] or _WAS_ONCE.search(words) is not None
        fits = not (gender and about.gender and gender != about.gender)
        known = set(about.nouns) - journey_words("generic")
        return about if told and phrase.aged and not about.aged and fits and not known else None

    def _called(  # noqa: C901, PLR0911, PLR0912 - the ways in which a noun finds its bearer
        self, noun: str, phrase: Phrase, sentence: int, barred: int | None
    ) -> Member | None:
        """Who "the collector" is: somebody called so, or who was just told of."""
        gender = noun_gender(noun)
        for member in self._latest():
            if member.vehicle or member.number == barred:
                continue
            if noun and noun in member.nouns and (member.many == phrase.many or not phrase.many):
                return member
        if noun and noun in self._indefinite:
            return self.members[self._indefinite[noun]]
        epithet = self._parent_of(noun, phrase, sentence) or self._epithet(phrase, gender, sentence)
        if epithet is not None:
            return epithet
        others = journey_words("counterparts") | journey_words("offices")
        if noun in others and noun not in journey_words("generic"):
            return None if phrase.many else self._only_introduced(sentence)
        if not phrase.many and self._commands(noun, phrase, sentence):
            return None  # "boarded a ferry in X. The captain, ..."
        held = noun in journey_words("offices")  # "In Washington the president sent his congratulations"
        if held or (noun in journey_words("offenders") and self._harmed(sentence)):
            return None  # "Undertaker Karl Meyer has his hearse again. ... The thief"
        if _OF_SOME.match(self.mask, phrase.end) or self._is_kept_there(phrase):
            return None
        about = self.company if phrase.many else self.focus
        if about is None and noun in journey_words("generic") and not phrase.many:
            new = [one for one in self._latest() if not (one.vehicle or one.many or one.aside or one.narrates)]
            about = next((one.number for one in new if one.name), new[0].number if new else None)
        if about is None and not phrase.many:
            about = self._only_one_named()
        if phrase.many and about is None and noun in TOGETHER:
            about = self.focus if self.focus is not None else self._only_one_named()
        alone = self._only_one_named()
        if not noun and phrase.aged and about is not None and alone is not None and not self.members[about].name:
            # "A guide found Ann Lee. The 34-year-old"
            about = alone if sentence - self.members[alone].last <= 1 else about
        if about == barred and alone is not None and sentence - self.members[alone].last <= 1:
            about = alone  # "Ann Lee left. A farmer gave the girl a lift"
        if about is None or about == barred:
            return None
        member = self.members[about]
        if are_two(noun, member.nouns):
            return None  # "Nurse Anna Keller rode beside the stretcher. ... The patient"
        near = sentence - member.last < ANAPHORA
        fits = not (gender and member.gender and gender != member.gender) and (
            member.many == phrase.many or noun in TOGETHER
        )
        if noun in journey_words("generic") and not member.name and member.told <= 1:
            # "a volunteer lifted Achraf, 16, ... The teenager": rather whom the story names
            named = next(
                (one for one in self._latest() if one.name and sentence - one.last <= 1 and not one.many), None
            )
            member = member if named is None or (member.sentence == 0 and named.told == 0 and not named.aged) else named
        return member if near and fits and not (member.aside and noun not in journey_words("generic")) else None

    def _is_kept_there(self, phrase: Phrase) -> bool:
        """Whether a noun is told by its town: "The port captain in X stamped the boat out" is whoever is that there."""
        known = phrase.kind is PhraseKind.DEFINITE and not phrase.many
        generic = not phrase.nouns or phrase.nouns[0] in journey_words("generic")
        return known and not generic and _KEPT_THERE.match(self.mask, phrase.end) is not None
