"""Splitting a sentence into clauses: at commas, joining words and verbs of saying, never inside a name or a time."""

import re
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from wayproof.story.grammar.parted_helpers import with_helpers
from wayproof.story.grammar.verbs import Verb, is_participle, verbs_or_guess
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.person_nouns import person_noun
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Segment: TypeAlias = tuple[int, int, str, tuple[Verb, ...]]
"""Start, end, the word that joins it to what stands before, and its verbs."""


_DAY_NEXT = (
    r"\s+(?:(?:all|most|half|part|much|the\s+whole|the\s+better\s+part)\s+(?:of\s+)?)?the\s+(?:next|following)(?:\s+(?:one|two|three|few))?"
    r"(?=\s*(?:[,;.]|\band\b|\bthen\b|\buntil\b))"
)
"""What "and" joins to a day told before: "drove all that day and the next, and ..."."""


@cache
def _boundary() -> re.Pattern[str]:
    return re.compile(
        (
            r"[;:—\u2013()“”\"]|(?<!\d),(?!\d)|,(?=\s)|\b(?:and(?!"
            + _DAY_NEXT
            + r")|(?<!all\s)but|then|before|after|when|where|while|"
            r"who|which|(?<!\bby\s)that(?!\s+same\b)(?!\s+(?:very\s+)?(?:day|night|morning|forenoon|afternoon|evening|week|weekend|month|year|"
            r"summer|winter|spring|autumn)\b(?!\s+(?:was|is|were|had|has|would|could|came)\b))|whether|because|"
            r"until|since|(?<!\bso\smuch\s)as|so(?!\s+much\s+as\b)|whose|whom|if|although|though|with|having|or|how)\b"
        ),
        re.IGNORECASE,
    )


def segments(text: str, start: int, end: int, *, uncut: "Callable[[int], bool]") -> list[Segment]:
    """The clauses of ``text[start:end]``; `uncut` says whether a boundary at an offset would cut a name or a time."""
    fragments = _fragments(text, start, end)
    inserted = [match.span() for match in _INSERTED.finditer(text, start, end)]
    inserted += [match.span("until") for match in _TOOK_UNTIL.finditer(text, start, end)]
    cuts: list[tuple[int, str]] = [(start, "")]
    cuts += [
        (match.start(), match.group().casefold())
        for match in _boundary().finditer(text, start, end)
        if match.start() > start
        and not uncut(match.start())
        and not any(low <= match.start() < high for low, high in fragments)
        and not any(low <= match.start() < high for low, high in inserted)
    ]
    pieces: list[Segment] = []
    for index, (cut, joint) in enumerate(cuts):
        low, opener = cut, joint
        high = cuts[index + 1][0] if index + 1 < len(cuts) else end
        verbs = tuple(
            verb
            for verb in verbs_or_guess(text, low, high)
            if not uncut(verb.start) and not any(first <= verb.start < last for first, last in inserted)
        )
        goes_on = bool(verbs) and opener in {"and", "or", ","} and any(piece[3] for piece in pieces[-2:])
        if goes_on and (row := _last_of_row(text, low, verbs)):
            held = pieces.pop()
            if not held[3]:
                _hang(text, pieces, held)
                held = pieces.pop()
            pieces.append((held[0], row, held[2], held[3]))
            low, opener = row, ","  # "at X, Y and Z | without leaving her seat"
        if pieces and not pieces[-1][3] and not _stands_alone(text, (pieces[-1][0], cut), joint, first=not pieces[1:]):
            last = pieces.pop()
            main = next((one for one in reversed(pieces) if one[2] not in _SUBORDINATES), None)
            if main is not None and joint in _SUBORDINATES and _goes_on_elsewhere(text, main, last):
                pieces += [(last[0], cut, ",", main[3][-1:]), (low, high, opener, verbs)]
                continue
            opens = _opens_next(text, last[0], last[1], last[2]) or (joint == "," and _names_next(text, last, pieces))
            if pieces and not opens:
                _hang(text, pieces, last)
            else:
                low, opener = last[0], last[2]
        pieces.append((low, high, opener, verbs))
    if len(pieces) > 1 and not pieces[-1][3]:
        _hang(text, pieces, pieces.pop())
    return [part for piece in with_helpers(text, pieces) for part in _reported(text, piece)]


