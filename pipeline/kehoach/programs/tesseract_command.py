"""Tesseract as a command, through pytesseract: slower, and everywhere the command runs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.programs.tesseract import MODES, SeenWord, Segmentation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Command:
    """The engine as a program of its own, one start for each image."""

    def __init__(self, command: str, version: str, data: Path, languages: str) -> None:
        # One thread: on small machines the command's own threads make it four times slower (measured).
        os.environ["OMP_THREAD_LIMIT"] = "1"
        self._command = command
        self._languages = languages
        self._options = f"--oem 1 --tessdata-dir {_quoted(data)}"
        self.name = f"pytesseract (Tesseract {version})"

    def recognize(
        self, image: NDArray[np.uint8], *, dpi: int, look: Segmentation = "page", only: str = ""
    ) -> list[SeenWord]:
        import pytesseract
        from PIL import Image

        pytesseract.pytesseract.tesseract_cmd = self._command
        table = pytesseract.image_to_data(
            Image.fromarray(image),
            lang=self._languages,
            config=f"{self._options} --psm {MODES[look]} --dpi {dpi}"
            + (f" -c tessedit_char_whitelist={only}" if only else ""),
            output_type=pytesseract.Output.DICT,
        )
        found: list[SeenWord] = []
        last, number = None, -1
        for n, text in enumerate(table["text"]):
            if not str(text).strip():
                continue
            line = (table["block_num"][n], table["par_num"][n], table["line_num"][n])
            if line != last:
                last, number = line, number + 1
            left, top = int(table["left"][n]), int(table["top"][n])
            right, bottom = left + int(table["width"][n]), top + int(table["height"][n])
            confidence = max(0.0, min(1.0, float(table["conf"][n]) / 100))
            found.append(SeenWord(str(text), confidence, left, top, right, bottom, number))
        return found

    def close(self) -> None:
        """Nothing stays open."""


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
