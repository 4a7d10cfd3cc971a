"""What the story itself says of closed borders and skies, and of ways that are not there: "no road joins the two"."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.text.document import Story

_SHUT = r"(?:closed|shut|sealed|blocked)"
_BORDER = r"(?:frontiers?|borders?|(?:border\s+)?(?:crossings?|posts?|checkpoints?)|border\s+bridge|road\s+crossing)"
_THING = rf"(?:(?P<sky>air\s?space|skies|sky)|(?P<border>{_BORDER}))"
_WHERE = r"(?:\s+(?:between|with|to|at|in|over|of|near|along)\s+[^.;,]{2,50}?)?"
_STOOD = r"(?:was|were|is|are|stood|remained|remains?)\s+(?:still\s+|then\s+|already\s+)?"

_TELLINGS = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_THING}{_WHERE}\s+(?:has|have|had)\s+(?:\w+\s+)?been\s+(?:\w+\s+)?{_SHUT}\b",
        rf"\b{_THING}{_WHERE}\s+{_STOOD}{_SHUT}\b",
        rf"\b(?:since|until)\b[^.;:]{{1,60}}\bwhen\b[^.;:]{{1,60}}\b{_SHUT}\s+(?:down\s+)?(?:the|its|their|all|both|every)\s+(?:\w+\s+){{0,3}}?{_THING}\b",
        rf"\b(?:had|has|have)\s+{_SHUT}\s+(?:down\s+)?(?:the|its|their|all|both)\s+(?:\w+\s+){{0,3}}?{_THING}\b",
    )
)
_EXCEPT = regex(
    r"\b(?:except|exempt\w*|apart\s+from|other\s+than|but\s+for|all\s+but|only\s+(?:for|to)|open(?:ed|s)?|reopen\w*|unless|"
    r"(?:closed|shut)\s+to\s+(?!civil|civilian|commercial|passenger|all\b|every|any|private|traffic|flights|aircraft|aviation|air\b)\w+|permit\w*|allow\w*|let\s+through|lifted|until|briefly|not\s+(?:closed|shut)|never|"
    r"would|will|plans?|threaten\w*|if|all\s+the\s+same|nevertheless|nonetheless|after\s+all|wrongly|mistakenly)\b",
    re.IGNORECASE,
)
"""Words with which a closure is not whole, not yet, or over."""


_ROAD = (
    r"(?P<road>roads?|highways?|motorways?|motor\s+roads?|asphalt|drivable\s+tracks?)"
    r"(?!\s+(?:maps?|signs?|works?|tax|blocks?|accidents?|tolls?|patrol|code|users?|services?|conditions|closures?))"
)
_FIELD = (
    r"(?P<field>runways?|air\s?fields?|airports?|airstrips?|aerodromes?|landing[\s-](?:strips?|grounds?|fields?)|"
    r"air\s+services?|air\s+links?)"
)
_WAY = rf"(?:{_ROAD}|{_FIELD})"
_MORE = r"(?:\s*,?\s+(?:and|or|nor)\s+(?:no\s+|an?\s+)?(?:[\w-]+\s+){0,2}?[\w-]+)?"
_INSERTED = r"(?:(?:he|she|they|it|the\s+[\w\s]{2,24})\s+\w+,\s+)?"
_MADE = r"(?:built|laid|made|cut|driven|pushed|opened)"
_LEADS = (
    r"(?:joins?|joined|links?|linked|connects?|connected|leads?|led|runs?|ran|goes|went|reach(?:es|ed)?|cross(?:es|ed)?|ties|tied|"
    rf"serv(?:es|ed)|comes|came|exists?|existed|has\s+ever\s+(?:reached|been\s+{_MADE})|"
    rf"has\s+(?:yet\s+|so\s+far\s+)?been\s+(?:yet\s+)?{_MADE}|(?:was|had)\s+(?:ever\s+)?(?:been\s+)?{_MADE})"
)
_JOINED = r"(?:joined|linked|connected)"
_TO = r"\s+(?:to|with)\s+(?:the\s+)?[^.;,]{2,60}?\s+by"
_CRAFT = r"(?:aircraft|aeroplane|airplane|plane|airliner)"
_LACKS = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bno\s+(?:[\w-]+\s+or\s+)?{_WAY}{_MORE},?\s+{_INSERTED}(?:of\s+any\s+(?:kind|sort)\s+)?{_LEADS}\b",
        (
            r"\b(?:has|have|had|with|possess(?:es|ed)|there\s+(?:is|was|are|were|has\s+(?:never|not)\s+been))\s+"
            rf"(?:no|not\s+an?|neither\s+an?|neither|never\s+an?|never\s+had\s+an?)\s+{_WAY}\b"
        ),
        rf"\b(?:has|have|had)\s[^.;!?]{{0,80}}?,?\s+(?:and|but)\s+no\s+{_FIELD}\b",
        rf"\b(?:nobody|no[\s-]one)\s+has\s+(?:ever\s+|yet\s+)?{_MADE}\s+an?\s+{_WAY}\b",
        rf"\b(?:that|which)\s+no\s+{_ROAD}\s+(?:has\s+ever\s+)?(?:reach|lead|join|touch|serv|link|connect|get)\w*",
        (
            r"\b(?:(?:cannot|can\s?not|could\s+not|can\s+never)\s+be\s+reached|(?:is|was)\s+(?:unreachable|inaccessible)|"
            rf"(?:is|was|are|were)\s+not\s+(?:to\s+be\s+)?(?:reached|reachable|{_JOINED}))\s+by\s+"
            rf"(?:{_ROAD}|(?P<wheels>car|land|bus|lorry))\b"
        ),
        rf"\b(?:not|never)\s+(?:been\s+)?{_JOINED}{_TO}\s+(?:any\s+)?{_ROAD}\b",
        rf"\b{_JOINED}{_TO}\s+no\s+{_ROAD}\b",
        rf"\b{_ROAD}\s+(?:has|have|had)\s+(?:never|not\s+yet|not)\s+(?:reached|been\s+(?:built|laid|finished|completed))\b",
        rf"\bno\s+(?P<craft>{_CRAFT})\s+(?:(?:has|had)\s+ever\s+|ever\s+)?(?:can\s+|could\s+)?land(?:ed|s)?\b",
        (
            r"\b(?:nowhere|no\s+(?:place|room|spot|flat\s+ground))\s+"
            rf"(?:for\s+(?:an?|any)\s+{_CRAFT}\s+)?(?P<ground>to\s+(?:land|set\s+down))\b"
        ),
    )
)
"""How a way is told not to be there: "no road joins the two", "has no runway of any kind"."""
_BOAT = (
    r"(?:barges?|boats?|ferr(?:y|ies)|ships?|rafts?|freighters?|lighters?|launch(?:es)?|vessels?|pontoons?|steamers?)"
)
_DRY = regex(
    rf"\b(?:never|not\s+once|was\s+not|were\s+not|had\s+not\s+been)\s+(?:once\s+|ever\s+|been\s+)?(?:(?:put|loaded|driven|carried|taken|hoisted|rolled|"
    rf"set|placed)\s+)?(?:on|onto|aboard|in|by)\s+(?:an?\s+|any\s+|the\s+)?(?:[\w-]+\s+)?{_BOAT}\b|"
    rf"\b(?:no|nor|without\s+an?|without\s+any|neither|not\s+an?|never\s+an?)\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+)?{_BOAT}\b(?!\s+(?:runs?|ran|sailed|was|were|"
    r"is|left|leaves|had|could|would|carried|goes|crossed|crosses))|"
    r"\bon\s+(?:its|his|her|their|my|our)\s+own\s+(?:(?:two|four|six|eight|ten)\s+)?(?:wheels|tyres|tires)\b|"
    r"\bevery\s+(?:yard|metre|meter|mile|inch|foot|kilomet(?:re|er)|step)\s+(?:of\s+(?:it|the\s+\w+)\s+)?(?:by\s+(?:bicycle|bike|road|car|land|bus)|on\s+"
    r"(?:foot|wheels|two\s+wheels|the\s+road))\b|\b(?:driven|drove|cycled|pedalled|walked|ridden|rode)\s+(?:every\s+(?:yard|metre|meter|mile|inch|foot|"
    r"kilomet(?:re|er)|step)|the\s+(?:whole|entire)\s+(?:way|distance))\b|"
    r"\b(?:all\s+the\s+way|the\s+whole\s+way|from\s+first\s+to\s+last)\s+(?:by\s+(?:road|land)|on\s+(?:the\s+road|wheels|dry\s+land))\b|"
    r"\b(?:by\s+(?:road|land)|on\s+(?:wheels|dry\s+land))\s+(?:all\s+the\s+way|the\s+whole\s+way|from\s+(?:first|start)\s+to\s+(?:last|finish))\b|"
    r"\b(?:wheels?|tyres?|tires?)\s+(?:had\s+)?never\s+(?:once\s+)?left\s+(?:the\s+)?(?:road|tarmac|asphalt|ground)\b",
    re.IGNORECASE,
)
"""What rules out that something was carried over water: "was never put on a barge", "every yard by bicycle"."""
_WORTH = regex(
    r"\b(?:worth|worthy|paved|tarred|surfaced|metalled|proper|decent|good|direct|shorter|quicker|better|longer|through|beyond|further|farther|past\s+that|"
    r"in\s+(?:winter|summer)|another|of\s+(?:its|their)\s+own|to\s+speak\s+of|except|apart\s+from|other\s+than|all\s+but|only|unless|until|till|if|"
    r"reopen\w*|threaten\w*|again|but\s+(?:the|an?|one)|then|nearby|sign(?:ed|posted)?|by\s+night)\b",
    re.IGNORECASE,
)
"""With these a way is there or comes to be, if not the best one."""


@dataclass(frozen=True, slots=True)
class ToldClosure:
    """A closure that the story tells of.

    Attributes
    ----------
    start, end, text
        The sentence.
    sky
        Whether it is the sky and not a border.
    lacking
        "road" or "air" where no way of that kind is there at all, "boat" where the story says that none was used;
        empty for a closure.
    """

    start: int
    end: int
    text: str
    sky: bool
    lacking: str = ""


def told_closures(story: "Story") -> tuple[ToldClosure, ...]:
    """The sentences that call a border or a sky closed, or a way missing, without exception and without end."""
    found = []
    for sentence in story.sentences:
        words = story.text[sentence.start : sentence.end]
        match = next((one for pattern in _TELLINGS if (one := pattern.search(words))), None)
        if match is not None and not _EXCEPT.search(words):
            found.append(ToldClosure(sentence.start, sentence.end, words.strip(), match["sky"] is not None))
            continue
        lack = next((one for pattern in _LACKS if (one := pattern.search(words))), None)
        if lack is not None and not _WORTH.search(words):
            kinds = {kind for kind, said in lack.groupdict().items() if said is not None}
            lacking = "road" if kinds & {"road", "wheels"} else "air"
            found.append(ToldClosure(sentence.start, sentence.end, words.strip(), sky=False, lacking=lacking))
        elif lack is None and _DRY.search(words):
            found.append(ToldClosure(sentence.start, sentence.end, words.strip(), sky=False, lacking="boat"))
    return tuple(found)
