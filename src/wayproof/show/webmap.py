"""The interactive map: one HTML file that asks nobody for anything.

Folium builds the map (panes, one feature group for each itinerary, lines and markers); the page around it, the base map
and what happens on a click are ours. Text of the story never goes through folium, which does not escape it: it reaches
the page as escaped HTML (the panel) or as JSON that the script puts into text nodes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

from wayproof.show.basemap import page_ground
from wayproof.show.cards import leg_badge, passage_card, stop_card
from wayproof.show.colours import css_variables
from wayproof.show.credits import attributions
from wayproof.show.ground import lay_ground
from wayproof.show.lazily import open_folium
from wayproof.show.legend import legend_html
from wayproof.show.page import Page, asset, leaflet
from wayproof.show.palette import (
    OTHER_STROKE,
    css_class,
    grade_look,
    status_look,
    stroke_of,
    symbol,
)
from wayproof.show.panel import panel_html
from wayproof.show.player import player_html
from wayproof.show.scene import make_scene
from wayproof.show.schedule import play_of, spans_of
from wayproof.show.wording import distance_text, plain, plain_record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import folium
    from branca.element import Element, Figure

    from wayproof.show.scene import Leg, Passage, Reach, Scene, Stop, Way
    from wayproof.world.atlas import World

E = TypeVar("E", bound="Element")
MAP_ID = "wayproof"
ZOOM_RANGE = (1, 14)
"""Closer than zoom 14 the base map, true to about 100 m, would lie."""
TILES = {
    "host": "https://tile.openstreetmap.org",
    "path": "/{z}/{x}/{y}.png",
    "credit": "Tiles © OpenStreetMap contributors",
}
"""The second base map, which nothing is asked for before a reader picks it."""
MOST_OTHERS = 3
"""So many other ways of a picked leg are drawn; the panel lists them all."""
PASSAGE_SIZE = 18
STOP_SIZE = 26


def map_html(record: Mapping[str, Any], world: World | None, *, title: str) -> str:
    """The map of an assessment as one self-contained HTML page; the same input gives the same bytes.

    Parameters
    ----------
    record
        ``Assessment.to_dict()``.
    world
        Gives the base map and the names of countries; without one there is no ground and countries show as codes.
    title
        Title of the page; any text.
    """
    open_folium()
    record = plain_record(record)
    scene = make_scene(record, world)
    made = folium_map(scene)
    figure = cast("Figure", made.get_root())
    figure.render()
    plays = [play for number in range(len(record.get("itineraries", ()))) if (play := play_of(record, scene, number))]
    body = (
        f'<a class="skip" href="#panel">Skip the map, go to the findings</a>\n<main class="page">\n'
        f'<section class="map" aria-label="Map of the journey"><div class="chart">{figure.html.render()}'
        f"{legend_html(scene)}</div>{player_html(plays)}"
        f'<div class="map-note" id="map-note" role="status" aria-live="polite"></div></section>\n'
        f"{panel_html(record, scene, world, spans_of(record))}\n</main>"
    )
    page = Page(
        title=plain(title),
        body=body,
        styles=(leaflet("leaflet.css"), css_variables() + asset("page.css") + asset("map.css")),
        scripts=(
            leaflet("leaflet.js"),
            asset("prelude.js"),
            figure.script.render(),
            asset("labels.js"),
            asset("ground.js"),
            asset("layers.js"),
            asset("player.js"),
            asset("map.js"),
        ),
        images=("data:", TILES["host"]),
        data={
            "wayproof-data": _script_data(record, scene, world) | {"plays": plays, "tiles": TILES},
            "wayproof-ground": page_ground(
                lay_ground(world, scene.bounds, scene.everything, named={stop.name for stop in scene.stops})
            ),
        },
    )
    return page.render()


def folium_map(scene: Scene) -> folium.Map:
    """The scene as a folium map without tiles: one feature group for each itinerary, one for each leg's other ways."""
    import folium

    made = folium.Map(
        location=_middle(scene),
        tiles=None,
        zoom_start=4,
        min_zoom=ZOOM_RANGE[0],
        max_zoom=ZOOM_RANGE[1],
        zoom_snap=0.25,
        zoom_delta=0.75,
        wheel_px_per_zoom_level=90,
        world_copy_jump=False,
        attribution_control=False,
        max_bounds_viscosity=0.8,
    )
    made.default_js = []
    made.default_css = []
    made.add_child(_named(folium.map.CustomPane("ground", z_index=200), "pane_ground"))
    for number in _itineraries(scene):
        group = _named(folium.FeatureGroup(name=f"itinerary {number + 1}", show=number == 0), f"i{number}")
        made.add_child(group)
        for leg in scene.legs:
            if leg.itinerary == number and leg.ways:
                _add_way(group, leg, leg.ways[0], f"{_id(leg.key)}w0")
    for leg in scene.legs:
        if len(leg.ways) > 1:
            others = _named(folium.FeatureGroup(name=f"other ways {leg.key}", show=False), f"o{_id(leg.key)}")
            made.add_child(others)
            for number, way in enumerate(leg.ways[1 : MOST_OTHERS + 1], start=1):
                _add_way(others, leg, way, f"{_id(leg.key)}w{number}")
    for number, passage in enumerate(scene.passages):
        made.add_child(_passage_marker(passage, number))
    for number, stop in enumerate(scene.stops):
        made.add_child(_stop_marker(stop, number))
    _settle(made)
    return made


def _middle(scene: Scene) -> tuple[float, float]:
    west, south, east, north = scene.bounds
    return ((south + north) / 2, (west + east) / 2)


