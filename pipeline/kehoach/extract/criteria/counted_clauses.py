"""Criteria that one sentence counts: "... theo các tiêu chí: (1) có kế hoạch; (2) có mô hình; (3) ..."."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from kehoach.extract.criteria.scored_clauses import scores
from kehoach.model.document import Document, Span
from kehoach.model.section import Outline
from kehoach.orthography.fold import fold

_COUNT = re.compile(r"\((?P<n>\d)\)\s*")


def counted(text: str) -> tuple[tuple[int, int], ...]:
    """Where the clauses stand that are counted behind a colon from one on, two at least."""
    found = list(_COUNT.finditer(text))
    leads = bool(found) and text[: found[0].start()].rstrip().endswith(":")
    if not leads or len(found) < 2 or [int(m["n"]) for m in found] != list(range(1, len(found) + 1)):
        return ()
    ends = [*(m.start() for m in found[1:]), len(text)]
    return tuple(
        (m.end(), m.end() + len(text[m.end() : end].rstrip(" \n.,;"))) for m, end in zip(found, ends, strict=True)
    )


def counted_in(document: Document, outline: Outline, points: Container[int]) -> Iterator[Span]:
    """The clauses that these points of parts on criteria count, none of which has a score."""
    for n, node in enumerate(outline.nodes):
        text = fold(document.quote(node.heading)) if node.role == "item" and n in points else ""
        if not scores(text):
            yield from (Span(node.heading.start + a, node.heading.start + b) for a, b in counted(text))
