"""Straight lines drawn on a PDF page, from its vector graphics."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kehoach.model.geometry import POINTS
from kehoach.model.page import Ruling
from kehoach.reading.lattice import merged
from kehoach.reading.layer import View

if TYPE_CHECKING:
    import pypdfium2

_THICKEST = 3.5
_SHORTEST = 8.0
_DRAWN = 0.05
_MOST_OBJECTS = 20_000
"""Points of thickness and length between which a shape counts as a line; a side of a border that is thinner than this
is not drawn; more shapes than this are a drawing."""


def drawn_lines(page: pypdfium2.PdfPage, view: View) -> tuple[Ruling, ...]:
    """The horizontal and vertical lines of the page: strokes, and filled bars as thin as a line."""
    boxes = [view.box(*corners) for corners in _Shapes().lines(page.raw)]
    straight = [b for b in boxes if min(b.width, b.height) <= _THICKEST and max(b.width, b.height) >= _SHORTEST]
    across = merged([box for box in straight if box.width >= box.height], horizontal=True)
    down = merged([box for box in straight if box.width < box.height], horizontal=False)
    return tuple(Ruling(box) for box in [*across, *down])


def image_share(page: pypdfium2.PdfPage) -> float:
    """How much of the page (0 to 1) its largest image covers."""
    width, height = page.get_size()
    largest = max(_Shapes().images(page.raw), default=0.0)
    return min(1.0, largest / (width * height)) if width and height else 0.0


def image_resolution(page: pypdfium2.PdfPage) -> float | None:
    """Dots per inch of the image that covers most of the page, None where no single image does."""
    import pypdfium2.raw as raw

    width, height = page.get_size()
    for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = image.get_bounds()
        if (right - left) * (top - bottom) > 0.5 * width * height:
            columns, rows = image.get_px_size()
            return float(max(columns, rows) / max(right - left, top - bottom) * POINTS)
    return None


Corners = tuple[float, float, float, float]


class _Shapes:
    """Walks the objects of a page through PDFium's C functions."""

    def __init__(self) -> None:
        import pypdfium2.raw as raw

        self._c: Any = raw

    def _objects(self, page: Any) -> Iterator[Any]:
        for n in range(min(self._c.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
            yield self._c.FPDFPage_GetObject(page, n)

    def images(self, page: Any) -> Iterator[float]:
        """Areas of the images, in square points."""
        for shape in self._objects(page):
            kind = self._c.FPDFPageObj_GetType(shape)
            if kind in (self._c.FPDF_PAGEOBJ_IMAGE, self._c.FPDF_PAGEOBJ_FORM):
                values = [ctypes.c_float() for _ in range(4)]
                if kind == self._c.FPDF_PAGEOBJ_FORM and not self._has_image(shape):
                    continue
                if self._c.FPDFPageObj_GetBounds(shape, *map(ctypes.byref, values)):
                    left, bottom, right, top = (value.value for value in values)
                    yield max(0.0, right - left) * max(0.0, top - bottom)

    def _has_image(self, form: Any) -> bool:
        return any(
            self._c.FPDFPageObj_GetType(self._c.FPDFFormObj_GetObject(form, n)) == self._c.FPDF_PAGEOBJ_IMAGE
            for n in range(self._c.FPDFFormObj_CountObjects(form))
        )

    def lines(self, page: Any) -> Iterator[Corners]:
        for shape in self._objects(page):
            kind = self._c.FPDFPageObj_GetType(shape)
            if kind == self._c.FPDF_PAGEOBJ_PATH:
                yield from self._path(shape)
            elif kind == self._c.FPDF_PAGEOBJ_FORM:
                yield from self._form(shape)

    def _form(self, form: Any) -> Iterator[Corners]:
        matrix = self._matrix(form)
        for n in range(min(self._c.FPDFFormObj_CountObjects(form), _MOST_OBJECTS)):
            shape = self._c.FPDFFormObj_GetObject(form, n)
            if self._c.FPDFPageObj_GetType(shape) == self._c.FPDF_PAGEOBJ_PATH:
                for x0, y0, x1, y1 in self._path(shape):
                    (ax, ay), (bx, by) = _apply(matrix, x0, y0), _apply(matrix, x1, y1)
                    yield min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def _matrix(self, shape: Any) -> Any:
        matrix = self._c.FS_MATRIX()
        self._c.FPDFPageObj_GetMatrix(shape, ctypes.byref(matrix))
        return matrix

    def _path(self, path: Any) -> Iterator[Corners]:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        self._c.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
        painted = (stroke.value and self._dark(path, stroke=True)) or (fill.value and self._dark(path, stroke=False))
        if not painted:
            return
        parts = list(self._outlines(path, self._matrix(path)))
        if not stroke.value and len(parts) == 2:
            yield from _ring(*map(_bounds, parts))
        for part in parts:
            bounds = _bounds(part)
            if min(bounds[2] - bounds[0], bounds[3] - bounds[1]) <= _THICKEST:
                yield bounds
            elif stroke.value:
                for (ax, ay), (bx, by) in itertools.pairwise(part):
                    yield min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def _dark(self, path: Any, stroke: bool) -> bool:
        """Whether the colour can be seen on white paper."""
        values = [ctypes.c_uint() for _ in range(4)]
        ask = self._c.FPDFPageObj_GetStrokeColor if stroke else self._c.FPDFPageObj_GetFillColor
        if not ask(path, *map(ctypes.byref, values)):
            return True
        red, green, blue, alpha = (value.value for value in values)
        return alpha > 40 and 0.299 * red + 0.587 * green + 0.114 * blue < 200

    def _outlines(self, path: Any, matrix: Any) -> Iterator[list[tuple[float, float]]]:
        """The corner points of each part of the path, closed where the path is."""
        x, y = ctypes.c_float(), ctypes.c_float()
        part: list[tuple[float, float]] = []
        for n in range(min(self._c.FPDFPath_CountSegments(path), _MOST_OBJECTS)):
            segment = self._c.FPDFPath_GetPathSegment(path, n)
            kind = self._c.FPDFPathSegment_GetType(segment)
            if kind == self._c.FPDF_SEGMENT_MOVETO:
                if len(part) > 1:
                    yield part
                part = []
            elif kind == self._c.FPDF_SEGMENT_BEZIERTO:
                part = []
                continue
            self._c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
            part.append(_apply(matrix, x.value, y.value))
            if self._c.FPDFPathSegment_GetClose(segment) and part:
                part.append(part[0])
        if len(part) > 1:
            yield part


def _bounds(part: list[tuple[float, float]]) -> Corners:
    xs, ys = [x for x, _ in part], [y for _, y in part]
    return min(xs), min(ys), max(xs), max(ys)


def _ring(one: Corners, other: Corners) -> Iterator[Corners]:
    """The sides that are drawn of a border filled as the room between two outlines, one within the other."""
    inner, outer = sorted((one, other), key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
    x0, y0, x1, y1 = outer
    sides = ((x0, y0, inner[0], y1), (inner[2], y0, x1, y1), (x0, y0, x1, inner[1]), (x0, inner[3], x1, y1))
    thick = [min(right - left, top - bottom) for left, bottom, right, top in sides]
    if min(thick) > -_DRAWN and max(thick) <= _THICKEST:
        yield from (side for side, points in zip(sides, thick, strict=True) if points > _DRAWN)


def _apply(matrix: Any, x: float, y: float) -> tuple[float, float]:
    return matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f
