"""Signs that mark the entries of a list, and the letters as which some of them come out where their font is lost."""

from __future__ import annotations

from typing import Literal

Bullet = Literal["dash", "plus", "star", "dot", "circle"]

SIGNS: dict[str, Bullet] = {
    "-": "dash", "\uf02d": "dash", "¬": "dash", "+": "plus", "*": "star",
    **dict.fromkeys("•●▪·■□◆♦❖►➢➤✓✔★☆∙‣\uf076\uf0a7\uf0b7\uf0d8\uf0e0\uf0fc\uf0a8\uf071", "dot"),
    **dict.fromkeys("○◦", "circle"),
}  # fmt: skip
LETTERS: dict[str, Bullet] = {**dict.fromkeys("vqüØ§", "dot"), "o": "circle"}
"""Bullets of Wingdings and of Courier in another font; no bullets but before a capital or a figure."""
