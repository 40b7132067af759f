"""How well each page of a document was read: what to look at again before the text is relied on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from kehoach.model.document import Document
from kehoach.model.page import Page, TextFrom

_UNSURE = 0.6
"""Below this the engine itself holds a word for doubtful; good print lies above 0.9."""


@dataclass(frozen=True, slots=True)
class PageQuality:
    """``confidence`` is the engine's mean, 0 to 1, None where nothing was recognized; ``unsure_words`` are those below
    0.6; ``repaired`` counts the repairs made on the page; ``skew`` and ``rotation`` (degrees) were undone; ``notes``
    are the codes of what else was noticed."""

    page: int
    text_from: TextFrom
    confidence: float | None
    words: int
    unsure_words: int
    repaired: int
    rotation: int
    skew: float
    treatment: str
    blank: bool
    failed: bool
    notes: tuple[str, ...]


def quality(document: Document) -> tuple[PageQuality, ...]:
    """One entry a page."""
    return tuple(_page(page, document) for page in document.pages)


def to_dicts(qualities: Sequence[PageQuality]) -> list[dict[str, Any]]:
    return [asdict(quality) for quality in qualities]


def lines(qualities: Sequence[PageQuality]) -> Iterator[str]:
    """The report for people, one line a page."""
    for q in qualities:
        parts = [f"trang / page {q.page}: {q.words} từ / words ({q.text_from})"]
        if q.confidence is not None:
            parts.append(f"tin cậy / confidence {q.confidence:.2f}, chưa chắc / unsure {q.unsure_words}")
        parts += [f"đã sửa / repaired {q.repaired}"] if q.repaired else []
        parts += [f"xoay / turned {q.rotation}°"] if q.rotation else []
        parts += [f"nghiêng / skew {q.skew:.1f}°"] if q.skew else []
        parts += [f"xử lý / treatment {q.treatment}"] if q.treatment else []
        parts += ["trang trắng / blank"] if q.blank else []
        parts += ["KHÔNG ĐỌC ĐƯỢC / FAILED"] if q.failed else []
        parts += list(q.notes)
        yield ", ".join(parts)


def _page(page: Page, document: Document) -> PageQuality:
    issues = Counter(issue.code for issue in document.issues if issue.page == page.number)
    repaired = issues.pop("repaired", 0)
    return PageQuality(
        page=page.number,
        text_from=page.text_from,
        confidence=page.ocr_confidence,
        words=len(page.words),
        unsure_words=sum(word.confidence < _UNSURE for word in page.words),
        repaired=repaired,
        rotation=page.rotation,
        skew=page.skew,
        treatment=page.treatment,
        blank=page.blank,
        failed=page.failed,
        notes=tuple(sorted(issues)),
    )
