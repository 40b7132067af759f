"""How much a text looks like written Vietnamese: tells a good text layer from a broken or wrongly recognized one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from kehoach.orthography.syllable import is_syllable

USUAL_MARKS = 0.65
"""Share of syllables with a diacritic or đ below which a text is not fully written Vietnamese. Measured over nine
administrative plans (17 000 syllables): 0.86 to 0.89; recognition by an English-only engine leaves 0 to 0.35."""

_EDGES = " \t\"'“”‘’«»()[]{}<>,.;:!?…/*-–—_+=|~•·"
_PARTS = re.compile(r"[-–/&.,;:()“”\"'+]+")
_NUMBER = re.compile(r"[\d.,/:%°ºª≥≤<>=xX×()\-–]+$")
_CODE = re.compile(r"(?=.*[A-ZĐ])[0-9A-ZĐƯa-z&.,\-/()]{1,24}$")
_ADDRESS = re.compile(r"(?:https?:|www\.|\S+@\S+|\S+\.(?:vn|com|gov|org|edu)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tally:
    """Letters of a text by what they belong to."""

    syllables: int = 0
    foreign: int = 0
    junk: int = 0
    marked: int = 0
    unmarked: int = 0


def vietnamese_quality(text: str) -> float:
    """0 to 1: the share of valid syllables, lowered where diacritics are missing. Around 0.95 for good text,
    below 0.6 for garbage; 0 for a text without any word (an empty or purely numeric text says nothing)."""
    found = tally(text)
    known = found.syllables + found.foreign + found.junk
    if not found.syllables:
        return 0.0
    valid = found.syllables / known
    share = found.marked / (found.marked + found.unmarked)
    return valid * min(1.0, share / USUAL_MARKS)


def tally(text: str) -> Tally:
    """What the words of the text are; numbers, dates and symbols of documents count as nothing."""
    syllables = foreign = junk = marked = unmarked = abbreviated = 0
    for token in unicodedata.normalize("NFC", text).split():
        of_token, short = _of_token(token)
        syllables += of_token.syllables
        foreign += of_token.foreign
        junk += of_token.junk
        marked += of_token.marked
        unmarked += of_token.unmarked
        abbreviated += short
    # A page full of "abbreviations" is no Vietnamese: beyond a tenth they count as foreign.
    foreign += max(0, abbreviated - (syllables + foreign) // 10)
    return Tally(syllables, foreign, junk, marked, unmarked)


@lru_cache(maxsize=1 << 15)
def _of_token(token: str) -> tuple[Tally, int]:
    """The same of what stands between two blanks, and how many letters of it are abbreviations. Kept: a plan has some
    hundred different ones."""
    core = token.strip(_EDGES)
    if not core:
        odd = len(token) > 2 and len(set(token)) > 1 and token not in ("./.", "...")
        return Tally(junk=int(odd)), 0
    if _NUMBER.match(core) or _ADDRESS.match(core) or (core[0].isdigit() and "/" in core and _CODE.match(core)):
        return Tally(), 0
    syllables = foreign = junk = marked = unmarked = abbreviated = 0
    for part in _PARTS.split(core):
        if not part:
            continue
        if is_syllable(part) and _cased(part):
            syllables += len(part)
            if _has_mark(part):
                marked += 1
            else:
                unmarked += 1
        elif part.isupper() and part.isalpha() and len(part) <= 9:
            abbreviated += len(part)
        elif any(c.isdigit() for c in part) and _CODE.match(part) and not part.islower():
            continue
        elif part.isalpha() and _cased(part):
            foreign += len(part)
        else:
            junk += len(part)
    return Tally(syllables, foreign, junk, marked, unmarked), abbreviated


def _cased(word: str) -> bool:
    """Written small, capitalized or in capitals throughout; capitals in mid-word are a sign of garbage."""
    return word.islower() or word.isupper() or (word[0].isupper() and word[1:].islower())


def _has_mark(word: str) -> bool:
    return any(ord(c) > 0x7F for c in word)
