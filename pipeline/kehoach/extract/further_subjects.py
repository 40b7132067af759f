"""Where behind a comma another unit takes over, in one sentence without a semicolon: "Các đơn vị tự chấm, khối trưởng
kiểm tra, Hội đồng quyết định"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.extract.assignments import ClauseReader

_COMMA = re.compile(r",\s+(?:còn\s+|riêng\s+)?(?=(?i:các|mỗi|từng|khối|cụm|trưởng|tổ|hội|ban|công)\s|[A-ZĐÀ-Ỹ])")


def parted(reader: ClauseReader, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clause, cut before each subject that follows a whole assignment of another."""
    at = start
    for comma in _COMMA.finditer(reader.text, start, end):
        if comma.start() >= at and _takes_over(reader, at, comma, end):
            yield at, comma.start()
            at = comma.end()
    yield at, end


def _takes_over(reader: ClauseReader, start: int, comma: re.Match[str], end: int) -> bool:
    if reader.low.count("(", start, comma.start()) != reader.low.count(")", start, comma.start()):
        return False
    names = reader.grammar.names(reader.text, comma.end())
    if names is None or names.end > end or not names.verb or names.verb in ("assign", "ask"):
        return False
    if any(reader.grammar.kind(reader.text, unit) not in ("body", "post", "group") for unit in names.units):
        return False
    first = reader.read(start, comma.start())
    if first is None or not first.named or first.listed or first.end - first.start < len("tự chấm"):
        return False
    return not reader.grammar.named_near(reader.low, first.start, comma.start())
