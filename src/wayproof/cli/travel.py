"""``travel``: could somebody have gone from A to B, and on to C, in the time given."""

from pathlib import Path
from typing import Annotated

import typer

from wayproof.cli import options, outcome

MODES_HELP = (
    "Ways to travel: car, rail, foot, air, bicycle, bus, ferry, boat, ... (comma-separated; all when left out)."
)


def travel(
    places: Annotated[list[str], typer.Argument(help='Two or more places in order; names or "LAT,LON".')],
    *,
    depart: Annotated[str | None, typer.Option(help="Left the first place then (date or local time).")] = None,
    arrive: Annotated[str | None, typer.Option(help="Reached the last place then (date or local time).")] = None,
    by: Annotated[str | None, typer.Option(help=MODES_HELP)] = None,
    traveller: Annotated[str | None, typer.Option(help="Who travelled, for the report.")] = None,
    map_file: Annotated[Path | None, typer.Option("--map", help="Write an interactive map (HTML) there.")] = None,
    embed: Annotated[
        Path | None, typer.Option(help="Write a folder with the map as a page, as a picture and as a figure to embed.")
    ] = None,
    embed_url: Annotated[
        str | None, typer.Option(metavar="URL", help="Where that folder will be published; relative when left out.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the assessment as JSON.")] = False,
    online: Annotated[bool, typer.Option("--online", help="Let online services add detail.")] = False,
    osm: Annotated[Path | None, typer.Option(help="Streets around the ends from this OpenStreetMap file.")] = None,
) -> None:
    """Grade a way through places, given by hand.

    Says whether the places could be travelled in that order and time, by which ways and over which borders.
    """
    from wayproof.check import check_itinerary
    from wayproof.story.itineraries.given import given_itinerary
    from wayproof.world.atlas import open_world

    leaves, reaches = options.moment(depart, "--depart"), options.moment(arrive, "--arrive")
    modes = options.modes(by, "--by")
    address = options.web_address(embed_url, "--embed-url")
    if len(places) < 2:  # noqa: PLR2004 - a way has two ends
        message = "one place is no way. Give at least two, for example: wayproof travel Kaliningrad Vilnius"
        raise typer.BadParameter(message, param_hint="PLACES")
    world = open_world()
    services = outcome.services(online=online, osm=osm)
    itinerary = given_itinerary(
        places,
        world.gazetteer,
        depart=leaves,
        arrive=reaches,
        modes=modes,
        traveller=traveller,
        geocoder=services.get("geocoder"),
    )
    assessment = check_itinerary(itinerary, world, title=" to ".join(places), **services)
    if embed is not None:
        outcome.write_embed(assessment, world, embed, address)
    outcome.finish(assessment, world, map_file=map_file, as_json=as_json)
