"""The closed grammar of words for days, as regular expressions.

:mod:`wayproof.story.temporal.calendar_words` reads them.
"""

import re
from collections.abc import Iterable
from functools import cache

from wayproof.story.temporal.clock_patterns import DONE_AT
from wayproof.story.vocabulary.number_words import COUNT_WORDS, ORDINALS

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


FEASTS: dict[str, tuple[int, int] | int] = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas morning": (12, 25),
    "christmas night": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "twelfth night": (1, 5),
    "valentine's day": (2, 14),
    "st patrick's day": (3, 17),
    "st. patrick's day": (3, 17),
    "april fool's day": (4, 1),
    "may day": (5, 1),
    "midsummer's eve": (6, 23),
    "bastille day": (7, 14),
    "assumption day": (8, 15),
    "hallowe'en": (10, 31),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "all souls' day": (11, 2),
    "armistice day": (11, 11),
    "st stephen's day": (12, 26),
    "first day of christmas": (12, 25),
    "second day of christmas": (12, 26),
    "st nicholas' day": (12, 6),
    "epiphany": (1, 6),
    "candlemas": (2, 2),
    "lady day": (3, 25),
    "michaelmas": (9, 29),
    "martinmas": (11, 11),
    "bonfire night": (11, 5),
    "guy fawkes night": (11, 5),
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "easter saturday": -1,
    "easter sunday": 0,
    "easter day": 0,
    "easter monday": 1,
    "ascension day": 39,
    "whit sunday": 49,
    "whit monday": 50,
    "corpus christi": 60,
}
"""Feasts by month and day, or by days after Western Easter."""

BARE_FEASTS = {
    "christmas": "christmas day",
    "easter": "easter day",
    "new year": "new year's day",
    "whitsun": "whit sunday",
}
"""Feasts of which days are counted by their bare name: "three days after Christmas"."""


_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})(?![\d:.]*\d|\s*(?:km|kilomet|mile|m\b|people|men|women|feet|tons|tonnes))"


_NUMBER = COUNT_WORDS


@cache
def month_pattern() -> str:
    """Regular expression for a month's name, capitalised, long or short."""
    short = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    return (
        rf"(?:{'|'.join(name.capitalize() for name in MONTHS)}|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|"
        rf"JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|(?:{short}|{short.upper()})\b\.?)"
    )


def feasts(names: Iterable[str]) -> str:
    """Regular expression for the names of feasts, the longest first, with any space and either apostrophe."""
    listed = "|".join(sorted(names, key=lambda name: (-len(name), name)))
    return listed.replace(" ", r"\s+").replace("'", "['\u2019]")


