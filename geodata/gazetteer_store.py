"""Writes the gazetteer's files: names and their bearers, two arrays of rows, labels, small vocabularies."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import marisa_trie
import numpy as np

from manifest import DATA, replacing
from wayproof.world.gazetteer_ranking import score
from wayproof.world.gazetteer_store import (
    BLOCK,
    FILENAMES,
    FROM_NAME,
    LAST,
    LIST,
    MATCH_BITS,
    MATCHES,
    OTHERS,
    ROW_BITS,
    TOWNS,
    VALUE_BYTES,
)
from wayproof.world.places import Kind, Place

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from numpy.typing import NDArray

    from gazetteer_rows import Row

FILES = {
    FILENAMES.names: "Gazetteer: names",
    FILENAMES.bearers: "Gazetteer: which places bear a name",
    FILENAMES.identifiers: "Gazetteer: identifiers",
    FILENAMES.towns: "Gazetteer: populated places",
    FILENAMES.others: "Gazetteer: all other places",
    FILENAMES.labels: "Gazetteer: names as shown",
    FILENAMES.starts: "Gazetteer: where the names as shown begin",
    FILENAMES.vocabulary: "Gazetteer: kinds, countries, sources, demonyms",
}
_LONGEST_LABEL = 255


def write_store(
    cities: list[Row],
    others: list[Row],
    identifiers: marisa_trie.Trie,
    demonyms: dict[str, list[str]],
    extents: list[tuple[int, float]],
) -> None:
    """Write all files of the gazetteer; cities first, the others in the order of the trie of their identifiers.

    ``extents`` are the radii of cities by inhabitants, ascending: a city's own extent must be the one of its step.
    """
    with replacing(*(DATA / filename for filename in FILES)) as drafts:
        paths = dict(zip(FILES, drafts, strict=True))
        identifiers.save(str(paths[FILENAMES.identifiers]))
        names = _write_names(paths, [*cities, *others])
        _write_labels(paths, [*cities, *others], names)
        _write_rows(paths, cities, others, demonyms, extents)


def _write_rows(
    paths: dict[str, Path],
    cities: list[Row],
    others: list[Row],
    demonyms: dict[str, list[str]],
    extents: list[tuple[int, float]],
) -> None:
    rows = [*cities, *others]
    vocabulary = {
        "kinds": sorted({row.kind for row in rows}),
        "countries": sorted({row.country or "" for row in rows}),
        "sources": sorted({row.source for row in rows}),
        "features": sorted({row.feature for row in others}),
        "valid_to": {row.id: row.valid_to for row in others if row.valid_to},
        "areas": sorted({row.admin1 for row in rows if row.admin1 >= 0}),
        "capitals": [number for number, row in enumerate(cities) if row.feature == "capital"],
        "extents": extents,
        "demonyms": demonyms,
    }
    text = json.dumps(vocabulary, ensure_ascii=False, separators=(",", ":"))
    paths[FILENAMES.vocabulary].write_text(text + "\n", encoding="utf-8")
    numbers = {key: {word: number for number, word in enumerate(vocabulary[key])} for key in
               ("kinds", "countries", "sources", "features", "areas")}  # fmt: skip

    towns = np.zeros(len(cities), dtype=TOWNS)
    towns["geonames"] = [int(row.id.partition(":")[2]) for row in cities]
    _common(towns, cities, numbers)
    np.save(paths[FILENAMES.towns], towns, allow_pickle=False)

    rest = np.zeros(len(others), dtype=OTHERS)
    rest["extent_km"] = [row.extent_km for row in others]
    rest["kind"] = [numbers["kinds"][row.kind] for row in others]
    rest["source"] = [numbers["sources"][row.source] for row in others]
    rest["feature"] = [numbers["features"][row.feature] for row in others]
    _common(rest, others, numbers)
    np.save(paths[FILENAMES.others], rest, allow_pickle=False)


def _common(columns: NDArray[Any], rows: list[Row], numbers: dict[str, dict[Any, int]]) -> None:
    columns["lat"] = [round(row.lat * 1e5) for row in rows]
    columns["lon"] = [round(row.lon * 1e5) for row in rows]
    columns["population"] = [row.population for row in rows]
    columns["admin1"] = [numbers["areas"].get(row.admin1, -1) for row in rows]
    columns["country"] = [numbers["countries"][row.country or ""] for row in rows]
    columns["label"] = [FROM_NAME if _is_plain(row) else len(row.name.encode()) for row in rows]


class _Scores:
    """Orders the bearers of a name as a reader would: best first (``wayproof.world.gazetteer_ranking``)."""

    def __init__(self, rows: list[Row]) -> None:
        self._places = [
            Place(
                row.id,
                row.name,
                Kind(row.kind),
                row.country,
                row.lat,
                row.lon,
                round(float(np.float32(row.extent_km)), 1),
                row.source,
                population=row.population,
                feature=row.feature,
                valid_to=date.fromisoformat(row.valid_to) if row.valid_to else None,
            )
            for row in rows
        ]

    def rank(self, bearer: int) -> tuple[float, str]:
        """The sort key of a bearer."""
        place = self._places[bearer >> MATCH_BITS]
        return -score(place, MATCHES[bearer & (1 << MATCH_BITS) - 1]), place.id


def _write_labels(paths: dict[str, Path], rows: list[Row], names: marisa_trie.Trie) -> None:
    """The names as shown, one after another; of those that only lack their capitals the number among the names."""
    labels = [
        names[row.name.lower()].to_bytes(VALUE_BYTES, "little") if _is_plain(row) else row.name.encode() for row in rows
    ]
    if max(map(len, labels)) > _LONGEST_LABEL:
        message = f"a name is longer than {_LONGEST_LABEL} bytes: {max(labels, key=len).decode()}"
        raise ValueError(message)
    paths[FILENAMES.labels].write_bytes(b"".join(labels))
    starts = np.cumsum([0, *map(len, labels)])[:-1:BLOCK].astype("<u4")
    np.save(paths[FILENAMES.starts], starts, allow_pickle=False)


def _is_plain(row: Row) -> bool:
    folded = row.name.lower()
    return folded in row.names and folded.title() == row.name


def _write_names(paths: dict[str, Path], rows: list[Row]) -> marisa_trie.Trie:
    """The trie of names, and one value for each in the order of its keys.

    It is the name's bearer, or says where its bearers are listed, best first: three bytes with row number, kind of
    match, and whether it is the last of a list or refers to one.
    """
    if len(rows) >= 1 << ROW_BITS:
        message = f"{len(rows)} rows are too many for {ROW_BITS} bits"
        raise ValueError(message)
    bearers: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for name, match in row.names.items():
            bearers.setdefault(name, []).append(number << MATCH_BITS | match)
    names = marisa_trie.Trie(sorted(bearers), num_tries=8, cache_size=marisa_trie.SMALL_CACHE)
    names.save(str(paths[FILENAMES.names]))
    values, lists = [0] * len(names), []
    scores = _Scores(rows)
    for name, found in sorted(bearers.items()):  # whatever order the names of a row are told in
        found.sort(key=scores.rank)
        if len(found) == 1:
            values[names[name]] = found[0]
            continue
        values[names[name]] = LIST | len(lists)
        lists += [*found[:-1], found[-1] | LAST]
    paths[FILENAMES.bearers].write_bytes(b"".join(value.to_bytes(VALUE_BYTES, "little") for value in values + lists))
    return names
