"""A file that holds several documents one after another (a bound scan): where each begins.

Only a page that opens like a document begins a new one: quốc hiệu, a number line or a dated line with figures, and the
word of the document type, in this order and near its top, after a document that has ended (nơi nhận or the mark "./.").
Annexes and forms have no number or date of their own, and stay with their document.

A decision that issues two plans or more makes a record of each plan: a page with the word KẾ HOẠCH at its head and
"(Ban hành kèm theo Quyết định số ...)" below the subject. The decision itself stays with the first as its carrier.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kehoach.layout.printed import Printed
from kehoach.layout.signs import Signs
from kehoach.model.page import Line, Page
from kehoach.rules.load import Rules

_NEAR_TOP = 24
"""Lines within which the letterhead and the title of a page stand."""
_SUBJECT_LINES = 8
_ISSUED_BY = re.compile(r"(?:ban hanh )?(?:kem|dinh kem) theo (?:quyet dinh|nghi quyet|cong van|to trinh)\b")
_NUMBER = re.compile(r"\d{1,5}\s*[-/]")
_DAY = re.compile(r"ngay\s*\d{1,2}\s*thang\s*\d{1,2}\s*nam\s*\d{4}")
_END = re.compile(r"\./\.|[.:]\s*/\s*\.\s*$")


def volumes(pages: Sequence[Page], rules: Rules) -> tuple[tuple[Page, ...], ...]:
    """The pages of each document, in order; just one tuple where the file holds one document."""
    signs = Signs.of(rules)
    carried = [page.number for page in pages if _carried(page, signs)]
    parts: list[list[Page]] = []
    ended = False
    for page in pages:
        if not parts or (ended and _opens(page, signs)) or page.number in carried[1:]:
            parts.append([])
            ended = False
        parts[-1].append(page)
        ended = ended or _ends(page, signs)
    return tuple(map(tuple, parts))


def _opens(page: Page, signs: Signs) -> bool:
    """Whether the page begins with a letterhead of its own and the word of a document type below it."""
    motto = given = False
    for line in _printed(page)[:_NEAR_TOP]:
        kind = signs.kind(line)
        if kind == "annex" and not motto:
            return False
        motto = motto or kind == "motto"
        given = given or (kind == "number" and bool(_NUMBER.search(line.value))) or bool(_DAY.search(line.bare))
        if signs.is_type(line):
            return motto and given
    return False


def _carried(page: Page, signs: Signs) -> bool:
    """Whether a plan begins here that a decision issues, as the line below its subject says."""
    lines = _printed(page)[:_NEAR_TOP]
    kinds = [signs.kind(line) for line in lines]
    title = next((n for n, line in enumerate(lines) if signs.is_plan(line)), None)
    if title is None or "annex" in kinds[:title] or "number" in kinds[:title]:
        return False
    below = " ".join(line.bare for line in lines[title + 1 : title + 1 + _SUBJECT_LINES])
    return bool(_ISSUED_BY.search(below))


def _ends(page: Page, signs: Signs) -> bool:
    lines = _printed(page)
    return any(signs.kind(line) == "recipients" or _END.search(line.value) for line in lines)


def _printed(page: Page) -> list[Printed]:
    """The page's lines from the top, those of tables too: a letterhead may be one."""
    inside: Iterable[Line] = (line for grid in page.grids for cell in grid.cells for line in cell.lines)
    lines = [line for line in (*page.lines, *inside) if line.words]
    placed = sorted(lines, key=lambda line: line.box.top if line.box is not None else 0.0)
    return [Printed(line.words, page.number) for line in placed]
