"""Names with a comma inside that a plan itself gives whole: the label or table cell "Phòng Hành chính, tổng hợp" tells that
"Phòng Hành chính, tổng hợp công bố điểm" is said of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.orthography.letters import LOWER, UPPER

_KIND = r"(?:Phòng|Ban|Tổ|Khoa|Đội|Trung tâm|Hạt|Trạm|Văn phòng|Bộ phận|Chi cục)"
_WORDS = r"(?:\s+[^\s,;:.|()]+)"
_NAME = re.compile(
    rf"(?P<first>(?:^|\||(?<=của)\s|(?<=về)\s)\s*{_KIND}\s+)(?P<field>[{UPPER}][^\s,;:.|()]*{_WORDS}{{0,5}}"
    rf"(?P<more>,\s+(?=[{LOWER}])(?!(?:các|và|mỗi|cùng)\s)[^\s,;:.|()]+{_WORDS}{{0,7}}))\s*(?=:|\||$)"
)


def knowing(grammar: UnitGrammar, texts: Iterable[str]) -> UnitGrammar:
    """The grammar with the names of the plan whose paragraphs are ``texts`` (folded, with capitals)."""
    fields = frozenset(field for text in texts if "," in text for field in _fields(text, grammar))
    if not fields - grammar.wholes.fields:
        return grammar
    wholes = replace(grammar.wholes, fields=grammar.wholes.fields | fields)
    return replace(grammar, wholes=wholes)


def _fields(text: str, grammar: UnitGrammar) -> Iterator[str]:
    low = lowered(text)
    for name in _NAME.finditer(text):
        behind = name.start("more") + len(", ")
        if not grammar.begins(low, behind):
            yield " ".join(low[name.start("field") : name.end("field")].split())
