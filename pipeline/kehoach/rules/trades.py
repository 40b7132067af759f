"""How the union of a trade is called, by the department of that trade."""

from __future__ import annotations

UNION = "Công đoàn ngành"


def union_of(department: str) -> str:
    """ "Công đoàn ngành Y tế" beside "Sở Y tế"; that of education leaves training out."""
    trade = department.removeprefix("Sở ")
    return f"{UNION} {'Giáo dục' if trade.startswith('Giáo dục') else trade}"
