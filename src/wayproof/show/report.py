"""The report on a story, for a terminal and as Markdown; both are made from the same sections."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wayproof.show.sections import Lines, Table, sections

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import Console
    from rich.table import Table as RichTable

CAUTION = "Possible means that travel does not refute the story, not that it is true."
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~$!()])")
LIST_START = re.compile(r"^(\d+)([.)])|^([-+=])")


def print_report(record: Mapping[str, Any], console: Console | None = None) -> None:
    """Print the report on a terminal; readable at 80 columns, and no meaning is carried by colour alone.

    Parameters
    ----------
    record
        ``Assessment.to_dict()``.
    console
        Where to print; standard output when None.
    """
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    out = console or Console()
    for number, section in enumerate(sections(record)):
        if number:
            out.print()
        out.print(Text(section.title, style="bold"))
        for block in section.blocks:
            if isinstance(block, Table):
                out.print(Padding(_rich_table(block), (0, 0, 0, 2)))
            elif block.bullets:
                for text in block.texts:
                    out.print(_bullet(text))
            else:
                for text in block.texts:
                    out.print(Padding(Text(text), (0, 0, 0, 2)))
    out.print()
    out.print(Text(CAUTION, style="dim"))


def _bullet(text: str) -> RichTable:
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid.grid(padding=(0, 1))
    grid.add_column(width=3, justify="right")
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row("-", Text(text))
    return grid


def _rich_table(table: Table) -> RichTable:
    from rich import box
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0))
    for head in table.heads:
        flush = head in table.right
        grid.add_column(head, justify="right" if flush else "left", overflow="fold", no_wrap=False)
    for row in table.rows:
        grid.add_row(*(Text(cell) for cell in row))
    return grid


def markdown_report(record: Mapping[str, Any]) -> str:
    """The report as Markdown (CommonMark with tables); text of the story is escaped."""
    parts: list[str] = []
    for number, section in enumerate(sections(record)):
        parts.append(f"{'#' if number == 0 else '##'} {markdown_text(section.title)}")
        parts += [_markdown_block(block) for block in section.blocks]
    parts.append(f"*{CAUTION}*")
    return "\n\n".join(parts) + "\n"


def _markdown_block(block: Lines | Table) -> str:
    if isinstance(block, Lines):
        texts = [markdown_text(text) for text in block.texts]
        return "\n".join(f"- {text}" for text in texts) if block.bullets else "\n\n".join(texts)
    rules = ["---:" if head in block.right else "---" for head in block.heads]
    rows = [block.heads, tuple(rules), *block.rows]
    lines = [
        " | ".join(row if i == 1 else tuple(markdown_text(cell) or " " for cell in row)) for i, row in enumerate(rows)
    ]
    return "\n".join(f"| {line} |" for line in lines)


def markdown_text(text: str) -> str:
    """Text as Markdown that reads as written: nothing in it becomes markup, a list, a link or HTML."""
    escaped = MARKDOWN.sub(r"\\\1", text.replace("&", "&amp;"))
    escaped = escaped.replace("\\<", "&lt;").replace("\\>", "&gt;")
    return LIST_START.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", escaped)
