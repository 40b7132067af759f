"""What the words around a time expression make of it: a term of an act, the date of a paper, the name of a thing."""

from __future__ import annotations

import re
from collections.abc import Callable

from kehoach.extract.times.cited_times import cites
from kehoach.extract.times.event_times import before_event
from kehoach.extract.times.recurring_context import comes_again, on_a_weekday
from kehoach.extract.times.time_around import Around
from kehoach.extract.times.time_match import TimeMatch
from kehoach.extract.times.years_around import ACT_BEFORE, PAPER, REVIEW, year_binds, years_bind
from kehoach.model.time import Moment
from kehoach.rules.needs import Sieve

_FEAST_BEFORE = Sieve(
    r"(?<!\w)(?:kỷ\s+niệm|chào\s+mừng|ngày\s+(?:thành\s+lập|truyền\s+thống|sinh|mất|giải\s+phóng|quốc\s+tế|nhà\s+giáo|hội|thầy\s+thuốc|doanh\s+nhân|báo\s+chí|thương\s+binh|pháp\s+luật|[^\W\d_]+\s+việt\s+nam)|quốc\s+khánh|cách\s+mạng|chiến\s+thắng|lễ\s+(?:giỗ|tết)|tết|bầu\s+cử(?=\s*$))(?!\w)[^.;]{0,110}$"
)
_NAMED_HORIZON = Sieve(
    r"(?<!\w)(?:kế\s+hoạch(?!\s+này)|chương\s+trình|phương\s+(?:án|hướng)|cam\s+kết|đề\s+án|chiến\s+lược|quy\s+hoạch|định\s+hướng|tầm\s+nhìn|nghị\s+quyết|dự\s+án|mục\s+tiêu\s+quốc\s+gia|phát\s+triển\s+của\s+\S+)(?!\w)[^.;:]{0,110}$"
)
_DAY_BEFORE = Sieve(r"(?<![\w/])\d{1,2}\s*$")
"""The day of a month that names a feast ("Ngày Quốc tế ... 15 tháng 5")."""
_GROUPS = Sieve(r"(?<!\w)(?:khối|lớp|học\s+sinh)\s*$")
"""Those for whom something is done in a month that stands behind: "hội thao của khối tháng 10"."""
_A_SCALE = Sieve(r"(?:theo|điểm|chấm|trên|sử\s+dụng)\s*$")
_REVOLUTION = Sieve(r"cách\s+mạng\s*$")
_HELD_THEN = Sieve(
    r"(?<!\w)(?:(?:sơ|tổng)\s+kết|phát\s+động|khai\s+mạc|bế\s+mạc|chung\s+kết|sơ\s+khảo|ra\s+quân|ngày\s+(?:thứ\s+)?(?:nhất|hai|ba|tư|\d))(?!\w)[^,;.]{0,40}\($"
)
"""Before a day in brackets: what is held on it."""
_REACHED_THEN = Sieve(
    r"\s+(?:phải\s+|phấn\s+đấu\s+)?(?:đạt|tăng|giảm|thu|giải\s+ngân|hoàn\s+thành|thực\s+hiện)\s[^.;]*?\d"
)
"""Behind a half of the year: how much is reached in it."""
_HORIZON_AFTER = Sieve(r"\s*,?\s*(?:tầm\s+nhìn|định\s+hướng|và\s+(?:những|các)\s+năm\s+(?:tiếp\s+theo|sau))")
_HISTORY = Sieve(
    r"(?<!\w)(?:so\s+với|tính\s+đến|năm\s+trước(?!\s+(?:ngày|khi|hạn|mùng|tháng|\d))|trước\s+đây)(?!\w)[^.;]{0,60}$|(?<!\w)(?:tồn(?:\s+đọng)?|phát\s+sinh|tồn\s+tại|xảy\s+ra|có\s+hiệu\s+lực)\s*$|(?<!\w)(?:được|đã)\s+dự\s+báo(?!\w)[^,;.]{0,60}$"
)
_DONE = Sieve(
    r"(?<!\w)đã\s+(?:được\s+)?(?:ban\s+hành|tổ\s+chức|thực\s+hiện|triển\s+khai|đạt|hoàn\s+thành|có)(?!\w)[^.;]{0,60}$"
)


