"""The whole pipeline in one function, one line a stage."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from kehoach import assemble, auditing, extract, language, layout, segment
from kehoach.model.document import Source
from kehoach.model.issue import Issue
from kehoach.model.page import Page, Reading
from kehoach.model.plan import Plan, Run
from kehoach.rules.load import Rules

T = TypeVar("T")
Reader = Callable[[Source], Reading]


def run(source: Source, *, rules: Rules, reader: Reader) -> Plan:
    """Reads one document and returns its plan, with evidence for every fact; of several in a file the first.

    Raises:
        BadInput: the file cannot be read as a document.
        MissingDependency: the engine that the file needs is not installed.
    """
    return run_all(source, rules=rules, reader=reader)[0]


def run_all(source: Source, *, rules: Rules, reader: Reader) -> tuple[Plan, ...]:
    """The plan of every document in the file, in order; nearly always just one.

    Raises:
        BadInput: the file cannot be read as a document.
        MissingDependency: the engine that the file needs is not installed.
    """
    clock = _Clock()
    reading = clock("reading", lambda: reader(source))  # bytes    -> Pages
    volumes = layout.volumes(reading.pages, rules)  # Pages    -> Pages of each document
    if len(volumes) < 2:
        return (_plan(source, reading, rules, clock),)
    parts = [_part(reading, pages) for pages in volumes]
    return tuple(_of_several(_plan(source, part, rules, _Clock(clock)), n, parts) for n, part in enumerate(parts, 1))


def _plan(source: Source, reading: Reading, rules: Rules, clock: _Clock) -> Plan:
    document = clock("layout", lambda: layout.document(reading, rules))  # Pages    -> Document
    document = clock("language", lambda: language.clean(document, rules))  # Document -> Document
    outline = clock("segment", lambda: segment.sections(document, rules))  # Document -> Section tree
    facts = clock("extract", lambda: extract.facts(document, outline, rules))
    plan = clock("assemble", lambda: assemble.plan(source, document, outline, facts, rules))
    checks, findings = clock("audit", lambda: auditing.audit(plan, rules))  # Plan -> checks and findings
    run_info = Run(_version(), reading.engine, dict(reading.settings), clock.seconds)
    return replace(plan, run=run_info, checks=checks, findings=findings)


def _part(reading: Reading, pages: tuple[Page, ...]) -> Reading:
    """The reading of some of its pages, with what is to be said about them."""
    numbers = {page.number for page in pages}
    return replace(reading, pages=pages, issues=tuple(i for i in reading.issues if i.page is None or i.page in numbers))


def _of_several(plan: Plan, number: int, parts: Sequence[Reading]) -> Plan:
    """The plan of one of several documents in a file: its pages, and that there are others."""
    pages = parts[number - 1].pages
    first, last = pages[0].number, pages[-1].number
    paged = parts[0].pages[0].number != parts[-1].pages[-1].number
    where = f", trang {first}-{last}" if paged else ""
    told = Issue(
        "layout",
        "several_documents",
        f"Tệp có {len(parts)} văn bản; đây là văn bản {number}{where} (one of several in the file)",
    )
    return replace(plan, source=replace(plan.source, page_range=(first, last)), issues=(told, *plan.issues))


@lru_cache(maxsize=1)
def _version() -> str:
    from importlib.metadata import version

    return version("kehoach")


class _Clock:
    """Runs a stage and notes its seconds."""

    def __init__(self, begun: _Clock | None = None) -> None:
        self.seconds: dict[str, float] = dict(begun.seconds) if begun is not None else {}

    def __call__(self, stage: str, work: Callable[[], T]) -> T:
        began = time.perf_counter()
        try:
            return work()
        finally:
            self.seconds[stage] = round(time.perf_counter() - began, 4)
