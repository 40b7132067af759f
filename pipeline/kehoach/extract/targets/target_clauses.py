"""The stretches of a paragraph that hold one goal each, and where one goal ends before the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.extract.targets.quantity import Quantity
from kehoach.extract.targets.target_words import TargetWords
from kehoach.extract.text.passages import sentences, trimmed
from kehoach.rules.needs import Sieve

END = " \t\n.,;:/-+*•"
"""Characters that no goal begins or ends with."""
EACH_TIME = Sieve(r"(?:[^\W\d]+\s+){1,4}")
SHARE_OF = re.compile(r"(?:tỷ|tỉ) lệ\b", re.IGNORECASE)
"""Begins the name of a share, whose other numbers tell of whom or what."""
QUOTA = re.compile(r"(?<!\w)mỗi\s(?!đợt|lần|kỳ|buổi|ngày|tuần|tháng|quý|năm)[^\W\d]", re.IGNORECASE)
EACH = re.compile(QUOTA.pattern + r"+,?\s(?:[^\W\d]+,?\s){0,5}$", re.IGNORECASE)
"""Right before a number it makes it everybody's quota."""
CHOSEN = re.compile(r"(?<!\w)(?:chọn|giới thiệu|đề nghị|xét)(?:\s[^\W\d]+){0,3}\s*$", re.IGNORECASE)
OFTEN = re.compile(r"(?:lần|kỳ|cuộc họp)(?!\w)", re.IGNORECASE)
"""Units of how often something is done, which is a time before it is a goal."""
REWARD = re.compile(
    r"(?<!\w)(?:khen|thưởng|(?<!lá )cờ(?! tổ quốc)|huân chương|huy chương|danh hiệu|biểu dương|tuyên dương|tôn vinh)(?!\w)",
    re.IGNORECASE,
)
EACH_PERIOD = re.compile(r"(?<!\w)mỗi (?:tuần|tháng|quý|năm|học kỳ)\s+$", re.IGNORECASE)
"""Right before a number it makes it so many in each."""
SENT = re.compile(r"(?<!\w)(?:phát (?:sóng|thanh|trên)|đối thoại|tuyên truyền)\b[^,.;:]{0,45}$", re.IGNORECASE)
"""Work that is a goal by how often it is done."""
EARNS = re.compile(
    r"[^;.:]*:\s*(?:được\s+|thì\s+)?(?:xét\s+)?(?:đề nghị|khen|tặng|xếp|cộng|trừ|thưởng|giấy khen|bằng khen|cờ|loại)\b",
    re.IGNORECASE,
)
"""Behind a number: what one earns by it."""
RAISED = re.compile(r"\b(?:quyên góp|vận động|ủng hộ|gây quỹ|huy động)\b[^,.;:]{0,60}$", re.IGNORECASE)
"""Before money that is to come in."""
PART_REACHES = re.compile(r"(?:\s+[^\W\d]+){0,3}\s+(?:đạt|được)\s", re.IGNORECASE)
"""Behind a part of a whole: what it is to reach."""
OF_ALL = re.compile(r"\s+(?:trên|của|so với)?\s*tổng số(?!\w)", re.IGNORECASE)
"""Behind a share of those who may be rewarded."""
ALL_TOGETHER = re.compile(r"\b(?:toàn|cả)\s(?!bộ\b)[^\W\d]+\s(?:[^\W\d]+\s){0,3}$", re.IGNORECASE)
"""Before a number: what a whole body is to have, no condition."""
_HANGING = re.compile(r"\s+(?:cho|với|của|tại|ở|và|để|trong đó)\s*$", re.IGNORECASE)
"""Words at the end that lead over to what is told with the next number."""
WHO_TAKES_PART = re.compile(
    r"\bmỗi (?:đội|nhóm|thí sinh|tác giả|tiết mục|bài|vận động viên|cá nhân|đoàn|lượt)\b[^.;]{0,40}$", re.IGNORECASE
)
"""Before a greatest number: a rule of a contest."""
OF_POINTS = re.compile(r"\s+(?:của\s+)?(?:tổng\s+)?(?:số\s+)?điểm(?!\w)", re.IGNORECASE)
"""Behind a share: a rule of scoring."""
SHORTENED = re.compile(r"\b(?:giảm|rút ngắn|kéo giảm)\b[^.;]*\b(?:xuống|còn)\b[^.;,]{0,12}$", re.IGNORECASE)
"""Before a length of time that is to become shorter."""
BARE_CONTENTS = re.compile(r"(?:nhóm )?(?:nội dung|nhiệm vụ|chuyên đề)$", re.IGNORECASE)
"""Units that count what a list below has, where nothing stands behind them."""
EARNED = re.compile(
    r"\b(?:thu nhập|doanh thu|lợi nhuận|doanh số|giá trị (?:sản xuất|sản phẩm|xuất khẩu)|kim ngạch|tổng thu|thu ngân sách)\b[^,.;:]{0,60}$",
    re.IGNORECASE,
)
"""Money that is a goal wherever it stands, where a comparison is said."""
MEASURE = re.compile(
    r"(?:tỷ lệ|tỉ lệ|số|tổng số|chỉ số|mức|(?:công|hiệu|năng) suất|tốc độ|giá trị|sản lượng|doanh thu|thu nhập|thời gian|chất lượng|riêng)\b",
    re.IGNORECASE,
)
"""What begins the name of a measure, whose commas part a list in it."""
LABELLED = re.compile(
    r"^(?:chủ đề|khẩu hiệu|phương châm|thời gian|đối tượng)\b|^\(|\b(?:kèm(?: theo)?|có|theo|tại) phụ lục\b",
    re.IGNORECASE,
)
"""Points among goals that are none: other things by their label, asides, what an annex tells."""
_FIRM = Sieve(r"(?:ít nhất|tối thiểu|không quá|tối đa|không dưới|nhiều nhất|phấn đấu)\b", re.IGNORECASE)
GIVEN = re.compile(r"\b(?:hỗ trợ|cấp|bố trí|trích|chi|thưởng)(?! \w+ (?:tăng|giảm))\b[^;.]*$", re.IGNORECASE)
"""Before money that is paid out."""
_CHANGES = Sieve(r"\b(?:tăng|giảm|nâng|hạ|rút ngắn|kéo giảm)\b[^;:]{0,80}\btừ\s*$", re.IGNORECASE)
_TO = Sieve(
    r"[^,;:]{0,45}?\s(?:xuống(?: còn)?|lên|còn|đến|tới|thành)\s+(?:dưới |trên |mức |khoảng |còn )*$", re.IGNORECASE
)
EARLIER = re.compile(r"(?<!\w)(?:trước(?! mắt)|chậm nhất|sớm nhất)(?!\w)[^,;.]*$", re.IGNORECASE)
"""Before a span of time it makes it a term."""
_MARK = re.compile(";")
_MARK_OF_GOALS = re.compile(r";|(?<=[\w%‰]),(?=\s+không\s+(?:có|để|còn)\s)")
_REFUSED = Sieve(r"\bkhông\s", re.IGNORECASE)
MUST_NOT = re.compile(r"không\s+(?:có|để|còn)\s", re.IGNORECASE)


