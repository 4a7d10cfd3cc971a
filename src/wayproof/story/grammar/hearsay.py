"""Statements that are only believed or told on, or made of belongings, lookalikes or somebody named like a place."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause
from wayproof.story.vocabulary.lexicon import word_list
from wayproof.story.vocabulary.person_nouns import person_noun
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

LOOK_BACK = 2_000
"""Characters back that the start of a sentence is looked for."""
_BELONGING = regex(
    r"\bwhose\s+(?:[\w-]+\s+){0,2}?(?:home|house|flat|farm|shop|office|offices|headquarters|studio|workshop|practice|firm|company|business|"
    r"factory|family|parents|wife|husband|children|mother|father|roots|seat|address|consulting\s+rooms?|surgery|school|parish|garage)\s+"
    r"(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
"""What of somebody is elsewhere: "a manufacturer whose home is in X"."""
_LOOKALIKE = regex(
    r"\bor\s+(?:else\s+)?(?:(?:somebody|someone|anybody)\s+(?:else|of|like|with|very|who)|an?\s+(?:wo)?man\s+(?:of|like|with|very|who)|"
    r"his\s+double|her\s+double|a\s+double)\b",
    re.IGNORECASE,
)
"""Who is seen may be another: "saw him, or somebody of his build, in X"."""


_OTHER_WAY = regex(
    r"\b(?:come|came|comes|coming|arrived|driven|walked|travelled|traveled)\s+(?:down\s+|up\s+)?(?:from\s+|in\s+)?the\s+(?:other|opposite)\s+"
    r"(?:way|direction|side|end)\b"
)
"""Who comes the other way is somebody whom the traveller meets."""


_OPINION = regex(
    r"\b(?:remembers?|remembered|recalls?|recalled|recollects?|recollected)\s+(?:(?:him|her|them|(?:M(?:r|rs|s|iss)|Dr)\.?)\s+|(?-i:[A-Z])[\w\u2019'-]+\s+){1,3}"
    r"(?:(?:\w+ly|only|best|mostly|always)\s+)?(?:as|for)\s+(?:having\s+been\s+)?(?:(?:an?|the|his|her|one\s+of\s+the)\s+)?"
    r"(?!(?:[\w-]+\s+){0,3}?(?:guest|passenger|customer|visitor|patient|client|lodger|man\s+(?:in|with|at|on)|woman\s+(?:in|with|at|on)|first|last)\b)"
    r"(?:(?!who|that|when)[\w\u2019'-]+\s+){0,4}?(?!who|that|when)[\w\u2019'-]+\s*[.,;:!?]?\s*(?=\Z|[^\w\s]|and\b|but\b)",
    re.IGNORECASE,
)
"""What somebody thinks of somebody, of no day: "a former consul in X remembers him as a slow eater"."""


def of_another(text: str, clause: Clause, verb: "Verb", top: "Toponym") -> bool:
    """Whether the place is told of what somebody owns, or of somebody who may be another."""
    owned = _BELONGING.search(text, clause.start, verb.start) or _OTHER_WAY.search(text, clause.start, clause.end)
    meant = owned or _LOOKALIKE.search(text, clause.start, top.mention.start)
    return meant is not None or _OPINION.search(text, top.mention.end, clause.end + len("who")) is not None


_TALKS = (
    r"(?:bars?|caf[e\u00e9]s?|markets?|harbour|port|town|village|pubs?|taverns?|inns?|barber['\u2019]?s?(?:\s+shop)?|barbershops?|queues?|kitchens?|baker(?:y|ies)|streets?|square|"
    r"waterfront|docks?|quays?|canteens?|clubs?|mess|bazaars?|souk|coffee-?\s?houses?|tea-?\s?(?:houses?|rooms?|shops?)|wharf|wharves|bus\s+station|drinkers|fishermen|regulars|"
    r"neighbourhood|lanes?|alleys?|saloons?|dormitor(?:y|ies)|barracks|staff\s+room|common\s+room|press\s+room)"
)
"""Where people talk who know nothing."""
_BELIEF = regex(
    r"\b(?:some|others|many|people|gossips?|gossip|legend|rumours?|rumors?|tradition|the\s+story)\s+(?:(?:will|would|now|also)\s+)?"
    r"ha(?:s|ve|d)\s+it\b|\b(?:believes?|believed|suspects?|suspected|guess(?:es|ed)?|supposes?|supposed|speculates?|speculated|imagines?|imagined|assumes?|"
    r"assumed|fears?|feared|hopes?|hoped|thinks?|thought|wonders?|wondered|theor(?:y|ies)|rumours?|rumors?|persuaded|under\s+the\s+impression|conjectures?|conjectured|surmises?|surmised|presumes?|presumed|"
    r"fanc(?:y|ies|ied)|suspicions?|speculation|gossip|whispers?|hearsay|legends?|tales|premonition|dreamed|dreamt)\b"
    r"[^.!?\n]*?\b(?:that|if|whether)\b|"
    r"\bit\s+(?:is|was|has\s+been|had\s+been)\s+(?:\w+ly\s+|also\s+|even\s+|long\s+|soon\s+|often\s+)*(?:put\s+about|put\s+around|noised\s+abroad|"
    r"rumou?red|whispered|bruited(?:\s+about)?|given\s+out|gossiped|murmured|muttered|conjectured|surmised|speculated|suggested|hinted|"
    r"insinuated|imagined|presumed|predicted|prophesied|mooted)\b[^.!?\n]*?\bthat\b|"
    r"\b(?:one|another|a\s+second|a\s+third|some|others|school|version|account|reading)\s+(?:[a-z-]+\s+){0,2}(?:holds?|held|has\s+it|have\s+it)\s+that\b|"
    rf"\b(?:at|in|among|along|round|around|on|down\s+at)\s+(?:the|every|most|all\s+the)\s+(?:[\w'\u2019-]+\s+){{0,2}}{_TALKS}[^.!?\n]{{0,20}}?\bit\s+(?:is|was|has\s+been|had\s+been)\s+"
    r"(?:\w+ly\s+|also\s+|now\s+|even\s+)*(?:held|said|agreed|argued|maintained|reckoned|claimed|told|accepted|taught|settled|decided|known)\b[^.!?\n]*?\bthat\b|"
    rf"\bthe\s+(?:\w+\s+)?{_TALKS}\s+(?:(?:now|then|already|also|mostly)\s+)?(?:says?|said|holds?|held|believes|prefers|maintains|insists|swears|has\s+decided|had\s+decided|is\s+(?:sure|certain|agreed))\s+that\b|"
    r"\b(?:the\s+(?:[\w-]+\s+)?(?:talk|word|story|tale|guess|idea|notion|assumption|impression|theory|likelihood|presumption|consensus|supposition)\s+"
    r"(?:[^.!?\n,]{0,40}?\s)?(?:was|is|went|had\s+been|ran|got\s+about|spread|persisted)|word\s+(?:went|got|had\s+gone)\s+(?:round|about|around))\s+"
    r"(?:[^.!?\n,]{0,40}?\s)?that\b|"
    r"\b(?:an?|one|another|every|each|some|several|many|few|two|three|people|readers|visitors|tourists|customers|strangers|everyone|everybody|somebody|someone)\s+"
    r"(?:[\w-]+\s+){0,4}?(?:(?:wish|want|like|love|need)(?:s|ed)?\s+to\s+know|asks?|asked|wonders?|wondered|inquired?|enquired?)\s+(?:(?:me|us)\s+)?how\b",
    re.IGNORECASE,
)
"""What only somebody believes, or what strangers ask about a namesake: "a man wished to know how I came from X"."""


_ONLY_WHY = regex(
    r"\W*(?:since|because|when|after|as|although|though|while|once|as\s+soon\s+as|believing|thinking|supposing|hoping|fearing|assuming|persuaded|imagining)\b[^;:.!?]*\Z",
    re.IGNORECASE,
)
"""What somebody believed, and so did what follows the comma."""


def supposed(text: str, clause: Clause, verb_start: int = 0) -> bool:
    """Whether the sentence only tells what somebody believes: "the porter thinks that she came by X".

    The belief stands before the clause, or before the verb at `verb_start`.
    """
    low = max(text.rfind(mark, max(0, clause.start - LOOK_BACK), clause.start) for mark in (". ", "\n", "? ", "! "))
    if clause.opener == "," and _ONLY_WHY.match(text, max(0, low), clause.start):
        low = clause.start  # "Since he believed that the boat was sold, Imre Nagy left X"
    found = _BELIEF.search(text, max(0, low), max(clause.start + len("that"), verb_start))
    return found is not None or _HEARSAY.search(text, clause.start, clause.end) is not None


_HEARSAY = regex(
    r"\b(?:is|are)\s+(?:now\s+|widely\s+|generally\s+)?(?:understood|believed|thought|said|rumou?red|presumed|assumed|supposed)\s+"
    r"to\s+be\b",
    re.IGNORECASE,
)
"""What is said of where somebody is now: "is understood to be in X"."""


_BY_NAME = regex(r"\s+by\s+name\b|\s+(?:junior|senior|the\s+(?:younger|elder))\b")
_WITH_PERSONS = regex(
    r"\s+and\s+(?:the|his|her|their|two|three|four|both)\s+(?P<words>(?:[a-z][\w-]*\s+){0,2}?[a-z][\w-]*)"
    r"(?=\s*(?:[,.;:!?)]|$)|\s+(?:through|in|into|at|to|with|from|by|on|off|aboard|across|over|out|up|down|back|home|ashore|away)\b)"
)


def is_somebody(text: str, top: "Toponym") -> bool:
    """Whether a name is somebody's: in a row with persons ("took in Florence and the two boys"), or "by name"."""
    if _BY_NAME.match(text, top.mention.end):
        return True
    found = _WITH_PERSONS.match(text, top.mention.end)
    if found is None or top.mention.text.casefold() not in word_list("given_names"):
        return False
    return person_noun(found["words"].split()[-1]) is not None


