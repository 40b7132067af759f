"""The plan's own slogans and year themes (chủ đề), told from the other quotations of a plan by the words before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kehoach.extract.text.passages import Passage, passages, trimmed
from kehoach.extract.text.quotations import Quotation, quotations
from kehoach.model.document import Document, Span
from kehoach.model.plan import Theme
from kehoach.model.section import Outline
from kehoach.orthography.fold import fold
from kehoach.orthography.letters import UPPER
from kehoach.rules.load import Rules
from kehoach.rules.needs import Sieve
from kehoach.rules.vocabulary import Vocabulary

_GAP = Sieve(r"(?:\s+(?:của|trong)\s+[^\",;.:]{2,50}?)?(?:\s+(?:là|năm\s+\d{4}|đó là))*\s*[:,-]?\s*$", re.IGNORECASE)
_OF_ITS_OWN = Sieve(r"(?:\s+(?!là\b)[^\s\",;.:|()]+){1,12}\s*(?:\blà\b\s*:?|:)\s*$", re.IGNORECASE)
"""Between a cue and a quotation: what the theme is of, and the words that say it ("xuyên suốt của năm được chọn là")."""
_OTHERS = Sieve(
    r"\bcủa\s+(?:Chính phủ|Thủ tướng|Trung ương|Quốc hội|Bộ Chính trị|Ban Bí thư|Chủ tịch Hồ Chí Minh|Bác|Đảng|Liên Hợp|"
    r"Liên hợp|Tổng Bí thư|Nhà nước|Chủ tịch nước)",
    re.IGNORECASE,
)
_NEXT_IN_LIST = re.compile(r"\s*(?:\([^()\"]{3,60}\)\s*)?(?:,|;|và|,\s*và|hay|-)\s*")
_PLAIN = Sieve(rf"\s*(?:(?i:\blà)\s+|:\s*)(?P<text>[{UPPER}](?:[^.;:\n|\"]|\"[^\"\n]*\"){{10,160}})")
_TIME = r"(?:từ|đến|ngày|tháng|năm|hết|nay|đầu|cuối|quý|tuần|thời gian|học kỳ|[IVX]{1,4}|[\d/.,:()-])"
_ROUND_NAME = Sieve(
    r"(?:^|[.;]\s)[^\w\"]*(?:(?:\d{1,2}|[a-zđ]|[IVX]{1,4})[.)/]\s*)?(?:đợt|giai đoạn|chặng|tháng|quý)\s+(?:thi đua\s+)?"
    rf"(?:cao điểm\s+)?(?:thứ\s+)?(?:\d{{1,2}}|[IVX]{{1,4}}|nhất|một|hai|ba|tư)\b(?:\s*{_TIME})*\s*[:,)-]\s*$",
    re.IGNORECASE,
)
"""Before the quotation that names a round: its number and its time, nothing else ("Đợt 3: từ 12/01 đến 26/3: “...”")."""
_HEADED = re.compile(r"\b(?:chủ đề|khẩu hiệu|phương châm|thông điệp)\b", re.IGNORECASE)
_SLOGANS = re.compile(r"\b(?:khẩu hiệu|thông điệp)\b", re.IGNORECASE)
_NAMES_A_MOVEMENT = re.compile(
    r"(?:phong trào|cuộc vận động|chiến dịch|thi đua|đề án|chương trình|kế hoạch)[^.;:\"]{0,30}$", re.IGNORECASE
)
_NUMBERED = re.compile(r"\s*:?\s*(?=\(1\))")
_NUMBERED_ONE = re.compile(r"\((?P<n>\d{1,2})\)\s*(?P<text>[^;()]{8,160})")
_THEME_HEAD = re.compile(r"(?:chủ đề|khẩu hiệu|chủ điểm)(?: thi đua| hành động| của đợt)?", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:\d{1,2}|[a-zđ])[.)]\s|Điều\s+\d")
"""Opens a clause that is quoted to amend another."""
_ON_THE_SPOT = re.compile(r"(?:\d|ba|bốn|năm|hai)\s+tại\s+chỗ", re.IGNORECASE)
"""The way of all work against floods and fires, no motto of one plan."""
_WITH_THEME = re.compile(rf"\b(?i:với chủ đề)\s*:?\s+(?=[{UPPER}])")
_ROUND = re.compile(r"(?:đợt|tháng|thời gian|giai đoạn|quý|học kỳ)\b", re.IGNORECASE)
_SAYS = re.compile(r"(?:\s*(?:\blà\b|[:,-]))+\s*$")
_GAP_LENGTH = 70
_FEW = 3
"""Words; a shorter cell is no slogan."""
_VERSE, _VERSE_WORDS = (2, 6), 9
"""Lines of a theme in verse, and words of the longest of them."""
_MARK = re.compile(r"[\"“”„]")
_ALONE = " \t.,;:-–*_"
_LONGEST = 60
"""Words; a longer stretch is a paragraph about the theme, not the theme."""


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    rule: str
    sure: float


def themes(document: Document, outline: Outline, rules: Rules) -> tuple[Theme, ...]:
    """Each theme once, at its first place, without quotation marks."""
    cues, stops, taken = (rules["themes"].part("role", role) for role in (None, "stop", "taken"))
    found: list[_Found] = []
    for passage in passages(document):
        quotes = quotations(passage.raw)
        found += _after_cue(passage, quotes, cues, stops)
        found += _around(passage, quotes, taken)
        found += _motto_paragraph(passage, quotes)
    found += _headed(document, outline)
    found += _columns(document, rules)
    unique: dict[str, Theme] = {}
    for one in sorted(found, key=lambda f: (f.span.start, -f.sure)):
        text = " ".join(document.quote(one.span).split())
        key = re.sub(r"\W+", " ", fold(text).casefold()).strip()
        if key and key not in unique:
            unique[key] = Theme(
                text=text,
                path=outline.path_at(one.span.start),
                evidence=document.evidence(one.span),
                confidence=document.confidence(one.span) * one.sure,
                rule=one.rule,
            )
    return tuple(unique.values())


def _after_cue(
    passage: Passage, quotes: tuple[Quotation, ...], cues: Vocabulary, stops: Vocabulary
) -> Iterator[_Found]:
    """Quotations, and lists of them, right behind a cue; a theme without marks behind a colon."""
    for entry, cue in cues.all(passage.text):
        n = next((n for n, q in enumerate(quotes) if q.start >= cue.end()), None)
        gap = passage.text[cue.end() : quotes[n].start] if n is not None else None
        if n is not None and gap is not None and _leads_to(gap, stops):
            if _OTHERS.search(gap) or _ON_THE_SPOT.fullmatch(passage.text[quotes[n].inner_start : quotes[n].inner_end]):
                continue
            yield _quoted(passage, quotes[n], entry.id)
            yield from (_quoted(passage, q, entry.id) for q in _listed(passage.text, quotes, n))
        elif not entry.get("quoted") and (numbered := _NUMBERED.match(passage.text, cue.end())):
            yield from _numbered(passage, numbered.end())
        elif not entry.get("quoted") and (plain := _PLAIN.match(passage.text, cue.end())):
            start, end = trimmed(passage.text, plain.start("text"), plain.end("text"))
            if 3 <= len(passage.text[start:end].split()) <= 30:
                yield _Found(passage.span(start, end), f"{entry.id}.unquoted", 0.75)


def _leads_to(gap: str, stops: Vocabulary) -> bool:
    """Whether the words between a cue and a quotation say of what the theme is, and not that another name follows."""
    near = len(gap) <= _GAP_LENGTH and _GAP.fullmatch(gap)
    return bool(near or _OF_ITS_OWN.fullmatch(gap)) and not stops.has(_SAYS.sub("", gap))


def _around(passage: Passage, quotes: tuple[Quotation, ...], taken: Vocabulary) -> Iterator[_Found]:
    """Quotations that the words behind them make a motto ("lấy “...” làm phương châm"), and those that name a round."""
    for quote in quotes:
        if taken.first(passage.text[quote.end :].lstrip()) is not None:
            yield _quoted(passage, quote, "theme.taken")
        elif _ROUND_NAME.search(passage.text, 0, quote.start):
            yield _quoted(passage, quote, "theme.round")


def _numbered(passage: Passage, at: int) -> Iterator[_Found]:
    """ "Khẩu hiệu: (1) ...; (2) ...": one slogan each."""
    for match in _NUMBERED_ONE.finditer(passage.text, at):
        start, end = trimmed(passage.text, match.start("text"), match.end("text"), ' \t\n.,;:!"')
        yield _Found(passage.span(start, end), "theme.numbered", 0.85)


def _listed(text: str, quotes: tuple[Quotation, ...], n: int) -> Iterator[Quotation]:
    """The quotations that continue the list begun by number ``n``."""
    for before, after in zip(quotes[n:], quotes[n + 1 :], strict=False):
        if not _NEXT_IN_LIST.fullmatch(text[before.end : after.start]):
            return
        yield after


def _quoted(passage: Passage, quote: Quotation, rule: str) -> _Found:
    return _Found(passage.span(quote.inner_start, quote.inner_end), rule, 0.95)


def _motto_paragraph(passage: Passage, quotes: tuple[Quotation, ...]) -> Iterator[_Found]:
    """A paragraph of the body that is nothing but one quotation: the motto over a group of contents."""
    if passage.zone != "body" or len(quotes) != 1:
        return
    quote = quotes[0]
    around = passage.text[: quote.start] + passage.text[quote.end :]
    inner = passage.text[quote.inner_start : quote.inner_end]
    if not around.strip(_ALONE) and 4 <= len(inner.split()) <= _LONGEST and not _ARTICLE.match(inner):
        yield _quoted(passage, quote, "theme.motto_paragraph")


def _headed(document: Document, outline: Outline) -> Iterator[_Found]:
    """What stands under (or on the line of) a heading "Chủ đề", "Khẩu hiệu": its quotations, its slogans one a line,
    or its only short paragraph."""
    for n, node in enumerate(outline.nodes):
        if node.role != "section" or not _HEADED.search(fold(document.quote(node.heading))):
            continue
        if "theme" not in node.kinds or set(node.kinds) - {"theme", "other", "content", "annex"}:
            continue
        slogans = _SLOGANS.search(fold(document.quote(node.heading)))
        children = [child for _, child in outline.children(n)]
        items = [c for c in children if c.role == "item" and not _HEADED.match(fold(document.quote(c.heading)))]
        if slogans and items:
            yield from (_line(document, item.heading, "theme.slogan_list") for item in items)
        elif len(items) == len(children):
            yield from (one for item in items for one in _of_whom(document, item.heading))
        if not children:
            yield from _paragraphs(document, node.heading.end, node.extent.end, bool(slogans))


_OF_WHOM = re.compile(r"[^:;.\"]{3,90}:\s*$")
"""Before a theme: of what month or drive it is ("Tháng An toàn giao thông: “...”")."""


def _of_whom(document: Document, item: Span) -> Iterator[_Found]:
    """The quotation that is all a point says behind a colon."""
    raw = document.text.value[item.start : item.end]
    quotes = quotations(raw)
    if len(quotes) == 1 and _OF_WHOM.match(fold(raw)[: quotes[0].start]) and not raw[quotes[0].end :].strip(_ALONE):
        quote = quotes[0]
        yield _Found(Span(item.start + quote.inner_start, item.start + quote.inner_end), "theme.of_whom", 0.9)


def _columns(document: Document, rules: Rules) -> Iterator[_Found]:
    """The cells of a column "Chủ đề" in a table of rounds or months, unless another says who does it: there they are work."""
    heads: dict[int, dict[int, str]] = {}
    for n, block in document.zone("table"):
        if block.table is None:
            continue
        names = heads.setdefault(block.table, {})
        if block.row_kind == "header":
            names.update({cell.column: fold(cell.text.value).strip() for cell in block.cells})
            continue
        timed = any(_ROUND.match(name) for name in names.values()) and not _is_work(names.values(), rules)
        for cell, span in zip(block.cells, document.cell_spans(n), strict=False):
            if timed and _THEME_HEAD.fullmatch(names.get(cell.column, "")) and len(cell.text.value.split()) >= _FEW:
                yield _line(document, span, "theme.column")


def _is_work(heads: Iterable[str], rules: Rules) -> bool:
    """Whether a table says when and by whom something is done, and in no other column what."""
    kinds = {str(found[0]["column"]) for head in heads if (found := rules["columns"].first(head)) is not None}
    return {"unit", "time"} <= kinds and "task" not in kinds


def _paragraphs(document: Document, start: int, end: int, many: bool) -> Iterator[_Found]:
    text = document.text.value[start:end]
    lines = [m for m in re.finditer(r"[^\n]+", text) if m[0].strip(_ALONE)]
    if not many and _is_verse([m[0].strip() for m in lines]):
        yield _line(document, Span(start + lines[0].start(), start + lines[-1].end()), "theme.verse")
        return
    for line in lines:
        quotes = quotations(line[0])
        if quotes:
            for q in quotes:
                if not _NAMES_A_MOVEMENT.search(fold(line[0][: q.start])):
                    at = start + line.start()
                    yield _Found(Span(at + q.inner_start, at + q.inner_end), "theme.heading", 0.95)
        elif (many or len(lines) == 1) and 3 <= len(line[0].split()) <= 30:
            named = _WITH_THEME.search(fold(line[0]))
            begin = line.start() + (named.end() if named else 0)
            yield _line(document, Span(start + begin, start + line.end()), "theme.heading_line")


def _is_verse(lines: list[str]) -> bool:
    """Whether short lines without an end are one theme, all in one pair of quotation marks or in none."""
    short = all(len(line.split()) <= _VERSE_WORDS and line[-1:] not in ".;:" for line in lines[:-1])
    marks = [n for n, line in enumerate(lines) for _ in _MARK.findall(line)]
    quoted = marks == [0, len(lines) - 1] and bool(_MARK.match(lines[0])) and bool(_MARK.search(lines[-1][-2:]))
    return (
        _VERSE[0] <= len(lines) <= _VERSE[1]
        and short
        and len(lines[-1].split()) <= _VERSE_WORDS
        and (quoted or not marks)
    )


def _line(document: Document, span: Span, rule: str) -> _Found:
    text = document.text.value
    start, end = trimmed(text, span.start, span.end, " \t\n.,;:/-+*•\"“”'!")
    return _Found(Span(start, max(start, end)), rule, 0.8)
