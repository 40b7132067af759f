"""Times that an event gives: its day, and which of them bind what is done before it."""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.extract.times.moment_grammar import moment
from kehoach.extract.times.moments import Read
from kehoach.extract.times.time_match import TimeMatch
from kehoach.model.time import When
from kehoach.rules.needs import Sieve

_DAY_OF = Sieve(
    r"(?:ngày|dịp|lễ|đại\s+hội|hội\s+(?:thi|nghị|diễn|thao)|kỳ\s+(?:thi|họp))\s+(?!\d)(?:(?!số\s|điều\s|khoản\s)[^.;:,()|\d]){2,60}?\s*(?P<o>\(\s*)?(?:ngày\s+)?(?=\d{1,2}\s?[/.]\s?\d)"
)

_CHECKED = Sieve(
    r"(?<!\w)(?:thẩm\s+(?:định|tra)|xác\s+minh|kiểm\s+tra|rà\s+soát|hoàn\s+thành|ban\s+hành|lấy\s+ý\s+kiến|công\s+khai|niêm\s+yết|gửi|nộp|báo\s+cáo|tập\s+huấn|tặng|cấp|trao|phát)(?!\w)[^.;]{0,120}$"
)
"""What is done before something else, somewhere in the sentence before it."""
_REQUIRED = Sieve(r"%|(?<!\w)(?:yêu\s+cầu|phải|nếu|đã|có\s+thể)(?!\w)")
"""Words of a condition."""


_ITS_OWN = Sieve(
    r"trước\s+khi\s+(?:phát\s+động|khai\s+mạc|bế\s+mạc|ra\s+quân|khai\s+giảng|(?:tiến\s+hành\s+|tổ\s+chức\s+)?(?:lễ\s+)?(?:phát\s+động|tổng\s+kết|sơ\s+kết))(?!\w)"
)
"""What a plan itself launches or closes."""
_PREPARED = Sieve(
    r"(?<!\w)(?:xây\s+dựng|soạn|lập|chuẩn\s+bị|tập\s+huấn|hoàn\s+thành|in|phát|gửi|trang\s+trí|kiểm\s+tra|rà\s+soát|ban\s+hành|đăng\s+ký|ký)(?!\w)[^.;]*$"
)
_ON_ITS_DAY = Sieve(
    r"(?:ngay\s+)?(?:vào|trong|đúng)\s+(?:đúng\s+)?ngày\s+(?:lễ\s+)?(?:phát\s+động|khai\s+mạc|bế\s+mạc|ra\s+quân|khai\s+giảng|bế\s+giảng|tổng\s+kết|sơ\s+kết|hội\s+thi|hội\s+thao)(?!\w)(?!\s*\(?\s*(?:ngày\s+)?\d)"
)


_NAMED_DAY = re.compile(
    r"ngày\s+(?:(?:chủ\s+nhật|thứ\s+(?:hai|ba|tư|năm|sáu|bảy))\s+(?!tuần|tới|này|đầu|cuối|của|ngày)|(?:thanh\s+niên|đoàn\s+viên|tuổi\s+trẻ)\s+(?=(?:tình|cùng|vì|với|hành|chung|xung\s+kích)(?!\w)))"
    r"(?:(?!(?:và|hoặc|vào|từ|đến|trước)\s)[^\W\d]+\s+){1,7}\(?(?:ngày\s+)?(?=\d{1,2}\s?/\s?\d)"
)
"""A day of a drive that is called by a name: "Ngày Chủ nhật xanh 19/6"."""
_AT_ONCE = Sieve(r"ngay\s+trong\s+(?:ngày|buổi|ca)(?=\s*(?:[.,;)]|$)|\s+(?:và|để|khi)\s)")


