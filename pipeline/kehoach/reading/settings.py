"""How a document is to be read."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Mode = Literal["auto", "ocr", "text"]
Engine = Literal["auto", "tesserocr", "pytesseract"]


def default_cache() -> Path:
    """Where recognized pages are kept: ``$XDG_CACHE_HOME/kehoach``, by default ``~/.cache/kehoach``."""
    home = os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "kehoach"


def available_cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Settings:
    """How a document is to be read.

    mode: "auto" takes each page's text layer where it is good and recognizes the others; "ocr" recognizes every page;
        "text" takes text layers as they are and recognizes nothing.
    pages: the page numbers to read, from 1; None reads all.
    engine: "auto" is tesserocr where it is installed, else pytesseract.
    languages: Tesseract's models, joined by "+"; None takes the best of those installed.
    dpi: resolution at which pages are recognized.
    cache: folder of recognized pages; None keeps none.
    page_timeout: seconds that one page may take before it is given up: of the processor where other work keeps it
        from the page, and by the clock at most six times that.
    jobs: worker processes; 0 is one for each core.

    Raises:
        ValueError: a number is out of its range.
    """

    mode: Mode = "auto"
    pages: tuple[int, ...] | None = None
    engine: Engine = "auto"
    languages: str | None = None
    dpi: int = 300
    cache: Path | None = field(default_factory=default_cache)
    page_timeout: float = 240.0
    jobs: int = 0

    def __post_init__(self) -> None:
        if not 72 <= self.dpi <= 1200:
            raise ValueError(f"dpi must be between 72 and 1200, not {self.dpi}")
        if self.page_timeout <= 0:
            raise ValueError(f"page_timeout must be above 0, not {self.page_timeout}")
        if self.jobs < 0:
            raise ValueError(f"jobs must be 0 or more, not {self.jobs}")
        if self.pages is not None and any(number < 1 for number in self.pages):
            raise ValueError("page numbers count from 1")

    @property
    def workers(self) -> int:
        return self.jobs or available_cores()

    def wants(self, number: int) -> bool:
        """Whether this page is among those to read."""
        return self.pages is None or number in self.pages
