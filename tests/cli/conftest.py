"""Runs the command as a user does, in this process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from wayproof.cli.app import main

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Run:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What was printed, read as JSON."""
        return json.loads(self.out)


@pytest.fixture
def wayproof(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """Run ``wayproof`` with the words given and return exit code, output and errors."""
    monkeypatch.setenv("COLUMNS", "200")

    def run(*words: object) -> Run:
        monkeypatch.setattr("sys.argv", ["wayproof", *map(str, words)])
        with pytest.raises(SystemExit) as stop:
            main()
        said = capsys.readouterr()
        return Run(int(stop.value.code or 0), said.out, said.err)

    return run
