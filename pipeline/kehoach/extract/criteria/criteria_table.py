"""Criteria from scoring tables: rows under a column of points, with groups, sub-points, bonus and penalty rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kehoach.extract.citations.internal_reference import reference_in
from kehoach.extract.criteria.criteria_columns import VALUE, Columns, columns
from kehoach.extract.criteria.criterion_words import END, Applies, CriterionWords
from kehoach.extract.criteria.points import number
from kehoach.extract.criteria.scored_clauses import ends_scored, plain_points
from kehoach.extract.text.passages import trimmed
from kehoach.model.document import Block, Document, Span
from kehoach.model.fact import CriterionMention
from kehoach.model.plan import Criterion, CriterionKind, Indicator
from kehoach.model.section import Outline
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

_BOUNDS = Sieve(
    r"\s*(?:(?:từ|trên|dưới|đạt|≥|>=?|<=?|≤)\s*)*\d{1,4}(?:[.,]\d{1,2})?\s*(?:điểm\s*)?(?:(?:-|đến)\s*(?:dưới\s+|cận\s+)?\d{1,4}(?:[.,]\d{1,2})?\s*)?"
    r"(?:điểm\s*)?(?:trở (?:lên|xuống))?\s*",
    re.IGNORECASE,
)
_RANGED = Sieve(r"từ|trên|dưới|đến|trở|[-≥≤<>]", re.IGNORECASE)
_STEPS = Sieve(
    r":\s+(?!(?:bị |được |thì )?(?:trừ|cộng|thưởng|phạt)\b)(?=[^:;()]*?(?P<value>\d{1,4}(?:[.,]\d{1,2})?)\s?(?:điểm|đ)\b)",
    re.IGNORECASE,
)
"""The colon behind what a row scores, where what follows tells how its points are earned."""
_LISTED_STEPS = Sieve(r"(?:\n|\s[-+•]\s)(?=[^:;()]*:\s*\d{1,4}(?:[.,]\d{1,2})?\s?(?:điểm|đ)\b)", re.IGNORECASE)
_NAME = r"(?:[IVXLC]+\.?|[A-HĐ]\.?|[a-zđ]\.?)?\d{1,2}(?:\.\d{1,2})*|[IVXLC]+|[A-HĐ]|[a-zđ]"
_LABEL = Sieve(rf"\s*(?P<label>{_NAME}|[-+*•])\s*[.)]?\s*")
_INSIDE = Sieve(rf"\s*(?P<label>(?:{_NAME})(?=\s?[.)])|[-+*•])")
"""A label before the words of its own cell."""
_LEAD = re.compile(r"[(;]\s*|(?<!^[IVX\d])(?<!^[IVX\d]{2})(?<!^[IVX\d]{3})\.\s*")
NOTE = Sieve(r"\W*(?:ghi chú|lưu ý|chú (?:thích|ý))\b", re.IGNORECASE)
"""How what is only said about criteria begins."""
_DASH = 20
"""The depth of what a dash or another mark opens."""


@dataclass(frozen=True, slots=True)
class _Row:
    """``level`` grows inwards; ``points`` as printed, one for each body that the table judges, none where the cells are
    empty; ``span`` is the content cell."""

    path: str | None
    span: Span
    level: int
    points: tuple[_Points, ...]
    whole: Span


@dataclass(frozen=True, slots=True)
class _Points:
    """``kind`` and ``whom`` are what the head of the column says; ``cell`` is where they stand, where each column of the
    table is for somebody else."""

    value: float
    kind: CriterionKind | None = None
    whom: Applies | None = None
    cell: Span | None = None


def table_criteria(document: Document, outline: Outline, words: CriterionWords) -> Iterator[CriterionMention]:
    """The criteria of every table that has a column of points."""
    tables: dict[int, list[tuple[int, Block]]] = {}
    for n, block in document.zone("table"):
        if block.table is not None:
            tables.setdefault(block.table, []).append((n, block))
    for rows in tables.values():
        found = columns(document, outline, rows, words)
        if found is not None:
            yield from _criteria(document, outline, words, _apart(_levelled(_rows(document, outline, rows, found))))
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


def _rows(
    document: Document,
    outline: Outline,
    rows: Sequence[tuple[int, Block]],
    found: Columns,
) -> Iterator[tuple[str, bool, _Row]]:
    """The rows with the label of each, and whether it is a band."""
    for n, block in rows:
        if block.row_kind == "header" or not block.cells:
            continue
        spans = dict(zip((cell.column for cell in block.cells), document.cell_spans(n), strict=True))
        span = spans.get(found.content) or spans[block.cells[0].column]
        if not document.quote(span).strip(END):  # the words stand in a second column, under a name told once
            between = (c for c in sorted(spans) if found.content < c < min(score.column for score in found.scores))
            span = next((spans[c] for c in between if document.quote(spans[c]).strip(END)), span)
        start, end = trimmed(document.text.value, span.start, span.end, END)
        if end <= start:
            continue
        first = fold(block.cells[0].text.value) if block.cells[0].column < found.content else ""
        label = _LABEL.fullmatch(first)
        text = fold(document.text.value[start:end])
        inside = _INSIDE.match(fold(document.quote(span))) if not label else None
        points = _points(spans, found, document)
        if not points and not any(document.quote(spans[s.column]).strip() for s in found.scores if s.column in spans):
            points = tuple(map(_Points, _told(text)))
        end = start + _end(text, points[0].value if points else None)
        row = _Row(outline.path_at(document.span(n).start), Span(start, end), 0, points, document.span(n))
        yield label["label"] if label else inside["label"] if inside else "", block.row_kind == "band", row


def _points(spans: dict[int, Span], found: Columns, document: Document) -> tuple[_Points, ...]:
    """The points of a row: the first that its columns give, or those of all where each scores somebody else. A minus in a
    column that only takes off, or beside one that adds, says no more than its head."""
    made: list[_Points] = []
    signed = any(score.kind for score in found.scores)
    for score in found.scores:
        printed = fold(document.quote(spans[score.column])) if score.column in spans else ""
        value = VALUE.fullmatch(printed)
        if value and (found.each or not made):
            less = printed.strip().startswith("-")
            worth = -number(value["value"]) if less and not signed else number(value["value"])
            kind: CriterionKind | None = (
                "penalty" if less or value["less"] else "bonus" if value["more"] else score.kind
            )
            own = (score.whom, spans[score.column]) if found.each else (None, None)
            made.append(_Points(worth, kind, *own))
    return tuple(made)


def _told(text: str) -> tuple[float, ...]:
    """The points that the words of a row end with, where its column of points is empty ("Công tác hội (25 điểm)")."""
    found = plain_points(text)
    return (found[0].value,) if len(found) == 1 and ends_scored(text) and not NOTE.match(text) else ()


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


_OWN = re.compile(r"(?:^|\.)T(?:\d[\d.]*|[IVX]+|[A-HĐ])(?:\.[a-zđ])?$")
"""The part of a path that tells the row."""


def _apart(rows: Iterator[_Row]) -> Iterator[_Row]:
    """The rows with paths of their own: counted on where the printed numbers start anew under each group. A row without
    points may share the path of the one that it goes on with."""
    listed = list(rows)
    scored = [row.path for row in listed if row.points]
    if len(set(scored)) == len(scored):
        yield from listed
        return
    for n, row in enumerate(listed, 1):
        base = _OWN.sub("", row.path or "")
        yield replace(row, path=f"{base}.T{n}" if base else f"T{n}")


def _levelled(rows: Iterator[tuple[str, bool, _Row]]) -> Iterator[_Row]:
    """The rows with their depths, by their labels and whether they are bands. A row without a label that has no points, or
    points that are added or taken off, belongs to the labelled one before it."""
    last, letters = None, False
    for label, band, row in rows:
        letters = letters or label == "B"
        level = _level(label, band, letters)
        if not label and not band and last is not None and all(points.kind for points in row.points):
            level = last + 1
        last = level if label else last
        yield replace(row, level=level)


def _level(label: str, band: bool, letters: bool) -> int:
    """Depth by the shape of the label: A, I, 1, A1, 1.1, a, a1, a1.1, dash; a band without a label stands over all
    numbers. C is a letter behind B."""
    if not label:
        return 1 if band else 2
    parts = len(re.findall(r"\d+", label))
    if re.match(r"[a-zđ]", label):
        return 6 + parts
    if parts:
        return 1 + parts
    if re.fullmatch(r"[IVXLC]+", label) and not (label == "C" and letters):
        return 1
    return 0 if label.isalpha() else _DASH


def _criteria(
    document: Document, outline: Outline, words: CriterionWords, rows: Iterator[_Row]
) -> Iterator[CriterionMention]:
    listed = [row for row in rows if not any(words.is_total(fold(document.quote(s))) for s in (row.span, row.whole))]
    above: list[_Row] = []
    for n, row in enumerate(listed):
        while above and above[-1].level >= row.level:
            above.pop()
        below = _below(listed, n)
        holds = any(other.points for other in below)
        for points in row.points or ((None,) if holds else ()):
            yield _mention(document, outline, words, row, points, above, () if holds else below, holds)
        above.append(row)


def _mention(
    document: Document,
    outline: Outline,
    words: CriterionWords,
    row: _Row,
    points: _Points | None,
    above: Sequence[_Row],
    below: Sequence[_Row],
    holds: bool,
) -> CriterionMention:
    """One criterion of a row; a row without points that stands over others is their group."""
    said = _kind(document, words, row, points, above) if points else None
    whom = _applies_to(document, outline, words, row.whole, above)
    places = (row.span, points.cell) if points and points.cell else (row.whole,)
    made = Criterion(
        path=row.path,
        text=" ".join(document.quote(row.span).split()),
        points=points.value if points else None,
        kind=said or (points.kind if points else None) or ("group" if holds else "criterion"),
        parent=next((other.path for other in reversed(above) if other.points), None),
        applies_to=(points.whom if points else None) or whom,
        indicators=tuple(_indicators(document, below)),
        evidence=document.evidence(*places),
        confidence=document.confidence(*places) * 0.9,
        rule="criterion.table",
    )
    return CriterionMention(made, row.span, reference_in(document, row.span))


def _below(rows: Sequence[_Row], n: int) -> list[_Row]:
    below = []
    for row in rows[n + 1 :]:
        if row.level <= rows[n].level:
            break
        below.append(row)
    return below


def _kind(
    document: Document, words: CriterionWords, row: _Row, points: _Points, above: Sequence[_Row]
) -> CriterionKind | None:
    """Bonus or penalty by the row's own words, its group's, or a minus before its points."""
    if points.kind == "penalty":
        return "penalty"
    texts = (_LEAD.split(fold(document.quote(other.span)))[0] for other in (row, *reversed(above)))
    return next((kind for text in texts if (kind := words.kind(text))), None)


def _applies_to(
    document: Document, outline: Outline, words: CriterionWords, whole: Span, above: Sequence[_Row]
) -> Applies | None:
    n = outline.index_at(whole.start)
    headings = [node.heading for node in outline.ancestors(n) if node.role == "section"] if n is not None else []
    groups = [other.span for other in reversed(above) if not other.points]
    texts = (fold(document.quote(span)) for span in (*groups, *headings))
    return next((found for text in texts if (found := words.applies_to(text))), None)


def _indicators(document: Document, rows: Sequence[_Row]) -> Iterator[Indicator]:
    for row in rows:
        yield Indicator(" ".join(document.quote(row.span).split()), document.evidence(row.span))
