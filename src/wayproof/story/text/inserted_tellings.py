"""Tellings inserted between commas, "At nine, he writes, she was in Lyon": they part nothing of what they tell."""

from bisect import bisect_left
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WHO = (
    r"(?:he|she|they|it|I|we|(?:the|his|her|its|an?)\s+(?:[\w\u2019'-]+\s+){0,3}?[\w\u2019'-]+|"
    r"(?:[A-Z][\w\u2019'.-]+\s?){1,4})"
)
_TELLS = (
    r"(?:says|said|writes|wrote|claims|claimed|tells|told|insists|insisted|recalls|recalled|maintains|maintained|reports|"
    r"reported|states|stated|explains|explained|assures|assured|adds|added|swears|swore|informs|informed|testifies|testified|"
    r"remembers|remembered|reckons|thinks|believes|notes|noted|declares|declared|alleges|alleged|shows?|showed)"
)
_WHOM = r"(?:\s+(?:us|me|him|her|them|reporters|police|[\w\u2019'-]+(?:\s+[\w\u2019'-]+){0,3}))?"
_TELLING = regex(
    rf",\s+(?:so\s+)?{_WHO}\s+(?:also\s+|later\s+|has\s+|had\s+)?{_TELLS}{_WHOM}(?=,)|"
    rf",\s+{_TELLS}\s+{_WHO}(?:\s+[A-Z][\w\u2019'-]+){{0,3}}(?=,)|"
    r",\s+according\s+to\s+[^,;.\n]{2,60}(?=,)|"
    r",\s+so\s+[^,;.\n]{3,40}?\s(?:runs|goes|has\s+it)(?=,)|"
    r",\s+(?:by\s+(?:his|her|their)\s+own\s+(?:account|reckoning|telling)|in\s+(?:his|her|their)\s+(?:account|telling|version)|"
    r"as\s+(?:he|she|they|it)\s+(?:tells?|told|has|puts?)\s+(?:it|the\s+story))(?=,)"
)
LONGEST_TELLING = 100
"""Characters of the longest telling that is taken for an insertion."""


def inserted_telling(text: str, at: int) -> int:
    """End of the telling that is inserted at an offset, before its closing comma; `at` itself where none is."""
    found = _TELLING.match(text, at, min(len(text), at + LONGEST_TELLING))
    return at if found is None else found.end()


def tellings_inserted(words: str) -> "list[tuple[int, int]]":
    """Spans of the tellings that are inserted between commas: "was, she told a porter, in York"."""
    return [found.span() for found in _TELLING.finditer(words)]


