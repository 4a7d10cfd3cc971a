import subprocess
import sys
from collections.abc import Callable
from typing import Any, cast

from wayproof.world.atlas import World, open_world

PARTS = ("gazetteer", "borders", "crossings", "regimes", "roads", "speeds", "airports")


def test_each_part_is_opened_once_and_only_when_asked() -> None:
    opened: list[str] = []

    def opener(name: str) -> Callable[[], object]:
        def opens() -> object:
            opened.append(name)
            return object()

        return opens

    world = World(**cast("dict[str, Any]", {name: opener(name) for name in PARTS}))
    assert opened == []
    assert world.speeds is world.speeds
    assert opened == ["speeds"]
    for name in PARTS:
        assert getattr(world, name) is getattr(world, name)
    assert sorted(opened) == sorted(PARTS)
    assert world.attributions == ()


def test_the_shipped_world_opens_its_borders() -> None:
    world = open_world()
    assert world.borders.country_at(54.6872, 25.2797) == "LT"
    assert "Natural Earth" in world.attributions


def test_opening_the_world_reads_nothing() -> None:
    code = (
        "import sys; from wayproof.world.atlas import open_world; open_world();"
        " print([m for m in ('numpy', 'shapely', 'scipy', 'pyproj', 'networkx') if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603 - own code
    assert result.stdout.strip() == "[]"
