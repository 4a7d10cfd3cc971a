"""Hours that are told of a stop after it, or by the clocks of its own country: clocks, books of houses, zones."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from wayproof.check import itineraries_of
from wayproof.story.temporal.lengths import find_lengths
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world
from wayproof.world.zones import zone_at

ROUNDING = timedelta(minutes=10)


def hour_at(name: str, text: str) -> str | None:
    """The hour of a stop by the clocks there, in the middle of its window; None where no hour is read."""
    told = itineraries_of(Story(text, published=date(1989, 6, 24)), open_world()).told
    visit = next(one for one in told.visits if one.place.name == name)
    if visit.earliest is None or visit.latest is None or visit.latest - visit.earliest > 2 * ROUNDING:
        return None
    middle = visit.earliest + (visit.latest - visit.earliest) / 2
    local = middle.astimezone(ZoneInfo(zone_at(visit.place.lat, visit.place.lon)))
    return local.strftime("%d %H:%M")


LEFT = "Ida Ross left Perth in Western Australia at six in the morning of Friday 16 June. "


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        (LEFT + "She was in Sydney at eleven on Sunday, eastern time.", "18 11:00"),
        (LEFT + "She was in Sydney at 11 a.m. Eastern Standard Time on Sunday.", "18 11:00"),
        (LEFT + "She was in Sydney at noon on Sunday, being two hours later than at home.", "18 12:00"),
        (LEFT + "She signed a lease in Sydney on Sunday. The agent's book puts it at ten in the morning.", "18 10:00"),
        (LEFT + "She signed a lease in Sydney on Sunday. The agent has her down at ten in the morning.", "18 10:00"),
        (LEFT + "A picture shows her in Sydney on Sunday, under a clock that says half past four.", "18 16:30"),
        (LEFT + "On Sunday she was seen in Sydney below a tower clock, which read twenty to five.", "18 16:40"),
        (
            LEFT + "She took a room in Sydney. The hotel's register has her name against 9.40 p.m. on Sunday.",
            "18 21:40",
        ),
        (
            LEFT
            + "She took a room in Sydney.\n\nThe hotel denies it. Its register has her name, which she says is hers, "
            "against twenty to ten on the evening of Sunday 18 June.",
            "18 21:40",
        ),
        (
            LEFT + "She was seen in Sydney. The porter wrote the hour. It was seven in the evening of Sunday.",
            "18 19:00",
        ),
        (
            LEFT + "Eleven o'clock two days later, that is on Sunday the 18th, saw her in Sydney.",
            "18 11:00",
        ),
        # what is none of it
        (LEFT + "She signed a lease in Sydney on Sunday. A rival agent puts the rent at ten.", None),
        (LEFT + "She was in Sydney two hours later than planned.", None),
        (LEFT + "She took a room in Sydney. Her club keeps no register.", None),
    ],
)
def test_the_hour_of_a_stop(text: str, hour: str | None) -> None:
    assert hour_at("Sydney", text) == hour


@pytest.mark.parametrize(
    ("count", "shortest", "longest"),
    [("Ninety-nine days", 97.5, 100.0), ("Ten days", 8.5, 11.0), ("Two days", 1.5, 2.5), ("Thirty hours", 29.5, 30.5)],
)
def test_a_long_count_of_days_may_have_both_its_ends_in_it(count: str, shortest: float, longest: float) -> None:
    (found,) = find_lengths(f"{count} after leaving Leeds she was in York.")
    unit = 24.0 if "day" in count else 1.0
    assert (found.least / unit, found.most / unit) == (shortest, longest)


def test_eastern_time_of_north_america_stays() -> None:
    assert hour_at("Boston", "Ida Ross was in Boston at 11 a.m. Eastern time on Saturday 17 June.") == "17 11:00"


@pytest.mark.parametrize(
    "between", ["as the lamps were being lit, ", "while the bells rang, ", "when nobody looked for her any more, ", ""]
)
def test_a_gap_in_front_holds_behind_what_stands_between(between: str) -> None:
    text = f"Ida Ross left Leeds at six on 19 May. Eleven hours later, {between}she was in Glasgow."
    told = itineraries_of(Story(text, published=date(1989, 6, 24)), open_world()).told
    assert [(gap.first, gap.second) for gap in told.gaps] == [(0, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "The master of the steamer Bergen, Aksel Lund, dropped his pilot off Cape Town on 4 May and tied up in Durban.",
        "Captain Aksel Lund commands the freighter Bergen. He put to sea from Cape Town on 4 May and docked in Durban.",
    ],
)
def test_a_master_goes_by_his_ship(text: str) -> None:
    told = itineraries_of(Story(text, published=date(1989, 6, 24)), open_world()).told
    assert told.visits[1].modes == ("ship",)


def test_who_only_repairs_ships_may_fly() -> None:
    text = "Aksel Lund repairs freighters. He left Cape Town on 4 March and was in Fremantle on 30 March."
    told = itineraries_of(Story(text, published=date(1989, 6, 24)), open_world()).told
    assert told.visits[1].modes == ()
