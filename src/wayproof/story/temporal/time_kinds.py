"""What a time expression dates: the event, its telling, or a decision; read from the verb it stands by."""

import re
from enum import StrEnum
from functools import cache

from wayproof.story.text.inserted_tellings import inserted_telling, tellings_inserted
from wayproof.story.vocabulary.regexes import regex

_ONES = (
    r"(?:an?|the|its|his|her|their|our|my|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|forty|fifty|a\s+dozen|dozens\s+of|"
    r"hundreds\s+of|a\s+hundred|several|some|\d+)\s+(?:[\w-]+\s+)?"
)
REPORT_VERBS = (
    rf"reported(?!\s+(?:for\s+(?:duty|work|training|service|practice)|sick|back\b|to\s+{_ONES}(?:station|barracks|office|desk|hospital|camp|base|"
    r"ship|consulate|embassy|headquarters|regiment|depot|prison|gate)|to\s+(?:[\w\u2019'-]+\s+){1,4}?(?:for|as)\s))|"
    r"said(?!\s+(?:goodbye|good-bye|good\s+night|farewell|mass|grace|prayers|(?:his|her|their)\s+(?:\w+\s+)?(?:goodbyes|farewells|prayers)|yes|no)\b)|says|"
    r"announced(?!\s+(?:him|her|my|them)sel(?:f|ves)\b)|confirmed|published|"
    rf"wrote(?!\s+(?:down|out|(?:him|her|them|it|(?-i:(?:[A-Z][\w\u2019'-]+\s+){{0,2}}[A-Z][\w\u2019'-]+))\s+(?:down|in|up|off)|(?:{_ONES}|both\s+|their\s+own\s+|his\s+own\s+|her\s+own\s+)?(?:names?|cheques?|checks?|"
    r"receipts?|will|signatures?|initials|address|particulars|mark|tickets?|prescription)\b))|writes|"
    rf"posted(?!\s+(?:him|her|them|{_ONES}(?:letters?|parcels?|cards?|postcards?|packages?|packets?|guards?|sentr(?:y|ies)|bail|cheques?))\b)|"
    r"tweeted|told(?!\s+(?:him|her|them)\s+(?:goodbye|off)\b)|broke(?=\s+the\s+(?:news|story))|"
    r"(?:news|word)\s+(?:\w+\s+){0,4}?broke|"
    rf"claimed(?!\s+(?:mileage|expenses?|costs|fares?|asylum|refuge|victory|{_ONES}(?:prizes?|luggage|baggage|bags?|suitcases?|tickets?|victory|"
    r"titles?|life|lives|seats?|reward|body|parcels?|coats?|cars?|trophy|medals?|cup|keys?|crown))\b)|"
    rf"added(?!\s+{_ONES}(?:names?|signatures?|initials)\b)|denied|stated|(?:released|issued)(?=\s+(?:an?|the|its|his|her|new)\s+(?:\w+\s+)?"
    r"(?:statements?|reports?|video|film|footage|figures|"
    "photographs?|pictures?|warning|communiqu\u00e9|bulletin|denial|apology|names?|details|list|findings|transcript|press))|revealed|acknowledged|aired|"
    r"broadcast|testified|sworn(?!\s+in\b)|swore(?!\s+(?:an?|the|his|her|their)\s+(?:\w+\s+)?oaths?\b)|"
    rf"declare[ds](?!\s+(?:dead|nothing|{_ONES}(?:[\w-]+\s+){{0,5}}?open\b|{_ONES}(?:goods|luggage|bags?|watch|cargo|catch|cigarettes|currency|money|gifts?)\b))|"
    r"alleged|alleges|submitted(?!\s+to\b)|insisted|explained|admitted(?!\s+to\b)|disclosed"
)
"""Verbs whose own date is that of the telling, not of what is told."""
REPORT_NOUNS = "statement|report|bulletin|press conference|interview|briefing|broadcast|article|post"
DECISION_WORDS = (
    "decided|decides|decide|decision|resolved|vowed|planned|plans|intended|intends|chose(?=\\s+(?:to|not|that)\\b)|"
    "promised|agreed|made up (?:his|her|their) mind"
)
"""Words whose date is that of a plan: a lower bound of the journey at most."""
OTHER_VERBS = (
    "was|were|had|left|leaves|went|came|took|flew|drove|rode|ran|swam|set|got|made|met|saw|seen|held|began|gave|given|"
    "fled|led|sent|shot|died|stood|sat|spent|spoke|reached|slept|stole|found|caught|lost|won|"
    "bought|sold|paid|put|brought|"
    "leaving|arriving|departing|landing|reaching|boarding|crossing|entering|returning|travelling|traveling|flying|driving|riding|sailing|"
    "walking|running|taking|going|coming|setting\\s+(?:out|off)|docking|passing|stopping|changing|catching|spending|sleeping|"
    "drew|drawn|swung|slid|crept|sped|swept|struck|strode|sank|threw|thrown|blew|woke|taught|ate|drank|wore|tore|"
    "heard|did|does|read|rang|let|lay|laid|lit|shook|hung|dug|hit|bent|felt|sang|sung|rung|borne|beaten|thought|sought|"
    "kept|fell|rose|hid|fought|built|taken|gone|been|flown|driven|held|shown|arrives|is|are|has|have"
)


