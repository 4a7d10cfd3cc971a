"""`check --claim-review`: a file that is whole, or an error that says what is missing."""

import json

import pytest

STORY = (
    "Anna Novak left Vilnius by car at 8 a.m. on 3 May 2022 and reached Kaunas at 10 a.m. the same day, "
    "a newspaper reported."
)
PUBLISHER = ("--author", "The Daily Check", "--url", "https://example.org/checks/1")


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_a_review_is_written_beside_the_report(wayproof, story, tmp_path):
    target = tmp_path / "review.json"
    run = wayproof("check", story, "--published", "2022-05-09", "--claim-review", target, *PUBLISHER)
    assert run.code == 0
    review = json.loads(target.read_text(encoding="utf-8"))
    assert review["claimReviewed"].startswith("Anna Novak went from Vilnius")
    assert review["reviewRating"]["alternateName"].startswith("Possible")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--claim-review", "r.json"), "--author and --url"),
        (("--claim-review", "r.json", "--author", "A"), "needs --url"),
        (("--claim-review", "r.json", "--author", "A", "--url", "somewhere"), "no web address"),
        (("--author", "A"), "Give --claim-review FILE too"),
    ],
)
def test_what_is_missing_is_wrong_usage(words, said, wayproof, story):
    run = wayproof("check", story, *words)
    assert run.code == 2
    assert said in " ".join(run.err.split())
    assert "Traceback" not in run.err


def test_a_review_speaks_of_one_story(wayproof, story):
    run = wayproof("check", story, story, "--claim-review", "r.json", *PUBLISHER)
    assert run.code == 2
    assert "one story" in run.err
