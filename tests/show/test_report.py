"""The report: the same sections on a terminal and as Markdown, safe to print."""

from __future__ import annotations

import io
from typing import Any

import pytest
from rich.console import Console

from show.journeys import hostile, simple
from wayproof.show.grounds import References
from wayproof.show.report import markdown_report, markdown_text, print_report
from wayproof.show.sections import sections
from wayproof.show.wording import plain


def printed(record: dict[str, Any], width: int = 80) -> str:
    out = io.StringIO()
    print_report(record, Console(file=out, width=width, color_system=None))
    return out.getvalue()


def test_the_verdict_and_the_three_sentences_come_first(record: dict[str, Any]) -> None:
    lines = printed(record).splitlines()
    assert lines[0] == "● Possible"
    assert lines[1].strip() == "An officer crosses over"
    head = " ".join(" ".join(lines[:10]).split())
    assert "can have travelled to Vilnius and on to Pabradė in the time the story allows." in head


def test_everything_is_there_and_fits_80_columns(record: dict[str, Any]) -> None:
    text = printed(record)
    assert max(len(line) for line in text.splitlines()) <= 80
    flat = " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())
    for words in (
        "● possible: hypothesis: From Kaliningrad",
        "▲ tight: hypothesis: From mainland Russia through Belarus",
        "1. Kaliningrad – Vilnius 8 days 7.8 days ● possible",  # noqa: RUF001
        "1. by road 354 km 1 h 36 min 4 h 6 min 8 h 30 min",
        "■ closed: BY to LT, Medininkai – Kamenny Log",  # noqa: RUF001
        "Medininkai – Kamenny Log [1]",  # noqa: RUF001
        "[1] invented border service, notice of 1 July 2023",
        "· no data: RU to BY, away from any crossing point",
        "BY 29 km, LV 128 km, RU 155 km",
        "The other legs are as above.",
        "The story does not say where the journey began.",
        '"the unit\'s base": no place is named',
        "longer than 186 h, the answer would be tight",
        "OpenStreetMap borders: 1.1.0; ODbL-1.0; © OpenStreetMap contributors",
        "not that it is true",
    ):
        assert words in flat, words


def test_markdown_has_the_same_sections(record: dict[str, Any]) -> None:
    text = markdown_report(record)
    titles = [line.lstrip("# ") for line in text.splitlines() if line.startswith("#")]
    assert titles == [markdown_text(section.title) for section in sections(record)]
    assert "| Leg | Story allows | To spare | Grade |\n| --- | ---: | ---: | --- |" in text


def test_a_range_of_grades_is_told(record: dict[str, Any]) -> None:
    record["verdict"] |= {"label": "unknown", "worst": "impossible", "best": "possible"}
    assert printed(record).startswith("? Unknown (between impossible and possible)")


def test_conflicts_show_both_sides_and_the_hours_short(record: dict[str, Any]) -> None:
    sides = [{"text": "He left at noon.", "quote": "set off at noon"}, "The way takes 120 h at least."]
    record["itineraries"][0]["conflicts"] = [{"statements": sides, "hours_short": 96.0}]
    text = printed(record).replace("\N{NO-BREAK SPACE}", " ")
    assert "These cannot all hold; 4 days short:" in text
    assert 'He left at noon. ("set off at noon")' in text


def test_hostile_text_cannot_steer_the_terminal() -> None:
    record = simple([("\x1b[31mRed\x07\x1b]0;title\x07", 1.0, 1.0), ("[bold]B[/bold]\r\n\u202eevil", 2.0, 2.0)])
    text = printed(record)
    assert not [character for character in text if ord(character) < 32 and character != "\n"]
    assert "\x9b" not in text
    assert "\u202e" not in text
    assert "[bold]B[/bold]" in text


