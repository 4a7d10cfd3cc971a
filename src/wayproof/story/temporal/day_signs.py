"""What around an hour tells which half of the day it is in, and whether it is one at which anything happened.

"After breakfast, at seven"; "on the night of 17 March he slipped out at ten"; "the office would shut at noon".
"""

import re
from enum import StrEnum

from wayproof.story.temporal.time_kinds import OTHER_VERBS
from wayproof.story.vocabulary.regexes import regex


class Half(StrEnum):
    """Where in the day the words around an hour put it."""

    FORENOON = "forenoon"
    EVENING = "evening"
    SHOW = "show"
    NIGHT = "night"
    START = "start"
    CLOCKS = "clocks"
    OPEN = ""


_FORENOON = (
    r"(?:ante-?meridian|break-?fast(?:s|ed|ing)?|brunch|(?:a)?woke(?:n)?|wakes?|waking|rous(?:ed|es)|"
    r"(?:got|gets|getting|gotten)\s+up|(?:was|were)\s+(?:already\s+|still\s+)?(?:up|awake|astir)|rose\s+(?:at|before|early|and)|out\s+of\s+bed|"
    r"alarm(?:\s+clock)?|reveille|matins|lauds|morning|mornings|sun\s+(?:was\s+)?(?:coming\s+up|rising|up)|sun\s+(?:rose|came\s+up)|"
    r"cock(?:erel)?s?\s+crow(?:ed|ing)?|cock-?crow|dew|milkman|milk\s+train|postman|newsboys?|"
    r"first\s+(?:thing|light|bell|bus|train|tram|metro|ferry|flight|post|lesson|class|assembly)|"
    r"school\s+run|roll-?call|rush\s+hour\s+began|(?:beg[ai]n|started|starts|begins)\s+(?:on\s+)?(?:the|his|her|their|that|this)?\s*"
    r"(?:(?:working|long|same)\s+)?(?:day|shift|round|rounds|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|opened\s+(?:up|the\s+shop|his\s+shop|her\s+shop)|"
    r"(?:day|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\s+(?:had\s+)?(?:beg[au]n|begins|started|starts|opened|opens)|"
    r"(?:off|out\s+of|down\s+from|from)\s+(?:the|an?|his|her|their)\s+(?:night|overnight|sleeping)[\s-](?:train|bus|coach|ferry|boat|flight|plane|express|mail|steamer|car)|"
    r"(?:off|out\s+of|down\s+from|from)\s+(?:the|an?|his|her|their)\s+sleeper|"
    r"unlocked|raised\s+the\s+shutters|clocked\s+(?:in|on)|before\s+(?:work|school|the\s+shops\s+opened)|on\s+(?:his|her|their)\s+way\s+to\s+(?:work|school))"
)
_EVENING = (
    r"(?:supper|suppers|supped|dinner|dined|dines|dining|evening|evenings|dusk|sunset|sundown(?:er|ers)?|nightfall|twilight|vespers|"
    r"evensong|compline|cocktails?|aperitifs?|ap\u00e9ritifs?|nightcap|bed-?time|(?:to|into|for)\s+bed|turned\s+in|night-?club|discotheque|disco|last\s+(?:train|bus|ferry|boat|tram|metro|flight|"
    r"orders|light|house|post)|after\s+(?:work|school|dark|hours)|closing\s+time|closed\s+up|shut\s+up\s+shop|lamps?\s+(?:was|were)\s+(?:being\s+)?lit|"
    r"street-?lamps|candle-?light|lamp-?light|floodlights?|floodlit|fireworks|knock(?:ed|ing)\s+off|clocked\s+off|late\s+shift|lights\s+out|"
    r"iftar|rush\s+hour\s+ended|the\s+sun\s+(?:had\s+)?(?:set|gone\s+down|went\s+down))"
)
_SHOW = (
    r"(?:theat(?:re|er)|opera|concert|curtain|gala|banquet|ball|cinema|film\s+show|prize-?giving|at\s+tea|tea-?time)"
)
_NIGHT = (
    r"(?:night|nights|overnight|good-?night|moon(?:light|lit|less)?|star(?:light|lit)|torch-?light|searchlights?|pitch\s+dark(?:ness)?|"
    r"under\s+cover\s+of\s+dark(?:ness)?|by\s+dark|sleeper|sleeping-?car|curfew|black-?out|in\s+the\s+dark)"
)
_SIGN = regex(
    rf"\b(?:(?P<forenoon>{_FORENOON})|(?P<evening>{_EVENING})|(?P<show>{_SHOW})|(?P<night>{_NIGHT}))\b"
    r"(?!['\u2019]s\s+work)",
    re.IGNORECASE,
)
_NO_SIGN = regex(
    r"(?:\b(?:next|following|for|tomorrow['\u2019]s|yesterday['\u2019]s|miss(?:ed|ing)|dress|"
    r"a\s+good|every|all|each|last|previous|the\s+other|two|three|four|five|six|seven|several|many|some)\s+(?:the\s+|his\s+|her\s+)?)\Z",
    re.IGNORECASE,
)
"""Words that take a sign away: "in time for dinner", "three nights", "last night"."""
_DRESSED = (
    r"(?:dressed|accompanied|followed|escorted|loaded|watched|surrounded|armed|seated|wrapped|invited|bound|clad|tired|refreshed|rested|washed|"
    r"shaved|changed|prepared|expected|engaged)"
)
"""What tells in an aside how somebody was, not what they did next."""
_BREAK = regex(
    rf"[;:!?]|\.\s|,?\s+\b(?:and|but|then)\s+(?=(?:at|by|on|in|before|after|then|not|an?|he|she|they|it|we|I|{OTHER_VERBS}|[a-z]+ed)\b)|\n|\u2014|\u2013|"
    rf",\s+(?=(?:{OTHER_VERBS}|(?!{_DRESSED}\b)[a-z]+ed)\s+(?:in|at|on|to|from|by|through|past|over|off|out|up|down|the|an?|his|her|their)\b)"
)
"""Where what is told passes to the next deed."""
AROUND = 110
"""Characters on each side of an hour in which a sign of the half of its day may stand."""
BACK = 240
"""Characters back to what was told since the hour before, from which the evening goes on."""


