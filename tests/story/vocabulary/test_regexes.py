"""Patterns that are compiled late are the patterns that `re` makes, and all of them can be compiled."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import TYPE_CHECKING, cast

import pytest

import wayproof.story
import wayproof.verdict
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_nothing_is_compiled_before_it_is_asked_for() -> None:
    late = regex("(")
    with pytest.raises(re.error):
        late.search("text")


def test_it_reads_as_the_compiled_pattern_does() -> None:
    late, early = regex(r"(?P<word>\w+)\s", re.IGNORECASE), re.compile(r"(?P<word>\w+)\s", re.IGNORECASE)
    text = "one Two three "
    for _ in range(2):  # the first time it is compiled, then it is there
        found = late.search(text, 4)
        assert found is not None
        assert found["word"] == "Two"
        assert late.match(text, 3) is None
        assert late.fullmatch("one ") is not None
        assert [one["word"] for one in late.finditer(text)] == late.findall(text)
        assert late.sub("-", text) == early.sub("-", text)
        assert late.split(text) == early.split(text)
    assert (late.pattern, late.flags, late.groupindex) == (early.pattern, early.flags, early.groupindex)


def _late_in(value: object) -> Iterator[re.Pattern[str]]:
    """The late patterns in a value of a module: itself, or what a table of them holds."""
    if type(value) is type(regex("")):
        yield cast("re.Pattern[str]", value)
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _late_in(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _late_in(one)


def test_all_late_patterns_of_the_rules_compile() -> None:
    found = 0
    for package in (wayproof.story, wayproof.verdict):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for value in list(vars(importlib.import_module(module.name)).values()):
                for late in _late_in(value):
                    assert late.pattern
                    found += 1
    assert found > 500
