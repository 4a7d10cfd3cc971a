"""What is told of somebody's life before the journey: where they trained, what they did for years, who mourns them."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause
from wayproof.story.grammar.experience import is_experience
from wayproof.story.grammar.said_of_names import is_of_post
from wayproof.story.grammar.standing import is_kept_for
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.person_nouns import person_noun
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

_DATED = regex(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December|"
    r"yesterday|(?:this|that|next|last|the\s+(?:next|same|following|previous))\s+(?:day|night|morning|evening|afternoon|week|month)|the\s+day\s+before|"
    r"at\s+(?:noon|midnight|dawn|dusk|\d)|(?:two|three|four|five|six|\d+)\s+(?:days?|nights?|hours?|weeks?)\b|on\s+the\s+(?:\d|[a-z]+(?:th|st|nd|rd)\b)|May\s+\d|\d\s+May)\b|\d[:.]\d\d"
)
"""A day or an hour: what is dated so is told of the journey."""
_MANY = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|"
    r"forty|fifty|sixty|some|several|many|a\s+dozen|a\s+few|\d+|twenty-\w+|thirty-\w+|forty-\w+)"
)
_FOR_YEARS = regex(
    rf"\b(?:for|over|during|through)\s+(?:(?:the|his|her|their|nearly|almost|about|over|more\s+than|some|a\s+good|last|past|first|best\s+part\s+of|"
    rf"better\s+part\s+of|most\s+of)\s+)*(?:{_MANY}\s+)?(?:years|decades|seasons|winters|summers|half\s+(?:a|her|his)\s+(?:lifetime|life|century)|"
    r"a\s+(?:lifetime|generation|decade|quarter\s+of\s+a\s+century)|(?:his|her)\s+(?:\w+\s+)?(?:life|career)|a\s+year|"
    r"the\s+(?:whole\s+)?(?:war|occupation))\b|"
    rf"\b(?:{_MANY})\s+(?:years|decades|seasons|winters|summers)\s+(?:long\s+)?(?:as|in|at|of|on|with|behind|before)\b|\ball\s+(?:his|her)\s+life\b|\b(?:{_MANY})\s+"
    rf"(?:winters|summers|seasons|years)\s+[a-z]+ing\b|\b(?:year\s+after\s+year|every\s+(?:year|summer|winter|season)|year\s+in)\b",
    re.IGNORECASE,
)
"""How long something was done that is no part of a journey of days."""
_ONCE = regex(
    r"\bwho(?:,?\s+(?:had|has|in\s+fact|he\s+says|she\s+says),?)?\s+(?:once|formerly|previously|originally|long\s+ago|years\s+ago|briefly|also|used\s+to)"
    r"(?:\s+(?:had|also|briefly))?\s+\Z"
)
"""How a relative clause opens that tells of another time: "who once kept bees in X"."""
_WHO = regex(
    r"\bwho(?:\s+(?:had|has|have|did|was|were|been|he\s+says|she\s+says|it\s+is\s+said|\w+ly|never|also|once|first|himself|herself|"
    rf"for\s+(?:{_MANY}|most\s+of\s+his|most\s+of\s+her)\s+\w+|as\s+an?\s+\w+)\b,?)*\s+\Z",
    re.IGNORECASE,
)
"""How a relative clause stands right before its verb: "a nurse who | qualified at X"."""
_LISTED = regex(r"[^.;:!?]*?[A-Z][\w\u2019'-]+(?:,\s+(?:the\s+)?[A-Z][\w\u2019'-]+)*,?\s+and\s+(?:the\s+)?[A-Z]")
_BLANK = regex(
    r"(?:^|,)\W*(?:(?:and|though|but|himself|herself|long|much|once|twice|first|still|only|lately|recently|originally|formerly|since|widely|best|"
    r"well|better|variously|already|then|later|[a-z]+ly)\s+)*\Z"
)
"""What stands before a participle that opens its clause: ", long | mourned in X"."""
_OBJECT = regex(
    r"\s+(?:the|an?|his|her|their|its|him|them|it|two|three|some)\b"
    r"(?!\s+(?:few\s+)?(?:hour|day|week|fortnight|month|year|decade|night)s?\s+(?:ago|earlier|before|later))"
)
_UP = regex(r"\s+up\b")
_SCHOOLS = regex(
    r"\s+(?:from|by)\s+(?:the|an?|his|her|one|two|three|his\s+own)\s+(?:[\w\u2019'-]+\s+){0,3}?(?:schools?|convents?|academy|college|university|party|church|union|"
    r"club|guild|order|seminary|conservatory|regiment|orchestra|choir|ballet|company|institute|monastery|clinic|practice|firm)\s+(?:in|at|of|near)\b"
)
"""Bodies that somebody was put out of in life: "expelled from a school in X"."""
_PUT_OUT = frozenset({"expelled", "dismissed", "sacked", "struck off", "banned", "discharged", "removed", "ejected"})
_SERVICE = regex(
    r"\s+(?:(?:his|her|their)\s+(?:[\w-]+\s+){0,2}?(?:service|apprenticeship|training|degree|doctorate|thesis|studies|schooling|internship|residency|"
    r"novitiate|time|stint|exams|finals|trade|letters|craft|English|French|German|name|fortune|spurs|teeth|childhood|boyhood|girlhood|youth|reputation)|"
    r"(?:law|medicine|theology|history|engineering|chemistry|physics|divinity|music|classics|mathematics|to\s+(?:fly|ride|sail|swim|drive|cook|read|"
    r"walk|ski|shoot|play|dance|paint|sew|weave|type)))\b"
)
_DID = frozenset(
    {"did", "does", "done", "read", "reads", "learned", "learnt", "served", "made", "spent", "won", "cut", "studied"}
    | {"finished", "completed", "took", "passed", "lost"}
)


def is_aside_of_journey(text: str, clauses: "Sequence[Clause]", index: int, verb: "Verb", top: "Toponym") -> bool:
    """Whether what is told at a place belongs to a life, to others' thoughts, or to others' deeds."""
    clause, before = clauses[index], clauses[index - 1] if index else None
    if is_background(text, clause, verb, top.mention.end) or heads_other_deed(text, clause, verb, top):
        return True
    if is_of_other(text, clause, verb, top.mention.start):
        return True
    if is_of_post(verb, text[verb.end : top.mention.start]) or is_kept_for(text, clause.start, verb):
        return True
    if before is None or before.sentence != clause.sentence or clause.opener != "and" or not before.verbs:
        return False
    first = before.verbs[0]
    # "a nurse who trained in X and came home to Y"
    who = _WHO.search(text[before.start : first.start]) is not None
    on = (
        who
        and clause.verbs[0] is verb
        and _BLANK.search(text[clause.start + len("and") : verb.start].lstrip()) is not None
    )
    dated = _DATED.search(text, clause.start, max(clause.end, top.mention.end)) is not None
    return on and not dated and is_background(text, before, first, before.end)


def is_background(text: str, clause: Clause, verb: "Verb", end: int) -> bool:
    """Whether a verb tells at a place what belongs to a life, to years, or to those who think of somebody there."""
    if is_experience(text, clause, verb):
        return True
    lead = text[clause.start : verb.start]
    opens = _BLANK.search(lead) is not None
    if opens and verb.form in journey_words("said_of") and not _OBJECT.match(text, verb.end):
        return True  # ", mourned a week ago at X, ..."
    high = max(clause.end, end)
    if _DATED.search(text, clause.start, high) is not None:
        return False
    who = _WHO.search(lead) is not None
    return (
        _is_upbringing(text, verb, done=verb.passive or opens)
        or (who and _ONCE.search(lead) is not None)
        or (
            who
            and verb.current
            and verb.motion is Motion.OTHER
            and _LISTED.match(text, verb.end, clause.end) is not None
        )
        or (_FOR_YEARS.search(text, clause.start, high) is not None and (who or not _is_of_way(text, verb)))
    )


def _is_upbringing(text: str, verb: "Verb", *, done: bool) -> bool:
    """Whether a verb tells where somebody grew up or learned; `done` to them or not."""
    form = verb.form
    if done and (
        form in journey_words("upbringing")
        or (form == "brought" and _UP.match(text, verb.end))
        or (form in _PUT_OUT and _SCHOOLS.match(text, verb.end))
    ):
        return True
    return form in journey_words("qualified") or (form in _DID and _SERVICE.match(text, verb.end) is not None)


def _is_of_way(text: str, verb: "Verb") -> bool:
    """Whether a verb tells of going or staying, which may last for years: not "drove a taxi"."""
    moves = verb.motion in _GOING and not _OBJECT.match(text, verb.end)
    return moves or verb.passive or verb.motion in {Motion.STAY, Motion.SEEN}


_APPOSED = regex(
    r"(?:[A-Z][\w\u2019'-]+|\b(?:his|her|their|the|an?)\s+(?:[\w\u2019'-]+\s+){0,3}?[\w-]+),\s+(?:an?|the|his|her)\s+(?:[\w-]+\s+){0,3}?(?P<noun>[\w-]+)\s+(?:in|at|of|from|near)\s+(?:the\s+)?\Z"
)
_SIGNALS = regex(
    r"\W*(?:(?:and|but|then)\s+)?(?:(?:the|his|her|their|its|two|three|several|all|last|these|both)\s+)*(?:[a-z-]+\s+)?(?:calls?|signals?|messages?|letters?|transmissions?|voice|broadcasts?|Morse|telegrams?|cables?|appeals?|maydays?|distress\s+calls?|postcards?|"
    r"reports?|position|words?|cry|cries|song|last\s+words)\s+(?:(?:of|from|by|sent\s+by)\b|[^,.;]{0,60}\Z)",
    re.IGNORECASE,
)
_TAKEN_DOWN = frozenset(
    {
        "taken",
        "taken down",
        "heard",
        "received",
        "picked up",
        "logged",
        "relayed",
        "intercepted",
        "monitored",
        "recorded",
    }
    | {"read", "opened", "answered", "acknowledged", "printed", "published", "rebroadcast", "decoded"}
)
"""What is done, by those who hear of somebody, where they are: "her calls were taken down by a schoolboy in X"."""
_ANOTHER = regex(
    r"[^.;!?]{0,40}?\b(?:was|is|were|proved|turned\s+out)\s+(?:to\s+be\s+)?(?:in\s+fact\s+|only\s+|merely\s+|really\s+|of\s+course\s+)?(?:an?|his|her|the\s+wrong|"
    r"somebody|someone|another)\s+(?:[\w-]+\s+)?(?:cousin|brother|sister|twin|double|lookalike|look-alike|namesake|impostor|imposter|impersonator|actor|actress|"
    r"hoax|decoy|dummy|waxwork|stranger|else|man|woman|stand-in|understudy|body\s+double)\b"
)
_SOMEBODY = regex(r"\b(?:man|woman|figure|person|body|passenger|face|one|girl|boy|traveller)\s+\Z")


def is_of_other(text: str, clause: Clause, verb: "Verb", start: int) -> bool:
    """Whether the place before which `start` stands is that of a person beside, of a listener, or of a lookalike."""
    if verb.start >= start:
        return False
    if _SOMEBODY.search(text, clause.start, verb.start) and _ANOTHER.match(text, start, clause.end):
        return True
    if verb.passive and verb.form in _TAKEN_DOWN and _SIGNALS.match(text[clause.start : verb.start]):
        return True
    found = None if verb.passive or Motion.SEEN in verb.motions else _APPOSED.search(text, verb.end, start)
    person = None if found is None else person_noun(found["noun"])
    return person is not None and person[0] not in journey_words("present")


_GOING = frozenset({Motion.LEAVE, Motion.START, Motion.REACH, Motion.MOVE, Motion.CARRY})


_PERSON_THERE = regex(
    r"(?P<lead>[\w\u2019'-]+)\s+(?:his|her|their|the|an?|my|our|some|one)\s+(?:[\w\u2019'-]+\s+){0,3}?(?P<noun>[\w-]+)\s+(?:in|at|of|from|near|outside)\s+(?:the\s+)?\Z"
)
_TO_VERB = regex(r"\s+(?:(?:had|has|have|once|later|then|never|always|still|also|\w+ly)\s+)*")
_LEADS = regex(
    r"(?:what|whatever|which|whom|that|than|as|because|since|if|where|when|while|why|how|all|everything|nothing)\Z"
)


def heads_other_deed(text: str, clause: Clause, verb: "Verb", top: "Toponym") -> bool:
    """Whether the place is that of somebody who acts next: "did what his doctor in X forbade"."""
    after = next((one for one in clause.verbs if one.start >= top.mention.end), None)
    if after is None or verb.start > top.mention.start or after.infinitive or after.form.endswith("ing"):
        return False
    if _TO_VERB.fullmatch(text, top.mention.end, after.start) is None:
        return False
    found = _PERSON_THERE.search(text, verb.end, top.mention.start)
    if found is None or person_noun(found["noun"]) is None:
        return False
    lead = found["lead"]
    noun = not (lead in journey_words("prepositions") or lead in {"and", "or", "to"})
    return _LEADS.fullmatch(lead) is not None or (noun and (after.perfect or not verb.end >= found.start("lead")))
