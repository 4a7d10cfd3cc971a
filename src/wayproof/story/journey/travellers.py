"""Whose journeys the story tells: the member of the cast that it sends to most places, and the others it moves."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wayproof.story.grammar.deeds import MINE, Clause, Deed, clauses_of
from wayproof.story.journey.ashore import ashore
from wayproof.story.journey.bare_ends import with_bare_ends
from wayproof.story.journey.destinations import with_destinations
from wayproof.story.journey.dossiers import with_dossier
from wayproof.story.journey.evidence_rows import with_evidence_rows
from wayproof.story.journey.fleets import without_fleets
from wayproof.story.journey.headed_entries import with_headed_entries
from wayproof.story.journey.its_papers import with_its_papers
from wayproof.story.journey.journals import with_journals
from wayproof.story.journey.kept_engagements import with_kept_engagements
from wayproof.story.journey.kept_papers import with_kept_papers
from wayproof.story.journey.listed_routes import with_listed_routes
from wayproof.story.journey.one_of_group import with_group
from wayproof.story.journey.pairs import with_other, with_pair
from wayproof.story.journey.place_subjects import with_place_subjects
from wayproof.story.journey.planned_starts import with_planned_starts
from wayproof.story.journey.resumptions import with_resumptions
from wayproof.story.journey.retold_starts import without_starts_again
from wayproof.story.journey.rounds import with_rounds
from wayproof.story.journey.scenes import with_scenes
from wayproof.story.journey.sightings import Sighting, find_sightings
from wayproof.story.journey.sittings import with_sittings
from wayproof.story.journey.witnesses import carries_another, vouches_for_another
from wayproof.story.persons.members import Actor, Part
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.geoparsing.toponyms import Toponym
    from wayproof.story.persons.cast import Cast
    from wayproof.story.persons.members import Member

NARRATOR = "the narrator"
"""The traveller of a story told as "I"."""
TRIED = 8
"""How many members of the cast, those told of most, are followed."""
OTHERS = 4
"""How many other travellers a report tells of, at most."""
PLACES_OF_OTHERS = 2
"""Places a story must send somebody else to for their way to be told, too."""


@dataclass(frozen=True, slots=True)
class Traveller:
    """The person whose journey is read.

    Attributes
    ----------
    name
        Full name, or the describing noun phrase; None when the story names nobody.
    surname
        The word that later stands for the full name; "" when there is none.
    roles
        Folded nouns that the story uses for this person ("porter", "lieutenant").
    """

    name: str | None
    surname: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Followed:
    """A member of the cast with what the story tells of it.

    Attributes
    ----------
    traveller
        Who it is.
    clauses, sightings
        The clauses as it sees them, and where they put it.
    score
        How much of a journey that makes.
    number
        Which member of the cast it is; None for nobody.
    """

    traveller: Traveller
    clauses: tuple[Clause, ...]
    sightings: tuple[Sighting, ...]
    score: float
    number: int | None = None


WEIGHTS = {
    "place": 1.0,
    "dated": 0.5,
    "named": 0.4,
    "lead": 0.6,
    "aside": -0.7,
    "vehicle": -1.2,
    "narrator": -0.2,
    "unowned": 0.4,
    "late": -1.0,
    "witness": -1.0,
    "carrier": -3.0,
    "papers": 1.0,
}
"""What a place adds to the score of whom it is told of; a time in its sentence; who that is; and papers about them."""


def follow(
    text: str,
    cast: "Cast",
    deeds: "Sequence[Deed]",
    toponyms: "Sequence[Toponym]",
    dated: "frozenset[int]",
    *,
    timeless: str,
    override: str | None = None,
) -> tuple[Followed, ...]:
    """The travellers of a story, the main one first; never empty.

    Parameters
    ----------
    text, cast, deeds
        The story, read.
    toponyms
        Its place names in order.
    dated
        Indexes of the sentences that hold a time.
    timeless
        The text with its times blotted out by spaces.
    override
        The name of the main traveller; None for whom the story is about.
    """
    tried = _tried(cast, override)
    found = [
        _followed((text, timeless), _with_company(text, deeds, cast, member), toponyms, dated, member, cast)
        for member in tried
    ]
    found = sorted(found, key=lambda one: -one.score)
    if override is not None:
        named = next((one for one in found if _answers(one.traveller, override)), None)
        main = named or _nobody(deeds, override)
        return (main, *_worth_telling([one for one in found if one is not main]))
    if not found or not found[0].sightings:
        lead = next((one for one in found if one.traveller.name), None)
        return (lead or _nobody(deeds, None),)
    return (found[0], *_worth_telling(found[1:]))


def _worth_telling(others: "Sequence[Followed]") -> tuple[Followed, ...]:
    return tuple(one for one in others if _places(one.sightings) >= PLACES_OF_OTHERS)[:OTHERS]


def _places(sightings: "Sequence[Sighting]") -> int:
    return len({one.toponym.place.id for one in sightings if one.toponym.place is not None})


def _tried(cast: "Cast", override: str | None) -> "list[Member]":
    members = sorted(cast.members, key=lambda member: (-member.told, member.introduced))[:TRIED]
    if override is None:
        return members
    return [member for member in cast.members if _named(member, override)][:1] + members


def _named(member: "Member", name: str) -> bool:
    return member.name is not None and (
        member.name.casefold() == name.casefold() or member.surname.casefold() == name.casefold()
    )


def _answers(traveller: Traveller, name: str) -> bool:
    folded = name.casefold().removeprefix("the ").removeprefix("unnamed ")
    return (
        (traveller.name or "").casefold() in {folded, name.casefold()}
        or traveller.surname.casefold() == folded
        or folded in traveller.roles
    )


def _nobody(deeds: "Sequence[Deed]", name: str | None) -> Followed:
    return Followed(Traveller(name, "", frozenset()), clauses_of(deeds, None), (), 0.0)


_LED = frozenset({"party", "column", "expedition", "convoy", "caravan", "patrol", "squadron"})
"""Companies that go with whose they are."""


def _with_company(text: str, deeds: "Sequence[Deed]", cast: "Cast", member: "Member") -> "Sequence[Deed]":
    """The deeds, those of the member's own party or bearers as ones of what carries it: "his column drew up at X"."""
    deeds = with_other(text, with_pair(text, with_group(deeds, cast, member), cast, member), cast, member)
    deeds = without_fleets(text, deeds, member)
    own = [one for one in cast.members if one.owner == member.number and one.many]
    led = {one.number for one in own if _LED & set(one.nouns)}
    if not own:
        return deeds
    carried = Actor(Part.VEHICLE, member.number)
    seen: list[Deed] = []
    bearers = {one.number for one in own} - led
    bear: dict[int, int] = {}  # bearers, and the paragraph in which they took the member up
    for deed in deeds:
        actor = deed.actor.member
        if actor in bearers and member.number in deed.objects and _take_up(deed):
            bear[actor] = deed.paragraph
        goes = actor in led or (actor in bear and deed.paragraph - bear[actor] <= 1)
        seen.append(replace(deed, actor=carried) if goes and not deed.objects else deed)
    return seen


