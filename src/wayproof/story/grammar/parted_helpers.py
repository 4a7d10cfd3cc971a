"""Helpers that an aside parts from their verb: "he had not, as one paper wrote, been to Spain" denies as it stands."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.grammar.verbs import Verb, is_participle
from wayproof.story.vocabulary.motion import NEGATIONS
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.clause_segments import Segment

_ADVERBS = (
    r"(?:\s+(?:not|never|also|then|later|still|already|only|just|even|indeed|in\s+fact|of\s+course|certainly|\w+ly|"
    r"(?:he|she|they|it|I|we)))*"
)
_HELPER = regex(
    r"\b(?P<helper>had|has|have|having|was|were|is|are|been|did|does|do|would|could|might|(?-i:may)|should|can|must|cannot|will|"
    r"(?:had|has|have|was|were|did|does|do|would|could|should|ca|must|wo)n['\u2019]t)"
    rf"{_ADVERBS}\s*[,(\u2014\u2013]",
    re.IGNORECASE,
)
"""A helper with what denies it, before the mark that opens an aside."""
_GOES_ON = regex(
    r"\s*[,)\u2014\u2013]\s+(?:(?:not|never|also|then|later|still|already|ever|in\s+fact|\w+ly|have|had|has|been|be)\s+)*",
    re.IGNORECASE,
)
_MODAL = regex(
    r"\b(?:would|could|might|may|should|can|must|cannot|will|ca|wo)\b|\b(?:would|could|should|must)n", re.IGNORECASE
)
_ONWARD = 3
"""How many clauses after the helper its verb may stand."""
_PLACED = regex(r"[,)\u2014\u2013]\s+(?:then\s+|in\s+fact\s+)?(?:in|at|on|near|aboard|there|inside|outside)\b")


_BE = regex(r"(?:was|were|is|are|been)")


def with_helpers(text: str, pieces: "Sequence[Segment]") -> "list[Segment]":
    """The clauses of a sentence, their verbs with the helpers that stand before an aside."""
    found = list(pieces)
    for index, (low, high, _, _) in enumerate(pieces):
        helpers = list(_HELPER.finditer(text, low, min(high + 1, pieces[-1][1])))
        if not helpers:
            continue
        held = helpers[-1]
        for later in range(index + 1, min(len(pieces), index + 1 + _ONWARD)):
            start, end, opener, verbs = found[later]
            if not verbs:
                continue
            goes_on = _GOES_ON.fullmatch(text, start, verbs[0].start) is not None
            placed = verbs[0].end <= start and _PLACED.match(text, start) is not None  # "he was, it is said, in Turin"
            if goes_on or placed:
                found[later] = (start, end, opener, (_helped(verbs[0], held.group()), *verbs[1:]))
                break
    return found


def _helped(verb: Verb, helpers: str) -> Verb:
    """A verb as its helpers have it: denied, meant, perfect or passive."""
    helper = helpers.casefold()
    denied = NEGATIONS.search(helper) is not None or _MODAL.search(helper) is not None
    return replace(
        verb,
        doubtful=verb.doubtful or denied,
        perfect=verb.perfect or "had" in helper,
        current=verb.current or re.search(r"\bha(?:s|ve)\b", helper) is not None,
        passive=verb.passive
        or (re.match(r"(?:was|were|is|are|been)", helper) is not None and is_participle(verb.form)),
    )
