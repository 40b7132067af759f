"""The page images of a task for Label Studio: a box on the page for each place of a fact, with the words read there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kehoach.export.html import image_uri, reduced
from kehoach.export.html_entries import heading_places
from kehoach.model.document_info import HeaderEvidence, PageInfo
from kehoach.model.plan import Plan
from kehoach.model.text import Evidence

if TYPE_CHECKING:
    from PIL.Image import Image

PAGES, PAGE, BOXES, WORDS = "pages", "page", "places", "words"
"""The key of the images in the task's data; the names of the object tag and of its two controls."""


@dataclass(frozen=True)
class Shown:
    """A page image: its address (a data URI) and its size in pixels."""

    info: PageInfo
    uri: str
    width: int
    height: int


def shown(plan: Plan, images: Mapping[int, Image | bytes]) -> tuple[Shown, ...]:
    """The pages of the plan that have an image, in order, re-coded small."""
    made = []
    for info in plan.source.pages:
        page = images.get(info.number) if info.width and info.height else None
        if page is not None:
            picture = reduced(page)
            made.append(Shown(info, image_uri(picture), *picture.size))
    return tuple(made)


def results(plan: Plan, kinds: tuple[str, ...], pages: tuple[Shown, ...]) -> Iterator[dict[str, Any]]:
    """For each place of each fact a rectangle and, under the same id, the words read there.

    Places are percents of the page, as Label Studio counts them; ``item_index`` is the page's place among the images.
    """
    index = {page.info.number: n for n, page in enumerate(pages)}
    number = 0
    for kind in kinds:
        for identity, label, confidence, place in _places(plan, kind):
            if place.box is None or place.page not in index:
                continue
            number += 1
            at = index[place.page]
            region = _region(f"p{number}", at, pages[at], place)
            words = plan.text[place.start : place.end] if place.start is not None else label
            value = region["value"]
            box = {
                **region,
                "from_name": BOXES,
                "type": "rectanglelabels",
                "value": {**value, "rectanglelabels": [kind]},
            }
            box["meta"] = {"id": [identity], "text": [label]}
            read = {**region, "from_name": WORDS, "type": "textarea", "value": {**value, "text": [words]}}
            if confidence is not None:
                box["score"] = read["score"] = round(confidence, 3)
            yield from (box, read)


def _region(identity: str, at: int, page: Shown, place: Evidence) -> dict[str, Any]:
    assert place.box is not None and page.info.width and page.info.height
    width, height = page.info.width, page.info.height
    x0, x1 = (min(max(x, 0.0), width) / width * 100 for x in (place.box.x0, place.box.x1))
    top, bottom = (min(max(y, 0.0), height) / height * 100 for y in (place.box.top, place.box.bottom))
    value = {"x": x0, "y": top, "width": x1 - x0, "height": bottom - top, "rotation": 0}
    return {
        "id": identity,
        "to_name": PAGE,
        "item_index": at,
        "original_width": page.width,
        "original_height": page.height,
        "image_rotation": 0,
        "value": {key: round(number, 3) for key, number in value.items()},
    }


def _places(plan: Plan, kind: str) -> Iterator[tuple[str, str, float | None, Evidence]]:
    """Fact id, what it is, confidence and place of all that is marked of a kind."""
    if kind != "header":
        for fact in getattr(plan, kind):
            places = heading_places(fact) if kind == "sections" else fact.evidence
            yield from ((fact.id, getattr(fact, "path", None) or "", fact.confidence, place) for place in places)
        return
    for name, several in plan.document.evidence.items():
        for one in several if isinstance(several, tuple) else (several,):
            assert isinstance(one, HeaderEvidence)
            yield from (("", name, one.confidence, place) for place in one.evidence)
    for stamp in plan.document.stamps:
        yield from (("", f"stamp.{stamp.kind}", None, place) for place in stamp.evidence)
