"""Signs that a number is to be reached, or that it is not: in the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.extract.targets.changes import change_end
from kehoach.extract.targets.quantity import FIRM_WORDS, Clause, Quantity
from kehoach.extract.targets.target_words import TargetWords
from kehoach.rules.needs import Sieve

SHARE_OF = re.compile(r"(?:tỷ|tỉ) lệ\b", re.IGNORECASE)
"""Begins the name of a share, whose other numbers tell of whom or what."""
QUOTA = re.compile(r"(?<!\w)mỗi\s(?!đợt|lần|kỳ|buổi|ngày|tuần|tháng|quý|năm)[^\W\d]", re.IGNORECASE)
EACH = re.compile(QUOTA.pattern + r"+,?\s(?:[^\W\d]+,?\s){0,5}$", re.IGNORECASE)
"""Right before a number it makes it everybody's quota."""
CHOSEN = re.compile(r"(?<!\w)(?:chọn|giới thiệu|đề nghị|xét)(?:\s[^\W\d]+){0,3}\s*$", re.IGNORECASE)
GOES_OUT = Sieve(
    r"\b(?:xuống|đi|về|bám|trực|đến)\s(?:cơ sở|địa bàn|xã|phường|thôn|bản|ấp|làng|buôn|khu phố|tổ dân phố|hiện trường|công trường)(?!\w)[^.;]{0,30}$",
    re.IGNORECASE,
)
"""Before so many days in a month: where somebody is to be."""
OFTEN = re.compile(r"(?:lần|kỳ|cuộc họp)(?!\w)", re.IGNORECASE)
"""Units of how often something is done, which is a time before it is a goal."""
REWARD = re.compile(
    r"(?<!\w)(?:khen|thưởng|(?<!lá )cờ(?! tổ quốc)|huân chương|huy chương|danh hiệu|biểu dương|tuyên dương|tôn vinh)(?!\w)",
    re.IGNORECASE,
)
EACH_PERIOD = re.compile(r"(?<!\w)mỗi (?:tuần|tháng|quý|năm|học kỳ)\s+$", re.IGNORECASE)
PERIODICALLY = re.compile(r"(?<!\w)(?:mỗi|hằng|hàng) (?:ngày|tuần|tháng|quý|năm|học kỳ)(?!\w)", re.IGNORECASE)
"""Right before a number it makes it so many in each."""
SENT = re.compile(
    r"(?<!\w)(?:phát (?:sóng|thanh|trên|tin|chuyên mục|bản tin)|đối thoại|tuyên truyền|tiếp (?:công )?dân|kiểm sát|bình (?:bệnh án|đơn thuốc)|"
    r"họp hội đồng người bệnh|phun|vệ sinh|tổng vệ sinh)(?!\w)[^.;:]{0,60}$",
    re.IGNORECASE,
)
"""Work that is a goal by how often it is done."""
EARNS = re.compile(
    r"[^;.:]*:\s*(?:(?!mỗi|ít|tối)[^\W\d]+\s+){0,8}?(?:được\s+|thì\s+)?(?:xét\s+)?(?:đề nghị|khen|tặng|xếp|cộng|trừ|thưởng|giấy khen|bằng khen|cờ|loại)\b",
    re.IGNORECASE,
)
"""Behind a number: what one earns by it."""
RAISED = re.compile(
    r"\b(?:quyên góp|vận động|ủng hộ|gây quỹ|huy động|giải ngân|cho vay|thu hồi|truy thu|tiết kiệm|làm lợi)\b[^,.;:]{0,60}$",
    re.IGNORECASE,
)
"""Before money that is to come in."""
GOES_ON = re.compile(r"[^.;:\d]{0,60}(?:,|\bvà|\bvới)\s*(?:[^\W\d]+\s+){0,2}", re.IGNORECASE)
"""Between two figures of how large a body is."""
WHOLE_BODY = re.compile(r"\W*(?:toàn|cả)\s", re.IGNORECASE)
MADE_OF = re.compile(r"(?:lớp|tổ|đội|phòng|ban|khoa|chi (?:bộ|đoàn|hội)|đảng bộ|phân xưởng|km|ha)", re.IGNORECASE)
"""Of what bodies consist, besides persons."""
NO_MORE = re.compile(r"\s*(?:$|[,.;])")
REACHED = re.compile(r"[^,.;:]{0,30}\b(?:đạt|được|thoát|hoàn thành|đăng ký|tham gia)\b", re.IGNORECASE)
"""Behind a count: what those who are counted reach."""
COMPARED = re.compile(r"\s*(?:so với|cùng kỳ|kế hoạch|thực hiện|dự toán)\b", re.IGNORECASE)
"""Behind a share: that of which it is a share is a result or a plan."""
FULFILS = re.compile(
    r"\b(?:thực hiện|triển khai|quán triệt)(?: (?:tốt|nghiêm|hiệu quả|có hiệu quả|đồng bộ|đủ|đầy đủ|xong))*\s+$",
    re.IGNORECASE,
)
GRADES = re.compile(
    r"(?:\s+(?:đầu|trên|này|đó|trở lên))*\s*,?\s+(?:thì\s+)?(?:được\s+)?(?:xếp|đánh giá|phân)\s+(?:loại|hạng|mức)\b",
    re.IGNORECASE,
)
"""Behind so many parts of a plan: the grade that whoever reaches them gets."""
CHOSEN_FIRST = re.compile(r"\d+(?:\s+[^\W\d]+){1,3}\s+(?:dẫn đầu|tiêu biểu|xuất sắc)\b", re.IGNORECASE)
"""Behind a number of those who are chosen: as the best."""
OF_WHAT_FOLLOWS = re.compile(r"(?<!\w)(?:ở|tại|cho|của|trên)\s+$", re.IGNORECASE)
"""Before a number in a sentence that a table or a list goes on: of which bodies it tells."""
HIS_OWN = re.compile(r"(?<!\w)mỗi\s(?P<who>[^.;:]{2,80})$", re.IGNORECASE)
PARTS_OF_PLANS = re.compile(
    r"(?:nội dung|chỉ tiêu|nhiệm vụ|tiêu chí|cụm|khối|đoàn|chuyên đề|phong trào|chương trình)\b", re.IGNORECASE
)
"""Units of which plans themselves consist, and those whom a plan is about."""
TOLD_THEN = re.compile(r"[^.;:,\d]{0,40}(?:,\s*(?:như|gồm|đó là|cụ thể)(?: (?:là|sau|như sau))?)?\s*:\s")
"""Behind a number of such parts: they are told one after the other."""
NAMED = re.compile(
    r"\b(?:đạt|giữ vững|được (?:công nhận|tặng|xếp loại)|xếp loại)\s+(?:danh hiệu\b|\"|(?:tiêu )?chuẩn\b|(?:tập thể|đơn vị) (?:lao động|quyết thắng|học tập)|"
    r"(?:trong sạch|vững mạnh)\b|cờ\b|bằng khen\b|huân chương\b|bộ tiêu chí\b)",
    re.IGNORECASE,
)
"""A title, or a state that bears a name, that somebody is to reach."""
PART_REACHES = re.compile(r"(?:\s+[^\W\d]+){0,3}\s+(?:đạt|được)\s", re.IGNORECASE)
"""Behind a part of a whole: what it is to reach."""
SINGLED_OUT = re.compile(r"\bnhóm\s+(?:có\s+)?(?:từ|trên|dưới)\s*$", re.IGNORECASE)
"""Before a number by which those are told from others whom the work is about ("nhóm từ 30 hộ trở lên")."""
MAY = re.compile(r"\s+(?:có thể|được phép|thì)(?!\w)", re.IGNORECASE)
"""Right behind a share: what those may do who have it."""
OF_ALL = re.compile(r"\s+(?:trên|của|so với)?\s*tổng số(?!\w)", re.IGNORECASE)
"""Behind a share of those who may be rewarded."""
ALL_TOGETHER = re.compile(r"\b(?:toàn|cả)\s(?!bộ\b)[^\W\d]+\s(?:[^\W\d]+\s){0,3}$", re.IGNORECASE)
"""Before a number: what a whole body is to have, no condition."""
WHO_TAKES_PART = re.compile(
    r"\bmỗi (?:đội|nhóm|thí sinh|tác giả|tiết mục|bài|vận động viên|cá nhân|đoàn|lượt)\b[^.;]{0,40}$", re.IGNORECASE
)
"""Before a greatest number: a rule of a contest."""
OF_POINTS = re.compile(r"\s+(?:của\s+)?(?:tổng\s+)?(?:số\s+)?điểm(?!\w)", re.IGNORECASE)
"""Behind a share: a rule of scoring."""
PLACES = re.compile(
    r"\s+điểm\s+(?:(?:đến|trường|bán|giao dịch|bưu điện|dân cư|du lịch|di tích|tập kết|kinh doanh|phục vụ|sinh hoạt|đỗ|nóng|đen)\b|(?!(?:tối|thi|chuẩn|thưởng|trừ|cộng|của|tiêu|nội|chấm|số|được|trở)\b)[^\W\d]+(?:\s[^\W\d]+){0,8}?\s(?:được|có|đạt|ký|cam kết|chấp hành|đảm bảo|bảo đảm)\b)",
    re.IGNORECASE,
)
"""Behind a share: places, and what is to become of them ("100% điểm bán xăng ký cam kết")."""
SHORTENED = re.compile(r"\b(?:giảm|rút ngắn|kéo giảm)\b[^.;]*\b(?:xuống|còn)\b[^.;,]{0,12}$", re.IGNORECASE)
"""Before a length of time that is to become shorter."""
BARE_CONTENTS = re.compile(r"(?:nhóm )?(?:nội dung|nhiệm vụ|chuyên đề)$", re.IGNORECASE)
"""Units that count what a list below has, where nothing stands behind them."""
EARNED = re.compile(
    r"\b(?:thu nhập|doanh thu|lợi nhuận|doanh số|giá trị (?:sản xuất|sản phẩm|xuất khẩu)|kim ngạch|tổng thu|thu ngân sách)\b[^,.;:]{0,60}$",
    re.IGNORECASE,
)
"""Money that is a goal wherever it stands, where a comparison is said."""
_FIRM = Sieve(rf"(?:{FIRM_WORDS}|phấn đấu)\b", re.IGNORECASE)
GIVEN = re.compile(r"\b(?:hỗ trợ|cấp|bố trí|trích|chi|thưởng)(?! \w+ (?:tăng|giảm))\b[^;.]*$", re.IGNORECASE)
"""Before money that is paid out."""
_CONSISTS = re.compile(r"\(\s*(?:(?:bao )?gồm|trong đó(?: có)?)\b", re.IGNORECASE)
BESIDE = re.compile(r"(?<!năm )(?<![\d/-])\d[\d.,]*\s+[^\W\d]|\(\s*(?=chiếm)", re.IGNORECASE)
"""A count or a bracket before a share that says what part of a whole something is."""
OTHER_MEASURE = re.compile(r"\(\s*(?:(?:tương (?:đương|ứng)|bằng|khoảng)(?: với)?(?: khoảng)?\s*)?$", re.IGNORECASE)
"""Before a figure alone in brackets: it measures what stands before them in another way."""
ITS_YEAR = re.compile(r"\s+(?:(?:vào|trong|đến|cuối|hết)\s+){0,2}năm\s+(?P<year>\d{4})", re.IGNORECASE)
"""Behind a figure: the year of which it is told ("từ 40% năm 2030 lên 46% năm 2035")."""
EARLIER = re.compile(r"(?<!\w)(?:trước(?! mắt)|chậm nhất|sớm nhất)(?!\w)[^,;.]*$", re.IGNORECASE)
"""Before a span of time it makes it a term."""
PUT_IN_CHARGE = Sieve(r"\bphân công\s+$", re.IGNORECASE)
LEADERS = re.compile(r"(?:phó|trưởng|lãnh đạo|giám đốc|chủ tịch|hiệu trưởng|ủy viên|đồng chí|đ/c)\b", re.IGNORECASE)
"""Before and as what is counted: who is put in charge is no amount of work."""
FOR_WHOM = Sieve(r"(?<!\w)(?:để|nhằm)\s+$", re.IGNORECASE)
"""Right before a count: whom a purpose is about."""
WHICHEVER = Sieve(
    r"(?:^|[;,]\s)\s*(?:[^\W\d]+\s){1,3}nào\s(?!cũng\b)[^.;]*$",
    re.IGNORECASE,
)
THEN = Sieve(r"[^.;]*\b(?:thì|sẽ|không xét|không được|bị)\b", re.IGNORECASE)
"""Before and behind a figure: a rule for whoever reaches it ("bến nào để mất trên 10% thì không xét")."""
NOT_REACHED = re.compile(
    r"\bchưa (?:đạt|đủ|đến|tới)\s*$|\b(?:ở|tại|với)\s+những\s+(?:[^\W\d]+\s+){1,5}có\s*$",
    re.IGNORECASE,
)
"""Before a figure that tells those apart whom something is done for: "các xã chưa đạt 50% tiêu chuẩn", "ở những cơ quan có
từ 03 phó trở lên"."""
NO_POINTS = re.compile(
    r"(?:\s+trở (?:lên|xuống))?\s*(?::\s*(?:không|chưa)\s+(?:được\s+)?(?:tính|chấm|cho|có|xét)(?!\w)|(?:thì\s+)?không\s+(?:được\s+)?(?:tính|chấm|cho)\s+điểm(?!\w))",
    re.IGNORECASE,
)
"""Behind a step of a scale."""
AWARDED = re.compile(r"\b(?:tặng|khen)\b[^.;]*\b(?:không quá|không vượt quá|tối đa)\b[^.;]*$", re.IGNORECASE)
"""Before a share: of whom so many at most may be rewarded."""
_EXCEEDS = Sieve(r"\b(?:quá|vượt)\b")
MUST_NOT = re.compile(r"không\s+(?:có|để|còn|xảy ra|phát sinh)\s", re.IGNORECASE)
HAS = re.compile(r"\bcó\s+(?:[^\W\d]+\s+){0,2}$", re.IGNORECASE)
"""Before a number: somebody has so many."""
WITHOUT_OWNER = re.compile(
    r"\W*(?:(?:trong đó|hằng năm|hàng năm|(?:đến |trong |hết )*(?:cuối )?(?:năm|quý|tháng)(?: học)?(?: (?:\d[\d/-]*|nay|này))*|phấn đấu|"
    r"(?:mỗi|các|từng|100%)\s[^.;:]*?)[\s,]*)*có\s",
    re.IGNORECASE,
)
"""Words before a number that name nobody of whom it only tells what he has already."""
PRESENT = re.compile(r"\b(?:quà|học bổng|suất|thăm)\b", re.IGNORECASE)
HELD = re.compile(
    r"\b(?:được (?:tổ chức|phát động|triển khai|thực hiện)|diễn ra)(?: đồng loạt)? (?:ở|tại|trong|trên)\b[^.;:]*$",
    re.IGNORECASE,
)
"""Before a number: where something takes place."""
WITH_A_SHARE = re.compile(r"\s+(?:[^\W\d]+\s+){0,3}?có\s+(?:tỷ|tỉ) lệ\s[^,.;:\d]*", re.IGNORECASE)
"""Between those who are counted and the share by which they are told from others ("02 thôn có tỷ lệ nhà dột trên 15%")."""
SHOWN = Sieve(
    r"\d+(?:\s[^\W\d]+){1,8}?\s+để\s+(?:viết|đăng|tuyên truyền|giới thiệu|nêu gương|phổ biến|nhân rộng|làm phim)(?!\w)",
    re.IGNORECASE,
)
"""Behind a number: those who are chosen are to be shown to others, not rewarded."""
REACHES = re.compile(
    r"(?:\s+[^\W\d]+){0,6}?(?:\s*\([^()]*\))?\s+(?:đạt|hoàn thành|học(?: tập)?|học xong|tiêm đủ|dự)\s+(?:(?:từ|trên|ít nhất|tối thiểu|đủ|cả)\s+)?"
)
"""Between those who are counted and what they reach."""


