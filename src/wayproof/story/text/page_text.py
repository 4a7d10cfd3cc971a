"""The story on a web page: its main text without menus, adverts, links to other stories and comments.

The only door to trafilatura, which finds the main text, and to lxml beneath it; opened when a page is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

_SHORT = 250  # characters
_OTHER = frozenset(
    {"script", "style", "nav", "footer", "noscript", "template", "svg", "button", "form", "aside", "head"}
)
_BLOCKS = frozenset(
    {"address", "article", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2",
     "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page tells.

    Parameters
    ----------
    text
        The main text, one block a line; empty if there is none.
    title
        The headline; None if the page names none.
    published
        The day that the page's markup gives as that of publication; None if it gives none.
    """

    text: str
    title: str | None
    published: date | None


def page_text(page: str) -> PageText:
    """The main text of an HTML page; the whole text of one that has no main text, such as a bare list."""
    from trafilatura import bare_extraction

    found: Any = bare_extraction(
        page,
        favor_precision=True,
        include_comments=False,
        with_metadata=True,
        # only what the markup says outright: a day guessed from a page's address or foot would move the whole story
        date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
    )
    text = "\n".join(_unmarked(line) for line in (found.text or "").splitlines()) if found else ""
    title = " ".join((found.title or "").split()) if found else ""
    if len(text) < _SHORT:
        # a line of a menu is no main text: that of a list or a table was not seen
        whole = _whole_text(page)
        text = whole if len(whole) > 2 * len(text) else text
    return PageText(text, title or None, _day(found.date) if found else None)


def _unmarked(line: str) -> str:
    """A line without the marks that trafilatura gives to rows of tables and to items of lists."""
    if line.startswith("| "):
        return "\t".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    return line.removeprefix("- ").strip()


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


def _whole_text(page: str) -> str:
    """All text of a page but scripts, menus and the like, one block a line."""
    from lxml.etree import iterwalk
    from trafilatura import load_html

    tree = load_html(page)
    if tree is None:
        return ""
    pieces: list[str] = []
    inside = 0  # elements that hold no prose
    for event, element in iterwalk(tree, events=("start", "end")):
        tag, begins = element.tag, event == "start"
        if tag in _BLOCKS:
            pieces.append("\n")
        if tag in _OTHER or not isinstance(tag, str):
            inside += 1 if begins else -1
        written = element.text if begins else element.tail
        if written and not inside:
            pieces.append(" ".join(f".{written}.".split())[1:-1])
    lines = ("".join(pieces)).split("\n")
    return "\n".join(stripped for line in lines if (stripped := line.strip()))
