"""Fixtures that every test may use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from wayproof.world.atlas import World


@pytest.fixture(scope="session")
def toy_world() -> World:
    """The small world of ``tests/toyworld.py`` with the shipped speeds."""
    from toyworld import toy_world

    return toy_world()


@pytest.fixture(scope="session")
def plain_world() -> World:
    """The small world with a handful of round records: nothing shipped is read."""
    from toyworld import toy_speeds, toy_world

    return toy_world(speeds=toy_speeds)
