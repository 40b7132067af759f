"""ODT (OpenDocument text) -> Reading, as the document would be printed with all tracked changes accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from kehoach.errors import EmptyInput, Encrypted, Truncated
from kehoach.model.document import Source
from kehoach.model.page import Reading
from kehoach.reading.office import flow, pictures
from kehoach.reading.office.flow import Flow, Paragraph, Piece, Run, Table, TableCell
from kehoach.reading.office.odt_styles import Counter, Look, Styles
from kehoach.reading.office.package import Package, attribute, child, local

_SKIPPED = frozenset({
    "tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms", "table-of-content", "note-citation",
    "change", "change-start", "change-end", "event-listeners", "variable-decls", "user-field-decls",
})  # fmt: skip
_MOST = 1000
"""Repeated spaces, rows and columns that are believed."""


def reading(source: Source) -> Reading:
    """The text of an ODT.

    Raises:
        Truncated: it is damaged.
        Encrypted: it is locked by a password.
        EmptyInput: there is nothing in it.
    """
    return flow.reading(_Document(Package(source.data, source.path)).flow())


class _Document:
    def __init__(self, package: Package) -> None:
        self.name = package.name
        if b"encryption-data" in package.bytes("META-INF/manifest.xml"):
            raise Encrypted(
                f"Tệp có mật khẩu: {self.name} (the file is protected by a password)",
                "Mở tệp bằng mật khẩu, lưu bản không có mật khẩu rồi đọc lại (save a copy without password).",
            )
        self.content, self.page_styles = package.xml("content.xml"), package.xml("styles.xml")
        self.styles = Styles((self.content, self.page_styles))
        self.outline = Counter(self.styles.outline)
        self.lists: dict[str, Counter] = {}
        self.notes: list[tuple[Paragraph, ...]] = []
        self.pictures = 0

    def flow(self) -> Flow:
        body = child(self.content, "body", "text")
        if body is None:
            raise Truncated(
                f"Không thấy nội dung văn bản trong tệp: {self.name} (the document's part is missing)",
                "Mở tệp bằng LibreOffice, lưu lại rồi đọc bản mới (open it in a word processor and save it again).",
            )
        pieces = tuple(self.pieces(body))
        if not any(run.text.strip() for p in flow.paragraphs(pieces) for run in p.runs):
            raise EmptyInput(
                f"Tệp không có chữ nào: {self.name} (there is no text in it)",
                "Nếu văn bản là ảnh, hãy xuất ra PDF rồi đọc (if it holds pictures, export it as PDF and read that).",
            )
        return Flow(pieces, (*self._running(), *self.notes), self.pictures)

    def pieces(self, parent: Element) -> Iterator[Piece]:
        for element in parent:
            tag = local(element.tag)
            if tag in ("p", "h"):
                yield from self._paragraph(element, self._heading_label(element) if tag == "h" else "")
            elif tag == "list":
                yield from self._list(element, 1, None)
            elif tag == "table":
                yield self._table(element)
            elif tag not in _SKIPPED:
                yield from self.pieces(element)

    def _list(self, element: Element, depth: int, counter: Counter | None) -> Iterator[Piece]:
        name = attribute(element, "style-name") or self._styled_list(element)
        if counter is None or name is not None:
            known = self.lists.get(name or "")
            goes_on = attribute(element, "continue-numbering") == "true" or attribute(element, "continue-list")
            fresh = (
                Counter(self.styles.levels(name))
                if counter is None or counter.levels != self.styles.levels(name)
                else counter
            )
            counter = known if known is not None and (goes_on or depth > 1) else fresh
            self.lists[name or ""] = counter
        for item in element:
            if local(item.tag) not in ("list-item", "list-header"):
                continue
            start = attribute(item, "start-value")
            first = local(item.tag) == "list-item"
            for inner in item:
                tag = local(inner.tag)
                if tag == "list":
                    yield from self._list(inner, depth + 1, counter)
                elif tag in ("p", "h"):
                    label = ""
                    if first:
                        label = counter.label(depth, int(start) if start and start.isdecimal() else None)
                    first = False
                    yield from self._paragraph(inner, label)
                elif tag == "table":
                    yield self._table(inner)

    def _styled_list(self, element: Element) -> str | None:
        """The list style that the first paragraph's style names."""
        first = next((inner for item in element for inner in item if local(inner.tag) in ("p", "h")), None)
        return self.styles.look(attribute(first, "style-name"), "paragraph").list_style if first is not None else None

    def _heading_label(self, element: Element) -> str:
        level = attribute(element, "outline-level") or ""
        listed = attribute(element, "is-list-header") == "true"
        return "" if listed or not level.isdecimal() else self.outline.label(int(level))

    def _paragraph(self, element: Element, label: str) -> Iterator[Piece]:
        runs: list[Run] = []
        boxes: list[Piece] = []
        self._runs(element, self.styles.look(attribute(element, "style-name"), "paragraph"), runs, boxes)
        yield Paragraph(tuple(runs), label)
        yield from boxes

    def _runs(self, element: Element, look: Look, runs: list[Run], boxes: list[Piece]) -> None:
        self._text(element.text, look, runs)
        for part in element:
            tag = local(part.tag)
            if tag == "s":
                self._text(" " * min(_whole(attribute(part, "c"), 1), _MOST), look, runs, kept=True)
            elif tag == "tab":
                self._text(" ", look, runs, kept=True)
            elif tag == "line-break":
                self._text("\n", look, runs, kept=True)
            elif tag == "note":
                body = child(part, "note-body")
                self.notes.append(tuple(flow.paragraphs(self.pieces(body))) if body is not None else ())
            elif tag == "text-box":
                boxes.extend(self.pieces(part))
            elif tag == "frame" and pictures.in_frame(part):
                self.pictures += 1
            elif tag == "span":
                self._runs(part, self.styles.look(attribute(part, "style-name"), "text").over(look), runs, boxes)
            elif tag not in _SKIPPED:
                self._runs(part, look, runs, boxes)
            self._text(part.tail, look, runs)

    @staticmethod
    def _text(text: str | None, look: Look, runs: list[Run], kept: bool = False) -> None:
        if text and not look.hidden:
            shown = text if kept else " ".join(text.split("\n"))
            runs.append(Run(shown.upper() if look.capitals else shown, bool(look.bold), bool(look.italic), look.font))

    def _table(self, element: Element) -> Table:
        cells: list[TableCell] = []
        for number, row in enumerate(_rows(element)):
            column = 0
            for cell in row:
                tag = local(cell.tag)
                if tag not in ("table-cell", "covered-table-cell"):
                    continue
                times = min(_whole(attribute(cell, "number-columns-repeated"), 1), _MOST)
                if tag == "table-cell":
                    inside = tuple(self.pieces(cell))
                    made = TableCell(
                        number, column, inside,
                        min(_whole(attribute(cell, "number-rows-spanned"), 1), _MOST),
                        min(_whole(attribute(cell, "number-columns-spanned"), 1), _MOST),
                    )  # fmt: skip
                    cells += [replace(made, column=column + n) for n in range(times if inside else min(times, 1))]
                column += times
        return Table(tuple(cells))

    def _running(self) -> Iterator[tuple[Paragraph, ...]]:
        """Headers and footers of the page styles."""
        for page in child(self.page_styles, "master-styles") or ():
            for part in page:
                if local(part.tag).startswith(("header", "footer")):
                    yield tuple(flow.paragraphs(self.pieces(part)))


def _rows(table: Element) -> Iterator[Element]:
    for element in table:
        tag = local(element.tag)
        if tag == "table-row":
            yield element
        elif tag in ("table-rows", "table-header-rows", "table-row-group"):
            yield from _rows(element)


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 8 else otherwise
