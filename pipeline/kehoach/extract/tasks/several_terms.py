"""One work with several terms: "nộp bảng điểm trước ngày 06/01 (học kỳ I) và 15/5 (học kỳ II)" is a row for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kehoach.extract.tasks.next_terms import next_term, shared_until, whole_brackets
from kehoach.extract.tasks.work_pieces import Work, stretch
from kehoach.extract.text.paragraphs import Paragraph
from kehoach.extract.times.binding_times import BoundTime
from kehoach.model.document import Span


def by_terms(paragraph: Paragraph, low: str, work: Work, times: Sequence[BoundTime]) -> Iterator[Work]:
    """The work (``low``: its paragraph, folded, in lower case), once for each of its terms: the first with all before it,
    each other one behind the words that all share."""
    start, end = stretch(paragraph, work)
    terms = [t for t in times if start <= t.start < end and t.when.end is not None]
    for one, two in pairwise(terms):
        between = next_term(low, one, two) if one.when == work.when != two.when else None
        listed = between is not None and (between["part"] or two.when.kind == "phase")
        if between is None or (listed and not whole_brackets(low[start : between.end("joint")])):
            continue  # a list in brackets is part of one work
        second = between.end("joint")
        head = work.head or paragraph.span(start, shared_until(low, start, one, second))
        yield replace(work, span=Span(work.span.start, paragraph.start + between.end("first")))
        work = replace(work, span=Span(paragraph.start + second, work.span.end), when=two.when, head=head)
    yield work
