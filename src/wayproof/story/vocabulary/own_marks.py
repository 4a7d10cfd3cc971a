"""What tells where its owner is: a name or a signature in a book that is kept at a place, a thing that is handled."""

import re
from functools import cache

from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.regexes import regex


def any_of(name: str) -> str:
    """A pattern for the words of a list; a hyphen stands for a space or nothing, too."""
    words = sorted(journey_words(name), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\-", r"[\s-]?").replace("'", "['\u2019]") for word in words) + ")"


BOOK_CHARACTERS = 160
"""Characters before or after a name in which the book stands that it is written in."""


@cache
def book_pattern() -> re.Pattern[str]:
    """A book or paper that is kept at a place."""
    return re.compile(rf"\b{any_of('books')}s?\b", re.IGNORECASE)


@cache
def is_mark(word: str) -> bool:
    """Whether a noun is what somebody leaves on paper: "signature", "initials"."""
    return bool({word.casefold(), word.casefold().removesuffix("s")} & journey_words("marks"))


def in_book(text: str, start: int, end: int) -> bool:
    """Whether a book is told of in the same breath as the mark at ``text[start:end]``."""
    before = re.split(r"[.;!?\n]", text[max(0, start - BOOK_CHARACTERS) : start])[-1]
    after = re.split(r"[.;!?\n]", text[end : end + BOOK_CHARACTERS])[0]
    return book_pattern().search(before) is not None or book_pattern().search(after) is not None


@cache
def _handled() -> re.Pattern[str]:
    return re.compile(
        r",?\s+(?:(?:was|were|had\s+been|has\s+been|have\s+been|is|are|being)\s+)+(?:\w+ly\s+|then\s+|also\s+|again\s+|twice\s+|once\s+|all\s+|duly\s+|later\s+)?"
        rf"{any_of('handling')}\b(?!\s+(?:to|into|away|off|out|over|back\s+to|from|on)\s+(?:the\s+)?[A-Z])",
    )


_SPENT = regex(
    r"\s+(?:had\s+|then\s+|soon\s+|also\s+|all\s+|both\s+|finally\s+|at\s+last\s+|\w+ly\s+)*"
    r"(?:ran\s+(?:out|low|dry)|run\s+(?:out|low|dry)|gave\s+(?:out|way)|given\s+(?:out|way)|died|broke(?:\s+(?:down|off|in\s+two))?|burst|wore\s+(?:out|through)|"
    r"worn\s+(?:out|through)|deserted|collapsed|fell\s+(?:apart|lame|ill|sick|dead|to\s+pieces)|foundered|bolted|went\s+lame|dropped\s+dead|snapped|"
    r"came\s+(?:off|apart|to\s+an\s+end)|dried\s+up|split|were\s+(?:spent|exhausted|gone|used\s+up)|was\s+(?:spent|exhausted|gone|used\s+up))\b"
)
"""How what somebody lives or goes by on the way comes to its end."""


def is_handled(text: str, noun: str, end: int) -> bool:
    """Whether a thing is handled, or gives out, where its owner is: "her film | was shown", "his food | ran out"."""
    forms = {noun.casefold(), noun.casefold().removesuffix("s")}
    if forms & journey_words("spent") and _SPENT.match(text, end):
        return True
    return bool(forms & journey_words("handled")) and _handled().match(text, end) is not None


NOT_ALONG = frozenset(
    {
        "name",
        "number",
        "statement",
        "deposition",
        "particulars",
        "details",
        "film",
        "films",
        "sample",
        "samples",
        "wares",
        "stock",
    }
    | {"merchandise", "goods", "picture", "pictures", "instrument", "instruments", "identity", "cases", "certificate"}
)
"""Things that others may handle where their owner is not."""


def _handling_now() -> str:
    """The forms in -ing of what is done to a thing by one regular verb: "stamping", "examining"."""
    stems = [word.removesuffix("ed") for word in journey_words("handling") if word.endswith("ed") and " " not in word]
    return "(?:" + "|".join(sorted(map(re.escape, stems))) + ")ing"


@cache
def _handles() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of('handling')}|{_handling_now()}|shook|shak(?:es|ing)|wr(?:ung|inging)|squeez(?:ed|ing)|clasp(?:ed|ing)|gripp(?:ed|ing)|grasp(?:ed|ing)|"
        r"pump(?:ed|ing)|kiss(?:ed|ing)|patt(?:ed|ing)|took(?:\s+(?:down|away|off|apart))?|tore(?:\s+up)?|wrote\s+down|went\s+through|sewed\s+up|sealed|cleared|disinfected|"
        r"fumigated|endorsed|initialled|countersigned|sniffed|oiled|greased|pumped\s+up|held\s+up|leafed\s+through|turned\s+over|rummaged\s+(?:in|through)|"
        r"put\s+(?:a\s+stamp|stamps)\s+in|looked\s+(?:at|through|into))\s+(?:through\s+|at\s+|in\s+)?(?:his|her|their|[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,2}['\u2019]s)\s+(?:[\w-]+\s+){0,2}?"
        r"(?P<thing>[\w-]+)",
        re.IGNORECASE,
    )


def handles_own(text: str, at: int) -> bool:
    """Whether a verb that begins at an offset handles what somebody has along: "stamped his papers"."""
    found = _handles().match(text, at)
    if found is None:
        return False
    words = {found["thing"].casefold(), found["thing"].casefold().removesuffix("s")}
    return bool(words & (journey_words("handled") - NOT_ALONG | journey_words("traces")))
