"""The cast of a story: its persons, companies and vehicles, and which of them a name, a noun or a pronoun means.

Nothing here knows whose journey is looked for. Every clause gets its actor; who the story is about is settled
afterwards, by whom it sends to places (:mod:`wayproof.story.journey.travellers`).
"""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from wayproof.story.persons.members import UNCLEAR, Actor, Doubt, Member, Part
from wayproof.story.persons.noun_phrases import phrases_in, subject_phrase
from wayproof.story.persons.open_words import (
    alternative,
    has_company,
    part_of_company,
    taken_for,
    they_all,
    whole_company,
    without_either,
)
from wayproof.story.persons.owned_things import OwnedThings
from wayproof.story.persons.phrases import Phrase, PhraseKind
from wayproof.story.persons.roster import RECENT
from wayproof.story.text.masked_text import PERSON, PLACE, tokens
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.own_marks import handles_own, in_book, is_mark
from wayproof.story.vocabulary.person_nouns import is_trace, person_noun, vehicle_noun
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence


_DISGUISE = regex(r"\b(?:disguised|dressed|posing|posed|masquerading|travelling|traveling)\s+as\s+$")
_IT_OBJECT = regex(r"\s+it\b(?!\s+(?:was|is|were|had|has|to\s+be|that|when|would|could)\b)")
_OWN_EVENT = regex(r"\s+(?:\w+ly\s+)?(?P<owner>his|her)\s+(?P<event>[\w-]+(?:\s+[\w-]+)?)\b", re.IGNORECASE)
_AMONG_THEM = regex(r"\s+(?:was|were)?\s*(?:among|amongst|of)\s+(?:them|the\s+(?:passengers|party|group|crew))\b")
_HOLDS_OFFICE = regex(r"\s+(?:\w+ly\s+|also\s+|still\s+|now\s+)?(?P<noun>[\w-]+)\s+(?:of|at|in|for)\b")
_WANTED = regex(
    r"\b(?:needs?|needed|needing|wants?|wanted|requires?|required|lacks?|lacked|seeks?|sought|seeking|looking\s+for|looked\s+for|asks?\s+for|"
    r"asked\s+for|call(?:ed|s)?\s+for|advertis(?:ed|es|ing)\s+for|hop(?:ed|es|ing)\s+for|wait(?:ed|ing)\s+for|without|than|"
    r"look(?:ed|s|ing)\s+(?:\w+\s+)?like|sound(?:ed|s)\s+like|resembl(?:ed|es|ing)|in\s+need\s+of|in\s+search\s+of|in\s+want\s+of|fit\s+for|"
    r"every\s+inch|never\s+met|instead\s+of|rather\s+than|trained\s+as|apprenticed\s+to)\s+$",
    re.IGNORECASE,
)
"""Words after which somebody is told of who need not be there."""
_OBJECT = regex(
    r"\b(?P<him>him)\b|\b(?P<them>them)\b|\b(?P<me>me|us)\b|"
    r"\b(?P<her>her)\b(?=\s+(?:\w{3,}ing|board|leave|enter|sign|get|walk|drive|arrive|cross|buy|pay|check|to|in|at|on|"
    r"near|from|into|through|back|across|over|and|out|off|down|away|there|again|outside|aboard|as|ashore|home|onto|"
    r"past|up|behind|inside|by|before|after|until|when|while|whether|if|what|why|how|for|about|an?|the|his|some|two|three|four|another|no|"
    r"sleep|use|see|wait|stay|have|wash|eat|telephone|ring|go|pass|through|keep|rest|try|know|look|warm|dry|cross)\b|\s*[,.;:!?]|\s*$|\s+[\ue000\ue002])",
    re.IGNORECASE,
)
_OWN_THING = regex(r"\b(?P<owner>his|her)\s+(?P<thing>[\w-]+(?:\s+[\w-]+){0,2})", re.IGNORECASE)
_THE_CRAFT = regex(
    r"[\w'\u2019-]+\s+(?P<the>the)\s+(?:(?!of\b)[a-z-]+\s+){0,2}?(?P<craft>[a-z-]+)\s+(?:in|out|at|on|near|off|through)\b"
)
_DISPOSES = regex(
    r"(?:sold|sells|bought|pawned|mortgaged|wrecked|crashed|beached|moored|parked|lost|scrapped|insured|repaired|rebuilt|painted|entered|raced|lent|"
    r"hired\s+out|gave\s+up|ran|fitted\s+out|launched|provisioned|named|christened)\b"
)
"""What somebody does with a vehicle that is their own: "a rival sold his boat in X"."""
_FOUND_ON = regex(
    r"\b(?:found|discovered|recovered|kept|picked\s+out)\s+(?:later\s+|\w+ly\s+)?(?:in|on|under|behind|inside|among|beneath)\s+(?:[\w-]+\s+){0,5}?"
    rf"(?P<owner>his|her|the\s+(?P<noun>\w+)(?=['\u2019]s)|{PERSON}+(?=['\u2019]s))(?:['\u2019]s)?\s+",
    re.IGNORECASE,
)
"""Where a paper was found that is somebody's: "a receipt, found in her coat, was made out in X"."""
_ON_PAPER = regex(
    rf"\b(?:in|bearing|with|under|carrying)\s+(?P<owner>his|her|the\s+(?P<noun>\w+)(?=['\u2019]s)|{PERSON}+)(?:['\u2019]s)?\s+"
    r"(?:own\s+|full\s+|maiden\s+)?(?:name|signature|writing|handwriting|hand|initials)\b",
    re.IGNORECASE,
)
_PAPER = regex(
    r"\b(?:an?|the|his|her)\s+(?:[\w-]+\s+){0,2}(?:tickets?|receipts?|stubs?|passport|pass|card|telephone|phone|permit|waybill|"
    r"voucher|stamp|invoice)\b",
    re.IGNORECASE,
)
_ADVERBS = regex(
    r"\s*(?:(?:only|still|now|just|also|not|no|merely|simply|really|then|\w+ly)\s+)*(?:[A-Z]\w+\.?\s+){0,2}"
)
_STATE_BEFORE = regex(r",\s+(?:(?:still|now|already|by\s+(?:now|then)|quite|all|both|very|half|\w+ly)\s+)*\Z")
"""What stands before a state between commas: "the next morning, still | tired, arrived in X"."""
STATE_CHARACTERS = 40
"""Characters before a state within which its comma stands."""
_HELD_NAME = regex(r"['\u2019]s$")
HANDLED_CHARACTERS = 30
"""Characters behind a verb in which stands what it is done to."""
_OF_KIN = regex(
    r"\b(?:brother|sister|twin|wife|husband|son|daughter|mother|father|cousin|nephew|niece|uncle|aunt|widow|widower|double|lookalike|namesake|"
    r"likeness|statue|bust|portrait|ghost|secretary|valet|chauffeur)\s+of\s+(?:the\s+)?(?:[\w-]+\s+)?\Z",
    re.IGNORECASE,
)
"""Who is told of by whose kin they are, and not done to: "it shows the brother of Rosa Klein"."""
OF_KIN_CHARACTERS = 40
TAKEN_FOR_CHARACTERS = 60
"""Characters after "a man" within which it stands whom he is believed to be."""


