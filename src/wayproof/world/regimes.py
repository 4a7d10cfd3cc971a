"""Who may cross which border when: dated rules between countries, and the areas inside which nobody is checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wayproof.world import facts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

ANY = "*"
CLOSURE = "closure"
#: stands in a country column for every member of the European Union of the day
UNION = "EU"
UNION_AREA = "European Union"
INTERNAL = "internal"
CHECKPOINT = "checkpoint"
LIMITED = "limited"
#: ways of flying with a ticket, which no state lets fly under a sky closed to its carriers
AIRLINERS = frozenset({"air", "supersonic"})
AIR_MODES = frozenset(
    {
        *AIRLINERS,
        "private_jet",
        "light_aircraft",
        "helicopter",
        "military_jet",
        "glider",
        "balloon",
        "airship",
        "spacecraft",
    }
)


@dataclass(frozen=True, slots=True)
class Regime:
    """One dated rule about crossing between two countries.

    ``country_a`` and ``country_b`` hold one ISO 3166-1 alpha-2 code, several (``"LT/LV"``), ``"EU"`` or ``"*"``.
    ``since`` is None where the rule is older than any source, ``until`` is the last day it held (None: still held when
    the source was written). ``scope`` says of a closure what it closes: ``"land"``, ``"land+sea+air"``, ``"limited"``
    (every post is shut to most travellers) or ``"partial"`` (some posts only); it is empty for every other kind.
    """

    id: str
    country_a: str
    country_b: str
    kind: str
    since: date | None
    until: date | None
    direction: str
    description: str
    binds: str
    source: str
    confidence: str
    scope: str = ""

    def holds_on(self, on: date) -> bool:
        """Whether the rule was in force on that day."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)

    @property
    def closes_the_border(self) -> bool:
        """Whether the rule shuts the whole land border of the pair."""
        return self.kind == CLOSURE and self.scope.startswith("land")

    @property
    def limits_the_border(self) -> bool:
        """Whether the rule shuts every post of the pair to most travellers."""
        return self.kind == CLOSURE and self.scope == LIMITED


@dataclass(frozen=True, slots=True)
class Member:
    """One country's time inside an area without checks at its inner borders.

    ``means`` is ``"land"`` (land and sea borders) or ``"air"``; ``until`` is the last day (None: still a member).
    """

    area: str
    country: str
    means: str
    since: date
    until: date | None
    source: str
    confidence: str

    def holds_on(self, on: date) -> bool:
        """Whether the country was inside on that day."""
        return self.since <= on and (self.until is None or on <= self.until)


class Regimes:
    """All rules and areas, searchable by pair and day.

    Parameters
    ----------
    regimes
        The rules.
    members
        Memberships of areas without inner checks (Schengen, Common Travel Area, former states ...).
    """

    def __init__(self, regimes: Iterable[Regime], members: Iterable[Member] = ()) -> None:
        self.all = tuple(regimes)
        self.members = tuple(members)
        self._closures = tuple(regime for regime in self.all if regime.closes_the_border)
        self._limits = tuple(regime for regime in self.all if regime.limits_the_border)
        self._by_country: dict[str, list[Member]] = {}
        for member in self.members:
            self._by_country.setdefault(member.country, []).append(member)

    def between(self, a: str, b: str, on: date | None) -> tuple[Regime, ...]:
        """The rules that concern crossing between two countries, in either direction, in the order of the table.

        Parameters
        ----------
        a, b
            ISO 3166-1 alpha-2 codes.
        on
            The day; None for the rules of all times.
        """
        return tuple(regime for regime in self.all if self._concerns(regime, a, b, on))

    def closure(self, a: str, b: str, on: date) -> Regime | None:
        """The rule that shut the whole land border of the pair on that day; None if none is known."""
        return next((regime for regime in self._closures if self._concerns(regime, a, b, on)), None)

    def limit(self, a: str, b: str, on: date) -> Regime | None:
        """The newest rule that let few travellers pass at any post of the pair on that day; None if none is known."""
        found = [regime for regime in self._limits if self._concerns(regime, a, b, on)]
        return max(found, key=lambda regime: str(regime.since or ""), default=None)

    def open_area(self, a: str, b: str, on: date | None, *, mode: str = "car") -> Member | None:
        """Why nobody checks between the two countries: the membership that began last; None if somebody does.

        Parameters
        ----------
        a, b
            ISO 3166-1 alpha-2 codes.
        on
            The day; None for the newest state of the table.
        mode
            The way of travel: some areas dropped the checks at airports on another day than those on land.
        """
        means = "air" if mode in AIR_MODES else "land"
        for first in self._by_country.get(a, ()):
            for second in self._by_country.get(b, ()):
                inside = (
                    first.area == second.area
                    and first.means == second.means == means
                    and (
                        first.until is second.until is None
                        if on is None
                        else first.holds_on(on) and second.holds_on(on)
                    )
                )
                if inside:
                    return max(first, second, key=lambda member: member.since)
        return None

    def kind_of_border(self, a: str, b: str, on: date | None, *, mode: str = "car") -> str:
        """``"internal"`` where an area without checks held both countries on that day, else ``"checkpoint"``."""
        return INTERNAL if self.open_area(a, b, on, mode=mode) is not None else CHECKPOINT

    def in_union(self, country: str, on: date | None) -> bool:
        """Whether the country was in the European Union (or its forerunners) on that day; None asks for today."""
        return any(
            member.area == UNION_AREA and (member.until is None if on is None else member.holds_on(on))
            for member in self._by_country.get(country, ())
        )

    def _concerns(self, regime: Regime, a: str, b: str, on: date | None) -> bool:
        if on is not None and not regime.holds_on(on):
            return False
        first, second = regime.country_a, regime.country_b
        return (self._covers(first, a, on) and self._covers(second, b, on)) or (
            self._covers(first, b, on) and self._covers(second, a, on)
        )

    def _covers(self, field: str, country: str, on: date | None) -> bool:
        names = _names(field)
        return country in names or ANY in names or "others" in names or (UNION in names and self.in_union(country, on))


@cache
def _names(field: str) -> frozenset[str]:
    return frozenset(re.split(r"/| and ", field))


def regime_of(row: dict[str, str]) -> Regime:
    """The rule of one table row."""
    return Regime(
        id=row["id"],
        country_a=row["country_a"],
        country_b=row["country_b"],
        kind=row["regime_type"],
        since=facts.day(row["date_from"]),
        until=facts.day(row["date_to"]),
        direction=row["direction"],
        description=row["description"],
        binds=row["binds"],
        source=row["source"],
        confidence=row["confidence"],
        scope=row["scope"],
    )


def member_of(row: dict[str, str]) -> Member:
    """The membership of one table row."""
    since = facts.day(row["since"])
    if since is None:
        message = f"{row['area']}, {row['country']}: a membership needs the day it began"
        raise ValueError(message)
    return Member(
        area=row["area"],
        country=row["country"],
        means=row["means"],
        since=since,
        until=facts.day(row["until"]),
        source=row["source"],
        confidence=row["confidence"],
    )


@cache
def open_regimes() -> Regimes:
    """The shipped rules, read on first use."""
    return Regimes(map(regime_of, facts.rows("regimes")), map(member_of, facts.rows("unions")))
