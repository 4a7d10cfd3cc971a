"""Words that leave open who acts: "one of them", "Meyer or Brandt", "a man believed to be Meyer"."""

import re

from wayproof.story.persons.members import Doubt
from wayproof.story.text.masked_text import PERSON
from wayproof.story.vocabulary.person_nouns import person_noun
from wayproof.story.vocabulary.regexes import regex

_OPENING = rf"(?:(?:and|but|then|later|meanwhile|on|by|in|at|early|late|the)\b|[^\w{PERSON}])*"
_OF_THEM = r"of\s+(?:them|(?:the|these|those)\s+(?P<group>\w+)(?P<more>\s+\w+)?)"
_ONE_OF = regex(
    rf"{_OPENING}(?P<word>(?:(?:at\s+least|only|just)\s+)?"
    r"(?:one|two|three|four|some|several|most|another|either|the\s+(?:elder|older|younger|first|second|third|other))\s+"
    rf"{_OF_THEM}|the\s+others?)\b(?!\s*,)",
    re.IGNORECASE,
)
_NUMBERS = frozenset({"two", "three", "four", "five", "six", "pair", "trio", "rest"})
_WHOLE = regex(
    rf"{_OPENING}(?P<who>all\s+(?:of\s+them|(?:two|three|four|five|six|seven|eight)(?:\s+of\s+them)?)|both(?:\s+of\s+them)?|"
    r"the\s+(?:two|three|four|five|six)\s+of\s+them)\s*(?:(?:was|were|had|have|are|been|also|then|soon|later|all|both|again|safely)\s+)*",
    re.IGNORECASE,
)
_THEY_ALL = regex(
    rf"{_OPENING}they\s+(?:(?:had|have|were|are|also|then|soon|later|again|safely|now|at\s+last)\s+)*(?:all|both)\s*"
    r"(?:(?:of\s+them|together|had|have|been|were|are|also|then|soon|later|again|safely|now|at\s+last)\s*)*",
    re.IGNORECASE,
)
_OTHER = "another of the company"
_TAKEN_FOR = regex(
    r"\s+(?:(?:who\s+(?:was|is)\s+|widely\s+)?(?:believed|thought|said|suspected|presumed|reported|understood|supposed|assumed)\s+"
    r"to\s+(?:be|have\s+been)|who\s+(?:may|might|could)\s+(?:be|have\s+been)|(?:who\s+)?(?:resembl(?:ing|ed|es)|look(?:ing|ed|s)\s+"
    rf"(?:\w+\s+)?like))\s+(?P<who>{PERSON}+|(?:him|her)\b)",
    re.IGNORECASE,
)
_OR = regex(r"\s+or\s+")
_COMPANY = regex(
    r"\b(?:and|with)\s+(?:his|her|an?|the|some|another)\s+[a-z]+|\b(?:with|two|three|four|five|six|several|both|others|joined)\b|"
    r"\baccompanied\s+by\b",
    re.IGNORECASE,
)
_ALONG = regex(
    r"\b(?:and|with)\s+(?:(?:his|her)\s+|(?:the\s+|her\s+|his\s+)?(?:two|three|four|five)\s+)[a-z]+|\b(?:his|her)\s+(?:two|three|four|five)\s+[a-z]+|"
    r"\baccompanied\s+by\b|\bjoined\s+by\b",
    re.IGNORECASE,
)
"""What tells that others came along, so that a number of them is theirs: "with her sons ... all three"."""
COMPANY_CHARACTERS = 400
"""Characters before "they" in which those are told of who came along."""
_EITHER = regex(r"\W*either\s+", re.IGNORECASE)


def part_of_company(
    text: str, low: int, high: int, told_of: tuple[int | None, int | None], partner: str | None
) -> Doubt | None:
    """What leaves open who acts because it tells of one among several: "one of them", "the other".

    Parameters
    ----------
    text, low, high
        The subject stands in ``text[low:high]``, masked.
    told_of
        The company and the person whom the story tells of; None for none.
    partner
        Who was joined to the company's first by "and"; None for nobody known.
    """
    found = _ONE_OF.match(text, low, high)
    if found is None or told_of[0] is None:
        return None  # "One shows him in X; the other ..." without a company is no person
    word, group, more = found["word"], found["group"], found["more"] or ""
    if group is not None and person_noun(more.strip()) is None:
        if group.casefold() not in _NUMBERS and person_noun(group) is None:
            return None  # "one of the planes"
        word = word.removesuffix(more)
    word = word[:1].lower() + word[1:]
    return Doubt(word, tuple(dict.fromkeys(one for one in told_of if one is not None)), (partner or _OTHER,))


def whole_company(text: str, low: int, high: int, *, together: bool) -> bool:
    """Whether the subject in ``text[low:high]`` is all who travel together: "all four", "both", "the two of them".

    `together` tells whether somebody is known to have been joined to another; else their paragraph has to tell of it.
    """
    found = _WHOLE.fullmatch(text, low, high)
    return found is not None and (together or _tells(_ALONG, text, found.start("who")))


def they_all(text: str, low: int, high: int) -> bool:
    """Whether the subject in ``text[low:high]`` is all that the story tells of: "by six they had all landed"."""
    return _THEY_ALL.fullmatch(text, low, high) is not None


def taken_for(text: str, low: int, high: int) -> tuple[str, int] | None:
    """Whom a subject is only believed to be, as written, and where that stands; None for others.

    Parameters
    ----------
    text
        The masked text.
    low, high
        Where the phrase of the subject ends, and how far its sentence may be read.
    """
    found = _TAKEN_FOR.match(text, low, high)
    return None if found is None else (found["who"], found.start("who"))


def alternative(text: str, low: int, high: int) -> int | None:
    """Where the second of two subjects begins that "or" parts; None where there is no second."""
    found = _OR.match(text, low, high)
    return None if found is None else found.end()


def without_either(text: str, low: int, high: int) -> int:
    """Where a subject begins without the "either" before it."""
    found = _EITHER.match(text, low, high)
    return low if found is None else found.end()


def has_company(text: str, at: int) -> bool:
    """Whether it is told, in the paragraph before an offset, that somebody comes along."""
    return _tells(_COMPANY, text, at)


def _tells(company: re.Pattern[str], text: str, at: int) -> bool:
    low = max(0, at - COMPANY_CHARACTERS)
    low = max(low, text.rfind("\n\n", low, at))
    return company.search(text, low, at) is not None
