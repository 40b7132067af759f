"""Clauses that tell what the plan says of itself, how many there are of those named, or how movements are called."""

from __future__ import annotations

import re

from kehoach.extract.tasks.assignment import Assignment
from kehoach.extract.tasks.stated_duties import SANCTION
from kehoach.extract.times.moment_grammar import lowered
from kehoach.rules.needs import Sieve

_HOW_MANY = re.compile(r"\d+\s*(?:\([^()]*\)\s*)?([^\W\d]+)[\s.;,/]*(?:\([^()]*\)[\s.;]*)?")
"""How many of its own kind the subject is, and no more: "Cụm thi đua các trường hạng I: 01 cụm"."""
_SO_MANY = re.compile(
    r":\s*\d{1,3}\s*(?:\([^()]*\)\s*)?(?:cụm|khối|đơn\s+vị|tổ|nhóm|đội|điểm|đại\s+biểu|thành\s+viên|người|đồng\s+chí)[\s.;,/]*$"
)
"""How many there are of those named before a colon, which says no work of theirs."""
_INTRODUCED = re.compile(
    r"(?:xây\s+dựng|ban\s+hành|lập|đề\s+ra)\s+(?:bản\s+)?(?:kế\s+hoạch|chương\s+trình|phương\s+án)(?!\w).*?(?:như\s+sau|sau\s+đây|cụ\s+thể|nội\s+dung\s+sau)\s*:?\s*$"
    r"|(?:phân\s+công|giao)\s+(?:trách\s+nhiệm|nhiệm\s+vụ|công\s+việc|phần\s+việc)(?!\w).*?(?:như\s+sau|sau\s+đây)\s*:?\s*$"
)
"""What a plan says of itself before its parts: "UBND xã xây dựng Kế hoạch ... cụ thể như sau:"."""


def only_tells(text: str, low: str, found: Assignment) -> bool:
    """Whether the words tell what the plan says of itself, or how many there are of those named, and no work."""
    work = low[found.start : found.end]
    if not found.named and (ISSUED.match(low, found.start, found.end) or SANCTION.match(low, found.start, found.end)):
        return True
    if found.named and not found.told and _INTRODUCED.match(low, found.start):
        return True
    counted = _HOW_MANY.fullmatch(work)
    if counted and any(name.startswith(counted[1]) for name in printed(text, found)):
        return True
    return not found.told and _SO_MANY.search(work) is not None


_MOVEMENTS = re.compile(
    r"(?:phong\s+trào(?:\s+thi\s+đua)?|cuộc\s+vận\s+động)(?!\w)[^.:]{0,90}?(?:như|gồm|sau(?:\s+đây)?|là)\s*:[^.:]*$"
)
"""Before names of movements, listed without quotation marks: "các phong trào do huyện phát động như: Thôn bản sạch rác; ..."."""


def names_a_movement(low: str, found: Assignment) -> bool:
    """Whether what reads as a subject with its work is one of a list of movements by their names."""
    named = found.named and not found.told and bool(found.actors)
    return named and _MOVEMENTS.search(low, 0, found.actors[0].name.start) is not None


ISSUED = Sieve(
    r"(?:thông\s+báo|(?:bản\s+)?kết\s+luận|quyết\s+định|văn\s+bản|báo\s+cáo)\s+(?:[^\s,;:.()]+\s+){0,4}?(?:(?:sẽ|phải)\s+)*(?:được\s+)?(?:ban\s+hành|công\s+bố|phát\s+hành|công\s+khai)\s+(?=(?:trong|trước|vào|chậm|sau|ngày|tháng|quý|tại|trên|theo)\s)"
)
"""When a paper comes out, which is told of the paper: "kết luận ban hành trong tháng 5"."""
_STANDS = re.compile(
    r"(?:(?:là|làm)\s+(?:(?:cơ\s+quan|đơn\s+vị|bộ\s+phận|ủy\s+viên)\s+)?(?:thường\s+trực|đầu\s+mối)|(?:là|làm)\s+nòng\s+cốt)(?:\s+(?:(?:thường\s+trực|giúp\s+việc)\s+)?(?:(?:của|cho|trong)\s+)?(?:ban|hội\s+đồng|tổ|đoàn|ủy\s+ban|phong\s+trào|chiến\s+dịch|đợt|cuộc|kế\s+hoạch|khối|cụm|tỉnh|huyện|xã|sở|ngành|chương\s+trình|hội\s+thi)(?!\w)[^,;.:]{0,60}|\s+(?:của|cho)\s[^,;.:]{2,60})?(?:,\s+khen\s+thưởng[^,;.:]{0,40})?[\s,;.]*",
    re.IGNORECASE,
)
"""What a body stands for, and nothing that it does: "là cơ quan thường trực của Hội đồng"."""


def only_stands_for(words: str) -> bool:
    """Whether the words of a work say what its body stands for and no deed."""
    return _STANDS.fullmatch(words) is not None


def printed(text: str, found: Assignment) -> list[str]:
    """Who leads, as printed, in lower case."""
    names = (actor.name for actor in found.actors if actor.role != "coordinate")
    return [lowered(f"{name.head} {text[name.start : name.end]}".strip()) for name in names]
