"""A plan as the texts of its results; run in the process that read the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from kehoach import reading
from kehoach.batch import Render
from kehoach.cli.forms import LINE
from kehoach.export import json
from kehoach.model.document import Source
from kehoach.model.plan import Plan

if TYPE_CHECKING:
    from PIL.Image import Image

_DPI = 110
"""Page images of the HTML page: enough to read the print, small enough to send."""


def renderer(forms: tuple[str, ...]) -> Render:
    """The function that makes these forms of a plan."""
    return partial(rendered, forms)


def rendered(forms: tuple[str, ...], plan: Plan, source: Source) -> Mapping[str, str]:
    """The texts of these forms by name."""
    return {form: _MADE[form](plan, source) for form in forms}


def _writer(name: str) -> Any:
    """A module of ``export``, loaded when its form is first asked for: most calls want one form."""
    return import_module(f"kehoach.export.{name}")


_MADE: Mapping[str, Callable[[Plan, Source], str]] = {
    "json": lambda plan, _: json.to_json(plan) + "\n",
    LINE: lambda plan, _: json.to_json(plan, indent=None) + "\n",
    "md": lambda plan, _: str(_writer("markdown").to_markdown(plan)),
    "html": lambda plan, source: f"{_writer('html').to_html(plan, PageImages(plan, source))}\n",
    "inception": lambda plan, _: f"{_writer('inception').to_cas_json(plan)}\n",
    "labelstudio": lambda plan, source: (
        json.dumps([_writer("labelling").to_task(plan, PageImages(plan, source))]) + "\n"
    ),
    "metadata": lambda plan, _: json.dumps(_writer("metadata").to_metadata(plan)) + "\n",
}


class PageImages(Mapping[int, "Image"]):
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
