"""Classes by how many criteria are met: "Đạt cả 3 tiêu chí thì xếp loại Xuất sắc, đạt 2 tiêu chí xếp loại Khá"."""

from __future__ import annotations

import re

from kehoach.extract.criteria.points import Band
from kehoach.orthography.numerals import SPELLED
from kehoach.rules.needs import Sieve

_RANK = r"(?:xếp(?:\s+(?:loại|hạng|mức))?|đánh giá|phân loại|công nhận)"
_GRADED = Sieve(
    rf"(?<!\w)(?:đạt|đủ|có|hoàn thành|đáp ứng|chỉ đạt)\s+(?:(?:đủ|cả|từ|được|dưới|trên|ít nhất)\s+)*(?:\d{{1,2}}(?:\s?[-/]\s?\d{{1,2}})?|{SPELLED})\s+"
    rf"(?:tiêu chí|tiêu chuẩn|nội dung|chỉ tiêu|điều kiện)(?!\w)[^,;:.|\n]{{0,40}}?\s*[:,-]?\s+(?:thì\s+)?(?:được\s+)?{_RANK}\s+[^,;:.|\n]{{2,40}}(?=[,;.|\n]|$)",
    re.IGNORECASE,
)
_REST = Sieve(
    rf"\s*[,;.]\s*(?P<rest>(?:(?:số\s+)?còn lại|các trường hợp (?:khác|còn lại)|không đạt)(?!\w)[^,;:.|\n]{{0,30}}?\s+(?:là|{_RANK})\s+[^,;:.|\n]{{2,30}})(?=[,;.|\n]|$)",
    re.IGNORECASE,
)


def graded_in(text: str) -> tuple[Band, ...]:
    """The classes of a paragraph that has two or more of them, with that of the rest."""
    found = [Band(m.start(), m.end()) for m in _GRADED.finditer(text)]
    rest = _REST.match(text, found[-1].end) if found else None
    if rest is not None:
        found.append(Band(*rest.span("rest")))
    return tuple(found) if len(found) > 1 else ()
