"""Who has an event that is told of before anybody is: "Her arrival in X was noted"."""

from wayproof.story.persons.phrases import Phrase
from wayproof.story.persons.pronouns import Pronouns
from wayproof.story.persons.roster import LEAD
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.person_nouns import is_trace, person_noun


class OwnersAhead(Pronouns):
    """Gets to know owners of events whom a story names later."""

    @staticmethod
    def _is_had(head: str) -> bool:
        """Whether a noun is one of an event or a thing that is where its owner is."""
        return head in journey_words("journeys") | journey_words("engagements") or is_trace(head)

    def _owner_ahead(self, phrase: Phrase, sentence: int) -> int | None:
        """Who has an event told of before anybody was: "Her arrival in X was noted", "The nurse's flight took"."""
        noun = person_noun(phrase.owner)
        gender = {"his": "m", "her": "f"}.get(phrase.owner, "")
        if sentence > LEAD or any(not one.vehicle for one in self.members) or not (gender or (noun and not noun[1])):
            return None
        member = self._new(phrase.start, sentence, gender=gender, nouns=[noun[0]] if noun else [])
        self._ahead = member.number if gender else self._ahead
        self._seen(member, sentence, phrase.start, phrase.end)
        return member.number

    def _is_new_owner(self, sentence: int) -> bool:
        """Whether a noun behind the verb is another than whose event the sentence has just begun with."""
        return not self._as_subject and self._ahead is not None and self.members[self._ahead].sentence == sentence
