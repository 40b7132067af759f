"""Figures left out, targets said twice, slogans quoted in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from rapidfuzz import fuzz

from kehoach.auditing.case import Case
from kehoach.auditing.result import Answer, Hit, answer
from kehoach.model.plan import Target
from kehoach.orthography.fold import bare
from kehoach.rules.needs import Sieve

_RATE_WORDS = re.compile(
    r"(?:giảm|tăng|đạt|tối thiểu|ít nhất|trên|khoảng|từ|thêm|cắt giảm|được|là|bằng|còn|dưới|phấn đấu|mức|thành|có|lên|hơn|chiếm|thu hút|đến)\s*$"
)
_NAMING = Sieve(r"(?:tỷ lệ|tỉ lệ|số|tính|theo|đơn vị|mức|phần)\s*\(?$")
_DOTS = Sieve(r"\.{5,}|…{2,}|_{4,}|\.{2,}…|…\.{2,}")
_UNDATED = Sieve(
    r"(?:trước|đến|từ|hết|vào|chậm nhất)\s+ngày\s*(?:\.{2,}|…+|_{2,}|\s)\s*(?:tháng|/)\s*(?:\.{2,}|…+|_{2,}|(?=\s*năm)|/)"
)


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
            hits.append(_hit(case, max(start, start + len(before) - 12), min(at + 14, len(body)), sure=True))
    hits.extend(
        _hit(case, *found.span(), sure=not case.recognized) for found in _UNDATED.finditer(case.text, 0, case.foot)
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


def doubled_target(case: Case) -> Answer | None:
    """One goal set twice, with the same or with another figure."""
    known = [t for t in case.plan.targets if t.value is not None and t.object and _whole(t.quote)]
    alike: dict[tuple[str, str, str | None], list[Target]] = {}
    for target in known:
        alike.setdefault((bare(target.subject or ""), bare(target.object or ""), target.unit), []).append(target)
    hits = []
    for one, other in (pair for group in alike.values() for pair in combinations(group, 2)):
        same = (one.comparator, one.value, one.value_max) == (other.comparator, other.value, other.value_max)
        apart = (one.path or "").rpartition(".")[0] != (other.path or "").rpartition(".")[0]
        if apart and not one.subject:
            continue  # "tốc độ tăng bình quân" of two things
        if not same and (apart or _staged(case, one, other)):
            continue
        shown = one.evidence + other.evidence
        words = {"first": one.quote[:80], "second": other.quote[:80]}
        hits.append(Hit(other.path, shown, "same" if same else "differs", words, case.sure(*shown, digits=True)))
    return answer(hits) if known else None


def _staged(case: Case, one: Target, other: Target) -> bool:
    """Whether two goals are those of two stages: another year stands before the one than before the other."""
    years = []
    for target in (one, other):
        at = next((e.start for e in target.evidence if e.start is not None), None)
        if at is None:
            return False
        before = re.findall(r"\b20\d\d\b", case.text[case.line(at)[0] : at])
        years.append(before[-1] if before else None)
    return years[0] != years[1]


def _whole(quote: str) -> bool:
    """Whether it is a goal in running words: cells of a table and figures of single years repeat each other by design."""
    return len(quote) > 30 and " | " not in quote and re.search(r"năm (?:học )?20\d\d", quote) is None


def theme_mismatch(case: Case) -> Answer | None:
    """The theme is quoted in the same words wherever it stands."""
    themes = case.plan.themes
    if not themes:
        return None
    title = re.search(r"[“\"](?P<text>[^”\"]{12,})[”\"]", case.plan.document.title or "")
    known = [(t.text, t.path, t.evidence) for t in themes]
    if title:
        known.append((title["text"], None, case.header_evidence("title")))
    hits = []
    for (one, _, shown), (other, path, also) in combinations(known, 2):
        a, b = (re.sub(r"\W+", " ", bare(text)).strip() for text in (one, other))
        if a != b and min(len(a), len(b)) > 15 and fuzz.ratio(a, b) >= 85:
            hits.append(Hit(path, shown + also, "fail", {"first": one, "second": other}, case.sure(*shown, *also)))
    return answer(hits, tuple(e for t in themes for e in t.evidence[:1]))
