"""The margins of an article: bylines, photo credits, notes on the writer, boilerplate and datelines.

What stands there is no part of the story that is told: a reporter "based in upstate New York" travelled nowhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wayproof.story.text.letters import ignoring_case

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wayproof.story.text.document import Story
from wayproof.story.text.stopped_datelines import stopped_place

_TRADE = (
    r"(?:reporter|correspondent|journalist|columnist|contributor|photographer|(?:staff|freelance|senior|sports) writer|"
    r"(?:associate|managing|news|deputy|senior|contributing|executive|foreign|political|night) editor|bureau chief)"
)
_BYLINE = re.compile(
    r"(?i)(?:by|from|reporting by|written by|edited by|additional reporting by|editing by|compiled by)\s+"
    r"(?:[A-Z]|the\b)|\W*(?:about the (?:writer|author|reporter)s?|meet the (?:writer|author))\b"
    r"|(?:follow|e-?mail|contact|reach)\s+(?:him|her|them|the (?:writer|reporter)|[A-Z][a-z]+)\s+(?:on|at|@)\b"
)
_WRITER = re.compile(
    rf"(?i)(?:[A-Z][\w.'\u2019-]+\s+){{1,4}}is\s+(?:a|an|the)\s+(?:[\w'\u2019-]+\s+){{0,5}}{_TRADE}\b"
    rf".*\b(?:based|covering|covers|reporting on|lives|who covers|for|at)\b"
)
_BYLINE_NAME = re.compile(
    r"(?:By|BY|Reporting by|Written by|Additional reporting by|Editing by|Edited by|Compiled by)\s+[A-Z]"
)
_CREDIT = re.compile(
    r"(?i)[\w.)]\s*/\s*(?:Getty|AFP|AP\b|Reuters|EPA|Shutterstock|Alamy|Imago|TASS|Bloomberg|Anadolu|PA\b|Corbis|Zuma)"
    r"|\b(?:Getty Images|Shutterstock|Alamy|iStock)\b|\b(?:AP|AFP|Reuters|EPA) Photo\b"
    r"|^\W*(?:photos?|pictures?|images?|photographs?|credit)(?: credit)?\s*(?:by|:)|\bphoto(?:graph)? by\b|\(photo"
)
_CREDIT_HINTS = ("/", "hoto", "mages", "mage:", "icture", "redit", "Shutterstock", "Alamy", "iStock", "HOTO", "REDIT")
_BOILERPLATE = re.compile(
    r"(?i)\W*(?:read (?:more|also|next)\b|sign up\b|subscribe\b|newsletter|copyright\b|©|\(c\)|all rights reserved"
    r"|advertisement\b|click here|share this|leave a reply|your e?mail address|related (?:articles?|stories)"
    r"|recommended\b|most (?:read|popular)\b|cookies?\b|privacy policy|terms of (?:use|service)|log ?in\b"
    r"|filed under|tags?:|continue reading|follow us\b|download (?:the|our)\b|to read how\b|more from\b|see also\b)"
)
# how all of these begin, in lower case: most sentences begin otherwise, which is quickly told
_OPENING = re.compile(
    r"\W{8}|\W{0,7}(?:by\s|from\s|report|written\s|edit|additional\s|compiled\s|about the |meet the |follow|e-?mail"
    r"|contact|reach|read |sign up|subscribe|newsletter|copyright|©|\(c\)|all rights|advertise|click|share|leave a"
    r"|your e?mail|related|recommended|most |cookie|privacy|terms of|log ?in|filed|tags?:|continue|download|to read how"
    r"|more from|see also)"
)
_NOTICES = ("rights reserved", "click here", "read more", "privacy policy", "ad-free browsing")
_NOTICE = re.compile(rf"(?i).{{0,80}}\b(?:all )?(?:{'|'.join(_NOTICES)})\b")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
# "VILNIUS (AP) -", "BONN, June 1 -", "GENEVA, Switzerland -", "MOSCOW, 3 May (Reuters) -": place first, dash last.
_DATELINE = re.compile(
    rf"\W{{0,3}}(?P<place>[^\W\d_][^\n()\u2014\u2013/:;!?\"]{{1,60}}?)"
    rf"(?P<date>,?\s+(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?)?"
    rf"(?P<agency>\s*\([A-Z][\w .-]{{1,24}}\))?\s*(?:\u2014|\u2013|--|\s-\s|(?<=\))\s*-)\s*(?=\S)"
)
_DASH = re.compile(r"[-\u2013\u2014]")
_PARTING_DASH = re.compile(r"[\u2013\u2014]|--|\s-\s|\)\s*-")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_PLACE = 5
_LONGEST_DATELINE = 120
_OPENING_SENTENCES = 4
_LONGEST_BYLINE = 80
_LONGEST_NOTE = 300
_LONGEST_READ = 400
_NOTICED = 120  # characters in which a notice or a writer's trade comes


@dataclass(frozen=True, slots=True)
class Margins:
    """Spans at the margins of the article with what each is, in order of the text."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    labels: tuple[str, ...]

    def label(self, at: int) -> str | None:
        """What the offset lies in: "byline", "credit", "boilerplate", "dateline", or None for the story itself."""
        index = bisect_right(self.starts, at) - 1
        if index >= 0 and at < self.ends[index]:
            return self.labels[index]
        return None


