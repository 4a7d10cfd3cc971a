"""Means that the words rule out, and means told by a saddle, a wheel or a seat."""

from __future__ import annotations

import pytest

from wayproof.story.vocabulary.modes import means_in, whole_way


@pytest.mark.parametrize(
    "words",
    [
        "it was carried by no boat, barge or aircraft",
        "no aeroplane and no ferry had been used by him",
        "no boat, no plane, no trouble",
        "neither train nor bus was running",
        "she was on no ship and in no plane",
        "not once on a train or in a bus",
        "without ferry, tug or raft",
    ],
)
def test_what_is_denied_is_no_means(words):
    assert means_in(words) == ()


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("she drove there without boat or plane", ("car",)),
        ("not by ship but by car", ("car",)),
        ("he took no ordinary ferry", ("ferry",)),
        ("there was no bus, so he drove", ("car",)),
        ("no sooner had the train left", ("rail",)),
        ("he sat behind his own steering wheel", ("car",)),
        ("it came on its own six wheels", ("car",)),
        ("with his aunt in the passenger seat", ("car",)),
        ("in the front seat of a Cessna", ("light_aircraft",)),
        ("she mounted outside the mill", ("horse",)),
        ("she rode the old grey mare", ("horse",)),
        ("she sat by a sick mare's side", ()),
        ("they mounted an exhibition", ()),
        ("he mounted his bicycle", ("bicycle",)),
    ],
)
def test_means_that_words_name(words, means):
    assert means_in(words) == means


@pytest.mark.parametrize(
    "words",
    [
        "It never left its own four wheels.",
        "She sat behind her own wheel all the way.",
        "Road all the way, he said.",
    ],
)
def test_who_stays_on_wheels_drove(words):
    assert whole_way(words) == ("car",)


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("she was rowed out from the pierhead, and the mail ship weighed anchor with her", ("ship",)),
        ("he was taken out in a launch to the liner", ("ship",)),
        ("they were carried ashore in a surfboat from the steamer", ("ship",)),
        ("he was flown to the island and put ashore by a dinghy", ("air",)),
        ("he rowed ashore from the ketch", ("sail",)),
        ("she rowed out to the flying boat, which flew at once", ("air",)),
        ("he was rowed across the strait by two brothers", ("rowing",)),
        ("she rowed to the island", ("rowing",)),
        ("he rowed out of the harbour", ("rowing",)),
    ],
)
def test_what_only_takes_somebody_to_the_ship_or_ashore_is_no_means(words, means):
    assert means_in(words) == means


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("she crossed in the coaster", ("ship",)),
        ("the frigate took him aboard", ("ship",)),
        ("two icebreakers and a supply vessel came", ("ship",)),
        ("he sailed a dhow", ("sail",)),
        ("they left in a lifeboat", ("boat",)),
        ("he filled his Land Cruiser", ("car",)),
        ("a police cruiser took her there", ("car",)),
        ("the stewardess woke her", ("air",)),
    ],
)
def test_kinds_of_ships_and_cars_name_their_means(words, means):
    assert means_in(words) == means


def test_what_a_passenger_remembers_tells_of_an_airliner():
    assert whole_way("He remembers the crosswind on landing.") == ("air",)
    assert whole_way("She remembers a window seat and a bumpy landing.") == ("air",)
    assert whole_way("He fell on the landing of the stairs.") == ()


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("a sergeant saw a man walking along a road in Constable", ()),
        ("she was spotted jogging beside the canal path", ()),
        ("a farmer found her limping down a lane", ()),
        ("a camera filmed him running through the park", ()),
        ("they spent a week walking along the coast", ("foot",)),
        ("he walked from Leeds to York", ("foot",)),
    ],
)
def test_how_somebody_was_seen_is_no_way(words: str, means: tuple[str, ...]) -> None:
    assert means_in(words) == means
