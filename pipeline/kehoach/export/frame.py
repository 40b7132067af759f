"""Plans as pandas tables: one row an observation, the same columns always, many plans in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, get_args

from kehoach.errors import UsageError
from kehoach.model.plan import Fact, Plan, Task
from kehoach.model.text import Evidence

if TYPE_CHECKING:
    import pandas

Kind = Literal[
    "documents", "pages", "sections", "items", "themes", "movements", "criteria", "indicators", "targets", "deadlines",
    "tasks", "citations", "observances", "rewards", "evidence", "issues", "checks", "findings",
]  # fmt: skip
Row = Sequence[object]
Sort = Literal["text", "day", "whole", "real", "flag"]

PLAN_COLUMNS = ("file", "number", "issued_on")
"""What every table begins with: the plan's file, its number and symbol, and its date (text, may be partial)."""
FACT_COLUMNS = ("page", "confidence", "rule")
"""What every table of facts ends with: the page of the first evidence, 0 to 1, and the rule's id."""
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "documents": (
        "type", "plan_kind", "issuer", "issuer_level", "province", "province_as_printed", "province_current", "place",
        "title", "start", "end", "period", "signer", "position", "authority", "copy_state", "pages",
        "blank_pages", "rescan_pages", "missing_pages", "urgency", "secrecy",
    ),
    "pages": ("page", "width", "height", "text_from", "ocr_confidence", "rotation", "skew", "blank", "failed", "rescan"),
    "sections": ("id", "path", "heading", "kinds"),
    "items": ("id", "path", "text"),
    "themes": ("id", "path", "text"),
    "movements": ("id", "path", "name"),
    "criteria": ("id", "path", "text", "points", "kind", "parent", "applies_to", "refers_to", "indicators"),
    "indicators": ("id", "path", "criterion", "text"),
    "targets": ("id", "path", "quote", "comparator", "value", "value_max", "unit", "subject", "object"),
    "deadlines": ("id", "path", "quote", "kind", "start", "end", "qualifier", "action"),
    "tasks": ("id", "path", "text", "unit", "role", "due_start", "due_end", "product"),
    "citations": ("id", "path", "cited", "type", "cited_on", "cited_issuer", "relation", "title", "number_printed"),
    "observances": ("id", "name", "ordinal", "from", "to"),
    "rewards": ("id", "path", "form", "level", "count", "recipient"),
    "evidence": ("id", "page", "x0", "top", "x1", "bottom", "start", "end"),
    "issues": ("stage", "code", "message", "page"),
    "checks": ("code", "name", "verdict", "law"),
    "findings": ("code", "name", "severity", "path", "message_vi", "message_en", "legal_basis"),
}  # fmt: skip
"""The columns of each table, beside those of the plan and of facts."""

_FACTS = (
    "sections", "items", "themes", "movements", "criteria", "indicators", "targets", "deadlines", "tasks", "citations",
    "observances", "rewards",
)  # fmt: skip
_DATES = {"start", "end", "due_start", "due_end"}
_FLAGS = {"blank", "failed", "rescan"}
_WHOLE = {"page", "pages", "ordinal", "count", "rotation", "plan", "year"}
_REAL = {
    "points", "value", "value_max", "confidence", "ocr_confidence", "width", "height", "skew", "x0", "top", "x1", "bottom",
}  # fmt: skip


def frame(plans: Plan | Iterable[Plan], kind: Kind) -> pandas.DataFrame:
    """One table of one plan or of many.

    Columns are ``PLAN_COLUMNS``, those of the kind in ``COLUMNS``, and for facts ``FACT_COLUMNS``. A task has one row
    for each of its units (one with an empty unit where it names none), a criterion's indicators are counted in
    "criteria" and listed in "indicators", "evidence" has one row for each place of each fact (boxes in PDF points from
    the page's top left). Days (start, end, due) are ``datetime64``, open ends ``NaT``; dates that may be partial
    ("2024-05") stay text.

    Raises:
        UsageError: there is no such kind.
    """
    found = (row for plan in ([plans] if isinstance(plans, Plan) else plans) for row in rows(plan, kind))
    return framed(kind, found, columns(kind) if kind in COLUMNS else ())


def framed(kind: Kind, found: Iterable[Row], names: Sequence[str]) -> pandas.DataFrame:
    """Rows of a table as a data frame, each column with its type; ``names`` may begin with further columns.

    Raises:
        UsageError: there is no such kind.
    """
    import pandas

    if kind not in COLUMNS:
        raise UsageError(f"Không có bảng / no table {kind!r}; có / known: {', '.join(get_args(Kind))}")
    table = pandas.DataFrame(list(found), columns=pandas.Index(names), dtype=object)
    for name in names:
        sort = sort_of(kind, name)
        if sort == "day":
            table[name] = pandas.to_datetime(table[name], format="%Y-%m-%d", errors="coerce")
        elif sort == "whole":
            table[name] = table[name].astype("Int64")
        elif sort == "real":
            table[name] = table[name].astype("float64")
    return table


