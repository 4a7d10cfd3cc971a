"""Where the online services are, how wayproof introduces itself to them, and what it keeps of their answers."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import platformdirs

from wayproof import __version__
from wayproof.errors import InputError

CONTACT_VARIABLE = "WAYPROOF_CONTACT"
PROJECT_CONTACT = "https://pypi.org/project/wayproof/"


@dataclass(frozen=True, slots=True)
class Services:
    """Addresses and manners.

    Attributes
    ----------
    nominatim, photon, overpass
        Base addresses; each can be set by the environment (``WAYPROOF_NOMINATIM``, ``WAYPROOF_PHOTON``,
        ``WAYPROOF_OVERPASS``) to use a server of one's own. An empty address switches that service off.
    contact
        Goes into the User-Agent, as the usage policies ask: ``WAYPROOF_CONTACT`` or the project's page.
    timeout_s
        Seconds to wait for one answer.
    pause_s
        Least seconds between two requests to one geocoder (the public Nominatim allows one a second).
    cache
        Folder that keeps answers between runs.
    """

    nominatim: str
    photon: str
    overpass: str
    contact: str
    timeout_s: float
    pause_s: float
    cache: Path

    @property
    def user_agent(self) -> str:
        """How wayproof introduces itself."""
        return f"wayproof/{__version__} ({self.contact})"


def services_from_environment() -> Services:
    """The public services, or those that the environment names.

    Raises
    ------
    InputError
        An address in the environment is not an http(s) address.
    """
    return Services(
        nominatim=_address("WAYPROOF_NOMINATIM", "https://nominatim.openstreetmap.org"),
        photon=_address("WAYPROOF_PHOTON", "https://photon.komoot.io"),
        overpass=_address("WAYPROOF_OVERPASS", "https://overpass-api.de/api"),
        contact=os.environ.get(CONTACT_VARIABLE) or PROJECT_CONTACT,
        timeout_s=20.0,
        pause_s=1.0,
        cache=Path(platformdirs.user_cache_dir("wayproof")),
    )


def _address(variable: str, public: str) -> str:
    address = os.environ.get(variable, public).rstrip("/")
    if address and (urlsplit(address).scheme not in {"http", "https"} or not urlsplit(address).netloc):
        message = f"{variable}={address!r} is no address. Give http://HOST or https://HOST, or leave it empty."
        raise InputError(message)
    return address
