"""An image file bound as PDF: a page a frame, nothing of the picture lost."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf
    from PIL import Image

_ORIENTATION = 0x0112
_AS_IT_IS = 1
_TURNS = {_AS_IT_IS: 0, 3: 180, 6: 90, 8: 270}
"""Clockwise turn that the camera asks for; mirrored pictures are not among them."""
_A4 = (595.28, 841.89)


def bound(data: bytes, sizes: Mapping[int, tuple[float, float]]) -> pikepdf.Pdf:
    """The frames of an image file as pages of a new PDF. JPEG data goes in as it is, all else is packed without loss.

    Args:
        data: the image file.
        sizes: width and height in points of each page (from 1) as shown; A4 where it is not told.
    """
    import pikepdf
    from PIL import Image

    pdf = pikepdf.new()
    with Image.open(io.BytesIO(data)) as picture:
        for n in range(getattr(picture, "n_frames", 1)):
            picture.seek(n)
            orientation = picture.getexif().get(_ORIENTATION, _AS_IT_IS)
            if picture.format == "JPEG" and picture.mode in ("L", "RGB") and orientation in _TURNS:
                stream, turn = _jpeg(pdf, picture, data), _TURNS[orientation]
            else:
                stream, turn = _packed(pdf, picture), 0
            _add(pdf, stream, sizes.get(n + 1, _A4), turn)
    return pdf


def _add(pdf: pikepdf.Pdf, stream: pikepdf.Object, size: tuple[float, float], turn: int) -> None:
    width, height = size if turn % 180 == 0 else size[::-1]
    page = pdf.add_blank_page(page_size=(width, height))
    page.Resources.XObject = {"/Scan": stream}
    page.Contents = pdf.make_stream(f"q {width:.3f} 0 0 {height:.3f} 0 0 cm /Scan Do Q".encode())
    if turn:
        page.Rotate = turn


def _jpeg(pdf: pikepdf.Pdf, picture: Image.Image, data: bytes) -> pikepdf.Object:
    from pikepdf import Name

    grey = picture.mode == "L"
    return pdf.make_stream(
        data, Type=Name.XObject, Subtype=Name.Image, Width=picture.width, Height=picture.height, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray if grey else Name.DeviceRGB, Filter=Name.DCTDecode,
    )  # fmt: skip


def _packed(pdf: pikepdf.Pdf, picture: Image.Image) -> pikepdf.Object:
    """One frame, black and white with a bit a pixel, else grey or colour with eight a channel."""
    from pikepdf import Name
    from PIL import Image, ImageOps

    frame = ImageOps.exif_transpose(picture)
    if frame.mode in ("RGBA", "LA", "PA") or "transparency" in frame.info:
        ground = Image.new("RGBA", frame.size, "white")
        ground.alpha_composite(frame.convert("RGBA"))
        frame = ground.convert("RGB")
    elif frame.mode.startswith("I") or frame.mode == "F":
        frame = _eight_bits(frame)
    elif frame.mode not in ("1", "L"):
        frame = frame.convert("RGB")
    return pdf.make_stream(
        frame.tobytes(), Type=Name.XObject, Subtype=Name.Image, Width=frame.width, Height=frame.height,
        BitsPerComponent=1 if frame.mode == "1" else 8,
        ColorSpace=Name.DeviceRGB if frame.mode == "RGB" else Name.DeviceGray,
    )  # fmt: skip


def _eight_bits(frame: Image.Image) -> Image.Image:
    """16-bit and floating greys brought to 8 bits by their own range."""
    import numpy as np
    from PIL import Image

    values = np.asarray(frame, dtype=np.float64)
    low, high = float(values.min()), float(values.max())
    return Image.fromarray(((values - low) * (255 / (high - low) if high > low else 0)).astype(np.uint8))
