"""Units that stand behind the work they are to do: "... (Sở X chủ trì; Sở Y phối hợp)", "... do X phụ trách", "...: X thực
hiện", "... giao cho X chủ trì"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kehoach.extract.tasks.assignment import Assignment
from kehoach.extract.tasks.clause_openings import MANY
from kehoach.extract.tasks.unit_cell import CellUnit, cell_units
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.listed_names import PERSON
from kehoach.extract.units.named_units import WORD, Name
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.model.plan import Role
from kehoach.rules.needs import Sieve

_DOES = r"(?:chủ\s+trì|phụ\s+trách|đảm\s+nhiệm|đảm\s+nhận|đăng\s+cai|chịu\s+trách\s+nhiệm|thực\s+hiện|làm\s+đầu\s+mối|phối\s+hợp)"
_BRACKET = Sieve(r"\((?P<inner>[^()]+)\)[\s.;]*$")
_SAYS_ROLE = re.compile(
    rf"(?<!\w)(?:{_DOES}|(?:cộng\s+tác|tham\s+gia|cùng\s+với)(?!\w)|giao(?!\s+(?:chỉ\s+tiêu|nhiệm\s+vụ|kế\s+hoạch))|phân\s+công)(?!\w)"
)
_WHEN = re.compile(
    r"\s*[;,]\s*(?=(?:(?:hoàn\s+thành|xong|thực\s+hiện|tiến\s+hành|thời\s+gian|dự\s+kiến)\s*:?\s+)*(?:(?:trước|trong|vào|chậm\s+nhất|từ|đến|ngày|tháng|quý|cuối|đầu)\s|\d))"
)
"""Behind those who act: when they do."""
_NO_DEED = re.compile(
    rf"(?:(?:thực\s+hiện|triển\s+khai)|[^,;:.]{{3,100}}?\s(?:phối\s+hợp|tham\s+gia)(?:\s+thực\s+hiện)?)(?:[\s.]*$|{_WHEN.pattern})"
)
_IN_CHARGE = re.compile(r"(?<!\w)(?:tham mưu|đăng cai|đảm nhận|đảm nhiệm)(?!\w)")
_JOINS_IN, _HELPS = re.compile(r"(?<!\w)(?:cộng tác|tham gia|cùng với)(?!\w)"), "phối hợp"
"""Words for one thing, of one length, so that offsets stay."""
_WORKS_BESIDE = re.compile(
    r"(?<!\w)(?:cùng (?:làm|thực hiện|lo)|(?:hỗ trợ|giúp(?: đỡ)?)(?: [^\s;,()]+){1,6})(?=\s*(?:[;,)]|$))", re.IGNORECASE
)
"""What those do who help, in words of its own: "Đoàn Thanh niên hỗ trợ dựng rạp"."""
_LEAD_IN = Sieve(r"\s*(?:do|giao|phân\s+công|đề\s+nghị)(?:\s+cho)?\s+")
_BEHIND = Sieve(
    r"(?<!\w)(?:do|giao(?:\s+cho)?|phân\s+công(?:\s+cho)?)\s+|:\s+(?:(?:giao|do|phân\s+công)\s+)?(?:cho\s+)?|,\s+(?=(?:sở|ban|phòng|văn|trung|hội|đoàn|công|khối|cụm|ủy|trường|bộ|chi|các)\s)"
)
_TAIL = Sieve(
    rf"\s*{_DOES}(?:\s+(?:chính|chung|thực\s+hiện))?(?:[\s.;]*$|\s*,?\s+(?:và\s+)?phối\s+hợp\s|\s*,\s+[^,.;:][^.;:]{{2,150}}?\s(?:phối\s+hợp|tham\s+gia|thực\s+hiện|cùng\s+(?:làm|lo))(?:\s+thực\s+hiện)?[\s.;]*$|(?P<when>\s*,\s+(?:thực\s+hiện|tiến\s+hành|hoàn\s+thành|xong)(?:\s+xong)?\s+(?:vào|mỗi|h[àằ]ng|trước|trong|định|chậm|ngày|tháng)\s[^.;:,]{{2,60}}[\s.;]*$)|(?P<how>\s+theo\s+(?:quy\s+định|kế\s+hoạch|phân\s+công)))"
)
_GIVEN_TO = re.compile(
    r"(?:[^;:.]+\sđược\s+(?:giao|phân\s+công)(?:\s+cho)?|(?:việc|công\s+tác)\s[^,;:.]{2,60}?\s(?:giao|phân\s+công)\s+cho)\s+$"
)
"""Before those to whom a work is given: "Việc thu bài được giao cho Văn phòng"."""
_NO_LABEL = Sieve(
    r"(?:thành\s+lập|kiện\s+toàn|phối\s+hợp|gửi|mời|chủ\s+trì|phân\s+công|giao|thực\s+hiện|báo\s+cáo|gồm)(?!\w)"
)
_PASSIVE = Sieve(
    r"\s*(?:bố\s+trí|bảo\s+đảm|đảm\s+bảo|lập|thẩm\s+định|quyết\s+định|phân\s+công|chuẩn\s+bị|cân\s+đối|chi|thanh\s+toán|quyết\s+toán|tổng\s+hợp|tiếp\s+nhận|chấm|xét|lựa\s+chọn|trình|rà\s+soát|cung\s+cấp|đề\s+xuất|in\s+ấn|mua\s+sắm)(?!\w)"
)
"""What the one behind "do" does, right after its name."""
_WORDS = 12
"""Words of the longest name behind a work."""
_LONGEST = 160
"""Characters of the longest list of units behind a work."""


@dataclass(frozen=True, slots=True)
class Attached:
    """``end`` is where the words of the work end; the units have offsets in the same text."""

    end: int
    units: tuple[CellUnit, ...]


_TAKES_ON = Sieve(r"\s+(?:đảm\s+nhận|đảm\s+nhiệm|đăng\s+cai)(?!\w)")
"""What reads like the end of a name, and is said of the one who has the work."""
_LEVEL = Sieve(r"(?:thành\s+phố|tỉnh|huyện|xã|phường|trung\s+ương|địa\s+phương|doanh\s+nghiệp)")
"""A level by which something is done, no body: "các nhiệm vụ do Thành phố thực hiện"."""


_JOINS = re.compile(r"(?:(?:cử|bố\s+trí)\s[^,;:.]{2,60}?\s)?(?:tham\s+gia|tham\s+dự|dự|hưởng\s+ứng)\s[^;:.]*$")
_OF_OTHERS = Sieve(r"\s*(?:chủ\s+trì|đăng\s+cai|làm\s+đầu\s+mối)(?!\w)")
"""What others are in charge of, that one only takes part in: "Tham gia các đoàn kiểm tra do Sở Nội vụ chủ trì"."""


def no_deed(low: str, start: int, found: Assignment) -> bool:
    """Whether what is read behind the colon of a clause only says who acts, who helps and when, of the work before it:
    "Dựng mô hình: Phòng X chủ trì, Trạm Y phối hợp, từ tháng 4"."""
    colon = low.find(": ", start, found.start)
    return colon >= 0 and len(low[start:colon].split()) > 2 and _NO_DEED.match(low, found.start, found.end) is not None


def attached(text: str, start: int, end: int, grammar: UnitGrammar) -> Attached | None:
    """The units behind the work of the clause ``text[start:end]`` (folded); None where nothing says their role."""
    low = lowered(text)
    if bracket := _BRACKET.search(low, start, end):
        when = _WHEN.search(low, *bracket.span("inner"))
        inner = bracket.start("inner"), when.start() if when is not None else bracket.end("inner")
        if (
            low[start : bracket.start()].strip()
            and _SAYS_ROLE.search(low, *inner)
            and (units := _units(text, low, inner, grammar))
        ):
            return Attached(_words_end(low, start, bracket.start()), units)
        return None
    for lead in _BEHIND.finditer(low, start, end):
        if len(low[start : lead.start()].split()) < 2 or not grammar.begins(low, lead.end()):
            continue
        if lead[0].startswith(",") and grammar.begun_near(low, start, lead.start()):
            continue
        names = grammar.names(text, lead.end(), object_too=True)
        if names is None or names.end - lead.end() > _LONGEST:
            continue
        if takes_on := _TAKES_ON.search(low, lead.end(), names.end):
            names = replace(names, end=takes_on.start())
        if _GIVEN_TO.match(low, start, lead.end()) and not low[names.end : end].strip(" .;/"):
            if units := _units(text, low, (lead.end(), names.end), grammar):
                return Attached(end, units)
            continue
        when = _WHEN.search(low, names.end, end)
        last = when.start() if when is not None and len(low[when.end() : end].split()) <= _WORDS else end
        if (tail := _TAIL.match(low, names.end, last) or _TAIL.match(low, names.end, end)) is None:
            continue
        if _LEVEL.fullmatch(low, lead.end(), names.end):
            continue
        if _JOINS.match(low, start, lead.start()) and _OF_OTHERS.match(low, names.end, end):
            continue
        stop = names.end if tail["how"] or tail["when"] else min(last, end)
        if units := _units(text, low, (lead.end(), stop), grammar):
            return Attached(_words_end(low, start, lead.start()), units)
    return None


def in_brackets(text: str, start: int, end: int, grammar: UnitGrammar) -> Attached | None:
    """Those whose names alone stand in brackets behind a work: "Khai mạc (đồng chí A)", "Thả cá giống (Trạm Y; Hội Z)"."""
    low = lowered(text)
    bracket = _BRACKET.search(low, start, end)
    if bracket is None or not low[start : bracket.start()].strip():
        return None
    inner = bracket.start("inner"), bracket.end("inner")
    stop = _words_end(low, start, bracket.start())
    if PERSON.match(text, *inner):
        return Attached(stop, (CellUnit(*inner, "", "lead"),))
    plain, beside = _parts(text, inner, grammar)
    if plain is None:
        return None
    units = _units(text, low, plain, grammar, "lead" if beside else "implement")
    units = (*units, *beside) if units else ()
    if any(grammar.kind(text, Name(u.start, u.end)) == "place" and not MANY.match(low, u.start) for u in units):
        return None
    if (
        (len(units) > 1 and _COUNTED.search(low, start, stop))
        or (len(units) == 1 and _PLACE.search(low, start, stop))
        or _VENUE.match(low, inner[0])
    ):
        return None
    return Attached(stop, units) if units and not _explains(text, low, (start, stop), units, grammar) else None


_PART = re.compile(r"[^;\s][^;]*")
"""What a semicolon parts from the rest."""


def _parts(
    text: str, inner: tuple[int, int], grammar: UnitGrammar
) -> tuple[tuple[int, int] | None, tuple[CellUnit, ...]]:
    """The stretch of the brackets that holds nothing but names, and those who do something beside them in the parts behind
    it: "(Đội Bảo vệ; Trạm Y tế trực cấp cứu)". No stretch where the first part is more than names."""
    end, beside = inner[0], list[CellUnit]()
    for part in _PART.finditer(text, *inner):
        at, words = part.start(), part[0].rstrip()
        names = grammar.names(words, 0, object_too=True) if grammar.begins(lowered(words), 0) else None
        if names is not None and not names.verb and names.end >= len(words) and not beside:
            end = at + len(words)
        elif names is not None and names.verb in ("act", "coordinate", "supervise") and end > inner[0]:
            beside.extend(CellUnit(u.start + at, u.end + at, u.head, "coordinate") for u in names.units)
        else:
            return None, ()
    return (inner[0], end), tuple(beside)


_PLACE = Sieve(
    r"(?<!\w)(?:tại|ở)\s+(?:[^\s,;.]+\s+){0,2}?(?:nhà|hội\s+trường|trụ\s+sở|sân|khu|phòng|trung\s+tâm|công\s+viên|khuôn\s+viên|quảng\s+trường|chợ|cổng|trạm|địa\s+điểm)(?!\w)(?:(?!\s(?:vào|trước|trong|từ|mỗi|hằng|hàng)\s)[^,;.]){0,50}$"
)
_VENUE = Sieve(r"(?:nhà\s+(?:văn\s+hóa|thi\s+đấu|thiếu\s+nhi)|hội\s+trường|sân|khu|phòng\s+họp)(?!\w)")
"""Where something is done, which the brackets say more closely."""
_COUNTED = Sieve(
    r"(?<![\d/])\d{1,3}\s+(?:đơn\s+vị|cơ\s+quan|xã|phường|trường|phòng|trạm|sở|khoa|bệnh\s+viện|công\s+ty|tổ|ấp|thôn)(?:\s+[^\s,;:.()]+){0,3}$"
)
"""So many bodies, whom the brackets name."""


def _explains(text: str, low: str, work: tuple[int, int], units: tuple[CellUnit, ...], grammar: UnitGrammar) -> bool:
    """Whether the brackets say which body is meant that is named right before them: "gửi về Sở Y tế (Phòng Tổ chức)"."""
    last = None
    for word in WORD.finditer(low, max(work[0], work[1] - _LONGEST), work[1]):
        if grammar.begins(low, word.start()):
            names = grammar.names(text, word.start(), object_too=True)
            last = word.start() if names is not None and names.end >= work[1] else last
    if last is None or grammar.kind(text, Name(last, work[1])) not in ("body", "post", "level", "place"):
        return False
    if text[last : work[1]].islower() and not MANY.match(low, last):
        return False  # "quanh trạm", "trên loa xã"
    return not (MANY.match(low, units[0].start) and not MANY.match(low, last) and len(units) > 1)


_BRIEFLY = 6
"""Words of what one does by the words in brackets."""


def aside(text: str, start: int, end: int, grammar: UnitGrammar) -> tuple[int, Attached] | None:
    """Who does the last of the works of a clause by what stands in brackets behind it, and where that work begins: "lập đề
    án, ban hành mẫu (Phòng X soạn thảo)"."""
    low = lowered(text)
    bracket = _BRACKET.search(low, start, end)
    if bracket is None or _SAYS_ROLE.search(low, *bracket.span("inner")):
        return None
    words = bracket["inner"]
    names = grammar.names(text[bracket.start("inner") : bracket.end("inner")], 0)
    if names is None or names.verb != "act" or not 0 < len(words[names.end :].split()) <= _BRIEFLY:
        return None
    if any(grammar.kind(text[bracket.start("inner") :], unit) not in ("body", "post") for unit in names.units):
        return None
    at = bracket.start("inner")
    units = tuple(CellUnit(u.start + at, u.end + at, u.head, "lead") for u in names.units)
    comma = low.rfind(", ", start, bracket.start())
    return (comma + 2 if comma >= 0 else start), Attached(bracket.end("inner") + 1, units)


