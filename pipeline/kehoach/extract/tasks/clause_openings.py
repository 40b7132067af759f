"""What stands at the head of a clause before the one who acts: words of time and connection, on what footing, what the
body is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.times.time_grammar import read
from kehoach.extract.units.named_units import FOOTING, MADE_UP_OF, masked
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.rules.needs import Sieve

ADVERBIAL = re.compile(
    r"(?:căn\s+cứ|trên\s+cơ\s+sở|để|nhằm|trong|nếu|khi|theo(?!\s+dõi)|với|qua|thông\s+qua|sau|ngay\s+sau|từ|đến|trước|chậm\s+nhất|hết|tùy|dựa|năm|quý|tháng|ngày|tại|trên\s+đây|ngoài|đối\s+với|trường\s+hợp|nhân|vào|kết\s+thúc|nhận\s+được)(?!\w)"
)
"""Words with which a clause begins that has its subject behind a comma."""
_AGAIN = re.compile(r"(?:định\s+kỳ|h[àằ]ng\s+(?:năm|quý|tháng|tuần)|giữa|cuối|đầu)(?!\w)")
"""When one acts again and again, before more times: "Hằng quý, giữa mùa lũ, Sở X ..."."""
ENDING = re.compile(
    r"(?:kết\s+thúc|hết|sau)\s+(?:mỗi\s+|từng\s+)?(?:đợt|tháng|phong\s+trào|chiến\s+dịch|hội\s+thi|năm|quý|giai\s+đoạn|cuộc)(?!\w)"
)
"""What ends before one acts; no comma need stand behind it: "Kết thúc đợt thi đua các đơn vị gửi ..."."""
_IF = re.compile(
    r"(?:nếu|khi|trường\s+hợp|sau\s+khi|đối\s+với|thành\s+tích|(?:các\s+)?(?:tập\s+thể|cá\s+nhân|trường\s+hợp)\s+có)(?!\w)"
)
_THEN = re.compile(r"\sthì\s+")
"""Before what is done in a case: "Khi có thành tích đột xuất thì đơn vị lập hồ sơ"."""
GLOSS = re.compile(rf"(?:{MADE_UP_OF}|\s*\([^()]*\))(?=\s*:)")
"""An aside between a name and its colon."""
RUN_IN = re.compile(r"[^:;.()]{3,70}(?:\([^()]{1,60}\)\s*)?:\s+(?=\S)")
"""Words that stand before a colon, as a label of what follows."""
MANY = Sieve(r"(?<!\w)(?:các|những|mỗi|từng|toàn)\s+")
"""Words that begin a list of many."""
_OPENING = re.compile(
    r"(?:riêng|đồng\s+thời|ngoài\s+ra|bên\s+cạnh\s+đó|trước\s+mắt|trong\s+đó|cụ\s+thể(?!\s+hóa)|mặt\s+khác|đối\s+với|về\s+phía|hàng\s+năm|hằng\s+năm|định\s+kỳ|mỗi\s+\d{1,2}\s+(?:ngày|tuần|tháng)|kịp\s+thời|cùng\s+với\s+đó|tiếp\s+tục|trách\s+nhiệm\s+(?:của\s+)?|nhiệm\s+vụ\s+của)\s*[,:]?\s*"
)
_BACK = re.compile(
    r"(?:trong|sau|trên|từ|cùng|với|tại|đến|theo|song\s+song\s+với|bên\s+cạnh)\s+(?:[^\s,;:.]+\s+){0,3}?(?:đó|này|ấy)\s*,?\s+"
)
"""What points back to the words before, with the one who acts right behind it: "trong thời gian đó Cục X niêm yết"."""
_EACH_TIME = re.compile(r"(?:mỗi|từng|cuối|đầu|hết|giữa)\s+(?:[^\s,;:.]+\s+){1,2}?(?=\S)")
"""When one acts, right before the one who does: "Mỗi đợt Giám đốc Sở tặng"."""
_TERMS = re.compile(r"\s*\([^()]*\)(?:\s*(?:,|và)\s*(?:(?:và|cả|hết|hằng|hàng)\s+)*năm\s*\([^()]*\))?")
"""The terms in brackets behind a time that comes again: "Định kỳ 6 tháng (trước 10/6), cả năm (trước 10/11)"."""
_OR_ASKED = re.compile(
    r"\s*(?:,\s*(?:quý|(?:cả\s+|hằng\s+|hàng\s+)?năm)\s+)?(?:,|hoặc|và)\s+(?:(?:hoặc|và)\s+)?(?:đột\s+xuất|khi\s+(?:có|được)\s+yêu\s+cầu|theo\s+yêu\s+cầu)(?:\s+khi\s+(?:có|được)\s+yêu\s+cầu)?(?!\w)"
)
"""When else one acts, behind a time that comes again: "Hằng năm hoặc đột xuất báo cáo"."""
BY_FUNCTION = re.compile(rf"{FOOTING}\s*+,?+\s*+(?!và\s)")
"""On what footing a unit acts, before what it does: "Theo chức năng, nhiệm vụ được giao, ..."."""
STANDS_FOR = re.compile(
    r"(?:là|làm)\s+(?:(?:cơ\s+quan|đơn\s+vị|bộ\s+phận)\s+)?(?:thường\s+trực|đầu\s+mối)(?:\s+(?:của|cho)\s+[^,;.:]{2,60})?,\s*(?=phối\s+hợp\s)|"
    r"(?:là|làm)\s+(?:(?:cơ\s+quan|đơn\s+vị|bộ\s+phận|ban)\s+)?(?:thường\s+trực|đầu\s+mối|tham\s+mưu)[^;.:]{0,120}?(?:,\s*(?=(?:có\s+(?:nhiệm\s+vụ|trách\s+nhiệm)|chủ\s+trì|chịu\s+trách\s+nhiệm)(?!\w))|\s(?=(?:có\s+(?:nhiệm\s+vụ|trách\s+nhiệm)|chịu\s+trách\s+nhiệm)\s+(?!(?:với|đối|liên|của|trong|về|trước)\s)))"
)
"""What a body is, before what it does: "là cơ quan thường trực của Ban, chủ trì ..."."""


def acting(text: str, start: int, at: int, end: int, grammar: UnitGrammar) -> Iterator[int]:
    """Where in ``text[at:end]`` (folded) the one who acts may begin, behind words that say when, why or on what footing at
    ``start``: behind a comma, or, where something ends, with "các"."""
    low = lowered(text)
    again = _AGAIN.match(low, start) is not None and not grammar.verb(low, at)
    if again or ADVERBIAL.match(low, start) or ADVERBIAL.match(low, at):
        yield from _commas(text, at, end, grammar)
    if _IF.match(low, start) or not (grammar.verb(low, at) or grammar.begins(low, at)):
        yield from (then.end() for then in _THEN.finditer(low, at, end))
    if ENDING.match(low, start):
        yield from (many.start() for many in MANY.finditer(low, at, min(end, at + 90)))


def _commas(text: str, at: int, end: int, grammar: UnitGrammar) -> Iterator[int]:
    low = lowered(text)
    for n, comma in enumerate(re.finditer(r",\s+", low[at : min(end, at + 320)])):
        here = at + comma.start()
        inside = any(a <= here < b for a, b in grammar.kept(text, low))
        if n < 8 and not (inside or _lists_on(text, at, here, grammar) or _told_on(text, at, here, grammar)):
            yield at + comma.end()


def _lists_on(text: str, at: int, comma: int, grammar: UnitGrammar) -> bool:
    """Whether the comma stands in a list begun by "các": "hỗ trợ các cơ sở, doanh nghiệp phát triển sản xuất"."""
    low, after = lowered(text), text[comma + 1 :].lstrip()
    begun = list(MANY.finditer(low, at, comma))
    if not begun or not after[:1].islower() or MANY.match(low, len(low) - len(after)):
        return False
    if re.search(r"\s(?:như|gồm|kể\s+cả)\s", low[at:comma]):
        return True
    last = begun[-1]
    listed = low.startswith("cơ sở", last.end()) or grammar.begins(low, last.start())
    return listed and len(low[last.end() : comma].split()) <= 6


_TELLS = Sieve(
    r"(?<!\w)(?:chỉ\s+đạo|hướng\s+dẫn|đôn\s+đốc|kiểm\s+tra|giám\s+sát|giúp|hỗ\s+trợ)\s+(?=(?:các|những)\s)|(?<!\w)phối\s+hợp(?:\s+chặt\s+chẽ)?\s+(?:với|cùng)\s+"
)
"""What is done to those named behind, or with them."""
_SENDS = Sieve(
    r"(?<!\w)(?:(?:tham\s+mưu|báo\s+cáo|đề\s+xuất|kiến\s+nghị|trình|giúp|xin\s+ý\s+kiến)(?:\s+(?:cho|với))?|chỉ\s+đạo|hướng\s+dẫn|đôn\s+đốc|(?:gửi|nộp|chuyển|thông\s+báo)(?:\s[^,;:.]{2,60}?)?\s(?:về|đến|tới|cho))\s+"
)
"""The same, where it is said behind the words on when or why one acts."""


def _told_on(text: str, at: int, comma: int, grammar: UnitGrammar) -> bool:
    """Whether the comma parts those to whom something is done, none of whom acts: "chỉ đạo các trường, các trung tâm ..."."""
    low = lowered(text)
    said = (sends for sends in _SENDS.finditer(low, at, comma) if sends.start() == at or "," in low[at : sends.start()])
    for tells in (*_TELLS.finditer(low, at, comma), *said):
        names = grammar.names(text, tells.end(), object_too=True)
        if names is not None and names.start < comma < names.end and len(names.units) > 1:
            return True
    return False


_FOR_WHAT = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:,?\s*(?:để|nhằm|theo|qua)\s[^;]*)?[\s.;/]*")


def only_when(low: str, start: int, end: int) -> bool:
    """Whether ``low[start:end]`` says when and no deed: those named before it are whom something is sent to, "báo cáo Đội
    cứu hộ, Phòng Y tế trước ngày 5/3 để tổng hợp"."""
    time = read(low, start)
    return time is not None and _FOR_WHAT.fullmatch(low, time.end, end) is not None


