"""Names of people in a text: full names, and single words that stand for them later."""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.persons.paired_names import names_of_two
from wayproof.story.temporal.calendar_patterns import MONTHS, WEEKDAYS
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.lexicon import word_list
from wayproof.story.vocabulary.person_nouns import make_noun, person_noun
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NAME = regex(
    r"(?<![\w.])(?:[A-Z\u00c0-\u017d][\w\u2019'-]{0,40}[a-zà-ž][\w\u2019'-]{0,40}|[A-Z]\.)(?:\s+(?:(?:de|da|do|dos|del|della|di|"
    r"van|von|der|den|bin|ibn|al|el|la|le|du|ben|ter|ten|zu|y|ould|abu|bint|vel|af|av|ap|"
    r"e)\s+)*(?:(?:al|el|ad|as|at|ar|an|az|ul|bin)-|d['\u2019])?(?:[A-Z\u00c0-\u017d][\w\u2019'-]{0,40}[a-zà-ž][\w\u2019'-]{0,40}|[A-Z]\.)){1,6}"
)
_TITLED = regex(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Monsieur|Madame|Herr|Frau|Signora?|Se\u00f1ora?|Sgt|Capt|Prof|Abb\u00e9|Padre|Hajji|Haji|Archdeacon|Canon|Monsignor|"
    r"Mademoiselle|Mlle|Mme|Fr\u00e4ulein|Se\u00f1orita|Signorina|Brigadier|Seaman|Commodore|Baron(?:ess)?|Countess|Reverend|Revd?|Cpl)\.?\s+([A-Z][a-zà-ž][\w\u2019'-]+)"
)

_OFFICES = (
    r"President|Chancellor|Premier|Prime\s+Minister|Captain|Capt|Colonel|Col|General|Gen|Major|Maj|Commander|Cmdr|Lieutenant|Lt|"
    r"Sergeant|Corporal|Private|Admiral|Senator|Sen|Congressman|Congresswoman|Assemblyman|Assemblywoman|Judge|Justice|Inspector|"
    r"Superintendent|Constable|Detective|Professor|Father|Sister|Brother|Rabbi|Imam|Sheikh|Bishop|Archbishop|Cardinal|Pastor|"
    r"Pope|King|Queen|Prince|Princess|Emperor|Sultan|Emir|Ambassador|Governor|Mayor|Comrade|Nurse|Sister|Se\u00f1or|Don|Do\u00f1a"
)
_OFFICE_HOLDER = regex(
    rf"(?<!\bthe\s)(?<!\bThe\s)\b(?:{_OFFICES})\.?\s+((?!Air\b)[A-Z\u00c0-\u017d][a-z\u00df-\u017e]{{2,}}(?:-[A-Z][a-z]+)?)\b"
    r"(?!\s+(?:[A-Z]|of\s+(?:State|Staff|the\s+(?:Exchequer|House))))"
)
"""An office before one name: "President Sadat of Egypt", "Colonel Moezzi"; after "the" it is often a ship's."""
_OWNING = regex(r"['\u2019]s$")
_OF_PLACE = regex(r"\b(?:[Tt]he|[Ii]n|[Aa]t|[Nn]ear|into|through|across)\s+$")
FULL_NAME = 2
"""Words of the shortest full name."""
LONGEST_NAME = 4
"""Words of a full name with particles ("Piet van der Berg")."""


