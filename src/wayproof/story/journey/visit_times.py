"""When a sighting was: which time expressions of the text belong to it, and what they are in UTC."""

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Subject
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.aircraft_times import leaves_ground
from wayproof.story.journey.clocks_read import CLOCK_STATEMENT, clock_read, in_books_of_house, set_by_calendar
from wayproof.story.journey.draft_times import OTHER_CLAUSE, day_only, give, is_reported, is_statement_of_time, is_turn
from wayproof.story.journey.drafts import Draft
from wayproof.story.journey.implied import end_of_way, ends_length, hangs_on, implied_place, is_aloft, named_again
from wayproof.story.journey.paired_times import in_entries, in_lists, in_stretches, pairs_of, to_end
from wayproof.story.journey.parted_times import inserted_before, parted
from wayproof.story.journey.scene_times import end_by_clock, set_by_scene, still_that_day, stopped_clock
from wayproof.story.journey.times_in_clause import in_clause, to_clause
from wayproof.story.journey.times_in_turns import in_turns
from wayproof.story.journey.times_of_others import elsewhere, no_stops, of_service, tells_of_elsewhere
from wayproof.story.journey.times_of_stays import DONE_NEXT, recorded, stays_on, when_done
from wayproof.story.temporal.timex import TimeExpression, TimeKind
from wayproof.story.vocabulary.motion import MOVING, Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.deeds import Clause


_IT_WAS = regex(r"\W*it\s+was\s+(?:at\s+)?", re.IGNORECASE)
_SUBORDINATE = frozenset({"when", "that", "which", "as", "while", "where", "until", "(", "who"})
_REPORTS = frozenset({"that", "which", "whom", "who", "whose", "because", "how", "whether"})
_LONG_BEFORE = regex(r"\b(?:before|earlier|previously|ago)\W*\Z", re.IGNORECASE)
"""A time told back from that of a stop, of what somebody there reports or somebody is known for."""


def assign(  # noqa: C901, PLR0912 - where a time can stand
    text: str,
    drafts: "Sequence[Draft]",
    clauses: "Sequence[Clause]",
    times: "Sequence[TimeExpression]",
    named: "Sequence[Toponym]" = (),
) -> list[tuple[TimeExpression, Draft]]:
    """Give every time expression of an event to the sightings it dates; returns the lengths that end at one."""
    starts = [clause.start for clause in clauses]
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sighting.clause.sentence, []).append(draft)
    lengths: list[tuple[TimeExpression, Draft]] = []
    left: list[tuple[TimeExpression, Clause]] = []
    scenes: list[tuple[TimeExpression, Clause]] = []
    pairs = pairs_of(text, times)
    owned = _owned(text, drafts, times)
    others = no_stops(named, drafts)
    for expression in times:
        clause = _clause_of(text, expression, clauses, starts)
        if clause is None or _dates_none(
            text, expression, clause, (named, others), by_sentence.get(clause.sentence, [])
        ):
            continue
        here = by_sentence.get(clause.sentence, [])
        if expression.kind is TimeKind.DURATION:
            target = ends_length(text, expression, clause, here, drafts) or stopped_clock(
                text, expression, clause, drafts
            )
            lengths += [(expression, target)] if target is not None else []
        elif expression.start in owned:
            to_clause(expression, owned[expression.start])
        elif set_by_calendar(text, expression, here) or (
            expression.start in pairs and to_end(expression, clause, here, last=pairs[expression.start])
        ):
            continue
        elif again := clock_read(text, expression, clause, here) or (
            named_again(text, expression, named, _near(drafts, clause)) if expression.kind is TimeKind.EVENT else None
        ):
            give(again, expression)
        elif expression.kind is TimeKind.EVENT and not in_clause(text, expression, clause, here):
            left.append((expression, clause))
        elif expression.kind is TimeKind.REPORT:
            # "told a crowd in Cardiff on Wednesday": the telling is what was done there
            telling = [
                draft
                for draft in here
                if draft.sighting.verb is not None and Motion.SPEECH in draft.sighting.verb.motions
            ]
            in_clause(text, expression, clause, telling)
    # what stands in the clause of a sighting comes first; then what the rest of the sentence tells
    for expression, clause in left:
        here = by_sentence.get(clause.sentence, [])
        if expression.precise and not here and _opens_line(text, expression):
            # "Thursday, 06:20 Down! She has landed in X": the stamp of a line dates what the line tells
            line = [draft for draft in drafts if draft.sighting.clause.paragraph == clause.paragraph and not draft.own]
            if line and line[0].sighting.clause.sentence - clause.sentence == 1:
                give(line[0], expression)
                continue
        implied = (
            end_of_way(text, expression, here)
            or implied_place(text, clause, drafts, expression.start)
            or end_by_clock(text, expression, clause, drafts)
            or still_that_day(text, expression, clause, drafts)
            or recorded(text, expression, clause, drafts)
            or in_books_of_house(text, expression, clause, drafts)
        )
        stay = None if implied is not None else _stay(text, expression, (clause, clauses), drafts, named)
        if implied is not None:
            implied.aloft |= is_aloft(clause, expression.start)
            give(implied, expression)
        elif stay is not None:
            _to_stay(stay, expression, clause)
        elif here:
            _to_sentence(
                *(text, expression, clause),
                [one for one in here if not parted(one, expression, times, clause)],
                apart=tells_of_elsewhere(clause, named, others),
            )
        elif expression.precise and CLOCK_STATEMENT.search(text[clause.start : clause.end]):
            _to_last_told(expression, clause, drafts)
        else:
            scenes.append((expression, clause))
    for expression, clause in scenes:
        scene = set_by_scene(text, expression, clause, drafts)
        if scene is not None:
            give(scene, expression)
    return lengths


