"""Texts in the encodings of before Unicode: TCVN3 (fonts .VnTime), VNI (VNI-Times), and ư kept as the letter oi (ƣ).

Such texts reach us as Latin-1 characters. TCVN3 has one character for each letter; its fonts for capitals (.VnTimeH)
use the codes of small letters, so capitals are taken from the neighbours. VNI writes base letter and mark as two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal

from kehoach.orthography.quality import vietnamese_quality

Encoding = Literal["tcvn3", "vni", "oi"]

# TCVN 5712:1993, table 3.
_TCVN3_CODES = (
    "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢§£¤¥¦"
    # Codes that some converters turned into other characters of the same look.
    "µ"
)
_TCVN3_LETTERS = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯà"
_TCVN3: Mapping[str, str] = dict(zip(_TCVN3_CODES, _TCVN3_LETTERS, strict=True))

_VNI: Mapping[str, str] = {
    **{base + mark: letter for base, letters in {"a": "áàảãạ", "e": "éèẻẽẹ", "o": "óòỏõọ", "u": "úùủũụ", "y": "ýỳỷỹ"}.items()
       for mark, letter in zip("ùøûõï", letters, strict=False)},
    **{base + mark: letter for base, letters in {"a": "âấầẩẫậ", "e": "êếềểễệ", "o": "ôốồổỗộ"}.items()
       for mark, letter in zip("âáàåãä", letters, strict=True)},
    **{"a" + mark: letter for mark, letter in zip("êéèúüë", "ăắằẳẵặ", strict=True)},
    **{base + mark: letter for base, letters in {"ô": "ớờởỡợ", "ö": "ứừửữự"}.items()
       for mark, letter in zip("ùøûõï", letters, strict=True)},
    "ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
}  # fmt: skip
_VNI_ALL: Mapping[str, str] = {
    **_VNI,
    **{code.upper(): letter.upper() for code, letter in _VNI.items()},
    **{code[0].upper() + code[1:]: letter.upper() for code, letter in _VNI.items() if len(code) == 2},
}
_OI: Mapping[str, str] = {"ƣ": "ư", "Ƣ": "Ư"}

PATTERNS: Mapping[Encoding, re.Pattern[str]] = {
    "tcvn3": re.compile(f"[^\\W\\d_]*[{re.escape(_TCVN3_CODES)}][^\\W\\d_{re.escape('¸µ¶·¹¨»¼½¾©®«¬')}]*", re.UNICODE),
    "vni": re.compile("|".join(sorted(map(re.escape, _VNI_ALL), key=len, reverse=True))),
    "oi": re.compile("[ƣƢ]"),
}
"""What is to be replaced in a text of each encoding: words for TCVN3, letters for the others."""


def replacement(encoding: Encoding) -> Callable[[re.Match[str]], str]:
    """What stands in Unicode for a match of the encoding's pattern."""
    if encoding == "tcvn3":
        return lambda match: _tcvn3_word(match[0])
    table = _VNI_ALL if encoding == "vni" else _OI
    return lambda match: table[match[0]]


def convert(text: str, encoding: Encoding) -> str:
    return PATTERNS[encoding].sub(replacement(encoding), text)


def detect(text: str) -> Encoding | None:
    """The encoding whose conversion turns a text that does not read as Vietnamese into one that does."""
    if "ƣ" in text or "Ƣ" in text:
        return "oi"
    if len(text) - len(text.encode("ascii", "ignore")) < 3:
        return None
    before = vietnamese_quality(text)
    if before > 0.8:
        return None
    best = max(("tcvn3", "vni"), key=lambda encoding: vietnamese_quality(convert(text, encoding)))  # type: ignore[arg-type]
    found: Encoding = "tcvn3" if best == "tcvn3" else "vni"
    after = vietnamese_quality(convert(text, found))
    return found if after > 0.8 and after > before + 0.2 else None


def _tcvn3_word(word: str) -> str:
    letters = "".join(_TCVN3.get(c, c) for c in word)
    plain = [c for c in word if c.isalpha() and c not in _TCVN3]
    return letters.upper() if len(plain) > 1 and all(c.isupper() for c in plain) else letters
