"""Each rule finds, finds nothing, or has nothing to judge by."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from toyworld import PLACES, POSTS, at, journey, judged, toy_speeds, toy_world, visit
from wayproof.check import check, check_itinerary
from wayproof.story.itineraries.itinerary import Event, Gap
from wayproof.story.journey.told_closures import ToldClosure
from wayproof.story.text.document import Story
from wayproof.verdict.border_rules import (
    CheckpointClosed,
    Disputed,
    RestrictedCrossing,
    ToldClosed,
    UnlawfulStep,
)
from wayproof.verdict.grades import Grade
from wayproof.verdict.means_rules import ClosedToVehicles, DryShod, StatedModeMissing
from wayproof.verdict.rulebook import RULEBOOK
from wayproof.verdict.rules import (
    Ambiguous,
    ArrivalBeforeDeparture,
    NearestPoints,
    NoEstimate,
    TooFast,
    TwoPlacesAtOnce,
    Untimed,
)
from wayproof.verdict.sky_rules import AirspaceClosed
from wayproof.verdict.told_rules import StatedDuration
from wayproof.world.atlas import open_world
from wayproof.world.places import Kind, Place

if TYPE_CHECKING:
    from wayproof.story.itineraries.itinerary import Itinerary, Visit
    from wayproof.verdict.assessment import Assessment
    from wayproof.verdict.findings import Finding
    from wayproof.verdict.rules import Rule
    from wayproof.world.atlas import World

CAR, FOOT = ("car",), ("foot",)
LAPPEENRANTA = Place("test:lpr", "Lappeenranta", Kind.CITY, "FI", 61.0587, 28.1887, 5.0, "test")
VYBORG = Place("test:vyb", "Vyborg", Kind.CITY, "RU", 60.7092, 28.7444, 4.0, "test")
POST = Place("crossing:aa-bb-south", "South Post", Kind.CROSSING, "AA", 0.3, 2.0, 0.1, "toy")


def found(rule: Rule, told: Itinerary, world: World) -> tuple[Finding, ...] | None:
    return rule.judge(judged(told, world).case)


def trip(hours: float, *, modes: tuple[str, ...] = (), start: float = 6.0) -> Itinerary:
    return journey(
        visit("Alma", at(3, start), event=Event.DEPART),
        visit("Belder", at(3, start) + timedelta(hours=hours), event=Event.ARRIVE, modes=modes, quote="she arrived"),
    )


UNTIMED = journey(visit("Alma"), visit("Belder"))


@pytest.mark.parametrize(
    ("rule", "bad", "good", "grade"),
    [
        (ArrivalBeforeDeparture(), trip(-2.0), trip(9.0), Grade.IMPOSSIBLE),
        (TwoPlacesAtOnce(), trip(0.25), trip(9.0), Grade.IMPOSSIBLE),
        (TooFast(), trip(1.5, modes=CAR), trip(12.0, modes=CAR), Grade.IMPOSSIBLE),
        (TooFast(), trip(3.0, modes=CAR), trip(12.0, modes=CAR), Grade.IMPLAUSIBLE),
        (TooFast(), trip(6.0, modes=CAR), trip(12.0, modes=CAR), Grade.TIGHT),
    ],
)
def test_rules_about_time_are_three_way(
    rule: Rule, bad: Itinerary, good: Itinerary, grade: Grade, plain_world: World
) -> None:
    (finding,) = found(rule, bad, plain_world) or ()
    assert (finding.rule, finding.grade, finding.leg) == (rule.name, grade, 0)
    assert finding.text.endswith(".")
    assert finding.quote == "she arrived"
    assert found(rule, good, plain_world) == ()
    assert found(rule, UNTIMED, plain_world) is None


def test_two_places_at_once_is_not_also_too_fast(plain_world: World) -> None:
    assert found(TooFast(), trip(0.25), plain_world) == ()
    assert found(TwoPlacesAtOnce(), trip(1.5, modes=CAR), plain_world) == ()


def test_too_fast_tells_its_figures_and_source(plain_world: World) -> None:
    (finding,) = found(TooFast(), trip(1.5, modes=CAR), plain_world) or ()
    numbers = {number.name: number.value for number in finding.numbers}
    assert numbers["window"] == 1.5
    assert 320 < float(numbers["distance at least"]) < 335
    assert 210 < float(numbers["speed needed"]) < 225
    assert finding.sources == ("toy gazette",)


def test_a_stated_duration_contradicts_the_distance(plain_world: World) -> None:
    def told(hours: float) -> Itinerary:
        said = Gap(0, 1, None, timedelta(hours=hours), "an hour's drive", 3, 18)
        return journey(visit("Alma", at(3)), visit("Belder", modes=CAR), gaps=(said,))

    (finding,) = found(StatedDuration(), told(1.0), plain_world) or ()
    assert (finding.grade, finding.quote) == (Grade.IMPOSSIBLE, "an hour's drive")
    assert found(StatedDuration(), told(9.0), plain_world) == ()
    assert found(StatedDuration(), trip(9.0), plain_world) is None


def test_legs_without_time_are_named(plain_world: World) -> None:
    (finding,) = found(Untimed(), UNTIMED, plain_world) or ()
    assert finding.grade is None
    assert "Alma to Belder" in finding.text
    assert found(Untimed(), trip(9.0), plain_world) == ()
    assert found(Untimed(), journey(visit("Alma"), visit("Alma")), plain_world) is None


def test_legs_without_an_estimate_are_named(plain_world: World) -> None:
    told = journey(visit("Belder", at(3)), visit("Insel", at(9), modes=CAR))
    (finding,) = found(NoEstimate(), told, plain_world) or ()
    assert "Belder to Insel" in finding.text
    assert found(NoEstimate(), trip(9.0), plain_world) == ()
    assert found(NoEstimate(), UNTIMED, plain_world) is None


def test_nearest_points_are_told(plain_world: World) -> None:
    (finding,) = found(NearestPoints(), journey(visit("Alma", at(3)), visit("Eastland", at(4))), plain_world) or ()
    assert "Eastland is an area" in finding.text
    assert found(NearestPoints(), trip(9.0), plain_world) is None


def test_ambiguous_names_are_told(plain_world: World) -> None:
    doubtful = visit("Belder", at(4), alternatives=(PLACES["Insel"],))
    (finding,) = found(Ambiguous(), journey(visit("Alma", at(3)), doubtful), plain_world) or ()
    assert "which Belder is meant; 2 places" in finding.text
    assert found(Ambiguous(), trip(9.0), plain_world) is None


def passed(day: int, post: Visit | None = None) -> Itinerary:
    here = post or visit(POST, at(day), at(day + 1), checkpoint=True, modes=CAR, quote="showed her papers")
    return journey(visit("Alma", at(day - 2)), here, visit("Boria", at(day + 1), modes=CAR))


def test_a_stated_checkpoint_that_was_closed_is_at_most_implausible(plain_world: World) -> None:
    (finding,) = found(CheckpointClosed(), passed(20), plain_world) or ()
    assert finding.grade is Grade.IMPLAUSIBLE
    assert finding.sources == ("toy gazette",)
    assert "closed since 18 Aug 2023 (fever)" in finding.text
    assert finding.quote == "showed her papers"
    assert judged(passed(20), plain_world).assessment.verdict.label == "implausible"


def test_an_open_checkpoint_is_fine_and_none_is_no_case(plain_world: World) -> None:
    assert found(CheckpointClosed(), passed(10), plain_world) == ()
    assert found(CheckpointClosed(), trip(9.0), plain_world) is None


def test_a_day_on_which_the_post_may_have_been_open_proves_nothing(plain_world: World) -> None:
    vague = visit(POST, at(15), at(21), checkpoint=True, modes=CAR)
    assert found(CheckpointClosed(), passed(20, vague), plain_world) == ()


def test_a_post_that_lets_only_walkers_through_is_closed_to_cars() -> None:
    walkers = replace(POSTS[1], spells=POSTS[1].spells[:1], modes=((at(1).date(), "foot"),))
    world = toy_world(posts=(POSTS[0], walkers, POSTS[2]), speeds=toy_speeds)
    (finding,) = found(CheckpointClosed(), passed(10), world) or ()
    assert "foot only" in finding.text
    on_foot = visit(POST, at(10), at(11), checkpoint=True, modes=FOOT)
    assert found(CheckpointClosed(), passed(10, on_foot), world) == ()


def test_no_data_is_never_closed(plain_world: World) -> None:
    early = visit(POST, at(20).replace(year=2019), at(21).replace(year=2019), checkpoint=True, modes=CAR)
    assert found(CheckpointClosed(), journey(early, visit("Boria", at(22))), plain_world) is None


def test_another_post_of_the_same_border_may_serve_where_the_text_names_none(plain_world: World) -> None:
    crossed = visit("Boria", at(21), modes=CAR, checkpoint=True)
    assert found(CheckpointClosed(), journey(visit("Alma", at(20)), crossed), plain_world) == ()


def test_ways_that_all_need_something_are_told(plain_world: World) -> None:
    closed = journey(visit("Arbor", at(20)), visit("Boria", at(21), modes=CAR))
    (finding,) = found(UnlawfulStep(), closed, plain_world) or ()
    assert "South Post, closed" in finding.text
    assert finding.grade is None
    opened = journey(visit("Arbor", at(10)), visit("Boria", at(11), modes=CAR))
    assert found(UnlawfulStep(), opened, plain_world) == ()


def test_a_vehicle_needs_an_open_way_and_a_walker_does_not(plain_world: World) -> None:
    def over(day: int, modes: tuple[str, ...], roles: tuple[str, ...] = ()) -> Itinerary:
        return replace(
            journey(visit("Arbor", at(day), at(day + 1)), visit("Boria", at(day), at(day + 1), modes=modes)),
            roles=roles,
        )

    (finding,) = found(ClosedToVehicles(), over(20, CAR), plain_world) or ()
    assert finding.grade is Grade.IMPLAUSIBLE
    assert "South Post" in finding.text
    assert finding.sources == ("toy gazette",)
    assert judged(over(20, CAR), plain_world).assessment.verdict.label == "implausible"
    (remark,) = found(ClosedToVehicles(), over(20, CAR, ("diplomat",)), plain_world) or ()
    assert remark.grade is None
    assert found(ClosedToVehicles(), over(10, CAR), plain_world) == ()
    assert found(ClosedToVehicles(), over(20, FOOT), plain_world) is None
    assert found(ClosedToVehicles(), over(20, ()), plain_world) is None


def test_an_open_way_that_takes_too_long_is_no_way_round_a_closed_border(plain_world: World) -> None:
    told = journey(visit("Arbor", at(20), at(21)), visit("Boria", at(20), at(21), modes=CAR))
    case = judged(told, plain_world).case
    (leg,) = case.legs
    (closed,) = leg.leg.routes

    def with_a_way_round(times: float) -> tuple[Finding, ...] | None:
        time = closed.time
        assert time.brisk is not None
        assert time.typical is not None
        slower = replace(time, limit=time.limit * times, brisk=time.brisk * times, typical=time.typical * times)
        way_round = replace(closed, borders=(), needs=(), time=slower)
        planned = replace(leg.leg, routes=(closed, way_round))
        return ClosedToVehicles().judge(replace(case, legs=(replace(leg, leg=planned),)))

    (finding,) = with_a_way_round(50.0) or ()
    assert finding.grade is Grade.IMPLAUSIBLE
    assert "every known way for that in the time leads through a closed border" in finding.text
    assert with_a_way_round(1.0) == ()
    (rushed,) = with_a_way_round(8.0) or ()
    assert rushed.grade is Grade.IMPLAUSIBLE
    (tight,) = with_a_way_round(6.0) or ()
    assert tight.grade is Grade.TIGHT
    assert "on which an ordinary traveller would be in time leads through a closed border" in tight.text


def test_a_lorry_passes_where_goods_do(plain_world: World) -> None:
    told = journey(visit("Arbor", at(20), at(21)), visit("Boria", at(20), at(21), modes=CAR))
    case = judged(told, plain_world).case
    (leg,) = case.legs
    (way,) = leg.leg.routes
    borders = tuple(
        replace(one, status=replace(one.status, reason="COVID-19: goods pass"))
        if one.status.status == "closed"
        else one
        for one in way.borders
    )
    planned = replace(leg.leg, routes=(replace(way, borders=borders),))

    def grade(words: str) -> Grade | None:
        moved = replace(leg, leg=planned, destination=replace(leg.destination, quote=words))
        (finding,) = ClosedToVehicles().judge(replace(case, legs=(moved,))) or ()
        return finding.grade

    assert grade("He drove his taxi to Boria.") is Grade.IMPLAUSIBLE
    assert grade("He brought a lorry loaded with onions to Boria.") is None


def test_a_journey_that_only_a_long_way_round_allows_is_tight() -> None:
    day = datetime(2024, 5, 10, tzinfo=UTC)

    def by_bus(days: float) -> Assessment:
        visits = [visit(place, day, day + timedelta(days=days), modes=("bus",)) for place in (LAPPEENRANTA, VYBORG)]
        return check_itinerary(journey(*visits), open_world())

    assert by_bus(1).verdict.label == "implausible"
    assessment = by_bus(1.5)
    assert assessment.verdict.label == "tight"
    assert "Nuijamaa between Finland and Russia" in assessment.summary
    assert "By time alone the journey would be possible." in assessment.summary


def test_a_closure_that_the_story_tells_is_held_against_an_official_passage(plain_world: World) -> None:
    border = ToldClosure(0, 30, "The border has been closed.", sky=False)
    sky = ToldClosure(0, 30, "The airspace was closed.", sky=True)

    def judge_with(told: Itinerary, closure: ToldClosure) -> tuple[Finding, ...] | None:
        return ToldClosed().judge(replace(judged(told, plain_world).case, closures=(closure,)))

    official = passed(10)
    (finding,) = judge_with(official, border) or ()
    assert finding.grade is Grade.IMPLAUSIBLE
    assert finding.quote == "The border has been closed."
    assert judge_with(official, sky) == ()
    named = ToldClosure(0, 30, "The border with Westland has been closed.", sky=False)
    elsewhere = ToldClosure(0, 30, "The border with Ruritania has been closed.", sky=False)
    assert len(judge_with(official, named) or ()) == 1
    assert judge_with(official, elsewhere) == ()
    assert judge_with(trip(9.0, modes=CAR), border) == ()
    (finding,) = judge_with(trip(9.0, modes=("air",)), sky) or ()
    assert "in a civil aircraft" in finding.text
    roadless = ToldClosure(0, 30, "No road leads there.", sky=False, lacking="road")
    (finding,) = judge_with(trip(9.0, modes=CAR), roadless) or ()
    assert finding.grade is Grade.IMPLAUSIBLE
    assert "goes by road" in finding.text
    assert judge_with(trip(9.0, modes=("air",)), roadless) == ()
    abroad = replace(roadless, text="Ruritania has no road.")
    assert judge_with(trip(9.0, modes=CAR), abroad) == ()
    assert found(ToldClosed(), official, plain_world) is None


@pytest.mark.parametrize(
    ("told", "held"), [("His van was never put on a ferry.", True), ("The van was put on a ferry.", False)]
)
def test_a_boat_that_the_story_rules_out_is_held_against_a_way_over_water(told: str, *, held: bool) -> None:
    way = "Tom Ash drove his van out of Launceston at 06:00 on 5 February and into Melbourne at 19:00 on 7 February."
    assessment = check(Story(f"{way} {told}", None, date(1994, 2, 14)), world=open_world())
    found = [finding for finding in assessment.findings if finding.rule == DryShod.name]
    assert (assessment.verdict.label == "implausible") is held
    assert [finding.grade for finding in found] == [Grade.IMPLAUSIBLE] * held


def test_a_border_that_may_have_been_open_on_the_day_bars_nobody(plain_world: World) -> None:
    vague = journey(visit("Arbor", at(18), at(19)), visit("Boria", at(15), at(21), modes=CAR))
    assert found(ClosedToVehicles(), vague, plain_world) == ()


def test_a_machine_before_its_time_is_implausible(plain_world: World) -> None:
    early = [at(day).replace(year=1890) for day in (3, 20)]
    told = journey(visit("Alma", early[0]), visit("Belder", early[1], modes=CAR))
    (finding,) = found(StatedModeMissing(), told, plain_world) or ()
    assert finding.grade is Grade.IMPLAUSIBLE
    assert "by car on 3 Aug 1890" in finding.text
    assert judged(told, plain_world).assessment.verdict.label == "implausible"
    assert found(StatedModeMissing(), trip(9.0, modes=CAR), plain_world) == ()
    assert found(StatedModeMissing(), trip(9.0), plain_world) is None


def test_a_car_to_an_island_without_a_road_is_implausible_and_not_impossible(plain_world: World) -> None:
    told = journey(visit("Belder", at(3)), visit("Insel", at(9), modes=CAR))
    (finding,) = found(StatedModeMissing(), told, plain_world) or ()
    assert finding.grade is Grade.IMPLAUSIBLE
    assert "open water" in finding.text
    assert judged(told, plain_world).assessment.verdict.label == "implausible"
    ashore = journey(visit("Belder", at(3)), visit("Boria", at(9), modes=CAR))
    assert found(StatedModeMissing(), ashore, plain_world) == ()


def test_a_bay_between_two_towns_of_one_coast_parts_no_road() -> None:
    start = datetime(2024, 5, 10, 6, tzinfo=UTC)
    found = open_world().gazetteer.lookup
    east, west = (found(name)[0].place for name in ("east london", "port alfred"))
    told = journey(visit(east, start), visit(west, start + timedelta(hours=4), modes=CAR))
    assert "open water" not in check_itinerary(told, open_world()).summary


def flight(day: int, *modes: str, days: int = 1) -> Itinerary:
    start = at(day).replace(month=9)
    return journey(
        visit("Alma", start, start + timedelta(days=1)),
        visit("Belder", start, start + timedelta(days=days), modes=modes),
    )


def test_an_airliner_under_a_closed_sky_is_at_most_implausible(plain_world: World) -> None:
    (finding,) = found(AirspaceClosed(), flight(5, "air"), plain_world) or ()
    assert (finding.grade, finding.sources) == (Grade.IMPLAUSIBLE, ("toy gazette",))
    assert judged(flight(5, "air"), plain_world).assessment.verdict.label == "implausible"
    assert found(AirspaceClosed(), flight(1, "air"), plain_world) == ()
    assert found(AirspaceClosed(), flight(9, "air", days=3), plain_world) == ()  # open again on the last of them
    assert found(AirspaceClosed(), flight(5), plain_world) == ()  # nobody says that it was flown
    assert found(AirspaceClosed(), flight(5, "car"), plain_world) is None


def test_open_borders_raise_no_remark(plain_world: World) -> None:
    assert found(RestrictedCrossing(), trip(9.0, modes=CAR), plain_world) == ()
    assert not found(RestrictedCrossing(), UNTIMED, plain_world)
    assert found(Disputed(), trip(9.0), plain_world) is None


def test_rules_have_names_of_their_own_and_a_description() -> None:
    assert len({rule.name for rule in RULEBOOK}) == len(RULEBOOK)
    assert all((type(rule).__doc__ or "").strip().endswith(".") for rule in RULEBOOK)
