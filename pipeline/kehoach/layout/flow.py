"""Pages -> one flow of printed lines and table rows in reading order, and the furniture taken out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kehoach.layout import copied, forms, framed, furniture, noise, overleaf, specks, tables
from kehoach.layout.frame import Frame, frame, settled, typical
from kehoach.layout.head import HEAD_LINES
from kehoach.layout.parts import Item
from kehoach.layout.printed import Printed
from kehoach.layout.rows import Row
from kehoach.layout.rows import rows as rows_of
from kehoach.layout.sheet import Sheet
from kehoach.layout.signs import Signs
from kehoach.model.document import Block, Furniture, FurnitureKind
from kehoach.model.geometry import around
from kehoach.model.page import Grid, Line, Mark, Page
from kehoach.model.text import Text
from kehoach.orthography.fold import bare

_MARKS: dict[str, FurnitureKind] = {
    "seal": "seal",
    "stamp": "received_stamp",
    "signature_ink": "ink",
    "digital_signature": "digital_signature",
    "picture": "noise",
    "handwriting": "ink",
    "furniture": "running_head",
    "note_call": "footnote",
}

_SITE_LINES = 2
"""How many lines of a web site must stand above a letterhead to be known as such."""
_STAMPED: tuple[FurnitureKind, ...] = ("urgency", "secrecy", "copy_mark")
"""What else than an arrival is stamped in colour."""


def items(pages: Sequence[Page], signs: Signs) -> tuple[list[Item], list[Furniture]]:
    """The flow of all pages, and what is no part of it."""
    apart: list[Furniture] = []
    pages = [_unstamped(page, signs, apart) for page in pages]
    sheets = _sheets(pages, apart)
    lines: list[tuple[Page, list[Printed]]] = []
    for page in pages:
        apart.extend(furniture_of(page, mark, signs) for mark in page.marks)
        sheet = sheets.get(page.number)
        opened = overleaf.left_open(lines[-1][1], signs) if lines else None
        lines.append((page, sheet.lines(signs, opened) if sheet is not None else []))
    made: list[Item | list[Block]] = []
    for page, found in lines:
        entries = _placed(page, found, signs) if page.number in sheets else _plain(page, signs, apart)
        made.extend(_without_furniture(page, entries, apart))
    flow = _without_site(overleaf.together(_numbered(made, apart)), signs, apart)
    return _without_stamps(flow, signs, apart), apart


def _unstamped(page: Page, signs: Signs, apart: list[Furniture]) -> Page:
    page, stamps = framed.without_received(page, signs)
    page, copies = copied.without_copier(page)
    page, dust = specks.without(page)
    apart.extend((*stamps, *copies, *dust))
    return page


def _sheets(pages: Sequence[Page], apart: list[Furniture]) -> dict[int, Sheet]:
    """The pages whose words have places, by number."""
    rows = {p.number: rows_of(p.lines) for p in pages if any(w.box is not None for line in p.lines for w in line.words)}
    frames = {p.number: frame(rows[p.number], p.width or 0.0) for p in pages if p.number in rows}
    usual = {
        p.number: typical(frames[o.number] for o in pages if o.number in rows and o is not p and _alike(p, o))
        for p in pages
    }
    heads = furniture.running_heads([(p, rows[p.number]) for p in pages if p.number in rows])
    made = {}
    for page in pages:
        if page.number in rows:
            own, others = frames[page.number], usual[page.number]
            found = settled(own, others, rows[page.number]) if own else others or _whole(page, rows[page.number])
            apart.extend(_at_edge(row, page) for row in rows[page.number] if id(row) in heads)
            kept, dropped = noise.strip([r for r in rows[page.number] if id(r) not in heads], found, page.number)
            apart.extend(dropped)
            made[page.number] = Sheet(page, tuple(kept), found)
    return made


def _at_edge(row: Row, page: Page) -> Furniture:
    return furniture.of_row("address" if furniture.is_address(row) else "running_head", row, page)


def _alike(page: Page, other: Page) -> bool:
    """Whether two pages are about equally wide: a table laid across has margins of its own."""
    return abs((page.width or 0.0) - (other.width or 0.0)) < 0.05 * (page.width or 1.0)


def _whole(page: Page, rows: Sequence[Row]) -> Frame:
    """The frame of a page without running text: its tables, or else the margins that the rules of form allow."""
    width = page.width or 595.0
    if not page.grids:
        return Frame(0.14 * width, 0.92 * width, 18.0, 0.0)
    left = min([0.14 * width, *(grid.box.x0 for grid in page.grids), *(row.box.x0 for row in rows[:1])])
    right = max([0.86 * width, *(grid.box.x1 for grid in page.grids)])
    return Frame(left, right, 18.0, 0.0)


def _placed(page: Page, lines: Sequence[Printed], signs: Signs) -> list[Item | list[Block]]:
    """The page's lines with its grids at their height."""
    made: list[Item | list[Block]] = list(lines)
    for grid in sorted(page.grids, key=lambda grid: grid.box.top, reverse=True):
        at = next(
            (n for n, line in enumerate(lines) if line.box is not None and line.box.cy > grid.box.top), len(lines)
        )
        form = forms.unfolded(grid, page.number, signs)
        made[at:at] = form if form is not None else [tables.blocks(grid, 0)]
    return made


