"""What a pen wrote into a slot: the line around it looked at in several ways, and the figures that all looks agree on.

A reader that is sure may still be wrong, but wrongly read ink reads otherwise once it is cut, scaled or slanted a
little differently. So confidence is the mean probability of a string over all looks, and nothing else. What leaves ink
unread, is no figure, or is no day of a month is not believed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from kehoach.programs.figures import FigureReader, Steps
from kehoach.reading import spelled
from kehoach.reading.glyphs import Standing
from kehoach.reading.look import Places
from kehoach.reading.slots import Slot
from kehoach.reading.spelled import Kind, Stretch

if TYPE_CHECKING:
    from numpy.typing import NDArray

BELIEVED = 0.5
"""Probability from which a string read from handwriting stands in the text."""
_SURE = 0.9
"""The same, from which print is read surely."""
LOOKS = 5
"""In how many ways handwriting is looked at."""
_MOST_FIGURES = {"number": 5, "day": 2, "month": 2}
_GREATEST = {"number": 99_999, "day": 31, "month": 12}
_BEFORE = {"number": 2.6, "day": 3.2, "month": 3.2}
_BEHIND = {"number": 6.0, "day": 6.4, "month": 6.4}
"""How much of the line is looked at before its first slot and behind its last, in heights of a capital: the printed
words there."""
_HIGHEST, _LOWEST = 2.4, 1.3
_LARGE, _WIDEST = 0.6, 0.9
"""How high a spot is that is a figure, beside the highest; how wide a figure is at most in heights of the ink. Measured
on handwriting: up to 0.81."""
_USUAL = (1.35, 0.35)
"""How far handwriting may reach above the baseline and below it, and how far print does, in heights of a capital."""


@dataclass(frozen=True, slots=True)
class Written:
    """A slot and the ink in it: the spots that may be figures, and the small ones too, which may be parts of some."""

    slot: Slot
    ink: tuple[Places, ...]
    small: tuple[Places, ...] = ()


@dataclass(frozen=True, slots=True)
class Penned:
    """What was read in a slot: ``figures`` are empty where the looks see none. ``readings`` are the lines as read,
    look by look, of the pixels ``seen``."""

    figures: str
    confidence: float
    readings: tuple[str, ...]
    seen: Places


@dataclass(frozen=True)
class _Look:
    """One way to look at the line: what was read, and the page's pixel at which the image begins."""

    steps: Steps
    left: float
    slots: dict[Kind, Stretch]

    def pixel(self, step: float) -> float:
        return self.left + step * self.steps.pixels


def read(
    line: Sequence[Written],
    pixels: NDArray[np.uint8],
    reader: FigureReader,
    most: int = LOOKS,
    known: Sequence[str] = (),
) -> list[Penned]:
    """The slots of one line, in order.

    Args:
        line: the slots of the line of the number, or of the line of the date.
        pixels: the upright page in RGB, with its coloured ink.
        most: in how many ways it is looked at.
        known: what another reader has for each slot; it is looked at no more where this one surely says the same.
    """
    stands = line[0].slot.stands
    area = _area(line, stands, pixels)
    kinds = [written.slot.kind for written in line]
    looks: list[_Look] = []
    for image, left in islice(_images(area, stands, pixels), most):
        steps = reader.read(image)
        looks.append(_Look(steps, left, spelled.stretches(steps, kinds)))
        # What the looks left cannot make believed is not looked at any more.
        if all(_elected(kind, looks)[1] * len(looks) + most - len(looks) < BELIEVED * most for kind in kinds):
            break
        if known and all(_says(kind, text, looks) for kind, text in zip(kinds, known, strict=True)):
            break
    readings = tuple(spelled.text(look.steps) for look in looks)
    made: list[Penned] = []
    for written in line:
        figures, share = _elected(written.slot.kind, looks)
        made.append(Penned(figures, share if _holds(figures, written, looks) else 0.0, readings, area))
    return made


