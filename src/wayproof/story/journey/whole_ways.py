"""Means of a whole journey, told beside its stops: "In between he had pedalled the entire highway alone"."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.vocabulary.modes import means_in
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.itineraries.itinerary import Visit

_WHOLE = regex(
    r"\b(?:in\s+between|between\s+the\s+(?:two|three)|from\s+(?:the\s+)?one\s+to\s+the\s+other|from\s+(?:the\s+)?first\s+to\s+the\s+second|"
    r"(?:made|covered|did|done|completed|accomplished|travelled)\s+(?:the|his|her|their|this|that|it|all\s+of\s+it)\s+(?:way|road|distance|"
    r"journey|trip|stretch|crossing|passage|kilomet(?:re|er)s|miles)|"
    r"(?:way|road|distance|journey|trip|whole|lot|all\s+of\s+it|crossing|passage)\s+(?:was|were|had\s+been|has\s+been)\s+(?:\w+ly\s+)?(?:covered|made|done|"
    r"travelled|completed|accomplished)|(?:whole|entire|full)\s+(?:way|road|route|highway|distance|journey|trip|length|stretch|"
    r"course|lot)|all\s+the\s+way|every\s+(?:step|yard|metre|meter|mile|kilomet(?:re|er)|inch|foot)\s+(?:of\s+(?:it|the)|by|on|under|behind|along)|"
    r"(?:all|none)\s+of\s+it\s+(?:by|on|under)|from\s+(?:the\s+)?first\s+(?:metre|yard|mile|kilomet(?:re|er)|step|turn)?\s*to\s+(?:the\s+)?last|"
    r"from\s+(?:first|beginning)\s+to\s+(?:last|end)|"
    r"from\s+(?:(?:start|end|door|gate|one\s+end)\s+to\s+(?:finish|end|door|gate|the\s+other)))\b",
    re.IGNORECASE,
)
"""Words that make what is told hold for the way from the first stop to the last."""
_HAD_COME = regex(
    r"\b(?:had|has|have|having)\s+(?:simply\s+|merely\s+|only\s+)?(?:come|travelled|traveled|journeyed|made\s+(?:it|the\s+(?:journey|trip|way|distance)))"
    r"\s+(?:down\s+|up\s+|over\s+|across\s+|there\s+|here\s+)?(?:by|on|aboard|in)\s+(?-i:[^,;:.A-Z]{0,40})\s*[,;:.]?(?:\s*(?:and|but)\b.*)?\s*\Z|"
    r"\bhad\s+taken\s+(?:the|an?)\s+(?-i:[^,;:.A-Z]{0,40})(?<!to)\s*[,;:.]?(?:\s*(?:and|but)\b.*)?\s*\Z",
    re.IGNORECASE,
)
"""How somebody who has arrived tells of the way, without a place: "said that he had come by the mail train"."""


_WENT = regex(
    r"\b(?:came|went|travelled|traveled|journeyed|got\s+(?:there|about|around|back|home))\s+(?:\w+ly\s+)?(?:there\s+|over\s+|across\s+|down\s+|up\s+|"
    r"home\s+|all\s+the\s+way\s+)?(?:by|on|in|aboard|with)\s+(?-i:[^,;:.]{0,40})\s*[,;:.\"\u201d]?\s*\Z|"
    r"\b(?:(?:was|were|had\s+been)\s+(?:an?\s+)?passengers?|had\s+(?:booked\s+|taken\s+|bought\s+)?(?:an?|the|his|her|two)\s+(?:[\w-]+\s+)?"
    r"(?:seats?|berths?|tickets?|compartment|cabin|couchette))\s+(?:on|in|aboard|for|by)\s+(?-i:[^,;:.]{0,40})\s*[,;:.\"\u201d]?\s*\Z|"
    r"\b(?:drove|cycled|flew|walked|rode|hitch-?hiked|pedalled|motored|rowed|paddled|swam|driven|flown|ridden)"
    r"(?:\s+(?:himself|herself|themselves|alone|there|it|every\s+\w+|all\s+(?:night|day)|through\s+the\s+night|in\s+(?:his|her|their)\s+own\s+\w+|"
    r"an?\s+(?-i:[a-z -]{0,30})\w+|(?:his|her|their)\s+(?-i:[a-z -]{0,30})\w+)){0,3}\s*[,;:.\"\u201d]?\s*\Z",
    re.IGNORECASE,
)
"""How the way is told afterwards, without a place: "she drove herself", "he came by road"."""
_PLACE = regex(r"\b(?:to|from|into|through|via|for|towards?)\s+(?:the\s+)?[A-Z]")
_OF_WAY = regex(r"\b(?:was|were|been)\b", re.IGNORECASE)
"""What makes the way itself the subject: "the distance was covered on foot"."""
LONGEST_REMARK = 60
"""Characters of a remark without a verb on the whole way."""
ON_FOOT = frozenset({"foot", "swim"})
"""What carries nobody on: people are picked up behind it."""
SENTENCES_AFTER, SENTENCES_BEFORE = 3, 2
"""Sentences after the last stop, and before the first, in which the way is told without a place."""


def _with_aside(text: str, clauses: "Sequence[Clause]", index: int) -> str:
    """The words of a clause and of what its sentence adds behind an aside: "went, he maintains, | in his own van"."""
    clause = clauses[index]
    after = [one for one in clauses[index + 1 : index + 3] if one.sentence == clause.sentence]
    tail = " ".join(text[one.start : one.end] for one in after if _ADDED.match(text, one.start))
    return f"{text[clause.start : clause.end]} {tail}"


_ADDED = regex(r"\W*(?:(?:he|she|they|it)\s+\w+\s*,?\s*|)(?:in|by|on|aboard)\s")


_ALONE_IN = regex(
    r"\b(?:was|were|had\s+been|has\s+been|sat|had\s+sat)\s+(?:quite\s+|all\s+|always\s+|always\s+been\s+)?(?:alone|by\s+(?:him|her|my)self|on\s+(?:his|her|my)\s+own|the\s+only\s+"
    r"(?:one|driver|person)|at\s+the\s+(?:wheel|helm|tiller|controls|handlebars))\b",
    re.IGNORECASE,
)
"""How a story tells in what the way was made: "she was by herself in the car", "he had been at the wheel"."""


_NOBODY = regex(r"\b(?:nobody|no\s+one|none|neither)\b", re.IGNORECASE)


def _said_by_nobody(text: str, clauses: "Sequence[Clause]", index: int) -> bool:
    """Whether a clause is what nobody says: "nobody has suggested | that he flew"."""
    clause, before = clauses[index], clauses[index - 1] if index else None
    said = before is not None and before.sentence == clause.sentence and clause.opener == "that"
    return said and before is not None and _NOBODY.search(text, before.start, before.end) is not None


def _is_told_of_way(text: str, clause: Clause) -> bool:
    """Whether a clause without a place tells in what the traveller was alone, or what was steered."""
    mine = clause.subject is Subject.TRAVELLER and _PLACE.search(text, clause.start, clause.end) is None
    return mine and _ALONE_IN.search(text, clause.start, clause.end) is not None


_ACROSS = regex(
    r"\b(?:cross(?:ed|es)|(?:rowed|sailed|cycled|walked|ran|flew|flown|swam|drove|rode|paddled|skied|skated|skateboarded|ballooned|drifted|"
    r"pedalled|hiked|marched|motored|travelled|went)\s+(?:(?:\w+ly|alone|solo)\s+)?"
    r"(?:(?:an?|his|her)\s+(?-i:[a-z -]{1,30}))?(?:across|over|round|around))\s+(?:the\s+)?(?-i:[A-Z])",
    re.IGNORECASE,
)
"""How a land or a sea is crossed whose ends are told next: "cycled across Australia"."""
LEAD_CHARACTERS = 160
"""Characters between such a lead and the first stop."""


def _leads_in(text: str, clause: Clause, visits: "Sequence[Visit]") -> bool:
    """Whether a clause right before the first of two stops tells what was crossed from one to the other."""
    if len(visits) != 2 or clause.subject is not Subject.TRAVELLER:  # noqa: PLR2004 - a way has two ends
        return False
    first = visits[0].start
    near = clause.end <= first <= clause.end + LEAD_CHARACTERS and "\n\n" not in text[clause.end : first]
    return near and _ACROSS.search(text, clause.start, clause.end) is not None


def _told_after(text: str, clause: Clause, last: "Clause | None") -> bool:
    """Whether a clause tells, right after the one of the last stop, how the traveller came there."""
    if last is None or clause.start <= last.start or clause.paragraph != last.paragraph:
        return False
    if clause.sentence - last.sentence > SENTENCES_AFTER or _PLACE.search(text, clause.start, clause.end):
        return False
    return clause.subject is Subject.TRAVELLER and _WENT.search(text, clause.start, clause.end) is not None


def _told_before(text: str, clause: Clause, first: "Clause | None") -> bool:
    """Whether a clause tells, right before the one of the first stop, how the traveller went."""
    if first is None or clause.start >= first.start or clause.paragraph != first.paragraph:
        return False
    if not 0 < first.sentence - clause.sentence <= SENTENCES_BEFORE or _PLACE.search(text, clause.start, clause.end):
        return False
    if any(verb.perfect for verb in clause.verbs) or ON_FOOT.issuperset(means_in(text[clause.start : clause.end])):
        return False  # "She had walked all night": to where the story finds her, and not all that follows
    return clause.subject is Subject.TRAVELLER and _WENT.search(text, clause.start, clause.end) is not None


def with_whole_ways(text: str, clauses: "Sequence[Clause]", visits: "tuple[Visit, ...]") -> "tuple[Visit, ...]":
    """Visits with the means that the story tells of the whole way, where none is told of a part.

    Parameters
    ----------
    text, clauses
        The story, its clauses as its traveller sees them.
    visits
        The visits in order; a visit keeps the means by which it was reached.
    """
    means: tuple[str, ...] = ()
    ends = [one.end for one in visits if one.end is not None]
    last = next((one for one in reversed(clauses) if ends and one.start < max(ends)), None)
    first = next((one for one in clauses if visits and one.end > min(visit.start for visit in visits)), None)
    for index, clause in enumerate(clauses):
        whole = _WHOLE.search(text, clause.start, clause.end)
        mine = clause.subject in {Subject.TRAVELLER, Subject.VEHICLE} or (
            whole is not None and _OF_WAY.search(whole.group())
        )
        done = bool(clause.verbs) and not any(verb.doubtful or verb.infinitive for verb in clause.verbs)
        # "Every yard by bicycle."
        done = done or (not clause.verbs and whole is not None and clause.end - clause.start < LONGEST_REMARK)
        come = (
            whole is not None
            or _is_told_of_way(text, clause)
            or _HAD_COME.search(text, clause.start, clause.end) is not None
        )
        done = done and not _said_by_nobody(text, clauses, index)
        if mine and done and (come or _told_after(text, clause, last) or _told_before(text, clause, first)):
            means = means or means_in(_with_aside(text, clauses, index))
        elif done and not means and _leads_in(text, clause, visits):
            told = means_in(text[clause.start : clause.end])
            # who "crossed the Channel" need not have done so by ferry
            means = told if told != ("ferry",) or "ferry" in text[clause.start : clause.end] else ()
    if not means or any(visit.modes for visit in visits):
        return visits
    return (*visits[:1], *(replace(visit, modes=means) for visit in visits[1:]))
