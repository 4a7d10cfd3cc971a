"""Folium without loading what it imports and these maps never use: half of its start-up time."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from types import ModuleType
from typing import Any, Final

UNUSED: Final = ("pandas", "requests")
"""Imported by folium to tell data frames apart and to fetch remote files."""


class StandIn(ModuleType):
    """A module that folium holds in the place of another, which is loaded when something asks for it.

    Where the module is asked for a class before anybody loaded it, as in ``isinstance(value, pandas.DataFrame)``, no
    value can be of that class: the empty tuple says so.
    """

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module has
        """The attribute of the module itself."""
        if name.startswith("__"):
            raise AttributeError(name)
        if name[0].isupper() and self.__name__ not in sys.modules:
            return ()
        return getattr(importlib.import_module(self.__name__), name)


def open_folium() -> ModuleType:
    """Folium, imported without the libraries in ``UNUSED``; to anybody who uses those later nothing changes."""
    if "folium" not in sys.modules:
        absent = [name for name in UNUSED if name not in sys.modules and importlib.util.find_spec(name) is not None]
        sys.modules.update((name, StandIn(name)) for name in absent)
        try:
            importlib.import_module("folium")
        finally:
            for name in absent:
                del sys.modules[name]
    return sys.modules["folium"]