def _itineraries(scene: Scene) -> list[int]:
    """The itineraries that have anything on the map, be it one place."""
    return sorted(
        {number for stop in scene.stops for number in stop.itineraries} | {leg.itinerary for leg in scene.legs}
    )


def _id(key: str) -> str:
    return "l" + key.replace("-", "_")


def _named(element: E, name: str) -> E:
    """The element with a name of its own instead of a random one: equal input must give equal bytes."""
    element._id = name  # noqa: SLF001 - branca has no public way
    return element


def _settle(made: folium.Map) -> None:
    """Give every element without a name of ours (icons, helpers of folium) a counted one."""
    _named(made, MAP_ID)
    count = 0
    waiting: list[Element] = [made]
    while waiting:
        element = waiting.pop()
        for child in element._children.values():  # noqa: SLF001
            if len(child._id) == 32:  # noqa: SLF001, PLR2004 - branca's random ids have 32 digits
                _named(child, f"e{count}")
                count += 1
            waiting.append(child)


def _add_way(group: folium.FeatureGroup, leg: Leg, way: Way, name: str) -> None:
    import folium

    first = name.endswith("w0")
    look = css_class("g", grade_look(leg.label if first else way.label or leg.label).word)
    for number, (mode, points) in enumerate(way.stretches):
        stroke = stroke_of(mode)
        line = folium.PolyLine(  # type: ignore[no-untyped-call] # folium leaves it untyped
            [(round(lat, 5), round(lon, 5)) for lat, lon in points],
            weight=stroke.width if first else OTHER_STROKE.width * 0.7,
            dash_array=stroke.dash or None,
            line_cap="round" if stroke.dash.startswith("0") else "butt" if stroke.dash else "round",
            smooth_factor=0.6,
            class_name=f"way {look}" + ("" if first else " other"),
        )
        group.add_child(_named(line, f"{name}s{number}"))


def _stop_marker(stop: Stop, number: int) -> folium.Marker:
    import folium

    kind = "pin guess" if stop.guess else "pin"
    icon = folium.DivIcon(
        html=f'<span class="{kind}">{stop.number}</span>',
        icon_size=(STOP_SIZE, STOP_SIZE),
        icon_anchor=(STOP_SIZE // 2, STOP_SIZE // 2),
        class_name="stop",
    )
    marker = folium.Marker((stop.lat, stop.lon), icon=icon, z_index_offset=1000 - stop.number)
    return _named(marker, f"s{number}")


def _passage_marker(passage: Passage, number: int) -> folium.Marker:
    import folium

    look = status_look(passage.status)
    icon = folium.DivIcon(
        html=symbol(look, css=css_class("s", look.word), size=PASSAGE_SIZE),
        icon_size=(PASSAGE_SIZE, PASSAGE_SIZE),
        icon_anchor=(PASSAGE_SIZE // 2, PASSAGE_SIZE // 2),
        class_name="passage internal" if passage.kind == "internal" else "passage",
    )
    return _named(folium.Marker((passage.lat, passage.lon), icon=icon), f"p{number}")


def _script_data(record: Mapping[str, Any], scene: Scene, world: World | None) -> dict[str, Any]:
    """What the page's script needs to know about the folium objects, by their names."""
    return {
        "map": f"map_{MAP_ID}",
        "bounds": [[scene.bounds[1], scene.bounds[0]], [scene.bounds[3], scene.bounds[2]]],
        "attribution": attributions(record, world),
        "itineraries": [{"group": f"feature_group_i{number}", "number": number} for number in _itineraries(scene)],
        "legs": [_leg_data(leg) for leg in scene.legs if leg.ways],
        "stops": [
            {
                "marker": f"marker_s{number}",
                "number": stop.number,
                "name": stop.label,
                "when": stop.when,
                "guess": stop.guess,
                "itineraries": stop.itineraries,
                "border": _border_data(stop, scene.stops[:number]),
                "card": stop_card(stop),
            }
            for number, stop in enumerate(scene.stops)
        ],
        "passages": [
            {
                "marker": f"marker_p{number}",
                "name": passage.name,
                "status": status_look(passage.status).word,
                "look": css_class("s", status_look(passage.status).word),
                "quiet": passage.kind == "internal",
                "itineraries": passage.itineraries,
                "legs": passage.legs,
                "card": passage_card(passage),
            }
            for number, passage in enumerate(scene.passages)
        ],
    }


def _leg_data(leg: Leg) -> dict[str, Any]:
    best = leg.ways[0]
    return {
        "key": leg.key,
        "itinerary": leg.itinerary,
        "lines": [f"poly_line_{_id(leg.key)}w0s{number}" for number in range(len(best.stretches))],
        "others": f"feature_group_o{_id(leg.key)}" if len(leg.ways) > 1 else None,
        "look": css_class("g", grade_look(leg.label).word),
        "badge": leg_badge(leg),
        "symbol": symbol(grade_look(leg.label), css=css_class("g", grade_look(leg.label).word), size=14),
        "title": f"Leg {leg.index + 1}: {leg.origin} to {leg.destination}, {grade_look(leg.label).word}",
        "reach": _reach_data(leg.reach) if leg.reach else None,
    }


def _reach_data(reach: Reach) -> dict[str, Any]:
    rings = [[[(round(lat, 3), round(lon, 3)) for lat, lon in ring] for ring in polygon] for polygon in reach.rings]
    return {"text": reach.text, "rings": rings}


def _border_data(stop: Stop, earlier: Sequence[Stop]) -> dict[str, Any] | None:
    """The line to the nearest border; None where an earlier stop has practically the same one."""
    nearest = stop.tie(earlier)
    if nearest is None:
        return None
    text = f"{distance_text(nearest.km)} to {nearest.country}"
    return {"at": [nearest.lat, nearest.lon], "text": text, "country": nearest.country}
