"""What a change of the program gained and lost, by document and field."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.evaluating.evaluation import Evaluation
from kehoach.evaluating.measure import Measure


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one document (or of all, where ``document`` is None) that is counted differently now."""

    document: str | None
    field: str
    before: Measure
    after: Measure

    @property
    def gain(self) -> float:
        """Difference of F1; negative for a loss."""
        return self.after.f1 - self.before.f1


def changes(before: Evaluation, after: Evaluation) -> list[Change]:
    """Every field whose counts differ: first over all documents, then by document; losses before gains.

    Documents that only one of the two knows are left out, so that both sums are over the same documents.
    """
    both = [name for name in after.documents if name in before.documents]
    old = Evaluation({name: before.documents[name] for name in both})
    new = Evaluation({name: after.documents[name] for name in both})
    found = [_change(None, name, old.total.get(name), new.total.get(name)) for name in {**old.total, **new.total}]
    for document in both:
        a, b = old.documents[document], new.documents[document]
        found += [_change(document, name, a.get(name), b.get(name)) for name in {**a, **b}]
    changed = [change for change in found if change.before.counts != change.after.counts]
    return sorted(changed, key=lambda change: (change.document is not None, change.gain, change.field))


def _change(document: str | None, field: str, before: Measure | None, after: Measure | None) -> Change:
    return Change(document, field, before or Measure(), after or Measure())
