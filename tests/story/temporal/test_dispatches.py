"""The "today" of a dispatch is the day of its dateline, not that of the paper."""

from datetime import date

import pytest

from wayproof.story.temporal.timex import TimeKind, find_times
from wayproof.story.text.document import Story


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("TURIN, March 21 \u2014 Karl Novak landed in Oslo this morning.", 21),
        ("TURIN, March 21 \u2014 Karl Novak landed in Oslo today.", 21),
        ("TURIN, March 21 \u2014 Karl Novak landed in Oslo yesterday.", 20),
        ("TURIN, March 20 (Reuters) - Karl Novak landed in Oslo this evening.", 20),
        ("Karl Novak landed in Oslo this morning.", 22),
        ("TURIN, Jan. 3 \u2014 Karl Novak landed in Oslo this morning.", 22),
    ],
)
def test_a_dispatch_counts_from_its_dateline(text, day):
    found = [one for one in find_times(Story(text, None, date(1999, 3, 22))) if one.kind is TimeKind.EVENT]
    assert found[-1].earliest is not None
    assert found[-1].earliest.date() == date(1999, 3, day)
