"""The same figures for parts of the documents: by level of the issuer, year, kind of plan, how well its scan reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from kehoach.evaluating.evaluation import Evaluation
from kehoach.model.plan import Plan

Scored = tuple[str, Plan, Plan | None]
_GOOD_SCAN, _FAIR_SCAN = 0.9, 0.8


def _level(gold: Plan, _found: Plan | None) -> str:
    return gold.document.issuer_level or "?"


def _year(gold: Plan, _found: Plan | None) -> str:
    return (gold.document.issued_on or "?")[:4]


def _kind(gold: Plan, _found: Plan | None) -> str:
    return gold.document.plan_kind or "?"


def _scan(_gold: Plan, found: Plan | None) -> str:
    """From text, or by the mean confidence of recognition."""
    pages = found.source.pages if found is not None else ()
    sure = [page.ocr_confidence for page in pages if page.text_from == "ocr" and page.ocr_confidence is not None]
    if not sure:
        return "no record" if found is None else "text"
    mean = sum(sure) / len(sure)
    return f"scan {'good' if mean >= _GOOD_SCAN else 'fair' if mean >= _FAIR_SCAN else 'poor'}"


DIMENSIONS: Mapping[str, Callable[[Plan, Plan | None], str]] = MappingProxyType(
    {"level": _level, "year": _year, "kind": _kind, "scan": _scan}
)


def slices(
    scored: Iterable[Scored], evaluation: Evaluation, dimensions: Sequence[str]
) -> dict[str, dict[str, Evaluation]]:
    """By dimension and value, the evaluation of those documents alone.

    Args:
        scored: (name, reference, record) of the documents that ``evaluation`` is of.
        dimensions: keys of ``DIMENSIONS``.
    """
    listed = list(scored)
    made: dict[str, dict[str, Evaluation]] = {}
    for dimension in dimensions:
        names: dict[str, list[str]] = {}
        for name, gold, found in listed:
            names.setdefault(DIMENSIONS[dimension](gold, found), []).append(name)
        made[dimension] = {
            value: Evaluation({name: evaluation.documents[name] for name in part})
            for value, part in sorted(names.items())
        }
    return made
