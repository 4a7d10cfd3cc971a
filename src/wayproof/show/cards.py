"""The cards that open on the map: lines of plain text with a role each, which the script puts into text nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wayproof.show.markup import Markup
from wayproof.show.palette import css_class, status_look, symbol
from wayproof.show.scene import HYPOTHESIS
from wayproof.show.wording import distance_text, need_text, source_text

if TYPE_CHECKING:
    from wayproof.show.palette import Look
    from wayproof.show.scene import Leg, Passage, Stop

Card = list[tuple[str, str]]
"""(role, text) pairs; roles are "title", "line", "quote" and "source"."""

BORDERS_SHOWN = 3


def stop_card(stop: Stop) -> Card:
    """A stop: name, time, the words that say so, and how far the nearest borders are."""
    card: Card = [("title", f"{stop.number}. {stop.name}")]
    where = stop.country if stop.country != stop.name else ""
    card.append(("line", f"{stop.when}, {where}" if where else stop.when))
    if stop.guess == HYPOTHESIS:
        card.append(("line", "Hypothesis: the story does not name this place as the start of the journey."))
    elif stop.guess:
        card.append(("line", "Likely: the words about it make it a stop, and none says so."))
    if stop.quote:
        card.append(("quote", stop.quote))
    if stop.vague:
        card.append(("line", "The story is no more exact: the pin stands in the middle of the area."))
        return card
    card += [
        ("line", f"{distance_text(border.km)} to the border with {border.country}")
        for border in stop.borders[:BORDERS_SHOWN]
    ]
    return card


def passage_card(passage: Passage) -> Card:
    """A border crossing: name, countries, status on the date of the journey, and who says so."""
    look = status_look(passage.status)
    card: Card = [
        ("title", passage.name[:1].upper() + passage.name[1:]),
        ("line", f"{passage.from_country} to {passage.to_country}"),
        ("line", f"{look.word.capitalize()}: {look.note}"),
    ]
    if passage.reason:
        card.append(("line", source_text(passage.reason)))
    if passage.source:
        card.append(("source", f"Source: {source_text(passage.source)}"))
    return card


def leg_badge(leg: Leg) -> str:
    """What a leg says on the map: how far, and how long it takes."""
    way = leg.ways[0]
    return " \N{MIDDLE DOT} ".join(text for text in (distance_text(way.km), need_text(way.hours)) if text)


def mark(look: Look, prefix: str, size: int = 16) -> Markup:
    """A grade's or a status's symbol (decoration; the word stands beside it)."""
    return Markup(symbol(look, css=css_class(prefix, look.word), size=size))
