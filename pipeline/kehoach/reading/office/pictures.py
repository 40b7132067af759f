"""How large the pictures in a word processor's document are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from kehoach.model.geometry import POINTS
from kehoach.reading.office import flow
from kehoach.reading.office.package import attribute, child, local

_LENGTH = re.compile(r"\s*(\d{1,6}(?:\.\d{1,6})?)\s*(pt|in|cm|mm|px)?\s*")
_UNITS: Mapping[str, float] = {
    "pt": 1.0,
    "in": POINTS,
    "cm": POINTS / 2.54,
    "mm": POINTS / 25.4,
    "px": 0.75,
}
_EMU = 12_700
"""Office's own units a point."""
_SIDES = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([^;]+)")


def in_drawing(element: Element) -> bool:
    """Whether a drawing of a DOCX, new or old, is a large picture and no box of text."""
    parts = list(element.iter())
    if any(local(part.tag) == "txbxContent" for part in parts):
        return False
    for part in parts:
        name = local(part.tag)
        if name == "extent" and flow.large(_emu(attribute(part, "cx")), _emu(attribute(part, "cy"))):
            return True
        if name == "shape":
            sides = {side: points(length) for side, length in _SIDES.findall(attribute(part, "style") or "")}
            if flow.large(sides.get("width", 0.0), sides.get("height", 0.0)):
                return True
    return False


def in_frame(element: Element) -> bool:
    """Whether a frame of an ODT is a large picture and no box of text."""
    if child(element, "text-box") is not None:
        return False
    return flow.large(points(attribute(element, "width") or ""), points(attribute(element, "height") or ""))


def points(length: str) -> float:
    """A length with its unit ("16.5cm"; pixels where it has none) in points; 0 where it is none."""
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _UNITS[found[2] or "px"] if found else 0.0


def _emu(text: str | None) -> float:
    return int(text) / _EMU if text is not None and text.isdecimal() and len(text) < 12 else 0.0