def person_names(  # noqa: C901 - what makes words no name, one by one
    text: str, taken: "Sequence[tuple[int, int]]", demonyms: "Sequence[tuple[int, int]]" = ()
) -> list[tuple[int, int, str]]:
    """Spans of full names of people: capitalised words in a row that are neither places nor organisations.

    `taken` are spans of places, which no name overlaps; `demonyms` may stand before a name
    ("West German Mathias Rust").
    """
    found = []
    spans = iter(sorted(taken))
    current = next(spans, None)
    titled = {_OWNING.sub("", name) for name in _TITLED.findall(text)}
    of_peoples = {at for low, high in demonyms for at in range(low, high)}
    for begin, end in _stretches(text):
        start, words = begin, text[begin:end].split()
        while len(words) > 1 and (
            words[0].casefold().rstrip(".") in journey_words("no_names") | journey_words("titles_of_travellers")
            or words[0].endswith("-year-old")
            or start in of_peoples
        ):
            start += len(words[0])
            while text[start : start + 1].isspace():
                start += 1
            words = words[1:]
        if _is_trade(words) or _is_month(text, start, words):
            start, words = text.index(words[1], start + len(words[0])), words[1:]
        titles = [
            index
            for index, word in enumerate(words[:-1])
            if word.casefold().rstrip(".") in journey_words("titles_of_travellers")
        ]
        if titles and len(words) - titles[-1] > FULL_NAME:
            cut = titles[-1] + 1
            start = text.index(words[cut], start + sum(len(word) for word in words[:cut]))
            words = words[cut:]
        while current is not None and current[1] <= start:
            current = next(spans, None)
        if (
            current is not None
            and current[0] <= start < current[1]
            and (behind := _behind_place(text, current[1], end))
        ):
            start, words = behind  # "In Riga Ida Moss was arrested"
            current = next(spans, None)
        last = _OWNING.sub("", words[-1])
        overlaps = current is not None and current[0] < end and current[1] > start
        if overlaps and current is not None:
            overlaps = last not in titled and not _outdoes(text, current, (start, end), words)
        somebodys = last != words[-1] and (last in titled or words[0].casefold() in word_list("given_names"))
        if not somebodys and _OF_PLACE.search(text, max(0, start - 9), start):
            continue  # "in Oleg Rudenko's cellar" is somebody's, "in Santa Ana" is a place
        folded = [word.casefold().rstrip(".") for word in words]
        if (
            overlaps
            or len(words) < FULL_NAME
            or journey_words("no_persons") & set(folded[:-1] if _is_coloured(folded) else folded)
            or "\n" in text[start:end]
            or folded[-1] in journey_words("no_names")
            or _is_make(text, start, words)
        ):
            continue
        name = _OWNING.sub("", text[start:end])
        found.append((start, start + len(name), name))
    crafts = _names_of_crafts(text, found)
    return [one for one in found if one[2] not in crafts]


_OWNER_INSIDE = regex(r"\w(?:['\u2019]s|s['\u2019])\s+(?=[A-Z\u00c0-\u017d])")


def _stretches(text: str) -> "Iterator[tuple[int, int]]":
    """Where words with capitals stand in a row, parted behind an owner: "Air France's | Concorde"."""
    for match in _NAME.finditer(text):
        low, end = match.span()
        for owner in _OWNER_INSIDE.finditer(text, low, end):
            yield low, low + len(text[low : owner.end()].rstrip())
            low = owner.end()
        yield low, end


def _outdoes(text: str, place: tuple[int, int], name: tuple[int, int], words: "Sequence[str]") -> bool:
    """Whether words are a name of somebody although some of them could be a place."""
    (low, high), (start, end) = place, name
    if low > start and high >= end:  # "Mark Ashdown": a given name before what could be a place
        return FULL_NAME <= len(words) <= LONGEST_NAME and words[0].casefold() in word_list("given_names")
    if low > start and high < end:
        return _is_titled(text, start, words)  # "Mrs Kamala Delhi Raman"
    return low == start and high < end and _is_speaker(text, start, words)


_TITLE_BEFORE = regex(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Dame|Professor|Prof|Captain|Colonel|Madame|Sister|Father)\.?\s+\Z"
)


def _is_titled(text: str, start: int, words: "Sequence[str]") -> bool:
    """Whether words are a full name behind a title, or one that a given name opens."""
    if len(words) > LONGEST_NAME:
        return False
    given = words[0].casefold() in word_list("given_names") and words[0].casefold() not in word_list("common_words")
    return given or _TITLE_BEFORE.search(text, max(0, start - 12), start) is not None


def _behind_place(text: str, start: int, end: int) -> tuple[int, list[str]] | None:
    """Start and words of a full name that stands right behind a place; None for what is no more than its name."""
    words = text[start:end].split()
    if not text[start : start + 1].isspace() or not FULL_NAME <= len(words) <= LONGEST_NAME:
        return None
    given = words[0].casefold() in word_list("given_names") and words[0].casefold() not in word_list("common_words")
    return (text.index(words[0], start), words) if given else None


def _is_coloured(words: "Sequence[str]") -> bool:
    """Whether a given name stands before a surname that is a colour, too: "Tom Black"."""
    return words[-1] in {"black", "white"} and words[0] in word_list("given_names")


_SAYS = regex(
    r"\b(?:said|says|argued|argues|asked|added|replied|wrote|writes|recalled|explained|told|joked|conceded)\s+$"
)


