"""Source -> Reading: each page by its text layer where that is good, by recognition where it is not."""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib import import_module

from kehoach.errors import TooManyPages
from kehoach.model.document import Source
from kehoach.model.issue import Issue
from kehoach.model.page import Handwriting, Page, Reading
from kehoach.programs import figures, tesseract
from kehoach.reading import digital, identify, overlay, recorded
from kehoach.reading.identify import DOC, DOCX, HTML, MARKDOWN, ODT, PDF, PLAIN, RTF
from kehoach.reading.messages import Engine
from kehoach.reading.raster import Pages, page_count
from kehoach.reading.settings import Settings
from kehoach.reading.workshop import Workshop

MOST_PAGES = 2000
"""Pages read of one file: a bound volume has a few hundred; what has more is a page bomb or a whole archive."""


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
            TooManyPages: it has more pages than any document.
        """
        if source.media_type in _FLOWING:
            found: Reading = import_module(_FLOWING[source.media_type]).reading(source)
            return replace(found, pages=tuple(page for page in found.pages if self.settings.wants(page.number)))
        numbers = [number for number in range(1, page_count(source) + 1) if self.settings.wants(number)]
        if len(numbers) > MOST_PAGES:
            raise _too_long(source, len(numbers))
        layers, broken = _layers(source, numbers) if source.media_type == PDF else ({}, {})
        if broken and len(broken) == len(numbers):
            raise identify.truncated(source.path)
        pages, issues = self._pages(source, numbers, layers, broken)
        recognized = any(page.text_from == "ocr" for page in pages)
        return Reading(
            tuple(pages),
            engine=self.engine.name if recognized else None,
            settings=self.told if recognized else {},
            issues=tuple(issues),
        )

    def _pages(
        self, source: Source, numbers: list[int], layers: dict[int, digital.Layer], broken: dict[int, str]
    ) -> tuple[list[Page], list[Issue]]:
        made = {number: Page(number, None, None, "text_layer", failed=True) for number in broken}
        issues = [issue for number, page in made.items() for issue in _issues(page, broken[number], None)]
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
        names = {n: recorded.key(source.sha256, n, self.engine.name, self.told) for n in numbers}
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

    @property
    def told(self) -> dict[str, str]:
        """What recognized pages depend on beside their engine; they are kept under it."""
        told = {"languages": self.engine.languages, "dpi": str(self.settings.dpi)}
        return told | ({"figures": self.engine.figures.name} if self.engine.figures is not None else {})

    def _start(self) -> Workshop:
        if self._workshop is None:
            self._workshop = Workshop(self.engine, self.settings.workers, self.settings.page_timeout)
            weakref.finalize(self, self._workshop.close)
        return self._workshop


_FLOWING: Mapping[str, str] = {
    PLAIN: "kehoach.reading.plain",
    MARKDOWN: "kehoach.reading.plain",
    HTML: "kehoach.reading.office.web",
    DOCX: "kehoach.reading.office.docx",
    ODT: "kehoach.reading.office.odt",
    DOC: "kehoach.reading.office.converted",
    RTF: "kehoach.reading.office.converted",
}
"""Kinds of files whose text is there, without pages: the modules whose ``reading`` reads them, loaded when one is met."""


def _too_long(source: Source, pages: int) -> TooManyPages:
    return TooManyPages(
        f"Tệp có {pages} trang, quá {MOST_PAGES} trang: {source.path} (too many pages for one document)",
        f"Tách tệp, hoặc chọn trang / split the file, or choose pages: --pages 1-{MOST_PAGES}",
    )


def _engine(settings: Settings) -> Engine:
    found = tesseract.probe()
    kind, languages = tesseract.require(found, settings.engine, settings.languages)
    assert found is not None
    version = (found.inside_version if kind == "tesserocr" else found.command_version) or "?"
    return Engine(kind, found.data, languages, found.command or "", version, figures.probe())


def _layers(source: Source, numbers: list[int]) -> tuple[dict[int, digital.Layer], dict[int, str]]:
    """The text layer of these pages, and what is wrong with those that cannot be opened at all."""
    import pypdfium2

    layers: dict[int, digital.Layer] = {}
    broken: dict[int, str] = {}
    document = pypdfium2.PdfDocument(source.data)
    try:
        for number in numbers:
            try:
                layers[number] = digital.examine(document, number)
            except pypdfium2.PdfiumError as error:
                broken[number] = str(error)
    finally:
        document.close()
    return layers, broken


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


def _of_handwriting(hand: Handwriting, number: int) -> Issue:
    """The trace of a slot that a pen filled: what was read, how often it was looked at, by whom."""
    seen = ", ".join(f"“{' '.join(reading.split())}”" for reading in dict.fromkeys(hand.readings))
    told = f"{hand.confidence:.0%}, {hand.reader}: {seen}"
    if hand.believed:
        message = f"Chữ viết tay đọc là “{hand.figures}” (handwriting read as “{hand.figures}”; {told})"
        return Issue("reading", "handwriting_read", message, number, hand.box)
    message = f"Chữ viết tay không đọc được chắc chắn (handwriting that could not be read surely; {told})"
    return Issue("reading", "handwriting_unread", message, number, hand.box)


def _issues(page: Page, error: str, layer: digital.Layer | None) -> list[Issue]:
    found = [_of_handwriting(hand, page.number) for hand in page.handwriting]
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
