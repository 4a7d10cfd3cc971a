"""The installed command as a process of its own: exit codes and streams survive its quick end."""

import json
import os
import subprocess
import sys

COMMAND = [sys.executable, "-c", "from wayproof.cli.app import run; run()"]


def start(*words, **options):
    return subprocess.run([*COMMAND, *words], capture_output=True, text=True, timeout=60, check=False, **options)  # noqa: S603 - our own command


def test_output_into_a_pipe_is_whole():
    done = start("locate", "Springfield", "--json")
    assert done.returncode == 0
    assert len(json.loads(done.stdout)) > 10


def test_errors_keep_their_exit_codes():
    assert start("locate", "Xqzzwyl").returncode == 1
    assert start("nosuch").returncode == 2
    assert start("--version").returncode == 0
    assert "Traceback" not in start("check", "nowhere.txt").stderr


def test_a_reader_that_leaves_early_is_no_error_message():
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as closed:
        done = subprocess.run(  # noqa: S603 - our own command
            [*COMMAND, "crossings", "--between", "LT,BY"],
            stdout=closed,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == ""
