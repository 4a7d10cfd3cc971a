"""Folium without data frames and downloads, and what is left for those who want them."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from wayproof.show.lazily import open_folium
folium = open_folium()
folium.Map(location=(54.0, 25.0), tiles=None).add_child(folium.Marker((54.0, 25.0)))
assert not [name for name in sys.modules if name.split(".")[0] in {"pandas", "requests"}]
import pandas
place = pandas.DataFrame([[54.0, 25.0]])
assert folium.Marker(place).location == [54.0, 25.0]
import requests
assert folium.features.requests.get is requests.get
"""


def test_what_maps_do_not_use_is_loaded_when_somebody_uses_it() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)  # noqa: S603 - our own program
    assert done.returncode == 0, done.stderr