def is_gloss(text: str, q: Quantity) -> bool:
    """Whether a comparison alone in brackets tells which ones are meant ("công trình lớn (trên 10.000 m2)")."""
    alone = text[: q.start].rstrip().endswith("(") and text[max(q.after, q.end) :].lstrip().startswith(")")
    return alone and q.comparator in (">=", "<=") and _FIRM.match(text, q.start) is None


def is_change(text: str, q: Quantity, later: Sequence[Quantity]) -> bool:
    """Whether a number is where a change begins whose end is the next one."""
    return bool(later) and change_end(text, q.number_start, q.after) == later[0].number_start


def is_measured(text: str, q: Quantity, following: Quantity) -> bool:
    """Whether the share behind a number is what is to be reached ("có diện tích trên 30 m² đạt 80%")."""
    between_them = text[q.after : following.start]
    return (
        following.kind == "percent" and re.fullmatch(r"[^,;:.]{0,80}?\bđạt\s+", between_them, re.IGNORECASE) is not None
    )


def opened_bracket(text: str, start: int, stop: int) -> int | None:
    """Where a bracket opens in ``text[start:stop]`` that is not closed there; None where none does."""
    at = text.rfind("(", start, stop)
    return at if at >= 0 and ")" not in text[at:stop] else None


def lists_parts(text: str, clause: Clause, q: Quantity) -> bool:
    """Whether a number stands in a bracket that an earlier clause opened to list of what something consists ("(gồm 16 dự
    án gió; 02 dự án rác)")."""
    at = opened_bracket(text, 0, q.number_start)
    return at is not None and at < clause.start and _CONSISTS.match(text, at) is not None


