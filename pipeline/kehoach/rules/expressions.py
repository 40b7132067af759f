"""A regular expression taken apart, as far as it is asked which letters its matches hold.

``re`` has a parser of its own, but a private one, which also takes most of the time of compiling: this one keeps
letters in a row together and looks into nothing that says nothing of letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

DIGITS = frozenset("0123456789")
_WIDE = 64
"""Letters of the longest range that is told letter by letter."""
_TOKEN = re.compile(
    r"\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|N\{[^}]*\}|0[0-7]{0,2}|[1-3][0-7]{2}|[1-9]\d?|.)"
    r"|\[\^?\]?(?:\\.|[^\]\\])*\]"
    r"|\(\?(?:P<\w+>|P=\w+\)|\#[^)]*\)|<?[=!]|[:>]|\(\w+\)|[aiLmsux]+\)|[aiLmsux]*(?:-[imsx]+)?:)"
    r"|(?:[*+?]|\{\d+(?:,\d*)?\}|\{,\d+\})[?+]?"
    r"|[^\\\[\]()|*+?{}.^$]+|.",
    re.DOTALL,
)
_MEMBER = re.compile(r"\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|N\{[^}]*\}|[0-7]{1,3}|.)|.", re.DOTALL)
_TIMES = re.compile(r"\{(\d*)(,?)(\d*)\}")
_CONTROL = {"a": "\a", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_OFTEN = 1 << 32


class Said(Enum):
    """Parts of which nothing more is told."""

    PLACE = "takes no letter"
    ANYTHING = "takes we do not know what"


class Choice(NamedTuple):
    """A bracket: one of these stands there."""

    options: list[list[Part]]


class Repeat(NamedTuple):
    """What stands there again and again."""

    least: int
    most: int
    part: Part


class Beside(NamedTuple):
    """What must also stand at a place, before it or behind it, without being part of the match."""

    sequence: list[Part]


Part = str | frozenset[str] | Choice | Repeat | Beside | Said
"""Letters in a row; one letter of these; or one of the above."""


def parts(pattern: str, flags: int = 0) -> list[Part]:
    """The parts of a pattern that compiles, in order."""
    if flags & re.VERBOSE or "(?x" in pattern:
        return [Said.ANYTHING]
    opened: list[tuple[str, list[list[Part]]]] = []
    options: list[list[Part]] = [[]]
    for token in _TOKEN.findall(pattern):
        first = token[0]
        if first == "\\":
            options[-1].append(_escaped(token))
        elif first == "[":
            options[-1].append(_one_of(token[1:-1]))
        elif first == "(" and (token[-1] != ")" or token.startswith("(?(")):
            opened.append((token, options))
            options = [[]]
        elif first == "(":
            options[-1].append(Said.ANYTHING if token.startswith("(?P=") else Said.PLACE)
        elif first == ")":
            opening, outer = opened.pop()
            outer[-1].append(_closed(opening, options))
            options = outer
        elif token == "|":
            options.append([])
        elif first in "*+?" or (first == "{" and len(token) > 1):
            _repeat(options[-1], token)
        elif token in ".^$":
            options[-1].append(Said.ANYTHING if token == "." else Said.PLACE)
        else:
            options[-1].append(token)
    return options[0] if len(options) == 1 else [Choice(options)]


def flat(sequence: Iterable[Part]) -> Iterator[Part]:
    """The parts with those of brackets that hold one sequence only."""
    for part in sequence:
        if isinstance(part, Choice) and len(part.options) == 1:
            yield from flat(part.options[0])
        else:
            yield part


def _closed(opening: str, options: list[list[Part]]) -> Part:
    if opening.startswith("(?("):
        return Said.ANYTHING
    if opening[-1] == "!":
        return Said.PLACE
    if opening[-1] == "=":
        return Beside(options[0] if len(options) == 1 else [Choice(options)])
    return Choice(options)


def _repeat(sequence: list[Part], token: str) -> None:
    """Says of the last part of a sequence how often it stands there; of letters in a row it is the last letter."""
    least, most = {"*": (0, _OFTEN), "+": (1, _OFTEN), "?": (0, 1)}.get(token[0], (0, 0))
    if times := _TIMES.match(token):
        least = int(times[1] or 0)
        most = int(times[3]) if times[3] else _OFTEN if times[2] else least
    part = sequence.pop()
    if isinstance(part, str) and len(part) > 1:
        sequence.append(part[:-1])
        part = part[-1]
    sequence.append(Repeat(least, most, part))


def _escaped(token: str) -> Part:
    kind = token[1]
    if kind == "d":
        return DIGITS
    if kind in "AZbB":
        return Said.PLACE
    if kind in "DsSwWN" or (kind in "123456789" and len(token) < 4):
        return Said.ANYTHING
    return _letter(token)


def _letter(token: str) -> str:
    """The letter that is written with a backslash, or as it is."""
    if token[0] != "\\":
        return token
    if token[1] in "xuU" and len(token) > 2:
        return chr(int(token[2:], 16))
    if token[1] in "01234567":
        return chr(int(token[1:], 8))
    return _CONTROL.get(token[1], token[1])


def _one_of(members: str) -> Part:
    """The letters of a set, where they are told one by one."""
    if members[0] == "^":
        return Said.ANYTHING
    if "\\" not in members and "-" not in members:
        return frozenset(members)
    found: set[str] = set()
    tokens = _MEMBER.findall(members)
    n = 0
    while n < len(tokens):
        token = tokens[n]
        if token == r"\d":
            found |= DIGITS
        elif token[0] == "\\" and token[1] in "DsSwWN":
            return Said.ANYTHING
        elif tokens[n + 1 : n + 2] == ["-"] and n + 2 < len(tokens):
            first, last = ord(_letter(token)), ord(_letter(tokens[n + 2]))
            if last - first >= _WIDE:
                return Said.ANYTHING
            found.update(map(chr, range(first, last + 1)))
            n += 2
        else:
            found.add("\b" if token == r"\b" else _letter(token))
        n += 1
    return frozenset(found)
