"""Whom a noun phrase means: a name, "the lieutenant", "his brother", "the bus"; and what it leaves open."""

import re

from wayproof.story.persons.bearers import TOGETHER, Bearers
from wayproof.story.persons.counsel import PLEADERS, spoken_for
from wayproof.story.persons.kin import called_back
from wayproof.story.persons.members import NOBODY, UNCLEAR, Actor, Doubt, Member, Part
from wayproof.story.persons.open_words import has_company
from wayproof.story.persons.openings import NUMBERS
from wayproof.story.persons.other_vehicles import UNCOUNTED, is_beside
from wayproof.story.persons.person_names import given_gender, second_surnames
from wayproof.story.persons.phrases import Phrase, PhraseKind
from wayproof.story.persons.ships_people import is_of_ship, tells_vessel
from wayproof.story.text.masked_text import PERSON
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.own_marks import in_book, is_handled, is_mark
from wayproof.story.vocabulary.person_nouns import (
    is_body,
    is_craft_part,
    is_trace,
    person_noun,
    title_nouns,
    vehicle_noun,
    vehicle_singular,
)
from wayproof.story.vocabulary.regexes import regex

_ANY_VEHICLE = frozenset({"aircraft", "convoy", "vessel", "ship", "plane", "boat", "craft", "vehicle"})
"""Nouns that stand for vehicles told of by another noun."""
_TITLES = dict.fromkeys(journey_words("titles_of_men"), "m") | dict.fromkeys(journey_words("titles_of_women"), "f")
_SAME_NAME = regex(
    r"\s+(?:of|by|with)\s+(?:that|the\s+same|his|her)\s+(?:name|description)\b|\s+(?:matching|answering(?:\s+to)?|fitting)\s+"
    r"(?:his|her|the|that)\s+(?:description|name)\b|\s+(?:using|carrying|bearing|wearing|travelling\s+(?:on|under))\s+"
    r"(?:his|her|that)\s+(?:name|number|passport|ticket|card|documents|papers|credentials)\b"
)
_HELD_NAME = regex(r"['\u2019]s$")


MEMBERS_BACK = 12
"""Members, the last told of, among whom a woman is looked for whom "her" could mean."""
_NO_PERSONS = frozenset({"its"})
_DRIVEN = regex(
    rf"\s+(?:(?:being\s+|then\s+)?(?:driven|flown|piloted|steered|ridden|skippered|sailed|captained|commanded|rowed|crewed|chartered|hired|rented|owned)\s+by|"
    rf"carrying|bearing|with(?=[^,;.]{{1,40}}\b(?:in\s+command|at\s+the\s+(?:wheel|controls|helm|tiller)|aboard|on\s+board|in\s+it)))\s+(?P<who>{PERSON}+|(?:him|her)\b)",
    re.IGNORECASE,
)
_VAGUE = frozenset({"dozen", "several", "some"})
_COUNSEL = frozenset({"my", "our"})
_ON_THE_WAY = frozenset(
    {
        "adventurer",
        "balloonist",
        "climber",
        "cyclist",
        "explorer",
        "flyer",
        "motorcyclist",
        "mountaineer",
        "oarsman",
        "paddler",
    }
    | {"pilot", "rower", "runner", "sailor", "skier", "swimmer", "walker", "yachtsman"}
)
"""What two who travel together are called: "the two motorcyclists"."""
_THE_TWO = regex(r"(?:the\s+two|both)\s+(?:young\s+|old\s+|tired\s+)?[a-z]+\Z", re.IGNORECASE)
_OF_BEASTS = frozenset(
    {"owner", "breeder", "rider", "groom", "master", "mistress", "skipper", "driver", "handler", "keeper"}
) | {
    "herdsman",
    "pilot",
    "trainer",
    "muleteer",
    "drover",
    "carter",
    "shepherd",
    "captain",
    "jockey",
    "farmer",
    "herder",
    "builder",
}
"""Who goes with a beast or a craft that "her" can mean."""
PARTNERED = 8
"""Sentences within which "the two men" are two who were told of together."""


