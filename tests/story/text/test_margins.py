"""What stands at the margins of an article, told by how a sentence begins."""

import pytest

from wayproof.story.text.document import Story
from wayproof.story.text.margins import find_margins

STORY = "He left Ulm at noon. She reached Kiel by night.\n"


@pytest.mark.parametrize(
    "line",
    [
        "Read more about the flood here.", "Sign up for our letter.", "SUBSCRIBE to read on.", "Newsletters on Ulm.",
        "Copyright 2019 by the paper.", "\u00a9 The paper", "(c) The paper", "All rights reserved.", "Advertisement",
        "Click here for pictures of Ulm.", "Share this story.", "Leave a reply below.", "Your mail address stays.",
        "Your email address stays.", "Related stories from Kiel.", "Recommended for you", "Most read in Kiel",
        "Cookies help us.", "Privacy policy", "Terms of use", "Log in first.", "Filed under: Ulm", "Tags: Ulm, Kiel",
        "Continue reading below.", "Follow us to Ulm.", "Download our map.", "To read how it ended, turn the page.",
        "More from Kiel", "See also: Ulm", "*** --- *** --- Read more", "\u017fee also: Ulm",
    ],
)  # fmt: skip
def test_boilerplate(line: str) -> None:
    margins = find_margins(Story(f"{STORY}{line}"))
    assert "boilerplate" in margins.labels


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee in Ulm", "Reporting by Ann Lee in Ulm.", "Written by Ann Lee.",
        "Edited by Ann Lee.", "Additional reporting by Ann Lee.", "Compiled by the staff in Ulm.", "About the writer",
        "Meet the author", "Follow her on the net.", "E-mail him at the paper.", "Contact Ann on Monday.",
        "Reach the reporter at the desk.", "Ann Lee is a reporter based in Ulm.",
    ],
)  # fmt: skip
def test_byline(line: str) -> None:
    margins = find_margins(Story(f"{STORY}{line}"))
    assert margins.labels == ("byline",)


@pytest.mark.parametrize(
    "line",
    [
        "By Easter he was in Ulm.",
        "Reading is a town.",
        "He is in Ulm.",
        "Most towns slept.",
        "The road - a long one - was wet.",
    ],
)
def test_story_itself(line: str) -> None:
    assert find_margins(Story(f"{STORY}{line}")).labels == ()


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("VILNIUS (AP) - He came.", "VILNIUS"), ("BONN, June 1 \u2014 He came.", "BONN"), ("KIEL -- He came.", "KIEL"),
        ("GENEVA, Switzerland - He came.", "GENEVA, Switzerland"), ("MOSCOW (Reuters)- He came.", "MOSCOW"),
    ],
)  # fmt: skip
def test_dateline(line: str, place: str) -> None:
    margins = find_margins(Story(line))
    assert margins.labels == ("dateline",)
    assert line[margins.starts[0] : margins.ends[0]] == place
