"""Given names by the sex of their bearers, for the reader of stories: ``words/women.txt`` and ``words/men.txt``.

    python build_given_names.py

Sources, pinned: Faker 40.54.0 (MIT licence, (c) Daniele Faraglia and contributors), lists ``first_names_female`` and
``first_names_male`` of its locales in Latin letters; names 0.3.0, which holds the name files of the 1990 census of the
United States (Census Bureau, public domain) with the share of bearers. A name is listed where a tenth or less of its
bearers, over locales and census, are of the other sex; all others are left out, and the text has to tell.
"""

from __future__ import annotations

import ast
import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Final

import fetch

WORDS: Final = Path(__file__).parents[1] / "src" / "wayproof" / "story" / "vocabulary" / "words"
LOCALE_SHARE: Final = 0.05
"""Weight of a listing in one locale, in per cent of bearers: Faker gives no frequencies everywhere."""
OTHER_SEX: Final = 0.1
"""Largest part of the bearers who may be of the other sex."""
_LIST: Final = re.compile(r"first_names_(?P<sex>female|male)")
_WORD: Final = re.compile(r"[a-z]{2,}")


def fold(name: str) -> str:
    """The name in lower case and without diacritics."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("ł", "l").replace("ø", "o").replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def locale_names(source: str) -> list[tuple[str, str]]:
    """Sex ("female" or "male") and name of every literal in the lists of a locale's provider."""
    found: list[tuple[str, str]] = []
    for node in ast.walk(ast.parse(source)):
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        for target in targets:
            listed = _LIST.match(target.id) if isinstance(target, ast.Name) else None
            if listed is None or node.value is None:  # type: ignore[union-attr]
                continue
            found += [
                (listed["sex"], leaf.value)
                for leaf in ast.walk(node.value)  # type: ignore[union-attr,arg-type]
                if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)
            ]
    return found


def bearers() -> dict[str, dict[str, float]]:
    """Folded name -> sex -> weight."""
    weights: dict[str, dict[str, float]] = defaultdict(lambda: {"female": 0.0, "male": 0.0})
    for path in sorted(fetch.unpack("faker").rglob("person/*/__init__.py")):
        for sex, name in set(locale_names(path.read_text(encoding="utf-8"))):
            weights[fold(name)][sex] += LOCALE_SHARE
    for sex in ("female", "male"):
        for path in fetch.unpack("names").rglob(f"dist.{sex}.first"):
            for line in path.read_text(encoding="utf-8").splitlines():
                name, share, *_ = line.split()
                weights[fold(name)][sex] += float(share)
    return weights


def listed(weights: dict[str, dict[str, float]], sex: str, other: str) -> list[str]:
    """Names of one sex, sorted."""
    return sorted(
        name
        for name, by_sex in weights.items()
        if _WORD.fullmatch(name) and by_sex[sex] > 0 and by_sex[other] <= OTHER_SEX * (by_sex[sex] + by_sex[other])
    )


def main() -> None:
    """Write both lists."""
    weights = bearers()
    for name, sex, other in (("women", "female", "male"), ("men", "male", "female")):
        lines = [f"# Given names of {name}, folded; made by geodata/build_given_names.py, which names the sources."]
        (WORDS / f"{name}.txt").write_text("\n".join([*lines, *listed(weights, sex, other)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
