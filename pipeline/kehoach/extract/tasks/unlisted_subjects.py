"""Who acts in a clause that does not begin with a unit's name known as such: behind a heading in the same line, named only
by the duty it has, or above it behind words that say when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.extract.tasks.clause_openings import ADVERBIAL
from kehoach.extract.tasks.formula_words import NO_WORK
from kehoach.extract.tasks.heading_words import GOES_ON
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.named_units import WORD, Name
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.orthography.letters import LOWER, UPPER
from kehoach.rules.needs import Sieve

_LONGEST_HEADING = 200
"""Characters of a heading that stands in one line with the sentence below it."""
_JOINED_ON = re.compile(rf"(?<=[{LOWER}])\s(?=[{UPPER}])")
_LINK = re.compile(
    r"(?<!\w)(?:của|với|cho|về|do|và|hoặc|tại|từ|đến|tới|gồm|là|theo|bởi|cùng|qua|gửi|trình|giao|nghị|cầu|hợp|gia|thuộc|các|những|mỗi|như|nhất|chí|ông|bà|trước|sau|trong|ngoài|trên|dưới|giữa|vào|ở|để|nhằm|giúp|mưu|cáo)$"
)
"""Words with which a sentence goes on into the name behind them."""
_NO_HEADING = re.compile(r"[,:]\s|đại\s+biểu$|^(?:việc|là|làm)\s")
"""What stands in no heading, so that the sentence goes on: "Kết thúc đợt thi, Ban Thường vụ Huyện ủy có trách nhiệm ..."."""
_HEADING = Sieve(
    r"(?:tổ\s+chức|trách\s+nhiệm|phân\s+công|nhiệm\s+vụ)(?:\s+(?:tổ\s+chức|triển\s+khai|thực\s+hiện|thi\s+hành|nhiệm\s+vụ))+"
)
"""A heading that reads like a verb."""
_OFFICE = Sieve(r"(?:thủ\s+trưởng|chủ\s+tịch|giám\s+đốc|ủy\s+ban\s+nhân\s+dân|ubnd|(?:các\s+)?sở|các\s+phòng)(?!\w)")
"""Those who most often stand first in a list of who is to act."""
_DUTY = Sieve(r"\s*,?\s*(?:(?:có|chịu)\s+trách\s+nhiệm|có\s+nhiệm\s+vụ|phải\s)")
_BEARER = Sieve(
    r"(?!(?:trong|khi|sau|trước|nếu|để|nhằm|theo|căn|trên|tại|với|từ|đến|do|việc|mọi|kế\s+hoạch|văn\s+bản|quyết\s+định|báo\s+cáo|kinh\s+phí|hồ\s+sơ|kết\s+quả|thời|nội\s+dung|đồng\s+thời|đối|trường\s+hợp|hằng|hàng|"
    r"định\s+kỳ|ngoài|riêng|đây|là|và|hoặc|không|cần|phải|tổ\s+chức|thực\s+hiện|đề\s+nghị|yêu\s+cầu|giao|xác\s+định|nâng|tăng|đề\s+cao|phát\s+huy|có|chịu)(?!\w))"
    r"[^\s,;:.()\d]+(?:\s+(?!(?:và|có|đã|được|không|phải|của|cho|hoàn|toàn|tự|nào|thì|sẽ|cũng)\s)[^\s,;:.()\d]+){1,8}?(?=\s+(?:có|chịu)\s+trách\s+nhiệm(?!\s+(?:trước|về|chính|hoàn|toàn))(?!\w))"
)
_CALLED = re.compile(
    rf"(?!(?i:học\s+kỳ|đợt|bước|giai\s+đoạn|vòng|phần|buổi|ngoài|riêng|đối|lưu)\s)(?P<name>[{UPPER}][^\s:;,.()\d]*(?:\s+[^\s:;,.()\d]+){{0,4}})\s*:\s+"
)
_SERVES = Sieve(r"bảo\s+vệ|phục\s+vụ|cấp\s+dưỡng|lái\s+xe|trực\s+ban|dẫn\s+chương\s+trình|trang\s+trí")
"""Offices whose names are verbs as well: "Bảo vệ: giữ gìn trật tự"."""
_STATED = Sieve(
    r"(?:[^\s;:.()]+\s+){2,14}?(?:phải\s|là\s+(?!(?:để|do|vì)\s)|có\s+hiệu\s+lực|(?:có|chịu)\s+trách\s+nhiệm|mỗi\s+(?:đơn\s+vị|xã|phường|cơ\s+quan)\s)"
)
"""A sentence with a subject of its own, of which something is said."""
_BEARERS = Sieve(
    r"(?:chủ|người|nhà|hộ|cá\s+nhân)\s[^;:.()\d]{3,120}?(?=\s+(?:có|chịu)\s+trách\s+nhiệm(?!\s+(?:trước|về|chính|hoàn|toàn))(?!\w))"
)
"""Several people who bear a duty: "Chủ hộ, người thuê nhà và người trông coi có trách nhiệm ..."."""
_WHEN = Sieve(
    r"(?:(?:trong\s+)?trường\s+hợp|khi|sau\s+khi|trước\s+khi|trong\s+quá\s+trình|trong\s+khi|đối\s+với|nếu)\s[^;:.]{3,200}"
)
_THEN = Sieve(r"(?:,\s+(?:thì\s+)?|\sthì\s+)(?:(?:phải|cần|kịp\s+thời|có\s+trách\s+nhiệm|sẽ)\s+)*")


def run_on(text: str, low: str, start: int, end: int, grammar: UnitGrammar) -> int | None:
    """Where in the clause (folded; ``low`` in lower case) the sentence of another unit begins behind a heading that lost its
    line end: "Tổ chức thực hiện Thủ trưởng các đơn vị có trách nhiệm ..."; None where there is none."""
    if not _DUTY.may_match(low):
        return None
    for joint in _JOINED_ON.finditer(text, start, min(end, start + _LONGEST_HEADING)):
        if _LINK.search(low, start, joint.start()) or not grammar.begins(low, joint.end()):
            continue
        if _NO_HEADING.search(low[start : joint.start()]):
            continue
        words = list(WORD.finditer(low, start, joint.start()))[-3:]
        if any(_is_post(low, word.start(), joint.start(), grammar) for word in words):
            continue  # "Ngoài việc trên, Giám đốc Sở Y tế chịu trách nhiệm ..."
        acted_on = any(grammar.verb_end(low, word.start()) == joint.start() for word in words)
        if acted_on and _HEADING.fullmatch(low, start, joint.start()) is None:
            return None  # the object of a verb: "thành lập Hội đồng ..."
        names = grammar.names(text, joint.end())
        if names is not None and names.end <= end and _DUTY.match(low, names.end, end):
            return joint.end()
    return None


def _is_post(low: str, start: int, end: int, grammar: UnitGrammar) -> bool:
    """Whether the words ``low[start:end]`` are a post, which the name of its body goes on with."""
    begun = grammar.begun(low, start)
    return begun is not None and begun[0] == end and begun[2] == "post"


def lists_run_on(text: str, low: str, start: int, end: int, grammar: UnitGrammar) -> Iterator[int]:
    """Where a list of units may begin behind words that lost their line end: "... theo pháp luật Thủ trưởng các sở; ..."."""
    for joint in _JOINED_ON.finditer(text, start, end):
        words = list(WORD.finditer(low, start, joint.start()))[-3:]
        acted_on = any(grammar.verb_end(low, word.start()) == joint.start() for word in words)
        if not acted_on and _OFFICE.match(low, joint.end()) and not _LINK.search(low, start, joint.start()):
            yield joint.end()


def duty_bearer(text: str, low: str, at: int, end: int, grammar: UnitGrammar) -> Name | None:
    """Those who have a duty, at the head of the clause, whatever they are called: "Chủ cơ sở lưu trú có trách nhiệm
    ..."; None where the clause does not begin so."""
    if not text[at : at + 1].isupper():
        return None
    bearer = _BEARER.match(low, at, end) or _BEARERS.match(low, at, end)
    return Name(at, bearer.end()) if bearer is not None and not grammar.verb(low, at) else None


