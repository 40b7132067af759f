"""What names of movements look like, and one movement under two spellings of its name."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from kehoach.orthography.fold import bare, fold
from kehoach.orthography.letters import LOWER, UPPER
from kehoach.rules.needs import Sieve

_CLASS_WORDS = re.compile(
    r"\b(?:phong trào|cuộc vận động|chiến dịch|thi đua|cao điểm|nước rút|lập thành tích|các|tiếp tục|đẩy mạnh|thắng lợi|việc)\b"
)
NOT_A_NAME = re.compile(
    r"\b(?:chủ đề|chủ điểm|khẩu hiệu|tinh thần|phương châm|thông điệp|mục tiêu|nội dung chính|lời dạy|danh hiệu|căn cứ|lấy(?! tên))\b",
    re.IGNORECASE,
)
DROPPED = re.compile(
    r"^(?:[\s:,-]|\b(?:thi đua|yêu nước|thực hiện|hưởng ứng|với tên gọi|mang tên|có tên|lấy tên(?: gọi)?|về|là|chuyên đề|toàn dân(?=\s*$)|"
    r"(?:do|của|trong)\b[^,;:\"]*|năm(?: học)? \d{4}(?:\s*-\s*\d{4})?|giai đoạn \d{4}\s*-\s*\d{4}|trọng tâm|theo\b[^,;:\"]*|"
    r"(?:hành động )?cách mạng|thường xuyên|riêng|chung|theo (?:chuyên đề|đợt)|ngắn ngày|đột xuất|như|lớn|các cấp|và|tiêu biểu|gồm|bao gồm|cao điểm|\d{1,3} ngày(?: đêm)?)\b)+",
    re.IGNORECASE,
)
OFFICE = re.compile(r"(?<!\w)(?:Ban|(?:Đội|Phòng|Cục|Vụ)(?:\s(?:Xây dựng|Vận động))?)\s+$")
"""Before "phong trào" in the name of an office."""
WEEKDAY = re.compile(r"(?:Ngày\s+)?(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật)\s+[^\W\d]", re.IGNORECASE)
KEPT_UP = re.compile(
    r"(?<!\w)(?:tổ chức|phát động|hưởng ứng|duy trì|thực hiện|triển khai|ra quân|tham gia)\s+(?:các\s+)?$",
    re.IGNORECASE,
)
"""Before a name in quotes that opens with a day of the week, on which all do something."""
WELCOMING = re.compile(
    r"(?:\s+\d{1,4} ngày(?: đêm)?)?\s+(?:lập thành tích )?(?:chào mừng|hướng tới|tiến tới|kỷ niệm)\s+(?:(?!\s+(?:từ|bắt đầu|kết thúc|được|diễn ra|trong|tại|với|như)\s)[^.;:(|\"\n])+",
    re.IGNORECASE,
)
FEASTS = re.compile(
    r"\b(?:chào mừng|hướng tới|kỷ niệm)\s+(?:các\s+)?(?:ngày\s+lễ|sự\s+kiện|ngày\s+kỷ\s+niệm)", re.IGNORECASE
)
"""What drives in general are for."""
WELCOMES_ALL = re.compile(rf"thi đua {FEASTS.pattern}", re.IGNORECASE)
STARTED = Sieve(
    r"\bphát động (?=thi đua (?:thực hiện|hoàn thành|xây dựng|phòng|phát triển|lao động|giữ|bảo vệ|chung|đoàn kết|học tập|dạy|"
    r"sản xuất|tiết kiệm|nâng cao|đẩy mạnh|phục vụ|vượt|quyết tâm|giải phóng|chào mừng|lập thành tích)\s)",
    re.IGNORECASE,
)
TITLED = Sieve(
    r"(?:\A\W*|\b(?:phát động|tổ chức|triển khai)\s+)(?=thi đua\s(?!(?:khen|năm(?! \d{4} (?:chào|lập|hướng|kỷ))|và|của|theo|yêu nước|thường xuyên|các|trong|"
    r"giữa|công tác|tháng|quý)\b)[^\W_])",
    re.IGNORECASE,
)
"""In a title: before the plan's own competition, whatever it is for ("Phát động thi đua đợt 1 chào mừng ...")."""
ROUND = Sieve(
    r"\b(?:(?:đợt|giai đoạn|chặng)\s+(?:thi đua\s+)?cao điểm(?:\s+\d{1,3} ngày(?: đêm)?)?|cao điểm\s+\d{1,3} ngày(?: đêm)?)\s*:?\s*$",
    re.IGNORECASE,
)
"""Before the name of a competition of some weeks ("Đợt cao điểm: “...”"); what names a numbered round is its theme."""
CALLED = Sieve(r"\b(?:tên gọi|mang tên|lấy tên)(?: là)?\s*:?\s*$", re.IGNORECASE)
OF_ROUNDS = Sieve(
    r"\b(?:đợt|chặng|giai đoạn)\s(?:[^\"]{0,30}\bthi đua\b|(?:thứ )?(?:\d|[ivx]+\b|một|hai|ba|nhất))", re.IGNORECASE
)
"""A round of emulation, which may be called by a name of its own."""
PROPER = re.compile(
    rf"(?!(?:Đoàn|Hội|Đội|Công|Đảng|Mặt|Tổ|Lớp|Chi|Thanh|Phụ|Nông|Cựu|Sinh)\s(?:[^\W\d_]+\s?){{1,2}}(?![^\W\d_]))"
    rf"[{UPPER}][{LOWER}]+(?:\s[^\W\d_]+)+"
)
"""A name that begins with a capital, and is not the short one of those whose movement it is: it needs no verb that says
what is done with it."""
_OF_YEAR = re.compile(r"\s+năm \d{4}\Z")
_YEARS_BEHIND = re.compile(r"\s*(?:năm(?: học)?|giai đoạn) \d{4}(?:\s*\d{4})?")
_ABBREVIATION = re.compile(rf"(?<!\w)[{UPPER}]{{3,8}}(?!\w)")
_WHO = 2
"""Words of the name of who takes part."""
SAME_NAME = 88.0
"""Similarity (0 to 100) from which two names with the same years are one movement."""


