"""The pixels of one page -> what was seen on it: set upright, cleaned by need, recognized, tables cell by cell."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from kehoach.model.geometry import POINTS, Box
from kehoach.programs.figures import FigureReader
from kehoach.programs.tesseract import Recognizer, SeenLine
from kehoach.reading import (
    cells,
    colour,
    columns,
    evidence,
    fills,
    folios,
    glyphs,
    handwriting,
    inked,
    lattice,
    look,
    missed,
    names,
    openings,
    opinion,
    paper,
    ruled,
    scraps,
    sealed,
    slots,
    tails,
    treatment,
    upright,
)
from kehoach.reading.inked import Inked
from kehoach.reading.look import Plate
from kehoach.reading.raster import Picture

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NOISY, _PALE = 7.0, 0.35

Content = list[list[SeenLine]]
"""The lines of each cell of a table."""


@dataclass(frozen=True)
class Sheet:
    """One page image on the table, and the page's number."""

    picture: Picture
    number: int

    @cached_property
    def pixels(self) -> NDArray[np.uint8]:
        """The image in RGB, shaded cells made plain."""
        return fills.flattened(self.picture.pixels, self.picture.dpi)

    @property
    def dpi(self) -> float:
        return self.picture.dpi


@dataclass(frozen=True)
class Seen:
    """What was recognized: running lines, and for each table the lines of its cells."""

    body: list[SeenLine] = field(default_factory=list)
    tables: list[tuple[lattice.Frame, Content]] = field(default_factory=list)
    treatment: str = ""
    plate: Plate | None = None
    pens: tuple[handwriting.Ink, ...] = ()
    """Where a pen filled in the letterhead, and what it wrote."""

    def every(self) -> list[SeenLine]:
        return [*self.body, *(line for _, content in self.tables for cell in content for line in cell)]

    def with_lines(self, every: Sequence[SeenLine]) -> Seen:
        """The same with these in place of its lines, as many and in the same order."""
        lines = iter(every)
        body = [next(lines) for _ in self.body]
        tables = [(frame, [[next(lines) for _ in cell] for cell in content]) for frame, content in self.tables]
        return replace(self, body=body, tables=tables)


@dataclass(frozen=True)
class Upright:
    """A page set upright: its picture in RGB, its grey image with print uncovered and lines erased, what was set apart,
    and by how much it was turned."""

    picture: upright.Turned
    grey: NDArray[np.uint8]
    dpi: float
    rulings: ruled.Ruled
    inks: list[Inked]
    rotation: int
    skew: float
    rings: list[Box] = field(default_factory=list)
    """Black seals and other round stamps, in points."""

    @cached_property
    def ground(self) -> NDArray[np.uint8]:
        """How bright the paper is under each pixel."""
        return treatment.paper(self.grey, self.dpi)


def read(sheet: Sheet, engine: Recognizer, figures: FigureReader | None = None) -> tuple[Upright, Seen]:
    """What stands on the page image. A page that hardly reads is tried upside down too, or on its sides.

    Args:
        figures: who reads handwritten figures; None where no such reader is installed.
    """
    grey = paper.without_edges(treatment.grey(sheet.pixels), sheet.dpi)
    lie = upright.lie(grey)
    page = prepared(sheet, grey, engine, 90) if lie.sideways else prepared(sheet, grey, engine, 0, lie.skew)
    seen = recognized(page, engine)
    lies = page.rotation
    # A page that was wrongly taken for one on its side most likely lies as it was scanned.
    for quarters in (180, 270, 90) if lie.doubtful else (180,):
        if not seen.every() or evidence.mean_worth(seen.every()) >= 0.5:
            break
        turned = prepared(sheet, grey, engine, (lies + quarters) % 360)
        other = recognized(turned, engine)
        if evidence.worth(other.every()) > 2 * max(0.0, evidence.worth(seen.every())) + 20:
            page, seen = turned, other
    pens = [entry.ink.place for entry in page.inks if entry.ink.kind in ("handwriting", "signature_ink")]
    second = handwriting.Second(figures, page.picture) if figures is not None else None
    return page, _again(seen, page, pens, engine, second)


def prepared(
    sheet: Sheet, grey: NDArray[np.uint8], engine: Recognizer, rotation: int, skew: float | None = None
) -> Upright:
    """The page turned upright, without coloured ink and ruling lines.

    Args:
        grey: the page in grey without black edges, as it lies.
        skew: by how much it leans once it was turned; None where that is not known.
    """
    grey = upright.turned(grey, rotation, 0.0)
    if skew is None:
        skew = upright.skew(grey)
    grey = upright.turned(grey, 0, skew)
    picture = upright.Turned(sheet.pixels, rotation, skew)
    # A black and white page need not be turned in colour.
    colours = colour.find(picture.pixels, sheet.dpi) if colour.is_coloured(sheet.pixels) else None
    inks: list[Inked] = []
    if colours is not None:
        inks = inked.settled(colours, sheet.dpi, engine)
        grey = inked.without_ink(grey, colours, inks, sheet.dpi)
    found = ruled.find(grey, sheet.dpi)
    erased = ruled.erased(grey, found)
    rings = _black_rings(erased, inks, sheet.dpi)
    return Upright(picture, erased, sheet.dpi, found, inks, rotation, skew, rings)


def _black_rings(grey: NDArray[np.uint8], inks: list[Inked], dpi: float) -> list[Box]:
    """Round stamps that no colour tells from print."""
    coloured = [entry.ink.box(dpi) for entry in inks if entry.ink.kind == "seal"]
    return [box for box in paper.black_rings(grey, dpi) if not any(other.overlap(box) > 0 for other in coloured)]


