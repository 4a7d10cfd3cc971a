"""Verbs of a stretch of text, with voice and mood as far as words show them."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wayproof.story.grammar.denials import is_denied_before
from wayproof.story.grammar.done_infinitives import done_infinitives
from wayproof.story.grammar.noun_forms import is_gerund, is_noun, opens
from wayproof.story.grammar.present_forms import is_plural
from wayproof.story.grammar.verb_moods import GOING_ON, REACH_OF_TIME, TOOK_TIME, is_meant
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import MOVING, NEGATIONS, Motion, form_of, verb_classes, verb_matches
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb form in a clause.

    Attributes
    ----------
    start, end
        Offsets in the text.
    motions
        The classes it can have; the first is the active sense.
    passive
        After a form of "be": "was taken to".
    infinitive
        After "to": "decided to leave".
    perfect
        After "had" or "having": told out of its turn, it happened before.
    doubtful
        Negated, or after a modal ("would", "could"): told as not done.
    form
        The words, folded.
    current
        After "has" or "have": how things stand now.
    """

    start: int
    end: int
    motions: tuple[Motion, ...]
    passive: bool
    infinitive: bool
    perfect: bool
    doubtful: bool
    form: str
    current: bool = False

    @property
    def motion(self) -> Motion:
        """The class that fits the verb's voice."""
        other_way = [motion for motion in self.motions if (motion in {Motion.CARRY, Motion.SEEN}) == self.passive]
        return other_way[0] if other_way else self.motions[0]


_POSTS = frozenset({"posted", "posts", "posting", "mailed", "mails"})
_MAIL = regex(
    r"\s+(?:off\s+)?(?:an?|the|his|her|their|some|several|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a\s+dozen|\d+)\s+(?:[\w-]+\s+){0,2}"
    r"(?:parcels?|letters?|cards?|postcards?|packages?|packets?|cheques?|envelopes?|applications?|forms?|ballots?|tapes?|films?|manuscripts?)\b"
)
"""What is posted where somebody is, and is no notice: "posted eleven cards"."""
_OPINES = frozenset({"held", "holds", "bet", "bets", "wagered", "boasted", "boasts", "ruled", "rules"})
_OPINED = regex(
    r"\s+(?:(?:him|her|them|\w+ly)\s+)?that\s+(?:an?|the|he|she|they|it|nobody|no|anybody|any|his|her|one)\b",
    re.IGNORECASE,
)
"""What follows a verb of holding or betting that is one of telling: "held that a man could leave X"."""
_CLAIMS = frozenset({"claimed", "claims", "reclaimed", "reclaims"})
_CLAIMED = regex(
    r"\s+(?:back\s+)?(?:an?|the|his|her|their|its|two|three)\s+(?:[\w-]+\s+){0,2}?(?:umbrella|bags?|baggage|luggage|suitcases?|trunks?|cases?|parcels?|"
    r"coat|hat|dog|cat|rucksack|backpack|kit|box(?:es)?|crates?|prizes?|seats?|keys?|belongings|bicycle|cello|skis|instrument|room|bed|berth|pram|"
    r"wallet|passport|car|trophy|medal)\b"
)
"""What is claimed where it is kept, and is no assertion: "claimed her trunk at X"."""
REACH_OF_AUXILIARY = 40
_SOMEBODY = regex(r"\s(?:him|her|them|me|us)\s", re.IGNORECASE)
_MAY = regex(r"(?<=\d\s)May\b|\bMay(?=\s+\d)")
_NONE = regex(
    r"\s+(?:in\s+)?(?:no(?!\s+(?:farther|further|nearer|closer)\s+than\b)|nothing|nobody|neither|none)\b", re.IGNORECASE
)
_FARTHER = regex(r"\s+(?:any\s+|much\s+)?(?:farther|further)\s+(?:\w+\s+)?than\b", re.IGNORECASE)
"""What makes "did not get | further than X" tell how far somebody got."""


