"""Names in scripts that set no spaces between words, with the shipped gazetteer."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wayproof.story.geoparsing.mentions import find_mentions
from wayproof.story.text.document import Story
from wayproof.world.gazetteer import open_gazetteer

CHIANG_MAI = "\u0e40\u0e0a\u0e35\u0e22\u0e07\u0e43\u0e2b\u0e21\u0e48"


def names(text: str) -> list[str]:
    return [mention.text for mention in find_mentions(Story(text), open_gazetteer())[0]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("\u4ed6\u4ece\u5317\u4eac\u53bb\u4e86\u4e0a\u6d77\u3002", ["\u5317\u4eac", "\u4e0a\u6d77"]),
        ("\u6771\u4eac\u304b\u3089\u5927\u962a\u307e\u3067\u884c\u304d", ["\u6771\u4eac", "\u5927\u962a"]),
        ("\uadf8\ub294 \uc11c\uc6b8\uc5d0\uc11c \uc654\ub2e4.", ["\uc11c\uc6b8"]),
        ("\u0e44\u0e1b" + CHIANG_MAI, [CHIANG_MAI]),
    ],
    ids=["Chinese: Beijing, Shanghai", "Japanese: Tokyo, Osaka", "Korean: Seoul", "Thai: Chiang Mai"],
)  # fmt: skip
def test_names_inside_runs_of_letters_are_found(text: str, found: list[str]) -> None:
    assert names(text) == found


@settings(deadline=None, max_examples=50)
@given(st.text(alphabet="\u5317\u4eac\u4e0a\u6d77\u6771\u304b\uc11c\uc6b8\u0e40\u0e0a A.", max_size=60))
def test_offsets_fit_and_do_not_overlap(text: str) -> None:
    mentions, _ = find_mentions(Story(text), open_gazetteer())
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(first.end <= second.start for first, second in pairwise(mentions))
