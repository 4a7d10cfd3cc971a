"""Time zones that a story names: "14:00 GMT", "Moscow time", "local time"."""

import re
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo

from wayproof.story.vocabulary.regexes import regex

CITY_ZONES: dict[str, str] = {
    "moscow": "Europe/Moscow",
    "london": "Europe/London",
    "british": "Europe/London",
    "paris": "Europe/Paris",
    "berlin": "Europe/Berlin",
    "kyiv": "Europe/Kyiv",
    "kiev": "Europe/Kyiv",
    "istanbul": "Europe/Istanbul",
    "helsinki": "Europe/Helsinki",
    "dubai": "Asia/Dubai",
    "tehran": "Asia/Tehran",
    "delhi": "Asia/Kolkata",
    "indian": "Asia/Kolkata",
    "beijing": "Asia/Shanghai",
    "peking": "Asia/Shanghai",
    "hong kong": "Asia/Hong_Kong",
    "singapore": "Asia/Singapore",
    "tokyo": "Asia/Tokyo",
    "japan": "Asia/Tokyo",
    "korean": "Asia/Seoul",
    "sydney": "Australia/Sydney",
    "new york": "America/New_York",
    "washington": "America/New_York",
    "eastern": "America/New_York",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
    "central european": "Europe/Paris",
    "eastern european": "Europe/Helsinki",
    "greenwich mean": "UTC",
    "universal": "UTC",
}
"""Zones that journalism names by a city or a region ("Moscow time", "Eastern Standard Time")."""

PEOPLE_ZONES: dict[str, str] = {
    "afghan": "Asia/Kabul",
    "algerian": "Africa/Algiers",
    "austrian": "Europe/Vienna",
    "belarusian": "Europe/Minsk",
    "belgian": "Europe/Brussels",
    "bolivian": "America/La_Paz",
    "bulgarian": "Europe/Sofia",
    "burmese": "Asia/Yangon",
    "chinese": "Asia/Shanghai",
    "colombian": "America/Bogota",
    "cuban": "America/Havana",
    "cypriot": "Asia/Nicosia",
    "czech": "Europe/Prague",
    "danish": "Europe/Copenhagen",
    "dutch": "Europe/Amsterdam",
    "egyptian": "Africa/Cairo",
    "estonian": "Europe/Tallinn",
    "emirati": "Asia/Dubai",
    "ethiopian": "Africa/Addis_Ababa",
    "finnish": "Europe/Helsinki",
    "french": "Europe/Paris",
    "georgian": "Asia/Tbilisi",
    "german": "Europe/Berlin",
    "greek": "Europe/Athens",
    "hungarian": "Europe/Budapest",
    "icelandic": "Atlantic/Reykjavik",
    "iranian": "Asia/Tehran",
    "iraqi": "Asia/Baghdad",
    "irish": "Europe/Dublin",
    "israeli": "Asia/Jerusalem",
    "italian": "Europe/Rome",
    "japanese": "Asia/Tokyo",
    "jordanian": "Asia/Amman",
    "kazakh": "Asia/Almaty",
    "kenyan": "Africa/Nairobi",
    "latvian": "Europe/Riga",
    "lebanese": "Asia/Beirut",
    "libyan": "Africa/Tripoli",
    "lithuanian": "Europe/Vilnius",
    "moroccan": "Africa/Casablanca",
    "nepalese": "Asia/Kathmandu",
    "nepali": "Asia/Kathmandu",
    "nigerian": "Africa/Lagos",
    "norwegian": "Europe/Oslo",
    "pakistani": "Asia/Karachi",
    "peruvian": "America/Lima",
    "philippine": "Asia/Manila",
    "polish": "Europe/Warsaw",
    "portuguese": "Europe/Lisbon",
    "romanian": "Europe/Bucharest",
    "russian": "Europe/Moscow",
    "samoan": "Pacific/Apia",
    "saudi": "Asia/Riyadh",
    "serbian": "Europe/Belgrade",
    "south african": "Africa/Johannesburg",
    "soviet": "Europe/Moscow",
    "spanish": "Europe/Madrid",
    "swedish": "Europe/Stockholm",
    "swiss": "Europe/Zurich",
    "syrian": "Asia/Damascus",
    "tanzanian": "Africa/Dar_es_Salaam",
    "thai": "Asia/Bangkok",
    "tongan": "Pacific/Tongatapu",
    "tunisian": "Africa/Tunis",
    "turkish": "Europe/Istanbul",
    "ugandan": "Africa/Kampala",
    "ukrainian": "Europe/Kyiv",
    "venezuelan": "America/Caracas",
    "vietnamese": "Asia/Ho_Chi_Minh",
}
"""Zones named by the people of a country that keeps one time, or nearly ("Saudi time"); others are left out."""

