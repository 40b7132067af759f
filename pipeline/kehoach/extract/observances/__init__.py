"""Anniversaries, congresses and holidays that the plan celebrates, with the count and the dates printed beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from kehoach.extract.observances.observed_dates import dates_behind
from kehoach.extract.text.passages import Passage, passages, sentence_at, trimmed
from kehoach.model.document import Document, Span
from kehoach.model.plan import Observance
from kehoach.model.section import Outline
from kehoach.orthography.fold import fold
from kehoach.orthography.letters import LOWER
from kehoach.rules.load import Rules
from kehoach.rules.needs import Sieve

_COUNTED = Sieve(
    r"\b(?:(?P<years>\d{1,4})\s+năm|lần thứ\s+(?P<nth>\d{1,3})|(?P<years_after>\d{1,3})\s+năm)[\s,]+(?P<day>ngày\s+)?",
    re.IGNORECASE,
)
_DAY = Sieve(r"\bngày\s+(?=[^\W\d_])", re.IGNORECASE)
_CONGRESS = Sieve(
    r"\b[Đđ]ại hội\b(?P<whose>[^;:,.()|\"]{3,90}?)(?:(?=\s+(?:tiến tới|chào mừng|và|kỷ niệm|là|được|vào|thành công)\b)|"
    r"\s+lần thứ\s+(?P<ordinal>[IVXLC]+|\d{1,3})(?:\s+của Đảng)?(?:\s*,?\s*nhiệm kỳ\s*\d{4}\s*-\s*\d{4})?|"
    r"\s*,\s*nhiệm kỳ\s*\d{4}\s*-\s*\d{4}|(?=\s*(?:[;:,.()|\"]|$)))"
)
_RESOLUTION = Sieve(
    r"(?:Nghị quyết|Văn kiện|nghị quyết|văn kiện|kết quả|Điều lệ|Báo cáo|chỉ tiêu|mục tiêu)\s+(?:của\s+)?"
    r"(?:Đại hội[^;.:]{0,160}(?:,|và)\s*)?$|\d\s?[/-]\s?[A-ZĐ][^;.]{0,60}\bcủa\s+$"
)
_NAME_END = Sieve(
    r"[;:.()|\"]|,(?!\s*(?:thống nhất|chống|thể thao|liệt sĩ|liệt sỹ))|\s+(?:gắn|nhằm|để|(?<!đối )với|trong|tại|bằng|do|được|"
    r"là|theo|cùng|đã|đảm bảo|bảo đảm|góp phần|tạo|chào mừng|hướng tới|tiến tới|kỷ niệm|lập thành tích|phấn đấu|thi đua(?! ái quốc| yêu nước)|thành công tốt|thành công và|thắng lợi)\s"
    r"|(?<![Nn]gày Quốc tế)\s+và\s+(?=["
    + LOWER
    + r"\d]|Ngày|Quốc khánh|Đại hội|Cách mạng|Tết|Lễ|Chiến thắng|Giải phóng)"
    r"|\s+(?=\(?\d{1,2}\s?[/-]\s?\d|\d{1,2}\s+tháng\s|\d{1,4}\s+năm\b)|\s+-\s+(?![Ll]iệt|(?:[Nn]gày )?[Tt]ruyền thống)|\s+(?=năm\s+\d{4})|\s+cấp\s+(?:tỉnh|huyện|xã|thành phố|cơ sở)\b|$"
)
_FIGURES = re.compile(r"(?<!\w)(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})(?!\w)")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NOT_WHOSE = Sieve(r"\s+(?:đồng|công|thể|phải|có|được|sẽ|đã|cần|là|và|trong|đúng|theo|tại|về|để|các nội dung)\b")
"""Behind "Đại hội", where nothing tells whose it is."""
_ALL_LEVELS = Sieve(r"\b(?:Đảng|[Cc]ông đoàn|Đoàn|Hội)\b.*\bcác cấp\b|\bcác cấp\b.*\bĐảng\b")
"""Congresses of a whole organization at its levels."""
_LEVEL = re.compile(
    r"\b(?:toàn quốc|tỉnh|huyện|thành phố|thị xã|quận|xã|phường|chi bộ|sở|khối|các cấp|trường|công đoàn)\b"
)
_BY_THEN = Sieve(r"(?<!\w)(?:trước|sau)\s+$", re.IGNORECASE)
"""Before a holiday: it only says by when."""
_LONGEST_NAME = 26
SAME_NAME = 88.0
"""Similarity (0 to 100) of two names from which they are one observance."""


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    name: str
    ordinal: int | None
    first: str | None
    last: str | None
    rule: str


def observances(document: Document, outline: Outline, rules: Rules) -> tuple[Observance, ...]:
    """Each observance once; a title's wording gives way to that of the body."""
    finder = rules.made(_Finder)
    found = [one for passage in passages(document) for one in finder.found(passage)]
    rows: list[tuple[_Found, list[Span]]] = []
    title_end = max((document.span(n).end for n, _ in document.zone("title")), default=0)
    for one in sorted(found, key=lambda f: f.span.start):
        n = next((n for n, (other, _) in enumerate(rows) if _same(one, other)), None)
        if n is None:
            rows.append((one, [one.span]))
            continue
        other, spans = rows[n]
        cut = _plain(other.name).startswith(_plain(one.name))
        reworded = spans[0].start < title_end <= one.span.start and not cut
        name = one.name if reworded else other.name
        rows[n] = _merged(other, one, name), [*spans, one.span]
    return tuple(
        Observance(
            name=one.name,
            ordinal=one.ordinal,
            from_=one.first,
            to=one.last,
            evidence=document.evidence(*spans),
            confidence=document.confidence(*spans) * (0.7 if one.rule == "observance.general" else 0.9),
            rule=one.rule,
        )
        for one, spans in rows
    )