def tells_whom(text: str, clause: Clause, q: Quantity, later: Sequence[Quantity]) -> bool:
    """Whether a number in the name of a share tells of whom or what it is: "Tỷ lệ trẻ tiêm đủ 8 mũi trên 97%"."""
    shared = bool(later) and later[0].kind == "percent" != q.kind and SHARE_OF.match(text, clause.start) is not None
    return shared and "," not in text[q.after : later[0].start]


def tells_which(words: TargetWords, text: str, share: Quantity, q: Quantity) -> bool:
    """Whether a length of time behind a share only tells which ones are meant ("100% hồ sơ tồn trên 30 ngày được ...")."""
    apart = words.parted(text[share.after : q.start]) != (0, 0) or re.search(r"[,;:]", text[share.after : q.start])
    return share.kind == "percent" and q.kind == "span" and q.worded and not apart


def is_aside(text: str, count: Quantity, q: Quantity) -> bool:
    """A share that only says in brackets, or behind "=", what part of the whole the count before it is, or in brackets
    the money that each costs."""
    if q.kind == "money" and opened_bracket(text, count.after, q.number_start) is not None:
        return True
    between = text[count.after : q.number_start].strip()
    each = re.search(rf"\bmỗi {re.escape((count.unit or '-').split()[0])}\b", between, re.IGNORECASE)
    if q.kind == "money" and each and not q.worded:
        return True
    alone = between == "(" and text[q.after : q.after + 1] == ")"
    return count.kind == "counted" and q.kind == "percent" and (alone or between == "=")


