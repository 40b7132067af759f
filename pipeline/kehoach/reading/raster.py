"""A page of a PDF or image file as pixels, upright as the file says, at the resolution asked for."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kehoach.model.document import Source
from kehoach.model.geometry import POINTS
from kehoach.reading import drawn, layer, photo
from kehoach.reading.identify import PDF

if TYPE_CHECKING:
    import numpy as np
    import pypdfium2
    from numpy.typing import NDArray
    from PIL import Image

_A4 = (595.3, 841.9)
_BEST, _NEAR = 200.0, (180.0, 260.0)
_LARGEST = 60_000_000
"""Pixels of the largest page image that is made; a larger page is made at a lower resolution."""


@dataclass(frozen=True)
class Picture:
    """A page as RGB pixels, and the dots per inch that it was really made at. ``photographed`` tells that it was a
    photo of a sheet, which was laid flat: the picture is that of the sheet alone."""

    pixels: NDArray[np.uint8]
    dpi: float
    photographed: bool = False


class Pages:
    """The pages of one PDF or image file. PDFium is not thread safe: one process reads one file at a time.

    ``fields`` tells to show form fields: the boxes, numbers and dates that signing software lays over the page.
    """

    def __init__(self, source: Source, fields: bool = False) -> None:
        self._fields = fields
        self._pdf: pypdfium2.PdfDocument | None = None
        self._image: Image.Image | None = None
        if source.media_type == PDF:
            import pypdfium2

            self._pdf = pypdfium2.PdfDocument(source.data)
        else:
            from PIL import Image

            self._image = Image.open(io.BytesIO(source.data))

    def __len__(self) -> int:
        return len(self._pdf) if self._pdf is not None else getattr(self._image, "n_frames", 1)

    def close(self) -> None:
        if self._pdf is not None:
            self._pdf.close()
        if self._image is not None:
            self._image.close()

    def size(self, number: int) -> tuple[float, float]:
        """Width and height in points of a page (from 1) as shown."""
        if self._pdf is not None:
            width, height = self._pdf.get_page_size(number - 1)
            return float(width), float(height)
        return _points(self._frame(number))

    def working(self, number: int, most: float) -> float:
        """The resolution to recognize a page at: its scan's own where that is near the best, else the best.

        Measured on scans of 100 to 400 dots per inch: 200 reads as well as 300, in two thirds of the time.
        """
        own = self._own(number)
        near = own if own is not None and _NEAR[0] <= own <= _NEAR[1] else _BEST
        return min(near, most)

    def _own(self, number: int) -> float | None:
        """Dots per inch of the image that makes the page, None where none does."""
        if self._pdf is None:
            frame = self._frame(number)
            return frame.width / (_points(frame)[0] / POINTS)
        page = self._pdf[number - 1]
        try:
            return drawn.image_resolution(page)
        finally:
            page.close()

    def picture(self, number: int, dpi: float) -> Picture:
        """The page (from 1) at ``dpi``, or less where it is huge."""
        import numpy as np

        width, height = self.size(number)
        dpi = min(dpi, (_LARGEST / (width * height)) ** 0.5 * POINTS)
        if self._pdf is not None:
            page = layer.flatten(self._pdf, number) if self._fields else self._pdf[number - 1]
            try:
                bitmap = page.render(scale=dpi / POINTS, rev_byteorder=True)
                image = bitmap.to_numpy()[:, :, :3].copy() if bitmap.n_channels >= 3 else _rgb(bitmap.to_numpy())
            finally:
                page.close()
            return _flat(np.ascontiguousarray(image), dpi) or Picture(np.ascontiguousarray(image), dpi)
        frame = self._frame(number)
        sheet = _flat(np.asarray(frame), dpi)
        if sheet is not None:
            return sheet
        size = (max(1, round(width * dpi / POINTS)), max(1, round(height * dpi / POINTS)))
        if frame.size != size:
            from PIL import Image

            frame = frame.resize(size, Image.Resampling.BICUBIC)
        return Picture(np.asarray(frame).copy(), dpi)

    def _frame(self, number: int) -> Image.Image:
        """The frame of an image file, turned as its camera says, in RGB on white."""
        from PIL import Image, ImageOps

        assert self._image is not None
        if number > 1 or getattr(self._image, "n_frames", 1) > 1:
            self._image.seek(number - 1)
        frame = ImageOps.exif_transpose(self._image) or self._image
        frame.info.setdefault("dpi", self._image.info.get("dpi"))
        if frame.mode in ("RGBA", "LA", "PA") or "transparency" in frame.info:
            ground = Image.new("RGBA", frame.size, "white")
            ground.alpha_composite(frame.convert("RGBA"))
            ground.info.update(frame.info)
            info, frame = frame.info, ground.convert("RGB")
        elif frame.mode.startswith("I") or frame.mode == "F":
            info, frame = frame.info, _eight_bits(frame)
        else:
            info, frame = frame.info, frame.convert("RGB")
        frame.info.update(info)
        return frame


def _flat(image: NDArray[np.uint8], dpi: float) -> Picture | None:
    """The sheet on a photo; None where the picture is none."""
    found = photo.outline(image)
    return Picture(photo.flat(image, found, dpi), dpi, photographed=True) if found is not None else None


def page_count(source: Source) -> int:
    """How many pages a PDF or image file has."""
    pages = Pages(source)
    try:
        return len(pages)
    finally:
        pages.close()


def _rgb(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    import numpy as np

    return np.repeat(grey.reshape(*grey.shape[:2], 1), 3, axis=2)


def _eight_bits(frame: Image.Image) -> Image.Image:
    """16-bit and floating greys brought to 8 bits by their own range."""
    import numpy as np
    from PIL import Image

    values = np.asarray(frame, dtype=np.float64)
    low, high = float(values.min()), float(values.max())
    scaled = (values - low) * (255.0 / (high - low) if high > low else 0.0)
    return Image.fromarray(scaled.astype(np.uint8)).convert("RGB")


def _points(frame: Image.Image) -> tuple[float, float]:
    """The size of the paper: by the resolution noted in the file where that is believable, else as of an A4 page."""
    noted = frame.info.get("dpi")
    if noted and all(72 < float(value) <= 2400 for value in noted):
        width, height = frame.width * POINTS / float(noted[0]), frame.height * POINTS / float(noted[1])
        if 150 <= width <= 3000 and 150 <= height <= 3000:
            return width, height
    across = _A4 if frame.width <= frame.height else _A4[::-1]
    scale = min(across[0] / frame.width, across[1] / frame.height)
    return frame.width * scale, frame.height * scale
