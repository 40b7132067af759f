"""Who leads and who helps among several subjects: "Phòng A chủ trì, Phòng B phối hợp lập ...", "Phòng A (chủ trì)"."""

from __future__ import annotations

import re

from kehoach.extract.units.named_units import Name
from kehoach.extract.units.role_words import HELPING
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.model.plan import Role

_MARK = re.compile(r"\s*\((?:đơn\s+vị\s+|cơ\s+quan\s+)?(?:chủ\s+trì|phối\s+hợp|chịu\s+trách\s+nhiệm\s+chính)\)")


def helpers(text: str, low: str, at: int, end: int, grammar: UnitGrammar) -> tuple[tuple[Name, ...], int, bool] | None:
    """The units named from ``at`` on (folded; ``low`` in lower case) and where the work begins behind "phối hợp"; None
    where no unit there helps."""
    names = grammar.names(text, at, object_too=True) if grammar.begins(low, at) else None
    helping = HELPING.match(low, names.end, end) if names is not None else None
    return (names.units, helping.end(), False) if names is not None and helping is not None else None


_TOGETHER = re.compile(r"(?<!\w)cùng(?:\s+với)?\s+(?:các\s+|những\s+)?$")
"""Before those with whom the subject acts: "Trưởng trạm cùng cán bộ dân số lập danh sách"."""


def in_roles(low: str, units: tuple[Name, ...], role: Role) -> tuple[Role, ...]:
    """The roles of the subjects of one verb: ``role``, but what brackets say, and helpers from "cùng" on."""
    joined = next((n for n, unit in enumerate(units) if n and _TOGETHER.search(low, 0, unit.start)), len(units))
    return tuple("coordinate" if n >= joined else marked(low, unit, role) for n, unit in enumerate(units))


_HELP = re.compile(r"(?:các\s+|những\s+)?(?:cơ\s+quan|đơn\s+vị)(?:\s*,\s*đơn\s+vị)?\s+phối\s+hợp")
"""Those who help, by their name in the plan: "các cơ quan phối hợp"."""


def marked(low: str, unit: Name, role: Role) -> Role:
    """The role that a name says itself, or brackets behind it ("Phòng X (chủ trì), Phòng Y (phối hợp)"), else ``role``."""
    if _HELP.fullmatch(low[unit.start : unit.end].strip()):
        return "coordinate"
    mark = _MARK.search(low, unit.start, unit.end) or _MARK.match(low, unit.end)
    return role if mark is None else "coordinate" if "phối" in mark[0] else "lead"
