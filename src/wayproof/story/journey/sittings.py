"""Stops told by the house or the sitting that somebody is in: "stood before its microphone", "took the oath there".

"A theatre in Porto has shown its books, according to which she sang on its stage at nine." "There was a stir at the
inquest in Leeds when he took the oath. At ten he was still in the box."
"""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.destinations import stop_at
from wayproof.story.journey.sightings import Sighting
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

SENTENCES = 3
"""Sentences within which a sitting goes on."""
_OPENS_BACK = 4
"""How many clauses back in its sentence a house may be named."""


def with_sittings(
    texts: tuple[str, str], clauses: "Sequence[Clause]", toponyms: "Sequence[Toponym]", told: "Sequence[Sighting]"
) -> tuple[Sighting, ...]:
    """The sightings with those within houses and sittings; parameters as :func:`with_destinations`."""
    text = texts[0]
    named = [top for top in toponyms if top.mention.kind is MentionKind.PLACE and top.place is not None]
    starts = [top.mention.start for top in named]

    def only(clause: Clause | None) -> "Toponym | None":
        if clause is None:
            return None
        low, high = bisect_left(starts, clause.start), bisect_left(starts, clause.end)
        return named[low] if high - low == 1 else None

    added: list[Sighting] = []
    attended: tuple[Toponym, Clause] | None = None
    for index, clause in enumerate(clauses):
        if clause.subject is not Subject.TRAVELLER or bisect_left(starts, clause.start) < bisect_left(
            starts, clause.end
        ):
            continue
        house, verb = _inside_of(text, clauses, index)
        if verb is not None and (top := only(house)) is not None and house is not None:
            if _THING_IN.fullmatch(text, house.start, top.mention.start):
                added.append(stop_at(text, top, Event.AT, clause, verb))
            continue
        sitting, verb = _takes_part(text, clauses, index)
        if verb is not None and (top := only(sitting)) is not None:
            attended = top, clause
        elif attended is not None:
            verb = _still_attends(text, clause, attended[1])
        if verb is not None and attended is not None:
            added.append(stop_at(text, attended[0], Event.AT, clause, verb))
    return tuple(sorted((*told, *added), key=lambda one: one.toponym.mention.start)) if added else tuple(told)


_OCCASION = regex(
    r"\b(?:hearing|inquest|inquiry|enquiry|trial|tribunal|court|meeting|session|sitting|assembly|conference|congress|debate|congregation|"
    r"auction|sale)\s+(?:in|at)\s+(?:the\s+)?(?-i:[A-Z])",
    re.IGNORECASE,
)
"""What others attend when somebody is called there: "there was a stir at the inquest in X | when she took the oath"."""
_TAKES_PART = regex(
    r"\b(?:answered\s+(?:to\s+)?(?:his|her)\s+name|took\s+(?:the\s+(?:witness\s+)?(?:stand|oath|floor|chair|rostrum|box)|(?:his|her)\s+seat)|"
    r"rose\s+to\s+(?:speak|reply|answer)|stood\s+up|gave\s+evidence|was\s+(?:sworn|called)|entered\s+the\s+(?:witness\s+)?box|"
    r"(?:walked|strode|came|slipped|strolled)\s+in)\b",
    re.IGNORECASE,
)


def _takes_part(text: str, clauses: "Sequence[Clause]", index: int) -> "tuple[Clause | None, Verb | None]":
    """The clause of what others attend, and the verb by which the traveller takes part in it."""
    clause, before = clauses[index], clauses[index - 1] if index else None
    found = _TAKES_PART.search(text, clause.start, clause.end)
    if found is None or before is None or before.sentence != clause.sentence or clause.opener not in {"when", "as"}:
        return None, None
    verb = next((one for one in clause.verbs if found.start() <= one.end <= found.end()), None)
    done = verb is not None and not verb.doubtful and not any(one.doubtful for one in before.verbs)
    sits = (
        done
        and before.subject is not Subject.TRAVELLER
        and _OCCASION.search(text, before.start, before.end) is not None
    )
    return (before, verb) if sits else (None, None)


_STILL_ATTENDS = regex(
    r"\b(?:under\s+oath|on\s+oath|in\s+the\s+(?:witness\s+)?box|on\s+the\s+(?:witness\s+)?stand|giving\s+evidence|testifying|in\s+the\s+dock|"
    r"in\s+the\s+witness\s+chair|being\s+(?:sworn|questioned|cross-examined))\b",
    re.IGNORECASE,
)


def _still_attends(text: str, clause: Clause, first: Clause) -> "Verb | None":
    """The verb of a later clause about the same sitting, told with its hour: "at ten he was under oath"."""
    near = clause.paragraph == first.paragraph and clause.sentence - first.sentence <= SENTENCES
    verb = clause.verbs[0] if near and clause.verbs else None
    found = verb is not None and not (verb.doubtful or verb.perfect or verb.infinitive)
    return verb if found and _STILL_ATTENDS.search(text, clause.start, clause.end) else None


_THING_IN = regex(
    r"\W*(?:(?:and|but|yet)\s+)?(?:the|an?|one|another)\s+(?:[\w\u2019'-]+\s+){1,4}?(?:in|at|of|near|outside)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_OF_IT = regex(
    r"\b(?:before|at|on|in|into|through|inside|outside|from|behind|against|across|by)\s+its\s+(?:[\w-]+\s+){0,2}?"
    r"(?:microphones?|stage|studios?|desk|counter|lobby|pulpit|bar|ring|platform|doors?|gates?|steps|hall|dining-?\s*room|reception|"
    r"kitchen|stairs|cellar|roof|terrace|veranda|garden|yard|pool|tables?|beds?|wards?|cameras?|lifts?|altar|organ|piano|floor|rooms?|"
    r"windows?|front|premises|ward|courtyard|library|chapel)\b",
    re.IGNORECASE,
)
"""A part of a house that was named with its town: "stood before its microphone"."""


def _inside_of(text: str, clauses: "Sequence[Clause]", index: int) -> "tuple[Clause | None, Verb | None]":
    """The clause that names the house somebody is told to be in: "a theatre in X says | that he stood on its stage"."""
    clause = clauses[index]
    found = _OF_IT.search(text, clause.start, clause.end)
    verb = None if found is None else next((one for one in reversed(clause.verbs) if one.end <= found.start()), None)
    if verb is None or verb.doubtful or verb.infinitive or Motion.PLAN in verb.motions:
        return None, None
    first = next((one for one in clauses[max(0, index - _OPENS_BACK) : index] if one.sentence == clause.sentence), None)
    apart = (
        first is not None and first.subject is not Subject.TRAVELLER and not any(one.doubtful for one in first.verbs)
    )
    return (first, verb) if apart else (None, None)
