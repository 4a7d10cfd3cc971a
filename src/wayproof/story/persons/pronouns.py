"""Whom pronouns mean: of those whom they fit, who stands out most; and who stands out nearly as much."""

from typing import TYPE_CHECKING

from wayproof.story.persons.members import NOBODY, UNCLEAR, Actor, Doubt, Member, Part
from wayproof.story.persons.open_words import has_company
from wayproof.story.persons.person_names import given_gender
from wayproof.story.persons.phrases import Phrase
from wayproof.story.persons.roster import ANAPHORA, LEAD, MEMORY, Roster
from wayproof.story.vocabulary.journey_words import journey_words

if TYPE_CHECKING:
    from collections.abc import Iterable


NEAR = 1
"""Sentences back in which somebody has to be told of for a word to leave open whether they are meant."""
RECENTLY = 3
"""Sentences back within which somebody was told of who can be one of "both"."""
CONTINUES, LINKED, FOCUS, NAMED, SURE, ASIDE, TOLD, OFTEN = 1.2, 1.0, 0.8, 0.5, 0.5, 1.2, 0.1, 6
"""Standing of who acted in the clause before, whom the same pronoun meant last, whom the story is about, who has a
name, whose gender is known; what an outsider lacks; and what each of some clauses that told of somebody adds."""
CLOSE = 1.1
"""Difference of standing below which somebody else could be meant as well: whom the story has only now turned to stands
out by less from who acted just before, and whom a pronoun has meant already by more."""
_SHE, _HE = frozenset({"she", "her", "hers"}), frozenset({"he", "him", "his"})