def _without_furniture(
    page: Page, entries: list[Item | list[Block]], apart: list[Furniture]
) -> list[Item | list[Block]]:
    """Page numbers and footnotes taken out of a page's entries."""
    lines = [entry for entry in entries if isinstance(entry, Printed)]
    notes = {id(line) for line in (*lines[furniture.footnotes(page, lines) :], *furniture.notes_of_text(lines))}
    ends = _outermost(lines)
    kept: list[Item | list[Block]] = []
    for entry in entries:
        kind: FurnitureKind | None = None
        if isinstance(entry, Printed):
            if entry in ends and furniture.page_number(entry, page):
                kind = "page_number"
            elif id(entry) in notes:
                kind = "footnote"
        if kind is not None and isinstance(entry, Printed):
            apart.append(furniture.of_line(kind, entry))
        else:
            kept.append(entry)
    return kept


def _outermost(lines: Sequence[Printed]) -> Sequence[Printed]:
    """The first and the last line of a page, and where places are known the highest and the lowest: the other column of
    a letterhead or a foot may be read before or after it."""
    placed = [(line.box.cy, n) for n, line in enumerate(lines) if line.box is not None]
    outer = [lines[n] for _, n in (min(placed), max(placed))] if placed else []
    return [*lines[:1], *lines[-1:], *outer]


def _without_site(flow: list[Item], signs: Signs, apart: list[Furniture]) -> list[Item]:
    """The flow without what a web site printed above the document: its menu and its table of number, date and signer."""
    above = flow[:HEAD_LINES]
    kinds = [signs.kind_of(_plain_line(item)) for item in above]
    told = [n for n in range(kinds.index("motto")) if kinds[n] == "site"] if "motto" in kinds else []
    if len(told) < _SITE_LINES or any(isinstance(item, Printed) and item.box is not None for item in above):
        return flow
    for item in flow[: told[-1] + 1]:
        text = furniture.text_of([item]) if isinstance(item, Printed) else item.text
        apart.append(Furniture("running_head", item.page if isinstance(item, Printed) else 1, None, text))
    return flow[told[-1] + 1 :]


def _plain_line(item: Item) -> str:
    return item.bare if isinstance(item, Printed) else bare(item.text.value)


def _without_stamps(flow: list[Item], signs: Signs, apart: list[Furniture]) -> list[Item]:
    flow = [part for n, item in enumerate(flow) for part in (_unpressed(item, signs) if n < HEAD_LINES else [item])]
    found = furniture.stamps(flow, signs, upto=HEAD_LINES)
    for kind in sorted(set(found.values())):
        lines = [flow[n] for n in sorted(found) if found[n] == kind]
        printed = [line for line in lines if isinstance(line, Printed)]
        box = around(line.box for line in printed if line.box is not None)
        apart.append(Furniture(kind, printed[0].page, box, furniture.text_of(printed)))
    return [item for n, item in enumerate(flow) if n not in found]


def _unpressed(item: Item, signs: Signs) -> list[Item]:
    """A line with the kind of document, parted from a mark of urgency or secrecy that is stamped beside it ("HỎA TỐC KẾ
    HOẠCH")."""
    if not isinstance(item, Printed):
        return [item]
    for words in range(1, min(3, len(item.words))):
        mark = replace(item, words=item.words[:words])
        if signs.kind(mark) in ("urgency", "secrecy"):
            rest = replace(item, words=item.words[words:], gap=False)
            if signs.is_type(rest):
                return [mark, rest]
    return [item]


def furniture_of(page: Page, mark: Mark, signs: Signs) -> Furniture:
    text = Text.join(" ", (Text.of_line(line) for line in mark.lines if line.words))
    kind = _MARKS[mark.kind]
    told = {signs.kind(Printed(line.words, page.number)) for line in mark.lines if line.words}
    if mark.kind == "stamp" and "esign" in told and "stamp" not in told:
        kind = "digital_signature"
    if mark.kind == "stamp" and "stamp" not in told:
        kind = next((of_mark for of_mark in _STAMPED if of_mark in told), kind)
    if mark.kind == "furniture" and text.value.strip(" -–.").isdigit():
        kind = "page_number"
    return Furniture(kind, page.number, mark.box if page.width is not None else None, text)


def _plain(page: Page, signs: Signs, apart: list[Furniture]) -> list[Item | list[Block]]:
    """Lines and grids of a page without places, in the order of their line numbers."""
    order: list[tuple[int, Line | Grid]] = []
    at = -1
    for line in page.lines:
        at = line.words[0].line if line.words else at
        order.append((at, line))
    for grid in page.grids:
        first = min((w.line for c in grid.cells for line in c.lines for w in line.words), default=0)
        order.append((first, grid))
    order.sort(key=lambda entry: entry[0])
    made: list[Item | list[Block]] = []
    gap = False
    for _, entry in order:
        if isinstance(entry, Grid):
            form = forms.unfolded(entry, page.number, signs)
            made.extend(form if form is not None else [tables.blocks(entry, 0)])
            gap = True
        elif entry.words:
            printed = Printed(entry.words, page.number, gap=gap)
            gap = bool(noise.RULE.fullmatch(printed.value))
            if gap:
                apart.append(furniture.of_line("noise", printed))
            else:
                made.append(printed)
        else:
            gap = True
    return made


def _numbered(made: list[Item | list[Block]], apart: list[Furniture]) -> list[Item]:
    """Tables that meet with nothing between them joined; each table gets its number, from 0."""
    flow: list[Item] = []
    run: list[list[Block]] = []
    number = 0

    def close() -> None:
        nonlocal number
        for whole in tables.joined(run):
            table, again = tables.without_repeats(whole)
            apart.extend(tables.repeated_header(row) for row in again)
            flow.extend(Block.of_row(number, row.cells, row.row_kind) for row in table)
            number += 1
        run.clear()

    for entry in made:
        if isinstance(entry, list):
            run.append(entry)
        else:
            close()
            flow.append(entry)
    close()
    return flow