def is_part(text: str, accepted: Sequence[Quantity], q: Quantity) -> bool:
    """Whether a count is of a part of the goal before it: of the same things, or with a comparison of its own ("30 dự án
    mới, trong đó có 08 cảng cạn")."""
    whole = next((a for a in reversed(accepted) if "trong đó" in text[a.after : q.start].lower()), None)
    if whole is None or not whole.kind == q.kind == "counted" or ";" in text[whole.after : q.start]:
        return False
    return q.worded or (whole.unit or "").split()[:1] == (q.unit or "").split()[:1] != []


def is_quota(text: str, clause: Clause, q: Quantity) -> bool:
    """ "Trường tiểu học: 04 giáo viên": nothing but who, a colon and how many."""
    return bool(re.fullmatch(r"[^:,]{3,80}:\s*", text[clause.start : q.start])) and bool(
        re.match(r"[\s.,]*(?:$|(?:trong đó|gồm|bao gồm)\b)", text[q.after : clause.end])
    )


TAKEN_FROM = re.compile(
    r"\b(?:bàn giao|tiếp nhận|nhận|chuyển|điều động|sáp nhập|hợp nhất|tách|chia tách)\b[^.;:,]*\btừ\s*$", re.IGNORECASE
)
"""Before a count: from whom or what something comes."""
_LESSONS = re.compile(r"tiết(?: học)?(?:/|$)", re.IGNORECASE)
_AT_MOST = re.compile(r"(?:tối đa|không quá)\s*$", re.IGNORECASE)


