"""Hours that only name a service, and are no hours of what it does then."""

from __future__ import annotations

from datetime import date

import pytest

from wayproof.story.temporal.timex import find_times
from wayproof.story.text.document import Story


@pytest.mark.parametrize(
    ("sentence", "hours"),
    [
        ("The bus of 07:10 arrived there at 09:40.", ["at 09:40"]),
        ("The train of 07:10 then got in at 09:40.", ["at 09:40"]),
        ("The 07:10 bus arrived there at 09:40.", ["at 09:40"]),
        ("The ferry of 07:10 was an hour late and came at 09:40.", ["at 09:40"]),
        ("At 09:40 the express of 07:10 pulled in.", ["At 09:40"]),
        ("She took the bus of 07:10 and arrived at 09:40.", ["07:10", "at 09:40"]),
        ("The bus left at 07:10 and arrived at 09:40.", ["at 07:10", "at 09:40"]),
        ("The 07:10 bus from Bern arrived at 09:40.", ["07:10", "at 09:40"]),
    ],
)
def test_an_hour_that_names_a_service_is_none_of_its_coming(sentence: str, hours: list[str]) -> None:
    text = f"She was in Kingston on 9 February. {sentence}"
    found = find_times(Story(text, None, date(1981, 2, 18)))
    assert [one.text for one in found if ":" in one.text] == hours
