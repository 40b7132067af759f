"""The text layer of one PDF page, as PDFium sees it: characters with font and place, put together into words."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from kehoach.model.geometry import Box, around

if TYPE_CHECKING:
    import pypdfium2

_FORCED_BOLD, _ITALIC = 1 << 18, 1 << 6
_BOLD_WEIGHT = 600
_FILL_AND_STROKE = 2
_HYPHEN_AT_LINE_END = 2
_UNMAPPED = (0xFFFE, 0xFFFF, 0)
_FIGURES = re.compile(r"(?<=[^\W\d_]|[)\]”\"'])\d{1,2}(?=\W*$)")
_HIGHER = 0.25
"""Share of the letters' height by which a raised figure's foot stands above theirs."""
_Place = tuple[float, float, float, float]
_TWICE = 1.0
"""Points that a word printed twice to look bold is moved at most."""


@dataclass(frozen=True, slots=True)
class Font:
    """The font of a run, as its PDF names it, without the subset's prefix."""

    name: str
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class LayerWord:
    """A word of the text layer. ``baseline`` and ``box`` in points from the shown page's top left; ``size`` in points;
    ``text`` as stored, not yet normalized, because legacy encodings are told by the raw letters. ``raised`` is where
    figures in it begin and end that stand above the line, ``raised_box`` their place."""

    text: str
    box: Box
    baseline: float
    size: float
    font: Font
    raised: tuple[int, int] = (0, 0)
    raised_box: Box | None = None


@dataclass(frozen=True, slots=True)
class View:
    """How PDF coordinates become places on the page as shown: the visible box and the page's own turn (degrees)."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @classmethod
    def of(cls, page: pypdfium2.PdfPage) -> View:
        return cls(*_visible(page), page.get_rotation())

    def place(self, x: float, y: float) -> tuple[float, float]:
        if self.turn == 90:
            return y - self.bottom, x - self.left
        if self.turn == 180:
            return self.right - x, y - self.bottom
        if self.turn == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        (ax, ay), (bx, by) = self.place(x0, y0), self.place(x1, y1)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def turned(self, degrees: int) -> View:
        """The same page turned clockwise by this much more."""
        return View(self.left, self.bottom, self.right, self.top, (self.turn + degrees) % 360)


def _visible(page: pypdfium2.PdfPage) -> tuple[float, float, float, float]:
    media, crop = page.get_mediabox(), page.get_cropbox()
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    return (left, bottom, right, top) if right > left and top > bottom else tuple(media)


def form_fields(page: pypdfium2.PdfPage) -> list[Box]:
    """Boxes of the page's form fields. Signing software puts its box, the number and the date into such fields."""
    import pypdfium2.raw as raw

    view, found = View.of(page), []
    for n in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, n)
        rectangle = raw.FS_RECTF()
        if raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_WIDGET and raw.FPDFAnnot_GetRect(
            annotation, ctypes.byref(rectangle)
        ):
            found.append(view.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top))
        raw.FPDFPage_CloseAnnot(annotation)
    return [box for box in found if box.area > 1]


def flatten(document: pypdfium2.PdfDocument, number: int) -> pypdfium2.PdfPage:
    """The page (from 1) with its form fields made part of its content, so that their text is read and shown."""
    import pypdfium2.raw as raw

    page = document[number - 1]
    if form_fields(page) and raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS:
        page.close()
        page = document[number - 1]
    return page


def words(page: pypdfium2.PdfPage) -> tuple[list[LayerWord], int]:
    """The words of the page in the order of its content, and by how much (clockwise degrees) the page must be turned
    for its text to stand upright."""
    textpage = page.get_textpage()
    try:
        reader = _Characters(textpage)
        # A page's own /Rotate and text drawn at an angle usually cancel out; only what is left over counts.
        turn = (reader.turn() - page.get_rotation()) % 360
        return _once(list(reader.words(View.of(page).turned(turn)))), turn
    finally:
        textpage.close()


