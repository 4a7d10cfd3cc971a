"""All rules, in the order in which findings are reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wayproof.verdict.border_rules import BORDER_RULES
from wayproof.verdict.calendar_rules import CALENDAR_RULES
from wayproof.verdict.means_rules import MEANS_RULES
from wayproof.verdict.passage_rules import PASSAGE_RULES
from wayproof.verdict.rules import RULES
from wayproof.verdict.sky_rules import SKY_RULES
from wayproof.verdict.told_rules import TOLD_RULES
from wayproof.verdict.works_rules import WORKS_RULES

if TYPE_CHECKING:
    from wayproof.verdict.rules import Rule

RULEBOOK: Final[tuple[Rule, ...]] = (
    *RULES,
    *TOLD_RULES,
    *CALENDAR_RULES,
    *MEANS_RULES,
    *BORDER_RULES,
    *SKY_RULES,
    *WORKS_RULES,
    *PASSAGE_RULES,
)
"""Every rule."""

CAPPING: Final = frozenset(
    {rule.name for rule in (*CALENDAR_RULES, *MEANS_RULES, *BORDER_RULES, *SKY_RULES, *WORKS_RULES)}
)
"""Rules whose findings cap the verdict whatever the times are, and say more than the times do."""
