"""Who does what a clause tells: the traveller, a vehicle, or somebody else.

Names, titles, roles ("the lieutenant"), pronouns of the right gender and first persons in quoted speech stand for the
traveller; who is introduced in between takes the pronouns that follow, until the traveller is named again.
"""

import re
from bisect import bisect_left
from enum import StrEnum
from typing import TYPE_CHECKING

from wayproof.story.descriptions import person_noun
from wayproof.story.journey_words import journey_words
from wayproof.story.motion import VEHICLES, Motion
from wayproof.story.quotations import within
from wayproof.story.subject_words import MAIN_OPENERS, OF_AGE, OPENING_PHRASE, stripped
from wayproof.story.travellers import NARRATOR, Traveller

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.clause_segments import Segment
    from wayproof.story.document import Story
    from wayproof.story.verbs import Verb


class Subject(StrEnum):
    """Who does what a clause tells."""

    TRAVELLER = "traveller"
    VEHICLE = "vehicle"
    OTHER = "other"
    UNCLEAR = "unclear"


INTRODUCED_WITHIN = 20_000
"""Characters back in which "a collector" makes "the collector" somebody already introduced."""
ANAPHORA_SENTENCES = 3
"""How many sentences back the traveller may have been named for "the collector" to be the same person."""


SHORT_NAME = 2
"""Letters of an initial or less: no given name to be known by."""
LEAD_CHARACTERS = 120
"""How far into the story the subject of its first sentence may stand."""


