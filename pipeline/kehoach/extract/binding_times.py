"""Which time expressions of running text bind an action of the plan, and which only date or describe something.

Not binding: the date of a cited document, an anniversary, a year that modifies a noun ("nhiệm vụ năm 2024"), what
stands in quotation marks. The words around the expression decide; nothing is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kehoach.extract.moment_grammar import lowered
from kehoach.extract.paragraphs import clauses
from kehoach.extract.quotations import quotations
from kehoach.extract.time_grammar import TimeMatch, find, phase_label
from kehoach.model.time import When


@dataclass(frozen=True, slots=True)
class BoundTime:
    """A binding time expression: its place in the text, and that of the clause it stands in."""

    start: int
    end: int
    clause: tuple[int, int]
    when: When


_NUMBER_BEFORE = re.compile(
    r"(?:\d+\s*[/-]\s*[a-zđ0-9][\w&/.\-]*|số\s+[\w/&.\-]+|(?:ban\s+hành|ký|kèm\s+theo)\s+\S{0,30})\s*,?\s*(?:\(?\s*)?$"
)
_DATED_BEFORE = re.compile(
    r"(?<!\w)(?:luật|bộ\s+luật|pháp\s+lệnh|nghị\s+quyết|nghị\s+định|quyết\s+định|chỉ\s+thị|thông\s+tư|công\s+văn|công\s+điện|tờ\s+trình|thông\s+báo|kết\s+luận|"
    r"hướng\s+dẫn\s+số|kế\s+hoạch\s+số|văn\s+bản\s+số|chương\s+trình\s+số|báo\s+cáo\s+số|hợp\s+đồng\s+số)(?!\w)[^.;]{0,90}$"
)
_CITED_AFTER = re.compile(r"\s*(?:,\s*)?(?:của|về\s+việc|quy\s+định)\s")
_FEAST_BEFORE = re.compile(
    r"(?<!\w)(?:kỷ\s+niệm|chào\s+mừng|ngày\s+(?:thành\s+lập|truyền\s+thống|sinh|mất|giải\s+phóng|quốc\s+tế|nhà\s+giáo|hội|thầy\s+thuốc|doanh\s+nhân|báo\s+chí|thương\s+binh|pháp\s+luật|[a-zđà-ỹ]+\s+việt\s+nam)|quốc\s+khánh|cách\s+mạng|chiến\s+thắng|lễ\s+(?:giỗ|tết)|tết)(?!\w)[^.;]{0,110}$"
)
_NOUN_BEFORE = re.compile(
    r"(?<!\w)(?:nhiệm\s+vụ|kế\s+hoạch|chương\s+trình|công\s+tác|báo\s+cáo|số\s+liệu|lương|thành\s+tích|chỉ\s+tiêu|danh\s+hiệu|kết\s+quả|phong\s+trào(?:\s+thi\s+đua)?|kinh\s+phí|dự\s+toán|ngân\s+sách|"
    r"xã\s+hội|hội\s+nghị|chủ\s+đề|quyết\s+toán|tổng\s+kết|sơ\s+kết|chuyên\s+đề|tiêu\s+chí|học\s+sinh|tuyển\s+sinh|kỳ\s+thi|tốt\s+nghiệp|đại\s+hội|nghị\s+quyết|khảo\s+sát(?:\s+chất\s+lượng)?|lịch|cách\s+mạng|số|sổ|tiêu\s+chuẩn|học|đề\s+án|sinh|lớp|khối|niên\s+khóa|nhiệm\s+kỳ|so\s+với|của|cùng\s+kỳ|đến\s+cuối)\s*$"
)
_NAMED_HORIZON = re.compile(
    r"(?<!\w)(?:kế\s+hoạch(?!\s+này)|chương\s+trình|đề\s+án|chiến\s+lược|quy\s+hoạch|định\s+hướng|tầm\s+nhìn|nghị\s+quyết|dự\s+án|mục\s+tiêu\s+quốc\s+gia|phát\s+triển\s+của\s+\S+)(?!\w)[^.;:]{0,110}$"
)
_ACT_BEFORE = re.compile(
    r"(?:hoàn\s+thành|thực\s+hiện|triển\s+khai|tổ\s+chức|tiến\s+hành|kết\s+thúc|xong|nộp|gửi|báo\s+cáo|diễn\s+ra|khai\s+mạc|bế\s+mạc|phấn\s+đấu|dự\s+kiến|thời\s+gian(?:\s+\S+){0,4}|tiến\s+độ|đánh\s+giá|khen\s+thưởng|tổng\s+kết|sơ\s+kết)\s*:?\s*\(?$"
)
_REPORTING = re.compile(
    r"(?<!\w)(?:báo\s+cáo|sơ\s+kết|tổng\s+kết|giao\s+ban|họp|kiểm\s+tra|giám\s+sát|rà\s+soát|tổng\s+hợp|thông\s+báo|đăng\s+ký|tập\s+huấn|đánh\s+giá|kế\s+hoạch\s+công\s+tác|cập\s+nhật|tổ\s+chức|thực\s+hiện|xây\s+dựng|ban\s+hành|cắt\s+giảm|bình\s+xét|gửi|nộp|trình|kiểm\s+định|khảo\s+sát)(?!\w)"
)
_OPENING = re.compile(
    r"^(?:(?:riêng|trước\s+mắt|cụ\s+thể|dự\s+kiến|thời\s+gian(?:\s+[^\s:]+){0,4}|hạn(?:\s+\S+){0,3}|trong|vào|đồng\s+thời|và|bắt\s+đầu|phấn\s+đấu)\s*:?\s*)*\(?$"
)
_ATTACHED = re.compile(r"\s*\(?\s*(?:kèm|ban\s+hành\s+kèm|đính\s+kèm)\s+theo\s")
_ATTACHED_BEFORE = re.compile(
    r"kèm\s+theo\s+(?:kế\s+hoạch|quyết\s+định|công\s+văn|văn\s+bản|thông\s+báo|tờ\s+trình|hướng\s+dẫn|chương\s+trình)\s[^.;]{0,90}$"
)
_REVIEW = re.compile(r"(?:sơ\s+kết|tổng\s+kết|kết\s+quả|đánh\s+giá|rút\s+kinh\s+nghiệm)\s*$")
_PAPER = re.compile(r"(?<!\w)(?:báo\s+cáo|hội\s+nghị|kế\s+hoạch|dự|kết\s+quả(?!\s*$)|theo)(?!\w)")
_NO_ACT = re.compile(r"(?:của|và|theo|với|cho|để|trên|tại|trong|được|đều|do|đã|là|ở|đến|từ|về|gồm|phù|đạt)(?!\w)")
_DOES = re.compile(
    r"(?:toàn|phấn\s+đấu|các|sở|ubnd|ủy\s+ban|tiếp\s+tục|hoàn\s+thành|thực\s+hiện|triển\s+khai|tổ\s+chức|mở|xây\s+dựng)\s"
)
_HISTORY = re.compile(r"(?<!\w)(?:so\s+với|tính\s+đến|năm\s+trước|trước\s+đây)(?!\w)[^.;]{0,60}$")
_DONE = re.compile(
    r"(?<!\w)đã\s+(?:được\s+)?(?:ban\s+hành|tổ\s+chức|thực\s+hiện|triển\s+khai|đạt|hoàn\s+thành|có)(?!\w)[^.;]{0,60}$"
)


def bound_times(text: str) -> Iterator[BoundTime]:
    """The binding time expressions of one paragraph (folded text, label left out), in order."""
    low = lowered(text)
    if _ATTACHED.match(low):
        return
    quoted = [(q.start, q.end) for q in quotations(text)]
    parts = list(clauses(text))
    dated: set[tuple[int, int]] = set()
    for match in find(text):
        if any(a <= match.start and match.end <= b for a, b in quoted):
            continue
        clause = next(((a, b) for a, b in parts if a <= match.start < b), (0, len(text)))
        label = _phase(low, clause, match) if clause not in dated else None
        if label is not None:
            dated.add(clause)
            when = replace(match.when, kind="phase")
            if match.shape == "day" and "dịp" in low[label : match.start] and when.start == when.end:
                when = replace(when, qualifier="approx")
            yield BoundTime(label, match.end, clause, when)
        elif binds(low, match, clause):
            yield BoundTime(match.start, match.end, clause, match.when)


def _phase(low: str, clause: tuple[int, int], match: TimeMatch) -> int | None:
    """Where the name of the phase stands that the expression dates ("Đợt 1: từ ...")."""
    if match.shape is None or match.shape in ("phase", "school_year", "term"):
        return None
    for word in re.finditer(r"(?<!\w)(?:đợt|giai\s+đoạn|bước)(?!\w)", low[clause[0] : match.start]):
        at = clause[0] + word.start()
        name = phase_label(low, at)
        if name is None or name.end() > match.start:
            continue
        between = low[name.end() : match.start]
        if (
            len(between) <= 90
            and "kỷ niệm" not in between[:-60]
            and (":" in between or "(" in between or len(between) < 25)
        ):
            return at
    return None


def binds(low: str, match: TimeMatch, clause: tuple[int, int]) -> bool:
    """Whether the words around tie an action to the expression."""
    before, after = low[clause[0] : match.start], low[match.end : clause[1]]
    if match.when.kind != "deadline" and _DONE.search(before):
        return False
    if _is_history(match) or _HISTORY.search(before) or _ATTACHED_BEFORE.search(before):
        return False
    if match.shape == "day" and _dates_something(before, after, match):
        return False
    check = _CHECKS.get(match.when.rule)
    return check(low, before, after, match) if check else True


def _is_history(match: TimeMatch) -> bool:
    """A range of years apart with the same day and month is an anniversary: "(2/9/1945 - 2/9/2020)"."""
    a, b = match.when.start, match.when.end
    return a is not None and b is not None and a != b and a.day is not None and (a.day, a.month) == (b.day, b.month)


def _dates_something(before: str, after: str, match: TimeMatch) -> bool:
    """A day that dates a cited document or a feast."""
    single = match.when.rule in ("time.day", "time.days")
    if single and (
        _NUMBER_BEFORE.search(before)
        or (_DATED_BEFORE.search(before) and (_CITED_AFTER.match(after) or "luật" in before))
    ):
        return True
    if match.when.rule == "time.range" and _NUMBER_BEFORE.search(before):
        return True
    return single and bool(_FEAST_BEFORE.search(before)) and not before.rstrip().endswith(("vào", "trong"))


def _year(low: str, before: str, after: str, match: TimeMatch) -> bool:
    """A year binds at the head of a clause, or right behind a verb of doing; elsewhere it modifies a noun."""
    quote = low[match.start : match.end]
    if match.when.start is not None and match.when.start.part is not None:
        if quote.startswith(("vào", "dịp")):
            return True
        if quote.startswith(("trong", "khoảng")) or _OPENING.match(before):
            return not _NOUN_BEFORE.search(before)
        reviewed = _REVIEW.search(before) or re.search(r"(?:khen\s+thưởng|bình\s+xét)\s*$", before)
        return reviewed is not None and not _PAPER.search(before[-40:])
    if _OPENING.match(before):
        follows = after.lstrip()
        return (follows[:1] in (":", ",", ")", "-", "") and not follows.startswith("- 2")) or bool(_DOES.match(follows))
    return (quote.startswith("trong") or before.endswith("(")) and bool(_ACT_BEFORE.search(before))


def _years(low: str, before: str, after: str, match: TimeMatch) -> bool:
    """A span of years in a title ("giai đoạn 2021 - 2025") names the period of the plan, not a time of an act."""
    stop = after.lstrip()[:1]
    return bool(_OPENING.match(before)) and (stop == ":" or (stop == "," and not low.startswith("giai", match.start)))


def _month(low: str, before: str, after: str, match: TimeMatch) -> bool:
    if low.startswith(("trong", "vào", "dự kiến", "khoảng"), match.start) or not _NOUN_BEFORE.search(before):
        return True
    return bool(_REVIEW.search(before)) and not _PAPER.search(before[-40:])


def _part_of_year(low: str, before: str, after: str, match: TimeMatch) -> bool:
    return (low.startswith(("trong", "vào"), match.start) and not _NOUN_BEFORE.search(before)) or (
        bool(_OPENING.match(before)) and after.lstrip()[:1] in (":", ",")
    )


def _day(low: str, before: str, after: str, match: TimeMatch) -> bool:
    return match.worded or before.rstrip().endswith(":")


def _until(low: str, before: str, after: str, match: TimeMatch) -> bool:
    """ "Đến năm 2030" of a programme's title is its horizon."""
    if match.shape != "year":
        return True
    if _OPENING.match(before):
        return True
    if re.match(r"\s*,?\s*(?:tầm nhìn|định hướng)", after):
        return False
    return not _NAMED_HORIZON.search(before) and not low.startswith("đến nay", match.start)


