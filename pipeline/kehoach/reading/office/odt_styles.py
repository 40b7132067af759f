"""Styles and list styles of an ODT."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kehoach.reading.office.numerals import bullet, numeral
from kehoach.reading.office.package import attribute, child, local

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_BOLDEST_ORDINARY = 500


@dataclass(frozen=True, slots=True)
class Look:
    """How characters are shown; None where nothing is said. ``list_style`` is the list of a paragraph style."""

    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    font: str | None = None
    list_style: str | None = None

    def over(self, other: Look) -> Look:
        """This look, and the other's where this one says nothing."""
        return Look(
            other.bold if self.bold is None else self.bold,
            other.italic if self.italic is None else self.italic,
            other.capitals if self.capitals is None else self.capitals,
            other.hidden if self.hidden is None else self.hidden,
            self.font or other.font,
            other.list_style if self.list_style is None else self.list_style,
        )


@dataclass(frozen=True, slots=True)
class Level:
    """``above`` is how many levels' numbers the label shows, its own included."""

    form: str = "none"
    prefix: str = ""
    suffix: str = ""
    sign: str = ""
    start: int = 1
    above: int = 1


class Styles:
    """All styles of ``content.xml`` and ``styles.xml``; those of the content go first."""

    def __init__(self, roots: Iterable[Element | None]) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._usual: dict[str, Look] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        for root in roots:
            for group in ("automatic-styles", "styles"):
                for element in child(root, group) or ():
                    self._take(element)

    def look(self, name: str | None, family: str) -> Look:
        """What a style and those that it is based on say."""
        found = Look()
        seen: set[str] = set()
        while name is not None and name not in seen and (family, name) in self._styles:
            seen.add(name)
            style = self._styles[family, name]
            found = found.over(_look(style))
            name = attribute(style, "parent-style-name")
        return found.over(self._usual.get(family, Look()))

    def levels(self, name: str | None) -> dict[int, Level]:
        """The levels of a list style, from 1."""
        return self._lists.get(name or "", {})

    def _take(self, element: Element) -> None:
        tag, name = local(element.tag), attribute(element, "name") or ""
        if tag == "style":
            self._styles.setdefault((attribute(element, "family") or "", name), element)
        elif tag == "default-style":
            self._usual.setdefault(attribute(element, "family") or "", _look(element))
        elif tag == "list-style":
            self._lists.setdefault(name, _levels(element))
        elif tag == "outline-style":
            self.outline = _levels(element)


class Counter:
    """Counts the items of one list."""

    def __init__(self, levels: dict[int, Level]) -> None:
        self.levels = levels
        self._counts: dict[int, int] = {}

    def label(self, depth: int, start: int | None = None) -> str:
        """The label of the next item at a level (from 1); ``start`` sets its number."""
        level = self.levels.get(depth)
        if level is None:
            return ""
        for deeper in [d for d in self._counts if d > depth]:
            del self._counts[deeper]
        self._counts[depth] = start if start is not None else self._counts.get(depth, level.start - 1) + 1
        if level.sign:
            return bullet(level.sign)
        shown = [d for d in range(max(1, depth - level.above + 1), depth + 1) if d in self.levels]
        numbers = [numeral(self._counts.get(d, self.levels[d].start), self.levels[d].form) for d in shown]
        text = ".".join(number for number in numbers if number)
        return f"{level.prefix}{text}{level.suffix}".strip() if text else ""


def _look(style: Element) -> Look:
    text = child(style, "text-properties")
    weight, slope = attribute(text, "font-weight"), attribute(text, "font-style")
    case, variant, display = (attribute(text, name) for name in ("text-transform", "font-variant", "display"))
    bold = None if weight is None else weight == "bold" or (weight.isdecimal() and int(weight) > _BOLDEST_ORDINARY)
    capitals = None if case is None and variant is None else case == "uppercase" or variant == "small-caps"
    return Look(
        bold,
        None if slope is None else slope in ("italic", "oblique"),
        capitals,
        None if display is None else display == "none",
        attribute(text, "font-name"),
        attribute(style, "list-style-name"),
    )


def _levels(style: Element) -> dict[int, Level]:
    found = {}
    for element in style:
        depth = attribute(element, "level") or ""
        if not depth.isdecimal():
            continue
        start, above = attribute(element, "start-value") or "", attribute(element, "display-levels") or ""
        found[int(depth)] = Level(
            _FORMS.get(attribute(element, "num-format") or "", "decimal"),
            attribute(element, "num-prefix") or "",
            attribute(element, "num-suffix") or "",
            attribute(element, "bullet-char") or "",
            int(start) if start.isdecimal() else 1,
            int(above) if above.isdecimal() else 1,
        )
    return found
