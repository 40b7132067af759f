"""Deeds for which somebody is not ranked at all, or ranked lower, as others take points off."""

from __future__ import annotations

import re

from kehoach.rules.needs import Sieve

_LOWERED = (
    r"(?:bị\s+)?(?:hạ|tụt)\s+(?:một|hai|0?[12])\s+(?:bậc|hạng|mức|loại)"
    r"(?!\s+(?:lương|công trình|bệnh viện|phụ cấp|chức|tiền))"
)
"""What a deed costs who is ranked: a class."""
UNRANKED = Sieve(
    r"\b(?:(?P<rank>không\s+(?:được\s+)?xếp (?:loại|hạng)(?!\s+\"?(?:(?-i:[A-DĐ]|I+)|[1-4]|xuất sắc|tốt|giỏi|khá)\b)"
    rf"|(?P<lowered>{_LOWERED}))|không\s+(?:được\s+)?(?:chấm điểm|bình xét|xét|xem xét))\b",
    re.IGNORECASE,
)
AND_UNRANKED = re.compile(
    r"\s*(?:,\s*(?:(?:và|đồng thời)\s+)?|(?:và|đồng thời)\s+)"
    rf"(?:(?:không|chưa)\s+(?:được\s+)?(?:xét|xếp|bình xét)|{_LOWERED})(?:\s[^\W\d]+){{0,6}}"
    r"|\s*(?:và|đồng thời)\s+(?:bị|phải)\s[^;:.,()\d\n]{3,80}(?=[;.,\n]|$)",
    re.IGNORECASE,
)
"""Behind points that a deed costs: what else it does."""
_DEED = Sieve(r"\b(?:nếu|khi|có|để|bị|vi phạm|đối với|trường hợp|do)\b", re.IGNORECASE)


def refuses(clause: str, scored_beside: bool) -> bool:
    """Whether a clause tells a deed for which somebody is not ranked, or a class lower."""
    found = UNRANKED.search(clause)
    if found is None or not (scored_beside or found["rank"]):
        return False
    if _DEED.search(clause) is not None:
        return True
    return found["lowered"] is not None and len(clause[: found.start()].split()) > 1
