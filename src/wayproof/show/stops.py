"""All stops as a table: the map for those who do not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wayproof.show.markup import Markup, element, free_text
from wayproof.show.wording import distance_text

if TYPE_CHECKING:
    from wayproof.show.scene import Scene

HEADS = ("No.", "Place", "When", "Nearest border")


def stops_table(scene: Scene) -> Markup | None:
    """The stops of all itineraries; None for a scene without any."""
    rows = []
    for stop in scene.stops:
        border = stop.borders[0] if stop.borders else None
        rows.append(
            element(
                "tr",
                element("td", str(stop.number)),
                element("th", free_text(stop.label), f" ({stop.guess})" if stop.guess else None, scope="row"),
                element("td", stop.when),
                element("td", f"{distance_text(border.km)} to {border.country}" if border else "\N{EN DASH}"),
            )
        )
    if not rows:
        return None
    heads = element("tr", *(element("th", text, scope="col") for text in HEADS))
    return element("table", element("thead", heads), element("tbody", *rows))
