"""The rules about canals, bridges, tunnels and passes: nobody passes one before it is opened, or while it is shut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from wayproof.story.vocabulary.regexes import regex
from wayproof.verdict.border_rules import days_in_order
from wayproof.verdict.findings import Finding, spared
from wayproof.verdict.grades import Grade
from wayproof.verdict.wording import MONTHS, day_words
from wayproof.world.places import Kind
from wayproof.world.seasons import PASS_KM

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wayproof.story.itineraries.itinerary import Visit
    from wayproof.verdict.cases import Case
    from wayproof.verdict.rules import Rule
    from wayproof.world.atlas import World
    from wayproof.world.places import Place
    from wayproof.world.seasons import Season, Seasons

WATER: Final = "water:"
CANAL: Final = "canal"
FERRY: Final = "ferry"
BUILT: Final = regex(r"\b(?:bridge|tunnel|causeway|link)\b", re.IGNORECASE)
PASSED: Final = regex(
    r"\b(?:through|via|over|across|along|by\s+way\s+of|transit(?:s|ed|ing)?|cross(?:ed|es|ing)?|pass(?:ed|es|ing)?(?:\s+through)?|"
    r"travers(?:ed|es|ing))\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""What before its name says that a work was passed, and not only looked at."""
PASS: Final = regex(r"\b(?:pass|passo|col|road|crossing|highway|la|joch|tor)\b", re.IGNORECASE)
"""Words for a pass in what a place is, and in its name."""
ON_WHEELS: Final = frozenset({"car", "bus", "motorcycle"})
UNDER_OR_ON_SNOW: Final = regex(
    r"\b(?:tunnel|train|shuttle|piste|snow-?\s?(?:mobile|cat|plough|plow|shoe)s?|plough(?:ed)?|plow(?:ed)?|ski(?:s|doo)?|tracked|half-?tracks?)\b",
    re.IGNORECASE,
)
"""How people pass a shut pass all the same: below it, on a train, or over the snow."""


class WorkNotOpen:
    """The text passes a canal, bridge or tunnel that was not built yet, or was shut, on every day in question.

    Works are looked at, dug and swum beside before they open, so that only words of passing count; boats of the
    builders pass early, so that this is never more than implausible.
    """

    name = "work-not-open"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A finding for each such visit; None where no work with known dates is passed."""
        found: list[Finding] = []
        known = False
        for at, visit in enumerate(case.itinerary.visits):
            days = days_in_order(at, case.itinerary.visits) if _passed(visit) else ()
            said = _shut(visit.place, days, case.world) if days else None
            if said is None:
                continue
            known = True
            words, source = said
            if words:
                text = f"The story passes the {visit.place.name}, which {words}."
                found.append(
                    Finding(
                        self.name,
                        Grade.IMPLAUSIBLE,
                        text,
                        (),
                        (source,),
                        visit.quote,
                        visit.start,
                        visit.end,
                        max(0, at - 1),
                    )
                )
        return tuple(found) if known else None


def _passed(visit: Visit) -> bool:
    """Whether the words of a visit pass the place by its name."""
    first = visit.place.name.split(maxsplit=1)[0]
    at = visit.quote.casefold().find(first.casefold())
    return at > 0 and PASSED.search(visit.quote[:at]) is not None


def _shut(place: Place, days: Sequence[date], world: World) -> tuple[str, str] | None:
    """Why a work was not open on all these days, "" where it was on one, and who says so; None if it is not known."""
    lanes = world.sealanes if place.id.startswith(WATER) else None
    passage = lanes.passages.get(place.id.removeprefix(WATER)) if lanes is not None else None
    if passage is not None and passage.kind == CANAL:
        if any(passage.open_on(day) for day in days):
            return "", passage.source
        if passage.opened is not None and days[-1] < passage.opened:
            return f"was opened on {day_words(passage.opened)}", passage.source
        spell = next((one for one in passage.shut if one[0] <= days[0] <= one[1]), None)
        since = f" from {day_words(spell[0])} to {day_words(spell[1])}" if spell is not None else ""
        return f"was shut{since}", passage.source
    if place.kind not in {Kind.LANDMARK, Kind.CROSSING} or not BUILT.search(place.name):
        return None
    called = place.name.casefold()
    link = next(
        (
            one
            for one in world.roads.links
            if one.mode != FERRY and one.opened and one.name.casefold().startswith(called)
        ),
        None,
    )
    if link is None or link.opened is None:
        return None
    return (f"was opened on {day_words(link.opened)}" if days[-1] < link.opened else ""), link.source


class PassShut:
    """The text drives over a pass whose road is shut for a season of every year, on a day in the midst of it.

    Ploughs and snowmobiles go there all the same, so that this is never more than implausible.
    """

    name = "pass-shut"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A finding for each such visit; None where the text drives over no pass with a known season."""
        visits, seasons = case.itinerary.visits, case.world.seasons
        driven = [at for at, one in enumerate(visits) if one.modes and ON_WHEELS.issuperset(one.modes)]
        driven = [at for at in driven if not UNDER_OR_ON_SNOW.search(visits[at].quote)]
        known = [(at, season) for at in driven if seasons for season in _seasons_of(visits[at].place, seasons)]
        found = [finding for at, season in known if (finding := self._finding(at, season, case)) is not None]
        return tuple(found) if known else None

    def _finding(self, at: int, season: Season, case: Case) -> Finding | None:
        visit = case.itinerary.visits[at]
        days = days_in_order(at, case.itinerary.visits)
        if not days or not all(season.begun(day) for day in days):
            return None
        first, last = (f"{day} {MONTHS[month - 1]}" for month, day in (season.first, season.last))
        text = f"The story drives over {season.name}, shut to vehicles from {first} to {last} at least every year."
        place = (visit.quote, visit.start, visit.end, max(0, at - 1))
        found = Finding(self.name, Grade.IMPLAUSIBLE, text, (), (season.source,), *place)
        return spared(found, f"the season of {season.name}") if season.is_uncertain else found


def _seasons_of(place: Place, seasons: Seasons) -> tuple[Season, ...]:
    """The seasons of a place that is a pass, or the top of a road over one."""
    if place.kind not in {Kind.LANDMARK, Kind.CROSSING, Kind.REGION} or (place.is_area and place.extent_km > PASS_KM):
        return ()
    return seasons.at(place.lat, place.lon) if PASS.search(f"{place.feature} {place.name}") else ()


WORKS_RULES: tuple[Rule, ...] = (WorkNotOpen(), PassShut())
"""Every rule of this module."""
