"""The closed grammar of times of day, as regular expressions, and the parts of the day with their hours.

:mod:`wayproof.story.temporal.clock` reads them.
"""

import re
from functools import cache

from wayproof.story.vocabulary.number_words import NUMBERS

WIDTHS: dict[str, tuple[int, int]] = {
    "exact": (0, 1),
    "spoken": (5, 6),
    "about": (15, 16),
    "shortly before": (30, 0),
    "shortly after": (0, 30),
    "before": (12 * 60, 0),
    "after": (0, 12 * 60),
}
"""Minutes before and after the named time that the words allow (method: chosen here, as a reader would).

"exact" is hours and minutes as written (one minute wide), "spoken" an hour in words or without minutes ("at nine"),
"about" covers about, around, roughly, nearly, some time around; "before" and "after" alone allow half a day.
"""

PARTS: dict[str, tuple[int, int]] = {
    "dawn": (3 * 60, 8 * 60),
    "sunrise": (3 * 60, 9 * 60),
    "morning": (4 * 60, 12 * 60),
    "lunchtime": (11 * 60 + 30, 15 * 60),
    "afternoon": (12 * 60, 19 * 60),
    "dusk": (15 * 60, 23 * 60),
    "evening": (16 * 60 + 30, 24 * 60),
    "night": (18 * 60, 31 * 60),
    "overnight": (18 * 60, 33 * 60),
    "small hours": (0, 6 * 60),
    "early": (0, 12 * 60),
    "late": (12 * 60, 27 * 60),
    "early morning": (0, 9 * 60),
    "late morning": (9 * 60, 12 * 60 + 30),
    "early afternoon": (12 * 60, 15 * 60 + 30),
    "late afternoon": (14 * 60 + 30, 19 * 60),
    "early evening": (16 * 60, 20 * 60 + 30),
    "late evening": (19 * 60 + 30, 25 * 60),
    "late night": (20 * 60, 28 * 60),
    "late lunchtime": (12 * 60, 17 * 60),
    "early lunchtime": (10 * 60 + 30, 14 * 60),
    "late breakfast": (6 * 60, 12 * 60 + 30),
    "breakfast": (5 * 60, 11 * 60),
    "teatime": (15 * 60, 18 * 60 + 30),
    "supper": (17 * 60, 23 * 60 + 30),
    "dinner": (12 * 60, 24 * 60),
    "bedtime": (20 * 60, 25 * 60),
    "first thing": (5 * 60, 10 * 60 + 30),
    "last thing": (18 * 60, 25 * 60),
    "closing time": (15 * 60, 24 * 60),
}
"""Parts of the day in minutes after its midnight; wide enough for any latitude people live at. A night
ends in the morning after."""

PART_WORDS: dict[str, str] = {
    "first light": "dawn",
    "daybreak": "dawn",
    "daylight": "sunrise",
    "sunset": "dusk",
    "last light": "dusk",
    "gloaming": "dusk",
    "nightfall": "dusk",
    "twilight": "dusk",
    "dark": "dusk",
    "lunch": "lunchtime",
    "early hours": "small hours",
    "wee hours": "small hours",
    "tonight": "evening",
    "sundown": "dusk",
    "cock-crow": "dawn",
    "cockcrow": "dawn",
    "sun-up": "sunrise",
    "sunup": "sunrise",
    "forenoon": "morning",
    "mid-morning": "morning",
    "mid-afternoon": "afternoon",
    "breakfast-time": "breakfast",
    "breakfast time": "breakfast",
    "tea": "teatime",
    "tea-time": "teatime",
    "tea time": "teatime",
    "supper-time": "supper",
    "suppertime": "supper",
    "supper time": "supper",
    "dinner-time": "dinner",
    "dinnertime": "dinner",
    "dinner time": "dinner",
    "lunch-time": "lunchtime",
    "lunch time": "lunchtime",
    "luncheon": "lunchtime",
    "bed-time": "bedtime",
    "closing-time": "closing time",
}
MEALS = frozenset({"lunch", "luncheon", "breakfast", "supper", "dinner", "tea"})
"""Words that are times only behind a preposition and without an owner: "at breakfast", not "the breakfast"."""


