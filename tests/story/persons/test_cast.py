"""Who acts in the clauses of a story: names, nouns, pronouns, vehicles and what somebody owns."""

import pytest

from wayproof.story.grammar.clauses import read_deeds
from wayproof.story.persons.members import Part
from wayproof.story.text.document import Story

PLACES = ("Lyon", "Paris", "Oslo", "Nice", "Turin")


def actors(text: str) -> list[str]:
    """The actor of every clause: a name or noun, or the kind of thing it is."""
    spans = [(at, at + len(name)) for name in PLACES for at in range(len(text)) if text.startswith(name, at)]
    cast, deeds = read_deeds(Story(text, None, None), sorted(spans), ())
    found = []
    for deed in deeds:
        member = cast.members[deed.actor.member] if deed.actor.member is not None else None
        who = member.name or next(iter(member.nouns), "?") if member else ""
        found.append(who if deed.actor.part is Part.PERSON else f"{deed.actor.part}:{who}")
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a noun that nobody listed is the person just told of
        ("Captain Jon Lie is seventy. The old sealer left Oslo.", ["Jon Lie", "Jon Lie"]),
        # a noun of the lead gets the name that follows
        ("A banker has fled. Duarte Neves left Lyon.", ["Duarte Neves", "Duarte Neves"]),
        # pronouns stay with the story, not with the clerk who saw it
        ("Anna Keller left Lyon. A clerk saw her. She reached Paris.", ["Anna Keller", "clerk", "Anna Keller"]),
        # relatives are other people
        ("Anna Keller left Lyon. Her brother reached Paris.", ["Anna Keller", "brother"]),
        # a fronted phrase is no subject
        ("Anna Keller smiled. In Nice the police found her.", ["Anna Keller", "thing:"]),
        ("After the war she left Lyon.", ["?"]),
        # who and whom
        ("A nurse who left Lyon reached Paris.", ["nurse"]),
        # what somebody owns is where the owner is
        ("Anna Keller vanished. Her telephone was found in Nice.", ["Anna Keller", "trace:Anna Keller"]),
        ("Anna Keller waited. Her plane left Lyon.", ["Anna Keller", "vehicle:Anna Keller"]),
        # nobody in particular
        ("Nobody left Lyon.", ["thing:"]),
        ("The letter reached Paris.", ["thing:"]),
        # a dateline is no subject
        ("Oslo (AP) \u2014 Two footballers left Lyon.", ["footballer"]),
    ],
)
def test_who_acts(text, expected):
    assert actors(text) == expected


def test_a_long_row_of_words_is_no_tale():
    cast, deeds = read_deeds(Story("he said " * 2_000, None, None), (), ())
    assert (cast.members, deeds) == ([], ())
