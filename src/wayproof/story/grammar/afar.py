"""What is done to something elsewhere, wherever its doer is: "criticised the trams in X", "had a letter from X"."""

import re
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.regexes import regex
from wayproof.story.vocabulary.verb_forms import verb_forms

if TYPE_CHECKING:
    from wayproof.story.grammar.verbs import Verb

_OBJECT = regex(
    r"\s+(?!(?:in|at|near|on|outside|inside|off|to|with|from|before|and|or|again|there|here|later|earlier|publicly|"
    r"loudly|out|aloud)\b)[\w\u2019'\"\u201c-]+\s+(?:[\w\u2019',\"\u201d-]+\s+){0,12}?(?:in|at|near|on|outside|off|of|"
    r"from)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""What a verb is done to, up to the place at which that is."""
_OCCASION = regex(
    r"\s(?:at|during|in|from|before|outside|inside|to|aboard|on)\s+(?:an?|the|his|her|their|one|another|some|reporters|"
    r"journalists|delegates)\s+(?:[\w\u2019'-]+\s+){0,4}?(?P<noun>[\w-]+)\s+(?:in|at|near|outside|of|on)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""An occasion or a house at which it is done: "criticised the trams at a rally in X"."""
_HEARERS = regex(r"\s(?:to|before|with)\s+(?:reporters|journalists|delegates|police|officials|voters|supporters)\s")
_TOPIC = regex(r"\s+(?P<word>of|about|against|at|over|for|to|on|from|into|with|in)\s")
_THING_OF_ASKING = frozenset({"toast", "health", "marriage"})
_HEAD = regex(
    r"\s+(?:the|an?|his|her|their|its|this|that)\s+(?:[\w\u2019'-]+\s+){0,3}?(?P<noun>[a-z-]+)\s+"
    r"(?:in|at|near|of|on|outside)\s"
)
_UNSEEN = regex(
    r"\s*,?\s*(?:live\s+|only\s+)?(?:on|over|by|via|through)\s+(?:the\s+|a\s+|his\s+|her\s+)?"
    r"(?P<by>(?:tele-?)?phone|letter|post|e-?mail|mail|fax|video|telegram|telex|skype|zoom|proxy|television|tv|radio|"
    r"wireless|internet|web|screen|webcam|satellite)\b",
    re.IGNORECASE,
)
"""By what somebody watches, hears or does what happens elsewhere."""
_SENDERS = frozenset({"television", "tv", "radio", "wireless", "internet", "web", "screen", "webcam", "satellite"})
_FROM_THERE = regex(
    r"\b(?P<noun>[\w-]+)\s+(?:\w+ly\s+)?(?:(?:sent|received|posted|mailed|ordered|imported|dated|postmarked)\s+)?from\s+"
    r"(?:(?:an?|the|his|her|their|its|some|one|two|another)\s+(?:[\w\u2019'-]+\s+){1,4}?(?:in|at|near|of|on|outside)\s+)?"
    r"(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""What comes from a place to somebody who is elsewhere: "a letter from X", "a bill from a hotel in X"."""


def is_afar(text: str, verb: "Verb", between: str, after: int) -> bool:
    """Whether something is done to what is at a place by somebody who need not be there.

    Parameters
    ----------
    text
        The story.
    verb, between
        The verb, and the words between it and the name of the place.
    after
        Offset at which the name ends.
    """
    if verb.passive or verb.end > after:
        return False
    if _is_unseen(text, verb, between, after) or _comes_from_there(verb, between):
        return True
    return _is_listed(verb, between) and not _on_occasion(between)


def _is_unseen(text: str, verb: "Verb", between: str, after: int) -> bool:
    by = _UNSEEN.match(text, after)
    if by is None or not between.strip():
        return False
    return by["by"].casefold() not in _SENDERS or verb.form in verb_forms("perceives")


def _comes_from_there(verb: "Verb", between: str) -> bool:
    found = _FROM_THERE.search(between)
    noun = found["noun"].casefold() if found else ""
    known = bool({noun, noun.removesuffix("s")} & journey_words("missives"))
    made = verb.form in {"made", "makes", "making", "put", "puts", "placed"}  # "made a call from X"
    return known and not made and verb.form not in verb_forms("calls") | verb_forms("sends")


def _is_listed(verb: "Verb", between: str) -> bool:
    head = _HEAD.match(between)
    noun = head["noun"] if head is not None else ""
    if verb.form in verb_forms("hails"):
        return bool({noun, noun.removesuffix("s")} & journey_words("news"))  # "welcomed the vote in X"
    if verb.form in verb_forms("follows"):
        return noun.removesuffix("s") in journey_words("in_the_papers")  # "followed the trial in X"
    topic = _TOPIC.match(between)
    if topic is not None:
        return f"{verb.form} {topic['word']}" in verb_forms("afar_of")
    if verb.form not in verb_forms("afar") or _OBJECT.fullmatch(between) is None:
        return False
    return not _THING_OF_ASKING & set(between.split())


def said_on_occasion(verb: "Verb", between: str) -> bool:
    """Whether what is done to something elsewhere is done at an occasion at the place: "praised it at a rally in X"."""
    return not verb.passive and verb.form in verb_forms("afar") and _on_occasion(between)


def _on_occasion(between: str) -> bool:
    """Whether words between a verb and a place name an occasion or a house there: "... at a rally in X"."""
    if _HEARERS.search(between):
        return True
    found = _OCCASION.search(between)
    return found is not None and found["noun"].casefold() in _occasions()


@cache
def _occasions() -> frozenset[str]:
    lists = ("engagements", "pastimes", "halts", "whereabouts")
    return frozenset().union(*map(journey_words, lists))
