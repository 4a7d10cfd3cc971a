"""The nationality that a story gives its traveller: "a Russian officer"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.vocabulary.journey_words import journey_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.journey.travellers import Traveller
    from wayproof.story.text.document import Story


def nationality(traveller: "Traveller", story: "Story", toponyms: "Sequence[Toponym]") -> str | None:
    """ISO code of the nationality that the text gives the traveller ("a Russian officer")."""
    text = story.text
    surname = traveller.surname
    for top in toponyms:
        mention = top.mention
        if mention.kind is not MentionKind.DEMONYM:
            continue
        place = top.place or (mention.entries[0].place if mention.entries else None)
        if place is None or place.country is None:
            continue
        before = text[max(0, mention.start - 40) : mention.start]
        after = re.split(r"[.!?,;\n]", text[mention.end : mention.end + 60])[0]
        following = [word.casefold() for word in re.findall(r"[\w-]+", after)[:4]]
        if re.search(r"\bnationality\s+(?:as|is|was)\s+$", before) or (surname and surname in after):
            return place.country
        roles = traveller.roles or journey_words("persons")
        nouns = [word for word in following[:3] if word in journey_words("persons")]
        if (
            nouns
            and (nouns[0] in roles or nouns[-1] in roles)
            and not re.search(r"\b(?:by|to|with|against)\s+(?:\w+\s+)?$", before)
        ):
            return place.country
    return None