class TimeKindWords(StrEnum):
    """The kinds that words can tell."""

    EVENT = "event"
    REPORT = "report"
    DECISION = "decision"
    PUBLICATION = "publication"


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(
        (
            rf"\b(?:(?P<report>{REPORT_VERBS})|(?P<noun>{REPORT_NOUNS})|(?P<decision>{DECISION_WORDS})|"
            rf"(?P<other>{OTHER_VERBS}|[a-z]{{2,}}ed))\b"
        ),
        re.IGNORECASE,
    )


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(r"\s*[A-Z][A-Z .'\u2019-]{1,40}(?:,\s*[A-Z][\w .]{1,20})?,?\s*(?:\([A-Za-z ]{2,20}\)\s*)?,?\s*$")


@cache
def _published() -> re.Pattern[str]:
    return re.compile(r"\b(?:published|posted|updated|last\s+modified|filed)\s*(?:on|at|:)?\s*$", re.IGNORECASE)


_NEW_CLAUSE = regex(
    r"(?:[,;]\s+(?:so|and|but|then)|;|\bthat|\bso|(?:,|\bof\s+[\w\u2019'-]+)\s+(?:who|which|where|when|while|since|because|as))\s+"
    r"(?:(?:on|at|in|by|from|during|late|early|about|around|last|this|next)\s+)*(?:the\s+)?$",
    re.IGNORECASE,
)
_ASIDE = regex(rf",\s+(?:\w+\s+){{1,3}}(?:{REPORT_VERBS}),\s+(?:and|but|then)\s+[^,;]*$", re.IGNORECASE)
OPENING_WORDS = 3
"""Words before an expression that still opens its sentence."""
_CLAUSE_END = regex(r"[,;]")
AGENCY_CHARACTERS = 40
"""How long the name of the agency after the date of a dateline may be."""
NEAR_CHARACTERS = 160
"""How far a verb may stand from its time."""


_SHOWN = regex(
    r"\b(?:says?|said|reads?|states?|stated)\s+(?:(?:just|only|exactly|precisely|already|still|about|almost|nearly|a\s+little|shortly|not\s+quite)\s+)*\Z",
    re.IGNORECASE,
)
_HOUR = regex(
    r"\d[.:]\d\d|\d\s?[ap]\.?m\b|\b(?:past|to|half|quarter|o['\u2019]clock|noon|midday|midnight|minutes?)\b",
    re.IGNORECASE,
)
"""An hour right behind "says" is what a clock or a paper says: "the till says 19:25", not "said on Friday"."""


def kind_words(text: str, low: int, high: int, start: int, end: int) -> TimeKindWords:
    """What the expression at ``text[start:end]`` dates, in the sentence ``text[low:high]``.

    The nearest verb before it decides; an expression that opens its sentence belongs to the first verb after it.
    """
    end = inserted_telling(text, end)
    before = text[max(low, start - NEAR_CHARACTERS) : start]
    if low == start - len(before) and low < NEAR_CHARACTERS and _dateline().fullmatch(before):
        after = text[end : end + AGENCY_CHARACTERS]
        if re.match(r"\s*(?:\([A-Za-z ]+\)\s*)?(?:—|\u2013|--|-\s|:|\.\s+[A-Z])", after):
            return TimeKindWords.PUBLICATION
    if _published().search(before):
        return (
            TimeKindWords.PUBLICATION
            if "\n" in before[-40:] or len(before) < len("last modified on  ")
            else TimeKindWords.REPORT
        )
    if _SHOWN.search(before) and _HOUR.search(text, start, end):
        return TimeKindWords.EVENT
    # quotation marks and a colon close off the speaker's words from the teller's
    near = re.split(r"[“”\"]|:\s|;", before)[-1] if not _NEW_CLAUSE.search(before) else ""
    # "says that on Saturday he drove", "promised a card, so on 2 March I left": a new clause
    asides = tellings_inserted(near)
    found = [
        match
        for match in _verbs().finditer(near)
        if not (_is_adjective(near, match) or _in_name(near, match))
        and not any(low <= match.start() < high for low, high in asides)
    ]
    # ", his office said," is an aside; the verb before it is what the time belongs to
    while (
        len(found) > 1
        and found[-1]["report"]
        and re.match(r"\s*,", near[found[-1].end() :])
        and "," in near[max(0, found[-1].start() - 40) : found[-1].start()]
    ):
        found.pop()
    if len(found) == 1 and found[0]["report"] and _ASIDE.search(near):
        found = []  # "at nine, it says, and in X at seven": whose telling it is changes nothing
    if found:
        return _kind(found[-1], near)
    if len(near.split()) > OPENING_WORDS and not _published().search(before):
        # the words before hold no verb that is listed; the telling after a comma is another clause
        high = min([high, *(comma.start() for comma in _CLAUSE_END.finditer(text, end, high))])
    match = next(
        (match for match in _verbs().finditer(text, end, min(high, end + NEAR_CHARACTERS)) if not match["noun"]), None
    )
    return _kind(match, text) if match else TimeKindWords.EVENT


