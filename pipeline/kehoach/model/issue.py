"""What a stage could not do, or doubts. An issue never stops the document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kehoach.model.geometry import Box

Stage = Literal["reading", "layout", "language", "segment", "extract", "assemble", "audit"]


@dataclass(frozen=True, slots=True)
class Issue:
    """``code`` is stable (page_unreadable, repaired, low_confidence, conflict ...); ``message`` is for people."""

    stage: Stage
    code: str
    message: str
    page: int | None = None
    box: Box | None = None
