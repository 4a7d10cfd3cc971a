"""Names of which a text says that many places bear them stay open; what it settles is settled."""

from datetime import date

import pytest

from wayproof.check import check
from wayproof.story.geoparsing.mentions import find_mentions
from wayproof.story.geoparsing.toponyms import resolve
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world

LEFT = "He left Georgetown at six in the morning on 3 June, and by ten past eleven he was in Victoria."


def open_names(text: str) -> set[str]:
    story, gazetteer = Story(text), open_world().gazetteer
    mentions, _ = find_mentions(story, gazetteer)
    return {one.mention.text for one in resolve(mentions, story, gazetteer)[0] if one.ambiguous}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{LEFT} There are eleven ports called Georgetown.", {"Georgetown"}),
        (f"{LEFT} A reader had counted more than thirty of the first name.", {"Georgetown", "Victoria"}),
        (f"{LEFT} There is a Victoria under almost every flag.", {"Victoria"}),
        (f"{LEFT} Nobody can say which Georgetown.", {"Georgetown"}),
        (f"{LEFT} The atlas has more Georgetowns than pages.", {"Georgetown"}),
        (f"{LEFT} The clerk has a list of the ports which bear either name.", {"Georgetown", "Victoria"}),
        (f"{LEFT} It could be any of the many towns that share the first name.", {"Georgetown"}),
    ],
)
def test_names_said_to_be_borne_by_many_are_open(text: str, names: set[str]) -> None:
    assert names <= open_names(text)


@pytest.mark.parametrize(
    "text",
    [
        "There are many places called Georgetown. He left Georgetown, on Ascension Island, at six on 3 June.",
        "Parisians love Paris. He left Paris at six on 3 June.",
        "The NewVictorias, the Victorias' coach and the Victorias2 rest. He left Victoria, British Columbia, at six.",
    ],
)
def test_what_the_text_settles_is_not_open(text: str) -> None:
    assert not open_names(text)


def test_clocks_of_places_left_open_refute_nothing() -> None:
    text = f"{LEFT} A reader had counted more than thirty of the first name, and nearly as many of the second."
    verdict = check(Story(text, None, date(1963, 6, 10)), world=open_world()).to_dict()["verdict"]
    assert verdict["label"] == "unknown"
