"""Words of a text as columns, whichever of the patterns splits it."""

import re

import pytest

from wayproof.story.text.document import Story
from wayproof.story.text.tokens import BREAK, COMMA, JOINED, SPACE, tokenise

LETTER = "\u00e9"


def test_marks_of_typesetting_are_no_letters() -> None:
    # texts with no other letters are split by the pattern for ASCII: each mark must part words as a blank does
    for code in range(0x80, 0x3100):
        mark = chr(code)
        tokens = tokenise(Story(f"a{mark}b"))
        if re.match(r"[^\W_]", mark):
            assert tokens.words == [f"a{mark}b"], hex(code)
            assert not tokens.plain
        elif tokens.plain:
            assert tokens.words == ["a", "b"], hex(code)


@pytest.mark.parametrize(
    "text",
    [
        "Paris, Rome & co",
        "\u201cIn Rome\u201d \u2013 he said \u2026 \u2018and Paris\u2019s \u20ac5\u2019",
        "Aix-en-Provence\u2019s AT&T, 5\u00a0km (off)",
    ],
)
def test_one_letter_more_changes_no_other_word(text: str) -> None:
    plain, other = tokenise(Story(text)), tokenise(Story(f"{text} {LETTER}"))
    assert plain.plain
    assert not other.plain
    assert other.words[:-1] == plain.words
    assert (other.starts[:-1], other.ends[:-1]) == (plain.starts, plain.ends)
    assert (other.folded[:-1], other.capital[:-1]) == (plain.folded, plain.capital)
    assert other.gaps[: len(plain.gaps) - 1] == plain.gaps[:-1]


def test_gaps_and_capitals() -> None:
    tokens = tokenise(Story("From Shin-Osaka, he left; B&B"))
    assert tokens.words == ["From", "Shin", "Osaka", "he", "left", "B", "&", "B"]
    assert tokens.gaps == [SPACE, JOINED, COMMA, SPACE, BREAK, SPACE, SPACE, BREAK]
    assert tokens.capitals == [0, 1, 2, 5, 7]
    assert tokens.folded[-2] == "and"


@pytest.mark.parametrize("between", [" ", "  ", "-", ", ", ". ", " (", "/", "\n", "." * 7, " " * 8, " " * 7 + "\n"])
def test_a_gap_is_read_alike_the_second_time(between: str) -> None:
    first, second = (tokenise(Story(f"a{between}b")).gaps for _ in range(2))
    assert first == second
