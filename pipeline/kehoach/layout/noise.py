"""Specks, border lines and pen strokes that the engine read as characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.layout.frame import Frame
from kehoach.layout.printed import Printed
from kehoach.layout.rows import Row, box
from kehoach.model.document import Furniture
from kehoach.model.page import Word
from kehoach.model.text import Text
from kehoach.orthography.syllable import is_syllable
from kehoach.rules.needs import Sieve

STROKES = Sieve(r"[|_~`ˆ¨´˜¸'‘’„.,°^*=«»\\/¬¦<>{}\[\]:;!‹›\-–—“”\"]+$")
_LABEL = re.compile(r"Số:$")
"""Begins the line of number and symbol, which a pen often makes hard to read."""
RULE = re.compile(
    r"[\s\-–—−_*=~.─━]*(?:[\-–—−_*=~─━]{2}|(?:[*\-–—_]\s){2}[*\-–—_])[\s\-–—−_*=~.─━]*(?:o\s?0\s?o[\s\-–—−_*=~.─━]*)?",
    re.IGNORECASE,
)
"""A rule below letterhead or title, typed as dashes or stars."""
BULLET = Sieve(r"[-–—+*•·=]$")


def strip(rows: Sequence[Row], frame: Frame, page: int) -> tuple[list[Row], list[Furniture]]:
    """The rows without words that are plainly no print, and those words as furniture."""
    kept: list[Row] = []
    dropped: list[Furniture] = []
    for row in rows:
        bad = [word for word in row.words if _is_noise(word, row, frame)]
        bad += [word for word in _scraps_behind(row) if word not in bad]
        words = tuple(word for word in row.words if word not in bad) if bad else row.words
        dropped += [Furniture("noise", page, word.box, Text.of_word(word)) for word in bad]
        if words and not _nothing_said(words) and not RULE.fullmatch(row.text):
            kept.append(Row(words) if bad else row)
        else:
            dropped += [Furniture("noise", page, word.box, Text.of_word(word)) for word in words]
    return kept, dropped


def _is_noise(word: Word, row: Row, frame: Frame) -> bool:
    """Strokes without letters at the ends of a row, and doubtful words out in the margins."""
    if word.confidence >= 0.9 and not STROKES.match(word.text):
        return False
    outside = _in_margin(word, frame) and _apart(word, row, frame)
    if _past_margin(word, row, frame):
        return True
    if outside and (word.confidence < 0.6 or STROKES.match(word.text)) and len(word.text) <= 6:
        return True
    if word.confidence >= 1 or not STROKES.match(word.text) or word not in (row.words[0], row.words[-1]):
        return False
    if word is row.words[0] and BULLET.match(word.text) and len(row.words) > 1 and not outside:
        return False
    return word.text in ("|", "¦", "_", "~", "\\", "^", "‘", "`") or (word.confidence < 0.3 and len(row.words) > 1)


def _past_margin(word: Word, row: Row, frame: Frame) -> bool:
    """A doubtful scrap that begins right of the margin, behind a line that ended at it."""
    if box(word).x0 < frame.right + 1 or word.confidence >= 0.9 or len(word.text) > 4:
        return False
    before = [box(other).x1 for other in row.words if box(other).x0 < box(word).x0]
    return bool(before) and any(abs(right - frame.right) < 12 for right in before)


def _scraps_behind(row: Row) -> tuple[Word, ...]:
    """Doubtful scraps that are no words behind the end of a line, parted from it: a seal, a pen stroke."""
    at = len(row.words)
    while at > 1 and row.words[at - 1].confidence < 0.75 and not _worded(row.words[at - 1].text):
        at -= 1
    if at == len(row.words) or box(row.words[at]).x0 - box(row.words[at - 1]).x1 < 0.8 * row.height:
        return ()
    return row.words[at:]


def _worded(text: str) -> bool:
    core = text.strip(".,;:!?()“”\"'/-–")
    return is_syllable(core) or any(map(str.isdigit, core)) or (core.isupper() and 1 < len(core) <= 8)


def _in_margin(word: Word, frame: Frame) -> bool:
    return box(word).x1 < frame.left - 12 or box(word).x0 > frame.right + 12


def _apart(word: Word, row: Row, frame: Frame) -> bool:
    """Whether the word stands away from the row's words, as no word of a line does; other doubtful scraps in the
    margin are none."""
    place = box(word)
    words = [o for o in row.words if o is not word and not (_in_margin(o, frame) and o.confidence < 0.6)]
    others = [box(other) for other in words]
    return all(max(other.x0 - place.x1, place.x0 - other.x1) > 2.5 * row.height for other in others)


def _nothing_said(words: Sequence[Word]) -> bool:
    """A row of strokes only, or of doubtful scraps hardly any of which is a word: specks, bleed-through, a seal."""
    if all(word.confidence >= 1 for word in words) or any(w.confidence >= 0.9 and _LABEL.match(w.text) for w in words):
        return False
    if all(STROKES.match(word.text) for word in words):
        return True
    letters = [sum(map(str.isalnum, word.text)) for word in words]
    worded = sum(n for n, word in zip(letters, words, strict=True) if word.confidence >= 0.5 and _worded(word.text))
    sure = sum(n * word.confidence for n, word in zip(letters, words, strict=True)) / max(sum(letters), 1)
    return (sure < 0.6 and worded < 0.4 * sum(letters)) or (sum(letters) <= 4 and sure < 0.5 and len(words) <= 2)


def trimmed(line: Printed) -> Printed:
    """The line without doubtful scraps at its ends, to be recognized by its sure words."""
    sure = [n for n, word in enumerate(line.words) if word.confidence >= 0.6 and len(word.text) > 1]
    if not sure or sure[-1] - sure[0] + 1 == len(line.words):
        return line
    return replace(line, words=line.words[sure[0] : sure[-1] + 1])
