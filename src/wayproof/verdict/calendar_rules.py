"""The rule about days that a place never had: where the date line was moved, the calendar passed over one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wayproof.verdict.findings import Finding
from wayproof.verdict.grades import Grade
from wayproof.verdict.wording import day_words

if TYPE_CHECKING:
    from wayproof.verdict.cases import Case
    from wayproof.verdict.rules import Rule

SOURCE: Final = "IANA time zone database"


class NoSuchDay:
    """The text puts the traveller into a place on a day that its calendar passed over.

    A reporter abroad may have written the day of another country: this is never more than implausible.
    """

    name = "no-such-day"

    def judge(self, case: Case) -> tuple[Finding, ...] | None:
        """A finding for each such visit; None where there is none."""
        found = []
        for at, visit in enumerate(case.itinerary.visits):
            if visit.skipped_day is None:
                continue
            text = (
                f"The story puts the traveller into {visit.place.name} on {day_words(visit.skipped_day)}, a day that "
                "there never was: the calendar passed over it when the date line was moved."
            )
            leg = max(0, at - 1)
            found.append(
                Finding(self.name, Grade.IMPLAUSIBLE, text, (), (SOURCE,), visit.quote, visit.start, visit.end, leg)
            )
        return tuple(found) or None


CALENDAR_RULES: Final[tuple[Rule, ...]] = (NoSuchDay(),)
"""The rules about days that there never were."""