def find_margins(story: Story) -> Margins:
    """Everything in the text that is not told by the story itself."""
    found: list[tuple[int, int, str]] = []
    whole = story.text
    paragraphs = iter(story.paragraphs)
    paragraph = next(paragraphs, None)
    about_writer = False
    # most texts hold none of these, and looking for a word in the whole text is cheap
    hints = [hint for hint in _CREDIT_HINTS if hint in whole]
    notices = [notice for notice in _NOTICES if notice in story.lowered]
    lowered = ignoring_case(story.lowered)
    aligned = len(lowered) == len(whole)  # a few letters become two in lower case
    for number, sentence in enumerate(story.sentences):
        begin, end = sentence.start, sentence.end
        while paragraph is not None and paragraph.end <= begin:
            paragraph = next(paragraphs, None)
        first = paragraph is not None and begin == paragraph.start
        # a headline may run into the dateline: "Two teenagers found. HURRICANE, W.Va. - Officers ..."
        if paragraph is not None and (first or number < _OPENING_SENTENCES):
            dateline = _dateline(whole, begin, paragraph.end) or (
                stopped_place(whole, begin, paragraph.end) if first else None
            )
            if dateline:
                found.append((*dateline, "dateline"))
        # most sentences begin like none of these
        stop = min(end, begin + _NOTICED)
        told = hints or notices or about_writer or not aligned
        if not told and not _OPENING.match(lowered, begin, stop) and lowered.find(" is ", begin, stop) < 0:
            continue
        text = whole[begin : min(end, begin + _LONGEST_READ)]
        label = _label(text, hints, notices, first=first, about_writer=about_writer)
        if label:
            found.append((max(begin, found[-1][1]) if found else begin, end, label))
        about_writer = label == "byline" and (about_writer or "about the" in text[:40].lower())
    return Margins(tuple(f[0] for f in found), tuple(f[1] for f in found), tuple(f[2] for f in found))


def _label(text: str, hints: Sequence[str], notices: Sequence[str], *, first: bool, about_writer: bool) -> str | None:
    if hints and any(hint in text for hint in hints) and _CREDIT.search(text):
        return "credit"
    head = ignoring_case(text[:_NOTICED])
    opening = _OPENING.match(head)
    if opening and _BOILERPLATE.match(text):
        return "boilerplate"
    if notices and any(notice in head for notice in notices) and _NOTICE.match(text):
        return "boilerplate"
    opener = (opening and _BYLINE.match(text)) or (" is " in head and _WRITER.match(text))
    if opener:
        # "By Easter he ..." is a sentence; a byline is a short line with names after By.
        if text[:3].lower() == "by " or text[:5].lower() == "from ":
            return (
                "byline"
                if first and _BYLINE_NAME.match(text) and len(text) < _LONGEST_BYLINE and text[-1] not in ".!?"
                else None
            )
        return "byline"
    return "byline" if about_writer and len(text) < _LONGEST_NOTE else None


def _dateline(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Offsets of the place part of a dateline that begins at `start`, or None; `end` is that of the paragraph."""
    end = min(end, start + _LONGEST_DATELINE)
    if not _DASH.search(text, start, end) or not _PARTING_DASH.search(text, start, end):
        return None
    found = _DATELINE.match(text, start, end)
    if not found:
        return None
    place = found["place"]
    words = _LETTERS.findall(place)
    head = _LETTERS.findall(place.split(",")[0])
    if not words or len(words) > _LONGEST_PLACE:
        return None
    shouted = all(word.isupper() for word in head)
    named = all(word[0].isupper() for word in words)
    if shouted or (named and (found["date"] or found["agency"])):
        return found.start("place"), found.end("place")
    return None
