"""Times that come again: "hằng quý", "ngày 25 hằng tháng", "định kỳ 6 tháng", "02 lần/tháng"."""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.extract.times.moment_grammar import moment
from kehoach.extract.times.moments import DAY
from kehoach.extract.times.recurring_hours import weekdays_behind
from kehoach.extract.times.time_match import TimeMatch
from kehoach.model.plan import Qualifier
from kehoach.model.time import When
from kehoach.rules.needs import Sieve

_EVERY_YEAR = Sieve(
    r"\s+(?:của\s+)?(?:h[àằ]ng|mỗi)\s+năm(?!\w)(?!\s+học)|(?:\s+của)?\s+(?:các|những)\s+năm\s+(?:tiếp\s+theo|sau(?:\s+đó)?|kế\s+tiếp|tới)(?!\w)|(?:\s+của)?\s+năm\s+(?:liền\s+kề|sau(?!\s+năm)|tiếp\s+theo|kế\s+tiếp)(?!\w)|\s+của\s+năm\s+(?:trước(?:\s+năm\s+kế\s+hoạch)?|xét(?:\s+tặng)?|đề\s+nghị(?:\s+xét)?(?:\s+tặng)?)(?!\w)"
)
_EVERY = r"(?:h[àằ]ng|mỗi|từng)"
_PERIOD = r"(?:ngày|tuần|tháng|quý|năm(?:\s+học)?|học\s+k[ỳì]|đợt|kỳ)"
_LAST_MONTH = r"tháng\s+(?:đầu|cuối|thứ\s+\w+)(?:\s+của)?\s+(?:h[àằ]ng\s+|mỗi\s+|từng\s+)?(?:quý|đợt|kỳ|học\s+kỳ)(?!\w)(?!\s+[ivx\d])(?:\s+(?:sau|tiếp\s+theo))?|(?:tháng|quý|tuần)\s+(?:sau|kế\s+tiếp|tiếp\s+theo)(?!\w)"
_A_DAY = rf"(?:(?:mùng|mồng)\s+)?{DAY}(?:/\d{{1,2}}|\s+tháng\s+\d{{1,2}})?"
_NO_MEASURE = (
    r"(?!đ(?!\w)|đồng|kg|tấn|tạ|lít|m\d|km|kwh|suất|lượt|nghìn|ngàn|triệu|tỷ|điểm|giờ|ngày|tuần|tháng|người|vụ)"
)
_SO_MANY = rf"(?:tối\s+thiểu|ít\s+nhất)\s+(?:\d{{1,3}}|một|hai)\s+{_NO_MEASURE}[^\W\d]+(?:,?\s[^\W\d]+){{1,7}}?\s?/\s?(?:tuần|tháng|quý|học\s+kỳ)(?![\w/])|(?:(?:tối\s+thiểu|ít\s+nhất)\s+)?(?:\d{{1,3}}|một|hai)\s+{_NO_MEASURE}[^\W\d]+(?:\s[^\W\d]+){{0,2}}\s?/\s?(?:tuần|tháng|quý)(?![\w/])|(?:\d{{1,3}}|một|hai)\s+(?:chuyên\s+đề|hội\s+nghị|hội\s+thảo|lớp|chương\s+trình|bản\s+tin|buổi\s+[^\W\d]+(?:\s[^\W\d]+)?)\s?/\s?năm(?![\w/])"
"""What is made so often: "01 phóng sự/tháng"."""
_FREQUENCY = rf"(?:(?:tối\s+thiểu|ít\s+nhất)\s+)?(?:\d+|một|hai)\s*(?:(?:lần|đợt|cuộc|kỳ)(?:\s*/\s*|\s+(?:trong|mỗi|một)\s+)|(?:buổi|phiên)\s*/\s*)(?:\d+\s*)?{_PERIOD}(?!\w)(?!\s+\d)|(?:tối\s+thiểu|ít\s+nhất)\s+(?:\d{{1,2}}|một|hai)\s+(?:ngày|buổi)\s*/\s*(?:tuần|tháng|quý)(?!\w)|{_SO_MANY}|0?\d{{1,2}}\s*(?:tháng|tuần|ngày|năm)(?:\s*,\s*(?:\w+\s+)?năm)?\s*(?:/|một|1)\s*(?:\d+\s+)?lần"
_DAY_OF_MONTHS = rf"(?:(?:trước|vào)\s+)?ngày\s+{DAY}\s+(?:của\s+)?các\s+tháng\s+\d{{1,2}}(?:\s*(?:,|và)\s*(?:tháng\s+)?\d{{1,2}}(?![/\d]))+"
_DAY_OF_EACH = re.compile(
    rf"(?:(?:chậm|muộn)\s+nhất\s+(?:là\s+|vào\s+)*|(?:trước|vào)\s+)ngày\s+{DAY}(?!\d)(?=\s*(?:[.;:)|]|,(?!\s*(?:ngày\s+)?\d)|$)|\s+(?:để|gửi|nộp|báo\s+cáo|tổng\s+hợp)\s)"
)
"""A day with no month: of each month, or of the one that comes again before it in the sentence."""
_SPAN = r"(?:tuần|tháng|quý|học\s+k[ỳì]|năm(?:\s+học)?|(?:0?[369]|sáu|chín)\s+tháng|(?:cả|một|0?1)\s+năm)"
_REPORTED = re.compile(
    rf"{_SPAN}(?:\s*,\s*{_SPAN})*\s*(?:,|và|hoặc)\s*{_SPAN}(?!\w)(?!\s+(?:\d|[ivx]+(?!\w)|qua|trước\s+(?:ngày|\d|tháng|năm)|vào|chậm|của|sau|tiếp)|\s*[(:/-])"
)
_REPORTS = re.compile(
    r"(?<!\w)(?:báo\s+cáo|(?:bình|xét)\s+(?:xét\s+)?thi\s+đua|xếp\s+loại(?:\s+thi\s+đua)?|chấm\s+điểm|bình\s+xét|sơ\s+kết|giao\s+ban|nhận\s+xét|đánh\s+giá(?:\s+thi\s+đua)?)(?:\s+(?:theo|định\s+kỳ))?\s+$"
)
"""Before spans in a list that say how often one reports: "báo cáo quý, 6 tháng, năm"."""
_PHASE = r"(?:đợt(?:\s+thi\s+đua|\s+phát\s+động)?|giai\s+đoạn|chặng|vòng|học\s+k[ỳì]|năm\s+học(?!\s+tập)|tháng|quý|tuần|vụ(?:\s+(?:sản\s+xuất|thu\s+hoạch|mùa|gieo\s+cấy))?)"
_OCCASION = r"(?:ca(?:\s+(?:trực|làm\s+việc|sản\s+xuất))?|buổi(?:\s+(?:học|làm\s+việc|chào\s+cờ|sinh\s+hoạt|tập|họp|tuần\s+tra))?|chuyên\s+đề|lần\s+(?:kiểm\s+tra|phát\s+động|tổ\s+chức)|phong\s+trào|cuộc\s+(?:kiểm\s+tra|thi|họp)|hội\s+thi|chuyến\s+[^\W\d]+)"
_AT_EACH = rf"(?:kết\s+thúc|hết|sau|cuối|đầu|trước)\s+(?:mỗi|từng)\s+(?:{_PHASE}|{_OCCASION})(?!\w)|(?:qua|trong)\s+(?:mỗi|từng)\s+{_PHASE}(?!\w)"
"""What is done at each phase of the work, or whenever an occasion comes."""
_RECURRING = re.compile(
    rf"(?:(?:(?:theo\s+)?định\s+k[ỳì]\s+)?(?:(?:chậm|muộn)\s+nhất\s+(?:là\s+|vào\s+)*|trước\s+|vào\s+|đến\s+)*(?:ngày\s+{_A_DAY}(?:\s*(?:,|và|hoặc)\s*(?:ngày\s+)?{_A_DAY})*|(?:tuần|ngày)\s+(?:đầu|cuối)(?:\s+(?:cùng|tiên))?|(?:đầu|giữa|cuối)|(?:ngày\s+)?(?:thứ\s+\w+|chủ\s+nhật))\s+(?:của\s+)?(?:{_EVERY}\s+(?:{_PERIOD}|chặng|giai\s+đoạn)(?!\w)|{_LAST_MONTH})"
    rf"|(?:theo\s+)?định\s+k[ỳì](?:\s*\(?\s*(?:{_EVERY}\s+)?{_PERIOD}(?!\w)(?!\s+\d)(?:\s*(?:,|và|hoặc|/)\s*(?:{_EVERY}\s+)?{_PERIOD}(?!\w))*|\s+0?\d\s+tháng(?:\s*(?:,|và)\s*(?:{_EVERY}\s+)?(?:0?\d\s+tháng|(?:cả\s+|một\s+|0?1\s+)?{_PERIOD}(?!\w)))*(?:\s*(?:/|một)\s*lần)?)?"
    rf"(?:\s*(?:,|\s(?:hoặc|và))\s+đột\s+xuất(?:\s+theo\s+yêu\s+cầu)?|\s+(?:theo\s+)?quy\s+định|\s+theo\s+yêu\s+cầu(?:\s+của\s+(?:cấp\s+trên|các?\s+cấp|cơ\s+quan\s+(?:cấp\s+trên|có\s+thẩm\s+quyền)))?|\s+đột\s+xuất|\s+(?:vào\s+)?các\s+năm\s+(?:tiếp\s+theo|sau))?"
    rf"|(?:mỗi|một|hai|ba|sáu|chín|\d+)\s+(?:năm|tháng|quý|tuần|học\s+k[ỳì])\s+(?:(?!có|ít|tối)[^\W\d]+\s+){{0,4}}?(?:một|hai|ba|\d+|[il])\s+(?:lần|kỳ|cuộc|buổi|phiên)(?!\w)"
    rf"|(?:một|hai|ba|\d{{1,2}})\s+(?:buổi|kỳ|lần|phiên|số)\s+một\s+(?:tuần|tháng|quý)(?!\w)(?!\s+\d)"
    rf"|(?:ngày|tuần|tháng)\s+(?:0?[1-9]|một|hai|ba)\s+lần(?!\s+thứ)(?!\w)"
    rf"|(?:ngày|tuần|tháng|quý|năm)\s+nào\s+cũng(?!\w)"
    rf"|theo\s+từng\s+(?:{_PERIOD}|giai\s+đoạn)(?!\w)(?:\s*,\s*từng\s+(?:{_PERIOD}|giai\s+đoạn)(?!\w))*"
    rf"|theo\s+(?:tuần|tháng|quý)(?:\s*,\s*(?:theo\s+)?(?:tháng|quý|năm))*(?!\w)(?!\s+[ivx\d])"
    rf"|theo\s+(?:học\s+k[ỳì]|đợt)(?:\s*(?:,|và)\s*(?:theo\s+)?(?:học\s+k[ỳì]|năm(?:\s+học)?|đợt|tháng|quý))*(?:\s*,\s*(?:theo\s+)?chuyên\s+đề)?(?=\s*(?:[,;.)]|$)|\s+để\s)"
    rf"|(?:vào\s+|trước\s+)?(?:ngày|tuần)(?:\s+làm\s+việc)?\s+(?:đầu\s+tiên|cuối\s+cùng)\s+(?:của\s+)?(?:tuần|tháng|quý)(?!\w)(?!\s+(?:\d|[ivx]+(?!\w)|này|đầu|cuối))"
    rf"|(?:vào\s+)?(?:đầu|cuối)\s+(?:tuần|tháng|quý|học\s+k[ỳì])(?=\s*(?:[,;.)]|$)|\s+(?:gửi|nộp|báo\s+cáo|tổng\s+hợp|họp|đánh\s+giá|sơ\s+kết|chấm)\s)|{_DAY_OF_MONTHS}|h[àằ]ng\s+{_PERIOD}(?!\w)(?:\s*(?:,|và)\s*(?:(?:h[àằ]ng\s+)?{_PERIOD}(?!\w)|(?:đầu|cuối)\s+{_PERIOD}(?!\w)(?!\s+(?:\d|[ivx]+(?!\w)))))*"
    rf"|(?:0?[369]|sáu|chín)\s+tháng(?:\s*,\s*(?:0?9\s+tháng\s*,\s*)?|\s+và\s+)(?:h[àằ]ng|mỗi)\s+năm(?:\s*(?:,|và)\s*(?:định\s+k[ỳì]|đột\s+xuất))?"
    rf"|{_AT_EACH}"
    rf"|(?:sau\s+(?:mỗi|từng)\s+(?:đợt(?:\s+thi\s+đua)?|giai\s+đoạn|chặng|vòng)|(?:sau\s+)?mỗi\s+(?!đợt){_PERIOD})(?!\w)(?:\s+(?:một|1|01)\s+lần)?"
    rf"|{_FREQUENCY})"
)


