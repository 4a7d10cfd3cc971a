"""The pipeline from text to assessment, in the toy world with the shipped speeds."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from toyworld import at, journey, visit
from wayproof import check as pipeline
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.text.document import Story

if TYPE_CHECKING:
    from wayproof.travel.routes import LegQuery, Route
    from wayproof.verdict.assessment import Assessment
    from wayproof.world.atlas import World
    from wayproof.world.places import Place

SCHEMA = json.loads((Path(__file__).parents[1] / "docs" / "assessment.schema.json").read_text(encoding="utf-8"))
TEXT = (
    "A postman named Adam Weller left Alma in his car at eight in the morning on Thursday 3 August and "
    "arrived in Belder at {} the same day. His colleagues in Zzyzx were surprised."
)


def checked(world: World, hour: str, **options: object) -> Assessment:
    story = Story(TEXT.format(hour), "A drive", date(2023, 8, 5))
    return pipeline.check(story, world, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(("hour", "labels"), [("23:00", {"possible", "tight"}), ("8:30", {"impossible"})])
def test_a_story_is_read_and_judged(hour: str, labels: set[str], toy_world: World) -> None:
    result = checked(toy_world, hour)
    assert [stop.place.name for stop in result.itineraries[0].itinerary.visits] == ["Alma", "Belder"]
    assert result.verdict.label in labels
    jsonschema.validate(result.to_dict(), SCHEMA)


def test_equal_questions_are_asked_once(toy_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[LegQuery] = []
    find = pipeline.find_routes

    def counted(query: LegQuery, world: World, **options: object) -> tuple[Route, ...]:
        asked.append(query)
        return find(query, world, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "find_routes", counted)
    told = journey(visit("Alma", at(3)), visit("Belder", at(4)), visit("Boria", at(6)))
    pipeline.check_itinerary(told, toy_world, others=(told, told))
    assert len(asked) == len(set(asked)) == 2


def test_an_itinerary_needs_no_text(toy_world: World) -> None:
    told = journey(
        visit("Alma", at(3), at(4), event=Event.DEPART),
        visit("Belder", at(5), at(6), event=Event.ARRIVE, modes=("car",)),
    )
    result = pipeline.check_itinerary(told, toy_world, title="Alma to Belder")
    assert (result.title, result.text_sha256, result.verdict.label) == ("Alma to Belder", None, "possible")
    jsonschema.validate(result.to_dict(), SCHEMA)


class Elsewhere:
    """A geocoder that knows one name, and has something to say."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.asked: list[str] = []

    def locate(self, name: str) -> tuple[Place, ...]:
        self.asked.append(name)
        return (self.place,) if name == "Zzyzx" else ()

    def notes(self) -> tuple[str, ...]:
        return ("Photon did not answer.",)


def test_a_geocoder_is_asked_for_what_the_gazetteer_lacks(toy_world: World) -> None:
    from toyworld import PLACES

    offline = checked(toy_world, "23:00")
    assert "Zzyzx" in {one.text for one in offline.unresolved}
    assert offline.notes == ()
    geocoder = Elsewhere(PLACES["Boria"])
    online = checked(toy_world, "23:00", geocoder=geocoder)
    assert "Zzyzx" in geocoder.asked
    assert "Zzyzx" not in {one.text for one in online.unresolved}
    assert any(abs(one.place.lat - PLACES["Boria"].lat) < 1e-6 for one in online.places)
    assert online.notes == ("Photon did not answer.",)


def test_a_story_without_places_is_unknown(toy_world: World) -> None:
    result = pipeline.check(Story("Nothing happened, and nobody went anywhere."), toy_world)
    assert result.verdict.label == "unknown"
    jsonschema.validate(result.to_dict(), SCHEMA)
