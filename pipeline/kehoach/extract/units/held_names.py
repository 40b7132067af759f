"""Names of departments that are known as wholes ("Phòng Công tác học sinh, sinh viên"): no comma, "và" or verb cuts
them, and what follows them without a word of rank, owner or place is no part of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from kehoach.orthography.letters import LOWER, UPPER
from kehoach.rules.load import Rules
from kehoach.rules.vocabulary import Vocabulary

_KINDS = re.compile(
    r"(?<!\w)(?:(?<!văn )phòng|(?:văn\s+phòng|vp)(?=\s+(?:đăng|điều|hội|hđnd|đoàn))|(?<!ủy )ban|khoa|tổ|(?<!quân )(?<!bộ )đội|(?:tổng\s+|chi\s+)?cục|(?<!nội )(?<!ngoại )(?<!dịch )(?<!nhiệm )(?<!nghiệp )(?<!phục )(?<!công )vụ|viện|tòa|trung\s+tâm|bộ\s+phận|quỹ|(?<!xã )(?<!đại )(?<!quốc )(?<!lễ )hội(?:\s+đồng)?|(?<!công )(?<!tập )(?<!liên )(?<!đảng )đoàn|trạm|"
    r"ban\s+(?:quản\s+lý|chỉ\s+đạo|chỉ\s+huy|điều\s+hành)|liên\s+hiệp|chi\s+nhánh|ủy\s+ban|công\s+chức|cơ\s+sở|(?<!trụ )sở|(?<!cán )(?<!nội )(?<!đồng )(?<!toàn )(?<!cục )(?<!đảng )(?<!bội )(?<!tiến )bộ|(?<!môi )(?<!thị )(?<!hiện )(?<!nhà )trường|hạt|xưởng|phân\s+xưởng|công\s+ty|xí\s+nghiệp)(?=\s)"
)
"""Words of kinds of units that a name for what they do goes on with."""
_OF_ITSELF = re.compile(r"(?:sở|trường|viện|tòa|quỹ|đoàn|hội|trạm|hạt|chi nhánh|cơ sở|công ty|xí nghiệp|xưởng)$")
"""Kinds by which a body speaks of itself: what follows in small letters is what it does ("Văn phòng Sở kiểm tra")."""
_LONGEST = 20
"""Words of the longest name."""
_WORD = re.compile(r"[^\s,;:.()|]+")
_AND = re.compile(r"\s*(?:&|(?<!\w)và(?!\w))\s*")
_DASH = re.compile(r"\s*[-–]\s*")
_COMMA = re.compile(r"\s*,\s*")
_TAKES_OBJECT = re.compile(
    r"(?<!\w)(?:quản\s+lý|giám\s+sát|kiểm\s+soát|chống|xử\s+lý|thu\s+thập|cung\s+(?:ứng|cấp)|bảo\s+trì|khai\s+thác|đăng\s+ký|điều\s+phối|phục\s+vụ|phát\s+triển|trợ\s+giúp|giải\s+quyết|giải\s+phóng|tiếp\s+nhận|"
    r"thực\s+hành|chăm\s+sóc|bảo\s+vệ|hỗ\s+trợ|xúc\s+tiến|vận\s+hành|giám\s+định|hòa\s+giải)$"
)
_AND_SO = re.compile(
    r"(?<!\w)(?:thanh\s+tra|kiểm\s+tra|giám\s+sát|kiểm\s+soát|quản\s+lý|bồi\s+thường|đào\s+tạo|tiếp\s+nhận|tuyên\s+truyền|xây\s+dựng|phổ\s+biến|tư\s+vấn|hướng\s+dẫn)\s*,$"
)
_NOMINAL = re.compile(r"(?<!\w)(?:người|việc|hoạt\s+động)$")
_JOINED = re.compile(r"\s+[-–]\s+|\s+và\s+|\s*&\s*")
_OF_WHAT = ("dự án", "công trình", "chương trình")
"""Words that say nothing without their field, which goes on with the name: "Ban Quản lý dự án nông nghiệp"."""
_SYLLABLES = re.compile(r"[^\W\d_]+")
_QUALIFIER = re.compile(
    rf"\s*(?:$|[^\s{LOWER}]|(?:tỉnh|thành|huyện|thị|quận|xã|phường|cơ|ngành|nhà|trường|công\s+(?:ty|an|đoàn)|doanh|bệnh|sở|ban|bộ|cục|chi|tổng|thuộc|trực\s+thuộc|của|các|cấp(?=\s+(?:tỉnh|huyện|xã|thành|quận|phường|cơ|trên|dưới|trung|bộ|ngành|trường|khu|thị|ủy|thôn))|số|khu|khối|cụm|vùng|trung|liên|nơi|đơn|địa|"
    r"chuyên|ở|tại|trên|trong|đặc|nói|và|hoặc|hay|cùng|với|mỗi|từng|này|trung\s+ương|toàn|ủy|đảng|mặt|việt|quân|học|viện|tòa|kho|ngân|bảo|đại|đoàn|hội|hệ|miền|nhân|vị|cs|pt|gd|thôn|bản|ấp|xóm|buôn|làng|tổ\s+dân)(?!\w))"
)
"""What may follow a name and still be of it: rank, owner, place, number, or more of a list."""


@dataclass(frozen=True, slots=True)
class Held:
    """``start`` is where the word of the kind begins, ``kind_end`` where it ends. ``closed``: only a word of rank, owner or place goes on with it."""

    start: int
    kind_end: int
    end: int
    closed: bool


@dataclass(frozen=True)
class Wholes:
    """What stands together in a text though a comma, "và" or a verb is in it. Keeps what it found in the last texts."""

    compounds: Vocabulary
    fields: frozenset[str]
    _names: dict[str, tuple[Held, ...]] = field(init=False, repr=False, default_factory=dict)
    _kept: dict[str, tuple[tuple[int, int], ...]] = field(init=False, repr=False, default_factory=dict)

    def names(self, low: str) -> tuple[Held, ...]:
        """The known names in the text (folded, in lower case)."""
        if low not in self._names:
            if len(self._names) > 64:
                self._names.clear()
            self._names[low] = tuple(held(low, self.fields))
        return self._names[low]

    def printed(self, text: str, low: str) -> Iterator[Held]:
        """The known names of ``low`` that ``text``, the same with its capitals, prints as names."""
        for name in self.names(low):
            itself = text[name.start].isupper() and _OF_ITSELF.search(low, name.start, name.kind_end) is not None
            if not (itself and text[name.kind_end + 1].islower()):
                yield name

    def begin(self, low: str, at: int) -> int | None:
        """Where the word of the kind of a known name that begins here ends; None where none does."""
        known = next((name for name in self.names(low) if name.start == at), None)
        return known.kind_end if known is not None else None

    def kept(self, text: str, low: str) -> tuple[tuple[int, int], ...]:
        """The stretches whose commas and "và" separate nothing ("cơ quan, đơn vị")."""
        if text not in self._kept:
            if len(self._kept) > 64:
                self._kept.clear()
            found = (
                m.span()
                for _, p in self.compounds.likely_patterns(low)
                for m in p.finditer(low)
                if not _one_at_end(text, *m.span())
            )
            self._kept[text] = (*found, *((name.start, name.end) for name in self.printed(text, low)))
        return self._kept[text]

    def closed(self, text: str, low: str, start: int, end: int) -> int | None:
        """Where in the stretch a known name ends that nothing goes on with; None where there is none."""
        for name in self.printed(text, low):
            if start <= name.start and name.end < end and name.closed and ends_name(text, name.end):
                return name.end
        return None


_ONE = re.compile(rf"(?<=[{LOWER}])(?:,| và) (?:Phòng|Khoa|Ban|Đội|Tổ|Trạm)(?= [{UPPER}])")


def _one_at_end(text: str, start: int, end: int) -> bool:
    """Whether the last of plain words for kinds begins the name of one: "các khoa, Phòng Điều dưỡng"."""
    return any(one.end() == end for one in _ONE.finditer(text, start, end + 2))


_WITHOUT_OBJECT = re.compile(
    r"(?:xây\s+dựng|đào\s+tạo|quản\s+lý|tuyên\s+truyền|thanh\s+tra|kiểm\s+tra|giám\s+sát|tổng\s+hợp|thống\s+kê|phục\s+vụ|bảo\s+vệ|huấn\s+luyện|nghiên\s+cứu|khảo\s+sát|điều\s+tra|thẩm\s+định)"
    r"\s*(?:,|và)\s+(?=(?:các|những)\s+(?:phòng|ban|đơn\s+vị|sở|cơ\s+quan|chi\s+cục|trung\s+tâm|khoa|trường|đội|tổ)(?!\w)|(?:Phòng|Ban|Sở|Chi\s+cục|Trung\s+tâm|Văn\s+phòng|Thanh\s+tra)\s)"
)
"""A verb without an object, with the next unit of a list behind it, is the end of a name."""


def is_object(text: str, low: str, at: int) -> bool:
    """Whether the word at ``at`` is what a department is named for: the object of a verb with a capital ("Phòng Quản lý
    xây dựng công trình"), a verb beside one ("Phòng Thanh tra, giám sát"), a noun made of a verb ("người nộp thuế")."""
    before = low[max(0, at - 40) : at].rstrip()
    if text[at].isupper() or not before or low.startswith(("gồm ", "bao gồm "), at):
        return False
    if _WITHOUT_OBJECT.match(text, at):
        return True
    begin = at - len(low[max(0, at - 40) : at])
    verb = _TAKES_OBJECT.search(before) or _AND_SO.search(before)
    return (verb is not None and text[begin + verb.start()].isupper()) or _NOMINAL.search(before) is not None


def known_fields(rules: Rules) -> frozenset[str]:
    """What departments are for, as one writes it, in small letters."""
    return frozenset(" ".join(name.split()) for e in rules["unit_fields"] for one in e.match for name in one.split("|"))


def held(low: str, fields: frozenset[str]) -> Iterator[Held]:
    """The known names behind the words of the kinds of units in folded lower-case text."""
    for kind in _KINDS.finditer(low):
        at = kind.end()
        if (end := _longest(low, at + 1, fields)) is None:
            continue
        while (more := _JOINED.match(low, end)) and (further := _longest(low, more.end(), fields)) is not None:
            end = further
        closed = len(_SYLLABLES.findall(low, at, end)) > 2 and not low.endswith(_OF_WHAT, at, end)
        yield Held(kind.start(), at, end, closed)


def ends_name(text: str, end: int) -> bool:
    """Whether what follows a known name in the text (folded, with its capitals) is no part of it."""
    return _QUALIFIER.match(text, end) is None


def _longest(low: str, at: int, fields: frozenset[str]) -> int | None:
    best, beginnings = None, _beginnings(fields)
    for n, word in enumerate(_WORD.finditer(low, at)):
        words = _plain(low[at : word.end()])
        if n >= _LONGEST or words not in beginnings:
            break
        if words in fields:
            best = word.end()
    return best


@lru_cache(maxsize=4)
def _beginnings(fields: frozenset[str]) -> frozenset[str]:
    return frozenset(name[:end] for name in fields for end in range(1, len(name) + 1))


def _plain(words: str) -> str:
    words = _AND.sub(" và ", _DASH.sub(" - ", _COMMA.sub(", ", words)))
    return " ".join(words.split())
