"""Border posts that the text says were passed: by the deed of those who stand there, by the frontier as by a door."""

from __future__ import annotations

from datetime import date

import pytest

from wayproof.check import itineraries_of
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world


def posts(text: str) -> list[str]:
    """Names of the stops at which a post is passed."""
    told = itineraries_of(Story(text, None, date(2019, 6, 30)), open_world()).told
    return [visit.place.name for visit in told.visits if visit.checkpoint]


@pytest.mark.parametrize(
    "told",
    [
        "Sarah Moss drove out of Oujda by the land frontier on 3 June. She was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June through the frontier gate. She was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June. A guard lifted his barrier and saluted. She was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June. The barrier went up, and she was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June. A customs officer stamped her passport. She was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June. A young man in uniform handed back her passport. She was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June. Two soldiers waved her through. She was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June and had her pass stamped by a sleepy gendarme. She was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June. Her papers were checked by a guard at the gate. She was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June. A customs man took a sweet and raised the pole. She was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June. A sentry yawned and then lifted the barrier. She was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June, had her green visitor's visa stamped and was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June, had her carnet duly countersigned and was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June and pushed her bicycle over the yellow line. She was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June. The barrier stood open. She was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June. The woman in the kiosk wished her a safe trip. She was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June. A man at the window glanced at her visa. She was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June. A policeman read the plate and wound up the pole. She was in Fez at 9.",
        "Sarah Moss left Oujda on 3 June and showed her Moroccan card to a cheerful corporal. She was in Fez at 9.",
        "Sarah Moss left Oujda on 3 June. Officers entered her name in a register. She was in Maghnia at 9.",
        "Sarah Moss left Oujda on 3 June. A guard copied her passport number into a ledger. She was in Fez at 9.",
        "Sarah Moss left Oujda on 3 June and paid the usual duty. She was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June and had nothing to declare. She was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June, having joined the queue at the barrier at six. She was in Maghnia at noon.",
    ],
)
def test_who_is_let_pass_has_passed(told):
    assert posts(told) == ["Oujda"]


@pytest.mark.parametrize(
    "told",
    [
        "Sarah Moss left Oujda on 3 June. The guard refused to lift the barrier. She was in Fez at noon.",
        "Sarah Moss left Oujda on 3 June and had her library card stamped by a clerk. She was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June. A guard stamped her papers and turned her back. She was in Fez at noon.",
        "Sarah Moss left Oujda on 3 June. The guard did not lift the barrier. She was in Maghnia next day.",
        "Sarah Moss left Oujda on 3 June by the border fence. She was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June. A customs man sang and the wind raised the pole. She was in Fez at noon.",
        "Sarah Moss flew from Oujda to Algiers on 3 June. An officer stamped her passport.",
        "Sarah Moss sailed from Gibraltar to Algeciras on 3 June. A policeman stamped her passport.",
        "Sarah Moss left Oujda on 3 June. She was in Maghnia at noon. A year later a guard lifted a barrier there.",
        "Sarah Moss left Oujda on 3 June. The man in the kiosk sold her a paper. She was in Maghnia at noon.",
        "Sarah Moss left Oujda on 3 June. The barrier of the car park was up. She was in Fez at noon.",
        "Sarah Moss left Oujda on 3 June. A girl in the window wished for snow. She was in Fez at noon.",
        "Sarah Moss left Oujda on 3 June and paid the hotel. She was in Fez at noon.",
        "Sarah Moss left Oujda on 3 June. The barrier was never up. She was in Fez at noon.",
    ],
)
def test_nobody_passes_a_post_unawares(told):
    assert posts(told) == []


def told_posts(text: str) -> list[str]:
    """Names of the stops at which a post is passed, in a story of no one day."""
    told = itineraries_of(Story(text, None, date(2024, 6, 30)), open_world()).told
    return [visit.place.name for visit in told.visits if visit.checkpoint]


REACHED = "Ewa Lis left Hrodna on 3 June and reached the frontier at Bobrowniki by ten. {} She was in Warsaw by night."