@cache
def day_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every rule with its expression, in the order in which they are tried."""
    month = month_pattern()
    days = "|".join(name.capitalize() for name in WEEKDAYS)
    lead = rf"(?:(?P<weekday>{days}|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?,?\s+)?"
    words = "|".join(sorted(ORDINALS, key=len, reverse=True))
    day = rf"(?P<day>[12]\d|3[01]|0?[1-9]|{words})(?:st|nd|rd|th)?\b"
    year = rf"(?:,?\s+(?:of\s+)?{_YEAR})?"
    # "Sunday Times", "Black Friday": names that hold a weekday
    paper = (
        r"(?!\s+(?:Times|Telegraph|Mirror|Express|Mail|Post|World|Herald|Business|Independent|Sun|"
        r"Star|Tribune|Mass|School|Club|Night Live|Magazine|Observer|Night Football))"
    )
    named = r"(?<!Black )(?<!Bloody )(?<!Ash )(?<!Sheffield )(?<!Man )(?<!Cyber )(?<!Super )(?<!Ruby )"
    count = (
        rf"(?:(?P<digits>\d{{1,3}})|(?P<word>{_NUMBER})|(?P<few>a few|several|some|many|a couple of)|(?P<one>an?|one))"
    )
    return (
        ("iso", re.compile(r"\b(?P<year>[12]\d{3})-(?P<m>0\d|1[0-2])-(?P<day>[0-2]\d|3[01])(?!\d)")),
        ("slash", re.compile(rf"\b(?P<month>{month})\s+(?P<day>\d{{1,2}})/(?P<yy>\d{{2}})\b")),
        (
            "numeric",
            re.compile(
                r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<year>[12]\d{3}|\d{2}(?=\W))(?![\d/])"
            ),
        ),
        (
            "nth",
            re.compile(
                rf"\b(?:the\s+)?(?P<nth>first|second|third|fourth|fifth|last)\s+(?:(?P<weekday>{days})|(?P<unit>day|night|morning|evening))\s+(?:of|in)\s+"
                rf"(?:(?P<month>{month})(?!\w){year}|(?P<that>(?:the|that)(?:\s+same)?\s+month)\b)"
            ),
        ),
        ("date", re.compile(rf"\b{lead}(?:the\s+)?{day}\s+(?:day\s+)?(?:of\s+)?(?P<month>{month})(?!\w){year}")),
        (
            "date",
            re.compile(
                rf"\b{lead}(?P<month>{month})\s+(?:the\s+)?{day}(?![:.]\d|\s*%|\s*(?:km|miles|people|"
                rf"men))(?:,?\s+{_YEAR})?"
            ),
        ),
        (
            "daylist",  # "between 3 and 9 April", "the 3rd, the 5th and the 7th of April"
            re.compile(
                rf"\b(?:the\s+)?(?<![\d:.])(?P<day>[12]\d|3[01]|0?[1-9])(?:(?:st|nd|rd|th)\b)?(?=(?:\s*(?:(?:(?<=st|nd|rd|th),\s*)?(?:and|to|or|until|till|-|/|\u2013|"
                rf"\u2014)|(?<=st|nd|rd|th),)\s*(?:the\s+)?(?:[12]\d|3[01]|0?[1-9])(?:(?:st|nd|rd|th)\b)?){{1,3}}\s+(?:of\s+)?(?P<month>{month})(?!\w){year})"
            ),
        ),
        (
            "feast",  # "three days after Christmas", "the day before Easter Sunday"
            re.compile(
                rf"\b(?:(?P<count>{_NUMBER}|\d{{1,2}})\s+(?P<unit>days?|weeks?)|(?:the|an?)\s+(?P<unit1>day|week))\s+(?P<side>before|after)\s+"
                rf"(?P<name>{feasts([*FEASTS, *BARE_FEASTS])})\b(?:,?\s+(?:of\s+|in\s+)?{_YEAR})?",
                re.IGNORECASE,
            ),
        ),
        (
            "feast",
            re.compile(
                rf"\b(?P<name>{feasts(FEASTS)})\b(?!\s+(?:Island|party|dinner))(?:,?\s+(?:of\s+|in\s+)?{_YEAR})?",
                re.IGNORECASE,
            ),
        ),
        (
            "monthday",
            re.compile(
                rf"\b(?:(?:(?:last|this|next)\s+)?(?:{days}),?\s+)?the\s+(?P<day>[12]?(?:1st|2nd|3rd|[4-9]th)|1[0-9]th|[23]0th|31st)\b(?:\s+(?:inst|ult)\b\.?)?(?=\s*(?:$|[.,;:!?)\u201d\"\u2014\u2013]|"
                r"(?:and|at|in|by|he|she|they|it|we|I|when|with|from|to|for|on|after|before|was|were|had|the|an?|his|her|their|its|as|but|that|or|"
                r"while|because|since|until|though|although|both|another|all|some|several|two|three|four|this|no|nobody|not|one|there|again|"
                rf"{DONE_AT})\b))"
            ),
        ),
        ("monthday", re.compile(rf"\b(?:{days}),?\s+the\s+(?P<day>{words})\b(?!\s+(?:of|in|to|time)\b|['\u2019-])")),
        (
            "monthday",  # "on the evening of the fifth"
            re.compile(
                rf"(?<=(?:ning|noon|ight)\sof\s)the\s+(?P<day>{words})\b(?=\s*(?:$|[.,;:!?)]|(?:and|but|he|she|they|in|at)\b))"
            ),
        ),
        (
            "monthday",  # "on the first of the month"
            re.compile(rf"\bthe\s+(?P<day>{words}|[123]?\d(?:st|nd|rd|th))\s+of\s+(?:the|that)\s+(?:same\s+)?month\b"),
        ),
        (
            "ordinal",  # "slept in X on the first night and in Y on the second"
            re.compile(
                rf"(?<=\b[Oo]n\s)the\s+(?P<day>{words})\b(?=\s*(?:$|[.,;:!?)]|(?:and|but|he|she|they|was|were|with|{DONE_AT})\b))"
            ),
        ),
        (
            "dayno",
            re.compile(
                rf"\b(?:[Oo]n|[Bb]y|[Ff]or|[Oo]f)\s+(?:(?:the\s+)?day\s+(?P<digits>\d{{1,3}}|{_NUMBER})|(?:the|his|her|their)\s+"
                rf"(?P<word>{words})\s+(?P<unit>day|night|morning|evening))\b(?!\s+of\s+(?:the\s+)?(?:month|trial|hearing|talks|festival|"
                r"conference|congress|games|festival|week|term|Christmas|Easter|Advent|Lent|Ramadan|Passover|Whitsun|spring|summer|autumn|winter|January|February|March|April|May|June|July|"
                r"August|September|October|November|December)\b)"
            ),
        ),
        (
            "dayno",  # at the head of a sentence: "The fourth day took him to X"
            re.compile(
                rf"(?:\A|(?<=[.!?]\s)|(?<=\n))(?:The|His|Her|Their)\s+(?P<word>(?!first\b)(?:{words}))\s+(?P<unit>day|night|morning|evening)"
                r"\b(?P<digits>)(?!\s+of\b|['\u2019])"
            ),
        ),
        (
            "weekend",
            re.compile(
                r"\b(?:(?P<which>last|next|this|that|the\s+previous|the\s+following|the\s+same|the)\s+)weekend\b",
                re.IGNORECASE,
            ),
        ),
        (
            "monthpart",  # "in the first week of May", "the last days of June 1994"
            re.compile(
                rf"\b[Tt]he\s+(?:(?:very\s+)?(?P<nth>first|second|third|fourth|last|final|opening|closing|early)\s+(?:two\s+|three\s+|few\s+)?(?P<unit>week|weekend|days|half|fortnight))"
                rf"\s+(?:of|in)\s+(?P<month>{month})(?!\w){year}"
            ),
        ),
        (
            "dayago",
            re.compile(
                r"(?<!to )\bthe\s+(?P<unit>day|night|evening|afternoon|morning|week)\s+"
                r"(?P<rel>before\s+yesterday|after\s+tomorrow|before|after)\b"
                r"(?:\s+that\b(?=\s*(?:[.,;:]|$|(?:in|at|to|on|he|she|they|it|we|I)\b)))?",
                re.IGNORECASE,
            ),
        ),
        (
            "weeksback",  # "a week ago last Tuesday", "three weeks ago on Monday"
            re.compile(
                rf"\b(?:(?P<one>an?|one)|(?P<count>{_NUMBER}|\d{{1,2}}))\s+weeks?\s+(?:ago,?\s+(?:on\s+)?(?:last\s+)?|(?:on|last)\s+)(?P<weekday>{days})\b"
                rf"|\blast\s+(?P<weekday2>{days})\s+week\b|\b(?:the\s+)?(?P<weekday3>{days})\s+before\s+last\b"
                rf"|\b(?P<count2>{_NUMBER}|\d{{1,2}})\s+(?P<weekday4>{days})s\s+ago\b"
            ),
        ),
        (
            "weekday",
            re.compile(
                (
                    rf"{named}\b(?:(?P<which>last|next|this|that|the\s+previous|the\s+following|the\s+next|"
                    rf"(?:the|that)\s+(?:very\s+)?same|the(?!\s+\w+\s+(?:of|in|before|after))|previous|following|"
                    rf"the\s+preceding)\s+)?(?P<weekday>{days})\b{paper}(?P<back>\s+last\b(?!\s+week\b)|\s+week\b|"
                    r"\s+(?:after|following|before)(?=\s*[,.;:]|\s+(?:he|she|they|it|we|I|at|in)\b))?"
                ),
                re.IGNORECASE,
            ),
        ),
        (
            "shift",
            re.compile(
                (
                    rf"(?<!half )\b(?:{count}\s+)?"
                    r"(?P<unit>days?|nights?|evenings?|mornings?|weeks?|fortnights?|months?|years?)"
                    r"(?:\s+(?:to\s+the\s+day|or\s+so|or\s+thereabouts|exactly))?\s+(?P<rel>later|"
                    rf"afterwards?|after\s+that|earlier|before\s+that|before(?:hand)?\b(?!\s+(?:the|an?|his|her|their|its|any\w+|every\w+)\s)|"
                    r"previously|prior|ago|hence|"
                    rf"on)\b(?!\s+the\s+(?:road|way))"
                ),
                re.IGNORECASE,
            ),
        ),
        (
            "run",  # "the following two nights", "the next few days", "the three days that followed"
            re.compile(
                rf"\b(?:the|his|her|their)\s+(?:(?:next|following|ensuing)\s+(?P<count>{_NUMBER}|\d{{1,2}}|few|couple\s+of|several)\s+(?:days|nights|mornings|evenings)"
                rf"|(?P<count2>{_NUMBER}|\d{{1,2}}|few)\s+(?:days|nights)\s+(?:that|which)\s+followed)\b",
                re.IGNORECASE,
            ),
        ),
        (
            "ofmonth",  # "at the end of the month", "early that month", "later the same month"
            re.compile(
                r"\b(?:(?:the\s+)?(?P<nth>end|middle|beginning|start|early\s+days|last\s+days|first\s+week|second\s+week|third\s+week|last\s+week)\s+of\s+(?:the|that)(?:\s+same)?"
                r"|(?P<nth2>early|late|mid|later)\s+(?:in\s+)?(?:that|the\s+same))\s+month\b",
                re.IGNORECASE,
            ),
        ),
        (
            "hoursago",
            re.compile(rf"\b(?:(?P<count>{_NUMBER}|\d{{1,3}})|(?P<one>an))\s+hours?\s+ago\b", re.IGNORECASE),
        ),
        (
            "named",  # "the next dawn"
            re.compile(
                r"\b(?P<name>(?:the|that)\s+(?:very\s+)?(?:same|next|following|previous|preceding))\s+"
                r"(?=(?:dawn|noon|midday|dusk|sunrise|sunset|daybreak|nightfall|lunchtime|teatime|breakfast-?time|forenoon|small\s+hours)\b)",
                re.IGNORECASE,
            ),
        ),
        (
            "named",
            re.compile(
                (
                    r"\b(?P<name>yesterday|today|tomorrow|tonight|last\s+night|the\s+night\s+before\s+last|(?:the\s+)?week\s+before\s+last|this\s+(?:morning|afternoon|"
                    r"evening|week|month|year)|(?:the|that|this)\s+(?:very\s+|self-?)?same\s+date|before\s+(?:the|that)\s+day\s+(?:was|is)\s+(?:out|over|done)|"
                    r"that\s+date|(?:the|on\s+the)\s+morrow(?!\s+of\b)|"
                    r"(?:the|that)\s+(?:very\s+)?(?:same|next|following|previous|"
                    r"preceding)\s+(?:day|morning|afternoon|evening|night|week|weekend|month|year)|that\s+(?:day|"
                    r"morning|afternoon|evening|night)|last\s+(?:week|month|year|weekend|evening)|next\s+(?:week|"
                    r"month|year|day|morning|afternoon|evening)|(?<!to )(?<!half )(?:an?|the)\s+day\s+later|"
                    r"a\s+day\s+(?:earlier|before)|overnight)\b"
                ),
                re.IGNORECASE,
            ),
        ),
        (
            "month",
            re.compile(
                rf"\b(?:(?P<which>[Ee]arly|[Mm]id|[Ll]ate|[Ll]ast|[Tt]his|[Nn]ext|the\s+(?:beginning|middle|"
                rf"end)\s+of)[\s-]+(?:in\s+)?)?(?P<month>{month})(?!\w)(?:,?\s+(?:of\s+)?{_YEAR})?"
            ),
        ),
        (
            "season",
            re.compile(
                (
                    rf"\b(?:(?P<which>early|mid|late|last|this|next|"
                    rf"that)[\s-]+)?(?:in\s+)?(?:the\s+)?(?P<season>spring|summer|autumn|fall|"
                    rf"winter)(?:\s+of)?\s+{_YEAR}|\b(?P<which2>last|this|next|that)\s+(?P<season2>spring|summer|"
                    rf"autumn|fall|winter)\b"
                ),
                re.IGNORECASE,
            ),
        ),
        (
            "decade",
            re.compile(
                (
                    r"\b(?:in|of|during|since)\s+(?:the\s+)?(?:(?P<which>early|mid|late)[\s-]+)?(?P<year>1\d\d0|"
                    r"20\d0)['\u2019]?s\b"
                ),
                re.IGNORECASE,
            ),
        ),
        (
            "year",
            re.compile(
                (
                    rf"\b(?:in|since|by|during|until|till|before|after|from|of|back\s+in|"
                    rf"as\s+early\s+as)\s+(?:the\s+year\s+)?(?:(?P<which>early|mid|late)[\s-]+)?(?P<only>{_YEAR})\b"
                ),
                re.IGNORECASE,
            ),
        ),
    )
