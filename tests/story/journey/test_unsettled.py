"""What a story leaves open: stops that are nobody's, and visits whose traveller, order or day is a guess."""

import re
from datetime import date

import pytest

from wayproof.story.geoparsing.mentions import Mention, MentionKind
from wayproof.story.geoparsing.toponyms import Candidate, Toponym
from wayproof.story.itineraries.itinerary import Itinerary
from wayproof.story.itineraries.itinerary_file import parse_itinerary
from wayproof.story.itineraries.itinerary_writer import dump_itinerary
from wayproof.story.journey.visits import read_itineraries
from wayproof.story.temporal.timex import find_times
from wayproof.story.text.document import Story
from wayproof.world.places import Kind, Place
from wayproof.world.zones import zone_at

TOWNS = {
    "Lyon": ("FR", 45.76, 4.84),
    "Nice": ("FR", 43.70, 7.27),
    "Geneva": ("CH", 46.2, 6.15),
    "Turin": ("IT", 45.07, 7.69),
    "Milan": ("IT", 45.46, 9.19),
    "Oslo": ("NO", 59.91, 10.75),
}
PLACES = {
    name: Place(f"toy:{name}", name, Kind.CITY, country, lat, lon, 8, "toy")
    for name, (country, lat, lon) in TOWNS.items()
}


def read(text: str) -> tuple[Itinerary, ...]:
    story = Story(text, None, date(2019, 6, 14))
    named = tuple(
        Toponym(
            Mention(found.start(), found.end(), found.group(), MentionKind.PLACE, ()),
            PLACES[found.group()],
            (Candidate(PLACES[found.group()], 1.0),),
            "toy",
        )
        for found in re.finditer("|".join(PLACES), text)
    )
    return read_itineraries(story, named, find_times(story), zone_at=zone_at)


def guesses(text: str) -> dict[str, str]:
    return {visit.place.name: visit.inferred for one in read(text) for visit in one.visits if visit.inferred}


@pytest.mark.parametrize(
    ("text", "quote", "who"),
    [
        (
            "Karl Meyer and Otto Brandt left Lyon on Monday. One of them crossed to Turin on Tuesday.",
            "One of them crossed to Turin on Tuesday.",
            'who "one of them" is: Karl Meyer or Otto Brandt',
        ),
        (
            "Karl Meyer and Otto Brandt left Lyon on Monday. The elder of the two was arrested in Turin on Tuesday.",
            "The elder of the two was arrested in Turin on Tuesday.",
            'who "the elder of the two" is: Karl Meyer or Otto Brandt',
        ),
        (
            "Three hikers left Lyon on Monday. On Wednesday one of them reached Turin.",
            "On Wednesday one of them reached Turin.",
            'who "one of them" is',
        ),
        (
            "Five climbers left Lyon on Monday. Two of the climbers were flown to Geneva on Tuesday.",
            "Two of the climbers were flown to Geneva on Tuesday.",
            'who "two of the climbers" are',
        ),
        (
            "Karl Meyer and Otto Brandt left Lyon on Monday. The other stayed in Geneva until Friday.",
            "The other stayed in Geneva until Friday.",
            'who "the other" is',
        ),
        (
            "Karl Meyer left Lyon with Otto Brandt on Monday. Meyer or Brandt was seen in Turin on Tuesday.",
            "Meyer or Brandt was seen in Turin on Tuesday.",
            'who "Meyer or Brandt" is: Karl Meyer or Otto Brandt',
        ),
        (
            "Karl Meyer left Lyon on Monday. A man believed to be Meyer was seen in Turin on Tuesday.",
            "was seen in Turin on Tuesday.",
            'whether "a man believed to be Meyer" is Karl Meyer',
        ),
        (
            "Anna Berg left Lyon on Monday. A woman resembling her was stopped in Turin on Tuesday.",
            "A woman resembling her was stopped in Turin on Tuesday.",
            'whether "a woman resembling her" is Anna Berg',
        ),
        (
            "The couple left Lyon on Monday. He was arrested in Turin on Friday.",
            "He was arrested in Turin on Friday.",
            'who "he" is',
        ),
        ("They left Lyon at dawn on Monday.", "They left Lyon at dawn on Monday.", 'who "they" are'),
    ],
)
def test_a_stop_is_unsettled_where_words_leave_open_whose_it_is(text: str, quote: str, who: str) -> None:
    main = read(text)[0]
    assert len(main.unsettled) == 1
    (found,) = main.unsettled
    assert quote in found.text
    assert text[found.start : found.end] == found.text
    assert who in found.reason
    assert found.kind == "actor"
    assert not any(quote in visit.quote for visit in main.visits)


