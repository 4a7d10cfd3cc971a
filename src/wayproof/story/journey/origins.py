"""Whether a story leaves open where the journey began, and which country it began in."""

import re
from functools import cache
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.itineraries.itinerary import Event
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.itineraries.itinerary import Visit
    from wayproof.story.text.document import Story


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(
        (
            r"\b(?:asylum|refuge|(?-i:refugees?)|defect(?:ed|s|or|ion|ing)?|illegally|unlawfully|smuggled|"
            r"asked\s+for\s+protection|asylum-seekers?|deserter|deserted|fled|fleeing|escaped|exile|"
            r"stowaway|"
            r"cross(?:ed|ing)\s+(?:\w+\s+){0,2}(?:border|frontier)|(?:would|will|could|"
            r"did)\s+not\s+say\s+(?:how|where)|refused\s+to\s+say|won['\u2019]t\s+say|no\s+stamped|"
            r"without\s+(?:a\s+)?(?:papers|documents|visa|passport)|"
            r"which\s+way\s+(?:he|she|they)\s+(?:had\s+)?c[ao]me|how\s+(?:he|she|"
            r"they)\s+(?:had\s+)?(?:c[ao]me|got|reached|entered|arrived))\b"
        ),
        re.IGNORECASE,
    )


@cache
def _leaving() -> re.Pattern[str]:
    return re.compile(
        (
            r"\b(?:from|leav(?:e|es|ing)|left|fled|flee|fleeing|escap(?:e|ed|ing)(?:\s+from)?|quit|"
            r"out\s+of|home\s+(?:as|in|was)|defect(?:ed|"
            r"ing)?\s+from)\s+(?:the\s+)?(?:territory\s+of\s+(?:the\s+)?|[“\"\u2018'])?$"
        ),
        re.IGNORECASE,
    )


def country_left(
    story: "Story", visits: "Sequence[Visit]", toponyms: "Sequence[Toponym]", nationality: str | None
) -> str | None:
    """ISO code of the country that the traveller left, by the text; else the nationality."""
    text = story.text
    destination = visits[0].place.country if visits and visits[0].event is not Event.DEPART else None
    for top in toponyms:
        if (
            top.place is None
            or top.place.kind not in {Kind.COUNTRY, Kind.ADMIN1}
            or top.mention.kind not in {MentionKind.PLACE, MentionKind.DEMONYM}
        ):
            continue
        if (
            _leaving().search(text[max(0, top.mention.start - 40) : top.mention.start])
            and top.place.country != destination
        ):
            follows = text[top.mention.end : top.mention.end + 14].casefold()
            if top.mention.kind is MentionKind.PLACE or follows.startswith(
                (" territory", " soil", " federation", " side")
            ):
                return top.place.country
    return nationality


def is_open(story: "Story", visits: "Sequence[Visit]", toponyms: "Sequence[Toponym]", nationality: str | None) -> bool:
    """Whether the text tells of coming from another country without saying from where.

    True when the words of the story speak of a border crossed, of flight or of asylum, the country left is known and
    no visit to a point in that country is told before the first in another.
    """
    if not visits or not _cues().search(story.text):
        return False
    origin = country_left(story, visits, toponyms, nationality)
    if origin is None:
        return False
    for visit in visits:
        if visit.place.country == origin:
            if not visit.place.is_area:
                return False
            continue
        return True
    return False
