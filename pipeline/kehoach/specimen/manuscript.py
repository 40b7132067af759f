"""A specimen's source: HTML of the official form, and the plain text that a clerk would keep of it."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field
from html.parser import HTMLParser

_BLOCKS = {"p", "h1", "h2", "h3", "h4"}
SPECIMEN_MARK = "Văn bản mẫu (SPECIMEN) - tên người và số liệu trong văn bản đều là giả định"
_SKIPPED = {"title", "style"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or a table row (``cells``) of the source, in reading order; ``within`` names the landmark that
    holds it: "header", "main", "footer", "stamp" or "annex"."""

    tag: str
    text: str
    within: str
    cells: tuple[str, ...] = ()
    css: str = ""


def pieces(html: str) -> tuple[Piece, ...]:
    """The printed pieces of a source, white space folded; a ``<br>`` ends a line of the letterhead or foot."""
    parser = _Pieces()
    parser.feed(html)
    parser.close()
    return tuple(parser.found)


def plain_text(html: str, *, width: int | None = None, gap: bool = False) -> str:
    """The document as plain text: a paragraph a line, table rows as cells joined by " | ".

    ``width`` breaks paragraphs into lines of at most so many characters; ``gap`` puts a blank line between them.
    What is no running text stands at the end, as in transcripts: a received stamp after a line "@stamp", the words
    that mark every page as a specimen after "@furniture".
    """
    body: list[str] = []
    stamp: list[str] = []
    in_table = False
    for piece in pieces(html):
        lines = _wrapped(piece.text, width) if width and not piece.cells else [piece.text]
        if piece.within == "stamp":
            stamp += lines
            continue
        apart = "\n\n" if gap and not (piece.cells and in_table) else "\n"
        body += [apart if body else "", "\n".join(lines)]
        in_table = bool(piece.cells)
    text = "".join(body) + "\n"
    received = "@stamp\n" + "\n".join(stamp) + "\n" if stamp else ""
    return f"{text}{received}@furniture\n{SPECIMEN_MARK}\n"


def _wrapped(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` characters; none begins with a dash that belongs to a name ("Tổ chức - Kiểm tra")."""
    tied = text[:2] + text[2:].replace(" - ", "\0- ").replace(" – ", "\0– ")
    return [line.replace("\0", " ") for line in textwrap.wrap(tied, width)]


@dataclass(frozen=True)
class _Open:
    tag: str
    css: str
    text: list[str] = field(default_factory=list)


class _Pieces(HTMLParser):
    """Collects paragraphs and rows; a paragraph inside a table cell is part of the cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Piece] = []
        self._landmarks: list[str] = []
        self._block: _Open | None = None
        self._row: list[str] | None = None
        self._row_css = ""
        self._cell: _Open | None = None
        self._skip = 0

    @property
    def _within(self) -> str:
        return self._landmarks[-1] if self._landmarks else "main"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        css = dict(attrs).get("class") or ""
        if tag in _SKIPPED:
            self._skip += 1
        elif tag in {"header", "main", "footer"}:
            self._landmarks.append(tag)
        elif tag in {"aside", "section"}:
            self._landmarks.append("stamp" if tag == "aside" else "annex")
        elif tag == "tr":
            self._row, self._row_css = [], css
        elif tag in {"td", "th"}:
            self._cell = _Open(tag, css)
        elif tag in _BLOCKS:
            if self._cell is not None:
                self._cell.text.append(" ")
            else:
                self._block = _Open(tag, css)
        elif tag == "br":
            self._add("\n" if self._cell is None and self._within in {"header", "footer"} else " ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skip -= 1
        elif tag in {"header", "main", "footer", "aside", "section"} and self._landmarks:
            self._landmarks.pop()
        elif tag in {"td", "th"} and self._cell is not None and self._row is not None:
            self._row.append(_fold("".join(self._cell.text)))
            self._cell = None
        elif tag == "tr" and self._row is not None:
            cells = tuple(self._row)
            self.found.append(Piece("tr", " | ".join(cells), self._within, cells, self._row_css))
            self._row = None
        elif tag in _BLOCKS and self._block is not None:
            for line in "".join(self._block.text).split("\n"):
                if folded := _fold(line):
                    self.found.append(Piece(self._block.tag, folded, self._within, (), self._block.css))
            self._block = None

    def handle_data(self, data: str) -> None:
        self._add(re.sub(r"\s+", " ", data))

    def _add(self, text: str) -> None:
        if self._skip:
            return
        if self._cell is not None:
            self._cell.text.append(text)
        elif self._block is not None:
            self._block.text.append(text)


def _fold(text: str) -> str:
    return " ".join(text.split())
