"""Which years, and parts of a year, tell when something is done, and which only modify a noun ("nhiệm vụ năm 2031")."""

from __future__ import annotations

import re

from kehoach.extract.times.time_around import Around
from kehoach.rules.needs import Sieve

ACT_BEFORE = Sieve(
    r"(?:hoàn\s+thành|thực\s+hiện|triển\s+khai|tổ\s+chức|tiến\s+hành|kết\s+thúc|xong|nộp|gửi|báo\s+cáo|diễn\s+ra|khai\s+mạc|bế\s+mạc|phấn\s+đấu|dự\s+kiến|thời\s+gian(?:\s+\S+){0,4}|tiến\s+độ|đánh\s+giá|khen\s+thưởng|tổng\s+kết|sơ\s+kết)\s*:?\s*\(?$"
)
REVIEW = Sieve(r"(?:sơ\s+kết|tổng\s+kết|kết\s+quả|đánh\s+giá|rút\s+kinh\s+nghiệm)\s*$")
_REVIEW_THEN = Sieve(r"(?<!\w)(?:sơ|tổng)\s+kết(?!\w)[^,;.]{0,40}$")
_REVIEWED = Sieve(r"(?<!\w)(?:sơ|tổng)\s+kết(?!\w)[^,;.]{0,30}\($")
_FIGURE = Sieve(
    r"(?<!\w)(?:đạt|xuống|còn|trên|dưới|ở\s+mức|ít\s+nhất|tối\s+thiểu|khoảng|thêm|có|lên)\s+(?:\S+\s+){0,3}?\d[^.;]*$"
)
"""Around "vào năm 2025": how much is reached then."""
_DO = Sieve(
    r"^(?:hoàn\s+thành|hoàn\s+thiện|xây\s+dựng|khởi\s+công|đưa|triển\s+khai|tổ\s+chức|ban\s+hành|thực\s+hiện|phấn\s+đấu|bàn\s+giao)[\s,](?!.*(?<!\w)đã\s)"
)
_DOING = Sieve(
    r"(?<!\w)(?:hoàn\s+thành|xóa|xây|mở|làm|lập|sửa|trồng|mua|cấp|kết\s+nạp|đưa|đạt|có|tổ\s+chức|thực\s+hiện|triển\s+khai|ban\s+hành|tập\s+huấn|phấn\s+đấu|xong|cứng\s+hóa|đăng\s+ký|trang\s+bị|lắp\s+đặt)(?!\w)[^.;]*?\d|(?:được\s+(?:phê\s+duyệt|công\s+nhận|nghiệm\s+thu|bàn\s+giao)|hoàn\s+thành|xong)\s*$|(?<!\w)được\s+công\s+nhận\s+(?:đạt\s+)?(?:chuẩn|xã|phường|huyện|trường|cơ\s+quan|đơn\s+vị)(?!\w)[^,.;]*$"
)
"""An act, with how much of it, before "trong năm 2024"; or what ends one."""
_IS_DONE = Sieve(
    r"(?<!\w)(?:được|sẽ)\s+(?:tiến\s+hành|thực\s+hiện|triển\s+khai|tổ\s+chức|duy\s+trì)(?:\s+(?:thường\s+xuyên|liên\s+tục|đồng\s+bộ)\s*,?(?:\s+và(?=\s))?)*\s*$"
)
"""What is told to be done, right before "trong năm 2024"."""
_ENDS = Sieve(
    r"(?:khởi\s+công|khánh\s+thành|bàn\s+giao|phát\s+động|xét\s+khen\s+thưởng|bình\s+xét|hoàn\s+thành|hoàn\s+tất|kết\s+thúc|xong)\s*$"
)
PAPER = Sieve(r"(?<!\w)(?:báo\s+cáo|hội\s+nghị|kế\s+hoạch|dự|kết\s+quả(?!\s*$)|theo)(?!\w)")
_DOES = Sieve(
    r"(?:toàn|phấn\s+đấu|đạt|tăng|giảm|tuyển|hỗ\s+trợ|bố\s+trí|đầu\s+tư|nâng\s+cấp|ban\s+hành|kiểm\s+tra|mua\s+sắm|bổ\s+sung|đào\s+tạo|trồng|các|sở|ubnd|ủy\s+ban|tiếp\s+tục|hoàn\s+thành|thực\s+hiện|triển\s+khai|tổ\s+chức|mở(?:\s+rộng)?|xây\s+dựng|nhân\s+rộng|sơ\s+kết|tổng\s+kết|rà\s+soát|khảo\s+sát|nghiệm\s+thu|bàn\s+giao|thí\s+điểm|chủ\s+động|thanh\s+tra|giám\s+sát|đề\s+xuất|tham\s+mưu|lập|xét|chọn|sửa\s+chữa|trang\s+bị|lắp\s+đặt|cải\s+tạo|chuyển\s+(?:giao|đổi)|đánh\s+giá|áp\s+dụng|vận\s+hành|kết\s+nối|số\s+hóa|thành\s+lập|duy\s+trì|nâng|kiện\s+toàn|phát\s+động)(?:\s|$)"
)
_BECOMES = Sieve(
    r"(?<!\w)(?:xây\s+dựng|đưa|phấn\s+đấu|đạt|hoàn\s+thành|giải\s+quyết|xử\s+lý|khắc\s+phục|xóa|chấm\s+dứt|trở\s+thành|được\s+công\s+nhận)(?!\w)[^.;]{0,80}$"
)
_REACHES = Sieve(r"\s+(?:phấn\s+đấu\s+)?(?:đạt|còn|tăng|giảm|có|là)(?:\s+[^\W\d]+){0,3}\s+\d")
"""Behind one year of a row of years: how much is reached in it ("năm 2031 đạt 90%, năm 2032 đạt 95%")."""
_SPAN_NAMED = Sieve(r"\s*giai\s+đoạn\s+20\d\d\s?-\s?20\d\d\s*$")
_STEP = Sieve(
    r"[\s\-+*•]*(?:(?:tổ\s+chức\s+)?(?:sơ|tổng)\s+kết|khen\s+thưởng|bình\s+xét|xét\s+(?:tặng|khen))(?:\s+(?:phong\s+trào|giữa\s+kỳ|giữa\s+giai\s+đoạn))?\s+"
)
_TOLD_BEHIND = Sieve(r"(?<!\w)(?:tháng|quý|ngày)\s+[\divx]|20\d\d")
"""Behind a step of the campaign and its year ("Sơ kết năm 2031: ..."): the time of the year that binds it."""


