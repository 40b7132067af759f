"""Pointers to other places of the same plan: "khoản 4, Mục I", "tại mục III Kế hoạch này", "điểm a khoản 2".

The words name levels (phần, chương, mục, tiểu mục, điều, khoản, điểm, tiết); they may run inwards or outwards and share
a level ("các khoản 1, 2 và 3 Mục II" points to three places). Places in other documents are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from kehoach.extract.text.passages import Passage
from kehoach.model.document import Document, Span
from kehoach.model.fact import InternalReference
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

_LEVELS = ("phần", "chương", "mục", "tiểu mục", "điều", "khoản", "điểm", "tiết")
_LABEL = r"(?:[IVXLÏÌÍl|]{1,5}(?:\.\d{1,2})*|\d{1,2}(?:\.\d{1,2})*|[a-zđ])(?![\w%]|\.\d)"
_LIST = rf"{_LABEL}(?:(?:\s?,\s?|\s+và\s+|\s?;\s?|\s+đến\s+|\s?-\s?)(?!(?:điểm|khoản|mục)\b){_LABEL})*"
_PART = Sieve(
    r"(?<![\w/])(?<!danh )(?<!hạng )(?<!chuyên )(?<!đề )(?<!tài )(?<!thành )(?<!cổ )(?<!học )(?<!góp )(?<!một )(?<!bộ )"
    rf"(?P<word>tiểu mục|phần|chương|mục|điều|khoản|điểm|tiết)\s+(?P<labels>{_LIST})",
    re.IGNORECASE,
)
_JOINED = Sieve(r"\s?,?\s+(?:(?:của|thuộc|trong|tại)\s+)?|\s?,\s?")
_LISTED = re.compile(r"\s?,\s+|\s+(?:và|đến)\s+")
_ELSEWHERE = re.compile(
    r"^[\s,]*(?:(?:của|tại|trong|thuộc|kèm theo|ban hành(?: kèm theo)?)\s+)*(?:các\s+)?"
    r"(?:(?:bộ )?luật|nghị định|nghị quyết|thông tư|quyết định|chỉ thị|quy chế|quy định|hướng dẫn|công văn|điều lệ|hiến pháp|"
    r"pháp lệnh|kết luận|đề án|chương trình|thông báo|kế hoạch)\b(?!\s+này)(?=\s+(?:số|\d|[^\W\d_a-zđ]|của|về|ban hành|thi đua))",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"^[\s,]*(?:của\s+|trong\s+|tại\s+)?(?:bản\s+)?(?:kế hoạch|chương trình|hướng dẫn|văn bản|phương án|đề án)(?:\s+này)?\b",
    re.IGNORECASE,
)
_LOOKS = str.maketrans({"Ï": "I", "Ì": "I", "Í": "I", "l": "I", "|": "I"})


def reference_in(document: Document, span: Span) -> InternalReference | None:
    """The first pointer to a place of the same plan in a stretch of its text; None where there is none."""
    raw = document.quote(span)
    return next(internal_references(Passage(-1, span.start, fold(raw), raw, "body")), None)


def internal_references(passage: Passage, articles: bool = False) -> Iterator[InternalReference]:
    """The pointers to places of the same plan, in order; those into another document are none.

    Labels run from the outermost level inwards, whatever the printed order. ``articles`` tells that this plan is itself
    parted into Điều.
    """
    for group in _groups(passage.text):
        start, end = group[0].start(), group[-1].end()
        parts = _levels(group, passage.text)
        if not _points_here(parts, passage.text[end:], articles):
            continue
        span, quote = passage.span(start, end), passage.raw[start:end]
        for labels in product(*(found for _, found in parts)):
            yield InternalReference(span, tuple(label for joined in labels for label in joined.split(".")), quote)


def _groups(folded: str) -> Iterator[list[re.Match[str]]]:
    """Elements that together name one place, or several on one level."""
    group: list[re.Match[str]] = []
    for match in _PART.finditer(folded):
        between = folded[group[-1].end() : match.start()] if group else ""
        same = bool(group) and group[-1]["word"].lower() == match["word"].lower()
        if group and not (_LISTED if same else _JOINED).fullmatch(between):
            yield group
            group = []
        group.append(match)
    if group:
        yield group


def _levels(group: list[re.Match[str]], folded: str) -> list[tuple[int, tuple[str, ...]]]:
    """Labels by level, the outermost first."""
    found: dict[int, tuple[str, ...]] = {}
    last: re.Match[str] | None = None
    for match in group:
        level = _LEVELS.index(match["word"].lower())
        ranged = last is not None and "đến" in folded[last.end() : match.start()]
        found[level] = _filled(found.get(level, ()), _labels(match["labels"]), ranged)
        last = match
    return sorted(found.items())


def _filled(before: tuple[str, ...], labels: tuple[str, ...], ranged: bool) -> tuple[str, ...]:
    if ranged and before and before[-1].isdigit() and labels[0].isdigit():
        return (*before, *(str(n) for n in range(int(before[-1]) + 1, int(labels[0]))), *labels)
    return (*before, *labels)


def _points_here(parts: list[tuple[int, tuple[str, ...]]], after: str, articles: bool) -> bool:
    """Whether the words can mean this plan: no other document is named behind them, and a lone "điểm 9" is a mark."""
    levels = {level for level, _ in parts}
    here = bool(_HERE.match(after)) and not _ELSEWHERE.match(after)
    if _ELSEWHERE.match(after):
        return False
    if _LEVELS.index("điều") in levels:
        return here or articles
    return (
        here or levels != {_LEVELS.index("điểm")} or not any(label.isdigit() for _, found in parts for label in found)
    )


def _labels(printed: str) -> tuple[str, ...]:
    """The labels of a list; "1 đến 3" and "a - c" are filled in."""
    made: tuple[str, ...] = ()
    end = 0
    for match in re.finditer(_LABEL, printed, re.IGNORECASE):
        label = match[0].translate(_LOOKS) if match[0][0] in "IVXLÏÌÍl|" and match[0] != "l" else match[0]
        made = _filled(made, (label,), bool(re.search(r"đến|-", printed[end : match.start()])))
        end = match.end()
    return made
