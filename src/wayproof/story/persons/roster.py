"""Who is known in a story so far: its members with their names, and whom a bare name means."""

import re
from collections import deque
from typing import TYPE_CHECKING

from wayproof.story.persons.kin import is_kin
from wayproof.story.persons.losses import has_lost
from wayproof.story.persons.members import UNCLEAR, Actor, Doubt, Member, Part
from wayproof.story.persons.person_names import given_gender
from wayproof.story.persons.phrases import Phrase, PhraseKind
from wayproof.story.text.masked_text import TIME
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.person_nouns import make_noun, noun_gender, vehicle_noun, vehicle_singular
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

RECENT = 40
"""How many members, the last seen, a pronoun or a noun can mean."""
MEMORY = 6
"""Sentences after which a pronoun no longer means who was seen last, unless the story is about them."""
ANAPHORA = 4
"""Sentences within which "the collector" can be who was just told of."""
NAME_CHARACTERS = 120
"""Characters within which "called X" names who was just told of."""
LEAD = 2
"""Sentences at the head of a story that introduce whom it is about."""
NAMED_WITHIN = 6
"""Sentences after its first within which a member can get its name without more ado."""
FADING = 0.6
"""What a sentence leaves of the salience of those whom it does not tell of."""
SUBJECT, BY_NAME, OTHERWISE = 1.0, 0.7, 0.4
"""Salience of being the subject of a clause, of being named elsewhere in it, and of being told of there by a noun."""
_SHOWN = regex(r"\b(?:shows?|showed|places?|placed|puts?|saw|has|have|had|met|caught|filmed|recorded)\s+$")
_RIDES = regex(
    r"\b(?:(?:in|aboard|on|boarded|boards|boarding|took|takes|taking|caught|flew|flying|drove|driving|steered|steering|piloting|piloted|"
    r"sailed|sailing|rode|riding|joined|hired|rented|into|onto|mounted|shared|changed\s+to|switched\s+to|transferred\s+to)\s+"
    r"(?:an?|the|his|her|their|its|another)\s+|by\s+(?:an?\s+|the\s+)?)"
    rf"(?=(?P<words>(?:[a-z{TIME}][\w{TIME}-]*\s+){{0,3}}[a-z][\w-]*))",
    re.IGNORECASE,
)
"""Words after which stands what somebody goes in."""
_OFFICIALS = frozenset(
    {"national", "guard", "soldier", "officer", "policeman", "official", "sentry", "border guard", "villager"}
)
"""Whom a party meets, in numbers, and who do not go on with it."""
_SERVES = regex(r"(?:on|aboard|boarded|boards|boarding|took|takes|taking|caught|joined|by)\b", re.IGNORECASE)
_SERVICES = frozenset(
    {"flight", "service", "shuttle", "express", "sleeper", "connection", "sailing", "crossing", "mail", "run"}
)
"""What somebody boards that is told of by its run and not as a vehicle."""
_OWN_RIDE = regex(r"\b(?:his|her|their)\s", re.IGNORECASE)
_DRIVERS = frozenset(
    {"driver", "chauffeur", "cabbie", "cabman", "taxi-driver", "taxi-man", "boatman", "ferryman", "carter", "coachman"}
)
_HIRED = regex(
    r"\b(?:(?:in|into|by|aboard|hired|took|hailed|engaged|chartered|found)\s+(?:an?|the)\s+(?:(?:hired|rented|chartered|waiting|passing|shared|"
    r"private|local|battered|old|small|second|night)\s+){0,3}(?:taxi|cab|minicab|rickshaw|droshky|fiacre|carriage|cart|launch|water-taxi)|"
    r"(?:in|into|by|hired|took)\s+(?:an?|the)\s+(?:hired|rented|chartered|private|shared)\s+(?:[\w-]+))\b",
    re.IGNORECASE,
)
"""Words after which "the driver" is who carries the traveller: "set off in a hired car. The driver kept to ..."."""
HIRED_CHARACTERS = 160
"""Characters back that a hired vehicle may stand."""
_OF_SHIPS = frozenset(
    {"master", "captain", "skipper", "commander", "pilot", "helmsman", "navigator", "coxswain", "mate"}
)
"""Who commands a ship, which is spoken of as "she"."""
_NO_OWNERS = frozenset({"its", "our"})
"""Owners that make nobody a mere relative: "its pilot", "our goalkeeper"."""


