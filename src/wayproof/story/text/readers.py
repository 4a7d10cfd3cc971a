"""The text of a file: its format, its encoding, and the readable part of it."""

from __future__ import annotations

import codecs
import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from wayproof.errors import InputError
from wayproof.story.text.document_files import PDF_MARK, ZIP_MARK, pdf_text, word_text

if TYPE_CHECKING:
    from datetime import date

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
_SOFT_HYPHEN = "\u00ad"
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{1,40})", re.IGNORECASE
)
_DECLARED_WITHIN = 2048
_ASCII = 127
_SAMPLE = 20_000
_MOST_ACCENTS = 0.2  # of the bytes of a text in Latin letters are beyond ASCII
_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class FoundText:
    """The text of a source, the title and the day of publication it gives itself (or None), and the name to show."""

    text: str
    title: str | None
    name: str
    published: date | None = None


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
    found = _found(raw, name)
    if not found.text.strip():
        message = f"{name} holds no text: give a story of at least one sentence."
        raise InputError(message)
    # hyphens for the ends of lines stand in files by the hundred and are seen by nobody
    return replace(found, text=found.text.replace(_SOFT_HYPHEN, ""))


def _found(raw: bytes, name: str) -> FoundText:
    """The text of a source by its format."""
    if raw.startswith(PDF_MARK):
        return FoundText(pdf_text(raw, name), None, name)
    if raw.startswith(ZIP_MARK):
        return FoundText(word_text(raw, name), None, name)
    text = decode(raw, name)
    suffix = Path(name).suffix.lower()
    if suffix in {".html", ".htm", ".xhtml"} or (suffix not in {".md", ".txt"} and _HTML.match(text)):
        from wayproof.story.text.page_text import page_text

        page = page_text(text)
        return FoundText(page.text, page.title, name, page.published)
    if suffix in {".md", ".markdown"}:
        text = markdown_text(text)
    return FoundText(text, None, name)


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
    """Text from bytes: by byte order mark, else as a page declares it, else UTF-8, UTF-16 without a mark, or a guess.

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
        except (UnicodeDecodeError, LookupError):
            continue
        if "\x00" in text or len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
            break
        return text
    message = f"{name} is not a text file: give plain text, Markdown, HTML, PDF, Word or an itinerary in YAML."
    raise InputError(message)


def _guesses(raw: bytes) -> list[str]:
    """Encodings to try, in order, for bytes without a mark."""
    even, odd = raw[0::2].count(0), raw[1::2].count(0)
    third = len(raw) // 6
    if odd > third and even == 0:
        return ["utf-16-le"]
    if even > third and odd == 0:
        return ["utf-16-be"]
    declared = _DECLARED.search(raw[:_DECLARED_WITHIN])
    # pages in UTF-8 that declare something else are common; the other way round is not to be mistaken
    return ["utf-8", *([declared[1].decode("ascii")] if declared else []), *_of_other_script(raw), "cp1252"]


def _of_other_script(raw: bytes) -> list[str]:
    """The likeliest encoding of a text most of whose letters are beyond ASCII; none for accents here and there."""
    sample = raw[:_SAMPLE]
    if sum(byte > _ASCII for byte in sample) < _MOST_ACCENTS * len(sample):
        return []
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return [best.encoding] if best else []


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
