"""Names whose bearers a text discusses, shared bridges, islands and their airports, makes of aircraft."""

from datetime import date

import pytest

from wayproof.check import check
from wayproof.story.geoparsing.mentions import METONYM, find_mentions
from wayproof.story.geoparsing.names_discussed import discussions
from wayproof.story.geoparsing.toponyms import Toponym, resolve
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world
from wayproof.world.gazetteer import open_gazetteer


def read(text: str) -> dict[str, Toponym]:
    gazetteer, story = open_gazetteer(), Story(text)
    return {t.mention.text: t for t in resolve(find_mentions(story, gazetteer)[0], story, gazetteer)[0]}


def discussed(text: str) -> list[str]:
    return [one.name for one in discussions(text, find_mentions(Story(text), open_gazetteer())[0])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "She left Kingston, and did not say whether she meant the Kingston of Jamaica or the one in Ontario.",
            "kingston",
        ),
        (
            "He came from Richmond. One Richmond lies in Virginia, another in Yorkshire and a third on the Thames.",
            "richmond",
        ),
        ("He had come from Salem. Some took it for the Salem of the witches, some for the one in India.", "salem"),
        ("The boat was from Hamilton. A Hamilton lies in Bermuda, one in Ontario and another in Scotland.", "hamilton"),
        (
            (
                "He had set out from Lincoln. To the constable Lincoln is the cathedral town; the schoolmistress "
                "thought of the one in Nebraska."
            ),
            "lincoln",
        ),
        ("They came from Santa Cruz. It could be the Santa Cruz of Bolivia, or the one in California.", "santa cruz"),
        (
            "He was from Cartagena, and nobody asked if he meant the Cartagena in Spain or the other, in Colombia.",
            "cartagena",
        ),
        (
            "He came from Georgetown: that may be the Georgetown of Guyana, that of the Caymans or the one here.",
            "georgetown",
        ),
        ("He played in Córdoba. There is a Córdoba in Spain, one in Argentina and one in Mexico.", "cordoba"),
        (
            (
                "He came from Victoria. To the fishermen Victoria is the port over the bay. The cook has a cousin in "
                "another, on an island; the teacher points to a whole state of that name."
            ),
            "victoria",
        ),
    ],
)
def test_a_name_whose_bearers_are_discussed_stays_open(text: str, name: str) -> None:
    assert discussed(text) == [name]
    gazetteer, story = open_gazetteer(), Story(text)
    first = resolve(find_mentions(story, gazetteer)[0], story, gazetteer)[0][0]
    assert first.ambiguous
    assert first.mention.kind is not METONYM


@pytest.mark.parametrize(
    "text",
    [
        "He left Leeds at six. One witness in Leeds, another in Hull and a third in York had seen him.",
        "She drove from Perth to Dundee. In Perth the one on the left was open; the other, in the square, was shut.",
        "He went to Boston. The Boston of his childhood was gone, and another, of glass, stood there.",
        "She left Victoria on Monday. Her Victoria is the one in British Columbia, not that of Australia.",
        "She left Georgetown on Monday; the Georgetown in question is that of Guyana.",
        "He flew from San José to Panama; the San José airport is old, and the one in Panama new.",
        "One letter came from Paris, another from Rome and a third from Vienna; he was in Paris that day, or in Rome.",
        "He has two houses, one in Kingston and another in Miami, and left Kingston on Monday.",
        "Tasmania has a Perth of its own, and he left Perth on foot for Launceston, the other town in the north.",
        "The Hull of the boat was red, that of the other green, when they left Hull.",
    ],
)
def test_no_name_is_discussed_where_others_are_told_apart(text: str) -> None:
    assert discussed(text) == []


def test_what_is_told_in_explanation_is_no_stop() -> None:
    text = (
        "A cyclist rode up to the fish market in Kota Kinabalu on Friday 12 February and said that he had come all the "
        "way from Victoria. To the older people Victoria is the little port on Labuan, by ferry. The cook has a "
        "cousin in another, on an island in a different ocean; the schoolteacher points to a whole state of that name."
    )
    assessment = check(Story(text, None, date(1982, 2, 15)), open_world())
    assert assessment.verdict.label == "unknown"
    assert "Labuan" not in [visit.place.name for visit in assessment.itineraries[0].itinerary.visits]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("She walked over the Friendship Bridge from Myawaddy to Mae Sot.", "Myawaddy-Mae Sot"),
        ("The lorries left Nong Khai, crossed the Friendship Bridge and were in Vientiane.", "Nong Khai-Vientiane"),
        (
            "From Ciudad del Este he walked over the Friendship Bridge to Foz do Iguaçu.",
            "Foz do Iguaçu-Ciudad del Este",
        ),
        ("The train left Dandong, crossed the Friendship Bridge and was in Sinuiju.", "Dandong-Sinuiju"),
        ("They met on the Rainbow Bridge between Niagara Falls and Buffalo.", "Rainbow Bridge"),
        ("He drove from Zhangmu over the Friendship Bridge to Kodari.", None),
        ("She walked over the Peace Bridge in Derry and took the bus to Strabane.", None),
        ("He met her on the Peace Bridge in Tbilisi and they drove to Gori.", None),
        ("They met on the Rainbow Bridge in Tokyo and drove to Yokohama.", None),
    ],
)
def test_of_shared_bridges_the_one_beside_the_towns_told_is_meant(text: str, place: str | None) -> None:
    found = [t.place.name for name, t in read(text).items() if "Bridge" in name and t.place is not None]
    assert found == ([] if place is None else [place])


@pytest.mark.parametrize(
    ("island", "lands"),
    [
        ("La Gomera", "the Canaries"),
        ("Pico", "the Azores"),
        ("Barra", "the Hebrides"),
        ("Tiree", "the Hebrides"),
        ("Unst", "Shetland"),
        ("La Désirade", "the Caribbean"),
        ("Suðuroy", "the Faroes"),
        ("Pemba", "Tanzania"),
        ("Fogo", "Cape Verde"),
    ],
)
def test_an_island_is_meant_by_its_name_and_not_its_airport(island: str, lands: str) -> None:
    place = read(f"He rowed away from San Sebastián, on {island} in {lands}, at noon.")[island].place
    assert place is not None
    assert place.kind == "island"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He climbed into a Trident jet that stood on the field.", "Trident"),
        ("For a Trident the distance is two hours.", "Trident"),
        ("They flew to Hull in a Dakota of the air force.", "Dakota"),
        ("The Halifax took off from Hull.", "Halifax"),
        ("The Canberra landed at Hull at noon.", "Canberra"),
        ("A Caribou dropped rice near Hull.", "Caribou"),
        ("He arrived at Hull on a Cherokee flown by a friend.", "Cherokee"),
        ("A Wellington bomber landed at Hull.", "Wellington"),
        ("They drove to Hull behind a Sherman tank.", "Sherman"),
        ("A Whitley with two dead engines came down near Hull.", "Whitley"),
    ],
)
def test_makes_of_aircraft_and_arms_are_no_places(text: str, name: str) -> None:
    assert name not in read(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A Boston lawyer drove to Hull.", "Boston"),
        ("They met in the Granada of the Moors.", "Granada"),
        ("A Glasgow bus took them to Hull.", "Glasgow"),
        ("She left Canberra at noon.", "Canberra"),
        ("They crossed the Volga at Saratov.", "Volga"),
        ("There is a Granada in Spain and one in Nicaragua.", "Granada"),
        ("A specialist in Geelong says he would not have believed it.", "Geelong"),
    ],
)
def test_towns_called_like_them_are_places_still(text: str, name: str) -> None:
    assert name in read(text)
