"""The ``wayproof`` command: its sub-commands and how every one of them ends.

Exit codes: 0 possible or tight, 3 implausible, 4 impossible, 5 unknown; 1 could not run, 2 wrong usage.
"""

from __future__ import annotations

import gc
import os
import re
import sys

import typer

from wayproof import __version__
from wayproof.cli import check, data, lookup, travel
from wayproof.errors import WayproofError

COULD_NOT_RUN = 1

FEW_COLLECTIONS = 500_000
"""New objects between two searches for garbage; Python's own number is 700, and the names of a corpus make 200,000."""

SOUTHERN_POSITION = re.compile(r"-\d+(\.\d+)?\s*[,;].*")
"""A position such as -33.45,-70.65, which a parser of options takes for one."""

app = typer.Typer(
    name="wayproof",
    help="Could they have travelled this? A geographic plausibility checker for stories.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("check")(check.check)
app.command("travel")(travel.travel)
app.command("places")(check.places)
app.command("extract")(check.extract)
app.command("locate")(lookup.locate)
app.command("border")(lookup.border)
app.command("crossings")(lookup.crossings)
app.command("data")(data.data)


def _version(*, asked: bool) -> None:
    if asked:
        typer.echo(f"wayproof {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),  # noqa: FBT003 - typer's way to say a flag's default
) -> None:
    """Could they have travelled this? A geographic plausibility checker for stories."""


def main() -> None:
    """Run the command line; what the user can act on is said in one line, without a traceback."""
    # A command makes many small values and few cycles: looking for garbage less often saves a tenth of its time.
    gc.set_threshold(FEW_COLLECTIONS)
    # Nothing here multiplies matrices; the threads that numpy keeps for that spin on a core for a tenth of a second.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        # A leading blank keeps a southern latitude from being read as an option; the readers of positions ignore it.
        app([f" {word}" if SOUTHERN_POSITION.fullmatch(word) else word for word in sys.argv[1:]])
    except WayproofError as error:
        typer.echo(f"wayproof: {error}", err=True)
        sys.exit(COULD_NOT_RUN)
    except BrokenPipeError:
        # The reader of a pipe (head, less) has seen enough; Python would complain once more at shutdown.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(COULD_NOT_RUN)


def run() -> None:
    """The installed command: ``main``, and then a quick end.

    Python would spend a fifth of a second on freeing every object of a process that is over; all files are closed by
    then, so only what waits in the standard streams has to go out.
    """
    code: object = 0
    try:
        main()
    except SystemExit as stop:
        code = stop.code
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = COULD_NOT_RUN
    os._exit(code if isinstance(code, int) else COULD_NOT_RUN if code else 0)
