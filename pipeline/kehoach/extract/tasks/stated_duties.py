"""Sentences with a body as subject that assign it no work: outside the sections that assign, what each is to reach is a
goal, what enterprises and households at large do is content, and how one goes about the work is an attitude."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from kehoach.model.section import SectionKind
from kehoach.rules.needs import Sieve

_EACH = Sieve(r"(?:mỗi|từng)\s")
_COUNTED = Sieve(r"(?<![\d/])\d{1,3}(?:[.,]\d+)*%?\s|(?<!\w)(?:một|hai|ba)\s+(?!cửa|cách|số|lần)")
_HANDED_IN = Sieve(r"(?<!\w)(?:gửi|nộp|báo\s+cáo|giới\s+thiệu|cung\s+cấp|cử)(?!\w)")
_AT_LARGE = Sieve(
    r"(?:(?:các|những|mọi|toàn\s+thể)\s+)?(?:doanh\s+nghiệp(?:\s+(?:nhỏ\s+và\s+vừa|tư\s+nhân|siêu\s+nhỏ))?|hợp\s+tác\s+xã(?:\s*,\s*hộ)?|hộ\s+(?:kinh\s+doanh|gia\s+đình|nông\s+dân)|trang\s+trại|nhà\s+đầu\s+tư)"
)
_ATTITUDE = Sieve(
    r"(?:(?:phải\s+)?(?:xác\s+định|coi|nhận\s+thức)\s+(?:rõ\s+|đúng\s+|đầy\s+đủ\s+)*(?:thi\s+đua|đây|việc|công\s+tác|phong\s+trào|rõ|được|về)|bám\s+sát|nêu\s+(?:cao|gương)|gương\s+mẫu|(?:trực\s+tiếp\s+)?chỉ\s+đạo\s*,\s*gương\s+mẫu)(?!\w)"
)

DWELLS = Sieve(r"(?:tập\s+trung\s+vào|chú\s+(?:trọng|ý)|đặc\s+biệt\s+(?:là|chú)|nhất\s+là)(?!\w)")
"""What is looked at above all in a work, behind its semicolon: more of that work."""
QUOTA = Sieve(
    r"(?:không\s+quá|tối\s+đa|tối\s+thiểu|ít\s+nhất)\s+\d|\d{1,3}\s+(?:cá\s+nhân|tập\s+thể|đơn\s+vị|người|giải|suất|thành\s+viên|đồng\s+chí|đ/c)(?!\w)"
)
"""How many of a unit are chosen or rewarded: no work."""
_CHOSEN = r"(?:(?:xem\s+xét|xét|bình|được|thì)\s+)*(?:(?:lựa\s+|bình\s+)?chọn|đề\s+nghị|giới\s+thiệu|đề\s+xuất|suy\s+tôn|khen(?:\s+thưởng)?)(?:\s+khen(?:\s+thưởng)?)?"
_QUOTAS = Sieve(
    rf"(?<!\w)(?:mỗi|từng)\s+[^\d;:.]{{2,40}}?\s{_CHOSEN}\s+(?:không\s+(?:vượt\s+)?quá|tối\s+đa)\s"
    rf"|^{_CHOSEN}\s+(?:không\s+(?:vượt\s+)?quá|tối\s+đa)\s"
    rf"|(?<!\w)(?:mỗi|từng)\s+[^\d;:.]{{2,40}}?\s{_CHOSEN}\s+(?:\d+|một|hai|ba)\s+(?:trường\s+hợp|tập\s+thể|cá\s+nhân)(?!\w)(?:\s*(?:,|và|/)\s*\d+\s+(?:trường\s+hợp|tập\s+thể|cá\s+nhân|\w+))*\s*(?:[.;(/]|$)"
    rf"|^{_CHOSEN}\s+(?:\d+|một|hai|ba)\s+(?:trường\s+hợp|tập\s+thể|cá\s+nhân)\s*(?:[.;(/]|$)"
)


_PROPOSES = re.compile(
    rf"{_CHOSEN}\s+(?:\d+|một|hai|ba)\s+[^;:.]{{2,60}}?\s(?:đề\s+nghị|tặng|khen|suy\s+tôn|tuyên\s+dương|biểu\s+dương|nhận\s+thưởng)(?!\w)"
)
_BECOMES = re.compile(
    r"(?:(?:nào\s+)?(?:xếp|đạt|đứng|dẫn\s+đầu|có\s+(?:điểm|thành\s+tích|kết\s+quả|số)|bị|vi\s+phạm|nộp\s+(?:[^.;:]{2,30}?\s)?(?:chậm|muộn)|không|chưa|để\s+xảy)(?!\w)[^.;:]{0,60}?)\s(?:thì\s(?:[^.;:]*?\s)?)?(?:không|được|sẽ\s+(?:được|không|bị)|bị)\s+(?:được\s+)?"
    r"(?:xét|xem\s+xét|xếp|ưu\s+tiên|thưởng|khen|tặng|cộng|trừ|nhận|biểu\s+dương|tuyên\s+dương|công\s+nhận|đề\s+nghị|hạ|phê\s+bình|cấp)(?!\w)"
    r"|nộp\s+(?:[^.;:]{2,30}?\s)?(?:chậm|muộn)(?!\w)[^.;:]{0,30}?\s(?:thì\s+)?(?:bị\s+)?(?:trừ|hạ)\s"
)


_REWARDED = r"được\s+(?!giao\s|phân\s+công\s)(?:[^\s,.;:]+\s+){0,12}?(?:tặng|khen|thưởng|biểu\s+dương|tuyên\s+dương|vinh\s+danh|công\s+nhận|suy\s+tôn|trao\s+(?:giải|thưởng|cờ))(?!\w)"
_IS_REWARDED = Sieve(
    r"(?:(?:làm\s+tốt|(?:thực\s+hiện|hoàn\s+thành)\s+(?:tốt|xuất\s+sắc)|có|đạt|dẫn\s+đầu|xuất\s+sắc|tiêu\s+biểu|đứng|xếp|đoạt)(?:\s+[^\s,.;:]+){0,10}?\s+)?"
    rf"(?:(?:sẽ|đều|thì)\s+)*{_REWARDED}"
)
_OTHERS_REWARDED = Sieve(rf"[^,;:.]{{2,60}}?\s(?:(?:sẽ|đều|thì)\s+)*{_REWARDED}")


_AT_ITS_POST = Sieve(
    r"làm\s+(?:[^\s,;.:()]+\s+){0,12}?[^\s,;.:()]+(?:\s*\([^()]*\))?,\s+(?:và\s+)?(?=(?:chỉ\s+đạo|điều\s+hành|chủ\s+trì|quyết\s+định|phụ\s+trách|chịu\s+trách\s+nhiệm|trực\s+tiếp|phân\s+công|theo\s+dõi|tổng\s+hợp|ký|duyệt|kiểm\s+tra|lập|giúp|hướng\s+dẫn|chấm|đôn\s+đốc|triệu\s+tập)(?!\w))"
)


SANCTION = Sieve(
    r"(?:phát\s+hiện|để\s+xảy\s+ra|vi\s+phạm|nộp\s+(?:chậm|muộn)|quá\s+hạn|(?:hồ\s+sơ|báo\s+cáo|báo)\s+[^;.]*?(?:chậm|muộn|sai|quá)|nếu\s|trường\s+hợp\s|không\s|(?:nơi|đơn\s+vị|lớp|tổ|khoa|đội|xã|thôn|cá\s+nhân|tập\s+thể|người|ai)\s)"
    r"[^;.]*?\sthì\s+(?:(?:sẽ|phải)\s+)*(?:bị\s+)?(?:hạ|trừ|loại|trả\s+lại|không\s+(?:được\s+)?(?:xét|xếp|công\s+nhận|tính|khen|chấm)|phê\s+bình|kiểm\s+điểm|cắt\s+thi\s+đua)(?!\w)"
)
"""What is lost by those who break something: "phát hiện khai khống thì hạ một bậc"."""


def says_itself_done(work: str) -> bool:
    """Whether the words (lower case) behind a subject say that the plan is to be carried out, and no more."""
    return "kế hoạch này" in work and len(work.split()) <= _LONGEST_FORMULA


def works_at_its_post(work: str) -> bool:
    """Whether the words (lower case) behind a subject say to what post it is named and what it does there: "làm Trưởng ban,
    điều hành chung"."""
    return _AT_ITS_POST.match(work) is not None


