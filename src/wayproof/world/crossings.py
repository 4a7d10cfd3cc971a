"""Named border crossings and their dated history: no row for a date means *no data*, never *open*."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from wayproof.errors import DataError, UnknownPlaceError
from wayproof.world import facts
from wayproof.world.regimes import Regimes, open_regimes
from wayproof.world.seasons import Seasons, open_seasons

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from wayproof.world.regimes import Regime

OPEN = "open"
CLOSED = "closed"
RESTRICTED = "restricted"
NO_DATA = "no data"

#: what an ordinary passenger cannot use: goods posts, and posts for the people of the border strip
CLOSED_TRAFFIC = frozenset({"freight", "local"})
#: ways of travel -> what a crossing has to carry for them
CARRIES = {
    "car": "road",
    "bus": "road",
    "motorcycle": "road",
    "bicycle": "foot",
    "foot": "foot",
    "horse": "foot",
    "ski": "foot",
    "dog_sled": "foot",
    "skates": "foot",
    "wheelchair": "foot",
    "rail": "rail",
    "ferry": "ferry",
    "ship": "ferry",
    "boat": "river",
    "sail": "river",
    "rowing": "river",
    "kayak": "river",
    "raft": "river",
}
_GOODS_ONLY = re.compile(r"(?:freight|goods|cargo)\b(?!.*\b(?:people|passenger\s+trains)\b)")
"""How the history says that a post lets goods through and no travellers."""
OFFICIALS_ONLY = re.compile(r"\bdiplomats\s+and\s+(?:the\s+)?United\s+Nations\s+only\b")
"""How it says that a post lets through none but those whom two powers sent."""
_SPELL = re.compile(r"(?P<since>\d{4}-\d\d-\d\d):(?P<status>open|closed|restricted)(?:\((?P<reason>[^();]*)\))?")


@dataclass(frozen=True, slots=True)
class Spell:
    """A status that began on a day and held until the next spell.

    ``baseline`` marks the first row of a history that no source gives: the table assumes it so that the first sourced
    change has something to change.
    """

    since: date
    status: str
    reason: str | None = None
    baseline: bool = False


@dataclass(frozen=True, slots=True)
class Status:
    """What is known of a crossing, or of a whole border, on one day.

    ``status`` is ``"open"``, ``"closed"``, ``"restricted"`` or ``"no data"``; the other fields are None where there is
    no data. ``baseline`` says that the row is the table's starting assumption.
    """

    status: str
    since: date | None = None
    reason: str | None = None
    source: str | None = None
    confidence: str | None = None
    baseline: bool = False

    @property
    def is_uncertain(self) -> bool:
        """Whether it is recalled and not certain: such a closure is told, and not held against a story."""
        return self.confidence == facts.UNCERTAIN


UNKNOWN = Status(NO_DATA)


@dataclass(frozen=True, slots=True)
class Crossing:
    """A named border crossing point.

    ``name`` is its name on the side of ``country_a``, ``name_b`` the one across. Both countries are the same code where
    the line runs inside one recognised state (Cyprus, Abkhazia); East Germany has its withdrawn code DD. ``lat`` and
    ``lon`` are None where nobody could support a position; ``error_km`` bounds the position's error. ``mode`` lists
    what it carries, joined with ``+``: road, foot, rail, ferry, river; ``modes`` holds the changes. ``traffic`` is
    ``"both"``, ``"passenger"``, ``"freight"`` or ``"local"``.
    """

    id: str
    name: str
    country_a: str
    name_b: str
    country_b: str
    lat: float | None
    lon: float | None
    error_km: float | None
    mode: str
    traffic: str
    spells: tuple[Spell, ...]
    source: str
    confidence: str
    modes: tuple[tuple[date, str], ...] = ()

    @property
    def pair(self) -> frozenset[str]:
        """The two countries."""
        return frozenset({self.country_a, self.country_b})

    def modes_on(self, on: date | None) -> frozenset[str]:
        """What the crossing carried on that day (None: today); before its first known day, what it carried then."""
        current = self.mode
        if on is not None:
            current = self.modes[0][1] if self.modes else self.mode
            for since, mode in self.modes:
                if since <= on:
                    current = mode
        return frozenset(current.split("+"))

    def usable_by(self, mode: str, on: date | None) -> bool:
        """Whether an ordinary passenger travelling this way could use the crossing at all, its status apart.

        A road post lets walkers through unless its history says that they were shut out; goods posts and posts for the
        people of the border strip serve no ordinary passenger.
        """
        needed = CARRIES.get(mode)
        if needed is None or self.traffic in CLOSED_TRAFFIC:
            return False
        carried = self.modes_on(on)
        if needed == "foot" and "foot" not in carried:
            walkers_once = any("foot" in past for _, past in self.modes)
            return "road" in carried and not walkers_once
        return needed in carried or (needed == "river" and "ferry" in carried)


class Crossings:
    """All crossings, searchable by pair, name and place, with their status on a day.

    Parameters
    ----------
    crossings
        The crossings.
    regimes
        Dated rules; their closures of whole borders apply to every crossing of the pair.
    seasons
        The parts of the year in which crossings are shut.
    """

    def __init__(
        self, crossings: Iterable[Crossing], regimes: Regimes | None = None, seasons: Seasons | None = None
    ) -> None:
        self.all = tuple(crossings)
        self._regimes = regimes if regimes is not None else Regimes(())
        self._seasons = seasons if seasons is not None else Seasons(())
        self._by_id = {crossing.id: crossing for crossing in self.all}
        self._by_pair: dict[frozenset[str], list[Crossing]] = {}
        for crossing in self.all:
            self._by_pair.setdefault(crossing.pair, []).append(crossing)

    def between(self, a: str, b: str) -> tuple[Crossing, ...]:
        """The named crossings of two countries, in either order, sorted by id."""
        return tuple(sorted(self._by_pair.get(frozenset({a, b}), ()), key=lambda crossing: crossing.id))

    def of(self, country: str) -> tuple[Crossing, ...]:
        """Every crossing of one country, sorted by id."""
        return tuple(sorted((c for c in self.all if country in c.pair), key=lambda crossing: crossing.id))

    def get(self, crossing_id: str) -> Crossing:
        """The crossing with this id.

        Raises
        ------
        UnknownPlaceError
            There is none.
        """
        try:
            return self._by_id[crossing_id]
        except KeyError:
            message = f"no border crossing has the id {crossing_id!r}; `wayproof crossings` lists the ids"
            raise UnknownPlaceError(message) from None

    def named(self, name: str) -> tuple[Crossing, ...]:
        """The crossings one of whose two names begins with this name, equals it or has it in brackets, case apart."""
        wanted = name.casefold()
        return tuple(
            crossing
            for crossing in self.all
            if any(
                side == wanted or side.startswith(f"{wanted} ") or f"({wanted})" in side
                for side in (crossing.name.casefold(), crossing.name_b.casefold())
            )
        )

    def nearest(
        self,
        lat: float,
        lon: float,
        pair: tuple[str, str] | None = None,
        *,
        mode: str | None = None,
        on: date | None = None,
        limit: int = 5,
    ) -> tuple[tuple[float, Crossing], ...]:
        """The crossings nearest to a point, nearest first, as (km, crossing).

        Parameters
        ----------
        lat, lon
            The point, degrees.
        pair
            Only crossings of these two countries; None for all.
        mode, on
            Only those that an ordinary passenger could use this way on that day (their status apart).
        limit
            At most so many.
        """
        from wayproof.world.geodesy import distance_km

        candidates = self.all if pair is None else self.between(*pair)
        found = [
            (distance_km(lat, lon, crossing.lat, crossing.lon), crossing)
            for crossing in candidates
            if crossing.lat is not None and crossing.lon is not None
            if mode is None or crossing.usable_by(mode, on)
        ]
        return tuple(sorted(found, key=lambda pair_: (pair_[0], pair_[1].id))[:limit])

    def status(self, crossing: Crossing, on: date | None) -> Status:
        """The status of a crossing on a day, with when it began, why, and who says so.

        No data before the first spell and without a day. A closure of the pair's whole border overrides an older spell
        of the crossing; a spell that began during the closure (a corridor, an exception) overrides the closure. A rule
        that lets few travellers pass at any post restricts a crossing whose own open spell is older. Goods posts, and
        ports where only the land border is shut, keep their own status. A post that snow shuts every winter is closed
        then, unless its history tells of something that began in that winter.
        """
        if on is None:
            return UNKNOWN
        own = next((spell for spell in reversed(crossing.spells) if spell.since <= on), None)
        season = self._seasons.shut(crossing.id, on)
        winter = season.begun(on) if season is not None else None
        if season is not None and winter is not None and (own is None or (own.status != CLOSED and own.since < winter)):
            reason = f"{season.name} is shut for a season every year"
            return Status(CLOSED, winter, reason, season.source, season.confidence)
        closure = self._closure(crossing, on)
        # two rows that say the same: the border's counts where the crossing's own is not certain
        yields = (
            own is None
            or (crossing.confidence == facts.UNCERTAIN and _shuts_travellers_out(own))
            or (own.status != CLOSED and (closure is None or closure.since is None or own.since < closure.since))
        )
        if closure is not None and yields:
            return Status(CLOSED, closure.since, closure.description, closure.source, closure.confidence)
        limit = self._limit(crossing, on)
        if limit is not None and (
            own is None or (own.status == OPEN and (limit.since is None or own.since < limit.since))
        ):
            return Status(RESTRICTED, limit.since, limit.description, limit.source, limit.confidence)
        if own is None:
            return UNKNOWN
        return Status(own.status, own.since, own.reason, crossing.source, crossing.confidence, own.baseline)

    def status_for_travellers(self, crossing: Crossing, on: date | None) -> Status:
        """The status of a crossing for people by any means: ``"closed"`` while it lets nothing but goods through."""
        status = self.status(crossing, on)
        return replace(status, status=CLOSED) if _shuts_travellers_out(status) else status

    def _closure(self, crossing: Crossing, on: date) -> Regime | None:
        closure = self._regimes.closure(crossing.country_a, crossing.country_b, on)
        port = crossing.modes_on(on) == {"ferry"}
        spared = closure is not None and (crossing.traffic == "freight" or (port and "sea" not in closure.scope))
        return None if spared else closure

    def _limit(self, crossing: Crossing, on: date) -> Regime | None:
        spared = crossing.traffic == "freight" or crossing.modes_on(on) == {"ferry"}
        return None if spared else self._regimes.limit(crossing.country_a, crossing.country_b, on)

    def status_for(self, crossing: Crossing, mode: str, on: date | None) -> Status:
        """The status of a crossing for who travels this way: ``"closed"`` where it lets no such traveller through."""
        status = self.status_for_travellers(crossing, on)
        if status.status in {NO_DATA, CLOSED} or crossing.usable_by(mode, on):
            return status
        carried = " and ".join(sorted(crossing.modes_on(on)))
        reason = f"not for travel by {mode}: {crossing.traffic} traffic, {carried} only"
        since = max((start for start, _ in crossing.modes if on is not None and start <= on), default=status.since)
        reason = f"{reason}; {status.reason}" if status.reason else reason
        return Status(CLOSED, since, reason, status.source, status.confidence, status.baseline)

    def pair_status(self, a: str, b: str, on: date | None) -> Status:
        """The state of the whole land border of two countries on a day.

        ``closed`` if a rule shut it or every known passenger crossing was closed, ``open`` if one was open,
        ``restricted`` if the best was restricted; no data where nothing is known.
        """
        if on is None:
            return UNKNOWN
        known = [
            status
            for crossing in self.between(a, b)
            if crossing.traffic not in CLOSED_TRAFFIC
            for status in (self.status_for_travellers(crossing, on),)
            if status.status != NO_DATA
        ]
        for wanted in (OPEN, RESTRICTED):
            best = next((status for status in known if status.status == wanted), None)
            if best is not None:
                return best
        closure = self._regimes.closure(a, b, on)
        if closure is not None:
            return Status(CLOSED, closure.since, closure.description, closure.source, closure.confidence)
        limit = None if known else self._regimes.limit(a, b, on)
        if limit is not None:
            return Status(RESTRICTED, limit.since, limit.description, limit.source, limit.confidence)
        return max(known, key=lambda status: str(status.since)) if known else UNKNOWN


def _shuts_travellers_out(spell: Spell | Status) -> bool:
    """Whether a post lets no ordinary travellers through: it is closed, or open to goods or officials alone."""
    if spell.status != RESTRICTED or spell.reason is None:
        return spell.status == CLOSED
    return _GOODS_ONLY.match(spell.reason) is not None or OFFICIALS_ONLY.search(spell.reason) is not None


def spells_of(history: str) -> tuple[Spell, ...]:
    """The spells of one ``status_history`` cell: ``DATE:open|closed|restricted(reason)`` joined with ``;``.

    Raises
    ------
    DataError
        The cell is not of that form, or its dates do not ascend.
    """
    spells: list[Spell] = []
    for item in filter(None, history.split(";")):
        match = _SPELL.fullmatch(item)
        since = facts.day(match["since"]) if match else None
        if match is None or since is None:
            message = f"{item!r} is not DATE:open|closed|restricted(reason)"
            raise DataError(message)
        if spells and spells[-1].since > since:
            message = f"{history!r}: the dates do not ascend"
            raise DataError(message)
        reason = match["reason"]
        first = not spells
        baseline = first and (reason is None or "baseline" in reason)
        spells.append(Spell(since, match["status"], reason, baseline))
    return tuple(spells)


def crossing_of(row: dict[str, str]) -> Crossing:
    """The crossing of one table row."""
    changes = []
    for item in filter(None, row["mode_history"].split(";")):
        since, _, mode = item.partition(":")
        start = facts.day(since)
        if start is not None:
            changes.append((start, mode))
    return Crossing(
        id=row["id"],
        name=row["name_a"],
        country_a=row["country_a"],
        name_b=row["name_b"],
        country_b=row["country_b"],
        lat=facts.number(row["lat"]),
        lon=facts.number(row["lon"]),
        error_km=facts.number(row["coord_error_km"]),
        mode=row["mode"],
        traffic=row["traffic"],
        spells=spells_of(row["status_history"]),
        source=row["source"],
        confidence=row["confidence"],
        modes=tuple(changes),
    )


@cache
def open_crossings() -> Crossings:
    """The shipped crossings, read on first use."""
    return Crossings(map(crossing_of, facts.rows("crossings")), open_regimes(), open_seasons())
