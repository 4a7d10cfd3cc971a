"""What the README promises, held against the program."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from wayproof.cli.app import COULD_NOT_RUN, app
from wayproof.cli.options import EXIT_CODES

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line.split("#")[0].strip() for line in re.findall(r"^    (wayproof .*)$", README, re.MULTILINE)]
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKE_TARGETS = re.findall(r"^    make (\w+)", README + CONTRIBUTING, re.MULTILINE)


def test_there_are_examples():
    assert len(COMMANDS) >= 8


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_of_the_readme_is_understood(line):
    _, name, *words = shlex.split(line)
    command = get_command(app).commands[name]
    # Parses the words and stops before anything runs; a wrong option would raise.
    context = command.make_context(name, list(words))
    assert context.command is command


def test_the_exit_codes_are_those_of_the_readme():
    table = dict(re.findall(r"^\| (\d) \| (.*) \|$", README, re.MULTILINE))
    for label, code in EXIT_CODES.items():
        assert label in table[str(code)]
    assert table[str(COULD_NOT_RUN)].startswith("could not run")


@pytest.mark.parametrize("target", sorted(set(MAKE_TARGETS)))
def test_every_make_target_exists(target):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_files_that_the_readme_points_to_exist():
    for path in re.findall(r"\]\((docs/[^)]+)\)", README):
        assert (ROOT / path).is_file(), path


def test_the_python_of_the_readme_runs(tmp_path, monkeypatch, capsys):
    (program,) = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    (tmp_path / "story.txt").write_text((ROOT / "examples" / "lieutenant.txt").read_text(encoding="utf-8"), "utf-8")
    monkeypatch.chdir(tmp_path)
    exec(compile(program, "README.md", "exec"), {})  # noqa: S102 - our own README
    assert capsys.readouterr().out.startswith("possible")