_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_ABOUT = (
    r"about|around|approximately|roughly|nearly|almost|towards?|circa|some\s+time\s+(?:around|about)|"
    r"close\s+(?:to|on|upon)|on\s+the\s+stroke\s+of"
)
_NEAR = (
    r"(?:(?:only|just|very)\s+)?(?:shortly|just|a\s+little|a\s+few\s+minutes|a\s+short\s+while|"
    r"minutes|moments|soon|not\s+long|immediately)"
)
_NOT_YET = (
    r"not\s+(?:quite|yet)|(?:just|a\s+little|a\s+minute|(?:a\s+few\s+|some\s+)?minutes)\s+(?:short|shy)\s+of|getting\s+on\s+for|going\s+on\s+for|"
    r"a\s+(?:shade|whisker|touch|fraction|hair)\s+before|within\s+(?:minutes|sight|a\s+minute)\s+of|all\s+but"
)
"""Words that stop short of a time: "not quite half past twelve"."""
_MODIFIER = (
    rf"(?:(?:(?P<limit>at|by|until|till|from|since|between)\s+)?(?:(?P<near>{_NEAR})\s+(?P<side>before|"
    rf"after|past)\s+|(?P<short>{_NOT_YET})\s+|(?P<about>{_ABOUT})\s+|(?:(?:well|long|some\s+time|sometime)\s+)?(?P<plain>before|after|past)\s+)?)"
)
_MERIDIEM = r"\s*(?P<half>[ap]\.?\s?m\b\.?|[AP]\.?M\b\.?)"
DONE_AT = (
    r"was|were|had|left|went|came|took|flew|drove|rode|ran|swam|set\s+(?:out|off|sail)|got|made|met|saw|began|gave|fled|led|sent|"
    r"stood|sat|spoke|slept|found|caught|lost|won|bought|sold|paid|brought|kept|fell|rose|hid|held|put|ate|drank|woke|rang|broke|"
    r"(?!hundred|red\b|need\b|seed\b|speed\b|feed\b|bed\b)[a-z]{2,}ed"
)
"""Verbs right after an hour in words: "and at eight took the train"."""
# what may follow an hour in words for it to be a time: "at nine on the morning", "by eleven."
_AFTER_HOUR = (
    r"(?=\s*(?:$|[.,;:!?)\"”\u2019—\u2013]|-\s|(?:on|in\s+the|that|this|next\s+(?:morning|day|evening)|the\s+(?:next|same|"
    r"following|previous|preceding|(?:day|night|evening|morning)\s+(?:before|after))|local|and|or|but|when|while|sharp|precisely|exactly|yesterday|today|tomorrow|"
    r"last|with|to\s+(?:find|meet|catch|take|see|say)|GMT|UTC|Monday|Tuesday|Wednesday|Thursday|"
    r"Friday|Saturday|Sunday|tonight|he|she|they|it|I|we|Moscow|London|as|after|before|from|by(?!\s+one\b)|"
    rf"{DONE_AT})\b)|"
    r"(?<!\bone)\s+(?:an?|the|his|her|their|its|another|all|both)\s+[a-z]|"  # "At seven a nurse was ..."
    rf"(?<!\bone)\s+(?-i:(?:[A-Z\u00c0-\u017d][\w\u2019'-]+\s+){{2,4}})(?:{DONE_AT})\b)"  # "By eleven Ada Moss had ..."
)
_DIGITS = "one|two|three|four|five|six|seven|eight|nine"
_DAY_PART = r"(?:morning|afternoon|evening|night)"
_BETWEEN = (
    rf"between(?=\s+(?:{_HOURS})\s+(?:and\s+(?:{_HOURS})\s+)?(?:(?:on|in)\s+the\s+|o['\u2019]c|at\s+night|that\s+{_DAY_PART}|"
    rf"on\s+(?:\w+day\b|\d{{1,2}}\s+[A-Z])))"
)
"""The word before the first of two hours in words, where days and parts of the day show that they are hours:
"between six on Sunday evening and four on Monday morning"."""
_WHAT_FOR = (
    r"(?=\s+(?:for\s+(?:(?:an?|his|her|their|the|some|more|another|fresh|one\s+last|a\s+last|a\s+quick)\s+)?(?:[a-z]+\s+)?(?:tea|coffee|lunch|luncheon|dinner|supper|"
    r"breakfast|meals?|drinks?|beer|petrol|diesel|fuel|oil|water|ice|repairs?|meetings?|talks|hearing|interview|rehearsal|mass|service|prayers?|church|roll-call|"
    r"inspection|rest|sleep|nap|swim|bath|shave|haircut|smoke|cigarettes?|bread|food|provisions|supplies|lesson|classes|start|fitting|consultation|operation|treatment|"
    r"check-up|appointment|photographs?|funeral|wedding|match|game|race|train|ferry|bus|boat|passengers?|cargo|mail)\b|"
    rf"to\s+(?!(?:the|an?|one|{'|'.join(NUMBERS)}|\d)\b)[a-z]{{2,}}\b|"
    r"(?:outside|inside|opposite|beside|beneath|underneath|under|behind|aboard|alone|together|again|already|still|without|through|across|home|there|here|"
    r"punctually|promptly|dressed|carrying|wearing|having|leaving|holding|looking|wet|hungry|exhausted|unannounced|instead|among|amid|against)\b))"
)
"""What else may follow an hour in words behind "at": what somebody then did something for, where and how."""


