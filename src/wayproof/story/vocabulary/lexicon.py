"""The word lists behind the reading rules; each file in ``words/`` says where its list comes from."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

_SECTION = regex(r"^\[(\w+)\]")


def _lines(name: str, suffix: str = "txt") -> list[str]:
    text = (files("wayproof.story.vocabulary") / "words" / f"{name}.{suffix}").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def word_list(name: str) -> frozenset[str]:
    """One of the long lists: given_names, women, men, surnames, common_words, rarer_words (folded)."""
    return frozenset(_lines(name))


@cache
def rule_lists() -> Mapping[str, frozenset[str]]:
    """The short lists of words/rules.txt by name."""
    lists: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in _lines("rules"):
        heading = _SECTION.match(line)
        if heading:
            current = lists.setdefault(heading[1], set())
        else:
            current.update(line.split())
    return {name: frozenset(words) for name, words in lists.items()}


@cache
def rule_words(*names: str) -> frozenset[str]:
    """The words of one of the short lists of words/rules.txt, such as "titles" or "locatives", or of several.

    Raises
    ------
    KeyError
        If there is no such list.
    """
    lists = [rule_lists()[name] for name in names]
    return lists[0] if len(lists) == 1 else frozenset().union(*lists)


@cache
def words_of_no_place() -> frozenset[str]:
    """Words that are no place by themselves, whatever bears such a name."""
    return rule_words("generic", "calendar", "media") - rule_words("particle_towns")


@cache
def points() -> dict[str, float]:
    """Points of words/evidence.csv by the name of the evidence."""
    return {row["evidence"]: float(row["points"]) for row in csv.DictReader(_lines("evidence", "csv"))}


@cache
def region_abbreviations() -> dict[str, str]:
    """Folded newspaper abbreviations of regions with the full name ("calif" -> "California")."""
    return {row["abbreviation"]: row["name"] for row in csv.DictReader(_lines("region_abbreviations", "csv"))}


@cache
def abbreviation_heads() -> frozenset[str]:
    """The first words of the abbreviations of regions ("n" of "n y")."""
    return frozenset(abbreviation.split(" ")[0] for abbreviation in region_abbreviations())


@cache
def support() -> dict[str, float]:
    """Points of words/support.csv by the name of the evidence."""
    return {row["evidence"]: float(row["points"]) for row in csv.DictReader(_lines("support", "csv"))}


@cache
def likely_points() -> dict[str, float]:
    """Points of words/likely_stops.csv by the name of the sign."""
    return _points("likely_stops")


@cache
def told_points() -> dict[str, float]:
    """Points of words/told_stops.csv by the name of the sign."""
    return _points("told_stops")


def _points(table: str) -> dict[str, float]:
    return {row["sign"]: float(row["points"]) for row in csv.DictReader(_lines(table, "csv"))}


@cache
def named_services() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """The names of words/named_services.csv by mode, then by form: "name" or "article"."""
    found: dict[str, dict[str, set[str]]] = {}
    for row in csv.DictReader(_lines("named_services", "csv")):
        found.setdefault(row["mode"], {}).setdefault(row["form"], set()).add(row["name"])
    return {mode: {form: frozenset(names) for form, names in forms.items()} for mode, forms in found.items()}
