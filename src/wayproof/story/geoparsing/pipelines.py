"""Place names that a spaCy pipeline finds: an optional second reader beside the gazetteer and its rules.

The only door to spaCy, opened when a pipeline is asked for. It can only add: a name that the pipeline takes for a
person or a firm stays a place if the rules take it for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from wayproof.errors import InputError, WayproofError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wayproof.story.text.document import Story

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
"""What pipelines trained on OntoNotes or on Wikipedia call countries and towns, other places, and buildings."""

_IDLE = ("parser", "tagger", "morphologizer", "attribute_ruler", "lemmatizer", "textcat")
_MOST_CHARACTERS = 50_000
"""Characters read at a time: the memory that a pipeline needs grows with the text."""


class Entity(Protocol):
    """A span that a pipeline labels."""

    start_char: int
    end_char: int
    label_: str


class Labelled(Protocol):
    """A text with its labelled spans."""

    @property
    def ents(self) -> Sequence[Entity]:
        """The spans, in order."""


class Pipeline(Protocol):
    """What is asked of a spaCy pipeline."""

    def __call__(self, text: str, /) -> Labelled:
        """Label a text."""


def open_pipeline(model: str) -> Pipeline:
    """The spaCy pipeline of this name (an installed package such as "en_core_web_sm", or a folder).

    Raises
    ------
    WayproofError
        If spaCy is not installed.
    InputError
        If there is no such pipeline, or it labels no spans.
    """
    try:
        import spacy
    except ImportError:
        message = f"--nlp {model} needs spaCy, an extra: pip install 'wayproof[nlp]'."
        raise WayproofError(message) from None
    try:
        pipeline: Any = spacy.load(model, exclude=_IDLE)
    except (OSError, ValueError) as error:
        message = (
            f"There is no spaCy pipeline {model!r} that can be read here ({str(error).splitlines()[0][:120]}): "
            "install one, for example with python -m spacy download en_core_web_sm, and give its name."
        )
        raise InputError(message) from None
    if not {"ner", "entity_ruler"} & set(pipeline.pipe_names):
        message = f"The spaCy pipeline {model!r} finds no names: give one with a component ner or entity_ruler."
        raise InputError(message)
    opened: Pipeline = pipeline
    return opened


def place_spans(story: Story, pipeline: Pipeline) -> tuple[tuple[int, int], ...]:
    """Offsets of the spans that a pipeline takes for places, in order of the text."""
    spans = (
        (start + entity.start_char, start + entity.end_char)
        for start, end in _pieces(story)
        for entity in pipeline(story.text[start:end]).ents
        if entity.label_ in PLACE_LABELS
    )
    return tuple(sorted(spans))


def _pieces(story: Story) -> Iterator[tuple[int, int]]:
    """The text in pieces of whole sentences."""
    start = end = 0
    for sentence in story.sentences:
        if sentence.end - start > _MOST_CHARACTERS and end > start:
            yield start, end
            start = sentence.start
        while sentence.end - start > _MOST_CHARACTERS:  # a sentence longer than any
            yield start, start + _MOST_CHARACTERS
            start += _MOST_CHARACTERS
        end = sentence.end
    if end > start:
        yield start, end
