"""Means told by a make alone: "in a hired Peugeot", "her old Volvo"."""

from wayproof.story.vocabulary.lexicon import rule_words
from wayproof.story.vocabulary.person_nouns import make_noun
from wayproof.story.vocabulary.regexes import regex

_MAKE = regex(
    r"\b(?:his|her|their|its|my|our|an?|the|two|another|this|that)\s+(?:own\s+)?"
    r"(?:(?!(?:of|at|for|by|with|in|on|from|to|and|or|who|that)\s)(?:[a-z]+(?:-[a-z]+)*|1?9?\d\d)\s+){0,3}(?P<make>[A-Z][\w-]+)\b"
    r"(?!\s+(?:[A-Z]|dealers?\b|plant\b|works\b|factory\b|garage\b|showroom\b|parts\b|company\b|workers?\b|mechanic\b|family\b|hotel\b|club\b))"
)
_TWO_WHEELS = frozenset(
    {
        *("bsa", "ducati", "enfield", "harley", "harley-davidson", "husqvarna", "jawa", "kawasaki", "ktm", "lambretta"),
        *("matchless", "norton", "triumph", "velocette", "vespa", "vincent", "yamaha", "zündapp"),
    }
)
_NO_CAR = frozenset(
    {"greyhound", "pullman", "winnebago", "escort", "falcon", "sunny", "discovery", "civic", "accord", "maverick"}
)
"""Names of models that are other things as often."""
_ALONE = regex(
    r"\s*(?:[,.;:)\u2014]|\Z)|\s+(?:to|from|in|into|on|at|and|or|with|for|by|through|over|across|out|up|down|home|back|as|was|is|had|that|which|"
    r"when|until|past|off|along|towards?|but|while|before|after|all|outside|then|again)\b"
)
"""What follows a model that has its name from a town: "in his Tucson to Yuma", but not "at his Tucson ranch"."""
_MEANS = {"car": "car", "aircraft": "air"}


def means_of_make(text: str) -> tuple[str, ...]:
    """The means that a make behind its article tells; empty where none stands."""
    for found in _MAKE.finditer(text):
        make = found["make"]
        noun = "" if make.casefold() in _NO_CAR else make_noun(make)
        if make.casefold() in rule_words("town_models") and found[0].split()[0].casefold() != "the":
            noun = "car" if _ALONE.match(text, found.end()) else ""
        if make.casefold() in _TWO_WHEELS:
            return ("motorcycle",)
        if noun:
            return (_MEANS[noun],)
    return ()
