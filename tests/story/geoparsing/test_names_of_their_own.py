"""Names that belong to one place only: capes, airfields, towns whose name is also a great city's abroad."""

from __future__ import annotations

import pytest

from wayproof.story.geoparsing.mentions import find_mentions
from wayproof.story.geoparsing.toponyms import resolve
from wayproof.story.text.document import Story
from wayproof.world.gazetteer import Gazetteer, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def read(text: str, gazetteer: Gazetteer) -> tuple[dict[str, str], list[str]]:
    """The ids of the places by their names in the text, and what looks like a place but is unknown."""
    story = Story(text)
    mentions, unknown = find_mentions(story, gazetteer)
    toponyms, _ = resolve(mentions, story, gazetteer)
    return {t.mention.text: t.place.id for t in toponyms if t.place}, [item.text for item in unknown]


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("The schooner sailed from Tanna to Port Vila on 3 May.", "Tanna", "region:tanna"),
        ("A tanker left Abadan for Basra at dawn.", "Abadan", "geonames:145459"),
        ("They buried him in Dili, an hour from the airport.", "Dili", "geonames:1645457"),
        ("The bus from Nairobi stopped in Namanga at noon.", "Namanga", "geonames:151988"),
        ("She took the ferry from Rhodes to Kos.", "Rhodes", "geonames:400666"),
        ("He left Mecca before sunset and reached Medina at two.", "Mecca", "geonames:104515"),
        ("They drove from Hanover to Berlin in three hours.", "Hanover", "geonames:2910831"),
    ],
)
def test_a_place_bears_its_own_name_before_a_city_that_is_called_so_abroad(
    text: str, name: str, place_id: str, gazetteer: Gazetteer
) -> None:
    assert read(text, gazetteer)[0][name] == place_id


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("He flew from Kennedy airport to Shannon on Tuesday.", "Kennedy airport", "airport:KJFK"),
        ("She was driven to Newark airport at six.", "Newark airport", "airport:KEWR"),
        ("The lorry went through the Mont Blanc tunnel.", "Mont Blanc tunnel", "landmark:mont-blanc-tunnel"),
        ("He walked over the Øresund bridge from Malmö.", "Øresund bridge", "landmark:oresund-bridge"),
        ("Gare de l'Est was empty when he got to it.", "Gare de l'Est", "station:gare-de-l-est"),
        ("She swam out from Cap d'Antibes in the morning.", "Cap d'Antibes", "landmark:cap-d-antibes"),
        ("He reached Mount St. Helens at noon.", "Mount St. Helens", "region:mount-st-helens"),
        ("The sledges reached Cape Columbia on 6 March.", "Cape Columbia", "landmark:cape-columbia"),
        ("The concert at JFK Stadium drew 90,000.", "JFK Stadium", "landmark:john-f-kennedy-stadium-philadelphia"),
    ],
)
def test_a_name_is_read_whole(text: str, name: str, place_id: str, gazetteer: Gazetteer) -> None:
    assert read(text, gazetteer)[0] == {**read(text, gazetteer)[0], name: place_id}


