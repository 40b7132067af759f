"""The page list of ``--pages``."""

from __future__ import annotations

import re

import click

_PART = re.compile(r"(\d{1,5})(?:\s*-\s*(\d{1,5}))?")


def page_numbers(given: str | None) -> tuple[int, ...] | None:
    """The numbers of "1,3-5", sorted and each once; None where nothing was given.

    Raises:
        click.BadParameter: it is no such list, or counts backwards or from 0.
    """
    if given is None:
        return None
    numbers: set[int] = set()
    for part in given.split(","):
        match = _PART.fullmatch(part.strip())
        first = int(match[1]) if match else 0
        last = int(match[2] or first) if match else 0
        if not 1 <= first <= last:
            raise click.BadParameter(f"{given!r}; ví dụ / for example: 1,3-5", param_hint="--pages")
        numbers |= set(range(first, last + 1))
    return tuple(sorted(numbers))
