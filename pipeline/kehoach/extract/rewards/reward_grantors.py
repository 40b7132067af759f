"""Who grants a form of reward: the body before "tặng" or behind "của", the level that is printed, or who grants the next
form of a row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kehoach.extract.citations.issuing_body import FIELD, body_at, full_name
from kehoach.extract.rewards.reward_lists import after_label
from kehoach.extract.text.passages import Passage
from kehoach.orthography.letters import LOWER, UPPER
from kehoach.rules.needs import Sieve
from kehoach.rules.vocabulary import Vocabulary

_CLAUSE_END = re.compile(r"[;|\n]|\.(?=\s|$|/)")
GRANT = re.compile(
    r"\b(?:tặng(?: thưởng)?|trao(?: tặng)?|công nhận|khen thưởng|phong tặng|truy tặng|cấp)\b", re.IGNORECASE
)
_GRANTED = Sieve(rf"\b(?i:được|đề nghị|trình|đề xuất|xin|để)\s+(?=[{UPPER}])")
_OF = Sieve(rf"\s+(?:(?:của|do)\s+)?(?=[{UPPER}])(?!(?:Đoàn|Công đoàn|Đảng|Hội) viên)")
ALIKE = ("reward.co_thi_dua", "reward.bang_khen", "reward.giay_khen")
"""Forms that one grantor may give, told behind the last of them ("Cờ thi đua, Bằng khen của Bộ Y tế")."""
_BESIDE = re.compile(rf"(?:,|\bvà)\s+(?=[{UPPER}])")
"""Before a further body that gives a form of its own ("đề nghị Sở tặng Giấy khen, Bộ tặng Bằng khen")."""
_AND = re.compile(r"\s*(?:,|và|hoặc)\s*(?:\d{1,3}\s+)?")
_GIVES = Sieve(
    r"\s+(?:xem xét|xét|quyết định|sẽ)*\s*,?\s*(?:tặng(?: thưởng)?|trao tặng)\s+(?:thưởng\s+)?"
    r"(?:(?:\d{1,3}\s+[^\W\d_][^.;:,\d]{2,40},\s*)*(?:không quá\s+|tối đa\s+)?\d{1,3}\s+)?",
    re.IGNORECASE,
)
_RANKS = r"(?:tỉnh|huyện|cơ sở|bộ|ngành|thành phố|trung ương|xã|nhà nước)"
_LEVEL = Sieve(rf"\s*(?P<level>cấp {_RANKS}(?:(?:,| và|, và)\s+cấp {_RANKS})*)\b", re.IGNORECASE)
_POST = re.compile(
    rf"(?:(?:[{UPPER}][{LOWER}]+\s)?(?:[{UPPER}{LOWER}][{LOWER}]+\s)?trưởng|(?:Tổng )?[Gg]iám đốc|Chủ nhiệm|Tư lệnh)"
    rf"(?: (?:(?:các )?cơ quan(?:, đơn vị)?|đơn vị|nhà trường|[{UPPER}][{LOWER}]+(?:\s[^\W\d_]+){{0,6}}?(?=\s+(?:tặng|xét|quyết định|sẽ)\b)))?(?!\w)"
)
"""A post that grants, told without its body ("Hiệu trưởng", "Trung đoàn trưởng")."""


@dataclass(frozen=True, slots=True)
class Clause:
    start: int
    end: int


def clause_at(text: str, at: int) -> Clause:
    start = max((m.end() for m in _CLAUSE_END.finditer(text, 0, at)), default=0)
    end = _CLAUSE_END.search(text, at)
    return Clause(start, end.start() if end else len(text))


def _grantor_at(text: str, at: int) -> tuple[int, int] | None:
    """Where the body or the post that begins at an offset stands; None where none does."""
    post = None if (body := body_at(text, at)) else _POST.match(text, at)
    return (at, post.end()) if post and text[at].isupper() else body


def level_of(passage: Passage, clause: Clause, match: re.Match[str], abbreviations: Vocabulary) -> str | None:
    """Who grants it: the body before "tặng", or behind "của"; else the printed level."""
    text = passage.text
    for comma in reversed(list(_BESIDE.finditer(text, clause.start, match.start()))):
        own = None if FIELD.match(text, comma.end()) else _grantor_at(text, comma.end())
        if own and _GIVES.fullmatch(text[own[1] : match.start()]):
            return full_name(passage.raw[own[0] : own[1]], abbreviations)
    before = list(_GRANTED.finditer(text, clause.start, match.start()))
    for granted in reversed(before):
        body = _grantor_at(text, granted.end())
        if body and GRANT.search(text, body[1], match.end()) and body[1] <= match.start():
            return full_name(passage.raw[body[0] : body[1]], abbreviations)
    colon = text.rfind(": ", clause.start, match.start())
    giver = _grantor_at(text, colon + 2 if colon >= 0 else after_label(text, clause.start))
    if giver and _GIVES.fullmatch(text[giver[1] : match.start()]):
        return full_name(passage.raw[giver[0] : giver[1]], abbreviations)
    after = _OF.match(text, match.end())
    body = _grantor_at(text, after.end()) if after else None
    if body:
        return full_name(passage.raw[body[0] : body[1]], abbreviations)
    level = _LEVEL.match(text, match.end())
    return passage.raw[level.start("level") : level.end("level")] if level else None


def shared_level(
    passage: Passage, clause: Clause, match: re.Match[str], forms: Vocabulary, abbreviations: Vocabulary
) -> str | None:
    """Who grants the next form of a row, behind which it is told for both."""
    joined = _AND.match(passage.text, match.end())
    if joined is None:
        return None
    for entry, following in forms.all(passage.text):
        if entry.id in ALIKE and following.start() == joined.end():
            level = level_of(passage, clause, following, abbreviations)
            return level or shared_level(passage, clause, following, forms, abbreviations)
    return None
