"""Words of the official form that are the same in every document, where an engine misread them."""

from __future__ import annotations

from collections.abc import Mapping

from kehoach.language.repair import Change
from kehoach.model.document import Zone
from kehoach.model.text import Text
from kehoach.rules.needs import Sieve

_FILED = (Sieve(r"^[-–]?\s*Lưu\s*[:;.,]?\s*(V[IÏÌÍ1l|FY]|YT|VÏ)(?![^\W_])"), "VT")
"""NĐ 30/2020, Phụ lục I: the last entry of nơi nhận is "Lưu: VT, ..." (VT is the records office)."""
_TO_REPORT = (Sieve(r"(\(\s?b\s?[/íìiïl1|!]?\s?[cCe©]\s?\))"), "(b/c)")
_TO_DO = (Sieve(r"(\(\s?để\s?t\s?[/íìiïl1|!]?\s?h\s?\))"), "(để t/h)")
_FOR_REPORT = (Sieve(r"(\(\s?để\s?b\s?[/íìiïl1|!]?\s?[cCe©]\s?\))"), "(để b/c)")
_ENTRY = (Sieve(r"^([“\"'=~_.•]{1,2}\s?)(?=[A-ZĐÀ-Ỹ])"), "- ")
_NUMBER = (Sieve(r"^(S[óòôồốöØõoơộồ06ỗỏ]|5[ốóô]|Sỗ|Sổ)(?=\s*[:.;]|\s+\d|\s*/)"), "Số")
_DEPARTMENT = (Sieve(r"^(S[ẺÉÈÔỘÓÒỎÕỚỜỢƠO0])(?=\s[A-ZĐÀ-Ỹ])"), "SỞ")
_DEPUTY = (Sieve(r"^(PH[OÔÒỎÕỐ0])(?=\s(?:CHỦ|GIÁM|TRƯỞNG|CHÁNH|HIỆU|CỤC|BÍ|VIỆN|CHI|TỔNG)\s)"), "PHÓ")
_COUNTED = r"(?i:mục|phần|chương|học kỳ|học kì|kỳ|quý|đợt|khóa|hạng|lần thứ)"
_ROMAN_ONE = (Sieve(rf"(?:{_COUNTED}) ([ÏÎÌÍỈĨỊ|])(?![^\W_])"), "I")
_ROMAN_TWO = (Sieve(rf"(?:{_COUNTED}) (H|IL|Il|lI|1I|I1|JI|II1|IỊ|ÏI)(?![^\W_.])(?!\.\w)"), "II")
_ROMAN_THREE = (Sieve(rf"(?:{_COUNTED}) (IHI|HII|IIl|lII|IlI|IIH|HIH|IH|HI|HL|IIL)(?![^\W_])"), "III")
_ROMANS = (_ROMAN_ONE, _ROMAN_TWO, _ROMAN_THREE)
_LABEL_ONE = (Sieve(r"^[VX]{0,3}I{0,2}([ÏÎÌÍỈĨỊ])(?=I{0,2}\s?[./]\s*\S)"), "I")
"""The stroke of a Roman label at the head of a paragraph, dotted by a speck ("VỊ. Kinh phí")."""
_RANGE = (Sieve(r"(?<=\s)([~—])(?=\s)"), "-")

FORMULAS: Mapping[Zone, tuple[tuple[Sieve, str], ...]] = {
    "recipients": (_ENTRY, _FILED, _TO_REPORT, _FOR_REPORT, _TO_DO, _RANGE),
    "issuer": (_DEPARTMENT,),
    "signature": (_DEPUTY,),
    "number": (_NUMBER,),
    "body": (_RANGE, *_ROMANS, _LABEL_ONE),
    "title": (_RANGE,),
    "table": (_RANGE, *_ROMANS),
    "annex": (_RANGE, _LABEL_ONE),
}


def changes(text: Text, zone: Zone) -> list[Change]:
    found = []
    for pattern, right in FORMULAS.get(zone, ()):
        for match in pattern.finditer(text.value):
            start, end = match.span(1)
            if match[1] != right and not match[1].isspace():
                found.append(Change(start, end, match[1], right))
    return sorted(found, key=lambda change: change.start)
