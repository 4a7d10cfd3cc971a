"""Names whose place the words around tell: the region behind them, the others of the text, what they are names of."""

from __future__ import annotations

import pytest

from wayproof.story.geoparsing.mentions import MentionKind, find_mentions
from wayproof.story.geoparsing.toponyms import resolve
from wayproof.story.text.document import Story
from wayproof.world.gazetteer import Gazetteer, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def read(text: str, gazetteer: Gazetteer) -> dict[str, str]:
    """Name and area of the places by their names in the text; a government's or organisation's name is left out."""
    story = Story(text)
    mentions, _ = find_mentions(story, gazetteer)
    toponyms, _ = resolve(mentions, story, gazetteer)
    return {
        t.mention.text: f"{t.place.name}, {t.place.admin1 or t.place.country}"
        for t in toponyms
        if t.place and t.mention.kind is not MentionKind.METONYM
    }


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("The pilot brought it down at Hatzor, in the south of Israel.", "Hatzor", "H̱atsor Ashdod, Southern"),
        ("They were taken to Hatzor in northern Israel.", "Hatzor", "H̱atsor HaGlilit, Northern"),
        ("She lodged at Newport, on the Pembrokeshire coast.", "Newport", "Newport, Pembrokeshire"),
        ("The ferry left Portland, in the south-east of Victoria, at six.", "Portland", "Portland, Victoria"),
        ("He was seen at Peru, in Indiana, on Monday.", "Peru", "Peru, Indiana"),
        ("They slept at Wales, in Alaska, and flew on.", "Wales", "Wales, Alaska"),
        ("The lorry broke down in San Fernando, in the heart of Chiapas.", "San Fernando", "San Fernando, Chiapas"),
        ("The road ends at San Salvador, a hamlet of Chiapas.", "San Salvador", "San Salvador, Chiapas"),
        ("She reached Paris, a small town in northern Texas, at noon.", "Paris", "Paris, Texas"),
    ],
)
def test_the_region_told_behind_a_name_decides(text: str, name: str, place: str, gazetteer: Gazetteer) -> None:
    assert read(text, gazetteer)[name] == place


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She flew from Paris in March to Texas.", "Paris"),
        ("There are others in Virginia, in Louisiana, and in Scotland.", "Louisiana"),
        ("He changed twice in Entebbe, in Liège and in Nairobi.", "Entebbe"),
    ],
)
def test_a_list_or_a_month_behind_a_name_tells_no_region(text: str, name: str, gazetteer: Gazetteer) -> None:
    assert read(text, gazetteer)[name].split(",")[0] == name


def test_a_name_told_to_lie_where_no_bearer_lies_is_left_open(gazetteer: Gazetteer) -> None:
    assert "Wales" not in read("They camped at Wales, in Kansas, for a night.", gazetteer)


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        (
            "She left New York on Monday. Touchdown at Heathrow came at six.",
            "Heathrow",
            "London Heathrow Airport, Hillingdon",
        ),
        ("He flew from Boston to Orly in a day.", "Orly", "Paris-Orly Airport, Essonne"),
        ("The crew slept at Kennedy and went on at dawn.", "Kennedy", "John F Kennedy International Airport, New York"),
        ("From Tempelhof he flew to Idlewild.", "Idlewild", "John F Kennedy International Airport, New York"),
        ("They took the train from Orlando to Heathrow, in Florida.", "Heathrow", "Heathrow, Florida"),
        ("In Utah she drove from Ogden to Logan.", "Logan", "Logan, Utah"),
        ("They sailed from Honolulu to Wake and then to Guam.", "Wake", "Wake Island, UM"),
        ("He drove from Raleigh to Wake County and Durham.", "Wake County", "Wake County, North Carolina"),
    ],
)
def test_a_bare_name_is_the_great_airport_or_the_lone_island(
    text: str, name: str, place: str, gazetteer: Gazetteer
) -> None:
    assert read(text, gazetteer)[name] == place


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        (
            "Two boats left Tapachula in Chiapas for Mexico City; one man reached San Salvador.",
            "San Salvador",
            "San Salvador, San Salvador",
        ),
        (
            "From Marseille they drove to Paris by Montélimar, with one halt at Beaune.",
            "Beaune",
            "Beaune, Côte-d\u2019Or",
        ),
        (
            "The bus from Buenos Aires stopped in San Fernando, and in Ezeiza.",
            "San Fernando",
            "San Fernando, Buenos Aires",
        ),
        ("They went from Gangtok to Yadong on foot.", "Yadong", "Xarsingma, Tibet"),
        ("The column halted at Khenzimane at noon.", "Khenzimane", "Khinzemane, Arunachal Pradesh"),
        ("The guards took him to Doğu Kap\u0131 by train.", "Doğu Kap\u0131", "Doğukap\u0131, Kars"),
        ("He had left Shackleton for the South Pole.", "Shackleton", "Shackleton Base, AQ"),
    ],
)
def test_a_namesake_needs_more_than_to_lie_nearer(text: str, name: str, place: str, gazetteer: Gazetteer) -> None:
    assert read(text, gazetteer)[name] == place


