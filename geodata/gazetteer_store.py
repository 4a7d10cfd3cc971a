"""Writes the gazetteer's files: two tries, one record array, one string of labels, one JSON of small vocabularies."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import marisa_trie
import numpy as np

from manifest import DATA, replacing
from wayproof.world.gazetteer_store import COLUMNS, ENTRY, FILENAMES, MATCH_BITS

if TYPE_CHECKING:
    from pathlib import Path

    from gazetteer_rows import Row

FILES = {
    FILENAMES.names: "Gazetteer: names",
    FILENAMES.identifiers: "Gazetteer: identifiers",
    FILENAMES.columns: "Gazetteer: positions and sizes",
    FILENAMES.labels: "Gazetteer: names as shown",
    FILENAMES.vocabulary: "Gazetteer: kinds, countries, sources, demonyms",
}


def write_store(
    cities: list[Row], others: list[Row], identifiers: marisa_trie.Trie, demonyms: dict[str, list[str]]
) -> None:
    """Write all files of the gazetteer; cities first, the others in the order of the trie of their identifiers."""
    with replacing(*(DATA / filename for filename in FILES)) as drafts:
        _write(dict(zip(FILES, drafts, strict=True)), cities, others, identifiers, demonyms)


def _write(
    paths: dict[str, Path],
    cities: list[Row],
    others: list[Row],
    identifiers: marisa_trie.Trie,
    demonyms: dict[str, list[str]],
) -> None:
    rows = [*cities, *others]
    vocabulary = {
        "kinds": sorted({row.kind for row in rows}),
        "countries": sorted({row.country or "" for row in rows}),
        "sources": sorted({row.source for row in rows}),
        "features": sorted({row.feature for row in rows}),
        "valid_to": {row.id: row.valid_to for row in others if row.valid_to},
        "cities": len(cities),
        "demonyms": demonyms,
    }
    text = json.dumps(vocabulary, ensure_ascii=False, separators=(",", ":"))
    paths[FILENAMES.vocabulary].write_text(text + "\n", encoding="utf-8")
    numbers = {key: {word: number for number, word in enumerate(vocabulary[key])} for key in
               ("kinds", "countries", "sources", "features")}  # fmt: skip
    labels = [row.name.encode() for row in rows]
    ends = np.cumsum([len(label) for label in labels])
    paths[FILENAMES.labels].write_bytes(b"".join(labels))

    columns = np.zeros(len(rows), dtype=COLUMNS)
    columns["lat"] = [round(row.lat * 1e5) for row in rows]
    columns["lon"] = [round(row.lon * 1e5) for row in rows]
    columns["population"] = [row.population for row in rows]
    columns["extent_km"] = [row.extent_km for row in rows]
    columns["label_end"] = ends
    columns["geonames"] = [
        int(row.id.partition(":")[2]) if number < len(cities) else 0 for number, row in enumerate(rows)
    ]
    columns["admin1"] = [row.admin1 - len(cities) if row.admin1 >= 0 else -1 for row in rows]
    columns["kind"] = [numbers["kinds"][row.kind] for row in rows]
    columns["country"] = [numbers["countries"][row.country or ""] for row in rows]
    columns["source"] = [numbers["sources"][row.source] for row in rows]
    columns["feature"] = [numbers["features"][row.feature] for row in rows]
    np.save(paths[FILENAMES.columns], columns, allow_pickle=False)

    identifiers.save(str(paths[FILENAMES.identifiers]))
    names = [
        (name, (number << MATCH_BITS | match,)) for number, row in enumerate(rows) for name, match in row.names.items()
    ]
    names.sort()
    marisa_trie.RecordTrie(ENTRY, names).save(str(paths[FILENAMES.names]))