def columns(kind: Kind) -> tuple[str, ...]:
    """The columns of a table, in order."""
    return (*PLAN_COLUMNS, *COLUMNS[kind], *(FACT_COLUMNS if kind in _FACTS else ()))


def rows(plan: Plan, kind: Kind) -> Iterator[Row]:
    """The rows that a plan has in a table: values as in the record, days as ISO text."""
    begin = (plan.source.path, plan.document.number, plan.document.issued_on)
    return ((*begin, *row) for row in _ROWS[kind](plan))


def sort_of(kind: Kind, column: str) -> Sort:
    """What a column holds."""
    if column in _DATES:
        return "whole" if kind == "evidence" else "day"
    if column in _WHOLE or (kind, column) == ("criteria", "indicators"):
        return "whole"
    if column in _REAL:
        return "real"
    return "flag" if column in _FLAGS else "text"


def _simple(kind: str) -> Callable[[Plan], Iterator[Row]]:
    """Rows of facts of which every column is a field."""

    def rows(plan: Plan) -> Iterator[Row]:
        for fact in getattr(plan, kind):
            yield *(getattr(fact, name.replace("from", "from_")) for name in COLUMNS[kind]), *_backing(fact)

    return rows


def _backing(fact: Fact, evidence: tuple[Evidence, ...] = ()) -> Row:
    places = evidence or fact.evidence
    return places[0].page if places else None, fact.confidence, fact.rule


def _documents(plan: Plan) -> Iterator[Row]:
    d, period, signer, source = plan.document, plan.document.period, plan.document.signer, plan.source
    blank = (page.number for page in source.pages if page.blank)
    marks = {kind: "; ".join(s.text or "" for s in d.stamps if s.kind == kind) for kind in ("urgency", "secrecy")}
    yield (
        d.type, d.plan_kind, d.issuer, d.issuer_level, d.province, d.province_as_printed, d.province_current, d.place,
        d.title, period and period.start, period and period.end, period and period.label, signer and signer.name,
        signer and signer.position, signer and signer.authority, d.copy_state, source.page_count,
        *(" ".join(map(str, numbers)) or None for numbers in (blank, source.rescan, source.missing)),
        marks["urgency"] or None, marks["secrecy"] or None,
    )  # fmt: skip


def _pages(plan: Plan) -> Iterator[Row]:
    for p in plan.source.pages:
        again = p.number in plan.source.rescan
        yield p.number, p.width, p.height, p.text_from, p.ocr_confidence, p.rotation, p.skew, p.blank, p.failed, again


def _sections(plan: Plan) -> Iterator[Row]:
    for section in plan.sections:
        yield section.id, section.path, section.heading, " ".join(section.kinds), *_backing(section)


def _criteria(plan: Plan) -> Iterator[Row]:
    for c in plan.criteria:
        values = (c.id, c.path, c.text, c.points, c.kind, c.parent, c.applies_to, c.refers_to, len(c.indicators))
        yield *values, *_backing(c)


def _indicators(plan: Plan) -> Iterator[Row]:
    for criterion in plan.criteria:
        for indicator in criterion.indicators:
            backing = _backing(criterion, indicator.evidence)
            yield criterion.id, criterion.path, criterion.text, indicator.text, *backing


def _tasks(plan: Plan) -> Iterator[Row]:
    for task in plan.tasks:
        named: list[tuple[str | None, str | None]] = [(unit.name, unit.role) for unit in task.units]
        for name, role in named or [(None, None)]:
            yield task.id, task.path, task.text, name, role, *_due(task), task.product, *_backing(task)


def _due(task: Task) -> Row:
    return (task.due.start, task.due.end) if task.due else (None, None)


def _citations(plan: Plan) -> Iterator[Row]:
    for c in plan.citations:
        values = (c.id, c.path, c.number, c.type, c.issued_on, c.issuer, c.relation, c.title, c.number_printed)
        yield *values, *_backing(c)


def _evidence(plan: Plan) -> Iterator[Row]:
    facts = (fact for kind in _FACTS if kind != "indicators" for fact in getattr(plan, kind))
    for fact in facts:
        for place in fact.evidence:
            sides = place.box.as_list() if place.box else [None] * 4
            yield fact.id, place.page, *sides, place.start, place.end


def _issues(plan: Plan) -> Iterator[Row]:
    for issue in plan.issues:
        yield issue.stage, issue.code, issue.message, issue.page


def _checks(plan: Plan) -> Iterator[Row]:
    for check in plan.checks:
        yield check.code, check.name, check.verdict, check.law


def _findings(plan: Plan) -> Iterator[Row]:
    for f in plan.findings:
        yield f.code, f.name, f.severity, f.path, f.message.vi, f.message.en, f.legal_basis


_ROWS: Mapping[str, Callable[[Plan], Iterator[Row]]] = {
    "documents": _documents, "pages": _pages, "sections": _sections, "criteria": _criteria, "indicators": _indicators,
    "tasks": _tasks, "citations": _citations, "evidence": _evidence, "issues": _issues, "checks": _checks,
    "findings": _findings,
    **{kind: _simple(kind) for kind in ("items", "themes", "movements", "targets", "deadlines", "observances", "rewards")},
}  # fmt: skip
