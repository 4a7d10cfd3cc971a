"""What acts in the traveller's stead: an outing told of as "it", a document that somebody signed."""

import re
from typing import TYPE_CHECKING

from wayproof.story.persons.members import Actor, Part
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.deeds import Deed
    from wayproof.story.grammar.verbs import Verb

REACH = 3
"""Sentences after which nobody asks any more who signed what."""
LONGEST_LEAD = 160
"""Characters before a clause in which the document stands that was signed in it."""
_OUTING = regex(
    r"\b(?:an?|the|his|her|their|this|that|one|another)\s+(?:[\w-]+\s+){0,3}?(?:day\s+out|outing|trip|round\s+trip|day-?trip|tour|journey|errand|"
    r"excursion|jaunt|expedition|drive|ride|voyage|pilgrimage|walk|run|adventure|odyssey|delivery|shift|round|day|weekend|week)\b",
    re.IGNORECASE,
)
_IT = regex(r"\W*(?:(?:and|but|then|so|where)\s+)?it\s+(?:(?:then|next|also|\w+ly)\s+)?", re.IGNORECASE)
_COURSE = frozenset(
    {
        "begins",
        "began",
        "starts",
        "started",
        "continues",
        "continued",
        "goes on",
        "went on",
        "ends",
        "ended",
        "finishes",
        "finished",
    }
    | {"moves on", "moved on", "resumes", "resumed", "passes", "passed", "leads", "led", "takes", "took"}
)
"""Verbs by which an outing takes its course: "it begins in X, it ends in Y"."""
_DOCUMENT = (
    r"(?:deeds?|contracts?|wills?|agreements?|leases?|certificates?|affidavits?|receipts?|registers?|documents?|forms?|cheques?|protocols?|"
    r"bills?|treat(?:y|ies)|mortgages?|statements?|warrants?|policies|policy|entr(?:y|ies)|pages?|acts?)"
)
_SEALED = regex(
    rf"\b{_DOCUMENT}\b[^.!?\n]{{0,160}}?\b(?:signed|sealed|witnessed|executed|attested|countersigned|notari[sz]ed)\s+by\b|"
    r"\b(?:bearing|bears?|carry|carries|carrying|under|with)\s+(?:(?:the|his|her)\s+|[\w.]+(?:\s+[\w.]+){0,3}['\u2019]s\s+)"
    r"(?:own\s+)?(?:seal|signature|stamp|initials|hand|name)\b",
    re.IGNORECASE,
)
"""Words that tell who signed what is told of next."""
_ONE_OF_THEM = regex(
    rf"\W*(?:(?:and|but|while)\s+)?(?:(?:the|its|his|her)\s+(?:first|second|third|fourth|former|latter|other|last|earlier|later|next)\b|"
    rf"(?:the|one|a|another)\s+(?:\w+\s+){{0,2}}?{_DOCUMENT}\b|one\b|another\b)",
    re.IGNORECASE,
)
_SOME_MARKS = regex(
    r"\b(?:two|three|four|five|several|both|some|a\s+pair\s+of|a\s+number\s+of|\d+)\s+(?:of\s+)?(?:(?:his|her|the)\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:signatures?|initials|autographs?|thumb-?prints?|finger-?prints?|scrawls?|flourishes|paraphs?)\b|"
    r"\b(?:his|her|['\u2019]s)\s+(?:signature|initials|autograph|thumb-?print)\b|\b(?:signature|initials|autograph|thumb-?print)\s+of\b",
    re.IGNORECASE,
)
"""What somebody leaves of themselves at more places than one."""
_THE_FIRST = regex(
    r"\W*(?:(?:and|but|while|there)\s+)?(?:the\s+(?:first|second|third|fourth|other|former|latter|last|next|earlier|later)(?:\s+(?:one|two|of\s+them|pair))?|"
    r"one(?:\s+of\s+them)?|another(?:\s+(?:one|pair))?|both(?:\s+of\s+them)?)\s+(?:\w+ly\s+|also\s+|still\s+)?",
    re.IGNORECASE,
)
_STANDS = frozenset(
    {
        "is",
        "was",
        "are",
        "were",
        "stands",
        "stood",
        "appears",
        "appeared",
        "lies",
        "lay",
        "occurs",
        "comes",
        "came",
        "figures",
    }
)
"""How one of them is somewhere: "The second is in the ledger of a bank in X"."""
_SIGNED = frozenset(
    {
        "signed",
        "executed",
        "sealed",
        "witnessed",
        "notarised",
        "notarized",
        "sworn",
        "stamped",
        "initialled",
        "countersigned",
    }
    | {"drawn", "drawn up", "attested", "dated", "completed", "sworn in", "certified", "written"}
)
"""What is done to a document where its signer is."""


class StandIns:
    """Remembers, clause after clause, what may act next in a traveller's stead.

    Parameters
    ----------
    text
        The story.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._outing: tuple[int, int] | None = None  # whose, and the sentence that told of it last
        self._signer: tuple[int, int] | None = None
        self._marks: tuple[int, int] | None = None  # whose signatures are told of one by one, and where last
        self._sentence = (0, -1)  # where the sentence begins that was read last, and its index

    def note(self, deed: "Deed") -> None:
        """Take note of what a clause tells of an outing, of a signature."""
        member, sentence = deed.actor.member, deed.sentence
        goes = deed.actor.part in {Part.PERSON, Part.VEHICLE} and not deed.quoted
        if goes and member is not None and _OUTING.search(self.text, deed.start, deed.end):
            self._outing = member, sentence
        owners = deed.objects or (frozenset({member}) if member is not None else frozenset())
        if len(owners) == 1 and _SOME_MARKS.search(self.text, deed.start, deed.end):
            self._marks = min(owners), sentence
        sealed = _SEALED.search(self.text, max(self._head(deed), deed.start - LONGEST_LEAD), deed.end)
        if sealed and sealed.end() > deed.start:
            signers = deed.objects or (frozenset({member}) if member is not None else frozenset())
            self._signer = (min(signers), sentence) if len(signers) == 1 else self._signer

    def _head(self, deed: "Deed") -> int:
        """Where the sentence of a clause begins."""
        if self._sentence[1] != deed.sentence:
            self._sentence = deed.start, deed.sentence
        return self._sentence[0]

    def acting(self, low: int, verbs: "Sequence[Verb]", sentence: int, before: "Sequence[Deed]") -> Actor | None:
        """Who acts where something stands in; `before` are the deeds of the sentence so far. None for anybody else."""
        first = verbs[0] if verbs else None
        if first is None:
            return None
        lead = self.text[low : first.start]
        outing, signer = self._outing, self._signer
        if outing and first.form in _COURSE and sentence - outing[1] <= 1 and _IT.fullmatch(lead):
            self._outing = outing[0], sentence
            return Actor(Part.VEHICLE, outing[0])
        marks = self._marks
        if marks and first.form in _STANDS and sentence - marks[1] <= REACH and _THE_FIRST.fullmatch(lead):
            self._marks = marks[0], sentence
            return Actor(Part.TRACE, marks[0])
        if signer and first.passive and first.form in _SIGNED and sentence - signer[1] <= REACH:
            goes_on = before and re.fullmatch(r"\W*(?:was|were|had\s+been)\s+(?:\w+ly\s+)?", lead)
            if _ONE_OF_THEM.match(self.text, before[0].start if goes_on else low, first.start):
                self._signer = signer[0], sentence
                return Actor(Part.TRACE, signer[0])
        return None