def own_name(raw: str, cue: re.Match[str], begin: int) -> int:
    """Where a name begins that has a capital: at its first word, or at "Thi đua" with a capital, which belongs to it
    ("Phong trào Thi đua Quyết thắng")."""
    own = cue.end() - len("thi đua")
    return own if raw[own : cue.end()] == "Thi đua" and own > cue.start() else begin


def without_year(text: str, begin: int, end: int) -> int:
    """Where a name ends before its year."""
    year = _OF_YEAR.search(text, begin, end)
    return year.start() if year else end


def same_movement(a: str, b: str) -> bool:
    """One movement under two spellings: the same years, and nearly the same words or one name within the other."""
    if "hồ chí minh" in a.casefold() and "hồ chí minh" in b.casefold():
        return all(re.search("làm theo", name, re.IGNORECASE) for name in (a, b))
    x, y = _plain(_spelled(a, b)), _plain(_spelled(b, a))
    years = [set(re.findall(r"\d{4}", name)) for name in (x, y)]
    if x == y:
        return True
    if years[0] == years[1] and fuzz.ratio(x, y) >= SAME_NAME and not _others(x, y):
        return True
    short, long = sorted((x, y), key=len)
    if not (years[0] <= years[1] or years[1] <= years[0]):
        return False
    again = len(short) >= 6 and _YEARS_BEHIND.fullmatch(long.removeprefix(short))
    return long.startswith(short) and (len(short) >= 12 or bool(again))


def _others(x: str, y: str) -> bool:
    """Whether two names begin with who takes part, and name others ("Cả nước chung sức ...", "Hồng Hà chung sức ...")."""
    a, b = x.split(), y.split()
    return len(a) > _WHO and len(b) > _WHO and a[_WHO:] == b[_WHO:] and not set(a[:_WHO]) & set(b[:_WHO])


def _spelled(name: str, other: str) -> str:
    """A name with its abbreviations spelled as another name has their words ("đẩy mạnh CCHC")."""
    words = re.findall(r"\w+", other)
    initials = "".join(bare(word)[:1] or " " for word in words)

    def spelled(match: re.Match[str]) -> str:
        at = initials.find(bare(match[0]))
        return " ".join(words[at : at + len(match[0])]) if at >= 0 else match[0]

    return _ABBREVIATION.sub(spelled, name)


def _plain(name: str) -> str:
    return " ".join(_CLASS_WORDS.sub(" ", re.sub(r"[^\w\s]", " ", fold(name).casefold())).split())
