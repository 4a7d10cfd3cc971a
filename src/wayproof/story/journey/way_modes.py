"""How each way of a journey was made: the means that the clauses between two visits name."""

import math
import re
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.grammar.verbs import is_participle
from wayproof.story.itineraries.itinerary import Event, Visit
from wayproof.story.journey.told_warplanes import carries_nobody
from wayproof.story.vocabulary.last_stretches import without_last_stretch
from wayproof.story.vocabulary.mode_words import SPECIFIC_AIR
from wayproof.story.vocabulary.modes import means_in, modes_in, whole_way
from wayproof.story.vocabulary.motion import MOVING
from wayproof.story.vocabulary.older_ways import without_older_ways
from wayproof.story.vocabulary.regexes import regex
from wayproof.story.vocabulary.traffic import ends_row
from wayproof.world.geodesy import distance_km
from wayproof.world.places import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.journey.drafts import Draft
    from wayproof.story.journey.sightings import Sighting


def on_stated_ways(text: str, ordered: "Sequence[Draft]", visits: tuple[Visit, ...]) -> tuple[Visit, ...]:
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


_BY_AIRLINE = regex(
    (
        r"\b(?:airliner|airline|scheduled|ticket|boarding\s+pass|economy|business\s+class|"
        r"first\s+class|stewardess|cabin\s+crew|boeing|airbus|concorde)\b"
    ),
    re.IGNORECASE,
)


def one_aircraft(visits: tuple[Visit, ...], text: str) -> tuple[Visit, ...]:
    """Visits with "the aircraft" made exact: in a story that names one small aircraft and no airline it is that one."""
    visits = _by_warplane(visits, text)
    if not any("air" in visit.modes for visit in visits):
        return visits
    named = SPECIFIC_AIR & set(modes_in(without_older_ways(text)))
    if len(named) != 1 or _BY_AIRLINE.search(text):
        return visits
    kind = next(iter(named))
    reach_km = REACH_KM.get(kind, math.inf)
    return tuple(
        replace(visit, modes=tuple(dict.fromkeys(kind if mode == "air" else mode for mode in visit.modes)))
        if _apart_km(visits[max(0, at - 1)], visit) <= reach_km
        else visit
        for at, visit in enumerate(visits)
    )


REACH_KM = {"helicopter": 700.0}
"""How far one of a kind flies: what takes somebody farther is another aircraft, even if no other is named."""


def _place_km(first: "Sighting", second: "Sighting") -> float:
    one, other = first.toponym.place, second.toponym.place
    return distance_km(one.lat, one.lon, other.lat, other.lon) if one is not None and other is not None else 0.0


def _apart_km(first: Visit, second: Visit) -> float:
    return distance_km(first.place.lat, first.place.lon, second.place.lat, second.place.lon)


def _by_warplane(visits: tuple[Visit, ...], text: str) -> tuple[Visit, ...]:
    """Visits with a warplane that the words from the stop before on name: "took an SR-71 over X. He was over Y"."""
    changed = list(visits)
    for index, (first, second) in enumerate(pairwise(visits), start=1):
        low, high = first.start, second.end
        told = low is not None and high is not None and low < high and _WARPLANE in modes_in(text[low:high])
        if (told and not second.modes) or (
            index == 1 and low is not None and second.modes in _FLOWN and _WARPLANE in modes_in(_lead(text, low))
        ):
            changed[index] = replace(second, modes=(_WARPLANE,))
        elif (
            not second.modes and changed[index - 1].modes == (_WARPLANE,) and None in {first.earliest, second.earliest}
        ):
            changed[index] = replace(second, modes=(_WARPLANE,))  # over what it only flew
    return tuple(changed)


def _lead(text: str, low: int) -> str:
    """What the sentence before the first stop says that the craft was: "the culprit was a naval fighter"."""
    lead = _NAMED_IN_LEAD.search(text, max(0, low - LEAD_CHARACTERS), low)
    before = text[max(text.rfind(". ", 0, lead.start()), low - LEAD_CHARACTERS, 0) : lead.end("craft")] if lead else ""
    return "" if lead is None or carries_nobody(before) else lead["craft"]


_WARPLANE = "military_jet"
_FLOWN = ((), ("air",))
LEAD_CHARACTERS = 200
"""Characters before the first stop within which the craft of the way is named."""
_NAMED_IN_LEAD = regex(
    r"\b(?:was|were|is|by|in|with|flew|flying|aboard|came\s+from)\s+(?:only\s+|that\s+of\s+)?(?:an?|one\s+of\s+the)\s+(?P<craft>[^.;:!?\n]{0,60})[.;:]\s+[^.;:!?\n]*\Z"
)
"""A craft named in the sentence before: "The noise was that of a jet fighter."."""
ASIDE_CLAUSES = 8
"""How many clauses "having come by taxi, the ordinary flight and another taxi" may have."""


def clause_start(clause: Clause) -> int:
    """Where a clause begins, to search a sequence of them by."""
    return clause.start


def told_by_traveller(clause: Clause) -> bool:
    """Whether a clause tells of the traveller, or of what carries the traveller."""
    return clause.subject in {Subject.TRAVELLER, Subject.VEHICLE} or clause.object_is_traveller


