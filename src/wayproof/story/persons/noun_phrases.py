"""The noun phrases of a clause: who could be meant by the words before its verb, or after it."""

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from wayproof.story.persons.openings import (
    DEFINITE,
    INDEFINITE,
    MARKS,
    NUMBERS,
    OWNERS,
    PRONOUNS,
    without_dateline,
    without_openings,
    word_lists,
)
from wayproof.story.persons.phrases import Phrase, PhraseKind
from wayproof.story.text.masked_text import PEOPLE, PEOPLES, PERSON, PLACE, TIME, Token, tokens
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.person_nouns import make_noun, person_noun, vehicle_noun
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence


_SECOND = frozenset({"the", "a", "an", "his", "her", "their", "its", "my", "our"})
"""What opens a noun phrase and stands in none."""
_DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
_ORDINAL = frozenset({"first", "last", "next", "once", "both", "all"})
_STOPS = frozenset(
    {"who", "which", "that", "whom", "whose", "where", "when", "whether", "if", "than", "and", "or", "but"}
)
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "some", "no"})
_WHY = frozenset({"since", "because", "when", "as", "after", "although", "though", "while", "once", "if", "where"})
"""What opens a clause that stands before the main one."""
_ALL_OF_THEM = regex(
    r"\b(?:all\s+(?:(?:two|three|four|five|six|seven|eight)\b|of\s+them\b)|both(?:\s+of\s+them)?\b|"
    r"(?:the\s+)?(?:two|three|four|five|six)\s+of\s+them\b)\s*\Z",
    re.IGNORECASE,
)
"""Subjects that stand for the traveller with company, as "they" does."""
_AGE = regex(r"\d{1,3}-year-olds?|\d{1,3}")


def subject_phrase(text: str, start: int, end: int) -> Phrase:
    """The subject in a masked stretch that ends at the verb; kind NONE where none is told."""
    words = tokens(text, start, end)
    cut = next(
        (index for index, word in enumerate(words) if word.folded.replace("\u2019", "'") in word_lists("auxiliaries")),
        None,
    )
    comma = (
        next((index for index in range(cut, len(words)) if words[index].text == ","), None) if cut is not None else None
    )
    if comma is not None and comma + 1 < len(words) and words[0].folded in _WHY:
        return subject_phrase(
            text, words[comma + 1].start, end
        )  # "Since her car would not start, Ida Moss took a taxi"
    words = words if cut is None else words[:cut]
    near = [word for word in words if word.folded not in word_lists("adverbs") and not word.folded.endswith("ly")]
    held = len(near) > 1 and near[-1].folded == "it" and near[-2].folded in word_lists("prepositions")
    if near and near[-1].folded in PRONOUNS and not held:
        return _pronoun(near[-1])  # "after the war she": right before the verb nothing else is the subject
    together = _ALL_OF_THEM.search(text, start, words[-1].end if words else start)
    if together is not None:
        return Phrase(PhraseKind.PRONOUN, together.start(), together.end(), "all", many=True)
    bare = [word for word in words if word.text not in MARKS]
    if len(bare) == 1 and bare[0].folded in _DEMONSTRATIVES:
        return Phrase(PhraseKind.BARE, bare[0].start, bare[0].end, bare[0].folded)
    rest = [word for word in without_openings(without_dateline(words)) if word.text[0] != TIME]
    return _joined(rest) or Phrase(PhraseKind.NONE, start, start)


def _pronoun(word: Token) -> Phrase:
    return Phrase(PhraseKind.PRONOUN, word.start, word.end, word.folded, many=word.folded in {"they", "we"})


LONGEST_PHRASE = 16
"""Words of the longest noun phrase that is followed."""


def _joined(words: "Sequence[Token]") -> Phrase | None:
    """The noun phrase at the head, with whom "and" joins to it: "Claire and Paul Besson", "he and two friends"."""
    first = phrase_of(words)
    if first is None:
        return None
    at = bisect_left(words, first.end, key=lambda one: one.start)
    if first.names and _adds_owned(words[at : at + 3]):
        at += 1  # "Karl Meyer, a Dane, and his sons"
    if at >= len(words) or words[at].folded != "and":
        return first
    second = phrase_of(words[at + 1 :])
    if second is None or not (second.nouns or second.names or second.aged):
        return first
    told = bool(first.nouns or first.names or first.kind is PhraseKind.PRONOUN)
    lead = first if told else replace(second, start=first.start)
    return replace(lead, end=second.end, joint=True)


