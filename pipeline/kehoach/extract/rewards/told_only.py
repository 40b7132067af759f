"""Forms of reward that a plan only tells of: what was won before it, what others are measured by, who bears a title."""

from __future__ import annotations

import re

from kehoach.extract.rewards.reward_lists import after_label
from kehoach.model.document import Document
from kehoach.model.section import Outline
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

_SITUATION = Sieve(
    r"\b(?:đặc điểm|tình hình|thực trạng|kết quả (?:thực hiện|đạt được|năm|giai đoạn|công tác|phong trào)|đánh giá (?:kết quả|chung|tình hình))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:\w+ ){0,3}?năm (?P<year>20\d\d)(?!\s*[-–]\s*\d)(?!\w)", re.IGNORECASE)
_DATED = re.compile(r"\bnăm (20\d\d)\b")


def year_of(text: str) -> int:
    """The year that a plan is dated, or made for: the first that it names as one."""
    dated = _DATED.search(text)
    return int(dated[1]) if dated is not None else 0


def tells_of_before(text: str, year: int) -> bool:
    """Whether a paragraph reports what was reached in a year before: "Năm 2030, đơn vị có 02 tập thể được tặng ..."."""
    opens = _YEAR.match(text, after_label(text, 0))
    return opens is not None and int(opens["year"]) < year


_BY_WORDS = Sieve(
    r"\b(?:(?:tặng|trao)(?! (?:\d+ )?(?:suất )?(?:quà|học bổng|nhà|sổ|tiền|hoa))|phong|danh hiệu|công nhận|đề nghị|suy tôn|xét|đạt|vinh danh)\b",
    re.IGNORECASE,
)
_ALL_OF = re.compile(
    r"(?:\bngoài|(?<!quân )\b(?:tổng )?số(?: lượng)?(?: (?:người|cá nhân|tập thể|cán bộ|đảng viên|giáo viên))?(?: (?:đạt|có))?(?: danh hiệu)?"
    r"|\btrong số|\bsố lượng [^.;:\d]{3,40},)\s+(?:các )?\"?\Z",
    re.IGNORECASE,
)
"""Before a form that only others are measured by, or that is set aside."""
_PAST = re.compile(
    r"\b(?:năm (?:học )?(?:trước|qua|vừa qua)|thời gian qua|những năm qua|giai đoạn trước|đã (?:được |vinh dự |có )*(?:tặng|trao|nhận|đón|công nhận|khen|\d|đạt))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\.(?=\s)|\n|\|")


def only_told_of(text: str, clause: int, match: re.Match[str], rule: str) -> bool:
    """Whether the form was given before this plan, only measures others, or names those who bear a title. ``clause`` is where
    its clause begins in the text (folded), ``rule`` the rule that found it."""
    if _ALL_OF.search(text, clause, match.start()):
        return True
    sentence = max((m.end() for m in _SENTENCE.finditer(text, 0, match.start())), default=0)
    if _PAST.search(text, sentence, match.start()):
        return True
    return rule == "reward.vinh_du" and _BY_WORDS.search(text, clause, match.start()) is None


def is_situation(document: Document, outline: Outline, offset: int) -> bool:
    """In a section on what was reached before the plan."""
    n = outline.index_at(offset)
    headings = [a.heading for a in outline.ancestors(n) if a.role == "section"] if n is not None else []
    return any(_SITUATION.search(fold(document.quote(heading))) for heading in headings)
