"""What the panel says after the journey: what was found, what could not be judged, what would change the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wayproof.show.cards import mark
from wayproof.show.markup import NOTHING, Markup, element, free_text, joined
from wayproof.show.palette import grade_look
from wayproof.show.wording import number_text, source_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

SHORT_SOURCES = 160
"""Sources of so many characters stand open: two lines or three."""


def evidence(record: Mapping[str, Any]) -> Markup:
    """The sections that have something to say, in the order of their weight."""
    return joined(_findings(record), _notes(record), _unresolved(record), _assumptions(record), _alternatives(record))


def _findings(record: Mapping[str, Any]) -> Markup:
    rows = []
    for finding in record.get("findings", ()):
        numbers = source_text("; ".join(number_text(number) for number in finding.get("numbers", ())))
        rows.append(
            element(
                "li",
                element("p", _grade(finding.get("grade")), free_text(source_text(str(finding.get("text") or "")))),
                element("blockquote", free_text(str(finding["quote"]), "q")) if finding.get("quote") else None,
                free_text(numbers, "p", class_="aside") if numbers else None,
                _sources(finding.get("sources", ())),
            )
        )  # fmt: skip
    return _section("What was found", "ul", rows)


def _notes(record: Mapping[str, Any]) -> Markup:
    rows = [element("li", free_text(str(note))) for note in record.get("notes", ())]
    return _section("Notes", "ul", rows)


def _unresolved(record: Mapping[str, Any]) -> Markup:
    rows = [
        element("li", free_text(str(one.get("text") or ""), "q"), ": ", free_text(str(one.get("reason") or "")))
        for one in record.get("unresolved", ())
    ]
    return _section("What could not be judged", "ul", rows)


def _assumptions(record: Mapping[str, Any]) -> Markup:
    rows = []
    for one in record.get("assumptions", ()):
        text = str(one.get("text") or "")
        if not text:
            text = f"{one.get('name')} {one.get('value')} {one.get('unit') or ''}: {one.get('flips_to')}"
        rows.append(element("li", free_text(text), _sources((one.get("source") or "",))))
    return _section("What would change the answer", "ul", rows)


def _alternatives(record: Mapping[str, Any]) -> Markup:
    """Under what else the story would fare better, each with the grade that it would have then."""
    rows = [
        element("li", _grade(one.get("grade")), free_text(str(one.get("text") or "")))
        for one in record.get("alternatives", ())
    ]
    return _section("Other explanations", "ul", rows)


def _section(title: str, tag: str, rows: Sequence[Markup]) -> Markup:
    if not rows:
        return NOTHING
    return element("section", element("h2", title), element(tag, *rows, class_="evidence"))


def _sources(sources: Iterable[object]) -> Markup:
    """Who says so, each once; a long list is folded away, for it drowns what it supports."""
    each = (part.strip() for source in sources for part in str(source).split("; "))
    told = [source_text(one) for one in dict.fromkeys(each) if one]
    if not told:
        return NOTHING
    text = "; ".join(told)
    if len(text) <= SHORT_SOURCES:
        return free_text(f"{'Source' if len(told) == 1 else 'Sources'}: {text}", "p", class_="source")
    rows = (free_text(one, "li") for one in told)
    return element("details", element("summary", f"Sources ({len(told)})"), element("ul", *rows), class_="source")


def _grade(word: str | None) -> Markup:
    if not word:
        return NOTHING
    look = grade_look(word)
    return joined(mark(look, "g"), element("strong", f" {look.word}: "))
