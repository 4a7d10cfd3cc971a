"""The ways of the panel: each itinerary as a line of visits and legs, with what is allowed and what is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wayproof.show.cards import mark
from wayproof.show.grounds import room
from wayproof.show.markup import NOTHING, Markup, element, free_text, joined
from wayproof.show.palette import css_class, grade_look, status_look
from wayproof.show.ways import means_text, parts_text
from wayproof.show.wording import (
    country_text,
    crossing_text,
    distance_text,
    distinct_events,
    duration_text,
    need_text,
    source_text,
    told_title,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wayproof.show.scene import Leg, Scene, Stop
    from wayproof.show.schedule import Span
    from wayproof.world.atlas import World

ON_GROUND = frozenset({"car", "bus", "motorcycle", "rail", "foot", "bicycle", "horse", "ski", "skates", "wheelchair"})
"""Modes whose way is longer than the straight line, so that an estimate must be called one."""
BOUNDS = ("limit", "brisk", "typical")
LEAST_SHARE = 0.8
"""Bars are at least so many hundredths wide: a minute in a week is still to be seen."""
ARROW = " \N{RIGHTWARDS ARROW} "


class Journeys:
    """Makes the list of itineraries of a record.

    Parameters
    ----------
    record
        ``Assessment.to_dict()`` with plain texts.
    scene
        What is on the map: only legs that are there can be picked.
    world
        Gives the names of countries.
    spans
        The window of each visit of each itinerary as shares of the itinerary's time.
    """

    def __init__(
        self, record: Mapping[str, Any], scene: Scene, world: World | None, spans: Sequence[Sequence[Span | None]]
    ) -> None:
        self.record = record
        self.itineraries: Sequence[Mapping[str, Any]] = record.get("itineraries", ())
        self.places = {place["id"]: place for place in record.get("places", ())}
        self.legs: dict[str, Leg] = {leg.key: leg for leg in scene.legs}
        self.stops: dict[tuple[int, int], Stop] = {
            (itinerary, stop.number - 1): stop for stop in scene.stops for itinerary in stop.itineraries
        }
        self.world = world
        self.countries: Mapping[str, str] = record.get("countries") or {}
        self.spans = spans

    def html(self) -> Markup:
        """The section with all itineraries, the most plausible first and open."""
        if not self.itineraries:
            said = element("p", "The story holds no journey that could be followed.")
            return element("section", element("h2", "The journey"), said)
        several = len(self.itineraries) > 1
        followed = any(leg.ways for leg in self.legs.values())
        hint = "Tick a way to see it on the map; pick a leg to follow it." if several else "Pick a leg to follow it."
        return element(
            "section",
            element("h2", "Ways it could have gone" if several else "The journey"),
            element("p", hint, class_="hint scripted") if followed else None,
            *(self._way(number, one, several=several) for number, one in enumerate(self.itineraries)),
            _key() if self.legs else None,
        )

    def _way(self, number: int, itinerary: Mapping[str, Any], *, several: bool) -> Markup:
        look = grade_look((itinerary.get("verdict") or {}).get("label"))
        hypothesis = itinerary.get("hypothesis")
        told = told_title(itinerary)
        title = str(hypothesis["text"]) if hypothesis else told[0].upper() + told[1:]
        box = element("input", type="checkbox", id=f"way-{number}", class_="scripted", data_itinerary=number,
                      checked=number == 0)  # fmt: skip
        heading = element(
            "h3",
            box if several else None,
            element("label", free_text(title), for_=f"way-{number}") if several else free_text(title),
        )
        meta = [mark(look, "g"), element("strong", look.word)]
        if hypothesis:
            meta.append(element("span", "hypothesis", class_="tag"))
            meta.append(free_text(str(hypothesis.get("basis") or ""), class_="aside"))
        line = element("ol", *self._line(number, itinerary), class_="line")
        body = (
            line,
            *(_conflict(conflict) for conflict in itinerary.get("conflicts", ())),
            *(free_text(text, "p", class_="remark room") for text in room(self.record, itinerary)),
        )
        if several and number > 0:
            count = len(itinerary.get("legs", ()))
            body = (element("details", element("summary", f"Visits and legs of this way ({count})"), *body),)
        return element("article", heading, element("p", *meta, class_="meta"), *body, class_="itinerary",
                       data_itinerary=number)  # fmt: skip

    def _line(self, number: int, itinerary: Mapping[str, Any]) -> Iterator[Markup]:
        """Visits and legs in the order of the journey."""
        legs: dict[int, list[Markup]] = {}
        for order, leg in enumerate(itinerary.get("legs", ())):
            legs.setdefault(int(leg.get("first", order)), []).append(self._leg(f"{number}-{order}", leg))
        for order, visit in enumerate(itinerary.get("visits", ())):
            yield self._visit(number, order, visit)
            yield from legs.pop(order, ())
        for left in legs.values():
            yield from left

    def _visit(self, number: int, order: int, visit: Mapping[str, Any]) -> Markup:
        """A visit: its number on the map, its window on the itinerary's time, and the words that say so."""
        stop = self.stops.get((number, order))
        known = self.places.get(visit.get("place"), {})
        name = stop.label if stop else str(known.get("name") or visit.get("place") or "?")
        guess = stop.guess if stop else ""
        pin = element("span", str(order + 1), class_="pin small guess" if guess else "pin small", aria_hidden="true")
        when = element("span", stop.when if stop else "no position", class_="when")
        said, inferred = str(visit.get("quote") or ""), str(visit.get("inferred") or "")
        return element(
            "li",
            element("p", pin, free_text(name, "strong"), " ", when, element("span", guess, class_="tag")
                    if guess else None, class_="place"),
            self._window(self.spans[number][order] if number < len(self.spans) else None),
            element("blockquote", free_text(said, "q")) if said else None,
            element("p", "Inferred, not told: ", free_text(inferred), class_="remark") if inferred else None,
            class_="visit",
        )  # fmt: skip

    def _window(self, span: Span | None) -> Markup | None:
        if span is None:
            return None
        width = max(LEAST_SHARE, 100 * (span.end - span.start))
        left = min(100 * span.start, 100 - width)
        classes = "window" + (" open-start" if span.open_start else "") + (" open-end" if span.open_end else "")
        inner = element("i", class_=classes, style=f"left:{left:.2f}%;width:{width:.2f}%")
        return element("div", inner, class_="track", aria_hidden="true")

    def _leg(self, key: str, leg: Mapping[str, Any]) -> Markup:
        look = grade_look((leg.get("verdict") or {}).get("label"))
        names = [str(self.places.get(leg.get(end), {}).get("name", leg.get(end) or "?")) for end in ("from", "to")]
        routes = tuple(leg.get("routes") or ())
        label = joined(
            mark(look, "g"),
            element("span", f"{look.word}: ", class_="unseen"),
            free_text(names[0]), ARROW, free_text(names[1]),
        )  # fmt: skip
        on_map = bool(key in self.legs and self.legs[key].ways)
        facts: list[Markup | None] = [
            element("button", label, type="button", class_="leg", data_leg=key, aria_pressed="false")
            if on_map
            else element("p", label, class_="leg")
        ]
        if routes:
            facts.append(element("p", _route_text(routes[0]), class_="need"))
        facts += [_bar(leg), free_text(str(leg["reason"]), "p", class_="need") if leg.get("reason") else None]
        if routes:
            facts.append(self._events(routes[0].get("borders") or ()))
            facts += _remarks(routes[0], self.countries)
        if len(routes) > 1:
            facts.append(self._others(routes[1:]))
        facts.append(self._between(key))
        return element("li", *facts, class_=f"way-leg {css_class('g', look.word)}")

    def _between(self, key: str) -> Markup | None:
        """Where the traveller could have been meanwhile; folded away, for it is no claim of the story."""
        reach = self.legs[key].reach if key in self.legs else None
        if reach is None:
            return None
        rows = [element("p", reach.text)]
        for title, names in (("Largest towns within reach", reach.towns), ("Crossings within reach", reach.crossings)):
            if names:
                rows.append(element("p", f"{title}: ", free_text(", ".join(names)), "."))
        box = element("label", element("input", type="checkbox", data_reach=key), "Show it on the map",
                      class_="scripted")  # fmt: skip
        return element("details", element("summary", "Where they could have been in between"), *rows, box)

    def _events(self, events: Sequence[Mapping[str, Any]]) -> Markup | None:
        if not events:
            return None
        rows = []
        for event in distinct_events(events):
            look = status_look(event.get("status"))
            ends = " to ".join(country_text(event.get(end), self.world) for end in ("from", "to"))
            name = crossing_text(event)
            source = source_text(str(event.get("status_source") or ""))
            row = element(
                "li",
                mark(look, "s"),
                free_text(f"{name[:1].upper()}{name[1:]}"),
                element("span", f" ({ends}): ", class_="aside"),
                element("strong", look.word),
                joined(" ", free_text(f"Source: {source}", class_="source")) if source else None,
            )
            rows.append(row)
        return element("ul", *rows, class_="events", aria_label="Borders on this way")

    def _others(self, routes: Sequence[Mapping[str, Any]]) -> Markup:
        rows = []
        for route in routes:
            events = self._events(route.get("borders") or ())
            rows.append(element("li", _graded(route), _route_text(route), events, *_remarks(route, self.countries)))
        word = "other way" if len(rows) == 1 else "other ways"
        return element("details", element("summary", f"{len(rows)} {word}"), element("ul", *rows, class_="others"))


