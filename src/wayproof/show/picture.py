"""The map as a picture: an SVG for print, for feeds and wherever a page may hold no interactive map.

The same ground, routes, marks and names as the interactive map, drawn here without a browser. Colours stand in
attributes, so that every viewer shows the light picture; browsers of readers who like dark pages repaint it by a style.
All text is escaped, and its boxes are those of the shipped typeface.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from wayproof.show.cards import leg_badge
from wayproof.show.colours import LIGHT
from wayproof.show.credits import attributions
from wayproof.show.ground import coast_of, lay_ground
from wayproof.show.ink import (
    FONTS,
    area,
    clipped,
    dark_style,
    dot,
    path,
    rect,
    short,
    straight,
    strokes,
    symbol,
    written,
)
from wayproof.show.markup import NOTHING, Markup, element, joined
from wayproof.show.palette import css_class, grade_look, status_look, stroke_of
from wayproof.show.picture_frame import Foot, head
from wayproof.show.picture_marks import badge, beside_block, nearest, pin
from wayproof.show.placement import PIN, Board, Box, Rule, Spot, around, beyond, dots_of, side_by_side
from wayproof.show.projection import fitted
from wayproof.show.scene import make_scene
from wayproof.show.typeface import shortened, text_width
from wayproof.show.wording import distance_text, plain, plain_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from wayproof.show.ground import Ground
    from wayproof.show.placement import Point
    from wayproof.show.scene import Passage, Scene
    from wayproof.world.atlas import World

    Points = NDArray[np.float64]

WIDTH = 900.0
MAP_HEIGHT = 560.0
EDGES = Box(-12.0, -12.0, WIDTH + 12.0, MAP_HEIGHT + 12.0)
"""Lines are drawn a little beyond the edge, so that none ends in sight."""
PADS = (84.0, 64.0, 84.0, 60.0)
"""Free pixels around the journey: room for the names of its outermost stops."""
MANY = 14
"""Stops from which on names go without dates and give way to each other."""
MANY_SHARE = 0.6
"""How much thinner lines are then."""
MOST_BADGES = 16
FAR_SCALE = 20.0
"""Pixels for a degree below which borders are thin lines."""
SCALE_STEPS = (1, 2, 5)
SCALE_WIDTH = 110.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn map: the SVG, its size in pixels, and what it shows in words."""

    svg: str
    width: int
    height: int
    alt: str


def draw(record: Mapping[str, Any], world: World | None, *, title: str) -> Picture:
    """The map of an assessment as a picture; the same input gives the same bytes.

    Parameters
    ----------
    record
        ``Assessment.to_dict()``.
    world
        Gives the ground and the names of countries; without one there is no ground and countries show as codes.
    title
        Headline; any text.
    """
    record = plain_record(record)
    scene = make_scene(record, world)
    return _Sheet(
        record,
        scene,
        lay_ground(world, scene.bounds, scene.everything, named={stop.name for stop in scene.stops}),
        world,
        plain(title),
    ).picture()


def alt_text(record: Mapping[str, Any], scene: Scene) -> str:
    """What the map shows, for those who do not see it: the stops with their dates, and the grade."""
    stops = [stop for stop in scene.stops if 0 in stop.itineraries]
    grade = grade_look((record.get("verdict") or {}).get("label"))
    if not stops:
        return f"Map without a journey: the story names no place that could be followed. Grade: {grade.word}."
    told = [f"{stop.number}. {stop.label}{f' ({stop.guess})' if stop.guess else ''}, {stop.when}" for stop in stops]
    legs = [leg_badge(leg) for leg in scene.legs if leg.itinerary == 0 and leg.ways]
    ways = f" Ways: {'; '.join(legs)}." if legs else ""
    return f"Map of the journey: {'; '.join(told)}.{ways} Grade: {grade.word}, {grade.note}."


