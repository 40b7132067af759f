"""An evaluation as one HTML page that needs nothing else: the table, and every differing passage on its page image."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kehoach.evaluating import detail_report
from kehoach.evaluating.details import Details
from kehoach.evaluating.differing import Difference, by_page, differences
from kehoach.evaluating.evaluation import Evaluation
from kehoach.evaluating.slices import Scored
from kehoach.export import lone_page
from kehoach.export.html import image_uri
from kehoach.model.plan import Plan

if TYPE_CHECKING:
    from jinja2 import Template
    from PIL.Image import Image

Images = Callable[[Plan], Mapping[int, "Image"]]
"""The page images of a record's document by page number, upright as its boxes are; empty where it has none."""
_EDGE = 10.0
"""Points from the left edge at which the numbers of differences stand, each beside its first line."""
_STACKED = 4
"""Points within which two numbers would stand on each other."""
_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class _Mark:
    """The number of a difference beside its first line."""

    manner: str
    number: int
    x: float
    y: float


def to_html(scored: Sequence[Scored], evaluation: Evaluation, details: Details, images: Images) -> str:
    """The page. Only pages that hold a difference are shown; without an image the boxes stand on white.

    Args:
        scored: (name, reference, record) of the documents that ``evaluation`` is of.
        images: gives a document's page images.
    """
    style = (_TEMPLATES / "evaluation.css").read_text(encoding="utf-8")
    return _template().render(
        evaluation=evaluation,
        more=detail_report.text(details).strip(),
        documents=[_document(name, gold, found, images) for name, gold, found in scored],
        style=style,
        policy=lone_page.policy(style),
    )


def _document(name: str, gold: Plan, found: Plan | None, images: Images) -> dict[str, Any]:
    if found is None:
        return {"name": name, "missing": True, "count": 0, "pages": [], "elsewhere": []}
    listed = differences(gold, found)
    pages = by_page(listed)
    pictures = images(found) if pages else {}
    placed = {number for entries in pages.values() for number, _ in entries}
    sizes = {page.number: (page.width, page.height) for page in found.source.pages if page.width and page.height}
    return {
        "name": name,
        "missing": False,
        "count": len(listed),
        "pages": [_page(n, entries, sizes[n], pictures.get(n)) for n, entries in sorted(pages.items()) if n in sizes],
        "elsewhere": [(number, one) for number, one in enumerate(listed, 1) if number not in placed],
    }


def _page(
    number: int, entries: Sequence[tuple[int, Difference]], size: tuple[Any, Any], picture: Image | None
) -> dict[str, Any]:
    boxes: list[dict[str, Any]] = []
    marks: list[_Mark] = []
    for n, one in entries:
        here = [place.box for place in one.places if place.page == number and place.box is not None]
        boxes += [
            {"manner": one.manner, "x": b.x0 - 1, "y": b.top - 1, "width": b.width + 2, "height": b.height + 2}
            for b in here
        ]
        stacked = sum(abs(mark.y - here[0].bottom) < _STACKED for mark in marks)
        marks.append(_Mark(one.manner, n, _EDGE + 14 * stacked, here[0].bottom))
    return {
        "number": number, "width": size[0], "height": size[1], "boxes": boxes, "marks": marks, "entries": entries,
        "uri": image_uri(picture) if picture is not None else None,
    }  # fmt: skip


@lru_cache(maxsize=1)
def _template() -> Template:
    return lone_page.environment(_TEMPLATES).get_template("evaluation.html")
