"""A source becomes an aged scan: rendered, filled in by pen, sealed, worn, and bound as an image-only PDF."""

from __future__ import annotations

import io
import time
from dataclasses import dataclass
from typing import Any

import numpy as np

from kehoach.specimen.age import Wear, age
from kehoach.specimen.ink import seal, sign, write_digits
from kehoach.specimen.render import Image, InkPlace, raster, render

_EPOCH = time.gmtime(0)


@dataclass(frozen=True, slots=True)
class Office:
    """What the office did to the paper before it was scanned: a seal over the signature, one more over the text of
    the last page ("giáp lai"), number and day by hand where the source leaves slots."""

    sealed: bool = True
    sealed_over_text: bool = False
    by_hand: bool = True


def scan(html: str, wear: Wear, *, seed: int, office: Office | None = None) -> bytes:
    """An image-only PDF of the source as a worn scan; equal arguments give equal bytes on one machine.

    Raises:
        MissingDependency: WeasyPrint or its system library Pango is not installed.
    """
    office = office or Office()
    rng = np.random.default_rng(seed)
    rendering = render(html, for_scan=office.by_hand)
    pages = list(raster(rendering.pdf, wear.dpi))
    for place in rendering.ink:
        pages[place.page - 1] = _fill(pages[place.page - 1], place, wear.dpi, office, rng)
    if office.sealed_over_text:
        width, height = rendering.sizes[-1]
        pages[-1] = seal(pages[-1], (width * rng.uniform(0.55, 0.8), height * rng.uniform(0.1, 0.3)), wear.dpi, rng)
    backs: list[Image | None] = [*pages[1:], None]
    return bind([age(page, back, wear, rng) for page, back in zip(pages, backs, strict=True)], wear)


def _fill(page: Image, place: InkPlace, dpi: int, office: Office, rng: np.random.Generator) -> Image:
    if place.kind in {"number", "day"}:
        return write_digits(page, place.text, place.box, dpi, rng) if office.by_hand else page
    page = sign(page, place.box, dpi, rng)
    if office.sealed:
        box = place.box
        page = seal(page, (box.x0 - rng.uniform(2, 22), box.top - rng.uniform(28, 40)), dpi, rng)
    return page


def bind(pages: list[Image], wear: Wear) -> bytes:
    """Page images as one PDF: JPEG pages, or CCITT-coded ones where the scan is bitonal."""
    pictures = [_picture(page, wear) for page in pages]
    out = io.BytesIO()
    options: dict[str, Any] = {} if wear.mode == "bitonal" else {"quality": wear.quality}
    pictures[0].save(
        out, "PDF", save_all=True, append_images=pictures[1:], resolution=wear.dpi,
        title="Văn bản mẫu (SPECIMEN)", creationDate=_EPOCH, modDate=_EPOCH, **options,
    )  # fmt: skip
    return out.getvalue()


def _picture(page: Image, wear: Wear) -> Any:
    from PIL import Image as Picture

    if wear.mode == "bitonal":
        return Picture.fromarray(page[..., 0]).convert("1", dither=Picture.Dither.NONE)
    if wear.mode == "grey":
        return Picture.fromarray(page[..., 0])
    return Picture.fromarray(page)
