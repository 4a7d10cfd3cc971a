"""A group that is told of first, and one of it whom the story then names: "Seven airmen ... Captain Anna Keller"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.vocabulary.journey_words import journey_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.grammar.deeds import Deed
    from wayproof.story.persons.cast import Cast
    from wayproof.story.persons.members import Member

_GROUPS = frozenset(
    {"adult", "airman", "astronaut", "athlete", "balloonist", "boy", "brother", "brothers", "castaway"}
    | {"child", "climber", "comrade", "comrades", "conscript", "cosmonaut", "couple", "crew", "crewman"}
    | {"cyclist", "dancer", "defector", "deserter", "diver", "engineer", "escapee", "expedition", "family"}
    | {"fisherman", "footballer", "friend", "friends", "girl", "group", "guide", "hiker", "hostage"}
    | {"man", "migrant", "miner", "monk", "musician", "national", "novice", "nun", "officer"}
    | {"party", "passenger", "people", "pilgrim", "pilot", "player", "prisoner", "pupil", "refugee"}
    | {"sailor", "schoolboy", "schoolgirl", "scientist", "seaman", "settler", "sister", "sisters", "skier"}
    | {"soldier", "stowaway", "student", "survivor", "swimmer", "team", "teenager", "tourist", "traveller"}
    | {"woman", "worker", "youth"}
)
"""Nouns for groups one of whom a story can name later on."""


_RANKS = frozenset(
    {"captain", "skipper", "leader", "commander", "sergeant", "lieutenant", "major", "corporal", "master"}
)
"""What one of a group can be to the others."""


def with_group(deeds: "Sequence[Deed]", cast: "Cast", member: "Member") -> "Sequence[Deed]":
    """The deeds, those of a group that a member was one of as the member's: "They left X ... Anna Keller slept"."""
    described = set(member.nouns) - journey_words("titles_of_travellers") - _RANKS
    if not member.name or described or member.many or member.vehicle or member.aside or member.narrates:
        return deeds
    groups = [
        one
        for one in cast.members
        if one.many
        and not (one.name or one.vehicle or one.aside or one.narrates)
        and one.owner is None
        and one.introduced < member.introduced
        and _GROUPS & set(one.nouns)
        and sum(deed.actor.member == one.number for deed in deeds) > 1
    ]
    if len(groups) != 1:
        return deeds
    group = groups[0].number
    first = next((deed for deed in deeds if deed.actor.member == member.number), None)
    told = first is not None and any(
        one.actor.member == group and one.paragraph == first.paragraph and one.start < first.start for one in deeds
    )
    others = [
        one
        for one in cast.members
        if one.name and one.told and not (one.aside or one.many or one.vehicle) and one.introduced < member.introduced
    ]
    if not told or others:
        return deeds
    return [
        replace(deed, actor=replace(deed.actor, member=member.number)) if deed.actor.member == group else deed
        for deed in deeds
    ]
