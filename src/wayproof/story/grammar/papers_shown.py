"""Papers shown elsewhere than where they were made out: "counsel handed in a receipt from a shop in X"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.regexes import regex
from wayproof.story.vocabulary.verb_forms import verb_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

_PAPER = (
    r"(?:receipts?|bills?|invoices?|tickets?|stubs?|counterfoils?|cheques?|checks?|slips?|vouchers?|dockets?|chits?|forms?|cards?|passes|permits?|"
    r"notes?|waybills?|till-rolls?|till\s+rolls?|printouts?|statements?|certificates?|prescriptions?|coupons?|labels?|tags?|pages?|sheets?|manifests?|"
    r"registers?|ledgers?|log-?books?|books?|films?|tapes?|footage|photographs?|pictures?|videos?|recordings?|entry|entries|programmes?|menus?)"
)
_SHOWN = regex(
    rf"\b(?:an?|the|one|two|three|another|his|her|their|its)\s+(?:[\w\u2019'-]+\s+){{0,3}}?{_PAPER}\s+(?:from|of|issued\s+(?:by|at|in)|cashed\s+(?:at|in|by)|"
    r"made\s+out\s+(?:by|at|in)|printed\s+(?:by|at|in)|drawn\s+on|stamped\s+(?:by|at|in)|bought\s+(?:at|in|from)|kept\s+(?:by|at|in))\s+"
    r"(?:[\w\u2019'-]+\s+){0,7}?(?:(?:in|at|of|near|outside)\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""A paper with the place where it was made out, up to the name of the place."""
