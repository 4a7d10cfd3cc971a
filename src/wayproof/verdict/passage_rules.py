"""Remarks about passing borders: exclaves, and the rules of the day that bound such a traveller. None grades."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from wayproof.verdict.findings import Finding
from wayproof.verdict.ranking import named_way
from wayproof.verdict.wording import country_name
from wayproof.world.exclaves import lands_between

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wayproof.travel.border_events import BorderEvent
    from wayproof.verdict.cases import Case, LegCase
    from wayproof.verdict.rules import Rule
    from wayproof.world.regimes import Regime

BINDING: Final = frozenset(
    {
        "border_zone", "entry_ban", "entry_check", "entry_rule", "exit_ban", "mode_ban", "pushback", "transit",
        "union_state", "vehicle_ban", "visa",
    }
)  # fmt: skip
"""Kinds of rules that ask something of a traveller; closures have rules of their own."""
FOREIGN: Final = ("foreigners", "third-country nationals", "other nationals")
SERVING: Final = frozenset(
    {"soldier", "officer", "conscript", "serviceman", "servicewoman", "military", "general", "private"}
)
WITH_VEHICLE: Final = frozenset({"car", "bus", "motorcycle"})
PLATES: Final = "plated"


class Exclave:
    """A leg between two parts of one country that no land of its own joins."""

    name = "exclave"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A remark for each such leg: what lies between; None where no leg stays in one country."""
        inside = [leg for leg in case.legs if _in_one_country(leg)]
        if not inside:
            return None
        return tuple(finding for leg in inside for finding in self._leg(leg, case))

    def _leg(self, leg: LegCase, case: Case) -> Iterator[Finding]:
        a, b = leg.origin.place, leg.destination.place
        between = lands_between((a.lat, a.lon), (b.lat, b.lon), case.world.borders)
        if between is None or a.country is None:
            return
        steps = " and then ".join(_either(country_name(code, case.world) for code in step) for step in between)
        by_land = f"by land one comes from one to the other only through {steps}" if between else "no land joins them"
        country = country_name(a.country, case.world)
        text = f"{a.name} and {b.name} lie in two parts of {country}: {by_land}; the rest goes by sea or by air."
        yield Finding(self.name, None, text, leg=leg.leg.first)


class BoundTraveller:
    """A rule of the day at a border on the way that bound people such as the traveller, as far as the text tells."""

    name = "border-rule"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A remark for each such rule on the way that each leg is named by; None where no nationality is told."""
        itinerary = case.itinerary
        if itinerary.nationality is None and not itinerary.roles:
            return None
        ways = ((leg, named_way(leg)) for leg in case.legs)
        found = [
            self._finding(leg, regime)
            for leg, way in ways
            if way is not None and leg.leg.query.on is not None
            for event in way.borders
            for regime in case.world.regimes.between(event.from_country, event.to_country, leg.leg.query.on)
            if self._concerns(regime, event, way.mode, case)
        ]
        return tuple(dict.fromkeys(found))

    def _concerns(self, regime: Regime, event: BorderEvent, mode: str, case: Case) -> bool:
        if regime.kind not in BINDING or not follows(regime.direction, event.from_country, event.to_country):
            return False
        if PLATES in regime.binds and mode not in WITH_VEHICLE:
            return False
        own, words = case.itinerary.nationality, regime.binds
        if "military" in words:
            named = self._named(words, case)
            return own in named and any(role.casefold() in SERVING for role in case.itinerary.roles)
        if own is None:
            return False
        if any(word in words for word in FOREIGN):
            return own not in {event.from_country, event.to_country}
        return own in self._named(words, case)

    def _named(self, words: str, case: Case) -> frozenset[str]:
        """The countries whose people a cell of the table names: by adjective, by name or by code."""
        tokens = re.findall(r"[A-Z][a-z]+|\b[A-Z]{2}\b", words)
        codes = {token for token in tokens if token.isupper()}
        adjectives = (
            case.world.gazetteer.demonym(form) for token in tokens for form in (token, token.removesuffix("s"))
        )
        return frozenset({*codes, *(code for code in adjectives if code), *_countries_named(tokens)})

    def _finding(self, leg: LegCase, regime: Regime) -> Finding:
        text = f"A rule of the day bound {regime.binds} on this way: {regime.description}."
        return Finding(self.name, None, text, (), (regime.source,), leg=leg.leg.first)


COUNTRY_WORDS: Final = {"Russia": "RU", "Belarus": "BY"}
"""Names of countries that the table uses for the citizens of."""


def _countries_named(tokens: Iterable[str]) -> set[str]:
    return {COUNTRY_WORDS[token] for token in tokens if token in COUNTRY_WORDS}


def follows(direction: str, a: str, b: str) -> bool:
    """Whether a passage from one country into another goes the way that a cell of the table tells.

    "both" and an empty cell are every way; "RU>FI", "into LT/LV" and "from BY" are those.
    """
    told = re.fullmatch(
        r"(?:(?P<into>into)|(?P<out>from))\s+(?P<codes>[A-Z/]+)|(?P<first>[A-Z/]+)>(?P<last>[A-Z/]+)", direction
    )
    if told is None:
        return True
    if told["into"]:
        return b in told["codes"].split("/") or told["codes"] == "EU"
    if told["out"]:
        return a in told["codes"].split("/")
    return a in told["first"].split("/") and b in told["last"].split("/")


def _in_one_country(leg: LegCase) -> bool:
    a, b = leg.origin.place, leg.destination.place
    return a.country is not None and a.country == b.country and not (a.is_area or b.is_area) and a.id != b.id


def _either(names: Iterable[str]) -> str:
    told = list(names)
    return f"{', '.join(told[:-1])} or {told[-1]}" if len(told) > 1 else told[0]


PASSAGE_RULES: tuple[Rule, ...] = (Exclave(), BoundTraveller())
"""Every rule of this module, in the order in which findings are reported."""
