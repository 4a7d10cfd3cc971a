"""What a clause tells of the traveller at a place: that it was left, passed or reached, or nothing."""

import re
from typing import TYPE_CHECKING

from wayproof.story.grammar.about_place import is_about_place
from wayproof.story.grammar.afar import is_afar, said_on_occasion
from wayproof.story.grammar.affairs import PROPERTY, lies_elsewhere
from wayproof.story.grammar.calls import is_spoken_afar, speaks_there, word_event
from wayproof.story.grammar.carriers import comes_for, goes_beside, had_there, makes_halt, put_there, stands_there
from wayproof.story.grammar.deeds import MINE, Clause, Subject
from wayproof.story.grammar.denials import not_before
from wayproof.story.grammar.done_infinitives import went_for
from wayproof.story.grammar.from_where import is_of_noun, is_start_in_company
from wayproof.story.grammar.hearings import is_heard
from wayproof.story.grammar.hearsay import is_denied, of_another, supposed
from wayproof.story.grammar.known_afar import is_known_afar
from wayproof.story.grammar.nowadays import is_of_today
from wayproof.story.grammar.own_ways import goes_alone
from wayproof.story.grammar.phrases_of_place import phrase_event
from wayproof.story.grammar.said_of_names import is_habit, is_of_cargo, is_only_asked, is_set_aside
from wayproof.story.grammar.standing import holds, only_stands
from wayproof.story.grammar.turned_down import is_turned_down, tried_to_leave
from wayproof.story.grammar.verb_moods import is_under_way
from wayproof.story.grammar.verb_senses import sense_of
from wayproof.story.grammar.verbs import Verb, is_rumoured
from wayproof.story.itineraries.itinerary import Event
from wayproof.story.vocabulary.journey_words import journey_words
from wayproof.story.vocabulary.motion import MOVING, VEHICLES, Motion
from wayproof.story.vocabulary.own_marks import handles_own
from wayproof.story.vocabulary.person_nouns import person_noun
from wayproof.story.vocabulary.regexes import regex

if TYPE_CHECKING:
    from wayproof.story.geoparsing.toponyms import Toponym


_SPOKEN_TO = regex(
    (
        r"\b(?:reporters|journalists|a\s+court|the\s+court|a\s+conference|a\s+crowd|an\s+audience|"
        r"delegates|a\s+press\s+conference|a\s+meeting|a\s+rally|police|officers|border\s+guards)\b"
    ),
    re.IGNORECASE,
)
_OFF_VEHICLE = frozenset(
    {"stepped off", "steps off", "got off", "gets off", "getting off", "alighted", "disembarked", "disembarking"}
    | {"got down", "got on", "gets on", "getting on"}
)
_ONLY_WITH_DEED = frozenset(
    {"ordered", "tried", "offered", "prepared", "refused", "requested", "demanded", "promised", "invited"}
)
"""Verbs that tell of a plan only where the deed stands with them."""
_THING = regex(r"\s+(?:an?|his|her|their|another|one|two|three|\d+)\s", re.IGNORECASE)
_CROWD = regex(
    r"\b(?:a|an|the)\s+(?:\w+\s+)?(?:crowd|audience|rally|meeting|conference|congregation|gathering|banquet|dinner|lunch|assembly)\b|"
    r"\b(?:delegates|crowds|supporters|voters|villagers|workers|students|parliament)\b",
    re.IGNORECASE,
)
_QUOTES = frozenset({'"', "\u201c", "\u201d"})
_BEFORE_PEOPLE = frozenset({"told", "tells", "telling", "assured", "warned", "promised"})
"""Verbs of saying that put the speaker where a crowd or a court hears it."""
_ASYLUM = regex(r"\b(?:asylum|protection|refuge|refugee\s+status)\b", re.IGNORECASE)


