"""How well place names are found and placed, measured on an annotated corpus.

    python benchmarks/quality_places.py CORPUS.jsonl [--predictions OUT.jsonl] [--errors N]

A corpus line is ``{"id", "text", "date"?, "toponyms": [{"start", "end", "lat", "lon", "cls"?}]}`` with offsets into the
text. No corpus is shipped with wayproof. A prediction counts as placed when it overlaps a gold span and lies within
161 km (100 miles) of it, the usual measure of the literature; gold without a position counts by its span alone.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wayproof.story.geoparsing.mentions import find_mentions
from wayproof.story.geoparsing.toponyms import resolve
from wayproof.story.text.document import Story
from wayproof.world.gazetteer import open_gazetteer
from wayproof.world.geodesy import distance_km

NEAR_KM = 161.0
IGNORED = {"Demonym", "Language", "Homonym"}

Span = dict[str, Any]


@dataclass
class Tally:
    """Counts over a corpus."""

    gold: int = 0
    predicted: int = 0
    exact: int = 0
    found: int = 0
    near: int = 0

    def report(self) -> dict[str, float]:
        """Precision, recall and F1 of recognition, and F1 end to end."""
        return {
            "gold": self.gold,
            "predicted": self.predicted,
            "exact precision": _share(self.exact, self.predicted),
            "exact recall": _share(self.exact, self.gold),
            "exact F1": _share(2 * self.exact, self.gold + self.predicted),
            "overlap F1": _share(2 * self.found, self.gold + self.predicted),
            "end-to-end F1": _share(2 * self.near, self.gold + self.predicted),
            "near, of found": _share(self.near, self.found),
        }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def predict(document: Span, gazetteer: Any) -> list[Span]:  # noqa: ANN401 - any gazetteer
    """Spans with positions for one document; streets, rivers and parks that are not in the gazetteer without one."""
    story = Story(document["text"], title=document.get("title"))
    mentions, unknown = find_mentions(story, gazetteer)
    toponyms, _ = resolve(mentions, story, gazetteer)
    spans = [
        {
            "start": t.mention.start,
            "end": t.mention.end,
            "name": t.mention.text,
            "lat": t.place.lat if t.place else None,
            "lon": t.place.lon if t.place else None,
            "kind": t.mention.kind.value,
            "place": t.place.id if t.place else None,
            "reason": t.reason,
        }
        for t in toponyms
    ]
    streets = [
        {"start": u.start, "end": u.end, "name": u.text, "lat": None, "lon": None, "kind": "unlisted"}
        for u in unknown
        if u.is_named_spot
    ]
    return sorted([*spans, *streets], key=lambda span: span["start"])


def compare(document: Span, predicted: list[Span], tally: Tally, errors: Counter[str]) -> None:
    """Count one document."""
    ignored = [t for t in document["toponyms"] if t.get("cls") in IGNORED]
    gold = [t for t in document["toponyms"] if t.get("cls") not in IGNORED]
    predicted = [p for p in predicted if not any(p["start"] < t["end"] and t["start"] < p["end"] for t in ignored)]
    tally.gold += len(gold)
    tally.predicted += len(predicted)
    free = list(predicted)
    for t in gold:
        same = [p for p in free if (p["start"], p["end"]) == (t["start"], t["end"])]
        over = same or [p for p in free if p["start"] < t["end"] and t["start"] < p["end"]]
        around = document["text"][max(0, t["start"] - 40) : t["end"] + 30].replace("\n", " | ")
        if not over:
            errors[f"missed   {t['name']!r} ({t.get('fcode')}): {around}"] += 1
            continue
        p = over[0]
        free.remove(p)
        tally.found += 1
        tally.exact += bool(same)
        if _placed(t, p):
            tally.near += 1
        else:
            told = f"{t['name']!r} {t.get('fcode')} {t.get('gaz_name')}, {t.get('country')}"
            errors[f"misplaced {told} -> {p.get('place')} ({p.get('reason')})"] += 1
        if not same:
            errors[f"bounds   {t['name']!r} -> {p['name']!r}"] += 1
    for p in free:
        around = document["text"][max(0, p["start"] - 40) : p["end"] + 30].replace("\n", " | ")
        errors[f"spurious {p['name']!r} ({p['kind']}): {around}"] += 1


def _placed(gold: Span, predicted: Span) -> bool:
    """Whether a prediction lies where the gold does; gold without a position is content with its span."""
    if gold["lat"] is None:
        return True
    if predicted["lat"] is None:
        return False
    return distance_km(gold["lat"], gold["lon"], predicted["lat"], predicted["lon"]) <= NEAR_KM


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--predictions", type=Path, help="write the predictions here, one document a line")
    parser.add_argument("--errors", type=int, default=0, help="show so many errors of each sort")
    options = parser.parse_args()
    documents = [json.loads(line) for line in options.corpus.read_text(encoding="utf-8").split("\n") if line.strip()]
    gazetteer = open_gazetteer()
    tally, errors = Tally(), Counter[str]()
    started = time.perf_counter()
    predictions = [predict(document, gazetteer) for document in documents]
    seconds = time.perf_counter() - started
    for document, predicted in zip(documents, predictions, strict=True):
        compare(document, predicted, tally, errors)
    for name, value in tally.report().items():
        print(f"{name}: {value}")
    size = sum(len(document["text"].encode()) for document in documents)
    print(f"speed: {size / seconds / 1e6:.2f} MB of text a second")
    if options.predictions:
        lines = (
            json.dumps({"id": d["id"], "toponyms": p}, ensure_ascii=False)
            for d, p in zip(documents, predictions, strict=True)
        )
        options.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for sort in ("missed", "spurious", "misplaced", "bounds"):
        shown = [(text, count) for text, count in errors.most_common() if text.startswith(sort)]
        if options.errors:
            print(f"\n{sort}: {sum(count for _, count in shown)}")
        for text, count in shown[: options.errors]:
            print(f"  {count} x {text}")


if __name__ == "__main__":
    main()