def test_hostile_text_cannot_become_markup() -> None:
    text = markdown_report(hostile())
    assert "<img" not in text
    assert "<script" not in text
    assert "\u2028" not in text
    assert len([line for line in text.splitlines() if line.startswith("#")]) == len(sections(hostile()))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a*b_c`d", r"a\*b\_c\`d"),
        ("[x](http://y)", r"\[x\]\(http://y\)"),
        ("1. one", r"1\. one"),
        ("- one", r"\- one"),
        ("a|b & <i>", r"a\|b &amp; &lt;i&gt;"),
        ("plain words, 7.5 h", "plain words, 7.5 h"),
    ],
)
def test_markdown_reads_as_written(text: str, escaped: str) -> None:
    assert markdown_text(text) == escaped


def test_plain_text_is_one_line() -> None:
    assert plain("a\n\tb\u2028c\x1b[0m  d") == "a b c [0m d"
    assert plain("4\N{NO-BREAK SPACE}h") == "4\N{NO-BREAK SPACE}h"


def test_a_record_without_a_journey_has_a_report() -> None:
    record = simple([])
    record["itineraries"] = []
    assert "Possible" in printed(record)


def test_a_service_that_failed_costs_one_line(record: dict[str, Any]) -> None:
    said = markdown_report({**record, "notes": ["Photon did not help with Kena."]})
    assert said.count("Photon did not help with Kena") == 1


def test_other_explanations_and_the_ground_in_between_are_told(record: dict[str, Any]) -> None:
    record["alternatives"] = [
        {"kind": "date", "text": "If it was the 4th, possible.", "grade": "possible", "numbers": []}
    ]
    leg = record["itineraries"][0]["legs"][0]
    town = {"id": "t", "name": "Kaunas", "country": "LT", "lat": 54.9, "lon": 23.9}
    post = {"id": "p", "name": "Kybartai", "countries": ["LT", "RU"], "lat": 54.6, "lon": 22.8, "status": "closed"}
    leg["prism"] = {
        "mode": "car", "bound": "brisk", "sum_km": 900.0, "towns": [town], "crossings": [post], "more_crossings": 0,
        "area": {"type": "MultiPolygon", "coordinates": []},
    }  # fmt: skip
    flat = " ".join(printed(record).replace("\N{NO-BREAK SPACE}", " ").split())
    assert "Other explanations - If it was the 4th, possible." in flat
    assert "by car: towns within reach: Kaunas; border crossings within reach: Kybartai (closed)." in flat
    leg["prism"]["sum_km"] = 20_000.0
    assert "almost anywhere" in printed(record).replace("\n", " ").replace("  ", " ")


def test_every_source_is_listed_once_and_marked_where_it_is_used(record: dict[str, Any]) -> None:
    texts = [text for section in sections(record) if section.title == "Sources" for text in section.blocks[0].texts]  # type: ignore[union-attr]
    assert len(texts) == len({text.split("] ", 1)[1] for text in texts})
    body = printed(record)
    assert all(text.split("]")[0] + "]" in body for text in texts)


def test_the_mark_for_rows_to_be_looked_up_again_is_not_shown() -> None:
    record: dict[str, Any] = {
        "findings": [{"sources": ["estimate of the method, no source yet (check)"]}],
        "itineraries": [],
    }
    assert list(References(record).lines()) == ["[1] estimate of the method, no source yet"]


def test_what_is_inferred_and_what_is_open_is_told() -> None:
    record = simple([("Lyon", 45.76, 4.84), ("Turin", 45.07, 7.69)])
    visit = record["itineraries"][0]["visits"][0]
    visit["inferred"] = '"she" is taken for Anna Berg; it could be Lena Holm'
    reason = 'it is not told who "one of them" is: Anna Berg or Lena Holm'
    record["unresolved"] = [{"start": 0, "end": 4, "text": "one of them flew", "reason": reason, "kind": "actor"}]
    text = " ".join(printed(record, width=400).split())
    assert "Inferred, not told" in text
    assert "it could be Lena Holm" in text
    assert f'"one of them flew": {reason}' in text
