"""Makes the gallery of example maps: a folder for each story of ``examples/stories.csv``, and a page of pictures."""

from __future__ import annotations

import base64
import csv
import hashlib
import time
from pathlib import Path
from typing import TYPE_CHECKING

from wayproof.check import check
from wayproof.cli.options import write_folder, write_text
from wayproof.show.colours import css_variables
from wayproof.show.embed import MAP, PAGE, SVG, make_embed
from wayproof.show.markup import Markup, element, free_text, joined
from wayproof.show.palette import css_class, grade_look
from wayproof.show.picture import draw
from wayproof.show.wording import answer_text
from wayproof.story.text.document import parse_date, read_story
from wayproof.world.atlas import open_world

if TYPE_CHECKING:
    from wayproof.world.atlas import World

MAPS = Path(__file__).resolve().parent
EXAMPLES = MAPS.parent / "examples"

STYLE = (
    css_variables()
    + """
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 76rem;
  margin: 2.5rem auto; padding: 0 1.25rem }
h1 { font-family: Georgia, serif; line-height: 1.2; margin: 0 }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); gap: 2.5rem 2rem;
  margin-top: 2rem }
img { display: block; width: 100%; height: auto; border: 1px solid var(--rule) }
h2 { font-size: 1.1rem; line-height: 1.3; margin: .75rem 0 .1rem }
p { margin: .25rem 0 }
strong { color: var(--c) }
a { color: inherit }
a:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }
"""
)


def make(row: dict[str, str], world: World) -> Markup:
    """Write the folder of one story; its card for the index."""
    path = EXAMPLES / row["file"]
    story = read_story(str(path), title=row["title"], published=parse_date(row["published"]))
    record = check(story, world).to_dict()
    started = time.perf_counter()
    files = make_embed(record, world, title=row["title"])
    taken = time.perf_counter() - started
    write_folder(MAPS / path.stem, files)
    look = grade_look(record["verdict"]["label"])
    sizes = ", ".join(f"{name} {len(files[name]) / 1000:,.0f} kB" for name in sorted(files))
    print(f"{path.stem}: {look.word}; {taken:.1f} s; {sizes}")
    picture = draw(record, world, title=row["title"])
    image = element(
        "img", src=f"{path.stem}/{SVG}", alt=picture.alt, width=picture.width, height=picture.height, loading="lazy"
    )
    return element(
        "article",
        element("a", image, href=f"{path.stem}/{MAP}"),
        element("h2", element("a", free_text(row["title"]), href=f"{path.stem}/{MAP}")),
        element("p", free_text(answer_text(record, look.word, look.note))),
        element("p", element("a", "As a figure in an article", href=f"{path.stem}/{PAGE}")),
        class_=css_class("g", look.word),
    )


def index(cards: list[Markup]) -> str:
    """The page that shows all pictures."""
    hashed = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    body = joined(
        element("h1", "Could they have travelled this?"),
        element("p", "Stories made up for the purpose, checked by wayproof. Each map is one file that works offline."),
        element("div", *cards, class_="cards"),
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        f"content=\"default-src 'none'; img-src 'self'; style-src 'sha256-{hashed}'\">\n"
        f"<title>wayproof: example maps</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n{body.html}\n"
        "</main>\n</body>\n</html>\n"
    )


def main() -> None:
    """Make every map and the index."""
    world = open_world()
    with (EXAMPLES / "stories.csv").open(encoding="utf-8", newline="") as stream:
        cards = [make(row, world) for row in csv.DictReader(stream)]
    write_text(MAPS / "index.html", index(cards))


if __name__ == "__main__":
    main()
