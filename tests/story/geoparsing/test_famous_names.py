"""Cities known everywhere and the villages, cars and bases called like them, read with the shipped gazetteer."""

from __future__ import annotations

import pytest

from wayproof.story.geoparsing.mentions import find_mentions
from wayproof.story.geoparsing.toponyms import Toponym, resolve
from wayproof.story.text.document import Story
from wayproof.story.vocabulary.makes import means_of_make
from wayproof.world.gazetteer import open_gazetteer
from wayproof.world.places import Kind


def read(text: str) -> dict[str, Toponym]:
    gazetteer, story = open_gazetteer(), Story(text)
    return {t.mention.text: t for t in resolve(find_mentions(story, gazetteer)[0], story, gazetteer)[0]}


def country(text: str, name: str) -> str | None:
    place = read(text)[name].place
    assert place is not None
    return place.country


@pytest.mark.parametrize(
    ("text", "name", "lies_in"),
    [
        # no airline serves a village
        ("She flew on a scheduled service out of Lisbon, landed at Newark and was in Boston by night.", "Lisbon", "PT"),
        ("The flight from Dublin came into Boston, and she went on to Cleveland and Toledo.", "Dublin", "IE"),
        ("From Warsaw she flew to Indianapolis by way of Chicago.", "Warsaw", "PL"),
        ("The Vienna flight was late, and Baltimore and Washington were dark when she came.", "Vienna", "AT"),
        ("He boarded a jet to Belgrade in Chicago; Minneapolis and Fargo were shut.", "Belgrade", "RS"),
        # a crop duster and a road do
        ("He drove from Dublin to Columbus and on to Dayton, Ohio.", "Dublin", "US"),
        ("He flew a Cessna from Dublin, Ohio, to Toledo.", "Dublin", "US"),
        # a text of the wide world
        (
            (
                "NEW YORK, May 3 - The Russian left Moscow for Delhi, was set down in Rome and then moved to Geneva. "
                "The Americans and Italians were silent in Boston."
            ),
            "Geneva",
            "CH",
        ),
        # a town is no range or river, and a range is no town
        ("They rode from Ulaanbaatar to Karakorum.", "Karakorum", "MN"),
        ("The lorry went from Murghab to Khorog over the Pamir.", "Murghab", "TJ"),
        ("In Hue he took a room by the river; Da Nang was next.", "Hue", "VN"),
        ("Uruguay voted; a school in Pocitos did so first in Montevideo.", "Pocitos", "UY"),
        ("They flew from Nairobi to Praslin and on to La Digue.", "Praslin", "SC"),
        ("He walked from Westminster to Chelsea in London.", "Westminster", "GB"),
        ("She lives in Westminster, Colorado, near Denver.", "Westminster", "US"),
        # a middling town stays one where its neighbours are named
        (
            "He changed at Dundee for Aberdeen; the cup went to Perth, and the band from Stirling was late.",
            "Perth",
            "GB",
        ),
        # a small capital is no hamlet
        ("She flew from Hamilton to New York, Bermuda behind her.", "Hamilton", "BM"),
        # a country is known better than a foreign province, and not than a greater state
        ("They drove through Luxembourg to Belgium.", "Luxembourg", "LU"),
        ("He lives in Bastogne, in the province of Luxembourg in Belgium.", "Luxembourg", "BE"),
        ("He drove from Savannah through Georgia to Tennessee.", "Georgia", "US"),
        # nor is a parish better known than an island
        ("She flew from San Juan to St. Thomas.", "St. Thomas", "VI"),
    ],
)
def test_fame_outweighs_neighbours_where_the_text_does_not_say_otherwise(text: str, name: str, lies_in: str) -> None:
    assert country(text, name) == lies_in


