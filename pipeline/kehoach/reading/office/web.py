"""HTML -> Reading, as a browser would show it. Nothing in it is run or fetched."""

from __future__ import annotations

import email
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from kehoach.errors import EmptyInput
from kehoach.model.document import Source
from kehoach.model.page import Reading
from kehoach.reading import plain
from kehoach.reading.identify import MHTML_SIGN
from kehoach.reading.office import flow
from kehoach.reading.office.flow import Flow, Paragraph, Piece, Run, Table, TableCell
from kehoach.reading.office.numerals import numeral
from kehoach.reading.office.web_styles import BLOCKS, Open, Style, closed, ended, of_a_site, styled

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "wbr"}
)
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_DEEPEST = 400
_WIDEST = 200
_MOST_TABLES = 25
"""Tables inside tables."""


def reading(source: Source) -> Reading:
    """The text of an HTML page.

    Raises:
        EmptyInput: there is no text in it.
    """
    found = flow_of(source.data)
    if not any(run.text.strip() for p in flow.paragraphs(found.pieces) for run in p.runs):
        raise EmptyInput(
            f"Trang không có chữ nào: {source.path} (there is no text in the page)",
            "Mở trang bằng trình duyệt, in ra PDF rồi đọc (open it in a browser, print it to PDF and read that).",
        )
    return flow.reading(found)


def flow_of(data: bytes) -> Flow:
    """What is on the page, or on the page that is packed with its pictures in one file (MHTML)."""
    text = packed if (packed := _unpacked(data)) is not None else decode(data)
    parser = _Page(of_a_site(text))
    parser.feed(text)
    parser.close()
    return parser.finished()


def _unpacked(data: bytes) -> str | None:
    """The page in a file that holds it together with its pictures; None where the file is the page itself."""
    if not MHTML_SIGN.match(data):
        return None
    for part in email.message_from_bytes(data).walk():
        content = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(content, bytes):
            try:
                return content.decode(part.get_content_charset() or "")
            except (LookupError, UnicodeDecodeError):
                return decode(content)
    return ""


def decode(data: bytes) -> str:
    """The page's text by the encoding that it names, else as plain text is read."""
    named = _CHARSET.search(data[:4096])
    if named is not None and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return plain.decode(data)


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
    def __init__(self, of_a_site: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._of_a_site = of_a_site
        self._open: list[Open] = []
        self._pieces: list[Piece] = []
        self._apart: list[Paragraph] = []
        self._main: list[int] = []
        self._runs: list[Run] = []
        self._label = ""
        self._lists: list[_List] = []
        self._tables: list[_Grid] = []

    def finished(self) -> Flow:
        """What was on the page. Where it says what its main part is, and most text is in it, the rest stands apart."""
        while self._tables:
            self._end_table()
        self._end_paragraph()
        begin, end = (*self._main, len(self._pieces))[:2] if self._main else (0, len(self._pieces))
        main, around = self._pieces[begin:end], [*self._pieces[:begin], *self._pieces[end:]]
        if flow.letters(main) <= flow.letters(around):
            main, around = self._pieces, []
        apart = (*self._apart, *flow.paragraphs(around))
        return Flow(tuple(main), (apart,) if apart else ())

    @property
    def _style(self) -> Style:
        return self._open[-1].style if self._open else Style()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._runs.append(Run("\n"))
            return
        if tag in BLOCKS:
            self._end_paragraph()
        del self._open[ended(self._open, tag) :]
        if tag == "main" and self._of_a_site and not self._tables and not self._main:
            self._main.append(len(self._pieces))
        if tag in ("ol", "ul"):
            form = _FORMS.get(given.get("type", "1"), "decimal") if tag == "ol" else None
            self._lists.append(_List(form, _whole(given.get("start", "1"), 1) - 1))
        elif tag == "li" and self._lists and "none" not in given.get("style", ""):
            self._number(self._lists[-1], given)
        elif tag == "table" and len(self._tables) < _MOST_TABLES:
            self._end_paragraph()
            self._tables.append(_Grid(self._pieces))
            self._pieces = []
        elif tag == "tr" and self._tables:
            self._end_row()
        elif tag in ("td", "th") and self._tables:
            self._begin_cell(given)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(Open(tag, styled(self._style, tag, given, self._of_a_site)))

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self._end_paragraph()
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif (tag in ("td", "th") and self._tables) or (tag == "tr" and self._tables):
            self._end_cell()
        elif tag == "table" and self._tables:
            self._end_table()
        if tag == "main" and len(self._main) == 1 and not self._tables:
            self._main.append(len(self._pieces))
        del self._open[closed(self._open, tag) :]

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
            into = self._apart if self._style.apart else self._pieces
            into.append(Paragraph(_trimmed(self._runs), self._label))
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
        grid.cells.append(TableCell(grid.row, grid.column, tuple(self._pieces), rows, columns))
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
        if grid.cells and self._style.apart:
            self._apart.extend(flow.paragraphs([Table(tuple(grid.cells))]))
        elif grid.cells:
            self._pieces.append(Table(tuple(grid.cells)))


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