def _adds_owned(words: "Sequence[Token]") -> bool:
    """Whether three words behind an aside join somebody by whose they are: ", and his"."""
    return [word.folded for word in words[:2]] == [",", "and"] and words[-1].folded in OWNERS


def phrases_in(text: str, start: int, end: int, verbs: "Sequence[tuple[int, int]]" = ()) -> list[Phrase]:
    """Every noun phrase for a person in a masked stretch, in order: names, and what an article or owner opens.

    `verbs` are spans that no phrase reaches across.
    """
    words = [word for word in tokens(text, start, end) if word.text[0] != TIME]
    if verbs:
        found = []
        cuts = [word for word in words if any(low <= word.start < high for low, high in verbs)]
        at = 0
        for cut in [*cuts, None]:
            index = len(words) if cut is None else words.index(cut)
            found += _phrases(words[at:index])
            at = index + 1
        return found
    return _phrases(words)


def _phrases(words: "Sequence[Token]") -> list[Phrase]:
    found: list[Phrase] = []
    index = 0
    while index < len(words):
        word = words[index]
        opens = word.text[0] == PERSON or word.folded in DEFINITE or word.folded in INDEFINITE or word.folded in OWNERS
        phrase = phrase_of(words[index:]) if opens else None
        if phrase is not None and word.text[0] == PERSON and not (phrase.nouns or phrase.names):
            phrase = Phrase(PhraseKind.NAME, word.start, word.end, names=(word.start,))  # "in Karl Novak's new shop"
        nobody = phrase is None or not (phrase.nouns or phrase.names or phrase.aged or phrase.owner.isdigit())
        if phrase is None or nobody or _is_topic(words, index, phrase):
            index += 1
            continue
        found.append(phrase)
        index = max(index + 1, bisect_left(words, phrase.end, key=lambda one: one.start))
    return found


_TOPICS = {
    "subject": frozenset({"on", "off", "to", "from", "about", "upon", "into"}),
    "side": frozenset({"on", "from", "to", "at", "by", "off", "down", "along", "over", "round", "up"}),
    "head": frozenset({"at", "over", "on", "off", "in", "through", "above", "under", "by"}),
    "party": frozenset(
        {"to", "held", "hold", "holds", "holding", "threw", "throw", "gave", "give", "giving", "hosted", "attended"}
    ),
}
"""Nouns for persons that are something else behind these words: "on the subject of", "from that side"."""


def _is_topic(words: "Sequence[Token]", index: int, phrase: Phrase) -> bool:
    """Whether the phrase that begins at a word tells of no person behind the word before it."""
    if not index or phrase.names or len(phrase.nouns) != 1:
        return False
    return words[index - 1].folded in _TOPICS.get(phrase.nouns[0], ())


def phrase_of(words: "Sequence[Token]") -> Phrase | None:
    """The noun phrase at the head of a row of tokens; None if there is none."""
    if not words:
        return None
    first = words[0]
    folded = first.folded
    if folded in PRONOUNS:
        return _pronoun(first)
    if folded in word_lists("nobody") - {"another", "some", "these", "those"}:
        return Phrase(PhraseKind.BARE, first.start, first.end, folded)
    kind, owner, at = PhraseKind.BARE, "", 0
    if folded in OWNERS:
        kind, owner, at = PhraseKind.OWNED, folded, 1
    elif folded in DEFINITE:
        kind, at = PhraseKind.DEFINITE, 1
    elif folded in INDEFINITE or folded.isdigit():
        kind, at = PhraseKind.INDEFINITE, 1
    elif first.text[0] == PLACE:
        kind = PhraseKind.PLACE
    many = folded in NUMBERS or (folded.isdigit() and folded != "1") or folded in {"these", "those", "both"}
    return _collected(words, at, Phrase(kind, first.start, first.end, owner=owner, many=many))


