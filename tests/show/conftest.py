"""Records and ground that the tests of the report and the map have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from show.ground import toy_ground
from show.journeys import defector

if TYPE_CHECKING:
    from wayproof.world.atlas import World


@pytest.fixture
def record() -> dict[str, Any]:
    return defector()


@pytest.fixture
def ground() -> World:
    return toy_ground()
