"""Times as plans write them, each with the interval it means."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kehoach.model.plan import DeadlineKind, Qualifier
from kehoach.specimen.draw import Draw

_ROMAN = ("I", "II", "III", "IV")
Words = Mapping[str, Sequence[Any]]
"""Wordings of times, by key (see wordings.toml)."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as printed (``words``, lower case) with its interval (inclusive ISO dates, None where open)."""

    words: str
    kind: DeadlineKind
    start: str | None = None
    end: str | None = None
    qualifier: Qualifier | None = None

    @property
    def due(self) -> dict[str, str | None] | None:
        """The interval as a task's due; None where the words give no dates."""
        return {"start": self.start, "end": self.end} if self.start or self.end else None


def slashed(day: date) -> str:
    """01/02/2022, 5/11/2022: NĐ 30/2020 pads days below 10 and the months 1 and 2."""
    return f"{day.day:02d}/{_month(day.month)}/{day.year}"


def spelled(day: date) -> str:
    return f"{day.day:02d} tháng {_month(day.month)} năm {day.year}"


def _month(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)


def in_month(year: int, month: int) -> tuple[str, str]:
    last = calendar.monthrange(year, month)[1]
    return date(year, month, 1).isoformat(), date(year, month, last).isoformat()


def deadline(draw: Draw, times: Words, day: date) -> Moment:
    """A day by which something is to be done."""
    written = slashed(day) if draw.chance(0.75) else spelled(day)
    words, qualifier = draw.one(times["by"])
    return Moment(words.replace("{day}", written), "deadline", None, day.isoformat(), qualifier)


def stretch(draw: Draw, times: Words, first: date, last: date) -> Moment:
    """From a day to a day."""
    words = draw.one(times["stretch"])
    write = spelled if draw.chance(0.25) and "ngày {a}" in words else slashed
    words = words.replace("{a}", write(first)).replace("{b}", write(last))
    return Moment(words, "period", first.isoformat(), last.isoformat())


def until(draw: Draw, times: Words, issued: date, last: date) -> Moment:
    """From the day of issue to a day."""
    words = draw.one(times["until"]).replace("{b}", slashed(last))
    return Moment(words, "period", issued.isoformat(), last.isoformat())


def within(draw: Draw, times: Words, day: date) -> Moment:
    """A month, a quarter, half a year, the end of a year, a week of a month: the one that holds ``day``."""
    makers: tuple[Callable[[Draw, Words, date], Moment], ...] = (
        _in_month, _in_month, _in_quarter, _month_of_year, _at_the_end, _week, _half, _month_end,
    )  # fmt: skip
    chosen = draw.one(makers if day.month >= 10 else tuple(m for m in makers if m is not _at_the_end))
    return chosen(draw, times, day)


def _in_month(draw: Draw, times: Words, day: date) -> Moment:
    return Moment(_filled(draw.one(times["month"]), day), "period", *in_month(day.year, day.month))


def _month_of_year(draw: Draw, times: Words, day: date) -> Moment:
    return Moment(_filled(draw.one(times["month_plain"]), day), "milestone", *in_month(day.year, day.month))


def _month_end(draw: Draw, times: Words, day: date) -> Moment:
    return Moment(_filled(draw.one(times["month_end"]), day), "period", *in_month(day.year, day.month))


def _in_quarter(draw: Draw, times: Words, day: date) -> Moment:
    return Moment(_filled(draw.one(times["quarter"]), day), "period", *_quarter(day.year, (day.month + 2) // 3))


def _half(draw: Draw, times: Words, day: date) -> Moment:
    start, end = (1, 6) if day.month <= 6 else (7, 12)
    words = _filled(draw.one(times["half"]), day)
    return Moment(words, "period", in_month(day.year, start)[0], in_month(day.year, end)[1])


def _at_the_end(draw: Draw, times: Words, day: date) -> Moment:
    return Moment(_filled(draw.one(times["year_end"]), day), "milestone", *in_month(day.year, 12))


def _week(draw: Draw, times: Words, day: date) -> Moment:
    start = date(day.year, day.month, 7 * _week_of(day) - 6)
    end = start + timedelta(days=6)
    return Moment(_filled(draw.one(times["week"]), day), "period", start.isoformat(), end.isoformat(), "approx")


def _week_of(day: date) -> int:
    return min((day.day + 6) // 7, 4)


def _quarter(year: int, quarter: int) -> tuple[str, str]:
    return in_month(year, 3 * quarter - 2)[0], in_month(year, 3 * quarter)[1]


def _filled(words: str, day: date) -> str:
    slots = {
        "{mm}": _month(day.month), "{m}": str(day.month), "{y}": str(day.year), "{q}": _ROMAN[(day.month - 1) // 3],
        "{half}": "đầu" if day.month <= 6 else "cuối", "{w}": str(_week_of(day)),
    }  # fmt: skip
    for slot, value in slots.items():
        words = words.replace(slot, value)
    return words


def recurring(draw: Draw, times: Words) -> Moment:
    """What comes again; no dates."""
    if draw.chance(0.4):
        words = draw.one(times["recurring_day"]).replace("{d}", str(draw.one((15, 20, 25))))
        return Moment(words, "recurring", qualifier="before")
    return Moment(draw.one(times["recurring"]), "recurring")


def cell(draw: Draw, day: date) -> Moment:
    """A time as a cell of a work plan's table gives it: mostly without the year."""
    first, last = in_month(day.year, day.month)
    made = draw.one(
        (
            Moment(f"Tháng {_month(day.month)}", "period", first, last),
            Moment(f"Tháng {_month(day.month)}", "period", first, last),
            Moment(f"Tháng {_month(day.month)}/{day.year}", "period", first, last),
            Moment(f"Trước {slashed(day)}", "deadline", None, day.isoformat(), "before"),
            Moment(f"Trước ngày {slashed(day)}", "deadline", None, day.isoformat(), "before"),
            Moment(f"Trước ngày {day.day:02d}/{_month(day.month)}", "deadline", None, day.isoformat(), "before"),
            _plain_quarter(day),
        )
    )
    return made


def _plain_quarter(day: date) -> Moment:
    quarter = (day.month + 2) // 3
    return Moment(f"Quý {_ROMAN[quarter - 1]}/{day.year}", "period", *_quarter(day.year, quarter))


def quarter_band(year: int, quarter: int) -> Moment:
    """The heading over the rows of a quarter."""
    return Moment(f"QUÝ {_ROMAN[quarter - 1]}", "period", *_quarter(year, quarter))
