"""Vehicles that are dealt with and steps within a place are no way of travelling; what is boarded or left is."""

from __future__ import annotations

import pytest

from wayproof.story.vocabulary.modes import means_in


@pytest.mark.parametrize(
    "words",
    [
        "she washed cars in Turku",
        "he bought a horse at a fair",
        "the queen opened a railway there",
        "they unveiled a bust of a swimmer",
        "he lectured on ships",
        "the boy played with a toy train",
        "a talk to bus drivers",
        "she called at a bicycle shop",
        "he walked down the ramp",
        "she walked on to the stage",
        "he walked through customs",
        "they ran on to the pitch",
        "he marched up to a desk",
        "she was walking her dog",
        "he swam twenty lengths",
        "she swam in the hotel pool",
        "she waded out of the sea",
        "he walked over the dividing line on his own feet",
        "they walked the last hundred yards",
        "she waded a stream",
        "he ran for his life",
        "she walked a mile to the border",
        "they swam the river",
        "he crossed on foot at the gate",
    ],
)
def test_what_is_dealt_with_is_no_means(words: str) -> None:
    assert means_in(words) == ()


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("he walked off the boat", ("boat",)),
        ("she stepped out of the car", ("car",)),
        ("he walked from the coast to the pass", ("foot",)),
        ("they went on foot through the gate of the town", ("foot",)),
        ("she swam the strait", ("swim",)),
        ("he bought a ticket and took the train", ("rail",)),
        ("in a hired Peugeot", ("car",)),
        ("on his old Vespa", ("motorcycle",)),
        ("she drove a lorry", ("car",)),
        ("he was carried there by a bus", ("bus",)),
    ],
)
def test_what_carries_somebody_is_one(words: str, means: tuple[str, ...]) -> None:
    assert means_in(words) == means
