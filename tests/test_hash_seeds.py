"""The same story gives the same record, whatever order Python keeps its sets in."""

import os
import subprocess
import sys
from pathlib import Path

STORY = (
    "Ines Marin left Tripoli in Libya on 3 March 2008 and was in Rafah on 9 March. On 12 March she was in Gaza, and on "
    "20 March in Amman."
)


COMMAND = [sys.executable, "-c", "from wayproof.cli.app import run; run()"]


def record(seed: str, story: Path) -> str:
    """The JSON of a check in a process of its own."""
    run = subprocess.run(  # noqa: S603 - our own program
        [*COMMAND, "check", str(story), "--published", "2008-04-01", "--json"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    assert run.stdout.startswith("{"), run.stderr
    return run.stdout


def test_a_record_does_not_hang_on_the_order_of_sets(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    first, *others = [record(seed, story) for seed in ("0", "2", "5")]
    assert all(other == first for other in others)
