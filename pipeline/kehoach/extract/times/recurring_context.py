"""Which times that come again tell how often something is done, and which only name a plan, a budget, a figure."""

from __future__ import annotations

import re

from kehoach.extract.times.time_around import Around
from kehoach.rules.needs import Sieve

_REPORT_NEAR = Sieve(r"báo\s+cáo[^,;.]{0,45}$|(?:họp|giao\s+ban|sơ\s+kết)\s*$")
_LOOKED_AFTER = Sieve(
    r"(?<!\w)(?:rà\s+soát|cập\s+nhật|kiểm\s+tra|giám\s+sát|đánh\s+giá|kiểm\s+định|khảo\s+sát|bảo\s+(?:dưỡng|trì)|sinh\s+hoạt(?:\s+chuyên\s+môn)?|tập\s+huấn|đối\s+thoại|luân\s+chuyển)\s*$"
)
"""What is done at set times, right before "định kỳ"."""
_TESTS = Sieve(r"(?<!\w)(?:đề|bài|điểm|câu\s+hỏi|học\s+sinh|học\s+tập)(?!\w)[^;.]{0,60}$")
"""Before tests that schools call by how often they are held."""
_ITS_TERM = Sieve(r"\s*\(?\s*(?:(?:trước|vào|đến)\s+(?:ngày\s+)?\d|(?:chậm|muộn)\s+nhất\s|ngày\s+\d)")
"""Behind "định kỳ": on or by which day."""
_TERM_BEHIND = Sieve(r"\s*\(\s*(?:trước|chậm\s+nhất|muộn\s+nhất|vào|từ\s+(?:ngày\s+)?\d)")
"""Behind "hằng năm": by or from which day of each year."""
_REPORT_AFTER = Sieve(
    r"\s*(?:báo\s+cáo|tổ\s+chức|kiểm\s+tra|sơ\s+kết|tổng\s+kết|rà\s+soát|tổng\s+hợp|họp|đánh\s+giá|giao\s+ban|thông\s+báo)"
)
_AVERAGE = Sieve(r"(?:bình|trung)\s+(?:quân|bình)\s*$")
"""Before "hằng năm": a figure over years, nothing to do."""
_ALLOTTED = Sieve(r"(?:được\s+(?:giao|duyệt|cấp|phê\s+duyệt|phân\s+bổ|bố\s+trí)|đề\s+ra)\s*$")
_REACHES = Sieve(r"\d\s*%|(?<!\w)(?:đạt|duy\s+trì)(?!\w)")
_NO_ACT = Sieve(r"(?:của|và|theo|với|cho|để|trên|tại|trong|được|đều|do|đã|là|ở|đến|từ|về|gồm|phù|đạt)(?!\w)")
_PERSONS = Sieve(r"(?<!\w)(?:xã\s+hội|học\s+sinh|sinh\s+viên|khối|lớp)\s*$")
"""Ends the name of who acts ("Ban đại diện cha mẹ học sinh hằng tháng họp ...")."""
_HELD = Sieve(
    r"(?<!\w)(?:sơ\s+kết|tổng\s+kết|họp|giao\s+ban|sinh\s+hoạt|báo\s+cáo|bình\s+xét|xếp\s+loại|(?<!được\s)(?:chấm\s+điểm|theo\s+dõi|đánh\s+giá|tổng\s+hợp|cập\s+nhật)(?:\s+[^\W\d]+){0,3})\s*$"
)
_TIMES = Sieve(r"(?:lần|kỳ|cuộc|buổi|phiên)$")
_OFTEN = Sieve(r"h[àằ]ng\s+(?:ngày|tuần|tháng|quý)(?:\s*(?:,|và)\s+(?:đầu|cuối)\s[^\d]*)?$")
"""At the end of a clause it tells how often; "hằng năm" there mostly tells which plan, budget or title."""
_SUPPLIES = Sieve(
    r"(?<!\w)(?:cung\s+cấp|báo\s+cáo|gửi|nộp|đối\s+chiếu|chốt|thông\s+báo|niêm\s+yết|cập\s+nhật)\s+(?:[^\W\d]+\s+){0,2}(?:số\s+liệu|kết\s+quả|tình\s+hình|thông\s+tin|tiến\s+độ|danh\s+sách)(?!\w)[^,;.]{0,40}$"
)
"""What is handed on so often, before "hàng quý"."""
_SO_OFTEN = Sieve(
    r"\s+(?:[^\W\d]+\s+){0,4}(?:ít\s+nhất|tối\s+thiểu|không\s+dưới)(?!\w)|\s+(?:phát|có|\d)|\s*(?:$|[,;.()])"
)
_REPORTING = Sieve(
    r"(?<!\w)(?:báo\s+cáo|sơ\s+kết|tổng\s+kết|giao\s+ban|họp|kiểm\s+tra|giám\s+sát|rà\s+soát|tổng\s+hợp|thông\s+báo|đăng\s+ký|tập\s+huấn|đánh\s+giá|kế\s+hoạch\s+công\s+tác|cập\s+nhật|tổ\s+chức|thực\s+hiện|xây\s+dựng|ban\s+hành|cắt\s+giảm|bình\s+(?:xét|bầu|chọn)|gửi|nộp|trình|kiểm\s+định|khảo\s+sát|chấm(?:\s+điểm)?|xếp\s+(?:loại|hạng)|nhận\s+xét|phân\s+loại|kiểm\s+điểm|công\s+bố|xét\s+(?:duyệt|chọn))(?!\w)"
)
_SPANS = Sieve(r"(?:tuần|tháng|quý|học\s+k[ỳì]|năm(?:\s+học)?|(?:0?[369]|sáu|chín)\s+tháng|cả\s+năm)\s*(?:,|và|hoặc)")
"""A list of the spans that one reports on."""
_A_KIND = Sieve(r"(?<!\w)(?:thi\s+đua|phong\s+trào|khen\s+thưởng)\s*$")
"""Before "theo đợt": a kind of emulation or reward, no time."""
_JUDGES = Sieve(
    r"\s*(?:[^\W\d]+\s+){0,5}?(?:đánh\s+giá|kiểm\s+tra|chấm\s+điểm|theo\s+dõi|rà\s+soát|bình\s+xét|tổng\s+hợp|nhận\s+xét|xếp\s+loại)\s[^,;:.]*$"
)
"""What is done so often, at the head of a clause that "hằng quý" ends."""
_BY_HOUR = Sieve(r"\s+(?:trước|vào|lúc|chậm\s+nhất)\s+(?:lúc\s+|là\s+)?(?:\d|ngày|sáng|chiều|thứ)")
"""Behind "hằng ngày": when on each."""
_LASTS = Sieve(r"\s+\d{1,3}\s*(?:phút|giờ|trang|người|đồng|bài|tiết)(?!\w)")
"""Behind "mỗi kỳ": how long or how large each is."""
_REVIEWED = Sieve(r"(?<!\w)(?:sơ\s+kết|bình\s+xét|kiểm\s+tra|rà\s+soát|đánh\s+giá)\s*$")
_PAID = Sieve(
    r"(?<!\w)(?:trợ\s+cấp|phụ\s+cấp|lương|thu\s+nhập|học\s+phí|doanh\s+thu|đời\s+sống|sinh\s+hoạt\s+phí|tiền\s+(?:thuê|lãi|điện|nước))\s*$"
)
"""What is paid, earned or lived so often; nothing is done."""
_LONGER = Sieve(r"(?:trung\s+hạn|dài\s+hạn|\d\s+năm)\s*(?:,|và)\s*$")
"""Beside "hằng năm": of which spans the plans are that are spoken of."""
_PARTED = Sieve(r"(?<!\w)(?:phân|chia|sắp\s+xếp|liệt\s+kê|phân\s+(?:chia|kỳ|bổ)|chia\s+(?:nhỏ|ra))\s*$")
"""Before "theo quý": how a list is parted."""
_GROUND = Sieve(r"(?<!\w)(?:căn\s+cứ|trên\s+cơ\s+sở|làm\s+cơ\s+sở|dựa\s+(?:trên|vào))(?!\w)[^,;:.]{0,90}$")
_OF_FIGURES = Sieve(r"\s+(?:thu|đạt|chi|có)?\s*(?:bình|trung)\s+(?:quân|bình)(?!\w)")
_BUDGET = Sieve(r"(?<!\w)dự\s+toán(?!\w)[^,;.]{0,60}$")
_GIVES = Sieve(r"(?<!\w)(?:tặng|trao|tôn\s+vinh|tuyên\s+dương|biểu\s+dương|bình\s+chọn)(?!\w)[^,;.:]{0,60}$")
"""An award before "hằng năm": how often it is given."""
_DRAFTS = Sieve(
    r"(?<!\w)(?:xây\s+dựng|ban\s+hành|lập)(?!\w)[^,;.:]{0,50}(?<!\w)(?:kế\s+hoạch|chương\s+trình)(?!\w)[^,;.:]{0,60}$"
)
_FUNDS = Sieve(
    r"(?<!\w)(?:bố\s+trí|cân\s+đối|đảm\s+bảo|bảo\s+đảm)(?!\w)[^,;.:]{0,20}(?:vốn|kinh\s+phí|ngân\s+sách)[^,;.:]{0,30}$"
)
_ENDED = Sieve(r"\s*(?:$|[;.,]|trước\s)")
_NAMED_ACT = Sieve(
    r"^(?:khen\s+thưởng|sơ\s+kết|tổng\s+kết|báo\s+cáo|kiểm\s+tra|giám\s+sát|đánh\s+giá|bình\s+xét|tập\s+huấn|họp|giao\s+ban)(?:\s+\S+){0,3}\s*$"
)
_TOLD = Sieve(r"\s*(?:\([^()]*\)\s*)?:\s*\S")
"""Behind the name of an act and its term: what is done then."""
_GOAL = Sieve(r"\s+(?:đạt|tăng|giảm|duy\s+trì|từ\s+\d)")
_SHOWN = Sieve(
    r"(?<!\w)(?:phát(?:\s+sóng|\s+thanh)?|đưa\s+tin|đăng(?:\s+tải|\s+tin)?|hoạt\s+động|niêm\s+yết|công\s+khai)\s*$"
)
_WHERE = Sieve(r"\s*(?:$|[,;.]|(?:trên|tại|ở|qua)\s)")


