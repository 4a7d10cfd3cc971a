"""One of several papers, tellers or vehicles as a subject: "page two says", "car one left", "the second has him"."""

import re

from wayproof.story.vocabulary.regexes import regex

_PAPER = (
    r"(?:account|act|affidavit|annex|answer|appendix|article|bill|book|bulletin|camera|card|chapter|clause|clip|column|copy|count|counterfoil|"
    r"coupon|deposition|diary|document|draft|entry|envelope|episode|exhibit|file|film|folder|folio|form|frame|image|instalment|invoice|item|"
    r"leaf|letter|line|list|log|logbook|memo|message|minute|note|notebook|number|page|panel|paper|paragraph|part|photograph|picture|plate|point|"
    r"postcard|print|programme|question|receipt|recording|reel|register|report|roll|scene|schedule|section|sheet|shot|slide|slip|stage|"
    r"stamp|statement|table|tape|telegram|text|ticket|verse|version|volume|voucher|witness|day|leg|lap|night|"
    r"car|bus|lorry|truck|boat|crew|team|group|party|suspect|passenger)"
)
_NUMBERED = regex(
    rf"\b{_PAPER}\s+(?:number\s+|no\.?\s+)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{{1,3}}|[IVX]{{1,4}}|[A-F])\s+"
    r"(?:then\s+|also\s+|only\s+|\w+ly\s+)?\Z",
    re.IGNORECASE,
)
_ORDINAL = regex(
    r"\b(?:the|a)\s+(?:first|second|third|fourth|fifth|next|last|other|latter|former|later|earlier|same)\s+(?:then\s+|also\s+|only\s+|\w+ly\s+)?\Z",
    re.IGNORECASE,
)
_TELLS_ALONE = frozenset(
    {"says", "said", "has", "had", "tells", "told", "gives", "gave", "showed", "insisted", "insists"}
)
"""Verbs that no noun looks like."""
_WHAT = regex(r"\s+(?:that|him|her|them|how|when|where|the|an?|his|their|he|she|they|[A-Z])\b")
"""What follows a verb that also looks like a noun: "the second puts him in X", not "the first reports of"."""


_SHOWING = frozenset(
    {
        "claims",
        "gives",
        "lists",
        "names",
        "notes",
        "places",
        "puts",
        "reads",
        "records",
        "reports",
        "shows",
        "states",
        "swears",
        "finds",
        "makes",
        "dates",
        "mentions",
        "describes",
        "credits",
    }
)


def is_numbered(text: str, start: int, end: int, word: str) -> bool:
    """Whether one of several papers stands right before a verb that begins at an offset, and does what it tells."""
    before = text[max(0, start - 60) : start]
    if word.endswith("ing"):
        return False
    if _NUMBERED.search(before) is not None:
        return True
    return _ORDINAL.search(before) is not None and (
        word in _TELLS_ALONE or (word in _SHOWING and _WHAT.match(text, end) is not None)
    )