_CUT = re.compile(
    r":\s|(?<![Kk]hông),?\s+(?:nhằm|để|góp phần|từ đó|qua đó)\s|\s+do\s+(?=[^\W\d_a-z])|\s*\((?:gồm|bao gồm|trong đó|chi tiết|có danh sách|danh sách)|"
    r"\s*\([^()\d]*,[^()\d]*,[^()]*\)|,\s+(?:ưu tiên|chú trọng|lưu ý|nộp|gửi|báo cáo|lập|riêng|trừ|tức|giới thiệu|phấn đấu)\s|\s+và\s+không\s+(?:để|có|còn)\s|\s+từ\s+(?:tháng|ngày|tuần)\s+\d|,\s+(?:giao|do)\s+(?=(?-i:[A-ZĐ]))|,\s+(?:mốc\s|theo\s+(?:lịch|phụ lục|danh sách)(?!\w))|,\s+(?:hoàn thành|xong|kết thúc|chậm nhất)\s+(?=(?:là\s+)?(?:trước|trong|chậm nhất|vào|quý|tháng|ngày|năm)\s)",
)
_TAIL = re.compile(
    r"\s*[,:(]?\s*(?:cụ thể|như sau|trong đó|gồm|bao gồm)(?:\s+(?:như sau|là|gồm))*\s*[:,]?\s*$", re.IGNORECASE
)
LEAD_TO = re.compile(
    r"\b(?:(?:đặc biệt là|nhất là|trong đó|phấn đấu|cụ thể là)\b\s*:?\s*(?P<lead>)|(?=đảm bảo|bảo đảm)(?P<other>))",
    re.IGNORECASE,
)
PREPOSITION = re.compile(r"\b(?P<lead>(?:đối với|cho|đến|tới|với|tại)\s+)(?:từ\s+)?$", re.IGNORECASE)
TIME_LABEL = re.compile(
    r"\s*(?:Từ |Đến |Hết )?(?:[Nn]ăm|[Gg]iai đoạn|[Qq]uý|[Tt]háng|[Đđ]ợt|[Hh]ọc kỳ)\b[^:;.]{0,40}:\s*"
)
WITH = Sieve(r"\s+với\s+$")
"""What follows measures what stands before it ("03 lớp với 105 học sinh")."""
REACHES = re.compile(
    r"\s+(?:[^\W\d]+\s+){0,6}?(?:đạt|hoàn thành|học(?: tập)?|học xong|tiêm đủ|dự)\s+(?:(?:từ|trên|ít nhất|tối thiểu|đủ|cả)\s+)?"
)
"""Between those who are counted and what they reach."""
_DOES = r"(?:có|đạt|được|đăng ký|tham gia|thực hiện|ký|tổ chức|hoàn thành|chấp hành|xây dựng|triển khai|thành lập|bố trí|là|không|phải)"
_ALL_WHO_HAVE = Sieve(
    rf"\s+(?!\b{_DOES}\b)[^\W\d](?:(?!\b{_DOES}\b)[^.;:()])*,(?:(?!\b{_DOES}\b|,)[^.;:()])+\b(?:có|đạt|đăng ký|xây dựng|tổ chức|thành lập|bố trí)\s+",
    re.IGNORECASE,
)
"""Between a share and a number: a list of those who all have so many ("100% xã, phường, thị trấn có ít nhất ...")."""
_NEXT_ONES = Sieve(
    rf"\s*,(?:(?!\b{_DOES}\b|\btrong đó\b|\briêng\b)[^.;:()])+,(?:(?!\b{_DOES}\b)[^.;:()])+\bđạt\s+", re.IGNORECASE
)
"""Between two shares: a list of those whom the second is about ("95%, dân sự, hôn nhân, lao động đạt 90%")."""
_LONGEST = 320
_WORK = 45
"""Characters of work said before a comma, from which on a share or a comparison behind it is a goal of its own."""
_SUBJECT = 15
"""Characters that may stand before the number of those whom a goal is about ("Phấn đấu có ...")."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Half-open offsets into the paragraph's text."""

    start: int
    end: int


