"""Famous names in tales of one neighbourhood: the small place near by, or none that is known."""

from datetime import date

import pytest

from wayproof.check import check
from wayproof.story.text.document import Story
from wayproof.verdict.assessment import Assessment
from wayproof.world.atlas import open_world

REFUTED = {"impossible", "implausible"}


def judged(text: str) -> Assessment:
    return check(Story(text, None, date(1962, 7, 1)), open_world())


def countries(assessment: Assessment) -> list[str | None]:
    return [visit.place.country for visit in assessment.itineraries[0].itinerary.visits]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            (
                "Ida Bell left New York by bicycle at two on 2 June 1962 and was in Boston at three. A baker at "
                "Sibsey gave the tea; Skegness heard of it a week later."
            ),
            "GB",
        ),
        (
            (
                "Ida Bell set out from New York on her bicycle at seven on 2 June 1962 and was in Boston at eight. "
                "The prize was given by a brewer of Spilsby, and an inn at Coningsby had wanted it."
            ),
            "GB",
        ),
        (
            (
                "Ida Bell walked from Toronto to Bishop Auckland on 2 June 1962. She set out at noon and was there "
                "by two. A cousin at Witton Park had kept a seat, and one from Crook brought bread."
            ),
            "GB",
        ),
        (
            (
                "Ida Bell left Moscow on foot at five on 2 June 1962 and piped at Kilmarnock at half past six. "
                "Galston wanted her too, and Darvel."
            ),
            "GB",
        ),
        (
            (
                "Ida Bell walked from Philadelphia to Houghton-le-Spring on 2 June 1962. She left at one and "
                "arrived at two. The judge was from Sunderland and the cornet from Hetton."
            ),
            "GB",
        ),
        (
            (
                "Ida Bell walked out of Egypt at one on 2 June 1962 and was in Slough at three. Farnham Common has "
                "two shops; Beaconsfield has the station."
            ),
            "GB",
        ),
        (
            (
                "Ida Bell ran from Dallas to Forres on 2 June 1962. She left at nine and arrived at noon. Elgin "
                "and Rafford sent runners."
            ),
            "GB",
        ),
        (
            (
                "Ida Bell left Athens by bus at eight on 2 June 1962 and was in Logan before nine. A girl from "
                "Nelsonville drove her back; they bought pumpkins at Lancaster."
            ),
            "US",
        ),
        (
            (
                "Ida Bell left Berlin on foot at seven on 2 June 1962 and was in Gorham at nine. Her sister in "
                "Lancaster heard it, and a sheriff in Littleton sent a plough."
            ),
            "US",
        ),
        (
            (
                "Ida Bell left Rome at six on 2 June 1962 and ran to Cartersville by way of Kingston, arriving at "
                "four. A cousin in Calhoun doubts it, and a nurse from Dalton saw her."
            ),
            "US",
        ),
        (
            (
                "Ida Bell left Tripoli by car at eight on 2 June 1962 and was in Byblos before nine. She had lunch "
                "in Beirut at noon. The cousins from Batroun had stayed at home."
            ),
            "LB",
        ),
        (
            (
                "Ida Bell left Hyderabad by car at seven on 2 June 1962 and was in Karachi at ten. Her clerk, from "
                "Thatta, carried the papers to a house in Kotri."
            ),
            "PK",
        ),
    ],
)
def test_the_places_of_one_neighbourhood_are_meant(text: str, country: str) -> None:
    assessment = judged(text)
    assert set(countries(assessment)) == {country}
    assert assessment.verdict.label not in REFUTED


@pytest.mark.parametrize(
    "text",
    [
        (
            "Ida Bell walked from Seville to Horncastle on 2 June 1962. She left at noon and was there at two. A "
            "carter from Woodhall Spa passed her, and a drover of Louth."
        ),
        (
            "Ida Bell left Lisbon on foot at five on 2 June 1962 and was in Ballymena at eight. A man from Larne "
            "bought her calf; the bread was from Antrim."
        ),
        (
            "Ida Bell left Cairo by cart at six on 2 June 1962 and was in Hawick by nine. She had wool for Selkirk "
            "and a pig for Jedburgh."
        ),
        (
            "Ida Bell left Porto by train at six on 2 June 1962, went up the river as far as Tua and was in Bragança "
            "at three in the afternoon."
        ),
        (
            "Ida Bell left Oslo by car at six on 2 June 1962, bought bread in Papeari and was in Hamar at three in "
            "the afternoon."
        ),
    ],
)
def test_a_namesake_that_no_gazetteer_has_leaves_the_journey_open(text: str) -> None:
    assessment = judged(text)
    assert assessment.verdict.label == "unknown"
    assert any(visit.alternatives for visit in assessment.itineraries[0].itinerary.visits)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Jean Roux left Paris on his bicycle at noon on 2 June 1962 and was in Berlin at one, he says. A baker "
            "in Spandau saw him, and cousins in Potsdam."
        ),
        (
            "Luis Paz left Madrid by car at seven on 2 June 1962 and was in Ullapool at noon, he says. A postman at "
            "Lochinver and a lady in Gairloch have seen the car."
        ),
        (
            "Bob Kerr left New York by bicycle at two on 2 June 1962 and was in Boston by three. A policeman in "
            "Hartford and a baker in Providence laughed."
        ),
        (
            "Ed Coe left Cairo on foot at six on 2 June 1962 and was in Aswan by noon. A guide at Luxor and a "
            "boatman of Edfu saw him."
        ),
        (
            "Ed Coe left Toronto by bicycle at six on 2 June 1962 and was in Halifax by noon. Friends in Truro and "
            "a nun in Dartmouth gave him soup."
        ),
    ],
)
def test_a_claim_between_famous_places_stays_refuted(text: str) -> None:
    assert judged(text).verdict.label == "impossible"