def half_told(text: str, since: int, start: int, end: int, *, dated: bool = False) -> Half:
    """In which half of its day the words around an hour put it.

    Parameters
    ----------
    text
        The story.
    since
        Offset of the end of the time told before it, or of the paragraph.
    start, end
        The span of the hour.
    dated
        Whether the hour has a day of its own, so that an evening told before is another one.

    Notes
    -----
    What stands in the deed of the hour holds either way. Of what was told before it in the paragraph only the evening
    holds on.
    """
    after = text[end : end + AROUND]
    cut = _BREAK.search(after)
    after = after[: cut.start()] if cut else after
    near = [(match.start(), _half(match)) for match in _SIGN.finditer(after) if _holds(after, match)]
    low = max(since, start - BACK)
    before = text[low:start]
    breaks = [match.end() for match in _BREAK.finditer(before)]
    own = max(breaks, default=0)
    for match in _SIGN.finditer(before):
        half = _half(match)
        if _holds(before, match) and (match.start() >= own or (half is Half.EVENING and not dated)):
            near.append((len(before) - match.end(), half))
    sentence = max(text.rfind(mark, max(0, start - BACK), start) for mark in (". ", "\n", "! ", "? ")) + 1
    if not near and dated and _OVERNIGHT.search(text, max(sentence, start - BACK), start) is not None:
        return Half.FORENOON  # "took the night boat on Monday and was in X at six on Tuesday"
    return min(near)[1] if near else Half.OPEN


_OVERNIGHT = regex(
    r"\b(?:(?:night|evening|overnight)\s+(?:train|express|mail|bus|coach|ferry|boat|steamer|packet|sailing|flight|plane)|sleeper|sleeping[\s-]car|couchette|"
    r"overnight|all\s+night|through\s+the\s+night)\b",
    re.IGNORECASE,
)


def _holds(text: str, match: re.Match[str]) -> bool:
    return _NO_SIGN.search(text[max(0, match.start() - 24) : match.start()]) is None


def _half(match: re.Match[str]) -> Half:
    return Half(str(match.lastgroup))


_SETS_OUT = regex(
    r"\b(?:left|leaves|leaving|set\s+(?:off|out|sail)|departed|departs|started(?:\s+out)?|pulled\s+out|pulled\s+away|cast\s+off|took\s+off|lifted\s+off|"
    r"got\s+(?:away|going|moving|under\s+way)|opened\s+(?:the|his|her)\s+throttles?|pushed\s+off|moved\s+(?:off|out)|headed\s+(?:off|out)|rolled\s+out|"
    r"took\s+(?:the|an?|his|her)\s+(?:[\w-]+\s+){0,3}?(?:train|bus|coach|ferry|boat|plane|flight|steamer|express)\s+(?:from|out|at)|"
    r"hit\s+the\s+road|was\s+(?:away|airborne|on\s+the\s+road)|let\s+go\s+(?:his|her|the)\s+(?:lines|moorings)|slipped\s+(?:his|her|its|the)\s+moorings|"
    r"boarded|caught|drove\s+(?:off|out|away)|rode\s+(?:off|out|away)|walked\s+out|sailed|put\s+to\s+sea|goodbye|good-bye|farewell)\b",
    re.IGNORECASE,
)
_FROM_WORK = regex(
    r"\b(?:office|desk|work|shop|factory|ministry|school|bank|surgery|court|meeting|party|reception|match|game)\b",
    re.IGNORECASE,
)


