"""An assessment in a notebook."""

from __future__ import annotations

import importlib.metadata
import tomllib
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from show.journeys import HOSTILE, defector, hostile
from wayproof.show.notebook import assessment_html
from wayproof.show.webmap import map_html
from wayproof.verdict import assessment
from wayproof.verdict.assessment import HTML_VIEWS, Assessment
from wayproof.verdict.grades import Grade, Verdict

if TYPE_CHECKING:
    import pytest

    from wayproof.world.atlas import World

PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def frames(text: str) -> list[tuple[str, dict[str, str | None]]]:
    found: list[tuple[str, dict[str, str | None]]] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: found.append((tag, dict(attributes)))  # type: ignore[method-assign]
    parser.feed(text)
    return found


def test_the_frame_holds_the_page_of_the_map(ground: World) -> None:
    ((tag, attributes),) = frames(assessment_html(defector(), ground))
    assert tag == "iframe"
    assert attributes["srcdoc"] == map_html(defector(), ground, title="An officer crosses over")
    assert attributes["sandbox"] == "allow-scripts allow-popups"


def test_hostile_text_does_not_leave_the_frame(ground: World) -> None:
    for title in HOSTILE:
        record = hostile()
        record["story"]["title"] = title
        assert [tag for tag, _ in frames(assessment_html(record, ground))] == ["iframe"]


def empty() -> Assessment:
    unknown = Verdict(Grade.IMPOSSIBLE, Grade.POSSIBLE)
    return Assessment(
        title="Nothing", published=None, name="", text="", text_sha256=None, verdict=unknown, summary="", places=(),
        unresolved=(), itineraries=(), findings=(), assumptions=(), data=(), notes=(),
    )  # fmt: skip


def test_an_assessment_shows_the_view_that_the_project_installs(monkeypatch: pytest.MonkeyPatch) -> None:
    views = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["entry-points"][HTML_VIEWS]
    installed = [importlib.metadata.EntryPoint(name, value, HTML_VIEWS) for name, value in views.items()]
    monkeypatch.setattr(assessment, "entry_points", lambda group: [one for one in installed if one.group == group])
    shown = empty()._repr_html_()
    assert shown is not None
    assert frames(shown)[0][1]["title"] == "Map: Nothing"


def test_without_a_view_a_notebook_falls_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assessment, "entry_points", lambda group: [])  # noqa: ARG005 - called by keyword
    assert empty()._repr_html_() is None
