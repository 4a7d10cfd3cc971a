"""What the user says a name means: "Tripoli=Tripoli, Lebanon", or a position."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wayproof.errors import UnknownPlaceError
from wayproof.story.geoparsing.bearers import bearers_of, lies_in
from wayproof.story.geoparsing.mentions import PLACE, Mention
from wayproof.world.gazetteer import Entry
from wayproof.world.gazetteer_names import normalise
from wayproof.world.places import ADMIN1, ADMIN2, COUNTRY, ISLAND, Place, point

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wayproof.story.text.document import Story
    from wayproof.world.gazetteer import Places

_POSITION = re.compile(r"\s*(-?\d{1,3}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)\s*")
_HOLDERS = (COUNTRY, ADMIN1, ADMIN2, ISLAND)
_MOST_SHOWN = 5


def overridden(name: str, meant: str, gazetteer: Places) -> Place:
    """The place that the user means by a name.

    Parameters
    ----------
    name
        The name in the text, shown for a bare position.
    meant
        "lat,lon" in degrees, an identifier ("geonames:588409"), a name, or "name, region or country".

    Raises
    ------
    UnknownPlaceError
        If the gazetteer has no such place; the message lists what it has.
    InputError
        If a position is not on Earth.
    """
    position = _POSITION.fullmatch(meant)
    if position:
        return point(float(position[1]), float(position[2]), name=name)
    if re.fullmatch(r"[a-z0-9]+:\S+", meant.strip()):
        return gazetteer.place(meant.strip())
    head, *holders = (part.strip() for part in meant.split(","))
    bearers = bearers_of(gazetteer.lookup(head))
    places = [bearer.place for bearer in bearers]
    for holder in holders:
        regions = [entry.place for entry in gazetteer.lookup(holder) if entry.place.kind in _HOLDERS]
        places = [place for place in places if any(lies_in(place, region) for region in regions)]
    if places:
        return places[0]
    near = [bearer.place for bearer in bearers] or [entry.place for entry in gazetteer.fuzzy(head)]
    offered = "; ".join(described(place) for place in near[:_MOST_SHOWN])
    hint = f"The gazetteer has: {offered}." if offered else "Give its position instead: NAME=lat,lon."
    message = f"{meant!r}, given for {name!r}, is not in the gazetteer. {hint}"
    raise UnknownPlaceError(message)


def described(place: Place) -> str:
    """A place with what tells it from its namesakes."""
    return ", ".join(part for part in (place.name, place.admin1, place.country) if part)


def mentions_of(given: Mapping[str, Place], story: Story, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions of overridden names that the recogniser did not find by itself."""
    if not given:
        return []
    found: list[Mention] = []
    taken = [(mention.start, mention.end) for mention in mentions]
    known = {normalise(mention.text) for mention in mentions}
    for name, place in given.items():
        if name in known:
            continue
        pattern = re.compile(r"(?<!\w)" + r"[\W_]+".join(map(re.escape, name.split())) + r"(?!\w)", re.IGNORECASE)
        for match in pattern.finditer(story.text):
            start, end = match.span()
            if all(end <= a or start >= b for a, b in taken):
                entry = Entry(place, "name")
                found.append(Mention(start, end, story.text[start:end], PLACE, (entry,)))
    return found
