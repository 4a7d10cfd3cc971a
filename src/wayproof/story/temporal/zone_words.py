"""Time zones that a story names: "14:00 GMT", "Moscow time", "local time"."""

import re
from dataclasses import dataclass
from functools import cache

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


@dataclass(frozen=True, slots=True)
class ZoneWords:
    """A time zone named in the text; `zone` is its IANA name, None for "local time"."""

    start: int
    end: int
    zone: str | None


@cache
def _zone_pattern() -> re.Pattern[str]:
    cities = "|".join(sorted((name.replace(" ", r"\s+") for name in CITY_ZONES), key=len, reverse=True))
    letters = "|".join(sorted(LETTER_ZONES, key=len, reverse=True))
    return re.compile(
        (
            rf"(?:(?:(?<=\d)|\b)(?P<letters>{letters})\b|\b(?P<city>(?i:{cities}))\s+(?:[Ss]tandard\s+|"
            rf"[Dd]aylight\s+|[Ss]ummer\s+|[Ww]inter\s+)?[Tt]ime\b"
            rf"|(?i:by\s+the\s+clocks?\s+(?:of|in)\s+(?P<clocks>{cities}))\b|(?P<local>local\s+time|"
            rf"(?:again\s+)?by\s+the\s+clock\s+on\s+the\s+wall))"
        ),
    )


def find_zones(text: str) -> tuple[ZoneWords, ...]:
    """Zones named in the text."""
    found = []
    for match in _zone_pattern().finditer(text):
        city = re.sub(r"\s+", " ", (match["city"] or match["clocks"] or "").casefold())
        zone = LETTER_ZONES[match["letters"]] if match["letters"] else CITY_ZONES.get(city)
        found.append(ZoneWords(match.start(), match.end(), zone))
    return tuple(found)
