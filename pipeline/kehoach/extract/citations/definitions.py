"""Local short names: "(sau đây gọi tắt là ...)" and an abbreviation in brackets behind its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.extract.text.passages import Passage, passages, trimmed
from kehoach.model.document import Document
from kehoach.model.fact import Definition
from kehoach.model.section import Outline
from kehoach.orthography.fold import bare
from kehoach.rules.load import Rules
from kehoach.rules.needs import Sieve

_DEFINED = Sieve(
    r"[(,]?\s*(?:sau\s+đây\s+|dưới\s+đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+)?(?:chung\s+)?là\s*:?\s*[\"']?(?P<short>[^()\".;]{2,60}?)[\"']?\s*[).;]",
    re.IGNORECASE,
)
_BRACKET = Sieve(r"\(\s*(?P<short>[A-ZĐƯÔ][A-ZĐƯÔa-z]?[A-ZĐƯÔ&\-.]{1,12})\s*\)")
_NUMBERED = Sieve(
    r"\(\s*(?P<short>(?:Đoàn|Tổ|Đội|Nhóm|Tiểu ban|Cụm|Khối)(?:\s+(?:kiểm\s+tra|công\s+tác))?\s+(?:số\s+)?\d{1,2})\s*\)"
)
_CODED = Sieve(r"\(\s*(?P<short>[A-Z]{1,3}\d{2})\s*\)")
"""What the police and the army call their departments: "(PC08)"."""
_DEPARTMENT = re.compile(
    r"(?<!\w)(?:Phòng|Cục|Trung tâm|Văn phòng|Thanh tra|Đội|Trung đoàn|Tiểu đoàn)\s[^,;:()]{4,80}$"
)
_PHRASE_START = Sieve(r".*(?:^|[,;:.(]\s|\s(?:của|cho|với|và|về|tại|do|là|theo|gửi|các)\s)", re.DOTALL)


def definitions(document: Document, outline: Outline, rules: Rules) -> tuple[Definition, ...]:
    """Every definition of the running text, each short name once, at its first place."""
    found: dict[str, Definition] = {}
    for passage in passages(document):
        for definition in (*_defined(passage), *_bracketed(passage), *_numbered(passage), *_coded(passage)):
            found.setdefault(definition.short, definition)
    return tuple(found.values())


def _defined(passage: Passage) -> Iterator[Definition]:
    for match in _DEFINED.finditer(passage.text):
        before, short = passage.text[: match.start()], match["short"].strip()
        start = _PHRASE_START.match(before)
        spelled = _initials(before, short) if short.isupper() else None
        if spelled is None:
            spelled = _longer(before, short)
        begin = spelled if spelled is not None else start.end() if start else 0
        begin = _opening(before, begin, short) if spelled is None and short.isupper() else begin
        begin, end = trimmed(passage.text, begin, match.start())
        if end - begin >= 3:
            full, short = passage.raw[begin:end], passage.raw[match.start("short") : match.end("short")]
            yield Definition(short.strip(), " ".join(full.split()), passage.span(begin, match.end()), "defined")


def _bracketed(passage: Passage) -> Iterator[Definition]:
    for match in _BRACKET.finditer(passage.text):
        if (begin := _initials(passage.text[: match.start()], match["short"])) is not None:
            full = " ".join(passage.raw[begin : match.start()].split())
            yield Definition(match["short"], full, passage.span(begin, match.end()), "bracket")


def _numbered(passage: Passage) -> Iterator[Definition]:
    for match in _NUMBERED.finditer(passage.text):
        if (begin := _longer(passage.text[: match.start()], match["short"])) is not None:
            full = " ".join(passage.raw[begin : match.start()].split())
            yield Definition(match["short"], full, passage.span(begin, match.end()), "bracket")


def _coded(passage: Passage) -> Iterator[Definition]:
    for match in _CODED.finditer(passage.text):
        before = passage.text[: match.start()].rstrip()
        if (name := _DEPARTMENT.search(before)) is not None:
            begin = name.start() + max(name[0].rfind(" Phòng ") + 1, 0)
            full = " ".join(passage.raw[begin : len(before)].split())
            yield Definition(match["short"], full, passage.span(begin, match.end()), "bracket")


def _longer(before: str, short: str) -> int | None:
    """Where the name begins that the short one stands for by some of its words: "Đoàn kiểm tra số 1" (Đoàn số 1)."""
    words = short.split()
    for begin in reversed(list(re.finditer(rf"(?<!\w){re.escape(words[0])}(?!\w)", before))):
        said = re.findall(r"\w+", before[begin.start() :])
        if len(said) <= len(words):
            continue
        rest = iter(said)
        return begin.start() if all(word in rest for word in words) else None
    return None


def _opening(before: str, begin: int, short: str) -> int:
    """Where in the phrase that begins at ``begin`` the name begins whose first words have these initials: "việc kiện toàn
    Ban Chỉ đạo phong trào ..." (BCĐ); its own begin where none does."""
    letters = [c for c in bare(short) if c.isalpha()]
    words = list(re.finditer(r"\w+", before[begin:]))
    for n in range(len(words) - len(letters), 0, -1):
        if [bare(word[0])[0] for word in words[n : n + len(letters)]] == letters:
            return begin + words[n].start()
    return begin


def _initials(before: str, short: str) -> int | None:
    """Where the words begin whose first letters are the abbreviation; "và", dashes and commas may be left out."""
    letters = [c for c in bare(short) if c.isalpha()]
    at = None
    for word in reversed(list(re.finditer(r"\w+", before))):
        if not letters:
            break
        if bare(word[0])[0] == letters[-1]:
            letters.pop()
            at = word.start()
        elif word[0].lower() not in ("và", "các") or at is None:
            return None
    return at if not letters else None
