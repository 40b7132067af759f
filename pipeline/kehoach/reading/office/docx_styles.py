"""Styles of a DOCX: what a run looks like, and which list its paragraph's style belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kehoach.reading.office.package import attribute, child, named

_OFF = {"0", "false", "off", "none"}


@dataclass(frozen=True, slots=True)
class Look:
    """How characters are shown; None where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    font: str | None = None

    def over(self, other: Look) -> Look:
        """This look, and the other's where this one says nothing."""
        return Look(
            other.bold if self.bold is None else self.bold,
            other.italic if self.italic is None else self.italic,
            other.capitals if self.capitals is None else self.capitals,
            other.hidden if self.hidden is None else self.hidden,
            self.font or other.font,
        )


def look(properties: Element | None) -> Look:
    """What run properties (w:rPr) say."""
    if properties is None:
        return Look()
    capitals = [found for name in ("caps", "smallCaps") if (found := _flag(properties, name)) is not None]
    fonts = child(properties, "rFonts")
    return Look(
        _flag(properties, "b"),
        _flag(properties, "i"),
        any(capitals) if capitals else None,
        _flag(properties, "vanish"),
        attribute(fonts, "ascii") or attribute(fonts, "hAnsi"),
    )


class Styles:
    """The styles of ``word/styles.xml``."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._usual: dict[str, str] = {}
        self.first = look(child(root, "docDefaults", "rPrDefault", "rPr"))
        for style in named(root, "style") if root is not None else ():
            name, kind = attribute(style, "styleId"), attribute(style, "type") or "paragraph"
            if name is not None:
                self._styles[name] = style
                if attribute(style, "default") in ("1", "true"):
                    self._usual[kind] = name

    def look(self, name: str | None, kind: str) -> Look:
        """What a style and those that it is based on say."""
        found = Look()
        for style in self._chain(name or self._usual.get(kind)):
            found = found.over(look(child(style, "rPr")))
        return found

    def numbering(self, name: str | None) -> Element | None:
        """The list (w:numPr) of a paragraph style."""
        chain = self._chain(name or self._usual.get("paragraph"))
        return next((found for style in chain if (found := child(style, "pPr", "numPr")) is not None), None)

    def _chain(self, name: str | None) -> Iterator[Element]:
        seen: set[str] = set()
        while name is not None and name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = attribute(child(self._styles[name], "basedOn"), "val")


def _flag(properties: Element, name: str) -> bool | None:
    found = child(properties, name)
    return None if found is None else (attribute(found, "val") or "1").lower() not in _OFF
