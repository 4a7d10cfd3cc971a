"""The command line: each command parses, calls, prints and ends with an exit code."""
