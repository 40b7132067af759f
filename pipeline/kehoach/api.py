"""The way in for programs: read a document, audit a plan, measure records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from kehoach import auditing, comparing, evaluating, reading
from kehoach.comparing import SURE, Against
from kehoach.errors import FileAccess
from kehoach.evaluating import Evaluation
from kehoach.export.json import from_json
from kehoach.model.comparison import Comparison
from kehoach.model.plan import Plan
from kehoach.reading.settings import Mode, Settings
from kehoach.rules.load import load
from kehoach.run import run_all


def read(
    path_or_bytes: str | Path | bytes,
    *,
    pages: Iterable[int] | None = None,
    mode: Mode = "auto",
    rules: str | Path | None = None,
    **settings: Any,
) -> Plan:
    """Reads one document and returns its plan, with the place of every value.

    Of a file that holds several documents (a bound scan) it is the first, and its issues say so; ``read_all`` gives all.

    Args:
        path_or_bytes: a PDF, image, DOCX, ODT, DOC, HTML, text or Markdown file, or its content.
        pages: page numbers to read, from 1; None reads all.
        mode: "auto" takes each page's text layer where it is good and recognizes the others; "ocr" recognizes every
            page; "text" recognizes nothing.
        rules: a folder of your own rule files, added to the program's.
        settings: further fields of ``kehoach.reading.settings.Settings``: engine, languages, dpi, cache,
            page_timeout, jobs. Environment and kehoach.toml are the command's, and are not looked at here.

    Raises:
        FileAccess: the file cannot be opened.
        BadInput: it is encrypted, damaged, empty or no document.
        MissingDependency: the engine that it needs is not installed.
        BadConfiguration: a rule file is wrong.
    """
    return read_all(path_or_bytes, pages=pages, mode=mode, rules=rules, **settings)[0]


def read_all(
    path_or_bytes: str | Path | bytes,
    *,
    pages: Iterable[int] | None = None,
    mode: Mode = "auto",
    rules: str | Path | None = None,
    **settings: Any,
) -> tuple[Plan, ...]:
    """The plan of every document in a file, in order, each with its range of pages; takes and raises what ``read`` does."""
    chosen = Settings(mode=mode, pages=None if pages is None else tuple(sorted(set(pages))), **settings)
    words = load(Path(rules).resolve() if rules is not None else None)
    return run_all(reading.source(path_or_bytes), rules=words, reader=reading.reader(chosen))


def audit(plan: Plan, *, on: date | None = None, rules: str | Path | None = None) -> Plan:
    """The plan with the checks and findings of an audit, in place of those that it has.

    Args:
        plan: a plan that was read, or a record.
        on: the day whose law is applied; None takes the plan's own date.
        rules: a folder of your own rule files, added to the program's.

    Raises:
        BadConfiguration: a rule file is wrong.
    """
    words = load(Path(rules).resolve() if rules is not None else None)
    checks, findings = auditing.audit(plan, words, on=on)
    return replace(plan, checks=checks, findings=findings)


def compare(
    plans: Iterable[Plan | str | Path], *, against: Against = "first", sure: float = SURE, **settings: Any
) -> Comparison:
    """Two or more plans side by side: aligned sections and typed differences, with both places of each.

    Args:
        plans: plans that were read, JSON records of them, or documents, which are read as ``read`` does.
        against: compare each with the "first" plan, with the "previous" one, or with "all" before it.
        sure: confidence from which a difference counts as certain, 0 to 1.
        settings: what ``read`` takes, for documents.

    Raises:
        UsageError: there are fewer than two plans.
        FileAccess, BadInput, VersionMismatch: a document or record cannot be read.
    """
    return comparing.compare([_plan(one, settings) for one in plans], against=against, sure=sure)


def _plan(given: Plan | str | Path, settings: Mapping[str, Any]) -> Plan:
    if isinstance(given, Plan):
        return given
    if Path(given).suffix.lower() != ".json":
        return read(given, **settings)
    try:
        return from_json(Path(given).read_bytes())
    except OSError as error:
        raise FileAccess(f"Không đọc được / cannot be read: {given}: {error.strerror or error}") from error


def evaluate(gold: Plan | Iterable[Plan], found: Plan | Iterable[Plan]) -> Evaluation:
    """Measures plans against reference plans, in the same order; see ``Evaluation.total``.

    Raises:
        ValueError: there are not as many plans as references.
    """
    ones, others = ([x] if isinstance(x, Plan) else list(x) for x in (gold, found))
    pairs = zip(ones, others, strict=True)
    return evaluating.evaluate(
        (f"{n} {one.source.path}".strip(), one, other) for n, (one, other) in enumerate(pairs, 1)
    )
