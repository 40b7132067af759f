"""Coloured patches -> marks of the page: what each is, and what can be read in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from kehoach.programs.tesseract import Recognizer, SeenLine, SeenWord
from kehoach.reading import colour, ruled, treatment, upright
from kehoach.reading.cells import moved
from kehoach.reading.colour import Colours, Ink
from kehoach.reading.look import clean
from kehoach.reading.plausible import plausibility

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LEAST_WORDS = 3
_SURE = 0.7
_EDGE = 12


@dataclass(frozen=True)
class Inked:
    """A patch of ink with the lines read in it."""

    ink: Ink
    lines: tuple[SeenLine, ...] = ()


def settled(colours: Colours, dpi: float, engine: Recognizer) -> list[Inked]:
    """What each coloured patch is. A rectangle of coloured words with a frame is a stamp; words without one are coloured
    print and stay with the page; where none is read but black ones under the ink, it is a signature (blue) or seals
    (red)."""
    made: list[Inked] = []
    for ink in colours.inks:
        if ink.kind != "stamp":
            made.append(Inked(ink))
            continue
        lines = _read(colours, ink, dpi, engine)
        if not _reads([[word for word in line if colour.written_in(colours, _place(word))] for line in lines]):
            made.append(Inked(replace(ink, kind="seal" if ink.hue == "red" else "signature_ink")))
        elif colour.framed(colours, ink):
            made.append(Inked(ink, tuple(lines)))
        else:
            made.append(Inked(replace(ink, kind="print")))
    return made


def _place(word: SeenWord) -> colour.Place:
    return max(0, word.left), max(0, word.top), word.right, word.bottom


def _read(colours: Colours, ink: Ink, dpi: float, engine: Recognizer) -> list[SeenLine]:
    """The words of a patch, which may stand askew. Places are near enough: the patch is small."""
    picture = colour.darkest(colours, ink.place)
    level = upright.turned(picture, 0, upright.skew(picture))
    free = ruled.erased(level, ruled.find(level, dpi))
    padded = np.pad(treatment.soft(free, dpi), _EDGE, constant_values=int(treatment.percentile(free, 80)[0]))
    seen = engine.recognize(np.ascontiguousarray(padded), dpi=round(dpi), look="block")
    left, top, right, bottom = ink.place
    lines = [tuple(moved(word, left - _EDGE, top - _EDGE) for word in line) for line in clean(seen)]
    # Print that the frame cuts through belongs to the page below.
    near = round(0.02 * dpi)
    inside = (
        tuple(w for w in line if top + near < w.top and w.bottom < bottom - near and w.right < right - near)
        for line in lines
    )
    return [line for line in inside if line]


def _reads(lines: Sequence[Sequence[SeenWord]]) -> bool:
    sure = [
        w for line in lines for w in line if w.confidence > _SURE and plausibility(w.text) > 0.9 and len(w.text) > 1
    ]
    return len(sure) >= _LEAST_WORDS


def without_ink(grey: NDArray[np.uint8], colours: Colours, found: list[Inked], dpi: float) -> NDArray[np.uint8]:
    """The grey page with seals, stamps, signatures and handwriting taken off the print: the engine takes a pen's
    figures for whatever print they resemble."""
    lifted = [entry.ink for entry in found if entry.ink.kind in ("seal", "stamp", "signature_ink", "handwriting")]
    return colour.uncovered(grey, colours, lifted, dpi)
