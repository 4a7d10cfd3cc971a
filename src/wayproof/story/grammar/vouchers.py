"""What the papers and the people of a place vouch for: "the register of an inn in X shows that she came at nine"."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import Clause, Subject
from wayproof.story.grammar.verb_senses import sense_of
from wayproof.story.grammar.verbs import is_participle
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.person_nouns import person_noun
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.verbs import Verb

_DETERMINER = r"(?:(?:an?|the|its|their|his|her|one|another|this|that|two|three|both|some)\s+)"
_KEEPER = r"(?P<noun>[\w-]+)\s+(?:[\w\u2019'-]+\s+){0,10}?(?:of|from|at|in|near|outside)\s+(?:the\s+)?"
_PAPER = regex(rf"\W*(?:(?:and|but|then)\s+)?{_DETERMINER}?(?:[\w\u2019'-]+\s+){{0,4}}?{_KEEPER}", re.IGNORECASE)
"""A subject that ends in the name of the place: "the register of a hotel in"."""
_ACCORDING = regex(
    rf"\W*(?:(?:and|but|then)\s+)?(?:according\s+to|by|as\s+per|to\s+judge\s+by|to\s+judge\s+from|judging\s+by|judging\s+from|going\s+by|if)\s+"
    rf"{_DETERMINER}?(?:[\w\u2019'-]+\s+){{0,4}}?{_KEEPER}",
    re.IGNORECASE,
)
_IT = regex(
    r"\W*(?:(?:and|but)\s+)?(?:it|this|that|the\s+[a-z]+)\s+(?:comes|came|is|was|hails|originates|originated|had\s+come)\s+from\s+"
    r"(?:[\w\u2019'-]+\s+){0,6}?(?:(?:of|at|in|near|outside)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
"""A paper told of before: "it comes from the fair in"."""
PAPER_BEFORE = 240
"""Characters before such a clause in which the paper is told of."""
_VOUCHES = regex(
    r"(?:\s+[\w\u2019'-]+){0,4}?\s*(?:,\s[^,;:.!?\n]{1,80})?,?\s*(?:(?:and|which)\s+)?(?:also\s+|duly\s+|\w+ly\s+|does\s+|did\s+|do\s+|has\s+|had\s+|have\s+)?"
    r"(?:shows?|shown|showed|records?|recorded|says?|said|states?|stated|confirms?|confirmed|proves?|proved|notes?|noted|attests?|attested|"
    r"certif(?:y|ies|ied)|documents?|documented|indicates?|indicated|reveals?|revealed|establish(?:es|ed)?|has\s+it|have\s+it|swears?|swore|"
    r"sworn|testif(?:y|ies|ied)|tells?|told\s+(?:police|officers|detectives|reporters|the\s+court|a\s+court|us)|insists?|insisted|recalls?|"
    r"recalled|remembers?|remembered|claims?|claimed|maintains?|maintained|reports?|reported|suggests?|suggested|makes?\s+(?:it\s+)?clear)"
    r"\s*",
    re.IGNORECASE,
)
"""What stands between the name and what is vouched for."""
_NAMES_HIM = regex(
    r"\s+(?:\w+ly\s+)?(?:names?|named|lists?|listed|mentions?|mentioned|includes?|included|counts?|counted|enters?|entered|bears?|bore|"
    r"carr(?:y|ies|ied)|has|have|had|shows?|showed)\s+(?:him|her|them|his|her|their|[A-Z][\w\u2019'-]+)\b[^.;!?\n]{0,40}?\b(?:among|"
    r"present|as\s+(?:present|a\s+guest|arriving|in\s+attendance)|in\s+attendance|signature|name|initials|fingerprints?|thumbprint|card|autograph)\b",
)
"""What a paper of the place has of somebody who was there."""
_TIMED = regex(
    r"\s*,?\s+(?:timed|stamped|dated|printed|issued|punched|bought|paid|validated|franked)\s[^.;!?\n]{2,60}?,?\s+(?:bears?|carr(?:y|ies)|has|"
    r"(?:was|were)\s+(?:later\s+)?(?:found|lying|still|discovered)|lay|turned\s+up|fell\s+(?:out|from))\b[^.;!?\n]{0,60}?\b(?:his|her|their)\b",
)
_OWN_PLACE = regex(
    r"\b(?:in|at|to|into|from|near|outside|off|for|left|leaving|reached|reaching|entered|entering|departed|quit|crossed)\s+(?:the\s+)?[A-Z]"
)
_OPENS_ASIDE = regex(r"\s*,\s")
LONGEST_ASIDE = 4
"""Clauses that an aside between a paper and what it says may take."""
_RESUMES = regex(
    r"\W*with\s+[^,;.]{1,60},\s+(?:has|have|had|shows?|showed|lists?|listed|gives?|records?|recorded|puts|places)\b"
)
"""Where a main clause goes on behind an aside that "with" closed: "with a ribbon on it, shows ..."."""
_HAS = frozenset(
    {"has", "have", "had", "shows", "showed", "show", "places", "puts", "records", "recorded", "gives", "finds"}
)
_IS = frozenset({"was", "were", "is", "are", "been"})
_WAS_THERE = regex(
    r"\s+(?:still\s+|already\s+|then\s+|indeed\s+)?(?:at|in|on|among|present|there|inside|within|aboard|behind|up|back|down|out\s+of\s+bed)\b"
)
_NOT_DONE = frozenset({Motion.SPEECH, Motion.PLAN, Motion.STATIC, Motion.MODAL, Motion.AUX})


def vouched_event(
    text: str, clauses: "Sequence[Clause]", index: int, top: "Toponym"
) -> "tuple[Event, Clause, Verb | None] | None":
    """What a paper or a witness at a place tells of the traveller there, with the clause and the verb that tell it.

    Parameters
    ----------
    text, clauses
        The story and its clauses as the traveller sees them.
    index, top
        Index of the clause that names the place, and the place.
    """
    clause = clauses[index]
    lead, end = text[clause.start : top.mention.start], top.mention.end
    if clause.quoted:
        return None
    if _ACCORDING.fullmatch(lead) is not None and _names_record(lead):
        own = clause.verbs and clause.verbs[0].start >= end and not _OWN_PLACE.search(text, end, clause.end)
        return _deed(text, clause, witness=False) if own else None
    paper = _is_paper(text, clause, lead)
    later = clauses[index + 1] if index + 1 < len(clauses) else None
    if paper and _holds_name(text, clause, later, end):
        return Event.AT, clause, clause.verbs[0] if clause.verbs else None
    if paper and clause.verbs and clause.verbs[0].start >= end and _has_him(text, clause):
        return None if _OWN_PLACE.search(text, end, clause.end) else _deed(text, clause, witness=False)
    after = _vouched(text, clauses, index, end)
    witness = not paper and _is_witness(lead)
    if after is None or not (paper or witness) or _OWN_PLACE.search(text, after.start, after.end):
        return None
    return _deed(text, after, witness=witness)


def _holds_name(text: str, clause: Clause, later: Clause | None, end: int) -> bool:
    """Whether a paper has somebody among those present, or bears a time and a signature."""
    if later is not None and later.sentence == clause.sentence and later.object_is_traveller:
        return _TIMED.match(text, end, later.end) is not None
    named = _NAMES_HIM.match(text, end, clause.end) is not None or _TIMED.match(text, end, clause.end) is not None
    return named and (clause.object_is_traveller or (not clause.verbs and clause.subject is Subject.TRAVELLER))


def _vouched(text: str, clauses: "Sequence[Clause]", index: int, end: int) -> Clause | None:
    """The clause that tells what is vouched for."""
    clause, later = clauses[index], [one for one in clauses[index + 1 : index + 3] if one.verbs]
    if not later or any(one.sentence != clause.sentence for one in later[:1]):
        return None
    if _OPENS_ASIDE.match(text, end) and (closed := _after_aside(text, clauses, index)) is not None:
        return closed
    if _VOUCHES.fullmatch(text, end, clause.end):
        return later[0] if later[0].opener in {"that", "", "how"} else None
    on = later[0].opener in {"and", "which"} and _VOUCHES.fullmatch(text, later[0].start, later[0].end) is not None
    goes_on = len(later) > 1 and later[1].sentence == clause.sentence and later[1].opener in {"that", "how"}
    return later[1] if on and goes_on else None


def _after_aside(text: str, clauses: "Sequence[Clause]", index: int) -> Clause | None:
    """What is vouched for behind an aside: "the book in X, kept by his father, | says | that she landed at nine"."""
    for at in range(index, min(index + 1 + LONGEST_ASIDE, len(clauses))):
        one = clauses[at]
        if one.sentence != clauses[index].sentence:
            return None
        resumes = one.opener == "," or (one.opener == "with" and _RESUMES.match(text, one.start, one.end) is not None)
        if not resumes or not one.verbs or at == index:
            continue
        if _has_him(text, one):
            return one
        after = clauses[at + 1] if at + 1 < len(clauses) else None
        if after is not None and one.verbs[-1].form in _HAS and _goes_on_shown(after, one):
            return after
        if after is not None and after.opener in {"that", "how"} and _VOUCHES.fullmatch(text, one.start, one.end):
            return after if after.verbs else None
    return None


_HIM = regex(r"\s+(?:him|her|them|[A-Z][\w\u2019'-]+)\b")


def _has_him(text: str, clause: Clause) -> bool:
    """Whether a paper has somebody doing something, who then is not who has them: "shows him entered inward"."""
    first = clause.verbs[0]
    shown = clause.object_is_traveller or (
        clause.subject is Subject.TRAVELLER and _HIM.match(text, first.end) is not None
    )
    return shown and first.form in _HAS and not first.doubtful and _shows_deed(clause)


def _goes_on_shown(after: Clause, one: Clause) -> bool:
    """Whether a clause goes on with whom a paper shows: "shows captain | and schooner entered inward on Monday"."""
    mine = after.subject in {Subject.TRAVELLER, Subject.VEHICLE} and after.sentence == one.sentence
    return mine and after.opener == "and" and bool(after.verbs) and _is_done(after.verbs[0])


def _is_done(verb: "Verb") -> bool:
    """Whether a form tells what somebody did, or was noted for: "walking down the steps", "entered inward"."""
    return verb.form.split()[0].endswith("ing") or (verb.motion is Motion.REACH and is_participle(verb.form.split()[0]))


def _shows_deed(clause: Clause) -> bool:
    """Whether a clause has somebody doing something: "has her walking down the steps", "shows her entered inward"."""
    return len(clause.verbs) > 1 and _is_done(clause.verbs[1])


def _names_record(lead: str) -> bool:
    return any(_is_record(word) for word in re.findall(r"[\w-]+", lead))


_OFFICE = regex(
    r"\b(?:harbour|harbor|port|customs|immigration|passport|registry|pilot|quarantine|border|lock|dock|police|toll|shipping|coastguard)\s+"
    r"(?:office|house|desk|authority|authorities|captain|post|service|station|master)\b|\b(?:harbour-?master|customs-?house|registry|front\s+desk|"
    r"reception|gate-?house|weigh-?bridge|turnstiles?|check-in)\b",
    re.IGNORECASE,
)
"""Offices that keep a record of who comes and goes."""


def _is_paper(text: str, clause: Clause, lead: str) -> bool:
    if _OFFICE.search(lead) is not None and _PAPER.fullmatch(lead) is not None:
        return True
    if _IT.fullmatch(lead) is not None:
        return _names_record(text[max(0, clause.start - PAPER_BEFORE) : clause.start])
    return _PAPER.fullmatch(lead) is not None and _names_record(lead)


def _is_record(word: str) -> bool:
    folded = word.casefold()
    return bool({folded, folded.removesuffix("s"), folded.removesuffix("es")} & journey_words("records"))


def _is_witness(lead: str) -> bool:
    found = _PAPER.fullmatch(lead)
    return found is not None and any(person_noun(word) is not None for word in re.findall(r"[\w-]+", lead))


def _deed(text: str, clause: Clause, *, witness: bool) -> "tuple[Event, Clause, Verb] | None":
    """What the clause that is vouched for tells: a deed of the traveller, or one done to them."""
    verb = clause.verbs[1] if clause.verbs[0].form in _HAS and _shows_deed(clause) else clause.verbs[0]
    if verb is not clause.verbs[0]:
        return None if witness or verb.motion in _NOT_DONE else (_event_of(text, verb), clause, verb)
    if verb.doubtful or verb.infinitive or verb.motion in _NOT_DONE:
        return None
    if clause.subject is Subject.OTHER and clause.object_is_traveller:
        hands = journey_words("done_to") | journey_words("hands_on") | journey_words("gives")
        near = {Motion.SEEN, Motion.CARRY} & set(verb.motions) or verb.form in hands
        return (Event.AT, clause, verb) if near and not verb.passive else None
    aboard = clause.subject is Subject.VEHICLE and verb.motion in {Motion.REACH, Motion.LEAVE, Motion.START}
    if witness or not (aboard or clause.subject is Subject.TRAVELLER):
        return None
    if verb.form in _IS and not _WAS_THERE.match(text, verb.end):
        return None
    return _event_of(text, verb), clause, verb


def _event_of(text: str, verb: "Verb") -> Event:
    motion = sense_of(text, verb)
    if motion in {Motion.LEAVE, Motion.START} and not verb.passive:
        return Event.DEPART
    return Event.ARRIVE if motion is Motion.REACH else Event.AT
