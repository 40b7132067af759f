"""Surnames, by which a name that lost a mark is told ("Nguyên Văn Tám")."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from kehoach.orthography.fold import bare

FILE = Path(__file__).parent / "data" / "surnames.txt"


def misread(word: str) -> str | None:
    """The common surname of the same letters as a word in small letters, where that is no surname itself."""
    common, known = _surnames()
    return None if word in known else common.get(bare(word))


def is_surname(word: str) -> bool:
    """Whether a word in small letters is a surname."""
    return word in _surnames()[1]


@lru_cache(maxsize=1)
def _surnames() -> tuple[Mapping[str, str], frozenset[str]]:
    """The common surnames by their letters without marks, and all surnames."""
    lines = [line.split() for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {bare(name): name for name in lines[0]}, frozenset(name for line in lines for name in line)
