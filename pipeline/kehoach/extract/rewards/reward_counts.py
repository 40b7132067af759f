"""The grammar of how many get a reward: "không quá 10 tập thể (trong đó 05 thôn), 20 cá nhân và 10 hộ gia đình"."""

from __future__ import annotations

import re

from kehoach.extract.text.passages import Passage
from kehoach.rules.needs import Sieve

WHO = r"(?:(?:các |những )?(?:tập thể|cá nhân|đơn vị|cán bộ|nhà giáo|hộ|gia đình|đoàn viên|hội viên|người|đồng chí|tổ chức|phòng|trường|học sinh|lớp|tổ|khoa|trạm|xã|phường|huyện|thôn|bản|ấp|chi bộ|chi đoàn|chi hội|chi cục|công đoàn|đảng viên|sinh viên|nông dân|công nhân|viên chức|công chức|doanh nghiệp|xí nghiệp|hợp tác xã))"
_LIMITS = r"(?:có|ít nhất|tối thiểu|tối đa|không quá|khoảng|từ|dự kiến|mỗi (?:năm|đợt|quý|khối|cụm|đơn vị|cơ quan|xã|phường|huyện|trường|khoa|phòng|lớp|tổ|công đoàn|chi \w+))"
LIMIT = rf"(?:{_LIMITS}\s+)*(?:\d{{1,3}}\s*(?:-|đến)\s*(?=\d))?"
_RECIPIENT = rf"(?!và\b|hoặc\b|đến\b|năm\b|tháng\b|ngày\b|đồng(?! chí)\b|triệu\b|điểm\b|lần\b|giải\b|bằng\b|giấy\b|cờ\b|%)(?:đ/c\b|[^\W\d_]+)(?:(?!\s+(?:theo|trong|tại|để|bằng|và\s+(?:{_LIMITS}\s+)*\d+|đề nghị|trình|thưởng|được|tặng|kèm)\b)\s[^\W\d_]+|,\s(?={WHO}\b)[^\W\d_]+|\s-\s[^\W\d_]+|,\s(?=[^\W\d_]+(?:\s[^\W\d_]+){{0,3}},\s+(?:{_LIMITS}\s+)*\d)[^\W\d_]+){{0,8}}"
COUNT = Sieve(rf"(?P<n>\d{{1,4}})(?:/\d+)?\s+(?P<who>{_RECIPIENT})", re.IGNORECASE)
_SUM = r"(?:\d{1,3}(?:\.\d{3})+\s?(?:đồng|đ)\s+cho\s+)?"
"""The money that each of the next ones gets besides."""
_ASIDE = r"(?:\s*\([^()]*\))?"
COUNTS = rf"{LIMIT}\d{{1,4}}(?:/\d+)?\s+{_RECIPIENT}{_ASIDE}(?:(?:\s*[,;]|\s+và|,\s*và)\s*{_SUM}{LIMIT}\d{{1,4}}(?:/\d+)?\s+{_RECIPIENT}{_ASIDE})*"
COUNTED_CELL = re.compile(rf"\s*{COUNTS}[\s.;]*", re.IGNORECASE)
SHARE = Sieve(
    r"\s*:\s*(?:(?:ít nhất|tối thiểu|trên|từ|đạt|có)\s+)*\d[\d.,]*(?:\s?%?\s*(?:-|đến)\s*\d[\d.,]*)?\s?%\s+(?:trở lên\s+)?"
    r"(?P<who>(?!(?:tổng |trong )?số\b|so\b|trở\b|trong\b)[^\W\d_][^.;:()%\d]{1,60}?)(?=\s+trở lên|\s*(?:[.;:(]|$))",
    re.IGNORECASE,
)
"""Behind a form: the share of those who get it ("Lao động tiên tiến: 95% giáo viên trở lên")."""
SHARE_BEHIND = re.compile(
    r"\s*(?:[:,-]?\s*(?:(?:đạt|từ|trên|ít nhất|tối thiểu|tỷ lệ|là|chiếm)\s+)*\d[\d.,]*\s?%(?:\s+trở lên)?)?\s*",
    re.IGNORECASE,
)
"""How many are to be rated so ("Gia đình văn hóa: 90%"), or nothing."""
_IN_BRACKETS = re.compile(r"\([^()]*\)")


def counts_in(passage: Passage, start: int, end: int) -> list[tuple[int | None, str | None]]:
    """How many and who, of each that a list counts; what stands in brackets is left out."""
    text = _IN_BRACKETS.sub(lambda aside: " " * len(aside[0]), passage.text[:end])
    found = COUNT.finditer(text, start, end)
    return [(int(m["n"]), passage.raw[m.start("who") : m.end("who")].strip()) for m in found]


def counted_cells(passage: Passage, at: int) -> list[tuple[int | None, str | None]]:
    """In a table, how many and who by the cells behind the one that names the form."""
    bar = passage.text.find("|", at)
    found: list[tuple[int | None, str | None]] = []
    while passage.zone == "table" and bar >= 0:
        following = passage.text.find("|", bar + 1)
        end = following if following >= 0 else len(passage.text)
        if COUNTED_CELL.fullmatch(passage.text, bar + 1, end):
            found += counts_in(passage, bar + 1, end)
        bar = following
    return found
