"""Changes from one figure to another: "nâng tỷ lệ từ 40% năm 2030 lên 46%"; what they begin with is no goal."""

from __future__ import annotations

import re

from kehoach.rules.needs import Sieve

_CHANGED = Sieve(
    r"\b(?:tăng|giảm|nâng|hạ|rút ngắn|thu hẹp|mở rộng|đưa|chuyển)\b[^;:]{0,80}\btừ\s*$|\btừ\s*$", re.IGNORECASE
)
"""Before the figure that a change begins with; where no verb tells of a change, the words behind the figure must."""
_WAY = Sieve(
    r"[^,;:]{0,45}?\s(?:(?P<plain>xuống(?: còn)?|lên|còn|thành)|đến|tới)\s+(?:dưới |trên |mức |khoảng |còn |hơn )*(?=\d)",
    re.IGNORECASE,
)
"""Between the two figures of a change: "lên" and "xuống" tell of it by themselves, "đến" only behind a verb."""


def change_end(text: str, number_start: int, after: int) -> int | None:
    """Where the figure begins with which a change ends, whose first one stands at ``number_start`` and ends ``after``; None
    where no change begins there."""
    before = _CHANGED.search(text[max(0, number_start - 100) : number_start])
    way = _WAY.match(text, after) if before is not None else None
    if before is None or way is None:
        return None
    return way.end() if way["plain"] or before[0].lower().split()[0] != "từ" else None