def of_every_year(low: str, found: TimeMatch) -> TimeMatch:
    """ "Trong quý II hằng năm", "tháng 10 hằng năm": a time of the year that comes again."""
    end = found.when.end
    if end is None or end.year is not None or (end.month is None and end.quarter is None):
        return found
    if (again := _EVERY_YEAR.match(low, found.end)) is None:
        return found
    when = When("recurring", qualifier=found.when.qualifier, rule="time.every_year")
    return replace(found, end=again.end(), when=when)


_IN_EACH_YEAR = Sieve(
    r"(?:(?:theo\s+)?định\s+k[ỳì]\s+)?h[àằ]ng\s+năm\s*,?\s+(?:vào|trong)\s+(?:khoảng\s+)?(?=(?:(?:đầu|giữa|cuối)\s+)?(?:tháng|quý)\s)"
)


def in_each_year(low: str, at: int, cell: bool) -> TimeMatch | None:
    """ "Hằng năm vào tháng 12": a month or quarter of every year."""
    if (m := _IN_EACH_YEAR.match(low, at)) is None or (read := moment(low, m.end(), bound=True)) is None:
        return None
    return None if read.last.year else TimeMatch(at, read.end, When("recurring", rule="time.in_each_year"))


_A_WEEK = re.compile(r"(?:mỗi\s+)?tuần\s.*\d|(?:\d+|một|hai|ba)\s+buổi\s?/\s?tuần$")


def recurring(low: str, at: int, cell: bool) -> TimeMatch | None:
    told = _REPORTED.match(low, at) if _REPORTS.search(low[max(0, at - 40) : at]) else None
    if (m := told or _RECURRING.match(low, at) or _DAY_OF_EACH.match(low, at)) is None:
        return None
    qualifier: Qualifier | None = (
        "before"
        if "trước" in m[0]
        else "by"
        if "nhất" in m[0] and "ngày" in m[0] and "ít nhất" not in m[0]
        else "after"
        if m[0].startswith("sau")
        else None
    )
    end = weekdays_behind(low, m.end()) if _A_WEEK.match(m[0]) else m.end()
    return TimeMatch(at, end, When("recurring", qualifier=qualifier, rule="time.recurring"))