class Meanings(Bearers):
    """Finds whom the noun phrases of a story mean, and gets to know whom it has not told of before."""

    def mean(  # noqa: C901, PLR0911, PLR0912 - one case a kind of phrase
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
        same = _SAME_NAME.match(self.text, phrase.end) if self.focus is not None else None
        if same is not None and self.focus is not None:  # "a passenger of that name", "somebody using his passport"
            words = self._words(phrase.start, same.end())
            doubt = None if words.endswith(("name", "number")) else Doubt(words, (self.focus,))
            return Actor(Part.PERSON, self.focus, doubt=doubt)
        if phrase.names:
            return self._named(phrase, sentence, subject=subject)
        if phrase.kind is PhraseKind.OWNED:
            return self._owned(phrase, sentence, previous)
        if phrase.kind is PhraseKind.PLACE:
            return Actor(Part.PLACE) if not phrase.head or not phrase.nouns else self._noun(phrase, sentence, barred)
        if phrase.proper and (family := self._family(phrase, sentence)) is not None:
            return family
        if vehicle_noun(phrase.head) or phrase.proper:
            return self._vehicle(phrase, sentence)
        if phrase.head in journey_words("journeys") and phrase.kind is PhraseKind.DEFINITE:
            return Actor(Part.VEHICLE, self._rider())
        if phrase.kind is PhraseKind.BARE and phrase.head in journey_words("departures") | journey_words("arrivals"):
            return Actor(Part.VEHICLE, self._rider())  # "Inflation was completed at X"
        if is_trace(phrase.head) and phrase.kind is PhraseKind.DEFINITE and self.focus is not None:
            return Actor(Part.TRACE, self.focus)
        if phrase.kind is PhraseKind.DEFINITE and self._drives(phrase, sentence):
            return Actor(Part.VEHICLE, self.focus)
        if self._are_partners(phrase, sentence):
            return self._company(sentence, "they", phrase.start)  # "the two men", after two were named
        if phrase.nouns or phrase.aged:
            return self._noun(phrase, sentence, barred)
        if phrase.kind is PhraseKind.DEFINITE and phrase.head in NUMBERS - _VAGUE:
            return self._company(sentence, self._words(phrase.start, phrase.end), phrase.start)
        return NOBODY

    def _are_partners(self, phrase: Phrase, sentence: int) -> bool:
        """Whether "the two men" are whom the story has told to go together."""
        if phrase.kind is not PhraseKind.DEFINITE or phrase.names or phrase.other:
            return False
        two = _THE_TWO.match(self.text, phrase.start, phrase.end) is not None
        people = journey_words("generic") | _ON_THE_WAY
        named = self.partner is not None and sentence - self.partner[1] <= PARTNERED
        named = named or (self.focus is not None and self.company is None and has_company(self.text, phrase.start))
        return two and named and bool(set(phrase.nouns) & people)

    def _family(self, phrase: Phrase, sentence: int) -> Actor | None:
        """Those of one surname: "the Lunds" after Karl Lund, "the three Marchettis"."""
        surname = self.text[phrase.start : phrase.end].split()[-1]
        if not surname.endswith("s"):
            return None
        number = next(
            (
                at
                for one in (surname[:-1], surname[:-2], surname)
                if (at := self._by_name.get(one.casefold())) is not None
            ),
            None,
        )
        if number is None and phrase.many and not any(one.isdigit() for one in surname):
            number = self._new(phrase.start, sentence, many=True).number
            self.members[number].name, self.members[number].surname = (
                self._words(phrase.start, phrase.end),
                surname[:-1],
            )
            self._by_name.setdefault(surname.casefold(), number)
        if number is None:
            return None
        self._seen(self.members[number], sentence, phrase.start, phrase.end)
        return Actor(Part.PERSON, number)

    def _named(self, phrase: Phrase, sentence: int, *, subject: bool) -> Actor:
        name = _HELD_NAME.sub("", self.names[phrase.names[0]])
        member = self._by_names(name)
        title = re.search(r"(\w+)\.?\s+$", self.text[max(0, phrase.names[0] - 12) : phrase.names[0]])
        gender = (_TITLES.get(title.group(1).casefold(), "") if title else "") or (
            self.gender_of(name) if subject else given_gender(name)
        )
        if member is None:
            member = self._unnamed_for(phrase, sentence, gender, subject=subject)
            if member is None and (subject or self._awaited(gender)):
                member = self._named_later(sentence, gender)
            if member is None:
                owned = phrase.kind is PhraseKind.OWNED
                owner = self._owner_of(phrase, sentence, UNCLEAR) if owned else None
                member = self._new(phrase.start, sentence, owner=owner)
                member.aside = self._is_aside(phrase, sentence) and not (
                    owned and owner is None and self._keeps(phrase)
                )
            words = name.split()
            if len(words) > 1 or not member.name:
                member.name, member.surname = name, words[-1] if len(words) > 1 or name[:1].isupper() else ""
                member.given = tuple(word.casefold() for word in words[:-1])
        elif len(name.split()) > len((member.name or "").split()):
            member.name = name
        for key in (name, member.surname, *(member.given[:1]), *second_surnames(member.name or "")):
            if key:
                self._by_name.setdefault(key.casefold(), member.number)
        member.gender = member.gender or gender
        called = (*phrase.nouns, *(title_nouns(title.group(1)) if title else ()))
        member.nouns += [noun for noun in called if noun not in member.nouns]
        member.aged = member.aged or phrase.aged
        member.many = member.many or (phrase.many and len(phrase.names) == 1 and phrase.kind is PhraseKind.DEFINITE)
        self._by_gendered_noun(member)
        self._settle(member)
        self._seen(member, sentence, phrase.start, phrase.end)
        return Actor(Part.PERSON, member.number)

    @staticmethod
    def _keeps(phrase: Phrase) -> bool:
        """Whether a noun tells who has a beast or a craft, and no relative: "Her owner, Said Amrani", of a mule."""
        return not _OF_BEASTS.isdisjoint(phrase.nouns)

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
        if owner == "her" and phrase.names and is_of_ship(self.text, phrase.names[0]):
            return None
        if owner == "her" and self._her_ship(phrase, sentence):
            return None
        if owner in {"his", "her"}:
            return self._whose("m" if owner == "his" else "f", phrase, sentence, previous)
        if owner in {"my", "our"}:
            return self._narrator
        if owner == "their":
            return self.company if self.company is not None else self.focus
        noun = person_noun(owner)
        if noun is None:
            return None
        called = next((member.number for member in self._latest() if noun[0] in member.nouns), None)
        if called is None and noun[0] in TOGETHER:
            return self._rider()  # "the party's departure"
        return called

    def _her_ship(self, phrase: Phrase, sentence: int) -> bool:
        """Whether "her master" is a ship's: one was told of just before, and no woman whom "her" could mean."""
        if any(self._fits(one, "f", sentence) and one.gender == "f" for one in self.members[-MEMBERS_BACK:]):
            return False
        return tells_vessel(self.mask, phrase.start)

    def _owned(  # noqa: C901, PLR0911 - one case a kind of thing owned
        self, phrase: Phrase, sentence: int, previous: Actor
    ) -> Actor:
        owner = self._owner_of(phrase, sentence, previous)
        handled = is_handled(self.mask, phrase.head, phrase.end)
        if owner is None and (handled or self._is_had(phrase.head)):
            owner = self._owner_ahead(phrase, sentence)
        if vehicle_noun(phrase.head) and not handled:
            found = self._vehicle(phrase, sentence)
            noun = person_noun(phrase.owner)
            if owner is None and ((noun is not None and not noun[1]) or phrase.other):
                return NOBODY  # "the mayor's car", where nobody was told of who is a mayor; "a rival firm's lorry"
            if owner is not None and found.vehicle is not None and phrase.owner not in _NO_PERSONS:
                self.members[found.vehicle].owner = owner
            return Actor(Part.VEHICLE, owner if owner is not None else found.member, found.vehicle)
        if phrase.head in journey_words("journeys") | journey_words("engagements"):
            return Actor(Part.VEHICLE, owner) if owner is not None else NOBODY
        marked = handled or (is_mark(phrase.head) and in_book(self.mask, phrase.start, phrase.end))
        if marked or is_trace(phrase.head) or (is_body(phrase.head) and phrase.owner not in _NO_PERSONS):
            return Actor(Part.TRACE, owner) if owner is not None else NOBODY
        if is_craft_part(phrase.head) and owner is not None:
            return Actor(Part.VEHICLE, owner)
        if not phrase.nouns:
            return self._thing_owned(phrase, owner, sentence)
        kin = called_back(self.members, owner, phrase.head)
        if phrase.head == "client":
            kin = self._client(phrase, owner)
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

    def _thing_owned(self, phrase: Phrase, owner: int | None, sentence: int) -> Actor:
        """Nobody acts where a thing does; but with "Anna's version is shorter" the story turns to Anna."""
        if phrase.owner.isdigit() and self._as_subject and phrase.head in journey_words("accounts"):
            self.turn_to(owner, sentence)
        return NOBODY

    def _client(self, phrase: Phrase, owner: int | None) -> Member | None:
        """For whom somebody speaks: "Counsel for Karl Meyer said that his client ..."; None where nobody was told."""
        if phrase.owner in _COUNSEL:
            return None if self.focus is None else self.members[self.focus]  # "My client rode north"
        named = spoken_for(self.mask, phrase.start)
        if named is not None:
            return self._by_names(_HELD_NAME.sub("", self.names.get(named, "")))
        counsel = None if owner is None else self.members[owner]
        if counsel is not None and counsel.owner is not None:
            return self.members[counsel.owner]  # "His lawyer says that her client ..."
        about = None if self.focus is None else self.members[self.focus]
        if about is None or about is not counsel or about.aside or PLEADERS & set(about.nouns):
            return None
        return about if about.name else None

    def _vehicle(self, phrase: Phrase, sentence: int) -> Actor:
        head = vehicle_singular(phrase.head)
        if self._carries_others(phrase):
            return NOBODY
        known = phrase.kind is not PhraseKind.INDEFINITE
        vehicles = [member for member in self._latest() if member.vehicle] if known else []
        found = next((member for member in vehicles if head in member.nouns), None)
        if found is None and vehicles and head in _ANY_VEHICLE and phrase.kind is PhraseKind.DEFINITE:
            found = vehicles[0]  # "Four transport planes ... The aircraft had left X"
        others = phrase.kind is PhraseKind.BARE and (head != phrase.head or head in UNCOUNTED)
        if found is None and others:
            return NOBODY  # "Airliners were going round by the south": those of others
        rider = self._rider() if known or not self.members else None
        if found is None:
            found = self._new(phrase.start, sentence, nouns=[head], vehicle=True)
            found.name = self.text[phrase.start : phrase.end] if phrase.proper else None
        if phrase.proper:
            rider = None if not self.members[:-1] else rider
        driver = self._driver(phrase, sentence)
        if driver is not None:
            rider = found.owner = driver
        elif rider is None and known:
            rider = found.owner  # "his sloop ... The boat was stamped out"
        self._seen(found, sentence, phrase.start, phrase.end)
        doubt = None
        if rider is not None and rider == self.focus:
            doubt = self._open_rider(self._words(phrase.start, phrase.end), sentence)
        return Actor(Part.VEHICLE, rider, found.number, doubt)

    def _carries_others(self, phrase: Phrase) -> bool:
        """Whether a vehicle is told to be another than the traveller's: "a sister ship", "aircraft searched"."""
        many = phrase.kind is PhraseKind.BARE and phrase.head in UNCOUNTED and self.members
        return bool(many) or is_beside(self.text, phrase.start, phrase.end)

    def _driver(self, phrase: Phrase, sentence: int) -> int | None:
        """Who is named as driving a vehicle: "the lorry driven by Karl Meyer", "the van with him at the wheel"."""
        found = _DRIVEN.match(self.mask, phrase.end)
        if found is None:
            return None
        at = found.start("who")
        if at in self.names:
            return self._named(
                Phrase(PhraseKind.NAME, at, found.end("who"), names=(at,)), sentence, subject=False
            ).member
        member = self._person("m" if found["who"].casefold() == "him" else "f", sentence, UNCLEAR)
        return None if member is None else member.number

    def _noun(self, phrase: Phrase, sentence: int, barred: int | None) -> Actor:
        noun = phrase.nouns[0] if phrase.nouns else ""
        member = None
        if (
            phrase.kind is PhraseKind.DEFINITE or (phrase.kind is PhraseKind.BARE and not phrase.many)
        ) and not phrase.other:
            member = self._called(noun, phrase, sentence, barred)
        if member is None and barred is None and not phrase.many and not self._is_new_owner(sentence):
            member = self._named_later(sentence, "")
        if member is None:
            aside = self._is_aside(phrase, sentence) or self._is_kept_there(phrase)
            aside = aside or (phrase.kind is PhraseKind.DEFINITE and self._commands(noun, phrase, sentence))
            member = self._new(phrase.start, sentence, nouns=list(phrase.nouns), many=phrase.many, aside=aside)
            if phrase.kind is PhraseKind.INDEFINITE:
                self._indefinite[noun] = member.number
        rivals: tuple[int, ...] = ()
        if phrase.kind is PhraseKind.DEFINITE and not phrase.other:
            rivals = self._others_called(noun, member, sentence)
        member.nouns += [one for one in phrase.nouns if one not in member.nouns]
        self._by_gendered_noun(member)
        self._seen(member, sentence, phrase.start, phrase.end)
        doubt = Doubt(self._words(phrase.start, phrase.end), (member.number, *rivals)) if rivals else None
        return Actor(Part.PERSON, member.number, doubt=doubt)

    def _join(self, phrase: Phrase, actor: Actor) -> Actor:
        """Take note that "they" are whom a phrase joins to somebody."""
        if phrase.joint and actor.part is Part.PERSON and actor.member is not None:
            member = self.members[actor.member]
            self.company = self.company if self._only_met(member, member.last) else actor.member
            inside = (at for at in range(phrase.start + 1, phrase.end) if at in self.names)
            second = [self.names[at] for at in inside if at not in phrase.names]
            self.partner = (actor.member, self.members[actor.member].last, second[-1]) if second else None
        return actor