_AREAS = ("Europe", "Asia", "Africa", "America", "Australia", "Pacific", "Atlantic", "Indian")
"""The parts of the world in whose zones the name of a city is looked up: "Minsk time" is Europe/Minsk."""

LETTER_ZONES: dict[str, str] = {
    "GMT": "UTC",
    "UTC": "UTC",
    "BST": "Europe/London",
    "CET": "Europe/Paris",
    "CEST": "Europe/Paris",
    "EET": "Europe/Helsinki",
    "EEST": "Europe/Helsinki",
    "MSK": "Europe/Moscow",
    "EST": "America/New_York",
    "EDT": "America/New_York",
    "PST": "America/Los_Angeles",
    "PDT": "America/Los_Angeles",
    "JST": "Asia/Tokyo",
    "KST": "Asia/Seoul",
    "AEST": "Australia/Sydney",
    "AEDT": "Australia/Sydney",
    "CST": "America/Chicago",
    "CDT": "America/Chicago",
    "MST": "America/Denver",
    "MDT": "America/Denver",
    "AKST": "America/Anchorage",
    "AKDT": "America/Anchorage",
    "HST": "Pacific/Honolulu",
    "AWST": "Australia/Perth",
    "ACST": "Australia/Darwin",
    "SAST": "Africa/Johannesburg",
    "EAT": "Africa/Nairobi",
    "WAT": "Africa/Lagos",
    "CAT": "Africa/Maputo",
    "HKT": "Asia/Hong_Kong",
    "SGT": "Asia/Singapore",
    "WIB": "Asia/Jakarta",
    "PKT": "Asia/Karachi",
    "WET": "Europe/Lisbon",
    "WEST": "Europe/Lisbon",
    "Zulu": "UTC",
    "Z": "UTC",
    "NZST": "Pacific/Auckland",
    "NZDT": "Pacific/Auckland",
}


PARTED_COUNTRIES = frozenset({"AU", "BR", "CD", "ID", "KZ", "MN"})
"""Countries that call parts of themselves eastern or central, and keep other times there than North America."""
_PART = regex(
    r"\b(?:eastern|central|western|mountain|pacific)\s+(?:(?:standard|daylight|summer)\s+)?time\b", re.IGNORECASE
)


def is_of_country(words: str, country: str | None) -> bool:
    """Whether a time with such words at a place is that of its own country: "eastern time" in Australia."""
    return country in PARTED_COUNTRIES and _PART.search(words) is not None


@dataclass(frozen=True, slots=True)
class ZoneWords:
    """A time zone named in the text; `zone` is its IANA name, None for "local time"."""

    start: int
    end: int
    zone: str | None


