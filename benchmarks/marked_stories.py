"""Short reports whose place names are marked in the text as stops of the traveller or not (stories/marked.jsonl).

[[Riga]]   the traveller was there, by what the text states
{{Riga}}   the name of another place: a plan, somebody else's town, a capital for its government
<<Paris>>  looks like a place and is none
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from wayproof.story.text.document import Story

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKED: Final = Path(__file__).parent / "stories/marked.jsonl"
_MARK: Final = re.compile(r"\[\[(?P<stop>.+?)\]\]|\{\{(?P<other>.+?)\}\}|<<(?P<none>.+?)>>")


@dataclass(frozen=True)
class MarkedStory:
    """A report without its marks.

    Attributes
    ----------
    author, number
        The set that it belongs to, all of one author, and its own name.
    story
        Title, text and day of publication.
    names
        Start and end of each marked name in the text, and whether it is a stop.
    stops
        Latitude and longitude of the stops, each once; those that the text leaves open are missing.
    """

    author: str
    number: str
    story: Story
    names: tuple[tuple[int, int, bool], ...]
    stops: tuple[tuple[float, float], ...]


def marked_stories(path: Path = MARKED) -> Iterator[MarkedStory]:
    """The reports of a file in order."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        yield _read(record)


def _read(record: dict[str, Any]) -> MarkedStory:
    pieces: list[str] = []
    names: list[tuple[int, int, bool]] = []
    at = length = 0
    for match in _MARK.finditer(record["text"]):
        name = match[match.lastgroup or 0]
        pieces += [record["text"][at : match.start()], name]
        length += match.start() - at
        names.append((length, length + len(name), match.lastgroup == "stop"))
        length += len(name)
        at = match.end()
    text = "".join((*pieces, record["text"][at:]))
    story = Story(text, title=record["title"], published=date.fromisoformat(record["published"]))
    stops = tuple((where[0], where[1]) for where in record["where"].values() if where is not None)
    return MarkedStory(record["set"], record["id"], story, tuple(names), stops)
