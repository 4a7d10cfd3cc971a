"""Words of motion: classes of verbs, voice and mood, and the modes that words name."""

import pytest

from wayproof.story.grammar.verbs import find_verbs
from wayproof.story.itineraries.itinerary import MODES
from wayproof.story.vocabulary.mode_words import mode_patterns
from wayproof.story.vocabulary.modes import means_in, modes_in
from wayproof.story.vocabulary.motion import Motion, verb_classes


def verbs(text: str):
    return find_verbs(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "form", "motion"),
    [
        ("he left Lyon", "left", Motion.LEAVE),
        ("he set out from Lyon", "set out", Motion.START),
        ("he rolled to a halt near Lyon", "rolled to a halt", Motion.REACH),
        ("he was taken to Lyon", "taken", Motion.CARRY),
        ("he took a train to Lyon", "took", Motion.MOVE),
        ("he was caught in Lyon", "caught", Motion.SEEN),
        ("he caught a train in Lyon", "caught", Motion.START),
        ("he was in Lyon", "was", Motion.STAY),
        ("he lives in Lyon", "lives", Motion.STATIC),
        ("he said so in Lyon", "said", Motion.SPEECH),
        ("he decided on Lyon", "decided", Motion.PLAN),
        ("he polished boots in Lyon", "polished", Motion.OTHER),
    ],
)
def test_class_of_the_verb(text, form, motion):
    (found,) = verbs(text)
    assert (found.form, found.motion) == (form, motion)


@pytest.mark.parametrize(
    "text", ["on the left bank", "a rented car", "the walk to Lyon", "in the evening", "his drive home"]
)
def test_nouns_and_adjectives_are_no_verbs(text):
    assert verbs(text) == ()


def test_mood_and_tense():
    assert verbs("he never reached Lyon")[-1].doubtful
    assert verbs("he could have left Lyon")[-1].doubtful
    assert verbs("he did not go to Lyon")[-1].doubtful
    assert verbs("he wanted to leave Lyon")[-1].infinitive
    assert not verbs("he managed to reach Lyon")[-1].infinitive
    assert not verbs("he is believed to have crossed Lyon")[-1].infinitive
    assert verbs("he had left Lyon")[-1].perfect


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("set out on foot", ("foot",)),
        ("walked free from court", ()),
        ("drove his pickup", ("car",)),
        ("took a bullet train and then a taxi", ("rail", "car")),
        ("waited at the railway station", ()),
        ("met him at the bus station", ()),
        ("came by coach", ("bus",)),
        ("a business jet flew on", ("private_jet",)),
        ("flew a Cessna", ("light_aircraft",)),
        ("took the ferry", ("ferry",)),
        ("rode a mule", ("horse",)),
        ("swam the strait", ("swim",)),
        ("skied home", ("ski",)),
        ("was flown by helicopter", ("helicopter",)),
        ("took a black SR-71 through the gate", ("military_jet",)),
        ("the spy plane left", ("military_jet",)),
        ("on a scheduled flight", ("air",)),
        ("cycled and rode his motorbike", ("bicycle", "motorcycle")),
    ],
)
def test_modes(text, modes):
    assert modes_in(text) == modes


def test_modes_are_the_words_that_the_program_knows():
    assert {mode for mode, _ in mode_patterns()} == set(MODES)


def test_every_class_has_verbs():
    classes = {motion for motions in verb_classes().values() for motion in motions}
    assert classes == set(Motion) - {Motion.OTHER}


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("ran for the international express and was met in Lyon", ("rail",)),
        ("walked to the station and caught the 8.40", ()),
        ("jogged after the last bus", ("bus",)),
        ("ran for the Dover ferry", ("ferry",)),
        ("drove to the airport and flew", ("air",)),
        ("cycled to the quay", ()),
        # what is gone to is where the way ends
        ("ran to the next village", ("foot",)),
        ("drove to the station in Lyon", ("car",)),
        ("drove to Lyon airport", ("car",)),
        ("ran for the presidency", ("foot",)),
        ("walked for three days after the train broke down", ("foot", "rail")),
    ],
)
def test_how_somebody_got_to_a_vehicle_is_not_the_means(text: str, modes: tuple[str, ...]) -> None:
    assert means_in(text) == modes
