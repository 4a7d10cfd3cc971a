"""An assessment in a notebook: the interactive map with its panel, in a frame of its own.

Installed as an entry point of the group ``wayproof.html``, where ``Assessment`` looks for views of itself.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from wayproof.show.markup import element
from wayproof.show.webmap import map_html
from wayproof.world.atlas import open_world

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wayproof.world.atlas import World

HEIGHT = 640


def assessment_html(record: Mapping[str, Any], world: World | None = None) -> str:
    """The map of a record (``Assessment.to_dict()``) as a frame that holds the whole page.

    Without a world the ground is that of the shipped one. The page is inside the notebook's file, so that it is still
    there when the notebook is opened elsewhere; the frame's sandbox keeps its scripts from the notebook.
    """
    story = record.get("story") or {}
    title = str(story.get("title") or story.get("name") or "The journey")
    page = map_html(record, world or _world(), title=title)
    return element(
        "iframe", srcdoc=page, title=f"Map: {title}", width="100%", height=HEIGHT, frameborder="0",
        sandbox="allow-scripts allow-popups",
    ).html  # fmt: skip


@cache
def _world() -> World:
    return open_world()
