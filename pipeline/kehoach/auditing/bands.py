"""Tables of tasks whose rows stand under quarters: each row's time lies in its quarter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kehoach.auditing.case import Case
from kehoach.auditing.result import Answer, Hit, answer
from kehoach.model.plan import Due, TableInfo, Task
from kehoach.orthography.fold import bare
from kehoach.rules.needs import Sieve

_BAND = Sieve(r"quy\s+(?P<quarter>iv|iii|ii|i|[1-4])(?:\W.*)?")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def outside_band(case: Case) -> Answer | None:
    """A row under QUÝ II that is due in July."""
    due = {t.path: t for t in case.plan.tasks if t.due is not None and (t.due.start or t.due.end)}
    hits, seen = [], False
    for table in case.plan.tables:
        for path, quarter, band in _rows(table):
            task = due.get(path)
            if task is None or task.due is None:
                continue
            seen = True
            if quarter not in _quarters(task.due):
                hits.append(_hit(case, task, band))
    return answer(hits) if seen else None


def _rows(table: TableInfo) -> Iterator[tuple[str, int, str]]:
    """(path, quarter, words of the band) of the rows under a band."""
    quarter, band = 0, ""
    for row in table.rows:
        filled = [cell.strip() for cell in row if cell.strip()]
        if len(set(filled)) == 1 and (found := _BAND.fullmatch(bare(filled[0]))):
            quarter, band = _QUARTERS.get(found["quarter"]) or int(found["quarter"]), filled[0]
        elif quarter and row and row[0].strip().rstrip(".").isdecimal():
            yield f"{table.path}.T{row[0].strip().rstrip('.')}", quarter, band


def _quarters(due: Due) -> set[int]:
    """The quarters that a time touches; all where it is open to both ends or longer than a year."""
    days = [date.fromisoformat(day) for day in (due.start or due.end, due.end or due.start) if day and len(day) == 10]
    if len(days) < 2 or days[1].year - days[0].year > 1:
        return {1, 2, 3, 4}
    first, last = (day.year * 4 + (day.month - 1) // 3 for day in days)
    return {n % 4 + 1 for n in range(first, last + 1)}


def _hit(case: Case, task: Task, band: str) -> Hit:
    shown = task.evidence[:1]
    due = task.due or Due()
    days = dict.fromkeys(f"{date.fromisoformat(day):%d/%m/%Y}" for day in (due.start, due.end) if day)
    words = {"text": task.text[:60], "band": band, "due": " - ".join(days)}
    return Hit(task.path, shown, "fail", words, case.sure(*task.evidence, digits=True))
