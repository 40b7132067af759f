"""The command line. One file a command; each parses, calls and prints."""

from kehoach.cli.program import main

__all__ = ["main"]
