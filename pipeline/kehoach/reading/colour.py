"""Coloured ink told from black print: seals, received stamps, signatures and handwriting are found by colour, and the
print under them is uncovered.

Vietnamese offices sign in blue and seal in red (NĐ 30/2020/NĐ-CP, điều 24, 26), so on colour scans colour alone tells
ink from print.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from kehoach.model.geometry import POINTS, Box
from kehoach.reading import treatment
from kehoach.reading.beside import Place, names_beside

if TYPE_CHECKING:
    from numpy.typing import NDArray

_COLOURED = 45
"""Difference between the strongest and weakest channel from which a pixel is coloured (JPEG fringes reach 40)."""
_FAINT = 22
_WHITE = 1.15
_LEAST_SHARE = 2e-5
_LEAST_INK = 12.0
"""Square points of ink under which a coloured spot is dirt."""
_NEAR, _SEAL = 24.0, (70.0, 125.0)
"""Points between the pieces of a faded seal, and what it measures."""
_COARSE = 50.0
"""Dots per inch of the picture on which patches are gathered."""

Hue = Literal["red", "blue"]
InkKind = Literal["seal", "stamp", "signature_ink", "handwriting", "print"]


@dataclass(frozen=True)
class Ink:
    """A patch of coloured ink: where (pixels), which colour, and what it seems to be by its size."""

    kind: InkKind
    hue: Hue
    place: Place

    def box(self, dpi: float) -> Box:
        return Box(*self.place).scaled(POINTS / dpi)


@dataclass(frozen=True)
class Colours:
    """How coloured each pixel of a page is, its strongest channel, and the patches of ink."""

    chroma: NDArray[np.uint8]
    strongest: NDArray[np.uint8]
    inks: tuple[Ink, ...]


def is_coloured(pixels: NDArray[np.uint8]) -> bool:
    """Whether a page in RGB may bear coloured ink, told from a ninth of its pixels."""
    return _is_inked(_channels(np.ascontiguousarray(pixels[::3, ::3]), _shade(pixels)).chroma)


def find(pixels: NDArray[np.uint8], dpi: float) -> Colours | None:
    """The coloured ink of a page in RGB; None where the page is black and white."""
    import cv2

    seen = _channels(pixels, _shade(pixels))
    if not _is_inked(seen.chroma):
        return None
    coloured = _coloured(seen.chroma)
    reddish = cv2.bitwise_and(coloured, cv2.compare(seen.red, cv2.max(seen.green, seen.blue), cv2.CMP_GT))
    inks = _inks(np.asarray(reddish, np.uint8), np.asarray(cv2.subtract(coloured, reddish), np.uint8), dpi)
    return Colours(seen.chroma, seen.strongest, tuple(inks))


@dataclass(frozen=True)
class _Channels:
    """The colours of a picture as on white paper, the strongest of each pixel, and by how much it leads the weakest."""

    red: NDArray[np.uint8]
    green: NDArray[np.uint8]
    blue: NDArray[np.uint8]
    strongest: NDArray[np.uint8]
    chroma: NDArray[np.uint8]


def _channels(pixels: NDArray[np.uint8], shade: NDArray[np.float64]) -> _Channels:
    """The channels of a picture.

    Args:
        shade: the colour of its paper.
    """
    import cv2

    red, green, blue = _balanced(pixels, shade)
    strongest = cv2.max(cv2.max(red, green), blue)
    chroma = cv2.subtract(strongest, cv2.min(cv2.min(red, green), blue))
    # On coloured paper the noise of the weakest channel is stretched with it, and must not look like ink.
    calm = 1 / max(1.0, _tint(shade))
    chroma = cv2.convertScaleAbs(chroma, alpha=calm) if calm < 1 else chroma
    return _Channels(red, green, blue, np.asarray(strongest, np.uint8), np.asarray(chroma, np.uint8))


def _is_inked(chroma: NDArray[np.uint8]) -> bool:
    import cv2

    return cv2.countNonZero(_coloured(chroma)) >= _LEAST_SHARE * chroma.size


def _coloured(chroma: NDArray[np.uint8]) -> NDArray[np.uint8]:
    import cv2

    return np.asarray(cv2.compare(chroma, np.array([_COLOURED], np.float64), cv2.CMP_GT), np.uint8)


def _shade(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """The colour of the paper, channel by channel."""
    sample = pixels[::6, ::6]
    return np.asarray([treatment.percentile(sample[..., n], 75)[0] for n in range(3)], np.float64)


def _tint(shade: NDArray[np.float64]) -> float:
    """How much stronger the paper's strongest channel is than its weakest; 1 for paper that is about white."""
    ratio = float(shade.max() / max(1.0, float(shade.min())))
    return ratio if ratio > _WHITE and shade.min() >= 90 else 1.0


