"""A comparison as JSON: the plans, their aligned sections, and every difference with both places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from kehoach.export import json
from kehoach.model.comparison import Comparison, Difference
from kehoach.model.plan import Plan
from kehoach.model.text import Evidence

_NOT_SHOWN = ("evidence", "state")


def to_json(comparison: Comparison) -> str:
    """``{"plans": [...], "pairs": [[a, b]], "sure": 0..1, "sections": [...], "differences": [...]}``; evidence as in a
    record, plans and pairs numbered from 0."""
    return json.dumps(to_dict(comparison))


def to_dict(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain JSON values."""
    return {
        "plans": [_plan(plan) for plan in comparison.plans],
        "pairs": [list(pair) for pair in comparison.pairs],
        "sure": comparison.sure,
        "sections": [
            {
                "depth": row.depth,
                "sections": [
                    s and {"path": s.path, "heading": s.heading, "kinds": list(s.kinds)} for s in row.sections
                ],
            }
            for row in comparison.sections
        ],
        "differences": [difference_dict(difference) for difference in comparison.differences],
    }


def difference_dict(difference: Difference) -> dict[str, Any]:
    """One difference as plain JSON values."""
    made = {field.name: getattr(difference, field.name) for field in fields(difference)}
    return made | {key: _places(made[key]) for key in ("evidence_a", "evidence_b")}


def _places(evidence: Sequence[Evidence]) -> list[dict[str, Any]]:
    return [
        {
            "page": place.page,
            "box": [round(side, 2) for side in place.box.as_list()] if place.box else None,
            "start": place.start,
            "end": place.end,
        }
        for place in evidence
    ]


def _plan(plan: Plan) -> dict[str, Any]:
    bare = Plan(plan.source, "", replace(plan.document, evidence={}), plan.run)
    document = json.to_dict(bare)["document"]
    source = plan.source
    return {
        "path": source.path,
        "sha256": source.sha256,
        "document": {key: value for key, value in document.items() if key not in _NOT_SHOWN},
        "pages": len(source.pages),
        "unread_pages": sorted({p.number for p in source.pages if p.failed} | set(source.rescan) | set(source.missing)),
    }