def _is_speaker(text: str, start: int, words: "Sequence[str]") -> bool:
    """Whether two words stand right behind a verb of saying, so that the first is a given name: "argued Merv Hall"."""
    plain = len(words) == FULL_NAME and person_noun(words[1]) is None
    return plain and _SAYS.search(text, max(0, start - 12), start) is not None


def _is_trade(words: "Sequence[str]") -> bool:
    """Whether a trade opens the name, with a capital because it opens the sentence: "Undertaker Anna Keller"."""
    trade = words[0].casefold()
    last = trade.rpartition("-")[2]
    known = person_noun(trade) is not None or last in journey_words("titles_of_travellers")
    return len(words) > FULL_NAME and known and trade not in word_list("given_names")


_IN_MONTH = regex(
    r"(?:\b(?:in|since|until|till|by|during|late|early|mid|last|next|this|of|from|on)|\d(?:st|nd|rd|th)?|-)\s*\Z",
    re.IGNORECASE,
)


def _is_month(text: str, start: int, words: "Sequence[str]") -> bool:
    """Whether a month stands right before the name, with no comma: "In March Anna Keller was ..."."""
    after_day = text[max(0, start - 2) : start - 1].isdigit()  # "On 6 June Lund was in X"
    month = len(words) > FULL_NAME - after_day and words[0].casefold() in MONTHS
    return month and _IN_MONTH.search(text, max(0, start - 10), start) is not None


_COUNTED = regex(
    r"(?:\b(?:an?|the|his|her|their|my|our|its|another|one|two|three|this|that)|['\u2019]s|\b\d{4})\s+(?P<between>(?:[a-z][\w-]*\s+){0,2})$",
    re.IGNORECASE,
)


def _is_make(text: str, start: int, words: "Sequence[str]") -> bool:
    """Whether it is what a vehicle is called, by its maker and what stands before: "in a Ford Taunus"."""
    if not any(make_noun(word) for word in words):
        return False
    before = _COUNTED.search(text, max(0, start - 40), start)
    return before is not None and not any(person_noun(word) for word in before["between"].split())


@cache
def _craft_before() -> re.Pattern[str]:
    """Right before a name: a noun for a ship or an aircraft, which then bears it."""
    crafts = "|".join(map(re.escape, sorted(journey_words("named_crafts"), key=len, reverse=True)))
    return regex(rf"\b(?:{crafts})\s+[\"\u201c]?\Z", re.IGNORECASE)


CRAFT_CHARACTERS = 24


def _names_of_crafts(text: str, found: "Sequence[tuple[int, int, str]]") -> set[str]:
    """The names that ships and aircraft bear: "the motor ship Cape Verde Star", "his sloop Antwerp Lace"."""
    borne = _craft_before()
    return {name for start, _, name in found if borne.search(text, max(0, start - CRAFT_CHARACTERS), start)}


_EITHER = frozenset(
    {
        "vivian",
        "evelyn",
        "beverley",
        "beverly",
        "shirley",
        "jocelyn",
        "carol",
        "joyce",
        "meredith",
        "laurie",
        "lynne",
        "mallory",
        "hyacinth",
    }
    | {
        "nikita",
        "misha",
        "vanya",
        "vanja",
        "dima",
        "andrea",
        "akira",
        "sunny",
        "sky",
        "yu",
        "wei",
        "ming",
        "li",
        "jin",
        "sun",
        "hui",
        "lin",
        "hong",
    }
)
"""Given names that the lists have as women's and that men bear as well, elsewhere or in an earlier time."""


def given_gender(name: str) -> str:
    """Gender that the given name tells, "f" or "m"; "" where both bear it or it is not listed."""
    words = unicodedata.normalize("NFKD", name.casefold()).split()
    if len(words) == FULL_NAME and "-" in words[1]:
        return ""  # "Kim Jong-un": the surname stands first
    first = "".join(letter for letter in words[0] if not unicodedata.combining(letter)) if len(words) > 1 else ""
    if first in _EITHER:
        return ""
    return "f" if first in word_list("women") else "m" if first in word_list("men") else ""


