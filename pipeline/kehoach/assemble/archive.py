"""What an archive asks of a scan: pages to scan again, pages that are missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kehoach.model.document import Furniture
from kehoach.model.geometry import Box
from kehoach.model.issue import Issue
from kehoach.model.page import Page
from kehoach.rules.needs import Sieve

TRUSTED = 0.75
"""Mean confidence of recognition below which a page's text is not to be trusted. Pages of clean scans have 0.91 to
0.97 (nine sample plans); below 0.75 every fourth word is doubtful to the engine itself."""
_SURE, _MOST_WEAK = 0.9, 0.16
"""A page whose share of letters in words below 0.9 is higher has four to eight words in a hundred wrong; good scans have
0.00 to 0.06, tables in small print to 0.13 (real scans and 66 pages aged in twelve ways)."""
_MANY_WORDS = 60
_LEAST_WORDS = 20
"""A page with fewer words (a signature, a stamp) has no mean worth the name."""
_PRINTED = Sieve(r"(?:trang|page)?\D{0,3}(\d{1,3})(?:\s*/\s*\d{1,3})?\D{0,2}", re.IGNORECASE)
_MOST_MISSING = 3


def rescan(pages: Iterable[Page]) -> tuple[int, ...]:
    """The pages too bad to trust: not read at all, or read poorly throughout."""
    return tuple(page.number for page in pages if page.failed or _poor(page))


def missing(furniture: Iterable[Furniture]) -> tuple[int, ...]:
    """The printed numbers of pages that are not there: from one page to the next the numbers jump, and stay so.

    Two numbered pages must stand on each side of the gap, so that one misread digit tells nothing.
    """
    numbers = sorted((page, printed) for page, (printed, _) in printed_numbers(furniture).items())
    found: list[int] = []
    for at in range(2, len(numbers) - 1):
        before, after = numbers[:at], numbers[at:]
        steps = {printed - page for page, printed in before[-2:]}, {printed - page for page, printed in after[:2]}
        if len(steps[0]) == len(steps[1]) == 1 and before[-1][0] + 1 == after[0][0]:
            jump = steps[1].pop() - steps[0].pop()
            if 0 < jump <= _MOST_MISSING:
                found.extend(range(before[-1][1] + 1, after[0][1]))
    return tuple(found)


def issues(bad: Sequence[int], gone: Sequence[int], pages: Iterable[Page]) -> Iterator[Issue]:
    """The same for people. Pages that failed are told by the reader already."""
    by_number = {page.number: page for page in pages}
    for number in bad:
        confidence = by_number[number].ocr_confidence
        if not by_number[number].failed:
            yield Issue(
                "assemble",
                "rescan",
                f"Trang {number}: nhận dạng kém ({confidence:.2f}), nên quét lại (poorly read, scan it again)",
                number,
            )
    for printed in gone:
        yield Issue("assemble", "missing_page", f"Thiếu trang in số {printed} (the page printed {printed} is missing)")


def _poor(page: Page) -> bool:
    if page.text_from != "ocr" or page.ocr_confidence is None:
        return False
    if len(page.words) < _LEAST_WORDS:
        return False
    return page.ocr_confidence < TRUSTED or (len(page.words) >= _MANY_WORDS and _weak(page) > _MOST_WEAK)


def _weak(page: Page) -> float:
    """Share of the letters that stand in words of which the engine was not sure."""
    letters = sum(len(word.text) for word in page.words)
    return sum(len(word.text) for word in page.words if word.confidence < _SURE) / letters if letters else 0.0


def printed_numbers(furniture: Iterable[Furniture]) -> dict[int, tuple[int, Box | None]]:
    """The number printed on each page that has just one, and where."""
    found: dict[int, dict[int, Box | None]] = {}
    for piece in furniture:
        match = _PRINTED.fullmatch(piece.text.value.strip()) if piece.kind == "page_number" else None
        if match:
            found.setdefault(piece.page, {})[int(match[1])] = piece.box
    return {page: next(iter(numbers.items())) for page, numbers in found.items() if len(numbers) == 1}
