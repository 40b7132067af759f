"""Laws, codes, ordinances and the Constitution, cited by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kehoach.extract.citations.citation_parts import Part, date_after
from kehoach.extract.times.calendar_dates import year_after
from kehoach.orthography.letters import LOWER
from kehoach.rules.laws import law_name_end
from kehoach.rules.needs import Sieve


@dataclass(frozen=True, slots=True)
class Named:
    """One document named at ``[start, end)`` of a passage; ``issuer`` as printed, ``title`` without its end mark."""

    start: int
    end: int
    type: str
    title: str | None
    rule: str
    number: str | None = None
    issued_on: str | None = None
    issuer: str | None = None


_LAW = Sieve(
    r"(?<!\w)(?<![Đđ]ại học )(?<!Khoa )(?<!Viện )(?<!Ngành )(?P<type>Bộ luật|Luật|Pháp lệnh|Hiến pháp)(?=\s)(?!\s+(?:pháp|sư|gia|trên|trong|tại|này|khác|liên quan|bao gồm|gồm|có|là|phải|sẽ|cho|như sau|ở|mới|khi|vào|đến|Việt Nam)\b)(?!(?<=Luật)\s+và\b)"
)
_LAW_COMMA = Sieve(
    r",\s*(?=(?:bổ sung|khen thưởng|giáo dục|chống|phòng chống|quản lý|sử dụng|tôn giáo|đối thoại|công chức|viên chức|kỹ thuật|"
    r"cứu nạn|cứu hộ|quá cảnh|xuất cảnh|cư trú|nghiệp vụ|bảo vệ|kinh doanh|hợp tác|xử lý|chế biến|chữa cháy|chữa bệnh|"
    r"thể thao|vệ sinh lao động|an toàn giao thông|hàng hóa|vật liệu nổ|ghép|thuế|an ninh và động viên|trật tự ở cơ sở)\b)",
    re.IGNORECASE,
)
_LAW_DATED = Sieve(r",\s*(?=[" + LOWER + r"][^;:.()\"\n,A-ZĐ]{2,60}\s(?:ngày\s+\d|số\s*:?\s*\d))")
"""A comma behind which the name goes on to the law's date or number."""
_LAW_END = Sieve(
    r"[;:.()\"|\n]|\s+(?:(?<!một )số|ngày|năm|quy định|được|đã|đến|tới|tại(?! Tòa án)|trong|về|hiện hành|có hiệu lực|sửa đổi,? bổ sung mới|"
    r"nhằm|để|theo|của Quốc hội|do|vào (?:cuộc sống|thực tiễn)|thuộc|đối với|liên quan|ban hành|và (?:các|những|Luật|Nghị|Bộ luật|Thông|văn bản|Pháp lệnh|"
    r"thực hiện|hướng dẫn|(?-i:Chỉ thị|Quyết định|Kế hoạch|Công văn|Hướng dẫn|Kết luận|Chương trình|Quy định|Quy chế|Đề án)))\b|,"
    r"|$",
    re.IGNORECASE,
)
_LAW_WORDS = 20
_SEVERAL_YEARS = re.compile(
    r",?\s*\(?(?:các\s+)?năm\s+(?:19|20)\d\d(?:\s*(?:,|và|,\s*và)\s*(?:năm\s+)?(?:19|20)\d\d)+(?![\d/-])"
)
"""Behind the name of laws of one name: "Luật sửa đổi ... năm 2005 và năm 2013"."""
_CONSTITUTION_AND = Sieve(r"\s+và\s+pháp\s+luật")
"""The law of the land, no document."""


def law_name(text: str, start: int, stop: int) -> Part | None:
    """The name of a law that stands between two offsets ("Luật Đất đai" before "số 31/2024/QH15")."""
    laws = list(_LAW.finditer(text, max(0, start - 120), stop))
    if not laws:
        return None
    match = laws[-1]
    end = _law_end(text, match)
    if text[end:stop].strip(" (,").lower() not in {"", "số", "số:"}:
        return None
    return Part(match.start(), end, text[match.start() : end])


def _law_end(text: str, match: re.Match[str]) -> int:
    if (known := law_name_end(text, match.end())) is not None:
        return known
    at = match.end()
    while True:
        stop = _LAW_END.search(text, at)
        end = stop.start() if stop else len(text)
        comma = _LAW_COMMA.match(text, end) or _LAW_DATED.match(text, end)
        if comma is None:
            break
        at = comma.end()
    words = list(re.finditer(r"\S+", text[match.start() : end]))
    return match.start() + words[min(len(words), _LAW_WORDS) - 1].end()


def laws(text: str) -> Iterator[Named]:
    last = 0
    for match in _LAW.finditer(text):
        if match.start() < last:
            continue
        last = end = _law_end(text, match)
        title = text[match.start() : end].strip(" ,")
        if len(title.split()) < (len(match["type"].split()) + 1) and match["type"] != "Hiến pháp":
            continue
        dated = date_after(text, end)
        year = None if dated else year_after(text, end)
        stop = dated[1] if dated else year.end if year else end
        if year:
            title = text[match.start() : stop].strip(" ,")
        issued_on = dated[0].iso if dated else year.iso if year else None
        if match["type"] == "Hiến pháp" and _CONSTITUTION_AND.match(text, match.end()):
            continue
        named = Named(match.start(), stop, match["type"], title, "citation.law", issued_on=issued_on)
        several = None if dated else _SEVERAL_YEARS.match(text, end)
        if several is None:
            yield named
            continue
        plain = text[match.start() : end].strip(" ,")
        for at in re.finditer(r"\d{4}", several[0]):
            yield replace(named, title=plain, end=several.end(), issued_on=at[0])
