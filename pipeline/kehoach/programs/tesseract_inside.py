"""Tesseract in this process, through tesserocr: no start-up for each image, and twice as fast as the command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.programs.tesseract import MODES, SeenWord, Segmentation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_ALTERNATIVES = 5


class Inside:
    """One loaded engine. A hang in it cannot be interrupted: run it in a process that can be ended."""

    def __init__(self, data: Path, languages: str) -> None:
        import tesserocr

        self._tess = tesserocr
        self._api = tesserocr.PyTessBaseAPI(path=str(data), lang=languages, oem=tesserocr.OEM.LSTM_ONLY)
        self._choices = False
        version = tesserocr.tesseract_version().split("\n")[0].removeprefix("tesseract ").strip()
        self.name = f"tesserocr {tesserocr.__version__} (Tesseract {version})"

    def recognize(
        self, image: NDArray[np.uint8], *, dpi: int, look: Segmentation = "page", alternatives: bool = False
    ) -> list[SeenWord]:
        api = self._api
        height, width = image.shape[:2]
        if alternatives != self._choices:
            api.SetVariable("lstm_choice_mode", "2" if alternatives else "0")
            self._choices = alternatives
        api.SetPageSegMode(MODES[look])
        # Raw pixels: the image libraries bundled with the wheel are old and are not used.
        api.SetImageBytes(image.tobytes(), width, height, 1, width)
        api.SetSourceResolution(dpi)
        api.Recognize()
        try:
            return self._words(alternatives)
        finally:
            api.Clear()

    def _words(self, alternatives: bool) -> list[SeenWord]:
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
                    other = self._alternatives(iterator, text) if alternatives else ()
                    found.append(SeenWord(text, confidence, box[0], box[1], box[2], box[3], max(number, 0), other))
            if not iterator.Next(level):
                return found

    def _alternatives(self, word: object, text: str) -> tuple[tuple[str, float], ...]:
        """Readings of the word with one symbol exchanged for another choice of the engine, the nearest first."""
        steps: list[list[tuple[str, float]]] = word.GetBestLSTMSymbolChoices()  # type: ignore[attr-defined]
        choices = [step for step in steps or () if step and step[0][0].strip()]
        best = [step[0][0] for step in choices]
        if "".join(best) != text:
            return ()
        cost: dict[str, float] = {}
        for n, step in enumerate(choices):
            for symbol, rating in step[1:]:
                reading = "".join([*best[:n], symbol.strip(), *best[n + 1 :]])
                if reading != text and reading:
                    cost[reading] = min(cost.get(reading, 100.0), rating)
        ranked = sorted(cost.items(), key=lambda entry: entry[1])[:MOST_ALTERNATIVES]
        return tuple((reading, round(1 - rating / 100, 3)) for reading, rating in ranked)

    def close(self) -> None:
        self._api.End()
