"""Seals and pen strokes between the lines of letterhead and signature, read as if they were words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kehoach.layout.furniture import of_line
from kehoach.layout.noise import BULLET, STROKES
from kehoach.layout.printed import Printed
from kehoach.layout.signs import Signs, is_name
from kehoach.model.document import Block, Furniture, FurnitureKind, Zone
from kehoach.model.page import Word
from kehoach.orthography.syllable import is_syllable

Item = Printed | Block
_TELLING = ("authority", "position", "motto", "number", "place_date", "recipients")
_SURE, _SURELY = 0.7, 0.85
_SEVERAL, _MOSTLY = 3, 0.6
_FORM: tuple[Zone, ...] = ("issuer", "number", "motto", "place_date", "recipients", "signature")


def without_ink(
    flow: Sequence[Item], zones: Sequence[Zone], signs: Signs
) -> tuple[list[Item], list[Zone], list[Furniture]]:
    """The flow without the lines (and ends of lines) of recognized letterheads and signatures that are no words."""
    items: list[Item] = []
    kept: list[Zone] = []
    apart: list[Furniture] = []
    for item, zone in zip(flow, zones, strict=True):
        if isinstance(item, Printed) and zone in _FORM and not any(map(str.isalnum, item.value)):
            apart.append(of_line("noise", item))  # a rule or an ornament made of characters
            continue
        if isinstance(item, Printed) and zone in _FORM and _recognized(item):
            kind: FurnitureKind = "ink" if zone == "signature" else "noise"
            line, rest = _cleaned(item, zone, signs) if zone in ("signature", "issuer") else _entry(item, zone)
            if line is not None:
                line, strokes = _without_strokes(line, zone)
                rest += strokes
            apart += [of_line(kind, replace(item, words=words)) for words in rest if words]
            if line is None:
                continue
            item = line
        items.append(item)
        kept.append(zone)
    return items, kept, apart


def _recognized(line: Printed) -> bool:
    return any(word.confidence < 1 for word in line.words)


def _cleaned(line: Printed, zone: Zone, signs: Signs) -> tuple[Printed | None, list[tuple[Word, ...]]]:
    """The part of the line that says something, and what stands before and after it."""
    if signs.kind(line) in _TELLING or is_name(line):
        return line, []
    words = line.words
    slices = [(a, b) for a in range(len(words)) for b in range(len(words), a, -1) if b - a < len(words)]
    for a, b in sorted(slices, key=lambda ab: ab[0] - ab[1]):
        part = replace(line, words=words[a:b])
        rest = (*words[:a], *words[b:])
        if _says(part, zone, signs) and not any(_good(word) for word in rest):
            return part, [words[:a], words[b:]]
    if zone == "issuer" and len(words) > 1 and all(_syllables(word) for word in words):
        return line, []
    if zone == "signature":
        return (line, []) if _plain_words(line) else (None, [words])
    good = sum(len(word.text) for word in words if _good(word))
    if 2 * good > sum(len(word.text) for word in words):
        return line, []
    return None, [words]


def _plain_words(line: Printed) -> bool:
    """Two words or more that were really written: a body's name in capitals, a name in which a capital was misread,
    or anything else that was read surely ("(Đã ký)")."""
    if line.capitals > 0.8 and (_mostly_good(line) or _last_word(line)):
        return True
    if len(line.words) < 2 or not all(_syllables(word) for word in line.words):
        return False
    sure = sum(word.confidence for word in line.words) >= 0.85 * len(line.words)
    ends = line.words[0].text[:1].isupper() and line.words[-1].text[:1].isupper() and len(line.words) <= 5
    named = ends and all(_good(word) for word in (line.words[0], line.words[-1]))
    return sure or (line.capitals > 0.8 and all(map(_good, line.words))) or named


def _last_word(line: Printed) -> bool:
    """The last word of an authority that its column broke, right below it ("TM. BAN THƯỜNG VỤ TỈNH / ĐOÀN")."""
    word = line.words[0]
    return len(line.words) == 1 and not line.gap and word.confidence >= _SURELY and _syllables(word)


def _mostly_good(line: Printed) -> bool:
    """Several good words, and what is none is a small part: the name of a body with two words that ran together."""
    good = [word for word in line.words if _good(word)]
    return len(good) >= _SEVERAL and sum(len(w.text) for w in good) >= _MOSTLY * sum(len(w.text) for w in line.words)


def _entry(line: Printed, zone: Zone) -> tuple[Printed | None, list[tuple[Word, ...]]]:
    """An entry of nơi nhận without what a seal leaves behind its closing mark."""
    if zone == "recipients":
        for n, word in enumerate(line.words[:-1], 1):
            rest = line.words[n:]
            doubtful = all(not _good(w) and w.confidence < _SURE for w in rest)
            if word.text[-1] in ";." and n > 1 and doubtful:
                return replace(line, words=line.words[:n]), [rest]
    return line, []


def _without_strokes(line: Printed, zone: Zone) -> tuple[Printed | None, list[tuple[Word, ...]]]:
    """The line without words at its ends that hold no letter; the dash of an entry of nơi nhận stays."""
    a, b = 0, len(line.words)
    while a < b and STROKES.match(line.words[a].text):
        if zone == "recipients" and BULLET.match(line.words[a].text) and a + 1 < b:
            break
        a += 1
    while b > a and STROKES.match(line.words[b - 1].text):
        if zone == "issuer" and BULLET.match(line.words[b - 1].text):
            break  # "SỞ TƯ PHÁP -": a second body follows
        b -= 1
    if b - a == len(line.words):
        return line, []
    kept = replace(line, words=line.words[a:b]) if a < b else None
    return kept, [line.words[:a], line.words[b:]]


def _says(part: Printed, zone: Zone, signs: Signs) -> bool:
    if zone == "signature" and signs.kind(part) in ("authority", "position") and part.capitals > 0.7:
        return True
    return zone == "signature" and len(part.words) >= 2 and is_name(part) and all(map(_good, part.words))


def _good(word: Word) -> bool:
    """A word that was really written: syllables, read with some confidence."""
    return word.confidence >= 0.55 and _syllables(word)


def _syllables(word: Word) -> bool:
    letters = word.text.strip(".,;:-–“”\"'()_|~*")
    return len(letters) > 1 and all(is_syllable(part) for part in letters.split("-") if part)
