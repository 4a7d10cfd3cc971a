"""Who comes into a story to tell of another, and is told of with their own ways beside: a witness, and no traveller."""

from typing import TYPE_CHECKING

from wayproof.story.persons.members import Part
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import Motion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.deeds import Deed
    from wayproof.story.grammar.verbs import Verb
    from wayproof.story.persons.cast import Cast
    from wayproof.story.persons.members import Member


def vouches_for_another(deeds: "Sequence[Deed]", cast: "Cast", member: "Member") -> bool:
    """Whether the first that a story tells of somebody is what they say of whom it has named before.

    Parameters
    ----------
    deeds, cast
        The story, read.
    member
        Whose journey is followed.
    """
    index = next((at for at, deed in enumerate(deeds) if _is_of(deed, member)), None)
    if index is None or member.sentence == 0:
        return False
    first = deeds[index]
    verb = first.verbs[0] if first.verbs else None
    tells = verb is not None and (Motion.SPEECH in verb.motions or verb.form in journey_words("witnessing"))
    if not tells or first.quoted:
        return False
    named = {
        one.number
        for one in cast.members
        if one.name and one.introduced < member.introduced and one.sentence < member.sentence
    }
    named -= {one.number for one in cast.members if one.vehicle or one.many or one.aside}
    said = [first, *(deed for deed in deeds[index + 1 : index + 2] if deed.sentence == first.sentence)]
    return any(deed.objects & named or deed.actor.member in named for deed in said)


def carries_another(deeds: "Sequence[Deed]", cast: "Cast", member: "Member") -> bool:
    """Whether somebody without a name drives whom the story names: "Three drivers ... put him down at X"."""
    if member.name or journey_words("carriers").isdisjoint(member.nouns):
        return False
    named = {one.number for one in cast.members if one.name and not (one.vehicle or one.many or one.narrates)}
    return any(
        _is_of(deed, member) and deed.objects & named and any(_carries(verb) for verb in deed.verbs) for deed in deeds
    )


def _carries(verb: "Verb") -> bool:
    done = not (verb.passive or verb.doubtful)
    return done and (Motion.CARRY in verb.motions or verb.form in {"put down", "set down", "dropped", "let out"})


def _is_of(deed: "Deed", member: "Member") -> bool:
    return deed.actor.part is Part.PERSON and deed.actor.member == member.number
