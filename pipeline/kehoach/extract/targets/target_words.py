"""The vocabulary of goals, by what its entries decide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.extract.targets.quantity import Kind
from kehoach.rules.load import Rules
from kehoach.rules.needs import Sieve
from kehoach.rules.vocabulary import Vocabulary

_PLAIN_LEAD = re.compile(
    r"^[\s\-+*•]*(?:(?:phấn đấu|ph[ầấ]n đ[ầấ]u|đảm bảo|bảo đảm|có|đạt|được|trong đó|là|và|từ|cụ thể|mục tiêu|chỉ tiêu|tỷ lệ|khoảng|ước|"
    r"đến hết năm \d{4}|đến năm \d{4}|hết năm \d{4}|năm \d{4}|năm học \d{4}\s*-\s*\d{4}|hằng năm|hàng năm|,|:|\d{1,2}[.)])\s*)*$",
    re.IGNORECASE,
)
_EACH = Sieve(r"\bmỗi\s[^,.;:]{2,40}$", re.IGNORECASE)
_JOINED_VERB = re.compile(r"(?<![^\s,])[^\W\d]+\s[^\W\d]+\s+(?:và|hoặc)\s+$")
"""Two syllables joined to the verb behind them, which are a verb as well."""
_ACTOR = "target.actors"


@dataclass(frozen=True)
class TargetWords:
    """The vocabulary ``targets`` by role; ``units`` in the order in which they are tried."""

    words: Vocabulary
    units: tuple[tuple[Kind, Sieve], ...]
    actors: tuple[Sieve, ...]

    @classmethod
    def of(cls, rules: Rules) -> TargetWords:
        words = rules["targets"]
        kinds: tuple[Kind, ...] = ("rate", "money", "counted", "span")
        units = tuple(
            (kind, pattern) for kind in kinds for entry in words.part("role", kind) for pattern in entry.patterns
        )
        return cls(words, units, tuple(p for entry in words if entry.id == _ACTOR for p in entry.patterns))

    def _any(self, role: str, text: str) -> bool:
        return self.words.part("role", role).has(text)

    def _of(self, role: str, text: str) -> Iterator[Sieve]:
        """The patterns of a role that may match in the text."""
        return (pattern for _, pattern in self.words.part("role", role).patterns(text))

    def is_aim(self, before: str) -> bool:
        return self._any("aim", before) or self._any("near", before)

    def is_act(self, before: str) -> bool:
        return self._any("act", before)

    def past_end(self, before: str) -> int | None:
        """Where, in the words before a number, what tells of the past ends last."""
        return max((m.end() for p in self._of("past", before) for m in p.finditer(before)), default=None)

    def is_share_of(self, before: str) -> bool:
        """The words before a number tell of which whole it is a part."""
        return self._any("share_of", before)

    def is_if(self, before: str) -> bool:
        """The words before a number make a condition of it, or define by it."""
        return self._any("if", before)

    def are_conditions(self, above: str) -> bool:
        """What stands over a list says that it lists conditions."""
        return self._any("conditions", above)

    def is_cost(self, after: str) -> bool:
        return self._any("cost", after)

    def is_general(self, heading: str) -> bool:
        return self._any("general", heading)

    def does(self, behind: str) -> bool:
        """Whether the words behind a share, up to the next mark, begin with a verb or hold one."""
        clause = re.split(r"[;:.]", behind, maxsplit=1)[0].lstrip()
        return self.is_verb(clause) or self.parted(clause) != (0, 0)

    def is_verb(self, text: str) -> bool:
        """Whether the words begin with a verb: a clause that goes on with the subject of the one before."""
        return any(p.match(text) for p in self._of("verb", text))

    def is_spent(self, before: str) -> bool:
        """The words before a share say that it is paid."""
        return self._any("spent", before)

    def is_saved(self, before: str) -> bool:
        """The words before a share say that so much less is to be spent."""
        return self._any("saving", before)

    def is_award(self, before: str) -> bool:
        """The count is of those who are rewarded."""
        return self._any("award", before)

    def is_excluded(self, before: str) -> bool:
        """The number is a limit of something else: a length of time, a property, what bars from a reward."""
        return self._any("excluded", before)

    def act_start(self, before: str) -> int | None:
        """Where, in the words before a count, the verb begins whose object it is."""
        found = min((m.start() for p in self._of("act", before) if (m := p.search(before))), default=None)
        each = _EACH.search(before[:found]) if found is not None else None
        return each.start() if each else found

    def last_deed(self, before: str) -> re.Match[str] | None:
        """The verb of the last work in the words before a number."""
        found = (m for p in self._of("deed", before) for m in p.finditer(before))
        return max(found, key=lambda m: (m.start(), m.end()), default=None)

    def deed_start(self, before: str) -> int | None:
        """Where, in the words before a number, the last work begins whose amount it tells, if nothing parts them."""
        last = self.last_deed(before)
        return None if last is None or re.search(r"[;:.]|,", before[last.end() :]) else last.start()

    def is_deed(self, text: str) -> bool:
        """Whether the words begin with work of their own."""
        return any(p.match(text) for p in self._of("deed", text))

    def is_title(self, before: str) -> bool:
        """The words before a number are a title or a form of reward."""
        return self._any("title", before)

    def is_vote(self, after: str) -> bool:
        """The share is of votes."""
        return self._any("vote", after)

    def is_composition(self, before: str) -> bool:
        """The count is a part of a whole that was named before."""
        return self._any("composition", before)

    def is_attribute(self, before: str) -> bool:
        """The figure measures those that the goal counts ("dung tích dưới"), it is none itself."""
        return self._any("attribute", before)

    def is_existing(self, after: str) -> bool:
        """The words behind a count say that it is there already."""
        return self._any("existing", after)

    def is_condition(self, before: str, after: str) -> bool:
        """ "trường có từ 800 học sinh trở lên phải có ...": whom a rule is for, not what is to be reached."""
        return self._any("condition", before) and bool(
            re.search(r"\b(?:phải|có|được|thì|sẽ|bố trí|tổ chức|cần|giới thiệu|cử|đăng ký|thành lập|xét|chọn)\b", after)
        )

    def is_situation(self, heading: str) -> bool:
        """A heading over what was reached before the plan."""
        return self._any("situation", heading)

    def is_baseline(self, head: str) -> bool:
        return self._any("baseline", head)

    def is_planned(self, head: str) -> bool:
        return self._any("planned", head)

    def is_actor(self, unit: str | None) -> bool:
        return unit is not None and any(p.match(unit) for p in self.actors)

    def lead(self, before: str) -> int | None:
        """Where, in the words before a quantity, what is measured begins; None where they only say "phấn đấu" and
        the like."""
        if _PLAIN_LEAD.match(before):
            return None
        return len(before) - len(before.lstrip(" ,:;-+*•"))

    def parted(self, text: str) -> tuple[int, int]:
        """Where, in the words of a goal, whom it is about ends, and where what is to be reached begins (0, 0 where no
        verb parts them); "đạt" and "xếp loại" are in neither."""
        found = [m for p in self._of("verb", text) for m in p.finditer(text) if text[: m.start()].strip(" ,(")]
        if not found:
            return 0, 0
        verb = min(found, key=lambda m: m.start())
        if joined := _JOINED_VERB.search(text[: verb.start()]):  # "các bến đăng ký và | thực hiện ..."
            return joined.start(), joined.start()
        dropped = re.match(r"(?:đạt|xếp loại)\s+", text[verb.start() :], re.IGNORECASE)
        return verb.start(), verb.start() + (dropped.end() if dropped else 0)
