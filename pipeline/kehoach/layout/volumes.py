"""A file that holds several documents one after another (a bound scan): where each begins.

Only a page that opens like a document begins a new one: quốc hiệu, a number line or a dated line with figures, and the
word of the document type, in this order and near its top, after a document that has ended (nơi nhận or the mark "./.").
Annexes and forms have no number or date of their own, and stay with their document.

A decision that issues two plans or more makes a record of each plan: a page with the word KẾ HOẠCH at its head and
"(Ban hành kèm theo Quyết định số ...)" below the subject. The decision itself stays with the first as its carrier.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from kehoach.layout.head import letterhead_zone
from kehoach.layout.printed import Printed
from kehoach.layout.signs import Signs
from kehoach.model.page import Grid, Line, Page
from kehoach.rules.load import Rules

_NEAR_TOP = 24
"""Lines within which the letterhead and the title of a page stand."""
_SUBJECT_LINES = 8
_SIGNING = ("authority", "position")
"""Lines in capitals that stand at a document's end, above the next one's letterhead."""
_ISSUED_BY = re.compile(r"(?:ban hanh )?(?:kem|dinh kem) theo (?:quyet dinh|nghi quyet|cong van|to trinh)\b")
_NUMBER = re.compile(r"\d{1,5}\s*[-/]")
_DAY = re.compile(r"ngay\s*\d{1,2}\s*thang\s*\d{1,2}\s*nam\s*\d{4}")
_END = re.compile(r"\./\.|[.:]\s*/\s*\.\s*$")


def volumes(pages: Sequence[Page], rules: Rules) -> tuple[tuple[Page, ...], ...]:
    """The pages of each document, in order; just one tuple where the file holds one document.

    A page of a file without pages (Word, HTML, text) may hold several: then each document has its part of it.
    """
    signs = Signs.of(rules)
    made = [made for page in pages for made in _pieces(page, signs)]
    pieces, printed = [piece for piece, _ in made], [lines for _, lines in made]
    carried = [n for n, lines in enumerate(printed) if _carried(lines, signs)]
    parts: list[list[Page]] = []
    ended = False
    for n, piece in enumerate(pieces):
        if not parts or (ended and _opens(printed[n], signs)) or n in carried[1:]:
            parts.append([piece])
            ended = False
        elif parts[-1][-1].number == piece.number:
            parts[-1][-1] = _together(parts[-1][-1], piece)
        else:
            parts[-1].append(piece)
        ended = ended or _ends(printed[n], signs)
    return tuple(map(tuple, parts))


def _pieces(page: Page, signs: Signs) -> list[tuple[Page, list[Printed]]]:
    """The page cut wherever a document may begin in it, each piece with its lines; one with places is never cut: there a
    document has a new page."""
    lines = _printed(page)
    if page.width is not None:
        return [(page, lines)]
    mottos = [n for n, line in enumerate(lines) if signs.kind(line) == "motto"]
    above = {n for motto in mottos for n in range(motto - _NEAR_TOP + 1, motto + 1)}
    places = [
        line.words[0].line
        for n, line in enumerate(lines)
        if n and ((n in above and _begins_letterhead(lines, n, signs)) or _own_plan(lines, n, signs))
    ]
    if not places:
        return [(page, lines)]
    made = []
    for start, end in pairwise((0, *places, sys.maxsize)):
        inside = [line for line in page.lines if not line.words or start <= line.words[0].line < end]
        grids = [grid for grid in page.grids if start <= _first(grid) < end]
        piece = replace(page, lines=tuple(inside), grids=tuple(grids))
        made.append((piece, _printed(piece)))
    return made


def _begins_letterhead(lines: Sequence[Printed], n: int, signs: Signs) -> bool:
    """Whether a whole letterhead begins with this line, below one that is no part of a letterhead."""
    return _of_head(lines[n], signs) and not _of_head(lines[n - 1], signs) and _headed(lines[n:], signs)


def _of_head(line: Printed, signs: Signs) -> bool:
    return letterhead_zone(line, signs) is not None and signs.kind(line) not in _SIGNING


def _headed(lines: Sequence[Printed], signs: Signs) -> bool:
    """Whether these lines begin with a whole letterhead, nothing else before its motto."""
    above = takewhile(lambda line: signs.kind(line) != "motto", lines[:_NEAR_TOP])
    return all(letterhead_zone(line, signs) is not None for line in above) and _opens(lines, signs)


def _together(one: Page, other: Page) -> Page:
    return replace(one, lines=(*one.lines, *other.lines), grids=(*one.grids, *other.grids))


def _first(grid: Grid) -> int:
    return min((word.line for cell in grid.cells for line in cell.lines for word in line.words), default=0)


def _opens(lines: Sequence[Printed], signs: Signs) -> bool:
    """Whether a letterhead of its own stands here and the word of a document type below it."""
    motto = given = False
    for line in lines[:_NEAR_TOP]:
        kind = signs.kind(line)
        if kind == "annex" and not motto:
            return False
        motto = motto or kind == "motto"
        given = given or (kind == "number" and bool(_NUMBER.search(line.value))) or bool(_DAY.search(line.bare))
        if signs.is_type(line):
            return motto and given
    return False


def _carried(page: Sequence[Printed], signs: Signs) -> bool:
    """Whether a plan begins here that a decision issues, as the line below its subject says."""
    lines = page[:_NEAR_TOP]
    kinds = [signs.kind(line) for line in lines]
    title = next((n for n, line in enumerate(lines) if signs.is_plan(line)), None)
    if title is None or "annex" in kinds[:title] or "number" in kinds[:title]:
        return False
    return _issued_plan(lines[title:], signs)


def _own_plan(lines: Sequence[Printed], at: int, signs: Signs) -> bool:
    """Whether the title of a plan that a decision issues stands here, and is no annex of one."""
    return signs.kind(lines[at - 1]) != "annex" and _issued_plan(lines[at:], signs)


def _issued_plan(lines: Sequence[Printed], signs: Signs) -> bool:
    """Whether the first of these lines is the title of a plan that a decision issues."""
    if not signs.is_plan(lines[0]):
        return False
    return bool(_ISSUED_BY.search(" ".join(line.bare for line in lines[1 : 1 + _SUBJECT_LINES])))


def _ends(lines: Sequence[Printed], signs: Signs) -> bool:
    return any(signs.kind(line) == "recipients" or _END.search(line.value) for line in lines)


def _printed(page: Page) -> list[Printed]:
    """The page's lines from the top, those of tables too: a letterhead may be one."""
    inside: Iterable[Line] = (line for grid in page.grids for cell in grid.cells for line in cell.lines)
    lines = [line for line in (*page.lines, *inside) if line.words]
    placed = sorted(lines, key=lambda line: line.box.top if line.box is not None else line.words[0].line)
    return [Printed(line.words, page.number) for line in placed]
