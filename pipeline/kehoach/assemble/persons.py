"""Persons in the place of units: what is printed behind a name says what post the person holds."""

from __future__ import annotations

import re

from kehoach.orthography.letters import UPPER

_PERSON = re.compile(
    rf"(?:[Cc]ác )?(?:Đồng chí|đồng chí|[Đđ]/c|Ông|ông|Bà|bà|Thầy|thầy|Cô|cô|Anh|anh|Chị|chị|BS|Bs|ThS)\.?(?: giáo)?(?:\s[{UPPER}][^\s,;:.()]*){{1,5}}\s*$"
)
_POST = re.compile(
    r"\(\s*(?:phó |quyền |ủy viên|(?:tổng |chánh |trợ lý )|giám đốc|chủ tịch|chủ nhiệm|bí thư|hiệu |trưởng |tổ (?:trưởng|phó)|đội (?:trưởng|phó)|khối (?:trưởng|phó)|cụm (?:trưởng|phó)|"
    r"chi (?:cục|hội|đội) (?:trưởng|phó)|(?:cục|vụ|viện|nhóm|trạm|đồn|hạt|liên đội) trưởng|thư ký|kế toán|chuyên viên|thường trực|thanh tra viên|quản đốc|chỉ huy|chính trị|văn thư|thủ (?:quỹ|kho)|nhân viên|giáo viên|tổng phụ trách)[^()]*\)$",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\s+[-–]\s+(?:đơn vị |cơ quan )?(?:(?:cụm|khối) (?:trưởng|phó)|(?:phó )?trưởng (?:cụm|khối))(?!\w).*$",
    re.IGNORECASE,
)
"""What a body is among those it competes with, behind a dash: "Sở Công Thương - Cụm trưởng"."""


def without_asides(printed: str) -> str:
    """The name without what stands in brackets, but for the post of a person: "Đ/c Sen (Bí thư Chi đoàn)", and without what
    the body is for the year."""
    first = printed.find("(")
    if first > 0 and _PERSON.match(printed[:first]) and _POST.match(printed.strip(" .,;:"), first):
        return printed
    return _LEADS.sub("", re.sub(r"\s*\([^()]*\)", "", printed))
