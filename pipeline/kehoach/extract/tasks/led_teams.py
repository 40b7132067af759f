"""Teams told apart by a number, which are those that lead them: "Tổ 1 do Phòng Nội vụ làm tổ trưởng kiểm tra ..."."""

from __future__ import annotations

from kehoach.extract.units.named_units import Name
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.rules.needs import Sieve

_TEAM = Sieve(
    r"(?:tổ|đoàn|nhóm|đội|mũi|tiểu\s+ban)(?:\s+(?:kiểm\s+tra|công\s+tác|giám\s+sát|phúc\s+tra|thẩm\s+định))?(?:\s+(?:số|thứ))?\s+(?:\d{1,2}|[ivx]{1,4}|một|hai|ba|nhất)"
)
_HEADED = Sieve(
    r"\s*:?\s+do\s+(?P<heads>[^,;.:()]{4,90}?)\s+(?:làm|là)\s+(?:(?:tổ|nhóm|đội)\s+trưởng|trưởng\s+(?:đoàn|nhóm|tiểu\s+ban|ban))(?!\w)"
)


def led_by(text: str, low: str, units: tuple[Name, ...], grammar: UnitGrammar) -> tuple[Name, ...]:
    """The units, for a team that has a number and no name of its own those who head it."""
    team = units[0]
    by_number = len(units) == 1 and _TEAM.fullmatch(low, team.start, team.end)
    headed = _HEADED.match(low, team.end) if by_number else None
    if headed is None or not grammar.begins(low, headed.start("heads")):
        return units
    return grammar.split(text, *headed.span("heads"))
