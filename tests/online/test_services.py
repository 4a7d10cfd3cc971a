import pytest

from wayproof.errors import InputError
from wayproof.online.services import services_from_environment


def test_the_public_services_are_the_default(monkeypatch):
    for name in ("WAYPROOF_NOMINATIM", "WAYPROOF_PHOTON", "WAYPROOF_OVERPASS", "WAYPROOF_CONTACT"):
        monkeypatch.delenv(name, raising=False)
    services = services_from_environment()
    assert services.nominatim.endswith("nominatim.openstreetmap.org")
    assert services.pause_s >= 1.0
    assert services.user_agent.startswith("wayproof/")


def test_an_empty_address_switches_a_service_off(monkeypatch):
    monkeypatch.setenv("WAYPROOF_PHOTON", "")
    assert services_from_environment().photon == ""


def test_an_address_that_is_none_is_refused(monkeypatch):
    monkeypatch.setenv("WAYPROOF_OVERPASS", "overpass")
    with pytest.raises(InputError, match="WAYPROOF_OVERPASS='overpass'"):
        services_from_environment()
