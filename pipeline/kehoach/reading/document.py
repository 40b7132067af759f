"""Source -> Reading: each page by its text layer where that is good, by recognition where it is not."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from kehoach.model.document import Source
from kehoach.model.issue import Issue
from kehoach.model.page import Page, Reading
from kehoach.programs import tesseract
from kehoach.reading import digital, overlay, plain, recorded
from kehoach.reading.identify import DOC, DOCX, HTML, MARKDOWN, ODT, PDF, PLAIN, RTF
from kehoach.reading.messages import Engine
from kehoach.reading.office import converted, docx, odt, web
from kehoach.reading.raster import Pages
from kehoach.reading.settings import Settings
from kehoach.reading.workshop import Workshop


class Reader:
    """Reads documents with one set of settings. Worker processes start when a page first needs them, serve all
    documents, and end with the reader."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._engine: Engine | None = None
        self._workshop: Workshop | None = None

    def __call__(self, source: Source) -> Reading:
        """All wanted pages of the document. A page that cannot be read is kept as failed, with an issue.

        Raises:
            MissingDependency: a page needs recognition, and the engine is not installed.
        """
        if source.media_type in _FLOWING:
            found = _FLOWING[source.media_type](source)
            return replace(found, pages=tuple(page for page in found.pages if self.settings.wants(page.number)))
        layers = _layers(source, self.settings) if source.media_type == PDF else {}
        count = len(layers) or _count(source)
        numbers = [number for number in range(1, count + 1) if self.settings.wants(number)]
        pages, issues = self._pages(source, numbers, layers)
        recognized = any(page.text_from == "ocr" for page in pages)
        return Reading(
            tuple(pages),
            engine=self.engine.name if recognized else None,
            settings=self._told() if recognized else {},
            issues=tuple(issues),
        )

    def _pages(
        self, source: Source, numbers: list[int], layers: dict[int, digital.Layer]
    ) -> tuple[list[Page], list[Issue]]:
        made: dict[int, Page] = {}
        issues: list[Issue] = []
        for number in numbers:
            layer = layers.get(number)
            if layer is not None and self._trusted(layer):
                made[number] = digital.page(number, layer)
                issues.extend(_encoding_issues(number, layer))
        needed = [number for number in numbers if number not in made]
        for page, error in self._recognized(source, needed):
            layer = layers.get(page.number)
            made[page.number] = overlay.with_fields(page, layer) if layer is not None else page
            issues.extend(_issues(page, error, layer))
        return [made[number] for number in numbers], sorted(issues, key=lambda issue: issue.page or 0)

    def _trusted(self, layer: digital.Layer) -> bool:
        if self.settings.mode == "ocr":
            return False
        return self.settings.mode == "text" or layer.verdict == "good"

    def _recognized(self, source: Source, numbers: list[int]) -> Iterable[tuple[Page, str]]:
        """These pages, from the record where they were recognized before."""
        if not numbers:
            return
        names = {n: recorded.key(source.sha256, n, self.engine.name, self._told()) for n in numbers}
        needed = []
        for number in numbers:
            kept = recorded.load(self.settings.cache, names[number])
            if kept is not None:
                yield kept, ""
            else:
                needed.append(number)
        if not needed:
            return
        for done in self._start().recognize(source, needed, self.settings.dpi):
            if done.page is None:
                yield Page(done.number, *_size(source, done.number), "ocr", failed=True), done.error
                continue
            page = recorded.page(done.page)
            recorded.save(self.settings.cache, names[done.number], page)
            yield page, ""

    @property
    def engine(self) -> Engine:
        if self._engine is None:
            self._engine = _engine(self.settings)
        return self._engine

    def _told(self) -> dict[str, str]:
        return {"languages": self.engine.languages, "dpi": str(self.settings.dpi)}

    def _start(self) -> Workshop:
        if self._workshop is None:
            self._workshop = Workshop(self.engine, self.settings.workers, self.settings.page_timeout)
            weakref.finalize(self, self._workshop.close)
        return self._workshop


_FLOWING: Mapping[str, Callable[[Source], Reading]] = {
    PLAIN: plain.reading,
    MARKDOWN: plain.reading,
    HTML: web.reading,
    DOCX: docx.reading,
    ODT: odt.reading,
    DOC: converted.reading,
    RTF: converted.reading,
}
"""Kinds of files whose text is there, without pages."""


def _engine(settings: Settings) -> Engine:
    if settings.engine == "recorded":
        return Engine("recorded", Path(), "recorded")
    found = tesseract.probe()
    kind, languages = tesseract.require(found, settings.engine, settings.languages)
    assert found is not None
    version = (found.inside_version if kind == "tesserocr" else found.command_version) or "?"
    return Engine(kind, found.data, languages, found.command or "", version)


def _layers(source: Source, settings: Settings) -> dict[int, digital.Layer]:
    """The text layer of every wanted page; pages are counted by their keys, so unwanted ones are there as empty."""
    import pypdfium2

    document = pypdfium2.PdfDocument(source.data)
    try:
        empty = digital.Layer((), (), 0.0, 0.0, 0, 0.0, "none", ())
        return {
            number: digital.examine(document, number) if settings.wants(number) else empty
            for number in range(1, len(document) + 1)
        }
    finally:
        document.close()


def _count(source: Source) -> int:
    pages = Pages(source)
    try:
        return len(pages)
    finally:
        pages.close()


def _size(source: Source, number: int) -> tuple[float | None, float | None]:
    try:
        pages = Pages(source)
        size = pages.size(number)
        pages.close()
    except Exception:
        return None, None
    return size


def _encoding_issues(number: int, layer: digital.Layer) -> list[Issue]:
    if not layer.encodings:
        return []
    named = ", ".join(layer.encodings)
    return [
        Issue(
            "reading",
            "legacy_encoding",
            f"Trang {number}: chữ theo bảng mã cũ ({named}) đã được đổi sang Unicode (an old encoding was converted)",
            number,
        )
    ]


def _issues(page: Page, error: str, layer: digital.Layer | None) -> list[Issue]:
    found: list[Issue] = []
    if page.failed:
        found.append(
            Issue(
                "reading",
                "page_unreadable",
                f"Không đọc được trang {page.number}: {error} (the page could not be read)",
                page.number,
            )
        )
    if layer is not None and layer.verdict == "garbage":
        found.append(
            Issue(
                "reading",
                "bad_text_layer",
                f"Trang {page.number}: lớp chữ có sẵn sai, đã nhận dạng lại (its text layer is wrong, recognized anew)",
                page.number,
            )
        )
    return found
