"""A map for somebody else's page: the interactive map, the picture in two formats, the figure that holds them, oEmbed.

The figure needs no script and no style of its own, so that it stands in a page with a strict content security policy:
a frame with a title, the picture where no frame or no script can be, a caption, and the stops as a table.
"""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any

from wayproof.show.markup import Markup, element, free_text, joined
from wayproof.show.page import digest
from wayproof.show.palette import grade_look
from wayproof.show.picture import draw
from wayproof.show.raster import ZOOM, png
from wayproof.show.scene import make_scene
from wayproof.show.stops import stops_table
from wayproof.show.webmap import map_html
from wayproof.show.wording import answer_text, plain, plain_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wayproof.show.picture import Picture
    from wayproof.world.atlas import World

MAP, SVG, PNG, PAGE, OEMBED = "map.html", "map.svg", "map.png", "embed.html", "oembed.json"
FILES = (MAP, SVG, PNG, PAGE, OEMBED)
FRAME_HEIGHT = 640
"""Of the frame, at every width: the map and its panel fit themselves into it, so nothing is cut off."""
OEMBED_VERSION = "1.0"
STYLE = (
    ":root{color-scheme:light dark}body{font:17px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;"
    "padding:0 1rem}figure{margin:0}img{max-width:100%;height:auto}table{border-collapse:collapse}"
    "th,td{text-align:left;padding:.2rem .8rem .2rem 0;vertical-align:top}pre{overflow:auto}"
)


def make_embed(
    record: Mapping[str, Any], world: World | None, *, title: str, address: str | None = None
) -> dict[str, bytes]:
    """The files of an embedded map by name; the same input gives the same bytes.

    Parameters
    ----------
    record
        ``Assessment.to_dict()``.
    world
        Gives the ground and the names of countries.
    title
        Headline; any text.
    address
        Where the folder will be published, for the figure and oEmbed to be used elsewhere; None keeps addresses
        relative, which is right for a page beside the folder's files.
    """
    title = plain(title)
    base = "" if address is None else address.rstrip("/") + "/"
    picture = draw(record, world, title=title)
    figure = figure_html(record, world, picture, title=title, base=base)
    return {
        MAP: map_html(record, world, title=title).encode(),
        SVG: picture.svg.encode(),
        PNG: png(picture),
        PAGE: _page(figure, title).encode(),
        OEMBED: _oembed(figure, picture, title, base, absolute=address is not None).encode(),
    }


def figure_html(
    record: Mapping[str, Any], world: World | None, picture: Picture, *, title: str, base: str = ""
) -> Markup:
    """The figure: what is copied into an article. ``base`` comes before each file name."""
    record = plain_record(record)
    image = element("img", src=f"{base}{PNG}", alt=picture.alt, width=picture.width, height=picture.height)
    linked = element("a", image, href=f"{base}{MAP}")
    # Feed readers and mail that drop frames keep what is inside of one; browsers without scripts show the second.
    frame = element(
        "iframe", linked, src=f"{base}{MAP}", title=f"Interactive map: {title}", width="100%", height=FRAME_HEIGHT,
        frameborder="0", loading="lazy", sandbox="allow-scripts allow-popups", referrerpolicy="no-referrer",
    )  # fmt: skip
    look = grade_look((record.get("verdict") or {}).get("label"))
    caption = element(
        "figcaption",
        free_text(title, "strong"), " ",
        free_text(answer_text(record, look.word, look.note)),
        " ", element("a", "The map on a page of its own", href=f"{base}{MAP}"), ".",
    )  # fmt: skip
    table = stops_table(make_scene(record, world))
    stops = element("details", element("summary", "The stops of the journey as a table"), table) if table else None
    return element("figure", frame, element("noscript", linked), caption, stops, class_="wayproof")


def _page(figure: Markup, title: str) -> str:
    """A page that shows the figure, and the figure's own source to be copied."""
    rules = f"default-src 'none'; frame-src 'self'; img-src 'self'; style-src 'sha256-{digest(STYLE)}'"
    body = joined(
        figure,
        element("h2", "To be copied into an article"),
        element("pre", element("code", figure.html), tabindex="0", aria_label="Source of the figure"),
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{rules}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<link rel="alternate" type="application/json+oembed" href="{OEMBED}" title="{html.escape(title)}">\n'
        f"<title>{html.escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n{body.html}\n</main>\n"
        "</body>\n</html>\n"
    )


def _oembed(figure: Markup, picture: Picture, title: str, base: str, *, absolute: bool) -> str:
    """The answer of an oEmbed service, as a file; the thumbnail only where its address is known."""
    answer: dict[str, Any] = {
        "version": OEMBED_VERSION,
        "type": "rich",
        "provider_name": "wayproof",
        "title": title,
        "html": figure.html,
        "width": picture.width,
        "height": FRAME_HEIGHT,
    }
    if absolute:
        answer["thumbnail_url"] = f"{base}{PNG}"
        answer["thumbnail_width"], answer["thumbnail_height"] = picture.width * ZOOM, picture.height * ZOOM
    return json.dumps(answer, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
