"""A time expression found in a text."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.extract.times.moments import Shape
from kehoach.model.time import When


@dataclass(frozen=True, slots=True)
class TimeMatch:
    """``start`` and ``end`` are half-open offsets into the text; ``shape`` is that of its (last) moment, None where
    it has none; ``worded`` tells that words of time, not bare figures, carry it."""

    start: int
    end: int
    when: When
    shape: Shape | None = None
    worded: bool = True
