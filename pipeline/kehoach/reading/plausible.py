"""How likely a recognized token is something that Vietnamese offices write. Weighs readings; changes none."""

from __future__ import annotations

import re
from functools import lru_cache

from kehoach.orthography.syllable import is_syllable

_EDGES = " \"'“”‘’()[]<>,.;:!?…*-–—_+=/"
_PARTS = re.compile(r"[-–/&.,;:()“”\"'+%]+")
_ROMAN = re.compile(r"^(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
_STRANGE = re.compile(r"[^\w\s\"'“”‘’()\[\]<>≤≥,.;:!?…*\-–—+=/&%°@|✓•]")

CERTAIN = 1.0
ABBREVIATION = 0.85
UNKNOWN = 0.5
STRANGE = 0.3


@lru_cache(maxsize=20_000)
def plausibility(token: str) -> float:
    """From 0 to 1: 1 for Vietnamese syllables and numbers, less for capitals that may be an abbreviation, least for
    letters and signs that no office writes."""
    core = token.strip(_EDGES)
    if not core:
        return ABBREVIATION if len(token) <= 3 else STRANGE
    parts = [part for part in _PARTS.split(core) if part]
    if not parts:
        return ABBREVIATION if core == "%" else STRANGE
    worth = sum(_part(part) for part in parts) / len(parts)
    return worth * (0.6 if _STRANGE.search(token) else 1.0)


def _part(part: str) -> float:
    if part.isdigit():
        return CERTAIN
    if not part.isalpha():
        # "2020a", "l5", "1O": figures and letters mixed; "QH13", "T4" are symbols of documents and months.
        return ABBREVIATION if re.fullmatch(r"[A-ZĐ]{1,4}\d+|\d+[a-zđ]", part) else UNKNOWN
    cased = part.islower() or part.isupper() or part[1:].islower()
    if not cased:
        return ABBREVIATION if re.fullmatch(r"[A-ZĐ]{2,}[a-z]{1,3}|[a-z][A-Z]{1,4}", part) else UNKNOWN
    if _ROMAN.match(part):
        return CERTAIN
    if is_syllable(part):
        return CERTAIN
    return ABBREVIATION if part.isupper() and len(part) <= 8 else UNKNOWN
