"""Lists of a DOCX: the number or bullet that the program prints before a paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from kehoach.reading.office.numerals import bullet, numeral
from kehoach.reading.office.package import attribute, child, named

_PLACE = re.compile(r"%([1-9])")
_BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Level:
    """``text`` is the pattern of the label, with %1 for the number of the outermost level."""

    format: str
    text: str
    start: int = 1
    restart: int | None = None
    legal: bool = False


@dataclass
class _List:
    levels: dict[int, Level]
    abstract: str
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the paragraphs of every list in the order in which they are asked for."""

    def __init__(self, root: Element | None) -> None:
        abstract = (
            {attribute(a, "abstractNumId") or "": a for a in named(root, "abstractNum")} if root is not None else {}
        )
        styled = {attribute(child(a, "styleLink"), "val"): a for a in abstract.values()}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._started: set[str] = set()
        for number in named(root, "num") if root is not None else ():
            key = attribute(child(number, "abstractNumId"), "val") or ""
            definition = abstract.get(key)
            link = attribute(child(definition, "numStyleLink"), "val")
            if link is not None:
                definition = styled.get(link, definition)
            if definition is not None:
                self._lists[attribute(number, "numId") or ""] = _list(definition, number, key)

    def label(self, number: str, depth: int) -> str:
        """The label of the next paragraph of a list at a level (from 0); empty where it has none."""
        found = self._lists.get(number)
        if found is None or depth not in found.levels:
            return ""
        counts = self._counts[found.abstract]
        if number not in self._started:
            self._started.add(number)
            for level in found.starts:
                counts.pop(level, None)
        for level, definition in found.levels.items():
            if level > depth and (definition.restart is None or depth < definition.restart):
                counts.pop(level, None)
        counts[depth] = counts[depth] + 1 if depth in counts else self._first(found, depth)
        return self._printed(found, counts, depth)

    @staticmethod
    def _first(found: _List, depth: int) -> int:
        return found.starts.get(depth, found.levels[depth].start)

    def _printed(self, found: _List, counts: dict[int, int], depth: int) -> str:
        level = found.levels[depth]
        if level.format == _BULLET:
            return bullet(level.text)

        def value(match: re.Match[str]) -> str:
            n = int(match[1]) - 1
            shown = found.levels.get(n)
            if shown is None:
                return ""
            count = counts.get(n, self._first(found, n))
            return numeral(count, "decimal" if level.legal else shown.format)

        return _PLACE.sub(value, level.text).strip()


def _list(definition: Element, number: Element, key: str) -> _List:
    levels = {depth: made for element in named(definition, "lvl") for depth, made in [_level(element)]}
    starts: dict[int, int] = {}
    for override in named(number, "lvlOverride"):
        depth = _whole(attribute(override, "ilvl"), 0)
        own = child(override, "lvl")
        if own is not None:
            levels[depth] = _level(own)[1]
        if (start := attribute(child(override, "startOverride"), "val")) is not None:
            starts[depth] = _whole(start, 1)
    return _List(levels, key, starts)


def _level(element: Element) -> tuple[int, Level]:
    restart = attribute(child(element, "lvlRestart"), "val")
    return _whole(attribute(element, "ilvl"), 0), Level(
        attribute(child(element, "numFmt"), "val") or "decimal",
        attribute(child(element, "lvlText"), "val") or "",
        _whole(attribute(child(element, "start"), "val"), 1),
        None if restart is None else _whole(restart, 0),
        child(element, "isLgl") is not None and attribute(child(element, "isLgl"), "val") not in ("0", "false"),
    )


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,6}", text) else otherwise