class _Finder:
    """The vocabulary of observances, by what its entries do."""

    def __init__(self, rules: Rules) -> None:
        def patterns(role: str) -> list[Sieve]:
            return [p for e in rules["observances"] if e["role"] == role for p in e.patterns]

        self.cues, self.days, self.no_days = patterns("cue"), patterns("day"), patterns("not")
        self.holidays, self.general = (rules["observances"].part("role", role) for role in ("holiday", "general"))

    def found(self, passage: Passage) -> list[_Found]:
        """The observances of one passage, none inside another."""
        kept: list[_Found] = []
        for one in [
            *self._counted(passage),
            *self._congresses(passage),
            *self._named(passage),
            *self._in_general(passage),
        ]:
            if not any(one.span.start < k.span.end and k.span.start < one.span.end for k in kept):
                kept.append(one)
        return _sharing(passage, sorted(kept, key=lambda f: f.span.start))

    def _counted(self, passage: Passage) -> Iterator[_Found]:
        """ "70 năm ngày ...", "lần thứ 110 ngày ..."."""
        text = passage.text
        for match in _COUNTED.finditer(text):
            begin = match.start("day") if match["day"] else match.end()
            one = self._made(passage, match.start(), begin, "observance.counted", int(match["years"] or match["nth"]))
            if one is None:
                continue
            celebrated = self._celebrated(text, match.start())
            if (
                one.first or celebrated
                if self._is_day(text[match.end() :])
                else celebrated and _years(one) == one.ordinal
            ):
                yield one

    def _congresses(self, passage: Passage) -> Iterator[_Found]:
        text = passage.text
        for match in _CONGRESS.finditer(text):
            if _RESOLUTION.search(text[: match.start()]) or _NOT_WHOSE.match(match["whose"]):
                continue
            whose = match["whose"].strip()
            ordinal = _number(match["ordinal"]) if match["ordinal"] else None
            if ordinal is None and match[0][0] == "đ" and not _ALL_LEVELS.search(whose):
                continue
            if ordinal is None and (not self._celebrated(text, match.start()) or not whose):
                continue
            ordinal = _numbered(whose) if ordinal is None else ordinal
            start, end = trimmed(text, match.start(), match.end())
            name = " ".join(passage.raw[start:end].split())
            if len(name.split()) >= 3:
                yield _Found(passage.span(start, end), name, ordinal, None, None, "observance.congress")

    def _named(self, passage: Passage) -> Iterator[_Found]:
        """Days and holidays by name, in a sentence that celebrates."""
        text = passage.text
        for match in _DAY.finditer(text):
            rest = text[match.end() :]
            if not self._is_day(rest):
                continue
            if re.search(
                r"\b(?:trước|đến|từ|sau|hết|mỗi|hàng|hằng|các|những)\s*$", text[: match.start()], re.IGNORECASE
            ):
                continue
            one = self._made(passage, match.start(), match.start(), "observance.day")
            sure = one is not None and one.first and one.last and any(p.match(rest) for p in self.days)
            if one and (sure or self._celebrated(text, match.start())):
                yield one
        for _, holiday in self.holidays.all(text):
            if self._celebrated(text, holiday.start()) and not _BY_THEN.search(text[: holiday.start()]):
                number = _numbered(holiday[0])
                one = self._made(passage, holiday.start(), holiday.start(), "observance.holiday", number, holiday.end())
                if one:
                    yield one

    def _in_general(self, passage: Passage) -> Iterator[_Found]:
        for _, match in self.general.all(passage.text):
            if self._celebrated(passage.text, match.start()) and "kỷ niệm" not in match[0].lower()[:18]:
                start, end = trimmed(passage.text, match.start(), match.end())
                name = re.sub(r"\s+(?:và(?: kỷ niệm| chào mừng)?|của)$", "", passage.raw[start:end])
                yield _Found(passage.span(start, end), " ".join(name.split()), None, None, None, "observance.general")

    def _is_day(self, rest: str) -> bool:
        named = rest[:1].isupper() or any(p.match(rest) for p in self.days)
        return named and not any(p.match(rest) for p in self.no_days)

    def _celebrated(self, text: str, at: int) -> bool:
        start, _ = sentence_at(text, at)
        return any(p.search(text, start, at) for p in self.cues)

    def _made(
        self, passage: Passage, start: int, begin: int, rule: str, ordinal: int | None = None, least: int = 0
    ) -> _Found | None:
        """The observance whose name begins at ``begin`` and runs to ``least`` or on, with the dates printed behind it."""
        text = passage.text
        stop = _NAME_END.search(text, max(begin, least))
        begin, end = trimmed(text, begin, stop.start() if stop else len(text))
        words = text[begin:end].split()
        if len(words) < 2 or len(words) > _LONGEST_NAME:
            return None
        first, last, years, after = dates_behind(text, end)
        ordinal = years if ordinal is None else ordinal
        return _Found(passage.span(start, after), " ".join(passage.raw[begin:end].split()), ordinal, first, last, rule)