class _Sheet:
    """The picture while it is drawn, from the ground up."""

    def __init__(
        self, record: Mapping[str, Any], scene: Scene, ground: Ground, world: World | None, title: str
    ) -> None:
        self.record, self.scene, self.ground, self.world, self.title = record, scene, ground, world, title
        self.stops = [stop for stop in scene.stops if 0 in stop.itineraries]
        self.legs = [leg for leg in scene.legs if leg.itinerary == 0 and leg.ways]
        self.passages = [one for one in scene.passages if 0 in one.itineraries]
        self.view = fitted(scene.bounds, WIDTH, MAP_HEIGHT, PADS)
        self.many = len(self.stops) > MANY
        self.lines = [
            (leg, mode, self.view.line(points)) for leg in self.legs for mode, points in leg.ways[0].stretches
        ]
        self.ties = tuple(self._ties())
        drawn = [line for _, _, line in self.lines] + [np.array(ends) for _, ends in self.ties]
        self.board = Board(Box(4, 4, WIDTH - 4, MAP_HEIGHT - 4), dots=dots_of(drawn))

    def picture(self) -> Picture:
        """All layers together."""
        above, top = head(self.record, self.title, WIDTH)
        chart = joined(self._ground(), self._routes(), self._marks_and_names(), self._scale_bar())
        credit = attributions(self.record, self.world)
        below, bottom = Foot(self.scene, credit, WIDTH, tied=bool(self.ties)).foot()
        height = math.ceil(top + MAP_HEIGHT + bottom)
        alt = alt_text(self.record, self.scene)
        svg = element(
            "svg",
            element("title", self.title),
            element("desc", alt),
            Markup(f"<style>{dark_style()}</style>"),
            rect("paper", 0, 0, WIDTH, height),
            above,
            element(
                "svg", chart, x="0", y=short(top), width=short(WIDTH), height=short(MAP_HEIGHT),
                viewBox=f"0 0 {short(WIDTH)} {short(MAP_HEIGHT)}",
            ),
            element("g", below, transform=f"translate(0 {short(top + MAP_HEIGHT)})"),
            xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {short(WIDTH)} {height}", width=short(WIDTH),
            height=str(height), role="img", font_family=FONTS,
        )  # fmt: skip
        return Picture(svg.html + "\n", round(WIDTH), height, alt)

    def _ground(self) -> Markup:
        """Sea, land, rivers, lakes, coast, roads and borders."""
        ground, view = self.ground, self.view
        layers = [rect("sea", 0, 0, WIDTH, MAP_HEIGHT)]
        land = [view.points(ring) for rings in ground.land for ring in rings]
        lakes = [view.points(ring) for rings in ground.lakes for ring in rings]
        borders = [view.points(line) for line in ground.borders]
        fine = view.scale < FAR_SCALE
        layers += [
            area("land", self._near(land, closed=True), edge="land"),
            strokes("river", self._near([view.points(line) for line in ground.rivers]), 1.0),
            area("sea", self._near(lakes, closed=True), edge="coast"),
            strokes("coast", self._near([view.points(line) for line in coast_of(ground)]), 1.0),
            strokes("road", self._near([view.points(line) for line in ground.roads]), 1.1),
            strokes("band", self._near(borders), 2.4 if fine else 5.0),
            strokes("border", self._near(borders), 0.8 if fine else 1.2),
        ]
        return joined(*layers)

    def _near(self, lines: Iterable[Points], *, closed: bool = False) -> Iterator[str]:
        """The lines that come near the picture as path data, without steps too small to see."""
        for line in lines:
            low, high = line.min(axis=0), line.max(axis=0)
            if low[0] > WIDTH or low[1] > MAP_HEIGHT or high[0] < 0 or high[1] < 0:
                continue
            for piece in clipped(line, EDGES, closed=closed):
                yield path(piece, closed=closed)

    def _routes(self) -> Markup:
        """The ties to the nearest borders, and the ways over a pale band."""
        ties = [straight(*ends, "ink", 1.3, dash="2 4") for _, ends in self.ties]
        feet = [dot(end, 2.5) for _, (_, end) in self.ties]
        bands = [strokes("halo", [path(line)], 5.0 if self.many else 8.5) for _, _, line in self.lines]
        ways = []
        for leg, mode, line in self.lines:
            stroke, look = stroke_of(mode), grade_look(leg.label)
            width = stroke.width * (MANY_SHARE if self.many else 1.1)
            ways.append(
                element(
                    "path", d=path(line), fill="none", class_=f"s {css_class('g', look.word)}", stroke=look.light,
                    stroke_width=short(width),
                    stroke_dasharray=stroke.dash or None, stroke_linejoin="round",
                    stroke_linecap="round" if not stroke.dash or stroke.dash.startswith("0") else "butt",
                )
            )  # fmt: skip
        return joined(*ties, *feet, *bands, *ways)

    def _ties(self) -> Iterator[tuple[str, tuple[Point, Point]]]:
        """The lines to the nearest borders with what they say, once where several stops have practically the same."""
        for order, stop in enumerate(self.stops if not self.many else ()):
            foot = stop.tie(self.stops[:order])
            if foot is not None:
                x, y = self.view.point(foot.lat, foot.lon)
                # A line to a border that is out of sight would lead nowhere.
                if 0 < x < WIDTH and 0 < y < MAP_HEIGHT:
                    ends = self.view.point(stop.lat, stop.lon), (x, y)
                    yield f"{distance_text(foot.km)} to {foot.country}", ends

    def _marks_and_names(self) -> Markup:
        """Pins, crossings and all names, placed in the order of their weight."""
        spots = [self.view.point(stop.lat, stop.lon) for stop in self.stops]
        places, crowds = side_by_side(spots)
        board = self.board
        board.taken += [Box.around(*place, 2 * PIN + 2, 2 * PIN + 2) for place in places]
        board.taken.append(Box(WIDTH - SCALE_WIDTH - 40, MAP_HEIGHT - 40, WIDTH, MAP_HEIGHT))
        marks = [self.view.point(one.lat, one.lon) for one in self.passages]
        names: list[Markup] = []
        for crowd in crowds:
            names += self._stop_names(crowd, places)
        # Marks stand where they stand; names yield to them.
        board.taken += [Box.around(*mark, 20, 20) for mark in marks]
        names += self._badges()
        for label, (start, end) in self.ties:
            spot = board.put(beyond(start, end, text_width(label, 13), 16.0), Rule(line_cost=12.0))
            if spot is not None:
                names.append(written(label, spot.box.left, spot.box.bottom - 4, 13, "ink", halo=True))
        for one, mark in zip(self.passages, marks, strict=True):
            if one.kind != "internal":
                names.append(self._passage_name(one, mark))
        names += self._ground_names()
        ties = [straight(spot, place, "ink", 1.3) for spot, place in zip(spots, places, strict=True) if spot != place]
        feet = [dot(spot, 2.5) for spot, place in zip(spots, places, strict=True) if spot != place]
        crossings = [
            symbol(status_look(one.status), "s", *mark, 12 if one.kind == "internal" else 18, solid=False)
            for one, mark in zip(self.passages, marks, strict=True)
        ]
        pins = [pin(stop, place) for stop, place in zip(self.stops, places, strict=True)]
        # Pins of earlier stops lie on top.
        return joined(*ties, *feet, *crossings, *reversed(pins), *names)

    def _stop_names(self, crowd: Sequence[int], places: Sequence[Point]) -> list[Markup]:
        """The names of pins that stand side by side as one block; of a single pin with its date below."""
        stops = [self.stops[one] for one in crowd]
        size = 14.0 if self.many or len(crowd) > 1 else 17.0
        rows: list[tuple[str, float, bool]] = []
        for stop in stops:
            name = shortened(stop.label, size, 230, bold=True)
            when = f"{stop.when} ({stop.guess})" if stop.guess else stop.when
            if len(crowd) > 1:
                rows.append((f"{stop.number}  {name}" if self.many else f"{stop.number}  {name}, {when}", 14, False))
            else:
                rows.append((name, size, True))
                if not self.many:
                    rows.append((when, 14, False))
        width = max(text_width(text, points, bold=bold) for text, points, bold in rows)
        height = sum(points * 1.22 for _, points, _ in rows)
        xs, ys = [places[one][0] for one in crowd], [places[one][1] for one in crowd]
        middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
        reach = (max(xs) - min(xs)) / 2
        spots = around(middle, width, height, PIN + 4, far=not self.many)
        if reach:
            spots = beside_block(middle, reach, (max(ys) - min(ys)) / 2, width, height)
        rule = Rule(line_cost=7.0, must=not self.many)
        spot = self.board.put(spots, rule)
        if spot is None:
            return []
        drawn = [straight(middle, nearest(spot.box, middle), "muted", 0.9)] if spot.far else []
        y = spot.box.top
        to_left = spot.box.right <= middle[0]
        for text, points, bold in rows:
            y += points * 1.22
            x = spot.box.right - text_width(text, points, bold=bold) if to_left else spot.box.left
            drawn.append(written(text, x, y - points * 0.3, points, "ink", bold=bold, halo=True))
        return drawn

    def _badges(self) -> list[Markup]:
        """What each leg measures, on its line or beside it; short lines get none."""
        found = []
        for leg in self.legs if len(self.stops) <= MOST_BADGES else ():
            line = np.concatenate([one for other, _, one in self.lines if other is leg])
            steps = np.hypot(*np.diff(line, axis=0).T)
            if steps.sum() < 120:  # noqa: PLR2004 - the width of a badge
                continue
            text = leg_badge(leg)
            width, height = text_width(text, 13.5) + 34, 23.0
            along = np.concatenate(([0.0], np.cumsum(steps)))
            spots = []
            for cost, part in enumerate((0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)):
                x = float(np.interp(along[-1] * part, along, line[:, 0]))
                y = float(np.interp(along[-1] * part, along, line[:, 1]))
                spots += [
                    Spot(Box.around(x, y + dy, width, height), 5.0 * cost + (0.0 if dy else 12.0))
                    for dy in (-19, 19, 0)
                ]
            spot = self.board.put(spots, Rule(line_cost=1.0))
            if spot is not None:
                found.append(badge(leg, text, spot.box))
        return found

    def _passage_name(self, one: Passage, mark: Point) -> Markup:
        look = status_look(one.status)
        name = shortened(one.name[:1].upper() + one.name[1:], 13, 210)
        width = max(text_width(name, 13), text_width(look.word, 13, bold=True))
        spot = self.board.put(around(mark, width, 32, 12), Rule())
        if spot is None:
            return NOTHING
        x = spot.box.left
        return joined(
            written(name, x, spot.box.top + 12, 13, "ink", halo=True),
            written(look.word, x, spot.box.top + 28, 13, css_class("s", look.word), bold=True, halo=True),
        )

    def _ground_names(self) -> list[Markup]:
        """Countries and towns, where they disturb nothing."""
        found = []
        zoom = math.log2(self.view.scale * 360 / 256)
        quiet = Rule(margin=7.0, quiet=True)
        for name in self.ground.countries:
            if name.zoom > zoom + 0.2:
                continue
            text = name.text.upper()
            spots = [self.view.point(*spot) for spot in name.spots]
            width = text_width(text, 13, spacing=1.8)
            places = [
                Spot(Box.around(x, y + dy, width, 16), 4.0 * order + abs(dy) / 4)
                for order, (x, y) in enumerate(spots)
                for dy in (0, -16, 16)
            ]
            spot = self.board.put(places, quiet)
            if spot is not None:
                found.append(written(text, spot.box.left, spot.box.bottom - 4, 13, "name", halo=True, spacing=1.8))
        for name in self.ground.towns:
            at = self.view.point(*name.spots[0])
            size = 13.5 if name.large else 12.5
            spot = self.board.put(around(at, text_width(name.text, size), size * 1.2, 6), Rule(margin=4, quiet=True))
            if spot is not None:
                self.board.taken.append(Box.around(*at, 8, 8))
                found.append(element("circle", cx=short(at[0]), cy=short(at[1]), r="2.2", class_="f name",
                                     fill=LIGHT["name"]))  # fmt: skip
                found.append(written(name.text, spot.box.left, spot.box.bottom - size * 0.3, size, "name", halo=True))
        return found

    def _scale_bar(self) -> Markup:
        """A length of round kilometres in the corner, true at the height of the bar."""
        y, right = MAP_HEIGHT - 14, WIDTH - 16
        most = self.view.km(SCALE_WIDTH, y)
        steps = [step * 10**power for power in range(-1, 5) for step in SCALE_STEPS]
        km = max((step for step in steps if step <= most), default=steps[0])
        width = SCALE_WIDTH * km / most
        return joined(
            element("path", d=f"M{short(right - width)} {y - 6}v6h{short(width)}v-6", fill="none",
                    class_="s ink", stroke=LIGHT["ink"], stroke_width="1.4"),
            written(f"{km:,g} km", right - width + 6, y - 5, 12, "ink", halo=True),
        )  # fmt: skip