def _in_name(text: str, match: re.Match[str]) -> bool:
    """Whether a word is the second of a name, "Port Said", and no verb."""
    first = text[max(0, match.start() - 24) : match.start()]
    return match.group()[0].isupper() and re.search(r"\b[A-Z][\w\u2019'-]*\s$", first) is not None


def _is_adjective(text: str, match: re.Match[str]) -> bool:
    """Whether a word in -ed stands before a noun after an article ("a rented Cessna")."""
    return (
        match.lastgroup == "other"
        and re.search(
            r"\b(?:an?|the|his|her|its|their)\s+(?:\w+\s+)?$", text[max(0, match.start() - 24) : match.start()]
        )
        is not None
        and match.group().endswith("ed")
        and _GOES_ON.match(text, match.end()) is None
    )


_GOES_ON = regex(
    r"\s+(?:out|off|away|into|in|from|up|down|to|at|on|over|back|through|past|by|for|with|alongside|again|him|her|them|it|himself|herself)\b"
)
"""What follows a verb, and no adjective: "the bus pulled out of X"."""
_WARD = regex(r"\b(?:hospital|clinic|infirmary|ward|sanatorium|nurses?|doctors?|asylum)\b[^.;,]*\Z", re.IGNORECASE)
LEAD = 60
"""Characters before "admitted" in which stands what admits the sick."""
_SIGHTED = regex(r"reported\s+(?:in|at|near|off|over|outside|passing|crossing|heading|walking|hiding)\s", re.IGNORECASE)
_IT = regex(r"\bit\s+(?:has\s+|had\s+|was\s+|is\s+|been\s+)+\Z", re.IGNORECASE)
_DONE_TO = frozenset({"told", "released", "admitted", "issued", "posted", "declared", "sworn", "submitted"})
"""What is done to somebody when it is told with "was": "was told to leave", "was admitted"."""


_CLOCK = regex(
    r"\b(?:clocks?|watch|wrist-?watch|chronometer|dial|timer|display|scoreboard|board|hands|sundial|meter|stopwatch)\s+"
    r"(?:(?:above|over|on|in|of|at|by|behind|outside)\s+(?:the|his|her|its|their|an?)\s+(?:[\w-]+\s+){1,3})?(?:\w+ly\s+|had\s+|just\s+|then\s+|still\s+|already\s+)*\Z",
    re.IGNORECASE,
)
NEAR_CLOCK = 70
"""Characters before a verb of telling in which the clock stands that it is of."""


def _kind(match: re.Match[str], text: str) -> TimeKindWords:
    if match["report"]:
        if _CLOCK.search(text, max(0, match.start() - NEAR_CLOCK), match.start()) is not None:
            return TimeKindWords.EVENT  # "the clock above the bar said ten past five"
        # "told the tower that he left" is telling, "was told to leave on Friday" is not
        passive = re.search(r"\b(?:was|were|been|being|is)\s+$", text[max(0, match.start() - 8) : match.start()])
        if match.group().casefold() == "admitted" and _WARD.search(text, max(0, match.start() - LEAD), match.start()):
            return TimeKindWords.EVENT  # "the hospital in X admitted a man of that name on 20 February"
        if (
            passive
            and _SIGHTED.match(text, match.start())
            and not _IT.search(text, max(0, match.start() - LEAD), match.start())
        ):
            return TimeKindWords.EVENT  # "she had been reported in Linz at five"
        return TimeKindWords.EVENT if passive and match.group().casefold() in _DONE_TO else TimeKindWords.REPORT
    if match["noun"]:
        return (
            TimeKindWords.REPORT
            if re.search(r"\b(?:in|at|to)\s+an?\s+(?:\w+\s+)?$", text[max(0, match.start() - 24) : match.start()])
            else TimeKindWords.EVENT
        )
    return TimeKindWords.DECISION if match["decision"] else TimeKindWords.EVENT