def _dates_none(
    text: str,
    expression: TimeExpression,
    clause: "Clause",
    names: "tuple[Sequence[Toponym], frozenset[int]]",
    here: "Sequence[Draft]",
) -> bool:
    """Whether a time of an event is that of a place that is no stop, or only names what ran then."""
    apart = elsewhere(text, expression, clause, *names) or of_service(text, expression, clause, here)
    return apart and expression.kind is TimeKind.EVENT


def _owned(text: str, drafts: "Sequence[Draft]", times: "Sequence[TimeExpression]") -> "dict[int, list[Draft]]":
    """The sightings that times can date which stand in rows and lists, by the offsets of the times."""
    lists = in_lists(text, drafts, times)
    rows = {**in_entries(text, drafts, times), **lists, **in_stretches(drafts, times)}
    turns = {at: told for at, told in in_turns(text, drafts, times).items() if at not in lists}
    return {at: [] if stop is None else [stop] for at, stop in rows.items()} | turns


def _clause_of(
    text: str, expression: TimeExpression, clauses: "Sequence[Clause]", starts: "Sequence[int]"
) -> "Clause | None":
    """The clause that a time is told in; for one inserted between commas the clause that goes on behind it."""
    index = bisect_right(starts, expression.start) - 1
    if index < 0:
        return None
    clause, after = clauses[index], clauses[index + 1] if index + 1 < len(clauses) else None
    return after if after is not None and inserted_before(text, expression, clause, after) else clause


def _to_stay(stay: Draft, expression: TimeExpression, clause: "Clause") -> None:
    together = stay.sighting.clause.sentence == clause.sentence
    give(stay, expression, "" if together else DONE_NEXT)
    if not together:
        stay.sighting = replace(stay.sighting, event=Event.AT)


def _stay(
    text: str,
    expression: TimeExpression,
    told_in: "tuple[Clause, Sequence[Clause]]",
    drafts: "Sequence[Draft]",
    named: "Sequence[Toponym]",
) -> Draft | None:
    """The stay that a time of the day dates by what was done, or what it was when something was done there."""
    if not expression.precise:
        return None
    return when_done(text, expression, told_in, drafts, named) or stays_on(text, expression, told_in, drafts, named)


def _near(drafts: "Sequence[Draft]", clause: "Clause") -> "list[Draft]":
    """The sightings of the sentence of a clause and of the one before."""
    return [draft for draft in drafts if clause.sentence - draft.sighting.clause.sentence in {0, 1}]


LOOK_BACK = 2_000
"""Characters back that the start of a sentence or line is looked for."""


def _opens_sentence(text: str, expression: TimeExpression) -> bool:
    low = max(
        text.rfind(mark, max(0, expression.start - LOOK_BACK), expression.start) for mark in (". ", "\n", "! ", "? ")
    )
    return len(re.findall(r"[a-z]{3,}", text[max(0, low) : expression.start])) <= 1


def _opens_line(text: str, expression: TimeExpression) -> bool:
    low = text.rfind("\n", max(0, expression.start - LOOK_BACK), expression.start) + 1
    return re.search(r"[a-z]{3}", text[low : expression.start]) is None


