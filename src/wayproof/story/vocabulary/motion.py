"""Words of motion and presence: which verbs move a traveller, which show one somewhere, and by what means.

Every verb form belongs to one :class:`Motion` class; the preposition before the place name then says whether the place
was left, reached, passed or merely meant. The lists are closed: a verb that is in none of them counts as
:attr:`Motion.OTHER` ("she chaired a vote in Madrid": whoever does something in a place is there).
"""

import re
from enum import StrEnum
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.journey_words import journey_list
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator


class Motion(StrEnum):
    """What a verb does to the place named with it."""

    LEAVE = "leave"
    START = "start"
    REACH = "reach"
    MOVE = "move"
    CARRY = "carry"
    SEEN = "seen"
    STAY = "stay"
    OTHER = "other"
    SPEECH = "speech"
    STATIC = "static"
    PLAN = "plan"
    MODAL = "modal"
    AUX = "aux"


MOVING = frozenset({Motion.LEAVE, Motion.START, Motion.REACH, Motion.MOVE, Motion.CARRY})
"""Classes of verbs that take somebody from place to place."""


@cache
def verb_classes() -> dict[str, tuple[Motion, ...]]:
    """Every form with the classes it can have; a form in several classes is settled by its voice."""
    table: dict[str, list[Motion]] = {}
    for motion in Motion:
        if motion is not Motion.OTHER:
            for form in journey_list(f"verb_{motion}"):
                table.setdefault(form, []).append(motion)
    return {phrase: tuple(found) for phrase, found in table.items()}


_HIM = r"(?:(?:him|her|them|me|us)\s+)?"
_PARTED = regex(r"^(?:let|took|brought|waved|nodded|booked|signed)\s|\s(?!in$|into$)\S+$")
"""Forms within which may stand who it is done to; "dropped him in X" is no "dropped in"."""


def _sequels(forms: list[str]) -> str:
    """What may follow the first word of forms that share it, the longest first; empty if it stands alone only.

    "picked her up": who it is done to may stand within.
    """
    pieces = []
    for parted, group in groupby((form for form in forms if " " in form), key=lambda form: bool(_PARTED.search(form))):
        rests = "|".join(re.escape(form.split(" ", 1)[1]).replace(r"\ ", r"\s+") for form in group)
        pieces.append(rf"\s+{_HIM if parted else ''}(?:{rests})")
    if not pieces:
        return ""
    return f"(?:{'|'.join(pieces)})" + ("?" if " " not in forms[-1] else "")


@cache
def _by_head() -> dict[str, list[str]]:
    """Every listed form, the longest first, under what its first word begins with before a hyphen."""
    heads: dict[str, list[str]] = {}
    for form in sorted(verb_classes(), key=len, reverse=True):
        heads.setdefault(_head(form), []).append(form)
    return heads


def _head(word: str) -> str:
    return word.split(" ", 1)[0].split("-", 1)[0]


@cache
def _listed(head: str) -> re.Pattern[str] | None:
    """Regular expression for the listed forms that begin with a word, compiled when a text first has that word.

    All of them in one would take a twentieth of a second to compile, and a text has a few dozen.
    """
    by_first: dict[str, list[str]] = {}
    for form in _by_head().get(head, ()):
        by_first.setdefault(form.split(" ", 1)[0], []).append(form)
    if not by_first:
        return None
    words = sorted(by_first, key=len, reverse=True)
    return re.compile(
        rf"(?P<form>{'|'.join(re.escape(word) + _sequels(by_first[word]) for word in words)})\b", re.IGNORECASE
    )


@cache
def _other() -> re.Pattern[str]:
    """Regular expression for a past that no list has, and for any other word in -ed or -ing."""
    return re.compile(rf"(?P<other>{OTHER_PAST}|[a-z]{{2,}}ed|[a-z]{{3,}}ing)\b", re.IGNORECASE)


def form_of(words: str) -> str:
    """A matched verb as it is listed: folded, without who it is done to."""
    folded = re.sub(r"\s+", " ", words.casefold())
    return re.sub(r"^(\S+) (?:him|her|them|me|us) (?=\S)", r"\1 ", folded)


_WORD = regex(r"(?<![\w-])[a-z][a-z-]+", re.IGNORECASE)


@cache
def _other_words() -> frozenset[str]:
    """First words of the pasts that no list has; looking a word up is quicker than trying every one at it."""
    others = re.sub(r"\(\?:.*?\)", "", OTHER_PAST).replace("\\s+", " ").split("|")
    return frozenset(form.split()[0] for form in others if form.strip())


def verb_matches(text: str, start: int, end: int) -> "Iterator[re.Match[str]]":
    """Matches of the listed verbs (group ``form``) and of other pasts (group ``other``) in a stretch, in order."""
    others = _other_words()
    at = start
    while word := _WORD.search(text, at, end):
        at = word.end()
        folded = word.group().casefold()
        head = _head(folded)
        listed = _listed(head) if head in _by_head() else None
        other = folded in others or head in others or folded.endswith(("ed", "ing"))
        match = listed.match(text, word.start(), end) if listed else None
        if match is None and other:
            match = _other().match(text, word.start(), end)
        if match is None and not listed and not other:
            match = PARTICIPLES.match(text, word.start(), end)
            if match and not (
                _HELPER.search(text, max(start, word.start() - _REACH_OF_HELPER), word.start())
                or (_OPENS.fullmatch(text, start, word.end()) and _GOES_ON.match(text, match.end()))
            ):
                match = None
        if match is not None:
            at = match.end()
            yield match


