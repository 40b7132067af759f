"""Folding for comparison. Every function here keeps the length of NFC text, so offsets stay true."""

from __future__ import annotations

import re
import unicodedata

_PAIRS = (
    ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"),
    ("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oẹ", "ọe"),
    ("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
)  # fmt: skip
_TONES = {variant(old): variant(new) for old, new in _PAIRS for variant in (str.lower, str.upper, str.title)}
_TONE_PATTERN = re.compile("(?<![qQ])(?:" + "|".join(_TONES) + r")(?!\w)")
_CHARACTERS = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
        "‘": "'", "’": "'", "‚": "'", "`": "'", "´": "'",
        "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "‒": "-", "―": "-", "\u00ad": "-",
        "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\t": " ", "\n": " ",
        "Ð": "Đ", "Ɖ": "Đ", "ƣ": "ư", "Ƣ": "Ư", "…": ".",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """NFC text with tone placement (hoà, hòa), quotes, dashes and spaces made alike; case kept, length kept."""
    return _TONE_PATTERN.sub(lambda m: _TONES.get(m[0], m[0]), text.translate(_CHARACTERS))


def bare(text: str) -> str:
    """``fold`` in lower case and without any diacritics ("đ" is "d"); length kept."""
    lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in fold(text))
    return "".join("d" if c == "đ" else unicodedata.normalize("NFD", c)[0] for c in lowered)
