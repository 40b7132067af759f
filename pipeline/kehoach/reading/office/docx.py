"""DOCX (Office Open XML) -> Reading, as the document would be printed with all tracked changes accepted."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from kehoach.errors import EmptyInput, Truncated
from kehoach.model.document import Source
from kehoach.model.page import Reading
from kehoach.reading.office import flow, pictures, web
from kehoach.reading.office.docx_numbering import Numbering
from kehoach.reading.office.docx_styles import Look, Styles, look
from kehoach.reading.office.flow import Flow, Paragraph, Piece, Run, Table, TableCell
from kehoach.reading.office.package import Package, attribute, child, local, named

_WITHIN = frozenset({
    "ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo", "ruby",
    "rubyBase", "oMath", "oMathPara", "AlternateContent", "Choice", "Fallback",
})  # fmt: skip
"""Elements around others that change nothing of what is printed. What is deleted (w:del, w:moveFrom) is none of them."""
_BREAKS = {"br": "\n", "cr": "\n", "tab": " ", "ptab": " ", "noBreakHyphen": "-"}
_WIDEST = 200


def reading(source: Source) -> Reading:
    """The text of a DOCX.

    Raises:
        Truncated: it is damaged.
        EmptyInput: there is nothing in it.
    """
    document = _Document(Package(source.data, source.path))
    return flow.reading(document.flow())


def main_part(package: Package) -> str:
    """The part that holds the document's body, by the package's relations."""
    relations = package.xml("_rels/.rels")
    for relation in relations if relations is not None else ():
        if (attribute(relation, "Type") or "").endswith("/officeDocument"):
            return (attribute(relation, "Target") or "").lstrip("/")
    return "word/document.xml"


class _Document:
    def __init__(self, package: Package, *, inside: bool = False) -> None:
        self.package, self.inside = package, inside
        self.main = main_part(package)
        self.folder = posixpath.dirname(self.main)
        self.styles = Styles(package.xml(self._part("styles", "styles.xml")))
        self.numbering = Numbering(package.xml(self._part("numbering", "numbering.xml")))
        self.pictures = 0

    def flow(self) -> Flow:
        root = self.package.xml(self.main)
        body = child(root, "body")
        if body is None:
            raise Truncated(
                f"Không thấy nội dung văn bản trong tệp: {self.package.name} (the document's part is missing)",
                "Mở tệp bằng Word hay LibreOffice, lưu lại rồi đọc bản mới (open it in a word processor and save it).",
            )
        opening = self._opening(body)
        pieces = (*self._header(opening), *self.pieces(body))
        if not any(run.text.strip() for p in flow.paragraphs(pieces) for run in p.runs):
            raise EmptyInput(
                f"Tệp không có chữ nào: {self.package.name} (there is no text in it)",
                "Nếu văn bản là ảnh, hãy xuất ra PDF rồi đọc (if it holds pictures, export it as PDF and read that).",
            )
        return Flow(pieces, tuple(self._apart(opening)), self.pictures)

    def pieces(self, parent: Element) -> Iterator[Piece]:
        """The paragraphs and tables in an element, text boxes after the paragraph that they hang on."""
        carried: tuple[Run, ...] = ()
        alone = local(parent.tag) == "tc" and sum(local(element.tag) == "p" for element in parent) == 1
        for element in parent:
            tag = local(element.tag)
            if tag == "p":
                paragraph, boxes = self._paragraph(element, counts=alone)
                if carried:
                    paragraph = replace(paragraph, runs=(*carried, *paragraph.runs))
                    carried = ()
                if child(element, "pPr", "rPr", "del") is not None:
                    carried = paragraph.runs
                else:
                    yield paragraph
                yield from boxes
            elif tag == "tbl":
                yield self._table(element)
            elif tag == "altChunk":
                yield from self._chunk(element)
            elif tag in _WITHIN:
                yield from self.pieces(_chosen(element))
        if carried:
            yield Paragraph(carried)

    def _paragraph(self, element: Element, *, counts: bool) -> tuple[Paragraph, list[Piece]]:
        """A paragraph and the text boxes on it. One without words that is all of a cell may count its row (``counts``)."""
        properties = child(element, "pPr")
        style = attribute(child(properties, "pStyle"), "val")
        base = self.styles.look(style, "paragraph").over(self.styles.first)
        runs: list[Run] = []
        boxes: list[Piece] = []
        self._runs(element, base, runs, boxes, _Field())
        written = any(run.text.strip() for run in runs)
        label = self._label(properties, style) if written or counts else ""
        if not written and any(map(str.isalnum, label)):
            return Paragraph((Run(label),)), boxes
        return Paragraph(tuple(runs), label), boxes

    def _label(self, properties: Element | None, style: str | None) -> str:
        own, styled = child(properties, "numPr"), self.styles.numbering(style)
        number = attribute(child(own, "numId"), "val") or attribute(child(styled, "numId"), "val")
        depth = attribute(child(own, "ilvl"), "val") or attribute(child(styled, "ilvl"), "val") or "0"
        if number is None or number == "0" or not depth.isdecimal():
            return ""
        return self.numbering.label(number, int(depth))

    def _runs(self, parent: Element, base: Look, runs: list[Run], boxes: list[Piece], fields: _Field) -> None:
        for element in parent:
            tag = local(element.tag)
            if tag == "r":
                self._run(element, base, runs, boxes, fields)
            elif tag in _WITHIN:
                self._runs(_chosen(element), base, runs, boxes, fields)

    def _run(self, element: Element, base: Look, runs: list[Run], boxes: list[Piece], fields: _Field) -> None:
        properties = child(element, "rPr")
        style = attribute(child(properties, "rStyle"), "val")
        shown = look(properties)
        shown = shown.over(self.styles.look(style, "character")).over(base) if style else shown.over(base)
        text = ""
        for part in element:
            tag = local(part.tag)
            if tag == "fldChar":
                fields.step(attribute(part, "fldCharType") or "")
            elif tag == "t":
                text += part.text or ""
            elif tag in _BREAKS:
                text += _BREAKS[tag]
            elif tag == "sym":
                text += _symbol(attribute(part, "char") or "")
            elif tag in ("drawing", "pict", "object", "AlternateContent"):
                boxes.extend(self._boxes(_chosen(part)))
                self.pictures += pictures.in_drawing(_chosen(part))
        if text and not shown.hidden and not fields.inside_code:
            text = text.upper() if shown.capitals else text
            runs.append(Run(text, bool(shown.bold), bool(shown.italic), shown.font))

    def _boxes(self, parent: Element) -> Iterator[Piece]:
        """The content of text boxes; where it is there twice, for old and for new programs, that for new ones."""
        for element in parent:
            if local(element.tag) == "txbxContent":
                yield from self.pieces(element)
            else:
                yield from self._boxes(_chosen(element))

    def _table(self, element: Element) -> Table:
        cells: list[TableCell] = []
        above: dict[int, int] = {}
        number = 0
        for row in _rows(element):
            if child(row, "trPr", "del") is not None:
                continue
            column = _whole(attribute(child(row, "trPr", "gridBefore"), "val"), 0)
            for cell in _cells(row):
                properties = child(cell, "tcPr")
                span = max(1, min(_whole(attribute(child(properties, "gridSpan"), "val"), 1), _WIDEST))
                merged = child(properties, "vMerge")
                if merged is not None and attribute(merged, "val") != "restart" and column in above:
                    first = above[column]
                    cells[first] = replace(cells[first], row_span=number - cells[first].row + 1)
                else:
                    above.pop(column, None)
                    if merged is not None:
                        above[column] = len(cells)
                    inside = tuple(self.pieces(cell))
                    cells.append(TableCell(number, column, inside, column_span=span))
                column += span
            number += 1
        return Table(tuple(cells))

    def _chunk(self, element: Element) -> Iterator[Piece]:
        """A file that stands whole inside the document, as web systems write it: a page, or a document of its own."""
        for part in self._related("aFChunk", attribute(element, "id")):
            data = self.package.bytes(part)
            if data.startswith(b"PK") and not self.inside:
                yield from _Document(Package(data, part), inside=True).flow().pieces
            else:
                yield from web.flow_of(data).pieces

    def _opening(self, body: Element) -> str | None:
        """The header that is printed on the first page alone and has words: some templates keep the letterhead there."""
        section = next((e for e in body.iter() if local(e.tag) == "sectPr"), None)
        if section is None or child(section, "titlePg") is None:
            return None
        names = [attribute(e, "id") for e in named(section, "headerReference") if attribute(e, "type") == "first"]
        return next((part for name in names for part in self._related("header", name)), None)

    def _header(self, part: str | None) -> tuple[Piece, ...]:
        root = self.package.xml(part) if part is not None else None
        return tuple(self.pieces(root)) if root is not None else ()

    def _apart(self, opening: str | None) -> Iterator[tuple[Paragraph, ...]]:
        """Headers, footers and notes, but for the header that opens the text."""
        for kind in ("header", "footer"):
            for part in self._related(kind):
                root = self.package.xml(part) if part != opening else None
                if root is not None:
                    yield tuple(flow.paragraphs(self.pieces(root)))
        for kind in ("footnotes", "endnotes"):
            root = self.package.xml(self._part(kind, f"{kind}.xml"))
            for note in root if root is not None else ():
                if attribute(note, "type") in (None, "normal"):
                    yield tuple(flow.paragraphs(self.pieces(note)))

    def _part(self, kind: str, usual: str) -> str:
        return next(iter(self._related(kind)), posixpath.join(self.folder, usual))

    def _related(self, kind: str, name: str | None = None) -> list[str]:
        """The parts that the document refers to by a kind of relation, or by one relation of that kind."""
        root = self.package.xml(posixpath.join(self.folder, "_rels", f"{posixpath.basename(self.main)}.rels"))
        found = []
        for relation in root if root is not None else ():
            inside = attribute(relation, "TargetMode") != "External"
            asked = name is None or attribute(relation, "Id") == name
            if inside and asked and (attribute(relation, "Type") or "").endswith(f"/{kind}"):
                target = attribute(relation, "Target") or ""
                path = target.lstrip("/") if target.startswith("/") else posixpath.join(self.folder, target)
                found.append(posixpath.normpath(path))
        return found


class _Field:
    """Where a run stands in a field: its code is not printed, its result is."""

    def __init__(self) -> None:
        self._codes: list[bool] = []

    def step(self, kind: str) -> None:
        if kind == "begin":
            self._codes.append(True)
        elif kind == "separate" and self._codes:
            self._codes[-1] = False
        elif kind == "end" and self._codes:
            self._codes.pop()

    @property
    def inside_code(self) -> bool:
        return any(self._codes)


def _chosen(element: Element) -> Element:
    """Of content given in several ways the first."""
    if local(element.tag) != "AlternateContent":
        return element
    choice = child(element, "Choice")
    return choice if choice is not None else next(iter(element), element)


def _rows(table: Element) -> Iterator[Element]:
    for element in table:
        if local(element.tag) == "tr":
            yield element
        elif local(element.tag) in _WITHIN:
            yield from _rows(element)


def _cells(row: Element) -> Iterator[Element]:
    for element in row:
        if local(element.tag) == "tc":
            yield element
        elif local(element.tag) in _WITHIN:
            yield from _cells(element)


def _symbol(code: str) -> str:
    try:
        character = chr(int(code, 16))
    except ValueError:
        return ""
    return "" if "\ue000" <= character <= "\uf8ff" else character


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 6 else otherwise
