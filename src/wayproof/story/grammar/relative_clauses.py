"""Who acts in a clause that "who", "which" or "whose" joins to somebody."""

import re
from typing import TYPE_CHECKING

from wayproof.story.persons.members import NOBODY, UNCLEAR, Actor, Part
from wayproof.story.persons.noun_phrases import subject_phrase
from wayproof.story.persons.phrases import PhraseKind
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.person_nouns import is_body, is_craft_part, is_trace, vehicle_noun
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.verbs import Verb
    from wayproof.story.persons.cast import Cast

_TAKING = regex(r"\b[Ii]t\s+(?:had\s+)?(?:took|taken|cost|needed)\b")
_IDENTIFIED_AS = regex(
    r"(?:(?:later|since|then|now)\s+)?(?:identified|recognised|recognized|named|known|described|announced|introduced|billed|presented)\s+"
    r"(?:\w+\s+){0,3}?as\s+(?:\w+\.?\s+){0,2}?[A-Z]"
)
"""Words by which somebody unnamed is one who has a name: "a driver, identified as Karl Meyer himself"."""
TELLS_OTHERWISE = regex(
    r"(?:tells?|told|remembers|remembered|has|had|have|gives?|gave|offers|offered)\s+(?:it|(?:things|matters|the\s+(?:day|tale|story|journey))|"
    r"(?:an(?:other|\s+other|\s+altogether\s+different)|a\s+(?:very\s+|quite\s+|wholly\s+)?(?:different|shorter|longer|better|simpler))\s+\w+)"
    r"\s*(?:differently|otherwise|another\s+way|quite\s+\w+|,|\.|:|to\s+tell)"
)
"""How a story turns from what one tells to what another does: "Otto tells it differently"."""
WHO_REACHES = 60
"""Characters that "who" may stand behind whom it means."""
_ONE_OF_MANY = regex(
    r"\b(?:anyone|anybody|nobody|no\s+one|those|whoever|everyone|people|witnesses|someone|somebody|he|she)\W*$",
    re.IGNORECASE,
)
_ONE_OF_THEM = regex(
    r"\b(?:was|were|is|are|became|had\s+been)\s+(?:also\s+|himself\s+|herself\s+)?(?:one\s+of|among|amongst|part\s+of|(?:the\s+)?(?:first|last|only|youngest|oldest|"
    r"second|third)\s+(?:one\s+)?of)\s+(?:the\s+|some\s+|about\s+|only\s+|those\s+|an?\s+)?(?:[\w-]+\s+){1,4}\Z",
    re.IGNORECASE,
)
"""Words by which somebody is one of those of whom it is told next."""
_NOUN_BEFORE = regex(r"\b(?:a|an|the|his|her|their)\s+(?:[\w-]+\s+){0,3}?([\w-]+)[\s,]*$")
_WHOSE = regex(
    r"\W*whose\s+(?:[\w-]+\s+){0,2}?(?P<noun>[\w-]+)\s+(?:(?:could|was|were|had|is|are|been|be|then|also|\w+ly)\s+)*$"
)
_UNKNOWN = regex(
    r"\b(?:by|than(?:\s+did)?|against)\s+(?:(?:an?|the|his|her|their|some|two|three|four|one)\s+)?"
    r"(?:[a-z-]+\s+)?(?!(?:him|her|them|those|all|it|now|then|far)\b)[a-z-]{4,},?\s*\Z"
)
"""Somebody whose noun no list has, right before "who"."""
_WHO = regex(r",?\s+who\b")
_PLAIN_VERB = regex(
    r"\s+(?:needs?|wants?|seeks?|lacks?|keeps?|likes?|loves?|knows?|owns?|runs?|tends?|prefers?|dislikes?|hates?|wish(?:es)?|"
    r"hopes?|uses?)\s"
)
"""Verbs without the mark of a clause of their own in the lists of motion, right behind "who"."""


