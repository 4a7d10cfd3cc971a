"""Who acts in the clauses of a story: names, nouns, pronouns, vehicles and what somebody owns."""

import pytest

from wayproof.story.grammar.clauses import read_deeds
from wayproof.story.persons.members import Part
from wayproof.story.persons.person_names import all_names, given_gender, person_names
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
        # men's and women's names
        ("A swimmer rested. She ate. The observer, Kevin Murphy, left Lyon.", ["swimmer", "swimmer", "Kevin Murphy"]),
        ("Anna Keller met Karl Weber. He left Lyon.", ["Anna Keller", "Karl Weber"]),
        # an office before one name
        ("President Sadat left Lyon. Mr Jon Bell, of Oslo, doubted it.", ["Sadat", "Jon Bell"]),
        ("Colonel Moezzi left Lyon.", ["Moezzi"]),
        # who stands out: the person of the story, not whom a saying mentions
        (
            "Jon Lie won. Jon Lie is sixty. Custom has it that a man sleeps at night. He left Lyon.",
            ["Jon Lie", "Jon Lie", "thing:", "man", "Jon Lie"],
        ),
        # kin by each other
        ("Karl Weber's mother waited. Her son left Lyon.", ["mother", "Karl Weber"]),
        ("Karl Weber's mother waited. Her sister left Lyon.", ["mother", "sister"]),
        # a name that "is" tells
        ("The pilot left Lyon. He is Viktor Sokol, 29.", ["Viktor Sokol", "Viktor Sokol"]),
        ("Zygmunt Kot is only a postman. The postman left Lyon.", ["Zygmunt Kot", "Zygmunt Kot"]),
        # "whose" tells of something else
        ("Otto Berg, a printer, whose shop is in Paris, left Lyon.", ["Otto Berg", "thing:", "Otto Berg"]),
        # behind the verb
        ("Out of it stepped Anna Keller. She left Lyon.", ["Anna Keller", "Anna Keller"]),
        # what a fronted place opens
        ("From Nice the schooner, which was new, left.", ["vehicle:", "vehicle:"]),
        # the nearer noun takes what stands between commas
        ("The shop shows the bicycle of one Karl Weber, a waiter. He left Lyon.", ["thing:", "Karl Weber"]),
        # "whether", and whom a question is put to
        ("A voice asked Anna Keller whether she sang. She left Lyon.", ["thing:", "Anna Keller", "Anna Keller"]),
        # whom "a man" in a saying is not, though the saying goes on
        (
            "Jon Lie won. Custom has it that a man walks by day and sleeps by night. He left Lyon.",
            ["Jon Lie", "thing:", "man", "man", "Jon Lie"],
        ),
        # somebody's cellar is told of with its owner; a sommelier of another house is nobody told of before
        ("Guests drank at Ivan Petrov's cellar. He left Lyon.", ["thing:", "Ivan Petrov"]),
        ("Jon Lie won. The cook of a rival house left Lyon.", ["Jon Lie", "cook"]),
        # the surname first
        ("Lim Su-kyung sang. She left Lyon.", ["Lim Su-kyung", "Lim Su-kyung"]),
        # what a day was, between commas
        ("Anna Keller left Lyon and on a Friday, a public holiday, drove home.", ["Anna Keller", "Anna Keller"]),
        # a dateline is no subject
        ("Oslo (AP) \u2014 Two footballers left Lyon.", ["footballer"]),
    ],
)
def test_who_acts(text, expected):
    assert actors(text) == expected


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Nadia Sand", "f"),
        ("Karl Weber", "m"),
        ("José Lugo", "m"),
        ("Leslie Scott", ""),
        ("Xqz Weber", ""),
        ("Weber", ""),
    ],
)
def test_gender_of_a_name(name, gender):
    assert given_gender(name) == gender


def test_a_long_row_of_words_is_no_tale():
    cast, deeds = read_deeds(Story("he said " * 2_000, None, None), (), ())
    assert (cast.members, deeds) == ([], ())


@pytest.mark.parametrize("craft", ["called City of Leeds", "named Spirit of Adelaide", "known as Maid of Kent"])
def test_a_craft_named_of_a_town_is_nobody(craft):
    assert [name for _, _, name in all_names(f"The machine, {craft}, left on Friday.", ())] == []


def test_a_surname_can_be_a_colour():
    assert [name for *_, name in all_names("Owen Marsh and Tom Black met Ann White.", [], [])] == [
        "Owen Marsh",
        "Tom Black",
        "Ann White",
    ]


def test_who_is_called_by_one_name_is_somebody():
    assert [name for _, _, name in all_names("A pilot called Rudi left on Friday.", ())] == ["Rudi"]


@pytest.mark.parametrize("word", ["\u00e9", "Ab", "A", "a-"])
def test_a_word_without_end_is_no_name(word):
    # quadratic backtracking would need minutes here
    assert person_names(word * 50_000, ()) == []
