"""For whom somebody speaks: "counsel for Karl Meyer"."""

import re

from wayproof.story.text.masked_text import PERSON
from wayproof.story.vocabulary.regexes import regex

_FOR_WHOM = regex(
    r"\b(?:counsel|lawyers?|solicitors?|barristers?|attorneys?|advocates?|defenders?|notary|agents?|managers?|accountants?|adviser?s?|advisors?|silk|"
    r"Q\.?C\.?|K\.?C\.?|(?:appearing|acting|speaking|pleading)|represent(?:ing|s|ed)|defend(?:ing|s|ed))\s+(?:for\s+|of\s+|on\s+behalf\s+of\s+)?"
    rf"(?:[A-Z][a-z]+\.?\s+)?(?P<who>{PERSON}+)",
    re.IGNORECASE,
)
"""Who speaks for somebody named: "counsel for Karl Meyer"."""
PLEADERS = frozenset(
    {"lawyer", "counsel", "solicitor", "barrister", "attorney", "advocate", "notary", "agent", "accountant", "adviser"}
    | {"consultant", "banker", "broker", "hairdresser", "guide", "detective", "trainer", "therapist", "designer"}
)
"""Who has clients."""
CLIENT_CHARACTERS = 400
"""Characters back in which it may be told for whom somebody speaks."""


def spoken_for(mask: str, at: int) -> int | None:
    """Where the name stands of whom somebody is told to speak for, before an offset in a masked text."""
    told = list(_FOR_WHOM.finditer(mask, max(0, at - CLIENT_CHARACTERS), at))
    return told[-1].start("who") if told else None