def _is_come(previous: "Sighting", here: "Sighting") -> bool:
    """Whether an earlier sentence tells how somebody came to a place, so that its means are not those of the way on."""
    comes = previous.verb is not None and bool(MOVING & set(previous.verb.motions))
    place = previous.toponym.place
    # "went through the control on the bridge, on foot, and was in X at noon": so one goes over a bridge
    gate = place is not None and (place.kind is Kind.CROSSING or place.feature in _GATES)
    return comes and (previous.clause.sentence != here.clause.sentence or (gate and here.verb != previous.verb))


_GATES = frozenset({"bridge", "tunnel", "border crossing", "border post", "checkpoint", "crossing place"})


def modes_of_way(  # noqa: C901 - the places where a mode can be named, one by one
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
            pieces_before = _rest_of_sentence(text, previous.clause, clauses)
            return means_in(" . ".join([*pieces_before, text[here.clause.start : here.clause.end]]))
        low = high
    if here.clause.paragraph - previous.clause.paragraph > 1:
        low = high
    pieces: list[str] = []
    for clause in clauses[bisect_left(clauses, low, key=clause_start) :]:
        if clause.sentence > here.clause.sentence:
            break
        piece = text[clause.start : clause.end]
        if clause.start == here.clause.start:
            # "lifted off from Kansai in a jet": the way on from here, not the way here
            if here.event is not Event.DEPART or previous.clause.start == clause.start:
                pieces.append(piece)
        elif clause.start == previous.clause.start:
            leaves = previous.event is Event.DEPART
            piece += _main_of_aside(clause, clauses, text) if leaves else ""
            # "crossed the line at X on foot. The same evening he was in Y": how he came to X
            if leaves or not _is_come(previous, here):
                end = previous.toponym.mention.end
                seen = None if leaves else _AS_SEEN.match(text, end, clause.end)
                pieces.append(piece if leaves else text[seen.end() if seen else end : clause.end])
        elif (
            clause.start < high
            and not (_is_denied(text, clause) or ends_row(text, clause.start))
            and (
                told_by_traveller(clause)
                or clause.opener in {"with", "which"}
                or (clause.opener == "where" and clause.subject is not Subject.OTHER)
                or (clause.quoted and clause.subject is Subject.UNCLEAR and previous.verb is None)
            )
            and clause.paragraph == here.clause.paragraph
        ):
            pieces.append(piece)
        elif (
            clause.start > high
            and clause.sentence == here.clause.sentence
            and re.match(
                r"[\s,]*(?:having\s+(?:come|travelled|flown|driven|made)|by\b|never\s+leaving\b|"
                r"[^;]*\bafter\s+(?:[\w-]+\s+){1,4}(?:minutes|hours|days|nights?|hour)\s+(?:in\s+the\s+air|(?:on|aboard|in)\s+an?\b))",
                piece,
                re.IGNORECASE,
            )
        ):
            pieces.append(
                " ".join(
                    text[other.start : other.end]
                    for other in clauses[bisect_left(clauses, clause.start, key=clause_start) :][:ASIDE_CLAUSES]
                    if other.sentence == clause.sentence
                )
            )
    km = _place_km(previous, here)
    kept = [without_last_stretch(piece, km) for piece in pieces]
    # "boarded Concorde for X. Another helicopter brought him on to Y": what is told between, or nothing
    means = means_in(" . ".join(kept)) if kept != pieces else _told_about(text, ordered, index, clauses, pieces)
    airports = {one.toponym.place.kind for one in (previous, here) if one.toponym.place is not None} & {Kind.AIRPORT}
    return means or (("air",) if airports and any(_IN_THE_AIR.search(piece) for piece in pieces) else ())


_AS_SEEN = regex(
    r"\W*(?:still\s+)?(?:on|in)\s+(?:(?:his|her|their|a\s+pair\s+of)\s+)?(?:[a-z]+\s+)?(?:skis|skates|snowshoes)\b"
)
"""What somebody stood on who was seen at a stop: "stood in X, on skis"."""
_IN_THE_AIR = regex(
    r"\b(?:took\s+off|taken\s+off|lifted\s+off|touched\s+down|landed|checked\s+in|went\s+through\s+security|(?:boarding|departure)\s+(?:card|pass|gate|lounge))\b",
    re.IGNORECASE,
)
"""What somebody does at an airport who flies, though no aircraft is named."""


def _told_about(
    text: str, ordered: "Sequence[Draft]", index: int, clauses: "Sequence[Clause]", pieces: "Sequence[str]"
) -> tuple[str, ...]:
    """The means that the words of a way tell, or else those about it: before the sentence, of the vehicle, after it."""
    here, previous = ordered[index].way or ordered[index].sighting, ordered[index - 1].sighting
    start = clauses[bisect_left(clauses, previous.clause.sentence, key=_sentence)].start
    way = text[min(start, here.clause.start) : here.clause.end]
    return (
        means_in(" . ".join(pieces))
        or means_in(_opening(text, here.clause, clauses) + _verb_before(text, here.clause, clauses))
        or _same_vehicle(text, here.clause, clauses)
        or whole_way(_afterwards(text, ordered, index, clauses), way)
    )


_STAYED_IN = regex(
    r"\b(?:never|not|nor|without)\s+(?:once\s+|ever\s+|to\s+)?(?:left|leave|leaving|quit|quitting|got\s+(?:out\s+of|off|down\s+from)|"
    r"get\s+(?:out\s+of|off|down\s+from)|getting\s+(?:out\s+of|off)|stepped\s+(?:out\s+of|off|from)|stepping\s+(?:out\s+of|off|from)|"
    r"climbed\s+out\s+of|dismounted\s+from|stirred\s+from|changed|parted\s+(?:from|with)|let\s+go\s+of)\s+(?:the|his|her|its|their)\b"
)


def _is_denied(text: str, clause: Clause) -> bool:
    """Whether a clause tells only of what was not done: "he had not flown", not "she never left the train"."""
    denied = bool(clause.verbs) and all(verb.doubtful for verb in clause.verbs)
    return denied and _STAYED_IN.search(text, clause.start, clause.end) is None


def _afterwards(text: str, ordered: "Sequence[Draft]", index: int, clauses: "Sequence[Clause]") -> str:
    """What the paragraph tells after an arrival and before the next stop."""
    here = ordered[index].sighting.clause
    stop = ordered[index + 1].sighting.clause.start if index + 1 < len(ordered) else len(text)
    low = bisect_left(clauses, here.end, key=clause_start)
    after = [one for one in clauses[low : low + ASIDE_CLAUSES] if one.paragraph == here.paragraph]
    end = min(stop, after[-1].end) if after else here.end
    return text[here.end : end]


def _same_vehicle(text: str, clause: Clause, clauses: "Sequence[Clause]") -> tuple[str, ...]:
    """The means that a vehicle named before in the paragraph is: "The sloop passed X at noon and anchored off Y"."""
    at = bisect_left(clauses, clause.start, key=clause_start)
    for one in reversed(clauses[max(0, at - VEHICLE_REACHES) : at + 1]):
        if one.paragraph != clause.paragraph or one.subject is not Subject.VEHICLE:
            break
        met = ends_row(text, one.start)
        means = means_in(text[one.start : one.verbs[0].start]) if one.verbs and not met else ()
        if means:
            return means
    return ()


VEHICLE_REACHES = 6
"""How many clauses on a vehicle may go without being named again."""


_BY_MEANS = regex(r"\W*(?:on|by|in|aboard|riding|driving)\b", re.IGNORECASE)


def _opening(text: str, clause: Clause, clauses: "Sequence[Clause]") -> str:
    """The words before the first comma of the sentence, where they name a means: "On skis, she says, she crossed"."""
    first = clauses[bisect_left(clauses, clause.sentence, key=_sentence)]
    comma = text.find(",", first.start, first.start + LONGEST_OPENING)
    return text[first.start : comma] if comma > 0 and _BY_MEANS.match(text, first.start) else ""


def _verb_before(text: str, clause: Clause, clauses: "Sequence[Clause]") -> str:
    """The clause before one without a verb, which it goes on with: "X, a baker, drove with two sons | from A to B"."""
    at = bisect_left(clauses, clause.start, key=clause_start)
    before = clauses[at - 1] if at > 0 and not clause.verbs else None
    if before is None or before.sentence != clause.sentence or not told_by_traveller(before):
        return ""
    # "walked slowly, | held at both elbows, through the hall at X": the words on the place may make it a step
    return f" . {text[before.start : clause.end]}"


def _main_of_aside(clause: Clause, clauses: "Sequence[Clause]", text: str) -> str:
    """The clause before one that opens with a participle: "drove his lorry, | loaded with onions, out of X"."""
    at = bisect_left(clauses, clause.start, key=clause_start)
    before = clauses[at - 1] if at > 0 and clause.verbs and clause.opener == "," else None
    if before is None or before.sentence != clause.sentence or not told_by_traveller(before):
        return ""
    first = clause.verbs[0]
    opens = not text[clause.start : first.start].strip(" ,")
    aside = opens and (first.form.endswith("ing") or is_participle(first.form))
    return f" . {text[before.start : before.end]}" if aside else ""


LONGEST_OPENING = 80
"""Characters of a means before the subject of a sentence."""


def _sentence(clause: Clause) -> int:
    return clause.sentence


def _rest_of_sentence(text: str, clause: Clause, clauses: "Sequence[Clause]") -> list[str]:
    """A clause and what its sentence goes on to tell of the traveller: "had driven out of X | and boarded a jumbo"."""
    low = bisect_left(clauses, clause.start, key=clause_start)
    row = clauses[low : low + ASIDE_CLAUSES]
    return [
        text[one.start : one.end]
        for one in row
        if one.sentence == clause.sentence and (one.start == clause.start or told_by_traveller(one))
    ]


def _told_together(first: Clause, second: Clause) -> bool:
    """Whether two clauses stand in the same paragraph."""
    return first.paragraph == second.paragraph
