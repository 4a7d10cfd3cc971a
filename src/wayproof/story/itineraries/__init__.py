"""Itineraries as values and as files: visits with windows and quotes, read and written by hand."""
