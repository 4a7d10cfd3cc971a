"""``check``, ``places`` and ``extract``: commands that read a story."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wayproof.cli import options, outcome

if TYPE_CHECKING:
    from datetime import date

    from wayproof.story.geoparsing.pipelines import Pipeline
    from wayproof.story.text.document import Story

StoryFile = Annotated[
    str, typer.Argument(metavar="STORY", help='A text, Markdown, HTML, PDF or Word file; "-" is standard input.')
]
Published = Annotated[str | None, typer.Option(help="Day of publication (YYYY-MM-DD): the anchor of 'on Thursday'.")]
Title = Annotated[str | None, typer.Option(help="The headline, if it is not in the text.")]
Traveller = Annotated[str | None, typer.Option(help="Whose journey it is, if the story has several people.")]
Meant = Annotated[list[str] | None, typer.Option("--place", metavar="NAME=PLACE", help="What a name means here.")]
Model = Annotated[
    str | None,
    typer.Option("--nlp", metavar="MODEL", help="Let this spaCy pipeline add place names (needs wayproof[nlp])."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def check(
    stories: Annotated[
        list[str],
        typer.Argument(
            metavar="STORY...",
            help='A text, Markdown, HTML, PDF or Word file, or an itinerary (YAML, CSV, GPX); "-" is standard input. '
            "Several are sources for one journey and are compared.",
        ),
    ],
    *,
    published: Published = None,
    title: Title = None,
    traveller: Traveller = None,
    place: Meant = None,
    map_file: Annotated[Path | None, typer.Option("--map", help="Write an interactive map (HTML) there.")] = None,
    embed: Annotated[
        Path | None, typer.Option(help="Write a folder with the map as a page, as a picture and as a figure to embed.")
    ] = None,
    embed_url: Annotated[
        str | None, typer.Option(metavar="URL", help="Where that folder will be published; relative when left out.")
    ] = None,
    claim_review: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a ClaimReview (schema.org, JSON-LD) there.")
    ] = None,
    author: Annotated[str | None, typer.Option(metavar="NAME", help="Who publishes the ClaimReview.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Where the ClaimReview is published.")] = None,
    as_json: AsJson = False,
    online: Annotated[bool, typer.Option("--online", help="Let online services add detail.")] = False,
    osm: Annotated[Path | None, typer.Option(help="Streets around the ends from this OpenStreetMap file.")] = None,
    nlp: Model = None,
) -> None:
    """Grade the journey that a story tells.

    Finds who was where and when, the ways in between with their borders, and says whether travel refutes the story:
    the grade, the leg that decides, the slack, what is unknown, and what would change the answer.
    """
    from wayproof import check as pipeline
    from wayproof.story.itineraries.given import one_place
    from wayproof.story.itineraries.itinerary_tables import SUFFIXES, read_itinerary
    from wayproof.world.atlas import open_world

    options.one_map(stories, map=map_file, embed=embed)
    address = options.web_address(embed_url, "--embed-url")
    publisher = options.review_by(stories, claim_review, author, url)
    overrides = options.pairs(place or (), "--place")
    day = options.day(published, "--published")
    world = open_world()
    services = outcome.services(online=online, osm=osm)
    reader = _pipeline(nlp)
    assessments = []
    for story in stories:
        if Path(story).suffix.lower() in SUFFIXES:
            itinerary = read_itinerary(Path(story), partial(one_place, gazetteer=world.gazetteer))
            found = pipeline.check_itinerary(
                itinerary, world, title=title or itinerary.title or Path(story).stem, **services
            )
        else:
            text = _story(story, title, day)
            found = pipeline.check(text, world, traveller=traveller, overrides=overrides, pipeline=reader, **services)
        assessments.append(found)
    if len(assessments) > 1:
        outcome.finish_compared(assessments, as_json=as_json)
    if embed is not None:
        outcome.write_embed(assessments[0], world, embed, address)
    if claim_review is not None and publisher is not None:
        outcome.write_review(assessments[0], claim_review, *publisher)
    outcome.finish(assessments[0], world, map_file=map_file, as_json=as_json)


def places(
    story: Annotated[str, typer.Argument(help='A story; with --jsonl a file of {"id", "text"} lines; "-" is stdin.')],
    *,
    place: Meant = None,
    as_json: AsJson = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One document in and one answer out on each line.")] = False,
    nlp: Model = None,
) -> None:
    """List the place names of a story, with coordinates."""
    from wayproof.cli import rows, tables
    from wayproof.world.atlas import open_world

    reader = _pipeline(nlp)
    gazetteer = open_world().gazetteer
    overrides = options.pairs(place or (), "--place")
    if jsonl:
        for document in rows.documents(story):
            typer.echo(rows.toponym_line(document, gazetteer, overrides, reader))
    else:
        found = rows.toponym_rows(_story(story, None, None), gazetteer, overrides, reader)
        if as_json:
            options.print_json(found)
        else:
            tables.print_toponyms(found)


def extract(
    story: StoryFile,
    *,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write there instead of the terminal.")] = None,
    published: Published = None,
    title: Title = None,
    traveller: Traveller = None,
    place: Meant = None,
) -> None:
    """Write the itinerary of a story as YAML.

    Correct the file by hand and check it again with `wayproof check FILE.yaml`.
    """
    from wayproof.check import itineraries_of
    from wayproof.story.itineraries.itinerary_writer import dump_itinerary
    from wayproof.world.atlas import open_world

    text = _story(story, title, options.day(published, "--published"))
    read = itineraries_of(text, open_world(), traveller=traveller, overrides=options.pairs(place or (), "--place"))
    yaml = dump_itinerary(read.told.whole or read.told, title=text.title, published=text.published)
    if output is None:
        typer.echo(yaml, nl=False)
    else:
        options.write_text(output, yaml)


def _pipeline(model: str | None) -> Pipeline | None:
    """The second reader that an option names."""
    from wayproof.story.geoparsing.pipelines import open_pipeline

    return None if model is None else open_pipeline(model)


def _story(path: str, title: str | None, published: date | None) -> Story:
    from wayproof.story.text.document import read_story

    return read_story(path, title=title, published=published)
