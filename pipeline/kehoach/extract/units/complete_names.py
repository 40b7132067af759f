"""Where a name is complete, so that what follows is what the unit does, though no vocabulary knows the verb: behind the
word of rank that ends it ("Công an tỉnh lồng ghép ..."), behind a post that needs no more ("Khối trưởng dự thảo ..."), behind brackets."""

from __future__ import annotations

import re

from kehoach.extract.units.held_names import ends_name
from kehoach.rules.needs import Sieve

_COMPLETE = re.compile(
    r"(?<!\w)(?:(?P<rank>(?<!các )(?<!những )(?<!cấp )(?<!mỗi )(?<!tác )(?<!cơ )(?<!trụ )(?:(?:tỉnh|huyện|xã)(?!\s+đội(?!\s+ngũ))|phường|thị\s+trấn|thị\s+xã|quận|sở|(?<!chi )(?<!tổng )cục))|(?:tỉnh|thành|huyện|thị|quận)\s?(?:đoàn|ủy)|(?:khối|cụm)\s+(?:trưởng|phó)|hiệu\s+trưởng|công\s+đoàn\s+cơ\s+sở|"
    r"trưởng\s+đoàn|nhà\s+trường|(?:(?<=ngành )|(?<=cấp )|(?<=đơn vị )|(?<=cơ quan )|(?<=địa phương )|(?<=phòng )|(?<=ban ))(?:có\s+)?liên\s+quan|(?:sở|bộ)\s+(?:nội\s+vụ|tài\s+chính|tư\s+pháp|công\s+thương|xây\s+dựng|y\s+tế|ngoại\s+(?:vụ|giao)))(?!\w)"
)
_ASIDE = re.compile(r"\s*\([^()]{2,60}\)(?=\s)")
"""What stands in brackets behind a name and no vocabulary's verb: "Ban Kỹ thuật (B2) gỡ vướng ..."."""
_HEADS_NAME = re.compile(r"(?:^|[,;:]|(?<!\w)(?:và|với|các|giao|nghị|cầu|trưởng))\s*$")
"""Before a word that begins a name itself: "Cục Thống kê"."""
_NO_PREDICATE = Sieve(
    r"\s+(?:trưởng|kiểm(?!\s+soát)|thanh|giám|khảo|thẩm|liên|công\s+tác|đánh\s+giá|phó|vùng|nghèo|miền|biên|điểm|nông|đặc|bạn|nêu|đã|được|để|nhằm|nếu|khi|không|chưa|đều|đang|còn|về|do|là|có|sẽ|bị|theo|đối|từ|đến|tới|năm|quý|tháng|ngày|hàng|hằng|định\s+kỳ|"
    r"giáo|y\s+tế|lao|tiên\s+tiến|xuất\s+sắc|tiêu\s+biểu|dẫn\s+đầu|bộ|khóa|nhiệm|mới|cũ|lần|trước|sau|cho|bằng|như|mà|thì|nên|vì|khác|còn\s+lại|đó|loại|dân|hội|chủ|phụ)(?!\w)"
)
"""What may follow such a word and is neither more of its name nor a verb, or goes on with it in some names."""


def complete(text: str, low: str, stretch: tuple[int, int], head_end: int) -> int | None:
    """Where in the stretch of text (folded, ``low`` in lower case) a name is complete and a word in small letters follows
    that goes on with no name; None where that is nowhere. ``head_end`` is where the word that begins the name ends: a
    rank before it is the name itself."""
    start, end = stretch
    for aside in _ASIDE.finditer(text, head_end, end):
        at = aside.end()
        if text[at + 1 : at + 2].islower() and ends_name(text, at) and not _NO_PREDICATE.match(low, at):
            return aside.start()
    for word in _COMPLETE.finditer(low, start, end):
        at = word.end()
        if (
            (word["rank"] and word.start() <= head_end)
            or at >= end
            or not low[at].isspace()
            or text[at + 1 : at + 2].isupper()
        ):
            continue
        if ends_name(text, at) and not _NO_PREDICATE.match(low, at):
            return at
    return None


def no_predicate(low: str, at: int) -> bool:
    """Whether what stands at ``at``, behind a name, is neither more of it nor a verb."""
    return _NO_PREDICATE.match(low, at) is not None


def begins_sentence(text: str, low: str, at: int) -> bool:
    """Whether a verb with a capital at ``at`` begins a sentence behind a name in the same line: "Văn phòng Sở Bố trí
    xe". A place or a field of work has its capitals in every syllable, or is known."""
    before = _COMPLETE.search(low[:at].rstrip(), max(0, at - 12))
    if before is not None and _HEADS_NAME.search(low, 0, before.start()):
        return False
    first, second = (*text[at:].split(" ", 2), "")[:2]
    return (
        before is not None
        and before.end() == len(low[:at].rstrip())
        and first[:1].isupper()
        and not first.isupper()
        and second[:1].islower()
    )
