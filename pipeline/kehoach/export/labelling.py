"""A plan as a task of Label Studio, its facts marked beforehand, so that annotators mend instead of beginning anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kehoach.export.captions import KINDS
from kehoach.export.html_entries import heading_places
from kehoach.export.spacy import marked, stretches
from kehoach.model.plan import Plan

_COLOURS = (
    "#1f77b4",
    "#ff7f0e",
    "#2ca02c",
    "#d62728",
    "#9467bd",
    "#8c564b",
    "#e377c2",
    "#7f7f7f",
    "#bcbd22",
    "#17becf",
)
KINDS_MARKED = (
    "header", "sections", "themes", "movements", "criteria", "targets", "deadlines", "tasks", "citations", "observances",
    "rewards",
)  # fmt: skip
"""What is marked; items are left out, because sections and facts lie over them."""
FROM, TO = "facts", "text"
"""Names of the control and of the object tag."""


def to_task(plan: Plan) -> dict[str, Any]:
    """One task with one prediction (Label Studio's import format for text): offsets into ``data.text``.

    ``meta.id`` of a region is the fact's id, its score the fact's confidence.
    """
    results = list(_results(plan))
    scores = [result["score"] for result in results if "score" in result]
    return {
        "data": {TO: plan.text, "file": plan.source.path, "number": plan.document.number},
        "predictions": [
            {
                "model_version": f"kehoach {plan.run.version}".strip(),
                "score": round(sum(scores) / len(scores), 3) if scores else 0,
                "result": results,
            }
        ],
    }


def configuration() -> str:
    """The labelling interface that the tasks are for."""
    labels = "".join(
        f'    <Label value="{kind}" alias="{kind}" hint="{KINDS[kind][0]}" background="{_COLOURS[n % len(_COLOURS)]}"/>\n'
        for n, kind in enumerate(KINDS_MARKED)
    )
    return f'<View>\n  <Labels name="{FROM}" toName="{TO}">\n{labels}  </Labels>\n  <Text name="{TO}" value="${TO}"/>\n</View>\n'


def _results(plan: Plan) -> Iterator[dict[str, Any]]:
    confidence = {fact.id: fact.confidence for kind in KINDS_MARKED[1:] for fact in getattr(plan, kind)}
    groups = marked(plan)
    groups["sections"] = [
        (section.id, section.path, *part)
        for section in plan.sections
        for part in stretches(plan.text, heading_places(section))
    ]
    number = 0
    for kind in KINDS_MARKED:
        for identity, label, start, end in groups[kind]:
            number += 1
            result: dict[str, Any] = {
                "id": f"r{number}",
                "from_name": FROM,
                "to_name": TO,
                "type": "labels",
                "value": {"start": start, "end": end, "text": plan.text[start:end], "labels": [kind]},
                "meta": {"id": [identity], "text": [label]},
            }
            if identity in confidence:
                result["score"] = round(confidence[identity], 3)
            yield result
