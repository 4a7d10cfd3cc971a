"""Presence told by pictures, registers, minutes, signatures and witnesses; what is only hearsay or somebody's home."""

import pytest

from .test_tellings import stops

TOLD = [
    # pictures
    ("The photograph of her on the quay at Nice was taken at eight in the morning on 8 June.", ["at Nice 08:00"]),
    ("A photograph shows her on the mole at Nice. It was taken at eight in the evening on 8 June.", ["at Nice 20:00"]),
    ("A picture of Anna Keller on the bridge at Lyon was taken at 16:10 on 8 June.", ["at Lyon 16:10"]),
    ("The film of her in the square of Lyon was shot at 11:40 on 8 June.", ["at Lyon 11:40"]),
    # registers and minutes
    ("The minutes of a meeting in Lyon show her voting at 16:55 on 8 June.", ["at Lyon 16:55"]),
    ("The register of the hotel in Dijon has her arriving at 22:10 on 8 June.", ["arrive Dijon 22:10"]),
    ("The record of the court in Lyon shows her leaving at 14:35 on 8 June.", ["at Lyon 14:35"]),
    ("On 8 June she is shown in the minutes as voting in Lyon at 16:55.", ["at Lyon 16:55"]),
    ("Her signature in the register of the inn at Dijon is timed at 22:10 on 8 June.", ["at Dijon 22:10"]),
    ("She signed the visitors' book of a museum in Lyon at 11:40 on 8 June.", ["at Lyon 11:40"]),
    ("The porter of a hotel in Nice signed her in at nine on 8 June.", ["arrive Nice 09:00"]),
    ("The marina at Nice wrote her down at 8.05 on Saturday 8 June.", ["at Nice 08:05"]),
    # witnesses and meetings
    ("On 8 June a contract was signed at noon in Lyon in the presence of Anna Keller.", ["at Lyon 12:00"]),
    ("She chaired the session on 8 June, which met in the town hall of Lyon.", ["at Lyon 8"]),
    ("She was in the chair of the first, which met in Lyon and rose at 14:10 on 8 June.", ["at Lyon 14:10"]),
    ("On 8 June she took part in the race, which started in Dijon.", ["at Dijon 8"]),
    # "There" that opens a sentence
    ("The meeting was that of a bank in Lyon. There she was seen at 16:55 on 8 June.", ["at Lyon 16:55"]),
    ("She drove to Lyon on 7 June. There, at nine on 8 June, she was held.", ["arrive Lyon 7", "at Lyon 09:00"]),
]
NOT_TOLD = [
    "The photograph of her on the wall of a bar in Nice was stolen.",
    "The letter was signed in Lyon in her absence.",
    "The presence of Anna Keller in Lyon was denied.",
    "The deed was to be signed in Lyon in the presence of Anna Keller.",
    "The box was not opened in Lyon in the presence of Anna Keller.",
    "She watched the race on television, which started in Dijon.",
    "She read of the meeting, which was held in Lyon.",
    "She had lost her ring, which was found in Lyon.",
    "Anna Keller, whose home is in Lyon, knew nothing.",
    "Some will have it that she lay for weeks in a convent at Dijon.",
    "Rumour has it that she was in Lyon.",
    "Others have seen her, or somebody like her, in Lyon, in Dijon and in Paris.",
]


@pytest.mark.parametrize(("text", "visits"), TOLD)
def test_what_is_left_on_the_spot_tells_of_presence(text: str, visits: list[str]) -> None:
    assert stops("Anna Keller is a baker. " + text) == visits


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_tells_of_no_presence(text: str) -> None:
    assert stops("Anna Keller is a baker. " + text) == []


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        ("There a verger certified her arrival: four in the afternoon, 8 June.", "arrive Dijon 16:00"),
        ("Her arrival on 8 June was timed at 16:10 by a priest.", "arrive Dijon 16:10"),
        ("The time of arrival is given as 16:10 on 8 June.", "arrive Dijon 16:10"),
        ("Her arrival on 8 June had been expected at 16:10.", "arrive Dijon 8"),
        ("The arrival of the bishop at 16:10 on 8 June was a surprise.", "arrive Dijon"),
    ],
)
def test_a_noun_dates_the_arrival_told_before(text: str, visits: str) -> None:
    assert stops("Anna Keller cycled from Lyon to Dijon. " + text)[-1] == visits
