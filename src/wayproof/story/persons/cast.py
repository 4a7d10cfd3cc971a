"""The cast of a story: its persons, companies and vehicles, and which of them a name, a noun or a pronoun means.

Nothing here knows whose journey is looked for. Every clause gets its actor; who the story is about is settled
afterwards, by whom it sends to places (:mod:`wayproof.story.journey.travellers`).
"""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from wayproof.story.persons.kin import called_back
from wayproof.story.persons.members import NOBODY, UNCLEAR, Actor, Member, Part
from wayproof.story.persons.noun_phrases import Phrase, PhraseKind, phrases_in, subject_phrase
from wayproof.story.persons.person_names import given_gender
from wayproof.story.persons.roster import ANAPHORA, RECENT, Roster
from wayproof.story.text.masked_text import PERSON, PLACE
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.person_nouns import is_trace, person_noun, vehicle_noun, vehicle_singular

if TYPE_CHECKING:
    from collections.abc import Sequence


_NO_OWNERS = frozenset({"its", "our"})
"""Owners that make nobody a mere relative: "its pilot", "our goalkeeper"."""
_DISGUISE = re.compile(r"\b(?:disguised|dressed|posing|posed|masquerading|travelling|traveling)\s+as\s+$")
_ANY_VEHICLE = frozenset({"aircraft", "convoy", "vessel", "ship", "plane"})
"""Nouns that stand for vehicles told of by another noun."""
_TOGETHER = frozenset({"couple", "pair", "two", "duo", "family", "group", "party", "trio", "crew", "team"})
"""Nouns for a person together with those who came along."""
_TITLES = {"mr": "m", "sir": "m", "herr": "m", "monsieur": "m", "mrs": "f", "ms": "f", "miss": "f", "madame": "f",
           "frau": "f", "lady": "f", "señora": "f", "signora": "f", "señor": "m", "lord": "m", "dame": "f"}  # fmt: skip
_OF_NAME = re.compile(rf"\s+of\s+(?P<name>{PERSON}+)")
_OBJECT = re.compile(
    r"\b(?P<him>him)\b|\b(?P<them>them)\b|\b(?P<me>me|us)\b|"
    r"\b(?P<her>her)\b(?=\s+(?:\w{3,}ing|board|leave|enter|sign|get|walk|drive|arrive|cross|buy|pay|check|to|in|at|on|"
    r"near|from|into|through|back|across|over|and|out|off|down|away|there|again|outside|aboard|as|ashore|home|onto|"
    r"past|up|behind|inside|by|before|after|until|when|while|whether|if|what|why|how|for|about)\b|\s*[,.;:!?]|\s*$|\s+[\ue000\ue002])",
    re.IGNORECASE,
)
_OWN_THING = re.compile(r"\b(?P<owner>his|her)\s+(?P<thing>[\w-]+(?:\s+[\w-]+){0,2})", re.IGNORECASE)
_ON_PAPER = re.compile(
    rf"\b(?:in|bearing|with|under|carrying)\s+(?P<owner>his|her|the\s+(?P<noun>\w+)(?=['\u2019]s)|{PERSON}+)(?:['\u2019]s)?\s+"
    r"(?:own\s+|full\s+|maiden\s+)?(?:name|signature)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:an?|the|his|her)\s+(?:[\w-]+\s+){0,2}(?:tickets?|receipts?|stubs?|passport|pass|card|telephone|phone|permit|waybill|"
    r"voucher|stamp|invoice)\b",
    re.IGNORECASE,
)
_SAME_NAME = re.compile(
    r"\s+(?:of|by|with)\s+(?:that|the\s+same|his|her)\s+(?:name|description)\b|\s+(?:matching|answering(?:\s+to)?|fitting)\s+"
    r"(?:his|her|the|that)\s+(?:description|name)\b|\s+(?:using|carrying|bearing|wearing|travelling\s+(?:on|under))\s+"
    r"(?:his|her|that)\s+(?:name|number|passport|ticket|card|documents|papers|credentials)\b"
)
_ADVERBS = re.compile(r"\s*(?:(?:only|still|now|just|also|not|no|merely|simply|really|then|\w+ly)\s+)*")
_HELD_NAME = re.compile(r"['\u2019]s$")


