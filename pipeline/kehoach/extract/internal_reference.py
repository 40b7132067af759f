"""The grammar of pointers inside a plan: "khoản 4, Mục I", "điểm a khoản 2 Mục III", "Phần II, mục 1"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.extract.passages import Passage
from kehoach.model.fact import InternalReference

_LEVELS = ("phần", "chương", "mục", "tiểu mục", "điều", "khoản", "điểm")
_LABEL = r"(?:[IVXLC]+(?:\.\d+)*|\d{1,2}(?:\.\d{1,2})*|[a-zđ])(?![\w])"
_PART = rf"(?P<level>phần|chương|mục|tiểu mục|khoản|điểm|điều)\s+(?:thứ\s+)?(?P<label>{_LABEL})"
_POINTER = re.compile(
    rf"\b(?:{_PART.replace('?P<level>', '').replace('?P<label>', '')})"
    rf"(?:\s*,?\s*(?:của\s+)?(?:{_PART.replace('?P<level>', '').replace('?P<label>', '')}))*",
    re.IGNORECASE,
)
_ONE = re.compile(_PART, re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"\s*,?\s*(?:của\s+)?(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Quy chế|Quy định|Hướng dẫn|Công văn|"
    r"Điều lệ|Hiến pháp|Pháp lệnh|Kế hoạch số)"
)


def internal_references(passage: Passage) -> Iterator[InternalReference]:
    """The pointers to places of the same plan; those into another document ("khoản 2 Điều 5 Nghị định ...") are none.

    Labels run from the outermost level inwards, whatever the printed order.
    """
    for match in _POINTER.finditer(passage.text):
        parts = [(m["level"].lower(), m["label"]) for m in _ONE.finditer(match[0])]
        if _OF_ANOTHER.match(passage.text, match.end()) or any(level == "điều" for level, _ in parts):
            continue
        if len(parts) == 1 and parts[0][0] == "điểm" and not parts[0][1].isalpha():
            continue
        ordered = sorted(parts, key=lambda part: _LEVELS.index(part[0]))
        labels = tuple(piece for _, label in ordered for piece in label.split("."))
        yield InternalReference(
            passage.span(match.start(), match.end()), labels, passage.raw[match.start() : match.end()]
        )