def relative_actor(text: str, cast: "Cast", low: int, opener: str, previous: Actor) -> Actor:
    """Whom a joining word at an offset means, right behind whom it stands; `previous` acted in the clause before."""
    if _ONE_OF_MANY.search(text[max(0, low - WHO_REACHES) : low]):
        return UNCLEAR
    if opener == "who" and previous.part is Part.PERSON and _ONE_OF_THEM.search(text, max(0, low - WHO_REACHES), low):
        return previous  # "was one of eleven men who set off from X"
    if opener in {"who", "whom"}:
        found = cast.before(low, WHO_REACHES)
        stranger = _UNKNOWN.search(text, max(0, low - WHO_REACHES), low)
        if stranger is not None and cast.before(low, low - stranger.start()).part is Part.UNCLEAR:
            return NOBODY  # "was met by an ombudsman who had come from X"
        return previous if found.part is Part.UNCLEAR else found
    found = cast.before(low, len("the  "))
    if found.part is Part.UNCLEAR and previous.part is Part.PERSON:
        noun = _NOUN_BEFORE.search(text, max(0, low - WHO_REACHES), low)
        if noun is not None and vehicle_noun(noun[1]):
            return Actor(Part.VEHICLE, previous.member)  # "was put in a boat that reached X"
    return found if found.part is not Part.UNCLEAR else NOBODY


def whose_actor(text: str, cast: "Cast", low: int, high: int) -> Actor:
    """Who acts behind "whose": the owner of a part of the body, of a vehicle or a journey, else nobody known."""
    found = _WHOSE.match(text, low, high)
    owner = cast.before(low, WHO_REACHES) if found is not None else UNCLEAR
    if found is None or owner.part is not Part.PERSON:
        return NOBODY
    noun = found["noun"]
    if is_body(noun) or is_trace(noun):
        return Actor(Part.TRACE, owner.member)
    events = journey_words("journeys") | journey_words("engagements")
    goes = vehicle_noun(noun) or is_craft_part(noun) or noun in events
    return Actor(Part.VEHICLE, owner.member) if goes else NOBODY


def told_aside(text: str, cast: "Cast", low: int, high: int, index: int) -> Actor | None:
    """Whom "who" means where nobody else is the subject: "Few match that of Anna Keller, who on Monday saw ..."."""
    who = _WHO.search(text, low, high)
    if who is None or subject_phrase(cast.mask, who.end(), high).kind is not PhraseKind.NONE:
        return None
    cast.read_others(low, who.start(), index, UNCLEAR, ())
    found = cast.before(who.start(), len(" , "))
    return found if found.part is Part.PERSON else None


def without_subject(text: str, cast: "Cast", low: int, high: int) -> bool:
    """Whether no subject stands between "who" and its verb, or only a verb that no list has: "who need a doctor"."""
    phrase = subject_phrase(cast.mask, low, high)
    if phrase.kind is PhraseKind.NONE:
        return True
    plain = _PLAIN_VERB.match(text, low, high)
    return plain is not None and phrase.kind not in {PhraseKind.PRONOUN, PhraseKind.NAME}


def done_by(  # noqa: PLR0917 - what a clause tells
    text: str,
    cast: "Cast",
    told: "tuple[int, int, Sequence[Verb]]",
    objects: "frozenset[int]",
    actor: Actor,
    index: int,
) -> Actor | None:
    """Who acts where the words make it another than the subject: "it took them a day to", "a driver, identified as X".

    Parameters
    ----------
    text, cast, index
        The story, whom it has told of, and the index of the sentence.
    told
        Where the clause begins, where what follows its verb begins, and its verbs.
    objects, actor
        Whom the clause names after its verb, and its subject.
    """
    low, after, verbs = told
    one = Actor(Part.PERSON, min(objects)) if len(objects) == 1 else None
    if _TAKING.search(text, low, after + len("needed")) and len(verbs) > 1:
        return one or cast.left_out(index)
    stranger = actor.part is Part.PERSON and not cast.is_named(actor)
    called = stranger and one is not None and cast.is_named(one) and bool(verbs)
    return one if called and _IDENTIFIED_AS.match(text, verbs[0].start) else None
