"""Papers of a place and those who keep them, as far as a sentence puts them beside the name of the place.

"The exit stamp of the immigration office at X", "the porter of a depot in X", "the second came from X", "in X the act
was performed": what such a sentence dates was done there.
"""

import re
from functools import cache

from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.own_marks import any_of
from wayproof.story.vocabulary.regexes import regex

_WORDS = r"(?:(?!(?:from|to|for|into|about|against)\b)[\w\u2019'.-]+,?\s+)"
_WHERE = r"(?:in|at|of|on|from|outside|near|off)\s+(?:the\s+)?(?:(?:port|city|town|village|island|harbour)\s+of\s+)?"


@cache
def paper_pattern() -> re.Pattern[str]:
    """A paper, a mark on one, or what makes one."""
    return re.compile(rf"\b{any_of('papers_of_places')}s?\b", re.IGNORECASE)


@cache
def _keeper_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('keepers')}s?\b", re.IGNORECASE)


@cache
def _frame_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{any_of('papers_of_places')}|{any_of('keepers')})s?\b,?\s+(?:from\s+)?{_WORDS}{{0,16}}?{_WHERE}\Z",
        re.IGNORECASE,
    )


@cache
def _here_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b{any_of('papers_of_places')}s?\b\s+(?:of|from|at|in|kept\s+by)\s+{_WORDS}{{0,8}}?\Z", re.IGNORECASE
    )


