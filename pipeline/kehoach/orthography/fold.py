"""Folding for comparison. Every function here keeps the length of NFC text, so offsets stay true."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PAIRS = (
    ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"),
    ("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oẹ", "ọe"),
    ("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
)  # fmt: skip
_TONES = {variant(old): variant(new) for old, new in _PAIRS for variant in (str.lower, str.upper, str.title)}
_FIRST, _SECOND = ("".join(sorted({pair[n] for pair in _TONES})) for n in (0, 1))
_Y_FOR_I = {"í": "ý", "ì": "ỳ", "ỉ": "ỷ", "ĩ": "ỹ"}
"""The vowel of words that are written both ways: "lí, quí, kí, kì, kỉ, tỉ, kĩ, mĩ" are "lý, quý, ký, kỳ, kỷ,
tỷ, kỹ, mỹ"."""
_TONES |= {variant(old): variant(new) for old, new in _Y_FOR_I.items() for variant in (str.lower, str.upper)}
# One of the letters first and all else behind it, what stands before it too: so only places with these letters are looked at.
_TONE_PATTERN = re.compile(
    rf"[{_FIRST}íÍìÌỉỈĩĨ](?:(?<=[{_FIRST}])[{_SECOND}](?<![qQ]..)"
    r"|(?<=[íÍ])(?:(?<=\b[kKlL].)|(?<=\b[qQ][uU].))|(?<=[ìÌ])(?<=\b[kK].)|(?<=[ỉỈ])(?<=\b[kKtT].)|(?<=[ĩĨ])(?<=\b[kKmM].))(?!\w)"
)
_ALIKE = (
    {
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
        "‘": "'", "’": "'", "‚": "'", "`": "'", "´": "'",
        "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "‒": "-", "―": "-", "\u00ad": "-",
        "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\t": " ", "\n": " ",
        "Ð": "Đ", "Ɖ": "Đ", "ƣ": "ư", "Ƣ": "Ư", "…": ".",
    }
)  # fmt: skip
_CHARACTERS = re.compile("[" + re.escape("".join(_ALIKE)) + "]")
_KEPT = 4096
"""Texts whose folded form is kept: every stage asks for those of the same lines and paragraphs."""


@lru_cache(maxsize=_KEPT)
def fold(text: str) -> str:
    """NFC text with tone placement (hoà, hòa), quotes, dashes and spaces made alike; case kept, length kept."""
    return _TONE_PATTERN.sub(lambda m: _TONES.get(m[0], m[0]), _CHARACTERS.sub(lambda m: _ALIKE[m[0]], text))


@lru_cache(maxsize=_KEPT)
def bare(text: str) -> str:
    """``fold`` in lower case and without any diacritics ("đ" is "d"); length kept."""
    return text.translate(_bare_letters())


def unmarked(text: str) -> str:
    """The letters without their tones and other marks, case kept; length kept."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text)


class _Bare(dict[int, str]):
    """Each character's bare form, worked out when it is first met. Where a tone stands makes no difference once it is
    gone, so that characters can be taken one by one."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = _ALIKE.get(letter, letter)
        lowered = folded.lower() if len(folded.lower()) == 1 else folded
        self[code] = made = "d" if lowered == "đ" else unicodedata.normalize("NFD", lowered)[0]
        return made


@lru_cache(maxsize=1)
def _bare_letters() -> _Bare:
    return _Bare()
