"""HTML -> Reading, as a browser would show it. Nothing in it is run or fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from kehoach.errors import EmptyInput
from kehoach.model.document import Source
from kehoach.model.page import Reading
from kehoach.reading import plain
from kehoach.reading.office import flow
from kehoach.reading.office.flow import Flow, Paragraph, Piece, Run, Table, TableCell
from kehoach.reading.office.numerals import numeral

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_SKIPPED = frozenset({
    "script", "style", "head", "template", "noscript", "svg", "math", "iframe", "object", "select", "textarea", "button",
    "nav",
})  # fmt: skip
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "wbr"}
)
_BLOCKS = frozenset({
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "section", "article", "header",
    "footer", "main", "aside", "center", "dl", "dt", "dd", "address", "hr", "body", "html", "form", "figure", "fieldset",
})  # fmt: skip
_BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_ITALIC = frozenset({"i", "em", "cite"})
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CSS = re.compile(r"(font-weight|font-style|display|visibility|text-transform)\s*:\s*([\w-]+)", re.IGNORECASE)
_DEEPEST = 400
_WIDEST = 200


def reading(source: Source) -> Reading:
    """The text of an HTML page.

    Raises:
        EmptyInput: there is no text in it.
    """
    parser = _Page()
    parser.feed(decode(source.data))
    parser.close()
    pieces = tuple(parser.finished())
    if not any(run.text.strip() for p in flow.paragraphs(pieces) for run in p.runs):
        raise EmptyInput(
            f"Trang không có chữ nào: {source.path} (there is no text in the page)",
            "Mở trang bằng trình duyệt, in ra PDF rồi đọc (open it in a browser, print it to PDF and read that).",
        )
    return flow.reading(Flow(pieces))


def decode(data: bytes) -> str:
    """The page's text by the encoding that it names, else as plain text is read."""
    named = _CHARSET.search(data[:4096])
    if named is not None and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return plain.decode(data)


@dataclass(frozen=True, slots=True)
class _Style:
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    hidden: bool = False


@dataclass
class _List:
    form: str | None
    count: int


@dataclass
class _Grid:
    """A table that is being read; ``taken`` tells how many rows below a merged cell still covers each column."""

    outer: list[Piece]
    cells: list[TableCell] = field(default_factory=list)
    row: int = -1
    column: int = 0
    taken: dict[int, int] = field(default_factory=dict)
    spans: tuple[int, int] | None = None


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, _Style]] = []
        self._pieces: list[Piece] = []
        self._runs: list[Run] = []
        self._label = ""
        self._lists: list[_List] = []
        self._tables: list[_Grid] = []

    def finished(self) -> Iterator[Piece]:
        while self._tables:
            self._end_table()
        self._end_paragraph()
        yield from self._pieces

    @property
    def _style(self) -> _Style:
        return self._open[-1][1] if self._open else _Style()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._runs.append(Run("\n"))
            return
        if tag in _BLOCKS:
            self._end_paragraph()
        if tag in ("ol", "ul"):
            form = _FORMS.get(given.get("type", "1"), "decimal") if tag == "ol" else None
            self._lists.append(_List(form, _whole(given.get("start", "1"), 1) - 1))
        elif tag == "li" and self._lists and "none" not in given.get("style", ""):
            self._number(self._lists[-1], given)
        elif tag == "table":
            self._end_paragraph()
            self._tables.append(_Grid(self._pieces))
            self._pieces = []
        elif tag == "tr" and self._tables:
            self._end_row()
        elif tag in ("td", "th") and self._tables:
            self._begin_cell(given)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append((tag, _styled(self._style, tag, given.get("style", ""))))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_paragraph()
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif (tag in ("td", "th") and self._tables) or (tag == "tr" and self._tables):
            self._end_cell()
        elif tag == "table" and self._tables:
            self._end_table()
        if tag in (name for name, _ in self._open):
            while self._open.pop()[0] != tag:
                continue

    def handle_data(self, data: str) -> None:
        style = self._style
        if style.hidden:
            return
        text = re.sub(r"\s+", " ", data)
        self._runs.append(Run(text.upper() if style.capitals else text, style.bold, style.italic))

    def _number(self, current: _List, given: dict[str, str]) -> None:
        current.count = _whole(given.get("value", ""), current.count + 1)
        self._label = f"{numeral(current.count, current.form)}." if current.form else "-"

    def _end_paragraph(self) -> None:
        if any(run.text.strip() for run in self._runs):
            self._pieces.append(Paragraph(_trimmed(self._runs), self._label))
            self._label = ""
        self._runs = []

    def _begin_cell(self, given: dict[str, str]) -> None:
        self._end_cell()
        grid = self._tables[-1]
        if grid.row < 0:
            grid.row = 0
        while grid.taken.get(grid.column, 0) > 0:
            grid.column += 1
        rows, columns = (min(max(_whole(given.get(name, ""), 1), 1), _WIDEST) for name in ("rowspan", "colspan"))
        grid.spans = rows, columns

    def _end_cell(self) -> None:
        self._end_paragraph()
        grid = self._tables[-1]
        if grid.spans is None:
            return
        rows, columns = grid.spans
        inside = tuple(flow.paragraphs(self._pieces))
        grid.cells.append(TableCell(grid.row, grid.column, inside, rows, columns))
        for n in range(grid.column, grid.column + columns):
            grid.taken[n] = max(grid.taken.get(n, 0), rows)
        grid.column += columns
        grid.spans = None
        self._pieces = []

    def _end_row(self) -> None:
        self._end_cell()
        grid = self._tables[-1]
        grid.row += 1
        grid.column = 0
        grid.taken = {n: left - 1 for n, left in grid.taken.items() if left > 1}

    def _end_table(self) -> None:
        self._end_cell()
        grid = self._tables.pop()
        stray = self._pieces
        self._pieces = grid.outer
        self._pieces.extend(stray)
        if grid.cells:
            self._pieces.append(Table(tuple(grid.cells)))


def _styled(outer: _Style, tag: str, css: str) -> _Style:
    said = {name.lower(): value.lower() for name, value in _CSS.findall(css)}
    weight, slope = said.get("font-weight"), said.get("font-style")
    bold = outer.bold or tag in _BOLD
    if weight is not None:
        bold = weight in ("bold", "bolder") or (weight.isdecimal() and int(weight) > 500)
    italic = slope in ("italic", "oblique") if slope is not None else outer.italic or tag in _ITALIC
    hidden = tag in _SKIPPED or said.get("display") == "none" or said.get("visibility") == "hidden"
    case = said.get("text-transform")
    capitals = case == "uppercase" if case is not None else outer.capitals
    return _Style(bold, italic, capitals, outer.hidden or hidden)


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Without line ends before and after the words."""
    found = list(runs)
    while found and not found[0].text.strip():
        found.pop(0)
    while found and not found[-1].text.strip():
        found.pop()
    return tuple(found)


def _whole(text: str, otherwise: int) -> int:
    return int(text) if re.fullmatch(r"\d{1,5}", text.strip()) else otherwise
