"""A story as it was given: its text, and the spans of its paragraphs and sentences."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from wayproof.errors import InputError
from wayproof.story.text.readers import read_text
from wayproof.story.text.segments import Span, paragraph_spans, sentence_spans

__all__ = ["Span", "Story", "headline", "parse_date", "read_story"]

_LEAST_PARAGRAPHS = 2
_FEWEST_WORDS, _MOST_WORDS = 3, 20
_LONGEST_HEADLINE = 150
_LONGEST_OPENING = 5_000
_SENTENCE_ENDS = ".:;,\u2026\u3002"
_NO_HEADLINE = re.compile(
    r"(?:by|from|photo|image|updated|published|posted|https?:|www\.)\b|.*\s[\u2014\u2013-]+\s*$", re.IGNORECASE
)


@dataclass(frozen=True)
class Story:
    """The text of a story with its title, its date of publication and the name it goes by.

    Every offset that wayproof reports is an offset into `text`. The derived values (sentences, paragraphs, the
    checksum) are made once, when they are first asked for.

    Parameters
    ----------
    text
        The whole text, as it will be quoted.
    title
        The headline; None if unknown. It may stand in the text as well.
    published
        The day of publication, the anchor of "on Thursday"; None if unknown.
    name
        What to call the story in reports, usually the file's name.
    """

    text: str
    title: str | None = None
    published: date | None = None
    name: str = "story"

    @cached_property
    def text_sha256(self) -> str:
        """SHA-256 of the text in UTF-8, as a hexadecimal number."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def lowered(self) -> str:
        """The text in lower case, which in a few scripts is longer than the text."""
        return self.text.lower()

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The blocks of the text, one per line that is not blank, in order."""
        return paragraph_spans(self.text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences in order; none reaches over the end of a paragraph."""
        return sentence_spans(self.text, self.paragraphs)


def parse_date(text: str) -> date:
    """The day that an ISO date such as 2023-08-11 names.

    Raises
    ------
    InputError
        If `text` is not a day of the calendar in the form YYYY-MM-DD.
    """
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d").replace(tzinfo=None).date()  # noqa: DTZ007 a day has no zone
    except ValueError:
        message = f"{text!r} is not a date of the calendar: write it as YYYY-MM-DD, for example 2023-08-11."
        raise InputError(message) from None


def read_story(path: str | Path, *, title: str | None = None, published: date | str | None = None) -> Story:
    """The story in a text, Markdown, HTML, PDF or Word file; "-" reads standard input.

    Parameters
    ----------
    path
        A .txt, .md, .html, .docx or .pdf file, or "-".
    title
        The headline. If it is not given: the one that the HTML names, else the first paragraph where it looks like a
        headline (see `headline`). It only names the story; the text stays whole and so do its offsets.
    published
        The day of publication, as a date or as YYYY-MM-DD. If it is not given: the one that the markup of an HTML page
        gives, if any.

    Raises
    ------
    InputError
        If the file is missing, a directory, empty, binary, undecodable or too large, or `published` is no date.
    """
    day = parse_date(published) if isinstance(published, str) else published
    found = read_text(path)
    return Story(found.text, title or found.title or headline(found.text), day or found.published, found.name)


def headline(text: str) -> str | None:
    """The first paragraph of a text if it looks like a headline, else None.

    That is a paragraph of three to twenty words and at most 150 characters that begins with a capital or a figure, ends
    without a full stop, is no dateline, byline or link, and stands before a longer paragraph.
    """
    paragraphs = paragraph_spans(text[:_LONGEST_OPENING])
    if len(paragraphs) < _LEAST_PARAGRAPHS:
        return None
    first, second = (text[span.start : span.end] for span in paragraphs[:2])
    words = len(first.split())
    fits = _FEWEST_WORDS <= words <= _MOST_WORDS and len(first) <= _LONGEST_HEADLINE
    if not fits or len(second) <= len(first) or first[-1] in _SENTENCE_ENDS or _NO_HEADLINE.match(first):
        return None
    head = first.lstrip("\"'\u2018\u201c\u00ab(")
    return " ".join(first.split()) if head[:1].isupper() or head[:1].isdigit() else None
