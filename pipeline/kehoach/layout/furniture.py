"""What is printed on a page beside its text: page numbers, running heads, footnotes, stamps, signature boxes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kehoach.layout.columns import motto_at
from kehoach.layout.printed import Printed
from kehoach.layout.rows import Row
from kehoach.layout.signs import Signs, is_body
from kehoach.model.document import Block, Furniture, FurnitureKind
from kehoach.model.geometry import Box
from kehoach.model.page import Line, Page
from kehoach.model.text import Text
from kehoach.orthography.fold import bare

Item = Printed | Block

_NUMBER = re.compile(r"(?:trang|page)?\s*[-–—.~|(\[]*\s*(\d{1,3})\s*(?:/\s*\d{1,3})?\s*[-–—.~|)\]]*$", re.IGNORECASE)
_EDGE = 0.13
"""Share of the page's height, at top and bottom, where page numbers stand."""
_ALIKE = 82.0
_RIM = 0.08
"""The same for running heads."""
_ADDRESS_ROWS = 3
_ADDRESS = re.compile(r"(?:dia chi|tru so)\b.{0,20}?[:.]\s?\S")
_REACHED = re.compile(r"\b(?:dien thoai|dt|tel|fax|e-?mail|website|hotline)\b ?[:.]")
_LETTERHEAD_ROWS = 4
"""Rows of a letterhead down to its motto: three lines of bodies may stand before it."""
_CAPITALS = 0.7
"""Share of capitals in the line of a letterhead or of a post; the name in a signature box is in small letters."""


def of_line(kind: FurnitureKind, line: Printed) -> Furniture:
    return Furniture(kind, line.page, line.box, line.text)


def of_row(kind: FurnitureKind, row: Row, page: Page) -> Furniture:
    return Furniture(kind, page.number, row.box, Text.of_line(Line(row.words)))


def page_number(line: Printed, page: Page) -> bool:
    """Whether an outermost line of the page is its number: alone, near the edge where places are known."""
    match = _NUMBER.match(line.value.strip())
    if match is None:
        return False
    if line.box is not None and page.height:
        if not (line.box.top < _EDGE * page.height or line.box.bottom > (1 - _EDGE) * page.height):
            return False
        return line.confidence_ok or line.centred or abs(int(match[1]) - page.number) <= 2
    return abs(int(match[1]) - page.number) <= 30 and len(line.words) <= 3


def running_heads(pages: Sequence[tuple[Page, Sequence[Row]]]) -> set[int]:
    """Ids of rows that stand alike near the edge of two pages in five, three at least (of both where there are two).

    Recognition reads the same line a little differently on each page, so nearly alike is enough.
    """
    from rapidfuzz.fuzz import ratio

    groups: list[tuple[str, list[tuple[int, Row]]]] = []
    for page, rows in pages:
        for row in _outermost(rows):
            near = row.box.top < _RIM * (page.height or 0) or row.box.bottom > (1 - _RIM) * (page.height or 0)
            words = re.sub(r"\d+", "0", bare(row.text)).strip()
            if not near or len(words) < 4:
                continue
            group = next((found for known, found in groups if ratio(known, words) >= _ALIKE), None)
            if group is None:
                groups.append((words, group := []))
            group.append((page.number, row))
    enough = max(min(3.0, len(pages)), 0.4 * len(pages)) if len(pages) > 1 else 2.0
    repeated = {id(row) for _, found in groups if len({n for n, _ in found}) >= enough for _, row in found}
    lone = {id(rows[-1]) for page, rows in pages if _lone_foot_line(page, rows)}
    return repeated | lone | {id(row) for page, rows in pages for row in rows[-_ADDRESS_ROWS:] if _at_foot(page, row)}


def _at_foot(page: Page, row: Row) -> bool:
    return row.box.bottom > (1 - _RIM) * (page.height or 0) and is_address(row)


def is_address(row: Row) -> bool:
    """Where an office is and how it is reached, as letter paper prints it at the foot of a page."""
    words = bare(row.text)
    return bool(_ADDRESS.match(words)) or len(set(_REACHED.findall(words))) > 1


def _lone_foot_line(page: Page, rows: Sequence[Row]) -> bool:
    """Whether the last row is a line of print by itself at the bottom edge, far below text and tables: an address, a note."""
    if len(rows) < 2 or not page.height or rows[-1].box.bottom < (1 - _RIM) * page.height:
        return False
    last = rows[-1].box
    above = max([rows[-2].box.bottom, *(grid.box.bottom for grid in page.grids if grid.box.cy < last.cy)])
    far = last.top - above > 4 * rows[-1].height
    small = [word for word in rows[-1].words if word.text[:1].islower()]
    return far and len(rows[-1].words) >= 6 and 2 * len(small) > len(rows[-1].words)


def _outermost(rows: Sequence[Row]) -> list[Row]:
    """The first and the last row that is more than a number. A letterhead at the top is none: an annex repeats it."""
    telling = [row for row in rows if not _NUMBER.match(row.text.strip())]
    headed = any(motto_at(row) is not None for row in telling[:_LETTERHEAD_ROWS])
    return telling[headed:1] + telling[-1:]


