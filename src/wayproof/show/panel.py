"""The panel beside the map: the grade, why, the journey with its slack, what was found and what could not be judged.

It is plain HTML that reads well without the script, in print and in a screen reader; the script links it to the map.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wayproof.show.cards import mark
from wayproof.show.credits import attributions
from wayproof.show.evidence import evidence
from wayproof.show.journeys import Journeys
from wayproof.show.markup import Markup, element, free_text
from wayproof.show.palette import css_class, grade_look
from wayproof.show.stops import stops_table
from wayproof.show.wording import date_text, sentences

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wayproof.show.scene import Scene
    from wayproof.show.schedule import Span
    from wayproof.world.atlas import World

DISCLAIMER = (
    "\N{LEFT DOUBLE QUOTATION MARK}Possible\N{RIGHT DOUBLE QUOTATION MARK} means that travel does not refute the "
    "story, not that the story is true. Lines show ways that could have been taken, not the way that was."
)


def panel_html(
    record: Mapping[str, Any], scene: Scene, world: World | None, spans: Sequence[Sequence[Span | None]]
) -> str:
    """The whole panel; ``spans`` are the windows of the visits of each itinerary (`schedule.spans_of`)."""
    story = record.get("story") or {}
    published = f"Story of {date_text(str(story['published']))}" if story.get("published") else None
    head = element(
        "header",
        element("p", "wayproof", element("span", " could they have travelled this?"), class_="kicker"),
        free_text(str(story.get("title") or "The journey"), "h1"),
        element("p", published, class_="dateline") if published else None,
    )
    table = stops_table(scene)
    panel = element(
        "aside",
        head,
        _verdict(record["verdict"]),
        Journeys(record, scene, world, spans).html(),
        evidence(record),
        element("section", element("h2", "Stops"), table) if table else None,
        _footer(record, world),
        id="panel", class_="panel", tabindex="-1", aria_label="Findings",
    )  # fmt: skip
    return panel.html


def _verdict(verdict: Mapping[str, Any]) -> Markup:
    look = grade_look(verdict.get("label"))
    ends = ""
    if verdict.get("worst") != verdict.get("best"):
        ends = f"between {verdict.get('worst')} and {verdict.get('best')}"
    summary = [free_text(text, "p") for text in sentences(verdict.get("summary"))]
    return element(
        "section",
        element(
            "p",
            mark(look, "g", 22),
            element("strong", look.word),
            element("span", ends or look.note, class_="aside"),
            class_="grade",
        ),
        element("div", *summary, class_="summary"),
        class_=f"verdict {css_class('g', look.word)}",
        aria_label="Verdict",
    )


def _footer(record: Mapping[str, Any], world: World | None) -> Markup:
    data = [free_text(line, "li") for line in attributions(record, world)]
    details = element("details", element("summary", "Data and licences"), element("ul", *data)) if data else None
    version = str(record.get("wayproof") or "")
    return element("footer", element("p", DISCLAIMER), details, element("p", f"wayproof {version}", class_="aside"))