@pytest.mark.parametrize(
    ("text", "unknown", "part"),
    [
        ("He drove to Cape Columbus and slept there.", "Cape Columbus", "Columbus"),
        ("She camped at Point Sorrento for two nights.", "Point Sorrento", "Sorrento"),
        ("They rowed across Lake Palermo in an hour.", "Lake Palermo", "Palermo"),
        ("The party met on the Praça da Verona at nine.", "Praça da Verona", "Verona"),
        ("He was arrested on the Plaza Toledo.", "Plaza Toledo", "Toledo"),
        ("He climbed Mont Dublin alone.", "Mont Dublin", "Dublin"),
    ],
)
def test_the_town_in_an_unknown_name_is_not_meant(text: str, unknown: str, part: str, gazetteer: Gazetteer) -> None:
    places, others = read(text, gazetteer)
    assert part not in places
    assert unknown in others


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Cape Town was cold, and he flew to Mount Isa.", {"Cape Town", "Mount Isa"}),
        ("He moved to Point Pleasant and then to Lake Placid.", {"Point Pleasant", "Lake Placid"}),
        ("She went to Lago and from there to Como.", {"Como"}),
        ("From West Point he drove to Boston.", {"West Point", "Boston"}),
    ],
)
def test_towns_that_begin_with_such_a_word_stay_towns(text: str, names: set[str], gazetteer: Gazetteer) -> None:
    assert names <= set(read(text, gazetteer)[0])


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("He left Quito for Isabela, in the Galápagos.", "Isabela", "EC"),
        ("She grew up in Holton, in Suffolk.", "Holton", "GB"),
        ("He spent a year in Durham, in England.", "Durham", "GB"),
        ("They lived in Paris, in Texas, until May.", "Paris", "US"),
        ("The boat left San Pedro in the Philippines.", "San Pedro", "PH"),
        ("He was in Paris, in April he was in Texas.", "Paris", "FR"),
        ("He pushed off from Orleans, on Cape Cod, in June.", "Orleans", "US"),
        ("She left Newport, on the Isle of Wight, at noon.", "Newport", "GB"),
        ("She was seen in Georgetown, on Ascension Island.", "Georgetown", "SH"),
        ("He was in Victoria, in the state of Texas, at noon.", "Victoria", "US"),
        ("He was in San Rafael, in the province of Mendoza.", "San Rafael", "AR"),
        ("He was in Hamilton, on Tuesday Paris was his.", "Hamilton", "CA"),
        ("She spent the night in Havana, down by the Illinois River.", "Havana", "US"),
        ("He was in Geneva, on the shore of Lake Michigan.", "Geneva", "US"),
        ("They met in Kingston, on Lake Ontario.", "Kingston", "CA"),
        ("Paris lies far from Lake Ontario.", "Paris", "FR"),
    ],
)
def test_what_a_place_lies_in_may_follow_after_in(text: str, name: str, country: str, gazetteer: Gazetteer) -> None:
    assert gazetteer.place(read(text, gazetteer)[0][name]).country == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He drove to Hull on Monday.", "Hull"),
        ("He came on the bus from Deal.", "Deal"),
        ("She flew to Nelson on Monday.", "Nelson"),
        ("She left Hull at noon.", "Hull"),
        ("The bus reached Deal at six.", "Deal"),
    ],
)
def test_nobody_travels_to_a_surname_or_a_word(text: str, name: str, gazetteer: Gazetteer) -> None:
    assert name in read(text, gazetteer)[0]


@pytest.mark.parametrize("text", ["He drove to Grant's house.", "She drove to Mercy at noon.", "He drove to Will."])
def test_somebody_may_travel_to_a_person(text: str, gazetteer: Gazetteer) -> None:
    assert not read(text, gazetteer)[0]


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("The boat from Boston came up north of Greenland on 3 June.", "Greenland", "country:GL"),
        ("She sailed from Tahiti to Pitcairn and back.", "Pitcairn", "country:PN"),
        ("She landed in Adamstown at three. Pitcairn has fewer than sixty people.", "Adamstown", "geonames:4030723"),
        ("He reached Stanley on 3 June. The Falkland Islands were fogbound.", "Stanley", "geonames:3426691"),
        ("The submarine passed beneath the North Pole on 3 June.", "North Pole", "region:north-pole"),
        ("They circled the South Pole twice.", "South Pole", "region:south-pole"),
        ("She drove from Boston to Greenland, New Hampshire.", "Greenland", "geonames:5086915"),
    ],
)
def test_a_country_of_few_people_and_its_capital_are_meant_before_towns_elsewhere(
    text: str, name: str, place_id: str, gazetteer: Gazetteer
) -> None:
    assert read(text, gazetteer)[0].get(name) == place_id


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("She flew to the Yukon in May.", "Yukon", "admin1:CA-YT"),
        ("They hid in the Darien for months. He left Chepo, in Panama.", "Darien", "admin1:PA-5"),
        ("She lives in Yukon, Oklahoma.", "Yukon", "geonames:4556165"),
        ("The Paris office closed.", "Paris", "geonames:2988507"),
        ("He moved to Darien, in Connecticut.", "Darien", "geonames:4832425"),
    ],
)
def test_a_name_with_an_article_of_its_own_is_an_area(
    text: str, name: str, place_id: str, gazetteer: Gazetteer
) -> None:
    assert read(text, gazetteer)[0].get(name) == place_id


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She drove her Morris to Dundee.", {"Dundee"}),
        ("He left his Austin home for Dallas.", {"Dallas"}),
        ("A Bedford man drove a Bedford lorry to Leeds.", {"Bedford", "Leeds"}),
        ("She went to her Bristol office.", {"Bristol"}),
        ("He sang at Tampere Hall on Monday.", {"Tampere"}),
    ],
)
def test_makes_and_halls_are_told_from_towns(text: str, names: set[str], gazetteer: Gazetteer) -> None:
    assert set(read(text, gazetteer)[0]) == names
