"""What a number counts: units of the vocabulary, and any noun where the words around say that something is counted."""

from __future__ import annotations

import re

from kehoach.extract.targets.comparisons import BEFORE
from kehoach.extract.targets.quantity import AT_LEAST, AT_MOST, FIRM_WORDS, Kind, Units
from kehoach.orthography.letters import UPPER
from kehoach.rules.needs import Sieve

FIRM = re.compile(
    rf"(?:{FIRM_WORDS}|không ít hơn|không vượt(?: quá)?|≥|>=|≤|<=)",
    re.IGNORECASE,
)
_LABELLED = Sieve(
    rf"(?:^|[;.]\s)[\s\-+*•]*(?:Tổng )?[Ss]ố(?: lượng)?\s+(?P<unit>[^:;.]{{3,50}}?)\s*(?::\s*|\s(?=(?:{AT_LEAST}|{AT_MOST})\s))(?:(?:{AT_LEAST}|{AT_MOST}|từ|là|đạt)\s+)*$",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\b(?:số lượng|bồi dưỡng|đào tạo|(?<!thi )(?<!xét )tuyển(?: dụng| mới)?|tập huấn|trao tặng|tặng|lắp đặt|trồng(?: mới)?|treo|đóng góp|góp|may|"
    r"nạo vét|sửa chữa|khắc phục(?: xong)?|phát hành|hỗ trợ|thành lập|ra mắt|mỗi (?:tuần|tháng|quý|năm|học kỳ))\s*:?\s*$|"
    r"(?<!\w)mỗi\s(?!lần|ngày|buổi|khi|lượt|trường hợp)(?:[^\W\d]+,?\s+){1,7}$",
    re.IGNORECASE,
)
"""Words right before a number that anything may be counted behind: work, or whose share it is ("mỗi lớp góp 15 cuốn sách")."""
_FOUNDED = re.compile(r"thành lập\s+$", re.IGNORECASE)
_ORGANS = re.compile(r"\s+(?:ban|tổ|hội đồng|đoàn|tiểu ban|cụm|khối|bộ phận)\b", re.IGNORECASE)
"""Organs that a plan founds for its own work."""
_NOT_UNITS = (
    r"năm|tháng|ngày|giờ(?! (?:thao giảng|dạy|học))|phút|giây|tuần|quý|điểm|tuổi|lần|điều(?! tra)|khoản|trang(?! trại)|môn|đợt|kỳ|bản|bộ|cấp|mức|phần|thế hệ|số|đến|và|"
    r"trở|trước|sau|vượt|đạt|giữa|nhằm|tăng|giảm|để|khi|nếu|so|trên|dưới|còn|không|của|trong|theo|với|là|được|có|cho|tại|từ|bảng|tiết(?! mục)|m|cm|mm|kg|độ|oc|mét(?! giá)"
)
ANY_UNIT = Sieve(
    rf"\s+(?P<unit>(?!(?:{_NOT_UNITS})\b(?! (?:giỏi|mười)\b))[^\W\d_]+(?:\s+(?!(?:để|cho|tại|trong|trên|và|với|có|được|đã|đang|phục|làm|từ|của|về|theo|đạt|là|trở|"
    r"ở|nhằm|hoặc|do|đến|mỗi)\b)[^\W\d_]+){0,3})"
)
_NAMED = re.compile(r"\s+\"(?P<unit>[" + UPPER + r"][^\"\s]*(?:\s[^\"\s]+){1,11})\"")
"""Things that are counted by the name that they bear ("02 “Mái ấm tình thương”"); mottos begin small ("4 “tại chỗ”")."""
INDEX_UNIT = "điểm"
"""Points of an index, which a plan means to reach; scores are no goals."""
_INDEX = Sieve(
    r"(?<!\w)(?:chỉ số|bộ tiêu chí|tiêu chí chất lượng|điểm (?:kiểm tra|đánh giá|chất lượng|hài lòng|trung bình|bình quân|số bình quân)|mức điểm|index|PCI|PAPI|SIPAS|DDCI|ICT)(?!\w)[^.;]*$",
    re.IGNORECASE,
)
_INDEX_POINTS = Sieve(r"\s+điểm(?!\w)(?:\s+phần\s+trăm)?", re.IGNORECASE)
_SAYING = Sieve(
    r"(?<![\d.,/])\d{1,2}\s+(?:không|có|xây|chống|rõ|biết|tốt|giỏi|dám|hơn)(?:\s[^\W\d]+){0,2},\s*$", re.IGNORECASE
)
_SAID_ON = re.compile(r"(?:\s+[^\W\d]+){1,2}(?=[\s\")]*(?:$|[,.;]))")
"""Before and behind the second number of a saying ("gia đình 5 không, 3 sạch")."""
PER = re.compile(r"(?:\s?/\s?(?:\d[\d.]*\s?)?[^\W\d_]+(?:\s(?:học|dân|lao động|viên)\b)?)+")
"""What a unit is counted for ("ca/100.000 dân", "triệu đồng/người/tháng", "lượt/năm học")."""


_SCALE = re.compile(r"\s*(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?=\s+[^\W\d])")
"""Before what is counted in thousands or more ("12 triệu hội viên"), which money is not alone."""


def unit_at(text: str, at: int, units: Units) -> tuple[Kind, str, int] | None:
    scale = _SCALE.match(text, at)
    if scale is not None and (scaled := unit_at(text, scale.end(), units)) is not None and scaled[0] == "counted":
        return "counted", f"{scale[0].strip()} {scaled[1]}", scaled[2]
    gap = re.compile(r"\s+").match(text, at)
    begin = gap.end() if gap else at
    for kind, pattern in units:
        match = pattern.match(text[begin : begin + 60])
        if match:
            end = begin + match.end()
            per = PER.match(text, end)
            end = per.end() if per else end
            return kind, " ".join(text[begin:end].split()), end
    return None


def plain_unit(text: str, match: re.Match[str], any_noun: bool) -> tuple[Kind, str, int] | None:
    """A noun that is not in the vocabulary, where the section or the words before say plainly that something is
    counted."""
    before = BEFORE.search(text, max(0, match.start() - 60), match.start())
    firm = before is not None and FIRM.match(before["words"])
    if not any_noun and not firm and not _COUNTS.search(text, max(0, match.start() - 50), match.start()):
        return None
    if _SAYING.search(text, 0, match.start()) and _SAID_ON.match(text, match.end()):
        return None
    if any_noun and (index := _INDEX_POINTS.match(text, match.end())) and _INDEX.search(text, 0, match.start()):
        return "counted", INDEX_UNIT, index.end()
    if _FOUNDED.search(text, 0, match.start()) and _ORGANS.match(text, match.end()):
        return None
    other = ANY_UNIT.match(text, match.end()) or _NAMED.match(text, match.end())
    if other is None:
        return None
    per = PER.match(text, other.end())
    return "counted", other["unit"] + (per[0] if per else ""), per.end() if per else other.end()


_UPWARDS = re.compile(r"\s+trở lên(?!\w)")


def score(text: str, match: re.Match[str]) -> tuple[Kind, str, int] | None:
    """A score without its unit: "Điểm trung bình từ 5,5 trở lên"."""
    scored = _UPWARDS.match(text, match.end()) and _INDEX.search(text, 0, match.start())
    return ("counted", INDEX_UNIT, match.end()) if scored else None


def labelled_unit(text: str, match: re.Match[str]) -> tuple[Kind, str, int] | None:
    """ "Số sáng kiến: tối thiểu 06": what is counted stands before the colon."""
    label = _LABELLED.search(text, 0, match.start())
    again = label is not None and re.match(rf"\s+{re.escape(label['unit'])}(?!\w)", text[match.end() :], re.IGNORECASE)
    end = match.end() + (again.end() if again else 0)
    if label is None or not re.match(r"[\s.;,/]*(?:$|[;.])", text[end:]):
        return None
    return "counted", label["unit"], end