@cache
def clock_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every rule with its expression, in the order in which they are tried."""
    flags = re.IGNORECASE
    alone = {
        "dawn",
        "sunrise",
        "dusk",
        "noon",
        "midday",
        "midnight",
        "lunchtime",
        "breakfast",
        "teatime",
        "supper",
        "dinner",
        "bedtime",
    }
    alone |= {"closing time", *PART_WORDS}
    parts = "|".join(sorted(alone, key=lambda word: (-len(word), word))).replace(" ", r"\s+")
    return (
        (
            "clock",
            re.compile(
                (
                    rf"\b{_MODIFIER}(?<![\d:])(?P<hour>[01]?\d|"
                    rf"2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?!:?\d)(?:{_MERIDIEM})?(?:\s*(?:hours|hrs|h)\b)?"
                ),
                flags,
            ),
        ),
        (
            "clock",
            re.compile(rf"\b{_MODIFIER}(?<![\d.])(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d){_MERIDIEM}", flags),
        ),
        (
            "dotted",
            re.compile(
                (
                    rf"\b(?=(?:at|by|until|till|from|since|between|towards?|before|after|about|around|shortly|just)\b){_MODIFIER}(?<![\d.])"
                    r"(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)\b(?!\.\d|\s*(?:%|per\b|k|m\b|metres|meters|miles|seconds|"
                    r"points|million|billion|euros|dollars|pounds|degrees|\u00b0|C\b|tons|tonnes|knots|feet|litres))"
                ),
                flags,
            ),
        ),
        (
            "clock",
            re.compile(
                (
                    rf"\b{_MODIFIER}(?P<hour>[01]\d|2[0-3])\.?(?P<minute>[0-5]\d)(?=\s*(?:hours\b|hrs\b|GMT|UTC|"
                    rf"Z(?:ulu)?\b|local\s+time))(?:\s*(?:hours|hrs)\b)?"
                ),
                flags,
            ),
        ),
        ("clock", re.compile(rf"\b{_MODIFIER}(?<![\d.:])(?P<hour>1[0-2]|0?[1-9]){_MERIDIEM}", flags)),
        ("clock", re.compile(rf"\b{_MODIFIER}(?<![\d:.])(?P<hour>[01]?\d|2[0-3])h(?P<minute>[0-5]\d)\b", flags)),
        (
            "clock",  # "at 0300": written by the 24 hours
            re.compile(
                rf"\b(?=(?:at|by|until|till|from|since|before|after|about|around|shortly|just)\b){_MODIFIER}(?P<hour>0\d)(?P<minute>[0-5]\d)\b(?![.,:]\d)",
                flags,
            ),
        ),
        (
            "clock",
            re.compile(
                rf"\b(?=(?:at|by)\b){_MODIFIER}(?P<hour>1\d|2[0-3])(?P<minute>[0-5]\d)(?=\s+(?:on\s+(?:the\s+)?(?:\d|[A-Z][a-z]+day\b|same|next|following)|"
                r"that\s+(?:day|night|evening|afternoon|morning)\b|(?:the\s+)?(?:same|next|following)\s+(?:day|evening|afternoon|morning)\b))",
                flags,
            ),
        ),
        (
            "hours",
            re.compile(
                rf"\b{_MODIFIER}(?P<count>half\s+an|a\s+quarter\s+of\s+an|an|one|two|three)\s+hours?\s+(?P<past>before|after|past|short\s+of|shy\s+of)\s+"
                r"(?P<word>noon|midday|midnight)\b",
                flags,
            ),
        ),
        (
            "past",
            re.compile(
                (
                    rf"\b{_MODIFIER}(?P<count>half|(?:a\s+)?quarter|(?:twenty|thirty|forty|fifty)[\s-](?:{_DIGITS})|{'|'.join(NUMBERS)}|"
                    rf"\d{{1,2}})(?:[\s-]+minutes?)?[\s-]+(?P<past>past|to|before|short\s+of|shy\s+of|"
                    rf"after)[\s-]+(?P<word>{_HOURS}|noon|midday|midnight)(?:\s+o['\u2019]clock)?\b(?!\s+(?:hours|minutes|days|weeks|"
                    rf"months|years|miles|kilomet|hundred|thousand|of\b|other|people))"
                ),
                flags,
            ),
        ),
        ("clock", re.compile(rf"\b{_MODIFIER}(?P<word>{_HOURS}|\d{{1,2}})\s+o['\u2019]clock\b", flags)),
        (
            "clock",
            re.compile(
                rf"\b(?:(?:clocks?|watch(?:es)?|dial|bells?|hour|chimes|siren)(?:\s+(?:in|on|over|above|of|at|behind|by|beside|outside)\s+(?:the|his|her|its|an?)\s+(?:[\w-]+\s+)?[\w-]+)?(?:,\s+[^,.;\n]{{1,40}},)?\s+(?:was\s+|were\s+|had\s+)?(?:just\s+)?(?:struck|striking|strikes|chimed|chiming|tolled|"
                rf"tolling|rang|ringing|sounded|sounding|said|says|saying|showed|shows|showing|read|reads|reading|(?:stood|stands)\s+at|point(?:s|ed)\s+to|gone)|it\s+(?:(?:had\s+(?:just\s+)?)?(?:gone|struck|chimed|tolled)|was\s+(?:just\s+)?striking))\s+"
                rf"(?P<word>{_HOURS})\b(?!\s+(?:times|of|men|people|strokes|figures|hands|faces|digits|numbers|zones|dials|minutes|seconds|hours|other)\b)",
                flags,
            ),
        ),
        (
            "clock",
            re.compile(
                (
                    rf"\b(?<!\bof\s)(?<!\baged\s)(?=(?:{_BETWEEN}|at|by|until|till|from|before|after|about|around|towards?|nearly|almost|just|shortly|"
                    rf"a\s+little|a\s+few|soon|opened|close|not\s+(?:long|quite|yet)|getting\s+on|going\s+on|all\s+but|minutes|moments|on\s+the\s+stroke)\b){_MODIFIER}(?P<word>{_HOURS}|thirteen|fourteen|"
                    rf"fifteen)(?:[\s-](?P<spoken>fifteen|twenty|thirty|forty|forty-five|fifteen))?\b{_AFTER_HOUR}"
                ),
                flags,
            ),
        ),
        (
            "clock",  # "called at nine-thirty in York"
            re.compile(
                rf"\b(?=(?:at|by|until|till|from|before|after|about|around)\s){_MODIFIER}(?P<word>{_HOURS})(?:-(?P<spoken>fifteen|twenty|thirty|forty|forty-five)\b"
                r"(?!-|\s+(?:years?|tons?|split|odds|service|bus|train|boat|coach|flight)\b))",
                flags,
            ),
        ),
        (
            "hour",
            re.compile(rf"\b(?=(?:at|by|until|till)\s){_MODIFIER}(?P<word>1[0-2]|[1-9]|{_HOURS})(?![\w.:,-]\w)", flags),
        ),
        (
            "clock",
            re.compile(rf"\b(?<!\bof\s)(?<!\baged\s)(?=at\s){_MODIFIER}(?P<word>{_HOURS})\b{_WHAT_FOR}", flags),
        ),
        (
            "clock",
            re.compile(
                (
                    rf"\b(?P<word>{_HOURS}|1[0-2]|[1-9])(?=\s+(?:on|in)\s+the\s+(?:morning|afternoon|evening)\b|"
                    rf"\s+at\s+night\b)"
                ),
                flags,
            ),
        ),
        (
            "end",  # "between six on Sunday evening and | four on Monday morning"
            re.compile(
                rf"(?<=\band\s)(?P<word>{_HOURS})(?=\s+(?:on\s+(?:\w+day|\d+|the\s+\d|the\s+\w+\s+of)|the\s+next|that)\b)",
                flags,
            ),
        ),
        (
            "part",
            re.compile(
                rf"\b(?:(?:over|during)\s+(?=(?:{'|'.join(sorted(MEALS))})\b))?{_MODIFIER}(?:the\s+)?(?P<part>{parts})\b(?!\s+(?:raid|chorus|patrol|break|menu|dance|part(?:y|ies)|"
                r"tables?|jacket|guests?|things|room|tray|gong|television|programme)\b)",
                flags,
            ),
        ),
        (
            "part",  # "was in X for a late lunch", "home in time for supper"
            re.compile(
                r"\bfor\s+(?:an?\s+)?(?:(?P<grade>early|late|quick|hasty|belated|cold|hot|simple|light|hurried)\s+)?"
                r"(?P<part>breakfast|lunch|luncheon|supper)\b(?=\s*(?:[.,;:!?)]|$|and\b|with\b|at\b|in\b|on\b|that\b|the\s+(?:same|next|following)\b))",
                flags,
            ),
        ),
        (
            "part",
            re.compile(
                r"(?<!the\s)(?<!\bone\s)\b(?P<part>first\s+thing|last\s+thing)\b(?=\s+(?:on|in\s+the|at\s+night|that|the\s+(?:next|following|same)|this|"
                r"next|yesterday|\w+day\b))",
                flags,
            ),
        ),
        (
            "part",
            re.compile(
                (
                    r"\b(?P<limit>by\s+)?(?:(?:in|during)\s+the\s+)?(?:(?P<grade>early|late|mid)[\s-]+)?(?:(?:in|"
                    r"on|during|that|the\s+same|the\s+next|the\s+following|this)\s+)?(?:the\s+)?(?P<part>morning|"
                    r"afternoon|evening|early\s+hours|small\s+hours|wee\s+hours)\b(?!\s+(?:paper|newspaper|post|"
                    r"star|news|standard|dress|class|classes|bulletin|coat|prayers?)\b)"
                ),
                flags,
            ),
        ),
        (
            "part",
            re.compile(
                (
                    r"\b(?P<part>overnight|tonight|at\s+night|(?:that|this)\s+(?:(?:very\s+)?same\s+|very\s+)?night|the\s+(?:very|self-?)\s*same\s+night|the\s+(?:same|next|following|"
                    r"previous)\s+night|the\s+night(?=\s+(?:before|after)\b(?!\s+(?!at\b|in\b|on\b|and\b|(?:he|she|they|it|I|we)\s+had\b)[a-z]))|"
                    r"last\s+night|"
                    r"during\s+the\s+night|in\s+the\s+night|by\s+night(?:fall)?|"
                    r"(?<=day\s)night|in\s+the\s+(?:dark|dead|middle)\s+of\s+(?:the\s+)?night|in\s+the\s+(?:dark|dead)\s+of(?=\s+(?:\w+day\b|\d)))\b"
                ),
                flags,
            ),
        ),
        ("part", re.compile(r"\b(?P<part>night)\b(?=\s+of\b)|(?<=day\s)(?P<part2>night)\b", flags)),
        (
            "part",
            re.compile(
                r"\b(?P<grade>early|late)\s+(?:on\b|(?=(?:the\s+|that\s+)?(?:next|following|same)\s+day\b))", flags
            ),
        ),
    )


@cache
def hints() -> dict[re.Pattern[str], re.Pattern[str]]:
    """For the patterns that open with optional words, what a text must hold for them to be tried: that is quick."""
    hints = (
        r"\d:\d",
        r"\d\.\d\d\s*[ap]\.?\s?m",
        r"\d\.\d\d",
        r"\d\d\s*(?:hours\b|hrs\b|GMT|UTC|Z|local\s+time)",
        r"\d\s*[ap]\.?\s?m",
        r"\dh\d",
        r"\b0\d\d\d\b",
        r"\b\d{4}\b",
        r"\bhours?\s+(?:before|after|past|short|shy)\b",
        rf"\b(?:past|to|before|after|of)[\s-]+(?:{_HOURS}|noon|midday|midnight)\b",
        r"o['\u2019]clock",
        r"\b(?:struck|striking|strikes|chim|toll|rang|ringing|sounded|sounding|said|says|showed|shows|reads?|gone)\b|chim|toll",
        rf"\b(?:{_HOURS}|thirteen|fourteen|fifteen)\b",
        r"\b(?:at|by|until|till)\s",
    )
    patterns = [pattern for _, pattern in clock_patterns()]
    return {pattern: re.compile(hint, re.IGNORECASE) for pattern, hint in zip(patterns, hints, strict=False)}
