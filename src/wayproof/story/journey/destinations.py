"""Stops that a clause tells without their name: the goal that was named before, the place that somebody then left.

"She left Muscat for Doha at nine and landed at ten": a goal is no stop, but an arrival without a place is one at the
goal. "She was in Muscat on Monday and left for Doha that night": what was left is where she was.
"""

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.grammar.deeds import MINE, Clause, Subject
from wayproof.story.grammar.goings_off import boards
from wayproof.story.grammar.verb_moods import is_counted_from
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.sightings import Sighting
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.person_nouns import is_trace
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

SENTENCES = 2
"""Sentences after its goal is named within which an arrival without a place is one there."""
_GOAL = regex(
    r"\b(?:for|towards?|(?:flight|plane|jet|train|bus|coach|ferry|boat|ship|steamer|sleeper|express|service|road)\s+(?:[\w-]+\s+)?to|"
    r"(?:was|were|been|is|are)\s+(?:\w+ly\s+|then\s+|still\s+|already\s+)?(?:go|driv|fly|rid|sail|walk|cycl|travell?|head|steam|return|hurry|mov|com)ing\s+"
    r"(?:back\s+|home\s+|on\s+|over\s+|down\s+|up\s+|alone\s+)?to)"
    r"\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""What makes a place a goal: "left Muscat for", "boarded a flight to"."""
COMES = frozenset(
    {
        "arrived",
        "arrives",
        "arriving",
        "landed",
        "lands",
        "landing",
        "touched down",
        "touches down",
        "touching down",
        "docked",
        "docks",
        "berthed",
        "got in",
        "gets in",
        "pulled in",
        "drew in",
        "came in",
        "rolled in",
        "limped in",
        "made landfall",
        "came ashore",
        "stepped ashore",
        "went ashore",
        "disembarked",
        "alighted",
        "tied up",
        "moored",
        "made it",
    }
)
"""Verbs of arrival that need no place."""
_ELSEWHERE = regex(
    r"\b(?:in|at|on|into|onto|near|off|to|from|outside|under|aboard|home|back|here|there)\b(?!\s+(?:time|schedule|good|one|"
    r"(?:the|an?)\s+(?:\w+\s+)?(?:dark|rain|snow|fog|asphalt|tarmac|concrete|sand|beach|grass|gravel|road|highway|track|runway|strip|airstrip|"
    r"field|meadow|ice|water|sea|lake|river|lawn|quay|pier|jetty|shore|clearing)(?=\s*(?:[,.;]|\Z|and\b|beside\b|almost\b|before\b|with\b|by\b|"
    r"next\b|within\b))|foot|his\s+own|her\s+own)\b)(?!\s{3}|\s*[.,;]|\s*\Z)",
    re.IGNORECASE,
)
"""Words by which an arrival tells its own place, or another."""
_DOUBLED = regex(r"\b(?P<one>\w+)[\s-]+(?:to|by|on|in|after)[\s-]+(?P=one)\b")
"""Words that only look like ones of place: "nose to nose", "side by side"."""
_GIVEN_UP = regex(
    r"\b(?:turned?\s+(?:back|round|around)|divert\w*|reroute\w*|ditch\w*|crash\w*|vanish\w*|disappear\w*|sank|capsiz\w*|abandon\w*|"
    r"called\s+off|gave\s+up|changed\s+(?:his|her|their|its)\s+mind)\b",
    re.IGNORECASE,
)
"""Words after which the goal is open again."""
_RETURNS = frozenset({"returned", "returns", "got back", "gets back", "came back", "comes back", "back", "was back"})
_PUTS = frozenset({"set", "put", "brought", "set down", "put down", "laid"})
_IT_DOWN = regex(
    r"\s+(?:(?:it|her|him|the\s+[\w-]+|his\s+[\w-]+|her\s+[\w-]+)\s+)?(?:gently\s+|safely\s+)?(?:down|in|back)\b"
)
_ALONE = regex(
    r"\s*(?:(?:safely|alone|unharmed|again|early|late|empty-handed|there)\b)?\s*(?:\b(?:on|at|by|in)\b)?\s*(?:[,.;:)]|\Z)"
)
"""What may follow a return that is one to where the journey began."""
_SAME_SPOT = regex(
    r"\s+(?:(?:safely|again)\s+)?(?:(?:on|at|in|to|beside)\s+(?:the\s+(?:very\s+)?same|that\s+same|its\s+own|his\s+own|her\s+own)\s+(?:\w+\s+){0,2}?"
    r"(?:concrete|runway|strip|tarmac|field|spot|place|point|quay|quayside|pier|jetty|berth|mooring|slipway|platform|pavement|yard|square|"
    r"beach|steps|doorstep|garage|hangar|station|airport|airfield|harbour|gate|car\s+park|street|corner|kerb|line)\b|"
    r"(?:to\s+)?where\s+(?:he|she|it|they)\s+(?:had\s+)?(?:begun|began|started|set\s+out|left|taken\s+off|come\s+from)\b|"
    r"(?:at|to)\s+(?:his|her|its|their|the)\s+(?:starting[\s-]point|start)\b)",
    re.IGNORECASE,
)
"""Where somebody is back who is back where the journey began."""
_AND_BACK = regex(
    r"\s*,?\s+and\s+(?:then\s+)?(?P<back>back)(?:\s+again)?(?=\s*(?:[,.;:()]|\Z)|\s+(?:on|in|at|by|within|before|after|overnight|"
    r"for|with|without|the\s+same|that|inside|under|over)\b|\s{2,})"
)
"""The way back, after the goal: "drove from X to Y and back"."""
_WORD = regex(r"[a-z][a-z-]+")
_GOES = frozenset({Motion.LEAVE, Motion.START, Motion.MOVE})


def with_destinations(
    texts: tuple[str, str], clauses: "Sequence[Clause]", toponyms: "Sequence[Toponym]", told: "Sequence[Sighting]"
) -> tuple[Sighting, ...]:
    """The sightings with those of clauses that name no place.

    Parameters
    ----------
    texts
        The story, and the story with its times blotted out by spaces.
    clauses, toponyms
        Its clauses as the traveller sees them, and its place names, both in text order.
    told
        The sightings of places that are named, in text order.
    """
    text, timeless = texts
    named = [top for top in toponyms if top.mention.kind is MentionKind.PLACE and top.place is not None]
    starts = [top.mention.start for top in named]
    by_clause: dict[int, list[Sighting]] = {}
    for one in told:
        by_clause.setdefault(one.clause.start, []).append(one)
    found: list[Sighting] = []
    goal: tuple[Toponym, Clause] | None = None
    last: Sighting | None = None
    moved = False
    for clause in clauses:
        here = by_clause.get(clause.start, [])
        tops = named[bisect_left(starts, clause.start) : bisect_left(starts, clause.end)]
        if goal is not None and (_given_up(text, clause, goal) or any(_settles(one, goal[0]) for one in here)):
            goal = None
        verb = None if goal is None or here else _arrival(timeless, clause, tops)
        if goal is not None and verb is not None:
            here = [stop_at(text, goal[0], Event.ARRIVE, clause, verb)]
            goal = None
        here = _with_same_spot(texts, clause, _with_way_back(texts, clause, here))
        if not here and not tops:
            here = _return(texts, clause, found) or ([] if moved else _leave(texts, clause, found))
        moved = not here and (moved or (last is not None and _moves_on(timeless, clause)))
        bound = _goal(timeless, clause, tops, here)
        if bound is not None:
            goal = bound[0], clause
            come = _arrival_after(timeless, clause, tops, bound[0])
            if come is not None:
                here = [*here, stop_at(text, bound[0], Event.ARRIVE, clause, come)]
                goal = None
            elif _is_left(last, clause, here, bound):
                here = [stop_at(text, last.toponym, Event.DEPART, clause, bound[1])] if last is not None else []
        found += here
        last = here[-1] if here else last
    return tuple(found)


def _given_up(text: str, clause: Clause, goal: "tuple[Toponym, Clause]") -> bool:
    far = clause.sentence - goal[1].sentence > SENTENCES or clause.paragraph != goal[1].paragraph
    return far or _GIVEN_UP.search(text, clause.start, clause.end) is not None


def _settles(one: Sighting, goal: "Toponym") -> bool:
    """Whether a sighting ends the way to a goal: it was reached, or something else was."""
    return one.toponym.place == goal.place or one.event is Event.ARRIVE


def _arrival(timeless: str, clause: Clause, tops: "Sequence[Toponym]") -> "Verb | None":
    """The verb by which a clause without a place tells an arrival."""
    if clause.subject not in MINE or tops:
        return None
    subject = timeless[clause.start : clause.verbs[0].start] if clause.verbs else ""
    if _WITHOUT.search(timeless, clause.start, clause.end):
        return None
    if any(is_trace(word) for word in _WORD.findall(subject)):
        return None  # "her luggage arrived"
    for verb in clause.verbs:
        done = not (verb.doubtful or verb.infinitive or verb.perfect or verb.passive)
        at = verb.form.endswith(" at")  # "docked at 21:30"
        if at and re.search(r"\w", timeless[verb.end : clause.end]):
            continue
        if (
            done
            and verb.form.removesuffix(" at") in COMES
            and _ELSEWHERE.search(_DOUBLED.sub(" ", timeless[verb.end : clause.end])) is None
        ):
            return verb
    return None


def _arrival_after(timeless: str, clause: Clause, tops: "Sequence[Toponym]", goal: "Toponym") -> "Verb | None":
    """The verb of arrival after a goal in its own clause: "a ship that left X for Y on Monday docked on Friday"."""
    if any(top.mention.start > goal.mention.end for top in tops):
        return None
    later = tuple(verb for verb in clause.verbs if verb.start > goal.mention.end)
    return _arrival(timeless, replace(clause, verbs=later), ())


def _with_way_back(texts: tuple[str, str], clause: Clause, here: "list[Sighting]") -> "list[Sighting]":
    """The sightings of a clause with that of the start again: "drove from X to Y and back"."""
    leaves = next((one for one in here if one.event is Event.DEPART), None)
    if leaves is None or here[-1].event is not Event.ARRIVE:
        return here
    found = _AND_BACK.match(texts[1], here[-1].toponym.mention.end, clause.end)
    if found is None:
        return here
    start, end = found.span("back")
    mention = replace(leaves.toponym.mention, start=start, end=end, text=texts[0][start:end])
    return [*here, replace(here[-1], toponym=replace(leaves.toponym, mention=mention), relation="to")]


def _with_same_spot(texts: tuple[str, str], clause: Clause, here: "list[Sighting]") -> "list[Sighting]":
    """The sightings of a clause with that of the start again: "that took off from X was back on the same runway"."""
    last = here[-1] if here else None
    if last is None or last.event is not Event.DEPART or last.relation not in {"from", "object"}:
        return here
    verb = next((one for one in reversed(clause.verbs) if one.form in _RETURNS), None)
    if verb is None or verb.start < last.toponym.mention.end or verb.doubtful or verb.infinitive or verb.perfect:
        return here
    spot = _SAME_SPOT.match(texts[1], verb.end) is not None
    return [*here, stop_at(texts[0], last.toponym, Event.ARRIVE, clause, verb)] if spot else here


def _return(texts: tuple[str, str], clause: Clause, told: "Sequence[Sighting]") -> "list[Sighting]":
    """The arrival of who "returned at six" where they had left from."""
    comes = _RETURNS | COMES | _PUTS
    verb = next((one for one in reversed(clause.verbs) if one.form in comes), None)
    if verb is None or clause.subject not in MINE or verb.doubtful or verb.infinitive or verb.perfect:
        return []
    after = _IT_DOWN.match(texts[1], verb.end)
    spot = _SAME_SPOT.match(texts[1], after.end() if after is not None else verb.end) is not None
    if verb.form not in _RETURNS and not spot:
        return []
    if not spot and (clause.subject is Subject.VEHICLE or verb is not clause.verbs[-1]):
        return []
    leaves = next((one for one in reversed(told[-NEAR:]) if one.event is Event.DEPART), None)
    if leaves is None or leaves.relation not in {"from", "object"} or not (spot or _ALONE.match(texts[1], verb.end)):
        return []
    near = clause.sentence - leaves.clause.sentence <= 1 and clause.paragraph == leaves.clause.paragraph
    return [stop_at(texts[0], leaves.toponym, Event.ARRIVE, clause, verb)] if near else []


def _leave(texts: tuple[str, str], clause: Clause, told: "Sequence[Sighting]") -> "list[Sighting]":
    """The departure, told with its time, of who "left at noon", from where they were told to be last."""
    last = told[-1] if told else None
    if last is None or clause.subject not in MINE:
        return []
    # "boarded the liner in X and sailed at noon": the departure told before has its time here
    if last.event is Event.DEPART and (_timed(texts, last.clause) or clause.start <= last.clause.start):
        return []
    again = clause.sentence == last.clause.sentence or re.search(r"\bagain\b", texts[0][clause.start : clause.end])
    whole = any(one.event is Event.DEPART and one.clause.start == last.clause.start for one in told[-NEAR:])
    if whole and not again and not _timed(texts, last.clause):
        return []  # "She rode from X to Y. She left on 2 March": X, told again
    place = last.toponym.place
    near = clause.sentence - last.clause.sentence <= SENTENCES and clause.paragraph == last.clause.paragraph
    if place is None or place.is_area or not near or not _timed(texts, clause):
        return []
    stays = _STAYS_UNTIL.search(texts[0], clause.start, clause.end) is not None and not clause.quoted
    for verb in clause.verbs:
        done = not (verb.doubtful or verb.infinitive or (verb.perfect and clause.opener != "that") or verb.passive)
        done = done and not is_counted_from(texts[0], verb.start)
        moves = Motion.MOVE in verb.motions and _ANY.match(texts[0], clause.start, clause.end) is None
        bearing = _BEARING.match(texts[1], verb.end, clause.end) if moves else None
        inside = verb.form in _LEFT and clause.sentence == last.clause.sentence
        room = _ROOM.match(texts[1], verb.end, clause.end) if inside else None
        after = next((found.end() for found in (bearing, room) if found is not None), verb.end)
        alone = _OF_THEMSELVES.fullmatch(texts[1], after, clause.end) is not None
        boarded = boards(texts[1], verb) if done else 0
        off = boarded and _STAYS.search(texts[1], boarded, clause.end) is None
        goes = done and alone and (bearing is not None or verb.form in journey_words("goes_away"))
        if off or goes or (stays and not verb.perfect):
            return [stop_at(texts[0], last.toponym, Event.DEPART, clause, verb)]
    return []


_STAYS = regex(
    r"\b(?:to\s+(?:the|an?|his|her)\s+(?:\w+\s+)?(?:hotel|airport|station|harbour|port|quay|hospital|house|flat)|home|back)\b"
)
"""A ride within a town, which takes nobody away from it."""
_SOMEWHERE = regex(
    r"[^.;]{0,60}?\b(?:to|into|onto|as\s+far\s+as|at|in|near|outside)\s+an?\s+(?:[\w-]+\s+){0,3}?(?:clearing|field|meadow|farm|barn|village|hamlet|"
    r"wood|forest|valley|hill|beach|cove|creek|bay|lake|quarry|airfield|airstrip|strip|pasture|camp|hut|lodge|house|cottage|villa|lay-by|cave|"
    r"ford|ravine|gorge|pass|spot|place|point|suburb|town|island|inlet|jetty)\b",
    re.IGNORECASE,
)
"""Where somebody goes whose name is not told, or is in no list."""


def _moves_on(timeless: str, clause: Clause) -> bool:
    """Whether somebody goes on to a place that stands for none: "drove to a clearing near Nowhere"."""
    going = {Motion.MOVE, Motion.REACH}
    verbs = [verb for verb in clause.verbs if going & set(verb.motions) and not (verb.doubtful or verb.infinitive)]
    mine = clause.subject in MINE and not clause.quoted
    return mine and any(_SOMEWHERE.match(timeless, verb.end, clause.end) is not None for verb in verbs)


def _timed(texts: tuple[str, str], clause: Clause) -> bool:
    """Whether a time stands in a clause."""
    return texts[0][clause.start : clause.end] != texts[1][clause.start : clause.end]


_STAYS_UNTIL = regex(
    r"\b(?:stayed|remained|waited|lingered|sat|worked|played|talked|rested|was\s+(?:still\s+)?(?:there|at\s+it)|(?:did\s+not|didn['\u2019]t|never)\s+(?:once\s+)?"
    r"(?:rise|rose|get\s+up|got\s+up|stir(?:red)?|move[ds]?|budged?|come\s+(?:down|out|away)|came\s+(?:down|out|away)|stop(?:ped)?|finish(?:ed)?|leave|left|"
    r"depart(?:ed)?|set\s+(?:off|out)|get\s+away|go))\b(?!\s+(?:in|at|with)\s+(?:the\s+)?[A-Z])[^.;,:]{0,50}?\b(?:until|till)\s+(?:(?:nearly|almost|about|well|just|after|past|a)\s+)*"
    r"(?:\d{1,2}(?:[:.]\d\d)?(?!\s+(?-i:[A-Z]))|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter|twenty|noon|midday|midnight)\b",
    re.IGNORECASE,
)
"""How long somebody stayed at the place told before, to the hour at which they can have left it."""
_LEFT = frozenset(
    {"left", "leaves", "quit", "quitted", "vacated", "walked out", "came out", "stepped out", "slipped out"}
)
_ROOM = regex(
    r"\s+(?:(?:of|from)\s+)?(?:the|his|her|their|its)\s+(?:[\w-]+\s+){0,2}?(?:room|hall|building|court|courtroom|courthouse|stage|platform|table|"
    r"ground|grounds|pitch|field|studio|theatre|church|chapel|chamber|meeting|party|reception|dinner|dance|concert|"
    r"stadium|green|track|rink|ring|lectern|microphone|witness\s+box|dock|embassy|ministry)\b"
    r"(?!\s+(?:of|in|at)\s+(?:the\s+)?[A-Z])"
)
"""What is left at a place told before, and the place with it: "left the room at noon"."""
_ANY = regex(r"\W*(?:(?:and|but|then)\s+)?(?:an?|another|one)\s+(?!\w+\s+(?:later|after))", re.IGNORECASE)
_BEARING = regex(
    r"\s+(?:off\s+|away\s+|due\s+|straight\s+|on\s+)?(?:(?:north|south)(?:[\s-]?(?:east|west))?|east|west|inland|upriver|downriver|upstream|"
    r"downstream|seaward|eastward|westward|northward|southward)(?:wards?)?\b(?!\s+(?:of|from|to)\b)",
    re.IGNORECASE,
)
"""Where to, without a goal, somebody goes who goes away: "drove north at ten"."""
_OF_THEMSELVES = regex(
    r"\s*(?:(?:again|early|late|alone|together|quietly|unseen|once\s+more|on\s+foot|by\s+\w+|aboard|with|without|before|after|about|around|"
    r"shortly|soon|just|at(?!\s+(?:the|an?|his|her|their)\b)|on|by|in|until|under|into\s+the|as|that|when|while|for)\b[^\n]*|[\s,.;:)\u201d\"\u2014\u2013]*)",
    re.IGNORECASE,
)
"""What may follow a departure that names nothing that was left."""
NEAR = 4
"""Sightings back that a return may reach for the place it began at."""


def _goal(
    timeless: str, clause: Clause, tops: "Sequence[Toponym]", here: "Sequence[Sighting]"
) -> "tuple[Toponym, Verb] | None":
    """The goal that a clause names, and the verb of going there."""
    if clause.subject not in MINE:
        return _rendezvous(timeless, clause, tops)
    stops = {one.toponym.mention.start for one in here}
    for top in tops:
        start = top.mention.start
        if start in stops or _GOAL.search(timeless[clause.start : start]) is None:
            continue
        going = [
            verb
            for verb in clause.verbs
            if (_GOES & set(verb.motions) or verb.form == "bound") and not (verb.doubtful or verb.infinitive)
        ]
        if going:
            return top, going[-1]
    return None


_WAIT = regex(
    r"\b(?:(?:was|were|been|stood|sat|lay)\s+(?:already\s+|still\s+)?(?:waiting|standing\s+by|in\s+hiding)|waits|waited|hid|told\s+\w+\s+to\s+wait|lay\s+in\s+wait|stood\s+by)\b"
)
_WITHOUT = regex(r"\bwithout\s+(?:him|her|them|me|us)\b")
_WAITS_THERE = regex(r"[^.;]*?\b(?:in|at|on|near|by|beside|outside|behind|under)\s+(?:[\w\u2019'-]+\s+){0,6}?\Z")


def _rendezvous(timeless: str, clause: Clause, tops: "Sequence[Toponym]") -> "tuple[Toponym, Verb] | None":
    """The place where others wait, at which somebody then arrives: "Her sons waited near X. She landed at six"."""
    waits = None if not tops or clause.quoted or any(verb.doubtful for verb in clause.verbs) else tops[-1]
    found = None if waits is None else _WAIT.search(timeless, clause.start, waits.mention.start)
    if waits is None or found is None or waits.place is None or waits.place.is_area:
        return None
    there = _WAITS_THERE.fullmatch(timeless, found.end(), waits.mention.start) is not None
    return (waits, clause.verbs[0]) if there and clause.verbs else None


def _is_left(last: Sighting | None, clause: Clause, here: "Sequence[Sighting]", bound: "tuple[Toponym, Verb]") -> bool:
    """Whether somebody who sets out for a goal leaves where they were told to be last."""
    if last is None or here or not {Motion.LEAVE, Motion.START} & set(bound[1].motions) or bound[1].perfect:
        return False
    place = last.toponym.place
    near = clause.sentence - last.clause.sentence <= 1 and clause.paragraph == last.clause.paragraph
    town = place is not None and not place.is_area and place != bound[0].place
    return near and town and last.event is not Event.DEPART


def stop_at(text: str, top: "Toponym", event: Event, clause: Clause, verb: "Verb") -> Sighting:
    """A sighting at a place that was named elsewhere, told by a verb alone."""
    mention = replace(top.mention, start=verb.start, end=verb.end, text=text[verb.start : verb.end])
    return Sighting(replace(top, mention=mention), event, clause, verb, "to" if event is Event.ARRIVE else "from")