_ON_EACH = Sieve(
    r"(?:giờ|\dh|:\d|sáng|trưa|chiều|tối|thứ|chủ\s+nhật)(?!\w).*\s(?:h[àằ]ng|mỗi|từng|các\s+ngày)\s|\d\s+buổi(?!\w).*\s(?:thứ|chủ)\s"
)
"""When on each day, week or month: somebody is to do something then."""
_COUNTED = Sieve(r"(?<![\d.,])\d{1,2}\s+(?!đồng|triệu|nghìn|tỷ)[^\W\d]+(?:,?\s[^\W\d]+){0,3}\s*$")
"""Before "mỗi ngày": how much of it is done."""


_ROUTINE = Sieve(
    r"(?<!\w)(?:nộp|gửi|báo\s+cáo|họp|giao\s+ban|trực|tiếp\s+(?:công\s+)?dân|tiếp\s+xúc|chào\s+cờ|sinh\s+hoạt|phát\s+(?:thanh|sóng)|dọn|vệ\s+sinh|"
    r"tổng\s+vệ\s+sinh|chi\s+trả|niêm\s+yết|cập\s+nhật|tuần\s+tra|giải\s+quyết|tiếp\s+nhận|mở\s+cửa|tập\s+luyện|đăng\s+bài)(?!\w)[^.;:]*$"
)
"""What is done on a day of every week."""
_ONCE = Sieve(
    r"(?<!\w)(?:lễ|ra\s+quân|khai\s+mạc|bế\s+mạc|chung\s+kết|phát\s+động|trao\s+giải|sơ\s+kết|tổng\s+kết)(?!\w)[^,.;:]*$"
)


