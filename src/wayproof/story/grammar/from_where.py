"""What "from X" tells behind a verb and its company: where the way began, or where somebody or something comes from."""

import re

from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.person_nouns import person_noun, vehicle_noun
from wayproof.story.vocabulary.regexes import regex

_COMPANY = regex(
    r"\bwith\s+(?:(?:his|her|their|its|all|both|two|three|four|five|six|the\s+other|the\s+rest\s+of\s+the)\s+)+(?:of\s+)?(?:[\w-]+\s+){1,4}\Z",
    re.IGNORECASE,
)
"""Who goes along, before "from": "with his wife and two sons"."""


_OUT_OF = regex(r"\bout\s+of\s+(?:the\s+)?\Z", re.IGNORECASE)


def is_of_noun(between: str, *, moved: bool) -> bool:
    """Whether "from X" tells where somebody or something else comes from ("a dealer from Macon")."""
    if moved and _OUT_OF.search(between):
        return False  # "the steamer took the botanist out of X"
    before = re.split(r"\bfrom\b", between, flags=re.IGNORECASE)[0] if moved else between
    if moved and _COMPANY.search(before):
        return False  # "took the train with his family from X"
    last = re.search(r"([\w-]+)\s+$", before)
    # "a novel by an author from X"; but "drove the minister from X" moves the minister
    if last and vehicle_noun(last.group(1)):
        return not moved  # "in her camper from X": what goes is no person, for all its ending
    if last and person_noun(last.group(1)) and not re.fullmatch(r"\s*(?:\S+\s+){1,3}", before):
        return True
    match = re.search(
        (
            r"\b(?:an?|the|another|two|three|several|some|other|his|her|"
            r"fellow)\s+(?:[\w\u2019'-]+\s+){0,3}?([\w-]+)\s+(?:from\s+)?(?:\w+\s+)*$"
        ),
        before,
        re.IGNORECASE,
    )
    if match and match.group(1).casefold().removesuffix("s") in journey_words("persons"):
        return True
    return not moved


_WITH = regex(
    r"^[^,;]{0,40}?\b(?:with|among|behind|beside|alongside|ahead\s+of|in\s+the\s+company\s+of|together\s+with)\s+"
    r"(?:(?:the|(?P<one>an?)|his|her|their|some|about|around|all|both|two|three|four|five|six|seven|eight|nine|ten|a\s+dozen|twelve|twenty|thirty|forty|fifty|"
    r"hundreds?|\d+)\s+)(?:[\w\u2019'-]+\s+){0,4}?(?P<noun>[\w-]+)\s+(?:from|out\s+of)\s+(?P<spot>(?:the|an?|his|her|their|its)\s+"
    r"(?:[\w\u2019'-]+\s+){0,3}?(?P<part>[\w-]+)\s+(?:in|at|of|on|near|outside|by)\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
_GROUP = frozenset(
    {
        "group",
        "wave",
        "pack",
        "bunch",
        "field",
        "peloton",
        "others",
        "rest",
        "column",
        "convoy",
        "fleet",
        "band",
        "crowd",
        "start",
        "batch",
    }
    | {
        "runners",
        "riders",
        "walkers",
        "cyclists",
        "swimmers",
        "starters",
        "competitors",
        "pilgrims",
        "marchers",
        "crews",
        "boats",
        "cars",
    }
)
_COMPANIONS = frozenset(
    {
        "friend",
        "companion",
        "colleague",
        "guide",
        "brother",
        "sister",
        "cousin",
        "nephew",
        "niece",
        "son",
        "daughter",
        "partner",
        "party",
        "group",
        "crew",
        "team",
        "escort",
        "navigator",
        "co-pilot",
        "mechanic",
        "mate",
        "passenger",
        "porter",
        "dozen",
        "hundred",
    }
)
"""Whom somebody has along wherever they come from."""
_HOUSES = frozenset(
    {
        "firm",
        "company",
        "village",
        "town",
        "suburb",
        "family",
        "farm",
        "school",
        "college",
        "university",
        "island",
        "region",
        "province",
    }
)
"""What somebody comes from as often as they set out from it."""


def is_start_in_company(between: str, *, starts: bool) -> bool:
    """Whether "from X" behind company is where the way began: "set off with the fast group from the velodrome in X".

    Parameters
    ----------
    between
        The words from the verb to the name.
    starts
        Whether the verb is one of starting.
    """
    found = _WITH.search(between)
    if found is None:
        return False
    noun, part = found["noun"].casefold(), (found["part"] or "").casefold()
    somebody = noun in _GROUP or person_noun(noun) is not None
    spot = part in journey_words("whereabouts") and part not in _HOUSES
    stranger = found["one"] is not None and noun not in _COMPANIONS  # "with a priest from X"
    return somebody and ((starts and found["spot"] is None and not stranger) or spot)