_SUBORDINATES = frozenset(
    {"whose", "who", "which", "whom", "since", "because", "as", "when", "where", "that", "though", "although"}
)
_ELSEWHERE = regex(
    r";\s+(?:(?:and|then|later|next|finally|again|first|lastly)\s+){0,3}(?:in|at|near|outside|off|from|to)\s+(?:the\s+|an?\s+(?:[\w\u2019'-]+\s+){1,3}?(?:in|at|of)\s+)?[A-Z]"
)


def _goes_on_elsewhere(text: str, before: Segment, last: Segment) -> bool:
    """Whether a stretch leaves out the verb of the clause before: "was signed for in X; in Y, by a man | whose"."""
    done = before[3][-1] if before[3] else None
    if done is None or last[2] != ";" or done.motions[0] is Motion.SPEECH or done.doubtful:
        return False
    return _ELSEWHERE.match(text, last[0], last[1]) is not None


_PLACED = (
    r"[\s,]*(?:and|or)?\s*(?:(?:finally|lastly|then|for\s+good)\s+)?(?:(?:at|in|on|near|off|outside|from|to|into|via|through)\s+)?(?:the\s+)?"
    r"(?:[A-Z][\w\u2019'-]*\s+){1,4}"
)
_ROW_THEN = regex(
    rf"(?P<row>{_PLACED})(?:without|by|despite|in\s+spite\s+of|instead\s+of|besides)\s+(?:ever\s+|even\s+|once\s+|so\s+much\s+as\s+)?"
)
_ROW_TO = regex(
    r"(?P<row>[\s,]*(?:and|or)?\s*(?:(?:once|twice|first|lastly?|then|again|the\s+(?:first|second|third|last)(?:\s+time)?)\s+)?(?:at|in|on|near|off|outside)\s+(?:the\s+)?(?:[A-Z][\w\u2019'-]*\s+){1,4})"
    r"(?:only\s+|just\s+)?(?:in\s+order\s+)?to\s+"
)


def _last_of_row(text: str, low: int, verbs: "Sequence[Verb]") -> int:
    """Where the last stop of a row ends whose own words have no finite verb; 0 for any other stretch.

    "stopped at X for water and at Y to sleep", "refuelled at X, Y and Z without leaving her seat"
    """
    first = verbs[0]
    aim = all(verb.infinitive for verb in verbs)
    found = _ROW_TO.fullmatch(text, low, first.start) if aim else None
    if found is None and first.form.endswith("ing"):
        found = _ROW_THEN.fullmatch(text, low, first.start)
    return 0 if found is None else found.end("row")


_INSERTED = regex(
    r",\s+(?:(?:fully|heavily|partly|still|half|already|quite|all|only|\w+ly)\s+)*(?:[a-z-]+(?:ed|en|less|laden|full)|alone|empty|drunk|sober|"
    r"sick|ill|unhurt|broke|barefoot|asleep|awake|alive|late|(?:limp|weep|cry|sobb|sing|whistl|shiver|bleed|sleep|snor|smil|laugh|grinn|dripp|swear|curs|cough|sneez|hobbl|"
    r"protest|grumbl|pant|gasp|trembl|shak|steam|smok|danc|pray|hiccup)ing)(?:\s+(?:with|by|and|but|to|for)\s+[^,;.]{1,40})?,\s+"
    r"(?=(?:at|on|by|in|into|to|ashore|through|across|back|home|shortly|just|soon|around|about|some)\s)"
)
"""A state put between a deed and its time: "left the yard, fully loaded, at noon"."""


_TOOK_UNTIL = regex(
    r"\b[Ii]t\s+(?:had\s+)?(?:took|taken)\s+(?:[\w-]+\s+){1,4}?(?P<until>(?:until|till)\s+[^,;.]{1,40}?)\s+(?=to\s+[a-z])"
)
"""How long a deed took, told by its end: "it took them until noon to reach X"."""


_TO_WHICH = regex(
    r",\s+(?:in|on|at|to|from|by|with|into|through|under|over|for|of|during|near|against|behind|aboard|across|past|after|before|beside)"
    r"\s+\Z",
    re.IGNORECASE,
)
_OF_NAME = regex(r"\b(?:of|by|with|to|for|than|about|against|like|as|on)\s+[A-Z][\w\u2019'-]+\b[^\n]*,\s*\Z")


