"""Goals as records: their words, whom they are about, what is to be reached."""

from __future__ import annotations

import re

from kehoach.extract.targets import target_clauses, target_starts
from kehoach.extract.targets.quantity import Clause, Quantity
from kehoach.extract.targets.target_clauses import END, cut_short
from kehoach.extract.targets.target_words import TargetWords
from kehoach.extract.text.paragraphs import Paragraph
from kehoach.extract.text.passages import trimmed
from kehoach.model.document import Document
from kehoach.model.plan import Target

_TOO_SHORT = 25
"""Characters of words that say little by themselves."""
_JOINED = re.compile(r"(?:và|hoặc)\s+", re.IGNORECASE)
"""Before a goal that is joined to another: no part of its words."""
_GROWS_BY = re.compile(
    r"(?:tăng|giảm|vượt|cao hơn|thấp hơn|gấp|bằng)(?: (?:thêm|ít nhất|tối thiểu|trên|từ|hơn|khoảng|không dưới))*\s+",
    re.IGNORECASE,
)
_GROWTH = re.compile(rf",\s+{_GROWS_BY.pattern}$", re.IGNORECASE)
_THAN = re.compile(
    r"\s*(?:$|[;.,)]|(?:so với|cùng kỳ|kế hoạch|thực hiện|chỉ tiêu|dự toán|năm (?:trước|\d))\b)", re.IGNORECASE
)
"""Before and behind the number of a growth that names no measure of its own."""
_OF_A_YEAR = re.compile(
    r"(?P<and>,\s+(?:và\s+)?)(?:đến |hết )?năm (?:học )?20\d\d(?:\s?-\s?20\d\d)?(?: phấn đấu)? (?:đạt|còn|là)(?: (?:trên|từ|ít nhất|tối thiểu|khoảng|dưới))?\s+$",
    re.IGNORECASE,
)
"""Before a figure of another year than the one before it ("năm 2031 đạt 90%, năm 2032 đạt 95%")."""
_SURE = {"percent": 0.95, "counted": 0.85, "rate": 0.8, "money": 0.8, "span": 0.7, "rank": 0.9, "blank": 0.6}


def numbered(
    document: Document,
    words: TargetWords,
    paragraph: Paragraph,
    clause: Clause,
    q: Quantity,
    earlier: list[Quantity],
    stop: int,
) -> tuple[int, Target]:
    """The goal of a quantity whose words end at ``stop`` at the latest, ``earlier`` being those before it in its clause, and
    its place."""
    text = paragraph.text
    start = target_starts.start(words, text, clause, q, earlier, cut_short(words, text, q, q.start, stop))
    if earlier and (inner := target_clauses.in_bracket(text, earlier[-1].after, q.start)) is not None:
        start = inner
    stop = cut_short(words, text, q, start, stop)
    a, b = trimmed(text, start, max(q.end, target_clauses.closed(text, start, stop)), END)
    a = joined.end() if (joined := _JOINED.match(text, a, q.start)) else a
    if text[b - 1] == "(":
        a, b = trimmed(text, a, b - 1, END)
    if earlier and _goes_on(words, text, earlier[-1], q, a, b):
        first = max(n for n, e in enumerate(earlier) if n == 0 or not (e.shared or _GROWTH.search(text, 0, e.start)))
        told = target_starts.start(words, text, clause, earlier[first], earlier[:first], q.start)
        a, _ = trimmed(text, told, b, END)
        b += text[b : b + 1] == ")" and "(" in text[a:b]
    if earlier and (of_year := _OF_A_YEAR.search(text, earlier[-1].after, q.start)) is not None:
        a, b = of_year.end("and"), q.end
    span = paragraph.span(a, b)
    subject, rest = target_clauses.parts(words, text, a, b, q)
    sure = _SURE[q.kind] * (1.0 if q.worded or q.kind == "percent" else 0.85)
    return span.start, Target(
        path=paragraph.path,
        quote=_printed(document, paragraph, a, b) or "",
        comparator=q.comparator,
        value=q.value,
        value_max=q.value_max,
        unit=q.unit,
        subject=_printed(document, paragraph, *subject),
        object=_printed(document, paragraph, *rest),
        evidence=document.evidence(span),
        confidence=document.confidence(span) * sure,
        rule=f"target.{q.kind}",
    )


def _goes_on(words: TargetWords, text: str, before: Quantity, q: Quantity, a: int, b: int) -> bool:
    """Whether a goal is told with the one before it: its comparison is printed there, it only says by how much that is
    to grow ("thu 20 tỷ đồng, tăng 9% so với năm trước"), or it is a share of a few words of those whom the share before
    it is about ("100% đạt, trên 85% khá, giỏi")."""
    if q.shared or (_GROWS_BY.fullmatch(text, a, q.number_start) and _THAN.match(text, q.after)):
        return True
    shares = before.kind == q.kind == "percent" and a == q.start and b - a < _TOO_SHORT
    own = words.parted(text[q.end : b]) != (0, 0)
    return shares and not own and re.fullmatch(r"[^.;:]{0,60},\s+", text[before.after : a]) is not None


def _printed(document: Document, paragraph: Paragraph, start: int, end: int) -> str | None:
    start, end = trimmed(paragraph.text, start, end, END)
    return " ".join(document.quote(paragraph.span(start, end)).split()) or None if end > start else None


def in_words(document: Document, words: TargetWords, paragraph: Paragraph, clause: Clause) -> tuple[int, Target]:
    """The goal that a clause says in words alone, and its place."""
    a, b = trimmed(paragraph.text, clause.start, clause.end, END)
    span = paragraph.span(a, b)
    end, begin = words.parted(paragraph.text[a:b])
    return span.start, Target(
        path=paragraph.path,
        quote=_printed(document, paragraph, a, b) or "",
        subject=_printed(document, paragraph, a, a + end),
        object=_printed(document, paragraph, a + begin, b),
        evidence=document.evidence(span),
        confidence=document.confidence(span) * 0.7,
        rule="target.named",
    )
