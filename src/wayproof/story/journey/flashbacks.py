"""What is told as past: "had left", "two days earlier" go before the sighting that they were told after."""

import re
from typing import TYPE_CHECKING

from wayproof.story.itineraries.itinerary import Event
from wayproof.story.journey.drafts import timed
from wayproof.story.vocabulary.motion import Motion
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.journey.drafts import Draft

LOOKED_BACK = "the story looks back to it, and does not tell at which point of the journey it was"


def flashbacks(drafts: "Sequence[Draft]") -> list["Draft"]:
    """Sightings as told, but each look back before what it looks back from."""
    ordered: list[Draft] = []
    lead: list[Draft] = []
    moved = 0
    for index, draft in enumerate(drafts):
        clause = draft.sighting.clause
        if (
            draft.before
            and draft.sighting.event is Event.DEPART
            and ordered
            and not lead
            and clause.sentence > 0
            and (all(other.sighting.clause.sentence == 0 for other in ordered) or _is_opening(ordered, draft))
        ):
            # "X landed here last night. She had taken off ...": the tale begins anew, and ends with the opening
            lead, ordered = ordered, [draft]
            continue
        first_of_sentence = not ordered or ordered[-1].sighting.clause.sentence != clause.sentence
        if draft.before and _goes_on_back(ordered, draft):
            ordered.append(draft)
            continue
        if draft.before and first_of_sentence and _is_on_the_way(drafts, index, ordered):
            ordered.append(draft)
            continue
        if draft.before and ordered and not (first_of_sentence and _starts_paragraph(ordered[-1], draft)):
            at = max(0, len(ordered) - 1)
            while (
                at > 0
                and ordered[at - 1].before
                and ordered[at - 1].gap is None
                and _is_aside_of(ordered[at - 1], ordered[-1], draft)
                and not (ordered[at - 1].sighting.event is Event.DEPART and _is_pause(draft))
            ):
                at -= 1
            # several flashbacks in a row keep their order in front of the same sighting
            draft.placed = _looked_back(draft, ordered[:at])
            ordered.insert(at, draft)
            moved += 1
            continue
        if (
            clause.opener == "before"
            and first_of_sentence
            and index + 1 < len(drafts)
            and drafts[index + 1].sighting.clause.sentence == clause.sentence
        ):
            following = drafts[index + 1]
            if following.sighting.clause.start > clause.start and not following.before and following not in ordered:
                draft.order, following.order = following.order, draft.order
        ordered.append(draft)
    if not lead:
        return ordered if moved else sorted(ordered, key=lambda draft: draft.order)
    at = next((index for index, draft in enumerate(ordered) if _is_aftermath(draft, lead[-1])), len(ordered))
    return [*ordered[:at], *lead, *ordered[at:]]


_PAUSES = regex(
    r"(?:stopped|paused|halted|broken|break|rested|refuelled|refueled|filled|fuelled|fueled|tanked|topped|changed|switched|"
    r"transferred|slept|napped|dozed|overnighted|camped|spent|crossed|passed|transited|touched|put|called|pulled|picnicked|"
    r"eaten|drunk|lunched|dined|breakfasted|waited|queued|detoured|been\s+(?:checked|searched|stopped|waved|stamped))\b",
    re.IGNORECASE,
)
"""What somebody does on the way and not before it: "he had stopped once, for petrol, in X"."""


def _is_pause(draft: "Draft") -> bool:
    """Whether a look back tells of a halt or of something passed, which belongs between the ends of a way."""
    verb = draft.sighting.verb
    return not draft.own and verb is not None and _PAUSES.match(verb.form) is not None


def _is_opening(ordered: "Sequence[Draft]", draft: "Draft") -> bool:
    """Whether all that was told so far is where the journey came to, in the first paragraph, dated or not."""
    comes = all(one.sighting.event is not Event.DEPART and one.sighting.clause.paragraph == 0 for one in ordered)
    again = any(
        one.sighting.toponym.place == draft.sighting.toponym.place or _ends_before(one, draft) for one in ordered
    )
    return comes and draft.sighting.clause.paragraph > 0 and not draft.gap and not again


def _ends_before(one: "Draft", other: "Draft") -> bool:
    """Whether a sighting is over by the clock before another."""
    both = timed(one) and timed(other)
    return both and one.latest is not None and other.earliest is not None and one.latest <= other.earliest


def _goes_on_back(told: "Sequence[Draft]", draft: "Draft") -> bool:
    """Whether a look back goes on from the one told right before it.

    "After he left X. He had called at Y", on the way from X; "he had loaded the boot in X; he had driven to Y".
    """
    last = told[-1] if told else None
    if last is None or not last.before or draft.sighting.event is Event.DEPART:
        return False
    if last.sighting.event is Event.DEPART:
        return True
    clause, before = draft.sighting.clause, last.sighting.clause
    perfect = all(one.sighting.verb is not None and one.sighting.verb.perfect for one in (last, draft))
    near = clause.sentence - before.sentence <= 1 and clause.paragraph == before.paragraph
    return perfect and near and last.order < draft.order and clause.opener not in {"after", "where", "which", "who"}


def _looked_back(draft: "Draft", earlier: "Sequence[Draft]") -> str:
    """Why the place of a look back in the journey is a guess: it has no time, and is no stop on a way just told."""
    told = draft.own or draft.gap is not None or draft.aside or all(other.before for other in earlier)
    on_way = next((one.sighting.event is Event.DEPART for one in reversed(earlier) if not one.before), False)
    told = told or on_way
    return "" if told else LOOKED_BACK


def _is_on_the_way(drafts: "Sequence[Draft]", index: int, ordered: "Sequence[Draft]") -> bool:
    """Whether a look back tells the way between a departure and what its sentence tells next.

    "The liner left X on Tuesday. It had called at Y and Z and came back to X on Friday."
    """
    draft = drafts[index]
    if (
        not ordered
        or ordered[-1].sighting.event is not Event.DEPART
        or draft.own
        or draft.sighting.event is Event.DEPART
    ):
        return False
    sentence = draft.sighting.clause.sentence
    after = [other for other in drafts[index + 1 :] if other.sighting.clause.sentence == sentence]
    return any(not other.before and other.sighting.event is Event.ARRIVE for other in after)


def _is_aftermath(draft: "Draft", lead: "Draft") -> bool:
    """Whether a sighting follows what the story opens with: later by the clock, or "was taken to" after a flashback."""
    if draft.before or draft.sighting.clause.sentence == lead.sighting.clause.sentence:
        return False
    if timed(draft) and timed(lead):
        return draft.earliest is not None and lead.latest is not None and draft.earliest >= lead.latest
    verb = draft.sighting.verb
    return not draft.own and verb is not None and verb.passive and verb.motion is Motion.CARRY


def _is_aside_of(aside: "Draft", main: "Draft", draft: "Draft") -> bool:
    """Whether a sighting belongs to the sentence of the main one: "was held in X after her flight from Y landed"."""
    sentence = main.sighting.clause.sentence
    return aside.sighting.clause.sentence == sentence != draft.sighting.clause.sentence


def _starts_paragraph(last: "Draft", draft: "Draft") -> bool:
    """Whether the sighting opens a new paragraph: then "had left" begins the tale instead of looking back one step."""
    return last.sighting.clause.paragraph != draft.sighting.clause.paragraph