def footnotes(page: Page, lines: Sequence[Printed]) -> int:
    """Index of the first footnote line at the bottom of a page, or the number of lines.

    A footnote stands below a short rule and is set smaller, or is numbered and set clearly smaller.
    """
    sizes = Counter(round(line.size * 2) / 2 for line in lines if line.size)
    body = max(sizes, key=lambda size: (sizes[size], size)) if sizes else None
    rules = [
        r.box.top
        for r in page.rulings
        if _note_rule(r.box.width, r.box.x0, r.horizontal, page) and not _framed(r.box, page)
    ]
    for n, line in enumerate(lines):
        if line.box is None or not page.height or line.box.top < 0.5 * page.height or line.side is not None:
            continue
        small = body is not None and line.size is not None and line.size <= 0.88 * body
        numbered = bool(re.match(r"\(?\d{1,2}\)?\s?[^\W\d.)]|\*\s", line.value))
        below = any(_rule_between(rule, lines[n - 1] if n else None, line) for rule in rules)
        if (below and (small or numbered)) or (small and numbered):
            rest = lines[n:]
            if all(r.size is None or body is None or r.size <= 0.92 * body or below for r in rest):
                return n
    return len(lines)


_TOUCH = 3.0
"""Points that the ends of two lines of one box may lie apart."""
_NOTE = re.compile(r"\[(\d{1,3})\](?=\s*\S)")


def notes_of_text(lines: Sequence[Printed]) -> Sequence[Printed]:
    """The footnotes of a text without places, which web pages print below its end: "[1] Kế hoạch số ...", counted on,
    the first of them called by its mark further up."""
    heads = [(n, match) for n, line in enumerate(lines) if line.box is None and (match := _NOTE.match(line.value))]
    first = next((n for n, match in heads if match[1] == "1"), None)
    if first is None or not any("[1]" in line.value for line in lines[:first]):
        return ()
    found, count = [lines[first]], 1
    for line in lines[first + 1 :]:
        match = _NOTE.match(line.value)
        if match is not None and int(match[1]) != count + 1:
            break
        if match is None and (line.gap or line.labelled or found[-1].closed):
            break
        count += match is not None
        found.append(line)
    return found


def _rule_between(rule: float, above: Printed | None, line: Printed) -> bool:
    """Whether the rule is drawn right above this line, below the line before it."""
    if line.box is None:
        return False
    over = above is None or above.box is None or above.box.cy < rule
    return over and -2 <= line.box.top - rule < 3 * line.box.height


def _note_rule(width: float, x0: float, horizontal: bool, page: Page) -> bool:
    return horizontal and bool(page.width) and 80 < width < 0.45 * (page.width or 1) and x0 < 0.3 * (page.width or 1)


def _framed(rule: Box, page: Page) -> bool:
    """Whether a line is the side of a box: another goes up or down from its end."""
    sides = (ruling.box for ruling in page.rulings if not ruling.horizontal)
    return any(
        min(abs(side.cx - rule.x0), abs(side.cx - rule.x1)) <= _TOUCH
        and side.top - _TOUCH <= rule.cy <= side.bottom + _TOUCH
        for side in sides
    )


def stamps(items: Sequence[Item], signs: Signs, upto: int) -> dict[int, FurnitureKind]:
    """Indices of the items (of the first ``upto``) that belong to a received stamp or a signature box; signature boxes
    stand among the last ones too."""
    found: dict[int, FurnitureKind] = {}
    for n, item in enumerate(items):
        if n in found or not isinstance(item, Printed) or upto <= n < len(items) - upto:
            continue
        kind = signs.kind(item)
        if kind == "esign":
            found.update(_signed(items, n))
        if n >= upto:
            continue
        if kind == "stamp" and re.match(r"(?:cong van )?den\b", item.bare):
            found.update(dict.fromkeys(_stamp_lines(items, signs, n), "received_stamp"))
        elif kind in ("urgency", "secrecy") and item.capitals > 0.8:
            found[n] = "urgency" if kind == "urgency" else "secrecy"
        elif kind == "copy_mark":
            found[n] = "copy_mark"
    return found


def _signed(items: Sequence[Item], at: int) -> dict[int, FurnitureKind]:
    """A line of a signature box; over a bare time the name of who signed belongs to it."""
    line, above = items[at], items[at - 1] if at else None
    if isinstance(line, Printed) and isinstance(above, Printed) and line.bare[:1].isdigit() and not line.gap:
        named = is_body(above) and above.capitals < _CAPITALS and not above.closed and not above.labelled
        return dict.fromkeys((at - 1, at) if named else (at,), "digital_signature")
    return {at: "digital_signature"}


def _stamp_lines(items: Sequence[Item], signs: Signs, at: int) -> list[int]:
    """The lines of a received stamp around its word ĐẾN: number, date, to whom, file number."""
    lines = [at]
    if at and _organ_above(items[at - 1], items[at]):
        lines.insert(0, at - 1)
    for n in range(at + 1, min(at + 6, len(items))):
        item = items[n]
        if not isinstance(item, Printed):
            break
        if signs.kind(item) == "stamp" or (
            re.match(r"(?:so|ngay|gio|chuyen|luu)\b ?[:;.]?", item.bare) and len(item.value) < 40
        ):
            if signs.kind(item) in ("number", "place_date") and not item.bare.startswith("so va ky"):
                break
            lines.append(n)
        else:
            break
    return lines


def _organ_above(above: Item, word: Item) -> bool:
    """The receiver's name at the head of its stamp: capitals close above ĐẾN, at the same left edge."""
    if not (isinstance(above, Printed) and isinstance(word, Printed)) or above.box is None or word.box is None:
        return False
    close = 0 <= word.box.top - above.box.top < 2.2 * above.box.height
    return close and abs(above.box.x0 - word.box.x0) < 8 and above.capitals > 0.7


def text_of(lines: Sequence[Printed]) -> Text:
    return Text.join(" ", (line.text for line in lines))
