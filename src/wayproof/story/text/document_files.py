"""The text of PDF files and of Word documents.

The only door to pypdf, an optional extra.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

from wayproof.errors import InputError, WayproofError

PDF_MARK = b"%PDF-"
ZIP_MARK = b"PK\x03\x04"
_WORD_TEXT = "word/document.xml"
_LARGEST_XML = 50_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def pdf_text(raw: bytes, name: str) -> str:
    """The text of a PDF file, page after page.

    Raises
    ------
    WayproofError
        If the extra is not installed.
    InputError
        If the file is damaged, locked, or holds pictures of text only.
    """
    try:
        from pypdf import PdfReader
    except ImportError:
        message = f"{name} is a PDF file, which needs an extra: pip install 'wayproof[pdf]', or give its text."
        raise WayproofError(message) from None
    try:
        pages = [page.extract_text() for page in PdfReader(BytesIO(raw)).pages]
    except Exception as error:  # noqa: BLE001 - a damaged file can fail in any way
        message = f"{name} cannot be read as PDF ({error}): give its text as a .txt file."
        raise InputError(message) from None
    text = "\n".join(pages)
    if not text.strip():
        message = f"{name} holds no text, perhaps only pictures of pages: give its text as a .txt file."
        raise InputError(message)
    return text


def word_text(raw: bytes, name: str) -> str:
    """The text of a Word document (.docx), one paragraph a line.

    Raises
    ------
    InputError
        If it is no Word document or too large.
    """
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive, archive.open(_WORD_TEXT) as stream:
            xml = stream.read(_LARGEST_XML + 1)
        if len(xml) > _LARGEST_XML:
            message = f"{name} is larger than any story: give the article alone."
            raise InputError(message)
        root = ET.fromstring(xml)  # noqa: S314 - expat limits the growth of entities
    except (zipfile.BadZipFile, KeyError, ET.ParseError, OSError, NotImplementedError, RuntimeError):
        message = f"{name} is not a text file: give plain text, Markdown, HTML, PDF, Word or an itinerary in YAML."
        raise InputError(message) from None
    return "\n".join(_paragraph(element) for element in root.iter(f"{_W}p"))


def _paragraph(element: ET.Element) -> str:
    marks = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}noBreakHyphen": "-"}
    pieces = (part.text or "" if part.tag == f"{_W}t" else marks.get(part.tag, "") for part in element.iter())
    return "".join(pieces)
