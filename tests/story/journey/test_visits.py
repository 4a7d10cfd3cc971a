"""The itinerary: tables of sentences and the visits they tell."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wayproof.story.geoparsing.mentions import Mention, MentionKind
from wayproof.story.geoparsing.toponyms import Candidate, Toponym
from wayproof.story.itineraries.itinerary import MODES, Event
from wayproof.story.journey.visits import read_itinerary
from wayproof.story.temporal.timex import find_times
from wayproof.story.text.document import Story
from wayproof.world.places import Kind, Place
from wayproof.world.zones import zone_at

ROWS = {
    "Lyon": (Kind.CITY, "FR", 45.76, 4.84, 10),
    "Paris": (Kind.CITY, "FR", 48.86, 2.35, 15),
    "Nice": (Kind.CITY, "FR", 43.70, 7.27, 10),
    "Dijon": (Kind.CITY, "FR", 47.32, 5.04, 8),
    "Geneva": (Kind.CITY, "CH", 46.2, 6.15, 8),
    "Turin": (Kind.CITY, "IT", 45.07, 7.69, 10),
    "Milan": (Kind.CITY, "IT", 45.46, 9.19, 12),
    "Oslo": (Kind.CITY, "NO", 59.91, 10.75, 12),
    "Bergen": (Kind.CITY, "NO", 60.39, 5.32, 10),
    "Auckland": (Kind.CITY, "NZ", -36.85, 174.76, 20),
    "Honolulu": (Kind.CITY, "US", 21.31, -157.86, 15),
    "Vilnius": (Kind.CITY, "LT", 54.69, 25.28, 10),
    "Pabrade": (Kind.CITY, "LT", 54.98, 25.77, 3),
    "Lithuania": (Kind.COUNTRY, "LT", 55.2, 24.2, 190),
    "France": (Kind.COUNTRY, "FR", 46.6, 2.4, 500),
    "Mont Blanc Tunnel": (Kind.CROSSING, "FR", 45.85, 6.93, 1),
    "Grand Square": (Kind.LANDMARK, "IT", 45.07, 7.68, 1),
}
PLACES = {
    name: Place(f"toy:{name}", name, kind, country, lat, lon, km, "toy")
    for name, (kind, country, lat, lon, km) in ROWS.items()
}
NAMES = re.compile("|".join(sorted(map(re.escape, PLACES), key=len, reverse=True)))
PUBLISHED = date(2019, 6, 14)  # a Friday


def toponyms(text: str) -> tuple[Toponym, ...]:
    return tuple(
        Toponym(
            Mention(found.start(), found.end(), found.group(), MentionKind.PLACE, ()),
            PLACES[found.group()],
            (Candidate(PLACES[found.group()], 1.0),),
            "toy",
        )
        for found in NAMES.finditer(text)
    )


def read(text: str, *, traveller: str | None = None, published: date | None = PUBLISHED):
    story = Story(text, None, published)
    return read_itinerary(story, toponyms(text), find_times(story), traveller=traveller, zone_at=zone_at)


def seen(text: str) -> list[str]:
    return [
        f"{visit.event} {visit.place.name}"
        for visit in read("Anna Keller is a baker. " + text, traveller="Anna Keller").visits
    ]


SENTENCES = [
    # the verb and the preposition decide
    ("She left Lyon and reached Paris.", ["depart Lyon", "arrive Paris"]),
    ("She drove from Lyon to Paris.", ["depart Lyon", "arrive Paris"]),
    ("She flew to Paris from Lyon.", ["depart Lyon", "arrive Paris"]),
    ("She drove from Lyon through Dijon to Paris.", ["depart Lyon", "at Dijon", "arrive Paris"]),
    ("She flew to Milan via Geneva.", ["at Geneva", "arrive Milan"]),
    ("She boarded a train in Lyon and got off in Paris.", ["depart Lyon", "arrive Paris"]),
    ("Her plane took off from Oslo. It landed in Bergen.", ["depart Oslo", "arrive Bergen"]),
    ("She was seen in Nice.", ["at Nice"]),
    ("Police arrested her in Nice.", ["at Nice"]),
    ("A helicopter carried her to a hospital in Nice.", ["arrive Nice"]),
    ("She was taken to Turin and later transferred to Milan.", ["arrive Turin", "arrive Milan"]),
    ("She chaired a vote in the centre of Lyon.", ["at Lyon"]),
    ("She telephoned her mother from a call box in Dijon.", ["at Dijon"]),
    ("She spent the night in Dijon and was back in Lyon at noon.", ["at Dijon", "arrive Lyon"]),
    ("In Geneva she met a friend.", ["at Geneva"]),
    ("She was near Turin.", ["at Turin"]),
    ("She went to Milan by way of Turin.", ["at Turin", "arrive Milan"]),
    ("She crossed Lithuania on foot.", ["at Lithuania"]),
    # plans, denials, suppositions
    ("She decided to leave Lyon.", []),
    ("She wanted to fly to Paris.", []),
    ("She never reached Paris.", []),
    ("She did not go to Paris.", []),
    ("She could have driven to Paris.", []),
    ("She left Lyon for Paris.", ["depart Lyon"]),
    ("She was heading for Paris.", []),
    ("She will fly to Paris next week.", []),
    ("She drove to Turin without stopping in Geneva.", ["arrive Turin"]),
    ("She failed to reach Paris.", []),
    # mentioned only
    ("She lives in Lyon.", []),
    ("She was born in Nice.", []),
    ("A dealer from Milan said no.", []),
    ("She sold it to a dealer from Milan.", []),
    ("The mayor of Paris sent flowers.", []),
    ("Her brother drove to Paris.", []),
    ("A rowing club in Dijon has asked for news of anyone who saw her near Nice.", []),
    ("The company has also advertised services to Milan and Turin.", []),
    ("Her spokesman, Rolf Berg, flew to Paris.", []),
    ("She told a Geneva-based paper.", []),
    # out of turn
    ("She reached Paris on Tuesday. She had left Lyon on Monday.", ["depart Lyon", "arrive Paris"]),
    ("She arrived in Paris after leaving Lyon at dawn.", ["depart Lyon", "arrive Paris"]),
    ("She arrived in Paris, having driven from Lyon.", ["depart Lyon", "arrive Paris"]),
    # one inside the other
    ("She entered Lithuania and was held in Vilnius.", ["at Vilnius"]),
    ("She entered Lithuania.", ["arrive Lithuania"]),
    ("She reached a village in Lithuania.", ["arrive Lithuania"]),
    # words for a place named before
    ("She parked near Grand Square in Turin at 10:00. The square was empty. She slept there.", ["arrive Grand Square"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_visits(text, expected):
    assert seen(text) == expected


def window(visit):
    return visit.earliest, visit.latest


def test_times_are_in_the_zone_of_the_place_and_latest_is_exclusive():
    left, came = read(
        "Anna Keller left Auckland at 18:00 on 5 June and landed in Honolulu at 05:30 the same day."
    ).visits
    assert window(left) == (datetime(2019, 6, 5, 6, tzinfo=UTC), datetime(2019, 6, 5, 6, 1, tzinfo=UTC))
    assert window(came) == (datetime(2019, 6, 5, 15, 30, tzinfo=UTC), datetime(2019, 6, 5, 15, 31, tzinfo=UTC))


def test_take_off_and_landing_are_told_from_leaving_and_coming():
    visits = read(
        "Anna Keller took off from Lyon at noon on 5 June. She was in Nice at two and left Nice at six."
    ).visits
    assert [visit.airside for visit in visits] == [True, False, False]


def test_publication_bounds_what_has_no_time():
    (visit,) = read("Anna Keller was seen in Paris.").visits
    assert window(visit) == (None, datetime(2019, 6, 14, 22, tzinfo=UTC))


def test_what_is_told_of_days_after_publication_is_no_visit():
    assert read("Anna Keller arrives in Paris on 20 June 2019.").visits == ()


def test_a_clock_without_a_day_goes_on_to_the_next_day():
    left, came = read("Anna Keller left Lyon at 22:00 on Monday 3 June and arrived in Paris at 06:00.").visits
    assert came.earliest - left.earliest == timedelta(hours=8)


def test_an_arrival_before_its_departure_stays_a_contradiction():
    left, came = read("Anna Keller left Bergen at 14:10 on 6 June and arrived in Oslo at 09:30 on 6 June.").visits
    assert (left.place.name, came.place.name) == ("Bergen", "Oslo")
    assert came.latest < left.earliest


def test_two_places_at_once_follow_the_clock():
    visits = read(
        "Anna Keller opened a shop in Milan at 11:20 on 6 June, says one film. "
        "Another shows that she was in Lyon at 11:00 on the same day."
    ).visits
    assert [visit.place.name for visit in visits] == ["Lyon", "Milan"]


def test_a_summary_gives_way_to_the_tale():
    visits = read(
        "A baker who walked from Lyon to Paris was cheered on Thursday.\n\nAnna Keller left Lyon on Saturday 1 June. "
        "She reached Paris on the evening of 12 June."
    ).visits
    assert [(visit.event, visit.place.name) for visit in visits] == [(Event.DEPART, "Lyon"), (Event.ARRIVE, "Paris")]
    assert all(visit.earliest is not None for visit in visits)


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("Anna Keller left Lyon on foot on 3 June and reached Paris on 9 June.", ("foot",)),
        ("Anna Keller drove her pickup from Lyon to Paris.", ("car",)),
        ("Anna Keller boarded a bullet train in Lyon and got off in Paris.", ("rail",)),
        ("Anna Keller left Lyon in a Cessna. The aircraft landed in Paris.", ("light_aircraft",)),
        ("Anna Keller left Lyon at noon. She came to Paris by taxi and a scheduled flight.", ("car", "air")),
        ("Anna Keller left Lyon at noon. She was in Paris by nine.", ()),
        ("Anna Keller walked out of a shop in Lyon. She was in Paris by nine.", ()),
        ("Anna Keller's lorry passed Lyon at noon on 3 June and pulled up in Paris at nine.", ("car",)),
        ("Anna Keller's ketch passed Nice on 3 June, met a gale and anchored off Auckland in August.", ("sail",)),
        ("The coach left Lyon at noon with Anna Keller aboard. It rolled into Paris at nine.", ("bus",)),
        ("Anna Keller left Lyon at noon. She was at the wheel herself. She was in Paris by nine.", ("car",)),
        (
            "Anna Keller left Lyon at noon and followed the main road all day. She was in Paris by nine.",
            ("car",),
        ),
        ("Anna Keller left Lyon at noon, keeping to the coast road. She was in Nice by nine.", ("car",)),
        ("Anna Keller drove her dogs from Oslo to Bergen.", ("dog_sled",)),
        ("Anna Keller drove a herd of goats from Lyon to Nice.", ()),
        ("Anna Keller left Nice at the wheel of her yacht. She was in Auckland in May.", ("boat",)),
    ],
)
def test_modes_of_the_way(text, modes):
    assert read(text).visits[1].modes == modes
    assert set(modes) <= set(MODES)


def test_checkpoint_only_where_it_was_passed():
    passed = read(
        "Anna Keller drove to the checkpoint at Mont Blanc Tunnel, showed her papers and was in Turin by noon."
    )
    assert [visit.checkpoint for visit in passed.visits] == [True, False]
    shown = read("Anna Keller drove to Turin on Monday, showed her passport at the counter and was in Milan by noon.")
    assert [visit.checkpoint for visit in shown.visits] == [True, False]
    held = read("Anna Keller got as far as Turin, where guards picked her up at a checkpoint.")
    assert not any(visit.checkpoint for visit in held.visits)


OFFICIAL = [
    "Anna Keller came to the {} at nine, handed over her passport and was let through.",
    "An officer at the {} stamped her passport, Anna Keller says.",
    "At the {} Anna Keller slid her papers under the glass.",
    "Anna Keller stopped at the {} for a chat, presented her passport to a sergeant and was let through.",
]
UNOFFICIAL = [
    "Anna Keller crept past the {} at night.",
    "Anna Keller slept at the {}, where she had lost her passport.",
    "At the {} Anna Keller found the gate locked.",
    "Guards at the {} arrested Anna Keller.",
]


@pytest.mark.parametrize("sentence", OFFICIAL)
def test_what_is_done_at_a_post_passes_it(sentence):
    story = f"Anna Keller left Lyon on 3 June. {sentence.format('Mont Blanc Tunnel')} She was in Turin by noon."
    assert [visit.checkpoint for visit in read(story).visits] == [False, True, False]


@pytest.mark.parametrize("sentence", UNOFFICIAL)
def test_who_only_comes_to_a_post_has_not_passed_it(sentence):
    story = f"Anna Keller left Lyon on 3 June. {sentence.format('Mont Blanc Tunnel')} She was in Turin by noon."
    assert not any(visit.checkpoint for visit in read(story).visits)


MISHAPS = [
    "Near {} a tyre let go.",
    "At {} a puncture was mended.",
    "Just outside {} the clutch went.",
    "Somewhere beyond {} her chain snapped.",
    "A little past {} the fan belt was changed.",
    "By {} both tyres burst.",
]
OTHER_MISHAPS = [
    "In {} a tyre company failed.",
    "In {} the engine was invented.",
    "Near {} no tyre would have held.",
    "Near {} a lorry overturned.",
    "Photographs have been sent to {}.",
    "Reports had been filed in {}.",
    "Cycling officials in {} say that it was fast.",
    "She swapped jokes with a man from {}.",
    "A rival club in {} has offered her a cup.",
    "Her brother is understood to be in {}.",
]


@pytest.mark.parametrize("sentence", MISHAPS)
def test_a_mishap_on_the_way_is_where_the_traveller_was(sentence):
    story = f"Anna Keller left Lyon at noon on 3 June. {sentence.format('Dijon')} She reached Paris at nine."
    assert [visit.place.name for visit in read(story).visits] == ["Lyon", "Dijon", "Paris"]


@pytest.mark.parametrize("sentence", OTHER_MISHAPS)
def test_what_befell_others_or_was_sent_is_no_visit(sentence):
    story = f"Anna Keller left Lyon at noon on 3 June. {sentence.format('Geneva')} She reached Paris at nine."
    assert [visit.place.name for visit in read(story).visits] == ["Lyon", "Paris"]


@pytest.mark.parametrize(
    "told",
    [
        "leaving at six in the morning and landing at seven in the evening",
        "starting at six in the morning and coming ashore at seven in the evening",
        "pushing off at six in the morning and touching down at seven in the evening",
    ],
)
def test_times_in_gerunds_date_the_ends_of_the_way(told):
    left, came = read(f"Anna Keller went from Lyon to Paris on 3 June, {told}.").visits
    assert (left.earliest.hour, came.earliest.hour) == (3, 16)


def test_who_could_be_seen_was_there():
    seen = read("Anna Keller left Lyon on 3 June. She could be heard on the stairs of a house in Paris at nine.")
    assert [visit.place.name for visit in seen.visits] == ["Lyon", "Paris"]
    thought = read("Anna Keller left Lyon on 3 June. She could have been in Paris at nine.")
    assert [visit.place.name for visit in thought.visits] == ["Lyon"]


@pytest.mark.parametrize("verb", ["anchored", "moored", "dropped anchor", "was sighted"])
def test_off_a_place_is_at_it(verb):
    visits = read(f"Anna Keller left Auckland on 3 May. She {verb} off Honolulu on 3 June.").visits
    assert [(visit.place.name, visit.event is Event.DEPART) for visit in visits] == [
        ("Auckland", True),
        ("Honolulu", False),
    ]


def test_gaps_between_visits():
    (gap,) = read("Anna Keller left Lyon at 14:00 on 3 June. Two hours later she was in Dijon.").gaps
    assert (gap.first, gap.second, gap.shortest, gap.longest) == (0, 1, timedelta(hours=1.5), timedelta(hours=2.5))
    (gap,) = read("Anna Keller drove from Lyon to Paris in under five hours.").gaps
    assert gap.longest == timedelta(hours=5)
    gaps = read(
        "Anna Keller left Lyon at dawn on 3 June, passed Dijon and reached Paris "
        "9 hours, 25 minutes and 13 seconds after she started."
    ).gaps
    assert [(gap.first, gap.second) for gap in gaps] == [(0, 2)]


def test_the_caller_names_the_traveller():
    text = "Anna Keller flew from Lyon to Paris. Bert Voss drove from Turin to Milan."
    assert [visit.place.name for visit in read(text, traveller="Bert Voss").visits] == ["Turin", "Milan"]
    assert [visit.place.name for visit in read(text, traveller="Anna Keller").visits] == ["Lyon", "Paris"]


def test_bylines_credits_and_boilerplate_are_no_visits():
    text = "Anna Keller was seen in Paris. She was in Nice."
    marked = tuple(
        Toponym(
            Mention(top.mention.start, top.mention.end, top.mention.text, top.mention.kind, (), ("boilerplate",)),
            top.place,
            top.alternatives,
            top.reason,
        )
        for top in toponyms(text)
    )
    story = Story(text, None, PUBLISHED)
    assert read_itinerary(story, marked, find_times(story), traveller=None, zone_at=zone_at).visits == ()


def test_demonyms_give_the_nationality_and_are_no_visits():
    text = "A French officer, Anna Keller, fled to Milan."
    place = PLACES["France"]
    demonym = Toponym(Mention(2, 8, "French", MentionKind.DEMONYM, ()), place, (), "toy")
    story = Story(text, None, PUBLISHED)
    found = read_itinerary(story, (demonym, *toponyms(text)), find_times(story), traveller=None, zone_at=zone_at)
    assert found.nationality == "FR"
    assert found.roles == ("officer",)
    assert [visit.place.name for visit in found.visits] == ["Milan"]
    assert found.origin_open


def test_other_bearers_are_kept_when_the_name_is_ambiguous():
    text = "Anna Keller was in Paris."
    texas = Place("toy:texas", "Paris", Kind.CITY, "US", 33.66, -95.56, 5, "toy")
    (top,) = toponyms(text)
    unsure = Toponym(top.mention, top.place, (Candidate(top.place, 1.0), Candidate(texas, 0.9)), "toy", ambiguous=True)
    story = Story(text, None, PUBLISHED)
    (visit,) = read_itinerary(story, (unsure,), find_times(story), traveller=None, zone_at=zone_at).visits
    assert visit.alternatives == (texas,)


VOCABULARY = (
    "Anna Keller she he left drove from to in at Lyon Paris Lithuania on Monday 3 June 14:00 , . \n \u201c \u201d "
    "after before had been two hours later was seen and who which the square here there never decided"
)
WORDS = st.sampled_from(re.split(" ", VOCABULARY))


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join), st.none() | st.just(PUBLISHED))
def test_nothing_raises_and_spans_fit(text, published):
    found = read(text, published=published)
    for visit in found.visits:
        assert text[visit.start : visit.end] == visit.quote
        assert visit.earliest is None or visit.latest is None or visit.earliest < visit.latest
    for gap in found.gaps:
        assert 0 <= gap.first < gap.second < len(found.visits)
        assert gap.shortest <= gap.longest


@pytest.mark.parametrize("text", ["\u201c" * 20_000, "He " * 10_000, "," * 20_000, "from " * 10_000, "Lyon " * 2_000])
def test_hostile_text_takes_linear_time(text):
    assert len(read(text).visits) <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Her arrival in Nice was late.", ["arrive Nice"]),
        ("After a night in Dijon she reached Paris.", ["at Dijon", "arrive Paris"]),
        ("She was tired after the flight from Oslo.", ["depart Oslo"]),
        ("A planned stop in Geneva was cancelled.", []),
        ("She dreamed of a trip to Milan.", []),
        ("The mayor of Turin received her.", ["at Turin"]),
        ("She waited. His visit to Milan was short.", []),
    ],
)
def test_nouns_and_hosts(text, expected):
    assert seen(text) == expected


def test_fragments_of_a_diary():
    text = "I left Lyon on 2 June. Monday 3 June, Dijon. Tuesday: Paris?"
    assert [visit.place.name for visit in read(text).visits] == ["Lyon", "Dijon"]


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        (
            "Anna Berg took a coach from Lyon to Nice, stepped over the line there on foot and reached Turin by noon.",
            (),
        ),
        ("On skis, Anna Berg crossed the hills from Oslo to Bergen in May.", ("ski",)),
        ("Anna Berg embarked at Nice on 3 May and disembarked in Oslo on 20 May.", ("ship",)),
        ("Anna Berg travelled from Lyon to Nice on 3 May without a car.", ()),
    ],
)
def test_steps_and_denials_are_no_means_of_the_way(text, modes):
    assert read(text).visits[-1].modes == modes


def test_a_place_named_again_with_its_time_is_timed():
    text = (
        "A letter tells of Anna Berg who drove from Lyon to Turin in one night: out of Lyon at nine in the evening of "
        "Monday 3 June, it says, and at the door in Turin at two next morning."
    )
    first, last = read(text).visits
    assert window(first)[0] == datetime(2019, 6, 3, 18, 55, tzinfo=UTC)
    assert window(last)[0] == datetime(2019, 6, 3, 23, 55, tzinfo=UTC)


def test_a_day_dates_the_whole_way():
    text = "Anna Berg drove from Lyon to Turin on Sunday 2 June, by the post at Mont Blanc Tunnel."
    assert {visit.earliest for visit in read(text).visits} == {datetime(2019, 6, 1, 22, tzinfo=UTC)}


def test_what_came_before_in_the_same_words_goes_before():
    text = "Anna Berg came back to Lyon at 22:00 on 5 June after a tour with an overnight stop in Nice."
    assert [visit.place.name for visit in read(text).visits] == ["Nice", "Lyon"]


def test_a_clock_out_of_the_door_dates_the_departure():
    text = (
        "Anna Berg claimed mileage for a drive from Lyon to Turin on Monday 3 June: out of the office at 8.00, she "
        "wrote, and at the door in Turin at 13.30."
    )
    first, last = read(text).visits
    assert window(first)[0] == datetime(2019, 6, 3, 6, tzinfo=UTC)
    assert window(last)[0] == datetime(2019, 6, 3, 11, 30, tzinfo=UTC)
    assert last.modes == ("car",)


def test_a_time_told_of_something_else_is_inferred_and_one_told_with_the_place_is_not():
    firm = read("Anna Keller left Lyon at 08:00 on 3 May 2019 and reached Turin at 14:00 on 3 May 2019.")
    assert [(visit.place.name, visit.inferred) for visit in firm.visits] == [("Lyon", ""), ("Turin", "")]
    loose = read("Anna Keller left Lyon on 3 May 2019. On Saturday the mayor opened a fair and she was seen in Turin.")
    assert [bool(visit.inferred) for visit in loose.visits] == [False, True]
