"""A second reader of place names, with a pipeline made in code in place of spaCy's."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from place_table import news_world
from wayproof.errors import InputError, WayproofError
from wayproof.story.geoparsing.mentions import MentionKind, find_mentions
from wayproof.story.geoparsing.pipelines import open_pipeline, place_spans
from wayproof.story.text.document import Story

if TYPE_CHECKING:
    from collections.abc import Sequence

WORLD = news_world()


@dataclass
class Entity:
    start_char: int
    end_char: int
    label_: str


@dataclass
class Labelled:
    ents: Sequence[Entity]


class Rules:
    """Labels the words given, as an entity ruler does."""

    pipe_names = ("entity_ruler",)

    def __init__(self, **labels: str) -> None:
        self.labels = labels
        self.texts: list[str] = []

    def __call__(self, text: str, /) -> Labelled:
        self.texts.append(text)
        found = (
            Entity(*match.span(), label) for word, label in self.labels.items() for match in re.finditer(word, text)
        )
        return Labelled(sorted(found, key=lambda entity: entity.start_char))


def names(text: str, **labels: str) -> list[str]:
    mentions, _ = find_mentions(Story(text), WORLD, pipeline=Rules(**labels))
    return [mention.text for mention in mentions if mention.kind is MentionKind.PLACE]


def test_a_second_reader_adds_what_the_gazetteer_knows() -> None:
    text = "Thomas Charleston left early. Charleston said he was ill."
    assert names(text) == []
    assert names(text, Charleston="GPE") == ["Charleston", "Charleston"]


def test_it_adds_nothing_that_the_gazetteer_does_not_know() -> None:
    assert names("They met in Qwertyville.", Qwertyville="GPE") == []


@pytest.mark.parametrize("label", ["PERSON", "ORG", "NORP"])
def test_its_other_labels_take_nothing_away(label: str) -> None:
    text = "He drove from Kaliningrad to Vilnius."
    assert names(text, Kaliningrad=label, Vilnius=label) == names(text) == ["Kaliningrad", "Vilnius"]


def test_spans_do_not_overlap_and_are_in_the_text() -> None:
    text = "He drove from Kaliningrad to Vilnius."
    found, _ = find_mentions(Story(text), WORLD, pipeline=Rules(**{"from Kaliningrad": "GPE", "Vilnius": "LOC"}))
    assert [text[mention.start : mention.end] for mention in found] == ["Kaliningrad", "Vilnius"]


def test_long_texts_are_read_in_pieces_with_the_right_offsets() -> None:
    text = "He slept. " * 12_000 + "He saw Vilnius. " + "x" * 120_000 + " Vilnius."
    rules = Rules(Vilnius="GPE")
    assert [text[start:end] for start, end in place_spans(Story(text), rules)] == ["Vilnius", "Vilnius"]
    assert max(map(len, rules.texts)) <= 50_000


def spacy_with(load: Any) -> ModuleType:
    module = ModuleType("spacy")
    module.load = load  # type: ignore[attr-defined] # made up
    return module


def test_without_spacy_the_command_to_install_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(WayproofError, match=r"pip install 'wayproof\[nlp\]'"):
        open_pipeline("en_core_web_sm")


def test_an_unknown_pipeline_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(name: str, **_: object) -> None:
        message = f"[E050] Can't find model '{name}'."
        raise OSError(message)

    monkeypatch.setitem(sys.modules, "spacy", spacy_with(load))
    with pytest.raises(InputError, match="spacy download en_core_web_sm"):
        open_pipeline("nowhere")


def test_a_pipeline_that_names_nothing_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Tagger(Rules):
        pipe_names = ("tagger",)

    monkeypatch.setitem(sys.modules, "spacy", spacy_with(lambda *_, **__: Tagger()))
    with pytest.raises(InputError, match="finds no names"):
        open_pipeline("tagger_only")


def test_a_pipeline_is_opened_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = Rules(Vilnius="GPE")
    monkeypatch.setitem(sys.modules, "spacy", spacy_with(lambda *_, **__: rules))
    assert place_spans(Story("He saw Vilnius."), open_pipeline("any")) == ((7, 14),)
