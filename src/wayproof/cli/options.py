"""What the commands share: reading dates, positions and pairs from the command line, printing, writing files."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from wayproof.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MOST_NAMED = 3
"""So many strange files are named in an error."""
EXIT_CODES = {"possible": 0, "tight": 0, "implausible": 3, "impossible": 4, "unknown": 5}


def day(text: str | None, option: str) -> date | None:
    """The day that an option names (``2023-08-10``); wrong usage when there is no such day."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is no day of the calendar. Give YYYY-MM-DD, for example 2023-08-10."
        raise typer.BadParameter(message, param_hint=option) from None


def moment(text: str | None, option: str) -> tuple[datetime, datetime] | None:
    """The local wall-clock window that an option names: a whole day, or one minute of it.

    ``2023-08-10`` is the day from midnight to midnight, ``2023-08-10T14:00`` the minute. Wrong usage otherwise.
    """
    if text is None:
        return None
    try:
        start = datetime.fromisoformat(text)
    except ValueError:
        start = None
    if start is None or start.tzinfo is not None:
        message = (
            f"{text!r} is no date or local time. Give YYYY-MM-DD or YYYY-MM-DDTHH:MM (by the clocks of the place), "
            "for example 2023-08-10T14:00."
        )
        raise typer.BadParameter(message, param_hint=option)
    if len(text) <= len("2023-08-10"):
        return start, start + timedelta(days=1)
    return start, start + timedelta(minutes=1)


def pairs(texts: Iterable[str], option: str) -> dict[str, str]:
    """``NAME=MEANING`` options as a mapping; wrong usage when one has no equals sign."""
    found = {}
    for text in texts:
        name, equals, meaning = text.partition("=")
        if not equals or not name.strip() or not meaning.strip():
            message = f'{text!r} has no NAME=MEANING. Give for example "Tripoli=Tripoli, Lebanon".'
            raise typer.BadParameter(message, param_hint=option)
        found[name.strip()] = meaning.strip()
    return found


def words(text: str | None) -> tuple[str, ...]:
    """A comma-separated option as a tuple; () when it is not given."""
    return tuple(word.strip() for word in (text or "").split(",") if word.strip())


def print_json(value: Mapping[str, Any] | list[Any]) -> None:
    """Print a value as JSON with two spaces of indent, in UTF-8."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def write_text(path: Path, text: str) -> None:
    """Write a whole file or nothing: a file beside it takes the text and then its name.

    Raises
    ------
    OutputError
        The folder is missing or cannot be written; whatever stood at `path` is untouched.
    """
    scratch = None
    try:
        if path.is_dir():
            raise IsADirectoryError(21, "Is a directory", str(path))
        handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        # mkstemp makes files for the owner's eyes only; a map is meant to be read.
        Path(scratch).chmod(0o644)
        Path(scratch).replace(path)
    except OSError as error:
        if scratch is not None:
            with suppress(OSError):
                Path(scratch).unlink()
        message = f"{path} cannot be written ({error.strerror}). Give a file in a folder that exists and is writable."
        raise OutputError(message) from None


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a whole folder of files or nothing: a folder beside it takes the files and then its name.

    A folder that holds nothing but files of these names is replaced.

    Raises
    ------
    OutputError
        The folder holds something else or cannot be written; whatever stood there is untouched.
    """
    scratch = None
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - a name in the parent folder is needed, links are kept
    strange = _strangers(folder, files)
    if strange:
        message = (
            f"{folder} holds other files ({', '.join(strange[:MOST_NAMED])}). "
            "Give a folder that is empty, that does not exist, or that an earlier --embed made."
        )
        raise OutputError(message)
    try:
        scratch = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
        for name, content in files.items():
            (scratch / name).write_bytes(content)
            (scratch / name).chmod(0o644)
        scratch.chmod(0o755)
        _swap(scratch, folder)
    except OSError as error:
        message = (
            f"{folder} cannot be written ({error.strerror}). Give a folder inside one that exists and is writable."
        )
        raise OutputError(message) from None
    finally:
        if scratch is not None:
            shutil.rmtree(scratch, ignore_errors=True)


def _strangers(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """What stands in a folder, or in its place, beside files of the given names."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return [f"{folder.name} itself, which is no folder"]
    if not folder.exists():
        return []
    return sorted(one.name for one in folder.iterdir() if one.name not in files or not one.is_file())


def _swap(scratch: Path, folder: Path) -> None:
    """Put a finished folder in the place of another, which comes back if that fails."""
    if not folder.exists():
        scratch.rename(folder)
        return
    old = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    folder.rename(old / folder.name)
    try:
        scratch.rename(folder)
    except OSError:
        (old / folder.name).rename(folder)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def modes(text: str | None, option: str) -> tuple[str, ...]:
    """A comma-separated list of ways to travel; wrong usage when one is not known."""
    from wayproof.story.itineraries.itinerary import MODES

    asked = words(text)
    strange = [mode for mode in asked if mode not in MODES]
    if strange:
        message = f"{', '.join(strange)!r} is no way to travel that wayproof knows. Known are: {', '.join(MODES)}."
        raise typer.BadParameter(message, param_hint=option)
    return asked


def two_different(codes: Sequence[str], text: str, option: str) -> tuple[str, str]:
    """Two country codes as a pair; wrong usage unless there are two and they differ."""
    if len(codes) != len({"one side", "the other"}) or codes[0] == codes[1]:
        message = f"{text!r} is not a border. Give two different countries, for example {option} RU,LT."
        raise typer.BadParameter(message, param_hint=option)
    return codes[0], codes[1]


def one_map(stories: Sequence[str], **outputs: Path | None) -> None:
    """Refuse a map of several sources: each story has a map of its own."""
    for name, output in outputs.items():
        if output is not None and len(stories) > 1:
            option = f"--{name}"
            message = f"a map shows one story. Leave {option} out, or give one story."
            raise typer.BadParameter(message, param_hint=option)


def review_by(
    stories: Sequence[str], review: Path | None, author: str | None, url: str | None
) -> tuple[str, str] | None:
    """Who publishes a ClaimReview, and where; None when none is asked for, wrong usage when something is missing."""
    given = {"--author": author, "--url": web_address(url, "--url")}
    if review is None:
        for option, value in given.items():
            if value is not None:
                message = f"{option} belongs to a ClaimReview. Give --claim-review FILE too, or leave {option} out."
                raise typer.BadParameter(message, param_hint=option)
        return None
    if len(stories) > 1:
        message = "a ClaimReview speaks of one story. Leave --claim-review out, or give one story."
        raise typer.BadParameter(message, param_hint="--claim-review")
    missing = [option for option, value in given.items() if not (value or "").strip()]
    if missing:
        message = (
            f"a ClaimReview needs {' and '.join(missing)}: it says who publishes the review and where. "
            'Give for example --author "The Daily Check" --url https://example.org/checks/lieutenant.'
        )
        raise typer.BadParameter(message, param_hint="--claim-review")
    return str(author), str(url)


def web_address(text: str | None, option: str) -> str | None:
    """An address of the web; wrong usage for anything else."""
    if text is None or (text.startswith(("https://", "http://")) and text.isascii() and not set(text) & set(" \"'<>")):
        return text
    message = f"{text!r} is no web address. Give for example https://example.org/maps/lieutenant/."
    raise typer.BadParameter(message, param_hint=option)
