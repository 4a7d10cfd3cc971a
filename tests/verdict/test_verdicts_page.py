"""The examples of docs/verdicts.md run, and its table of findings names the rules there are."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

from wayproof.verdict.rulebook import RULEBOOK

PAGE = Path(__file__).parents[2] / "docs" / "verdicts.md"


def test_the_examples_run() -> None:
    result = doctest.testfile(str(PAGE), module_relative=False)
    assert result.attempted >= 15
    assert result.failed == 0


def test_the_page_names_every_rule() -> None:
    table = PAGE.read_text(encoding="utf-8").partition("| rule |")[2].partition("\n\n")[0]
    named = set(re.findall(r"`([a-z-]+)`", table))
    assert named == {rule.name for rule in RULEBOOK}
