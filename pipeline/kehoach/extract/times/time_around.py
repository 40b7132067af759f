"""A time expression with the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.times.time_match import TimeMatch
from kehoach.model.keeping import cached_property
from kehoach.rules.needs import Sieve

_NOUN_BEFORE = Sieve(
    r"(?<!\w)(?:nhiệm\s+vụ|kế\s+hoạch|chương\s+trình|công\s+tác|báo\s+cáo|số\s+liệu|lương|thành\s+tích|chỉ\s+tiêu|danh\s+hiệu|kết\s+quả|phong\s+trào(?:\s+thi\s+đua)?|kinh\s+phí|dự\s+toán|ngân\s+sách|"
    r"xã\s+hội|hội\s+nghị|chủ\s+đề|quyết\s+toán|tổng\s+kết|sơ\s+kết|chuyên\s+đề|tiêu\s+chí|học\s+sinh|tuyển\s+sinh|kỳ\s+thi|tốt\s+nghiệp|đại\s+hội|nghị\s+quyết|khảo\s+sát(?:\s+chất\s+lượng)?|lịch|cách\s+mạng|số|sổ|tiêu\s+chuẩn|học|đề\s+án|sinh|lớp|khối|niên\s+khóa|nhiệm\s+kỳ|so\s+với|của|cùng\s+kỳ|đến\s+cuối)\s*$"
)
_OPENING = Sieve(
    r"^(?:(?:(?:chỉ\s+tiêu|mục\s+tiêu)(?:\s+\d{1,2})?\s*:|riêng|trước\s+mắt|cụ\s+thể|dự\s+kiến|thời\s+gian(?:\s+[^\s:]+){0,4}|hạn(?:\s+\S+){0,3}|trong|vào|đồng\s+thời|ngoài\s+ra|và|bắt\s+đầu|phấn\s+đấu|(?:thường\s+xuyên|liên\s+tục)\s*,?)\s*:?\s*)*\(?$"
)
_CASE = Sieve(r"\s*,?\s*(?:nếu|trường\s+hợp|khi)\s")
_THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
"""A dot within a number, which ends no sentence."""


@dataclass(frozen=True)
class Around:
    """A time expression in its clause: ``text`` is folded, with its capitals."""

    match: TimeMatch
    text: str
    clause: tuple[int, int]

    @cached_property
    def quote(self) -> str:
        return lowered(self.text)[self.match.start : self.match.end]

    @cached_property
    def before(self) -> str:
        return _THOUSANDS.sub("·", lowered(self.text)[self.clause[0] : self.match.start])

    @cached_property
    def after(self) -> str:
        return _THOUSANDS.sub("·", lowered(self.text)[self.match.end : self.clause[1]])

    @property
    def opens(self) -> bool:
        """Whether the clause begins with it."""
        return _OPENING.match(self.before) is not None

    @property
    def of_a_case(self) -> bool:
        """Whether a condition stands right behind it: "Trong năm, nếu có ..."."""
        return _CASE.match(self.after) is not None

    @property
    def heads(self) -> bool:
        """Whether all of a clause stands behind it, parted by a comma: "Cuối năm học, ..."."""
        return self.opens and self.after.startswith(",")

    @cached_property
    def after_noun(self) -> bool:
        """Whether it modifies the noun before it."""
        noun = _NOUN_BEFORE.search(self.before)
        return noun is not None and not self.named(noun)

    def named(self, found: re.Match[str]) -> bool:
        """Whether words found in ``before`` begin with a name's capital, one inside the clause ("Phòng Kế hoạch")."""
        return found.start() > 0 and self.text[self.clause[0] + found.start()].isupper()