def _bar(leg: Mapping[str, Any]) -> Markup:
    """The time the story allows against the time the way needs, as a bar and in words."""
    window, slack = leg.get("window_hours"), leg.get("slack_hours")
    best: Mapping[str, Any] = next(iter(leg.get("routes") or ()), {})
    hours, slack = best.get("hours") or {}, best.get("slack_hours", slack)
    needs = [(name, hours[name]) for name in BOUNDS if hours.get(name) is not None]
    words = "The story sets no time limit for this leg." if window is None else ""
    if window is not None and slack is not None:
        words = f"{duration_text(slack)} to spare" if slack >= 0 else f"{duration_text(-slack)} short of what it takes"
    if window is not None and not leg.get("reason"):
        words = f"The story allows {duration_text(window)}{f': {words}' if words else ''}."
    elif slack is not None and window is not None:
        words = f"{words}."
    scale = max([window or 0.0, *(value for _, value in needs)], default=0.0)
    bar = NOTHING
    if scale > 0:
        stripes = [
            element("i", class_=f"need-{name}", style=f"width:{max(LEAST_SHARE, 100 * value / scale):.2f}%")
            for name, value in reversed(needs)
        ]
        if window is not None:
            stripes.insert(0, element("i", class_="allowed", style=f"width:{max(0.0, 100 * window / scale):.2f}%"))
        bar = element("div", *stripes, class_="bar", aria_hidden="true")
    return joined(bar, element("p", words, class_="slack"))