def year_binds(around: Around) -> bool:
    """A year binds at the head of a clause, or right behind a verb of doing; elsewhere it modifies a noun."""
    quote, before, after = around.quote, around.before, around.after
    if around.match.when.start is not None and around.match.when.start.part is not None:
        return _part(around)
    if around.opens:
        follows = around.after.lstrip()
        return (
            follows[:1] in (":", ",", ")", "-", "") and not follows.startswith("- 2") and not around.of_a_case
        ) or bool(_DOES.match(follows))
    if re.search(r"dự\s+kiến[^,;.]{0,40}$", before):
        return True
    if before.endswith("(") and after.startswith(")") and quote.startswith("trong"):
        return True
    if before.rstrip().endswith(",") and _REACHES.match(after):
        return True
    if quote.startswith("vào") and (
        _REVIEW_THEN.search(before)
        or _SPAN_NAMED.match(before)
        or _BECOMES.search(before)
        or _FIGURE.search(before)
        or around.after.lstrip().startswith("đạt ")
    ):
        return True
    if before.endswith("(") and around.after.startswith(")") and _REVIEWED.search(before):
        return True  # "Sơ kết phong trào (năm 2023)"
    if _STEP.fullmatch(before) and around.after.startswith(":") and not _TOLD_BEHIND.search(around.after):
        return True
    if quote.startswith("trong suốt"):
        return True
    if quote.startswith("trong") and around.match.when.start is not None and around.match.when.start.year:
        done = _DOING.search(before) or _DO.match(before) or _IS_DONE.search(before)
        return around.after[:1] in ("", ",", ";", ".") and bool(done)
    return (quote.startswith("trong") or before.endswith("(")) and bool(ACT_BEFORE.search(before))


def _part(around: Around) -> bool:
    """ "Đầu", "giữa", "cuối" of a year."""
    if around.quote.startswith(("vào", "dịp")):
        return True
    if around.quote.startswith("từ"):
        return around.match.shape == "year"
    if around.quote.startswith(("trong", "khoảng")) or around.opens:
        return not around.after_noun
    reviewed = REVIEW.search(around.before) or _ENDS.search(around.before)
    return reviewed is not None and not PAPER.search(around.before[-40:])


def years_bind(around: Around) -> bool:
    """A span of years in a title ("giai đoạn 2021 - 2025") names the period of the plan, not a time of an act."""
    if around.quote.startswith("trong"):
        return around.opens or bool(ACT_BEFORE.search(around.before))
    stop = around.after.lstrip()[:1]
    return around.opens and (stop == ":" or (stop == "," and not around.quote.startswith("giai")))
