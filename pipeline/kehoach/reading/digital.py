"""The text layer of a PDF page -> Page, where it is good enough to be trusted."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from kehoach.model.geometry import Box
from kehoach.model.page import Grid, GridCell, Line, Mark, Page, Ruling, Word
from kehoach.orthography import legacy
from kehoach.orthography.quality import vietnamese_quality
from kehoach.reading import drawn, lattice, layer, lines, notes

if TYPE_CHECKING:
    import pypdfium2

Verdict = Literal["good", "garbage", "none"]

GOOD = 0.75
"""Vietnamese quality from which a born-digital layer is trusted. Measured: born-digital pages 0.93 to 1.0, layers
put under scans by engines without Vietnamese 0.0 to 0.42."""
GOOD_SHORT = 0.6
"""The same where names and abbreviations weigh more: the end of a foot on a page of its own."""
GOOD_UNDER_IMAGE = 0.97
"""The same under a page image: such a layer is another engine's recognition, seldom better than our own."""
_FEW_LETTERS, _TELLING = 40, 200
_MOST_OF_PAGE = 0.55
_NUMBERS_ONLY = 0.3
_SIGNATURE_LETTERS = 12
"""A form field with fewer letters fills a blank ("25", "09 tháng 7"); one with more says who signed and when."""


@dataclass(frozen=True, slots=True)
class Layer:
    """What a PDF page holds besides its look: words, lines, how much of it is one image, and what that is worth.
    ``added`` are the words in form ``fields``, which signing software fills; the other words are the page's own."""

    words: tuple[layer.LayerWord, ...]
    rulings: tuple[Ruling, ...]
    width: float
    height: float
    turn: int
    image_share: float
    verdict: Verdict
    encodings: tuple[legacy.Encoding, ...]
    fields: tuple[Box, ...] = ()
    added: tuple[layer.LayerWord, ...] = ()


def examine(document: pypdfium2.PdfDocument, number: int) -> Layer:
    """The text layer of a page (from 1), decoded, with the verdict on it."""
    page = document[number - 1]
    try:
        found, turn = layer.words(page)
        view = layer.View.of(page).turned(turn)
        width, height = page.get_size()
        if turn in (90, 270):
            width, height = height, width
        share = drawn.image_share(page)
        rulings = drawn.drawn_lines(page, view)
        fields = layer.form_fields(page) if not turn else []
    finally:
        page.close()
    words, encodings = _decoded(found)
    added = _added(document, number, words) if fields else []
    verdict = judge(words, share)
    return Layer(
        tuple(words), rulings, float(width), float(height), turn, share, verdict, tuple(encodings),
        tuple(fields), tuple(added),
    )  # fmt: skip


def _added(document: pypdfium2.PdfDocument, number: int, own: Sequence[layer.LayerWord]) -> list[layer.LayerWord]:
    """The words that stand in form fields and not in the page's own content."""
    page = layer.flatten(document, number)
    try:
        found, _ = layer.words(page)
    finally:
        page.close()
    known = {(word.baseline, word.box.x0) for word in own}
    return _decoded([word for word in found if (word.baseline, word.box.x0) not in known])[0]


def judge(words: Sequence[layer.LayerWord], image_share: float) -> Verdict:
    """Whether the layer can stand for the page."""
    text = " ".join(word.text for word in words)
    letters = sum(c.isalpha() for c in text)
    if image_share > _MOST_OF_PAGE:
        # The few words on a scan are the box of a digital signature or a stamp of the document system.
        if letters < 4 * _FEW_LETTERS:
            return "none"
        return "good" if vietnamese_quality(text) >= GOOD_UNDER_IMAGE else "garbage"
    if not text:
        return "none"
    if letters < _FEW_LETTERS or letters < _NUMBERS_ONLY * sum(c.isdigit() for c in text):
        return "garbage" if "\ufffd" in text else "good"
    return "good" if vietnamese_quality(text) >= (GOOD if letters > _TELLING else GOOD_SHORT) else "garbage"


def page(number: int, found: Layer) -> Page:
    """The page that the layer gives: running lines, and ruled tables with the lines in their cells."""
    words, calls = notes.parted(found.words)
    standing = [_standing(number, word) for word in [*words, *_filled_in(found)]]
    outside = list(standing)
    grids: list[tuple[lattice.Frame, list[list[Line]]]] = []
    for frame in lattice.frames(found.rulings):
        inside = [entry for entry in outside if frame.box.holds(entry.box)]
        if not inside:
            continue
        kept = {id(entry) for entry in inside}
        outside = [entry for entry in outside if id(entry) not in kept]
        grids.append((frame, _in_cells(frame, inside)))
    body = lines.by_baseline(outside)
    start = len(body)
    made: list[Grid] = []
    for frame, cells in grids:
        grid, start = _grid(frame, cells, start)
        made.append(grid)
    return Page(
        number,
        found.width,
        found.height,
        "text_layer",
        tuple(body),
        tuple(made),
        rulings=found.rulings,
        marks=(*signature_boxes(number, found), *(_call(number, word) for word in calls)),
        rotation=found.turn,
        blank=not standing and found.image_share < 0.01,
    )