OTHER_PAST = (
    "addresses|arose|ate|awoke|backed|bade|bears|beat|became|befell|began|begot|begs|beheld|bent|"
    "bet|bid|bit|bled|blew|bore|bought|bound|bred|brings|broke|brought|builds|built|"
    "burnt|burst|buys|came|carries|caught|celebrates|chairs|chooses|chose|clung|"
    "cost|crept|cut|dealt|delivers|dove|drank|dreamt|drew|drinks|drove|dug|eats|"
    "fed|fell|felt|fights|fled|flew|flung|forbade|foresaw|forgave|forgot|forsook|"
    "fought|found|freezes|froze|gave|gazes|gives|got|greets|grew|ground|grows|had|heard|"
    "hears|held|hid|hides|hit|holds|hugs|hung|hurt|inspects|keeps|kept|kisses|knelt|knew|"
    "laid|lay|lays|leapt|learnt|led|left|lent|let|lit|loses|lost|made|makes|"
    "meant|met|misled|mistook|mowed|opens|overcame|overslept|overtook|paid|pays|performs|"
    "photographs|pours|preaches|put|puts|quit|ran|rang|read|reads|repairs|rid|"
    "rises|rode|rose|sang|sank|sat|saw|sawed|seeks|sends|sent|set|sewed|shakes|shed|shone|shook|"
    "shot|shows|shrank|shut|sings|sinks|slept|slew|slid|slung|smelt|sneaked|snuck|sold|"
    "sought|sowed|span|spat|speaks|sped|spelt|spent|spilt|spoke|sprang|spread|spreads|spun|stank|"
    "stole|stood|strikes|strode|strove|struck|strung|stuck|stung|stunk|swam|swears|swept|"
    "swore|swung|taught|teaches|thought|threw|throws|tightens|told|took|tore|trod|"
    "understood|undertook|underwent|unloads|unveils|unwound|upheld|upset|wakes|wears|wed|went|wept|"
    "broadcast|cast|leant|split|spoilt|thrust|wrung|rebuilt|redid|remade|reread|rewrote|retook|outran|outdid|oversaw|mislaid|relit|resold|"
    "reset|rewound|shod|clove|bestrode|slunk|outbid|outsold|overthrew|overshot|repaid|betook|waylaid|abode|misread|"
    "wins|withdrew|withstood|woke|won|wore|wound|wove|wrote"
    "|had\\s+(?:lunch|dinner|breakfast|coffee|tea)|has\\s+(?:lunch|dinner)|having\\s+(?:lunch|dinner|breakfast)"
)
"""Irregular past forms (and a few present ones) of verbs that say what somebody does, wherever that is."""

PARTICIPLES = regex(
    r"(?<![\w-])(?P<other>arisen|awoken|beaten|become|bitten|blown|broken|chosen|done|drawn|drunk|eaten|fallen|forgotten|"
    r"forgiven|forsaken|frozen|given|grown|lain|overcome|overtaken|proven|risen|rung|sung|sewn|shaken|shaven|shrunk|"
    r"spoken|sprung|stolen|stridden|sworn|torn|thrown|trodden|undergone|undertaken|withdrawn|worn|woven|rewritten|outrun|"
    r"sunk|sown|mown|forbidden|foreseen|mislaid|overthrown|outgrown|rebroken|retaken|slain|stricken|swum|woken)\b",
    re.IGNORECASE,
)
"""Participles that are no past forms as well: verbs behind a helper only, adjectives elsewhere ("a stolen car")."""
_HELPER = regex(
    r"\b(?:had|has|have|having|was|were|is|are|be|been|being|got|\w+['\u2019](?:d|ve))\s+"
    r"(?:(?:also|already|just|then|later|soon|again|last|first|now|finally|once|never|not|twice|\w+ly)\s+){0,2}$",
    re.IGNORECASE,
)
_REACH_OF_HELPER = 32
_OPENS = regex(r"\W*(?:(?:Last|First|Twice|Once|Again|Then|Finally)\s+[a-z]+|[A-Z][a-z]+)")
_GOES_ON = regex(
    r"\s+(?:in|at|from|off|out|by|into|onto|to|with|up|down|on|near|outside|ashore|aboard|back|again|before|after)\b"
)
"""What makes a participle that opens its sentence no adjective: "Thrown out of a bar in X"."""

NEGATIONS = regex(
    (
        r"\b(?:never|not|n['\u2019]t|neither|nor|without|instead\s+of|rather\s+than|nobody|no\s+one|"
        r"failed\s+to|unable\s+to|refused\s+to|far\s+from|denied|denies|no\s+longer)\b|"
        r"\w+n['\u2019]t\b"
    ),
    re.IGNORECASE,
)
"""Words that turn a statement into its contrary."""

VEHICLES = regex(
    (
        r"\b(?:aircraft|aeroplane|airplane|plane|jet|helicopter|cessna|car|jeep|lorry|truck|pick-?up|"
        r"coach|bus|train|ferry|boat|yacht|ship|vessel|convoy|"
        r"taxi|cab|motorcade|ambulance|van|motorcycle|motorbike|bicycle|balloon|submarine|dinghy|"
        r"canoe|raft|sloop|schooner|trawler|freighter|glider|flight|steamer|liner|spacecraft|capsule|"
        r"expedition|crew|party|team|band|family|couple|pair|trio|group|two|three|four)\b"
    ),
    re.IGNORECASE,
)
"""Vehicles and companies that carry the traveller of a story."""


PICTURE_OF = regex(
    r"\W*(?:the|an?|this|that|one|another|his|her|their)\s+(?:[\w-]+\s+){0,2}?(?:photographs?|photos?|pictures?|snapshots?|images?|film|footage|"
    r"recordings?|videos?|selfies?)\s+(?:of|showing)\b",
    re.IGNORECASE,
)
"""The opening of a clause about a picture: whom it shows stands before its verb."""
