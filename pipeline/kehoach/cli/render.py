"""A plan as the text of a result; run in the process that read the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from kehoach import reading
from kehoach.batch import Render
from kehoach.export import html, json
from kehoach.model.document import Source
from kehoach.model.plan import Plan

if TYPE_CHECKING:
    from PIL.Image import Image

_DPI = 110
"""Page images of the HTML page: enough to read the print, small enough to send."""


def renderer(to: str, lines: bool) -> Render:
    """The function for a form of result; ``lines`` asks for one line a record."""
    if to == "html":
        return as_html
    return as_line if lines else as_record


def as_record(plan: Plan, source: Source) -> str:
    return json.to_json(plan)


def as_line(plan: Plan, source: Source) -> str:
    return json.to_json(plan, indent=None)


def as_html(plan: Plan, source: Source) -> str:
    return html.to_html(plan, _PageImages(plan, source))


class _PageImages(Mapping[int, "Image"]):
    """The pages that can be shown, each made when it is asked for, so that a long document needs little memory."""

    def __init__(self, plan: Plan, source: Source) -> None:
        self._pages = {page.number: page for page in plan.source.pages if page.width and page.height}
        self._source = source

    def __getitem__(self, number: int) -> Image:
        page = self._pages[number]
        return reading.page_image(self._source, number, _DPI, rotation=page.rotation, skew=page.skew)

    def __iter__(self) -> Iterator[int]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)
