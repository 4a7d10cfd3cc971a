"""The colours of pages and pictures, for light and for dark surroundings."""

from __future__ import annotations

from wayproof.show.palette import GRADE_LOOKS, STATUS_LOOKS, css_class

LIGHT = {
    "paper": "#ffffff", "soft": "#f4f5f6", "ink": "#1b2228", "muted": "#56616c", "rule": "#d5dbe0", "focus": "#0b57d0",
    "sea": "#dbe6ec", "land": "#f7f4ed", "coast": "#a3b8c4", "border": "#857c70", "band": "#e6dfd2",
    "halo": "#fffdf8", "name": "#5b6570", "road": "#e3dccd", "river": "#a3c0d0",
    "bar": "#c9d6e2", "bar-1": "#33424f", "bar-2": "#6f8293", "bar-3": "#a6b4c0",
}  # fmt: skip
DARK = {
    "paper": "#14191d", "soft": "#1d242a", "ink": "#e7ecf0", "muted": "#a6b2bc", "rule": "#323c45", "focus": "#8ab4ff",
    "sea": "#111a21", "land": "#262e35", "coast": "#435563", "border": "#8994a0", "band": "#333d46",
    "halo": "#12171b", "name": "#a6b2bc", "road": "#39434c", "river": "#24404f",
    "bar": "#2c3c4a", "bar-1": "#d7e0e8", "bar-2": "#94a5b4", "bar-3": "#60717f",
}  # fmt: skip


def css_variables() -> str:
    """The colours as CSS custom properties: light, dark by media query, and either at the page's own wish.

    A page that is always light, or always dark, asks for its kind by the class that the script sets from the address
    (``map.html#light``).
    """
    looks = [(css_class("g", word), look) for word, look in GRADE_LOOKS.items()]
    looks += [(css_class("s", word), look) for word, look in STATUS_LOOKS.items()]
    light = _declared(LIGHT | {name: look.light for name, look in looks})
    dark = _declared(DARK | {name: look.dark for name, look in looks})
    classes = "".join(f".{name}{{--c:var(--{name})}}" for name, _ in looks)
    return (
        f":root{{{light}}}@media (prefers-color-scheme:dark){{:root:not(.light){{{dark}}}}}"
        f":root.dark{{{dark}color-scheme:dark}}:root.light{{color-scheme:light}}{classes}"
    )


def _declared(colours: dict[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in colours.items())
