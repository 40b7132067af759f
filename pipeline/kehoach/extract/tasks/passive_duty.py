"""Duties said in the passive, with the one who has them inside: "Báo cáo của các đơn vị được gửi về ... trước ngày ..."."""

from __future__ import annotations

import re

from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.named_units import Name
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.rules.needs import Sieve

_PAPER_OF = re.compile(
    r"(?:báo\s+cáo|hồ\s+sơ|danh\s+sách|văn\s+bản|bản\s+đăng\s+ký|kế\s+hoạch)(?:\s+[^\s,.;:]+){0,8}?\s+của\s+"
)
_IS_SENT = Sieve(
    r"\s*(?:phải\s+|cần\s+)?(?:(?:được\s+)?(?:gửi|nộp)|được\s+(?:báo\s+cáo|lập|trình|hoàn\s+thành|hoàn\s+thiện))(?!\w)"
)


def senders(text: str, start: int, end: int, grammar: UnitGrammar) -> tuple[Name, ...]:
    """The units whose paper the clause ``text[start:end]`` (folded) says is sent or made; none where it says no such."""
    low = lowered(text)
    whose = _PAPER_OF.match(low, start, end)
    if whose is None or not grammar.begins(low, whose.end()):
        return ()
    names = grammar.names(text, whose.end(), object_too=True)
    return names.units if names is not None and _IS_SENT.match(low, names.end, end) else ()
