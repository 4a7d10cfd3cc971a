"""Wheels on a runway are those of an aircraft; wheels elsewhere tell of none."""

import pytest

from wayproof.story.vocabulary.modes import means_in


@pytest.mark.parametrize(
    ("told", "air"),
    [
        ("its wheels touched the runway at noon", True),
        ("the tyres hit the wet tarmac", True),
        ("the undercarriage gently met the grass airstrip", True),
        ("its wheels left the runway", True),
        ("the wheels touched the kerb", False),
        ("the dresses went down the runway", False),
    ],
)
def test_wheels_on_a_runway_fly(told, air):
    assert ("air" in means_in(told)) is air
