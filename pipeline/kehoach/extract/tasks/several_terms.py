"""One work with several terms: "nộp bảng điểm trước ngày 06/01 (học kỳ I) và 15/5 (học kỳ II)" is a row for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kehoach.extract.tasks.work_pieces import Work, stretch
from kehoach.extract.text.paragraphs import Paragraph
from kehoach.extract.times.binding_times import BoundTime
from kehoach.model.document import Span
from kehoach.rules.needs import Sieve

_AND_BY = Sieve(
    r"\s*(?:\([^()]*\)|(?:đối\s+với|cho|của)\s+(?:[^\s,;.()]+\s+){1,4}?[^\s,;.()]+)?\s*(?:và|,)\s+(?:(?:và|trước|ngày)\s+)*"
)
"""Between two terms of one work."""
_ASIDE = re.compile(
    r"\s*(?:\([^()]*\)|(?:đối\s+với|cho|của)\s+(?:[^\s,;.()]+\s+){1,4}?[^\s,;.()]+(?=\s*(?:,|\s+và\s)))"
)


def by_terms(paragraph: Paragraph, low: str, work: Work, times: Sequence[BoundTime]) -> Iterator[Work]:
    """The work (``low``: its paragraph, folded, in lower case), once for each of its terms: up to the first, and whole
    for the last."""
    start, end = stretch(paragraph, work)
    terms = [t for t in times if start <= t.start < end and t.when.kind == "deadline" and t.when.end is not None]
    for one, two in pairwise(terms):
        if one.when != work.when or two.when == one.when or not _AND_BY.fullmatch(low, one.end, two.start):
            continue
        aside = _ASIDE.match(low, one.end, two.start)
        first = Span(work.span.start, paragraph.start + (aside.end() if aside else one.end))
        yield replace(work, span=first)
        work = replace(work, when=two.when)
    yield work
