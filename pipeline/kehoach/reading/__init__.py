"""Bytes -> Pages: what a file is, its text layers, and recognition of its page images."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.model.document import Source
from kehoach.reading import upright
from kehoach.reading.document import Reader
from kehoach.reading.identify import source
from kehoach.reading.raster import Pages
from kehoach.reading.settings import Settings

if TYPE_CHECKING:
    from PIL import Image

__all__ = ["Reader", "Settings", "page_image", "reader", "source"]


def reader(settings: Settings | None = None) -> Reader:
    """A function from a source to its pages as read, with these settings."""
    return Reader(settings or Settings())


def page_image(source: Source, number: int, dpi: float = 150, *, rotation: int = 0, skew: float = 0.0) -> Image.Image:
    """The page (from 1) as an RGB picture on which the boxes of its record lie right.

    Args:
        source: a PDF or image file.
        number: the page, from 1.
        dpi: pixels per inch: a box in points times ``dpi / 72`` is a box in pixels.
        rotation: the page's ``rotation`` in the record (degrees), which the reader undid.
        skew: the page's ``skew`` in the record (degrees), which the reader undid.
    """
    from PIL import Image

    pages = Pages(source, fields=True)
    try:
        pixels = pages.picture(number, dpi).pixels
    finally:
        pages.close()
    return Image.fromarray(upright.turned(pixels, rotation, skew))
