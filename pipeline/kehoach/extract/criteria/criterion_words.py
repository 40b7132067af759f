"""The vocabulary of scoring, by what its entries decide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kehoach.model.plan import CriterionKind
from kehoach.orthography.fold import fold
from kehoach.rules.load import Rules
from kehoach.rules.needs import Sieve
from kehoach.rules.vocabulary import Entry, Vocabulary

END = " \t\n.,;:-+*•"
"""What stands at the ends of the words of a criterion, and is none of them."""
Applies = Literal["collective", "individual"]
Column = Literal["points", "content"]


_ASKED = Sieve(
    r"(?P<what>[^:;|]{2,160}?\b(?:điểm|hoàn thành|đạt|có|dẫn đầu|tăng|vượt|giữ|hiến|góp|đóng góp)\b[^:;|]{3,160}?)\s*(?::|->|=>)\s*",
    re.IGNORECASE,
)
"""What a point on rewards asks, up to the colon."""
_GIVEN = Sieve(
    r"(?:(?:(?-i:[A-ZĐ])[^\W\d]*(?:\s[^\W\d]+){0,7}\s)?(?:được|đề nghị|xét|trình|khen|tặng|thưởng)\b[^.;]{0,80}?)?(?:cờ thi đua|bằng khen|giấy khen|danh hiệu|huân chương|thư khen)\b",
    re.IGNORECASE,
)
"""Behind what is asked: the reward for it."""


def asked_end(text: str) -> int | None:
    """Where, in a point on rewards, the words end that tell what is asked, before the reward for it; None where it tells
    no reward."""
    asked = _ASKED.match(text)
    return asked.end("what") if asked and _GIVEN.match(text, asked.end()) else None


LIST_LABEL = re.compile(
    r"(?:các )?tiêu chí(?: (?:chấm(?: thi| điểm)?|đánh giá|xét(?: chọn)?|bình (?:chọn|xét)|lựa chọn))?\s*:?",
    re.IGNORECASE,
)
ON_REWARDS = Sieve(
    r"(?:các )?(?:(?:hình thức|mức|cơ cấu|số lượng)(?: (?:khen|tiền)?\s?thưởng| khen)?|khen thưởng)\s*:|"
    r"(?:đối tượng|thời gian|hồ sơ|thủ tục|thẩm quyền|kinh phí|nguyên tắc)(?: [^\W\d]+){0,4}\s*:",
    re.IGNORECASE,
)
WHOM = re.compile(
    r"(?:(?:đối )?với |về |cho )?(?:các )?(?:tập thể|cá nhân|(?:cơ quan, )?đơn vị|hộ gia đình)\s*:\s+(?=\S)",
    re.IGNORECASE,
)
"""A lead word that tells whom the criterion behind it judges."""


@dataclass(frozen=True)
class CriterionWords:
    """Entries of the vocabulary ``criteria`` by role."""

    words: Vocabulary

    @classmethod
    def of(cls, rules: Rules) -> CriterionWords:
        return cls(rules["criteria"])

    def _role(self, role: str, folded: str) -> tuple[Entry, ...]:
        """The entries of a role that may match in the text."""
        return self.words.part("role", role).possible(folded)

    def _patterns(self, role: str, folded: str) -> Iterator[Sieve]:
        """The patterns of a role that may match in the text."""
        return (pattern for _, pattern in self.words.part("role", role).patterns(folded))

    def kind(self, folded: str) -> CriterionKind | None:
        """Bonus or penalty; None where the words say neither. A penalty counts more than a bonus beside it."""
        kinds: list[CriterionKind] = [entry["kind"] for entry in self._role("kind", folded) if entry.search(folded)]
        return kinds[-1] if kinds else None

    def kind_over(self, folded: str) -> CriterionKind | None:
        """Bonus or penalty where a heading says one of them of all that stands below ("Điểm thưởng"), not both."""
        kinds: set[CriterionKind] = {entry["kind"] for entry in self._role("kind", folded) if entry.search(folded)}
        return kinds.pop() if len(kinds) == 1 else None

    def applies_to(self, folded: str) -> Applies | None:
        """Whom a heading's criteria judge: what it names first, individuals before the body they serve in."""
        found: list[tuple[int, Applies]] = [
            (match.start(), entry["applies_to"])
            for entry in self._role("applies", folded)
            if (match := entry.search(folded))
        ]
        return min(found)[1] if found else None

    def column(self, head: str) -> Column | None:
        """What a column of a scoring table holds, by its head."""
        folded = " ".join(fold(head).split()).strip(" .:")
        return next((entry["column"] for entry in self._role("column", folded) if entry.search(folded)), None)

    def is_total(self, folded: str) -> bool:
        return self.words.part("role", "total").has(folded)

    def is_scale(self, folded: str) -> bool:
        """Words that only tell how many points there are ("Điểm tối đa 100 điểm", "Điểm thưởng (tối đa 30 điểm)")."""
        return self.words.part("role", "scale").has(folded)

    def is_container(self, folded: str) -> bool:
        """A heading that only gathers criteria ("Đối với tập thể", "Tiêu chuẩn thi đua")."""
        return self.words.part("role", "container").has(folded)

    def gathers(self, folded: str) -> bool:
        """The words of a point that only gather those below it ("Tiêu chuẩn khác: đạt một trong các tiêu chuẩn sau:")."""
        return self.words.part("role", "gathers").has(folded)

    def is_procedure(self, folded: str) -> bool:
        """A point about who scores, when and how ("Hội đồng họp xét trước ngày 20/12")."""
        return self.words.part("role", "procedure").has(folded)

    def is_on_procedure(self, folded: str) -> bool:
        """A heading over steps of scoring ("Trình tự, thời hạn chấm điểm")."""
        return self.words.part("role", "procedure_heading").has(folded)

    def is_other(self, folded: str) -> bool:
        """Standards that judge no performance (of candidates, of equipment)."""
        return self.words.part("role", "other").has(folded)

    def said_in(self, folded: str) -> Iterator[re.Match[str]]:
        return (m for p in self._patterns("said", folded) for m in p.finditer(folded))

    def condition(self, folded: str) -> int | None:
        """Where, in a paragraph that begins with "Tiêu chuẩn:" and the like, the condition begins."""
        found = (m for p in self._patterns("condition", folded) if (m := p.match(folded)))
        return next((m.end() for m in found if folded[m.end() :].strip()), None)

    def begins_with_whom(self, folded: str) -> bool:
        """A clause whose subject is a body or a person that is judged."""
        return any(p.match(folded.lstrip()) for p in self._patterns("applies", folded))
