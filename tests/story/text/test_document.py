from __future__ import annotations

import io
import re
import sys
import zipfile
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wayproof.errors import InputError, WayproofError
from wayproof.story.text.document import Story, parse_date, read_story
from wayproof.story.text.page_text import page_text
from wayproof.story.text.readers import LARGEST_BYTES, markdown_text

if TYPE_CHECKING:
    from pathlib import Path


def sentences(text: str) -> list[str]:
    story = Story(text)
    return [text[span.start : span.end] for span in story.sentences]


def test_abbreviations_and_initials_end_no_sentence() -> None:
    text = "Mr. Smith met Dr. J. Brown in St. Louis at 9 a.m. on Friday. Then he left."
    assert sentences(text) == ["Mr. Smith met Dr. J. Brown in St. Louis at 9 a.m. on Friday.", "Then he left."]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He was an old man. She left Riga.", 2),
        ("He fell ill. She left.", 2),
        ("She said no. He sat. The boat left.", 3),
        ("She was in Alta. The bells rang.", 2),
        ("It was No. 10 of them.", 1),
        ("On Dec. 10 he left.", 1),
        ("He lives in Calgary, Alta. The town is big.", 1),
    ],
)
def test_words_that_abbreviate_elsewhere_end_a_sentence(text: str, sentences: int) -> None:
    assert len(Story(text).sentences) == sentences


def test_a_country_in_initials_ends_a_sentence_only_before_an_opening_word() -> None:
    assert sentences("He flew to the U.S. The visa was fine.") == ["He flew to the U.S.", "The visa was fine."]
    assert len(sentences("He met the U.S. Senator there.")) == 1


def test_quotes_and_brackets_stay_with_their_sentence() -> None:
    assert sentences('"I ran." She laughed (a lot). Done.') == ['"I ran."', "She laughed (a lot).", "Done."]


def test_every_line_is_a_paragraph_and_sentences_do_not_cross_it() -> None:
    text = "A flag in Vilnius\nSean Example/Agency\n\n  The story goes on"
    story = Story(text)
    assert [text[p.start : p.end] for p in story.paragraphs] == [
        "A flag in Vilnius",
        "Sean Example/Agency",
        "The story goes on",
    ]
    assert len(story.sentences) == 3


@given(st.text(alphabet="ab. \n\r\t\x0b\x0c\x85\u2028\u2029", max_size=40))
def test_paragraphs_are_what_stands_between_line_breaks_of_any_kind(text: str) -> None:
    lines = re.split("[\n\r\x0b\x0c\x85\u2028\u2029]", text)
    assert [text[p.start : p.end] for p in Story(text).paragraphs] == [line.strip() for line in lines if line.strip()]


@given(st.text(max_size=300))
def test_spans_fit_any_text(text: str) -> None:
    story = Story(text)
    for spans in (story.paragraphs, story.sentences):
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(first.end <= second.start for first, second in pairwise(spans))


def test_checksum_is_of_the_text() -> None:
    assert Story("a").text_sha256.startswith("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"[:20])


def test_a_date_is_read_and_a_wrong_one_explained() -> None:
    assert parse_date("2023-08-11") == date(2023, 8, 11)
    for wrong in ("2023-02-30", "11.08.2023", "yesterday", ""):
        with pytest.raises(InputError, match="YYYY-MM-DD"):
            parse_date(wrong)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes("Pabradė lies in Lithuania, near Vilnius.".encode(encoding))
    assert read_story(file).text == "Pabradė lies in Lithuania, near Vilnius."


def test_windows_quotes_are_read(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes("\u201cI ran\u201d \u2013 to Besan\u00e7on".encode("cp1252"))
    assert read_story(file).text == "\u201cI ran\u201d \u2013 to Besan\u00e7on"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"\x00\x01\x02\xff\xfe\x00" * 50, "not a text file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not a text file"),
        (b"a" * (LARGEST_BYTES + 1), "larger than 5 MB"),
    ],
)
def test_what_is_no_story_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(content)
    with pytest.raises(InputError, match=message):
        read_story(file)


