"""The whole pipeline in one function, one line a stage."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import version
from typing import TypeVar

from kehoach import assemble, auditing, extract, language, layout, segment
from kehoach.model.document import Source
from kehoach.model.page import Reading
from kehoach.model.plan import Plan, Run
from kehoach.rules.load import Rules

T = TypeVar("T")
Reader = Callable[[Source], Reading]


def run(source: Source, *, rules: Rules, reader: Reader) -> Plan:
    """Reads one document and returns its plan, with evidence for every fact.

    Raises:
        BadInput: the file cannot be read as a document.
        MissingDependency: the engine that the file needs is not installed.
    """
    clock = _Clock()
    reading = clock("reading", lambda: reader(source))  # bytes    -> Pages
    document = clock("layout", lambda: layout.document(reading, rules))  # Pages    -> Document
    document = clock("language", lambda: language.clean(document, rules))  # Document -> Document
    outline = clock("segment", lambda: segment.sections(document, rules))  # Document -> Section tree
    facts = clock("extract", lambda: extract.facts(document, outline, rules))
    plan = clock("assemble", lambda: assemble.plan(source, document, outline, facts, rules))
    checks, findings = clock("audit", lambda: auditing.audit(plan, rules))  # Plan -> checks and findings
    run_info = Run(version("kehoach"), reading.engine, dict(reading.settings), clock.seconds)
    return replace(plan, run=run_info, checks=checks, findings=findings)


class _Clock:
    """Runs a stage and notes its seconds."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def __call__(self, stage: str, work: Callable[[], T]) -> T:
        began = time.perf_counter()
        try:
            return work()
        finally:
            self.seconds[stage] = round(time.perf_counter() - began, 4)