def _once(found: list[LayerWord]) -> list[LayerWord]:
    """The words without those printed again over themselves to look bold, and without the strokes of letters that the font
    draws apart and names as the whole letter (the horn of "ơ")."""
    known: dict[str, list[Box]] = {}
    kept: list[LayerWord] = []
    for word in found:
        boxes = known.setdefault(word.text, [])
        if any(abs(box.x0 - word.box.x0) < _TWICE and abs(box.cy - word.box.cy) < _TWICE for box in boxes):
            continue
        boxes.append(word.box)
        kept.append(word)
    single = [word for word in kept if len(word.text) == 1 and word.text.isalpha()]
    strokes = {id(stroke) for stroke in single if any(_within(stroke, word) for word in kept)}
    return [word for word in kept if id(word) not in strokes]


def _within(stroke: LayerWord, word: LayerWord) -> bool:
    """Whether a letter stands inside a longer word that has it."""
    inside = word.box.x0 <= stroke.box.cx <= word.box.x1 and word.box.top <= stroke.box.cy <= word.box.bottom
    return inside and len(word.text) > 1 and stroke.text in word.text


class _Characters:
    """The characters of one text page, through PDFium's C functions (one call each, so kept few)."""

    def __init__(self, textpage: pypdfium2.PdfTextPage) -> None:
        import pypdfium2.raw as raw

        self._c: Any = raw
        self._page = textpage.raw
        self._count: int = textpage.count_chars()
        self._fonts: dict[tuple[str, int, int, int], Font] = {}
        self._four = [ctypes.c_double() for _ in range(4)]
        self._refs = [ctypes.byref(value) for value in self._four]
        self._two = [ctypes.c_double() for _ in range(2)]
        self._name = ctypes.create_string_buffer(256)
        self._flags = ctypes.c_int()
        self._matrix = raw.FS_MATRIX()

    def turn(self) -> int:
        """The direction in which most of the text runs, from a sample of characters: by how much the page without its own
        turn must be turned (clockwise) to bring it upright. An empty page runs as it is shown."""
        seen: dict[int, int] = {}
        for n in range(0, self._count, max(1, self._count // 60)):
            code = self._c.FPDFText_GetUnicode(self._page, n)
            if code > 32 and not chr(code).isspace():
                angle = self._c.FPDFText_GetCharAngle(self._page, n)
                quarter = -round(angle / 1.5707963) % 4 * 90  # PDFium measures clockwise from the page's bottom edge
                seen[quarter] = seen.get(quarter, 0) + 1
        return max(seen, key=lambda quarter: seen[quarter]) if seen else 0

    def words(self, view: View) -> Iterator[LayerWord]:
        unicode_of, box_of = self._c.FPDFText_GetUnicode, self._c.FPDFText_GetCharBox
        refs, (left, right, bottom, top) = self._refs, self._four
        letters: list[str] = []
        extent: list[float] = []
        places: list[tuple[float, float, float, float]] = []
        first = 0
        last = 0.0, 0.0
        for n in range(self._count):
            code = unicode_of(self._page, n)
            letter = "-" if code == _HYPHEN_AT_LINE_END else "\ufffd" if code in _UNMAPPED else chr(code)
            if letter.isspace() or unicodedata.category(letter) in ("Cc", "Zs"):
                if letters:
                    yield self._word("".join(letters), first, extent, view, places)
                    letters, extent = [], []
                continue
            box_of(self._page, n, *refs)
            x0, x1, y0, y1 = left.value, right.value, bottom.value, top.value
            if letters and self._parted(extent, x0, y0, x1, y1, view):
                yield self._word("".join(letters), first, extent, view, places)
                letters, extent = [], []
            if not letters:
                first, extent, places = n, [x0, y0, x1, y1], []
            else:
                twice = abs(x0 - last[0]) + abs(y0 - last[1]) < 0.15 * max(y1 - y0, 1.0)
                if letters[-1] == letter and twice and x1 - x0 > 1.0 and not self._one_glyph(n, (x0, y0) == last):
                    continue  # a letter printed twice to look bold
                extent = [min(extent[0], x0), min(extent[1], y0), max(extent[2], x1), max(extent[3], y1)]
            last = x0, y0
            letters.append(letter)
            places.append((x0, y0, x1, y1))
        if letters:
            yield self._word("".join(letters), first, extent, view, places)

    def _one_glyph(self, n: int, same_place: bool) -> bool:
        """Whether one glyph stands for this letter and the one before, as for the three dots of an ellipsis."""
        if not same_place:
            return False
        objects = (self._c.FPDFText_GetTextObject(self._page, at) for at in (n - 1, n))
        one, other = (ctypes.cast(found, ctypes.c_void_p).value for found in objects)
        return one == other

    @staticmethod
    def _parted(extent: list[float], x0: float, y0: float, x1: float, y1: float, view: View) -> bool:
        """Whether a character that follows without a space stands elsewhere: on another line or in another cell."""
        if view.turn in (90, 270):
            width = max(extent[2] - extent[0], x1 - x0, 1.0)
            apart = max(y0 - extent[3], extent[1] - y1) > 1.2 * width
            return apart or x0 > extent[2] + 0.5 * width or x1 < extent[0] - 0.5 * width
        if view.turn == 180 and x1 < extent[0] - 1.2 * max(extent[3] - extent[1], y1 - y0, 1.0):
            return True
        height = max(extent[3] - extent[1], y1 - y0, 1.0)
        broken = x1 < extent[0] and (y0 + y1) / 2 < extent[1]  # over the line's end, where the lines are close
        return broken or y0 > extent[3] + 0.5 * height or y1 < extent[1] - 0.5 * height or x0 > extent[2] + 1.2 * height

    def _word(self, text: str, first: int, extent: list[float], view: View, places: Sequence[_Place]) -> LayerWord:
        x, y = self._two
        self._c.FPDFText_GetCharOrigin(self._page, first, ctypes.byref(x), ctypes.byref(y))
        baseline = view.place(x.value, y.value)[1]
        self._c.FPDFText_GetMatrix(self._page, first, ctypes.byref(self._matrix))
        scale = math.hypot(self._matrix.c, self._matrix.d) or 1.0
        size = float(self._c.FPDFText_GetFontSize(self._page, first)) * scale
        box = view.box(extent[0], extent[1], extent[2], extent[3])
        start, end = _raised(text, places) if not view.turn else (0, 0)
        above = around(view.box(*place) for place in places[start:end])
        return LayerWord(
            text, box, baseline, size if size > 2 else max(box.height, 1.0), self._font(first), (start, end), above
        )

    def _font(self, n: int) -> Font:
        length = self._c.FPDFText_GetFontInfo(self._page, n, self._name, len(self._name), ctypes.byref(self._flags))
        name = self._name.value.decode("utf-8", errors="replace") if 0 < length <= len(self._name) else ""
        weight = self._c.FPDFText_GetFontWeight(self._page, n)
        drawn = self._c.FPDFTextObj_GetTextRenderMode(self._c.FPDFText_GetTextObject(self._page, n))
        key = (name, self._flags.value, weight, drawn)
        if key not in self._fonts:
            self._fonts[key] = _font(*key)
        return self._fonts[key]


def _raised(text: str, places: Sequence[_Place]) -> tuple[int, int]:
    """Where figures begin and end that follow letters and stand higher than these."""
    match = _FIGURES.search(text)
    if match is None:
        return 0, 0
    foot = median([y0 for _, y0, _, _ in places[: match.start()]])
    height = max(y1 for _, _, _, y1 in places[: match.start()]) - foot
    higher = all(y0 > foot + _HIGHER * height for _, y0, _, _ in places[match.start() : match.end()])
    return match.span() if higher else (0, 0)


def _font(name: str, flags: int, weight: int, drawn: int) -> Font:
    plain = name.split("+", 1)[1] if "+" in name[:8] else name
    lowered = plain.lower()
    heavy = any(sign in lowered for sign in ("bold", "black", "heavy", "demi"))
    bold = heavy or bool(flags & _FORCED_BOLD) or weight >= _BOLD_WEIGHT or drawn == _FILL_AND_STROKE
    italic = any(sign in lowered for sign in ("italic", "oblique")) or bool(flags & _ITALIC)
    return Font(plain, bold, italic)
