"""How days, shares and figures are printed for people, as in Vietnamese documents."""

from __future__ import annotations


def number(value: float | None) -> str:
    """No needless decimals, a decimal comma."""
    return (
        ""
        if value is None
        else f"{value:g}".replace(".", ",")
        if abs(value) < 1e6
        else f"{value:,.0f}".replace(",", ".")
    )


def day(iso: str | None) -> str:
    """An ISO date, perhaps partial, as dd/mm/yyyy."""
    return "" if iso is None else "/".join(reversed(iso.split("-")))


def percent(confidence: float) -> str:
    """Whole percents of a share from 0 to 1, never rounded up to 100."""
    return f"{100 if confidence >= 1 else min(99, round(confidence * 100))}%"
