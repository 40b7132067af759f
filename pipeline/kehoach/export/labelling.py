"""A plan as a task of Label Studio, its facts marked beforehand, so that annotators mend instead of beginning anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kehoach.export import labelling_pages
from kehoach.export.captions import KINDS
from kehoach.export.html_entries import heading_places
from kehoach.export.labelling_pages import BOXES, PAGE, PAGES, WORDS
from kehoach.export.spacy import marked, stretches
from kehoach.model.plan import Plan

if TYPE_CHECKING:
    from PIL.Image import Image

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


def to_task(plan: Plan, images: Mapping[int, Image | bytes] | None = None) -> dict[str, Any]:
    """One task with one prediction, as Label Studio imports it: facts as offsets into ``data.text`` and, where there
    are ``images`` (by page number, upright as the boxes are), as boxes on the pages in ``data.pages``.

    ``meta.id`` of a region is the fact's id, its score the fact's confidence. The images are part of the task, so that
    it is one file and needs no server of files beside it.
    """
    pages = labelling_pages.shown(plan, images or {})
    results = [*_results(plan), *labelling_pages.results(plan, KINDS_MARKED, pages)]
    scores = [result["score"] for result in results if "score" in result]
    return {
        "data": {
            TO: plan.text,
            PAGES: [page.uri for page in pages],
            "file": plan.source.path,
            "number": plan.document.number,
        },
        "predictions": [
            {
                "model_version": f"kehoach {plan.run.version}".strip(),
                "score": round(sum(scores) / len(scores), 3) if scores else 0,
                "result": results,
            }
        ],
    }


def configuration(*, pages: bool = True) -> str:
    """The labelling interface that the tasks are for; without ``pages`` for documents that have no page images."""
    shown = _PAGES.format(labels=_labels("RectangleLabels", BOXES, PAGE)) if pages else ""
    return f'<View>\n{shown}{_labels("Labels", FROM, TO)}  <Text name="{TO}" value="${TO}"/>\n</View>\n'


_PAGES = f"""{{labels}}  <Image name="{PAGE}" valueList="${PAGES}" zoom="true"/>
  <TextArea name="{WORDS}" toName="{PAGE}" perRegion="true" editable="true" displayMode="region-list"/>
"""


def _labels(tag: str, name: str, to: str) -> str:
    labels = "".join(
        f'    <Label value="{kind}" alias="{kind}" hint="{KINDS[kind][0]}" background="{_COLOURS[n % len(_COLOURS)]}"/>\n'
        for n, kind in enumerate(KINDS_MARKED)
    )
    return f'  <{tag} name="{name}" toName="{to}">\n{labels}  </{tag}>\n'


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