_DENIED_BEFORE = regex(
    r"\bden(?:y|ies|ied|ying)\s+(?:\w+ly\s+)?[a-z]+ing\b[^.!?\n]{0,60}$|\b(?:not\s+true|untrue|false|no\s+(?:evidence|truth|record|trace|sign)|den(?:y|ies|ied|ying)|incorrect)\b"
    r"[^.!?\n]{0,40}?\b(?:that|having|being|to\s+have|of)\b[^.!?\n]*$|\b(?:nobody|no\s+one|no-one|none|neither)\b[^.!?;\n]{0,60}?"
    r"\b(?:said|says?|claim(?:s|ed)?|suggest(?:s|ed)?|prove[ds]?|proven|shown?|knows?|known|confirm(?:s|ed)?|report(?:s|ed)?|"
    r"establish(?:es|ed)?)\s+(?:that|whether|if|how)\b[^.!?\n]*$",
    re.IGNORECASE,
)
_DENIED_AFTER = regex(
    r"[^.!?;\n]*\b(?:is|are|was|were)\s+(?:all\s+|simply\s+|plainly\s+)?"
    r"(?:false|untrue|nonsense|wrong|unfounded|invented|fabricated)\b",
    re.IGNORECASE,
)
"""What takes back the statement it frames: "it is not true that she was in X", "reports that ... are false"."""
DENIAL_CHARACTERS = 160
"""Characters on each side of a statement in which it is denied."""


def is_denied(text: str, clause: Clause, top: "Toponym") -> bool:
    """Whether the sentence takes back what it tells: "reports that she was in X are false"."""
    start, end = top.mention.start, top.mention.end
    before = text[max(0, start - DENIAL_CHARACTERS) : start]
    reported = clause.opener == "that"
    denied = _DENIED_BEFORE.search(before) is not None
    return denied or (reported and _DENIED_AFTER.match(text[end : end + DENIAL_CHARACTERS]) is not None)


_ONE, _THE_OTHER = regex(r"\bone\s+\Z", re.IGNORECASE), regex(r"\W+(?:\w+\W+){1,3}?other\b", re.IGNORECASE)


def is_one_of_two(text: str, top: "Toponym") -> bool:
    """Whether a name is left open between two bearers: "from one America to the other"."""
    start, end = top.mention.start, top.mention.end
    return _ONE.search(text, max(0, start - 8), start) is not None and _THE_OTHER.match(text, end) is not None
