"""Subjects of which a clause says which of them act: "Các trường chưa được công nhận đạt chuẩn xây dựng lộ trình"."""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.named_units import Names
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.rules.needs import Sieve

_MANY = Sieve(r"(?:các|những|mỗi|từng|đơn\s+vị|cơ\s+quan)\s")
_RESTRICTS = Sieve(
    r"\s*(?:không\s+(?:thuộc|nằm|tham\s+gia|có(?!\s+trách)|đạt|đủ|bố\s+trí\s+được)|(?:hiện\s+)?(?:còn|đang|vẫn)\s|(?:hiện\s+)?chưa\s|"
    r"đã\s|bị\s|nằm\s+(?:trong|ngoài)|thuộc\s+(?:diện|đối\s+tượng|danh\s+(?:sách|mục)|địa\s+bàn|vùng|khu\s+vực))"
)
"""Which of them act, by their state."""
_SURELY = Sieve(
    r"(?:(?:thì\s+)?(?:phải|cần|tự|khẩn\s+trương|chủ\s+động|tiếp\s+tục|nghiêm\s+túc|kịp\s+thời|sớm|tiến\s+hành|tập\s+trung|tích\s+cực|thường\s+xuyên)\s|(?:thì\s+)?(?:có|chịu)\s+trách\s+nhiệm(?!\w))"
)
"""Words that only the work begins with."""
_INSIDE = Sieve(
    r"(?<!\w)(?:gửi|nộp|thuộc|đối\s+tượng|diện|danh\s+sách|danh\s+mục|kế\s+hoạch|chương\s+trình|việc|công\s+tác|đoàn|đợt|cuộc|kỳ|hội|được|bị|chưa|không|đã|đang|còn|có|để|và|hoặc|về|của|theo|cho|với|nhiệm\s+vụ|kết\s+quả|phạm\s+vi|thời\s+gian|quyết\s+định|trong|bộ\s+phận|"
    r"tổ|ban|điều\s+kiện|năng\s+lực|cán\s+bộ|nguồn|hoạt\s+động|trách\s+nhiệm|tiến\s+độ|số\s+liệu|công\s+trình|phương\s+án|dự\s+án|đề\s+án)\s+$"
)
"""Words that go on into a verb which then tells more of the state: "đối tượng kiểm tra", "chưa được công nhận"."""
_STATE_GOES_ON = Sieve(r"(?:đạt|đủ|hoàn\s+thành)(?!\w)")
_POINTS = Sieve(r"\s*(?:(?:lần|đợt|kỳ|năm)\s|này(?!\w)|nêu\s+trên|nói\s+trên|[,;.)]|$)")
"""Behind a verb that names an event, no deed: "kiểm tra lần này"."""
_WORD = re.compile(r"[^\s,;:.()]+")
_LONGEST = 16
"""Words of such a clause."""


def restricted(text: str, at: int, end: int, grammar: UnitGrammar) -> Names | None:
    """The subject at ``at`` with the clause that says which of them act, where their work begins behind it in
    ``text[:end]`` (folded); None where no such clause follows their name."""
    low = lowered(text)
    names = grammar.names(text, at, object_too=True) if _MANY.match(low, at) and grammar.begins(low, at) else None
    if names is None or _MANY.match(low, names.units[-1].start) is None:
        return None
    last = names.units[-1]
    if _RESTRICTS.match(low, names.end, end) is None:
        return None
    words = list(_WORD.finditer(low, names.end, end))[:_LONGEST]
    before = ""
    for n, word in enumerate(words[2:], 2):
        gap = low[words[n - 1].end() : word.start()]
        if gap.strip():
            return None  # a comma or bracket: the sentence is of another build
        at = word.start()
        sure = _SURELY.match(low, at, end) is not None and not _INSIDE.search(low, names.end, at)
        verb = grammar.verb(low, at)
        acts = verb in ("act", "supervise", "assign") and not (
            before or _INSIDE.search(low, names.end, at) or _STATE_GOES_ON.match(low, at)
        )
        if sure or (acts and not _POINTS.match(low, grammar.verb_end(low, at))):
            stop = words[n - 1].end()
            units = (*names.units[:-1], replace(last, end=stop))
            return Names(units, names.start, stop, "act")
        before = verb
    return None
