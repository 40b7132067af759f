"""Times as plans write them, each with the interval it means."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kehoach.model.plan import DeadlineKind, Qualifier
from kehoach.specimen.draw import Draw

_ROMAN = ("I", "II", "III", "IV")


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


def deadline(draw: Draw, day: date) -> Moment:
    """A day by which something is to be done."""
    written = slashed(day) if draw.chance(0.75) else spelled(day)
    words, qualifier = draw.one(
        (
            (f"trước ngày {written}", "before"), (f"trước ngày {written}", "before"), (f"xong trước ngày {written}", "before"),
            (f"chậm nhất ngày {written}", "by"), (f"chậm nhất là ngày {written}", "by"), (f"muộn nhất ngày {written}", "by"),
        )
    )  # fmt: skip
    return Moment(words, "deadline", None, day.isoformat(), qualifier)  # type: ignore[arg-type]


def stretch(draw: Draw, first: date, last: date) -> Moment:
    """From a day to a day."""
    words = draw.one(
        (
            f"từ ngày {slashed(first)} đến ngày {slashed(last)}",
            f"từ ngày {slashed(first)} đến hết ngày {slashed(last)}",
            f"từ ngày {spelled(first)} đến ngày {spelled(last)}",
            f"từ {slashed(first)} đến {slashed(last)}",
        )
    )
    return Moment(words, "period", first.isoformat(), last.isoformat())


def within(draw: Draw, day: date) -> Moment:
    """A month, a quarter, the end of a year, a week of a month: the one that holds ``day``."""
    makers: tuple[Callable[[date], Moment], ...] = (
        _in_month,
        _in_month,
        _in_quarter,
        _month_of_year,
        _at_the_end,
        _week,
    )
    return draw.one(makers if day.month >= 10 else tuple(m for m in makers if m is not _at_the_end))(day)


def _in_month(day: date) -> Moment:
    return Moment(f"trong tháng {day.month}/{day.year}", "period", *in_month(day.year, day.month))


def _month_of_year(day: date) -> Moment:
    return Moment(f"tháng {_month(day.month)} năm {day.year}", "milestone", *in_month(day.year, day.month))


def _in_quarter(day: date) -> Moment:
    quarter = (day.month + 2) // 3
    start = in_month(day.year, 3 * quarter - 2)[0]
    return Moment(
        f"trong quý {_ROMAN[quarter - 1]} năm {day.year}", "period", start, in_month(day.year, 3 * quarter)[1]
    )


def _at_the_end(day: date) -> Moment:
    return Moment(f"cuối năm {day.year}", "milestone", *in_month(day.year, 12))


def _week(day: date) -> Moment:
    week = min((day.day + 6) // 7, 4)
    start = date(day.year, day.month, 7 * week - 6)
    end = start + timedelta(days=6)
    words = f"tuần {week} tháng {day.month}/{day.year}"
    return Moment(words, "period", start.isoformat(), end.isoformat(), "approx")


def recurring(draw: Draw) -> Moment:
    """What comes again; no dates."""
    every = draw.one(("hằng tháng", "hằng quý", "hằng năm", "hàng năm"))
    if draw.chance(0.4):
        day = draw.one((15, 20, 25))
        return Moment(f"trước ngày {day} hằng tháng", "recurring", qualifier="before")
    return Moment(every, "recurring")


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
    made = _in_quarter(day)
    quarter = (day.month + 2) // 3
    return Moment(f"Quý {_ROMAN[quarter - 1]}/{day.year}", "period", made.start, made.end)


def quarter_band(year: int, quarter: int) -> Moment:
    """The heading over the rows of a quarter."""
    start, end = in_month(year, 3 * quarter - 2)[0], in_month(year, 3 * quarter)[1]
    return Moment(f"QUÝ {_ROMAN[quarter - 1]}", "period", start, end)
