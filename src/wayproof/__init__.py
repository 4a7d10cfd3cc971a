"""A geographic plausibility checker for stories: could they have travelled this."""

__version__ = "0.1.0"
