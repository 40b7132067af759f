"""Tasks: every assignment of work to units, from sentences, headings that are units, and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kehoach.extract.tasks.cell_works import cell_works, inside, parallel, row_times
from kehoach.extract.tasks.heading_words import POST_ALONE
from kehoach.extract.tasks.programme_rows import programme_rows
from kehoach.extract.tasks.running_tasks import works
from kehoach.extract.tasks.subjects import ASSIGNING
from kehoach.extract.tasks.table_times import row_time
from kehoach.extract.tasks.unit_cell import CellUnit, cell_units, whole_names
from kehoach.extract.tasks.work_pieces import Work, merged
from kehoach.extract.tasks.work_tables import Place, Row, WorkTable, work_tables
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.model.document import Document, Span
from kehoach.model.fact import TaskMention, UnitMention
from kehoach.model.plan import Role, Task
from kehoach.model.section import Outline
from kehoach.model.time import When
from kehoach.orthography.fold import fold
from kehoach.rules.load import Rules

_ROLES: dict[str, Role] = {
    "unit": "implement", "lead": "lead", "coordinate": "coordinate", "supervise": "supervise", "advise": "advise",
}  # fmt: skip


def tasks(document: Document, outline: Outline, rules: Rules) -> tuple[TaskMention, ...]:
    """Unresolved: names as printed, times as printed."""
    grammar = rules.made(UnitGrammar.of)
    found = [
        _mention(document, work.path, work.span, work.units, work.rule, work.when, work.product, work.head)
        for work in works(document, outline, rules, grammar)
    ]
    hours = {row.row: row.when for row in programme_rows(document, outline, rules, by_line=True)}
    for table in work_tables(document, outline, rules):
        if not _of_people(table) or ASSIGNING & set(outline.kinds_at(document.starts[table.rows[0].block])):
            found.extend(_rows(document, table, grammar, hours))
    return tuple(sorted(found, key=lambda mention: mention.span.start))


def _mention(
    document: Document,
    path: str | None,
    span: Span,
    units: tuple[UnitMention, ...],
    rule: str,
    when: When | None,
    product: str | None = None,
    head: Span | None = None,
) -> TaskMention:
    said = (head, span) if head is not None else (span,)
    places = (*said, *(unit.span for unit in units if not any(part.holds(unit.span) for part in said)))
    task = Task(
        path=path,
        text=" ".join(" ".join(document.quote(part) for part in said).split()).strip(" .;:,-"),
        product=product,
        evidence=document.evidence(*places),
        confidence=document.confidence(*places),
        rule=rule,
    )
    return TaskMention(task, span, units, when)


def _rows(
    document: Document, table: WorkTable, grammar: UnitGrammar, hours: Mapping[int, When]
) -> Iterator[TaskMention]:
    """The rows of a table that says who does what. A list of names is one only with a column of times. ``hours``: the days
    of rows that tell hours, by block."""
    columns = table.of("unit", "lead", "coordinate", "supervise", "advise")
    managed = table.of("manager") if table.of("time") else ()
    crossed = not columns and not managed
    if table.work is None or (table.columns[table.work] == "name" and not table.of("time")):
        return
    for n, row in enumerate(table.rows):
        work = None if row.band else table.cell(n, table.work)
        if work is None or lowered(work.text).startswith(("tổng cộng", "cộng")):
            continue
        if _of_people(table) and POST_ALONE.fullmatch(lowered(fold(work.text)).strip(" .;")):
            continue
        units = (*_units(table, n, columns, grammar), *_managers(table, n, managed, grammar))
        units = units or (tuple(_crossed(table, n, grammar)) if crossed else ())
        if units:
            product = _product(table, row, n)
            for piece in _pieces(table, n, work, units, row_time(table, n) or hours.get(row.block)):
                yield _mention(document, row.path, piece.span, piece.units, "task.row", piece.when, product)


def _pieces(table: WorkTable, n: int, work: Place, units: tuple[UnitMention, ...], when: When | None) -> Iterator[Work]:
    """The works of a row: one, or several where one has a time or units of its own."""
    works = cell_works(fold(work.cell.text.value))
    said = row_times(table, n, len(works))
    if not said and all(piece.when in (None, when) for piece in works):
        yield Work(None, work.span, units, when, "task.row")
        return
    whose = _whose(table, n, units, len(works))
    found = [
        Work(
            None,
            inside(work, piece.start, piece.end),
            whose[i] if whose else units,
            piece.when or (said[i] if said else when),
            "task.row",
        )
        for i, piece in enumerate(works)
    ]
    yield from merged(found)


def _whose(
    table: WorkTable, n: int, units: tuple[UnitMention, ...], count: int
) -> tuple[tuple[UnitMention, ...], ...] | None:
    """Whose each work is, where one column of units has as many parts as there are works."""
    columns = [place for c in table.of("unit", "lead") if (place := table.cell(n, c)) is not None]
    parts = parallel(fold(columns[0].cell.text.value), count) if len(columns) == 1 else None
    if parts is None:
        return None
    spans = [inside(columns[0], *part) for part in parts]
    beside = tuple(u for u in units if not columns[0].span.holds(u.span))
    whose = tuple(tuple(u for u in units if span.holds(u.span)) + beside for span in spans)
    return whose if all(whose) else None


def _units(table: WorkTable, n: int, columns: tuple[int, ...], grammar: UnitGrammar) -> Iterator[UnitMention]:
    for column in columns:
        if (place := _said_above(table, n, column)) is None:
            continue
        text = whole_names(place.lines, grammar)
        units = cell_units(text, _ROLES[table.columns[column]], grammar)
        for unit in _first_leads(units) if _BOTH.search(lowered(table.heads.get(column, ""))) else units:
            printed = " ".join(f"{unit.head} {text[unit.start : unit.end]}".split())
            yield UnitMention(printed, unit.role, inside(place, unit.start, unit.end))


_BOTH = re.compile(r"chủ\s+trì.*phối\s+hợp")
"""In the head of a column that holds who leads and behind it who helps: "Đơn vị chủ trì/phối hợp"."""


def _first_leads(units: tuple[CellUnit, ...]) -> tuple[CellUnit, ...]:
    """The units of such a cell: the first leads, unless its own words tell who does."""
    if any(unit.role != "implement" for unit in units):
        return units
    return tuple(replace(unit, role="coordinate" if n else "lead") for n, unit in enumerate(units))


_AS_ABOVE = re.compile(r"\W*(?:nt|như\s+trên|n/t)\W*", re.IGNORECASE)


def _said_above(table: WorkTable, n: int, column: int) -> Place | None:
    """The cell of a row, or where it says "như trên" the one above."""
    place = table.cell(n, column)
    while place is not None and n > 0 and _AS_ABOVE.fullmatch(fold(place.cell.text.value)):
        n -= 1
        place = table.rows[n].places.get(column)
    return place


def _of_people(table: WorkTable) -> bool:
    """Whether the one who acts is told by nothing but a column of people, as in lists of members too."""
    columns = table.of("unit", "lead", "coordinate", "supervise", "advise")
    return bool(columns) and all(lowered(table.heads.get(c, "")).startswith("họ") for c in columns)


_CROSS = re.compile(r"\s*[xX×✓√+●*]\s*")


def _crossed(table: WorkTable, n: int, grammar: UnitGrammar) -> Iterator[UnitMention]:
    """The units over columns in which a cross marks who acts."""
    for column, head in table.heads.items():
        place = table.rows[n].places.get(column)
        if column in table.columns or place is None or not _CROSS.fullmatch(place.cell.text.value):
            continue
        text = fold(head)
        units = cell_units(text, "implement", grammar)
        if units and all(grammar.begins(lowered(text), unit.start) for unit in units):
            yield UnitMention(" ".join(head.split()), "implement", place.span)


def _managers(table: WorkTable, n: int, columns: tuple[int, ...], grammar: UnitGrammar) -> Iterator[UnitMention]:
    """A place whose office answers for the row: "Huyện" over "Hòa An" is "Huyện Hòa An"."""
    for column in columns:
        if (place := table.cell(n, column)) is None:
            continue
        text = fold(place.cell.text.value).strip()
        head = "" if grammar.begins(lowered(text), 0) else _head_word(table.heads[column])
        yield UnitMention(f"{head} {text}".strip(), "implement", place.span)


def _head_word(head: str) -> str:
    """The first alternative of a head that names a kind of place: "Huyện/TP" is "Huyện"."""
    return re.split(r"\s*[/,]\s*", head.strip())[0]


def _product(table: WorkTable, row: Row, n: int) -> str | None:
    for column in table.of("product"):
        if (place := table.cell(n, column)) is not None:
            return " ".join(place.text.split())
    return None
