"""Nouns for persons, companies of people and vehicles: what a story can call its traveller."""

from functools import cache

from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.lexicon import word_list
from wayproof.story.vocabulary.regexes import regex

_IRREGULAR = {"men": "man", "women": "woman", "children": "child", "wives": "wife", "policemen": "policeman"}
_TRADE = regex(
    r"[a-z]{2,}(?:[b-df-hj-np-tv-z]er|eer|[aiou]er|[dsct]or|ist|[ct]ian|ographer|woman|sman|keeper|worker|maker|master|"
    r"player|seller|bearer|[bdgt]ee|[a-z]man|monger|herd|wright|smith)"
)


@cache
def person_noun(word: str) -> tuple[str, bool] | None:
    """The singular of a noun for a person and whether it stood for several; None for any other word."""
    folded = word.casefold()
    persons = journey_words("persons")
    if folded in journey_words("companies"):
        return folded, True
    if folded in persons or _is_trade(folded):
        return folded, False
    if "-" in folded and not folded.endswith("-olds"):
        last = person_noun(folded.rsplit("-", maxsplit=1)[-1])
        return None if last is None else (folded, last[1])
    single = _IRREGULAR.get(folded) or (
        folded[:-3] + "y"
        if folded.endswith("ies")
        else folded[:-3] + "man"
        if folded.endswith("men") and len(folded) > len("women") and folded not in journey_words("no_trades")
        else folded[:-2]
        if folded.endswith(("sses", "ches", "shes", "xes"))
        else folded.removesuffix("s")
    )
    known = single in persons or single in journey_words("companies") or _is_trade(single)  # "two families"
    return (single, True) if single != folded and known else None


def _is_trade(word: str) -> bool:
    """Whether the ending makes a word a person's: "trombonist", "statistician", "goalkeeper", but not "Dieter"."""
    if _TRADE.fullmatch(word) is None or word in journey_words("no_trades"):
        return False
    named = word in word_list("men") or word in word_list("women")
    return not named or word in word_list("common_words")


def noun_gender(noun: str) -> str:
    """Gender that a folded noun for a person tells, "f" or "m"; "" where it tells none."""
    if noun in journey_words("female") or (noun.endswith(("ess", "esse", "woman")) and not noun.endswith("witness")):
        return "f"
    return "m" if noun in journey_words("male") or noun.endswith("man") else ""


@cache
def vehicle_noun(word: str) -> bool:
    """Whether a noun is a vessel or vehicle, in the singular or plural."""
    folded = word.casefold()
    return vehicle_singular(folded) in journey_words("conveyances")


_AIRCRAFT_NUMBER = regex(
    r"(?:MiG|Mig|MIG|Tu|Il|IL|An|Yak|Su|Be|Mi|Ka|DC|MD|BAC|ATR|CRJ|ERJ|VC|DHC|HS|SR|U|F|B|C|L|P|T|P2V|PBY|Ju|Do|He|Me|Bf|Po|Li|Ya|Y|J|A|SE|BN|KC|CL|DH|RB|X)-\d{1,4}[A-Za-z]?"
)
"""Types of aircraft by letters and a number: "a MiG-19", "her DC-3"."""


@cache
def make_noun(word: str) -> str:
    """The noun for what a make or model is one of, "aircraft" or "car"; "" for any other word and for lower case."""
    if not word[:1].isupper():
        return ""
    folded = word.casefold().removesuffix("'s").removesuffix("\u2019s")
    forms = {folded, folded.removesuffix("s")}
    if _AIRCRAFT_NUMBER.fullmatch(word) or forms & journey_words("air_makes"):
        return "aircraft"
    return "car" if forms & journey_words("road_makes") else ""


@cache
def vehicle_singular(word: str) -> str:
    """The noun for one vehicle where several are told of: "lorries", "coaches"; any other word as it is."""
    listed = journey_words("conveyances")
    if word in listed:
        return word
    forms = (word.removesuffix("s"), word.removesuffix("es"), word[:-3] + "y" if word.endswith("ies") else word)
    return next((form for form in forms if form in listed), word)


@cache
def is_trace(word: str) -> bool:
    """Whether a noun is a thing that is where its owner is: "telephone", "passport"."""
    return bool({word.casefold(), word.casefold().removesuffix("s")} & journey_words("traces"))


@cache
def is_body(word: str) -> bool:
    """Whether a noun is a part of a person or of what is worn: "her heels", "his shadow"."""
    return bool({word.casefold(), word.casefold().removesuffix("s")} & journey_words("body"))


@cache
def is_craft_part(word: str) -> bool:
    """Whether a noun is a part of a craft or vehicle: "his wheels", "her keel"."""
    return bool({word.casefold(), word.casefold().removesuffix("s")} & journey_words("craft_parts"))


_CLERGY = (
    "minister",
    "priest",
    "vicar",
    "clergyman",
    "parson",
    "pastor",
    "rector",
    "cleric",
    "chaplain",
    "churchman",
    "preacher",
)
_TITLE_NOUNS = (
    dict.fromkeys(("reverend", "rev", "canon", "pastor"), _CLERGY)
    | dict.fromkeys(("father", "monsignor"), ("priest", "clergyman", "cleric", "chaplain"))
    | dict.fromkeys(("captain", "capt"), ("captain", "skipper"))
    | dict.fromkeys(("sergeant", "sgt"), ("sergeant",))
    | dict.fromkeys(("lieutenant", "lt"), ("lieutenant",))
    | dict.fromkeys(("colonel", "col"), ("colonel",))
    | dict.fromkeys(("general", "gen"), ("general",))
    | dict.fromkeys(("major", "maj"), ("major",))
    | dict.fromkeys(("senator", "sen"), ("senator", "politician"))
    | dict.fromkeys(("professor", "prof"), ("professor", "academic", "scholar"))
    | {"dr": ("doctor", "physician"), "sister": ("nun",), "rabbi": ("rabbi",), "commander": ("commander",)}
    | {"admiral": ("admiral",), "bishop": ("bishop", "prelate"), "archbishop": ("archbishop", "prelate")}
    | {"sir": ("knight",), "lord": ("peer",), "inspector": ("inspector",), "nurse": ("nurse",)}
)


def title_nouns(title: str) -> tuple[str, ...]:
    """What else a story calls somebody with a title before the name: "the minister" for the Reverend Karl Meyer."""
    return _TITLE_NOUNS.get(title.casefold(), ())
