"""Defect makers, continued: dates of one document, phases, spans, themes, names of places and departments, law of 2022."""

from __future__ import annotations

import re
from datetime import date, timedelta
from random import Random

from tests.auditing.defects import DEFECTS, Defect, _append, _body, _swap, _without

_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
_OF_2024 = re.compile(r", ngày \d+ tháng \d+ năm 2024$", re.MULTILINE)


def different_dates(text: str, draw: Random) -> str | None:
    """A document cited again with another day."""
    low, high = _body(text)
    cited = re.search(
        r"((?:Kế hoạch|Chỉ thị|Quyết định) số \d+/(?:KH|CT|QĐ)-\w+) ngày (\d{1,2})/(\d{1,2})/(\d{4})", text[low:high]
    )
    if cited is None:
        return None
    day = int(cited[2]) % 27 + 1
    return _append(f" theo {cited[1]} ngày {day:02d}/{cited[3]}/{cited[4]}.")(text, draw)


def late_issue(text: str, draw: Random) -> str | None:
    """Issued two years after the year of its title."""
    year = re.search(r", ngày \d+ tháng \d+ năm (\d{4})$", text, re.M)
    if year is None or f"năm {year[1]}" not in text[text.index("KẾ HOẠCH") :].split("\n")[1]:
        return None
    return text[: year.start(1)] + str(int(year[1]) + 2) + text[year.end(1) :]


def phase_gap(text: str, draw: Random) -> str | None:
    """The first of two phases ends twelve days earlier."""
    found = re.search(r"(Đợt (?:1|I|một|thứ nhất)\b[^\n]{0,20}từ ngày [\d/]+ đến (?:hết )?ngày )([\d/]{8,10})", text)
    if found is None or not _DAY.fullmatch(found[2]):
        return None
    day, month, year = map(int, found[2].split("/"))
    earlier = date(year, month, day) - timedelta(days=12)
    return text[: found.start(2)] + f"{earlier.day:02d}/{earlier.month}/{earlier.year}" + text[found.end(2) :]


def reversed_span(text: str, draw: Random) -> str | None:
    year = re.search(r", ngày \d+ tháng \d+ năm (\d{4})$", text, re.M)
    words = ", thực hiện từ ngày 20/10/{0} đến ngày 15/9/{0}."
    return _append(words.format(year[1]))(text, draw) if year else None


def theme_twice(text: str, draw: Random) -> str | None:
    """The theme again with one word changed."""
    low, high = _body(text)
    theme = re.search(r"(?:[Cc]hủ đề|[Kk]hẩu hiệu)[^\n“]{0,40}“([^”]{25,90})”", text[low:high])
    if theme is None:
        return None
    words = theme[1].split(" ")
    words[-1] = "mới"
    return _append(f", với chủ đề “{' '.join(words)}”.")(text, draw)


def head_for_the_head(text: str, draw: Random) -> str | None:
    """KT. over the head's own post."""
    return _swap(text, r"(?<=\n)(GIÁM ĐỐC|HIỆU TRƯỞNG)(?=\n[A-ZĐ][a-zà-ỹ]+ )", r"KT. \1\n\1", draw, body=False)


def old_department(text: str, draw: Random) -> str | None:
    """A department whose name came only on 01/3/2025 among the recipients of an older plan."""
    if re.search(r"tháng 0?[3-9] năm 2025|tháng 1\d năm 2025|năm 202[6-9]", text[:800]):
        return None
    return _swap(text, r"(?<=\nNơi nhận:\n)", "- Sở Nông nghiệp và Môi trường;\n", draw, body=False)


def other_band(text: str, draw: Random) -> str | None:
    """A row of the first quarter put under the second."""
    dated = r"(?=[^\n]*\n[^\n]*(?:/0?[123]/\d{4}|tháng 0?[123]\b))"
    return _swap(text, rf"(?<=\| )QUÝ I(?= \|){dated}|^QUÝ I(?=\n){dated}", "QUÝ II", draw)


def no_propagation(text: str, draw: Random) -> str | None:
    if not _OF_2024.search(text):
        return None
    words = r"tuyên truyền|nhân rộng|điển hình|gương|tiêu biểu|cách làm|lan tỏa|lan toả|chuyên (?:mục|trang)|đưa tin|phổ biến|quán triệt|vận động|cổ động"
    return _without(text, words, None)


def no_criteria(text: str, draw: Random) -> str | None:
    if not _OF_2024.search(text):
        return None
    return _without(text, r"tiêu chí|tiêu chuẩn|điểm", "TIÊU CHÍ")


ELEMENTS = ("KH121", "KH201", "KH204", "KH205", "KH206", "KH208", "KH209", "KH210", "KH211", "KH212", "KH213", "KH214", "KH301", "KH302", "KH303")  # fmt: skip
FURTHER = (
    Defect("head_for_the_head", "form", ("KH111",), head_for_the_head),
    Defect("no_propagation", "elements", ("KH212",), no_propagation, ELEMENTS),
    Defect("no_criteria", "elements", ("KH208",), no_criteria, ELEMENTS),
    Defect(
        "late_issue", "self", ("KH307",), late_issue, ("KH305", "KH406", "KH411", "KH431", "KH432", "KH433", *ELEMENTS)
    ),
    Defect("phase_gap", "self", ("KH308",), phase_gap),
    Defect("reversed_span", "self", ("KH305",), reversed_span),
    Defect("theme_twice", "self", ("KH313",), theme_twice),
    Defect("other_band", "self", ("KH318",), other_band),
    Defect("different_dates", "law", ("KH405",), different_dates, ("KH401",)),
    Defect("old_department", "law", ("KH432",), old_department),
)
ALL = (*DEFECTS, *FURTHER)