def others_rewarded(clause: str) -> bool:
    """Whether a clause (lower case) without a verb at its head says who is rewarded: "03 xã dẫn đầu được UBND tỉnh tặng ..."."""
    return _OTHERS_REWARDED.match(clause) is not None


_LONGEST_FORMULA = 12


def proposes(work: str) -> bool:
    """Whether the words (lower case) say how many of its own each unit proposes for an award: "chọn 02 đơn vị ... đề nghị tặng"."""
    return _PROPOSES.match(work) is not None


def becomes_of(work: str) -> bool:
    """Whether the words (lower case) behind a subject say what becomes of those that reach or break something: "xếp cuối
    thì không được xét ...", "dẫn đầu được ưu tiên ...", "được Giám đốc tặng Giấy khen"."""
    return _BECOMES.match(work) is not None or _IS_REWARDED.match(work) is not None


def is_attitude(work: str) -> bool:
    """Whether the words (lower case) tell how one goes about the work."""
    return _ATTITUDE.match(work) is not None


def is_quota(work: str) -> bool:
    """Whether the words (lower case) of a clause say how many of each unit may be proposed for an award."""
    return _QUOTAS.search(work) is not None


def only_states(subjects: Sequence[str], work: str, kinds: Collection[SectionKind], *, timed: bool) -> bool:
    """Whether a sentence outside the sections that assign states something of its subjects and assigns no work.

    Args:
        subjects: who leads, as printed, in lower case.
        work: the words behind the subjects, in lower case.
        kinds: the kinds of the section around.
        timed: a time binds the sentence.
    """
    if {"purpose", "requirements"} & set(kinds):
        return _ATTITUDE.match(work) is not None
    if "content" not in kinds or {"measures", "schedule", "tasks", "organization"} & set(kinds):
        return False
    if all(_AT_LARGE.fullmatch(subject) for subject in subjects):
        return True
    each = all(_EACH.match(subject) for subject in subjects[:1])
    return each and not timed and _COUNTED.search(work) is not None and _HANDED_IN.search(work) is None