def opened(text: str, start: int, end: int, grammar: UnitGrammar) -> int:
    """Past words of time and connection at the head of the clause ``text[start:end]`` (folded)."""
    low, at = lowered(text), start
    for _ in range(4):
        time = read(low, at)
        opening = _OPENING.match(low, at, end)
        stop = time.end if time is not None and time.end <= end else opening.end() if opening else at
        if time is not None and (deed := low.find("báo cáo ", at, stop)) > at:
            return deed  # "Mỗi quý báo cáo một lần, trước ngày 15"
        if stop == at:
            break
        if time is not None and (terms := _TERMS.match(low, stop, end)):
            stop = terms.end()
        if asked := _OR_ASKED.match(low, len(low[:stop].rstrip()), end):
            stop = asked.end()
        at = stop + len(low[stop:end]) - len(low[stop:end].lstrip(" ,:-–"))
    back = _BACK.match(low, at, end) or (None if grammar.begins(low, at) else _EACH_TIME.match(low, at, end))
    at = back.end() if back is not None and grammar.begins(low, back.end()) else at
    return at + len("do ") if _by_whom(text, low, at, end, grammar) else at


def _by_whom(text: str, low: str, at: int, end: int, grammar: UnitGrammar) -> bool:
    """Whether "do" stands here before the one who does it: "Khen thưởng đột xuất: Do các ngành lựa chọn, trình ..."."""
    if not low.startswith("do ", at) or not grammar.begins(low, at + len("do ")):
        return False
    names = grammar.names(text, at + len("do "))
    return names is not None and names.verb == "act" and len(masked(low)[names.end : end].split()) > 2
