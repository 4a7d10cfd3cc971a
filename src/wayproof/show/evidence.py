"""What the panel says after the journey: what was found, what could not be judged, what would change the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wayproof.show.cards import mark
from wayproof.show.markup import NOTHING, Markup, element, free_text, joined
from wayproof.show.palette import grade_look
from wayproof.show.wording import number_text, source_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def evidence(record: Mapping[str, Any]) -> Markup:
    """The sections that have something to say, in the order of their weight."""
    return joined(_findings(record), _notes(record), _unresolved(record), _assumptions(record), _alternatives(record))


def _findings(record: Mapping[str, Any]) -> Markup:
    rows = []
    for finding in record.get("findings", ()):
        numbers = source_text("; ".join(number_text(number) for number in finding.get("numbers", ())))
        sources = "; ".join(source_text(str(source)) for source in finding.get("sources", ()))
        rows.append(
            element(
                "li",
                element("p", _grade(finding.get("grade")), free_text(source_text(str(finding.get("text") or "")))),
                element("blockquote", free_text(str(finding["quote"]), "q")) if finding.get("quote") else None,
                free_text(numbers, "p", class_="aside") if numbers else None,
                free_text(f"Source: {sources}", "p", class_="source") if sources else None,
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
        source = source_text(str(one.get("source") or ""))
        rows.append(element("li", free_text(text), joined(" ", free_text(source, class_="source")) if source else None))
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


def _grade(word: str | None) -> Markup:
    if not word:
        return NOTHING
    look = grade_look(word)
    return joined(mark(look, "g"), element("strong", f" {look.word}: "))