_TAKES_UP = frozenset(
    {"put", "laid", "lifted", "loaded", "helped", "bundled", "strapped", "tied", "hoisted", "wrapped", "hid", "placed"}
)


def _take_up(deed: Deed) -> bool:
    """Whether those who act take somebody with them: "his sons put him on a mattress in a van"."""
    return any(
        not (verb.doubtful or verb.passive) and (Motion.CARRY in verb.motions or verb.form in _TAKES_UP)
        for verb in deed.verbs
    )


def _followed(  # noqa: PLR0917 - the text as read, and whom it is read for
    texts: tuple[str, str],
    deeds: "Sequence[Deed]",
    toponyms: "Sequence[Toponym]",
    dated: "frozenset[int]",
    member: "Member",
    cast: "Cast",
) -> Followed:
    text = texts[0]
    clauses = ashore(text, clauses_of(deeds, member.number, vehicle=member.vehicle, since=_aboard_since(text, member)))
    sightings = with_listed_routes(texts[1], clauses, toponyms, find_sightings(texts, clauses, toponyms))
    sightings = with_rounds(texts, clauses, toponyms, sightings)
    sightings = with_place_subjects(texts[1], clauses, toponyms, sightings)
    sightings = with_scenes(texts, clauses, toponyms, with_destinations(texts, clauses, toponyms, sightings))
    sightings = with_journals(texts, clauses, toponyms, sightings, member.surname)
    sightings = with_evidence_rows(texts, clauses, toponyms, sightings, member.surname)
    written_by = (member.name or "", member.surname)
    sightings = with_headed_entries(texts, clauses, toponyms, sightings, written_by)
    sightings = with_sittings(texts, clauses, toponyms, sightings)
    sightings = with_kept_papers(texts, clauses, toponyms, sightings)
    sightings = with_kept_engagements(texts, clauses, toponyms, sightings)
    sightings = with_bare_ends(texts, clauses, toponyms, sightings)
    sightings = with_planned_starts(texts, clauses, toponyms, sightings)
    sightings = with_resumptions(texts, clauses, toponyms, sightings)
    sightings = without_starts_again(texts, clauses, toponyms, sightings)
    sightings = with_dossier(texts, clauses, toponyms, sightings, cast, member)
    sightings = with_its_papers(texts, clauses, toponyms, sightings)
    seen: set[str] = set()
    score = 0.0
    for one in sightings:
        place = one.toponym.place
        if place is None or place.id in seen:
            continue
        seen.add(place.id)
        # a stop without its owner, told before anybody knew of the member, is likelier somebody else's
        named = one.clause.subject in MINE or one.clause.object_is_traveller or one.clause.sentence >= member.sentence
        weight = 1.0 if named else WEIGHTS["unowned"]
        score += weight * WEIGHTS["place"] * (0.5 if place.is_area else 1.0)
        score += weight * WEIGHTS["dated"] if one.clause.sentence in dated else 0.0
    score += WEIGHTS["named"] if member.name else 0.0
    score += WEIGHTS["papers"] if any(one.told_in for one in sightings) else 0.0
    score += WEIGHTS["lead"] if member.sentence == 0 and not member.aside else 0.0
    score += WEIGHTS["aside"] if member.aside else 0.0
    score += WEIGHTS["vehicle"] if member.vehicle else 0.0
    score += WEIGHTS["narrator"] if member.narrates else 0.0
    score += WEIGHTS["late"] if _is_late(member, clauses) else 0.0
    score += WEIGHTS["carrier"] if carries_another(deeds, cast, member) else 0.0
    score += WEIGHTS["witness"] if vouches_for_another(deeds, cast, member) else 0.0
    return Followed(_traveller(member), clauses, sightings, score if sightings else min(score, 0.5), member.number)


