"""Fixtures that every test may use."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

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


# The suite gives the same answer each time; `pytest --hypothesis-profile=default` looks for new cases.
settings.register_profile("repeatable", derandomize=True)
settings.load_profile("repeatable")

LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that leaves the machine: a test that needs one is no test of ours."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and address[0] not in LOOPBACK:
            message = f"a test tried to reach {address[0]}"
            raise AssertionError(message)
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