def test_what_follows_an_open_subject_is_open_too() -> None:
    text = (
        "Karl Meyer and Otto Brandt left Lyon on Monday. One of them crossed to Turin and drove on to Milan on Tuesday."
    )
    main = read(text)[0]
    assert [visit.place.name for visit in main.visits] == ["Lyon"]
    assert [one.text for one in main.unsettled] == ["One of them crossed to Turin", "and drove on to Milan on Tuesday."]


@pytest.mark.parametrize(
    ("text", "place", "rival"),
    [
        ("Anna Berg met Lena Holm in Lyon on Monday. She flew to Oslo on Tuesday.", "Oslo", "Lena Holm"),
        ("Otto Brandt drove Karl Meyer to Turin on Monday. He was seen in Milan on Tuesday.", "Milan", "Karl Meyer"),
        (
            "Anna Berg left Lyon on Monday. Lena Holm left Turin the same day. On Tuesday she reached Oslo.",
            "Oslo",
            "Anna Berg",
        ),
        (
            "Lieutenant Ivan Petrov left Lyon. Lieutenant Oleg Sidorov left Turin. The lieutenant was seen in Geneva.",
            "Geneva",
            "Ivan Petrov",
        ),
        (
            "Karl Meyer was driven to Turin by Otto Brandt on Monday. The man reached Milan on Tuesday.",
            "Milan",
            "Otto Brandt",
        ),
        (
            "Karl Meyer and Otto Brandt reached Turin on Monday. A lorry carried him to Milan on Tuesday.",
            "Milan",
            "Otto Brandt",
        ),
        ("Karl Meyer left Lyon on Monday. They reached Turin on Tuesday.", "Turin", "others"),
        (
            "Karl Meyer left Lyon on Monday. Otto Brandt left Turin the same day. The bus reached Milan on Tuesday.",
            "Milan",
            'aboard "the bus"; it could be Karl Meyer',
        ),
        (
            "Karl Meyer left Lyon on Monday. Somebody using his passport landed in Oslo on Tuesday.",
            "Oslo",
            '"somebody using his passport" is Karl Meyer',
        ),
    ],
)
def test_a_visit_says_whom_else_its_words_could_mean(text: str, place: str, rival: str) -> None:
    assert rival in guesses(text)[place]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg left Lyon with Karl Holm on Monday. She reached Oslo on Friday.",
        "Karl Meyer left Lyon on Monday. A guard stamped his passport in Geneva. He reached Turin on Tuesday.",
        "Karl Meyer left Lyon on Monday. Otto Brandt, an analyst in Oslo, said he was a fool. He reached Turin.",
        "Karl Meyer and his wife left Lyon on Monday. They reached Turin on Tuesday.",
        "Karl Meyer left Lyon on Monday with two friends. They reached Turin on Tuesday.",
        "Karl Meyer met the president in Lyon on Monday. He reached Turin on Tuesday.",
        "Karl Meyer left Lyon on Monday. One of his aides flew to Oslo on Friday.",
        "Karl Meyer and Otto Brandt left Lyon on Monday. One of the planes landed in Oslo on Tuesday.",
        "Police took Karl Meyer to Turin on Monday. They found money in Milan.",
        "Karl Meyer left Lyon on 3 June. Otto Brandt left Geneva on 4 June. Meyer reached Turin on 5 June.",
        "Karl Meyer and Otto Brandt left Lyon on Monday. It is not known if one of them was in Milan.",
        "Karl Meyer left Lyon by bus on Monday. The bus reached Turin on Tuesday.",
        "Karl Meyer left Lyon on Monday. A spokesman in Oslo said that they were looking for him.",
        "A banker left Lyon on Monday. On Tuesday he was in Geneva. A driver took him to Turin. He reached Milan.",
        "Karl Meyer left Lyon on Monday. He met Otto Brandt in Geneva. On Wednesday he reached Turin.",
        "Karl Meyer left Lyon on Monday. The old trader bought two tickets in Turin. He reached Milan on Friday.",
        "Karl Meyer left Lyon on Monday and found two others in the hold. They reached Turin on Friday.",
        "Anna Berg left Lyon on Monday for the hills of Nathia Gali. On Tuesday she reached Turin.",
        "Karl Meyer left Lyon on 3 June and reached Turin on 5 June. Twice he had stopped for petrol.",
        "The yachtsmen of Lyon like a small blue sloop. She left Nice on Monday.",
    ],
)
def test_the_simple_cases_are_settled(text: str) -> None:
    assert not guesses(text)
    assert not read(text)[0].unsettled