def test_missing_files_and_directories_are_explained(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file"):
        read_story(tmp_path / "none.txt")
    with pytest.raises(InputError, match="directory"):
        read_story(tmp_path)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(b"He reached Vilnius.")

    monkeypatch.setattr(sys, "stdin", Stdin)
    story = read_story("-", title="T", published=date(2023, 8, 11))
    assert (story.text, story.title, story.published) == ("He reached Vilnius.", "T", date(2023, 8, 11))


PAGE = """<!doctype html><html><head><title>He left | The Daily Example</title><style>p {}</style>
<meta property="article:published_time" content="2024-05-01T10:00:00Z"></head><body>
<nav>Home <a>World</a></nav><article><h1>He left</h1><p>He left <b>Vil</b>nius<br>on Thursday &amp; slept.</p>
<script>var a = "<p>Rome</p>";</script><div class="related"><h3>Related stories</h3><ul>
<li><a href="/1">Storm hits Lisbon</a></li><li><a href="/2">Strike in Rome</a></li></ul></div>
<p>In Kau&shy;nas he was seen again, a guard said, and nobody knows why he went there.</p></article>
<div class="comments"><p>Bob: I was in Madrid and saw the same.</p></div><footer>Paris office</footer></body></html>"""


def test_html_gives_the_story_without_what_stands_around_it(tmp_path: Path) -> None:
    file = tmp_path / "story.html"
    file.write_text(PAGE, encoding="utf-8")
    story = read_story(file)
    assert (story.title, story.published) == ("He left", date(2024, 5, 1))
    assert story.text.splitlines() == [
        "He left",
        "He left Vilnius",
        "on Thursday & slept.",
        "In Kaunas he was seen again, a guard said, and nobody knows why he went there.",
    ]
    assert read_story(file, published=date(2024, 5, 2)).published == date(2024, 5, 2)


def test_pages_without_a_main_text_are_read_whole() -> None:
    page = "<html><body><nav>Home</nav><ul><li>1 May: Paris</li><li>2 May: Rome<!-- Oslo --></li></ul>"
    assert page_text(page).text.splitlines() == ["1 May: Paris", "2 May: Rome"]


@given(st.text(alphabet="<>/abp \"'=!-&;", max_size=200))
def test_html_of_any_shape_is_read(page: str) -> None:
    assert isinstance(page_text(page).text, str)


@pytest.mark.parametrize("page", ["<div>" * 100_000 + "He went to Paris.", "<" * 100_000, "<table><tr><td>" * 3_000])
def test_html_of_monstrous_shape_is_read(page: str) -> None:
    assert isinstance(page_text(f"<html><body>{page}").text, str)


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "iso-8859-5"])
def test_the_encoding_that_a_page_declares_is_used(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "story.html"
    page = f'<html><head><meta charset="{encoding}"></head><body><p>Он выехал из Вильнюса в Москву.</p></body></html>'
    file.write_bytes(page.encode(encoding))
    assert read_story(file).text == "Он выехал из Вильнюса в Москву."


def test_cyrillic_without_a_declaration_is_read(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    told = "Утром она выехала из Вильнюса. Вечером видели её на вокзале Москвы. Там купила билет до Казани."
    file.write_bytes(told.encode("cp1251"))
    assert read_story(file).text == told


def word_file(xml: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", xml)
    return buffer.getvalue()


def test_word_documents_are_read_by_paragraphs(tmp_path: Path) -> None:
    file = tmp_path / "story.docx"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    file.write_bytes(
        word_file(
            f'<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>He left </w:t></w:r><w:r><w:t>Vilnius.</w:t></w:r>'
            "</w:p><w:p><w:r><w:t>He slept.</w:t><w:br/></w:r></w:p></w:body></w:document>"
        )
    )
    assert read_story(file).text.split("\n")[:2] == ["He left Vilnius.", "He slept."]


@pytest.mark.parametrize("content", [b"PK\x03\x04 and nothing", word_file("<w:document"), word_file("")])
def test_archives_that_are_no_word_documents_are_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "story.docx"
    file.write_bytes(content)
    with pytest.raises(InputError, match="not a text file"):
        read_story(file)


def pdf_file(stream: str) -> bytes:
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    return f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def test_pdf_files_are_read(tmp_path: Path) -> None:
    file = tmp_path / "story.pdf"
    file.write_bytes(pdf_file("BT /F1 12 Tf 50 50 Td (He left Vilnius.) Tj ET"))
    assert read_story(file).text.strip() == "He left Vilnius."


@pytest.mark.parametrize(
    ("content", "message"), [(pdf_file(""), "no text"), (b"%PDF-1.4 and nothing", "cannot be read as PDF")]
)
def test_pdf_files_without_text_are_explained(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "story.pdf"
    file.write_bytes(content)
    with pytest.raises(InputError, match=message):
        read_story(file)


def test_without_the_extra_for_pdf_its_name_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    file = tmp_path / "story.pdf"
    file.write_bytes(pdf_file("BT (He left.) Tj ET"))
    with pytest.raises(WayproofError, match=r"wayproof\[pdf\]"):
        read_story(file)


def test_markdown_loses_its_marks_only() -> None:
    text = markdown_text("# Title\n\nHe **left** [Vilnius](http://x.example) on\nThursday_now.\n\n- one\n- two\n")
    assert text.split("\n") == ["Title", "", "He left Vilnius on Thursday_now.", "", "- one", "- two", ""]


HEADLINE = "Walker crosses three borders in a night"
BODY = "A man left his house at dawn and was seen the next morning in another country, say people who know him."


def saved(folder: Path, text: str) -> Path:
    file = folder / "a.txt"
    file.write_bytes(text.encode())
    return file


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n"])
def test_a_first_paragraph_like_a_headline_names_the_story_and_stays_in_the_text(tmp_path: Path, gap: str) -> None:
    text = HEADLINE + gap + BODY + "\n"
    story = read_story(saved(tmp_path, text))
    assert story.title == HEADLINE
    assert story.text.startswith(HEADLINE)
    assert Story(story.text).text_sha256 == story.text_sha256


@pytest.mark.parametrize(
    "first",
    [
        "He left at dawn.",
        "By Jo Smith of the Herald",
        "LONDON, June 1 —",
        "walking home after midnight",
        "Walkers",
        "A " + "very " * 20 + "long line",
        "Our man in Riga writes:",
        BODY + " " + BODY,
    ],
)
def test_other_first_paragraphs_are_no_title(tmp_path: Path, first: str) -> None:
    assert read_story(saved(tmp_path, first + "\n" + BODY)).title is None


def test_a_given_title_goes_before_the_headline(tmp_path: Path) -> None:
    assert read_story(saved(tmp_path, HEADLINE + "\n" + BODY), title="Mine").title == "Mine"


def test_a_lone_line_is_no_headline(tmp_path: Path) -> None:
    assert read_story(saved(tmp_path, HEADLINE)).title is None
