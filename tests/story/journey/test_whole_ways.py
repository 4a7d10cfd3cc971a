"""Means that a story tells of the whole way, beside its stops."""

from datetime import date

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world

STOPS = "At six on 3 June Paul Reeve was in Leeds. At six the next morning he was in York. "


@pytest.mark.parametrize(
    ("told", "means"),
    [
        ("In between he had pedalled the entire road alone.", ("bicycle",)),
        ("He walked the whole distance.", ("foot",)),
        ("He had cycled all the way.", ("bicycle",)),
        ("He told them that he had come by the mail train and that it had run well.", ("rail",)),
        ("He had taken a taxi, he said.", ("car",)),
        ("He had come by bus.", ("bus",)),
        ("He went from one to the other, he maintains, in his own van.", ("car",)),
        ("He drove himself, he says, and paid the toll.", ("car",)),
        ("He says that he cycled.", ("bicycle",)),
        ("The distance was covered on foot.", ("foot",)),
        ("The journey was made on horseback.", ("horse",)),
        ("He does not fly and came by road.", ("car",)),
        ("He was by himself in the car.", ("car",)),
        ("The tyres were never off the road.", ("car",)),
        ("He had been at the wheel of the lorry all night.", ("car",)),
        ("His uncle was alone in the car.", ()),
        ("A policeman drove to the house.", ()),
        ("He sold his car.", ()),
        ("He may have flown.", ()),
        # not done, not his, not of the way
        ("He had not walked the whole distance.", ()),
        ("His uncle once walked the whole distance.", ()),
        ("He likes to cycle.", ()),
        ("He had not come by bus.", ()),
        ("His uncle had come by bus.", ()),
    ],
)
def test_means_of_the_whole_way(told, means):
    visits = itineraries_of(Story(STOPS + told, None, date(2019, 6, 14)), open_world()).told.visits
    assert [visit.modes for visit in visits] == [(), means]
