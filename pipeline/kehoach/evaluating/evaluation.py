"""The measures of many documents, their sum, and the two figures that stand for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kehoach.evaluating.fields import score
from kehoach.evaluating.header import IF_GIVEN
from kehoach.evaluating.measure import Measure
from kehoach.model.document_info import DocumentInfo, SourceInfo
from kehoach.model.plan import Plan, Run

CORE = (
    "sections", "sections.kinds", "themes", "criteria", "criteria.points", "deadlines.interval", "tasks",
    "tasks.unit", "tasks.unit_role", "units",
)  # fmt: skip
"""The fields of the core figure."""
_NOTHING = Plan(SourceInfo("", "", ""), "", DocumentInfo(), Run(""))


@dataclass(frozen=True)
class Evaluation:
    """Measures by document and field. ``missing`` names the documents for which there was no record: nothing in them
    counts as found."""

    documents: Mapping[str, Mapping[str, Measure]]
    missing: tuple[str, ...] = ()

    @cached_property
    def total(self) -> Mapping[str, Measure]:
        """The sum over the documents of every field, by name: micro precision, recall and F1."""
        total: dict[str, Measure] = {}
        for measures in self.documents.values():
            for name, measure in measures.items():
                total[name] = total.get(name, Measure()) + measure
        return dict(sorted(total.items()))

    @property
    def core_f1(self) -> float:
        """Mean F1 of the core fields that occur."""
        known = [self.total[name].f1 for name in CORE if name in self.total]
        return sum(known) / len(known) if known else 0.0

    @property
    def header_f1(self) -> float:
        """F1 over all values of the header together, without those that only some references give."""
        header = (m for name, m in self.total.items() if name.startswith("document.") and name not in IF_GIVEN)
        return sum(header, Measure()).f1


def evaluate(pairs: Iterable[tuple[str, Plan, Plan | None]]) -> Evaluation:
    """Scores (name, reference, record) by (name, reference, record); a record that is None found nothing."""
    documents: dict[str, Mapping[str, Measure]] = {}
    missing = []
    for name, gold, found in pairs:
        documents[name] = score(gold, found if found is not None else _NOTHING)
        if found is None:
            missing.append(name)
    return Evaluation(documents, tuple(missing))
