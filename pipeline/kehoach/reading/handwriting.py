"""The number and the date of a letterhead where a pen wrote them, and where print is in doubt.

The engine reads a pen's figures as whatever print they resemble, often surely and wrongly. So what the ink tells to be
a pen's loses the engine's confidence, and is read by a reader of handwritten figures where one is installed. Printed
figures get its opinion too: two readers that agree make sure, two that differ make doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kehoach.orthography.fold import bare
from kehoach.programs.figures import FigureReader
from kehoach.programs.tesseract import Recognizer, SeenLine, SeenWord
from kehoach.reading import pens, slots, treatment
from kehoach.reading.glyphs import Spots
from kehoach.reading.look import Places, Plate
from kehoach.reading.pens import BELIEVED, Penned, Written
from kehoach.reading.slots import NUMBER_WORD, SYMBOL, Slot
from kehoach.reading.upright import Turned

UNREAD = 0.3
"""Confidence of what the engine read from handwriting: less than any value is taken with."""
_PRINTED, _EDGE, _SPECK = 0.9, 10, 0.2
_LOOKS_AT_PRINT = 2
_SUREST = 0.99
_SIGNS = re.compile(r"^[\W_]+")
"""What a symbol begins with before its first letter."""
_NGAY, _THANG, _NAM = re.compile(r"nga?y|ngav"), re.compile(r"t?han[gq]"), re.compile(r"nam$")


@dataclass(frozen=True)
class Second:
    """The reader of handwritten figures and the page set upright, with the ink that was taken off the print."""

    reader: FigureReader
    picture: Turned


@dataclass(frozen=True, slots=True)
class Ink:
    """Where a pen wrote, and what was read there, None where nobody read."""

    place: Places
    penned: Penned | None = None


@dataclass(frozen=True)
class Filled:
    """The lines, words from a pen among them doubted or read, and where the pen wrote."""

    lines: list[SeenLine]
    pens: tuple[Ink, ...] = ()


def settled(
    lines: Sequence[SeenLine],
    plate: Plate,
    spots: Spots,
    coloured: Sequence[Places],
    engine: Recognizer,
    second: Second | None = None,
) -> Filled:
    """The lines of a page with the figures of its letterhead settled.

    Args:
        spots: the ink of the plate.
        coloured: places of a pen's coloured ink, which was taken off the image.
        second: who reads handwriting; None where no such reader is installed.
    """
    if not slots.slotted(lines):
        return Filled(list(lines))
    made = list(lines)
    found = [_written(slot, made[slot.line], coloured, spots) for slot in slots.slots(lines, spots)]
    opinions = _opinions(found, made, second)
    inks: list[Ink] = []
    for (written, by_pen), penned in reversed(list(zip(found, opinions, strict=True))):
        slot = written.slot
        if by_pen:
            inks.append(Ink(slots.around(written.ink), penned))
            made[slot.line] = _by_pen(made[slot.line], written, penned, plate, engine)
        elif penned is not None and written.ink:
            made[slot.line] = _weighed(made[slot.line], slot, penned)
    return Filled(made, tuple(inks))


def _written(slot: Slot, line: SeenLine, coloured: Sequence[Places], spots: Spots) -> tuple[Written, bool]:
    """The slot with its ink, and whether that is a pen's."""
    marks = [place for place in coloured if _lies_in(place, slot)]
    if marks:
        return Written(slot, tuple(marks)), True
    marks = slots.ink(slot, spots)
    small = tuple(spot for spot in slots.ink(slot, spots, _SPECK) if spot not in marks)
    return Written(slot, tuple(marks), small), bool(marks) and not slots.printed(slot, marks, line, spots)


def _lies_in(place: Places, slot: Slot) -> bool:
    middle, level = (place[0] + place[2]) / 2, slot.stands.baseline - slot.stands.capital / 2
    return slot.left - slot.stands.capital < middle < slot.right + slot.stands.capital and place[1] < level < place[3]


def _opinions(
    found: Sequence[tuple[Written, bool]], lines: Sequence[SeenLine], second: Second | None
) -> list[Penned | None]:
    """What the second reader says of each slot, given with whether a pen filled it; slots of one line are read
    together, and print is looked at less often: once where it reads as the engine has it."""
    if second is None:
        return [None] * len(found)
    made: list[Penned | None] = []
    for kinds in (("number",), ("day", "month")):
        line = [(written, by_pen) for written, by_pen in found if written.slot.kind in kinds]
        if any(written.ink for written, _ in line):
            together = [written for written, _ in line]
            if any(by_pen for _, by_pen in line):
                made += pens.read(together, second.picture.head, second.reader)
            else:
                told = [_figures_of(lines[written.slot.line], written.slot) for written in together]
                known = [figures[1] if figures else "" for figures in told]
                made += pens.read(together, second.picture.head, second.reader, _LOOKS_AT_PRINT, known)
        else:
            made += [None] * len(line)
    return made


def _by_pen(line: SeenLine, written: Written, penned: Penned | None, plate: Plate, engine: Recognizer) -> SeenLine:
    """The line with the slot's words doubted, or what was read by the other reader in their stead."""
    slot = written.slot
    parts = [
        part
        for n, word in enumerate(line)
        for part in (_parted(word, slot, plate, engine) if n in slot.words else ((word, False),))
    ]
    if penned is None or penned.confidence < BELIEVED:
        return tuple(word for word, _ in parts)
    figures = _figures(written, penned, line[0].line)
    kept = [_beside(word, figures) for word, pens_own in parts if not pens_own]
    at = next((n for n, word in enumerate(kept) if word.left >= figures.right), len(kept))
    return (*kept[:at], figures, *kept[at:])