_DEPART = {"from": Event.DEPART}
EVENTS: dict[Motion, dict[str, Event]] = {
    Motion.LEAVE: _DEPART | {"object": Event.DEPART, "at": Event.DEPART, "to": Event.ARRIVE, "via": Event.AT},
    Motion.START: _DEPART | {"at": Event.DEPART, "to": Event.ARRIVE, "via": Event.AT},
    Motion.REACH: _DEPART | {"via": Event.AT, "to": Event.ARRIVE, "at": Event.ARRIVE, "object": Event.ARRIVE},
    Motion.MOVE: _DEPART | {"to": Event.ARRIVE, "via": Event.AT, "at": Event.AT, "object": Event.AT},
    Motion.CARRY: _DEPART | {"to": Event.ARRIVE, "via": Event.AT, "at": Event.AT, "object": Event.AT},
    Motion.SEEN: {"at": Event.AT, "via": Event.AT, "to": Event.ARRIVE},
    Motion.STAY: {"at": Event.AT, "via": Event.AT, "to": Event.ARRIVE},
    Motion.OTHER: {"at": Event.AT, "via": Event.AT},
}
"""What a verb and the relation of the name to it say happened at the place; what is not listed is no visit."""


def told_event(  # noqa: C901, PLR0911, PLR0912, PLR0915 - the reasons why a name is no visit
    text: str, clause: Clause, verb: Verb | None, said: tuple[str, str], top: "Toponym"
) -> Event | None:
    """What happened at the place of a name; `said` is the relation to its verb and the words in between."""
    relation, between = said
    if verb is not None and tried_to_leave(text, clause, verb, relation):
        return Event.AT if is_about_place(text, top, relation) else None
    if clause.quoted and _ASKED.match(text, top.mention.end):
        return None  # "I slept in X? No, I did not"
    if not_before(text, clause.start, top.mention.start) and (clause.subject in MINE or clause.object_is_traveller):
        return Event.AT if is_about_place(text, top, relation) else None
    going = went_for(text, clause, verb, top.mention.start) if relation == "at" else None
    if going is not None and clause.subject is Subject.TRAVELLER and is_about_place(text, top, relation):
        return Event.ARRIVE  # "drove down to see an aunt in X"
    if verb is None or verb.doubtful or verb.infinitive or not is_about_place(text, top, relation):
        return None
    goal = relation == "to" and verb.start > top.mention.end and verb.form in journey_words("breaks_off")
    goal = goal or (relation == "object" and verb.form in _AIMS)  # "the flight to X was diverted", "made for X"
    if goal or (
        (verb.form in _BEING or MOVING & set(verb.motions)) and is_under_way(text, verb.start, verb.form, between)
    ):
        return None
    phrase = phrase_event(text, clause, verb, said, top.mention.end)
    if phrase is not None and not (is_denied(text, clause, top) or supposed(text, clause, verb.start)):
        return phrase
    lead = text[clause.start : top.mention.start] if verb.start > top.mention.end else ""
    if _ACCORDING_TO.search(between + lead) or _IS_OPEN.fullmatch(text, clause.start, verb.start):
        return None
    if is_afar(text, verb, between, top.mention.end) or _is_sought(text, clause, verb):
        return None
    stands = lies_elsewhere(verb, between) or only_stands(text, verb, relation, between, top.mention.end)
    if stands or (relation == "from" and comes_for(text, clause, verb, top)):
        return None
    if clause.subject is not Subject.TRAVELLER and is_known_afar(text, verb.start):
        return None
    asylum = relation == "at" and _ASYLUM.search(between) is not None
    motion = Motion.OTHER if relation == "at" and said_on_occasion(verb, between) else sense_of(text, verb)
    to_him = motion is not Motion.CARRY and clause.object_is_traveller and _TO_HIM.match(text, verb.end)
    if to_him and verb.form in journey_words("gives"):
        motion = Motion.OTHER
        if PROPERTY.search(between):
            return None
    kept = verb.form in _KEEPS and relation == "at" and _KEPT_THERE.fullmatch(between) is not None
    if (verb.form in _CATCHES or kept) and clause.subject is Subject.OTHER and clause.object_is_traveller:
        motion = Motion.SEEN  # "a camera caught his van at X"
    with_deed = verb.form in _ONLY_WITH_DEED and motion is verb.motion and not verb.passive
    if with_deed and not re.search(r"\bto\s+[a-z]", between):
        if verb.form == "promised" and _THING.match(between) and not _CROWD.search(between):
            return None  # "had promised a display in X"
        motion = Motion.OTHER  # "ordered kebab in X" is no plan
    elif verb.form in {"declared", "declares"} and _OPEN.match(text, verb.end):
        motion = Motion.OTHER  # "declared the fair open in X"
    elif is_turned_down(text, verb):
        motion = Motion.OTHER  # "was refused a seat in X"
    elif verb.form == "trying" and verb.motion is Motion.PLAN and _FOR_LIFT.match(text, verb.end):
        motion = Motion.OTHER  # "was trying for a lift at X"
    elif verb.form in _LET_OR_NOT and verb.passive and not re.match(r"\s+to\b", text[verb.end : verb.end + 6]):
        motion = Motion.OTHER
    elif not (verb.motion is Motion.PLAN and motion is Motion.OTHER) and _planned(clause, verb, text) and not asylum:
        return None
    motion = put_there(verb, motion, between)
    if not _is_about_traveller(clause, verb, motion, text, top) or is_denied(text, clause, top):
        return None
    aside = verb.start > top.mention.end and re.search(r",\s*where\b", text[top.mention.end : verb.start]) is not None
    lasting = _NOWADAYS.fullmatch(verb.form) is not None and motion in {Motion.OTHER, Motion.STAY}
    if aside and (_HABIT.match(verb.form) or lasting or holds(text, verb)):
        return None  # "In Copenhagen, where she trained, the ministry sent flowers"
    if lasting and relation == "at" and _WHO.search(text, clause.start, verb.start):
        return None  # "Ida Lund, who dances in Oslo"
    if relation == "at" and motion in {Motion.LEAVE, Motion.START} and _AFTERWARDS.search(between):
        return None  # "left X after the arrest of a friend in Y"
    left_there = _OBJECT_LEFT.search(text, clause.start, verb.start) and _STRAIGHT.match(between)
    if is_only_asked(text, verb) or (
        is_of_cargo(verb, between) and not (clause.object_is_traveller or _TO_NEXT.match(text, top.mention.end))
    ):
        return None
    if is_habit(text, clause, verb) or is_of_today(text, clause, verb) or is_set_aside(verb, between):
        return None
    if relation == "at" and motion is Motion.LEAVE and left_there:
        return None  # "her passport, which she left in X"
    if verb.form in _ACCUSED and _OF_CRIME.match(text, verb.end):
        return None
    # "has been on the way to X since Monday": that day is the one of the start
    since = verb.current and _SINCE.match(text, top.mention.end, clause.end) is not None
    if (
        since
        or _BY_TELEPHONE.search(between)
        or supposed(text, clause, verb.start)
        or of_another(text, clause, verb, top)
    ):
        return None
    if (word := word_event(clause, verb, relation, between)) is not None:
        return word[0]
    goes_on = _TO_NEXT.match(text, top.mention.end) is not None
    if relation == "at" and clause.opener not in _QUOTES and is_heard(text, clause, verb, top):
        return Event.AT
    return _by_verb(
        verb, motion, relation, between, asylum=asylum, attributes=clause.opener in _QUOTES, goes_on=goes_on
    )


