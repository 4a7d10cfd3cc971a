"""Forms of verbs that are listed by their base alone: "criticise" also stands for "criticised" and "criticising"."""

from functools import cache

from wayproof.story.vocabulary.journey_words import journey_list

_IRREGULAR = {
    "bring": "brought",
    "cut": "cut cutting cuts",
    "forbid": "forbade forbidden forbidding",
    "foresee": "foresaw foreseen",
    "foretell": "foretold",
    "hear": "heard",
    "know": "knew known",
    "learn": "learnt learned",
    "owe": "owed owing",
    "read": "read",
    "ring": "rang rung",
    "run": "ran running",
    "see": "saw seen",
    "send": "sent",
    "get": "got",
    "put": "put",
    "speak": "spoke spoken",
    "take": "took taken",
    "tell": "told",
    "fight": "fought",
    "throw": "threw thrown",
    "sell": "sold",
    "swear": "swore sworn",
    "swing": "swung",
    "sing": "sang",
    "think": "thought",
    "write": "wrote written writing",
    "broadcast": "broadcast",
    "underwrite": "underwrote underwritten",
}
_VOWELS = frozenset("aeiou")


def forms_of(base: str) -> tuple[str, ...]:
    """The forms of a verb; one that does not exist ("speaked") does no harm in a list to look up in."""
    stem = base.removesuffix("e")
    found = [base, base + "s", base + "es", stem + "ed", stem + "ing", base + "ing"]
    if base.endswith("y") and base[-2] not in _VOWELS:
        found += [base[:-1] + "ies", base[:-1] + "ied"]
    if base[-1] not in _VOWELS | {"y", "w"}:
        found += [base + base[-1] + "ed", base + base[-1] + "ing"]  # "preferred", "banned"
    return (*found, *_IRREGULAR.get(base, "").split())


@cache
def verb_forms(name: str) -> frozenset[str]:
    """Every form of the verbs of a list of words/journeys.txt; words after the verb stand after each of its forms.

    Raises
    ------
    KeyError
        If there is no such list.
    """
    found: set[str] = set()
    for entry in journey_list(name):
        base, space, rest = entry.partition(" ")
        found.update(form + space + rest for form in forms_of(base))
    return frozenset(found)