_IT_SEEMS = regex(
    r",\s+(?:so\s+|or\s+so\s+|as\s+|though\s+)?(?:it\s+(?:(?:is|was|has|had|now|later|soon|since|also|would|must|should|can|may|then|at\s+last|"
    r"\w+ly|be|been)\s+){0,4}(?:known|said|believed|thought|understood|reported|claimed|alleged|rumou?red|assumed|recalled|supposed|agreed|"
    r"established|hoped|clear|true|seems?|seemed|appears?|appeared|turns?\s+out|turned\s+out|transpires?|transpired|emerges?|emerged|"
    r"happens?|happened|remembered|admitted|noted|added|stressed|proved|found|learn(?:ed|t)|discovered|recorded|shown|felt|feared)"
    r"(?:\s+[\w-]+){0,4}|(?:as\s+)?is\s+now\s+known|it\s+would\s+(?:seem|appear)|"
    r"(?:as\s+)?(?:we|one|they)\s+(?:now\s+)?(?:know|knows|hears?|are\s+told|is\s+told|learn|learns|gather|gathers|say|says)|"
    r"(?:it|they)\s+(?:also\s+|then\s+|later\s+|\w+ly\s+)?(?:says?|said|states?|stated|reports?|reported|claims?|claimed|adds?|added|writes?|wrote|"
    r"notes|noted|records|recorded|relates|related|tells\s+us|tells\s+its\s+readers|told\s+its\s+readers|asserts?|asserted|insists?|insisted|"
    r"maintains?|maintained|declares?|declared|announce[sd]?|continue[sd]?|goes\s+on|went\s+on|concludes|concluded|explains?|explained|assures\s+us|"
    r"alleges?|alleged|reads|runs|swears?|swore|boasts?|boasted|shows?|showed|informs\s+us|reveals|revealed)|"
    r"(?:the\s+)?(?:story|legend|rumour|tale|gossip)\s+(?:goes|has\s+it|runs|says)|as\s+(?:luck|chance|fate)\s+would\s+have\s+it|"
    r"to\s+(?:be\s+)?(?:say\s+the\s+least|exact|precise|fair|his\s+credit|her\s+credit|nobody's\s+surprise|everyone's\s+surprise)|"
    r"(?:the|this|his|her|its|their)\s+(?:[\w-]+\s+)?(?:account|article|book|complaint|diary|document|essay|feature|file|interview|letter|"
    r"memoir|note|paper|piece|report|review|statement|story|text|transcript|version)\s+(?:also\s+|then\s+|\w+ly\s+)?(?:adds|added|claims|claimed|"
    r"concludes|continues|continued|explains|goes\s+on|went\s+on|insists|maintains|notes|reads|records|reports|runs|says|said|states|stated)|"
    r"needless\s+to\s+say|strange\s+to\s+say|that\s+is\s+to\s+say|so\s+to\s+speak|as\s+(?:planned|agreed|promised|ordered|usual|arranged|"
    r"expected|instructed|always|before)|by\s+all\s+accounts|records\s+show|(?:police|officials|prosecutors|detectives|investigators|"
    r"witnesses|neighbours|friends|doctors|historians|biographers|experts)\s+(?:now\s+)?(?:say|believe|think|suspect|assume|suppose|reckon))"
    r"\s*,"
)
"""What is inserted between commas of nobody in particular: "The aircraft, it is now known, left X"."""


_WHAT_IT_IS_CALLED = regex(
    r"\bwhat\s+(?:he|she|they|it|one|everybody|everyone|people|(?:the|his|her|its|their|an?)\s+(?:[\w\u2019'-]+\s+){0,4}?[\w\u2019'-]+|"
    r"(?:[A-Z][\w\u2019'-]+\s){1,3})\s*(?:later\s+|now\s+|always\s+|still\s+|also\s+|has\s+|had\s+|liked?s?\s+to\s+|will\s+|would\s+|used\s+to\s+)*"
    r"(?:calls?|called|calling|terms?|termed|describes?\s+as|described\s+as|refers?\s+to\s+as|referred\s+to\s+as|dubs?|dubbed|labels?|labelled|"
    r"styles?|styled|knows?\s+as|knew\s+as|remembers?\s+as|remembered\s+as|puts?\s+down\s+as|put\s+down\s+as|took\s+to\s+be|"
    r"takes?\s+to\s+be|thought\s+was|believed\s+was|insists?\s+(?:was|is)|insisted\s+was|says\s+was|said\s+was)\s+"
    r"(?:[\"\u201c][^\"\u201c\u201d.!?\n]{2,80}[\"\u201d]|(?=(?:an?|the|his|her|their)\s))"
)
"""How something is spoken of that somebody then goes by: 'boarded what she calls "the little scheduled plane" in X'."""


def asides_between(text: str, spans: "Sequence[tuple[int, int]]") -> "Iterator[tuple[int, int]]":
    """Spans of the asides of nobody in particular, commas and all, that meet none of the spans given in order."""
    starts = [start for start, _ in spans]
    for found in sorted([*_IT_SEEMS.finditer(text), *_WHAT_IT_IS_CALLED.finditer(text)], key=lambda one: one.start()):
        at = bisect_left(starts, found.start())
        clear = at == len(spans) or spans[at][0] >= found.end()
        if clear and (at == 0 or spans[at - 1][1] <= found.start()):
            yield found.span()
