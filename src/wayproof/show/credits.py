"""Whom a map must credit for its data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wayproof.show.wording import credit_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wayproof.world.atlas import World

OPEN_STREET_MAP = "OpenStreetMap"
"""Named first, as its guidelines ask for a prominent place."""


def attributions(record: Mapping[str, Any], world: World | None) -> list[str]:
    """Whom to credit for the data on the map, each once: the world's own list, or else what the record names."""
    if world is not None and world.attributions:
        return sorted(world.attributions, key=lambda line: (OPEN_STREET_MAP not in line, line))
    lines = []
    for row in record.get("data", ()):
        name = credit_text(row)
        licence = str(row.get("licence") or "")
        line = name if not licence or licence in name else f"{name} ({licence})"
        if line and line not in lines:
            lines.append(line)
    return lines
