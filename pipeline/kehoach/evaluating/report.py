"""An evaluation for people (a table) and for programs (JSON, which can be the baseline of a later one)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kehoach.evaluating.compare import Change
from kehoach.evaluating.evaluation import Evaluation
from kehoach.evaluating.measure import Measure

_HEAD = f"{'trường / field':<28} {'đúng':>5} {'thừa':>5} {'thiếu':>5}   {'P':<5} {'R':<5} F1"


def to_dict(evaluation: Evaluation) -> dict[str, Any]:
    """Counts and shares (to 0.0001) by document and field, their sum, the core and the header F1."""
    return {
        "documents": {name: _fields(fields) for name, fields in evaluation.documents.items()},
        "total": _fields(evaluation.total),
        "core_f1": round(evaluation.core_f1, 4),
        "header_f1": round(evaluation.header_f1, 4),
        "missing": list(evaluation.missing),
    }


def from_dict(value: Mapping[str, Any]) -> Evaluation:
    """The evaluation that ``to_dict`` wrote; texts of misses are not kept.

    Raises:
        KeyError, TypeError, AttributeError: this is no such evaluation.
    """
    documents = {
        str(name): {field: Measure(int(m["right"]), int(m["extra"]), int(m["missed"])) for field, m in fields.items()}
        for name, fields in value["documents"].items()
    }
    return Evaluation(documents, tuple(value.get("missing", ())))


def changes_to_dict(changes: Iterable[Change]) -> list[dict[str, Any]]:
    return [
        {
            "document": change.document,
            "field": change.field,
            "before": _values(change.before),
            "after": _values(change.after),
            "gain": round(change.gain, 4),
        }
        for change in changes
    ]


def table(evaluation: Evaluation, each: bool = False) -> str:
    """The total as text, after every single document where ``each``."""
    parts = [_table(name, fields) for name, fields in evaluation.documents.items()] if each else []
    n = len(evaluation.documents)
    parts.append(_table(f"{n} văn bản / {n} document{'' if n == 1 else 's'}", evaluation.total))
    if evaluation.missing:
        parts.append("không có bản ghi / no record: " + ", ".join(evaluation.missing))
    parts.append(f"core F1 {evaluation.core_f1:.3f} · header F1 {evaluation.header_f1:.3f}")
    return "\n\n".join(parts)


def misses(evaluation: Evaluation, prefix: str) -> str:
    """What is missed (-) and what is too much (+) in the fields whose names begin with ``prefix``."""
    lines = []
    for document, fields in evaluation.documents.items():
        for name, measure in fields.items():
            if name.startswith(prefix) and (measure.missed_texts or measure.extra_texts):
                lines.append(f"{document} · {name}")
                lines += [f"  - {text}" for text in measure.missed_texts]
                lines += [f"  + {text}" for text in measure.extra_texts]
    return "\n".join(lines)


def changes_table(changes: Iterable[Change]) -> str:
    """Gains and losses as text, one line a field."""
    lines = list(_changes(changes))
    head = "được và mất so với bản trước / gains and losses against the baseline"
    return "\n".join([head, *(lines or ["  không có / none"])])


def _changes(changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        before, after = change.before, change.after
        moved = [f"{new - old:+d}" for old, new in zip(before.counts, after.counts, strict=True)]
        yield (
            f"  {change.document or '*':<28} {change.field:<24} {before.f1:.3f} → {after.f1:.3f} ({change.gain:+.3f})"
            f"  đúng {moved[0]}, thừa {moved[1]}, thiếu {moved[2]}"
        )


def _fields(fields: Mapping[str, Measure]) -> dict[str, dict[str, float | int]]:
    return {name: _values(measure) for name, measure in fields.items()}


def _values(measure: Measure) -> dict[str, float | int]:
    shares = {"precision": measure.precision, "recall": measure.recall, "f1": measure.f1}
    counts = {"right": measure.hits, "extra": measure.extra, "missed": measure.missed}
    return {**counts, **{name: round(share, 4) for name, share in shares.items()}}


def _table(title: str, fields: Mapping[str, Measure]) -> str:
    rows = [
        f"{name:<28} {m.hits:>5} {m.extra:>5} {m.missed:>5}   {m.precision:.3f} {m.recall:.3f} {m.f1:.3f}"
        for name, m in sorted(fields.items())
    ]
    return "\n".join([title, _HEAD, *rows])