def _figures(written: Written, penned: Penned, line: int) -> SeenWord:
    """What was read as a word that stands on the line, however far the pen went above and below."""
    slot = written.slot
    left, _, right, _ = slots.around(written.ink)
    right = min(right, slot.right)
    left = min(max(left, slot.left), right - 1)
    top, bottom = round(slot.stands.baseline - slot.stands.capital), round(slot.stands.baseline)
    return SeenWord(penned.figures, min(penned.confidence, _SUREST), left, top, right, bottom, line)


def _beside(word: SeenWord, figures: SeenWord) -> SeenWord:
    """A printed word cut off where the figures begin or end: the engine had seen it and the pen's ink as one."""
    if word.left < figures.left < word.right:
        return replace(word, right=figures.left)
    if word.left < figures.right < word.right:
        return replace(word, left=figures.right)
    return word


def _parted(word: SeenWord, slot: Slot, plate: Plate, engine: Recognizer) -> Iterator[tuple[SeenWord, bool]]:
    """A word that holds handwriting, and whether it is the pen's: printed words that it ran together with are parted
    from it."""
    label, start, end = _print(word, slot)
    if (not start and end == len(word.text)) or end < start:
        yield replace(word, confidence=min(word.confidence, UNREAD)), True
        return
    if start:
        right = max(word.left + 1, min(slot.left, word.right))
        yield replace(word, text=label, right=right, confidence=_PRINTED, alternatives=()), False
    if word.text[start:end]:
        left, right = max(word.left, slot.left), min(word.right, slot.right)
        figures = replace(word, text=word.text[start:end], left=left, right=max(left, right), alternatives=())
        yield replace(figures, confidence=min(word.confidence, UNREAD)), True
    if end < len(word.text):
        own = replace(word, text=word.text[end:], left=max(word.left, min(slot.right, word.right - 1)), alternatives=())
        yield (_read_again(own, plate, engine) if slot.kind == "number" else _named(own, slot)), False


def _print(word: SeenWord, slot: Slot) -> tuple[str, int, int]:
    """The printed word before the slot as it should read, where it ends, and where the printed word behind begins."""
    text = word.text
    if slot.kind == "number":
        # "505/QĐ" stands in the slot, however much its figures look like "Số".
        label = NUMBER_WORD.match(text) if word.left < slot.left else None
        symbol = SYMBOL.search(text)
        return "Số:", label.end() if label else 0, symbol.start() if symbol else len(text)
    plain = bare(text)
    before, behind = (_NGAY, _THANG) if slot.kind == "day" else (_THANG, _NAM)
    label, after = before.match(plain), behind.search(plain)
    start = label.end() if label else 0
    own = "ngày" if slot.kind == "day" else "tháng"
    return own, start, after.start() if after and after.start() >= start else len(text)


def _named(word: SeenWord, slot: Slot) -> SeenWord:
    """The printed word behind a day or month as it should read."""
    return replace(word, text="tháng" if slot.kind == "day" else "năm", confidence=_PRINTED)


def _read_again(word: SeenWord, plate: Plate, engine: Recognizer) -> SeenWord:
    """A symbol read without the handwriting before it."""
    part = plate.grey[max(0, word.top - _EDGE) : word.bottom + _EDGE, word.left : word.right + _EDGE]
    image = np.ascontiguousarray(np.pad(part, _EDGE, constant_values=int(treatment.percentile(part, 90)[0])))
    seen = engine.recognize(image, dpi=round(plate.dpi), look="line")
    text = "".join(found.text for found in seen)
    sure = min((found.confidence for found in seen if any(map(str.isalpha, found.text))), default=0.0)
    if sure <= word.confidence:
        return word
    if _SIGNS.sub("", text) == _SIGNS.sub("", word.text):
        return replace(word, confidence=sure)  # the slash alone was touched by the pen
    symbol = SYMBOL.search(text)
    return word if symbol is None else replace(word, text=text[symbol.start() :], confidence=sure)


def _weighed(line: SeenLine, slot: Slot, penned: Penned) -> SeenLine:
    """Printed figures with the other reader's opinion: what both read is surer than either; of two strings the likelier
    stands, no surer than it is the likelier."""
    printed = _figures_of(line, slot)
    if printed is None or not penned.figures or penned.confidence < BELIEVED:
        return line
    at, figures = printed
    word = line[at]
    _, start, end = _print(word, slot)
    one, other = min(word.confidence, _SUREST), min(penned.confidence, _SUREST)
    if figures == penned.figures:
        made = replace(word, confidence=1 - (1 - one) * (1 - other))
    elif (share := one * (1 - other) / (one * (1 - other) + other * (1 - one))) >= 0.5:
        made = replace(word, confidence=min(one, share))
    else:
        text = word.text[:start] + penned.figures + word.text[end:]
        made = replace(word, text=text, confidence=min(other, 1 - share))
    return (*line[:at], made, *line[at + 1 :])


def _figures_of(line: SeenLine, slot: Slot) -> tuple[int, str] | None:
    """The printed figures of a slot as the engine read them, and in which word; None where they are not one word's."""
    words = [n for n in slot.words if any(map(str.isdigit, line[n].text))]
    if len(words) != 1:
        return None
    _, start, end = _print(line[words[0]], slot)
    figures = line[words[0]].text[start:end].strip(".,:;")
    return (words[0], figures) if figures.isdigit() else None