_DONE_BY = Sieve(r"(?<!\w)đã\s+(?:được\s+)?[^\W\d]+(?:\s[^\W\d]+){0,3}\s*$")
"""Before "trước năm 2012": what was done by then."""
_SCORED = Sieve(
    r"^[^.;]{0,25}(?<!\w)(?:(?:được\s+|bị\s+)?(?:cộng|trừ)(?:\s+thêm)?)\s+\d+(?:[.,]\d+)?\s*(?:điểm|đ(?!\w))"
)
"""Behind a time: the points that what happened by then costs or brings."""
_NOT_THEN = Sieve(r"(?<!\w)không\s+(?:dồn|chờ|đợi|để)\s*$")
_BEFORE_AND = Sieve(r"(?<!\w)(?:trước|trong)(?:\s*,\s*trong)?\s+(?:và|hoặc)\s*$")
"""Before "sau ...": at any time, or at another than the one told."""
_TELLS = Sieve(
    r"^\s*(?:hiện\s+nay\s*,\s*)?(?:theo\s+(?:tổng\s+hợp|dự\s+báo|nhận\s+định|số\s+liệu|thống\s+kê|kết\s+quả\s+(?:tổng\s+hợp|thống\s+kê|rà\s+soát)|(?:tổng\s+hợp\s+)?báo\s+cáo\s+(?:nhanh|sơ\s+bộ))|đây\s+là)(?!\w)"
)
"""At the head of a clause that tells what is or will be, and orders nothing."""
_HAPPENS = Sieve(
    r"(?<!\w)(?:xuất\s+hiện|xảy\s+ra|ghi\s+nhận|đã\s+có)\s+(?:một|nhiều|các|đợt|mưa|lũ|bão|tình\s+trạng|\d)"
)
_REPORTED = re.compile(r"\s+(?:của\s+)?(?:(?:tháng|quý|năm)\s+trước\s+)?(?:cuối\s+)?kỳ\s+báo\s+cáo(?!\w)")
"""Behind a day of the span whose figures a report gives."""


_ONE_SPAN = Sieve(r"(?:quý|tháng)\s+(?:[ivx]+|\d{1,2})(?:\s*/\s*\d{4}|\s+năm\s+\d{4})?")
_FIGURE_THEN = Sieve(r"\s+(?:đạt|tăng|giảm|không\s+(?:quá|vượt|dưới|thấp)|từ)\s")
"""Behind a quarter that says of which span a figure is ("Doanh thu quý IV đạt ...")."""
_CARRIED_OVER = Sieve(r"\s+(?:chuyển\s+sang|trở\s+về\s+trước)(?!\w)")
"""Behind the years from which something is left over."""
_ABSENT = Sieve(r"(?<!\w)nghỉ(?:\s+(?:học|phép|việc|làm|có\s+lý\s+do|không\s+lý\s+do))?\s*$")
"""Before how long somebody may be away."""


def binds(around: Around) -> bool:
    """Whether the words around tie an action to the expression."""
    match, before = around.match, around.before
    if match.when.kind != "recurring" and (_TELLS.search(before) or _HAPPENS.search(around.after)):
        return False
    if _FIGURE_THEN.match(around.after) and _ONE_SPAN.fullmatch(around.quote) and not around.opens:
        return False
    if _CARRIED_OVER.match(around.after) or _ABSENT.search(before):
        return False
    if match.when.kind != "deadline" and _DONE.search(before):
        return False
    if around.quote.startswith("trước") and _DONE_BY.search(before):
        return False
    if match.when.rule == "time.lunar" and before.rstrip().endswith("("):
        return False  # beside the same days of the other calendar
    if _SCORED.search(around.after) and match.when.rule != "time.range":
        return False
    if _NOT_THEN.search(before) or (around.quote.startswith("sau") and _BEFORE_AND.search(before)):
        return False
    since = match.when.rule in ("time.range", "time.from")
    if _REPORTED.match(around.after) or (since and _FIGURES_OF.search(before)):
        return False
    if is_history(match) or _tells_history(around) or cites(around):
        return False
    if match.shape == "day" and _dates_a_feast(around):
        return False
    check = _CHECKS.get(match.when.rule)
    return check(around) if check else True