def _sharing(passage: Passage, found: list[_Found]) -> list[_Found]:
    """ "76 năm Cách mạng tháng Tám và Quốc khánh": the count holds for both, unless the dates say another."""
    for n in range(1, len(found)):
        before, one = found[n - 1], found[n]
        between = passage.text[before.span.end - passage.start : one.span.start - passage.start]
        if before.rule != "observance.counted" or one.ordinal is not None or one.rule != "observance.holiday":
            continue
        if between.strip() in {"và", ",", "-"} and _years(one) in (None, before.ordinal):
            found[n] = replace(one, ordinal=before.ordinal)
    return found


def _years(one: _Found) -> int | None:
    return int(one.last[:4]) - int(one.first[:4]) if one.first and one.last else None


def _numbered(name: str) -> int | None:
    """The number in Roman figures within a name ("Đại hội XII của Đảng", "Quốc hội khóa XV")."""
    figures = _FIGURES.search(name)
    return _number(figures[0]) if figures else None


def _number(ordinal: str) -> int:
    if ordinal.isdigit():
        return int(ordinal)
    values = [_ROMAN[c] for c in ordinal]
    return sum(-v if n + 1 < len(values) and v < values[n + 1] else v for n, v in enumerate(values))


def _same(a: _Found, b: _Found) -> bool:
    """The same origin day and count, or nearly the same name with no two counts."""
    if None not in (a.ordinal, b.ordinal) and a.ordinal != b.ordinal:
        return False
    if a.last and a.last == b.last and (a.first == b.first or None in (a.first, b.first)):
        return a.ordinal == b.ordinal is not None or a.first == b.first is not None
    x, y = _plain(a.name), _plain(b.name)
    short, long = sorted((x, y), key=len)
    if long.startswith(f"{short} nước cộng hòa "):
        return True
    if set(_LEVEL.findall(x)) != set(_LEVEL.findall(y)):
        return False
    return x == y or fuzz.ratio(x, y) >= SAME_NAME or (len(short) >= 12 and long.startswith(short) and a.rule == b.rule)


def _plain(name: str) -> str:
    name = fold(name).casefold()
    whole = "của đảng" in name and not re.search(
        r"đảng bộ|các cấp", name
    )  # its own congress is that of all the country
    name = re.sub(rf"\b(?:ngày|của đảng|đại biểu|việt nam{'|toàn quốc|lần thứ' if whole else ''})\b|\W+", " ", name)
    return " ".join(name.split())


def _merged(kept: _Found, other: _Found, name: str) -> _Found:
    return replace(
        kept,
        name=name,
        ordinal=kept.ordinal if kept.ordinal is not None else other.ordinal,
        first=kept.first or other.first,
        last=kept.last or other.last,
    )
