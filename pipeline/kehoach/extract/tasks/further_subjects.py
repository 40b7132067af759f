"""Where behind a comma another unit takes over, in one sentence without a semicolon: "Các đơn vị tự chấm, khối trưởng
kiểm tra, Hội đồng quyết định"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.extract.tasks.assignments import ClauseReader
from kehoach.extract.tasks.next_terms import whole_brackets
from kehoach.extract.units.natural_ends import guessed
from kehoach.extract.units.role_words import HELPING, LEFT_IN_CHARGE
from kehoach.orthography.letters import UPPER
from kehoach.rules.needs import Sieve

_TITLE = r"đ/c|đồng\s+chí|ông|bà|thầy|cô|anh|chị"
_COMMA = re.compile(
    rf",\s+(?:còn\s+|riêng\s+)?(?=(?i:các|mỗi|từng|cấp|khối|cụm|trưởng|tổ|hội|ban|công|phòng|văn|bộ|khoa|chi|giao|phân\s+công|{_TITLE})\s|[{UPPER}])"
)
_TITLED = re.compile(rf"(?i:(?:các\s+)?(?:{_TITLE}))\.?\s+[{UPPER}]")
"""A person by name, who takes over from one before: "đ/c Lan dự trù kinh phí, đ/c Mai in giấy mời"."""


_ONLY_HELPS = Sieve(r"\s*(?:cùng\s+)?phối\s+hợp(?:\s+(?:thực\s+hiện|tham\s+gia))?\s*")
"""Of one who is named to help, and has no work."""
_WHOLE_WORK = 5
"""Words of a work before one that is given to another."""
_SET_UP = re.compile(
    r"(?:quyết\s+định\s+)?(?:thành\s+lập|kiện\s+toàn)\s+(?:ban|tổ|hội\s+đồng|đoàn|tiểu\s+ban|đội)(?!\w)[^;.]*?\s(?:do|gồm)\s"
)
"""A body is set up, with whom it consists of; behind it stands what it does."""


_PROPOSED = re.compile(r"(?<!\w)(?:đề\s+nghị|trình|suy\s+tôn|đề\s+xuất|kiến\s+nghị)(?!\w)")
_HONOURS = re.compile(r"\s*(?:(?:xét|xem\s+xét|quyết\s+định)\s*,?\s+)?(?:tặng|khen|công\s+nhận|biểu\s+dương)(?!\w)")
"""What several are asked for, one after the other: "đề nghị Tổng cục tặng Giấy khen, Bộ X tặng Bằng khen"."""


def parted(reader: ClauseReader, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clause, cut before each subject that follows a whole assignment of another."""
    at = start
    for comma in _COMMA.finditer(reader.text, start, end):
        if comma.start() >= at and (_takes_over(reader, at, comma, end) or _gives(reader, at, comma, end)):
            yield at, comma.start()
            at = comma.end()
    yield at, end


def _gives(reader: ClauseReader, start: int, comma: re.Match[str], end: int) -> bool:
    """Whether behind the comma one body is given work by its name: "Mỗi khoa họp một lần, giao Phòng X tổng hợp"."""
    low, grammar = reader.low, reader.grammar
    if not low.startswith(("giao ", "phân công "), comma.end()) or grammar.verb(low, comma.end()) != "assign":
        return False
    if not whole_brackets(low[start : comma.start()]):
        return False
    if len(low[start : comma.start()].split()) < _WHOLE_WORK:
        return False  # "Phân công, chỉ đạo, giao trách nhiệm cho ..." is one work
    target = grammar.verb_end(low, comma.end())
    target += len(low[target:]) - len(low[target:].lstrip())
    names = grammar.names(reader.text, target)
    if names is None or names.end > end or not names.verb or _ONLY_HELPS.fullmatch(low, names.end, end):
        return False
    return all(
        grammar.kind(reader.text, unit) in ("body", "post")
        and reader.text[unit.start : unit.end] != low[unit.start : unit.end]
        for unit in names.units
    )


def _takes_over(reader: ClauseReader, start: int, comma: re.Match[str], end: int) -> bool:
    low, grammar = reader.low, reader.grammar
    if not whole_brackets(low[start : comma.start()]):
        return False
    if not grammar.begins(low, comma.end()):
        return False
    names = grammar.names(reader.text, comma.end())
    if names is None or not names.verb or names.end > end:
        names = guessed(reader.text, comma.end(), end, grammar)
    if names is None or names.end > end or not names.verb or names.verb in ("assign", "ask"):
        return False
    if HELPING.match(low, names.end) and LEFT_IN_CHARGE.search(low, start, comma.start()):
        return False
    titled = all(_TITLED.match(reader.text, unit.start) for unit in names.units)
    if not titled and any(grammar.kind(reader.text, u) not in ("body", "post", "group", "level") for u in names.units):
        return False
    if _HONOURS.match(low, names.end, end) and _PROPOSED.search(low, start, comma.start()):
        return False
    if _SET_UP.match(low, start, comma.start()):
        return True
    first = reader.read(start, comma.start())
    if first is None or not first.named or first.listed or first.end - first.start < len("tự chấm"):
        return False
    if first.guessed and len(low[first.start : first.end].split()) < _WHOLE_WORK // 2 + 1:
        return False  # "Chủ tịch Hội đồng quản trị, Tổng Giám đốc ..."
    if first.guessed and (listed := grammar.names(reader.text, start)) is not None and listed.end > comma.end():
        return False  # "Hiệu trưởng các trường tiểu học, THCS, Chủ tịch Công đoàn cơ sở ..."
    return "còn" in comma[0] or not _lists_on(reader, first.start, comma)


def _lists_on(reader: ClauseReader, start: int, comma: re.Match[str]) -> bool:
    """Whether a body or post is named in the last words before the comma, so that a list may go on behind it; people at
    large go on with no name."""
    begun = reader.grammar.begun_near(reader.low, start, comma.start())
    large = reader.text[comma.end()].isupper() and all(found[2] == "people" for found in begun)
    return bool(begun) and not large