def on_a_weekday(around: Around) -> bool:
    """Whether "vào sáng thứ sáu", which no date tells, is when something is done in every week."""
    return _ROUTINE.search(around.before) is not None and _ONCE.search(around.before) is None


_EVERY_SO_OFTEN = re.compile(
    r"/\s?(?:tuần|tháng|quý|năm)$|(?:lần|đợt|cuộc|kỳ)(?:\s*/|\s+(?:trong|mỗi|một)\s)|(?:buổi|phiên|số)\s+một\s|(?:\s|/\s?)lần$"
)
_TIED = (
    "đầu", "giữa", "cuối", "định", "theo", "sau", "kết", "hết", "qua", "trong", "chậm", "trước", "vào", "đến", "ngày",
    "tuần",
)  # fmt: skip
"""How a time that comes again begins where it is tied to a day or a part of it."""


_TIMETABLE = Sieve(r"2\s+buổi\s*/\s*ngày$")
"""How a school teaches, no time of an act."""
_AT_MOST = Sieve(r"\s*,?\s*(?:không\s+quá|tối\s+đa|học|dạy)\s+(?:[^\W\d]+\s+)?\d+\s*(?:tiết|giờ)(?!\w)")
"""Behind "mỗi ngày": how much of it there may be in each."""


def comes_again(around: Around) -> bool:
    quote, before, after = around.quote, around.before, around.after
    if _TIMETABLE.search(quote) or (quote.startswith("mỗi") and _AT_MOST.match(after)):
        return False
    if _SPANS.match(quote) or " hoặc " in quote or _ON_EACH.search(quote) or quote.endswith("cũng"):
        return True
    if quote == "mỗi ngày" and _COUNTED.search(before) and after.lstrip()[:1] in ("", ",", ".", ";"):
        return True
    if quote.endswith(("theo đợt", "chuyên đề")) and _A_KIND.search(before):
        return False
    if quote.startswith("theo ") and _PARTED.search(before):
        return False
    if re.fullmatch(r"(?:theo\s+)?định\s+k[ỳì]", quote) and _ITS_TERM.match(after):
        return True
    if re.fullmatch(r"định\s+k[ỳì]", quote):
        does = around.opens and after.lstrip()[:1].isalpha() and not _NO_ACT.match(after.lstrip())
        looked = _LOOKED_AFTER.search(before) and not _TESTS.search(before)
        return bool(does or looked or _REPORT_NEAR.search(before) or _REPORT_AFTER.match(after))
    if _TERM_BEHIND.match(after) and re.fullmatch(r"h[àằ]ng\s+năm", quote):
        return True
    if quote.startswith("mỗi") and (
        _AVERAGE.search(before) or _OF_FIGURES.match(after) or (quote.endswith("kỳ") and _LASTS.match(after))
    ):
        return False
    if _REVIEWED.search(before) and after.lstrip()[:1] in ("", ",", ".", ";"):
        return True
    if re.match(r"mỗi\s+(?:ngày|tháng|quý|năm|tuần)$", quote) and _SO_OFTEN.match(after):
        return True
    ended = after.lstrip()[:1] in ("", ",", ".", ";")
    if ended and _SUPPLIES.search(before) and _OFTEN.match(quote):
        return True
    if ended and _OFTEN.search(quote) and (_HELD.search(before) or _JUDGES.match(before)):
        return True
    if (
        quote.startswith("mỗi")
        and not _TIMES.search(quote)
        and not (around.opens or before.rstrip().endswith(("(", ",", ":")))
    ):
        return False
    if quote.startswith("mỗi") and re.search(r"\d|\s(?:một|hai|ba)\s", quote) and _TIMES.search(quote):
        return True
    if _EVERY_SO_OFTEN.search(quote) or quote.startswith(_TIED):
        return True
    return _told_around(around)