@pytest.mark.parametrize(
    ("text", "name", "kind", "lies_in"),
    [
        ("He flew from Manila to Clark, the big air base to the north.", "Clark", Kind.LANDMARK, "PH"),
        ("At Thule, the air base in Greenland, he waited two days.", "Thule", Kind.LANDMARK, "GL"),
        ("He came down at Lajes, the American airfield in the Azores.", "Lajes", Kind.LANDMARK, "PT"),
        ("Nobody at the air base at Ramstein would speak.", "Ramstein", Kind.LANDMARK, "DE"),
        ("She waited in Clark, the town in New Jersey.", "Clark", Kind.CITY, "US"),
        ("They took off from Lod, the town of Tel Aviv's airport.", "Lod", Kind.CITY, "IL"),
    ],
)
def test_a_base_is_known_by_what_the_text_calls_it(text: str, name: str, kind: Kind, lies_in: str) -> None:
    place = read(text)[name].place
    assert place is not None
    assert (place.kind, place.country) == (kind, lies_in)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He lay on the back seat of a Malibu all the way to Fresno.", "Malibu"),
        ("They loaded his Ascona in Kassel and drove to Fulda.", "Ascona"),
        ("The Seville was parked outside the hotel in Detroit.", "Seville"),
        ("He sold the Granada and bought an Eldorado in Tulsa.", "Granada"),
        ("He sold the Granada and bought an Eldorado in Tulsa.", "Eldorado"),
        ("We drove a rented Tucson from Denver to Cheyenne.", "Tucson"),
        ("She got into the Monza and drove to Bremen.", "Monza"),
        ("A white Sedona passed them in Phoenix.", "Sedona"),
        ("Her uncle's Cordoba was found in Reno.", "Cordoba"),
        ("They came down in a Lancaster near Arnhem.", "Lancaster"),
    ],
)
def test_a_model_of_a_car_or_aircraft_is_no_town(text: str, name: str) -> None:
    assert name not in read(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He was in Seville by noon and in Cordoba at three.", "Seville"),
        ("The Granada of the Nasrids lies far from Malaga.", "Granada"),
        ("A Sedona hotel took them in.", "Sedona"),
        ("Spain's Granada, and not the other one, is meant.", "Granada"),
        ("The Cambridge, Pleasant City and Lore City departments came from all over Ohio.", "Cambridge"),
        ("They arrived in Malibu at six.", "Malibu"),
        ("A train took her to Toledo on Sunday.", "Toledo"),
        ("Her brother met his wife in Tacoma and left.", "Tacoma"),
        ("The Tucson convention was moved to Phoenix.", "Tucson"),
    ],
)
def test_a_town_called_like_a_model_is_one_still(text: str, name: str) -> None:
    assert name in read(text)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("They rode in a rented Tucson to Yuma.", ("car",)),
        ("He drove in his Ibiza from Girona to Lyon.", ("car",)),
        ("She was back at his Tucson ranch.", ()),
        ("He slept in a Toledo hotel.", ()),
    ],
)
def test_a_model_tells_the_means(text: str, means: tuple[str, ...]) -> None:
    assert means_of_make(text) == means


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They went from Van to Erzurum by bus.", "Van"),
        ("The earthquake in Van killed hundreds.", "Van"),
        ("He slept at Ham and was in Amiens by ten.", "Ham"),
        ("She changed at Reading for Oxford.", "Reading"),
        ("They called at Deal and at Dover.", "Deal"),
    ],
)
def test_an_everyday_word_is_a_town_behind_a_verb_of_stopping(text: str, name: str) -> None:
    assert name in read(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He gave it to Van der Meer in Utrecht.", "Van"),
        ("He got out of the Van and ran.", "Van"),
        ("He called on Hope and stayed with Grace.", "Hope"),
    ],
)
def test_an_everyday_word_is_no_town_elsewhere(text: str, name: str) -> None:
    assert name not in read(text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He met her in front of the station in Luxembourg.", "Luxembourg", Kind.CITY),
        ("They landed at the airport of Djibouti.", "Djibouti", Kind.CITY),
        ("He took a room at a hotel in Singapore.", "Singapore", Kind.CITY),
        ("She lived in downtown Guatemala.", "Guatemala", Kind.CITY),
        ("The embassy in Mexico was shut.", "Mexico", Kind.CITY),
        ("A hotel in Mexico is cheap.", "Mexico", Kind.COUNTRY),
        ("They drove through Luxembourg to Belgium.", "Luxembourg", Kind.COUNTRY),
        ("Nobody at the embassy of Kuwait in Rome knew.", "Kuwait", Kind.COUNTRY),
        ("The government in Singapore was silent.", "Singapore", Kind.COUNTRY),
    ],
)
def test_a_spot_in_a_town_means_the_capital(text: str, name: str, kind: Kind) -> None:
    place = read(text)[name].place
    assert place is not None
    assert place.kind is kind


def test_a_bracket_adds_to_a_name() -> None:
    found = read("The train stopped at Frankfurt (Oder) before Poznan.")
    place = found["Frankfurt (Oder)"].place
    assert place is not None
    assert place.admin1 == "Brandenburg"
    assert "Ohio" in read("He lives in Columbus (Ohio).")
