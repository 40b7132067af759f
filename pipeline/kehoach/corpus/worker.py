"""One document from its file to the rows of its plans: what a worker process does."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kehoach import batch
from kehoach.corpus.bundle import Bundle, bundle
from kehoach.corpus.words import Speller
from kehoach.errors import EngineFailure, KehoachError, NoVietnamese, unforeseen
from kehoach.export import archival
from kehoach.model.document import Source
from kehoach.model.page import Reading
from kehoach.model.plan import Plan
from kehoach.orthography.quality import tally
from kehoach.reading.settings import Settings
from kehoach.rules.load import load
from kehoach.transcribe import has_pages, searchable_pdf, transcribe

_SYLLABLES = 0.5
"""Share of letters in possible Vietnamese syllables below which a text without diacritics is no Vietnamese."""
_MARKED = 0.2
_FEW = 40
"""Letters of words that say something about a language."""


@dataclass(frozen=True)
class Job:
    """A document to read. ``searchable``: a searchable copy is made too."""

    path: str
    settings: Settings
    rules: Path | None = None
    searchable: bool = False


@dataclass(frozen=True)
class Failure:
    """Why a document gave no plan; ``page`` is the first page concerned, where it is one page's fault."""

    code: str
    message: str
    advice: str
    page: int | None = None


@dataclass(frozen=True)
class Copy:
    """The searchable copy of a document, PDF/A-2b, or why there is none."""

    data: bytes = b""
    failure: Failure | None = None


NO_PAGES = "no_pages"
"""Why a document that has no pages of its own (office files, text) has no copy; nothing went wrong."""


@dataclass(frozen=True)
class Made:
    """What a worker made of a document: the plans in it, or why there are none."""

    sha256: str
    media_type: str
    bundles: tuple[Bundle, ...] = ()
    pages: int = 0
    failed_pages: tuple[int, ...] = ()
    failure: Failure | None = None
    reading_seconds: float = 0.0
    seconds: float = 0.0
    copy: Copy | None = None


def work(job: Job, data: bytes, sha256: str) -> Made:
    """Reads one document. What goes wrong with it is told in the result; only interruption and want of memory raise."""
    began = time.perf_counter()
    try:
        source, plans, read = batch.read_once(job.path, job.settings, job.rules, data)
        _check(plans)
        speller = _speller(job.rules)
        bundles = tuple(bundle(plan, speller, part) for part, plan in enumerate(plans, 1))
        copy = _copy(source, read, job.rules) if job.searchable else None
    except MemoryError:
        raise
    except KehoachError as error:
        return Made(sha256, "", failure=failure(error), seconds=time.perf_counter() - began)
    except Exception as error:
        told = failure(unforeseen(error, job.path))
        return Made(sha256, "", failure=told, seconds=time.perf_counter() - began)
    pages = [page for plan in plans for page in plan.source.pages]
    return Made(
        sha256,
        source.media_type,
        bundles,
        len(pages),
        tuple(page.number for page in pages if page.failed),
        None,
        plans[0].run.seconds.get("reading", 0.0),
        time.perf_counter() - began,
        copy,
    )


def _copy(source: Source, read: Reading, rules: Path | None) -> Copy:
    """What was recognized already is laid under the pages: nothing is recognized again."""
    if not has_pages(source):
        return Copy(failure=Failure(NO_PAGES, "", ""))
    try:
        made = transcribe(source, rules=load(rules), reader=lambda _: read)
        return Copy(archival.to_pdfa(searchable_pdf(made), source.path))
    except KehoachError as error:
        return Copy(failure=failure(error))
    except Exception as error:
        return Copy(failure=failure(unforeseen(error, source.path)))


def failure(error: KehoachError) -> Failure:
    """An error as it is kept in the archive."""
    return Failure(error.code, error.message, error.advice, error.page)


def _check(plans: tuple[Plan, ...]) -> None:
    """Raises EngineFailure where no page could be read, NoVietnamese where the text is none."""
    pages = [page for plan in plans for page in plan.source.pages]
    path = plans[0].source.path
    if pages and all(page.failed for page in pages):
        why = next((i.message for plan in plans for i in plan.issues if i.page is not None), "")
        error = EngineFailure(
            f"Không nhận dạng được trang nào: {path}: {why} (no page could be recognized)",
            "Kiểm tra bộ nhận dạng / check the engine: kehoach doctor; xem ảnh gốc / look at the scan",
        )
        error.page = pages[0].number
        raise error
    found = tally(" ".join(plan.text for plan in plans))
    known, marks = found.syllables + found.foreign + found.junk, found.marked + found.unmarked
    foreign = known >= _FEW and found.syllables < _SYLLABLES * known and found.marked < _MARKED * marks
    if not known or foreign:
        raise NoVietnamese(
            f"Không có chữ tiếng Việt: {path} (no Vietnamese text)",
            "Kiểm tra tệp: trang trắng, ảnh chụp, hay ngôn ngữ khác / "
            "check the file: empty pages, photographs, or another language",
        )


@lru_cache(maxsize=1)
def _speller(rules: Path | None) -> Speller:
    """One for all documents of a process."""
    return Speller(load(rules))