def find_verbs(text: str, start: int, end: int) -> tuple[Verb, ...]:
    """Verbs of ``text[start:end]`` in order; auxiliaries only colour the verb after them."""
    classes = verb_classes()
    found: list[Verb] = []
    for match in verb_matches(text, start, end):
        word = form_of(match.group())
        said = _SAID_TO.match(text, match.start()) is not None  # "is alleged to have been in X"
        acts = said or _USED.match(text, match.start()) or is_gerund(text, match.start(), word)
        if (word in journey_words("not_verbs") and not acts) or (
            match.group()[0].isupper()
            and ((match.start() > start + 2 and not opens(text, match.start())) or _ASKED_OF.match(text, match.start()))
        ):
            continue
        motions = classes.get(word, (Motion.OTHER,))
        if motions[0] is Motion.REACH and Motion.SEEN not in motions and _SOMEBODY.search(match.group()):
            motions = (Motion.CARRY,)  # "pulled her up a bank"
        if word in _POSTS and _MAIL.match(text, match.end()):
            motions = (Motion.OTHER,)
        if word in _CLAIMS and _CLAIMED.match(text, match.end()):
            motions = (Motion.OTHER,)
        if word in _OPINES and _OPINED.match(text, match.end()):
            motions = (Motion.SPEECH,)
        if motions[0] is Motion.MODAL:
            continue
        before = found[-1] if found else None
        if motions[0] is not Motion.AUX and _names_things(text, start, match, word, before):
            continue
        verb = _verb(text, start, match.span(), motions, word)
        if word.endswith("ing") and GOING_ON.search(text, max(start, verb.start - REACH_OF_AUXILIARY), verb.start):
            verb = replace(verb, doubtful=True)  # "will go on changing at X"
        found.append(verb)
    more = [
        _verb(text, start, span, motions, word)
        for span, motions, word in done_infinitives(text, start, end)
        if not any(one.start <= span[0] < one.end for one in found)
    ]
    found = sorted([*found, *more], key=lambda one: one.start) if more else found
    return tuple(_without_auxiliaries(found, text))


def _names_things(text: str, low: int, match: re.Match[str], word: str, before: Verb | None) -> bool:
    """Whether a form is a noun where it stands: "the stop", "exchanged jokes", "a dealer in hides"."""
    if is_noun(text, *match.span(), word) or is_plural(text, *match.span(), word):
        return True
    if word == "head" and _COUNTS.search(text, max(low, match.start() - REACH_OF_AUXILIARY), match.start()):
        return True  # "five hundred head from his ranch"
    if not word.endswith("s"):
        return False
    if before is not None and _is_object(text, before, match.start()):
        return True
    return _BEHIND_PREPOSITION.search(text, max(low, match.start() - REACH_OF_AUXILIARY), match.start()) is not None


def _is_object(text: str, before: Verb, start: int) -> bool:
    """Whether a form in -s stands right after a past deed, so that it is a noun: "took notes", "exchanged jokes"."""
    past = before.form.endswith("ed") or before.form in {"took", "told", "made", "had", "gave", "got", "swapped"}
    return past and text[before.end : start].strip() == ""


_COUNTS = regex(r"(?:\d|\b(?:hundred|thousand|dozen|score|\w+ty|\w+teen|ten|twelve))\s+$", re.IGNORECASE)
_BEHIND_PREPOSITION = regex(r"\b(?:in|of|with|for|from|by|without|into|about|between|against|among|than|per)\s+$")
"""What a form in -s stands right behind that is a noun: "lived by rides on buses", "the price of stops"."""


_SAID_TO = regex(r"alleged\s+to\s+(?:have|be)\b")
_USED = regex(
    r"(?:used|hired|rented|occupied|divided|disputed|ringed)\s+(?:an?|the|his|her|their|its|my|our|another|one|two|three|four|several|it|some|"
    r"him|them)\b"
)
"""A deed, and neither a habit nor an adjective: "used a cash machine in X", "hired a car in X"."""


