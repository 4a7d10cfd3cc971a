"""The panel beside the map: the grade, why, each leg with its slack, what was found and what could not be judged.

It is plain HTML that reads well without the script, in print and in a screen reader; the script links it to the map.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wayproof.show.credits import attributions
from wayproof.show.markup import NOTHING, Markup, element, free_text, joined
from wayproof.show.palette import (
    GRADE_LOOKS,
    MODE_STROKES,
    STATUS_LOOKS,
    css_class,
    grade_look,
    status_look,
    stroke_of,
    symbol,
)
from wayproof.show.stops import stops_table
from wayproof.show.wording import (
    country_text,
    crossing_text,
    date_text,
    distance_text,
    distinct_events,
    duration_text,
    need_text,
    number_text,
    sentences,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wayproof.show.palette import Look
    from wayproof.show.scene import Scene
    from wayproof.world.atlas import World

DISCLAIMER = (
    "\N{LEFT DOUBLE QUOTATION MARK}Possible\N{RIGHT DOUBLE QUOTATION MARK} means that travel does not refute the "
    "story, not that the story is true. Lines show ways that could have been taken, not the way that was."
)
ON_GROUND = frozenset({"car", "bus", "motorcycle", "rail", "foot", "bicycle", "horse", "ski"})
"""Modes whose way is longer than the straight line, so that an estimate must be called one."""
BOUNDS = (("limit", "fastest conceivable"), ("brisk", "brisk"), ("typical", "ordinary"))


def mark(look: Look, prefix: str, size: int = 16) -> Markup:
    """A grade's or a status's symbol (decoration; the word stands beside it)."""
    return Markup(symbol(look, css=css_class(prefix, look.word), size=size))


def panel_html(record: Mapping[str, Any], scene: Scene, world: World | None) -> str:
    """The whole panel."""
    return _Panel(record, scene, world).html()


class _Panel:
    def __init__(self, record: Mapping[str, Any], scene: Scene, world: World | None) -> None:
        self.record = record
        self.scene = scene
        self.world = world
        self.places = {place["id"]: place for place in record.get("places", ())}

    def html(self) -> str:
        story = self.record.get("story") or {}
        published = f"Story of {date_text(str(story['published']))}" if story.get("published") else None
        head = element(
            "header",
            element("p", "wayproof", element("span", " could they have travelled this?"), class_="kicker"),
            free_text(str(story.get("title") or "The journey"), "h1"),
            element("p", published, class_="dateline") if published else None,
        )
        parts = (
            head,
            self._verdict(),
            self._ways(),
            self._findings(),
            self._notes(),
            self._unresolved(),
            self._assumptions(),
        )
        panel = element("aside", *parts, self._stops(), self._footer(), id="panel", class_="panel", tabindex="-1",
                        aria_label="Findings")  # fmt: skip
        return panel.html

    def _verdict(self) -> Markup:
        verdict = self.record["verdict"]
        look = grade_look(verdict.get("label"))
        ends = ""
        if verdict.get("worst") != verdict.get("best"):
            ends = f"between {verdict.get('worst')} and {verdict.get('best')}"
        summary = [free_text(text, "p") for text in sentences(verdict.get("summary"))]
        return element(
            "section",
            element(
                "p",
                mark(look, "g", 22),
                element("strong", look.word),
                element("span", ends or look.note, class_="aside"),
                class_="grade",
            ),
            element("div", *summary, class_="summary"),
            class_=f"verdict {css_class('g', look.word)}",
            aria_label="Verdict",
        )

    def _ways(self) -> Markup:
        itineraries = self.record.get("itineraries", ())
        if not itineraries:
            return element("section", element("p", "The story holds no journey that could be followed."))
        several = len(itineraries) > 1
        rows = [self._way(number, itinerary, several=several) for number, itinerary in enumerate(itineraries)]
        hint = "Tick a way to see it on the map; pick a leg to follow it." if several else "Pick a leg to follow it."
        key = "Bars show what a way needs (dark: fastest, brisk, ordinary) within what the story allows (pale)."
        return element(
            "section",
            element("h2", "Ways it could have gone" if several else "The journey"),
            element("p", hint, class_="hint scripted"),
            element("p", key, class_="hint"),
            *rows,
        )

    def _way(self, number: int, itinerary: Mapping[str, Any], *, several: bool) -> Markup:
        look = grade_look((itinerary.get("verdict") or {}).get("label"))
        hypothesis = itinerary.get("hypothesis")
        title = str(hypothesis["text"]) if hypothesis else "As the story tells it"
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
        legs = [self._leg(number, order, leg, itinerary) for order, leg in enumerate(itinerary.get("legs", ()))]
        body = (
            element("ol", *legs, class_="legs"),
            *(self._conflict(conflict) for conflict in itinerary.get("conflicts", ())),
        )
        if several and number > 0:
            body = (element("details", element("summary", f"Legs of this way ({len(legs)})"), *body),)
        return element("article", heading, element("p", *meta, class_="meta"), *body, class_="itinerary",
                       data_itinerary=number)  # fmt: skip

    def _leg(self, number: int, order: int, leg: Mapping[str, Any], itinerary: Mapping[str, Any]) -> Markup:
        key = f"{number}-{order}"
        look = grade_look((leg.get("verdict") or {}).get("label"))
        names = [str(self.places.get(leg.get(end), {}).get("name", leg.get(end) or "?")) for end in ("from", "to")]
        routes = tuple(leg.get("routes") or ())
        on_map = bool(routes) and any(made.key == key and made.ways for made in self.scene.legs)
        label = joined(
            mark(look, "g"),
            element("span", f"{look.word}: ", class_="unseen"),
            free_text(names[0]),
            " \N{RIGHTWARDS ARROW} ",
            free_text(names[1]),
        )
        heading = (
            element("button", label, type="button", class_="leg", data_leg=key, aria_pressed="false")
            if on_map
            else element("p", label, class_="leg")
        )
        facts: list[Markup | None] = [heading]
        if routes:
            facts.append(element("p", _route_text(routes[0]), class_="need"))
        facts += [self._bar(leg), free_text(str(leg["reason"]), "p", class_="need") if leg.get("reason") else None]
        if routes:
            facts.append(self._events(routes[0].get("borders") or ()))
            facts += _remarks(routes[0])
        visits = itinerary.get("visits", ())
        ends = (int(leg.get("last", order + 1)),) if order else (0, int(leg.get("last", 1)))
        facts += [self._quote(visits[one], named=len(ends) > 1) for one in ends if one < len(visits)]
        if len(routes) > 1:
            facts.append(self._others(routes[1:]))
        return element("li", *facts, class_=css_class("g", look.word))

    def _quote(self, visit: Mapping[str, Any], *, named: bool) -> Markup | None:
        """The words of the story that place the traveller here; with the place where two quotes stand together."""
        if not visit.get("quote"):
            return None
        name = str(self.places.get(visit["place"], {}).get("name", ""))
        label = joined(free_text(name, class_="where"), " ") if named else None
        return element("blockquote", label, free_text(str(visit["quote"]), "q"))

    def _bar(self, leg: Mapping[str, Any]) -> Markup:
        """The time the story allows against the time the way needs, as a bar and in words."""
        window, slack = leg.get("window_hours"), leg.get("slack_hours")
        best: Mapping[str, Any] = next(iter(leg.get("routes") or ()), {})
        hours, slack = best.get("hours") or {}, best.get("slack_hours", slack)
        needs = [(name, hours[name]) for name, _ in BOUNDS if hours.get(name) is not None]
        if window is None:
            words = "The story sets no time limit for this leg."
        elif slack is None:
            words = f"The story allows {duration_text(window)}."
        elif slack >= 0:
            words = f"The story allows {duration_text(window)}: {duration_text(slack)} to spare."
        else:
            words = f"The story allows {duration_text(window)}: {duration_text(-slack)} short of an ordinary journey."
        scale = max([window or 0.0, *(value for _, value in needs)], default=0.0)
        bar = NOTHING
        if scale > 0:
            stripes = [
                element("i", class_=f"need-{name}", style=f"width:{max(0.8, 100 * value / scale):.2f}%")
                for name, value in reversed(needs)
            ]
            if window is not None:
                stripes.insert(0, element("i", class_="allowed", style=f"width:{max(0.0, 100 * window / scale):.2f}%"))
            bar = element("div", *stripes, class_="bar", aria_hidden="true")
        return joined(bar, element("p", words, class_="slack"))

    def _events(self, events: Sequence[Mapping[str, Any]]) -> Markup | None:
        if not events:
            return None
        rows = []
        for event in distinct_events(events):
            look = status_look(event.get("status"))
            ends = " to ".join(country_text(event.get(end), self.world) for end in ("from", "to"))
            name = crossing_text(event)
            source = str(event.get("status_source") or "")
            row = element(
                "li",
                mark(look, "s"),
                free_text(f"{name[:1].upper()}{name[1:]}"),
                element("span", f" ({ends}): ", class_="aside"),
                element("strong", look.word),
                joined(" ", free_text(source, class_="source")) if source else None,
            )
            rows.append(row)
        return element("ul", *rows, class_="events", aria_label="Borders on this way")

    def _others(self, routes: Sequence[Mapping[str, Any]]) -> Markup:
        rows = []
        for route in routes:
            look = grade_look(route["verdict"].get("label")) if route.get("verdict") else None
            events = self._events(route.get("borders") or ())
            rows.append(element("li", self._grade(look), _route_text(route), events, *_remarks(route)))
        word = "other way" if len(rows) == 1 else "other ways"
        return element("details", element("summary", f"{len(rows)} {word}"), element("ul", *rows, class_="others"))

    def _conflict(self, conflict: Mapping[str, Any]) -> Markup:
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

    def _grade(self, look: Look | None) -> Markup:
        return joined(mark(look, "g"), element("strong", f" {look.word}: ")) if look else NOTHING

    def _findings(self) -> Markup:
        rows = []
        for finding in self.record.get("findings", ()):
            look = grade_look(finding["grade"]) if finding.get("grade") else None
            numbers = "; ".join(number_text(number) for number in finding.get("numbers", ()))
            sources = "; ".join(str(source) for source in finding.get("sources", ()))
            rows.append(
                element(
                    "li",
                    element("p", self._grade(look), free_text(str(finding.get("text") or ""))),
                    element("blockquote", free_text(str(finding["quote"]), "q")) if finding.get("quote") else None,
                    free_text(numbers, "p", class_="aside") if numbers else None,
                    free_text(f"Source: {sources}", "p", class_="source") if sources else None,
                )
            )  # fmt: skip
        return _section("What was found", "ul", rows)

    def _notes(self) -> Markup:
        rows = [element("li", free_text(str(note))) for note in self.record.get("notes", ())]
        return _section("Notes", "ul", rows)

    def _unresolved(self) -> Markup:
        rows = [
            element("li", free_text(str(one.get("text") or ""), "q"), ": ", free_text(str(one.get("reason") or "")))
            for one in self.record.get("unresolved", ())
        ]
        return _section("What could not be judged", "ul", rows)

    def _assumptions(self) -> Markup:
        rows = []
        for one in self.record.get("assumptions", ()):
            text = str(one.get("text") or "")
            if not text:
                text = f"{one.get('name')} {one.get('value')} {one.get('unit') or ''}: {one.get('flips_to')}"
            source = str(one.get("source") or "")
            rows.append(
                element("li", free_text(text), joined(" ", free_text(source, class_="source")) if source else None)
            )
        return _section("What would change the answer", "ul", rows)

    def _stops(self) -> Markup:
        """All stops as a table."""
        table = stops_table(self.scene)
        return element("section", element("h2", "Stops"), table) if table else NOTHING

    def _footer(self) -> Markup:
        data = [free_text(line, "li") for line in attributions(self.record, self.world)]
        details = element("details", element("summary", "Data and licences"), element("ul", *data)) if data else None
        version = str(self.record.get("wayproof") or "")
        return element("footer", element("p", DISCLAIMER), details, element("p", f"wayproof {version}", class_="aside"))


def _route_text(route: Mapping[str, Any]) -> str:
    """One way in words: mode, length and the time it takes."""
    mode, km = stroke_of(route.get("mode")).word, distance_text(route.get("km"))
    on_ground = route.get("mode") in ON_GROUND
    guess = " (estimated from the straight line)" if "geodesic" in str(route.get("basis")) and on_ground else ""
    return f"{mode}, {km}{guess}: {need_text(route.get('hours') or {})}"


def _remarks(route: Mapping[str, Any]) -> list[Markup]:
    """What a way needs (a closed crossing, a green border) and what there is to know about it."""
    texts = [(str(text), "remark warns") for text in route.get("needs") or ()]
    texts += [(str(route["note"]), "remark")] if route.get("note") else []
    return [free_text(f"{text[:1].upper()}{text[1:]}", "p", class_=style) for text, style in texts]


def _section(title: str, tag: str, rows: Sequence[Markup]) -> Markup:
    if not rows:
        return NOTHING
    return element("section", element("h2", title), element(tag, *rows, class_="evidence"))


def legend_html(record: Mapping[str, Any], scene: Scene) -> str:
    """The legend: only what this map shows."""
    labels = [leg.label for leg in scene.legs]
    modes = [mode for leg in scene.legs for way in leg.ways[:1] for mode, _ in way.stretches]
    statuses = [passage.status for passage in scene.passages]
    rows = [_legend_row(mark(look, "g"), look.word, "") for word, look in GRADE_LOOKS.items() if word in labels]
    for mode in MODE_STROKES:
        stroke = stroke_of(mode)
        if mode in modes:
            cap = ' stroke-linecap="round"' if stroke.dash.startswith("0") else ""
            line = Markup(
                '<svg class="swatch" width="34" height="10" aria-hidden="true"><path d="M2 5h30" fill="none" '
                f'stroke-width="{stroke.width}" stroke-dasharray="{stroke.dash or "none"}"{cap}/></svg>'
            )
            rows.append(_legend_row(line, stroke.word, ""))
    rows += [_legend_row(mark(look, "s"), look.note, "") for word, look in STATUS_LOOKS.items() if word in statuses]
    if any(stop.borders for stop in scene.stops):
        line = Markup('<svg class="swatch tie" width="34" height="10" aria-hidden="true"><path d="M2 5h30"/></svg>')
        rows.append(_legend_row(line, "nearest border", ""))
    if any(stop.hypothetical for stop in scene.stops):
        rows.append(
            _legend_row(Markup('<span class="pin guess small" aria-hidden="true">1</span>'), "hypothesis, not told", "")
        )
    legend = element("details", element("summary", "Legend"), element("ul", *rows), class_="legend", open=True)
    return legend.html if record.get("itineraries") else ""


def _legend_row(sign: Markup, word: str, note: str) -> Markup:
    return element("li", sign, element("span", word, element("em", f" {note}") if note else None))
