"""What the columns of a table hold, by the words over them (vocabulary ``columns``)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.model.document import Block
from kehoach.orthography.fold import fold
from kehoach.rules.load import Rules


def column_kinds(heads: Mapping[int, str], rules: Rules) -> dict[int, str]:
    """What each column holds, those left out of which the head does not tell."""
    columns = {n: kind for n, head in heads.items() if (kind := _kind(head, rules)) is not None}
    who = [n for n, kind in columns.items() if kind in ("unit", "lead")]
    if len(who) > 1:  # beside those who act, who comes is no unit
        columns = {n: k for n, k in columns.items() if n not in who or lowered(heads[n]).strip() != "thành phần"}
    said = {*columns.values()}
    if ("coordinate" in said or {"task", "time"} <= said) and not {"lead", "unit"} & said:
        columns |= {n: "unit" for n, head in heads.items() if _DOES.fullmatch(lowered(head).strip(" .:"))}
    if {"unit", "time"} <= said and not {"task", "name"} & said:
        columns |= {n: "task" for n, head in heads.items() if _THEME.fullmatch(lowered(head).strip(" .:"))}
    if {"unit", "time"} <= said and not {"task", "name"} & {*columns.values()}:
        columns |= {n: "task" for n, head in heads.items() if _CHECKED.fullmatch(lowered(head).strip(" .:"))}
    if "task" in said and not {"lead", "unit", "coordinate"} & said:
        columns |= {n: "unit" for n, head in heads.items() if _PERSON.fullmatch(lowered(head).strip(" .:"))}
    return columns


def heads_over(blocks: list[Block]) -> dict[int, str]:
    """The words over each column; a head in two lines gives both ("Đơn vị" over "Chủ trì", "Phối hợp")."""
    heads: dict[int, str] = {}
    for block in blocks:
        if block.row_kind != "header":
            break
        for cell in block.cells:
            words = " ".join(cell.text.value.split())
            for column in range(cell.column, cell.column + cell.column_span):
                if words and words not in heads.get(column, ""):
                    heads[column] = f"{heads[column]} {words}" if column in heads else words
    return heads


_THEME = re.compile(r"(?:chủ đề|khẩu hiệu|chủ điểm)(?: thi đua| hành động| của đợt)?")
"""The head of a column of themes; beside those who act and a time it holds their work ("Chủ điểm" of a school's rounds)."""
_DOES = re.compile(r"(?:người\s+|bộ\s+phận\s+)?(?:thực\s+hiện|phụ\s+trách|chịu\s+trách\s+nhiệm|đầu\s+mối)(?:\s+chính)?")
"""The head of a column of those who act, beside one of those who help."""
_OF_DOERS = re.compile(r"\s(?:phụ\s+trách|thực\s+hiện|chịu\s+trách\s+nhiệm|tham\s+gia|th)(?:\s+chính)?$")
_CHECKED = re.compile(
    r"(?:tên\s+)?(?:các\s+)?(?:đơn\s+vị|cơ\s+quan|tổ\s+chức(?:\s+(?:đảng|đoàn|công\s+đoàn))?|chi\s+bộ|đảng\s+bộ|địa\s+phương|xã|trường|nơi|cơ\s+sở|công\s+đoàn\s+cơ\s+sở)(?:\s*,\s*[^\s,]+\s+[^\s,]+)?\s+được\s+"
    r"(?:kiểm\s+tra|giám\s+sát|thanh\s+tra|khảo\s+sát|phúc\s+tra|thẩm\s+định)"
)
"""The head of a column of those whom teams check, which is what these do."""
_PERSON = re.compile(r"họ(?:\s*,|\s+và|\s*&)?\s+tên(?:\s+[^\s,]+){0,3}")
"""The head of a column of people, of whom one beside it says what they do."""
_SPECK = re.compile(r"[_`:;.*|~^]")
"""What a speck of dirt on a scan, or a colon, adds to the words of a head."""


def _kind(head: str, rules: Rules) -> str | None:
    """What a column holds; one headed by a kind of bodies or people and what these do holds units ("Tổ/nhóm phụ trách")."""
    words = " ".join(_SPECK.sub(" ", head).split())
    found = rules["columns"].first(words)
    does = found is None and _OF_DOERS.search(lowered(words)) is not None
    doers = does and rules.made(UnitGrammar.of).begins(lowered(fold(words)), 0)
    return str(found[0]["column"]) if found else "unit" if doers else None
