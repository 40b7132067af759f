"""Steps of a line as a reader of figures would give them, written down."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kehoach.programs.figures import NOTHING, OTHER, Character, Steps


class Saying:
    """A reader that says these lines, one after the other, for every image the next; the last again and again."""

    name = "saying 1"

    def __init__(self, *lines: str, pixels: float = 10.0, sure: float = 0.98) -> None:
        self.lines, self.pixels, self.sure, self.asked = lines, pixels, sure, 0

    def read(self, image: np.ndarray) -> Steps:
        self.asked += 1
        return steps(self.lines[min(self.asked, len(self.lines)) - 1], pixels=self.pixels, sure=self.sure)


def steps(
    line: str, *, sure: float = 0.98, doubts: Sequence[tuple[int, str, float]] = (), pixels: float = 10.0
) -> Steps:
    """Each character of ``line`` at every second step, as sure as told.

    Args:
        doubts: (place of a character, another figure, how probable that is instead).
    """
    weights = np.zeros((2 * len(line), OTHER + 1), np.float32)
    weights[1::2, NOTHING] = 1.0
    for n, character in enumerate(line):
        column = NOTHING if character == " " else NOTHING + 1 + int(character) if character.isdigit() else OTHER
        weights[2 * n, column] += sure
        weights[2 * n, OTHER] += 1 - sure
    for n, other, share in doubts:
        weights[2 * n] *= 1 - share
        weights[2 * n, NOTHING + 1 + int(other)] += share
    found = tuple(Character(character, 2 * n, 2 * n) for n, character in enumerate(line))
    return Steps(weights, found, pixels)
