"""What stands around the number of a cited document: its type before, its date, issuer and subject behind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kehoach.extract.citations.issuing_body import body_at
from kehoach.extract.times.calendar_dates import CalendarDate, calendar_dates
from kehoach.model.plan import Relation
from kehoach.rules.vocabulary import Entry, Vocabulary

_DATE_LEAD = re.compile(
    r"(?:\s?(?:\[\d{1,2}\]|\(\d{1,2}\)))?[\s,(]*(?:(?:mới |vừa |được )*(?:ký ban hành|ban hành|ký)\s*)?(?:(?:vào\s*)?ngày\s*){0,2}[\s,:]*",
    re.IGNORECASE,
)
_BLANK_DAY = re.compile(r"[\s,(]*ngày[\s./…_]*/\s?(?P<month>\d{1,2})\s?/\s?(?P<year>\d{4})(?!\d)", re.IGNORECASE)
_PARTIAL_DATE = re.compile(
    r"[\s,(]*ngày[\s._]*(?:tháng[\s._]*(?P<month>\d{1,2})?[\s._]*)?(?:năm\s*(?P<year>\d{4}))", re.IGNORECASE
)
_ISSUER_LEAD = re.compile(r"[\s,)]*(?:của|do)\s+", re.IGNORECASE)
_UNKNOWN_ISSUER = re.compile(
    r"\s+của\s+(?P<who>(?=[^\W\d_a-z])[^,;.()\":]{3,90}?)\s+(?=(?:về việc|về|v/v|ban hành|quy định|phê duyệt|hướng dẫn)\s)"
)
_SUBJECT = re.compile(
    r"[\s,)]*(?:(?:\([^)]{1,40}\)\s*)?)(?P<lead>về việc|v/v|về|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|triển khai|"
    r"thực hiện|công bố|phát động|tổ chức|điều chỉnh|thành lập|kiện toàn|tăng cường|đẩy mạnh|quy định chi tiết)\b(?!\s+(?:số\s+)?\d)",
    re.IGNORECASE,
)
_SUBJECT_END = re.compile(
    r"[;\n|]|\.(?=\s|$|/)|(?<=\")\s*,|\s*\((?=(?:sau đây|(?:được )?(?:gọi|viết) (?:tắt|chung))\b)"
    r"|,\s+(?=[^,;.\n]{3,90}?\s(?:xây dựng|ban hành|lập|đề ra|triển khai|hướng dẫn|tổ chức|yêu cầu|đề nghị|phát động|thống nhất|ký kết)\s[^;.\n]{0,200}\bnhư sau\b)"
    r"|\s+và (?:các|những) văn bản|\s+và các Luật|\s+và (?=Chương trình công tác\b)|,\s+(?=(?:Sở|Phòng|Ủy ban|UBND|Ban|Bộ|Trường|Công đoàn|Liên đoàn|Huyện|Tỉnh|Hội|Văn phòng)\b)"
    r"|,?\s+(?:và|,)\s+(?=(?:các\s+)?(?:Luật|Nghị quyết|Nghị định|Thông tư|Quyết định|Chỉ thị|Kế hoạch|Công văn|Hướng dẫn)"
    r"\s+(?:số|liên tịch))|,\s+(?=(?:Luật|Nghị quyết|Nghị định|Thông tư|Quyết định|Chỉ thị|Kế hoạch|Công văn|Hướng dẫn"
    r"|Kết luận|Chương trình)\s+(?:số\b|\d))|,\s+(?=Luật\s)|$"
)
_QUOTED_SUBJECT = re.compile(
    r"[\s,:]{0,3}\"(?P<subject>[^\W\d_][^\"\n|;]{14,300}[^\s\";])\"(?=\s*(?:[;,.)\n|]|và\b|$))"
)
"""The whole subject in quotation marks, right behind who issued it."""
_LONGEST_SUBJECT = 320


@dataclass(frozen=True, slots=True)
class Part:
    """Half-open offsets into the passage, and the text there."""

    start: int
    end: int
    text: str


def type_before(text: str, at: int, types: Vocabulary) -> tuple[Entry, int] | None:
    """The type words that end right before an offset (but for "số" and a list of numbers), and where they begin."""
    window = max(0, at - 60)
    lead = re.search(r"(?:\s*(?:có\s+)?số\s*[:.]?|\s*:|\s*\d{1,5}\s*(?:,|;|và|-))*\s*$", text[window:at], re.IGNORECASE)
    stop = window + lead.start() if lead else at
    best: tuple[Entry, int] | None = None
    for entry, pattern in types.patterns(text):
        for match in pattern.finditer(text, window, at):
            adjacent = stop <= match.end() <= at or not text[match.end() : stop].strip(" :")
            if adjacent and (best is None or match.start() < best[1]):
                best = entry, match.start()
    return best


def date_after(text: str, at: int) -> tuple[CalendarDate, int] | None:
    """The date printed right behind an offset or the mark of a footnote, and where it ends. Blank parts ("ngày ... tháng ...
    năm 2024") are left out."""
    lead = _DATE_LEAD.match(text, at)
    begins = lead.end() if lead else at
    for found in calendar_dates(text[at : at + 60]):
        if at + found.start <= begins and at + found.end > begins:
            return found, at + found.end
        break
    partial = _PARTIAL_DATE.match(text, at) or _BLANK_DAY.match(text, at)
    if partial:
        month = int(partial["month"]) if partial["month"] and 1 <= int(partial["month"]) <= 12 else None
        return CalendarDate(partial.start(), partial.end(), int(partial["year"]), month, None), partial.end()
    return None


def issuer_after(text: str, at: int) -> Part | None:
    """The body named right behind an offset: after "của", or with no word between ("Hội nghị Trung ương ...")."""
    lead = _ISSUER_LEAD.match(text, at)
    begin = lead.end() if lead else at + len(text[at:]) - len(text[at:].lstrip())
    body = body_at(text, begin)
    if body is not None and (lead is not None or text[at:begin] == " "):
        return Part(*body, text[body[0] : body[1]])
    unknown = _UNKNOWN_ISSUER.match(text, at)
    return Part(unknown.start("who"), unknown.end("who"), unknown["who"]) if unknown else None


def subject_after(text: str, at: int) -> Part | None:
    """The subject (trích yếu) behind an offset, with its leading "về"."""
    lead = _SUBJECT.match(text, at)
    if lead is None:
        quoted = _QUOTED_SUBJECT.match(text, at)
        return Part(*quoted.span("subject"), quoted["subject"]) if quoted else None
    begin = lead.start("lead")
    end = _SUBJECT_END.search(text, begin)
    stop = min(end.start() if end else len(text), begin + _LONGEST_SUBJECT)
    return Part(begin, stop, text[begin:stop].strip())


def relation_at(text: str, at: int, opening: bool, cues: Vocabulary) -> Relation | None:
    """How the plan refers to what is cited at an offset: by the cue that opens a preamble's sentence, elsewhere by the
    nearest cue before it; None where there is none."""
    sentence = max((m.end() for m in re.finditer(r"[.;]\s+(?=[A-ZĐ])|\n", text[:at])), default=0)
    found = [
        (match.end(), str(entry["relation"]))
        for entry, pattern in cues.patterns(text)
        for match in pattern.finditer(text, 0 if opening else sentence, at)
    ]
    if not found:
        return None
    if opening:
        starts = [f for f in found if f[1] == "basis"]
        chosen = starts[-1] if starts else min(found)
    else:
        chosen = max(found)
    return _RELATIONS[chosen[1]]


_RELATIONS: dict[str, Relation] = {"basis": "basis", "implements": "implements", "mentions": "mentions"}
