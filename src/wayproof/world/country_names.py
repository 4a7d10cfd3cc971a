"""Countries in words: sentences tell names, data hold codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from wayproof.errors import WayproofError
from wayproof.world.regimes import UNION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wayproof.world.gazetteer import Places

CODE: Final = re.compile(r"\b[A-Z]{2}\b")
"""A country as the cells of the tables write it between words."""

NO_COUNTRIES: Final = frozenset({"EU", "UN"})
"""Two capitals that every reader knows and that name no country."""

WITHDRAWN: Final = {"DD": "East Germany", "VD": "North Vietnam", "YD": "South Yemen", UNION: "the European Union"}
"""Names of the codes that stand for no country of today: dissolved states, and the Union."""


def country_name(code: str, gazetteer: Places) -> str:
    """The name of a country by its ISO alpha-2 code; the code itself where nothing knows a name for it."""
    if code in WITHDRAWN:
        return WITHDRAWN[code]
    try:
        return gazetteer.country(code).name
    except (WayproofError, KeyError):
        return code


def border_name(a: str, b: str, gazetteer: Places) -> str:
    """The border of two countries as "between Belarus and Lithuania", whichever way it is passed."""
    first, second = sorted((a, b))
    return f"between {country_name(first, gazetteer)} and {country_name(second, gazetteer)}"


def named_countries(codes: Iterable[str], gazetteer: Places) -> str:
    """Countries as a list of names: "Ukraine", "Belarus, Russia"; each once."""
    return ", ".join(dict.fromkeys(country_name(code, gazetteer) for code in codes))


def with_names(text: str, gazetteer: Places) -> str:
    """The words of a table's cell with the names of the countries that it tells by their codes."""
    return CODE.sub(lambda found: found[0] if found[0] in NO_COUNTRIES else country_name(found[0], gazetteer), text)
