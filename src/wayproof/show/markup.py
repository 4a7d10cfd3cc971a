"""A very small HTML builder: every text that goes in is escaped, so story text cannot become markup."""

from __future__ import annotations

import html
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Markup:
    """HTML that is already safe; made by `element` and by our own constants, never from story text."""

    html: str

    def __add__(self, other: Markup) -> Markup:
        """Two pieces after each other."""
        return Markup(self.html + other.html)


NOTHING = Markup("")
VOID = frozenset({"input", "br", "hr", "img"})


def element(tag: str, *children: Markup | str | None, **attributes: str | bool | float | None) -> Markup:
    """One element; strings among the children and all attribute values are escaped.

    An attribute that is None or False is left out, True stands alone; underscores become hyphens and a trailing one
    is dropped (``class_``, ``data_leg``).
    """
    parts = []
    for name, value in attributes.items():
        key = name.rstrip("_").replace("_", "-")
        if value is True:
            parts.append(f" {key}")
        elif value is not None and value is not False:
            parts.append(f' {key}="{html.escape(str(value))}"')
    opening = f"<{tag}{''.join(parts)}>"
    if tag in VOID:
        return Markup(opening)
    return Markup(f"{opening}{joined(*children).html}</{tag}>")


def joined(*children: Markup | str | None) -> Markup:
    """The children after each other, strings escaped, None left out."""
    return Markup(
        "".join(one.html if isinstance(one, Markup) else html.escape(one) for one in children if one is not None)
    )


def free_text(text: str, tag: str = "span", **attributes: str | None) -> Markup:
    """Text from outside (names, quotes) in an element that keeps its writing direction to itself."""
    return element(tag, text, dir="auto", **attributes)