def is_timetable(text: str, q: Quantity) -> bool:
    """Whether it says how many lessons there may be, which nobody means to reach."""
    most = q.comparator == "<=" or _AT_MOST.search(text, 0, q.number_start)
    return bool(most) and _LESSONS.match(q.unit or "") is not None


_SIZED = re.compile(
    r"(?:doanh nghiệp|công ty|trang trại|cơ sở|trường(?: học)?|đơn vị|hợp tác xã|chi bộ|công đoàn|thôn|bản|ấp|khu phố|nhà máy|hộ)(?:,? [^\W\d]+){0,6}? (?:có |sử dụng |quy mô )?(?:trên|dưới)\s*$",
    re.IGNORECASE,
)


def tells_size(words: TargetWords, text: str, clause: Clause, q: Quantity) -> bool:
    """Whether a count of persons says how large those are who do something ("xưởng có trên 50 lao động tự kiểm tra ...")."""
    sized = q.kind == "counted" and words.is_actor(q.unit) and _SIZED.search(text, clause.start, q.number_start)
    behind = text[q.after : clause.end].lstrip()
    return bool(sized) and bool(behind) and behind[0].isalpha() and (words.is_verb(behind) or words.is_deed(behind))


def is_of_others(text: str, clause: Clause, q: Quantity, *, goals: bool) -> bool:
    """Whether the words before a quantity make it a limit that is forbidden, an award, or a count of those whom a rule, a
    purpose or an office is for."""
    before, told = text[clause.start : q.number_start], text[clause.start : q.start]
    if MUST_NOT.match(text[clause.start :]) and q.value != 0 and not _EXCEEDS.search(before):
        return True
    if (q.kind == "percent" and AWARDED.search(before)) or NOT_REACHED.search(told):
        return True
    if PARTS_OF_PLANS.match(q.unit or "") and GRADES.match(text, q.after):
        return True
    if q.kind == "counted" and q.comparator == "=" and TAKEN_FROM.search(before):
        return True
    if q.kind == "counted" and not q.worded and FOR_WHOM.search(told):
        return True
    if not goals and PUT_IN_CHARGE.search(told) and LEADERS.match(q.unit or ""):
        return True
    return bool(WHICHEVER.search(told) and THEN.match(text, q.after))
