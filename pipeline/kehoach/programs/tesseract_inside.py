"""Tesseract in this process, through tesserocr: no start-up for each image, and twice as fast as the command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kehoach.programs.tesseract import MODES, Models, SeenWord, Segmentation, chosen

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Inside:
    """One loaded engine. A hang in it cannot be interrupted: run it in a process that can be ended."""

    def __init__(self, data: Path, languages: str) -> None:
        import tesserocr

        self._tess = tesserocr
        self._data, self._languages = data, languages
        self._loaded: dict[str, Any] = {}
        self._load(languages)
        version = tesserocr.tesseract_version().split("\n")[0].removeprefix("tesseract ").strip()
        self.several = "+" in languages
        self.name = f"tesserocr {tesserocr.__version__} (Tesseract {version})"

    def recognize(
        self,
        image: NDArray[np.uint8],
        *,
        dpi: int,
        look: Segmentation = "page",
        only: str = "",
        models: Models = "all",
    ) -> list[SeenWord]:
        api = self._load(chosen(self._languages, models))
        height, width = image.shape[:2]
        api.SetVariable("tessedit_char_whitelist", only)
        api.SetPageSegMode(MODES[look])
        # Raw pixels: the image libraries bundled with the wheel are old and are not used.
        api.SetImageBytes(image.tobytes(), width, height, 1, width)
        api.SetSourceResolution(dpi)
        api.Recognize()
        try:
            return self._words(api)
        finally:
            api.Clear()

    def _load(self, languages: str) -> Any:
        """The engine with these models, which stays loaded."""
        if languages not in self._loaded:
            self._loaded[languages] = self._tess.PyTessBaseAPI(
                path=str(self._data), lang=languages, oem=self._tess.OEM.LSTM_ONLY
            )
        return self._loaded[languages]

    def _words(self, api: Any) -> list[SeenWord]:
        level, lines = self._tess.RIL.WORD, self._tess.RIL.TEXTLINE
        found: list[SeenWord] = []
        iterator = api.GetIterator()
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
        for api in self._loaded.values():
            api.End()
