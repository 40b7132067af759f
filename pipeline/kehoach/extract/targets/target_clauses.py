"""The stretches of a paragraph that hold one goal each, and where one goal ends before the next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.extract.targets.goal_signs import EACH_PERIOD, HAS, MUST_NOT, is_quota, opened_bracket
from kehoach.extract.targets.quantity import Clause, Quantity
from kehoach.extract.targets.target_words import TargetWords
from kehoach.extract.text.passages import sentences, trimmed
from kehoach.rules.needs import Sieve

END = " \t\n.,;:/-+*•"
"""Characters that no goal begins or ends with."""
EACH_TIME = Sieve(r"(?:[^\W\d]+\s+){1,4}")
_HANGING = re.compile(r"\s+(?:cho|với|của|tại|ở|và|để|trong đó)\s*$", re.IGNORECASE)
"""Words at the end that lead over to what is told with the next number."""
MEASURE = re.compile(
    r"(?:tỷ lệ|tỉ lệ|tỷ trọng|số|tổng(?: (?:số|giá trị|sản phẩm|sản lượng|diện tích|kim ngạch|doanh thu|lượng|vốn|thu|nguồn))|kim ngạch|chỉ số|mức|(?:công|hiệu|năng) suất|diện tích|tốc độ|giá trị|sản lượng|doanh thu|thu nhập|thời gian|chất lượng|riêng)\b",
    re.IGNORECASE,
)
"""What begins the name of a measure, whose commas part a list in it."""
CHANGED_MEASURE = re.compile(
    rf"(?:(?:giảm|tăng|nâng(?: cao)?|hạ|kéo giảm|duy trì|giữ vững|đưa)\s+)?{MEASURE.pattern}", re.IGNORECASE
)
"""The same, behind the verb that changes it."""
LABELLED = re.compile(
    r"^(?:chủ đề|khẩu hiệu|phương châm|thời gian|đối tượng)\b|^\(|\b(?:kèm(?: theo)?|có|theo|tại) phụ lục\b|^(?:toàn|cả)\s[^.;\d]{2,40}\scó\s\d",
    re.IGNORECASE,
)
"""Points among goals that are none: other things by their label, asides, what an annex tells, how large a body is."""
_MARK = re.compile(";")
_MARK_OF_GOALS = re.compile(r";|(?<=[\w%‰]),(?=\s+không\s+(?:có|để|còn)\s)")
_REFUSED = Sieve(r"\bkhông\s", re.IGNORECASE)


_PREDICATE = r"\s+(?!(?:tại|ở|trong|cho|của|theo|để|nhằm|trên|từ|vào|với|và|đến)\s)[^\W\d]"
"""Behind a bracket: the clause goes on with what those are to reach who stand before it."""
_CUT = re.compile(
    r":\s|,\s+trong\s+đó\s(?=[^\d.;]*(?:[.;]|$))|\s+bằng\s+(?:nguồn\s+)?(?:vốn|kinh phí|ngân sách)\s|(?<![Kk]hông),?\s+(?:nhằm|để|góp phần|từ đó|qua đó)\s|\s+do\s+(?=[^\W\d_a-z])(?![^.;,]*\s(?:được|phải|đạt)\s)|\s*\((?i:gồm|bao gồm|trong đó|chi tiết|có danh sách|danh sách|(?:phân công |thực hiện |cụ thể )?theo (?:danh sách|phụ lục|biểu))(?![^()]*\)"
    + _PREDICATE
    + r")|"
    r"\s*\([^()\d]*,[^()\d]*,[^()]*\)(?!"
    + _PREDICATE
    + r")|,\s+(?:ưu tiên|chú trọng|lưu ý|nộp|gửi|báo cáo|lập|riêng|trừ|tức|giới thiệu|phấn đấu)\s|\s+và\s+không\s+(?:để|có|còn)\s|,\s+không\s+(?:để|có)\s+(?=(?:cán bộ|công chức|viên chức|giáo viên|học sinh|đảng viên|người|trường hợp|đơn vị|tập thể|cá nhân)(?!\w))|\s+từ\s+(?:tháng|ngày|tuần)\s+\d|\s+trong\s+(?:tháng|tuần)\s+\d|,\s+(?:thời lượng|chủ trì)\s|,\s+(?:h[ằà]ng|mỗi|định kỳ)\s+(?:ngày|tuần|tháng|quý|năm)\s+(?:tự|rà soát|báo cáo|tổng hợp|cập nhật|gửi|đánh giá)\s|\s*\(\s*(?:tối đa\s+)?\d+(?:[.,]\d+)?\s*điểm\s*\)|\s+nhân\s+(?:dịp|kỷ niệm|ngày|tháng|\d{1,3} năm)\s|,\s+mỗi\s+(?:suất|căn|nhà|phần|ngôi|em|hộ|giải|mô hình)\s+(?:trị giá\s+)?(?:khoảng\s+)?\d|,?\s+(?:qua|tại|theo|ở) (?:đường )?(?:link|liên kết|địa chỉ|email|hộp thư|website|zalo)\b|,\s+(?:giao|do)\s+(?=(?-i:[A-ZĐ]))|,\s+(?:mốc\s|theo\s+(?:lịch|phụ lục|danh sách)(?!\w))|,\s+(?:hoàn thành|xong|kết thúc|chậm nhất)\s+(?=(?:là\s+)?(?:trước|trong|chậm nhất|vào|quý|tháng|ngày|năm)\s)",
)
_MORE_WORK = re.compile(
    r"(?:nêu gương|phê bình|nói chuyện|chia (?:làm|thành|hai|ba|\d)|phân bổ|phát (?:tới|đến|cho|về)|(?:nơi|đơn vị|xã|thôn|tổ|lớp) nào|cuối (?:quý|tháng|năm)|không để|giới thiệu|thông báo|công bố|nghiệm thu|đưa vào|tạo điều kiện|làm (?:nơi|điểm|cơ sở)|lồng ghép|qua đó|từ đó|đồng thời|thường xuyên|từng bước|kịp thời|hưởng ứng|tăng cường|đẩy mạnh|chủ động|tiếp tục|tích cực|nâng cao|tập trung|quan tâm|chú trọng|"
    r"quản lý|bảo vệ|theo dõi|đôn đốc|phối hợp|tham gia|động viên|phục vụ|hạn chế|ngăn chặn|phòng ngừa|đẩy lùi|giữ gìn|bảo đảm|đảm bảo)(?!\w)",
    re.IGNORECASE,
)
"""Behind a comma: work of another kind than that whose amount was told."""
_TAIL = re.compile(
    r"\s*[,:(]?\s*(?:cụ thể|như sau|trong đó|gồm|bao gồm)(?:\s+(?:như sau|là|gồm))*\s*[:,]?\s*$", re.IGNORECASE
)
AMONG = re.compile(r"\s*trong đó\s*[,:]?\s+(?=[^\W\d])", re.IGNORECASE)
"""At the head of a sentence: what it tells of is a part of what the sentence before it told."""
LEAD_TO = re.compile(
    r"\b(?:(?:đặc biệt là|nhất là|trong đó|phấn đấu|cụ thể là)\b\s*:?\s*(?P<lead>)|(?=đảm bảo|bảo đảm)(?P<other>))",
    re.IGNORECASE,
)
PREPOSITION = re.compile(r"\b(?P<lead>(?:đối với|cho|đến|tới|với|tại)\s+)(?:từ\s+)?$", re.IGNORECASE)
TIME_LABEL = re.compile(
    r"\s*(?:Từ |Đến |Hết )?(?:[Nn]ăm|[Gg]iai đoạn|[Qq]uý|[Tt]háng|[Đđ]ợt|[Hh]ọc kỳ)\b[^:;.]{0,40}:\s*"
)
DATED = re.compile(r"[\s\-+*•]*(?:[Đđ]ến|[Tt]rước|[Hh]ết)\s[^:;]{3,40}:\s+")
"""At the head of a goal: by when it is reached."""
WITH = Sieve(r"\s+với\s+$")
"""What follows measures what stands before it ("03 lớp với 105 học sinh")."""
_DOES = r"(?:có|đạt|được|đăng ký|tham gia|thực hiện|ký|tổ chức|hoàn thành|chấp hành|xây dựng|triển khai|thành lập|bố trí|là|không|phải)"
_ALL_WHO_HAVE = Sieve(
    rf"\s+(?!\b{_DOES}\b)[^\W\d](?:(?!\b{_DOES}\b)[^.;:()])*,\s*(?!{_DOES}\b)[^\s.;:(),]+(?:\s+(?!{_DOES}\b)[^\s.;:(),]+){{0,4}}\s+(?:có|đạt|đăng ký|xây dựng|tổ chức|thành lập|bố trí)\s+",
    re.IGNORECASE,
)
"""Between a share and a number: a list of those who all have so many ("100% xã, phường, thị trấn có ít nhất ...")."""
_NEXT_ONES = Sieve(
    rf"\s*,(?:(?!\b{_DOES}\b|\btrong đó\b|\briêng\b)[^.;:()])+,(?:(?!\b{_DOES}\b)[^.;:()])+\bđạt\s+", re.IGNORECASE
)
"""Between two shares: a list of those whom the second is about ("95%, dân sự, hôn nhân, lao động đạt 90%")."""
_NEXT_CHANGE = re.compile(
    r"(?:,|\s+và)\s+(?=(?:nâng|tăng|giảm|đưa|hạ|kéo giảm|duy trì)\s+(?:tỷ lệ|tỉ lệ|số|mức|tổng)\s[^;:.\d]*$)",
    re.IGNORECASE,
)
"""Before a change whose measure may hold a list ("..., nâng tỷ lệ bến khá, tốt lên 40%")."""
_LONGEST = 320
_WORK = 45
"""Characters of work said before a comma, from which on a share or a comparison behind it is a goal of its own."""
_SUBJECT = 15
"""Characters that may stand before the number of those whom a goal is about ("Phấn đấu có ...")."""


def goal_clauses(text: str, goals: bool = False) -> list[Clause]:
    """The stretches between full stops and semicolons; among ``goals``, what must not happen is one of its own behind a
    comma too ("Nợ quá hạn dưới 1%, không có nợ bị chiếm dụng")."""
    found = []
    for start, end in sentences(text):
        at = start
        for mark in [*(_MARK_OF_GOALS if goals else _MARK).finditer(text[start:end]), None]:
            if mark is not None and mark[0] == "," and not any(map(str.isdigit, text[at : start + mark.start()])):
                continue  # it belongs to the work that is told before it
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
        if first - clauses[n].start > _SUBJECT:
            break
        refused = MUST_NOT.match(text[clause.start :]) is not None
        if refused and (first - clauses[n].start > _SUBJECT or not _REFUSED.search(text, clauses[n].start, stop)):
            break
        stop = clause.end
    return stop


_TAIL_OF_WORK = re.compile(r"\s+(?:về|ở|dọc|nhằm)\s+[^\W\d]")
"""Behind the amount of a work: what it is about, where it is done."""
_WHO_DOES = re.compile(r"\s*\((?=[A-ZĐ])[^()\d]{3,}\)[\s.;]*$")
"""At the end of a work: who does it."""
_LONG_TAIL = 30


def _tails(text: str, q: Quantity, stop: int) -> list[int]:
    """Where long words begin behind the amount of a work that say what it is about, where it is done or who does it."""
    found = [_WHO_DOES.search(text, q.end, stop)]
    if stop - q.end > _LONG_TAIL and q.kind == "counted":
        found.append(_TAIL_OF_WORK.search(text, q.end, stop))
    return [m.start() for m in found if m]


def cut_short(words: TargetWords, text: str, q: Quantity, start: int, stop: int) -> int:
    """Where the words of a goal end before a purpose, a remark in brackets, words that open a list, or, where the number
    is the object of work, before more work."""
    ends = [m.start() for m in (_TAIL.search(text, q.end, stop), _CUT.search(text, q.end, stop)) if m]
    if q.start > start and (
        words.deed_start(text[start : q.start]) is not None
        or EACH_PERIOD.search(text, start, q.number_start)
        or (q.kind == "counted" and HAS.search(text, start, q.start))
    ):
        ends += _tails(text, q, stop) if words.deed_start(text[start : q.start]) is not None else []
        ends += [
            m.start()
            for m in re.finditer(r",\s+(?:và\s+)?", text[:stop])
            if m.start() >= q.end and (words.is_deed(text[m.end() : stop]) or _MORE_WORK.match(text, m.end(), stop))
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


def in_bracket(text: str, start: int, number: int) -> int | None:
    """Where the words of a goal begin that stand in a bracket opened in ``text[start:number]``; None where they do not."""
    at = opened_bracket(text, start, number)
    return at + 1 if at is not None and text[at + 1 : number].strip() else None


def between(text: str, q: Quantity, following: Quantity, clause: Clause) -> int:
    """Where the words of one goal end before the next of the same clause: at the last comma or "và" between them, or
    before "với"; a share whose words run on through the next number keeps them."""
    if (bracket := opened_bracket(text, q.end, following.start)) is not None:
        return bracket
    marks = list(re.finditer(r",?\s+trong đó\s|,|\s+(?:và|hoặc)\s|\s+với\s+$", text[q.end : following.start]))
    if change := _NEXT_CHANGE.search(text, q.end, following.start):
        return change.start()
    if inner := next((m for m in marks if "trong đó" in m[0].lower()), None):
        return q.end + inner.start()
    if marks and q.kind == "percent":
        behind = text[q.end : following.start]
        if _ALL_WHO_HAVE.fullmatch(behind):
            return clause.end
        if _NEXT_ONES.fullmatch(behind):
            return q.end + marks[0].start()
    if marks:
        return q.end + marks[-1].start()
    hanging = _HANGING.search(text, q.end, following.start)
    return clause.end if q.kind == "percent" else hanging.start() if hanging else following.start


def stands_alone(text: str, begin: int, q: Quantity) -> bool:
    """Whether a share or a firm comparison behind a comma begins a goal beside the work that was said before."""
    before = text[begin : q.start].rstrip()
    if q.kind == "percent" and before.endswith(" và") and len(before) >= _WORK:
        return CHANGED_MEASURE.match(text, begin) is None  # "các cửa lạch, bến đò và ít nhất 50% hộ dân ..."
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
        named = end > 0 and words.lead(text[a : a + end]) is not None and not words.is_verb(text[a:])
        return ((a, a + end) if named else (0, 0)), (a + begin, b)
    if words.is_verb(text[q.end : b].lstrip()):
        return (0, 0), (q.end, b)
    end, begin = words.parted(text[q.end : b])
    return ((q.end, q.end + end) if end and q.kind == "percent" else (0, 0)), (q.end + begin, b)