def _call(number: int, word: layer.LayerWord) -> Mark:
    return Mark("note_call", word.box, (Line((_standing(number, word).word,)),))


def signature_boxes(number: int, found: Layer) -> tuple[Mark, ...]:
    """The boxes with words that signing software laid over the page."""
    marks: list[Mark] = []
    for field, inside in _fields(found):
        if _is_signature(inside):
            content = lines.by_baseline([_standing(number, word) for word in inside])
            marks.append(Mark("digital_signature", field, tuple(content)))
    return tuple(marks)


def filled_in(number: int, found: Layer) -> list[Word]:
    """The number and the day that signing software writes into the blanks of the page."""
    return [_standing(number, word).word for word in _filled_in(found)]


def _filled_in(found: Layer) -> list[layer.LayerWord]:
    return [word for _, inside in _fields(found) if not _is_signature(inside) for word in inside]


def _fields(found: Layer) -> list[tuple[Box, list[layer.LayerWord]]]:
    """The form fields with their words. Fields lie one upon the other: words that follow each other are of one that
    holds them all, of several such the largest."""
    runs: list[tuple[list[Box], list[layer.LayerWord]]] = []
    largest = sorted(found.fields, key=lambda box: -box.area)
    for word in found.added:
        holding = [field for field in largest if _within(word.box, field)]
        both = [field for field in holding if runs and field in runs[-1][0]]
        if both:
            runs[-1] = both, [*runs[-1][1], word]
        elif holding:
            runs.append((holding, [word]))
    held: dict[Box, list[layer.LayerWord]] = {}
    for fields, words in runs:
        held.setdefault(fields[0], []).extend(words)
    return list(held.items())


def _is_signature(words: Sequence[layer.LayerWord]) -> bool:
    return sum(c.isalpha() for word in words for c in word.text) >= _SIGNATURE_LETTERS


def _within(box: Box, field: Box) -> bool:
    return field.x0 <= box.cx <= field.x1 and field.top <= box.cy <= field.bottom


def _standing(number: int, word: layer.LayerWord) -> lines.Standing:
    made = Word(
        unicodedata.normalize("NFC", word.text),
        number,
        0,
        word.box,
        bold=word.font.bold,
        italic=word.font.italic,
        size=round(word.size, 1),
    )
    return lines.Standing(made, word.box, word.baseline, word.size)


def _in_cells(frame: lattice.Frame, words: Iterable[lines.Standing]) -> list[list[Line]]:
    held: list[list[lines.Standing]] = [[] for _ in frame.cells]
    boxes = [frame.cell_box(cell) for cell in frame.cells]
    for word in words:
        held[_nearest(word.box, boxes)].append(word)
    return [lines.by_baseline(entries) for entries in held]


def _nearest(box: Box, cells: Sequence[Box]) -> int:
    """The cell that holds most of the box."""
    return max(range(len(cells)), key=lambda n: (cells[n].overlap(box), -abs(cells[n].cy - box.cy)))


def _grid(frame: lattice.Frame, cells: Sequence[list[Line]], start: int) -> tuple[Grid, int]:
    """The grid with its lines numbered on from ``start``, and the next free number."""
    made: list[GridCell] = []
    for cell, content in zip(frame.cells, cells, strict=True):
        row, column, rows, columns = cell
        numbered = lines.numbered([line.words for line in content], start)
        start += len(numbered)
        made.append(GridCell(row, column, frame.cell_box(cell), tuple(numbered), rows, columns))
    return Grid(frame.box, len(frame.ys) - 1, len(frame.xs) - 1, tuple(made)), start


def _decoded(words: Sequence[layer.LayerWord]) -> tuple[list[layer.LayerWord], list[legacy.Encoding]]:
    """The words with fonts of before Unicode turned into Unicode, font by font, and the encodings that were met."""
    by_font: dict[str, list[str]] = {}
    for word in words:
        by_font.setdefault(word.font.name, []).append(word.text)
    encodings = {font: legacy.detect(" ".join(texts)) for font, texts in by_font.items()}
    met = sorted({encoding for encoding in encodings.values() if encoding})
    if not met:
        return list(words), []
    return [_unicode(word, encodings[word.font.name]) for word in words], met


def _unicode(word: layer.LayerWord, encoding: legacy.Encoding | None) -> layer.LayerWord:
    if encoding is None:
        return word
    text = legacy.convert(word.text, encoding)
    # The fonts .VnTimeH, .VnArialH ... show small letters as capitals.
    name = word.font.name.lower()
    if encoding == "tcvn3" and name.startswith(".vn") and name.split(",")[0].endswith("h"):
        text = text.upper()
    start, end = word.raised
    shorter = len(word.text) - len(text)  # letters of two signs stand before what is raised
    return replace(word, text=text, raised=(start - shorter, end - shorter) if end else word.raised)