def _area(line: Sequence[Written], stands: Standing, pixels: NDArray[np.uint8]) -> Places:
    """The part of the line that is looked at, as high as its handwriting."""
    tops = [stands.baseline - _USUAL[0] * stands.capital, *(spot[1] for written in line for spot in written.ink)]
    feet = [stands.baseline + _USUAL[1] * stands.capital, *(spot[3] for written in line for spot in written.ink)]
    height, width = pixels.shape[:2]
    first, last = line[0].slot, line[-1].slot
    return (
        max(0, round(first.left - _BEFORE[first.kind] * stands.capital)),
        max(0, round(max(min(tops), stands.baseline - _HIGHEST * stands.capital))),
        min(width, round(last.right + _BEHIND[last.kind] * stands.capital)),
        min(height, round(min(max(feet), stands.baseline + _LOWEST * stands.capital))),
    )


def _images(area: Places, stands: Standing, pixels: NDArray[np.uint8]) -> Iterator[tuple[NDArray[np.uint8], float]]:
    """The looks: in colour, with red ink left out, cut closer, slanted, thickened, widened."""
    import cv2

    def cut(above: float, below: float, start: float = 0.0, end: float = 0.0, red: bool = True) -> NDArray[np.uint8]:
        x0, y0, x1, y1 = area
        top, bottom = max(0, round(y0 - above * stands.capital)), round(y1 + below * stands.capital)
        left, right = round(x0 + start * stands.capital), round(x1 - end * stands.capital)
        part = pixels[top:bottom, left:right]
        # Seals are red: in the red channel they are as light as paper, a pen's blue is dark.
        return np.ascontiguousarray(np.repeat(part[:, :, :1], 3, axis=2) if red else part)

    left = float(area[0])
    yield cut(0.2, 0.2, red=False), left
    yield cut(0.6, 0.6), left
    yield cut(0.4, 0.1, start=0.2, end=2.0), left + 0.2 * stands.capital
    whole = cut(0.4, 0.4, red=False)
    height, width = whole.shape[:2]
    lean = np.array([[1, 0.18, -0.09 * height], [0, 1, 0]], np.float32)
    yield np.asarray(cv2.warpAffine(whole, lean, (width, height), borderMode=cv2.BORDER_REPLICATE), np.uint8), left
    yield np.asarray(cv2.erode(cut(0.3, 0.3), np.ones((2, 2), np.uint8)), np.uint8), left


def _elected(kind: Kind, looks: Sequence[_Look]) -> tuple[str, float]:
    """The string that is likeliest over all looks, and its mean probability."""
    total: dict[str, float] = defaultdict(float)
    for look in looks:
        for spelling in spelled.spellings(look.steps, look.slots[kind]) if kind in look.slots else ():
            total[spelling.figures] += spelling.probability
    best = max(total, key=lambda figures: total[figures], default="")
    return best, total[best] / len(looks) if best else 0.0


def _says(kind: Kind, text: str, looks: Sequence[_Look]) -> bool:
    """Whether the looks surely have this text; nothing, where it is empty."""
    figures, share = _elected(kind, looks)
    return figures == text and (share >= _SURE or not text)


def _holds(figures: str, written: Written, looks: Sequence[_Look]) -> bool:
    """Whether the string can stand in the slot, and accounts for its ink."""
    kind = written.slot.kind
    if not figures or len(figures) > _MOST_FIGURES[kind] or not 0 < int(figures) <= _GREATEST[kind]:
        return False
    spots = _between(written, looks)
    tallest = max((spot[3] - spot[1] for spot in spots), default=0)
    if sum(spot[3] - spot[1] >= _LARGE * tallest for spot in spots) > len(figures):
        return False
    width = max((spot[2] for spot in spots), default=0) - min((spot[0] for spot in spots), default=0)
    return width <= _WIDEST * tallest * len(figures)


def _between(written: Written, looks: Sequence[_Look]) -> list[Places]:
    """The spots of ink that stand between the printed parts."""
    kind = written.slot.kind
    found = [look for look in looks if kind in look.slots]
    left = np.median([look.pixel(look.slots[kind].start) for look in found])
    right = np.median([look.pixel(look.slots[kind].end) for look in found])
    return [spot for spot in (*written.ink, *written.small) if left < (spot[0] + spot[2]) / 2 < right]