def _told_around(around: Around) -> bool:
    """What the words around a bare "hằng năm", "mỗi tháng" say: who acts and what is reported bind, what one earns, is
    allotted or has on the average does not."""
    quote, before, after = around.quote, around.before, around.after
    if _LONGER.search(before):
        return False
    if around.opens or before.rstrip().endswith((",", ":", "(")):
        return True
    if _PAID.search(before) or _GROUND.search(before):
        return False
    if quote.startswith("h") and _is_done_so(before, after):
        return True
    follows = after.lstrip()
    acts = follows[:1].isalpha() and not _NO_ACT.match(follows)
    if acts and _PERSONS.search(before):
        return True
    if around.after_noun or _ALLOTTED.search(before) or _AVERAGE.search(before) or after.lstrip().startswith("của"):
        return False
    if not after.strip(" .;") and (_REACHES.search(before) or _OFTEN.search(quote)):
        return True
    return acts or (bool(_REPORTING.search(before[-60:])) and "kế hoạch" not in before[-40:])


def _is_done_so(before: str, after: str) -> bool:
    """Whether the words before "hằng năm", "hằng tuần" tell what is done so often: an award, a plan drawn up, money
    given, a goal, a programme sent."""
    if after.lstrip().startswith("của") or _BUDGET.search(before) or _AVERAGE.search(before):
        return False
    return bool(
        (_BY_HOUR.match(after) and _REPORTING.search(before[-60:]))
        or _GIVES.search(before)
        or (_DRAFTS.search(before) and _ENDED.match(after))
        or _FUNDS.search(before)
        or (_NAMED_ACT.search(before) and _TOLD.match(after))
        or (_SHOWN.search(before) and _WHERE.match(after))
        or _GOAL.match(after)
    )
