"""Numbers that tell the amount of work: behind its verb, or behind where and for whom it is done."""

from __future__ import annotations

import re

from kehoach.extract.targets.quantities import is_named_in
from kehoach.extract.targets.target_words import TargetWords
from kehoach.rules.needs import Sieve

_MANNER = Sieve(
    r"(?:\s+(?:được|trực tiếp|ngẫu nhiên|đột xuất|chéo|thực tế|điểm|mới|thêm|lại|tặng|cho|dứt điểm|xong|thử|nghiệm|hoàn chỉnh|hoàn thành|thành(?: công)?|"
    r"toàn bộ|miễn phí|đủ|hết|định kỳ|khoảng|hơn|gần|trên|từ|ít nhất|tối thiểu))*\s*$",
    re.IGNORECASE,
)
"""Between the verb and the number that is its object."""
_PLACED = Sieve(
    r"(?:[^;:.]|\.(?=\d))*\s(?:tại|ở|ra|cho|với|đến|tới|trên)\s+(?:(?:khoảng|hơn|gần|trên|từ|ít nhất|tối thiểu|không dưới)\s+)?$",
    re.IGNORECASE,
)
"""Between the verb and the number of places where, or of those for whom, its work is done."""
_FAR, _NEAR = 14, 8
"""Words from the verb to the number, with a preposition before the number and without."""
_HELD = re.compile(r"\b(?:được|bị|nơi|khi|lúc|đang|đã|gắn với|thông qua|tình hình|kết quả)\s+$", re.IGNORECASE)
"""Before the verb: its work tells how or where something is held, not how much is to be done."""
_BARE_PLACE = re.compile(r"\s+(?:tại|ở|trên)\s+(?:\S+\s+)?$")
_LOOKS_INTO = re.compile(r"(?:kiểm|thanh|giám|khảo|phúc|thẩm|rà)\b", re.IGNORECASE)


_OPEN = re.compile(
    r"(?:^|[,;:(]|\s(?:và|hoặc)\s)\W*(?P<lead>[^\W\d]+(?:\s[^\W\d]+){0,2}?)(?P<manner>(?:\s+(?:được|mới|thêm|lại|đủ|xong|dứt điểm|hoàn chỉnh|thành công|"
    r"khoảng|hơn|gần|trên|ít nhất|tối thiểu))*)\s+$"
)
"""One to three words alone before a number, which are a verb with or without its object."""
_NO_VERB = re.compile(
    r"(?<!\w)(?:thời|kinh|chi|tổng|toàn|cả|số|gồm|có|là|trong|ngoài|sau|trước|từ|đến|tới|khoảng|mỗi|các|những|từng|theo|tại|ở|với|của|cho|bằng|hay|về|do|vì|nếu|"
    r"khi|như|và|hoặc|được|bị|đã|đang|hiện|còn|đạt|chiếm|trên|dưới|hơn|gần|dân số|độ|tuổi|quy|công suất|diện tích|phạm vi|thành phần|đối tượng|mức|giá|điều|khoản|cấp|lần|thứ|"
    r"năm|tháng|quý|ngày|tuần|đợt|lớp|khối|cụm|tổ|đội|nhóm|phường|xã|thôn|bản|huyện|tỉnh|quận|khu|ấp|phòng|ban|hạng|loại|điểm|giải|bậc|tầng|cơ cấu|tiền|vốn|nguồn|"
    r"trường|đoàn|hội|học sinh|cán bộ|đại biểu|người|nhân|hồ sơ|bài|tập thể|cá nhân|danh hiệu|bằng|giấy|cờ|huân|phần|mục|chương|trang|câu|hệ số|tỷ lệ|tỉ lệ|sức|nhiệm kỳ|khóa|"
    r"giai đoạn|kỳ|vòng|trận|ca|buổi|giờ|tiết|nội dung|hình thức|chia|xếp|chấm|kỷ niệm|tổng kết|sơ kết|ký|quán triệt|lứa|dài|rộng|cao|nặng|sâu|qua|không|chưa|sẽ|phải|cần|"
    r"tối đa|tối thiểu|ít nhất|không quá|nay|này|đó|nghỉ|làm việc|thay|thuộc|lượng|dung|bước|bám|kết luận|nghị quyết|thông báo|thông tin|mời|cử|chọn|dự kiến|hệ thống|xe|ô tô|nhà|đường|máy|gói|mạng|tuyến|trạm|trung tâm|công ty|cơ sở|lực lượng|danh sách|phụ lục|biểu|mẫu|"
    r"phiếu|quà|khu vực|vùng|địa bàn|ngành|lĩnh vực|khách|sinh viên|giáo viên|bệnh nhân|công nhân|lao động|sản phẩm|bộ|sân|hội trường|ghế|doanh nghiệp|cuộc thi|hội nghị|hội thi|lễ)(?!\w)",
    re.IGNORECASE,
)
"""Words that no work begins with, or that part it from its amount."""


_LABEL = Sieve(r"(?:^|[.;+]\s)[\s\-+*•]*(?P<label>[^.;:()]{8,90}):\s*$")


def label_of_work(words: TargetWords, before: str) -> str | None:
    """What stands before the colon right before a number, where it begins with a work."""
    label = _LABEL.search(before)
    return label["label"] if label is not None and words.is_deed(label["label"]) else None


def counts_its_label(words: TargetWords, before: str, unit: str | None) -> bool:
    """Whether a number behind a colon tells how much there is to do of what the label says: what it counts stands in the
    label ("Lắp đặt mới trạm thu phát: 58 trạm")."""
    label = label_of_work(words, before)
    return label is not None and is_named_in(unit, label)


def _opens_with_work(before: str) -> bool:
    lead = _OPEN.search(before)
    small = lead is not None and all(map(str.islower, lead["lead"].split()[1:]))
    return lead is not None and small and not _NO_VERB.search(lead["lead"])


def tells_amount(words: TargetWords, before: str, known: bool = False) -> bool:
    """Whether a number behind these words tells the amount of work; what it counts may stand a few words from the verb
    where its noun is ``known`` to be counted."""
    if re.search(r"\btheo\s+$", before):
        return False
    if _opens_with_work(before):
        return True
    verb = words.last_deed(before)
    if verb is None or _HELD.search(before, 0, verb.start()):
        return False
    rest = before[verb.end() :]
    if _MANNER.fullmatch(rest):
        return True
    if _BARE_PLACE.fullmatch(rest):  # "Hội thi tổ chức tại 03 cụm", "kiểm tra tại 03 cụm"
        return bool(_LOOKS_INTO.match(verb[0])) or not before[: verb.start()].strip()
    if len(rest.split()) <= _FAR and _PLACED.fullmatch(rest):
        return True
    return known and len(rest.split()) < _NEAR and not re.search(r"[;:.,]", rest)
