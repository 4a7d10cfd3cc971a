"""Named crossings and their dated history."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import integrity_facts
from wayproof.errors import DataError, UnknownPlaceError
from wayproof.world import facts
from wayproof.world.borders import open_borders
from wayproof.world.crossings import Crossing, Crossings, Spell, crossing_of, open_crossings, spells_of
from wayproof.world.regimes import Regime, Regimes

TABLES = Path(__file__).parents[2] / "geodata" / "tables"


def post(crossing_id: str, history: str, **changes: object) -> Crossing:
    fields: dict[str, object] = {
        "id": crossing_id,
        "name": crossing_id.title(),
        "country_a": "AA",
        "name_b": f"{crossing_id} across",
        "country_b": "BB",
        "lat": 50.0,
        "lon": 10.0,
        "error_km": 0.5,
        "mode": "road",
        "traffic": "both",
        "spells": spells_of(history),
        "source": "a newspaper",
        "confidence": "high",
    }
    return Crossing(**(fields | changes))


def shut(since: date, until: date | None, scope: str = "land") -> Regimes:
    closure = Regime("war", "AA", "BB", "closure", since, until, "both", "war", "all", "a wire service", "low", scope)
    return Regimes([closure])


def test_a_history_is_read_with_reasons_and_its_unsourced_start() -> None:
    spells = spells_of("2019-01-01:open;2020-03-16:closed(COVID-19, day recalled)")
    assert spells == (
        Spell(date(2019, 1, 1), "open", None, baseline=True),
        Spell(date(2020, 3, 16), "closed", "COVID-19, day recalled", baseline=False),
    )
    assert not spells_of("1994-08-27:closed(Algeria shut the border)")[0].baseline
    assert spells_of("2000-01-01:open(baseline, not sourced)")[0].baseline


@pytest.mark.parametrize(
    "history", ["2019-01-01", "2019-13-01:open", "2019-01-01:ajar", "2020-01-01:open;2019-01-01:open"]
)
def test_a_bad_history_is_refused(history: str) -> None:
    with pytest.raises((DataError, ValueError)):
        spells_of(history)


def test_no_row_for_a_day_is_no_data_never_open() -> None:
    crossings = Crossings([post("a", "2019-01-01:open;2020-01-01:closed(war)")])
    a = crossings.get("a")
    assert crossings.status(a, date(2018, 12, 31)).status == "no data"
    assert crossings.status(a, None).status == "no data"
    assert crossings.status(a, date(2019, 1, 1)).status == "open"
    closed = crossings.status(a, date(2024, 1, 1))
    assert (closed.status, closed.since, closed.reason, closed.source) == (
        "closed",
        date(2020, 1, 1),
        "war",
        "a newspaper",
    )
    assert crossings.pair_status("AA", "CC", date(2020, 1, 1)).status == "no data"


def test_a_closed_border_closes_older_spells_and_yields_to_newer_ones() -> None:
    crossings = Crossings(
        [post("a", "2000-01-01:open"), post("b", "2000-01-01:open;2022-05-01:restricted(corridor)"), post("c", "")],
        shut(date(2022, 2, 24), date(2022, 12, 31)),
    )
    on = date(2022, 6, 1)
    assert crossings.status(crossings.get("a"), on).status == "closed"
    assert crossings.status(crossings.get("a"), on).source == "a wire service"
    assert crossings.status(crossings.get("b"), on).status == "restricted"
    assert crossings.status(crossings.get("c"), on).status == "closed"
    assert crossings.status(crossings.get("a"), date(2023, 1, 1)).status == "open"
    assert crossings.status(crossings.get("c"), date(2023, 1, 1)).status == "no data"
    assert crossings.pair_status("BB", "AA", on).status == "restricted"


def test_a_limited_border_restricts_older_open_spells_and_nothing_else() -> None:
    rows = [
        post("open", "2000-01-01:open"),
        post("closed", "2000-01-01:closed(no bridge)"),
        post("exception", "2000-01-01:open;2020-05-01:open(lane for pupils)"),
        post("unknown", ""),
        post("goods", "2000-01-01:open", traffic="freight"),
        post("port", "2000-01-01:open", mode="ferry"),
    ]
    crossings = Crossings(rows, shut(date(2020, 3, 17), date(2020, 6, 15), scope="limited"))
    found = {crossing.id: crossings.status(crossing, date(2020, 6, 1)).status for crossing in rows}
    assert found == {
        "open": "restricted",
        "closed": "closed",
        "exception": "open",
        "unknown": "restricted",
        "goods": "open",
        "port": "open",
    }
    assert crossings.status(rows[0], date(2020, 6, 1)).source == "a wire service"
    assert crossings.status(rows[0], date(2020, 6, 16)).status == "open"
    nowhere = Crossings([], shut(date(2020, 3, 17), date(2020, 6, 15), scope="limited"))
    assert nowhere.pair_status("AA", "BB", date(2020, 6, 1)).status == "restricted"
    assert nowhere.pair_status("AA", "BB", date(2020, 6, 16)).status == "no data"


def test_a_closed_land_border_spares_goods_posts_and_ports() -> None:
    rows = [post("goods", "2000-01-01:open", traffic="freight"), post("port", "2000-01-01:open", mode="ferry")]
    crossings = Crossings(rows, shut(date(2022, 2, 24), None))
    assert {crossings.status(crossing, date(2023, 1, 1)).status for crossing in rows} == {"open"}


def test_a_post_that_lets_only_officials_through_is_closed_to_travellers() -> None:
    line = post("line", "1974-08-16:restricted(ceasefire line, diplomats and United Nations only);2003-04-23:open")
    table = Crossings([line])
    assert table.status(line, date(1994, 4, 10)).status == "restricted"
    assert table.status_for_travellers(line, date(1994, 4, 10)).status == "closed"
    assert table.status_for_travellers(line, date(2010, 4, 10)).status == "open"


def test_a_post_that_lets_only_goods_through_is_closed_to_travellers() -> None:
    day = date(2024, 11, 8)
    goods = post("a-b-x", "2000-01-01:open;2023-11-30:restricted(freight only stays open)")
    some = post("a-b-y", "2000-01-01:open;2023-11-30:restricted(goods and aid, people by permit)")
    table = Crossings([goods, some], Regimes(()))
    assert table.status(goods, day).status == "restricted"
    assert table.status_for_travellers(goods, day).status == "closed"
    assert table.status_for(goods, "car", day).status == "closed"
    assert table.status_for_travellers(some, day).status == "restricted"
    assert Crossings([goods], Regimes(())).pair_status("AA", "BB", day).status == "closed"


def test_an_uncertain_post_for_goods_yields_to_a_certain_closure() -> None:
    status = open_crossings().status_for(open_crossings().get("az-ge-red-bridge"), "car", date(2022, 7, 15))
    assert (status.status, status.confidence) == ("closed", "medium")


def test_a_whole_border_is_as_open_as_its_best_crossing_for_people() -> None:
    rows = [post("a", "2000-01-01:closed(x)"), post("b", "2000-01-01:open", traffic="freight")]
    assert Crossings(rows).pair_status("AA", "BB", date(2010, 1, 1)).status == "closed"
    rows.append(post("c", "2000-01-01:open"))
    assert Crossings(rows).pair_status("AA", "BB", date(2010, 1, 1)).status == "open"


def test_what_a_crossing_carries_decides_who_can_use_it() -> None:
    bridge = post(
        "a", "2000-01-01:open", mode="foot", modes=((date(2000, 1, 1), "road+foot"), (date(2022, 4, 28), "foot"))
    )
    assert bridge.usable_by("car", date(2022, 4, 27))
    assert not bridge.usable_by("car", date(2022, 4, 28))
    assert bridge.usable_by("foot", date(2022, 4, 28))
    assert not bridge.usable_by("rail", None)
    drivers = post("b", "", mode="road", modes=((date(2000, 1, 1), "road+foot"), (date(2024, 3, 1), "road")))
    assert drivers.usable_by("bicycle", date(2024, 2, 29))
    assert not drivers.usable_by("foot", date(2024, 3, 1))
    assert post("c", "").usable_by("foot", None)
    for traffic in ("freight", "local"):
        assert not post("d", "", traffic=traffic).usable_by("car", None)


def test_a_boat_lands_where_the_ferry_does_and_what_was_first_carried_holds_before() -> None:
    post = open_crossings().get("th-la-nong-khai")
    early = date(1970, 1, 10)
    assert "ferry" in post.modes_on(early)
    assert post.usable_by("boat", early)
    assert open_crossings().status_for(post, "boat", early).status == "open"
    assert not post.usable_by("boat", date(2010, 1, 10))


def test_a_post_is_closed_to_those_it_does_not_carry() -> None:
    bridge = post(
        "a",
        "2019-01-01:open;2022-04-28:restricted(walkers only)",
        mode="foot",
        modes=((date(2019, 1, 1), "road+foot"), (date(2022, 4, 28), "foot")),
    )
    crossings = Crossings([bridge])
    status = crossings.status_for(bridge, "car", date(2023, 8, 10))
    assert status.status == "closed"
    assert status.since == date(2022, 4, 28)
    assert crossings.status_for(bridge, "foot", date(2023, 8, 10)).status == "restricted"
    assert crossings.status_for(bridge, "car", date(2021, 1, 1)).status == "open"
    assert crossings.status_for(bridge, "car", date(2001, 1, 1)).status == "no data"


def test_the_nearest_crossings_come_in_order_and_only_for_those_they_carry() -> None:
    near = post("near", "2000-01-01:open", lat=50.01, lon=10.0, mode="rail")
    far = post("far", "2000-01-01:open", lat=50.1, lon=10.0)
    nowhere = post("nowhere", "2000-01-01:open", lat=None, lon=None, error_km=None)
    crossings = Crossings([far, near, nowhere])
    assert [crossing.id for _, crossing in crossings.nearest(50.0, 10.0)] == ["near", "far"]
    km, found = crossings.nearest(50.0, 10.0, ("BB", "AA"), mode="car")[0]
    assert found.id == "far"
    assert km == pytest.approx(11.13, abs=0.02)
    assert crossings.nearest(50.0, 10.0, ("AA", "CC")) == ()


def test_names_and_ids() -> None:
    crossings = Crossings([post("a", "", name="Calais (Port)", name_b="Dover"), post("b", "", name="Calaisian")])
    assert [crossing.id for crossing in crossings.named("calais")] == ["a"]
    assert [crossing.id for crossing in crossings.named("Dover")] == ["a"]
    assert [crossing.id for crossing in crossings.of("BB")] == ["a", "b"]
    with pytest.raises(UnknownPlaceError, match="nowhere"):
        crossings.get("nowhere")


@pytest.mark.parametrize(("on", "open_posts"), [(date(2023, 8, 10), 6), (date(2023, 8, 20), 4), (date(2024, 3, 2), 0)])
def test_lithuania_and_belarus(on: date, open_posts: int) -> None:
    crossings = open_crossings()
    posts = [c for c in crossings.between("LT", "BY") if c.usable_by("car", on)]
    assert sum(crossings.status(c, on).status == "open" for c in posts) == open_posts


@pytest.mark.parametrize(
    ("name", "on", "status"),
    [
        ("es-gi-la-linea", date(1975, 1, 1), "closed"),
        ("es-gi-la-linea", date(1990, 1, 1), "open"),
        ("ma-dz-zouj-beghal", date(2020, 1, 1), "closed"),
        ("de-dd-bornholmer-strasse", date(1989, 11, 8), "restricted"),
        ("de-dd-bornholmer-strasse", date(1989, 11, 10), "open"),
        ("cy-cy-ledra-street", date(2000, 1, 1), "closed"),
        ("sa-qa-salwa", date(2019, 1, 1), "closed"),
        ("in-pk-attari", date(2025, 5, 2), "closed"),
        ("us-ca-peace-arch", date(1940, 1, 1), "no data"),
        ("fi-ru-vaalimaa", date(2023, 12, 14), "open"),
        ("fi-ru-vaalimaa", date(2024, 2, 1), "closed"),
        ("tr-am-margara", date(2023, 2, 12), "restricted"),
        ("tr-bg-kapikule", date(1950, 11, 1), "closed"),
        ("fr-es-hendaye", date(1947, 7, 1), "closed"),
        ("zw-mz-machipanda", date(1978, 1, 1), "closed"),
        ("kg-uz-dostuk", date(2011, 6, 1), "closed"),
        ("az-am-kornidzor", date(2023, 7, 20), "closed"),
        ("fr-it-mont-blanc", date(2000, 1, 1), "closed"),
        ("cf-td-sido", date(2015, 1, 1), "closed"),
    ],
)
def test_shipped_histories(name: str, on: date, status: str) -> None:
    crossings = open_crossings()
    assert crossings.status(crossings.get(name), on).status == status


@pytest.mark.parametrize(
    ("on", "shut", "beside"),
    [
        (date(1976, 5, 3), "de-pl-pomellen", "de-pl-goerlitz"),
        (date(2003, 1, 1), "bf-ci-laleraba", "ci-ml-pogo"),
        (date(2015, 9, 20), "hr-rs-tovarnik", "hr-rs-bajakovo"),
        (date(2015, 10, 1), "hu-rs-roszke-road", "hu-rs-roszke"),
        (date(2020, 3, 5), "cy-cy-ledra-street", "cy-cy-agios-dometios"),
        (date(2021, 2, 1), "fr-es-col-de-banyuls", "fr-es-cerbere"),
        (date(2022, 1, 20), "ar-cl-pino-hachado", "ar-cl-los-libertadores"),
        (date(2025, 12, 28), "ec-pe-macara", "ec-pe-huaquillas"),
    ],
)
def test_one_post_shut_beside_another(on: date, shut: str, beside: str) -> None:
    crossings = open_crossings()
    worse = {"open": 0, "restricted": 1, "closed": 2}
    assert (
        worse[crossings.status(crossings.get(shut), on).status]
        > worse[crossings.status(crossings.get(beside), on).status]
    )


def test_the_tables_are_in_order() -> None:
    assert integrity_facts.problems(TABLES) == []


@pytest.mark.parametrize("table", integrity_facts.TABLES)
def test_the_shipped_file_holds_the_tables(table: str) -> None:
    assert list(facts.rows(table)) == integrity_facts.read(TABLES, table)


def test_every_crossing_lies_on_its_border_within_its_stated_error() -> None:
    borders = open_borders()

    def away_km(lat: float, lon: float, country: str) -> float:
        return borders.nearest_point(lat, lon, country)[0]

    rows = integrity_facts.read(TABLES, "crossings")
    assert integrity_facts.misplaced(rows, away_km) == []
    post = next(row for row in rows if row["id"] == "lt-ru-kybartai")
    assert integrity_facts.misplaced([post | {"lon": "23.0"}], away_km)


def test_every_country_code_of_the_tables_has_borders_or_is_known_to_be_gone() -> None:
    for code in integrity_facts.codes(TABLES) - integrity_facts.OTHER_CODES:
        assert open_borders().parts(code), code


def test_there_are_seven_hundred_crossings_and_each_can_be_read() -> None:
    rows = integrity_facts.read(TABLES, "crossings")
    assert len({crossing_of(row).id for row in rows}) == len(rows) >= 700
    assert len(open_crossings().all) == len(rows)


def test_the_integrity_check_sees_what_is_wrong() -> None:
    good = integrity_facts.read(TABLES, "crossings")[0]
    assert list(integrity_facts.crossing(good)) == []
    for column, bad in [
        ("status_history", "2019-01-01:ajar"),
        ("status_history", "2020-01-01:open;2019-01-01:open"),
        ("status_history", "2020-01-01:open;2020-01-01:closed(war)"),
        ("status_history", "2019-01-01:open;2020-01-01:open"),
        ("status_history", "2019-01-01:open;2020-01-01:closed"),
        ("mode", "hovercraft"),
        ("traffic", "smuggling"),
        ("country_a", "Lithuania"),
        ("lat", ""),
        ("lat", "95"),
    ]:
        assert list(integrity_facts.crossing(good | {column: bad})), column
    guess = good | {"source": integrity_facts.UNSOURCED}
    assert list(integrity_facts.crossing(guess | {"confidence": "high"}))
    assert not list(integrity_facts.crossing(guess | {"confidence": "low"}))
    for column, bad in [("source", " "), ("confidence", "sure"), ("name_a", "S\u030cumskas")]:
        assert list(integrity_facts.common(good | {column: bad})), column