_WITH_AGE = regex(
    r"\b([A-Z][a-zà-ž]{2,}),\s+(?:\d{1,2}|aged\s+\d{1,2})\b(?!\s+(?:"
    + "|".join(month.capitalize() for month in MONTHS)
    + r"))"
)
_SAID_NAME = regex(
    r"\b(?:named|called|known\s+as|name\s+as|name\s+is|name\s+was|call\s+(?:him|her|them)(?:self)?)\s+(?:only\s+)?[\"\u201c]?"
    r"([A-Z][a-zà-ž]{2,})\b(?!\s+of\s+[A-Z])"
)
"""Words that give a person's name; "a ship called City of Leeds" is none."""
_WORD = regex(r"\b[A-Z\u00c0-\u017d][\w\u2019-]*[a-zà-ž]\b")
READ_CHARACTERS = 100_000
"""How far into a text names that are told twice are counted."""
_ASKED = regex(r"[QA]\.\s")
"""What opens a line of a record of questions and answers, and is no initial."""
NAMES_AT_MOST = 2_000
"""More names than this are not followed: no story has as many persons."""


def all_names(
    text: str, taken: "Sequence[tuple[int, int]]", demonyms: "Sequence[tuple[int, int]]" = ()
) -> list[tuple[int, int, str]]:
    """Spans of full names and of the single names that stand for the same people, sorted; arguments as above."""
    full = [one for one in person_names(text, taken, demonyms) if not _ASKED.match(one[2])][:NAMES_AT_MOST]
    single: set[str] = {_OWNING.sub("", match.group(1)) for match in _TITLED.finditer(text)}
    single |= {match.group(1) for match in _SAID_NAME.finditer(text)} | names_of_two(text[:READ_CHARACTERS])
    common = word_list("common_words")
    single |= {match.group(1) for match in _OFFICE_HOLDER.finditer(text) if match.group(1).casefold() not in common}
    single |= {
        match.group(1)
        for match in _WITH_AGE.finditer(text)
        if match.group(1).casefold() in word_list("given_names")
        or match.group(1).casefold() not in word_list("common_words")
    }
    calendar = {form for name in (*MONTHS, *WEEKDAYS) for form in (name, name[:3], name[:4])}
    peoples = {text[start:end] for start, end in demonyms}
    counted = Counter(match.group() for match in _WORD.finditer(text[:READ_CHARACTERS]))
    single |= {
        word
        for word, times in counted.items()
        if times > 1
        and word.casefold() not in calendar
        and word not in peoples
        and word.casefold() in word_list("given_names")
        and word.casefold() not in word_list("common_words")
    }
    for _, _, name in full:
        words = name.split()
        single |= {word for word in (words[0], words[-1]) if len(word) > 1 and not word.endswith(".")}
    single -= {
        word for word in single if word.casefold() in journey_words("no_names") | journey_words("titles_of_travellers")
    }
    covered = sorted([*taken, *((start, end) for start, end, _ in full)])
    found = list(full)
    at = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group().removesuffix("\u2019s").removesuffix("'s")
        if word not in single:
            continue
        while at < len(covered) and covered[at][1] <= start:
            at += 1
        if at < len(covered) and covered[at][0] < end:
            continue
        found.append((start, start + len(word), word))
    return sorted(found)


def without_dates(
    names: "Sequence[tuple[int, int, str]]", times: "Sequence[tuple[int, int]]", places: "Sequence[tuple[int, int]]"
) -> list[tuple[int, int, str]]:
    """The names without parts of times: "on 3 | June Paul Reeve" is Paul Reeve, "on 5 | June Ancona" is nobody."""
    starts = [start for start, _ in times]
    kept = []
    for low, high, name in names:
        index = bisect_right(starts, low) - 1
        end = times[index][1] if index >= 0 else low
        if end <= low:
            kept.append((low, high, name))
            continue
        rest = name[end - low :].lstrip()
        if high > end and not any(end <= place < high for place, _ in places):
            kept.append((high - len(rest), high, rest) if len(rest.split()) >= FULL_NAME else (low, high, name))
    return kept


def second_surnames(name: str) -> tuple[str, ...]:
    """What else a long name is called later: "Ibarra" and "Ibarra Montero" for Hugo Ibarra Montero."""
    words = name.split()
    if len(words) <= FULL_NAME:
        return ()
    inner = [word for word in words[1:-1] if len(word) > FULL_NAME and word[0].isupper() and "." not in word]
    alone = [word for word in inner if word.casefold() not in word_list("given_names")]
    return (*alone, *(" ".join(words[at:]) for at in range(1, len(words) - 1) if words[at][0].isupper()))