_ENDED = re.compile(
    r"(?:kết\s+thúc|hết|sau)\s+(?:(?:cả|toàn\s+bộ)\s+)?(?:đợt|chiến\s+dịch|phong\s+trào|cuộc\s+(?:vận\s+động|thi)|hội\s+(?:thi|thao|diễn|thảo)|khóa\s+(?:học|tập|bồi)|lớp\s+(?:học|tập|bồi)|chuyến\s|tuần\s+lễ|tháng\s+(?:hành|cao|công|thanh|khuyến|an)\s?)"
    r"(?!\s*(?:\d|[ivx]+\b|một|hai|ba|nhất|này\s+đến))(?:\s*[^\W\d]+){0,10}(?:\s+năm\s+20\d\d)?(?=\s*,\s)"
)
"""The end of what a plan sets going, which heads a sentence."""


_SAME_DAY = re.compile(r"trong\s+(?:cùng\s+)?ngày(?=\s*(?:[.;)]|$))")
_ANSWERED = Sieve(
    r"(?<!\w)(?:báo(?:\s+cáo)?|gửi|gởi|trả(?:\s+(?:kết\s+quả|lời))?|xử\s+lý|giải\s+quyết|cập\s+nhật|thông\s+báo|phản\s+hồi|hoàn\s+thành)(?!\w)[^.;:]*$"
)


def _same_day(low: str, at: int) -> re.Match[str] | None:
    """ "Báo về Trung tâm trong ngày": what is handed on or answered on the day on which it comes up."""
    return _SAME_DAY.match(low, at) if _ANSWERED.search(low, max(0, at - 80), at) else None


def at_its_end(low: str, at: int, cell: bool) -> TimeMatch | None:
    """ "Kết thúc đợt thi đua, ...": behind the end of what the plan is about, or of a part of it, whenever that is."""
    if (m := _ENDED.match(low, at)) is None:
        return None
    return TimeMatch(at, m.end(), When("milestone", qualifier="after", rule="time.event_end"))


def on_its_day(low: str, at: int, cell: bool) -> TimeMatch | None:
    """ "Vào ngày phát động": the day of what the plan launches or closes, which nothing dates there; "ngay trong ngày"."""
    if (m := _AT_ONCE.match(low, at) or _same_day(low, at)) is not None:
        return TimeMatch(at, m.end(), When("deadline", rule="time.event_day"))
    if (m := _NAMED_DAY.match(low, at)) is not None and (read := moment(low, m.end())) and read.shape == "day":
        closed = low[m.end() - 1] == "(" and low.startswith(")", read.end)
        when = When("milestone", read.last, read.last, rule="time.named_day")
        return TimeMatch(at, read.end + closed, when, "day", True)
    if (m := _ON_ITS_DAY.match(low, at)) is None:
        return None
    return TimeMatch(at, m.end(), When("milestone", rule="time.event_day"))


def day_of_event(low: str, at: int) -> Read | None:
    """The day that stands behind what happens on it: "ngày khai giảng 05/9/2025", "hội thi (ngày 20/11)"."""
    if (event := _DAY_OF.match(low, at)) is None or (read := moment(low, event.end())) is None or read.shape != "day":
        return None
    closed = event["o"] is not None and low.startswith(")", read.end)
    return replace(read, end=read.end + closed, worded=True)


_PUT_TO_USE = Sieve(
    r"trước\s+khi\s+(?:(?:đưa\s+)?(?:vào|ra)\s+)?(?:sử\s+dụng|dùng|vận\s+hành|chế\s+biến|lưu\s+thông)(?!\w)"
)
"""An order of steps at each piece of work."""


def before_event(quote: str, before: str) -> bool:
    """ "Trước khi ..." binds what is done before a thing of its own ("thẩm tra trước khi nộp hồ sơ cho Bộ"); elsewhere it
    tells an order of steps or a condition."""
    if not quote.startswith("trước khi"):
        return True
    if _PUT_TO_USE.match(quote):
        return False
    if _ITS_OWN.match(quote) and _PREPARED.search(before) and not _REQUIRED.search(before):
        return True
    named = len(quote.split()) >= 5 or re.search(r"hội\s+đồng|bộ|sở|ủy\s+ban|ubnd", quote)
    return bool(named and _CHECKED.search(before)) and not _REQUIRED.search(before)
