"""The errors a user can meet. Each says what was given, what is allowed and what to do next."""


class WayproofError(Exception):
    """Anything that stops wayproof for a reason the user can act on; the base of all its errors."""


class InputError(WayproofError, ValueError):
    """What was given cannot be read: an empty story, an impossible date, coordinates out of range."""


class UnknownPlaceError(WayproofError, LookupError):
    """A name that the caller needs resolved is in no gazetteer."""


class DataError(WayproofError, RuntimeError):
    """A shipped data file is missing, or not the one that the manifest describes."""


class OutputError(WayproofError, OSError):
    """A result could not be written; nothing was written half."""


class OnlineError(WayproofError, ConnectionError):
    """An online service did not answer as its protocol says."""
