"""Stops told by the papers that an office keeps: "the customs shed in X has its own: she presented herself on 2 June".

The office stands with its town in one clause, what somebody did before it in another, which names no place: "X's
harbour office has furnished a slip, signed by him"; "A bank in X has produced a counterfoil. It says that she drew ..."
"""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from wayproof.story.geoparsing.mentions import MentionKind
from wayproof.story.grammar.agents import told_by_agent
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

CLAUSES_BACK = 6
"""How many clauses back the office may be named."""
_PAPER = (
    r"(?:papers?|slips?|sheets?|pages?|ledgers?|registers?|logs?|log-?books?|books?|receipts?|certificates?|entry|entries|documents?|records?|cop(?:y|ies)|"
    r"carbons?|stubs?|counterfoils?|cards?|tickets?|tapes?|films?|footage|photographs?|pictures?|recordings?|videos?|notes?|forms?|files?|lists?|"
    r"manifests?|bills?|invoices?|vouchers?|dockets?|chits?|passes|permits?|statements?|minutes|signatures?|index|diary|diaries|daybook|"
    r"timesheets?|rosters?|tachographs?|printouts?|till-rolls?|till\s+rolls?|roll|folder|dossier|archives?|evidence|proof|clearance)"
)
_KEEPS = regex(
    r"\b(?:has|have|had|keeps?|kept|holds?|held|shows?|showed|shown|furnish(?:e[sd])?|produce[sd]?|suppl(?:y|ies|ied)|submit(?:s|ted)?|released?|"
    r"released|provide[sd]?|publish(?:e[sd])?|found|finds|surrender(?:s|ed)?|sent|sends|dug\s+(?:up|out)|turned\s+up|unearthed|offered|offers|"
    r"preserve[sd]?|possess(?:e[sd])?|retain(?:s|ed)?|gave|gives|exhibit(?:s|ed)?|disclosed?|disclosed|discloses)\s+"
    rf"(?:[\w\u2019'-]+\s+){{0,5}}?{_PAPER}\b",
    re.IGNORECASE,
)
_OFFICE = regex(
    r"\W*(?:(?:and|but|yet|while|however|now|so)\W+)*(?:the|an?|one|another|its)\s+(?:[\w\u2019'-]+\s+){0,4}?(?P<noun>[\w-]+)\s+"
    r"(?:in|at|of|near|outside)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_OF_TOWN = regex(
    r"['\u2019]s?\s+(?:[\w-]+\s+){0,3}?(?P<noun>[\w-]+)\s+(?:has|have|had|keeps|kept|holds|held|shows|showed|\w+ed)\b"
)
_SAYS_IT = regex(
    rf"\b(?:it|which|these|those|they|both|the\s+(?:\w+\s+)?{_PAPER})\s+(?:(?:also|plainly|clearly)\s+)?(?:says?|said|shows?|showed|records?|recorded|"
    r"states?|stated|reads?|notes?|noted|tells?|told|proves?|proved|attests?|attested|certif(?:y|ies|ied)|has\s+it|have\s+it|has|have|had)\b|"
    r"\b(?:according\s+to|by|in|on)\s+(?:it|which|this|these)\b",
    re.IGNORECASE,
)
"""What opens a sentence about the paper that was told of right before."""
_BEFORE_IT = regex(
    r"\b(?:presented\s+(?:himself|herself|themselves)|signed|initialled|checked\s+(?:in|out)|registered|reported|paid|settled|drew|withdrew|cashed|"
    r"handed\s+(?:in|over)|collected|deposited|surrendered|called|arrived|landed|docked|moored|berthed|cleared|took\s+(?:delivery|possession|"
    r"a\s+\w+|the\s+\w+|his|her)|filled|entered|boarded|sailed|left|departed|came|bought|hired|rented|returned|gave|submitted|declared|asked|queued|"
    r"applied|swore|stayed|slept|spent|dined|ate|drank|borrowed|weighed|clocked|logged|punched|validated|posted|sent\s+(?:a|the)\s+"
    r"(?:telegram|cable|parcel|letter|wire)|(?:was|were|had\s+been)\s+(?:admitted|discharged|seen|treated|received|entered|logged|booked|stamped|"
    r"weighed|measured|examined|issued|given|searched|fined|served|present|there|received|registered|x-rayed|stitched|inoculated|vaccinated|"
    r"questioned|held|released|charged|photographed|fingerprinted))\b",
    re.IGNORECASE,
)
"""What somebody does before those who keep a paper of it."""


