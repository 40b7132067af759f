"""What a reader and its worker processes say to each other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kehoach.model.document import Source
from kehoach.programs.figures import FigureReader, Figures, Installed
from kehoach.programs.tesseract import Recognizer
from kehoach.programs.tesseract_command import Command
from kehoach.programs.tesseract_inside import Inside
from kehoach.reading import recorded


@dataclass(frozen=True)
class Engine:
    """Which engine to start, and with what; ``figures`` reads handwriting where it is installed."""

    kind: str
    data: Path
    languages: str
    command: str = ""
    version: str = ""
    figures: Installed | None = None

    @property
    def name(self) -> str:
        return f"{self.kind} {self.version}"

    def start(self) -> Recognizer:
        if self.kind == "tesserocr":
            return Inside(self.data, self.languages)
        return Command(self.command, self.version, self.data, self.languages)

    def start_figures(self) -> FigureReader | None:
        return Figures(self.figures) if self.figures is not None else None


@dataclass(frozen=True)
class Open:
    """The document whose pages come next."""

    source: Source


@dataclass(frozen=True)
class Task:
    """One page to recognize."""

    number: int
    dpi: int


@dataclass(frozen=True)
class Done:
    """The page as JSON values, or what went wrong."""

    number: int
    page: recorded.Json | None
    error: str = ""