@pytest.mark.parametrize(
    ("told", "post"),
    [
        ("Ana Ruiz left Cúcuta on 3 June, crossed the Simón Bolívar bridge and was in San Cristóbal by noon.", "Bol"),
        ("Ana Ruiz left Cúcuta on 3 June, drove over the Simón Bolívar bridge and slept in San Cristóbal.", "Bol"),
        ("Ewa Lis left Hrodna on 3 June, drove by way of Bobrowniki and was in Warsaw by noon.", "Bobrowniki"),
        ("Ewa Lis left Hrodna on 3 June. She drove through Bobrowniki. At noon she was in Warsaw.", "Bobrowniki"),
        (
            "Ewa Lis left Hrodna on 3 June. She crossed, she says, at Bobrowniki. At noon she was in Warsaw.",
            "Bobrowniki",
        ),
        ("Ewa Lis left Hrodna on 3 June. She crossed at Bobrowniki. At noon she was in Warsaw.", "Bobrowniki"),
        ("Ravi Sen left Amritsar on 3 June, walked through the gate at Wagah and dined in Lahore.", "Attari"),
        (
            "Eva Salo left Lappeenranta on 3 June, drove through the crossing at Nuijamaa and was in Vyborg by noon.",
            "Nu",
        ),
        ("Eva Salo left Lappeenranta on 3 June, passed the customs post at Nuijamaa and dined in Vyborg.", "Nu"),
        ("Juan Ortega left La Linea on 3 June and cycled through the gate to Gibraltar by ten.", "Gibraltar"),
        (REACHED.format("The customs formalities took a quarter of an hour."), "Bobrowniki"),
        (REACHED.format("The formalities, on both sides, were brief."), "Bobrowniki"),
        (REACHED.format("The boom swung up."), "Bobrowniki"),
        (REACHED.format("An inspector copied both plates into a ledger."), "Bobrowniki"),
        (REACHED.format("The man in the booth wished her a good journey."), "Bobrowniki"),
        (REACHED.format("A frontier clerk entered her name in the register."), "Bobrowniki"),
    ],
)
def test_a_gate_that_is_gone_through_is_a_post_passed(told, post):
    found = posts(told)
    assert len(found) == 1
    assert post in found[0]


@pytest.mark.parametrize(
    "told",
    [
        "Ewa Lis left Warsaw on 3 June, drove through Bobrowniki and was in Lublin by noon.",
        "Ana Ruiz left Cúcuta on 3 June, waded the river near the Simón Bolívar bridge and slept in San Cristóbal.",
        "Ana Ruiz left Cúcuta on 3 June, crept over the Simón Bolívar bridge by night and slept in San Cristóbal.",
        "Ali Kaya left Istanbul on 3 June, drove over the Bosphorus Bridge and was in Yerevan three days later.",
        REACHED.format("A sentry turned her back."),
        "Eva Salo left Lappeenranta on 3 June, drove through the gate of her school and was in Lahti by noon.",
        "Eva Salo left Lahti on 3 June, walked past the crossing at Nuijamaa and was in Lappeenranta by noon.",
        "Ravi Sen left Amritsar on 3 June. He watched the gate at Wagah close, and flew to Lahore next day.",
    ],
)
def test_a_gate_that_is_only_near_is_no_post_passed(told):
    assert posts(told) == []


@pytest.mark.parametrize(
    "told",
    [
        "Sarah Moss slept in Oujda on 3 June. She presented her passport at green gates, and at noon was in Maghnia.",
        "Sarah Moss slept in Oujda on 3 June. She showed her papers to a corporal, and by noon she was in Maghnia.",
    ],
)
def test_papers_shown_on_the_way_are_those_of_a_post(told):
    assert len(posts(told)) == 1


@pytest.mark.parametrize(
    "told",
    [
        "Sarah Moss slept in Oujda on 3 June. She showed her passport at the airport, and by noon she was in Maghnia.",
        "Sarah Moss slept in Oujda on 3 June. She showed her papers to the bank, and by noon she was in Fez.",
        "Sarah Moss slept in Oujda on 3 June. She could not show her papers, and by noon she was in Maghnia.",
    ],
)
def test_papers_shown_elsewhere_tell_of_no_post(told):
    assert posts(told) == []
