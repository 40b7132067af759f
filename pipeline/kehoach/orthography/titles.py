"""Academic titles, military ranks and forms of address before a person's name."""

from __future__ import annotations

import re

BEFORE_NAME = re.compile(
    r"^(?:(?:pgs|gs|ts|tskh|ths|th\.s|bs|dsck|bscki{1,2}|(?:bs|ds)?\.? ?ck ?(?:i{1,2}|[12])?|ds|cn|ks|kts|ls|ng[uư]t|ng[nN]d|"
    r"bác sĩ|kỹ sư|luật sư|thầy thuốc (?:ưu tú|nhân dân)|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)|ông|bà)\b[\s.,/-]*)+",
    re.IGNORECASE,
)
"""At the head of folded text, one or several."""
