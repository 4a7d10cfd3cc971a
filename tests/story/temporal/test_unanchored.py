"""A text without its day of publication has days that are no dates, and the report says so."""

from datetime import date

import pytest

from wayproof.check import check
from wayproof.story.temporal.timex import find_times
from wayproof.story.temporal.unanchored import unanchored
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She left on Thursday, and on August 3 she was back.", ("Thursday", "August 3")),
        ("She left on Thursday. By Thursday evening she was back.", ("Thursday", "Thursday evening")),
        ("She left on 3 August 2019 and was back two days later.", ()),
        ("She was away for three weeks.", ()),
    ],
)
def test_days_without_a_calendar(text: str, words: tuple[str, ...]) -> None:
    assert unanchored(find_times(Story(text))) == words


def test_the_summary_asks_for_the_day_of_publication() -> None:
    text = "Karin Novak left Graz on Thursday morning and reached Zagreb on Friday."
    bare = check(Story(text), open_world())
    assert bare.verdict.is_unknown
    assert '(--published) nobody can say what day "Thursday morning" and "Friday" mean.' in bare.summary
    dated = check(Story(text, None, date(2019, 6, 14)), open_world())
    assert dated.verdict.label == "possible"
    assert "--published" not in dated.summary