def recognized(page: Upright, engine: Recognizer) -> Seen:
    """The page recognized in the plain treatment; where that reads badly, in others too, and the best is kept."""
    if paper.is_empty(page.grey, page.dpi):
        return Seen()
    frames = lattice.frames(page.rulings.rulings)
    best = Seen()
    for name, treated in _treatments(page):
        seen = _recognized(Plate(treated, page.dpi), frames, engine, name)
        if name.startswith("soft") or evidence.worth(seen.every()) > evidence.worth(best.every()):
            best = seen
        if evidence.mean_worth(best.every()) >= evidence.WELL_READ:
            break
    return best


def _treatments(page: Upright) -> Iterator[tuple[str, NDArray[np.uint8]]]:
    """The ways to clean a page, the gentlest first. On plainly noisy or pale pages the gentle one reads nothing."""
    grey, dpi = page.grey, page.dpi
    if treatment.noise(grey) < _NOISY and treatment.contrast(grey) > _PALE:
        if treatment.is_even(page.ground):
            yield "soft", treatment.soft(grey, dpi)
        else:
            yield "soft, level", treatment.soft(treatment.level(grey, page.ground), dpi)
    blurred = treatment.soft(grey, dpi, 0.9)
    yield "level", treatment.level(blurred, treatment.paper(blurred, dpi))
    yield "sauvola", treatment.soft(treatment.sauvola(blurred, dpi), dpi, 0.5)


def _recognized(plate: Plate, frames: list[lattice.Frame], engine: Recognizer, name: str) -> Seen:
    tables = [(frame, cells.read(frame, plate, engine)) for frame in frames]
    kept = [(frame, content) for frame, content in tables if any(content)]
    grey = cells.blanked(plate.grey, [frame for frame, _ in kept], plate.dpi)
    body = look.clean(engine.recognize(grey, dpi=round(plate.dpi)))
    body = columns.apart(body, replace(plate, grey=grey), engine)
    return Seen(body, kept, name, plate)


def _again(
    seen: Seen,
    page: Upright,
    pens: list[look.Places],
    engine: Recognizer,
    second: handwriting.Second | None,
) -> Seen:
    """Weak words of body and cells looked at again, all together, and what stands around black rings; handwriting read
    or doubted, doubtful figures settled with a second reader, specks read as letters dropped, colons with a tail doubted."""
    if seen.plate is None:
        return seen
    plate, spots = seen.plate, glyphs.Spots(seen.plate.grey, seen.plate.dpi)
    again = look.again(seen.every(), plate, spots, engine)
    better = seen.with_lines(openings.read(again, plate, spots, engine))
    named = inked.with_names(better.body, page.inks)
    body = missed.completed(named, plate, spots, engine, [*pens, *_places(page, seen)])
    if page.rings:
        free = cells.blanked(plate.grey, [frame for frame, _ in seen.tables], plate.dpi)
        body = glyphs.parted(sealed.completed(body, replace(plate, grey=free), page.rings, engine), spots)
    tables = [
        (frame, [scraps.inked(cell, spots) for cell in cells.figures(frame, content, plate, engine)])
        for frame, content in better.tables
    ]
    body = names.completed(body, plate, spots, engine)
    # Before handwriting is filled in, whose ink the plate may not have.
    body = scraps.inked(body, spots)
    filled = handwriting.settled(body, plate, spots, pens, engine, second)
    read = replace(seen, body=filled.lines, tables=tables, pens=filled.pens)
    ink = [*pens, *(pen.place for pen in read.pens)]
    if second is not None:
        read = read.with_lines(opinion.settled(read.every(), plate, spots, second.reader, _among_figures(read), ink))
    read = read.with_lines(tails.doubted(glyphs.without_specks(read.every(), spots), spots))
    printed = _only_print(read, [line.box for line in page.rulings.rulings], ink)
    return replace(printed, body=folios.numbered(printed.body, printed.every(), plate, spots, engine))


def _places(page: Upright, seen: Seen) -> Iterator[look.Places]:
    """Where no body text stands, in pixels: tables, black seals."""
    scale = page.dpi / POINTS
    for box in (*(frame.box for frame, _ in seen.tables), *page.rings):
        yield round(box.x0 * scale), round(box.top * scale), round(box.x1 * scale), round(box.bottom * scale)


def _only_print(seen: Seen, rulings: list[Box], pens: list[look.Places]) -> Seen:
    """Without words that cannot be print, and lines that are specks."""
    assert seen.plate is not None
    print_ = scraps.print_of(seen.body, seen.plate, rulings, pens)

    def only(lines: Iterable[SeenLine], *, cell: bool = False) -> list[SeenLine]:
        return evidence.without_noise(print_.only(lines, cell=cell) if print_ is not None else lines)

    # The number's line stands, though a pen made its figures and more of it unlike any print.
    body = [made for line in seen.body for made in ([line] if slots.numbers(line) else only([line]))]
    return replace(
        seen, body=body, tables=[(frame, [only(cell, cell=True) for cell in content]) for frame, content in seen.tables]
    )


def _among_figures(seen: Seen) -> frozenset[int]:
    """Which of all lines are cells in columns of figures."""
    found: list[int] = []
    at = len(seen.body)
    for frame, content in seen.tables:
        starts = list(itertools.accumulate((len(cell) for cell in content), initial=at))
        found += [starts[n] for n in cells.among_figures(frame, content)]
        at = starts[-1]
    return frozenset(found)
