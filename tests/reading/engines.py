"""Engines that misbehave, and one that reads the same word everywhere. They are started in worker processes."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from kehoach.programs.tesseract import Recognizer, SeenWord, Segmentation

DARK = 200
"""Mean grey below which a page is one that the engine does not survive."""


@dataclass(frozen=True)
class Started:
    """What a worker is told to start: see ``kehoach.reading.messages.Engine``. ``trouble`` comes on dark pages."""

    trouble: str = ""

    def start(self) -> Recognizer:
        return Same(self.trouble)

    def start_figures(self) -> None:
        """Nobody reads handwriting."""


@dataclass
class Same:
    """Reads one word, which fills the image, and remembers what it was shown."""

    trouble: str = ""
    text: str = "chữ"
    name: str = "same"
    shown: list[tuple[tuple[int, ...], Segmentation, str]] = field(default_factory=list)

    def recognize(
        self, image: NDArray[np.uint8], *, dpi: int, look: Segmentation = "page", only: str = ""
    ) -> list[SeenWord]:
        if self.trouble and float(image.mean()) < DARK:
            if self.trouble == "hang":
                time.sleep(600)
            os._exit(7)
        self.shown.append((image.shape, look, only))
        height, width = image.shape
        text = "8" if only else self.text
        return [SeenWord(text, 0.7 if self.text == "§" and not only else 0.95, 0, 0, width, height, 0)]

    def close(self) -> None:
        """Nothing stays open."""
