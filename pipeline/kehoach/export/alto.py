"""A document as ALTO 4 (http://www.loc.gov/standards/alto/): XML with the place and confidence of every word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kehoach.export.typeset import SetBlock, SetLine, SetPage, pages
from kehoach.export.xml_text import allowed
from kehoach.model.document import Document
from kehoach.model.geometry import Box, around

_NAMESPACE = "http://www.loc.gov/standards/alto/ns-v4#"
_SCHEMA = f"{_NAMESPACE} http://www.loc.gov/standards/alto/v4/alto-4-2.xsd"
_UNIT = 1200 / 72
"""ALTO's unit inch1200 for a point."""


def to_alto(document: Document, name: str, program: str, version: str, engine: str | None) -> str:
    """The clean text in reading order, the cells of a table row in one ComposedBlock; furniture stands after it, and
    the tag of a block tells what it is.

    Args:
        document: the cleaned document.
        name: the file it was read from.
        program: who made the file, and in which ``version``.
        engine: what recognized the pages, None where nothing was recognized.
    """
    schema_location = {"{http://www.w3.org/2001/XMLSchema-instance}schemaLocation": _SCHEMA}
    root = Element("alto", {"xmlns": _NAMESPACE, **schema_location})
    _description(root, name, program, version, engine)
    placed = pages(document)
    tags = _tags(root, placed)
    layout = SubElement(root, "Layout")
    for page in placed:
        _page(layout, page, tags)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _description(root: Element, name: str, program: str, version: str, engine: str | None) -> None:
    description = SubElement(root, "Description")
    SubElement(description, "MeasurementUnit").text = "inch1200"
    image = SubElement(description, "sourceImageInformation")
    SubElement(image, "fileName").text = allowed(name)
    processing = SubElement(description, "Processing", {"ID": "processing"})
    if engine:
        SubElement(processing, "processingStepDescription").text = allowed(engine)
    software = SubElement(processing, "processingSoftware")
    SubElement(software, "softwareName").text = program
    SubElement(software, "softwareVersion").text = version


def _tags(root: Element, placed: Sequence[SetPage]) -> Mapping[str, str]:
    """A tag for each kind of block that occurs: its ID by the kind."""
    kinds = sorted({block.kind for page in placed for block in (*page.blocks, *page.furniture)})
    tags: dict[str, str] = {kind: f"kind_{kind}" for kind in kinds}
    if tags:
        element = SubElement(root, "Tags")
        for kind, name in tags.items():
            SubElement(element, "LayoutTag", {"ID": name, "LABEL": kind})
    return tags


def _page(layout: Element, page: SetPage, tags: Mapping[str, str]) -> None:
    number = page.page.number
    size = Box(0, 0, page.page.width, page.page.height) if page.page.width and page.page.height else None
    sides = {side: value for side, value in _place(size).items() if side in ("WIDTH", "HEIGHT")}
    element = SubElement(layout, "Page", {"ID": f"page_{number}", "PHYSICAL_IMG_NR": str(number), **sides})
    if page.page.ocr_confidence is not None:
        element.set("PC", f"{page.page.ocr_confidence:.4f}")
    space = SubElement(element, "PrintSpace", _place(size))
    n = 0
    for row in page.rows:
        parent = space
        if row[0].column is not None:
            box = around(block.box for block in row if block.box is not None)
            told = {"ID": f"row_{number}_{n + 1}", **_place(box), "TYPE": "table row"}
            parent = SubElement(space, "ComposedBlock", told)
        for block in row:
            n += 1
            _block(parent, block, f"{number}_{n}", tags)
    for block in page.furniture:
        n += 1
        _block(space, block, f"{number}_{n}", tags)


def _block(parent: Element, block: SetBlock, name: str, tags: Mapping[str, str]) -> None:
    told = {"ID": f"block_{name}", "TAGREFS": tags[block.kind], **_place(block.box)}
    element = SubElement(parent, "TextBlock", told)
    for n, line in enumerate(block.lines, 1):
        _line(element, line, f"{name}_{n}")


def _line(block: Element, line: SetLine, name: str) -> None:
    element = SubElement(block, "TextLine", {"ID": f"line_{name}", **_place(line.box)})
    for n, (word, following) in enumerate(pairwise((*line.words, None)), 1):
        if word is None:
            continue
        confidence = f"{min(1.0, max(0.0, word.confidence)):.4f}"
        place = _place(word.box)
        SubElement(
            element, "String", {"ID": f"word_{name}_{n}", **place, "CONTENT": allowed(word.text), "WC": confidence}
        )
        if following is not None:
            SubElement(element, "SP")


def _place(box: Box | None) -> dict[str, str]:
    if box is None:
        return {}
    sides = {"HPOS": box.x0, "VPOS": box.top, "WIDTH": box.width, "HEIGHT": box.height}
    return {name: str(round(side * _UNIT)) for name, side in sides.items()}