def _to_sentence(  # noqa: C901, PLR0911, PLR0912 - one case a place of the time
    text: str, expression: TimeExpression, clause: "Clause", drafts: "Sequence[Draft]", *, apart: bool
) -> None:
    """Give a time of a clause without a sighting to one of its sentence; `apart` where it names a place of its own."""
    if (
        clause.opener in _REPORTS
        and _LONG_BEFORE.search(expression.text)
        and any(verb.perfect for verb in clause.verbs)
    ):
        return  # "at X a guard told her that the road had been shut three weeks before"
    mine = clause.subject in {Subject.TRAVELLER, Subject.VEHICLE}
    undone = bool(clause.verbs) and all(verb.doubtful for verb in clause.verbs)
    if drafts and _closes(text, expression, clause) and drafts[-1].sighting.clause.start < clause.start:
        if _is_vague(drafts[-1]):
            give(drafts[-1], expression)
        return  # "was sent to X, where no one was expecting her, at dusk."
    if not mine and clause.opener in _SUBORDINATE and _is_habit(clause, drafts):
        return  # "was in X, where the bank opens at nine"
    if not mine and undone and expression.start > clause.verbs[0].start:
        return  # "and the session could not be closed before noon"
    off = leaves_ground(text, clause)  # "boarded it in X, and at nine the wheels left the ground"
    of_vehicle = clause.opener == "whose" and _WHOSE_DOORS.match(text, clause.start, clause.end) is not None
    told_by = mine or off or of_vehicle or clause.opener in _SUBORDINATE
    if not mine and expression.latest is None and expression.earliest is not None and clause.verbs:
        return  # "crossed into Malta, which belongs to the union since 2004"
    by_clock = CLOCK_STATEMENT.search(text, clause.start, clause.end) is not None
    cleft = _CLEFT.match(text, clause.start, clause.end) is not None
    doubt = "" if told_by or by_clock or cleft or not clause.verbs else OTHER_CLAUSE
    told_before = [draft for draft in drafts if draft.sighting.clause.start < clause.start]
    told_after = [draft for draft in drafts if draft.sighting.clause.start > clause.start]
    if (
        told_before
        and (clause.opener in _SUBORDINATE or of_vehicle or not expression.precise)
        and clause.opener not in {"and", "but", "then", ";"}
    ):
        target = told_before[-1]
        if not (target.own and expression.precise is False and target.low is not None):
            give(target, expression, doubt)
        return
    if (
        told_before
        and clause.opener in {"and", "but", ";", ",", ":", "—", "\u2013", "that", "whose"}
        and not told_after
        and expression.precise
        and (mine or not apart)
        and ((off and _is_vague(told_before[-1])) or is_statement_of_time(clause, told_before[-1]))
    ):
        give(told_before[-1], expression, "" if is_turn(clause) else doubt)
        return
    if told_before and by_clock and not told_by and expression.precise and _is_open(told_before[-1], expression):
        give(told_before[-1], expression)  # "cashed a cheque in X on Friday; the teller's machine printed 12:30"
        return
    later = expression.after_hours is not None and _LATER.search(expression.text) is not None
    if later and told_after and not told_before and _opens_sentence(text, expression):
        give(told_after[0], expression)  # "Eleven hours later, as the lamps were lit, he was in X"
        return
    aside = re.search(r"\b(?:who|which|whose)\b", text[clause.start : expression.start])
    if expression.after_hours is not None or not told_after or aside:
        return
    leads = _LEADS.fullmatch(text, clause.start, expression.start) is not None and (
        all(verb.perfect for verb in clause.verbs)
        or (clause.subject is not Subject.TRAVELLER and told_after[0].sighting.clause.opener == ",")
    )
    leads = leads or _IT_WAS.fullmatch(text, clause.start, expression.start) is not None
    leads = (leads and not told_before) or hangs_on(clause, told_after[0].sighting.clause)
    if leads and not told_after[0].own:
        # "At 18:40 by the clocks he had left behind, the aircraft landed": the time of what is told next
        give(told_after[0], expression, doubt)
    first = told_after[0]
    stays = first.sighting.event is Event.DEPART or (
        first.sighting.event is Event.AT and (first.sighting.verb is None or first.sighting.verb.motion not in MOVING)
    )
    fronted = expression.precise and not told_before and _opens_sentence(text, expression)
    if fronted and stays and _is_vague(first):
        give(first, expression, doubt)  # "At 9:15 a man of that name was handed a cheque after a race in X"
    # a day that opens the sentence holds for what the sentence tells next
    opens = expression.start - clause.start <= len("(\u201c ")
    goes = clause.subject is Subject.TRAVELLER and any(verb.motion in MOVING for verb in clause.verbs)
    for draft in told_after:
        if not draft.own and not is_reported(clause, draft):
            day = _since(expression, clause, draft)
            # "crossed the border on Saturday and walked into X": not before Saturday, maybe later
            give(
                draft, replace(day, latest=None) if goes and not opens and not _sets_out(clause, draft) else day, doubt
            )