class SubjectReader:
    """Says of clause after clause who its subject is.

    Parameters
    ----------
    story
        The story.
    traveller
        Whose clauses are looked for.
    people
        Spans and names of the people named in the text.
    times
        Spans of time expressions, which are no subjects.
    """

    def __init__(
        self,
        story: "Story",
        traveller: Traveller,
        people: "Sequence[tuple[int, int, str]]",
        times: "Sequence[tuple[int, int]]",
    ) -> None:
        self.text = story.text
        self.story = story
        self.traveller = traveller
        self.people = people
        self.times = sorted(times)
        self.focus = Subject.TRAVELLER
        self.speaker = Subject.OTHER
        self._people_starts = [start for start, _, _ in people]
        self._told_at = -ANAPHORA_SENTENCES
        self._also = set(traveller.roles)

    def new_paragraph(self) -> None:
        """Forget who was spoken of: a paragraph that begins with "he" is about the traveller."""
        self.focus = Subject.TRAVELLER
        self._told_at = -ANAPHORA_SENTENCES

    def attribution(
        self,
        segments: "Sequence[Segment]",
        quoted: "Sequence[tuple[int, int]]",
        quote_starts: "Sequence[int]",
    ) -> Subject | None:
        """Who speaks the quoted words of this sentence; None when it does not say."""
        for low, high, _, verbs in segments:
            if within(low + 1, quoted, quote_starts):
                continue
            for verb in verbs:
                if verb.motions[0] is Motion.SPEECH:
                    around = self.text[low : verb.start] + " " + self.text[verb.end : min(high, verb.end + 40)]
                    return Subject.TRAVELLER if self._names_traveller(around) else Subject.OTHER
        return None

    def _names_traveller(self, stretch: str) -> bool:
        traveller = self.traveller
        if traveller.surname and self._surname_in(stretch):
            return True
        pronoun = re.search(r"\b(?:he|she)\b", stretch, re.IGNORECASE)
        if pronoun:
            return self._pronoun_fits(pronoun.group().casefold()) and self.focus is not Subject.OTHER
        return self._role_in(stretch)

    def _surname_in(self, stretch: str) -> bool:
        """Whether the traveller's name is the subject here: not a namesake's, not a possessive."""
        for match in re.finditer(
            (
                rf"(?:(\b[A-Z][\w\u2019'-]+)\s+)?\b{re.escape(self.traveller.surname)}\b(?!['\u2019]s\b|"
                rf"['\u2019]\s)"
            ),
            stretch,
        ):
            given = (match.group(1) or "").casefold()
            title = given.rstrip(".") in journey_words("titles_of_travellers") | journey_words("no_names")
            known = not given or given in self.traveller.given or title
            if known or not self.traveller.given:
                return True
        given_names = [name for name in self.traveller.given if len(name) > SHORT_NAME]
        return any(
            re.search(rf"\b{re.escape(name.capitalize())}\b(?!['\u2019]s\b)(?!\s+[A-Z])", stretch)
            for name in given_names[:1]
        )

    def _role_in(self, stretch: str) -> bool:
        roles = self._also
        for match in re.finditer(r"\b[Tt]he\s+((?:[\w\u2019'-]+\s+){0,3}?)([\w-]+)\b(?!['\u2019]s\b)", stretch):
            if match.group(2).casefold() in roles and "'s" not in match.group(1) and "\u2019s" not in match.group(1):
                return True
        return False

    def _pronoun_fits(self, pronoun: str) -> bool:
        gender = self.traveller.gender
        return pronoun == "they" or not gender or gender == ("m" if pronoun == "he" else "f")

    def has_object(self, verbs: "Sequence[Verb]", high: int) -> bool:
        """Whether the traveller is named after the first verb and before `high` ("carried him to")."""
        if not verbs:
            return False
        after = self.text[verbs[0].end : high]
        pronoun = {
            "m": r"\bhim\b",
            "f": (
                r"\bher\b(?=\s+(?:\w{3,}ing|board|leave|enter|sign|get|walk|drive|arrive|cross|buy|pay|check|to|in|at|on|near|from|into|through|back|across|over|and|out|off|down|away|"
                r"there|again|outside|aboard)\b|[,.;]|$)"
            ),
            "p": r"\bthem\b",
            "": r"\b(?:him|them)\b",
        }[self.traveller.gender]
        return (
            bool(re.search(pronoun, after, re.IGNORECASE))
            or (bool(self.traveller.surname) and self._surname_in(after))
            or self._role_in(after)
        )

    def subject(  # noqa: PLR0911 - the signs of a subject, strongest first
        self,
        low: int,
        verbs: "Sequence[Verb]",
        opener: str,
        previous: Subject,
        sentence: int,
        *,
        quoted: bool,
    ) -> Subject:
        """Who does what the verbs of a clause tell.

        Parameters
        ----------
        low
            Where the clause starts.
        verbs
            Its verbs.
        opener
            The word that joins it to what stands before.
        previous
            The subject of the clause before in the sentence; unclear for the first.
        sentence
            Index of the sentence.
        quoted
            Whether it stands within quotation marks.
        """
        if not verbs:
            return previous
        stretch = self._without_times(low, verbs[0].start)
        stretch = re.sub(
            (
                r"\b(?:was|were|is|are|be|been|being|am|had|has|have|having|did|does|do|would|could|might|may|"
                r"should|can|will)\b.*$"
            ),
            "",
            stretch,
            flags=re.IGNORECASE | re.DOTALL,
        )
        if quoted:
            if re.search(r"\b(?:I|we)\b", stretch):
                return self.speaker
            if not re.search(r"\w", stripped(stretch)):
                return previous if previous is not Subject.UNCLEAR else self.speaker
        if re.match(r"\W*(?:that|this|these|those|there)\b\W*$", stretch, re.IGNORECASE) and opener not in {
            "that",
            ",",
        }:
            return Subject.OTHER
        if opener in {"who", "whom"}:
            return self._antecedent(low, previous, sentence)
        if opener == "whose":
            return Subject.OTHER
        core = stripped(stretch)
        if (
            opener in {"and", "but", ",", "then", "or", "before", "after"}
            and OPENING_PHRASE.fullmatch(core)
            and not self._is_named(core)
        ):
            core = ""
        if not re.search(r"\w", core):
            return (
                self._antecedent_of_which(low)
                if opener in {"which", "that"}
                else (previous if previous is not Subject.UNCLEAR else self.focus)
            )
        return self._named_subject(core, low, sentence, previous, main=opener in MAIN_OPENERS)

    def _without_times(self, low: int, high: int) -> str:
        """The text between two offsets with its time expressions blanked."""
        pieces, at = [], low
        for index in range(bisect_left(self.times, (low, low)), len(self.times)):
            start, end = self.times[index]
            if start >= high:
                break
            pieces.append(self.text[at:start])
            at = max(at, min(end, high))
        pieces.append(self.text[at:high])
        return " ".join(pieces)

    def _is_named(self, core: str) -> bool:
        """Whether a stretch holds a pronoun, the traveller's name or role."""
        if re.search(r"\b(?:he|she|they|it|I|we)\b", core):
            return True
        return (bool(self.traveller.surname) and self._surname_in(core)) or self._role_in(core)

    def _antecedent(self, low: int, previous: Subject, sentence: int) -> Subject:
        before = self.text[max(0, low - 60) : low]
        if re.search(
            r"\b(?:anyone|anybody|nobody|no\s+one|those|whoever|everyone|people|witnesses|someone|somebody)\W*$",
            before,
            re.IGNORECASE,
        ):
            return Subject.UNCLEAR
        if self.traveller.surname and re.search(
            rf"\b{re.escape(self.traveller.surname)}\b(?:,\s*\d{{1,3}})?[,\s]*$", before
        ):
            return Subject.TRAVELLER
        noun = re.findall(r"[\w-]+", before)
        nouns = [word.casefold() for word in noun[-4:] if word.casefold() in journey_words("persons")]
        if nouns:
            lead = (
                sentence == 0
                and low - self.story.sentences[0].start < LEAD_CHARACTERS
                and previous in {Subject.TRAVELLER, Subject.UNCLEAR}
            )
            return (
                Subject.TRAVELLER
                if nouns[-1] in self.traveller.roles
                and (lead or re.search(r"\bthe\s+(?:\w+\s+)?\w+[,\s]*$", before, re.IGNORECASE))
                else Subject.OTHER
            )
        return previous if previous is not Subject.UNCLEAR else Subject.OTHER

    def _antecedent_of_which(self, low: int) -> Subject:
        before = self.text[max(0, low - 50) : low]
        words = re.findall(r"[\w-]+", before)[-3:]
        if self._also & {word.casefold() for word in words}:
            return Subject.TRAVELLER
        if any(VEHICLES.fullmatch(word) for word in words):
            return Subject.VEHICLE
        return Subject.OTHER

    def _named_subject(self, core: str, low: int, sentence: int, previous: Subject, *, main: bool) -> Subject:
        pronouns = re.findall(r"\b(he|she|they|it|I|we)\b", core, re.IGNORECASE)
        if (self.traveller.surname and self._surname_in(core)) or self._role_in(core):
            self.focus = Subject.TRAVELLER
            self._told_at = sentence
            return Subject.TRAVELLER
        if pronouns:
            found = self._pronoun(pronouns[-1], previous)
            self._told_at = sentence if found is Subject.TRAVELLER else self._told_at
            return found
        if self._is_anaphor(core, low, sentence) or (self.focus is not Subject.OTHER and OF_AGE.fullmatch(core)):
            return Subject.TRAVELLER
        if self._is_lead(core, low, sentence):
            self.focus = Subject.TRAVELLER
            self._told_at = sentence
            return Subject.TRAVELLER
        people = [person_noun(word) for word in re.findall(r"[\w-]+", core)]
        if any(found and found[0] in journey_words("persons") for found in people) or self._other_name(core, low):
            possessive = re.search(r"\b(?:his|her)\s+(?:\w+\s+)?\w+\s*$", core, re.IGNORECASE) is not None
            # "he" is none of "the investigators"
            takes_pronoun = self.traveller.gender == "p" or not all(found[1] for found in people if found)
            if main and (takes_pronoun or not any(people)):
                self.focus = Subject.UNCLEAR if possessive else Subject.OTHER
            return Subject.OTHER
        return (
            Subject.VEHICLE
            if VEHICLES.search(core) and not re.search(r"\b(?:staff|operator|company|union|readers)\b", core)
            else Subject.OTHER
        )

    def _is_anaphor(self, core: str, low: int, sentence: int) -> bool:
        """Whether "the quilt collector" after a sentence about the traveller is the same person."""
        core = re.sub(r"^\s*(?:on|at|in|by|since|until|from)\s+(?=the\b)", "", core, flags=re.IGNORECASE)
        match = re.fullmatch(r"\s*[Tt]he\s+((?:[\w\u2019-]+\s+){0,3})([a-z][\w-]*)(?:,[^,]+)*[\s,]*(?:who\s*)?", core)
        before_name = low < self.traveller.introduced and self._told_at < 0
        if match is None or (sentence - self._told_at >= ANAPHORA_SENTENCES and not before_name):
            return False
        noun = match.group(2)
        single = person_noun(noun)
        if single is not None and single[1] and self.traveller.gender == "p":
            noun = single[0]
        if (
            person_noun(noun) is None
            or noun in journey_words("counterparts")
            or re.search(
                rf"\b(?:an?|another)\s+(?:[\w-]+\s+){{0,3}}{re.escape(noun)}\b",
                self.text[max(0, low - INTRODUCED_WITHIN) : low],
                re.IGNORECASE,
            )
        ):
            return False
        self._also.add(noun)
        self._told_at = sentence
        return True

    def _pronoun(self, pronoun: str, previous: Subject) -> Subject:
        folded = pronoun.casefold()
        if folded == "it":
            return Subject.VEHICLE
        if folded in {"i", "we"} and self.traveller.name == NARRATOR:
            return Subject.TRAVELLER
        if folded in {"i", "we"}:
            return Subject.TRAVELLER if folded == "we" and previous is Subject.TRAVELLER else previous
        if folded == "they":
            return Subject.TRAVELLER if self.focus is not Subject.OTHER else Subject.OTHER
        if not self._pronoun_fits(folded):
            return Subject.OTHER
        return (
            Subject.TRAVELLER
            if self.focus is not Subject.OTHER
            or (self.traveller.gender and previous is Subject.UNCLEAR and self.focus is not Subject.OTHER)
            else Subject.OTHER
        )

    def _is_lead(self, core: str, low: int, sentence: int) -> bool:
        """Whether this introduces the traveller before the name: "A market porter ..." in the first sentences."""
        if sentence > 1 or (self.traveller.surname and low > self.traveller.introduced):
            return False
        owned = re.sub(r"[\w-]+['\u2019]s\b", "", core)
        words = [word.casefold() for word in re.findall(r"[\w-]+", owned)]
        return any(word in self.traveller.roles for word in words)

    def _other_name(self, core: str, low: int) -> bool:
        at = self.text.find(core.strip(), low, low + LEAD_CHARACTERS + len(core))
        index = bisect_left(self._people_starts, at)
        return index < len(self.people) and at >= 0 and self.people[index][0] < at + len(core)
