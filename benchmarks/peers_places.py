"""Place names of annotated corpora by wayproof and by its peers, in one run: quality, speed, start and memory.

    python benchmarks/peers_places.py CORPUS.jsonl... --python PEERS/bin/python --peer spacy:en_core_web_sm

`--python` is that of an environment with the peers (see `peer_places.py`). Each reader is a process of its own that
reads JSONL and writes JSONL. What the peers find is placed at the best known bearer in wayproof's gazetteer, countries
and states included, which costs them no time here. Seconds are of the processor, the start in a column of its own;
megabytes a second are of all corpora together, every text once, so that nothing is remembered from an earlier run.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality_places import Tally, compare
from wayproof.world.gazetteer import open_gazetteer

_LEAST_SECONDS = 0.05
HERE = Path(__file__).parent
OWN = "import sys; from wayproof.cli.app import run; sys.argv = ['wayproof', 'places', '--jsonl', '-']; run()"


@dataclass(frozen=True)
class Run:
    """What one process wrote and took."""

    answers: str
    seconds: float
    peak_mb: float


def run(command: list[str], documents: str) -> Run:
    """Run a reader over documents."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answers:
        given.write(documents.encode())
        given.seek(0)
        process = subprocess.Popen(command, stdin=given, stdout=answers)  # noqa: S603 - the caller's own commands
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            message = f"{command} failed"
            raise SystemExit(message)
        answers.seek(0)
        return Run(answers.read().decode(), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def placed(toponym: dict[str, Any]) -> dict[str, Any]:
    """A span at the best known bearer of its name, if it is not placed already."""
    entries = () if "lat" in toponym else open_gazetteer().lookup(toponym["name"])
    place = entries[0].place if entries else None
    return {"lat": place and place.lat, "lon": place and place.lon, "kind": "place", **toponym}


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="+")
    parser.add_argument("--python", help="the Python of the peers")
    parser.add_argument("--peer", action="append", default=[], help="spacy:MODEL or flashgeotext")
    options = parser.parse_args()
    corpora = {path.stem: path.read_text(encoding="utf-8").strip() for path in options.corpora}
    everything = "\n".join(corpora.values()) + "\n"
    size = sum(len(json.loads(line)["text"].encode()) for line in everything.strip().split("\n"))
    readers = {"wayproof": [sys.executable, "-c", OWN]}
    readers |= {peer: [options.python, str(HERE / "peer_places.py"), peer] for peer in options.peer}
    heads = [f"{name}: exact F1 | end-to-end F1" for name in corpora]
    print(f"| reader | start, s | MB a second | peak, MB | {' | '.join(heads)} |")
    print("| --- " * (4 + 2 * len(corpora)) + "|")
    for name, command in readers.items():
        start = min(run(command, everything.strip().split("\n")[0] + "\n").seconds for _ in range(3))
        whole = min((run(command, everything) for _ in range(2)), key=lambda run: run.seconds)
        answers = {
            row["id"]: [placed(toponym) for toponym in row["toponyms"]]
            for row in map(json.loads, whole.answers.strip().split("\n"))
        }
        figures = []
        for corpus in corpora.values():
            tally, errors = Tally(), Counter[str]()
            for document in map(json.loads, corpus.split("\n")):
                compare(document, answers[document["id"]], tally, errors)
            report = tally.report()
            figures += [f"{report['exact F1']:.3f}", f"{report['end-to-end F1']:.3f}"]
        speed = size / 1e6 / max(whole.seconds - start, _LEAST_SECONDS)
        print(f"| {name} | {start:.2f} | {speed:.2f} | {whole.peak_mb:.0f} | {' | '.join(figures)} |")


if __name__ == "__main__":
    main()
