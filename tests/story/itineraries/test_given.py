"""Places given by hand, read with the shipped gazetteer."""

from __future__ import annotations

import pytest

from wayproof.errors import InputError, UnknownPlaceError
from wayproof.story.itineraries.given import candidates, given_itinerary
from wayproof.world.gazetteer import open_gazetteer
from wayproof.world.places import Kind


@pytest.mark.parametrize(
    ("names", "countries"),
    [
        # a world city is meant though a namesake is nearer: travellers cross oceans
        (("London", "New York"), ("GB", "US")),
        (("London", "Toronto"), ("GB", "CA")),
        (("Dallas", "Paris"), ("US", "FR")),
        (("Vienna", "Washington"), ("AT", "US")),
        (("Sydney", "Halifax"), ("AU", "CA")),
        # between comparable bearers nearness decides
        (("Sovetsk", "Vilnius"), ("RU", "LT")),
        (("Birmingham", "Atlanta"), ("US", "US")),
        (("Perth", "Edinburgh"), ("GB", "GB")),
        (("Valencia", "Madrid"), ("ES", "ES")),
        (("Valencia", "Caracas"), ("VE", "VE")),
        (("Hyderabad", "Karachi"), ("PK", "PK")),
        (("Odessa", "Dallas"), ("US", "US")),
        (("Odessa", "Kyiv"), ("UA", "UA")),
        (("Victoria", "Vancouver"), ("CA", "CA")),
        # the region given decides, whatever is near
        (("Dallas", "Paris, Texas"), ("US", "US")),
        (("London, Ontario", "Paris"), ("CA", "FR")),
    ],
)
def test_bearers_are_chosen_by_fame_and_nearness(names: tuple[str, str], countries: tuple[str, str]) -> None:
    visits = given_itinerary(names, open_gazetteer()).visits
    assert tuple(visit.place.country for visit in visits) == countries


def test_the_sovetsk_near_kaliningrad_goes_with_vilnius_and_another_with_kirov() -> None:
    near_vilnius = given_itinerary(("Sovetsk", "Vilnius"), open_gazetteer()).visits[0].place
    near_kirov = given_itinerary(("Sovetsk", "Kirov", "Perm"), open_gazetteer()).visits[0].place
    assert near_vilnius.admin1 == "Kaliningrad"
    assert near_kirov.admin1 == "Kirov"


@pytest.mark.parametrize("name", ["New York", "Washington", "Kaliningrad", "Barcelona", "Odessa"])
def test_a_city_comes_before_the_area_of_its_name(name: str) -> None:
    assert candidates(name, open_gazetteer())[0][0].kind is Kind.CITY


def test_scores_fall_and_lie_between_0_and_1() -> None:
    scores = [score for _, score in candidates("Springfield", open_gazetteer())]
    assert scores == sorted(scores, reverse=True)
    assert 0.0 <= scores[-1] <= scores[0] <= 1.0


def test_what_cannot_be_a_place_is_refused() -> None:
    with pytest.raises(InputError, match="empty"):
        candidates(" ", open_gazetteer())
    with pytest.raises(UnknownPlaceError, match="LAT,LON"):
        candidates("Qqqqzzzqq", open_gazetteer())
