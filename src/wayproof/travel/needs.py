"""What a way needs that was not to be had on the day: closed posts, borders away from any post, closed skies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wayproof.travel.closed_skies import shuts_out
from wayproof.world.country_names import border_name, country_name, with_names
from wayproof.world.crossings import CLOSED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from wayproof.travel.border_events import BorderEvent
    from wayproof.travel.closed_skies import End, Flown
    from wayproof.world.airports import Closure
    from wayproof.world.atlas import World


def needs_of(events: Sequence[BorderEvent], on: date | None, world: World) -> tuple[str, ...]:
    """What a way over these borders needs that was not to be had on the day: each closed crossing, with its source."""
    needs = []
    for event in events:
        if event.status.status == CLOSED:
            border = f"the border {border_name(event.from_country, event.to_country, world.gazetteer)}"
            what = f"the crossing {event.crossing.name} on {border}" if event.crossing else border
            since = f"closed since {event.status.since}" if event.status.since else f"closed on {on}"
            reason = f": {with_names(event.status.reason, world.gazetteer)}" if event.status.reason else ""
            needs.append(f"needs {what}, {since}{reason} ({event.status.source})")
    return tuple(needs)


def green_needs(events: Iterable[BorderEvent], world: World) -> tuple[str, ...]:
    """The borders that a way crosses away from any post, each once, whichever way it is crossed."""
    names = (border_name(one.from_country, one.to_country, world.gazetteer) for one in events if one.kind == "green")
    return tuple(f"needs to cross the border {name} away from any post" for name in dict.fromkeys(names))


def unlawful(events: Sequence[BorderEvent], on: date | None, world: World) -> tuple[str, ...]:
    """What a traveller on the surface would have to do past a closed post, or away from any; each once."""
    guarded = [event for event in events if event.kind != "green"]
    return (*green_needs(events, world), *dict.fromkeys(needs_of(guarded, on, world)))


def sky_need(closure: Closure, world: World) -> str:
    """A closed sky that a flight needs."""
    whose = country_name(closure.airspace, world.gazetteer)
    return f"needs the airspace of {whose}, closed since {closure.since} ({closure.source})"


def blocked(leg: Flown, world: World) -> tuple[str, ...]:
    """The closed skies that a flight could not go round."""
    return tuple(sky_need(one, world) for one in leg.blocked)


def shut_to_everybody(ends: Sequence[End], on: date | None, world: World) -> tuple[Closure, ...]:
    """Closures for all civil aircraft over either end; a flight can go round a country, not round its own airports."""
    held = [(end.country or world.borders.country_at(end.lat, end.lon), (end.lat, end.lon)) for end in ends]
    countries = (held[0][0], held[-1][0])
    found = (
        closure
        for country, at in held
        if country is not None
        for closure in world.airports.airspace.closures(country, on, at)
        if shuts_out(closure, countries, on, world)
    )
    return tuple(dict.fromkeys(found))


def no_direct_flight(closure: Closure, countries: tuple[str, str], world: World) -> str:
    """Why nobody flew straight from one country to the other."""
    other = countries[0] if closure.airspace == countries[1] else countries[1]
    whose, carriers = (country_name(code, world.gazetteer) for code in (closure.airspace, other))
    return (
        f"no direct flight: the airspace of {whose} has been closed to the carriers of {carriers} "
        f"since {closure.since} ({closure.source})"
    )
