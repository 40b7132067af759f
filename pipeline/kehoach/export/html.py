"""One self-contained HTML page of a plan: its pages with every value's box, the record beside them, links both ways."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kehoach.export import lone_page, printed
from kehoach.export.captions import KINDS, Language, caption, value_caption
from kehoach.export.html_entries import view
from kehoach.model.plan import Plan

if TYPE_CHECKING:
    from jinja2 import Environment
    from PIL.Image import Image

WIDEST = 1300
"""Page images are reduced to at most so many pixels across."""


def to_html(plan: Plan, images: Mapping[int, Image | bytes], language: Language = "vi") -> str:
    """The whole page as one string: opens offline, needs nothing beside itself.

    ``images`` are page images by page number (pictures, or bytes of PNG, JPEG or WebP), upright as the boxes are::

        {p.number: reading.page_image(source, p.number, 110, rotation=p.rotation, skew=p.skew)
         for p in plan.source.pages if p.width}

    They are re-coded small. Where there are none (text input) the text is shown with its values marked. ``language`` is
    the one shown first; the reader can switch.

    Everything taken from the document is escaped, and a content security policy allows only the page's own script and
    style (by hash) and inline images, so a hostile document stays text.
    """
    shown = view(plan)
    environment = _environment()
    style = (lone_page.TEMPLATES / "plan.css").read_text(encoding="utf-8") + _filters()
    script = (lone_page.TEMPLATES / "plan.js").read_text(encoding="utf-8")
    pages = [
        {"info": info, "uri": _uri(images.get(info.number)), "boxes": shown.boxes.get(info.number, ())}
        for info in plan.source.pages
        if info.width and info.height
    ]
    return environment.get_template("plan.html").render(
        plan=plan,
        shown=shown,
        kinds=tuple(KINDS),
        known={section.path for section in plan.sections} | {item.path for item in plan.items},
        missing=[kind for kind, made in shown.entries.items() if not made and kind not in {"findings", "issues"}],
        pages=pages if images else [],
        language=language,
        style=style,
        script=script,
        policy=lone_page.policy(style, script),
    )


def _uri(page: Image | bytes | None) -> str | None:
    return None if page is None else image_uri(page)


def image_uri(page: Image | bytes, quality: int = 55) -> str:
    """A data URI of a page image, at most ``WIDEST`` pixels across, as WebP."""
    out = io.BytesIO()
    reduced(page).save(out, "WEBP", quality=quality, method=3)
    return "data:image/webp;base64," + base64.b64encode(out.getvalue()).decode("ascii")


def reduced(page: Image | bytes) -> Image:
    """The picture in colour, at most ``WIDEST`` pixels across."""
    from PIL.Image import Resampling
    from PIL.Image import open as open_image

    picture = (open_image(io.BytesIO(page)) if isinstance(page, bytes) else page).convert("RGB")
    if picture.width > WIDEST:
        picture = picture.resize((WIDEST, round(picture.height * WIDEST / picture.width)), Resampling.LANCZOS)
    return picture


def _filters() -> str:
    """Style by which the legend's boxes hide a kind: its values and boxes go, its text stays without a mark."""
    return "".join(
        f"body:has(#show-{kind}:not(:checked)) :is(.record, .boxes) .k-{kind} {{ display: none; }}\n"
        f"body:has(#show-{kind}:not(:checked)) .text a.k-{kind} {{ background: none; box-shadow: none; }}\n"
        for kind in KINDS
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from markupsafe import Markup, escape

    environment = lone_page.environment()

    def both(captions: tuple[str, str]) -> Any:
        vi, en = captions
        if vi == en:
            return escape(vi)
        return Markup('<span lang="vi">{}</span><span lang="en">{}</span>').format(vi, en)

    environment.globals.update(
        t=lambda key: both(caption(key)),
        code=lambda key: both(value_caption(key)),
        pair=lambda vi, en: both((vi, en)),
        spoken=lambda key: " / ".join(caption(key)),
        in_language=lambda key, language: caption(key)[language == "en"],
    )
    environment.filters.update(number=printed.number, day=printed.day, percent=printed.percent)
    return environment