def sets_out(text: str, since: int, start: int) -> bool:
    """Whether the deed of an hour is a start, as people make it in the morning, and not the way home from work."""
    before = text[max(since, start - AROUND) : start]
    before = before[max((match.end() for match in _BREAK.finditer(before)), default=0) :]
    found = _SETS_OUT.search(before)
    return found is not None and _FROM_WORK.search(before, found.end()) is None


_SET = regex(
    r"\b(?:would|will|shall|should|must|may|might|can|could|opens|closes|shuts|leaves|departs|arrives|runs|"
    r"(?:is|was|are|were|be|being|been)\s+(?:to|due|scheduled|expected|supposed|meant|timed|billed|advertised|planned|booked|timetabled|listed|fixed|set)|"
    r"due|scheduled|expected|supposed|timed|billed|advertised|planned|booked|timetabled|listed|fixed\s+for|set\s+for|expires?|expired|ran\s+out|"
    r"runs\s+out|lapsed?|lapses|deadline|curfew|called\s+for|calls\s+for|promised|hoped|hopes|wanted|needed|had\s+to|has\s+to|have\s+to|ought\s+to|"
    r"normally|usually|always|ordinarily|as\s+a\s+rule|every\s+\w+|daily|weekly|(?:opening|closing|visiting)\s+(?:time|hours)|timetables?|"
    r"appointment|rendezvous|invited|(?:asked|ordered|told|summoned|instructed|required|obliged)\s+(?:\w+\s+)?to|no\s+later|"
    r"in\s+time\s+for|ready\s+for|reserved|reservation|tickets?\s+for|invitation)\b"
)
_DONE = regex(
    rf"(?<!\bto\s)(?<!\bbe\s)(?<!\bbeen\s)(?<!\bbeing\s)\b(?!(?:was|were|is|are|has|have|had|been|set|made|put)\b)(?:{OTHER_VERBS})\b"
)
_STRETCH = regex(r"[,;:.!?\u2014\u2013\u201c\"(]\s|\b(?:and|but|then|when|while)\s")
SET_BACK = 100
"""Characters before an hour in which the word may stand that makes it one of a plan or a timetable."""


def is_set(text: str, low: int, start: int) -> bool:
    """Whether an hour is only one of a plan, a rule or a timetable: "the gate opens at half past eight"."""
    before = text[max(low, start - SET_BACK) : start]
    before = before[max((match.end() for match in _STRETCH.finditer(before)), default=0) :]
    told = max((match.end() for match in _SET.finditer(before)), default=None)
    return told is not None and _DONE.search(before, told) is None


_CLOCKS_DIFFER = regex(
    r"\b(?:clocks?|watch(?:es)?|time|hours?|bells?|tower)\b[^.!?\n]{0,70}?\b(?:behind|earlier\s+than|slower\s+than|set\s+back|put\s+back|ahead\s+of|"
    r"in\s+advance\s+of|in\s+front\s+of|faster\s+than)\b|"
    r"\b(?:an?|one|two|three|half\s+an|some|several)\s+hours?\s+(?:and\s+a\s+half\s+)?(?:behind|ahead|earlier|in\s+advance|in\s+front)\b|"
    r"\bbefore\s+(?:he|she|they|it|I|we)\s+(?:had\s+)?(?:left|started|set\s+(?:off|out)|begun|taken\s+off)\b",
    re.IGNORECASE,
)
"""How a sentence explains that the clocks of two places differ: "since X keeps its clocks an hour behind"."""


def clocks_differ(text: str, at: int) -> bool:
    """Whether the sentence about an offset says that the clock there is another, so that an hour may go back."""
    low = max(text.rfind(mark, max(0, at - SENTENCE_CHARACTERS), at) for mark in (". ", "! ", "? ", "\n"))
    ends = [end for mark in (". ", "! ", "? ", "\n") if (end := text.find(mark, at, at + SENTENCE_CHARACTERS)) >= 0]
    return (
        _CLOCKS_DIFFER.search(text, max(0, low), min(ends, default=min(len(text), at + SENTENCE_CHARACTERS)))
        is not None
    )


SENTENCE_CHARACTERS = 400
"""Characters about a time in which its sentence begins and ends."""
