"""Those who hear somebody in person: "told a magistrate in X", "confessed to police in X"."""

from typing import TYPE_CHECKING

from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.grammar.deeds import Clause
    from wayproof.story.grammar.verbs import Verb

_HEARERS = regex(
    r"\s*(?:to\s+|before\s+)?(?:(?:an?|the|two|three|four|some|several|its|one|his|her|their)\s+)?(?:(?:[a-z-]+|[A-Z][\w-]+)\s+){0,2}?"
    r"(?:courts?|courtroom|magistrates?|judges?|bench|jury|jurors|coroner|inquest|inquiry|enquiry|tribunal|commission|committee|hearing|panel|"
    r"court-martial|board\s+of\s+inquiry|assizes|sheriff|justice|notary|registrar|consul|vice-consul|detectives?|police|policem[ae]n|constables?|"
    r"sergeant|officers?|gendarmes?|carabinieri|customs(?:\s+(?:men|officers?|officials))?|border\s+guards|guards|investigators?|interrogators?|"
    r"inspectors?|reporters|journalists|newsmen|pressmen|photographers|press\s+conference|news\s+conference|waiting\s+(?:press|reporters|crowd))\s+"
    r"(?:(?:sitting|assembled|gathered|waiting)\s+)?(?:in|at|outside)\s+(?:the\s+)?",
)

_SAYS = frozenset({"told", "tells", "assured", "warned", "admitted", "confessed", "testified", "informed", "explained"})
_DAY = (
    r"(?:on\s+(?:the\s+)?(?:\d|[A-Z]|same|next|following)|(?:the\s+)?(?:next|same|following)\s+(?:day|morning|afternoon|evening|night)|yesterday|today|"
    r"last\s+(?:week|night|month|[A-Z])|this\s+(?:week|morning|month)|that\s+(?:day|night|evening|morning|afternoon|week)|"
    r"(?:an?|two|three|four|five|six|seven|ten|some|several)\s+(?:hours?|days?|weeks?|months?)\s+(?:later|afterwards?)|at\s+\d|in\s+(?:J|F|M|A|S|O|N|D)[a-z]+)\b"
)
_DATED_AFTER = regex(rf"\s*,?\s+{_DAY}")
_DATED_BEFORE = regex(rf"\W*(?:(?:and|but|then)\s+)?(?i:{_DAY})")


def is_heard(text: str, clause: "Clause", verb: "Verb", top: "Toponym") -> bool:
    """Whether somebody says something on a day to those who sit or stand before them at a place.

    Without a day nothing says whether it was before or after what is then told.
    """
    if verb.form not in _SAYS or verb.passive or not _HEARERS.fullmatch(text, verb.end, top.mention.start):
        return False
    return _DATED_AFTER.match(text, top.mention.end) is not None or _DATED_BEFORE.match(text, clause.start) is not None
