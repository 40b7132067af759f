"""Whom a letter or directive asks, in its last words before the list of what is to be done: "... yêu cầu Thủ trưởng các đơn
vị thực hiện các nội dung sau:"."""

from __future__ import annotations

from kehoach.extract.tasks.joined_lists import lists_joined
from kehoach.extract.text.passages import passages
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.model.document import Document, Span
from kehoach.model.fact import UnitMention
from kehoach.model.section import Outline
from kehoach.rules.needs import Sieve

_ASKS = Sieve(r"(?<!\w)(?:yêu\s+cầu|đề\s+nghị|giao|chỉ\s+đạo|mời)\s+")
_LISTED = Sieve(
    r"\s*(?:,\s*)?(?:(?:cần|phải|khẩn\s+trương|nghiêm\s+túc|tập\s+trung|phối\s+hợp|tổ\s+chức|chỉ\s+đạo|quan\s+tâm|tiếp\s+tục)\s+)*"
    r"(?:triển\s+khai|thực\s+hiện)[^.;:]{0,90}:\s*$"
)


def asked_before(document: Document, outline: Outline, grammar: UnitGrammar) -> tuple[UnitMention, ...]:
    """The units that the last paragraph before the first node asks to carry out the list below; none where it does not."""
    if not outline.nodes:
        return ()
    first = outline.nodes[0].extent.start
    last = next((p for p in reversed(list(passages(document, "body"))) if p.start < first), None)
    if last is None or not last.text.rstrip().endswith(":"):
        return ()
    text = lists_joined(last.text, grammar)
    low = lowered(text)
    for verb in reversed(list(_ASKS.finditer(low))):
        names = grammar.names(text, verb.end())
        if names is None or _LISTED.match(low, names.end) is None:
            continue
        printed = ((f"{u.head} {last.text[u.start : u.end]}".split(), u) for u in names.units)
        return tuple(
            UnitMention(" ".join(words), "lead", Span(last.start + u.start, last.start + u.end)) for words, u in printed
        )
    return ()
