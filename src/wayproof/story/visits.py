"""Reading the itinerary: from place names and times to the visits of the main traveller."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from wayproof.story.anaphora import later_mentions, with_whole_names
from wayproof.story.clauses import Clause, Subject, read_deeds
from wayproof.story.departures import with_departures
from wayproof.story.itinerary import Event, Gap, Itinerary, Visit
from wayproof.story.journey_words import journey_words
from wayproof.story.mentions import MentionKind
from wayproof.story.modes import SPECIFIC_AIR, means_in, modes_in
from wayproof.story.motion import POST_WORDS, Motion
from wayproof.story.nationalities import nationality
from wayproof.story.origins import is_open
from wayproof.story.travellers import Followed, border_roles, follow
from wayproof.story.visit_order import in_order, merged, without_summaries
from wayproof.story.visit_times import Draft, assign, settle_days, to_utc
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wayproof.story.document import Story
    from wayproof.story.sightings import Sighting
    from wayproof.story.timex import TimeExpression
    from wayproof.story.toponyms import Toponym


MOST_SIGHTINGS = 300
"""No journey of a story has more stops; what a longer text tells after them is not read as its journey."""


def read_itinerary(
    story: "Story",
    toponyms: "Sequence[Toponym]",
    times: "Sequence[TimeExpression]",
    *,
    traveller: str | None = None,
    zone_at: "Callable[[float, float], str]",
) -> Itinerary:
    """The visits of one traveller in travel order, as the text tells them.

    Parameters
    ----------
    story, toponyms, times
        The text, its resolved place names and its time expressions.
    traveller
        Whose journey; None takes the person most often the subject of motion and presence.
    zone_at
        IANA zone of a position (latitude, longitude).

    Notes
    -----
    A visit that the text does not date keeps ``earliest=None``; its `latest` is the end of the publication day at the
    place, because a story tells what has happened. Names that are only mentioned, planned or denied are no visits.
    """
    return read_itineraries(story, toponyms, times, traveller=traveller, zone_at=zone_at)[0]


def read_itineraries(
    story: "Story",
    toponyms: "Sequence[Toponym]",
    times: "Sequence[TimeExpression]",
    *,
    traveller: str | None = None,
    zone_at: "Callable[[float, float], str]",
) -> tuple[Itinerary, ...]:
    """The journeys of all travellers of a story, the main one first; parameters as :func:`read_itinerary`."""
    text = story.text
    places = _spans(toponyms, MentionKind.PLACE, MentionKind.DATELINE)
    demonyms = _spans(toponyms, MentionKind.DEMONYM)
    cast, deeds = read_deeds(story, places, [(found.start, found.end) for found in times], demonyms)
    toponyms = with_whole_names(toponyms)
    named = sorted((*toponyms, *later_mentions(text, toponyms)), key=lambda top: top.mention.start)
    sentence_starts = [span.start for span in story.sentences]
    dated = frozenset(bisect_right(sentence_starts, found.start) - 1 for found in times)
    followed = follow(text, cast, deeds, named, dated, override=traveller)
    return tuple(_itinerary(story, toponyms, times, one, zone_at) for one in followed)


def _spans(toponyms: "Sequence[Toponym]", *kinds: MentionKind) -> list[tuple[int, int]]:
    return [(top.mention.start, top.mention.end) for top in toponyms if top.mention.kind in kinds]


def _itinerary(
    story: "Story",
    toponyms: "Sequence[Toponym]",
    times: "Sequence[TimeExpression]",
    followed: Followed,
    zone_at: "Callable[[float, float], str]",
) -> Itinerary:
    text, clauses, person = story.text, followed.clauses, followed.traveller
    times = _in_zones(text, toponyms, times, zone_at)
    drafts = _drafts(text, followed.sightings[:MOST_SIGHTINGS], clauses, zone_at)
    lengths = assign(text, drafts, clauses, times, toponyms)
    drafts = with_departures(text, drafts, times)
    end = None if story.published is None else datetime.combine(story.published, time()) + timedelta(days=1)
    drafts = [draft for draft in drafts if to_utc(draft, end)]
    settle_days(drafts, lambda draft: to_utc(draft, end))
    told = list(drafts)
    ordered = merged(in_order(without_summaries(drafts)))
    visits = tuple(_visit(text, ordered, index, clauses) for index in range(len(ordered)))
    visits = _on_stated_ways(text, ordered, visits)
    gaps = tuple(_gaps(ordered, told, lengths, text))
    visits = _with_gap_windows(_one_aircraft(visits, text), gaps)
    country = nationality(person, story, toponyms)
    return Itinerary(
        person.name,
        country,
        border_roles(person),
        visits,
        gaps,
        origin_open=is_open(story, visits, toponyms, country),
    )


def _on_stated_ways(text: str, ordered: "Sequence[Draft]", visits: tuple[Visit, ...]) -> tuple[Visit, ...]:
    """Visits with the means of the whole way for stops told apart: "ran from A to B ... a witness saw him in C"."""
    changed = list(visits)
    open_at: dict[int, int] = {}
    for index, draft in enumerate(ordered):
        clause = (draft.way or draft.sighting).clause
        first = open_at.get(clause.start)
        if draft.sighting.event is Event.DEPART:
            open_at[clause.start] = index
        elif first is not None and index > first + 1:
            modes = means_in(text[clause.start : clause.end])
            for between in range(first + 1, index + 1):
                if modes and not changed[between].modes:
                    changed[between] = replace(changed[between], modes=modes)
    return tuple(changed)


_PLACE_TIME = re.compile(r"\s+(?:local\s+)?time\b")


def _in_zones(
    text: str,
    toponyms: "Sequence[Toponym]",
    times: "Sequence[TimeExpression]",
    zone_at: "Callable[[float, float], str]",
) -> "list[TimeExpression]":
    """Times with the zone that a place name right after them gives: "at 3 p.m., Santiago time"."""
    named = [top for top in toponyms if top.place is not None and _PLACE_TIME.match(text, top.mention.end)]
    found = list(times)
    ends = [one.end for one in found]
    for top in named:
        index = bisect_right(ends, top.mention.start) - 1
        one = found[index] if index >= 0 else None
        if one is None or one.zone is not None or top.place is None:
            continue
        if re.fullmatch(r"[\s,(]+", text[one.end : top.mention.start]):
            found[index] = replace(one, zone=zone_at(top.place.lat, top.place.lon))
    return found


_BY_AIRLINE = re.compile(
    (
        r"\b(?:airliner|airline|scheduled|ticket|boarding\s+pass|economy|business\s+class|"
        r"first\s+class|stewardess|cabin\s+crew|boeing|airbus|concorde)\b"
    ),
    re.IGNORECASE,
)


def _one_aircraft(visits: tuple[Visit, ...], text: str) -> tuple[Visit, ...]:
    """Visits with "the aircraft" made exact: in a story that names one small aircraft and no airline it is that one."""
    if not any("air" in visit.modes for visit in visits):
        return visits
    named = SPECIFIC_AIR & set(modes_in(text))
    if len(named) != 1 or _BY_AIRLINE.search(text):
        return visits
    kind = next(iter(named))
    return tuple(
        replace(visit, modes=tuple(dict.fromkeys(kind if mode == "air" else mode for mode in visit.modes)))
        for visit in visits
    )


_BY_THEN = re.compile(r"\W*(?:(?:and|but|so)\s+)?by\b", re.IGNORECASE)
"""An opening after which "had" tells the journey on: "by Sunday they had got as far as X"."""
_LAST_SEEN = re.compile(r"\blast\s+(?:\w+\s+)?(?:seen|sighted|spotted|heard|filmed)\b", re.IGNORECASE)


def _told_on(text: str, sighting: "Sighting", before_it: "Sighting | None", clauses: "Sequence[Clause]") -> bool:
    """Whether "had" only marks reported speech that tells the journey on.

    "She was last seen in X. She told them that she had walked to Y": not so after "was found in X".
    """
    clause = sighting.clause
    if sighting.event is Event.DEPART or clause.opener != "that" or before_it is None:
        return False
    last = text[before_it.clause.start : before_it.clause.end]
    if before_it.event is not Event.DEPART and not _LAST_SEEN.search(last):
        return False
    index = bisect_left(clauses, clause.start, key=_start)
    before = clauses[index - 1] if index else None
    return (
        before is not None
        and before.sentence == clause.sentence
        and before.subject is Subject.TRAVELLER
        and any(verb.motion is Motion.SPEECH for verb in before.verbs)
    )


_EARLIER = re.compile(r"\b(?:earlier|before|previously|already|beforehand|first)\b", re.IGNORECASE)


def _goes_on(text: str, sighting: "Sighting", last: "Sighting") -> bool:
    """Whether "had" only says that it was done by then: "ordered kebab in Kyrenia and had got home to Larnaca"."""
    clause, before = sighting.clause, last.clause
    told = last.verb is not None and not last.verb.perfect
    return (
        told
        and clause.opener == "and"
        and clause.sentence == before.sentence
        and clause.start > before.start
        and _EARLIER.search(text[clause.start : clause.end]) is None
    )


_AFTER_STOP = re.compile(
    r"\bafter\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){0,12}?"
    r"(?:tour|trip|stop|stopover|layover|stay|detour|visit|night|drive|ride|call|journey|halt|break)\b"
    r"(?:\s+[\w-]+){0,3}\s+(?:in|at|to|through|via|near)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _is_aside(text: str, last: "Sighting", sighting: "Sighting") -> bool:
    """Whether a place is told as what came before in the same clause: "brought it back to X after a stop in Y"."""
    between = text[last.toponym.mention.end : sighting.toponym.mention.start]
    return _AFTER_STOP.search(between) is not None


def _drafts(
    text: str, sightings: "Sequence[Sighting]", clauses: "Sequence[Clause]", zone_at: "Callable[[float, float], str]"
) -> list[Draft]:
    drafts = []
    for order, sighting in enumerate(sightings):
        place = sighting.toponym.place
        if place is None:
            continue
        verb = sighting.verb
        clause = sighting.clause
        last = sightings[order - 1] if order else None
        by_then = _BY_THEN.match(text, clause.start, clause.end) is not None
        looks_back = verb is not None and verb.perfect and not by_then and not _told_on(text, sighting, last, clauses)
        if looks_back and last is not None and _goes_on(text, sighting, last):
            looks_back = False
        after_gerund = (
            clause.opener == "after" and order > 0 and sightings[order - 1].clause.sentence == clause.sentence
        )
        aside = last is not None and last.clause.start == clause.start and _is_aside(text, last, sighting)
        before = looks_back or after_gerund or aside
        drafts.append(Draft(sighting, order, zone_at(place.lat, place.lon), before=before, aside=aside))
    return drafts


def _visit(text: str, ordered: "Sequence[Draft]", index: int, clauses: "Sequence[Clause]") -> Visit:
    draft = ordered[index]
    sighting = draft.sighting
    top = sighting.toponym
    place = top.place
    if place is None:
        message = "a sighting needs a place"
        raise ValueError(message)
    others = (
        tuple(candidate.place for candidate in top.alternatives if candidate.place.id != place.id)
        if top.ambiguous
        else ()
    )
    start, end = _quote_span(text, draft)
    return Visit(
        place=place,
        event=sighting.event,
        earliest=draft.earliest,
        latest=draft.latest,
        quote=text[start:end],
        start=start,
        end=end,
        alternatives=others,
        modes=_modes(text, ordered, index, clauses),
        inferred=draft.inferred or (NOT_ABOARD if draft.before and sighting.clause.subject is Subject.VEHICLE else ""),
        airside=sighting.verb is not None and sighting.verb.form in journey_words("airside"),
        checkpoint=_passes_post(
            text, draft, clauses, {other.sighting.clause.start for other in ordered if other is not draft}
        ),
    )


NOT_ABOARD = "that the traveller was aboard is not told with it"
"""Why a visit is inferred that a look back tells of a vehicle."""


def _quote_span(text: str, draft: Draft) -> tuple[int, int]:
    clause = draft.sighting.clause
    start, end = clause.start, clause.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and text[end - 1] in ' ,;:\n\t(—\u2013“"':
        end -= 1
    return start, max(end, draft.sighting.toponym.mention.end)


ASIDE_CLAUSES = 8
"""How many clauses "having come by taxi, the ordinary flight and another taxi" may have."""


def _start(clause: Clause) -> int:
    return clause.start


def _told_by_traveller(clause: Clause) -> bool:
    return clause.subject in {Subject.TRAVELLER, Subject.VEHICLE} or clause.object_is_traveller


def _modes(  # noqa: C901 - the places where a mode can be named, one by one
    text: str, ordered: "Sequence[Draft]", index: int, clauses: "Sequence[Clause]"
) -> tuple[str, ...]:
    """Ways of travelling named for the way here: in the clauses from the visit before to this one."""
    if index == 0:
        return ()
    here, previous = ordered[index].way or ordered[index].sighting, ordered[index - 1].sighting
    low, high = previous.clause.start, here.clause.start
    if low > high:
        # told backwards: the departure's own words say how it went on
        if previous.event is Event.DEPART and _told_together(previous.clause, here.clause):
            pieces_before = [text[previous.clause.start : previous.clause.end]]
            return means_in(" . ".join([*pieces_before, text[here.clause.start : here.clause.end]]))
        low = high
    if here.clause.paragraph - previous.clause.paragraph > 1:
        low = high
    pieces: list[str] = []
    for clause in clauses[bisect_left(clauses, low, key=_start) :]:
        if clause.sentence > here.clause.sentence:
            break
        piece = text[clause.start : clause.end]
        if clause.start == here.clause.start:
            # "lifted off from Kansai in a jet": the way on from here, not the way here
            if here.event is not Event.DEPART or previous.clause.start == clause.start:
                pieces.append(piece)
        elif clause.start == previous.clause.start:
            leaves = previous.event is Event.DEPART
            pieces.append(piece if leaves else text[previous.toponym.mention.end : clause.end])
        elif (
            clause.start < high
            and (_told_by_traveller(clause) or clause.opener in {"with", "which", "where"})
            and clause.paragraph == here.clause.paragraph
        ):
            pieces.append(piece)
        elif (
            clause.start > high
            and clause.sentence == here.clause.sentence
            and re.match(
                r"[\s,]*(?:having\s+(?:come|travelled|flown|driven|made)|by\b|never\s+leaving\b)", piece, re.IGNORECASE
            )
        ):
            pieces.append(
                " ".join(
                    text[other.start : other.end]
                    for other in clauses[bisect_left(clauses, clause.start, key=_start) :][:ASIDE_CLAUSES]
                    if other.sentence == clause.sentence
                )
            )
    return means_in(" . ".join(pieces)) or means_in(
        _opening(text, here.clause, clauses) + _verb_before(text, here.clause, clauses)
    )


_BY_MEANS = re.compile(r"\W*(?:on|by|in|aboard|riding|driving)\b", re.IGNORECASE)


def _opening(text: str, clause: Clause, clauses: "Sequence[Clause]") -> str:
    """The words before the first comma of the sentence, where they name a means: "On skis, she says, she crossed"."""
    first = clauses[bisect_left(clauses, clause.sentence, key=_sentence)]
    comma = text.find(",", first.start, first.start + LONGEST_OPENING)
    return text[first.start : comma] if comma > 0 and _BY_MEANS.match(text, first.start) else ""


def _verb_before(text: str, clause: Clause, clauses: "Sequence[Clause]") -> str:
    """The clause before one without a verb, which it goes on with: "X, a baker, drove with two sons | from A to B"."""
    at = bisect_left(clauses, clause.start, key=_start)
    before = clauses[at - 1] if at > 0 and not clause.verbs else None
    if before is None or before.sentence != clause.sentence or not _told_by_traveller(before):
        return ""
    return f" . {text[before.start : before.end]}"


LONGEST_OPENING = 80
"""Characters of a means before the subject of a sentence."""


def _sentence(clause: Clause) -> int:
    return clause.sentence


def _told_together(first: Clause, second: Clause) -> bool:
    """Whether two clauses stand in the same paragraph."""
    return first.paragraph == second.paragraph


_BY_STEALTH = re.compile(
    r"\b(?:sea|sneak\w*|slip\w*|dived?|"
    r"illegal\w*|unlawful\w*|secret\w*|smuggl\w+|swam|swim\w*|crept|crawl\w*|forest|woods?|fence|river|night|hidden|hid|avoid\w*|turned\s+back|"
    r"near|toward\w*|bypass\w*|round)\b",
    re.IGNORECASE,
)
_AT_GATE = re.compile(
    r"\b(?:gates?|posts?|crossing|barrier|checkpoint|border|frontier|customs|booth|passport)\b", re.IGNORECASE
)
_THROUGH = re.compile(r"\b(?:through|past|over|via|by)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}$", re.IGNORECASE)


def _through_crossing(text: str, draft: Draft) -> bool:
    """Whether the place is a crossing and the words go through it openly: "strolled through the gate at Wagah"."""
    sighting = draft.sighting
    place, verb = sighting.toponym.place, sighting.verb
    if place is None or place.kind is not Kind.CROSSING or verb is None or verb.doubtful:
        return False
    clause = text[sighting.clause.start : sighting.clause.end]
    before = text[verb.end : sighting.toponym.mention.start]
    goes = verb.motion in {Motion.MOVE, Motion.CARRY} and sighting.clause.subject is not Subject.OTHER
    through = _THROUGH.search(before) is not None or (
        re.search(r"\bat\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$", before) is not None and _AT_GATE.search(clause) is not None
    )
    return goes and through and not _BY_STEALTH.search(clause)


def _passes_post(text: str, draft: Draft, clauses: "Sequence[Clause]", others: "set[int]") -> bool:
    """Whether the text says that an official border post was passed at this visit."""
    here = draft.sighting.clause
    if _through_crossing(text, draft):
        return True
    for clause in clauses[bisect_left(clauses, here.start, key=_start) :]:
        if clause.sentence != here.sentence:
            break
        if not _told_by_traveller(clause):
            continue
        if clause.start > here.start and (
            clause.start in others or any(verb.motion in {Motion.REACH, Motion.LEAVE} for verb in clause.verbs)
        ):
            break
        piece = text[clause.start : clause.end]
        passed = POST_WORDS.search(piece)
        # "showed his passport" is itself what is done at a post
        beside = [
            verb for verb in clause.verbs if passed and not passed.start() <= verb.start - clause.start < passed.end()
        ]
        held = any(
            (Motion.SEEN in verb.motions and verb.form not in journey_words("let_through"))
            or verb.form == "turned"
            or verb.doubtful
            for verb in beside
        )
        if passed and not held and not re.search(r"\b(?:custody|turned\s+back|avoid|illegal)", piece, re.IGNORECASE):
            return True
    return False


def _gaps(
    ordered: "Sequence[Draft]", told: "Sequence[Draft]", lengths: "Sequence[tuple[TimeExpression, Draft]]", text: str
) -> "list[Gap]":
    """Statements about the time between two visits, as indexes of the ordered visits."""
    index_of = {id(draft): index for index, draft in enumerate(ordered)}
    found: list[Gap] = []
    for position, draft in enumerate(told):
        second = index_of.get(id(draft))
        expression = draft.gap
        if second is None or expression is None or expression.after_hours is None:
            continue
        low, high = expression.after_hours
        from_start = re.search(r"\bafter\b", expression.text, re.IGNORECASE) and re.match(
            (
                r"(?:\s*(?:he|she|they|it|the\s+\w+)?\s*(?:had\s+)?(?:start|set|leav|left|depart|took\s+off|"
                r"beg[ai]n|lift))|\s*(?:leaving|starting|setting|departing)"
            ),
            text[expression.end : expression.end + 30],
            re.IGNORECASE,
        )
        from_start = from_start or re.search(
            r"\bafter\s+(?:leaving|starting|setting|departing|lift|take)", expression.text, re.IGNORECASE
        )
        first = _first_departure(ordered, second) if from_start else _told_before(index_of, told, position)
        if first is None or first == second:
            continue
        found.append(_gap(first, second, low, high, expression))
    for expression, draft in lengths:
        second = index_of.get(id(draft))
        if second is None or expression.duration is None:
            continue
        first = _departure_before(ordered, second)
        if first is not None:
            shortest, longest = expression.duration
            found.append(Gap(first, second, shortest, longest, expression.text, expression.start, expression.end))
    return found


def _gap(first: int, second: int, low: float, high: float, expression: "TimeExpression") -> Gap:
    if first > second:
        first, second, low, high = second, first, -high, -low
    shortest, longest = (timedelta(seconds=round(hours * 3600)) for hours in (low, high))
    return Gap(first, second, shortest, longest, expression.text, expression.start, expression.end)


def _first_departure(ordered: "Sequence[Draft]", before: int) -> int | None:
    return next(
        (index for index in range(before) if ordered[index].sighting.event is Event.DEPART), 0 if before > 0 else None
    )


def _departure_before(ordered: "Sequence[Draft]", before: int) -> int | None:
    return next(
        (index for index in range(before - 1, -1, -1) if ordered[index].sighting.event is Event.DEPART),
        before - 1 if before > 0 else None,
    )


def _told_before(index_of: "dict[int, int]", told: "Sequence[Draft]", position: int) -> int | None:
    for earlier in range(position - 1, -1, -1):
        index = index_of.get(id(told[earlier]))
        if index is not None:
            return index
    return None


def _with_gap_windows(visits: tuple[Visit, ...], gaps: tuple[Gap, ...]) -> tuple[Visit, ...]:
    """Give undated visits the window that a gap to a dated one leaves them."""
    changed = list(visits)
    for gap in gaps:
        first, second = changed[gap.first], changed[gap.second]
        if second.earliest is None and first.earliest is not None and gap.shortest is not None:
            changed[gap.second] = _bounded(second, first, gap)
    return tuple(changed)


def _bounded(visit: Visit, first: Visit, gap: Gap) -> Visit:
    low = first.earliest + gap.shortest if first.earliest is not None and gap.shortest is not None else None
    high = first.latest + gap.longest if first.latest is not None and gap.longest is not None else None
    latest = min((bound for bound in (visit.latest, high) if bound is not None), default=None)
    return (
        visit
        if low is not None and latest is not None and low >= latest
        else replace(visit, earliest=low, latest=latest)
    )
