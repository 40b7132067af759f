"""Numbers that tell the amount of work: behind its verb, or behind where and for whom it is done."""

from __future__ import annotations

import re

from kehoach.extract.targets.target_words import TargetWords
from kehoach.rules.needs import Sieve

_MANNER = Sieve(
    r"(?:\s+(?:được|trực tiếp|ngẫu nhiên|đột xuất|chéo|thực tế|điểm|mới|thêm|lại|tặng|cho|dứt điểm|xong|hoàn chỉnh|hoàn thành|thành(?: công)?|"
    r"toàn bộ|miễn phí|đủ|hết|định kỳ|khoảng|hơn|gần|trên|từ|ít nhất|tối thiểu))*\s*$",
    re.IGNORECASE,
)
"""Between the verb and the number that is its object."""
_PLACED = Sieve(
    r"[^;:.]*\s(?:tại|ở|ra|cho|với|đến|tới|trên)\s+(?:(?:khoảng|hơn|gần|trên|từ|ít nhất|tối thiểu|không dưới)\s+)?$",
    re.IGNORECASE,
)
"""Between the verb and the number of places where, or of those for whom, its work is done."""
_FAR, _NEAR = 14, 8
"""Words from the verb to the number, with a preposition before the number and without."""
_HELD = re.compile(r"\b(?:được|bị|nơi|khi|lúc|đang|đã|gắn với|thông qua|tình hình|kết quả)\s+$", re.IGNORECASE)
"""Before the verb: its work tells how or where something is held, not how much is to be done."""
_BARE_PLACE = re.compile(r"\s+(?:tại|ở|trên)\s+(?:\S+\s+)?$")
_LOOKS_INTO = re.compile(r"(?:kiểm|thanh|giám|khảo|phúc|thẩm|rà)\b", re.IGNORECASE)


def tells_amount(words: TargetWords, before: str, known: bool = False) -> bool:
    """Whether a number behind these words tells the amount of work; what it counts may stand a few words from the verb
    where its noun is ``known`` to be counted."""
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