def before_colon(text: str, start: int, end: int, grammar: UnitGrammar) -> Name | None:
    """Who acts before a colon, whatever he is called, in a list where others do: "Y tế học đường: chuẩn bị tủ thuốc"."""
    low = lowered(text)
    label = _CALLED.match(text, start, end)
    served = label is not None and _SERVES.fullmatch(low, start, label.end("name")) is not None
    if (
        label is None
        or (grammar.verb(low, start) and not served)
        or NO_WORK.match(low, start)
        or ADVERBIAL.match(low, start)
    ):
        return None
    return Name(start, label.end("name")) if grammar.verb(low, label.end()) else None


def states_something(text: str, at: int, end: int, grammar: UnitGrammar) -> bool:
    """Whether a clause without a verb at its head has a subject of its own ("Văn bản thẩm định phải nêu rõ ..."), or is
    nothing but the name of a body, as lists of those who take part are."""
    low = lowered(text)
    if _STATED.match(low, at, end) is not None:
        return True
    names = grammar.names(text, at, object_too=True) if grammar.begins(low, at) else None
    rest = low[names.end : end].rstrip(" .;,") if names is not None else "."
    return not rest or (names is not None and names.verb == "stop" and GOES_ON.fullmatch(rest) is not None)


def behind_when(low: str, at: int, end: int, grammar: UnitGrammar) -> bool:
    """Whether the clause says what is done behind words that say when: "Khi có dịch, bố trí lực lượng trực"."""
    when = _WHEN.match(low, at, end)
    return when is not None and any(grammar.verb(low, then.end()) for then in _THEN.finditer(low, at, end))


_CONSISTS = Sieve(r"\s*(?:(?:bao\s+)?gồm|có\s+\d|do\s[^,;:.]{2,60}?\slàm\s)")


def consisting(text: str, at: int, grammar: UnitGrammar) -> Name | None:
    """The body of which a clause says only whom it consists of, and that the next one goes on with: "Ban Chỉ đạo gồm
    07 đồng chí do A làm Trưởng ban; họp mỗi tháng một lần"."""
    low = lowered(text)
    names = grammar.names(text, at, object_too=True) if grammar.begins(low, at) else None
    if names is None or len(names.units) > 1 or _CONSISTS.match(low, names.end) is None:
        return None
    return names.units[0]
