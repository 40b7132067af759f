"""A reader of handwritten figures: PP-OCRv6's small recognition model, run by onnxruntime in this process.

The model (Apache-2.0, PaddlePaddle) lies as a file in the wheel of ``rapidocr``; of that package nothing but the file
is used, so none of its code is imported. It knows few Vietnamese letters and is asked for figures only. Both packages
are looked for without importing them; onnxruntime is imported when a figure is first to be read.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PACKAGES = ("onnxruntime", "rapidocr")
REQUIREMENTS = ("onnxruntime", '"rapidocr>=3.10,<3.11"')
MODEL = "PP-OCRv6_rec_small"
NOTHING, OTHER = 0, 11
"""Columns of ``Steps.weights``: no ink or a space, and whatever is no figure; the figures stand between them."""
_HEIGHT, _LEAST_WIDTH = 48, 320
_LOOKALIKES = {"0": "OoQØ", "1": "lIi|!"}
"""Letters that a figure between figures is taken for; the places that are asked about hold no letters."""
_SPECKS = "·.,'"
"""What specks of dirt are taken for."""


@dataclass(frozen=True, slots=True)
class Installed:
    """The model's file, and what reads with which version."""

    model: Path
    version: str

    @property
    def name(self) -> str:
        return f"{MODEL} ({self.version})"


def probe() -> Installed | None:
    """What is installed, or None where the runtime or the model is missing."""
    if any(importlib.util.find_spec(name) is None for name in PACKAGES):
        return None
    found = importlib.util.find_spec("rapidocr")
    folders = (found.submodule_search_locations or ()) if found else ()
    model = next((file for folder in folders if (file := Path(folder) / "models" / f"{MODEL}.onnx").is_file()), None)
    if model is None:
        return None
    from importlib import metadata

    return Installed(model, ", ".join(f"{name} {metadata.version(name)}" for name in reversed(PACKAGES)))


@dataclass(frozen=True, slots=True)
class Character:
    """A character as read; ``first`` and ``last`` are the steps at which it was seen, ``weight`` its probability where
    it is greatest."""

    text: str
    first: int
    last: int
    weight: float = 1.0


@dataclass(frozen=True)
class Steps:
    """What the model sees from left to right along a line.

    weights: a row a step, its columns NOTHING, the figures 0 to 9, OTHER; each row adds up to 1.
    pixels: how many pixels of the image a step is.
    """

    weights: NDArray[np.float32]
    characters: tuple[Character, ...]
    pixels: float


class FigureReader(Protocol):
    """A running model. Not shared between threads."""

    name: str

    def read(self, image: NDArray[np.uint8]) -> Steps:
        """One line of writing, in RGB."""
        ...


class Figures:
    """The model in this process, on one thread, loaded when it first reads (0.2 s, 70 MB; 20 to 50 ms a line)."""

    def __init__(self, installed: Installed) -> None:
        self.name = installed.name
        self._file = installed.model

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(str(self._file), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _alphabet(self) -> tuple[str, ...]:
        """What each class of the model stands for: nothing, its characters, a space."""
        return ("", *self._session.get_modelmeta().custom_metadata_map["character"].split("\n"), " ")

    @cached_property
    def _figures(self) -> list[list[int]]:
        """The classes of each figure and of the letters that look like it."""
        places = {text: n for n, text in enumerate(self._alphabet)}
        wanted = ((str(n), *_LOOKALIKES.get(str(n), "")) for n in range(10))
        return [[places[text] for text in texts if text in places] for texts in wanted]

    @cached_property
    def _nothing(self) -> list[int]:
        """The classes of no ink: nothing, specks, a space."""
        return [n for n, text in enumerate(self._alphabet) if text in ("", " ", *_SPECKS)]

    def read(self, image: NDArray[np.uint8]) -> Steps:
        import cv2
        import numpy as np

        height, width = image.shape[:2]
        wide = max(_HEIGHT // 2, round(_HEIGHT * width / height))
        how = cv2.INTER_AREA if height > _HEIGHT else cv2.INTER_CUBIC
        scaled = np.asarray(cv2.resize(image, (wide, _HEIGHT), interpolation=how), np.float32)
        line = np.zeros((1, 3, _HEIGHT, max(_LEAST_WIDTH, wide)), np.float32)
        line[0, :, :, :wide] = (scaled[:, :, ::-1] / 127.5 - 1).transpose(2, 0, 1)
        seen = np.asarray(self._session.run(None, {self._session.get_inputs()[0].name: line})[0][0], np.float32)
        steps = min(len(seen), -(-wide * len(seen) // line.shape[3]))
        pixels = line.shape[3] / len(seen) * height / _HEIGHT
        return Steps(self._weights(seen[:steps]), self._characters(seen[:steps]), pixels)

    def _weights(self, seen: NDArray[np.float32]) -> NDArray[np.float32]:
        import numpy as np

        made = np.zeros((len(seen), OTHER + 1), np.float32)
        made[:, NOTHING] = seen[:, self._nothing].sum(axis=1)
        for n, columns in enumerate(self._figures):
            made[:, NOTHING + 1 + n] = seen[:, columns].sum(axis=1)
        made[:, OTHER] = np.clip(1 - made.sum(axis=1), 0, 1)
        return made

    def _characters(self, seen: NDArray[np.float32]) -> tuple[Character, ...]:
        """The likeliest character of each step, equal neighbours being one."""
        best, weights = seen.argmax(axis=1).tolist(), seen.max(axis=1).tolist()
        found: list[Character] = []
        for step, (n, weight) in enumerate(zip(best, weights, strict=True)):
            if n and step and best[step - 1] == n:
                found[-1] = Character(found[-1].text, found[-1].first, step, max(weight, found[-1].weight))
            elif n:
                found.append(Character(self._alphabet[n], step, step, weight))
        return tuple(found)
