"""HTML -> PDF in the official form, and PDF -> page images; where the pen and the seal go."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kehoach.errors import MissingDependency
from kehoach.model.geometry import Box
from kehoach.specimen.fonts import stylesheet

Image = NDArray[np.uint8]
"""Rows x columns x 3, RGB."""

_FORM = Path(__file__).with_name("form.css")
_MARK = "urn:ink:"
_SLOT = re.compile(rf'<a href="{_MARK}(\w+)">([^<]*)</a>')


@dataclass(frozen=True, slots=True)
class InkPlace:
    """A slot of the form that a pen or a seal fills: ``kind`` is "number", "day" or "signature", ``text`` what the
    source prints there."""

    kind: str
    text: str
    page: int
    box: Box


@dataclass(frozen=True)
class Rendering:
    """A PDF with, for each page, its size in points; ``ink`` are the slots marked in the source."""

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    ink: tuple[InkPlace, ...]


def render(html: str, *, for_scan: bool = False) -> Rendering:
    """Renders a source in the official form.

    ``for_scan`` leaves the slots that the pen fills (number, day) blank.

    Raises:
        MissingDependency: WeasyPrint, its system library Pango or the typeface is not installed.
    """
    weasyprint = _weasyprint()
    source = html.replace('<body class="', '<body class="scan ' if for_scan else '<body class="', 1)
    fonts = weasyprint.text.fonts.FontConfiguration()
    form = stylesheet() + _FORM.read_text(encoding="utf-8")
    document = weasyprint.HTML(string=source).render(
        stylesheets=[weasyprint.CSS(string=form, font_config=fonts)], font_config=fonts
    )
    ink, sizes = [], []
    texts = {kind: unescape(text) for kind, text in _SLOT.findall(html)}
    for number, page in enumerate(document.pages, 1):
        sizes.append((page.width * 0.75, page.height * 0.75))
        for link in page.links:
            target, (x0, top, x1, bottom) = link[1], link[2][:4]
            if isinstance(target, str) and target.startswith(_MARK):
                box = Box(x0 * 0.75, top * 0.75, x1 * 0.75, bottom * 0.75)  # CSS pixels to points
                kind = target.removeprefix(_MARK)
                ink.append(InkPlace(kind, texts.get(kind, ""), number, box))
        page.links[:] = [link for link in page.links if not str(link[1]).startswith(_MARK)]
    return Rendering(document.write_pdf(pdf_identifier=b"kehoach-specimen"), tuple(sizes), tuple(ink))


def raster(pdf: bytes, dpi: int) -> tuple[Image, ...]:
    """The pages as RGB images at ``dpi``."""
    import pypdfium2

    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return tuple(np.asarray(page.render(scale=dpi / 72).to_pil().convert("RGB")).copy() for page in document)
    finally:
        document.close()


def _weasyprint() -> Any:
    try:
        import weasyprint
        import weasyprint.text.fonts
        from PIL import ImageFile
    except (ImportError, OSError) as error:
        raise MissingDependency(
            f"WeasyPrint không dùng được / WeasyPrint cannot be used: {error}",
            "pip install 'kehoach[specimen]' ; sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 fonts-liberation2",
        ) from error
    # WeasyPrint lets the whole process take half a picture for a whole one; documents are read in it as well.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    return weasyprint