def _is_habit(clause: "Clause", drafts: "Sequence[Draft]") -> bool:
    """Whether a clause tells what is done there every day, in a tale that is told in the past."""
    told = {draft.sighting.verb.form for draft in drafts if draft.sighting.verb is not None}
    past = bool(told) and all(form == "was" or not form.endswith("s") for form in told)
    return past and any(verb.form in _HABITS for verb in clause.verbs)


_HABITS = frozenset(
    {"opens", "closes", "shuts", "leaves", "starts", "begins", "departs", "sails", "stops", "goes", "runs", "ends"}
)


def _closes(text: str, expression: TimeExpression, clause: "Clause") -> bool:
    """Whether a time ends its sentence behind what hangs on the deed that it dates: "in X, having run, at six."."""
    apart = _SET_APART.search(text, max(clause.start, expression.start - len(", on the very ")), expression.start)
    ends = _SENTENCE_ENDS.match(text, expression.end) is not None
    near = expression.start - clause.start <= LONGEST_ASIDE
    return near and apart is not None and ends and _HANGS.match(text, clause.start, expression.start) is not None


LONGEST_ASIDE = 200
"""Characters of what hangs on a deed before its time."""
_SET_APART = regex(r",\s+(?:(?:on|at|in|by|about|around)\s+)?(?:the\s+)?\Z")
_SENTENCE_ENDS = regex(r"\s*(?:[.;!?]|\Z)")
_HANGS = regex(r"\W*(?:where|which|whom|having|not\s+having|being)\b[^;.]*,")


def _sets_out(clause: "Clause", draft: Draft) -> bool:
    """Whether a place is the start of what a clause tells: "took off that same day, they say, from a field at X"."""
    starts = bool(clause.verbs) and clause.verbs[0].motion in {Motion.START, Motion.LEAVE}
    return starts and draft.sighting.event is Event.DEPART


def _since(expression: TimeExpression, clause: "Clause", draft: Draft) -> TimeExpression:
    """A time of the day as it dates what is done after it on that day: not before it."""
    day, verb = day_only(expression), draft.sighting.verb
    told_on = (
        clause.subject in {Subject.TRAVELLER, Subject.VEHICLE} and bool(clause.verbs) and not clause.verbs[0].perfect
    )
    on = draft.sighting.clause.opener in {",", "and", "then", ";"} and verb is not None and not verb.perfect
    parted = expression.zone is None and clause.verbs and clause.verbs[0].start < expression.start
    if told_on and on and parted and not draft.before and day.earliest is not None and expression.earliest is not None:
        return replace(day, earliest=max(day.earliest, expression.earliest))
    return day


_WHOSE_DOORS = regex(
    r"\W*whose\s+(?:[\w-]+\s+)?(?:doors?|gangway|gangplank|hatch(?:es)?|ramps?|wheels|anchor|engines?|whistle|steps|stairs|propellers?|rotors?|moorings|hawsers|ropes|lines)\b",
    re.IGNORECASE,
)
"""What goes with the going of a vehicle: "an aeroplane whose doors closed at ten"."""
_LATER = regex(r"\blater\Z", re.IGNORECASE)
_LEADS = regex(r"[\s,;(\u201c\"\u2014\u2013]*(?:(?:and|but|then|so)\s+){0,2}")
"""What may stand before a time that opens its clause."""
_CLEFT = regex(r"\W*(?:and\s+|but\s+)?it\s+(?:was|is)\b", re.IGNORECASE)
"""What sets a time in front of what it dates: "it was on Tuesday that she left X"."""


def _to_last_told(expression: TimeExpression, clause: "Clause", drafts: "Sequence[Draft]") -> None:
    earlier = [
        draft
        for draft in drafts
        if draft.sighting.clause.start < clause.start and draft.sighting.clause.paragraph == clause.paragraph
    ]
    if not earlier:
        return
    target = earlier[-1]
    near = clause.sentence - target.sighting.clause.sentence <= 1
    if near and _is_open(target, expression):
        give(target, expression)


def _is_vague(draft: Draft) -> bool:
    """Whether no more than a day is told of a sighting."""
    return draft.low is None or draft.high is None or draft.high - draft.low >= timedelta(hours=24)


PART_OF_DAY = timedelta(hours=3)
"""How wide what is told of a sighting must be to be a part of the day, which an hour makes exacter."""


def _is_open(draft: Draft, expression: TimeExpression) -> bool:
    """Whether no more than a day is told of a sighting, or a part of the day in which an hour lies: "that evening"."""
    if _is_vague(draft) or draft.low is None or draft.high is None:
        return True
    within = expression.earliest is not None and draft.low <= expression.earliest < draft.high
    return within and draft.high - draft.low >= PART_OF_DAY