def goal_clauses(text: str, goals: bool = False) -> list[Clause]:
    """The stretches between full stops and semicolons; among ``goals``, what must not happen is one of its own behind a
    comma too ("Nợ quá hạn dưới 1%, không có nợ bị chiếm dụng")."""
    found = []
    for start, end in sentences(text):
        at = start
        for mark in [*(_MARK_OF_GOALS if goals else _MARK).finditer(text[start:end]), None]:
            stop = start + mark.start() if mark else end
            if text[at:stop].strip(END):
                found.append(Clause(*trimmed(text, at, stop, " \t\n;./")))
            at = stop + 1
    return found


def goal_end(text: str, clauses: list[Clause], n: int, every: Sequence[Quantity], words: TargetWords) -> int:
    """The end of a clause, with those behind it that go on with the same subject and hold no number. What must not
    happen goes on only with those who are counted ("100% hội viên không vi phạm; không đánh bạc")."""
    stop = clauses[n].end
    first = min((q.start for q in every if clauses[n].start <= q.number_start < clauses[n].end), default=stop)
    for clause in clauses[n + 1 :]:
        if any(clause.start <= q.number_start < clause.end for q in every) or text[stop : stop + 1] != ";":
            break
        if not words.is_verb(text[clause.start :]) or clause.end - clauses[n].start > _LONGEST:
            break
        if words.is_deed(text[clause.start :]):
            break
        refused = MUST_NOT.match(text[clause.start :]) is not None
        if refused and (first - clauses[n].start > _SUBJECT or not _REFUSED.search(text, clauses[n].start, stop)):
            break
        stop = clause.end
    return stop


def is_gloss(text: str, q: Quantity) -> bool:
    """Whether a comparison alone in brackets tells which ones are meant ("công trình lớn (trên 10.000 m2)")."""
    alone = text[: q.start].rstrip().endswith("(") and text[max(q.after, q.end) :].lstrip().startswith(")")
    return alone and q.comparator in (">=", "<=") and _FIRM.match(text, q.start) is None


def is_change(text: str, q: Quantity, later: Sequence[Quantity]) -> bool:
    """Whether a number is where a change begins whose end is the next one."""
    before = text[max(0, q.number_start - 100) : q.number_start]
    return (
        bool(later)
        and _CHANGES.search(before) is not None
        and _TO.fullmatch(text[q.after : later[0].number_start]) is not None
    )


