"""Words of the official form that are the same in every document, where an engine misread them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kehoach.language.repair import Change
from kehoach.model.document import Zone
from kehoach.model.text import Text

_FILED = (re.compile(r"^[-–]?\s*Lưu\s*[:;.,]?\s*(V[IÏÌÍ1l|FY]|YT|VÏ)(?![^\W_])"), "VT")
"""NĐ 30/2020, Phụ lục I: the last entry of nơi nhận is "Lưu: VT, ..." (VT is the records office)."""
_TO_REPORT = (re.compile(r"(\(\s?b\s?[/íìiïl1|!]?\s?[cCe©]\s?\))"), "(b/c)")
_NUMBER = (re.compile(r"^(S[óòôồốöØõoơộồ06ỗỏ]|5[ốóô]|Sỗ|Sổ)(?=\s*[:.;]|\s+\d|\s*/)"), "Số")
_ROMAN_ONE = (re.compile(r"(?<=\b[Mm]ục )([ÏÎÌÍỈĨỊ|])(?![^\W_])"), "I")
_ROMAN_THREE = (re.compile(r"(?<=\b[Mm]ục )(IHI|HII|IIl|lII|IlI|IIH|HIH|IH|HI)(?![^\W_])"), "III")
_RANGE = (re.compile(r"(?<=\s)([~—])(?=\s)"), "-")

FORMULAS: Mapping[Zone, tuple[tuple[re.Pattern[str], str], ...]] = {
    "recipients": (_FILED, _TO_REPORT, _RANGE),
    "number": (_NUMBER,),
    "body": (_RANGE, _ROMAN_ONE, _ROMAN_THREE),
    "title": (_RANGE,),
    "table": (_RANGE,),
    "annex": (_RANGE,),
}


def changes(text: Text, zone: Zone) -> list[Change]:
    found = []
    for pattern, right in FORMULAS.get(zone, ()):
        for match in pattern.finditer(text.value):
            start, end = match.span(1)
            if match[1] != right:
                found.append(Change(start, end, match[1], right))
    return sorted(found, key=lambda change: change.start)
