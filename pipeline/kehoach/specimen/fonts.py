"""The typeface of the official form: Liberation Serif 2, which has the measures of Times New Roman.

Version 1 (``fonts-liberation`` of Debian 12 and Ubuntu 22.04) lacks every Vietnamese letter with two marks, and a page
set in it takes those letters from other faces; so a file is taken only when it holds the whole alphabet.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Literal

from kehoach.errors import MissingDependency

Face = Literal["Regular", "Bold", "Italic", "BoldItalic"]
FACES: tuple[Face, ...] = ("Regular", "Bold", "Italic", "BoldItalic")
_MARKS = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
ALPHABET = frozenset(
    unicodedata.normalize("NFC", vowel + mark) for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for mark in _MARKS
) | {"đ", "Đ"}
"""Every Vietnamese letter that a face must have."""


@lru_cache(maxsize=1)
def faces() -> dict[Face, Path]:
    """The font file of each face.

    Raises:
        MissingDependency: no installed Liberation Serif holds the Vietnamese alphabet.
    """
    found: dict[Face, Path] = {}
    for face in FACES:
        for folder in _folders():
            file = next((f for f in sorted(folder.rglob(f"LiberationSerif-{face}.ttf")) if _complete(f)), None)
            if file is not None:
                found[face] = file
                break
        else:
            raise MissingDependency(
                "Thiếu phông Liberation Serif 2 có đủ chữ Việt / Liberation Serif 2 with Vietnamese letters is missing",
                "sudo apt-get install fonts-liberation2  (Debian 13, Ubuntu 24.04: fonts-liberation)",
            )
    return found


def stylesheet() -> str:
    """``@font-face`` rules that name these files "Specimen Serif"."""
    rules = []
    for face, file in faces().items():
        weight = "bold" if face.startswith("Bold") else "normal"
        style = "italic" if face.endswith("Italic") else "normal"
        rules.append(
            f'@font-face {{ font-family: "Specimen Serif"; src: url("{file.as_uri()}"); '
            f"font-weight: {weight}; font-style: {style}; }}"
        )
    return "\n".join(rules)


def _folders() -> Iterator[Path]:
    homes = [Path.home() / ".local/share/fonts", Path.home() / ".fonts", Path("/usr/local/share/fonts")]
    if sys.platform == "darwin":
        homes += [Path.home() / "Library/Fonts", Path("/Library/Fonts")]
    if sys.platform == "win32":
        homes.append(Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts")
    return (folder for folder in (*homes, Path("/usr/share/fonts")) if folder.is_dir())


def _complete(file: Path) -> bool:
    from fontTools.ttLib import TTFont

    with TTFont(file, lazy=True) as font:
        letters = font.getBestCmap() or {}
    return all(ord(letter) in letters for letter in ALPHABET)