def is_measured(text: str, q: Quantity, following: Quantity) -> bool:
    """Whether the share behind a number is what is to be reached ("có diện tích trên 30 m² đạt 80%")."""
    between_them = text[q.after : following.start]
    return (
        following.kind == "percent" and re.fullmatch(r"[^,;:.]{0,80}?\bđạt\s+", between_them, re.IGNORECASE) is not None
    )


def cut_short(words: TargetWords, text: str, q: Quantity, start: int, stop: int) -> int:
    """Where the words of a goal end before a purpose, a remark in brackets, words that open a list, or, where the number
    is the object of work, before more work."""
    ends = [m.start() for m in (_TAIL.search(text, q.end, stop), _CUT.search(text, q.end, stop)) if m]
    if q.start > start and words.deed_start(text[start : q.start]) is not None:
        ends += [
            m.start()
            for m in re.finditer(r",\s+(?:và\s+)?", text[:stop])
            if m.start() >= q.end and words.is_deed(text[m.end() : stop])
        ]
    return max(min([stop, *ends]), q.end)


def closed(text: str, start: int, stop: int) -> int:
    """Where the words of a goal end that began inside of a bracket: at the bracket's end."""
    depth = 0
    for at in range(start, stop):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth < 0:
            return at
    return stop


def opened_bracket(text: str, start: int, stop: int) -> int | None:
    """Where a bracket opens in ``text[start:stop]`` that is not closed there; None where none does."""
    at = text.rfind("(", start, stop)
    return at if at >= 0 and ")" not in text[at:stop] else None


def in_bracket(text: str, start: int, number: int) -> int | None:
    """Where the words of a goal begin that stand in a bracket opened in ``text[start:number]``; None where they do not."""
    at = opened_bracket(text, start, number)
    return at + 1 if at is not None and text[at + 1 : number].strip() else None


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
    alone = between == "(" and text[q.after : q.after + 1] == ")"
    return count.kind == "counted" and q.kind == "percent" and (alone or between == "=")


def between(text: str, q: Quantity, following: Quantity, clause: Clause) -> int:
    """Where the words of one goal end before the next of the same clause: at the last comma or "và" between them, or
    before "với"; a share whose words run on through the next number keeps them."""
    if (bracket := opened_bracket(text, q.end, following.start)) is not None:
        return bracket
    marks = list(re.finditer(r",?\s+trong đó\s|,|\s+(?:và|hoặc)\s|\s+với\s+$", text[q.end : following.start]))
    if inner := next((m for m in marks if "trong đó" in m[0].lower()), None):
        return q.end + inner.start()
    if marks and q.kind == "percent":
        behind = text[q.end : following.start]
        if _ALL_WHO_HAVE.fullmatch(behind):
            return following.start
        if _NEXT_ONES.fullmatch(behind):
            return q.end + marks[0].start()
    if marks:
        return q.end + marks[-1].start()
    hanging = _HANGING.search(text, q.end, following.start)
    return clause.end if q.kind == "percent" else hanging.start() if hanging else following.start


def is_quota(text: str, clause: Clause, q: Quantity) -> bool:
    """ "Trường tiểu học: 04 giáo viên": nothing but who, a colon and how many."""
    return bool(re.fullmatch(r"[^:,]{3,80}:\s*", text[clause.start : q.start])) and bool(
        re.match(r"[\s.,]*(?:$|(?:trong đó|gồm|bao gồm)\b)", text[q.after : clause.end])
    )


def stands_alone(text: str, begin: int, q: Quantity) -> bool:
    """Whether a share or a firm comparison behind a comma begins a goal beside the work that was said before."""
    before = text[begin : q.start].rstrip()
    if not before.endswith(",") or len(before) < _WORK:
        return False
    return q.worded if q.kind in {"rate", "counted"} else q.kind == "percent" and not q.worded


def parts(words: TargetWords, text: str, a: int, b: int, q: Quantity) -> tuple[tuple[int, int], tuple[int, int]]:
    """Whom the goal in ``text[a:b]`` is about and what is to be reached, as stretches of the text."""
    if is_quota(text, Clause(a, b), q):
        return (a, text.rfind(":", a, q.start)), (0, 0)
    if q.kind == "counted" and words.is_actor(q.unit):
        return (q.after - len(q.unit or ""), q.after), (q.end, b)
    if a < q.start:
        end, begin = words.parted(text[a : q.start])
        return ((a, a + end) if end else (0, 0)), (a + begin, b)
    end, begin = words.parted(text[q.end : b])
    return ((q.end, q.end + end) if end and q.kind == "percent" else (0, 0)), (q.end + begin, b)