def _differ(one: str, other: str) -> bool:
    """Whether two genders, where both are known, are not the same."""
    return bool(one and other and one != other)


def _is_another(phrase: Phrase, described: set[str], member: Member) -> bool:
    """Whether a trade parts a name from somebody unnamed: a man found may be "the cook", no accused "the judge"."""
    kept = described.isdisjoint(journey_words("offices")) and journey_words("suspects").isdisjoint(member.nouns)
    return phrase.kind is not PhraseKind.DEFINITE or not kept


class Roster:
    """Keeps who has been told of, and finds whom a name or a pronoun means.

    Parameters
    ----------
    text, mask
        The text, and the text with names, places and times blotted out.
    names
        Spans and names of the people named.
    headline
        Whether the first sentence is a headline.
    """

    def __init__(
        self, text: str, mask: str, names: "Sequence[tuple[int, int, str]]", *, headline: bool = False
    ) -> None:
        self.text = text
        self.mask = mask
        self.names = {start: name for start, _, name in names}
        self.members: list[Member] = []
        self._recent: deque[int] = deque(maxlen=RECENT)
        self._by_name: dict[str, int] = {}
        self._spans: list[tuple[int, int, int]] = []  # where members are told of: start, end, number
        self.headline = headline
        self.first_person = re.search(r"\bI\b", re.sub(r"[\"\u201c][^\"\u201d]*[\"\u201d]", "", text)) is not None
        told = {
            "f": re.search(r"\b(?:she|her|hers)\b", text, re.IGNORECASE),
            "m": re.search(r"\b(?:he|him|his)\b", text, re.IGNORECASE),
        }
        self.genders = frozenset(gender for gender, found in told.items() if found) or frozenset("fm")
        self._named_genders: frozenset[str] | None = None  # of all names, once asked for
        self.focus: int | None = None
        self.company: int | None = None
        self.ride: int | None = None
        self._ride_sentence = -MEMORY
        self._narrator: int | None = None
        self._indefinite: dict[str, int] = {}
        self._ahead: int | None = None
        self._paper: tuple[int, int] | None = None  # whose paper was told of last, and in which sentence
        self._as_subject = False
        self._chain: dict[str, tuple[int, int]] = {}  # whom "he" and "she" meant last, and in which sentence
        self._doubts: dict[str, Doubt] = {}  # what was open about that
        self.partner: tuple[int, int, str] | None = None  # whom "and" joined to whom, and in which sentence

    def _new(self, at: int, sentence: int, **traits: object) -> Member:
        member = Member(len(self.members), introduced=at, sentence=sentence, last=sentence, **traits)  # type: ignore[arg-type]
        self.members.append(member)
        self._recent.append(member.number)
        return member

    def _seen(self, member: Member, sentence: int, start: int, end: int) -> None:
        member.last = sentence
        member.salience = self._faded(member, sentence) + (
            SUBJECT if self._as_subject else BY_NAME if start in self.names else OTHERWISE
        )
        member.salient = sentence
        if not self._recent or self._recent[-1] != member.number:
            if member.number in self._recent:
                self._recent.remove(member.number)
            self._recent.append(member.number)
        self._spans.append((start, end, member.number))

    def gender_of(self, name: str) -> str:
        """Gender that the name of a story's first person tells, unless no pronoun is of it: "Gul Rahman ... he"."""
        gender = given_gender(name)
        if gender in self.genders:
            return gender
        if self._named_genders is None:
            self._named_genders = frozenset(given_gender(one) for one in set(self.names.values()))
        others = self._named_genders - {gender, ""}
        first = not any(one for one in self.members if not (one.aside or one.vehicle or one.many))
        return gender if others or not first else ""

    def narrator(self, at: int, sentence: int) -> Member:
        """Who says "I" outside quotations."""
        if self._narrator is None:
            self._narrator = self._new(at, sentence, narrates=True).number
        return self.members[self._narrator]

    def _latest(self) -> "Iterable[Member]":
        return (self.members[number] for number in reversed(self._recent))

    def _faded(self, member: Member, sentence: int) -> float:
        return member.salience * FADING ** max(0, sentence - member.salient)

    def _named_later(self, sentence: int, gender: str) -> Member | None:
        """Whom a pronoun meant before anybody was told of, if nobody has been found for it yet."""
        if self._ahead is None:
            return None
        member = self.members[self._ahead]
        fresh = not member.name and not member.nouns and sentence - member.sentence <= 1
        return member if fresh and not (gender and member.gender != gender) else None

    def _by_names(self, name: str) -> Member | None:
        folded = name.casefold()
        number = self._by_name.get(folded)
        words = folded.split()
        if number is None and len(words) > 1:
            number = self._by_name.get(words[-1])
            if number is not None:
                member = self.members[number]
                known = not member.given or words[0].rstrip(".") in {one.rstrip(".") for one in member.given}
                titled = words[0].rstrip(".") in journey_words("titles_of_travellers")
                number = (
                    number if known or titled or words[0][0] == member.given[0][0] == words[0].rstrip(".") else None
                )
        return None if number is None else self.members[number]

    def _unnamed_for(  # noqa: C901 - the ways in which a story names somebody, one by one
        self, phrase: Phrase, sentence: int, gender: str, *, subject: bool
    ) -> Member | None:
        """Who of those told of without a name now gets this one."""
        for noun in phrase.nouns:
            for member in self._latest():
                fresh = phrase.kind is PhraseKind.INDEFINITE
                open_ = not (member.name or member.vehicle or member.many or fresh)
                if open_ and noun in member.nouns and not _differ(member.gender, gender):
                    return member
        before = self.text[max(0, phrase.start - 24) : phrase.start]
        told = re.search(
            r"\b(?:named|called(?:\s+(?:him|her)self)?|calling\s+(?:him|her)self|name\s+as|known\s+as|identified\s+as|name\s+was|as)\s+$",
            before,
        )
        if told and self._spans:
            _, end, number = self._spans[-1]
            member = self.members[number]
            near = phrase.start - end < NAME_CHARACTERS
            if not member.name and near and not member.vehicle and not _differ(member.gender, gender):
                return member
        titles = journey_words("titles_of_travellers")
        described = {
            noun
            for noun in phrase.nouns
            if noun not in journey_words("generic") and noun.rpartition("-")[2] not in titles
        }
        apart = phrase.kind is PhraseKind.INDEFINITE or (
            phrase.kind is PhraseKind.OWNED and phrase.owner not in _NO_OWNERS
        )
        headed = self.members[0] if self.members and self.members[0].sentence == 0 and self.headline else None
        fits = headed is not None and not _differ(headed.gender, gender)
        if headed is not None and fits and not headed.name and not headed.many and sentence <= LEAD and not apart:
            return headed  # "Balloonist comes down. A balloon carrying the airman Walter Reiss ..."
        shown = _SHOWN.search(self.text, max(0, phrase.start - 16), phrase.start) is not None
        if not (subject or (shown and not phrase.nouns)) or apart or self._is_aside(phrase, sentence):
            return None
        for member in sorted(self.members[:RECENT], key=lambda one: journey_words("suspects").isdisjoint(one.nouns)):
            if member.told and not member.done and self.company is not None:
                continue  # "The farmer has asked ... Two families ... They ... Karl Meyer lit the burner"
            if not phrase.nouns and is_kin(member.nouns):
                continue  # "The wife had been told to wait. Otto Berg climbed in ...": whose wife she is
            lead = member.sentence < LEAD and sentence - member.sentence <= NAMED_WITHIN and not member.name
            if (
                lead
                and not _differ(member.gender, gender)
                and member.many == (phrase.joint or phrase.many)
                and not member.vehicle
                and not member.narrates
                and not member.aside
            ):
                if described and not (described & set(member.nouns)) and _is_another(phrase, described, member):
                    continue
                return member
        return None

    def _is_aside(self, phrase: Phrase, sentence: int) -> bool:
        known = set(phrase.nouns) - (journey_words("titles_of_travellers") if phrase.names else frozenset())
        counterpart = bool(known & journey_words("counterparts"))
        # "An officer of the army was stopped ..." opens a story about the officer: nobody is there to be asked about
        opens = phrase.kind is PhraseKind.INDEFINITE and not phrase.many and sentence < LEAD and not self._introduced()
        # "Police have a suspect. Otto Berg, a clerk accused of fraud, ...": the first whom the story names
        first = phrase.kind is PhraseKind.NAME and sentence <= LEAD and self._as_subject
        opens = opens or (first and not any(one.name for one in self.members if not one.vehicle))
        if phrase.names and phrase.owner == "her" and _OF_SHIPS & set(phrase.nouns):
            return False  # "the coaster and her master, Captain Jan Moll"
        return (phrase.kind is PhraseKind.OWNED and phrase.owner not in _NO_OWNERS) or (
            counterpart and (sentence > 0 or self._introduced(phrase.start)) and not opens
        )

    def _introduced(self, before: int | None = None) -> bool:
        """Whether the story has told, before an offset, of somebody who is no mere relative or spokesman."""
        told = [one for one in self.members if before is None or one.introduced < before]
        return any(not (member.aside or member.vehicle or member.narrates) for member in told)

    def _rider(self) -> int | None:
        return self.focus if self.focus is not None else self.company

    def _by_gendered_noun(self, member: Member) -> None:
        if not member.gender and not member.many:
            for noun in member.nouns:
                member.gender = noun_gender(noun.rsplit("-", maxsplit=1)[-1]) or member.gender

    def note_focus(self, actor: Actor, sentence: int, *, speaks: bool) -> None:
        """Who a clause was about takes the pronouns that follow, unless it only told what an outsider said."""
        if actor.part is Part.VEHICLE:
            if actor.vehicle is not None:
                self.ride, self._ride_sentence = actor.vehicle, sentence
            known = actor.vehicle is None or self.members[actor.vehicle].owner == actor.member
            if known and self.focus is None and actor.member is not None and not self.members[actor.member].many:
                self.focus = actor.member  # "Her last encore in X finished at eleven"
            return
        if actor.part is not Part.PERSON or actor.member is None:
            return
        member = self.members[actor.member]
        member.told += 1
        member.done += not speaks
        if member.narrates or (member.aside and speaks):
            return
        if member.many:
            self.company = self.company if self._only_met(member, sentence) else member.number
        elif not (member.aside and self.focus is not None and self._keeps_focus(self.members[self.focus], member)):
            self.focus = member.number

    def _only_met(self, member: Member, sentence: int) -> bool:
        """Whether people are only met by a party that "they" meant just before: "the Moroccans lifted the bar"."""
        number, last = self._chain.get("they", (None, -MEMORY))
        party = number is not None and number != member.number and sentence - last <= ANAPHORA
        return party and bool(set(member.nouns) & (_OFFICIALS | journey_words("counterparts"))) and not member.name

    def _only_one_named(self) -> int | None:
        """The only person with a name so far who is no mere relative or spokesman."""
        named = [one.number for one in self._latest() if one.name and not (one.vehicle or one.many or one.aside)]
        return named[0] if len(named) == 1 else None

    def _drives(self, phrase: Phrase, sentence: int) -> bool:
        """Whether "the driver" carries whom the story is about, who has just got into something hired."""
        about = self.members[self.focus] if self.focus is not None else None
        if phrase.head not in _DRIVERS or phrase.many or about is None or about.many or sentence - about.last > 1:
            return False
        known = any(phrase.head in one.nouns for one in self._latest())
        low = max(0, phrase.start - HIRED_CHARACTERS)
        return not known and _HIRED.search(self.text, low, phrase.start) is not None

    def _harmed(self, sentence: int) -> bool:
        """Whether whom the story is about has lost something, so that "the thief" is another."""
        about = self.members[self.focus] if self.focus is not None else None
        if (
            about is None
            or set(about.nouns) & (journey_words("offenders") | journey_words("suspects"))
            or sentence - about.last > MEMORY
        ):
            return False
        return has_lost(self.text, about.introduced, self._spans[-1][1])

    def _only_introduced(self, sentence: int) -> Member | None:
        """Who was named alone just before, with no deed and no trade: "Neither does Karl Meyer. The referee ..."."""
        number = self._only_one_named()
        member = self.members[number] if number is not None else None
        fresh = member is not None and not (member.told or member.nouns) and len(self.members) == 1
        return member if fresh and member is not None and sentence - member.sentence == 1 <= LEAD else None

    def is_newcomer(self, actor: Actor) -> bool:
        """Whether somebody without a name has only now come into a story about somebody with one."""
        about = self.members[self.focus] if self.focus is not None else None
        member = self.members[actor.member] if actor.part is Part.PERSON and actor.member is not None else None
        return about is not None and member is not None and bool(about.name) and not (member.name or member.told)

    def introduce(self, members: "Iterable[int]", sentence: int) -> None:
        """Let the one person with a name whom a book, a case or a film is about take the pronouns that follow."""
        named = [one for one in members if self.is_named(Actor(Part.PERSON, one))]
        if len(named) == 1 and (self.focus is None or not self.members[self.focus].name):
            self.note_focus(Actor(Part.PERSON, named[0]), sentence, speaks=True)

    def is_named(self, actor: Actor) -> bool:
        """Whether it is one person who has a name and is no mere relative or spokesman."""
        member = self.members[actor.member] if actor.part is Part.PERSON and actor.member is not None else None
        return member is not None and bool(member.name) and not (member.aside or member.many or member.vehicle)

    def board(self, low: int, high: int, sentence: int, actor: Actor) -> None:
        """Take note of what somebody goes in: "left in a chartered Learjet" lets "it" be the Learjet."""
        if actor.part is not Part.PERSON or actor.member is None or self.members[actor.member].aside:
            return
        for match in _RIDES.finditer(self.mask, low, high):
            words = match["words"].split()
            noun = next((make_noun(word) or word for word in words if vehicle_noun(word) or make_noun(word)), None)
            if noun is None and _SERVES.match(match.group()):
                noun = next((word for word in words if word in _SERVICES), None)  # "caught the noon flight"
            if noun is None:
                continue
            head = vehicle_singular(noun.casefold())
            found = next((one for one in self._latest() if one.vehicle and head in one.nouns), None)
            found = found or self._new(match.start("words"), sentence, nouns=[head], vehicle=True)
            self._seen(found, sentence, match.start("words"), match.end("words"))
            if found.owner is None and _OWN_RIDE.search(match.group()):
                found.owner = actor.member
            self.ride, self._ride_sentence = found.number, sentence

    def named_between(self, low: int, high: int) -> tuple[int, ...]:
        """Numbers of the persons with a name whom a stretch tells of."""
        inside = {number for start, _, number in self._spans[-RECENT:] if low <= start < high}
        return tuple(sorted(one for one in inside if self.is_named(Actor(Part.PERSON, one))))

    def set_aside(self, actor: Actor, since: int) -> None:
        """Who is only told of in a clause about a vehicle does not ride it."""
        if actor.member is not None and self.members[actor.member].introduced >= since:
            self.members[actor.member].aside = True

    def _keeps_focus(self, about: Member, member: Member) -> bool:
        """Whether the pronouns stay with whom the story is about: "An officer stamped his passport. He ..."."""
        met = member.owner is None and not member.name and not about.aside and (about.name or about.told > member.told)
        return about.gender != member.gender or bool(met)

    def new_paragraph(self) -> None:
        """A paragraph that begins with a pronoun is about whom the story has told most of."""
        told = [member for member in self._latest() if not (member.vehicle or member.aside or member.narrates)]
        single = [member for member in told if not member.many and member.told]
        if single:
            self.focus = max(single, key=lambda member: (member.told, -member.introduced)).number

    def left_out(self, sentence: int) -> Actor:
        """Who acts where a sentence leaves its subject out: the diarist, or whom the story is about."""
        if self.focus is None and self.first_person:
            return Actor(Part.PERSON, self.narrator(0, sentence).number)
        if self._narrator is not None and sentence - self.members[self._narrator].last <= MEMORY:
            return Actor(Part.PERSON, self._narrator)
        return Actor(Part.PERSON, self.focus) if self.focus is not None else UNCLEAR