def _collected(words: "Sequence[Token]", at: int, phrase: Phrase) -> Phrase:  # noqa: C901, PLR0912, PLR0915 - one case a kind of word
    """The phrase with its head, nouns and names; `at` is the first word after what opens it."""
    names: list[int] = []
    head, nouns, aged, many, other = "", list[str](), False, phrase.many, False
    proper, bare, former = False, _is_bare(words, phrase), False
    kind, owner, end = phrase.kind, phrase.owner, phrase.end
    index = at
    while index < min(len(words), LONGEST_PHRASE):
        word = words[index]
        if word.text in MARKS or word.folded in _STOPS or word.folded in word_lists("prepositions"):
            break
        if bare and head and not names and word.folded in _SECOND:
            break  # "both concern the same buyer": what is concerned is another phrase
        if person_noun(head) is not None and (word.folded in _ARTICLES or _is_parted(words, index)):
            break  # "gave the girl a lift", "two climbers | given up for dead by their club"
        if head in _SERVICES and _NUMBER.fullmatch(word.text):
            kind, owner, names, nouns = PhraseKind.DEFINITE, "", [], []  # "Northern Airways Flight 446 left X"
        elif word.text[0] == PERSON:
            if kind is PhraseKind.BARE and not head:
                kind = PhraseKind.NAME
            names.append(word.start)
            nouns += _person(head)  # "the pilot Ilse Brandt"
        elif word.text[0] in {PEOPLE, PEOPLES}:
            # "French clocks", "Portuguese and French clocks": without an article it is no person
            head = NATIONAL if word.text[0] == PEOPLES or kind is not PhraseKind.BARE else head
            many = many or word.text[0] == PEOPLES
        elif word.text[0] == PLACE:
            head = head if kind is not PhraseKind.PLACE else ""
        elif re.search(r"['\u2019]s?$", word.text) and index + 1 < len(words):
            # "the banker's lawyer", "Toronto's squad"
            owner = str(names[-1]) if names else word.folded.rstrip("s").rstrip("'\u2019")
            kind, names, nouns, head = PhraseKind.OWNED, [], [], ""
        elif word.folded in word_lists("adverbs", "leads") - _ORDINAL or (
            word.folded.endswith("ly") and head and person_noun(word.folded) is None
        ):
            break
        else:
            if word.folded.endswith(("year-old", "year-olds")):
                aged = True
            proper = word.text[0].isupper() and kind is PhraseKind.DEFINITE
            make = "" if kind is PhraseKind.BARE else make_noun(word.text)
            if proper and _is_ship_titled(words, index):
                head = ""  # "aboard the Lady Anna": a ship, and no lady
            elif make:
                head, proper = make, False  # "a little Twin Otter", "his Land Rover"
            elif not (word.text[0].isupper() and (person_noun(head) or vehicle_noun(head))):
                head = word.folded  # in "the icebreaker Arktika" the name is no noun
            other = (other and not former) or head in word_lists("apart")
            former = head == "former"
        end = word.end
        index += 1
    if not names or words[index - 1].text[0] != PERSON:
        nouns += _person(head)
    if index < len(words) and words[index].folded == "of":
        group = person_noun(head)
        inner = phrase_of(words[index + 1 :])
        if inner is not None and (
            head in word_lists("nobody") | {"one", "pair", "number"} | NUMBERS or (group and group[1])
        ):
            nouns += inner.nouns
            many = True
            if head in {"one", "none", "some", "most", "many", "all", "few"}:
                return replace(phrase, kind=PhraseKind.BARE, head="one", end=end)
    if names and kind is PhraseKind.BARE:
        kind = PhraseKind.NAME
    if kind is PhraseKind.PLACE and names:
        kind = PhraseKind.NAME
    noun = person_noun(head)
    found = Phrase(
        kind,
        phrase.start,
        end,
        head,
        tuple(nouns),
        tuple(names),
        owner,
        many or (noun is not None and noun[1] and not (other and head == "party")),  # "the other party was Karl Meyer"
        aged,
        other=other,
        proper=proper and noun is None and not names,
    )
    second = bare and not names and index < len(words) and words[index].folded in _SECOND
    return found if second else _with_apposition(words, index, found)


_GIVEN_UP = frozenset(
    {"up", "out", "off", "down", "over", "dead", "lost", "missing", "drowned", "killed", "ill", "late"}
)


