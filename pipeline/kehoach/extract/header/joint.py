"""Bodies of a joint plan: what each is called beside the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kehoach.extract.header.letterhead import Body
from kehoach.rules.trades import UNION, union_of

_PARTS = ("Công đoàn", "Đoàn Thanh niên", "Chi bộ", "Đảng ủy", "Đảng bộ")
_KINDS_OF_UNITS = ("công ty", "tổng công ty", "trường", "bệnh viện", "nhà máy", "xí nghiệp", "trung tâm", "học viện")


def of_its_trade(named: Body, chosen: Sequence[Body]) -> Body:
    """ "Công đoàn ngành" beside the department of its trade is named for it: "Công đoàn ngành Y tế"."""
    department = next((b.name for b in chosen if b.name.startswith("Sở ")), None)
    if department is None or named.name.lower() != UNION.lower():
        return named
    return replace(named, name=union_of(department), tier="trade")


def in_full(names: Sequence[str]) -> list[str]:
    """The names, of which one that says another only by its kind takes it over: "Công đoàn Công ty" beside a company is
    "Công đoàn Công ty Than Hồ Thiên"."""
    return [_in_full(name, [other for other in names if other is not name]) for name in names]


def _in_full(name: str, others: Sequence[str]) -> str:
    part = next((part for part in _PARTS if name.startswith(f"{part} ")), None)
    kind = name.removeprefix(f"{part} ").lower() if part is not None else ""
    whole = next((other for other in others if other.lower().startswith(f"{kind} ")), None)
    return f"{part} {whole}" if kind in _KINDS_OF_UNITS and whole is not None else name


def is_part(named: Body, chosen: Sequence[Body]) -> bool:
    """A body of a joint plan that is a part of another of them: its territory is said with that one."""
    within = any(other is not named and other.tier in ("unit", "department") for other in chosen)
    return within and named.tier != "trade" and named.territory is None and named.name.startswith(_PARTS)
