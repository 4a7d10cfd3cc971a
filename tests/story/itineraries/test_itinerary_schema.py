"""The published schema of itinerary files against the reader and the writer."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from toyworld import PLACES
from wayproof.errors import InputError
from wayproof.story.itineraries.itinerary import MODES
from wayproof.story.itineraries.itinerary_file import VISIT_FIELDS, _document, parse_itinerary
from wayproof.story.itineraries.itinerary_writer import dump_itinerary

DOCS = Path(__file__).resolve().parents[3] / "docs"
SCHEMA = json.loads((DOCS / "itinerary.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def valid(text):
    return VALIDATOR.is_valid(_document(text, "test") if isinstance(text, str) else text)


def test_the_schema_names_every_mode_and_every_field():
    assert tuple(SCHEMA["$defs"]["modes"]["enum"]) == MODES
    assert set(SCHEMA["$defs"]["visit"]["oneOf"][1]["properties"]) == set(VISIT_FIELDS)


def test_what_is_written_is_valid_and_read_again():
    visits = "[{place: Alma, earliest: 2023-08-10, event: depart}, {place: Belder, on: 2023-08-11}]"
    text = f"traveller: Ann\nvisits: {visits}"
    itinerary = parse_itinerary(text, PLACES.__getitem__)
    written = dump_itinerary(itinerary)
    assert valid(written)
    again = parse_itinerary(written, {place.id: place for place in PLACES.values()}.__getitem__)
    assert again == itinerary


def test_the_example_of_the_page_is_read():
    page = (DOCS / "itinerary.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    towns = iter(PLACES.values())
    itinerary = parse_itinerary(example, lambda _name: next(towns))
    assert len(itinerary.visits) == 3
    assert len(itinerary.gaps) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"visits": []},
        {"visits": [{"on": "2023-08-10"}]},
        {"visits": [{"place": "Alma", "mode": "broomstick"}]},
        {"visits": [{"place": "Alma", "event": "vanish"}]},
        {"visits": [{"place": "Alma", "on": "2023-08-10", "earliest": "2023-08-10"}]},
        {"visits": [{"lat": 91.0, "lon": 0.0}]},
        {"stops": []},
    ],
)
def test_schema_and_reader_refuse_the_same(wrong):
    assert not valid(wrong)
    with pytest.raises(InputError):
        parse_itinerary(json.dumps(wrong), PLACES.__getitem__)