def with_kept_papers(
    texts: tuple[str, str], clauses: "Sequence[Clause]", toponyms: "Sequence[Toponym]", told: "Sequence[Sighting]"
) -> tuple[Sighting, ...]:
    """The sightings with those that an office has on paper; parameters as :func:`with_destinations`."""
    text = texts[0]
    named = [top for top in toponyms if top.mention.kind is MentionKind.PLACE and top.place is not None]
    starts = [top.mention.start for top in named]
    added: list[Sighting] = []
    for index, clause in enumerate(clauses):
        if bisect_left(starts, clause.start) < bisect_left(starts, clause.end) or clause.quoted:
            continue
        verb = _done_before_it(text, clause)
        if verb is None:
            continue
        for back in range(index - 1, max(-1, index - 1 - CLAUSES_BACK), -1):
            office = clauses[back]
            if (
                office.paragraph != clause.paragraph
                or clause.sentence - office.sentence > 1
                or office.subject is Subject.TRAVELLER
            ):
                break
            low, high = bisect_left(starts, office.start), bisect_left(starts, office.end)
            if high - low != 1:
                if high > low:
                    break
                continue
            if _keeps_paper(text, office, named[low]) and _is_of_paper(text, clauses, back, index):
                added.append(stop_at(text, named[low], Event.AT, clause, verb))
            break
    return tuple(sorted((*told, *added), key=lambda one: one.toponym.mention.start)) if added else tuple(told)


def _done_before_it(text: str, clause: Clause) -> "Verb | None":
    """The verb by which the traveller stands before an office; None for any other clause."""
    agent = told_by_agent(text, clause)
    if agent is not None:
        return agent
    found = _BEFORE_IT.search(text, clause.start, clause.end) if clause.subject is Subject.TRAVELLER else None
    if found is None:
        return None
    verb = next((one for one in clause.verbs if found.start() <= one.start < found.end()), None)
    done = verb is not None and not (verb.doubtful or verb.infinitive)
    return verb if done and not any(Motion.PLAN in one.motions for one in clause.verbs) else None


def _keeps_paper(text: str, clause: Clause, top: "Toponym") -> bool:
    """Whether an office at a place is said to have a paper: "a bank in X has produced a counterfoil"."""
    if _OFFICE.fullmatch(text, clause.start, top.mention.start) is None:
        of_town = _OF_TOWN.match(text, top.mention.end, clause.end)
        if of_town is None or text[clause.start : top.mention.start].strip(" ,;") != "":
            return False
    keeps = _KEEPS.search(text, top.mention.end, clause.end)
    return keeps is not None and not any(verb.doubtful for verb in clause.verbs)


def _is_of_paper(text: str, clauses: "Sequence[Clause]", back: int, index: int) -> bool:
    """Whether a clause tells what stands in the paper: after a colon or "signed by", or in the next sentence."""
    office, clause = clauses[back], clauses[index]
    if clause.sentence == office.sentence:
        joined = any(one.opener in {":", "that", "which", "\u2014", "\u2013"} for one in clauses[back + 1 : index + 1])
        return joined or told_by_agent(text, clause) is not None
    first = next(one for one in clauses[back + 1 : index + 1] if one.sentence == clause.sentence)
    return _SAYS_IT.search(text, first.start, clause.end) is not None
