"""Coloured patches -> marks of the page: what each is, and what can be read in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from kehoach.model.geometry import Box
from kehoach.programs.tesseract import Recognizer, SeenLine, SeenWord
from kehoach.reading import colour, ruled, treatment, upright
from kehoach.reading.beside import Place
from kehoach.reading.cells import moved
from kehoach.reading.colour import Colours, Ink
from kehoach.reading.evidence import mean
from kehoach.reading.look import clean, extent
from kehoach.reading.plausible import plausibility

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LEAST_WORDS = 3
_SURE = 0.7
_EDGE = 12
_NAME, _LONGEST, _REACH = (6.0, 30.0), 5, 40.0
"""How high a stamped name is, its words at most, and how far from the seal it stands, in points."""


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
            made.append(Inked(ink, _name(colours, ink, dpi, engine)))
            continue
        lines = _read(colours, ink, dpi, engine)
        if not _reads([[word for word in line if colour.written_in(colours, _place(word))] for line in lines]):
            made.append(Inked(replace(ink, kind="seal" if ink.hue == "red" else "signature_ink")))
        elif colour.framed(colours, ink):
            made.append(Inked(ink, tuple(lines)))
        else:
            made.append(Inked(replace(ink, kind="print")))
    return made


def _name(colours: Colours, ink: Ink, dpi: float, engine: Recognizer) -> tuple[SeenLine, ...]:
    """The signer's name that is stamped near a seal in its ink, read without the black strokes that cross it."""
    box = ink.box(dpi)
    seals = [other.box(dpi) for other in colours.inks if other.kind == "seal" and other.hue == ink.hue]
    if ink.kind != "print" or not any(_near(box, seal) for seal in seals):
        return ()
    left, top, right, bottom = (max(0, side) for side in ink.place)
    picture = 255 - np.minimum(colours.chroma[top:bottom, left:right].astype(np.uint16) * 2, 255).astype(np.uint8)
    seen = engine.recognize(
        np.ascontiguousarray(np.pad(picture, _EDGE, constant_values=250)), dpi=round(dpi), look="line"
    )
    words = tuple(moved(word, left - _EDGE, top - _EDGE) for line in clean(seen) for word in line)
    named = 2 <= len(words) <= _LONGEST and all(w.text[:1].isupper() and w.confidence > _SURE for w in words)
    return (words,) if named else ()


def _near(name: Box, seal: Box) -> bool:
    """Whether a patch has the size of stamped words and stands beside, above or below a seal."""
    around = Box(seal.x0 - _REACH, seal.top - _REACH, seal.x1 + _REACH, seal.bottom + _REACH)
    return _NAME[0] <= name.height <= _NAME[1] and name.width > name.height * 2 and around.overlap(name) > 0


def with_names(body: Sequence[SeenLine], inks: Sequence[Inked]) -> list[SeenLine]:
    """The lines of a page with the stamped names, where the page itself does not read as well there."""
    made = list(body)
    for line in (line for entry in inks if entry.ink.kind == "print" for line in entry.lines):
        place = extent(line)
        before = [word for other in made for word in other if _stands_in(word, place)]
        if before and mean(before) >= mean(line):
            continue
        kept = (tuple(word for word in other if not _stands_in(word, place)) for other in made)
        made = [*(other for other in kept if other), line]
    return made


def _stands_in(word: SeenWord, place: Place) -> bool:
    left, top, right, bottom = place
    return left <= (word.left + word.right) / 2 <= right and top <= (word.top + word.bottom) / 2 <= bottom


def _place(word: SeenWord) -> Place:
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
