"""Words for means that carry nobody where they stand."""

import pytest

from wayproof.story.vocabulary.modes import means_in


@pytest.mark.parametrize(
    "text",
    [
        "A ski-equipped transport took him that day to the coast",
        "Tankers refuelled him over the ocean",
        "and walked over the slabs with him for a minute",
        "strolled along the front with her for a few moments",
        "paced up and down on the lawn",
    ],
)
def test_what_carries_nobody_is_no_means(text: str) -> None:
    assert means_in(text) == ()


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("a Twin Otter on skis brought her out", ("light_aircraft",)),
        ("she crossed the plateau on skis", ("ski",)),
        ("a tanker took him to Rotterdam", ("ship",)),
        ("Two Range Rovers started from Anchorage . and ran down the continent", ("car",)),
        ("the lorries left the depot . and ran along the coast", ("car",)),
        ("His car broke down and he ran to the village", ("car", "foot")),
        ("he walked for ten days", ("foot",)),
        ("he boarded a chartered jumbo of the state airline", ("air",)),
        ("the captain, who flies gliders at weekends, took the airliner down", ("air",)),
        ("he went on by glider", ("glider",)),
        ("put him in a helicopter and then in a transport plane", ("helicopter", "air")),
        ("the helicopter took off and the aircraft came down", ("helicopter",)),
    ],
)
def test_what_carries_is_kept(text: str, means: tuple[str, ...]) -> None:
    assert means_in(text) == means