def _stands_alone(text: str, span: tuple[int, int], joint: str, *, first: bool) -> bool:
    """Whether a stretch without a verb is no part of what follows: "The case is that of Ann Lee, 40, | who ..."."""
    of_name = joint == "who" and _OF_NAME.search(text, *span) is not None
    of_whom = joint == "whom" and _TO_WHICH.search(text, *span) is not None  # "Ida Lund, of | whom ..."
    return (first and (joint == "whose" or of_name)) or (of_whom and (first or text[span[0]] == ";"))


_FRAGMENT = regex(r"(?<=[\w,] )[\"\u201c](?P<words>[a-z\d][^\"\u201c\u201d.!?;:\n]{0,80}?)(?<![,\s])[\"\u201d]")


def _fragments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of quoted words that are a part of their clause: 'left with "two or three others" and slept in X'."""
    found = list(_FRAGMENT.finditer(text, start, end)) if '"' in text[start:end] or "\u201c" in text[start:end] else []
    inner = [one for one in found if re.search(r"\b[A-Z]", one["words"]) is None]  # a place may be told in them
    return [one.span() for one in inner if not verbs_or_guess(text, *one.span("words"))]


_TIME_OPENS = regex(
    r"[\s,]*(?:and|but)\s+(?:at|by|on|shortly|soon|some|later|that|the\s+(?:next|same|following)|[\w-]+\s+(?:hours?|minutes?|days?|weeks?)\s+"
    r"(?:later|afterwards?))\b(?=[^,]*,?)",
    re.IGNORECASE,
)
_CALENDAR = regex(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\b"
)


def _opens_next(text: str, low: int, high: int, opener: str) -> bool:
    """Whether a stretch without a verb opens what follows ("and he, ...") rather than closing what went before."""
    if opener == "that" and text[max(0, low - 2) : low].rstrip().endswith(","):
        return False  # "It is narrow, that stretch of the bridge, and Karl Meyer had meant ..."
    if opener in {
        ";",
        "“",
        '"',
        "—",
        "\u2013",
        ":",
        "then",
        "when",
        "while",
        "where",
        "who",
        "that",
        "because",
        "if",
        "although",
        "though",
    }:
        return True
    if opener in {"and", "but"} and _TIME_OPENS.match(text, low, high):
        # "took off, and at one in the afternoon, still on Wednesday, was signing": the time of what comes next
        return re.search(r"[A-Z]", _CALENDAR.sub("", text[low:high])) is None
    if opener in {"which", "whom"} and _TO_WHICH.search(text, max(0, low - 16), low):
        return True  # "a register, in which Anna Keller, a baker, | wrote her name"
    body = re.sub(r"^[\s,]*(?:and|or|but|so)?\s*", "", text[low:high])
    return re.search(r"\b(?:he|she|they|it|I|we)[\s,]*$", body) is not None


_NAME_OPENS = regex(
    r"(?P<lead>[\s,]*(?:(?:and|but)\s+)?)(?:[A-Z][\w\u2019'.-]+\s+){1,3}?[A-Z][\w\u2019'-]+"
    r"(?:,\s+(?:(?:aged\s+)?\d{1,3}|aged\s+\w+|(?:an?|the|his|her|their)\s[^,;]{1,60}))?\s*"
)
_SUBORDINATE = regex(
    r"\W*(?:if|when|after|while|although|though|as|once|because|since|before|until|unless|where)\b", re.IGNORECASE
)


_TRADE_OPENS = regex(
    r"[\s,]*(?:and|but|while|as)\s+(?:the|their|his|her|its|an?|one|our|my)\s+(?:[\w\u2019'-]+\s+){0,5}?(?P<trade>[a-z][\w-]+),\s+"
    r"(?:(?:an?|the)\s+(?:[\w-]+\s+){0,4}?(?:called|named)\s+)?(?:[A-Z][\w\u2019'.-]+\s+){0,3}?[A-Z][\w\u2019'-]+(?:,\s+\d{1,3})?\s*(?=,|\Z)"
)


_KIN_OPENS = regex(
    r"[\s,]*(?:and|but|while)\s+(?:the|their|his|her)\s+(?:[\w\u2019'-]+\s+){0,3}?(?P<kin>[a-z][\w-]+),\s+(?:an?|the|\d{1,3})\b[^,;]{0,60}"
)
_HOLDS_KIN = regex(
    r"\b(?:with|by|of|for|from|to|between|met|saw|told|married|visited|joined|left|both|and|,)\s+(?:an?|the|his|her|their|[A-Z][\w-]+)(?:\s+[\w-]+){0,2}\s*\Z"
)
"""A phrase for somebody to whom "and" can join another: "left with his wife | and her father, an engineer"."""


def _names_next(text: str, last: Segment, before: "Sequence[Segment]") -> bool:
    """Whether a stretch without a verb names who does what follows: "and Anna Keller, 40, | stayed in X"."""
    trade = _TRADE_OPENS.match(text, last[0]) if before else None
    if trade is not None and trade.end() >= last[1] and person_noun(trade["trade"]) is not None:
        return True  # "and their driver, | Anna Keller, | reached X"
    kin = _KIN_OPENS.fullmatch(text, last[0], last[1]) if before else None
    if kin is not None and person_noun(kin["kin"]) is not None and not _HOLDS_KIN.search(text, before[-1][0], last[0]):
        return True  # "it was Monday and her father, an engineer, | was in X"
    found = _NAME_OPENS.fullmatch(text, last[0], last[1])
    if found is None:
        return False
    joined = re.search(r"\b(?:and|but)\b", found["lead"]) is not None
    opened = bool(before) and (
        _SUBORDINATE.match(text, before[-1][0], before[-1][1]) is not None or _is_bare_participle(text, before[-1])
    )
    return joined or opened


def _is_bare_participle(text: str, piece: Segment) -> bool:
    """Whether a clause is a participle without a subject: "Arrested in X, | Anna Keller, aged nine, | was"."""
    first = piece[3][0] if piece[3] else None
    if first is None or first.passive or not any(map(is_participle, first.form.split())):
        return False
    return (
        re.fullmatch(r"\W*(?:(?:and|then|but|last|later)\s+)?", text[piece[0] : first.start], re.IGNORECASE) is not None
    )


_ON_TO = regex(
    r",\s+(?:and\s+)?(?:on\s+|then\s+|back\s+|up\s+|down\s+|over\s+|across\s+)?(?:to|into|as\s+far\s+as)\s+(?:the\s+|an?\s+)?[\w\u2019'-]+"
)
_FROM = regex(r"\b(?:from|out\s+of)\s[^,;]{1,60},?\s*\Z")
_GOING = frozenset({Motion.MOVE, Motion.CARRY, Motion.START, Motion.LEAVE})


def _hang(text: str, pieces: list[Segment], last: Segment) -> None:
    """Add a stretch without a verb to the clause it continues: the one before, or the one before an aside."""
    held = pieces[-1]
    main = pieces[-2] if len(pieces) > 1 else held
    if (
        held[2] in {"where", "who", "which"}
        and main[3]
        and not _GOING.isdisjoint(main[3][-1].motions)
        and _FROM.search(text, main[0], main[1])
        and _ON_TO.match(text, last[0], last[1])
    ):
        # "went from X, where the ship cast off at eight, | to the hut at Y"
        pieces.append((last[0], last[1], ",", main[3][-1:]))
        return
    if (
        len(pieces) > 1
        and held[2] in {",", "—", "\u2013"}
        and len(held[3]) == 1
        and held[3][0].motions[0] is Motion.SPEECH
        and last[2] == ","
        and pieces[-2][3]
    ):
        # "ended it, his office said, with a dinner in Johannesburg"
        pieces.append((last[0], last[1], ",", pieces[-2][3][-1:]))
        return
    pieces[-1] = (held[0], last[1], held[2], held[3])


_NEXT_SUBJECT = regex(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)\b(?=(?:\s+(?:had|was|were|have|has|also|then|later|only|still|already|ever|never|now|once|just|even|always|therefore|thus|accordingly|"
    r"nevertheless|nonetheless|instead|hence|forthwith|simply|at\s+once|straight\s*away|in\s+turn|(?:him|her)self|too|soon|\w+ly))*\s*$)"
)


_FRONTED = regex(r"\W*(?:[\w-]+\s+){0,3}?(?:after|before|on|upon|since)\s+\Z", re.IGNORECASE)
_NAME_OF_NEXT = regex(
    r"(?<=[a-z\d]\s)(?:[A-Z][\w\u2019'-]+\s+){1,3}(?:(?:had|has|was|were|\w+ly|also|then|soon)\s+)*\Z"
)


_FULL_NAME_NEXT = regex(
    r"(?<=[a-z\d]\s)(?:[A-Z][\w\u2019'-]+\s+){2,3}(?:(?:had|has|was|were|\w+ly|also|then|soon|to)\s+)*\Z"
)
_SUBORDINATING = frozenset({"when", "after", "before", "while", "because", "since", "as", "once", "until", "if"})


def _after_gerund(text: str, piece: Segment, verb: Verb, following: Verb) -> int:
    """Where the subject begins after what opens the sentence without a comma; 0 where there is none."""
    low, _, opener, _ = piece
    finite = not following.infinitive and not following.form.endswith("ing")
    if finite and opener in {"", "and", "but", *_SUBORDINATING} and _SUBORDINATE.match(text, low, verb.start):
        named = _FULL_NAME_NEXT.search(text[verb.end : following.start])
        if named is not None and not verb.form.endswith("ing"):
            return verb.end + named.start()  # "When his permit ran out | Ida Moss left X"
    fronted = opener in {"", "after", "before", "since"} and _FRONTED.fullmatch(text, low, verb.start) is not None
    if not finite or not fronted or not verb.form.split()[0].endswith("ing"):
        return 0
    found = _NAME_OF_NEXT.search(text[verb.end : following.start])
    return 0 if found is None or not text[verb.end : verb.end + found.start()].strip() else verb.end + found.start()


_HOLD_TRUE = frozenset(
    {
        "believe",
        "believes",
        "believed",
        "think",
        "thinks",
        "thought",
        "reckon",
        "reckons",
        "reckoned",
        "insist",
        "insists",
        "suspect",
    }
)
"""Verbs that hold something for true, before a clause with a subject of its own: "detectives believe | he sailed"."""


_OF_WHOM = regex(r"\s+(?:of|to\s+be|dead|lost|missing|drowned|killed|overdue|absent|kidnapped)\b")
"""What behind a verb of saying tells of whom it is said: "two climbers reported dead by their club"."""


def _is_said_of_main(verb: Verb, following: Verb) -> bool:
    """Whether the second of two verbs, one of saying or holding, belongs to the clause that "whose" parts."""
    says = following.motions[0] is Motion.SPEECH or following.form in _HOLD_TRUE
    finite = not (following.infinitive or following.passive or following.form.endswith("ing"))
    return says and finite and not verb.infinitive


def _reported(text: str, piece: Segment) -> list[Segment]:
    """A clause with verbs of saying, cut after each: "she says | she spent the day in Vyborg"."""
    low, high, opener, verbs = piece
    found: list[Segment] = []
    begun = 0
    for index, verb in enumerate(verbs[:-1]):
        following = verbs[index + 1]
        # "suspected of theft" tells nothing, and neither does "a man believed to be Karl"
        of = _OF_WHOM.match(text, verb.end)
        pronoun = _NEXT_SUBJECT.search(text, verb.end, following.start)
        holds = verb.form in _HOLD_TRUE and not following.form.endswith("ing")
        says = (verb.motions[0] is Motion.SPEECH or holds) and not verb.passive and not verb.infinitive
        if says and not following.infinitive and of is None:
            at, joint = verb.end if pronoun is None else pronoun.start(), "that"  # "told investigators | she had left"
        elif begun == 0 == index and (own := _after_gerund(text, piece, verb, following)):
            at, joint = own, ","  # "after leaving X on 4 May | Ada Lund was in Y": as if a comma stood between
        elif opener == "whose" and index == 0 and _is_said_of_main(verb, following):
            at, joint = following.start, ","  # "a pastor whose parish ends at the ditch | says that he ..."
        elif pronoun and not following.infinitive:
            at, joint = pronoun.start(), ""  # "by the time the call went out | she was in a train": another subject
        else:
            continue
        found.append((low, at, opener, verbs[begun : index + 1]))
        low, opener, begun = at, joint, index + 1
    return [*found, (low, high, opener, verbs[begun:])]
