"""Letters as patterns see them when they ignore case."""


def ignoring_case(text: str) -> str:
    """A text in lower case, with "i" and "s" for the two letters that a pattern takes for them when it ignores case."""
    lowered = text.lower()
    return lowered if lowered.isascii() else lowered.replace("\u0131", "i").replace("\u017f", "s")