class Cast(OwnedThings):
    """Reads clause after clause and says who acts."""

    def subject(  # noqa: PLR0911 - one case a kind of subject
        self, low: int, high: int, sentence: int, previous: Actor
    ) -> Actor | None:
        """The actor that the words of ``text[low:high]``, up to the verb, name; None where they name none."""
        low = without_either(self.mask, low, high)
        phrase = subject_phrase(self.mask, low, high)
        if (company := self._of_company(phrase, low, high)) is not None:
            return company
        if phrase.kind is PhraseKind.NONE:
            return None
        if (unsure := self._unsure(phrase, high, sentence, previous)) is not None:
            return unsure
        if previous.part is Part.PERSON and self._hangs(phrase, high):
            return None
        found = _PAPER.search(self.mask, phrase.start, high)
        if found and self.focus is not None:
            self._paper = self.focus, sentence
        if (of := self._event_of(phrase, high, sentence)) is not None:
            return of
        if (owned := self._thing_of(phrase, high, sentence)) is not None:
            return owned
        if not phrase.nouns and not phrase.names and _ON_PAPER.search(self.mask, phrase.end, high):
            owner = self.name_on_paper(phrase.end, high, sentence)
            if owner is not None:
                return owner
        self._as_subject = True
        actor = self.mean(phrase, sentence, previous, subject=True)
        self._as_subject = False
        return self._join(phrase, actor)

    def _of_company(self, phrase: Phrase, low: int, high: int) -> Actor | None:
        """The actor where the subject is all who travel together, or one among them that the words leave open."""
        if self.focus is not None and whole_company(self.mask, low, high, together=self._is_joined()):
            return Actor(Part.PERSON, self.focus)
        kin = self.company is not None and self.focus is not None and self.members[self.company].owner == self.focus
        if kin and they_all(self.mask, low, high):
            return Actor(Part.PERSON, self.focus)  # "His family was waiting. ... They had all landed in X by six"
        told_of = (self.company, self.focus)
        open_to = None if phrase.names else part_of_company(self.mask, low, high, told_of, self._partner_name())
        return None if open_to is None else Actor(Part.UNCLEAR, doubt=open_to)

    def _is_joined(self) -> bool:
        """Whether the company is no group of others: "Anna Keller and her son", not "three witnesses"."""
        return self.company is not None and (self.company == self.focus or not self.members[self.company].many)

    def _unsure(self, phrase: Phrase, high: int, sentence: int, previous: Actor) -> Actor | None:
        """The actor where its words leave open who it is: "Meyer or Brandt", "a man believed to be Meyer"."""
        at = alternative(self.mask, phrase.end, high)
        other = subject_phrase(self.mask, at, high) if at is not None else None
        if other is not None and (other.names or other.nouns) and (phrase.names or phrase.nouns):
            found = [self.mean(one, sentence, previous, subject=False).member for one in (phrase, other)]
            members = tuple(number for number in found if number is not None)
            return Actor(Part.UNCLEAR, doubt=Doubt(self._words(phrase.start, other.end), members))
        reach = min(high + TAKEN_FOR_CHARACTERS, len(self.mask))
        taken = taken_for(self.mask, phrase.end, reach) if phrase.kind is PhraseKind.INDEFINITE else None
        if taken is None:
            return None
        who, at = taken
        if who.startswith(PERSON):
            named = Phrase(PhraseKind.NAME, at, at + len(who), names=(at,))
            number = self._named(named, sentence, subject=False).member
        else:
            person = self._person("m" if who.casefold() == "him" else "f", sentence, UNCLEAR)
            number = None if person is None else person.number
        word = self._words(phrase.start, at + len(who))
        return None if number is None else Actor(Part.UNCLEAR, doubt=Doubt(word, (number,)))

    def _partner_name(self) -> str | None:
        """Who was joined to the company's first by "and"."""
        return self.partner[2] if self.partner is not None and self.partner[0] == self.company else None

    def _hangs(self, phrase: Phrase, high: int) -> bool:
        """Whether a comma parts a thing from the verb, so that it ends what stood before: "and the motorway, dined"."""
        thing = not (phrase.nouns or phrase.names or phrase.aged or phrase.proper or vehicle_noun(phrase.head))
        # "and on Wednesday 3 May, a public holiday, drove home"
        noun = phrase.kind in {PhraseKind.DEFINITE, PhraseKind.INDEFINITE, PhraseKind.PLACE}
        state = (
            phrase.kind is PhraseKind.BARE
            and _STATE_BEFORE.search(self.mask, max(0, phrase.start - STATE_CHARACTERS), phrase.start) is not None
        )
        known = state or (noun and not is_trace(phrase.head))
        return thing and known and re.fullmatch(r"\s*,\s*", self.mask[phrase.end : high]) is not None

    def after_verb(self, low: int, high: int, sentence: int, previous: Actor) -> Actor | None:
        """The actor that stands behind its verb: "said Anna Keller", "beside it slept a nurse"."""
        if self.mask[low - 1 : low + 1] == PERSON * 2:
            return None  # "Tell Father": the verb is read within a name
        found = phrases_in(self.mask, low, high)
        gap = self.mask[low : found[0].start] if found else ""
        if not found or re.search(r"[\w,;:\ue000]", gap) or _AMONG_THEM.match(self.mask, found[0].end):
            return None
        return self.mean(found[0], sentence, previous, subject=True)

    def behind(self, low: int, high: int, sentence: int, previous: Actor) -> Actor | None:
        """The actor whom a clause opened by "there" tells behind its verb and its place: "there arrived in X a nun"."""
        for phrase in phrases_in(self.mask, low, high):
            words = tokens(self.mask, low, phrase.start)
            if not (words and words[-1].folded in journey_words("prepositions")):
                return self.mean(phrase, sentence, previous, subject=True)
        return None

    def describe(self, actor: Actor, low: int, high: int) -> None:
        """Learn what "is" says of an actor: "Anna Keller is a baker" tells of no second person."""
        if actor.part is not Part.PERSON or actor.member is None:
            return
        bare = _HOLDS_OFFICE.match(self.mask, low, high)
        noun = person_noun(bare["noun"]) if bare is not None else None
        if noun is not None and noun[0] not in self.members[actor.member].nouns:
            self.members[actor.member].nouns.append(noun[0])  # "is chairman of a bank"
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
        gender = self.gender_of(name)
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
            if _DISGUISE.search(self.mask, low, phrase.start) or self._is_wanted(low, phrase):
                continue  # "disguised as a soldier", "in need of a surgeon" tell of nobody
            if phrase.many and _AMONG_THEM.match(self.mask, phrase.end):
                continue  # "there were nine children among them"
            at = bisect_left(self._spans, (phrase.start, phrase.start, -1))
            if all(not (start <= phrase.start < end) for start, end, _ in self._spans[max(0, at - 3) :]):
                self.mean(phrase, sentence, actor, subject=False)

    def _is_wanted(self, low: int, phrase: Phrase) -> bool:
        """Whether somebody is only wanted, or what somebody is like: "needed a surgeon", "looked like a monk"."""
        anybody = phrase.kind is PhraseKind.INDEFINITE and not (phrase.names or phrase.aged)
        return anybody and _WANTED.search(self.mask, low, phrase.start) is not None

    def objects(  # noqa: C901 - one case a word
        self, low: int, high: int, sentence: int, actor: Actor, speaker: Actor
    ) -> tuple[frozenset[int], Doubt | None]:
        """Numbers of the members whom the verb of a clause is done to, or who are named after it; what is open."""
        doubt: Doubt | None = None
        found: set[int] = {
            number
            for start, _, number in self._spans[-RECENT:]
            if low <= start < high and not _OF_KIN.search(self.mask, max(low, start - OF_KIN_CHARACTERS), start)
        }
        found |= {rider for number in found if (rider := self._rider_of(number)) is not None}
        found |= self._owners_of(low, high, sentence)
        disposes = actor.part is Part.PERSON and _DISPOSES.match(self.mask, low) is not None
        for match in () if disposes else _OWN_THING.finditer(self.mask, low, high):
            things = match["thing"].split()
            signed = any(map(is_mark, things)) and in_book(self.mask, match.start(), match.end())
            watched = bool(journey_words("comings") & set(things))  # "filmed his arrival"
            near = match.start() - low < HANDLED_CHARACTERS and handles_own(self.text, low)
            if signed or watched or near or any(is_trace(word) or vehicle_noun(word) for word in things):
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
                along = self.focus is not None and has_company(self.text, match.start())
                whom = self.company if self.company is not None else self.focus if along else None
                found |= {whom} if whom is not None else set()  # "took the train with his family. A bus carried them"
                continue
            gender = "m" if word == "him" else "f"
            other = UNCLEAR if actor.part is Part.PERSON else actor
            member = self._person(gender, sentence, other)
            if word == "her" and (member is None or not (member.gender or member.name)):
                aboard = self._aboard_ship(sentence)  # "had stamped her in": a boat, where no woman is told of
                found |= aboard
                if aboard:
                    continue
            if member is not None and member.number == actor.member and actor.part is Part.PERSON:
                fitting = [one for one in self._latest() if self._fits(one, gender, sentence) and one is not member]
                main = [one for one in fitting if not one.aside]
                member = next(iter(main or fitting), None)
            if member is not None:
                doubt = self._open(word, gender, member, sentence, UNCLEAR, apart=actor.member)
                self._chain[gender] = member.number, sentence
                found.add(member.number)
        return frozenset(found - ({actor.member} if actor.part is Part.PERSON else set())), doubt

    def _owners_of(self, low: int, high: int, sentence: int) -> set[int]:
        """Who is told to have the vehicle that a stretch tells of right behind its verb: "stamped the boat out"."""
        match = _THE_CRAFT.match(self.mask, low, high)
        if match is None or not vehicle_noun(match["craft"]):
            return set()
        told = Phrase(PhraseKind.DEFINITE, match.start("the"), match.end(), match["craft"])
        number = self._vehicle(told, sentence).vehicle
        rider = None if number is None else self._rider_of(number)
        return set() if rider is None else {rider}

    def _rider_of(self, number: int) -> int | None:
        """Who is told to have a vehicle: what is done to "the boat" is done to whose boat it is."""
        member = self.members[number]
        return member.owner if member.vehicle else None

    def _aboard_ship(self, sentence: int) -> frozenset[int]:
        """Who has the vessel that "her" means, as a number alone; none where no vessel was told of just now."""
        for one in self._latest():
            if one.vehicle and sentence - one.last <= 1 and not journey_words("vessels").isdisjoint(one.nouns):
                rider = one.owner if one.owner is not None else self._rider()
                return frozenset() if rider is None else frozenset({rider})
        return frozenset()

    def witnessed(self, at: int, sentence: int) -> frozenset[int]:
        """Numbers of those whose arrival or concert stands right behind a verb of seeing: "filmed his arrival"."""
        found = _OWN_EVENT.match(self.mask, at)
        if found is None or not set(found["event"].casefold().split()) & (
            journey_words("journeys") | journey_words("engagements")
        ):
            return frozenset()
        owner = self._person("m" if found["owner"].casefold() == "his" else "f", sentence, UNCLEAR)
        return frozenset() if owner is None else frozenset({owner.number})

    def carried_by(self, at: int, sentence: int, actor: Actor) -> frozenset[int]:
        """Numbers of those who ride what "it" means right behind a verb: "a camera photographed it at X"."""
        rider = self._rider()
        riding = self.ride is not None and sentence - self._ride_sentence <= 1
        if rider is None or not riding or rider == actor.member or _IT_OBJECT.match(self.text, at) is None:
            return frozenset()
        return frozenset({rider})

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
        for match in (*_ON_PAPER.finditer(self.mask, low, high), *_FOUND_ON.finditer(self.mask, low, high)):
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