_CLEARS = Sieve(r"(?<!\w)(?:giải\s+quyết|xử\s+lý|tháo\s+gỡ|khắc\s+phục|xóa)(?!\w)[^.;]*tồn(?:\s+đọng)?\s*$")
"""What is left over is cleared by the year behind."""


def _tells_history(around: Around) -> bool:
    before = around.before
    cleared = around.quote.startswith(("vào", "trước", "trong", "đến")) and _CLEARS.search(before)
    return bool(_HISTORY.search(before)) and not (_THIS_PAPER.search(before) or cleared)


def is_history(match: TimeMatch) -> bool:
    """A range of years apart with the same day and month is an anniversary: "(2/9/1945 - 2/9/2020)"."""
    a, b = match.when.start, match.when.end
    return a is not None and b is not None and a != b and a.day is not None and (a.day, a.month) == (b.day, b.month)


def _dates_a_feast(around: Around) -> bool:
    single = around.match.when.rule in ("time.day", "time.days") and not around.quote.startswith("dự kiến")
    held = around.quote.startswith(("vào", "trong")) or around.before.rstrip().endswith(("vào", "trong"))
    return single and bool(_FEAST_BEFORE.search(around.before)) and not held


_ITS_TERM = Sieve(r"\s+(?:trước|chậm\s+nhất|muộn\s+nhất)\s")
"""Behind a quarter that names a report, whose term stands there: "quý I trước ngày 10/3"."""


def _month(around: Around) -> bool:
    if _DAY_BEFORE.search(around.before) and around.quote.startswith("th"):
        return False
    if (_A_SCALE if around.quote.startswith("thang") else _REVOLUTION).search(around.before):
        return False
    if around.match.shape == "quarter" and _ITS_TERM.match(around.after) and around.quote.startswith("qu"):
        return False
    if around.quote.startswith(("trong", "vào", "dự kiến", "khoảng")) or not around.after_noun:
        return True
    if around.match.shape == "month" and _GROUPS.search(around.before):
        return True
    return bool(REVIEW.search(around.before)) and not PAPER.search(around.before[-40:])


def _half(around: Around) -> bool:
    if around.quote.startswith(("trong", "vào")):
        return not around.after_noun
    if not around.after_noun and _REACHED_THEN.match(around.after):
        return True
    return around.opens and around.after.lstrip()[:1] in (":", ",")


def _day(around: Around) -> bool:
    if around.before.endswith("(") and around.after.startswith(")") and _HELD_THEN.search(around.before):
        return True
    if around.opens and around.after.startswith(":") and around.after[1:].strip():
        return True
    if around.opens and around.after.startswith(":"):
        return True  # "15/11: Khai mạc", a line of a calendar
    return around.match.worded or _HANDED_IN.search(around.before) is not None


_HANDED_IN = Sieve(r":\s*$|(?<!\w)(?:nộp|gửi|xong|hoàn\s+thành|khai\s+mạc|bế\s+mạc)\s*$")
_COUNTED_TO = Sieve(
    r"(?<!\w)(?:được\s+tính|tính|(?<!gửi\s)(?<!nộp\s)(?<!cấp\s)số\s+liệu|thống\s+kê|cập\s+nhật|có\s+xét)\s*$"
)
_FIGURES_OF = Sieve(
    r"(?<!\w)(?:số\s+liệu|thời\s+hiệu|niên\s+độ|thời\s+kỳ\s+(?:thanh\s+tra|kiểm\s+tra|giám\s+sát|kiểm\s+toán)|mốc\s+(?:thời\s+gian\s+)?(?:thanh\s+tra|kiểm\s+tra|giám\s+sát|lấy|tính)|thời\s+(?:gian|điểm)\s+(?:lấy|chốt|tính)|(?:thành\s+tích|kết\s+quả|sáng\s+kiến)\s+(?:được\s+)?tính)(?!\w)[^,;.]{0,25}$"
)
"""What is told or looked into is of that time."""


