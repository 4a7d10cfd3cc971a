"""What stands between a verb and a place name: chains of prepositions and the parts of a place."""

import pytest

from .test_visits import seen

PARTS = [
    ("She swam from the rocks of Nice to Lyon.", ["depart Nice", "arrive Lyon"]),
    ("She was seen behind the gasworks of Lyon.", ["at Lyon"]),
    ("She slept under the arcades of Turin.", ["at Turin"]),
    ("She was carried to the military side of Milan airport.", ["arrive Milan"]),
    ("She waited at the foot of Turin.", ["at Turin"]),
    ("She woke in a barn a few minutes from Dijon.", ["at Dijon"]),
    ("She lodged in the third district of Lyon.", ["at Lyon"]),
    ("She stopped for petrol, once in Dijon and again short of Lyon.", ["at Dijon", "at Lyon"]),
    ("She reached the gates of Milan.", ["arrive Milan"]),
    ("She walked out of the railway yards of Turin.", ["depart Turin"]),
    ("She drove out of Milan.", ["depart Milan"]),
    ("She stepped out of the airport of Milan.", ["at Milan"]),
    ("She came ashore below the ramparts of Nice.", ["arrive Nice"]),
    ("She hid among the crates of the fish market of Bergen.", ["at Bergen"]),
    ("She was put off beside the clock tower of Turin.", ["at Turin"]),
    ("She ran down the back streets of Nice.", ["at Nice"]),
    ("She sat in the cloister of the abbey of Dijon.", ["at Dijon"]),
    ("She was arrested on the tramlines of Oslo.", ["at Oslo"]),
    ("She drove through the rice fields of Milan.", ["at Milan"]),
    ("She was left at the level crossing of Dijon.", ["at Dijon"]),
    ("She was caught at the fortifications of Milan.", ["at Milan"]),
    ("She was seen a stone's throw from the station of Dijon.", ["at Dijon"]),
    ("She camped a day's march from Dijon.", ["at Dijon"]),
    ("She camped ten miles short of Dijon.", ["at Dijon"]),
    ("She slept within sight of the walls of Dijon.", ["at Dijon"]),
    ("She waited in front of the opera of Lyon.", ["at Lyon"]),
    ("She got as far as the suburbs of Lyon.", ["arrive Lyon"]),
    ("She sailed off the coast of Nice.", ["at Nice"]),
    ("She anchored off the north shore of Nice.", ["arrive Nice"]),
    ("She fell off the roof of a hotel in Lyon.", ["at Lyon"]),
]
NO_PARTS = [
    "She stood before the judges of Turin.",
    "She spoke at the invitation of Paris.",
    "She went to the king of Milan with a letter.",
    "She worked on the orders of Paris.",
    "She sat at the piano of a friend with a map of Lyon.",
    "She was arrested by the police of Nice.",
    "She travelled at the expense of the city of Milan.",
    "She wrote in the dialect of Milan.",
    "She acted in the hope of Paris.",
    "She danced to the music of Milan.",
    "She drank to the health of Lyon.",
    "She wept at the memory of Bergen.",
    "She stared at the photograph of Nice.",
    "She was frightened by the size of Paris.",
    "She bowed to the will of Geneva.",
    "She swore by the saints of Turin.",
    "She believed in the rebuilding of Milan.",
    "She looked to the merchants of Milan.",
    "She played for the team of Turin.",
    "She wept at the sight of Turin.",
    "She sang to the delight of Milan.",
    "She acted at the behest of Paris.",
    "She sat on a Turin carpet.",
]


@pytest.mark.parametrize(("text", "visits"), PARTS)
def test_a_part_of_a_place_is_the_place(text: str, visits: list[str]) -> None:
    assert seen(text) == visits


@pytest.mark.parametrize("text", NO_PARTS)
def test_people_and_abstractions_of_a_place_are_not_the_place(text: str) -> None:
    assert seen(text) == []
