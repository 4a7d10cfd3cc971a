"""``locate``, ``border`` and ``crossings``: what the shipped data says about a name, a place, a border."""

from typing import Annotated

import typer

from wayproof.cli import options, rows

NEAREST_CROSSINGS = 6
BORDERS_WITHIN_KM = 500.0

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
OnDay = Annotated[str | None, typer.Option(help="Status on this day (YYYY-MM-DD); the last known without it.")]


def locate(
    name: Annotated[str, typer.Argument(help="A place name, with its country or region if you know it.")],
    *,
    as_json: AsJson = False,
    online: Annotated[bool, typer.Option("--online", help="Ask Nominatim and Photon where nothing is known.")] = False,
) -> None:
    """List the places that bear a name, likeliest first."""
    from wayproof.cli import outcome, tables
    from wayproof.story.itineraries.given import candidates
    from wayproof.world.atlas import open_world

    geocoder = outcome.services(online=online, osm=None).get("geocoder")
    world = open_world()
    found = candidates(name, world.gazetteer, geocoder=geocoder)
    if as_json:
        options.print_json(
            [
                {**rows.place_row(place), "score": score, "disputes": rows.dispute_rows(world, place, None)}
                for place, score in found
            ]
        )
    else:
        tables.print_candidates(name, found, rows.dispute_texts(world, [place for place, _ in found], None))


def border(
    place: Annotated[str, typer.Argument(help='A place name or "LAT,LON".')],
    *,
    on: OnDay = None,
    as_json: AsJson = False,
) -> None:
    """Measure how far the borders are from a place.

    Also lists the nearest crossings, with their status on a day.
    """
    from wayproof.cli import tables
    from wayproof.story.itineraries.given import one_place
    from wayproof.world.atlas import open_world

    day = options.day(on, "--on")
    world = open_world()
    here = one_place(place, world.gazetteer)
    borders = world.borders.nearest(here.lat, here.lon, within_km=BORDERS_WITHIN_KM)
    near = [
        {**rows.crossing_row(world, crossing, day), "km": round(km, 1)}
        for km, crossing in world.crossings.nearest(here.lat, here.lon, limit=NEAREST_CROSSINGS)
    ]
    if as_json:
        options.print_json(
            {
                "place": rows.place_row(here),
                "disputes": rows.dispute_rows(world, here, day),
                "then_in": rows.former_row(world, here, day),
                "borders": [rows.border_row(b) for b in borders],
                "crossings": near,
            }
        )
    else:
        names = {b.country: world.gazetteer.country(b.country).name for b in borders}
        status = [*rows.dispute_texts(world, [here], day), *rows.former_texts(world, here, day)]
        tables.print_borders(here, borders, near, day, names=names, status=status)


def crossings(
    *,
    between: Annotated[str, typer.Option(help="Two countries, as names or ISO codes: RU,LT.")],
    on: OnDay = None,
    as_json: AsJson = False,
) -> None:
    """List the crossings of a border, with their status."""
    from wayproof.cli import tables
    from wayproof.story.itineraries.given import country_code
    from wayproof.world.atlas import open_world

    day = options.day(on, "--on")
    world = open_world()
    pair = options.two_different(
        [country_code(word, world.gazetteer) for word in options.words(between)], between, "--between"
    )
    found = [rows.crossing_row(world, crossing, day) for crossing in world.crossings.between(*pair)]
    if as_json:
        options.print_json(found)
    else:
        tables.print_crossings(pair, found, day)
