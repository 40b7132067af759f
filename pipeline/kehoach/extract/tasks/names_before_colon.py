"""A unit's name that stands whole before a colon, or alone in a heading, though words of its field read as verbs: "Các phân
xưởng khai thác, đào lò: ký giao ước ..."."""

from __future__ import annotations

from kehoach.extract.tasks.formula_words import NO_WORK
from kehoach.extract.tasks.heading_words import IN_CHARGE_OF
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.named_units import Name, Names
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.rules.needs import Sieve

_KINDS = Sieve(
    r"(?:các\s+)?(?:phòng|ban|đội|tổ|phân\s+xưởng|xưởng|bộ\s+phận|nhóm|tiểu\s+ban|xí\s+nghiệp|trạm|khoa|trung\s+tâm|công\s+trường|đơn\s+vị|chi\s+nhánh|ngành)(?!\w)"
)
"""Kinds of bodies that are called by what they work on."""
_TRADE = r"(?:khai\s+thác|sản\s+xuất|chế\s+biến|xây\s+(?:dựng|lắp)|vận\s+(?:hành|tải|chuyển)|sửa\s+chữa|lắp\s+(?:ráp|đặt)|kiểm\s+(?:định|soát|tu)|giám\s+sát|thí\s+nghiệm|thi\s+công|thiết\s+kế|đầu\s+tư|kinh\s+doanh|điều\s+(?:độ|trị|dưỡng)|đào\s+(?:tạo|lò)|nghiên\s+cứu|phát\s+triển|bảo\s+(?:dưỡng|trì)|nổ\s+mìn|sàng\s+tuyển|tiêu\s+thụ|giao\s+nhận|bán\s+hàng)"
_FIELD = rf"(?:{_TRADE}|kiểm\s+tra|thanh\s+tra|quản\s+lý|chăm\s+sóc|bảo\s+vệ|tuyên\s+truyền|phục\s+vụ|cấp\s+cứu|tiếp\s+nhận|thẩm\s+định|khoan|tư\s+vấn|biểu\s+diễn|sáng\s+tác|dịch\s+vụ)"
_MORE = r"(?:\s+(?!(?:và|của|cho|các|về|theo|từ|việc|\d)(?!\w))[^\s,;:.()]+){0,2}(?:(?:\s*,\s*|\s+và\s+)[^\s,;:.()]+(?:\s+[^\s,;:.()]+){0,2})*"
_NUMBER = r"(?:\s+(?:số\s+)?\d{1,2})?"
_FIELDS = Sieve(rf"(?:\s*,)?\s+{_FIELD}(?!\w){_MORE}{_NUMBER}")
"""Words of a field that read as verbs, with more fields behind commas, right behind the kind of a body."""
_TRADES = Sieve(rf"(?:(?:\s*,|\s+và)?\s+{_TRADE}(?!\w))+{_NUMBER}")
"""The same behind a name that has a field of its own."""
_THINGS = Sieve(
    r"(?<!\w)(?:nội\s+dung|công\s+tác|kế\s+hoạch|danh\s+sách|hồ\s+sơ|báo\s+cáo|nhiệm\s+vụ|hoạt\s+động|kết\s+quả|kinh\s+phí)(?!\w)"
)
"""What is worked on, and no field."""


def whole_before_colon(text: str, at: int, end: int, grammar: UnitGrammar) -> Names | None:
    """The unit whose name goes on up to the colon in ``text[at:end]`` (folded), behind which its work begins; None where it
    ends before its verb, as other names do."""
    low = lowered(text)
    colon = low.find(":", at, end)
    behind = len(low) - len(low[colon + 1 :].lstrip()) if colon >= 0 else -1
    if colon < 0 or not text[behind : behind + 1].islower() or NO_WORK.match(low, behind):
        return None
    names = grammar.names(text, at)
    held = names is not None and len(names.units) == 1 and grammar.kind(text, names.units[0]) == "post"
    if names is not None and held and IN_CHARGE_OF.fullmatch(low, names.end, colon):
        return Names((Name(names.start, colon),), names.start, colon, "")  # "Phó Chủ tịch phụ trách kinh tế: ..."
    return _whole(text, low, (at, colon), grammar, acts=bool(grammar.verb(low, behind)))


def whole_alone(text: str, at: int, grammar: UnitGrammar) -> Names | None:
    """The unit of a heading that holds nothing but its name."""
    return _whole(text, lowered(text), (at, len(text)), grammar, acts=True)


def _whole(text: str, low: str, stretch: tuple[int, int], grammar: UnitGrammar, *, acts: bool) -> Names | None:
    """``acts``: a verb that is known stands behind the colon."""
    at, end = stretch
    begun = grammar.begun(low, at)
    names = grammar.names(text, at) if begun is not None and _KINDS.match(low, at, end) else None
    if begun is None or names is None or len(names.units) > 1 or not at < names.end < end:
        return None
    bare = names.end == begun[0]
    fields = (_FIELDS if bare else _TRADES).fullmatch(low, names.end, end)
    if fields is None or _THINGS.search(fields[0]) or not (bare or acts):
        return None
    return Names((Name(at, end),), at, end, "")