_NUMBERED = (
    r"(?:the\s+(?:first|second|third|other|one|former|latter|last|next|earlier|later)|one|another|"
    r"its\s+(?:twin|fellow|neighbour|rival|companion))"
)
_COMES_FROM = regex(
    rf"\W*(?:(?:and|but|while)\s+)?(?:{_NUMBERED}|it|(?:that|those)(?=\s+of\b))(?:\s+(?!of\b)[\w-]+)?"
    r"(?:,?\s+(?:[^.;!?]{2,80}?,\s+)?(?:comes|came|is|was|hails|stems|dates|reached\s+the\s+court|arrived)\s+from|,\s+from|\s+of(?=\s+(?:an?|the)\s)|"
    r"(?:,[^.;!?]{2,60},)?\s+(?:was|is|had\s+been)\s+(?:signed|sealed|stamped|filled\s+in|drawn\s+up|issued|printed|taken|made\s+out|initialled|punched|witnessed|countersigned|bought)\s+(?:at|in|by)|"
    r"(?:,[^.;!?]{2,60},)?\s+(?:shows?|showed|has|had|puts?|places?|placed|finds?|found|records?|recorded|catches|caught)\s+(?:him|her|them|the\s+same\s+\w+|(?-i:[A-Z])[\w-]+)\b)"
    r"\s+(?:[\w\u2019'-]+\s+){0,10}?(?:(?:in|at|of|outside|near)\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
_ACT_THERE = regex(
    r"\s*,?\s+(?:the|that|this|his|her|their)\s+(?:\w+\s+)?(?:act|deed|paper|contract|signature|oath|document|formality|ceremony|lease|will|mark|seal|form|entry)\s+"
    r"(?:was|had\s+been)\s+(?:duly\s+|\w+ly\s+)?(?:performed|signed|sealed|sworn|executed|given|made|put|done|stamped|passed|notarised|read)\b",
    re.IGNORECASE,
)
_IN = regex(r"\W*(?:(?:and|but|yet)\s+)?(?:in|at)\s+(?:the\s+)?\Z", re.IGNORECASE)
_PAID_FOR = regex(
    r"\b(?:claim(?:ed|s)?|charg(?:ed|es)|billed|bills|invoiced|sent\s+(?:in\s+)?(?:a\s+bill|an\s+invoice|a\s+claim)|(?:was|were|been)\s+paid|drew|received|took|accepted|pocketed)\s+(?:his\s+|her\s+|a\s+|an\s+|the\s+|two\s+|full\s+)?"
    r"(?:(?:his|her|their|the)\s+\w+\s+)?(?:fees?|payment|expenses|money|honorari(?:um|a)|an?\s+allowance)?\s*(?:both\s+|once\s+)?for\s+.{2,90}?\b(?:in|at)\s+(?:the\s+)?\Z"
    r"|\b(?:again|once\s+more|also|and\s+once|a\s+second\s+time)\s+for\s+(?:an?|the)\s+.{2,60}?\b(?:in|at)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_LISTED = regex(
    r"\b(?:was|is|were|had\s+been)\s+(?:\w+ly\s+)?(?:listed|entered|named|billed|recorded|registered|minuted|put\s+down|noted|logged|booked|marked|given|shown)\s+(?:as|among)\s+"
    r".{2,80}?\b(?:in|at|of)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_ON_PAGE = regex(
    r"\b(?:facing|next|same|opposite|following|preceding|last|first)\s+(?:page|leaf|sheet|line)\b|\b(?:page|leaf|sheet|line|slip|exhibit|entry|paper|receipt|stamp|ticket)\s+"
    r"(?:number\s+)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|[A-F])\b",
    re.IGNORECASE,
)
_ON = regex(
    rf"\W*(?:(?:and|but|yet|while)\s+)?(?:{_NUMBERED}|both|each|it|that\s+one|this)\b|\b(?:also|too|likewise|again|as\s+well|for\s+its\s+part|meanwhile|on\s+the\s+other\s+hand|"
    r"however|equally|the\s+other)\b",
    re.IGNORECASE,
)
_PRESENCE = regex(
    r"\b(?:sign(?:s|ed)?|signature|initial(?:s|led)|seal(?:s|ed)?|stamp(?:s|ed)?|timed|dated|thumb-?print|autograph|handwriting|hand|entry|entered|exit|departure|arrival|"
    r"drove|drives?|left|leave[sd]?|leaving|came|come|comes|went\s+(?:out|in|through|aboard)|received|delivered|handed|weigh(?:s|ed|ing)?|in\s+(?:the|his|her)\s+presence|present|"
    r"spoke|speaks|sang|chair(?:s|ed|man)?|(?:took|takes|taken|had)\s+(?:his|her|the|an?)\s+(?:place|seat|chair|stand|room|oath|floor)|performed|(?:noted|wrote|written|recorded|gives?|gave|has|put|puts|reads?|bears?|bore|shows?|showed|entered)\s+"
    r"(?:down\s+)?(?:the\s+|an?\s+)?(?:time|hour|date|minute|moment|him|her|departure|arrival)|lecture|dinner|breakfast|banquet|sworn|swore|pays?|paid|bought|cashed|drew|checked|clocked|"
    r"punched|logged|registered|booked|boarded|embarked|disembarked|sail(?:s|ed)|landed|docked|moored|cleared|saw|seen|photograph(?:ed|s)?|filmed|voted|dined|slept|"
    r"lodged|served|treated|stitched|admitted|discharged|examined|fined|collected|unloaded|loaded|gave\s+(?:a|his|her|the)|performed|played|taught|operated|married|baptised|"
    r"pulled|measured|read|witnessed|countersigned|attest(?:s|ed)|officiat(?:es|ed|ing)|landing|attend(?:s|ed)|tore|clipped|issued|printed|married|ended|began|begun|finished|opened|closed|lasted|let\s+(?:him|her|[A-Z]\w+)\s+in|conducted|umpired|refereed|preached)\b",
    re.IGNORECASE,
)
_TELLS_TIME = regex(
    r"\b(?:reads?|bears?|bore|gives?|gave|shows?|showed|says?|said|puts?|has|is\s+(?:dated|timed|stamped)|was\s+(?:dated|timed|stamped)|dated|timed|stamped|marked|noted|against)\b",
    re.IGNORECASE,
)
_SET_ASIDE = regex(
    r"\b(?:will|would|shall|plans?|planned|due|schedul\w+|timetables?|tomorrow|next\s+(?:week|month|year|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|to\s+be|cancel\w+|withdrawn|withdrew|"
    r"retracted|forged|forger\w*|fake|faked|counterfeit\w*|stolen|cloned|never|not|nobody|nothing|none|no\s+(?:record|entry|trace|signature|stamp)|without\s+(?:him|her)|in\s+(?:his|her)\s+absence|absent|"
    r"for\s+(?:him|her)\s+by|on\s+(?:his|her)\s+behalf|by\s+proxy|by\s+(?:post|telephone|telegram|wire|fax|video)|unsigned|unused|blank|born|birth|hoped|wants?|wanted|(?:a|the|his|her)\s+"
    r"(?:brother|sister|twin|son|daughter|wife|husband|deputy|namesake|cousin|clerk\s+of\s+(?:his|hers))\b|filed|archive[sd]?|(?:holds?|keeps?|kept|lies|lie|lay|stored)\s+(?:the\s+|a\s+)?(?:file|copy|copies)|"
    r"sent\s+to|asked\s+for|passed\s+to|referred|appeal\w*|hearing|trial|adjourned|testing|tested|tests)\b",
    re.IGNORECASE,
)
_ARRIVES = regex(
    r"\b(?:entry\s+(?:stamp|mark|seal|visa|date)|(?:stamp|mark|seal)\s+of\s+(?:entry|arrival)|arrival|arriv(?:es|ed|ing)|inward|landing|landed|disembark\w*|(?:booked|logged|entered|signed|checked|let|passed|noted|cleared)\s+(?:it|him|her|them)\s+(?:inwards?|in)\b(?!\s+(?:the|an?|his|her)\b)|unload(?:s|ed|ing)|immigration\s+stamp|"
    r"(?:came|come|comes|coming|drove|driven|signs|signed|sailed|walked|rode|checked|pulled)\s+in\b(?!\s+(?:the|an?|his|her)\b)|received\s+(?:the|his|her|a)\s+(?:[\w-]+\s+)?(?:load|goods|cargo|crates?|"
    r"consignment|delivery|lorry|van|parcel|sacks?|boxes|barrels|shipment)|tied\s+up|docked|moored|took\s+delivery|delivered)\b",
    re.IGNORECASE,
)
_DEPARTS = regex(
    r"\b(?:exit\s+(?:stamp|mark|seal|visa|date)|(?:stamp|mark|seal)\s+of\s+(?:exit|departure)|emigration|departures?|depart(?:s|ed|ing)|outward|(?:booked|logged|entered|signed|checked|let|passed|noted|cleared)\s+(?:it|him|her|them)\s+out\b|embark(?:s|ed|ation)|sail(?:s|ed)|"
    r"(?:came|come|drove|driven|drives|signs|signed|sailed|walked|rode|checked|pulled|went|gone|goes)\s+(?:out|away)\b|(?:drove|driven|drives|walked|rode|went|goes|sailed|made)\s+off\b|(?:leave|leaves|leaving|left)\b|set\s+(?:out|off)|cast\s+off)",
    re.IGNORECASE,
)
_CLOCK = (
    r"(?:clocks?|watch(?:es)?|wrist-?watch|chronometer|display|scoreboards?|score-board|sundial|dial|timer|counter|timestamp|time\s+stamp|date\s+stamp|stamp|caption|"
    r"screens?|board|boards|banner|hands|bells?|chimes|programme|till|meter|receipt|slip|bill|ticket|camera|cameras|register|log|minutes|display\s+panel|monitor|teletext|"
    r"ticker|watchman|verger|order\s+of\s+service|label|print|imprint|machine|printer|hour|time)"
)
_CLOCK_TELLS = regex(
    rf"\b{_CLOCK}\b(?:[^.;!?\n]{{0,90}}?)\b(?:says?|said|reads?|shows?|showed|stands?|stood|gives?|gave|agrees?|agreed|marks?|marked|points?|pointed|has|had|puts?|tells?|told|"
    r"is|was|bears?|bore|printed|struck|strikes|records?|recorded|timed|stamped|dated|concur|coincide)\b",
    re.IGNORECASE,
)


def is_frame(lead: str, tail: str, *, bare: bool = False) -> bool:
    """Whether a paper of a place or its keeper stands before the name of the place.

    Parameters
    ----------
    lead, tail
        The sentence up to the name, and what is told behind it.
    bare
        Whether the place is told without a preposition: "a warehouse here", "the city's airport".
    """
    if bare:
        return _here_pattern().search(lead) is not None
    if _ACT_THERE.match(tail) and _IN.fullmatch(lead):
        return True
    return any(one.search(lead) for one in (_frame_pattern(), _COMES_FROM, _PAID_FOR, _LISTED))


def is_of_paper(part: str) -> bool:
    """Whether a sentence tells of a paper, a mark or who keeps one."""
    return paper_pattern().search(part) is not None or _keeper_pattern().search(part) is not None


def numbers_on(part: str) -> bool:
    """Whether a sentence goes on to the next of several papers: "the other", "on page ten", "also"."""
    return _ON.search(part) is not None or _ON_PAGE.search(part) is not None


def is_about_presence(part: str) -> bool:
    """Whether what is told of a paper is something that only somebody who was there could do."""
    return _PRESENCE.search(part) is not None


def says_time(part: str) -> bool:
    """Whether a paper is told to bear a time."""
    return _TELLS_TIME.search(part) is not None


def is_set_aside(part: str) -> bool:
    """Whether a paper is planned, forged, somebody else's or only kept at the place."""
    return _SET_ASIDE.search(part) is not None


def said_to_happen(part: str) -> Event:
    """What a paper says happened at its place."""
    came, went = _ARRIVES.search(part), _DEPARTS.search(part)
    if (came is None) == (went is None):
        return Event.AT
    return Event.ARRIVE if came is not None else Event.DEPART


def tells_hour(part: str) -> bool:
    """Whether a sentence has a clock or a paper that gives the hour: "its studio clock says 19:15"."""
    return _CLOCK_TELLS.search(part) is not None
