"""The text of a file: decoding, and the readable part of HTML and Markdown."""

from __future__ import annotations

import codecs
import re
import sys
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from wayproof.errors import InputError

LARGEST_BYTES = 5_000_000
"""A story is an article; what is larger is taken for a mistake."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# C0 controls that plain text uses: tab, line feeds, form feed, carriage return, escape-less backspace is not one.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROLS = 0.005
_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class FoundText:
    """The text of a source, the title it gives itself (or None) and the name to show for it."""

    text: str
    title: str | None
    name: str


def read_text(path: str | Path) -> FoundText:
    """The readable text of a file, or of standard input for "-".

    Raises
    ------
    InputError
        If the source is missing, a directory, empty, binary, undecodable or larger than `LARGEST_BYTES`.
    """
    name, raw = _raw(path)
    if len(raw) > LARGEST_BYTES:
        message = (
            f"{name} is larger than {LARGEST_BYTES // 1_000_000} MB, which no story is: "
            "give the article alone, or use `wayproof places --jsonl` for many texts."
        )
        raise InputError(message)
    text = decode(raw, name)
    suffix = Path(name).suffix.lower()
    title = None
    if suffix in {".html", ".htm", ".xhtml"} or (suffix not in {".md", ".txt"} and _HTML.match(text)):
        text, title = html_text(text)
    elif suffix in {".md", ".markdown"}:
        text = markdown_text(text)
    if not text.strip():
        message = f"{name} holds no text: give a story of at least one sentence."
        raise InputError(message)
    return FoundText(text, title, name)


def _raw(path: str | Path) -> tuple[str, bytes]:
    """Name and bytes of the source, read no further than one byte past the limit."""
    if str(path) == "-":
        return "standard input", sys.stdin.buffer.read(LARGEST_BYTES + 1)
    file = Path(path)
    try:
        with file.open("rb") as source:
            return file.name, source.read(LARGEST_BYTES + 1)
    except IsADirectoryError:
        message = f"{file} is a directory: give one file of it."
    except FileNotFoundError:
        message = f"There is no file {file}: check the path, or use - to read standard input."
    except PermissionError:
        message = f"{file} may not be read: check its permissions."
    except (OSError, ValueError) as error:
        message = f"{file} cannot be read ({error}): check the path."
    raise InputError(message) from None


def decode(raw: bytes, name: str) -> str:
    """Text from bytes: by byte order mark, else UTF-8, else UTF-16 without a mark, else Windows-1252.

    Raises
    ------
    InputError
        If the bytes are none or are no text.
    """
    if not raw.strip():
        message = f"{name} is empty: give a story of at least one sentence."
        raise InputError(message)
    encodings = [encoding for mark, encoding in _MARKS if raw.startswith(mark)][:1] or _guesses(raw)
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text or len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
            break
        return text
    message = f"{name} is not a text file: give plain text, Markdown or HTML (UTF-8), or an itinerary in YAML."
    raise InputError(message)


def _guesses(raw: bytes) -> list[str]:
    """Encodings to try, in order, for bytes without a mark."""
    even, odd = raw[0::2].count(0), raw[1::2].count(0)
    third = len(raw) // 6
    if odd > third and even == 0:
        return ["utf-16-le"]
    if even > third and odd == 0:
        return ["utf-16-be"]
    return ["utf-8", "cp1252"]


_MD_RULES = (
    (re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE), r"\1"),
    (re.compile(r"^[ \t]{0,3}>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)([^\n]*?\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]*?\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]*?\S)_(?![\w_])"), r"\1"),
    (re.compile(r"`([^`\n]*)`"), r"\1"),
)
_MD_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_MD_OWN_LINE = re.compile(r"\s*(?:#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s|>|\||```|~~~|(?:[-*_=]\s*){3,}$|$)")


def markdown_text(text: str) -> str:
    """Markdown as plain text: marks and link targets go, soft-wrapped lines become one paragraph."""
    lines: list[str] = []
    joinable = False
    for line in _MD_FRONT_MATTER.sub("", text.replace("\r\n", "\n")).split("\n"):
        own = bool(_MD_OWN_LINE.match(line))
        if line.lstrip().startswith(("```", "~~~")):
            joinable = False
        elif joinable and not own:
            lines[-1] = f"{lines[-1].rstrip()} {line.lstrip()}"
        else:
            lines.append(line)
            joinable = bool(line.strip()) and not line.lstrip().startswith(("#", "|"))
    plain = "\n".join(lines)
    for pattern, replacement in _MD_RULES:
        plain = pattern.sub(replacement, plain)
    return plain


# Elements that hold no prose of the story.
_DROPPED = frozenset(
    {
        "script",
        "style",
        "nav",
        "footer",
        "noscript",
        "template",
        "svg",
        "button",
        "form",
        "select",
        "iframe",
        "object",
        "aside",
        "head",
        "menu",
        "dialog",
    }
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
_BLOCKS = frozenset(
    {
        "address",
        "article",
        "blockquote",
        "br",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    }
)


class _Prose(HTMLParser):
    """Collects the prose of a page block by block; an <article> or <main>, if there is one, is the story."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.inner: list[str] = []
        self.title: list[str] = []
        self._pieces: list[str] = []
        self._open: list[str] = []
        self._story_depth = 0
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        hidden = any(key == "hidden" or (key == "aria-hidden" and value == "true") for key, value in attrs)
        self._in_title = tag == "title" and not self.title
        if tag in _BLOCKS or tag in _DROPPED:
            self._flush()
        if tag in {"article", "main"}:
            self._story_depth += 1
        dropped = tag not in _VOID and (tag in _DROPPED or hidden)
        # inside a dropped element only its own tag is counted, so that its end is found
        if dropped or (self._open and tag == self._open[-1]):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False
        if tag in _BLOCKS or tag in _DROPPED:
            self._flush()
        if tag in {"article", "main"}:
            self._story_depth = max(0, self._story_depth - 1)
        if self._open and tag == self._open[-1]:
            self._open.pop()
        elif tag == "body":
            self._open.clear()

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title.append(data)
        elif not self._open:
            self._pieces.append(data)

    def close(self) -> None:
        super().close()
        self._flush()

    def _flush(self) -> None:
        block = " ".join("".join(self._pieces).split())
        self._pieces.clear()
        if block:
            self.blocks.append(block)
            if self._story_depth:
                self.inner.append(block)


def html_text(page: str) -> tuple[str, str | None]:
    """The prose of an HTML page, one block a line, and the page's title (None if it has none)."""
    parser = _Prose()
    parser.feed(page)
    parser.close()
    title = " ".join("".join(parser.title).split())
    return "\n".join(parser.inner or parser.blocks), title or None