def _is_parted(words: "Sequence[Token]", index: int) -> bool:
    """Whether a participle with what goes with it begins at a word: "a driver | hired in X by a bakery"."""
    word = words[index]
    done = word.text.islower() and (word.folded.endswith("ed") or word.folded in journey_words("participles") | _DONE)
    following = words[index + 1].folded if index + 1 < len(words) else ""
    return done and (following in word_lists("prepositions") or following in _GIVEN_UP)


_DONE = frozenset(
    {"given", "thrown", "stricken", "beaten", "torn", "woken", "overtaken", "forgotten", "known", "born", "hurt"}
)
_SERVICES = frozenset({"flight", "train", "bus", "coach", "service", "express", "tram", "convoy", "ferry", "balloon"})
_NUMBER = regex(r"(?:[A-Z]{1,3}-?)?\d{1,5}[A-Z]?|[A-Z]{2}|[A-Z]\d|no\.?")
"""What numbers a flight or a train, which makes it one that is known."""
_SHIP_TITLES = frozenset(
    {"lady", "saint", "baron", "captain", "admiral", "general", "president", "commodore", "miss", "maid", "queen"}
    | {"princess", "prince", "king", "duchess", "countess", "pilgrim", "mariner", "viceroy", "governor", "marshal"}
)
_WITH_OFFICE = frozenset(
    {"mother", "consort", "regent", "mayor", "royal", "general", "dowager", "justice", "elect", "father", "emeritus"}
)


def _is_ship_titled(words: "Sequence[Token]", index: int) -> bool:
    """Whether "the", a title and one name make a ship: "the Lady Anna", but not "the Queen Mother"."""
    following = words[index + 1] if index + 1 < len(words) else None
    if words[index].folded not in _SHIP_TITLES or following is None:
        return False
    named = following.text[0].isupper() or following.text[0] in {PERSON, PLACE}
    return named and following.folded not in _WITH_OFFICE


def _is_bare(words: "Sequence[Token]", phrase: Phrase) -> bool:
    return phrase.kind is PhraseKind.BARE or words[0].folded == "both"


NATIONAL = "national"
"""The noun that stands for "a Cuban"."""


def _person(word: str) -> list[str]:
    if word == NATIONAL:
        return [NATIONAL]
    noun = person_noun(word)
    if noun is None or vehicle_noun(word):
        return []
    last = noun[0].rpartition("-")[2]
    return [noun[0], last] if last != noun[0] and last in word_lists("persons") else [noun[0]]  # "brigadier-general"


def _with_apposition(words: "Sequence[Token]", index: int, phrase: Phrase) -> Phrase:
    """The phrase with what stands between commas after it: "the courier, Anna Keller, 31," gives name and age."""
    begun = index
    thing = bool(phrase.head) and phrase.kind is PhraseKind.DEFINITE and not (phrase.nouns or phrase.names)
    reach = min(len(words), index + LONGEST_PHRASE)
    while index < reach and words[index].text not in MARKS and words[index].folded not in _STOPS:
        if words[index].text[0] == PERSON or (thing and person_noun(words[index].folded) is not None):
            return phrase  # "the bicycle of one Amadeu Lisboa, a waiter": what follows tells of the nearer one
        index += 1
    if index > begun and words[index - 1].text[0] == PERSON:
        return phrase  # "the trial of Anna Keller, a baker, opened": the baker is no trial
    found = phrase
    for _ in range(3):
        if index + 1 >= len(words) or words[index].text not in {",", "(", "\u2014", "\u2013"}:
            break
        while index + 2 < len(words) and words[index + 1].folded in word_lists("introducing"):
            index += 1  # "later identified as Dale Houston"
        following = words[index + 1]
        if _AGE.fullmatch(following.text):
            found = replace(found, aged=True, end=following.end)
            index += 2
            continue
        if following.folded in word_lists("prepositions", "leads") | PRONOUNS:
            break
        reach = min(len(words), index + LONGEST_PHRASE)
        close = next((at for at in range(index + 1, reach) if words[at].text in MARKS), reach)
        inner = phrase_of(words[index + 1 : close])
        thing = bool(found.head) and not (found.nouns or found.names)
        if inner is None or not (inner.nouns or inner.names) or (thing and set(inner.nouns) == {NATIONAL}):
            break  # "a second frontier, the Austrian,"
        found = replace(
            found, nouns=(*found.nouns, *inner.nouns), names=(*found.names, *inner.names), end=words[close - 1].end
        )
        index = close
    return found
