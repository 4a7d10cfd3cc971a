"""Nominatim and Photon through geopy: candidates for names that the shipped gazetteer does not settle."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from geopy.exc import GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim, Photon

from wayproof.world.geodesy import distance_km
from wayproof.world.places import Kind, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from geopy.location import Location

    from wayproof.online.services import Services

CANDIDATES = 5
"""How many candidates are asked for: as many as the report lists."""

KINDS = {
    "aerodrome": Kind.AIRPORT,
    "airport": Kind.AIRPORT,
    "bay": Kind.WATER,
    "border_control": Kind.CROSSING,
    "city": Kind.CITY,
    "country": Kind.COUNTRY,
    "county": Kind.ADMIN2,
    "district": Kind.ADMIN2,
    "hamlet": Kind.CITY,
    "island": Kind.ISLAND,
    "municipality": Kind.CITY,
    "peninsula": Kind.REGION,
    "province": Kind.ADMIN1,
    "region": Kind.REGION,
    "river": Kind.WATER,
    "sea": Kind.WATER,
    "state": Kind.ADMIN1,
    "station": Kind.STATION,
    "strait": Kind.WATER,
    "suburb": Kind.CITY,
    "town": Kind.CITY,
    "village": Kind.CITY,
    "water": Kind.WATER,
}
"""OpenStreetMap's word for a thing -> ours; anything else is a landmark."""


class OnlineGeocoder:
    """Asks Nominatim, then Photon, and remembers the answers.

    A service is asked at most once in ``services.pause_s`` seconds (answers from the cache cost nothing), and not
    again in this run after it failed.
    """

    def __init__(self, services: Services) -> None:
        self._notes: list[str] = []
        self._cache = _Cache(services.cache / "geocoders.sqlite")
        self._ask: dict[str, Callable[[str], list[Location]]] = {}
        if services.nominatim:
            host = urlsplit(services.nominatim)
            nominatim = Nominatim(
                user_agent=services.user_agent,
                scheme=host.scheme,
                domain=host.netloc + host.path,
                timeout=services.timeout_s,
            )
            limited = _limited(nominatim.geocode, services)
            self._ask["Nominatim"] = lambda name: limited(
                name, exactly_one=False, limit=CANDIDATES, addressdetails=True, language="en"
            )
        if services.photon:
            host = urlsplit(services.photon)
            photon = Photon(
                user_agent=services.user_agent,
                scheme=host.scheme,
                domain=host.netloc + host.path,
                timeout=services.timeout_s,
            )
            limited_photon = _limited(photon.geocode, services)
            self._ask["Photon"] = lambda name: limited_photon(name, exactly_one=False, limit=CANDIDATES, language="en")

    def locate(self, name: str) -> tuple[Place, ...]:
        """Candidates from the first service that has any, best first; () when none has or all fail."""
        for service in list(self._ask):
            places = self._candidates(service, name)
            if places:
                return places
        return ()

    def notes(self) -> tuple[str, ...]:
        """One line for each service that failed in this run."""
        return tuple(self._notes)

    def _candidates(self, service: str, name: str) -> tuple[Place, ...]:
        answers = self._cache.get(service, name)
        if answers is None:
            try:
                answers = [location.raw for location in self._ask[service](name) or ()]
            except (GeopyError, ValueError, KeyError, TypeError) as error:
                # geopy lets the plain errors through where an answer is not shaped as its service promises.
                del self._ask[service]
                self._notes.append(f"{service} did not help with {name!r} ({_said(error)}); it was not asked again.")
                return ()
            self._cache.put(service, name, answers)
        read = _from_nominatim if service == "Nominatim" else _from_photon
        return tuple(place for place in map(read, answers) if place is not None)


def _limited(geocode: Callable[..., Any], services: Services) -> RateLimiter:
    return RateLimiter(geocode, min_delay_seconds=services.pause_s, max_retries=0, swallow_exceptions=False)


def _said(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:160]


def _from_nominatim(raw: Mapping[str, Any]) -> Place | None:
    try:
        lat, lon = float(raw["lat"]), float(raw["lon"])
        box = [float(edge) for edge in raw.get("boundingbox", ())]
        address = raw.get("address", {})
        name = raw.get("name") or str(raw["display_name"]).split(",")[0]
        return Place(
            id=f"osm:{raw.get('osm_type', '')}/{raw.get('osm_id', '')}",
            name=name,
            kind=KINDS.get(str(raw.get("addresstype") or raw.get("type")), Kind.LANDMARK),
            country=str(address["country_code"]).upper() if address.get("country_code") else None,
            lat=lat,
            lon=lon,
            extent_km=distance_km(box[0], box[2], box[1], box[3]) / 2 if box else 1.0,
            source="Nominatim, © OpenStreetMap contributors",
            admin1=address.get("state"),
        )
    except (KeyError, ValueError, IndexError, TypeError):
        return None


def _from_photon(raw: Mapping[str, Any]) -> Place | None:
    try:
        lon, lat = (float(value) for value in raw["geometry"]["coordinates"][:2])
        facts = raw["properties"]
        box = [float(edge) for edge in facts.get("extent", ())]
        return Place(
            id=f"osm:{facts.get('osm_type', '')}/{facts.get('osm_id', '')}",
            name=str(facts["name"]),
            kind=KINDS.get(str(facts.get("osm_value") or facts.get("type")), Kind.LANDMARK),
            country=str(facts["countrycode"]).upper() if facts.get("countrycode") else None,
            lat=lat,
            lon=lon,
            extent_km=distance_km(box[1], box[0], box[3], box[2]) / 2 if box else 1.0,
            source="Photon, © OpenStreetMap contributors",
            admin1=facts.get("state"),
        )
    except (KeyError, ValueError, IndexError, TypeError):
        return None


class _Cache:
    """Answers by service and name, in one small SQLite file; a file that cannot be used is done without."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, service: str, name: str) -> list[Any] | None:
        try:
            with closing(self._open()) as store:
                row = store.execute(
                    "SELECT answer FROM answers WHERE service = ? AND name = ?", (service, name)
                ).fetchone()
                return json.loads(row[0]) if row else None
        except (sqlite3.Error, OSError, ValueError):
            return None

    def put(self, service: str, name: str, answers: list[Any]) -> None:
        try:
            with closing(self._open()) as store, store:
                store.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", (service, name, json.dumps(answers)))
        except (sqlite3.Error, OSError):
            # A read-only home only costs asking again.
            return

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        store = sqlite3.connect(self._path)
        store.execute("CREATE TABLE IF NOT EXISTS answers (service, name, answer, PRIMARY KEY (service, name))")
        return store
