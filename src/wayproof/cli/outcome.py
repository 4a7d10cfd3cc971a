"""How a check ends: online helpers switched on when asked for, the report printed, the map written, the exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

import typer

from wayproof.cli import options

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from wayproof.verdict.assessment import Assessment
    from wayproof.world.atlas import World


def services(*, online: bool, osm: Path | None) -> dict[str, Any]:
    """The online helpers as keyword arguments of ``check`` and ``check_itinerary``: none unless asked for."""
    helpers: dict[str, Any] = {}
    if online or osm is not None:
        from wayproof.online.services import services_from_environment
        from wayproof.online.streets import OsmStreets

        addresses = services_from_environment()
        helpers["streets"] = OsmStreets(addresses, osm)
        if online:
            from wayproof.online.geocoders import OnlineGeocoder

            helpers["geocoder"] = OnlineGeocoder(addresses)
    return helpers


def write_embed(assessment: Assessment, world: World, folder: Path, address: str | None) -> None:
    """Write the folder of an embedded map; `address` is where it will be published, None when that is not known."""
    from wayproof.show.embed import make_embed

    title = assessment.title or assessment.name
    options.write_folder(folder, make_embed(assessment.to_dict(), world, title=title, address=address))


def write_review(assessment: Assessment, path: Path, author: str, url: str) -> None:
    """Write the ClaimReview of an assessment, dated today."""
    from datetime import UTC, datetime

    from wayproof.show.claim_review import claim_review, claim_review_text

    review = claim_review(assessment.to_dict(), author=author, url=url, reviewed=datetime.now(UTC).date())
    options.write_text(path, claim_review_text(review))


def finish(assessment: Assessment, world: World, *, map_file: Path | None, as_json: bool) -> NoReturn:
    """Write the map (first: a map that cannot be written is an error), print the report or JSON, and exit."""
    record = assessment.to_dict()
    if map_file is not None:
        from wayproof.show.webmap import map_html

        options.write_text(map_file, map_html(record, world, title=assessment.title or assessment.name))
    if as_json:
        options.print_json(record)
    else:
        from wayproof.show.report import print_report

        print_report(record)
    raise typer.Exit(options.EXIT_CODES[assessment.verdict.label])


def finish_compared(assessments: Sequence[Assessment], *, as_json: bool) -> NoReturn:
    """Print where several sources differ and the report on each; the exit code is theirs, or that of unknown."""
    from wayproof.verdict.comparison import as_record, differences

    if as_json:
        options.print_json(as_record(assessments))
    else:
        from wayproof.cli.tables import print_differences
        from wayproof.show.report import print_report

        print_differences(differences(assessments))
        for assessment in assessments:
            typer.echo(f"\n== {assessment.name or assessment.title}\n")
            print_report(assessment.to_dict())
    labels = {assessment.verdict.label for assessment in assessments}
    raise typer.Exit(options.EXIT_CODES[labels.pop() if len(labels) == 1 else "unknown"])
