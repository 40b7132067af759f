"""How alike two printed texts are: the Indel ratio after folding what printers and scanners change freely.

All similarities are 0 to 1. The ratio is 2M / (|a| + |b|), M the length of the longest common subsequence.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_TONE = re.compile("|".join(_TONES))
_QUOTES = re.compile("[“”\"'‘’«»]")
_DASHES = re.compile("[–—−]")
_GAPS = re.compile(r"[\s.,;:…]+")
_CLASS_WORDS = re.compile("^(?:các|những|toàn thể|đ/c|đồng chí) ")
_CUT_SHARE = 0.6
"""A cut must keep this share of the longer text ..."""
_CUT_ANYWAY = 60
"""... or this many characters; a clause of that length is no accident."""
_CUT_LEAST = 25


@lru_cache(maxsize=1 << 16)
def fold(text: str | None) -> str:
    """NFC in lower case, tone placement, dashes and gaps alike, quotation marks dropped. None is the empty text."""
    folded = unicodedata.normalize("NFC", text or "").casefold()
    folded = _TONE.sub(lambda m: _TONES[m[0]], folded)
    return _GAPS.sub(" ", _DASHES.sub("-", _QUOTES.sub("", folded))).strip()


def same(a: str | None, b: str | None) -> bool:
    return fold(a) == fold(b)


def ratio(a: str | None, b: str | None) -> float:
    one, other = fold(a), fold(b)
    return 1.0 if one == other else fuzz.ratio(one, other) / 100


def part(a: str | None, b: str | None) -> float:
    """The ratio, or the partial ratio where one text may be a cut of the other.

    A cut has at least 25 characters and 60 % of the longer text, or at least 60 characters.
    """
    one, other = fold(a), fold(b)
    if not one or not other:
        return float(one == other)
    short, long = sorted((one, other), key=len)
    whole: float = fuzz.ratio(one, other)
    if len(short) < _CUT_SHARE * len(long) and len(short) < _CUT_ANYWAY:
        return whole / 100
    return max(whole, fuzz.partial_ratio(short, long) if len(short) >= _CUT_LEAST else 0.0) / 100


def start(a: str, b: str, characters: int = 40) -> float:
    """The ratio of the first ``characters`` of both, folded."""
    return fuzz.ratio(fold(a)[:characters], fold(b)[:characters]) / 100


def unit_name(name: str) -> str:
    """A unit's name without the words that only say that there are several ("các phòng" is "phòng")."""
    return _CLASS_WORDS.sub("", fold(name))


def same_path(a: str | None, b: str | None) -> bool:
    """Whether two paths name one place; None and the empty path are the same."""
    return _bare_path(a) == _bare_path(b)


def _bare_path(path: str | None) -> str:
    return re.sub(r"\s", "", path or "").strip(".")
