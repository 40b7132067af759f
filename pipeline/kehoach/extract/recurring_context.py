"""Which times that come again tell how often something is done, and which only name a plan, a budget, a figure."""

from __future__ import annotations

import re

from kehoach.extract.time_around import Around
from kehoach.rules.needs import Sieve

_REPORT_NEAR = Sieve(r"báo\s+cáo[^,;.]{0,45}$|(?:họp|giao\s+ban|sơ\s+kết)\s*$")
_REPORT_AFTER = Sieve(
    r"\s*(?:báo\s+cáo|tổ\s+chức|kiểm\s+tra|sơ\s+kết|tổng\s+kết|rà\s+soát|tổng\s+hợp|họp|đánh\s+giá|giao\s+ban|thông\s+báo)"
)
_AVERAGE = Sieve(r"(?:bình|trung)\s+(?:quân|bình)\s*$")
"""Before "hằng năm": a figure over years, nothing to do."""
_ALLOTTED = Sieve(r"(?:được\s+(?:giao|duyệt|cấp|phê\s+duyệt)|đề\s+ra)\s*$")
_REACHES = Sieve(r"\d\s*%|(?<!\w)(?:đạt|duy\s+trì)(?!\w)")
_NO_ACT = Sieve(r"(?:của|và|theo|với|cho|để|trên|tại|trong|được|đều|do|đã|là|ở|đến|từ|về|gồm|phù|đạt)(?!\w)")
_PERSONS = Sieve(r"(?<!\w)(?:xã\s+hội|học\s+sinh|sinh\s+viên|khối|lớp)\s*$")
"""Ends the name of who acts ("Ban đại diện cha mẹ học sinh hằng tháng họp ...")."""
_HELD = Sieve(
    r"(?<!\w)(?:sơ\s+kết|tổng\s+kết|họp|giao\s+ban|sinh\s+hoạt|báo\s+cáo|bình\s+xét|xếp\s+loại|(?<!được\s)(?:chấm\s+điểm|theo\s+dõi|đánh\s+giá|tổng\s+hợp|cập\s+nhật)(?:\s+[^\W\d]+){0,3})\s*$"
)
_TIMES = Sieve(r"(?:lần|kỳ|cuộc|buổi|phiên)$")
_OFTEN = Sieve(r"h[àằ]ng\s+(?:ngày|tuần|tháng|quý)$")
"""At the end of a clause it tells how often; "hằng năm" there mostly tells which plan, budget or title."""
_SO_OFTEN = Sieve(r"\s+(?:ít\s+nhất|tối\s+thiểu|không\s+dưới|phát|có|\d)|\s*(?:$|[,;.)])")
_REPORTING = Sieve(
    r"(?<!\w)(?:báo\s+cáo|sơ\s+kết|tổng\s+kết|giao\s+ban|họp|kiểm\s+tra|giám\s+sát|rà\s+soát|tổng\s+hợp|thông\s+báo|đăng\s+ký|tập\s+huấn|đánh\s+giá|kế\s+hoạch\s+công\s+tác|cập\s+nhật|tổ\s+chức|thực\s+hiện|xây\s+dựng|ban\s+hành|cắt\s+giảm|bình\s+xét|gửi|nộp|trình|kiểm\s+định|khảo\s+sát)(?!\w)"
)


def comes_again(around: Around) -> bool:
    quote, before, after = around.quote, around.before, around.after
    if re.fullmatch(r"định\s+k[ỳì]", quote):
        return bool(_REPORT_NEAR.search(before) or _REPORT_AFTER.match(after))
    if re.match(r"mỗi\s+(?:tháng|quý|năm|tuần)$", quote) and _SO_OFTEN.match(after):
        return True
    if after.lstrip()[:1] in ("", ",", ".", ";") and _OFTEN.search(quote) and _HELD.search(before):
        return True
    if (
        quote.startswith("mỗi")
        and not _TIMES.search(quote)
        and not (around.opens or before.rstrip().endswith(("(", ",")))
    ):
        return False
    if quote.startswith("mỗi") and re.search(r"\d", quote) and _TIMES.search(quote):
        return True
    counted = re.search(r"/\s?(?:tuần|tháng|quý)$|(?:lần|đợt|cuộc|kỳ)(?:\s*/|\s+(?:trong|mỗi|một)\s)|\slần$", quote)
    if counted or quote.startswith(
        ("đầu", "giữa", "cuối", "định", "theo", "sau", "chậm", "trước", "vào", "đến", "ngày")
    ):
        return True
    if around.opens or before.rstrip().endswith((",", ":", "(")):
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
