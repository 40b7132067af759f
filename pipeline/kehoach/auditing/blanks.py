"""What is still to be filled in: a share without its figure, a document without its number, dots in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kehoach.auditing.case import Case
from kehoach.auditing.result import Answer, Hit, answer
from kehoach.rules.needs import Sieve

_RATE_WORDS = re.compile(
    r"(?:giảm|tăng|đạt|tối thiểu|ít nhất|trên|khoảng|từ|thêm|cắt giảm|được|là|bằng|còn|dưới|phấn đấu|mức|thành|có|lên|hơn|chiếm|thu hút|đến)\s*$"
)
_NAMING = Sieve(r"(?:tỷ lệ|tỉ lệ|số|tính|theo|đơn vị|mức|phần)\s*\(?$")
_DOTS = Sieve(
    r"\.{5,}|…{2,}|_{4,}|\.{2,}…|…\.{2,}|(?<=\s)(?:\.{3,4}|…)(?=\s?(?:triệu|tỷ|nghìn|đồng|km|ha|tấn|người|hộ|lượt|buổi|lớp|mô hình|công trình|sáng kiến|suất|cây)(?!\w))"
)
_UNDATED = Sieve(
    r"(?:trước|đến|từ|hết|vào|chậm nhất)\s+ngày\s*(?:\.{2,}|…+|_{2,}|\s)\s*(?:tháng|/)\s*(?:\.{2,}|…+|_{2,}|(?=\s*năm)|/)"
)


_MONEY = re.compile(
    r"(?<!\w)(?:bố trí|cấp|chi|trích|hỗ trợ|thưởng|trị giá|mức|kinh phí(?: là)?|số tiền(?: là)?)(?: (?:khoảng|tối đa|là|thêm))*[ \t]+(?:(?:triệu|nghìn|tỷ) )?"
    r"đồng(?=\s*(?:$|[.,;:/)]|(?:mua|để|cho|từ|làm|in|tổ chức|phục vụ|thuê|hỗ trợ)(?!\w)))",
    re.MULTILINE,
)
"""A sum of which the number was left out."""
_FORM_LINE = Sieve(r"\W*(?:[^:.…_]{1,40}:\s*[.…_]{3,}[\s;,]*)+")
"""A line of a form to be filled in by others: "Tổng số: ......; Nữ: ......"."""
_UNNUMBERED = Sieve(
    r"(?:Quyết định|Kế hoạch|Chỉ thị|Công văn|Nghị quyết|Thông báo|Hướng dẫn|Tờ trình)\s+số\s*:?\s*(?:\.{2,}|…+|_{2,})?\s*"
    r"(?:/\s*(?:20\d\d\s*/\s*)?(?P<code>[A-ZĐ]{1,4})\s*-\s*[A-ZĐ][^\W\d_]*|-\s*[A-ZĐ]{2}r?\s*/\s*(?:TW|TU|HU|ĐU)\b)"
)
"""A document cited with its number left blank."""


def blank_value(case: Case) -> Answer | None:
    """A sign of percent without its figure ("giảm % chi phí"), or a date or figure left to be filled in."""
    if not case.text:
        return None
    hits = []
    body = case.body
    for found in re.finditer(r"%", body):
        at = found.start()
        start, _ = case.line(at)
        before, after = body[start:at].rstrip(), body[at + 1 : at + 2]
        if not before or " | " in case.text[slice(*case.line(at))] or after not in ("", " ", ",", ".", ";", "\n"):
            continue
        blank = re.search(r"(?:\.{2,}|…|_{2,})$", before) is not None
        word = _RATE_WORDS.search(before) is not None and not _NAMING.search(before)
        if blank or word:
            end = min(at + 14, case.line(at)[1], len(body))
            hits.append(_hit(case, max(start, start + len(before) - 12), end, sure=True))
    hits.extend(
        _hit(case, *found.span(), sure=not case.recognized) for found in _UNDATED.finditer(case.text, 0, case.foot)
    )
    hits.extend(
        _hit(case, *found.span(), sure=not case.recognized)
        for found in _MONEY.finditer(body)
        if " | " not in case.text[slice(*case.line(found.start()))]
    )
    hits.extend(_hit(case, *found.span(), sure=not case.recognized) for found in _unnumbered(case))
    return answer(hits)


def _unnumbered(case: Case) -> Iterator[re.Match[str]]:
    """Citations without their number; the plan's own number, where it is blank as well, is asked for elsewhere."""
    own = case.plan.document.number or ""
    for found in _UNNUMBERED.finditer(case.text):
        if not (own.startswith("/") and found["code"] and f"/{found['code']}-" in own):
            yield found


def _hit(case: Case, start: int, end: int, sure: bool, message: str = "fail") -> Hit:
    shown = case.places(start, end)
    quote = " ".join(case.text[start:end].split())
    return Hit(case.path_at(end - 1), shown, message, {"quote": quote}, sure and case.sure(*shown, digits=True))


def placeholder(case: Case) -> Answer | None:
    """Dots or lines left in the running text of the body for something to be filled in; of a division with several, as a
    form for others has, the first, and how many more there are."""
    if not case.text:
        return None
    found_at: dict[str | None, list[tuple[int, int]]] = {}
    for found in _DOTS.finditer(case.text, 0, case.foot):
        start, end = case.line(found.start())
        line = case.text[start:end]
        if " | " in line or _FORM_LINE.fullmatch(line) or found.start() < _body_start(case):
            continue
        if _closes(line, found.end() - start):
            continue
        low = found.start() - 30
        word = case.text.find(" ", low, found.start()) + 1 if low > start else start
        found_at.setdefault(case.path_at(found.start()), []).append((word or max(low, start), found.end()))
    hits = []
    for spans in found_at.values():
        first = _hit(case, *spans[0], sure=not case.recognized)
        more = len(spans) - 1
        hits.append(replace(first, message="many", words={**first.words, "more": more}) if more else first)
    return answer(hits)


def _closes(line: str, at: int) -> bool:
    """Whether the dots end a list ("hội nghị, tập huấn.....") rather than wait for words."""
    return not line[at:].strip(" .;,…)") and "," in line[:at]


def _body_start(case: Case) -> int:
    ends = [e.end for e in case.header_evidence("title") if e.end is not None]
    return max(ends, default=0)
