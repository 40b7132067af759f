"""Tesseract in this process, through tesserocr: no start-up for each image, and twice as fast as the command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.programs.tesseract import MODES, SeenWord, Segmentation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Inside:
    """One loaded engine. A hang in it cannot be interrupted: run it in a process that can be ended."""

    def __init__(self, data: Path, languages: str) -> None:
        import tesserocr

        self._tess = tesserocr
        self._api = tesserocr.PyTessBaseAPI(path=str(data), lang=languages, oem=tesserocr.OEM.LSTM_ONLY)
        # The search for typewriters' even spacing costs some hundredths, and changes nothing that lines are read from.
        self._api.SetVariable("textord_disable_pitch_test", "1")
        self._only = ""
        version = tesserocr.tesseract_version().split("\n")[0].removeprefix("tesseract ").strip()
        self.name = f"tesserocr {tesserocr.__version__} (Tesseract {version})"

    def recognize(
        self, image: NDArray[np.uint8], *, dpi: int, look: Segmentation = "page", only: str = ""
    ) -> list[SeenWord]:
        api = self._api
        height, width = image.shape[:2]
        if only != self._only:
            api.SetVariable("tessedit_char_whitelist", only)
            self._only = only
        api.SetPageSegMode(MODES[look])
        # Raw pixels: the image libraries bundled with the wheel are old and are not used.
        api.SetImageBytes(image.tobytes(), width, height, 1, width)
        api.SetSourceResolution(dpi)
        api.Recognize()
        try:
            return self._words()
        finally:
            api.Clear()

    def _words(self) -> list[SeenWord]:
        level, lines = self._tess.RIL.WORD, self._tess.RIL.TEXTLINE
        found: list[SeenWord] = []
        iterator = self._api.GetIterator()
        if iterator is None:
            return found
        number = -1
        while True:
            if not iterator.Empty(level):
                if iterator.IsAtBeginningOf(lines):
                    number += 1
                text = iterator.GetUTF8Text(level)
                box = iterator.BoundingBox(level)
                if text.strip() and box is not None:
                    confidence = max(0.0, min(1.0, iterator.Confidence(level) / 100))
                    found.append(SeenWord(text, confidence, box[0], box[1], box[2], box[3], max(number, 0)))
            if not iterator.Next(level):
                return found

    def close(self) -> None:
        self._api.End()
