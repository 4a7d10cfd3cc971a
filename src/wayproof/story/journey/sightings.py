"""Sightings: the place names at which a clause puts the traveller, and what it says happened there.

For every place name the verb of its clause and the preposition before it decide: "left X", "from X" is a departure,
"reached X", "to X" an arrival, "through X", "in X" a presence; "for X", "a dealer from X" and "the mayor of X"
are none.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.grammar.about_to_go import about_to_go_event
from wayproof.story.grammar.about_to_land import about_to_land_event
from wayproof.story.grammar.agents import agent_event
from wayproof.story.grammar.alighting import alight_event
from wayproof.story.grammar.came_then import came_then_event
from wayproof.story.grammar.collected import collected_event
from wayproof.story.grammar.conjectures import is_guessed
from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.grammar.denials import denies_place
from wayproof.story.grammar.entries import entry_event
from wayproof.story.grammar.event_nouns import event_noun_event
from wayproof.story.grammar.fronted import fronted_event
from wayproof.story.grammar.hearsay import is_one_of_two
from wayproof.story.grammar.hosts import host_vouches
from wayproof.story.grammar.incidents import incident_event
from wayproof.story.grammar.launches import launch_event
from wayproof.story.grammar.lie_of_land import goes_on_within, in_unknown_spot, says_how_it_lies
from wayproof.story.grammar.life_story import is_aside_of_journey
from wayproof.story.grammar.listed_nouns import listed_noun_event
from wayproof.story.grammar.nominals import coming_event, fragment_event, host_event, nominal_event
from wayproof.story.grammar.notices import notice_event
from wayproof.story.grammar.own_hand import hand_event
from wayproof.story.grammar.papers_shown import is_shown, paper_event
from wayproof.story.grammar.prepositions import DIRECTIONS, prepositions_pattern, relation_of
from wayproof.story.grammar.raids import raid_event
from wayproof.story.grammar.records import house_event, occasion_event, presence_event, record_event, register_event
from wayproof.story.grammar.scenes import scene_event
from wayproof.story.grammar.taken_back import is_taken_back
from wayproof.story.grammar.told_events import told_event
from wayproof.story.grammar.told_in_passing import passing_event
from wayproof.story.grammar.told_lists import listed_places
from wayproof.story.grammar.told_passively import CLAUSES_BACK, passive_event
from wayproof.story.grammar.verbs import Verb, is_participle
from wayproof.story.grammar.vouchers import vouched_event
from wayproof.story.grammar.wares import names_only, names_run, names_ware
from wayproof.story.grammar.where_clauses import present_event, where_event
from wayproof.story.grammar.word_from import heard_from_event
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.part_of_subject import is_in_subject
from wayproof.story.journey.qualifiers import apart, is_elsewhere, is_exacter, is_house, is_start, qualifies
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import MOVING, VEHICLES, Motion
from wayproof.story.vocabulary.own_marks import handles_own
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym


@dataclass(frozen=True, slots=True)
class Sighting:
    """The traveller at a place, as one clause tells it.

    Attributes
    ----------
    toponym
        The place name.
    event
        Departure, arrival or presence.
    clause
        The clause that tells it.
    verb
        The verb that decides; None for a list of stops that shares the verb before.
    relation
        "from", "to", "via", "at" or "object".
    chance
        How likely it is, from 0 to 1; 1 for what a clause tells.
    told_in
        The stretch of the text whose times are its own, where a paper tells it; None where its clause settles that.
    """

    toponym: "Toponym"
    event: Event
    clause: Clause
    verb: Verb | None
    relation: str
    chance: float = 1.0
    told_in: tuple[int, int] | None = None


_HELD = frozenset({",", ", on", ", on the island of", ", on the isle of"})
"""What stands between a place and the land or the island that it is on."""
SKIPPED_CONTEXT = frozenset({"boilerplate", "byline", "credit", "caption"})


def find_sightings(
    texts: tuple[str, str], clauses: "Sequence[Clause]", toponyms: "Sequence[Toponym]"
) -> tuple[Sighting, ...]:
    """Sightings of the traveller in text order; `texts` are the story, and the story with spaces for its times."""
    starts = [clause.start for clause in clauses]
    by_clause: dict[int, list[Toponym]] = {}
    ends = {top.mention.end for top in toponyms}
    for top in toponyms:
        mention = top.mention
        if mention.kind is not MentionKind.PLACE or top.place is None or SKIPPED_CONTEXT & set(mention.context):
            continue
        if top.place.is_area and in_unknown_spot(texts[0], mention.start, ends):
            continue  # "from Berkner Island, in the Weddell Sea": where in so large an area is not known
        if names_only(texts[0], top):
            continue
        index = bisect_right(starts, mention.start) - 1
        if index >= 0 and mention.start < clauses[index].end:
            by_clause.setdefault(index, []).append(top)
    found: list[Sighting] = []
    for index in sorted(by_clause):
        found += _of_clause(texts, clauses, index, by_clause[index])
    return tuple(found)


def _of_clause(
    texts: tuple[str, str], clauses: "Sequence[Clause]", index: int, named: "Sequence[Toponym]"
) -> list[Sighting]:
    text, timeless = texts
    clause = clauses[index]
    named = [
        top
        for top in named
        if not (
            names_ware(text, top.mention.start, top.mention.end) or names_run(text, top.mention.start, top.mention.end)
        )
        and not (is_one_of_two(text, top) or is_guessed(text, top) or is_taken_back(text, top.mention.end))
    ]
    listed = listed_places(texts, clause, named, clauses[max(0, index - 1) : index])
    if listed:
        return [Sighting(top, Event.AT, clause, None, "at") for top in named]
    found: list[Sighting] = []
    previous: Toponym | None = None
    relation_before = ""
    verb_before: Verb | None = None
    for top in named:
        verb = _main_of_aside(text, clauses, index, top) or _governing(clause, top, text)
        relation, between = relation_of(timeless, clause, verb, top, previous)
        if previous is not None and relation == "list":
            relation, verb = relation_before, verb_before
        if previous is not None and _PARTICLE.fullmatch(text, previous.mention.end, top.mention.start):
            # "Gare du Nord": the parts of one name
            if found and found[-1].toponym is previous:
                found[-1] = replace(found[-1], toponym=top)
            previous = top
            continue
        beside = previous is not None and verb is verb_before and relation not in {"from", "to", "via"}
        held = previous is not None and text[previous.mention.end : top.mention.start].strip() in _HELD
        qualifier = (
            previous is not None
            and not apart(texts, clause, previous, top)
            and (
                says_how_it_lies(text, previous.mention.end, (top.mention.start, top.mention.end))
                or (
                    (beside or held)
                    and qualifies(previous, top, between)
                    and (is_house(between) or not is_start(verb, previous, top, between))
                )
            )
        )
        area = previous if qualifier else None
        found = _without_goal(found, None if qualifier else verb, previous, top, between)
        previous = top
        if qualifier:
            exacter = area is not None and (is_exacter(area, top, between) or is_elsewhere(area, top, between))
            if exacter and found and found[-1].toponym is area:
                found[-1] = replace(found[-1], toponym=top)
            continue
        relation_before, verb_before = relation, verb
        own = event_noun_event(text, clauses, index, top)
        if own is not None:
            found.append(Sighting(top, own[0], clause, own[1], "at"))
            continue
        raid = raid_event(text, clauses, index, top)
        event, verb = (None, verb) if raid else _told(texts, clauses, index, top, verb, (relation, between), len(named))
        told: Clause = clause
        denied = verb is not None and denies_place(between)
        if event is None and not denied and (further := raid or _by_next(texts, clauses, index, top)) is not None:
            event, told, verb = further
        found = found if event is None else _joined(found, Sighting(top, event, told, verb, relation), between)
    return found


def _without_goal(
    found: list[Sighting], verb: Verb | None, goal: "Toponym | None", top: "Toponym", between: str
) -> list[Sighting]:
    """The sightings without the goal of a way that begins at the place told next: "boarded the train to X in Y"."""
    last = found[-1] if found and found[-1].toponym is goal else None
    if goal is None or last is None or last.event is not Event.ARRIVE or last.verb is not verb:
        return found
    return found[:-1] if qualifies(goal, top, between) and is_start(verb, goal, top, between) else found


def _joined(found: list[Sighting], one: Sighting, between: str) -> list[Sighting]:
    """The sightings with one more; an area that only told where the way to it lay is none."""
    within = bool(found) and goes_on_within(found[-1].toponym, one.toponym, between)
    return [*(found[:-1] if within else found), one]


def _told(  # noqa: PLR0917 - what a clause offers
    texts: tuple[str, str],
    clauses: "Sequence[Clause]",
    index: int,
    top: "Toponym",
    verb: Verb | None,
    said: tuple[str, str],
    places: int,
) -> tuple[Event | None, Verb | None]:
    """What is told of a place, and the verb that dates it; `said` is the relation to the verb and the words between."""
    if verb is not None and (denies_place(said[1]) or is_shown(texts[0], clauses[index], verb, top)):
        return None, verb
    if verb is not None and is_aside_of_journey(texts[0], clauses, index, verb, top):
        return None, verb
    text, timeless = texts
    clause = clauses[index]
    before, after = clauses[index - 1] if index else None, clauses[index + 1] if index + 1 < len(clauses) else None
    event = (
        told_event(text, clause, verb, said, top)
        or nominal_event(text, clause, top)
        or nominal_event(timeless, clause, top)
        or coming_event(timeless, clause, top)
        or fragment_event(text, clause, top)
        or host_event(text, clause, top, places)
        or incident_event(text, clauses, index, top)
        or presence_event(text, clause, verb, top)
        or occasion_event(text, clause, before, top)
        or alight_event(text, clause, after, verb, said[0])
        or scene_event(text, clauses, index, top)
        or listed_noun_event(text, clause, top)
        or about_to_go_event(text, clauses, index, top)
        or about_to_land_event(text, clause, top)
        or heard_from_event(text, clause, top)
    )
    return (event, verb) if event is not None else _by_others(text, clauses, index, top, verb, places)


_ASIDE_CLOSED = regex(
    r",\s+(?:and\s+)?(?:from|out\s+of|to|into|through|across|over|back\s+to|as\s+far\s+as)\s+[^,;]*\Z"
)


def _main_of_aside(text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym") -> Verb | None:
    """The verb that goes on after an aside between commas: "rode a mule, borrowed from a monk, over the pass to X"."""
    clause, before = clauses[index], clauses[index - 1] if index else None
    first = clause.verbs[0] if clause.verbs else None
    if first is None or before is None or clause.opener != "," or before.sentence != clause.sentence:
        return None
    opens = first.passive is False and is_participle(first.form) and not text[clause.start : first.start].strip(" ,")
    going = [verb for verb in before.verbs if MOVING & set(verb.motions) and not (verb.doubtful or verb.infinitive)]
    alone = len(clause.verbs) == 1 and MOVING.isdisjoint(first.motions)
    closed = _ASIDE_CLOSED.search(text, first.end, top.mention.start) is not None
    return going[-1] if opens and alone and closed and going else None


def _by_next(
    texts: tuple[str, str], clauses: "Sequence[Clause]", index: int, top: "Toponym"
) -> tuple[Event, Clause, Verb | None] | None:
    """What the clauses about the one of a name tell of its place, and the clause and the verb that date it."""
    text, timeless = texts
    return (
        fronted_event(text, clauses, index, top)
        or paper_event(text, clauses, index, top)
        or entry_event(text, clauses, index, top)
        or vouched_event(text, clauses, index, top)
        or collected_event(text, clauses, timeless, index, top)
        or present_event(text, clauses, index, top)
        or came_then_event(text, clauses, index, top)
    )


def _by_others(  # noqa: PLR0917 - what a clause offers
    text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym", verb: Verb | None, places: int
) -> tuple[Event | None, Verb | None]:
    """What records or the passive tell of a place, and the verb that dates it; the verb as it was where they do not."""
    clause = clauses[index]
    kept = (
        record_event(text, clause, top)
        or register_event(text, clause, top, places)
        or house_event(text, clause, top, places)
    )
    if kept is not None:
        return kept, next(one for one in clause.verbs if one.start > top.mention.end)  # "... is dated": its time
    written = hand_event(text, clauses, index, top)
    if written is not None:
        return written
    told = launch_event(text, clauses, index, top)
    told = told or passive_event(text, clause, clauses[max(0, index - CLAUSES_BACK) : index], top)
    told = told or where_event(text, clauses, index, top) or agent_event(text, clauses, index, top)
    told = told or host_vouches(text, clauses, index, top) or notice_event(text, clause, top)
    passed = told or passing_event(text, clauses, index, top, verb)
    return passed if passed is not None else (None, verb)


def _governing(clause: Clause, top: "Toponym", text: str) -> Verb | None:
    """The last verb before the name, or for a name that opens the clause the first verb after it."""
    before = [verb for verb in clause.verbs if verb.end <= top.mention.start]
    opens = top.mention.text == "There"  # "There, in a villa by the lake, she was seen"
    if before or (clause.verbs and opens):
        return before[-1] if before else clause.verbs[0]
    opening = text[clause.start : top.mention.start]
    if not clause.verbs or re.search(r"\b(?:he|she|they|it|I|we)\b", opening, re.IGNORECASE):
        return None
    prepositions = list(prepositions_pattern().finditer(opening))
    first = clause.verbs[0]
    if not prepositions:
        beside = top.mention.text == "there" and clause.object_is_traveller and not first.passive
        beside = beside and clause.subject is not Subject.VEHICLE
        # "A nurse there bandaged him"
        return first if beside and _VERB_NEXT.fullmatch(text, top.mention.end, first.start) else None
    if len(clause.verbs) > 1 and _SAID_TO.match(text, first.end) and (first.passive or Motion.SPEECH in first.motions):
        first = clause.verbs[1]  # "is alleged to have been seen"
    if VEHICLES.search(opening) and re.search(r"\b(?:his|her|their|the|a)\s+\w+\s+from\s+(?:the\s+)?$", opening):
        return first  # "her flight from X landed"
    where = DIRECTIONS[re.sub(r"\s+", " ", prepositions[-1].group().casefold())]
    of_who = _OF_WHO.search(text, top.mention.end, first.start) is not None
    # "In X the men who had steered her by radio opened a bottle"
    if (
        clause.object_is_traveller
        and not of_who
        and (
            {Motion.SEEN, Motion.CARRY} & set(first.motions)
            or first.form in journey_words("done_to") | journey_words("hands_on")
            or handles_own(text, first.start)
        )
        and not first.passive
        and where == "at"
    ):
        # "in X a man in plain clothes stamped her card": a place told first holds for the clause
        words = 8 if re.match(r"\W*(?:at|in|on|near|outside)\b", opening, re.IGNORECASE) else 2
        between = text[top.mention.end : first.start]
        return first if re.fullmatch(rf",?(?:\s+[\w\u2019'-]+){{0,{words}}},?\s*", between) else None
    return None if of_who or is_in_subject(opening, prepositions) else first


_OF_WHO = regex(
    r"\b(?:the|an?|two|three|some|those)\s+(?:[a-z-]+\s+){0,2}?[a-z-]+\s+who\s+(?:(?:had|have|has|was|were)\s+|\w+ly\s+)*\Z"
)
_VERB_NEXT = regex(r"\s+(?:had\s+|then\s+|\w+ly\s+)*")
_SAID_TO = regex(r"\s+to\s+(?:have|be)\b")
_PARTICLE = regex(r"\s+(?:du|de|de\s+la|de\s+los|des|del|della|di|do|da|dos|das)\s+")
