"""Times that an event gives: which of them bind what is done before it."""

from __future__ import annotations

import re

from kehoach.rules.needs import Sieve

_CHECKED = Sieve(
    r"(?<!\w)(?:thẩm\s+(?:định|tra)|xác\s+minh|kiểm\s+tra|rà\s+soát|hoàn\s+thành|ban\s+hành|lấy\s+ý\s+kiến|công\s+khai|niêm\s+yết|gửi|nộp|báo\s+cáo|tập\s+huấn|tặng|cấp|trao|phát)(?!\w)[^.;]{0,120}$"
)
"""What is done before something else, somewhere in the sentence before it."""
_REQUIRED = Sieve(r"%|(?<!\w)(?:yêu\s+cầu|phải|nếu|đã|có\s+thể)(?!\w)")
"""Words of a condition."""


def before_event(quote: str, before: str) -> bool:
    """ "Trước khi ..." binds what is done before a thing of its own ("thẩm tra trước khi nộp hồ sơ cho Bộ"); elsewhere it
    tells an order of steps or a condition."""
    if not quote.startswith("trước khi"):
        return True
    named = len(quote.split()) >= 5 or re.search(r"hội\s+đồng|bộ|sở|ủy\s+ban|ubnd", quote)
    return bool(named and _CHECKED.search(before)) and not _REQUIRED.search(before)