_BEING = frozenset({"was", "were", "is", "are"})
_LET_OR_NOT = frozenset({"allowed", "permitted", "forbidden", "refused", "denied", "barred", "declined"})
"""What is done to somebody at a gate, in the passive: "was refused at X", "was allowed in at X"."""
_AIMS = frozenset({"made for", "makes for", "making for"})
"""Verbs that name a goal and not that it was reached."""
_ASKED = regex(r"[^.!?;:\n]*\?")
_TO_NEXT = regex(
    r"\s+(?:to|into|as\s+far\s+as)\s+(?:(?:the|an?|his|her|their)\s+(?:[a-z-]+\s+){1,3}(?:at|in|of|near|on|outside)\s+)?(?:the\s+)?[A-Z]"
)
"""What after "from X" makes it the start of a way: "with two of his sons from X to Y"."""
_HABIT = regex(r"(?:train|work|teach|practis|practic|stud|liv|grew|lectur|serv|own|ran$|run|keep|kept)")
_WHO = regex(r"\bwho\s+(?:\w+ly\s+|also\s+|still\s+|now\s+|often\s+)?\Z")
_NOWADAYS = regex(r"(?!(?:is|was|has|does|says)\Z)[a-z-]+[^s]s")
"""The form of what is done always: "in X, where he banks"."""
_OBJECT_LEFT = regex(r"\b(?:which|that)\s+(?:\w+\s+){0,3}$")
_ACCORDING_TO = regex(r"\baccording\s+to\b(?![^,]*,)", re.IGNORECASE)
"""Whose word something is, where no comma ends that before the place: "according to a clerk in X"."""
_IS_OPEN = regex(
    r"\W*(?:(?:and|but|even|that|when|where|while|since|because|as|for|though|although)\s+){0,2}"
    r"(?:(?:if|unless|whether)\s(?:[^,;]|,\s\d{1,2}\b,?)*|(?:nothing|nobody|no[\s-]one|none|neither|"
    r"no\s+(?!sooner|longer|doubt|wonder|less|fewer|later|matter)[a-z]+)(?:\s+[\w\u2019'-]+(?:,\s\d{1,2},)?){0,6}\s*)|"
    r"\W*(?-i:Had|Were|Should|Did|Could|Was|Has|Have|Is|Are|Does|Do|Will|Would|Might|Must|Can|Need)\s+"
    r"(?:(?:he|she|they|it|I|we)\b|(?-i:[A-Z])[\w\u2019'-]+)(?:[^,;.]|,\s\d{1,2}\b,?|,\s[^,;.]{1,60},){0,120}",
    re.IGNORECASE,
)
"""How a clause opens that tells of nothing done: "if he was in X", "no camera saw him in X", "had she flown to X"."""
_AFTERWARDS = regex(
    r"\b(?:after|following|during|before|over)\s+(?:[\w\u2019'-]+\s+){1,6}(?:in|at|near)\s+(?:the\s+)?$", re.IGNORECASE
)
_CATCHES = frozenset({"caught", "catch", "catches", "noted", "notes", "timed", "watched", "weighed"})
_KEEPS = frozenset(
    {"left", "leaves", "pinned", "pins", "laid", "landed", "deposited", "dumped", "abandoned", "marooned"}
)
_KEPT_THERE = regex(
    r"\s+(?:him|her|them|me|us|(?:[A-Z][\w\u2019'-]*\s+){0,4}[A-Z][\w\u2019'-]+)\s+(?:(?:instead|stranded|alone|behind|sick|ill|asleep|waiting|low|down|up|"
    r"penniless|marooned|fast|high\s+and\s+dry|\w+ly)\s+)*(?:in|at|on|near|outside)\s+(?:the\s+)?"
)
"""Whom a strike, a storm or an illness keeps at a place: "the strike | left her stranded in X"."""
_FOR_LIFT = regex(
    r"\s+(?:for|to\s+(?:get|find|sell|hire|thumb|cadge))\s+(?:an?|the|some)\s+(?:[\w-]+\s+)?(?:lift|ride|taxi|room|bed|berth|passage|porter|guide|seat|cab)\b"
)
_TO_HIM = regex(r"\s+(?:him|her|them|me|us|[A-Z][a-z]+|the\s+(?:[a-z-]+\s+)?(?!same\b)[a-z-]+)\b")
_HOST = regex(
    r"\b(?:an?|the|one|another)\s+(?:[\w\u2019'-]+\s+){0,2}?(?P<noun>[\w-]+)\s+(?:(?:of|from)\s+(?:the|an?|his|her|its)\s+(?:[\w-]+\s+){1,3}?)?"
    r"(?:in|at|near|outside)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Who stands before the place where they served somebody: "a chemist in X handed him pills"."""
_HOST_BEHIND = regex(
    r"\s*(?:,[^.;]{0,80})?,?\s+(?:an?|the|one|another|some|two|three)\s+(?:[\w-]+\s+){0,3}?(?P<noun>[\w-]+)\s+(?:had\s+|\w+ly\s+|then\s+)?",
    re.IGNORECASE,
)
"""Who stands behind the place that is told first: "in X a chemist handed him pills"."""
_STRAIGHT = regex(r"\s*(?:behind\s+)?(?:in|at|on|near|with|by|behind|outside)\b")
_ACCUSED = frozenset(
    {"accused", "suspected", "charged", "convicted", "wanted", "blamed", "sought", "indicted", "acquitted", "cleared"}
)
_OF_CRIME = regex(r"\s+(?:of|with|for|in\s+connection)\b")
"""A crime of which somebody is accused is no proof that they were where it happened."""
_OPEN = regex(r"\s+(?:the|an?|his|her|their)\s[^,.;:]{1,60}?\s(?:open|closed)\b")
_SINCE = regex(r"[^,;.]{0,40}?\bsince\b")
_BY_TELEPHONE = regex(r"\bby\s+(?:tele)?phone\b", re.IGNORECASE)
"""Who is reached by telephone is asked, not told of."""


def _by_verb(
    verb: Verb, motion: Motion, relation: str, between: str, *, asylum: bool, attributes: bool, goes_on: bool
) -> Event | None:
    speaks = relation == "at" and not verb.passive and _SPOKEN_TO.search(between) is not None
    crowd = relation == "at" and not verb.passive and _CROWD.search(between) is not None
    if motion is Motion.SPEECH and verb.form in _BEFORE_PEOPLE and crowd and not attributes:
        return Event.AT
    if is_spoken_afar(verb, motion, between):
        return Event.AT if speaks or speaks_there(verb, relation, between) else None
    if asylum:
        return Event.AT
    if relation == "object" and goes_on and verb.form in journey_words("goes_straight") and not between.strip():
        return Event.DEPART  # "flew Madrid to Lisbon"
    aboard = verb.form in _OFF_VEHICLE and relation in {"object", "from"}
    aboard = aboard or (verb.form in {"addressed", "addresses"} and relation == "to")  # "letters addressed to X"
    way = motion in MOVING and (goes_on or is_start_in_company(between, starts=motion is Motion.START))
    if aboard or (relation == "from" and not way and is_of_noun(between, moved=motion in MOVING)):
        return None
    return EVENTS.get(motion, {}).get(relation)


def _planned(clause: Clause, verb: Verb, text: str) -> bool:
    """Whether a verb of planning governs: "decided to leave", "was due to fly"; a plan is no visit."""
    if verb.motion is Motion.PLAN:
        return True
    before = [earlier for earlier in clause.verbs if earlier.end <= verb.start]
    if not before or not verb.form.endswith("ing"):
        return False
    return (
        before[-1].motion is Motion.PLAN
        and re.fullmatch(r"\s+(?:of|from|on|about|for|against)?\s*", text[before[-1].end : verb.start]) is not None
    )


def _is_about_traveller(clause: Clause, verb: Verb, motion: Motion, text: str, top: "Toponym") -> bool:
    if clause.subject is Subject.TRAVELLER:
        return True
    if clause.subject is Subject.VEHICLE:
        # "lorries that had been loaded in X were driven to"
        relative = re.search(r"\b(?:that|which)\s+had\b", text[clause.start : verb.start]) is not None
        empty = verb.perfect and verb.form in journey_words("readied") and not (relative and verb.passive)
        stands = motion is Motion.STAY and stands_there(text, clause, verb, top)
        halts = makes_halt(text, verb)
        # "the taxi there gave her a receipt"
        gives = verb.form in journey_words("gives") and not verb.passive and _TO_HIM.match(text, verb.end) is not None
        # "the marathon was held in X"
        held = verb.form == "held" and verb.passive and not VEHICLES.search(text, clause.start, verb.start)
        # "her car broke down at X"; that of "was going to X when the car broke down" has the day of the way
        mishap = clause.opener != "when" and not verb.passive and verb.form.split()[0] in journey_words("mishaps")
        mishap = mishap and _ANY.search(text, clause.start, verb.start) is None
        there = gives or stands or halts or mishap or motion in MOVING
        return not empty and (there or (motion is Motion.SEEN and not held))
    # "guards took him to X", "cameras caught a jeep speeding towards X"
    # "a man who had come down from X watched them pass"
    goes_himself = any(one.start > top.mention.end and not (one.infinitive or one.passive) for one in clause.verbs)
    taken = (
        bool({Motion.CARRY, Motion.SEEN} & {motion, *verb.motions})
        or (motion is Motion.MOVE and not goes_himself)
        or verb.form in journey_words("done_to")
    )
    if verb.start >= top.mention.end and verb.form in journey_words("gives"):
        host = _HOST.search(text[clause.start : top.mention.start])
        host = host or _HOST_BEHIND.fullmatch(text, top.mention.end, verb.start)
        # "a club in X has offered him a cup": that is how things stand, wherever he is
        taken = taken and host is not None and person_noun(host["noun"]) is not None and not verb.current
    elif verb.start >= top.mention.end:
        # "a hotel clerk in X saw him": who sees somebody at X sees them there
        taken = bool({Motion.SEEN, Motion.CARRY} & set(verb.motions)) or _lays_hands_on(text, clause, verb, top)
    taken = (taken and not goes_alone(text, clause, verb, top)) or goes_beside(text, verb)
    if clause.object_is_traveller and taken and not verb.passive and clause.subject is not Subject.UNCLEAR:
        return True
    # "cameras caught a jeep speeding towards X": a vehicle that is seen, before anybody is named
    first = clause.verbs[0]
    shown = Motion.SEEN in first.motions and first is not verb
    held = first.form in {"have", "has", "had"} and first is not verb and not is_rumoured(text, first.start)
    if clause.object_is_traveller and had_there(text, verb):
        return clause.subject is not Subject.UNCLEAR
    acting = verb.form.split()[0].endswith("ing") and motion not in {Motion.SPEECH, Motion.PLAN, Motion.STATIC}
    if (shown or held) and acting and clause.object_is_traveller:
        return True  # "a camera showed her leaving X", "pictures have him shaking hands in X"
    perceived = shown and motion in MOVING
    return perceived and VEHICLES.search(text[first.end : verb.start]) is not None


_ANY = regex(r"\b(?:an?|another|some|two|three|four|five|several|many)\s+(?:[\w\u2019'-]+\s+){0,4}\Z", re.IGNORECASE)
"""What makes a vehicle, up to its verb, one of others: "near X a lorry | overturned"."""
_SEEKS = regex(r"(?:look|search|hunt|scour|ask|call|hop|wait)(?:e?d|ing|e?s)")
_FOR_HIM = regex(r"\s+(?:everywhere\s+|in\s+vain\s+)?(?:for|after)\s+(?:him|her|them|me|us|[A-Z][a-z]+)\b")
"""Whom others look for need not be where they look."""


def _is_sought(text: str, clause: Clause, verb: Verb) -> bool:
    """Whether others look for somebody: "police searched for him in X"."""
    seeks = clause.subject is Subject.OTHER and _SEEKS.fullmatch(verb.form) is not None
    return seeks and _FOR_HIM.match(text, verb.end) is not None


def _lays_hands_on(text: str, clause: Clause, verb: Verb, top: "Toponym") -> bool:
    """Whether somebody at the place does what needs the traveller at hand: "a dresser in X was lacing her into ..."."""
    host = _HOST.search(text, clause.start, top.mention.start)
    at_hand = (verb.form in journey_words("hands_on") and _TO_HIM.match(text, verb.end)) or handles_own(
        text, verb.start
    )
    if not at_hand or verb.current:
        return False
    office = _OFFICE.match(text, clause.start, top.mention.start) is not None
    return office or (host is not None and person_noun(host["noun"]) is not None)


_OFFICE = regex(
    r"\W*(?:(?:and|but|then|where)\s+)?(?:the\s+|two\s+|three\s+|some\s+)?(?:customs|police|immigration|officers?|officials?|guards?|soldiers?|inspectors?|gendarmes?|"
    r"policemen|sentries|porters?|clerks?|militia|quarantine|excisemen|troops|rangers|wardens?|marshals)\s+(?:(?:officers?|officials?|men|staff|guards?|post|control)\s+)?"
    r"(?:in|at|near|outside)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""Those at a place who handle what somebody has along: "Customs in X sealed his lorry"."""
