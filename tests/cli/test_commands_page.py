"""The command reference in docs/ against the commands themselves."""

from pathlib import Path

import pytest
from typer.main import get_command

from wayproof.cli.app import app

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
COMMANDS = get_command(app).commands


def section(name):
    return PAGE.split(f"## `wayproof {name}`")[1].split("\n## ")[0]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_of_a_command_is_described(name):
    for parameter in COMMANDS[name].params:
        for spelling in parameter.opts:
            if spelling.startswith("--"):
                assert f"`{spelling}" in section(name) or f", {spelling}" in section(name)
        assert (getattr(parameter, "help", "") or "") in section(name)


def test_the_page_describes_no_command_that_is_gone():
    described = {line.split("`")[1].split()[1] for line in PAGE.splitlines() if line.startswith("## `wayproof ")}
    assert described == set(COMMANDS)
