"""Regular expressions that are compiled when they are first asked for.

Reading has some thousand, and one story asks half of them: to compile them all takes a quarter of the time of a check.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _LateRegex:
    """Stands for a compiled pattern, and compiles it when one of its attributes is first asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the pattern has
        compiled = re.compile(*self._source)
        # from here on these are found without asking here
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern that ``re.compile`` makes of it, compiled late: an error in it is raised by its first use.

    It is no instance of ``re.Pattern``: ask its methods, and not the functions of ``re``.
    """
    return cast("re.Pattern[str]", _LateRegex(pattern, flags))