@cache
def _zone_pattern() -> re.Pattern[str]:
    cities = "|".join(sorted((name.replace(" ", r"\s+") for name in CITY_ZONES | PEOPLE_ZONES), key=len, reverse=True))
    standard = r"(?:[Ss]tandard\s+|[Dd]aylight\s+|[Ss]ummer\s+|[Ww]inter\s+)?"
    letters = "|".join(sorted(LETTER_ZONES, key=len, reverse=True))
    return re.compile(
        (
            rf"(?:\b(?:UTC|GMT)\s?(?P<sign>[+\u2212\u2013-])\s?(?P<offset>\d{{1,2}})(?::00|\s+hours?)?(?![\d:.])|(?:(?<=\d)|\b)(?P<letters>{letters})\b|\b(?P<city>(?i:{cities}))\s+{standard}[Tt]ime\b"
            rf"|\b(?P<other>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s+{standard}time\b"
            rf"|(?i:by\s+(?:the\s+)?(?:clocks?|time|hour)\s+(?:of|in)\s+(?P<clocks>{cities}))\b"
            rf"|(?<=,\s)(?:again|also|still|this\s+time)\s+by\s+(?P<by>(?i:{cities}))(?=\s*[,;.)])"
            rf"|(?i:by\s+the\s+(?P<people>{cities})\s+clocks?)\b|(?P<local>local\s+time|(?i:by\s+(?:the\s+)?(?:local\s+)?clocks?\s+(?:there|of\s+the\s+(?:place|town|city|country)))|by\s+local\s+clocks|"
            rf"(?:again\s+)?by\s+the\s+clock\s+on\s+the\s+wall))"
        ),
    )


def find_zones(text: str) -> tuple[ZoneWords, ...]:
    """Zones named in the text."""
    found = []
    for match in _zone_pattern().finditer(text):
        city = re.sub(
            r"\s+", " ", (match["city"] or match["clocks"] or match["people"] or match["by"] or "").casefold()
        )
        if match["other"]:
            for word in dict.fromkeys((match["other"], match["other"].split()[-1])):  # "By Moscow time"
                if (named := _of_city(word)) is not None:
                    found.append(ZoneWords(match.end("other") - len(word), match.end(), named))
                    break
            continue
        zone = LETTER_ZONES[match["letters"]] if match["letters"] else (CITY_ZONES | PEOPLE_ZONES).get(city)
        if match["offset"]:
            zone = _of_offset(int(match["offset"]), east=match["sign"] == "+")
        found.append(ZoneWords(match.start(), match.end(), zone))
    return tuple(found)


FARTHEST = {True: 14, False: 12}
"""Hours that a zone lies east and west of Greenwich at most."""


def _of_offset(hours: int, *, east: bool) -> str | None:
    """The IANA zone of whole hours from UTC, whose names count them westward; None where no zone lies so far off."""
    return None if hours > FARTHEST[east] else f"Etc/GMT{'-' if east else '+'}{hours}" if hours else "UTC"


@cache
def _of_city(name: str) -> str | None:
    """The IANA name of the zone that bears a city's name; None where none does: "Summer time"."""
    listed = (CITY_ZONES | PEOPLE_ZONES).get(name.casefold())
    if listed is not None:
        return listed
    for area in _AREAS:
        zone = f"{area}/{name.replace(' ', '_')}"
        try:
            ZoneInfo(zone)
        except (KeyError, OSError, ValueError):  # the first where there is no such zone
            continue
        return zone
    return None


@cache
def _all_times() -> re.Pattern[str]:
    zones = CITY_ZONES | PEOPLE_ZONES
    names = "|".join(sorted((name.replace(" ", r"\s+") for name in zones), key=len, reverse=True))
    letters = "|".join(name for name in sorted(LETTER_ZONES, key=len, reverse=True) if name != "Z")
    return re.compile(
        r"\b(?i:(?:all\s+(?:the\s+)?|the\s+|these\s+)?(?:times|hours)\s+(?:(?:here|given|below|above|quoted|told|used|stated|in\s+this\s+\w+|"
        r"throughout)\s+){0,3}(?:are|is|being|in)\s+(?:(?:all|given|in|by|those\s+of|expressed|told|according\s+to)\s+){0,3})"
        rf"(?:(?P<letters>{letters})\b|(?P<name>(?i:{names}))\b(?=\s*(?:[.,;:)]|(?:[Ss]tandard\s+|[Ss]ummer\s+)?[Tt]ime\b|clocks?\b)))"
    )


def zone_of_all(text: str) -> str | None:
    """The zone that a text says all its times are in: "all times here are Israeli"; None where it says none."""
    match = _all_times().search(text)
    if match is None:
        return None
    if match["letters"]:
        return LETTER_ZONES[match["letters"]]
    return (CITY_ZONES | PEOPLE_ZONES).get(re.sub(r"\s+", " ", match["name"].casefold()))
