"""Rivers crossed on the way: a ferry over a river is a step of a drive, and not how the drive was made."""

import re

from wayproof.story.vocabulary.regexes import regex

_RIVER_FERRY = regex(
    r"\b(?:cross(?:ed|ing|es)?|(?:went|came|passed|got|drove|rode|rolled|ferried|taken|carried|put)\s+(?:over|across))\s+(?:the|a|another|its|that|this|two|three)\s+"
    r"(?:[\w-]+\s+){0,2}?(?:rivers?|creeks?|canals?|estuary|stream|river\s+mouth|mouth|narrows|lagoon|backwater|dyke)\s+(?:on|by|in|with|aboard)\s+"
    r"(?:the|an?)\s+(?:[\w-]+\s+){0,2}?(?:ferry|ferryboat|ferry-boat|pontoon|raft|punt|barge|boat|launch|cable-ferry|chain\s+ferry)\b|"
    r"\b(?:took|takes|caught|on|by)\s+the\s+(?:[\w-]+\s+){0,2}?(?:river|chain|cable|car|vehicle)[\s-](?:ferry|ferryboat|pontoon)\s+(?:over|across)\s+the\s+"
    r"(?:[\w-]+\s+){0,2}?(?:river|creek|canal|estuary)\b|"
    r"\b(?:he|she|they|we|I)\s+(?:had\s+)?(?:crossed|got\s+(?:over|across)|went\s+(?:over|across))\s+(?:there\s+|it\s+|them\s+)?(?:on|by|in)\s+(?:(?:an?|the|two)\s+)?"
    r"(?:[\w-]+\s+)?(?:pirogues?|canoes?|dug-?outs?|punts?|rafts?|pontoons?|inner\s+tubes?|coracles?)\b(?!\s+(?:to|from|the)\b)",
    re.IGNORECASE,
)


def without_river_ferries(text: str) -> str:
    """The text without the ferries over rivers: "crossed the river on the ferry at X"."""
    return _RIVER_FERRY.sub(" ", text)
