"""The vocabulary of scoring, by what its entries decide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kehoach.model.plan import CriterionKind
from kehoach.orthography.fold import fold
from kehoach.rules.load import Rules
from kehoach.rules.vocabulary import Entry

Applies = Literal["collective", "individual"]
Column = Literal["points", "content"]


@dataclass(frozen=True)
class CriterionWords:
    """Entries of the vocabulary ``criteria`` by role."""

    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, rules: Rules) -> CriterionWords:
        return cls(tuple(rules["criteria"]))

    def _role(self, role: str) -> Iterator[Entry]:
        return (entry for entry in self.entries if entry["role"] == role)

    def kind(self, folded: str) -> CriterionKind | None:
        """Bonus or penalty; None where the words say neither. A penalty counts more than a bonus beside it."""
        kinds: list[CriterionKind] = [entry["kind"] for entry in self._role("kind") if entry.search(folded)]
        return kinds[-1] if kinds else None

    def applies_to(self, folded: str) -> Applies | None:
        """Whom a heading's criteria judge: what it names first, individuals before the body they serve in."""
        found: list[tuple[int, Applies]] = [
            (match.start(), entry["applies_to"]) for entry in self._role("applies") if (match := entry.search(folded))
        ]
        return min(found)[1] if found else None

    def column(self, head: str) -> Column | None:
        """What a column of a scoring table holds, by its head."""
        folded = " ".join(fold(head).split()).strip(" .:")
        return next((entry["column"] for entry in self._role("column") if entry.search(folded)), None)

    def is_total(self, folded: str) -> bool:
        return any(entry.search(folded) for entry in self._role("total"))

    def is_container(self, folded: str) -> bool:
        """A heading that only gathers criteria ("Đối với tập thể", "Tiêu chuẩn thi đua")."""
        return any(entry.search(folded) for entry in self._role("container"))

    def is_other(self, folded: str) -> bool:
        """Standards that judge no performance (of candidates, of equipment)."""
        return any(entry.search(folded) for entry in self._role("other"))

    def said_in(self, folded: str) -> Iterator[re.Match[str]]:
        return (m for entry in self._role("said") for pattern in entry.patterns for m in pattern.finditer(folded))

    def condition(self, folded: str) -> int | None:
        """Where, in a paragraph that begins with "Tiêu chuẩn:" and the like, the condition begins."""
        found = (m for entry in self._role("condition") for p in entry.patterns if (m := p.match(folded)))
        return next((m.end() for m in found if folded[m.end() :].strip()), None)

    def begins_with_whom(self, folded: str) -> bool:
        """A clause whose subject is a body or a person that is judged."""
        return any(p.match(folded.lstrip()) for entry in self._role("applies") for p in entry.patterns)
