"""What a vehicle, a host or a guard does with somebody tells where they were."""

import pytest

from .test_tellings import stops

TOLD = [
    # a start by cab, a landing with the craft between verb and particle
    ("She hailed a shared taxi in Lyon at nine on 8 June.", ["depart Lyon 09:00"]),
    ("She flagged down a cab in Lyon at nine on 8 June.", ["depart Lyon 09:00"]),
    ("She set the MiG-21 down at Nice on 8 June.", ["at Nice 8"]),
    ("She brought her boat in at Nice on 8 June.", ["arrive Nice 8"]),
    ("Her balloon rose from Lyon at nine on 8 June.", ["depart Lyon 09:00"]),
    # "had her in X"
    ("The fast ferry had her in Nice at nine on 8 June.", ["at Nice 09:00"]),
    ("Her driver had her in Lyon by noon on 8 June.", ["at Lyon 8"]),
    # who does it face to face, named with the place first
    ("At a hotel in Lyon a policeman in plain clothes stamped her passport on 8 June.", ["at Lyon 8"]),
    ("In Lyon a nurse bandaged her on 8 June.", ["at Lyon 8"]),
    ("A storm kept her ten days in Nice.", ["at Nice"]),
    # a vehicle stops and she gets out
    (
        "A grey Peugeot turned into a yard in Lyon at nine on 8 June, and Anna Keller climbed out.",
        ["arrive Lyon 09:00"],
    ),
    ("At nine on 8 June a van pulled up by the bank in Dijon. Anna Keller got out.", ["arrive Dijon 09:00"]),
    # "that" after a verb of saying is no relative
    ("She testified that she left her flat in Lyon at nine on 8 June.", ["depart Lyon 09:00"]),
    # a time before its verb
    (
        "She left Lyon at nine on 8 June, and at one in the afternoon, still on 8 June, was signing for fish in Dijon.",
        ["depart Lyon 09:00", "at Dijon 13:00"],
    ),
    ("I changed at Lyon on 8 June, and at half past two was in Dijon.", ["at Lyon 8", "at Dijon 14:30"]),
    ("She put her foot into the Arctic Ocean at Prudhoe Bay on 8 June.", ["arrive Prudhoe Bay 8"]),
]
NOT_TOLD = [
    "Rumour had her in Lyon.",
    "A shop in Lyon served her customers.",
    "The firm kept her money in Lyon.",
    "It was the passport that she left in Lyon.",
    "Her friend came to Lyon and Anna Keller got out of the bath.",
]


@pytest.mark.parametrize(("text", "visits"), TOLD)
def test_others_tell_where_she_was(text: str, visits: list[str]) -> None:
    assert stops("Anna Keller is a baker. " + text) == visits


@pytest.mark.parametrize("text", NOT_TOLD)
def test_others_tell_of_others(text: str) -> None:
    assert stops("Anna Keller is a baker. " + text) == []


@pytest.mark.parametrize(
    "text", ["Yachtsmen at Limassol are divided over a sloop.", "Farmers near Lyon were angry on 8 June."]
)
def test_where_people_are_from_is_no_stop(text: str) -> None:
    assert stops(text) == []
