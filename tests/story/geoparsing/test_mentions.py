from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from place_table import news_world
from wayproof.story.geoparsing.mentions import Mention, MentionKind, find_mentions
from wayproof.story.text.document import Story

if TYPE_CHECKING:
    from wayproof.story.geoparsing.unresolved import Unresolved

WORLD = news_world()


def read(text: str) -> tuple[tuple[Mention, ...], tuple[Unresolved, ...]]:
    return find_mentions(Story(text), WORLD)


def names(text: str, kind: MentionKind = MentionKind.PLACE) -> list[str]:
    return [mention.text for mention in read(text)[0] if mention.kind is kind]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("He drove from Kaliningrad to Vilnius and on to Pabradė.", ["Kaliningrad", "Vilnius", "Pabradė"]),
        ("Without its mark Pabrade is found too.", ["Pabrade"]),
        ("Из Вильнюс в Wilno.", ["Вильнюс", "Wilno"]),
        ("They met at The Hague on Monday.", ["The Hague"]),
        ("She crossed the Netherlands by train.", ["Netherlands"]),
        ("They changed at Shin-Osaka and slept.", ["Shin-Osaka"]),
        ("It was parked near Red Square in Moscow.", ["Red Square", "Moscow"]),
        ("the forests south of Lake Peipus", ["Lake Peipus"]),
        ("Russia's border with Lithuania", ["Russia", "Lithuania"]),
        ("He lives in Dallas, TX, and works in Paris, Texas.", ["Dallas", "TX", "Paris", "Texas"]),
        ("A man of Greenville, Tex. said so.", ["Greenville", "Tex."]),
        ("He came to Nice by bus and left Reading on foot.", ["Nice", "Reading"]),
        ("a Vilnius-based lawyer", ["Vilnius"]),
    ],
)
def test_places(text: str, places: list[str]) -> None:
    assert names(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "Only Paris Hilton travels with more luggage.",
        "The editor, Pertti Helsinki, defended the article.",
        "Her lawyer, Sydney Charleston, asked for the log.",
        "Mr Jordan had no comment, and Ms Charleston left.",
        "One record-keeper rejoices in the name Alasdair Washington.",
        "Thomas Charleston left early. Charleston said he was ill.",
        "The company is called Zanzibar Luxury Lines.",
        "A columnist in the Washington Post joked.",
        "A commentator on Radio Vilnius called it impossible.",
        "Nice people were reading. Reading is good for them. Nice, too.",
        "Wal-Mart and a Show-Me attitude",
        "In May and in March",
    ],
)
def test_what_is_no_place(text: str) -> None:
    assert names(text) == []
    assert names(text, MentionKind.DATELINE) == []


def test_organisations_named_after_a_place_are_metonyms() -> None:
    for text in ("The dean of the University of Vienna spoke.", "He called the Vilnius Institute of Law."):
        (mention,) = read(text)[0]
        assert (mention.kind, "organisation" in mention.context) == (MentionKind.METONYM, True)


@pytest.mark.parametrize(
    "text",
    [
        "Washington said it knew nothing.",
        "The silence went on, and Washington has been careful with its words.",
        "Moscow declined to join in.",
        "Moscow stayed silent.",
    ],
)
def test_capitals_that_speak_are_metonyms(text: str) -> None:
    assert [mention.kind for mention in read(text)[0]] == [MentionKind.METONYM]


def test_a_city_in_which_somebody_speaks_is_none() -> None:
    assert names("He said in Moscow that he was tired.") == ["Moscow"]


@pytest.mark.parametrize(
    "text", ["VILNIUS (AP) — A man left.", "MOSCOW, June 1 — A man left.", "Moscow, 3 May (AFP) - Yes."]
)
def test_datelines(text: str) -> None:
    assert len(names(text, MentionKind.DATELINE)) == 1


def test_demonyms_keep_their_country_and_kind() -> None:
    mentions, _ = read("Lithuanian officials met Russians. He speaks French.")
    assert [(m.text, m.kind, m.entries[0].place.country) for m in mentions] == [
        ("Lithuanian", MentionKind.DEMONYM, "LT"),
        ("Russians", MentionKind.DEMONYM, "RU"),
        ("French", MentionKind.DEMONYM, "FR"),
    ]
    assert "language" in mentions[2].context


def test_context_says_what_stands_around() -> None:
    mentions, _ = read("in the city of Vilnius; the Kaliningrad oblast; Vilnius airport; Paris, Texas; Russia's army")
    by_text = {mention.text: mention.context for mention in mentions}
    assert "settlement" in mentions[0].context
    assert "admin:oblast" in by_text["Kaliningrad"]
    assert "facility:airport" in mentions[2].context
    assert "region:texas" in by_text["Paris"]
    assert "holder" in by_text["Texas"]
    assert "possessive" in by_text["Russia"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("He left.\nJo Smith is a weekend reporter based in Vilnius.", "byline"),
        ("A flag in Vilnius. Sean Example/Getty Images", None),
        ("Sean Example in Vilnius/Getty Images", "credit"),
        ("He left.\nRead more: Vilnius today", "boilerplate"),
    ],
)
def test_the_margins_of_an_article_are_marked(text: str, label: str | None) -> None:
    (mention,) = read(text)[0]
    assert {"byline", "credit", "boilerplate"}.intersection(mention.context) == ({label} if label else set())


def test_streets_and_unknown_places_are_listed_with_a_reason() -> None:
    mentions, unresolved = read("He lives on Vilnius Street near Kybartukas. On Highway 19 he reached Zorra Creek.")
    assert mentions == ()
    assert [item.text for item in unresolved] == ["Vilnius Street", "Kybartukas", "Highway 19", "Zorra Creek"]
    assert [item.is_named_spot for item in unresolved] == [True, False, False, True]


def test_abbreviations_keep_their_point_inside_the_span() -> None:
    mentions, _ = read("He came to the U.S. from Dallas, Texas.")
    assert [mention.text for mention in mentions] in (["U.S.", "Dallas", "Texas"], ["Dallas", "Texas"])


WORDS = st.sampled_from(
    [
        "Vilnius",
        "in",
        "the",
        "Paris",
        "Texas",
        ",",
        ".",
        "Mr",
        "St.",
        "(",
        ")",
        "—",
        "Hilton",
        "said",
        "-",
        "'s",
        "\n",
        "of",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join), st.lists(WORDS, max_size=60).map("".join)
    )
)
def test_offsets_fit_any_text(text: str) -> None:
    mentions, unresolved = read(text)
    assert all(text[item.start : item.end] == item.text for item in (*mentions, *unresolved))
    assert all(first.end <= second.start for first, second in pairwise(mentions))


@pytest.mark.parametrize(
    "unit", ["Vilnius, ", ",", "Paris Hilton ", "A ", "in Xyz ", "St. ", "(((", "a" * 50, "東京都"]
)
def test_time_grows_with_the_text_only(unit: str) -> None:
    started = time.perf_counter()
    find_mentions(Story(unit * (20_000 // len(unit))), WORLD)
    short = time.perf_counter() - started
    started = time.perf_counter()
    find_mentions(Story(unit * (80_000 // len(unit))), WORLD)
    assert time.perf_counter() - started < 12 * short + 0.5
