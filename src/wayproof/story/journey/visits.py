"""Reading the itinerary: from place names and times to the visits of the main traveller."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.itineraries.itinerary import Event, Itinerary, Visit
from wayproof.story.journey.aircraft_over_areas import with_aircraft_over_areas
from wayproof.story.journey.aircraft_times import is_by_aircraft, takes_off
from wayproof.story.journey.carried_means import with_carried_means
from wayproof.story.journey.days_before import date_days_before
from wayproof.story.journey.departures import with_departures
from wayproof.story.journey.drafts import Draft, days_in_order, settle_days, skipped_day, to_utc
from wayproof.story.journey.halts_told_after import look_back_to_halts
from wayproof.story.journey.improbable_stops import probable, set_aside
from wayproof.story.journey.kept_means import with_kept_means
from wayproof.story.journey.lands_passed import through_lands
from wayproof.story.journey.likely_stops import with_likely_stops
from wayproof.story.journey.nationalities import nationality
from wayproof.story.journey.one_stay import merged
from wayproof.story.journey.origins import is_open
from wayproof.story.journey.posts_passed import only_on_land, passes_post
from wayproof.story.journey.road_traces import with_road_traces
from wayproof.story.journey.round_trips import on_round_trip
from wayproof.story.journey.same_days import same_day_gaps
from wayproof.story.journey.stop_signs import scene_of
from wayproof.story.journey.summaries import without_retold, without_summaries
from wayproof.story.journey.tellings import read_told
from wayproof.story.journey.told_backwards import as_one_way, as_told_next, is_backwards, remarked
from wayproof.story.journey.told_gaps import told_gaps, with_gap_windows, without_contradicted
from wayproof.story.journey.told_warplanes import in_told_warplane
from wayproof.story.journey.travellers import Followed, border_roles
from wayproof.story.journey.unplaced_times import unplaced_times
from wayproof.story.journey.unsettled import guessed, open_stops, quote_span, unsettled
from wayproof.story.journey.visit_order import in_order
from wayproof.story.journey.visit_times import assign
from wayproof.story.journey.way_modes import clause_start, modes_of_way, on_stated_ways, one_aircraft
from wayproof.story.journey.ways_between import onward_paragraphs, retold_paragraphs
from wayproof.story.journey.whole_ways import with_whole_ways
from wayproof.story.temporal.timex import TimeKind
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.journey.sightings import Sighting
    from wayproof.story.persons.members import Member
    from wayproof.story.temporal.timex import TimeExpression
    from wayproof.story.text.document import Story


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
    place, because a story tells what has happened. Names that are only mentioned, planned or denied are no visits; what
    the words about a name only make likely is in the itinerary's `whole`.
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
    read = read_told(story, toponyms, times, traveller=traveller)
    text, deeds, named = read.text, read.deeds, read.named
    scene = scene_of(read, times)
    kept = probable(scene)
    followed = (replace(read.followed[0], sightings=kept), *read.followed[1:])
    told = [sighting for one in followed for sighting in one.sightings]
    stops = (
        open_stops((text, read.timeless), deeds, followed[0].clauses, named, told)
        if told or not followed[0].traveller.name
        else ()
    )
    dropped = {one.toponym.mention.start for one in scene.told if one not in kept}
    open_names = [top for top in named if top.mention.start not in dropped]
    likely = with_likely_stops(replace(scene, told=kept), open_names) if followed[0].traveller.name else kept
    further = [replace(followed[0], sightings=likely)] if len(likely) > len(followed[0].sightings) else []
    main, *others = (
        _itinerary(story, read.toponyms, times, one, members=read.cast.members, zone_at=zone_at)
        for one in (*followed, *further)
    )
    whole = others.pop() if further else None
    settled = (*unsettled(text, stops, read.cast.members), *set_aside(scene.told, kept), *main.unsettled)
    return replace(main, unsettled=settled, whole=whole), *others


_THAT_DAY = regex(r"\b(?:that|the)\s+(?:same\s+|very\s+)day\b|\bof\s+that\s+day\b", re.IGNORECASE)


def _on_that_day(text: str, draft: "Draft") -> bool:
    """Whether the time of a sighting is told to be of a day told before: "on the morning of that day"."""
    low, high = draft.time_end - 40, draft.time_end + 16
    return draft.time_end > 0 and _THAT_DAY.search(text, max(0, low), high) is not None


def _itinerary(
    story: "Story",
    toponyms: "Sequence[Toponym]",
    times: "Sequence[TimeExpression]",
    followed: Followed,
    *,
    members: "Sequence[Member]",
    zone_at: "Callable[[float, float], str]",
) -> Itinerary:
    text, clauses, person = story.text, followed.clauses, followed.traveller
    times = _in_zones(text, toponyms, times, zone_at)
    drafts = _drafts(text, followed.sightings[:MOST_SIGHTINGS], clauses, zone_at)
    lengths = assign(text, drafts, clauses, times, toponyms)
    drafts = with_departures(text, drafts, times)
    date_days_before(text, drafts)
    end = None if story.published is None else datetime.combine(story.published, time()) + timedelta(days=1)
    drafts = without_retold([draft for draft in drafts if to_utc(draft, end)])
    starts = [span.start for span in story.sentences]
    days = (one for one in times if one.kind is TimeKind.EVENT and one.earliest is not None and not one.floating)
    dated = {bisect_right(starts, one.start) - 1 for one in days}
    settle_days(drafts, lambda draft: to_utc(draft, end), dated, lambda draft: _on_that_day(text, draft))
    told = list(drafts)
    look_back_to_halts(text, drafts, story.sentences)
    retold = retold_paragraphs(text, clauses)
    onward = onward_paragraphs(text, clauses)
    ordered = merged(on_round_trip(in_order(without_summaries(drafts), retold, onward, _backwards(story))))
    ordered = as_told_next(text, as_one_way(story, ordered))
    days_in_order(ordered, lambda draft: to_utc(draft, end))
    visits = tuple(_visit(text, ordered, index, clauses, members) for index in range(len(ordered)))
    visits = with_whole_ways(text, clauses, on_stated_ways(text, ordered, visits))
    visits = only_on_land(with_road_traces(text, clauses, visits))
    gaps = without_contradicted(visits, (*told_gaps(ordered, told, lengths, text), *same_day_gaps(text, ordered)))
    visits = with_kept_means(text, clauses, with_gap_windows(one_aircraft(visits, text), gaps))
    visits = with_carried_means(text, clauses, visits)
    visits = in_told_warplane(text, through_lands(text, visits))
    visits = with_aircraft_over_areas(visits)
    open_hours = unplaced_times(times, (*told, *ordered), visits, gaps)
    country = nationality(person, story, toponyms)
    return Itinerary(
        person.name,
        country,
        border_roles(person),
        visits,
        gaps,
        origin_open=is_open(story, visits, toponyms, country),
        unsettled=open_hours,
    )


def _backwards(story: "Story") -> "Callable[[Draft, Draft], bool]":
    """What tells a way that ends before it begins, where the story remarks on it; nothing where it does not."""
    strange = remarked(story)
    return lambda first, second: strange and is_backwards(story.text, first, second)


_PLACE_TIME = regex(r"\s+(?:local\s+)?time\b")


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


_SPAN = (
    r"(?:day|night|week|month|year|hour|morning|evening|afternoon|weekend|summer|winter|ink|light|sun|moon|clock|bell|"
    r"coffee|kettle)"
)
_BY_THEN = regex(
    r"\W*(?:(?:and|but|so|then|yet)\s+)*(?:by\b|"
    r"before\s+(?:long|dark|dawn|dusk|nightfall|midnight|noon|midday|sunset|sunrise|daybreak|first\s+light|breakfast|lunch|tea|dinner|supper|"
    rf"(?:the|that)\s+{_SPAN}\s+(?:was|were|had|struck|rose|set|went)\b|the\s+end\s+of\s+the\s+{_SPAN}\b)|"
    rf"(?:with)?in(?:side)?\s+(?:(?:less|little\s+more|no\s+more)\s+than\s+)?(?:the|an?|two|three|four|five|six|ten|twenty|\d+)\s+(?:{_SPAN}|minute|"
    r"second|fortnight)s?\b|(?:[\w-]+\s+){1,3}(?:hour|minute|day|week|night|month)s?\s+(?:later|on)\b|"
    rf"(?:the\s+)?(?:next|following)\s+{_SPAN}\b)",
    re.IGNORECASE,
)
"""An opening after which "had" tells the journey on: "by Sunday they had got as far as X"."""
_AFTER_IT = regex(
    r"\W*(?:and|but|or)?\s*(?:[\w-]+\s+){0,4}?(?:hours?|days?|weeks?|minutes?|nights?|months?|soon|shortly)\s+after\b"
)
"""How a clause begins that tells what came before: "and one day after | she was found in X"."""
_LAST_SEEN = regex(r"\blast\s+(?:\w+\s+)?(?:seen|sighted|spotted|heard|filmed)\b", re.IGNORECASE)


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
    index = bisect_left(clauses, clause.start, key=clause_start)
    before = clauses[index - 1] if index else None
    return (
        before is not None
        and before.sentence == clause.sentence
        and before.subject is Subject.TRAVELLER
        and any(verb.motion is Motion.SPEECH for verb in before.verbs)
    )


_ON_THE_WAY = regex(
    r"\b(?:on|along)\s+(?:the|his|her|their)\s+way\b(?!\s+(?:to|back|home|out|up|down|in|from|into|through)\b)|\ben\s+route\b(?!\s+(?:to|for|from)\b)",
    re.IGNORECASE,
)
"""Words that put a stop before the goal that was told already: "crossed from X to Y. On the way she called at Z"."""
_STOPPED_ONCE = regex(
    r"\b(?:stopp(?:ed|ing)|halt(?:ed|ing)|paus(?:ed|ing)|got\s+out|getting\s+out|broke\s+(?:his|her|their)\s+journey|pulled\s+(?:up|over|in))\s+(?:only\s+|just\s+|but\s+)?"
    r"(?:once|twice|one\s+time)\b(?!\s+(?:more|again)\b)|\b(?:losing|wasting|having\s+lost)\s+(?:\w+\s+){0,3}?(?:hours?|minutes|days?|time)\b|"
    r"\b(?:puncture|breakdown|burst\s+t[iy]re|engine\s+trouble|road-?block|blow-?out|flat\s+t[iy]re|search|queue|delay|detour|landslide)\s+(?:at|near|"
    r"outside|in|off|before)\b",
    re.IGNORECASE,
)
"""What puts a stop before the end of the way that was told already: "she reached X, losing an hour near Y"."""
_EARLIER = regex(r"\b(?:earlier|before|previously|already|beforehand|first)\b", re.IGNORECASE)


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


def _is_origin(sighting: "Sighting", last: "Sighting | None") -> bool:
    """Whether somebody who was found somewhere says where they came from: "He told the clerk that he came from X"."""
    verb, said = sighting.verb, sighting.clause.opener == "that"
    comes = verb is not None and verb.form in {"came", "come", "come from", "came from", "fled", "set out", "set off"}
    return said and comes and sighting.event is Event.DEPART and last is not None and last.event is not Event.DEPART


_AFTER_STOP = regex(
    r"\bafter\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){0,12}?"
    r"(?:tour|trip|stop|stopover|layover|stay|detour|visit|night|drive|ride|call|journey|halt|break)\b"
    r"(?:\s+[\w-]+){0,3}\s+(?:in|at|to|through|via|near)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _is_aside(text: str, last: "Sighting", sighting: "Sighting") -> bool:
    """Whether a place is told as what came before in the same clause: "brought it back to X after a stop in Y"."""
    between = text[last.toponym.mention.end : sighting.toponym.mention.start]
    return _AFTER_STOP.search(between) is not None


_FRONTED_ASIDE = regex(
    r",\s+(?:(?:right|straight|soon|shortly|and)\s+)?(?:after|following|fresh\s+from|straight\s+from|despite|with)\s+"
    r"(?:an?|the|his|her|their|two|three|four|five|some|only|barely|just|[a-z]+)\s+[^,;.()]*\Z",
    re.IGNORECASE,
)
"""How an aside begins that stands between a time and what it dates: "by noon, after a hearing in X, he was in Y"."""


def _is_fronted(text: str, sighting: "Sighting") -> bool:
    """Whether a place stands in an aside before the verb, whose time is that of the place told after it."""
    clause, mention, verb = sighting.clause, sighting.toponym.mention, sighting.verb
    main = next((one for one in clause.verbs if one.start >= mention.end), None)
    if main is None or (verb is not None and verb.end <= mention.start) or text[mention.end : mention.end + 1] != ",":
        return False
    return _FRONTED_ASIDE.search(text, clause.start, mention.start) is not None


def _drafts(
    text: str, sightings: "Sequence[Sighting]", clauses: "Sequence[Clause]", zone_at: "Callable[[float, float], str]"
) -> list[Draft]:
    drafts: list[Draft] = []
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
        together = order > 0 and sightings[order - 1].clause.sentence == clause.sentence
        after_gerund = together and (clause.opener == "after" or _AFTER_IT.match(text, clause.start) is not None)
        aside = last is not None and last.clause.start == clause.start and _is_aside(text, last, sighting)
        told_back = last is not None and (last.event is not Event.DEPART or (bool(drafts) and drafts[-1].before))
        on_way = told_back and _ON_THE_WAY.search(text, clause.start, clause.end) is not None
        arrived = told_back and last is not None and last.event is Event.ARRIVE
        on_way = on_way or (arrived and _STOPPED_ONCE.search(text, clause.start, clause.end) is not None)
        before = looks_back or after_gerund or aside or on_way or _is_origin(sighting, last)
        aside = aside or _is_fronted(text, sighting)
        drafts.append(Draft(sighting, order, zone_at(place.lat, place.lon), before=before, aside=aside))
    return drafts


def _visit(
    text: str, ordered: "Sequence[Draft]", index: int, clauses: "Sequence[Clause]", members: "Sequence[Member]"
) -> Visit:
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
    start, end = quote_span(text, sighting.clause, top.mention.end, draft.time_end)
    leaves = takes_off(text, draft)
    end = max(end, draft.time_end) if sighting.told_in is not None else end
    return Visit(
        place=place,
        event=Event.DEPART if leaves else sighting.event,
        earliest=draft.earliest,
        latest=draft.latest,
        quote=text[start:end],
        start=start,
        end=end,
        alternatives=others,
        modes=modes_of_way(text, ordered, index, clauses),
        inferred="; ".join(_inferences(draft, members)),
        airside=leaves or draft.aloft or is_by_aircraft(text, draft),
        checkpoint=passes_post(text, ordered, index, clauses),
        chance=sighting.chance,
        skipped_day=skipped_day(draft),
    )


def _inferences(draft: Draft, members: "Sequence[Member]") -> "Iterator[str]":
    """What of a visit is not told in so many words: its time, whose it is, whether it is the traveller's at all."""
    clause = draft.sighting.clause
    if draft.sighting.chance < 1.0:
        yield LIKELY_STOP
    if draft.inferred:
        yield draft.inferred
    if draft.placed:
        yield draft.placed
    if draft.before and clause.subject is Subject.VEHICLE:
        yield NOT_ABOARD
    if clause.doubt is not None and (clause.doubt.members or clause.doubt.others):
        yield guessed(clause.doubt, members)


LIKELY_STOP = "that the traveller was there is likely, and not told in so many words"
"""Why a visit is inferred that no rule reads."""
NOT_ABOARD = "that the traveller was aboard is not told with it"
"""Why a visit is inferred that a look back tells of a vehicle."""
