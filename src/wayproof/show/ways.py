"""How a way is travelled and what takes the time on it, in words; shared by the report and the panel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from wayproof.show.palette import stroke_of
from wayproof.show.wording import duration_text

if TYPE_CHECKING:
    from collections.abc import Mapping

BORDER: Final = re.compile(r"border ([A-Z]{2})-([A-Z]{2})")
"""The name of the part of a travel time that a border takes."""


def means_text(route: Mapping[str, Any]) -> str:
    """How a way is travelled: "by road"; "by air, by rail" where it is made of pieces."""
    modes = route.get("means") if route.get("basis") == "mixed" else None
    return ", ".join(dict.fromkeys(stroke_of(mode).word for mode in modes or (route.get("mode"),)))


def parts_text(route: Mapping[str, Any], countries: Mapping[str, str]) -> str:
    """What takes the time on a way, from the determined traveller to the ordinary one.

    Parameters
    ----------
    route
        The way as the record has it.
    countries
        Names of countries by their codes.
    """
    told: dict[str, list[float]] = {}
    for part in route.get("parts") or ():
        sums = told.setdefault(_part_name(str(part.get("name")), countries), [0.0, 0.0])
        sums[0] += part.get("brisk") or 0.0
        sums[1] += part.get("typical") or 0.0
    if len(told) < 2:  # noqa: PLR2004 - a single part says what the table says
        return ""
    spans = (
        duration_text(typical)
        if duration_text(brisk) == duration_text(typical)
        else f"{duration_text(brisk)} to {duration_text(typical)}"
        for brisk, typical in told.values()
    )
    return "Time: " + ", ".join(f"{name} {span}" for name, span in zip(told, spans, strict=True))


def _part_name(name: str, countries: Mapping[str, str]) -> str:
    """What takes time on a way: a border by the names of its countries."""
    border = BORDER.fullmatch(name)
    if border is None:
        return name
    return f"border {' to '.join(countries.get(code, code) for code in border.groups())}"
