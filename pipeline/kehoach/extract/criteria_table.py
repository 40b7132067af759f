"""Criteria from scoring tables: rows under a column of points, with groups, sub-points, bonus and penalty rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kehoach.extract.criterion_words import Applies, CriterionWords
from kehoach.extract.internal_reference import internal_references
from kehoach.extract.passages import Passage, trimmed
from kehoach.extract.points import number
from kehoach.extract.scored_clauses import ends_scored, plain_points
from kehoach.model.document import Block, Document, Span
from kehoach.model.fact import CriterionMention
from kehoach.model.plan import Criterion, CriterionKind, Indicator
from kehoach.model.section import Outline
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

_NUMBER = re.compile(
    r"\s*\(?(?:tối đa\s+)?[-+]?\s*(?:\d{1,3}\s*-\s*)?(?P<value>\d{1,2}\.\d{3}|\d{1,4}(?:[.,]\d{1,2})?)\s*(?:điểm|đ)?\)?"
    r"(?:\s*/\s*[^\W\d_]+(?:\s[^\W\d_]+)?)?\s*",
    re.IGNORECASE,
)
_BOUNDS = re.compile(
    r"\s*(?:(?:từ|trên|dưới|đạt|≥|>=?|<=?|≤)\s*)*\d{1,4}(?:[.,]\d{1,2})?\s*(?:điểm\s*)?(?:(?:-|đến)\s*(?:dưới\s+|cận\s+)?\d{1,4}(?:[.,]\d{1,2})?\s*)?"
    r"(?:điểm\s*)?(?:trở (?:lên|xuống))?\s*",
    re.IGNORECASE,
)
_RANGED = re.compile(r"từ|trên|dưới|đến|trở|[-≥≤<>]", re.IGNORECASE)
_STEPS = re.compile(r":\s+(?=[^:;()]*?(?P<value>\d{1,4}(?:[.,]\d{1,2})?)\s?(?:điểm|đ)\b)", re.IGNORECASE)
"""The colon behind what a row scores, where what follows tells how its points are earned."""
_LISTED_STEPS = re.compile(r"(?:\n|\s[-+•]\s)(?=[^:;()]*:\s*\d{1,4}(?:[.,]\d{1,2})?\s?(?:điểm|đ)\b)", re.IGNORECASE)
_LABEL = Sieve(r"\s*(?P<label>[IVXLC]+|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[-+*•])\s*[.)]?\s*")
_LEAD = re.compile(r"[(;.]\s*")
_END = " \t\n.,;:-+*•"


@dataclass(frozen=True, slots=True)
class _Row:
    """``level`` grows inwards; ``points`` as printed, None where the cell is empty; ``span`` is the content cell, ``kind``
    what the head of its column of points makes it."""

    path: str | None
    span: Span
    level: int
    points: float | None
    negative: bool
    whole: Span
    kind: CriterionKind | None = None


def table_criteria(document: Document, outline: Outline, words: CriterionWords) -> Iterator[CriterionMention]:
    """The criteria of every table that has a column of points."""
    tables: dict[int, list[tuple[int, Block]]] = {}
    for n, block in document.zone("table"):
        if block.table is not None:
            tables.setdefault(block.table, []).append((n, block))
    for rows in tables.values():
        columns = _columns(rows, words)
        if columns is not None:
            yield from _criteria(document, outline, words, _apart(_rows(document, outline, rows, *columns)))
        elif "criteria" in outline.kinds_at(document.span(rows[0][0]).start):
            yield from _bands(document, outline, words, rows)


def _bands(
    document: Document, outline: Outline, words: CriterionWords, rows: Sequence[tuple[int, Block]]
) -> Iterator[CriterionMention]:
    """The classes of a table that tells for each which points it takes ("A | Từ 90 điểm trở lên")."""
    body = [(n, block) for n, block in rows if block.row_kind == "body" and block.cells]
    ranges = [[c for c in block.cells[1:] if _BOUNDS.fullmatch(fold(c.text.value))] for _, block in body]
    ranged = [any(_RANGED.search(fold(c.text.value)) for c in cells) for cells in ranges]
    if len(body) < 2 or not all(ranged):
        return
    for n, _ in body:
        span = document.span(n)
        made = Criterion(
            path=outline.path_at(span.start),
            text=" ".join(document.quote(span).split()),
            points=None,
            kind="band",
            applies_to=_applies_to(document, outline, words, span, ()),
            evidence=document.evidence(span),
            confidence=document.confidence(span) * 0.85,
            rule="criterion.table_band",
        )
        yield CriterionMention(made, span, None)


def _columns(
    rows: Sequence[tuple[int, Block]], words: CriterionWords
) -> tuple[int, dict[int, CriterionKind | None]] | None:
    """Columns of content and points, with the kind that the head of each of these names: by the heads; the content is
    the widest column where no head names it."""
    heads: dict[int, str] = {}
    for _, block in rows:
        if block.row_kind == "header":
            for cell in block.cells:
                heads[cell.column] = f"{heads.get(cell.column, '')} {cell.text.value}".strip()
    named = {column: words.column(head) for column, head in heads.items()}
    scored = [c for c, name in named.items() if name == "points" and _numbers(rows, c)]
    if not scored:
        return None
    points = {c: words.kind(fold(heads[c])) for c in scored}
    content = [c for c, name in named.items() if name == "content" and c < scored[0]]
    if content:
        return content[0], points
    widths = {
        c: sum(len(cell.text) for _, b in rows for cell in b.cells if cell.column == c) for c in heads if c != scored[0]
    }
    return (max(widths, key=lambda c: widths[c]), points) if widths else None


def _numbers(rows: Sequence[tuple[int, Block]], column: int) -> bool:
    cells = [
        c.text.value
        for _, b in rows
        if b.row_kind != "header"
        for c in b.cells
        if c.column == column and c.text.value.strip()
    ]
    return bool(cells) and sum(bool(_NUMBER.fullmatch(cell)) for cell in cells) >= max(1, len(cells) // 2)


def _rows(
    document: Document,
    outline: Outline,
    rows: Sequence[tuple[int, Block]],
    content: int,
    points: dict[int, CriterionKind | None],
) -> Iterator[_Row]:
    for n, block in rows:
        if block.row_kind == "header" or not block.cells:
            continue
        spans = dict(zip((cell.column for cell in block.cells), document.cell_spans(n), strict=True))
        span = spans.get(content) or spans[block.cells[0].column]
        start, end = trimmed(document.text.value, span.start, span.end, _END)
        if end <= start:
            continue
        first = fold(block.cells[0].text.value) if block.cells[0].column < content else ""
        label = _LABEL.fullmatch(first)
        inside = _LABEL.match(fold(document.quote(span))) if not label else None
        cells = [(c, fold(document.quote(spans[c]))) for c in points if c in spans]
        column, printed = next(((c, text) for c, text in cells if _NUMBER.fullmatch(text)), (None, ""))
        value = _NUMBER.fullmatch(printed)
        worth = (-1 if printed.strip().startswith("-") else 1) * number(value["value"]) if value else None
        if worth is None and not any(text.strip() for _, text in cells):
            worth = _told(fold(document.text.value[start:end]))
        yield _Row(
            outline.path_at(document.span(n).start),
            Span(start, _end(fold(document.text.value[start:end]), worth) + start),
            _level(label["label"] if label else inside["label"] if inside else "", block.row_kind == "band"),
            worth,
            printed.strip().startswith("-"),
            document.span(n),
            points[column] if column is not None else None,
        )


def _told(text: str) -> float | None:
    """The points that the words of a row end with, where its column of points is empty ("Công tác hội (25 điểm)")."""
    found = plain_points(text)
    return found[0].value if len(found) == 1 and ends_scored(text) else None


def _end(text: str, points: float | None) -> int:
    """Where the words of what a row scores end, before the steps by which its points are earned."""
    if points is None:
        return len(text)
    steps = _STEPS.search(text)
    if (
        steps
        and number(steps["value"]) == points
        and text[: steps.start()].count("(") == text[: steps.start()].count(")")
    ):
        return steps.start()
    listed = _LISTED_STEPS.search(text)
    return listed.start() if listed and listed.start() else len(text)


def _apart(rows: Iterator[_Row]) -> Iterator[_Row]:
    """The rows with paths of their own: counted on where the printed numbers start anew under each group."""
    listed = list(rows)
    if len({row.path for row in listed}) == len(listed):
        yield from listed
        return
    for n, row in enumerate(listed, 1):
        base = (
            (row.path or "").rpartition(".")[0]
            if re.search(r"(?:^|\.)T(?:[\d.]+|[IVX]+|[A-HĐ])$", row.path or "")
            else row.path or ""
        )
        yield replace(row, path=f"{base}.T{n}" if base else f"T{n}")


def _level(label: str, band: bool) -> int:
    """Depth by the shape of the label: A, I, 1, 1.1, a, dash; a band without a label stands over all numbers."""
    if re.fullmatch(r"[A-HĐ]", label) and label not in {"C", "D"}:
        return 0
    if re.fullmatch(r"[IVXLC]+", label):
        return 1
    if re.fullmatch(r"\d+(?:\.\d+)*", label):
        return 2 + label.count(".")
    if not label:
        return 1 if band else 2
    return 6 if re.fullmatch(r"[a-zđ]", label) else 7


def _criteria(
    document: Document, outline: Outline, words: CriterionWords, rows: Iterator[_Row]
) -> Iterator[CriterionMention]:
    listed = [row for row in rows if not words.is_total(fold(document.quote(row.span)))]
    above: list[_Row] = []
    for n, row in enumerate(listed):
        while above and above[-1].level >= row.level:
            above.pop()
        if row.points is not None:
            below = _below(listed, n)
            group = any(other.points is not None for other in below)
            made = Criterion(
                path=row.path,
                text=" ".join(document.quote(row.span).split()),
                points=row.points,
                kind=_kind(document, words, row, above) or row.kind or ("group" if group else "criterion"),
                parent=next((other.path for other in reversed(above) if other.points is not None), None),
                applies_to=_applies_to(document, outline, words, row.whole, above),
                indicators=() if group else tuple(_indicators(document, below)),
                evidence=document.evidence(row.whole),
                confidence=document.confidence(row.whole) * 0.9,
                rule="criterion.table",
            )
            raw = document.quote(row.span)
            reference = next(internal_references(Passage(-1, row.span.start, fold(raw), raw, "table")), None)
            yield CriterionMention(made, row.span, reference)
        above.append(row)


def _below(rows: Sequence[_Row], n: int) -> list[_Row]:
    below = []
    for row in rows[n + 1 :]:
        if row.level <= rows[n].level:
            break
        below.append(row)
    return below


def _kind(document: Document, words: CriterionWords, row: _Row, above: Sequence[_Row]) -> CriterionKind | None:
    """Bonus or penalty by the row's own words, its group's, or a minus before its points."""
    if row.negative:
        return "penalty"
    texts = (_LEAD.split(fold(document.quote(other.span)))[0] for other in (row, *reversed(above)))
    return next((kind for text in texts if (kind := words.kind(text))), None)


def _applies_to(
    document: Document, outline: Outline, words: CriterionWords, whole: Span, above: Sequence[_Row]
) -> Applies | None:
    n = outline.index_at(whole.start)
    headings = [node.heading for node in outline.ancestors(n) if node.role == "section"] if n is not None else []
    groups = [other.span for other in reversed(above) if other.points is None]
    texts = (fold(document.quote(span)) for span in (*groups, *headings))
    return next((found for text in texts if (found := words.applies_to(text))), None)


def _indicators(document: Document, rows: Sequence[_Row]) -> Iterator[Indicator]:
    for row in rows:
        yield Indicator(" ".join(document.quote(row.span).split()), document.evidence(row.span))
