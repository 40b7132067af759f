"""Names that a plan itself gives whole: the label or table cell "Phòng Hành chính, tổng hợp" tells that "Phòng Hành chính,
tổng hợp công bố điểm" is said of one; the label "Phòng Kỹ thuật sửa chữa:" that its trade is no work of another's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.orthography.letters import LOWER, UPPER

_KIND = r"(?:Phòng|Ban|Tổ|Khoa|Đội|Trung tâm|Hạt|Trạm|Văn phòng|Bộ phận|Chi cục)"
_WORDS = r"(?:\s+[^\s,;:.|()]+)"
_NAME = re.compile(
    rf"(?P<first>(?:^|\||(?<=của)\s|(?<=về)\s)\s*{_KIND}\s+)(?P<field>[{UPPER}][^\s,;:.|()]*{_WORDS}{{0,5}}"
    rf"(?P<more>,\s+(?=[{LOWER}])(?!(?:các|và|mỗi|cùng)\s)[^\s,;:.|()]+{_WORDS}{{0,7}}))\s*(?=:|\||$)"
)

_TRADE = (
    r"(?:khai\s+thác|vận\s+hành|vận\s+chuyển|sản\s+xuất|sửa\s+chữa|bảo\s+trì|bảo\s+dưỡng|thi\s+công|thiết\s+kế|chế\s+biến|lắp\s+(?:đặt|ráp)|xét\s+nghiệm|điều\s+trị|phục\s+hồi|kinh\s+doanh|đào\s+lò|kiểm\s+định|"
    r"chăn\s+nuôi|trồng\s+trọt|gia\s+công|hoàn\s+thiện|đóng\s+gói|giao\s+nhận|bốc\s+xếp|khoan|nổ\s+mìn|đo\s+đạc|khảo\s+sát|thăm\s+dò|giám\s+định|cung\s+ứng|nghiên\s+cứu|phát\s+triển|đầu\s+tư)"
)
_LABEL = re.compile(
    rf"\s*(?:Các\s+)?(?i:Phòng|Ban|Tổ|Khoa|Đội|Trạm|Phân\s+xưởng|Xưởng|Công\s+trường|Bộ\s+phận)\s+"
    rf"(?P<field>(?:[{UPPER}][^\s,;:.|()]*(?:\s+[^\s,;:.|()]+){{0,2}}?\s+)?{_TRADE}(?:(?:,|\s+và)?\s+[^\s,;:.|()]+){{0,3}})\s*:\s+(?=[{LOWER}])"
)
"""A name that holds a trade, before a colon and the work: a verb with no object there is none."""


def knowing(grammar: UnitGrammar, texts: Iterable[str]) -> UnitGrammar:
    """The grammar with the names of the plan whose paragraphs are ``texts`` (folded, with capitals)."""
    known = (field for text in texts for field in (*_fields(text, grammar), *_trades(text)))
    fields = frozenset(known)
    if not fields - grammar.wholes.fields:
        return grammar
    wholes = replace(grammar.wholes, fields=grammar.wholes.fields | fields)
    return replace(grammar, wholes=wholes)


def _trades(text: str) -> Iterator[str]:
    if ":" in text and (label := _LABEL.match(text)):
        yield " ".join(lowered(label["field"]).split())


def _fields(text: str, grammar: UnitGrammar) -> Iterator[str]:
    if "," not in text:
        return
    low = lowered(text)
    for name in _NAME.finditer(text):
        behind = name.start("more") + len(", ")
        if not grammar.begins(low, behind):
            yield " ".join(low[name.start("field") : name.end("field")].split())
