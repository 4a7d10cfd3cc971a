"""What the look-up commands print on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wayproof.verdict.comparison import Difference
    from wayproof.world.borders import BorderDistance
    from wayproof.world.manifest import DataFile
    from wayproof.world.places import Place

FOR_TRAVELLERS = {"both", "passenger"}
USES = {
    "both": "travellers and goods",
    "passenger": "travellers",
    "freight": "goods only",
    "local": "local people only",
}
DIFFERENCES = {
    "place": "elsewhere at the same time",
    "time": "the same place at another time",
    "silence": "told by one source only",
    "verdict": "another grade",
}
SIGNS = {"open": "+", "restricted": "~", "closed": "x", "no data": "?"}


def print_candidates(name: str, found: Sequence[tuple[Place, float]], status: Sequence[str]) -> None:
    """The bearers of a name, with what tells them apart, and which of them are disputed."""
    table = _table("", "place", "kind", "where", "lat, lon", "people", "id")
    for rank, (place, _) in enumerate(found, 1):
        where = ", ".join(part for part in (place.admin1, place.country) if part)
        people = f"{place.population:,}" if place.population else ""
        table.add_row(*_plain(str(rank), place.name, str(place.kind), where, _position(place), people, place.id))
    _print(f"{name}: {len(found)} candidate{'s' if len(found) != 1 else ''}, the likeliest first", table)
    for sentence in status:
        Console(highlight=False).print(sentence, markup=False)


def print_borders(
    here: Place,
    borders: Sequence[BorderDistance],
    crossings: Sequence[dict[str, Any]],
    day: date | None,
    *,
    names: dict[str, str],
    status: Sequence[str],
) -> None:
    """The distance from a place to every border near by, whose the place is, then the nearest crossings."""
    table = _table("km", "border of", "nearest point", "over")
    for border in borders:
        where = f"{border.lat:.4f}, {border.lon:.4f}"
        table.add_row(*_plain(f"{border.km:.1f}", names.get(border.country, border.country), where, border.over))
    if not borders:
        table.add_row("", "none within reach", "", "")
    _print(f"{here.name} ({_position(here)}): borders", table)
    console = Console(highlight=False)
    for sentence in status:
        console.print(sentence, markup=False)
    console.print(f"Nearest crossings, {_when(day)}", style="bold", markup=False)
    for row in crossings:
        _print_crossing(console, row)


def print_crossings(pair: Sequence[str], rows: Sequence[dict[str, Any]], day: date | None) -> None:
    """The crossings between two countries: those that travellers can use first, then the others."""
    console = Console(highlight=False)
    console.print(f"Crossings between {pair[0]} and {pair[1]}, {_when(day)}", style="bold", markup=False)
    for row in sorted(rows, key=lambda row: (row["traffic"] not in FOR_TRAVELLERS, "road" not in row["mode"])):
        _print_crossing(console, row)
    if not rows:
        console.print("None known. That is no data, not a border without crossings.", markup=False)
    road = [row for row in rows if "road" in row["mode"] and row["traffic"] in FOR_TRAVELLERS]
    working = sum(row["status"] == "open" for row in road)
    console.print()
    console.print(f"Road posts for travellers: {working} open of {len(road)} known.", markup=False)


def print_toponyms(rows: Sequence[dict[str, Any]]) -> None:
    """The place names of a story."""
    table = _table("at", "name", "use", "kind", "country", "lat, lon", "reason")
    for row in rows:
        where = "" if row["lat"] is None else f"{row['lat']:.3f}, {row['lon']:.3f}"
        cells = (str(row["start"]), row["name"], row["use"], row["kind"] or "", row["country"] or "", where)
        table.add_row(*_plain(*cells, row["reason"]))
    _print(f"{len(rows)} place names", table)


def print_differences(found: Sequence[Difference]) -> None:
    """Where sources differ: both sides of each point, with their words."""
    console = Console(highlight=False)
    console.print("Where the sources differ", style="bold", markup=False)
    if not found:
        console.print("In nothing that bears on the journey.", markup=False)
    for number, difference in enumerate(found, 1):
        console.print(f"{number}. {DIFFERENCES[difference.kind]}", markup=False)
        for side in difference.sides:
            quote = f' ("{side.quote}")' if side.quote else ""
            console.print(Padding(Text(f"{side.source}: {side.text}{quote}"), (0, 0, 0, 3)))


def print_data(files: Sequence[DataFile]) -> None:
    """What is shipped: one paragraph for the files that share their sources and licence."""
    console = Console(highlight=False, soft_wrap=True)
    console.print("The data that wayproof ships", style="bold", markup=False)
    groups: dict[tuple[object, ...], list[DataFile]] = {}
    for file in files:
        groups.setdefault((file.licence, file.sources), []).append(file)
    for members in groups.values():
        first = members[0]
        megabytes = sum(file.bytes for file in members) / 1e6
        console.print()
        for file in members:
            console.print(f"{file.name}: {file.title}", markup=False)
        sources = ", ".join(f"{source.name} {source.version}" for source in first.sources) or "hand-kept tables"
        console.print(f"  {megabytes:.1f} MB, {first.licence}; {', '.join(first.attribution)}", markup=False)
        console.print(f"  from {sources}", markup=False)


def _print_crossing(console: Console, row: dict[str, Any]) -> None:
    """A crossing in a few lines: status, name and use; since when and why; who says so."""
    distance = f", {row['km']:.1f} km away" if "km" in row else ""
    countries = "-".join(row["countries"])
    sign = SIGNS.get(row["status"], "?")
    console.print()
    console.print(
        f"{sign} {row['status']:<10}  {row['name']} ({countries}; {row['mode']}; {USES[row['traffic']]}){distance}",
        markup=False,
        soft_wrap=True,
    )
    since = f"since {row['since']}" if row["since"] else ""
    why = ": ".join(part for part in (since, row["reason"]) if part)
    said = f"{row['source']} ({row['confidence']} confidence)" if row["source"] else ""
    for line in (why, said):
        if line:
            console.print(Padding(Text(line, style="dim" if line is said else ""), (0, 0, 0, 14)))


def _when(day: date | None) -> str:
    return f"on {day.isoformat()}" if day else "last known status"


def _position(place: Place) -> str:
    return f"{place.lat:.4f}, {place.lon:.4f}"


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold", justify="right" if column in {"km", "MB", "people"} else "left")
    return table


def _plain(*cells: str) -> tuple[Text, ...]:
    # Names come from data and from stories: rich must not read square brackets in them as markup.
    return tuple(Text(cell) for cell in cells)


def _print(title: str, table: Table) -> None:
    console = Console(highlight=False)
    console.print(title, style="bold", markup=False)
    console.print(table)
    console.print()