def _balanced(pixels: NDArray[np.uint8], shade: NDArray[np.float64]) -> list[NDArray[np.uint8]]:
    """The channels as on white paper: each stretched so that the paper is white."""
    import cv2

    channels = [np.asarray(channel, np.uint8) for channel in cv2.split(pixels)]
    if shade.min() < 90:
        return channels
    table = np.clip(np.arange(256)[:, None] * (250.0 / shade), 0, 255).astype(np.uint8)
    return [
        np.asarray(cv2.LUT(channel, np.ascontiguousarray(table[:, n])), np.uint8) for n, channel in enumerate(channels)
    ]


def _inks(reddish: NDArray[np.uint8], bluish: NDArray[np.uint8], dpi: float) -> list[Ink]:
    """The patches of each colour. What lies within a seal or stamp (emblem, hand-filled number) is part of it."""
    found: list[Ink] = []
    colours: tuple[tuple[Hue, NDArray[np.uint8]], ...] = (("red", reddish), ("blue", bluish))
    for hue, mask in colours:
        patches = _patches(mask, dpi)
        places = sorted(_whole(patches, dpi) if hue == "red" else patches, key=lambda p: -(p[2] - p[0]) * (p[3] - p[1]))
        for place in places:
            ink = Ink(_kind(hue, place, mask.shape, dpi), hue, place)
            inside = [other for other in found if other.box(dpi).holds(ink.box(dpi), 0.8)]
            if not any(other.kind == "stamp" or other.hue == hue for other in inside):
                found += _apart(ink, mask, dpi)
    return found


def _apart(ink: Ink, mask: NDArray[np.uint8], dpi: float) -> list[Ink]:
    """A seal and the words stamped beside it, each as a patch of its own; other patches as they are."""
    beside = names_beside(mask, ink.place, dpi) if ink.kind == "seal" else None
    if beside is None:
        return [ink]
    seal, words = beside
    return [Ink("seal", ink.hue, seal), *(Ink("print", ink.hue, place) for place in words)]


def _patches(mask: NDArray[np.uint8], dpi: float) -> list[Place]:
    """Coloured pixels gathered into patches; those nearer than a fifth of an inch are one."""
    import cv2

    factor = _COARSE / dpi
    small = treatment.scaled(np.asarray(cv2.medianBlur(mask, 3), np.uint8), factor)
    inked = (small > 25).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(cv2.dilate(inked, np.ones((9, 9), np.uint8)))
    height, width = small.shape
    found: list[Place] = []
    for n, (left, top, wide, high, _) in enumerate(stats[1:400].tolist(), 1):
        area = slice(top, top + high), slice(left, left + wide)
        part = labels[area] == n
        ys, xs = np.nonzero(part & (inked[area] > 0))
        if not len(xs) or float(small[area][part].sum()) / 255 * (POINTS / _COARSE) ** 2 < _LEAST_INK:
            continue
        x, y, right, bottom = (
            left + int(xs.min()),
            top + int(ys.min()),
            left + int(xs.max()) + 1,
            top + int(ys.max()) + 1,
        )
        # A coloured line over the whole page comes from the scanner.
        if (bottom - y > 0.8 * height and right - x < 8) or (right - x > 0.8 * width and bottom - y < 8):
            continue
        found.append((int(x / factor), int(y / factor), int(right / factor), int(bottom / factor)))
    return found


def _whole(patches: list[Place], dpi: float) -> list[Place]:
    """Pieces of one faded seal put together: near each other, and together as large and as round as a seal."""
    scale = POINTS / dpi
    left = list(patches)
    made: list[Place] = []
    while left:
        group = [left.pop()]
        reached = True
        while reached:
            x0, y0, x1, y1 = _around(group)
            near = [p for p in left if p[0] < x1 + _NEAR / scale and p[2] > x0 - _NEAR / scale]
            near = [p for p in near if p[1] < y1 + _NEAR / scale and p[3] > y0 - _NEAR / scale]
            sides = [_around([*group, piece]) for piece in near]
            fits = [p for p, s in zip(near, sides, strict=True) if max(s[2] - s[0], s[3] - s[1]) * scale <= _SEAL[1]]
            reached = bool(fits)
            group += fits[:1]
            left = [piece for piece in left if piece not in fits[:1]]
        x0, y0, x1, y1 = _around(group)
        is_seal = len(group) > 2 and min(x1 - x0, y1 - y0) * scale >= _SEAL[0]
        made += [(x0, y0, x1, y1)] if is_seal else group
    return made