def by_whom(text: str, start: int, end: int, grammar: UnitGrammar) -> Attached | None:
    """The one by whom something is done, inside a clause with another subject: "Tiền in do Phòng X bố trí, quyết toán
    trước ..."; the whole clause is the work. None where the clause says no such."""
    low = lowered(text)
    for lead in re.finditer(r"(?<=\s)do\s+", low[start:end]):
        at = start + lead.end()
        names = grammar.names(text, at, object_too=True) if grammar.begins(low, at) else None
        if names is not None and len(low[start:at].split()) > 2 and _PASSIVE.match(low, names.end, end):
            return Attached(end, tuple(CellUnit(u.start, u.end, u.head, "lead") for u in names.units))
    return None


def named_last(text: str, start: int, end: int, grammar: UnitGrammar) -> Attached | None:
    """The units that a line of work names behind a colon, and nothing else: "In giấy mời: Văn phòng Sở"."""
    low = lowered(text)
    colon = low.find(": ", start, end)
    at = colon + 2
    if colon < 0 or len(low[start:colon].split()) < 2 or not text[at : at + 1].isupper():
        return None
    if _NO_LABEL.match(low, start) or not grammar.verb(low, start):
        return None
    names = grammar.names(text, at, object_too=True) if grammar.begins(low, at) else None
    if names is None or names.verb or low[names.end : end].strip(" .;/"):
        return None
    if any(grammar.kind(text, unit) not in ("body", "post") for unit in names.units):
        return None
    units = _units(text, low, (at, names.end), grammar)
    return Attached(_words_end(low, start, colon), units) if units else None


def _units(
    text: str, low: str, stretch: tuple[int, int], grammar: UnitGrammar, role: Role = "lead"
) -> tuple[CellUnit, ...]:
    start, end = stretch
    lead_in = _LEAD_IN.match(low, start, end)
    start = lead_in.end() if lead_in else start
    told = grammar.names(text[start:end], 0) if lead_in else None
    if told is not None and told.verb == "act" and start + told.end < end:
        end = start + told.end  # "(giao Văn phòng tham mưu)"
    said = _WORKS_BESIDE.sub(lambda m: _HELPS.ljust(len(m[0])), _JOINS_IN.sub(_HELPS, text[start:end]))
    helped = _HELPS in lowered(said)  # who prepares the work leads those who help
    said = _IN_CHARGE.sub(lambda m: "chủ trì".ljust(len(m[0])), said) if helped else said
    found = cell_units(said, role, grammar)
    units = tuple(CellUnit(u.start + start, u.end + start, u.head, u.role) for u in found)
    if all((u.head or grammar.begins(low, u.start)) and len(low[u.start : u.end].split()) <= _WORDS for u in units):
        return units
    return ()


def _words_end(low: str, start: int, end: int) -> int:
    return start + len(low[start:end].rstrip(" ,:;-–("))
