"""Leave that the story itself tells of: "the first civilian allowed through", "by special arrangement"."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wayproof.story.text.quotations import quotations, within
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.text.document import Story

_LET = r"(?:allowed|permitted|authori[sz]ed|let|cleared|licensed|given\s+leave|admitted|invited)"
_GO = (
    r"(?:to\s+(?:do\s+(?:so|it|this)|cross|pass|go|walk|drive|enter|leave|travel|ride|swim|fly|sail|land|come|return|step|proceed|use|make)|through|across|"
    r"in\b|out\b|over)"
)
_PASSAGE = (
    r"(?:crossings?|passage|visits?|journeys?|transit|march|return|trip|convoy|flights?|landing|entry|exit|transfer|evacuation|reunion|pilgrimage|"
    r"expedition|swim|run|ride|walk|delivery|corridor|overflight|handover|exchange)"
)
_LEAVE = (
    r"(?:permission|leave|permit|dispensation|exemption|exception|authori[sz]ation|clearance|safe[\s-]conduct|safe\s+passage|laissez-passer|pass|waiver|"
    r"consent|invitation|licen[cs]e)"
)
_BARRIER = (
    r"(?:frontiers?|borders?|gates?|barriers?|crossings?|posts?|checkpoints?|bridge|line|road|corridor|airspace|"
    r"sky|pole|boom)"
)
_TELLINGS = tuple(
    regex(pattern)
    for pattern in (
        (
            rf"\b(?:[Tt]he|[Aa]mong\s+the|[Oo]ne\s+of\s+the)\s+(?:very\s+)?(?:first|only)\s+(?:[\w-]+\s+){{0,4}}?[A-Za-z-]+\s+(?:[\w-]+\s+){{0,4}}?"
            rf"(?:(?:ever|to\s+be|to\s+have\s+been)\s+){{0,2}}{_LET}\s+{_GO}"
        ),
        rf"\b(?:agreed|consented|assented)\s+(?:\w+\s+)?to\s+(?:let\b|(?:the|his|her|their|this|its|an?)\s+(?:\w+\s+){{0,3}}?{_PASSAGE}\b)",
        (
            rf"\b(?:approved|sanctioned|authori[sz]ed|arranged|negotiated|agreed|licensed|guaranteed|cleared)\s+(?:\w+\s+)?(?:of\s+|on\s+|upon\s+)?"
            rf"(?:the|his|her|their|this|its|an?)\s+(?:\w+\s+){{0,3}}?{_PASSAGE}\b"
        ),
        (
            r"\b(?:[Bb]y|[Uu]nder|[Ww]ith|[Oo]n|[Tt]hanks\s+to)\s+(?:an?\s+|the\s+)?(?:rare\s+)?(?:special|express|written|joint|personal|prior|mutual|particular|exceptional|rare)"
            r"\s+(?:permission|leave|arrangements?|agreements?|dispensation|permits?|pass(?:es)?|authority|order|consent|invitation|authori[sz]ation|licen[cs]e)\b"
        ),
        (
            rf"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?(?:granted|given|issued|accorded|allowed|promised)\s+(?:with\s+)?(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,2}}?{_LEAVE}\b"
            r"(?!\s+by\s+the\s+(?:court|doctor|judge))"
        ),
        r"\b(?:[Aa]n|[Tt]he|[Oo]ne|[Ss]ome)\s+(?:\w+\s+)?(?:exceptions?|exemptions?|dispensation)\s+(?:was|were|had\s+been|has\s+been|is)\s+(?:\w+\s+)?(?:made|agreed|granted)\b",
        (
            rf"\b{_BARRIER}\s+(?:\w+\s+){{0,3}}?(?:was|were|had\s+been|has\s+been)\s+(?:\w+ly\s+)?(?:opened|reopened|unlocked|lifted|raised|swung\s+open|unbarred)\s+"
            r"(?:\w+\s+){0,5}?(?:for\s+(?:(?:him|her|them|it)\b|the\s+(?!first\s+time|season|summer|winter|public|day\b)\w+|an?\s+\w+|one\s+\w+|two\s+\w+|five\s+\w+)|to\s+let\b)"
        ),
        r"\b(?:[Ii]t|[Tt]his)\s+was\s+(?:\w+ly\s+)?(?:opened|unlocked|lifted)\s+(?:\w+\s+){0,3}?(?:for|to\s+let)\s+(?:an?|the|him|her|them|one|two)\b",
        (
            r"\b(?:[Dd]rivers|[Ff]reight|[Ll]orries|[Hh]auliers|[Gg]oods|[Dd]iplomats|[Cc]itizens|[Rr]esidents|[Pp]atients|[Aa]id|[Cc]onvoys)\s+(?:[\w-]+\s+){0,3}?"
            r"(?:was|were|had\s+been|have\s+been)\s+(?:\w+\s+)?(?:let\s+(?:through|across|in|out|pass)|exempt(?:ed)?|excepted|spared|waved\s+through)\b"
        ),
        r"\b[Pp]ermission\s+(?:(?:to|for)\s+[^.;!?]{1,60}?\s+)?(?:had\s+(?:\w+\s+)?(?:been\s+)?)?(?:(?:was|were)\s+)?(?:arrived|came|come|granted|obtained|given|secured|followed)\b",
        r"\bmade\s+(?:an|one|the\s+only|their|its|his)\s+exception\b(?!\s+to\s+(?:his|her|their|its)\s)",
        r"\b(?:[Bb]y|[Ww]ith)\s+(?:the\s+)?(?:leave|permission|consent|courtesy|agreement)\s+of\s+(?:the\s+|both\s+)?(?:[A-Z]|governments?|authorities|sides|guards|garrisons?|officers|commanders?)",
        r"\bpasses\s+(?:that\s+(?:had\s+been|were)\s+)?(?:agreed|issued|negotiated|arranged)\b",
        r"\bone\s+of\s+(?:the\s+)?(?:\w+\s+){1,2}?passes\b",
        (
            r"\b(?:[Ww]ith|[Bb]y|[Uu]nder|[Hh]aving)\s+(?:the\s+|an?\s+)?(?:\w+\s+)?(?:leave|permission|consent|blessing|approval|agreement|assent|authority|sanction|"
            r"co-?operation)\s+(?:of|from|between|given\s+by)\s+(?:both|the\s+two|all|the)\s+(?:\w+\s+){0,2}?(?:governments?|sides?|authorities|armies|commands?|"
            r"capitals|countries|states|presidents|ministr(?:y|ies)|koreas|command(?:ers?)?|generals?|parties|embass(?:y|ies))\b"
        ),
        (
            r"\b(?:[Oo]pened|[Uu]nlocked|[Ll]ifted|[Rr]aised)\s+(?:\w+\s+){0,3}?(?:for\s+the\s+(?:purpose|occasion|hour|day|afternoon|convoy|column|lorries|"
            r"children|dead|sick|wounded)|for\s+(?:them|him|her)\s+alone)\b"
        ),
    )
)
_LIFTED = regex(
    r"\b(?:moved|lifted|raised|opened|unlocked|unbarred|drew\s+(?:back|aside)|pulled\s+(?:back|aside)|took\s+(?:down|away)|removed|parted|swung\s+(?:back|open))"
    r"\s+(?:the\s+|a\s+|their\s+|its\s+)?(?:[\w-]+\s+){0,2}?(?:bars?|barriers?|booms?|gates?|poles?|chains?|frontier|border|fence|wire|padlock)\b"
    r"[^.;!?]{0,120}?(?:\bfor\s+(?:this|that|the\s+(?:one|two|convoy|column|party|team|caravan|lorry|bus|train|coffin|pilgrims)|one|him|her|them|it)\b|"
    r"\blet\s+(?:the\s+\w+|him|her|them|it)\s+(?:through|pass|in|across|over|by)\b|\bto\s+let\b)"
)
"""A barrier lifted for somebody: an exception only where the sentence says that it is shut to others."""
_SHUT_TO_OTHERS = regex(
    r"\b(?:shut|closed|sealed|barred)\b|\bnot\s+been\s+open(?:ed)?\b|\bsince\s+\d{4}\b|\b(?:this|that)\s+(?:one|once)\b|\b(?:put|lowered|closed|shut)\s+"
    r"(?:them|it)\s+(?:back|again)\b"
)
_TAKEN_BACK = regex(
    r"\b(?:no|nobody|none|never|not|without|neither|nor|refus\w+|denied|denies|deny|withdr\w+|revoked|cancelled|expired|would|could|might|may|should|if|"
    r"unless|whether|claim\w*|alleg\w*|insist\w*|pretend\w*|supposedly|hop\w+|ask\w*\s+for|appl\w+\s+for|forged|fake|nowhere)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
"""Words with which leave was not given, or somebody only says that it was."""
_NOT_ONLY = regex(
    r"\bwithout\s+(?:an?\s+)?(?:official\s+)?(?:escort|incident|ceremony|delay|trouble|visa|charge|search)\b|\bnot\s+(?:only|even\s+the\s+first)\b"
)


_SHUT_BEFORE = regex(
    r"\b(?:that|which)\s+(?:had|has)\s+(?:not|never)\s+(?:been\s+)?(?:open(?:ed)?|crossed|used|let)\b|\bhad\s+let\s+(?:nobody|no\s+one|nothing)\b"
)
"""How it was before: "the bar on a frontier that had not been open since 1994"."""


@dataclass(frozen=True, slots=True)
class ToldException:
    """Leave to pass what was shut, as the story tells it.

    Attributes
    ----------
    start, end, text
        The sentence.
    """

    start: int
    end: int
    text: str


def told_exceptions(story: "Story") -> tuple[ToldException, ...]:
    """The sentences that tell, in the story's own voice, that somebody was let pass what was shut to others."""
    quoted = quotations(story.text, [span.start for span in story.paragraphs])
    starts = [start for start, _ in quoted]
    found = []
    for sentence in story.sentences:
        words = story.text[sentence.start : sentence.end]
        match = next((one for pattern in _TELLINGS if (one := pattern.search(words))), None)
        if match is None and _SHUT_TO_OTHERS.search(words):
            match = _LIFTED.search(words)
        if match is None or _TAKEN_BACK.search(_NOT_ONLY.sub("", _SHUT_BEFORE.sub("", words))):
            continue
        if not within(sentence.start + match.start(), quoted, starts):
            found.append(ToldException(sentence.start, sentence.end, words.strip()))
    return tuple(found)
