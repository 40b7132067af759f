"""The works of a table cell: several in one cell, some with a time of their own, some with one beside them in the cells
of units and times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kehoach.extract.tasks.table_times import TimedRow, is_total
from kehoach.extract.tasks.work_cuts import JOINT
from kehoach.extract.tasks.work_tables import Place, WorkTable, work_tables
from kehoach.extract.text.paragraphs import clauses
from kehoach.extract.times.binding_times import BoundTime, bound_times
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.times.time_grammar import find
from kehoach.model.document import Document, Span
from kehoach.model.section import Outline
from kehoach.model.time import Moment, When
from kehoach.orthography.fold import fold
from kehoach.rules.load import Rules
from kehoach.rules.needs import Sieve

_BULLET = Sieve(r"(?:^|(?<=\s))[-+*•]\s+(?=[^\W\d_])")
_BEHIND_TIME = Sieve(r"\)\s*(?:,\s*(?:và\s+)?|và\s+)(?=[^\W\d_]+\s+[^\W\d_])")
_APART = Sieve(r"\s*[;\n]\s*")


@dataclass(frozen=True, slots=True)
class CellWork:
    """``start`` and ``end`` bound the words of the work in its cell; ``when`` is its own time there, or None."""

    start: int
    end: int
    when: When | None


def cell_works(text: str) -> tuple[CellWork, ...]:
    """The works of a cell of folded text; one where no semicolon, line, bullet or time parts it."""
    times = _times(text)
    stretches = [piece for line in _lines(text) for piece in _timed(text, line, times)]
    return tuple(CellWork(start, end, _own(times, start, end)) for start, end in stretches)


def row_times(table: WorkTable, n: int, count: int) -> tuple[When, ...] | None:
    """The times of row ``n``, where its cell of times parts into one for each of ``count`` works; else None."""
    places = [place for column in table.of("time") if (place := table.cell(n, column)) is not None]
    parts = parallel(places[0].cell.text.value, count) if len(places) == 1 else None
    if parts is None:
        return None
    found = [[m.when for m in find(places[0].cell.text.value[a:b], cell=True)] for a, b in parts]
    return tuple(times[0] for times in found) if all(len(times) == 1 for times in found) else None


def parallel(text: str, count: int) -> tuple[tuple[int, int], ...] | None:
    """The parts of a cell, where semicolons or lines part it into as many as there are works beside it; else None."""
    inner = text.strip()
    marks = [*_APART.finditer(inner)] if count > 1 else []
    if not marks or len(marks) + 1 != count:
        return None
    skipped = len(text) - len(text.lstrip())
    begins, ends = [0, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), len(inner)]
    return tuple((a + skipped, b + skipped) for a, b in zip(begins, ends, strict=True))


def _times(text: str) -> tuple[BoundTime, ...]:
    """The times that bind in a cell, where years alone tell what the work is about ("hồ sơ từ năm 2004 đến năm 2015")."""
    return tuple(t for t in bound_times(text) if not _is_year(t.when.start) and not _is_year(t.when.end))


def _is_year(moment: Moment | None) -> bool:
    if moment is None:
        return False
    return not any((moment.month, moment.quarter, moment.half, moment.term, moment.phase, moment.anchor))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between lines, semicolons and, in a cell that begins with a bullet, bullets."""
    bullets = [m.start() for m in _BULLET.finditer(text)] if _BULLET.match(text.lstrip()) else []
    marks = sorted({0, *(m.start() for m in re.finditer(r"\n", text)), *bullets, len(text)})
    for start, end in pairwise(marks):
        if text[start:end].strip(" -+*•\n"):
            yield from clauses(text, start, end)


def _timed(text: str, stretch: tuple[int, int], times: Sequence[BoundTime]) -> Iterator[tuple[int, int]]:
    """A stretch, cut behind each time with another work behind it: "nộp phiếu (trước 5/3), chấm (từ 8 đến 9/3)"."""
    start, end = stretch
    inside = [t for t in times if start <= t.start < end]
    cuts = []
    for n, time in enumerate(inside):
        following = inside[n + 1].start if n + 1 < len(inside) else end
        closing = _BEHIND_TIME.match(lowered(text), time.end, following)
        joint = JOINT.match(lowered(text), time.end, following) if n + 1 < len(inside) else None
        if (cut := closing or joint) is not None and not (n + 1 < len(inside) and cut.end() >= following):
            cuts.append((cut.start() + (cut[0].lstrip().startswith(")")), cut.end()))
    begins = [start, *(behind for _, behind in cuts)]
    yield from zip(begins, [*(at for at, _ in cuts), end], strict=True)


def _own(times: Sequence[BoundTime], start: int, end: int) -> When | None:
    """The first dated time in the stretch."""
    dated = (t.when for t in times if start <= t.start < end and (t.when.start is not None or t.when.end is not None))
    return next(dated, None)


def timed_in_words(document: Document, outline: Outline, rules: Rules) -> Iterator[TimedRow]:
    """The times that cells of work, product and notes say in words: "nộp bản đăng ký trước 15/10"."""
    for table in work_tables(document, outline, rules):
        if table.of("points") or not (table.of("task") and table.of("unit", "lead", "coordinate", "time")):
            continue
        for row in table.rows:
            if row.band or is_total(row):
                continue
            for place in (row.places[n] for n in _worded(table) if n in row.places):
                text = fold(place.cell.text.value)
                for time in _times(text):
                    action = inside(place, *time.clause)
                    yield TimedRow(row.path, inside(place, time.start, time.end), time.when, row.block, (action,))


def _worded(table: WorkTable) -> tuple[int, ...]:
    notes = (n for n in table.of("note") if "ghi" in lowered(table.heads.get(n, "")))
    return (*table.of("task", "product", "unit", "lead", "coordinate"), *notes)


def inside(place: Place, start: int, end: int) -> Span:
    """The place in the document of a stretch of a cell's text."""
    return Span(place.span.start + start, place.span.start + end)
