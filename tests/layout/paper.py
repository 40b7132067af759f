"""A page set in words with places, as a reader would hand it over: 595 x 842 points, text from x 85 to 540."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.model.geometry import Box
from kehoach.model.page import Line, Page, Reading, TextFrom, Word

LEFT, RIGHT, INDENT, PITCH = 85.0, 540.0, 36.0, 18.0
LETTER, SPACE = 5.4, 4.0


@dataclass(frozen=True)
class Set:
    """One piece of a printed line: its left edge (None: centred), its text, whether bold, how sure."""

    text: str
    x: float | None = None
    bold: bool = False
    confidence: float = 1.0
    row: int | None = None
    """Stands in the row before where 0; in a new row where None."""


def width(text: str) -> float:
    words = text.split()
    return sum(len(word) * LETTER for word in words) + SPACE * (len(words) - 1)


def wrapped(text: str, *, bold: bool = False, confidence: float = 1.0) -> list[Set]:
    """A justified paragraph with its first line indented."""
    lines: list[Set] = []
    current, x = "", LEFT + INDENT
    for word in text.split():
        longer = f"{current} {word}".strip()
        if x + width(longer) > RIGHT and current:
            lines.append(Set(current, x, bold, confidence))
            current, x = word, LEFT
        else:
            current = longer
    return [*lines, Set(current, x, bold, confidence)]


def page(number: int, pieces: Sequence[Set], *, top: float = 70.0, text_from: TextFrom = "text_layer") -> Page:
    """The pieces set one below the other; lines that are broken in mid-paragraph are stretched to the margin."""
    lines: list[Line] = []
    y = top - PITCH
    for n, piece in enumerate(pieces):
        y += 0 if piece.row == 0 else PITCH
        x = piece.x if piece.x is not None else (LEFT + RIGHT - width(piece.text)) / 2
        following = pieces[n + 1] if n + 1 < len(pieces) else None
        goes_on = following is not None and following.x == LEFT and piece.x in (LEFT, LEFT + INDENT)
        lines.append(_line(number, len(lines), piece, x, y, stretched=goes_on))
    return Page(number, 595.0, 842.0, text_from, tuple(lines))


def _line(number: int, line: int, piece: Set, x: float, y: float, *, stretched: bool) -> Line:
    words = piece.text.split()
    space = SPACE
    if stretched and len(words) > 1:
        space = (RIGHT - x - sum(len(word) * LETTER for word in words)) / (len(words) - 1)
    made = []
    for text in words:
        box = Box(x, y, x + len(text) * LETTER, y + 12)
        made.append(Word(text, number, line, box, piece.confidence, piece.bold, size=13.0))
        x = box.x1 + space
    return Line(tuple(made))


def reading(*pages: Page) -> Reading:
    return Reading(pages)


HEAD = [
    Set("UBND TỈNH QUẢNG NAM", 95),
    Set("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 290, bold=True, row=0),
    Set("SỞ TƯ PHÁP", 125, bold=True),
    Set("Độc lập - Tự do - Hạnh phúc", 330, bold=True, row=0),
    Set("Số: 12 /KH-STP", 110),
    Set("Quảng Nam, ngày 05 tháng 3 năm 2031", 300, row=0),
    Set("KẾ HOẠCH", bold=True),
    Set("Phát động đợt thi đua đặc biệt năm 2031", bold=True),
]
FOOT = [
    Set("Nơi nhận:", 90, bold=True),
    Set("KT. GIÁM ĐỐC", 380, bold=True, row=0),
    Set("- UBND tỉnh (b/c);", 90),
    Set("PHÓ GIÁM ĐỐC", 378, bold=True, row=0),
    Set("- Các phòng, đơn vị thuộc Sở và các", 90),
    Set("hội có liên quan;", 90),
    Set("- Lưu: VT, VP.", 90),
    Set("Trần Thị Bích Thủy", 368, bold=True, row=0),
]