_SHOWS = frozenset(
    {"produced", "produces", "handed", "handed in", "handed over", "submitted", "submits", "showed", "shows", "shown"}
    | {
        "presented",
        "presents",
        "tendered",
        "tenders",
        "put",
        "put in",
        "laid",
        "filed",
        "files",
        "lodged",
        "offered",
        "offers",
    }
    | {
        "supplied",
        "supplies",
        "furnished",
        "sent",
        "sends",
        "posted",
        "brought",
        "brings",
        "attached",
        "enclosed",
        "exhibited",
    }
    | {
        "waved",
        "pulled",
        "pulled out",
        "found",
        "kept",
        "keeps",
        "has",
        "have",
        "had",
        "holds",
        "hold",
        "held",
        "relies",
        "relied",
    }
    | {
        "rely",
        "points",
        "pointed",
        "cites",
        "cited",
        "quotes",
        "quoted",
        "read",
        "read out",
        "unearthed",
        "dug",
        "recovered",
        "seized",
    }
    | {
        "was",
        "is",
        "are",
        "were",
        "discovered",
        "possesses",
        "retained",
        "delivered",
        "surrendered",
        "passed",
        "gave",
        "gives",
        "given",
    }
)
"""What is done with a paper wherever it comes from."""
_THERE_IS = frozenset({"was", "is", "are", "were", "put", "put in", "kept", "keeps"})
"""Those of them that tell where a paper is, and what may be done to one at its place."""
_LETTER = regex(
    r"\b(?:letters?|cards?|postcards?|telegrams?|cables?|messages?|e-?mails?|affidavits?|parcels?|references?|testimonials?|replies|reply|statements?)\s+"
    r"from\s+(?:[\w\u2019'-]+\s+){0,7}?(?:(?:in|at|of|near|outside)\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""What others have sent from a place."""
_STRAIGHT_FROM = regex(r"\bfrom\s+(?:the\s+)?\Z")
"""What the traveller sends from a place: "sent a postcard from X"."""
_RELIES = regex(
    r"[^.;:!?\n]{1,60}?\b(?:relies|rely|rests?|leans?|depends?|hangs?|turns?)\s+(?:\w+ly\s+)?(?:on|upon)\b",
    re.IGNORECASE,
)
_MADE_OUT = regex(
    r"\W*(?:(?:and|also|duly|clearly|\w+ly)\s+)*(?:signed|initialled|countersigned|stamped|timed|dated|punched|franked|made\s+out|filled\s+in|filled\s+out|"
    r"completed|printed|validated|issued|bearing|inscribed|autographed|receipted|cancelled|clipped)\b(?P<by>\s+(?:\w+ly\s+)?by\b|\s+(?:in|to)\s+(?:his|her|the)\b)?",
    re.IGNORECASE,
)
_WHERE = regex(r",?\s+(?:where|(?:at|in)\s+which)\b")
_HIM = regex(r"\s+(?:him|her|them)\b")
_TIMED = regex(r"\W*(?:and\s+)?(?:stamped|timed|dated|punched|franked|printed|validated|issued)\b", re.IGNORECASE)
_OWN = regex(
    r"\W*(?:(?:and|but|yet|while)\s+)?(?:his|her|their)\s+(?:own\s+)?(?:lawyers?|counsel|solicitors?|barristers?|advocates?|attorneys?|wife|husband|"
    r"mother|father|brother|sister|son|daughter|defence|defenders?|side|employers?|firm|union|agents?|friends?|landlady|landlord)\b",
    re.IGNORECASE,
)
"""Those who show somebody's papers for them."""
REACH = 3
"""Clauses after that of the paper in which stands who signed it and when."""


def is_shown(text: str, clause: Clause, verb: "Verb | None", top: "Toponym") -> bool:
    """Whether a name only tells where a paper was made out that somebody shows: "produced a bill from an inn in X"."""
    mine = clause.subject in {Subject.TRAVELLER, Subject.OTHER} and verb is not None
    if not mine or verb is None or verb.end > top.mention.start or verb.form not in _SHOWS - _THERE_IS:
        return False
    stays = _WHERE.match(text, top.mention.end) is not None  # "the bill of an inn in X where she slept"
    sends = verb.form in verb_forms("sends") and _STRAIGHT_FROM.search(text, verb.end, top.mention.start) is not None
    return not (stays or sends) and any(paper.search(text, verb.end, top.mention.start) for paper in (_SHOWN, _LETTER))


def paper_event(
    text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym"
) -> "tuple[Event, Clause, Verb | None] | None":
    """Presence where a paper was made out that the traveller signed, or that is shown as theirs.

    Parameters
    ----------
    text, clauses
        The story and its clauses as the traveller sees them.
    index, top
        Index of the clause that names the place, and the place.
    """
    clause = clauses[index]
    before = [verb for verb in clause.verbs if verb.end <= top.mention.start]
    if clause.quoted or any(verb.doubtful or verb.infinitive for verb in before):
        return None
    relies = _RELIES.match(text, clause.start, top.mention.start)  # no verb of any list
    shown = [verb.end for verb in before if verb.form in _SHOWS] + ([relies.end()] if relies else [])
    if not any(_SHOWN.search(text, at, top.mention.start) for at in shown):
        return None
    told = []
    rest = [one for one in clauses[index + 1 : index + 1 + REACH] if one.sentence == clause.sentence and one.verbs]
    for one, start in ((clause, top.mention.end), *((later, later.start) for later in rest)):
        found = _MADE_OUT.match(text, start, one.end)
        if found is None and one is not clause:
            break
        if found is None:
            continue
        himself = one.subject is Subject.TRAVELLER and _HIM.match(text, found.end()) is not None
        if found["by"] and not (one.object_is_traveller or himself):
            return None  # "signed by the mayor"
        told.append((one, found["by"] is not None))
    own = clause.subject is Subject.TRAVELLER or _OWN.match(text, clause.start, clause.end) is not None
    if not told or not (own or any(by for _, by in told)):
        return None
    timed = next((one for one, _ in told if _TIMED.match(text, one.start, one.end)), told[0][0])
    return Event.AT, timed, next((verb for verb in timed.verbs if verb.start > top.mention.end), timed.verbs[0])