TOLD_OF = 3
"""Clauses about somebody that make more than a remark."""


def _is_late(member: "Member", clauses: "Sequence[Clause]") -> bool:
    """Whether somebody comes in only at the end of a story, for a remark: "The geologist, called from X, ..."."""
    last = clauses[-1].paragraph if clauses else 0
    if not last or member.told >= TOLD_OF:
        return False
    return next((one.paragraph for one in clauses if one.sentence >= member.sentence), 0) == last


_BACKGROUND = regex(r"[^.!?\n]{0,60}?\bhad\s+(?:\w+ly\s+)?(?:been|stayed|remained|lived|left|gone|flown|come|tried)\b")


def _aboard_since(text: str, member: "Member") -> int:
    """Offset from which a vehicle that nobody is said to ride can carry a member: not before an aside brings it in."""
    aside = member.aside or (member.sentence > 0 and _BACKGROUND.match(text, member.introduced) is not None)
    if not aside or member.told > 1 + member.aside:
        return 0
    return len(text) if member.aside else member.introduced


def _traveller(member: "Member") -> Traveller:
    name = NARRATOR if member.narrates else member.name
    if name is None and member.nouns:
        name = f"unnamed {member.nouns[0]}"
    nouns = {noun for noun in member.nouns if not re.search(r"\d", noun)}
    return Traveller(name, member.surname, frozenset(nouns))


def border_roles(traveller: Traveller) -> tuple[str, ...]:
    """The words for a traveller that matter at borders."""
    return tuple(sorted(traveller.roles & journey_words("border_roles")))
