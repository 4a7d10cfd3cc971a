"""Posts that none but officials may pass: told with the shipped tables."""

from datetime import date

import pytest

from wayproof.check import check
from wayproof.story.text.document import Story
from wayproof.world.atlas import open_world

WAY = "left Limassol at nine on 10 April 1995, was let through the barrier at Ledra Palace and was in Kyrenia at noon."


@pytest.mark.parametrize(("who", "label"), [("Andreas Kay", "implausible"), ("The ambassador Joe Clark", "possible")])
def test_who_may_pass_a_post_for_officials(who: str, label: str) -> None:
    assert check(Story(f"{who} {WAY}", published=date(1995, 4, 18)), open_world()).verdict.label == label