def _around(places: list[Place]) -> Place:
    x0s, y0s, x1s, y1s = zip(*places, strict=True)
    return min(x0s), min(y0s), max(x1s), max(y1s)


def _kind(hue: Hue, place: Place, shape: tuple[int, ...], dpi: float) -> InkKind:
    """What a patch of this colour and size (points) seems to be. A seal measures 36 to 42 mm (102 to 119 points) or is
    cut by the page's edge; whether a rectangle holds words is told later, by reading it."""
    left, top, right, bottom = place
    width, height = (right - left) * POINTS / dpi, (bottom - top) * POINTS / dpi
    at_edge = right >= shape[1] - 0.1 * dpi or left <= 0.1 * dpi
    if height < 9:
        return "handwriting" if hue == "blue" and width > 60 else "print"
    if hue == "red":
        if 55 <= height <= 170 and (0.6 <= width / height <= 1.7 or (at_edge and width < height)):
            return "seal"
        return "stamp" if width > 80 and height > 28 else "print"
    if width > 70:
        return "stamp"
    return "signature_ink" if height > 30 else "handwriting"


def framed(colours: Colours, ink: Ink) -> bool:
    """Whether the patch has a drawn frame, as received stamps have: long level lines at its top and bottom."""
    import cv2

    left, top, right, bottom = ink.place
    part = np.asarray(colours.chroma[top:bottom, left:right] > _COLOURED, dtype=np.uint8) * 255
    width, height = right - left, bottom - top
    lines = cv2.HoughLinesP(part, 1, np.pi / 360, 60, minLineLength=int(0.55 * width), maxLineGap=8)
    if lines is None:
        return False
    level = [(y0 + y1) / 2 for x0, y0, x1, y1 in lines.reshape(-1, 4).tolist() if abs(y1 - y0) < 0.12 * abs(x1 - x0)]
    return bool(level) and max(level) - min(level) > 0.5 * height


def written_in(colours: Colours, place: Place) -> bool:
    """Whether the letters at this place are coloured, not black ones that coloured ink crosses."""
    ink = darkest(colours, place)
    if not ink.size:
        return False
    left, top, right, bottom = place
    dark = ink < 0.6 * treatment.percentile(ink, 90)[0]
    coloured = colours.chroma[top:bottom, left:right] > _COLOURED
    return bool(dark.any()) and float(coloured[dark].mean()) > 0.5


def uncovered(grey: NDArray[np.uint8], colours: Colours, inks: Iterable[Ink], dpi: float) -> NDArray[np.uint8]:
    """The grey page with the pixels of these patches lightened to paper. Black print under them stays, since it is dark
    in every channel, and so does print in the same colour that reaches into them: a name stamped beside a seal."""
    import cv2

    made = grey.copy()
    pad = round(0.05 * dpi)
    for ink in inks:
        left, top, right, bottom = ink.place
        area = (slice(max(0, top - pad), bottom + pad), slice(max(0, left - pad), right + pad))
        chroma, values = colours.chroma[area], colours.strongest[area].astype(np.float32)
        strong = chroma > _COLOURED
        if not strong.any():
            continue
        typical = float(np.median(values[strong]))
        # Print that faded is no black any more; it must not be taken for ink.
        print_ = np.percentile(values[chroma <= _FAINT], 1) if (chroma <= _FAINT).any() else 0.0
        black, light = min(max(50.0, float(print_)), 0.6 * typical), max(0.8 * typical, 90.0)
        part = made[area]
        paper = treatment.percentile(part, 80)[0]
        lifted = np.clip((values - black) / (light - black) * paper, 0, paper).astype(np.uint8)
        coloured = cv2.dilate((chroma > _FAINT).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
        for x0, y0, x1, y1 in (o.place for o in colours.inks if o.kind == "print" and o.hue == ink.hue):
            y, x = area[0].start, area[1].start
            coloured[max(0, y0 - y) : max(0, y1 - y), max(0, x0 - x) : max(0, x1 - x)] = False
        part[coloured] = np.maximum(part, lifted)[coloured]
    return made


def darkest(colours: Colours, place: Place) -> NDArray[np.uint8]:
    """A part of the page in which coloured ink is as dark as print, to be read."""
    left, top, right, bottom = place
    part = (slice(top, bottom), slice(left, right))
    return np.asarray(colours.strongest[part] - colours.chroma[part], dtype=np.uint8)
