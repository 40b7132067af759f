"""Tasks: every assignment of work to units, from sentences, headings that are units, and tables."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.extract.tasks.cell_works import cell_works, inside, parallel, row_times
from kehoach.extract.tasks.running_tasks import works
from kehoach.extract.tasks.task_table import Place, Row, WorkTable, head_word, row_time, work_tables
from kehoach.extract.tasks.unit_cell import cell_units
from kehoach.extract.tasks.work_pieces import Work, merged
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
        _mention(document, work.path, work.span, work.units, work.rule, work.when, work.product)
        for work in works(document, outline, rules, grammar)
    ]
    for table in work_tables(document, outline, rules):
        found.extend(_rows(document, table, grammar))
    return tuple(sorted(found, key=lambda mention: mention.span.start))


def _mention(
    document: Document,
    path: str | None,
    span: Span,
    units: tuple[UnitMention, ...],
    rule: str,
    when: When | None,
    product: str | None = None,
) -> TaskMention:
    places = (span, *(unit.span for unit in units if not span.holds(unit.span)))
    task = Task(
        path=path,
        text=" ".join(document.quote(span).split()).strip(" .;:,-"),
        product=product,
        evidence=document.evidence(*places),
        confidence=document.confidence(*places),
        rule=rule,
    )
    return TaskMention(task, span, units, when)


def _rows(document: Document, table: WorkTable, grammar: UnitGrammar) -> Iterator[TaskMention]:
    """The rows of a table that says who does what. A list of names is one only with a column of times."""
    columns = table.of("unit", "lead", "coordinate", "supervise", "advise")
    managed = table.of("manager") if table.of("time") else ()
    if table.work is None or not (columns or managed) or (table.columns[table.work] == "name" and not table.of("time")):
        return
    for n, row in enumerate(table.rows):
        work = None if row.band else table.cell(n, table.work)
        if work is None or lowered(work.text).startswith(("tổng cộng", "cộng")):
            continue
        units = (*_units(table, n, columns, grammar), *_managers(table, n, managed, grammar))
        if units:
            product = _product(table, row, n)
            for piece in _pieces(table, n, work, units):
                yield _mention(document, row.path, piece.span, piece.units, "task.row", piece.when, product)


def _pieces(table: WorkTable, n: int, work: Place, units: tuple[UnitMention, ...]) -> Iterator[Work]:
    """The works of a row: one, or several where one has a time or units of its own."""
    when = row_time(table, n)
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
        if (place := table.cell(n, column)) is None:
            continue
        text = fold(place.cell.text.value)
        for unit in cell_units(text, _ROLES[table.columns[column]], grammar):
            printed = " ".join(f"{unit.head} {text[unit.start : unit.end]}".split())
            yield UnitMention(printed, unit.role, inside(place, unit.start, unit.end))


def _managers(table: WorkTable, n: int, columns: tuple[int, ...], grammar: UnitGrammar) -> Iterator[UnitMention]:
    """A place whose office answers for the row: "Huyện" over "Hòa An" is "Huyện Hòa An"."""
    for column in columns:
        if (place := table.cell(n, column)) is None:
            continue
        text = fold(place.cell.text.value).strip()
        head = "" if grammar.begins(lowered(text), 0) else head_word(table.heads[column])
        yield UnitMention(f"{head} {text}".strip(), "implement", place.span)


def _product(table: WorkTable, row: Row, n: int) -> str | None:
    for column in table.of("product"):
        if (place := table.cell(n, column)) is not None:
            return " ".join(place.text.split())
    return None
