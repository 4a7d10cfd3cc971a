"""Trains, coaches, ships and airlines by their own names: "boarded the Indian Pacific", "took a Greyhound"."""

import re
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.lexicon import named_services

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAKEN = (
    r"(?:board(?:ed|s|ing)?|took|takes?|taken|taking|caught|catch(?:es|ing)?|rode|ridden|riding|joined|left|used|made|missed\s+and\s+then\s+caught|"
    r"on\s+board|aboard|on|by|in|into|via|off|from)\s+"
)
_RIDDEN = (
    r"(?:board(?:ed|s|ing)?|took|takes?|taken|taking|caught|catch(?:es|ing)?|rode|ridden|riding|"
    r"on\s+board|aboard|on)\s+"
)
_LEAD = (
    r"(?:(?:the|an?|his|her|their|that|this|same|very|next|first|last|overnight|night|morning|evening|daily|weekly|slow|fast|"
    r"air-conditioned|one)\s+){0,4}"
)
_ARTICLE = r"(?:the|an?)\s+(?:(?:same|next|first|last|overnight|night|morning|evening|daily|weekly)\s+){0,2}"
_NOT_IT = (
    r"(?!\s+(?:stations?|terminals?|depots?|museums?|shops?|posters?|pubs?|hotels?|offices?|desks?|counters?|staff|clerks?|spokesm[ae]n|spokeswoman|"
    r"officials?|employees?|stewards?|stewardess(?:es)?|drivers?|pilots?|crews?|timetables?|brochures?|uniforms?|race|racing|dogs?|stadium|line\b|"
    r"platform|lounge|waiting|shares?|staff|ticket\s+(?:office|hall|window))\b)(?!['\u2019]s\s+(?:office|desk|counter|spokes))"
)
_ALONE = (
    r"(?=\s*(?:[,.;:)\u2014]|\Z)|\s+(?:to|from|in|into|on|at|with|for|by|through|over|across|out|home|back|as|was|is|had|that|which|when|until|"
    r"past|but|while|before|after|again|train|express|left|leaves|leaving|pulled|ran|runs|arrived|came|all|there|then|this|two|three|yesterday|last)\b)"
)
_CARRIES = (
    r"(?=\s+(?:train\s+)?(?:left|pulled|drew|ran|carried|brought|took|set\s+(?:him|her|them)|arrived|departed|rolled|steamed|crossed|was\s+(?:late|due|on\s+time)|"
    r"halted|stopped|reached|came)\b)"
)


_ANY_TRAIN = (
    rf"\b{_RIDDEN}(?:the|an?)\s+(?P<any>(?-i:(?!Federal|American|Daily|Sunday|National|Indian|Evening|Morning|Polar)[A-Z][\w'\u2019-]+\s+"
    r"(?:[A-Z][\w'\u2019-]+\s+){0,2}(?:Express|Expreß|Limited|Flyer|Sleeper)))\b(?!\s+(?:newspaper|reporter|office|courier|parcel))"
)
"""A train of any name: "took the Varsity Express"."""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each mode with the names of its services, where they carry somebody."""
    made = []
    for mode, forms in named_services().items():
        plain, common = (
            "|".join(map(re.escape, sorted(forms.get(form, ()), key=len, reverse=True))) for form in ("name", "article")
        )
        parts = [rf"\b{_TAKEN}{_LEAD}(?P<name>(?-i:{plain}))\b{_NOT_IT}", rf"\b(?P<runs>(?-i:{plain}))\b{_CARRIES}"]
        if common:
            parts.append(rf"\b{_RIDDEN}{_ARTICLE}(?P<common>(?-i:{common}))\b{_ALONE}")
        if mode == "rail":
            parts.append(_ANY_TRAIN)
        made.append((mode, re.compile("|".join(parts), re.IGNORECASE)))
    return tuple(made)


def services_in(text: str) -> "Iterator[tuple[str, int, int]]":
    """The services that a text names as what carries somebody, as (mode, start, end) of the name."""
    for mode, pattern in _patterns():
        for match in pattern.finditer(text):
            yield mode, *match.span(match.lastgroup or 0)
