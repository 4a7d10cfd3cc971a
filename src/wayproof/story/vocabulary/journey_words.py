"""The word lists behind the reading of journeys: verbs of motion, nouns for people, nouns of whereabouts."""

from functools import cache
from importlib.resources import files

from wayproof.story.vocabulary.regexes import regex

_HEADING = regex(r"\[(\w+)\]")


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    text = (files("wayproof.story.vocabulary") / "words" / "journeys.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        heading = _HEADING.match(line)
        if heading:
            current = found.setdefault(heading[1], [])
        elif not line.startswith("#"):
            # a line may end with the comma of the entry that it breaks after, never inside one
            current.append(line)
    return {
        name: tuple(entry.strip() for entry in " ".join(rows).split(",") if entry.strip())
        for name, rows in found.items()
    }


def journey_list(name: str) -> tuple[str, ...]:
    """A list of words/journeys.txt in its order, such as "verb_leave".

    Raises
    ------
    KeyError
        If there is no such list.
    """
    return _lists()[name]


@cache
def journey_words(name: str) -> frozenset[str]:
    """The same list as a set, for membership."""
    return frozenset(journey_list(name))