@pytest.mark.parametrize("told", ["international bridge", "International Bridge", "Bridge", "bridge"])
def test_a_bridge_is_named_whole_in_small_letters_too(told: str, gazetteer: Gazetteer) -> None:
    text = f"They crossed the Simón Bolívar {told} into Cúcuta."
    assert read(text, gazetteer)[f"Simón Bolívar {told}"].startswith("Simón Bolívar International Bridge")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He came in his uncle's Mercedes at noon.", "Mercedes"),
        ("The Mercedes-Benz broke down near Graz.", "Benz"),
        ("A Ford Taunus left Graz. The Taunus was sold in Linz.", "Taunus"),
        ("She rode a Norton from Derby to Dover.", "Norton"),
        ("The Dalai Lama left Lhasa on foot.", "Dalai"),
        ("The Aga Khan met him in Bombay.", "Aga"),
        ("She dined at the Hôtel de Paris in Nice.", "Paris"),
        ("A clerk of the Bank of London went to Dover.", "London"),
        ("Lloyd's of London sent a man to Genoa.", "London"),
        ("An elephant called Bolivia died in Graz.", "Bolivia"),
        ("He climbed into an Iberia DC-8 in Madrid.", "Iberia"),
        ("A DC-8 landed in Madrid.", "DC"),
        ("The leading Hercules landed in Cairo.", "Hercules"),
        ("She took the Sudan 707 to Cairo.", "Sudan"),
    ],
)
def test_makes_styles_houses_and_creatures_are_no_places(text: str, name: str, gazetteer: Gazetteer) -> None:
    assert name not in read(text, gazetteer)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Plymouth police rang her in Exeter.", "Plymouth"),
        ("The Lincoln Tunnel was shut, so she left from Norton.", "Norton"),
        ("She had walked from the city of London to Kew.", "London"),
        ("They landed at Khan Yunis at night.", "Khan Yunis"),
    ],
)
def test_a_town_stays_one_that_a_make_or_a_house_is_named_after(text: str, name: str, gazetteer: Gazetteer) -> None:
    assert name in read(text, gazetteer)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "She drove from Peru to Lima, past Fort Wayne in Indiana and Dayton in Ohio.",
            {"Peru": "Peru, Indiana", "Lima": "Lima, Ohio"},
        ),
        (
            "The truck left Fort Wayne at six. By noon it was in Lima. A Dayton man, from Ohio, mended it in Peru.",
            {"Peru": "Peru, Indiana", "Lima": "Lima, Ohio"},
        ),
        (
            "The bus went from Portland in Maine to Augusta, Bangor, Poland and Paris.",
            {"Poland": "Poland, Maine", "Paris": "Paris, Maine"},
        ),
        (
            "They flew from Fort Wayne, by way of Dayton in Ohio, to Peru. In Lima they drove to the sea.",
            {"Peru": "Peru, PE", "Lima": "Lima, Lima"},
        ),
        (
            "He left Fort Wayne in Indiana by bus for Dayton and dreamt of Peru and Bolivia.",
            {"Peru": "Peru, PE"},
        ),
    ],
)
def test_names_of_a_text_that_goes_by_road_in_one_region_lie_there(
    text: str, places: dict[str, str], gazetteer: Gazetteer
) -> None:
    found = read(text, gazetteer)
    assert {name: found.get(name) for name in places} == places


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("She left Paris for Dallas. Texas, it turns out, has its own Paris.", "Paris", "Paris, Texas"),
        ("She left London for Toronto. Ontario has a London too.", "London", "London, Ontario"),
        ("She left Athens at six. The Athens in question is a town in Georgia.", "Athens", "Athens, Georgia"),
        ("She left Naples at six. There is another Naples, on the coast of Florida.", "Naples", "Naples, Florida"),
        ("She left Melbourne. The name is also borne by a town in Florida.", "Melbourne", "Melbourne, Florida"),
        ("She left Odessa. It is not the port but a namesake in Texas.", "Odessa", "Odessa, Texas"),
        ("She left Paris. A second town of the name lies in the state of Texas.", "Paris", "Paris, Texas"),
        ("She left Paris. A friend from Texas has a Paris guidebook.", "Paris", "Paris, Paris"),
        ("She left London. A village of another name lies in Kent.", "London", "London, Westminster"),
    ],
)
def test_a_namesake_that_the_text_explains_is_meant(text: str, name: str, place: str, gazetteer: Gazetteer) -> None:
    assert read(text, gazetteer)[name] == place


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("He left Leningrad on Monday.", "Leningrad", "Saint Petersburg, Saint Petersburg"),
        ("He left Gorky on Monday.", "Gorky", "Nizhniy Novgorod, Nizhny Novgorod"),
        ("He left Sverdlovsk on Monday.", "Sverdlovsk", "Yekaterinburg, Sverdlovsk"),
        ("He lives in Sverdlovsk Oblast.", "Sverdlovsk Oblast", "Sverdlovsk, RU"),
    ],
)
def test_a_city_keeps_its_former_name_before_the_region(text: str, name: str, place: str, gazetteer: Gazetteer) -> None:
    assert read(text, gazetteer)[name] == place


def test_a_common_name_far_from_all_others_is_no_place(gazetteer: Gazetteer) -> None:
    drive = "He left Trondheim in Norway, stopped in Ross and reached Oslo."
    assert "Ross" not in read(drive, gazetteer)
    assert "Longyearbyen" in read("He left Launceston, stopped in Longyearbyen and reached Hobart.", gazetteer)
    assert "Ross" in read("He left Cincinnati, stopped in Ross and reached Hamilton in Ohio.", gazetteer)


def test_a_town_is_no_abbreviation_of_a_province(gazetteer: Gazetteer) -> None:
    assert (
        read("She left Oslo for Norway and rang a bell in Alta. The lady came.", gazetteer)["Alta"] == "Alta, Finnmark"
    )
    assert read("He drove from Calgary, Alta. to Regina.", gazetteer)["Alta."] == "Alberta, CA"
