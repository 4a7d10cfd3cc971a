"""One self-contained HTML page: scripts and styles inlined, nothing to fetch, and a policy that forbids fetching.

The page's content security policy lets only the scripts with the hashes computed here run and lets nothing be loaded,
so that even markup that slipped through could neither run nor call home.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from wayproof.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAFLET = "js_lib_leaflet"
"""The import package of django-js-lib-leaflet, which carries Leaflet as static files."""


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of a page.

    Parameters
    ----------
    title
        Plain text; escaped here.
    body
        HTML; whoever makes it escapes what it holds.
    styles, scripts
        CSS and JavaScript, in order. Scripts run at the end of the body.
    data
        Element id -> JSON value for the scripts.
    images
        Where images may come from, in the words of a content security policy.
    """

    title: str
    body: str
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    data: Mapping[str, object]
    images: tuple[str, ...] = ("data:",)

    def render(self) -> str:
        """The whole HTML document."""
        blocks = "\n".join(
            f'<script type="application/json" id="{html.escape(name)}">{json_in_html(value)}</script>'
            for name, value in self.data.items()
        )
        scripts = "\n".join(f"<script>{text}</script>" for text in self.scripts)
        styles = "\n".join(f"<style>{text}</style>" for text in self.styles)
        return (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy(self.scripts, self.images)}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
            f"<title>{html.escape(self.title)}</title>\n{styles}\n</head>\n<body>\n{self.body}\n{blocks}\n{scripts}\n"
            "</body>\n</html>\n"
        )


def policy(scripts: tuple[str, ...], images: tuple[str, ...] = ("data:",)) -> str:
    """The content security policy of a page with exactly these inline scripts, and with images from these sources."""
    hashes = " ".join(f"'sha256-{digest(text)}'" for text in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src {' '.join(images)}; "
        "base-uri 'none'; form-action 'none'"
    )


def digest(text: str) -> str:
    """The SHA-256 of a script or style as policies write it."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def json_in_html(value: object) -> str:
    """JSON that may stand in a script element: no character of it can end the element or a line of script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)
    for character in "<>&\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


@cache
def asset(name: str) -> str:
    """One of our own scripts or styles by file name."""
    return (resources.files("wayproof.show") / "assets" / name).read_text(encoding="utf-8")


@cache
def leaflet(name: str) -> str:
    """A file of the installed Leaflet ("leaflet.js", "leaflet.css") without what in it points to another file.

    Raises
    ------
    DataError
        The package that carries Leaflet is not installed.
    """
    try:
        folder = resources.files(LEAFLET) / "static" / LEAFLET
        text = (folder / name).read_text(encoding="utf-8")
    except (ModuleNotFoundError, FileNotFoundError) as error:
        message = f"Leaflet's {name} is not there: install django-js-lib-leaflet 1.9.4.1, which carries it."
        raise DataError(message) from error
    lines = [line for line in text.replace("\r\n", "\n").split("\n") if not line.startswith("//# sourceMappingURL")]
    return re.sub(r"url\([^)]*\)", "none", "\n".join(lines)) if name.endswith(".css") else "\n".join(lines)
