"""Papers without a number that their day and their issuer tell: "Công văn của Sở Y tế ngày 12/3/2031 về việc ...",
"Hướng dẫn thi đua năm học ... ngày 05/9/2031 của Phòng Giáo dục"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.extract.citations.citation_parts import date_after, issuer_after, subject_after
from kehoach.extract.citations.law_names import Named
from kehoach.rules.needs import Sieve
from kehoach.rules.vocabulary import Vocabulary

_CITED = Sieve(
    r"(?:căn cứ(?: vào)?|thực hiện|triển khai|theo|tinh thần|chấp hành|quán triệt|tiếp theo|và|;|,)\s*$", re.IGNORECASE
)
_DAY = Sieve(r"(?<!\w)ngày\s+\d", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;:|\n\"]|\.(?=\s|$)")
_NOT_ITS_OWN = re.compile(
    r"\b(?:từ|đến|hết|trước|sau|vào|trong|nhân|kỷ niệm|mừng)\s*$|\bsố\s*:?\s*\d|\d\s?/|\bLuật\b", re.IGNORECASE
)
"""Between a type and a day: the day is not that of the paper."""
_LONGEST, _SUBJECT = 200, 3


def dated_papers(text: str, types: Vocabulary) -> Iterator[Named]:
    """Each type with a capital behind a word that cites, with its day and the body that stands before or behind that."""
    for name, match in _capitals(text, types):
        stop = _CLAUSE_END.search(text, match.end())
        day = _DAY.search(text, match.end(), min(match.end() + _LONGEST, stop.start() if stop else len(text)))
        dated = date_after(text, day.start()) if day else None
        if day is None or dated is None or dated[0].day is None:
            continue
        between = text[match.end() : day.start()]
        if _NOT_ITS_OWN.search(between) or _names_another(between, types):
            continue
        before, behind = issuer_after(text, match.end()), issuer_after(text, dated[1])
        if before is not None and not text[before.end : day.start()].strip(" ,("):
            subject = subject_after(text, dated[1])
            title = subject.text if subject else text[match.start() : before.end]
            end = subject.end if subject else dated[1]
            yield Named(match.start(), end, name, title, "citation.dated", issued_on=dated[0].iso, issuer=before.text)
        elif behind is not None and len(between.split()) >= _SUBJECT:
            title = text[match.start() : day.start()].strip(" ,(")
            yield Named(
                match.start(), behind.end, name, title, "citation.dated", issued_on=dated[0].iso, issuer=behind.text
            )


def _capitals(text: str, types: Vocabulary) -> Iterator[tuple[str, re.Match[str]]]:
    """The fullest type that begins with a capital at each place where one is cited."""
    longest: dict[int, tuple[str, re.Match[str]]] = {}
    for entry, match in types.all(text):
        other = longest.get(match.start())
        if match[0][:1].isupper() and not match[0].isupper() and (other is None or match.end() > other[1].end()):
            longest[match.start()] = str(entry["name"]), match
    for at, found in sorted(longest.items()):
        if _CITED.search(text, max(0, at - 30), at):
            yield found


def _names_another(words: str, types: Vocabulary) -> bool:
    """Whether a further paper is named, of which the day may be."""
    return any(match[0][:1].isupper() for _, match in types.all(words))