def _until(around: Around) -> bool:
    """ "Đến năm 2030" of a programme's title is its horizon; to when figures are counted binds nothing."""
    counted = _COUNTED_TO.search(around.before)
    if (counted is not None and not around.named(counted)) or around.quote == "trước năm":
        return False
    if around.match.shape != "year" or around.opens:
        return True
    if around.before.strip() == "định hướng":
        return True
    return not (_HORIZON_AFTER.match(around.after) or _NAMED_HORIZON.search(around.before))


def _school(around: Around) -> bool:
    start = around.match.when.start
    if start is not None and start.school_year not in (None, (0, 0)) and around.opens:
        return year_binds(around) or around.quote.startswith("trong")
    if start is not None and start.part is not None and (around.quote.startswith("vào") or around.heads):
        return True
    if around.quote == "trong năm học" and around.opens:
        return around.after[:1] in (",", ":") or around.after.lstrip()[:1].isalpha()
    return around.quote.startswith(("trong", "vào", "đến hết", "hết")) and bool(ACT_BEFORE.search(around.before))


_AVERAGE = Sieve(r"(?<!\w)(?:trung\s+bình|bình\s+quân)(?!\w)[^.;,]{0,20}$")
"""Before a length that is a measure to be reached: "Ngày điều trị trung bình: dưới 8 ngày"."""


def _length(around: Around) -> bool:
    """ "Sau 2 năm ..." is a term at the head of a clause; elsewhere it needs the event from which it counts."""
    if _AVERAGE.search(around.before):
        return False
    length = around.match.when.duration
    counted = length is None or length.after is not None or not around.quote.startswith("sau")
    return counted or around.opens or around.before.rstrip().endswith((",", "("))


_THIS_PAPER = Sieve(
    r"(?:kế\s+hoạch|quyết\s+định|quy\s+(?:định|chế)|hướng\s+dẫn|văn\s+bản)\s+này(?!\w)|hết\s+hiệu\s+lực"
)


def _since(around: Around) -> bool:
    """ "Từ năm học ..." with no year printed tells nothing."""
    start = around.match.when.start
    if re.search(r"hiệu\s+lực(?:\s+thi\s+hành)?\s*$", around.before):
        return bool(_THIS_PAPER.search(around.before))
    return start is None or start.school_year != (0, 0)


def _phase(around: Around) -> bool:
    start = around.match.when.start
    return start is not None and (start.part is not None or around.quote.startswith("trong"))


_TITLE = Sieve(
    r"(?<!\w)(?:về\s+(?:việc\s+)?|đề\s+án|chương\s+trình|công\s+tác|ban\s+chỉ\s+đạo|chiến\s+lược|quy\s+hoạch)(?!\w)[^.;:]*$"
)


def _from_now(around: Around) -> bool:
    """ "Từ nay đến năm 2035" behind the subject of a paper or of a body is part of its name."""
    end = around.match.when.end
    years = end is None or end == Moment(end.year)
    named = around.quote.startswith("từ nay") and years and around.quote != "từ nay"
    return around.opens or not (named and _TITLE.search(around.before))


_CHECKS: dict[str, Callable[[Around], bool]] = {
    "time.year": year_binds, "time.years": years_bind, "time.month": _month, "time.months": _month, "time.quarter": _month,
    "time.quarters": _month, "time.tens": _month, "time.half": _half, "time.halfs": _half, "time.day": _day,
    "time.by": _until, "time.before": _until, "time.from": _since, "time.recurring": comes_again, "time.every_year": _month,
    "time.school_year": _school, "time.length": _length, "time.term": _school, "time.weekday": on_a_weekday, "time.phase": _phase, "time.range": _from_now, "time.event": lambda around: before_event(around.quote, around.before), "time.event_end": lambda around: around.heads,
}  # fmt: skip