def test_a_lorry_that_carries_one_carries_not_the_other() -> None:
    text = (
        "Karl Meyer left Lyon on Monday. Otto Brandt left Nice the same day. A lorry carried him to Turin on Tuesday."
    )
    assert [visit.place.name for visit in read(text)[0].visits] == ["Nice", "Turin"]


def test_a_guessed_place_in_the_order_is_marked() -> None:
    last = guesses("Karl Meyer arrived in Milan. He left Lyon on 3 June and reached Turin on 5 June.")
    assert "came last is not told" in last["Milan"]
    back = guesses("Karl Meyer reached Lyon on 3 June and Turin on 5 June. He had been in Nice.")
    assert "looks back" in back["Nice"]
    assert not guesses("Karl Meyer left Lyon on 3 June and reached Turin on 5 June.")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Karl Meyer left Lyon on the 3rd.", "month"),
        ("Karl Meyer left Lyon on 28 May. He reached Turin on the 2nd.", "month"),
        ("Karl Meyer left Lyon on 3 June. On day four he reached Turin.", "counted"),
    ],
)
def test_a_day_told_by_its_number_alone_is_marked(text: str, why: str) -> None:
    assert any(why in told for told in guesses(text).values())


@pytest.mark.parametrize(
    "text",
    [
        "Karl Meyer left Lyon on 3 June and reached Turin on the 5th.",
        "Karl Meyer left Lyon on Monday the 3rd.",
    ],
)
def test_a_number_whose_month_or_weekday_is_told_is_not(text: str) -> None:
    assert not guesses(text)


def test_what_is_open_is_written_and_read_again() -> None:
    text = (
        "Anna Berg met Lena Holm in Lyon on Monday. She flew to Oslo on Tuesday. "
        "Karl Meyer and Otto Brandt stayed. One of them was seen in Oslo on Friday."
    )
    main = read(text)[0]
    again = parse_itinerary(dump_itinerary(main), lambda name: PLACES[name.removeprefix("toy:")])
    assert [visit.inferred for visit in again.visits] == [visit.inferred for visit in main.visits]
    assert [(one.text, one.reason) for one in again.unsettled] == [(one.text, one.reason) for one in main.unsettled]


def test_open_subjects_are_found_in_linear_time() -> None:
    text = "One of them, " * 3000 + "or " * 3000 + ", the one " * 3000 + "left Lyon."
    assert read(text)