class Pronouns(Roster):
    """Finds whom the pronouns of a story mean, and what they leave open."""

    def _words(self, start: int, end: int) -> str:
        """Words of the text as they stand within a sentence."""
        first = self.text[start : start + 1]
        return (first if start in self.names else first.lower()) + self.text[start + 1 : end]

    def _company(self, sentence: int, word: str, at: int) -> Actor:
        if self.company is not None:
            member = self.members[self.company]
            member.last = sentence
            return Actor(Part.PERSON, member.number)
        number, last = self._chain.get("they", (None, -MEMORY))
        if number is not None and word == "they" and sentence - last <= ANAPHORA:
            self._chain["they"] = number, sentence
            return Actor(Part.PERSON, number)  # "They set out ... A corporal waved. They slept in the car"
        if self.focus is None:
            return Actor(Part.UNCLEAR, doubt=Doubt(word))
        # whoever else the story has told of may have come along, even the driver of a lorry
        alone = len(self.members) == 1 and not self.members[self.focus].many and not has_company(self.text, at)
        if word == "they" and not alone:
            self._chain["they"] = self.focus, sentence
        return Actor(Part.PERSON, self.focus, doubt=Doubt(word, (self.focus,)) if alone else None)

    def _pronoun(self, word: str, sentence: int, previous: Actor, at: int) -> Actor:  # noqa: PLR0911 - one case a pronoun
        if word in {"i", "we"}:
            narrator = self.narrator(at, sentence)
            narrator.last = sentence
            return Actor(Part.PERSON, narrator.number)
        if word == "it":
            riding = self.ride is not None and sentence - self._ride_sentence <= ANAPHORA
            return Actor(Part.VEHICLE, self._rider(), self.ride) if riding else NOBODY
        if word == "all":  # "all four", "both": persons only where somebody else was told of, too
            others = (one for one in self._latest() if one.number != self.focus and not one.vehicle)
            company = self.company is not None or any(sentence - one.last <= RECENTLY for one in others)
            return self._company(sentence, word, at) if company else NOBODY
        if word == "they":
            if previous.part is Part.PERSON and previous.member is not None and self.members[previous.member].many:
                return previous
            return self._company(sentence, word, at)
        gender = "m" if word in _HE else "f"
        member = self._person(gender, sentence, previous)
        if member is None and word in _SHE and self.ride is not None:
            return Actor(Part.VEHICLE, self._rider(), self.ride)
        if member is None:
            member = self._new(at, sentence, gender=gender)
            self._ahead = member.number  # "When she left, Anna ...": to be named yet
            group = self.members[self.company] if self.company is not None else None
            if group is not None and set(group.nouns) & journey_words("companies"):
                self._point(gender, member, sentence, Doubt(word, (group.number,)))  # "The couple left X. He ..."
        if member.owner is not None and self._rival(member, gender, sentence):
            return Actor(Part.UNCLEAR, doubt=Doubt(word, (member.number, member.owner)))
        doubt = self._open(word, gender, member, sentence, previous)
        member.gender = gender
        self._point(gender, member, sentence, doubt)
        self._seen(member, sentence, at, at + len(word))
        return Actor(Part.PERSON, member.number, doubt=doubt)

    def _whose(self, gender: str, phrase: Phrase, sentence: int, previous: Actor) -> int | None:
        """Number of whom "his" or "her" means; at the head of a story somebody who is named later."""
        found = self._person(gender, sentence, previous)
        if found is None and not phrase.names and sentence < LEAD and all(one.vehicle for one in self.members):
            found = self._new(phrase.start, sentence, gender=gender)
            self._ahead = found.number
        elif found is not None and not (found.gender or found.name) and sentence == found.last:
            alone = sum(self._fits(one, gender, sentence) for one in self._latest()) == 1
            found.gender = gender if alone else ""  # "A reader says that her uncle ... He": not the reader
        return None if found is None else found.number

    def _awaited(self, gender: str) -> bool:
        """Whether a name of this gender is the first of a story that has told of its bearer by "his" or "her" alone."""
        ahead = self.members[self._ahead] if self._ahead is not None else None
        return (
            ahead is not None and bool(gender) and gender == ahead.gender and not any(one.name for one in self.members)
        )

    def _point(self, gender: str, member: Member, sentence: int, doubt: Doubt | None) -> None:
        """Take note whom "he" or "she" has meant, and what was open about it."""
        self._chain[gender] = member.number, sentence
        self._doubts.pop(gender, None)
        if doubt is not None:
            self._doubts[gender] = doubt

    def turn_to(self, number: int | None, sentence: int) -> None:
        """Let the pronouns that follow mean whose account a story turns to: "Anna's version is shorter. She ..."."""
        if number is None or self.members[number].vehicle or self.members[number].many:
            return
        member = self.members[number]
        self.focus, member.last = number, sentence
        for gender in (member.gender,) if member.gender else ("m", "f"):
            self._point(gender, member, sentence, None)

    def _settle(self, member: Member) -> None:
        """Take note that a name settles whom the pronouns after it mean."""
        self._doubts = {gender: one for gender, one in self._doubts.items() if member.number not in one.members}

    def _open(
        self, word: str, gender: str, member: Member, sentence: int, previous: Actor, *, apart: int | None = None
    ) -> Doubt | None:
        """What is open about whom "he", "him" or "she" is taken for; it is not who stands `apart` as the subject."""
        if previous.part in {Part.PERSON, Part.TRACE} and previous.member == member.number:
            return previous.doubt  # the sentence goes on with whom it began with
        number, last = self._chain.get(gender, (None, -MEMORY))
        if number == member.number and sentence - last <= NEAR:
            return self._doubts.get(gender)  # the tale goes on with whom the same word meant last
        fitting = [one for one in self._latest() if self._fits(one, gender, sentence) and one.number != apart]
        rivals = self._close(member, fitting, gender, sentence, previous)
        others = self._partners(member, gender, sentence)
        return Doubt(word, (member.number, *rivals), others) if rivals or others else None

    def _close(
        self, member: Member, fitting: "Iterable[Member]", gender: str, sentence: int, previous: Actor
    ) -> tuple[int, ...]:
        """Numbers of those who stand out nearly as much as whom a word is taken for."""
        least = self._standing(member, gender, sentence, previous) - CLOSE
        return tuple(
            one.number
            for one in fitting
            if one is not member
            and not (one.aside or one.vehicle or one.narrates or one.owner is not None)
            and (one.name or not member.name)
            and (one.done or (one.gender == gender and not one.told))  # who only comments goes nowhere
            and sentence - one.last <= NEAR + 1
            and self._standing(one, gender, sentence, previous) > least
        )

    def _partners(self, member: Member, gender: str, sentence: int) -> tuple[str, ...]:
        """Who did the same as whom a pronoun is taken for: "Karl Meyer and Otto Brandt left X. He ..."."""
        if self.partner is None or self.partner[0] != member.number or sentence - self.partner[1] > NEAR:
            return ()
        return (self.partner[2],) if given_gender(self.partner[2]) in {"", gender} else ()

    def _open_rider(self, word: str, sentence: int) -> Doubt | None:
        """What is open about who rides a vehicle where nothing but the run of the story tells it."""
        if self.focus is None:
            return None
        focus = self.members[self.focus]
        rivals = self._close(focus, [one for one in self._latest() if not one.many], "", sentence, UNCLEAR)
        return Doubt(word, (focus.number, *rivals), aboard=True) if rivals else None

    def _fits(self, member: Member, gender: str, sentence: int) -> bool:
        near = sentence - member.last <= MEMORY or member.number == self.focus
        return not member.many and not member.vehicle and not member.narrates and member.gender in {"", gender} and near

    def _rival(self, member: Member, gender: str, sentence: int) -> bool:
        """Whether "he" after "his brother" could as well be the one whose brother it is."""
        owner = self.members[member.owner] if member.owner is not None else None
        return owner is not None and member.last < sentence and self._fits(owner, gender, sentence)

    def _person(self, gender: str, sentence: int, previous: Actor) -> Member | None:
        """Whom "he" or "she" means: of those whom it fits, who stands out most (after Lappin and Leass, 1994)."""
        fitting = [member for member in self._latest() if self._fits(member, gender, sentence)]
        if self.focus is not None and self._fits(self.members[self.focus], gender, sentence):
            fitting.append(self.members[self.focus])
        return max(fitting, key=lambda member: self._standing(member, gender, sentence, previous), default=None)

    def _standing(self, member: Member, gender: str, sentence: int, previous: Actor) -> float:
        chained = self._chain.get(gender)
        linked = chained is not None and chained[0] == member.number and sentence - chained[1] <= 1
        continues = previous.part in {Part.PERSON, Part.TRACE} and previous.member == member.number
        value = self._faded(member, sentence) + TOLD * min(member.told, OFTEN)
        value += CONTINUES if continues else 0.0
        value += LINKED if linked else 0.0
        value += FOCUS if member.number == self.focus else 0.0
        value += NAMED if member.name else 0.0
        value += SURE if member.gender == gender else 0.0
        return value - (ASIDE if member.aside else 0.0)
