"""Time words that say no day without the day of publication: "Thursday", "August 3"."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.temporal.timex import TimeExpression

SHOWN = 2
"""So many are told."""


def unanchored(times: "Sequence[TimeExpression]") -> tuple[str, ...]:
    """The first time expressions of a text that name a day and are not set against the calendar, each once."""
    loose = (
        one.text
        for one in times
        if one.earliest is None and one.latest is None and one.after_hours is None and one.duration is None
    )
    return tuple(dict.fromkeys(loose))[:SHOWN]