class Cast(Roster):
    """Reads clause after clause and says who acts."""

    def mean(  # noqa: C901, PLR0911 - one case a kind of phrase
        self, phrase: Phrase, sentence: int, previous: Actor, *, subject: bool
    ) -> Actor:
        """Whom a noun phrase means.

        Parameters
        ----------
        phrase
            The noun phrase.
        sentence
            Index of its sentence.
        previous
            Who acted in the clause before.
        subject
            Whether it is the subject of its clause.
        """
        # the object of a clause is not its subject
        barred = previous.member if not subject and previous.part is Part.PERSON else None
        if phrase.kind is PhraseKind.NONE:
            return UNCLEAR
        if phrase.kind is PhraseKind.PRONOUN:
            return self._pronoun(phrase.head, sentence, previous, phrase.start)
        if self.focus is not None and _SAME_NAME.match(self.text, phrase.end):
            return Actor(Part.PERSON, self.focus)  # "a passenger of that name"
        if phrase.names:
            return self._named(phrase, sentence, subject=subject)
        if phrase.kind is PhraseKind.OWNED:
            return self._owned(phrase, sentence, previous)
        if phrase.kind is PhraseKind.PLACE:
            return Actor(Part.PLACE) if not phrase.head or not phrase.nouns else self._noun(phrase, sentence, barred)
        if vehicle_noun(phrase.head) or phrase.proper:
            return self._vehicle(phrase, sentence)
        if phrase.head in journey_words("journeys") and phrase.kind is PhraseKind.DEFINITE:
            return Actor(Part.VEHICLE, self._rider())
        if is_trace(phrase.head) and phrase.kind is PhraseKind.DEFINITE and self.focus is not None:
            return Actor(Part.TRACE, self.focus)
        if phrase.nouns or phrase.aged:
            return self._noun(phrase, sentence, barred)
        if phrase.kind is PhraseKind.DEFINITE and phrase.many and phrase.head in {"two", "three", "four", "five"}:
            return self._company(sentence)
        return NOBODY

    def _named(self, phrase: Phrase, sentence: int, *, subject: bool) -> Actor:
        name = _HELD_NAME.sub("", self.names[phrase.names[0]])
        member = self._by_names(name)
        title = re.search(r"(\w+)\.?\s+$", self.text[max(0, phrase.names[0] - 12) : phrase.names[0]])
        gender = (_TITLES.get(title.group(1).casefold(), "") if title else "") or given_gender(name)
        if member is None:
            member = self._unnamed_for(phrase, sentence, gender, subject=subject)
            if member is None and subject:
                member = self._named_later(sentence, gender)
            if member is None:
                member = self._new(phrase.start, sentence)
                member.aside = self._is_aside(phrase, sentence)
                if phrase.kind is PhraseKind.OWNED:
                    member.owner = self._owner_of(phrase, sentence, UNCLEAR)
            words = name.split()
            if len(words) > 1 or not member.name:
                member.name, member.surname = name, words[-1] if len(words) > 1 or name[:1].isupper() else ""
                member.given = tuple(word.casefold() for word in words[:-1])
        elif len(name.split()) > len((member.name or "").split()):
            member.name = name
        for key in (name, member.surname, *(member.given[:1])):
            if key:
                self._by_name.setdefault(key.casefold(), member.number)
        member.gender = member.gender or gender
        member.nouns += [noun for noun in phrase.nouns if noun not in member.nouns]
        member.aged = member.aged or phrase.aged
        member.many = member.many or (phrase.many and len(phrase.names) == 1 and phrase.kind is PhraseKind.DEFINITE)
        self._by_gendered_noun(member)
        self._seen(member, sentence, phrase.start, phrase.end)
        return Actor(Part.PERSON, member.number)

    def _owner_of(  # noqa: PLR0911 - one case an owner
        self, phrase: Phrase, sentence: int, previous: Actor
    ) -> int | None:
        owner = phrase.owner
        if owner.isdigit():
            member = self._by_names(_HELD_NAME.sub("", self.names.get(int(owner), "")))
            if member is None and int(owner) in self.names:
                named = Phrase(PhraseKind.NAME, int(owner), int(owner) + 1, names=(int(owner),))
                return self._named(named, sentence, subject=False).member
            return None if member is None else member.number
        if owner in {"his", "her"}:
            found = self._person("m" if owner == "his" else "f", sentence, previous)
            return None if found is None else found.number
        if owner in {"my", "our"}:
            return self._narrator
        if owner == "their":
            return self.company if self.company is not None else self.focus
        noun = person_noun(owner)
        if noun is None:
            return None
        return next((member.number for member in self._latest() if noun[0] in member.nouns), None)

    def _owned(  # noqa: PLR0911 - one case a kind of thing owned
        self, phrase: Phrase, sentence: int, previous: Actor
    ) -> Actor:
        owner = self._owner_of(phrase, sentence, previous)
        if vehicle_noun(phrase.head):
            found = self._vehicle(phrase, sentence)
            return Actor(Part.VEHICLE, owner if owner is not None else found.member, found.vehicle)
        if phrase.head in journey_words("journeys") | journey_words("engagements"):
            return Actor(Part.VEHICLE, owner) if owner is not None else NOBODY
        if is_trace(phrase.head):
            return Actor(Part.TRACE, owner) if owner is not None else NOBODY
        if not phrase.nouns:
            return NOBODY
        kin = called_back(self.members, owner, phrase.head)
        if kin is not None:
            self._seen(kin, sentence, phrase.start, phrase.end)
            return Actor(Part.PERSON, kin.number)
        for member in self._latest():
            if member.owner == owner and owner is not None and phrase.head in member.nouns:
                self._seen(member, sentence, phrase.start, phrase.end)
                return Actor(Part.PERSON, member.number)
        member = self._new(phrase.start, sentence, nouns=list(phrase.nouns), many=phrase.many, owner=owner, aside=True)
        self._by_gendered_noun(member)
        self._seen(member, sentence, phrase.start, phrase.end)
        return Actor(Part.PERSON, member.number)

    def _vehicle(self, phrase: Phrase, sentence: int) -> Actor:
        head = vehicle_singular(phrase.head)
        known = phrase.kind is not PhraseKind.INDEFINITE
        vehicles = [member for member in self._latest() if member.vehicle] if known else []
        found = next((member for member in vehicles if head in member.nouns), None)
        if found is None and vehicles and head in _ANY_VEHICLE and phrase.kind is PhraseKind.DEFINITE:
            found = vehicles[0]  # "Four transport planes ... The aircraft had left X"
        rider = self._rider() if known or not self.members else None
        if found is None:
            found = self._new(phrase.start, sentence, nouns=[head], vehicle=True)
            found.name = self.text[phrase.start : phrase.end] if phrase.proper else None
        if phrase.proper:
            rider = None if not self.members[:-1] else rider
        self._seen(found, sentence, phrase.start, phrase.end)
        return Actor(Part.VEHICLE, rider, found.number)

    def _noun(self, phrase: Phrase, sentence: int, barred: int | None) -> Actor:
        noun = phrase.nouns[0] if phrase.nouns else ""
        member = None
        if (
            phrase.kind is PhraseKind.DEFINITE or (phrase.kind is PhraseKind.BARE and not phrase.many)
        ) and not phrase.other:
            member = self._called(noun, phrase, sentence, barred)
        if member is None and barred is None and not phrase.many:
            member = self._named_later(sentence, "")
        if member is None:
            aside = self._is_aside(phrase, sentence)
            member = self._new(phrase.start, sentence, nouns=list(phrase.nouns), many=phrase.many, aside=aside)
            if phrase.kind is PhraseKind.INDEFINITE:
                self._indefinite[noun] = member.number
        else:
            member.nouns += [one for one in phrase.nouns if one not in member.nouns]
        self._by_gendered_noun(member)
        self._seen(member, sentence, phrase.start, phrase.end)
        return Actor(Part.PERSON, member.number)

    def _called(  # noqa: C901 - the ways in which a noun finds its bearer
        self, noun: str, phrase: Phrase, sentence: int, barred: int | None
    ) -> Member | None:
        """Who "the collector" is: somebody called so, or who was just told of."""
        gender = "f" if noun in journey_words("female") else "m" if noun in journey_words("male") else ""
        for member in self._latest():
            if member.vehicle or member.number == barred:
                continue
            if noun and noun in member.nouns and (member.many == phrase.many or not phrase.many):
                return member
        if noun and noun in self._indefinite:
            return self.members[self._indefinite[noun]]
        if noun in journey_words("counterparts") and noun not in journey_words("generic"):
            return None
        about = self.company if phrase.many else self.focus
        if about is None and noun in journey_words("generic") and not phrase.many:
            new = [one for one in self._latest() if not (one.vehicle or one.many or one.aside or one.narrates)]
            about = next((one.number for one in new if one.name), new[0].number if new else None)
        if about is None and not phrase.many:
            about = self._only_one_named()
        if phrase.many and about is None and noun in _TOGETHER:
            about = self.focus
        if about is None or about == barred:
            return None
        member = self.members[about]
        near = sentence - member.last < ANAPHORA
        fits = not (gender and member.gender and gender != member.gender) and (
            member.many == phrase.many or noun in _TOGETHER
        )
        if noun in journey_words("generic") and not member.name and member.told <= 1:
            # "a volunteer lifted Achraf, 16, ... The teenager": rather whom the story names
            named = next(
                (one for one in self._latest() if one.name and sentence - one.last <= 1 and not one.many), None
            )
            member = member if named is None or (member.sentence == 0 and named.told == 0 and not named.aged) else named
        return member if near and fits and not (member.aside and noun not in journey_words("generic")) else None

    def _join(self, phrase: Phrase, actor: Actor) -> Actor:
        """Take note that "they" are whom a phrase joins to somebody."""
        if phrase.joint and actor.part is Part.PERSON:
            self.company = actor.member
        return actor

    def subject(self, low: int, high: int, sentence: int, previous: Actor) -> Actor | None:
        """The actor that the words of ``text[low:high]``, up to the verb, name; None where they name none."""
        phrase = subject_phrase(self.mask, low, high)
        if phrase.kind is PhraseKind.NONE:
            return None
        if previous.part is Part.PERSON and self._hangs(phrase, high):
            return None
        found = _PAPER.search(self.mask, phrase.start, high)
        if found and self.focus is not None:
            self._paper = self.focus, sentence
        if phrase.head in journey_words("journeys") | journey_words("engagements") and not phrase.names:
            named = _OF_NAME.match(self.mask, phrase.end, high)
            if named:  # "the arrest of Anna Keller in X"
                start, end = named.span("name")
                whose = self._named(Phrase(PhraseKind.NAME, start, end, names=(start,)), sentence, subject=False)
                return Actor(Part.VEHICLE, whose.member)
        if not phrase.nouns and not phrase.names and _ON_PAPER.search(self.mask, phrase.end, high):
            owner = self.name_on_paper(phrase.end, high, sentence)
            if owner is not None:
                return owner
        self._as_subject = True
        actor = self.mean(phrase, sentence, previous, subject=True)
        self._as_subject = False
        return self._join(phrase, actor)

    def _hangs(self, phrase: Phrase, high: int) -> bool:
        """Whether a comma parts a thing from the verb, so that it ends what stood before: "and the motorway, dined"."""
        thing = not (phrase.nouns or phrase.names or phrase.aged or phrase.proper or vehicle_noun(phrase.head))
        known = phrase.kind in {PhraseKind.DEFINITE, PhraseKind.PLACE} and not is_trace(phrase.head)
        return thing and known and re.fullmatch(r"\s*,\s*", self.mask[phrase.end : high]) is not None

    def after_verb(self, low: int, high: int, sentence: int, previous: Actor) -> Actor | None:
        """The actor that stands behind its verb: "said Anna Keller", "beside it slept a nurse"."""
        if self.mask[low - 1 : low + 1] == PERSON * 2:
            return None  # "Tell Father": the verb is read within a name
        found = phrases_in(self.mask, low, high)
        gap = self.mask[low : found[0].start] if found else ""
        if not found or re.search(r"[\w,;:\ue000]", gap):
            return None
        return self.mean(found[0], sentence, previous, subject=True)

    def describe(self, actor: Actor, low: int, high: int) -> None:
        """Learn what "is" says of an actor: "Anna Keller is a baker" tells of no second person."""
        if actor.part is not Part.PERSON or actor.member is None:
            return
        found = phrases_in(self.mask, low, high)
        plain = found and _ADVERBS.fullmatch(self.mask, low, found[0].start)
        if not plain or found[0].kind is PhraseKind.OWNED:
            return
        member = self.members[actor.member]
        if found[0].names:
            self._gets_name(member, found[0])
            return
        member.nouns += [noun for noun in found[0].nouns if noun not in member.nouns]
        self._by_gendered_noun(member)
        self._spans.append((found[0].start, found[0].end, member.number))

    def _gets_name(self, member: Member, phrase: Phrase) -> None:
        """Give the name that "is" tells to who has none: "Its pilot raised the canopy. He is Viktor Belenko, 29"."""
        name = _HELD_NAME.sub("", self.names[phrase.names[0]])
        gender = given_gender(name)
        if member.name or member.many or member.vehicle or self._by_names(name) is not None:
            return
        if gender and member.gender and gender != member.gender:
            return
        words = name.split()
        member.name, member.surname = name, words[-1]
        member.given = tuple(word.casefold() for word in words[:-1])
        member.aside = member.aside and member.owner is not None
        for key in (name, member.surname, *member.given[:1]):
            self._by_name.setdefault(key.casefold(), member.number)
        member.gender = member.gender or gender
        self._spans.append((phrase.start, phrase.end, member.number))

    def read_others(self, low: int, high: int, sentence: int, actor: Actor, verbs: "Sequence[tuple[int, int]]") -> None:
        """Get to know whom a stretch tells of apart from its subject."""
        if self.focus is not None and _PAPER.search(self.mask, low, high):
            self._paper = self.focus, sentence
        self.board(low, high, sentence, actor)
        for phrase in phrases_in(self.mask, low, high, verbs):
            if _DISGUISE.search(self.mask, low, phrase.start):
                continue  # "disguised as a soldier" tells of no soldier
            at = bisect_left(self._spans, (phrase.start, phrase.start, -1))
            if all(not (start <= phrase.start < end) for start, end, _ in self._spans[max(0, at - 3) :]):
                self.mean(phrase, sentence, actor, subject=False)

    def objects(self, low: int, high: int, sentence: int, actor: Actor, speaker: Actor) -> frozenset[int]:
        """Numbers of the members whom the verb of a clause is done to, or who are named after it."""
        found: set[int] = {number for start, _, number in self._spans[-RECENT:] if low <= start < high}
        for match in _OWN_THING.finditer(self.mask, low, high):
            if any(is_trace(word) or vehicle_noun(word) for word in match["thing"].split()):
                # "a camera photographed his grey saloon": where that is, he is
                owner = self._person("m" if match["owner"].casefold() == "his" else "f", sentence, UNCLEAR)
                found |= {owner.number} if owner is not None else set()
        for match in _OBJECT.finditer(self.mask, low, high):
            word = match.group().casefold()
            if word in {"me", "us"}:
                one = speaker.member if speaker.part is Part.PERSON else self._narrator
                if one is None and self.first_person:
                    one = self.narrator(match.start(), sentence).number  # "a lorry takes me to X" before any "I"
                found |= {one} if one is not None else set()
                continue
            if word == "them":
                found |= {self.company} if self.company is not None else set()
                continue
            gender = "m" if word == "him" else "f"
            other = UNCLEAR if actor.part is Part.PERSON else actor
            member = self._person(gender, sentence, other)
            if member is not None and member.number == actor.member and actor.part is Part.PERSON:
                fitting = [one for one in self._latest() if self._fits(one, gender, sentence) and one is not member]
                main = [one for one in fitting if not one.aside]
                member = next(iter(main or fitting), None)
            if member is not None:
                self._chain[gender] = member.number, sentence
                found.add(member.number)
        return frozenset(found - ({actor.member} if actor.part is Part.PERSON else set()))

    def before(self, at: int, reach: int) -> Actor:
        """Whom "who" after an offset means: who stands right before it."""
        for start, end, number in reversed(self._spans[-RECENT:]):
            if start < at and at - end <= reach:
                member = self.members[number]
                return Actor(Part.VEHICLE, self._rider(), number) if member.vehicle else Actor(Part.PERSON, number)
        return UNCLEAR

    def paper(self, sentence: int) -> Actor | None:
        """Whose ticket, receipt or passport was told of last: "it was punched at X"."""
        owner, told = self._paper if self._paper is not None else (None, 0)
        return Actor(Part.TRACE, owner) if owner is not None and sentence - told <= 1 else None

    def name_on_paper(self, low: int, high: int, sentence: int) -> Actor | None:
        """The owner of the name on a paper told of: "a receipt in her name, issued in X"."""
        for match in _ON_PAPER.finditer(self.mask, low, high):
            owner = match["owner"].casefold()
            word = match["noun"]
            if word is not None:
                noun = person_noun(word)
                told = Phrase(
                    PhraseKind.DEFINITE, match.start("owner"), match.end("owner"), word, (noun[0],) if noun else ()
                )
                number = None if noun is None else self._noun(told, sentence, None).member
            elif owner.startswith(PERSON):
                named = Phrase(PhraseKind.NAME, match.start("owner"), match.end("owner"), names=(match.start("owner"),))
                number = self._named(named, sentence, subject=False).member
            else:
                found = self._person("m" if owner == "his" else "f", sentence, UNCLEAR)
                number = None if found is None else found.number
            if number is not None:
                return Actor(Part.TRACE, number)
        return None

    def is_blank(self, low: int, high: int) -> bool:
        """Whether a stretch names nobody and nothing."""
        return re.search(r"\w", self.mask[low:high].replace(PLACE, "").replace(PERSON, "x")) is None
