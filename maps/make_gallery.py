"""Makes the gallery of example maps: one page for each story of ``examples/stories.csv`` and an index beside them."""

from __future__ import annotations

import csv
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from wayproof.check import check
from wayproof.cli.options import write_text
from wayproof.show.webmap import map_html
from wayproof.story.document import parse_date, read_story
from wayproof.world.atlas import open_world

if TYPE_CHECKING:
    from wayproof.world.atlas import World

MAPS = Path(__file__).resolve().parent
EXAMPLES = MAPS.parent / "examples"

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>wayproof: example maps</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 17px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1.25rem }}
h1 {{ font-family: Georgia, serif; line-height: 1.2 }}
h2 {{ font-size: 1.1rem; margin: 2rem 0 .25rem }}
p {{ margin: .25rem 0 }}
.grade {{ font-weight: 600 }}
</style>
</head>
<body>
<h1>Could they have travelled this?</h1>
<p>Stories made up for the purpose, checked by wayproof. Each map is one file that works without a network.</p>
{entries}
</body>
</html>
"""
ENTRY = '<h2><a href="{name}.html">{title}</a></h2>\n<p class="grade">{label}</p>\n<p>{summary}</p>'


def make(row: dict[str, str], world: World) -> str:
    """Write the map of one story; its entry for the index."""
    path = EXAMPLES / row["file"]
    story = read_story(str(path), title=row["title"], published=parse_date(row["published"]))
    assessment = check(story, world)
    write_text(MAPS / f"{path.stem}.html", map_html(assessment.to_dict(), world, title=row["title"]))
    print(f"{path.stem}: {assessment.verdict.label}")
    return ENTRY.format(
        name=escape(path.stem),
        title=escape(row["title"]),
        label=escape(assessment.verdict.label.capitalize()),
        summary=escape(assessment.summary),
    )


def main() -> None:
    """Make every map and the index."""
    world = open_world()
    with (EXAMPLES / "stories.csv").open(encoding="utf-8", newline="") as stream:
        entries = [make(row, world) for row in csv.DictReader(stream)]
    write_text(MAPS / "index.html", PAGE.format(entries="\n".join(entries)))


if __name__ == "__main__":
    main()