_ON_RECORD = regex(
    r"\s+(?:him|her|them|me|us)\s+(?:on\s+(?:radar|camera|film|tape|video|cctv|record|screen|their\s+books)\b|"
    r"(?:on|at)\s+(?:the\s+)?(?:\d|noon\b|midnight\b|\w+day\b|morning\b|evening\b))|"
    r"\s+(?:his|her|their)\s+(?:\w+\s+)?(?:signature|fingerprints?|initials|autograph)\b|"
    r"\s+(?:him|her|them|me|us)\s+(?:safely\s+|back\s+|ashore\s+)?(?:in|at)\s+(?:the\s+)?(?-i:[A-Z])",
    re.IGNORECASE,
)


_RUMOUR = regex(
    r"\b(?:rumours?|rumors?|gossips?|story|stories|legends?|tradition|neighbours|neighbors|colleagues|regulars|drinkers|villagers|wags|wits|"
    r"(?:news)?papers?|tabloids?|theor(?:y|ies)|tips?|psychics?|clairvoyants?|bookmakers|the\s+(?:town|village|street|bar))\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_HEARSAY = regex(r"\b(?:reports?|some|others|plans?|schedules?|sightings|accounts?)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""What "has him in X" without knowing it: "rumour had him in Lyon"."""


def is_rumoured(text: str, at: int) -> bool:
    """Whether talk is the subject of the verb that begins at an offset: "the neighbours had him leaving Lyon"."""
    return _RUMOUR.search(text, max(0, at - REACH_OF_AUXILIARY), at) is not None


def told_on(text: str, at: int) -> bool:
    """Whether talk, or a report, is the subject of the verb that begins at an offset."""
    return is_rumoured(text, at) or _HEARSAY.search(text, max(0, at - REACH_OF_AUXILIARY), at) is not None


def _verb(text: str, low: int, span: tuple[int, int], motions: tuple[Motion, ...], word: str) -> Verb:
    start, end = span
    # the month is no modal: "on 29 May travelled on"
    before = _MAY.sub("", text[max(low, start - REACH_OF_AUXILIARY) : start])
    # the chain of helpers right before the verb: "may never have been", "is believed to have"
    chain_match = re.search(
        (
            r"(?:\b(?:was|were|is|are|be|been|being|am|had|has|have|having|did|does|do|would|could|might|"
            r"may|should|can|shall|must|cannot|ought|will|got|to|not|never(?:\s+before|\s+yet)?|n['\u2019]t|also|already|just|"
            r"only|then|again|still|soon|later|now|once|first|finally|even|last|reportedly|apparently|"
            r"allegedly|certainly|simply|probably|otherwise|instead|rather|perhaps|maybe|ever|thus|therefore|indeed|well|always|often|all|both|each|together|"
            r"sooner|much|far|gladly|surely|by\s+(?:now|then|rights)|at\s+(?:this|that)\s+(?:hour|time|moment|point)|at\s+(?:once|least|last|first|best)|"
            r"in\s+(?:fact|theory|principle|truth|time|turn)|of\s+course|no\s+doubt|long\s+(?:since|ago)|\w+ly|\w+n['\u2019]t|(?:he|she|they|it|I|we|who)(?:['\u2019](?:d|ve|ll))?)\b[\s,]*)+$"
        ),
        before,
        re.IGNORECASE,
    )
    chain = chain_match.group() if chain_match else ""
    helpers = chain.casefold()
    infinitive = re.search(r"\bto\s+(?:\w+ly\s+)?$", helpers) is not None
    short = _SHORT_HELPER.search(helpers)
    done = short is not None and short["helper"] == "d" and not _is_base(word)
    perfect = done or re.search(r"\b(?:had|having)\b", helpers) is not None
    passive = re.search(
        (
            r"\b(?:was|were|is|are|be|been|being|got)\s+(?:(?:also|already|just|then|later|soon|again|"
            r"last|first|now|finally|once|\w+ly|not|never)\s+)*$"
        ),
        helpers,
    ) is not None and is_participle(word)
    have_done = re.search(r"\bto\s+have\s+(?:been\s+)?$", helpers) is not None
    modal = (
        re.search(
            (
                r"\b(?:would|could|might|may|should|can|shall|must|cannot|ought|will|won['\u2019]t|"
                r"wouldn['\u2019]t|couldn['\u2019]t)\b"
            ),
            helpers,
        )
        is not None
    )
    modal = modal or (short is not None and not done and short["helper"] in {"d", "ll"})
    negated = (
        NEGATIONS.search(helpers) is not None
        or re.search(
            r"\b(?:without|instead\s+of|rather\s+than|far\s+from|nobody|no\s+one|neither)\s+(?:\w+\s+)?$",
            before,
            re.IGNORECASE,
        )
        is not None
    )
    negated = negated or _NONE.match(text, end) is not None or is_denied_before(text, low, start)
    if infinitive and not have_done:
        # what stands before "to" decides whether it was done
        lead = re.search(r"(\w+\s+)?(\w+)\s+to\s+(?:\w+ly\s+)?$", before)
        near = {word.strip().casefold() for word in lead.groups() if word} if lead else set()
        # "had to wait in X" was done; "had to be in X" and "had to go to X" may be what was meant
        moves = not MOVING.isdisjoint(motions) and (
            word.removesuffix(" at") not in journey_words("had_to_go") or _DEADLINE.match(text, end)
        )
        had_to = _HAD_TO.search(before) is not None and word != "be" and not moves
        perfect = perfect and not had_to
        took_time = TOOK_TIME.search(text, max(low, start - REACH_OF_TIME), start)
        if not (near & journey_words("done_before_to") or had_to or took_time):
            return Verb(
                start, end, motions, passive, infinitive=True, perfect=perfect, doubtful=modal or negated, form=word
            )
    if is_meant(before, helpers, reaches=Motion.REACH in motions, have_done=have_done):
        negated = True  # "is to be flown to X", "was due to have landed in X", "nearly reached X"
    if negated and not modal and not perfect and _NOT.search(helpers) and _NOT_UNTIL.match(text, end):
        negated = False  # "did not leave X until six", "was not seen in Y before Friday"
    if negated and not modal and _FARTHER.match(text, end):
        negated = False
    current = not perfect and re.search(r"\b(?:has|have)\b|['\u2019]ve\b", helpers) is not None
    seen = _COULD_BE_SEEN.search(helpers) is not None and Motion.SEEN in motions
    doubtful = negated or (modal and not seen)
    if passive and word.endswith(" in") and _IN_PLACE.match(text, end):
        # "was signed in X": the preposition is that of the place
        end, word, motions = start + len(text[start:end].rsplit(None, 1)[0]), word.removesuffix(" in"), (Motion.OTHER,)
    return Verb(
        start, end, motions, passive, infinitive=False, perfect=perfect, doubtful=doubtful, form=word, current=current
    )


_SHORT_HELPER = regex(r"['\u2019](?P<helper>d|ll)\b")
"""A helper drawn together with its subject: "he'd slept", "she'll sleep"."""
_DEADLINE = regex(
    r"[^.;:!?,]{0,50}?\b(?:within|before|by\s+(?:\d|the\s+\d|noon|midnight|midday|dawn|dusk|nightfall|then|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|(?-i:[A-Z][a-z]+day)|the\s+(?:end|morning|evening|next|following)))\b"
)
"""What makes having to do something an order: "had to leave X by Friday"."""
_HAD_TO = regex(r"\b(?:he|she|they|it|I|we|who|[A-Z][\w\u2019'-]+|and|[a-z]+s?)\s+had\s+to\s+(?:\w+ly\s+)?\Z")
_NOT = regex(r"(?:\bnot|n['\u2019]t)\b", re.IGNORECASE)
_NOT_UNTIL = regex(
    r"[^.;:!?]{0,60}?\b(?:until|till|before)\s+(?:(?:nearly|almost|about|around|just|well|shortly|some|a\s+little|after|past|on|the)\s+)*(?:\d|one\b|two\b|three\b|four\b|"
    r"five\b|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b|half\b|a?\s*quarter\b|twenty\b|noon\b|midday\b|midnight\b|dawn\b|dusk\b|dark\b|sunset\b|sunrise\b|"
    r"daybreak\b|nightfall\b|morning\b|evening\b|afternoon\b|next\b|following\b|(?-i:[A-Z][a-z]+day)\b)",
    re.IGNORECASE,
)
_IN_PLACE = regex(r"\s+(?:the\s+)?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z]")
_ASKED_OF = regex(r"(?:Had|Were|Was|Did|Does|Has|Have|Is|Are)\s+[A-Z]")
"""A helper before its subject, which opens a question or a condition: "Had Anna Keller flown to X"."""
_COULD_BE_SEEN = regex(r"\bc(?:ould|an)\s+(?:already\s+|still\s+|clearly\s+|again\s+)?be\s+$")
"""Who could be seen somewhere was there: "could be heard on the stairs of a house in X"."""


def _is_base(word: str) -> bool:
    """Whether a form is the one that follows "would": "go", "drive", but not "slept" or "come"."""
    known = verb_classes()
    return not is_participle(word) and (f"{word}s" in known or f"{word}es" in known)


def is_participle(word: str) -> bool:
    """Whether a form can follow "was": "taken", "arrested"."""
    first = word.split(maxsplit=1)[0]
    return first.endswith("ed") or first in journey_words("participles")


def _without_auxiliaries(found: "Sequence[Verb]", text: str) -> list[Verb]:
    """Drop helpers that only serve the verb after them; a form of "be" or "have" alone stays, as being somewhere."""
    kept: list[Verb] = []
    for index, verb in enumerate(found):
        if verb.motions[0] is not Motion.AUX:
            kept.append(verb)
            continue
        following = found[index + 1] if index + 1 < len(found) else None
        if following is not None and re.fullmatch(
            (
                r"[\s,]*(?:(?:\w+ly|not|never|also|already|just|only|then|again|still|soon|later|now|once|all|both|each|together|"
                r"first|last|finally|even|he|she|they|it|to)[\s,]+)*"
            ),
            text[verb.end : following.start],
            re.IGNORECASE,
        ):
            continue
        if verb.form in {"was", "were", "is", "are", "been", "be", "am", "being"}:
            kept.append(replace(verb, motions=(Motion.STAY,)))
        elif verb.form in {"had", "has", "have", "having"}:
            on_film = not told_on(text, verb.start) and _ON_RECORD.match(text, verb.end) is not None
            kept.append(replace(verb, motions=(Motion.SEEN if on_film else Motion.OTHER,)))
    return kept


_NO_VERBS = frozenset({"and", "or", "who", "is", "in", "of", "at", "on", "with"})
_SHORT = regex(r"[a-z]+n['\u2019]t\b")
_UNKNOWN_VERB = regex(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|who(?=\s+(?:\w+ly\s+|also\s+)?[a-z]+[^s\W]s\s+(?:in|at|on|near)\b))\s+"
    r"(?:(?:also|then|later|only|just|never|\w+ly)\s+)?(?P<verb>[a-z]+)\b"
)


def verbs_or_guess(text: str, low: int, high: int) -> tuple[Verb, ...]:
    """The verbs of a stretch; where none is known, the word after a pronoun ("she bid against a dealer")."""
    found = find_verbs(text, low, high)
    if found:
        return found
    match = _UNKNOWN_VERB.search(text, low, high)
    if match is None or match["verb"] in _NO_VERBS | journey_words("not_verbs") or _SHORT.match(text, match.start(1)):
        return ()
    return (
        Verb(
            match.start("verb"),
            match.end("verb"),
            (Motion.OTHER,),
            passive=False,
            infinitive=False,
            perfect=False,
            doubtful=False,
            form=match["verb"],
        ),
    )
