"""The words before a verb, where its subject stands: openings, joining words and adverbs set aside."""

import re

MAIN_OPENERS = frozenset({"", ";", "and", "but", ",", "then", "that", ":", "—", "\u2013"})
"""What joins a main clause; nobody refers back to the subject of another ("where a driver ...")."""

OPENING_PHRASE = re.compile(
    (
        r"\s*(?:at|in|on|by|from|after|with|without|to|towards|through|over|under|across|within|for|"
        r"during|near|off|along|via|past)\b[^,]*,?\s*"
    ),
    re.IGNORECASE,
)


OF_AGE = re.compile(r"\s*[Tt]he\s+\d{1,3}-year-old[\s,]*")
"""A person known only by the age: "the 20-year-old"."""


def stripped(stretch: str) -> str:
    """The words before a verb without joining words, prepositional openings and adverbs."""
    core = re.sub(r"^[\s,;:—\u2013()“”\"'\u2018\u2019.-]+", "", stretch)
    core = re.sub(
        (
            r"^(?:and|but|then|before|after|when|where|while|who|which|that|because|until|since|as|so|"
            r"whose|whom|if|although|though|with|having|or|yet|nor)\b[\s,]*"
        ),
        "",
        core,
        flags=re.IGNORECASE,
    )
    return re.sub(
        (
            r"^(?:also|again|later|soon|instead|there|finally|next|eventually|once|first|now|just|still|"
            r"even|already|only|perhaps|then|to|not|never|\w+ly)\b[\s,]*"
        ),
        "",
        core,
        flags=re.IGNORECASE,
    )
    # a stretch that is only times and prepositional phrases has no subject of its own