def _recurring(low: str, before: str, after: str, match: TimeMatch) -> bool:
    quote = low[match.start : match.end]
    if re.fullmatch(r"định\s+k[ỳì]", quote):
        near = re.search(r"báo\s+cáo[^,;.]{0,45}$|(?:họp|giao\s+ban|sơ\s+kết)\s*$", before)
        return bool(
            near or re.match(r"\s*(?:báo\s+cáo|tổ\s+chức|kiểm\s+tra|sơ\s+kết|tổng\s+kết|rà\s+soát|tổng\s+hợp)", after)
        )
    if quote.startswith("mỗi") and not (_OPENING.match(before) or before.endswith("(")):
        return False
    if re.search(r"(?:lần|đợt|cuộc|kỳ)\s*/", quote) or quote.startswith(
        ("định", "theo", "sau", "chậm", "trước", "vào", "đến", "ngày")
    ):
        return True
    if _OPENING.match(before) or before.rstrip().endswith((",", ":", "(")):
        return True
    if _NOUN_BEFORE.search(before):
        return False
    follows = after.lstrip()
    acts = follows[:1].isalpha() and not _NO_ACT.match(follows)
    return acts or bool(_REPORTING.search(before[-60:]))


def _school(low: str, before: str, after: str, match: TimeMatch) -> bool:
    return low.startswith(("trong", "vào", "đến hết", "hết"), match.start) and bool(_ACT_BEFORE.search(before))


def _event(low: str, before: str, after: str, match: TimeMatch) -> bool:
    """ "Trước khi ..." in running text tells an order of steps, not a term."""
    return not low.startswith("trước khi", match.start)


def _phase_time(low: str, before: str, after: str, match: TimeMatch) -> bool:
    return match.when.start is not None and match.when.start.part is not None


_CHECKS = {
    "time.year": _year,
    "time.years": _years,
    "time.month": _month,
    "time.months": _month,
    "time.quarter": _month,
    "time.quarters": _month,
    "time.tens": _month,
    "time.half": _part_of_year,
    "time.halfs": _part_of_year,
    "time.day": _day,
    "time.by": _until,
    "time.before": _until,
    "time.recurring": _recurring,
    "time.school_year": _school,
    "time.term": _school,
    "time.phase": _phase_time,
    "time.event": _event,
}
