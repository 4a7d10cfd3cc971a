"""One reader of place names as a filter of JSONL lines, for `peers_places.py`; runs in an environment of its own.

    python benchmarks/peer_places.py spacy:en_core_web_sm < documents.jsonl > answers.jsonl
    python benchmarks/peer_places.py flashgeotext < documents.jsonl > answers.jsonl

It imports nothing of wayproof and places nothing, which these peers leave to their users.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def spacy_spans(model: str) -> Callable[[str], Iterator[tuple[int, int]]]:
    """Countries, settlements, places and buildings as a pipeline labels them."""
    import spacy

    pipeline: Any = spacy.load(model, exclude=["parser", "tagger", "attribute_ruler", "lemmatizer"])

    def spans(text: str) -> Iterator[tuple[int, int]]:
        for entity in pipeline(text).ents:
            if entity.label_ in {"GPE", "LOC", "FAC"}:
                yield entity.start_char, entity.end_char

    return spans


def flashgeotext_spans(_: str) -> Callable[[str], Iterator[tuple[int, int]]]:
    """Cities and countries as flashgeotext finds them."""
    from flashgeotext.geotext import GeoText

    finder: Any = GeoText()

    def spans(text: str) -> Iterator[tuple[int, int]]:
        for group in finder.extract(text).values():
            for found in group.values():
                yield from (tuple(span) for span in found["span_info"])

    return spans


def main() -> None:
    """Read documents, write answers."""
    kind, _, model = sys.argv[1].partition(":")
    spans = {"spacy": spacy_spans, "flashgeotext": flashgeotext_spans}[kind](model)
    for line in sys.stdin:
        document = json.loads(line)
        text = document["text"]
        toponyms = [{"start": start, "end": end, "name": text[start:end]} for start, end in sorted(spans(text))]
        print(json.dumps({"id": document["id"], "toponyms": toponyms}))


if __name__ == "__main__":
    main()