def _conflict(conflict: Mapping[str, Any]) -> Markup:
    rows = []
    for statement in conflict.get("statements", ()):
        if isinstance(statement, dict):
            quote = str(statement.get("quote") or "")
            rows.append(element("li", free_text(str(statement.get("text") or "")),
                                element("blockquote", free_text(quote, "q")) if quote else None))  # fmt: skip
        else:
            rows.append(free_text(str(statement), "li"))
    short = duration_text(conflict.get("hours_short"))
    return element(
        "div", element("p", element("strong", f"These cannot all hold: {short} short")), element("ul", *rows),
        class_="conflict",
    )  # fmt: skip


def _route_text(route: Mapping[str, Any]) -> str:
    """One way in words: mode, length and the time it takes."""
    mode, km = means_text(route), distance_text(route.get("km"))
    on_ground = route.get("mode") in ON_GROUND
    guess = " (estimated from the straight line)" if "geodesic" in str(route.get("basis")) and on_ground else ""
    return f"{mode}, {km}{guess}: {need_text(route.get('hours') or {})}"


def _remarks(route: Mapping[str, Any], countries: Mapping[str, str]) -> list[Markup]:
    """What a way needs (a closed crossing, a green border) and what there is to know about it."""
    texts = [(str(text), "remark warns") for text in route.get("needs") or ()]
    texts += [(text, "remark") for text in (str(route.get("note") or ""), parts_text(route, countries)) if text]
    return [free_text(source_text(f"{text[:1].upper()}{text[1:]}"), "p", class_=style) for text, style in texts]


def _graded(route: Mapping[str, Any]) -> Markup:
    if not route.get("verdict"):
        return NOTHING
    look = grade_look(route["verdict"].get("label"))
    return joined(mark(look, "g"), element("strong", f" {look.word}: "))


def _key() -> Markup:
    """What the two kinds of bars mean."""
    window = element("i", class_="window", style="left:30%;width:40%")
    track = element("span", window, class_="track", aria_hidden="true")
    bar = element(
        "span",
        *(element("i", class_=name, style=f"width:{width}%") for name, width in
          (("allowed", 90), ("need-typical", 60), ("need-brisk", 40), ("need-limit", 20))),
        class_="bar", aria_hidden="true",
    )  # fmt: skip
    return element(
        "dl",
        element("dt", track), element("dd", "when the visit can have been, on the time of the whole journey"),
        element("dt", bar), element("dd", "time allowed (pale), and needed: fastest, brisk, ordinary (dark to light)"),
        class_="key",
    )  # fmt: skip
