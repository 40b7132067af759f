"""From places on the upright page of a record to the coordinates of the PDF page that it was read from."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kehoach.model.page import Page

if TYPE_CHECKING:
    import pikepdf

Affine = tuple[float, float, float, float, float, float]
"""``(a, b, c, d, e, f)``: the point (x, y) becomes (a x + c y + e, b x + d y + f), as PDF writes it."""


def to_page(page: Page, target: pikepdf.Page) -> Affine:
    """Undoes what the reader did to the page (the small turn, then the quarter turns), then what a viewer does (the
    page's own turn and visible box), from points with y downwards to PDF's own with y upwards."""
    width, height = float(page.width or 0), float(page.height or 0)
    made = _after(_levelled(page.skew, width, height), _quarters(page.rotation, width, height))
    return _after(made, _unseen(target))


def _after(first: Affine, second: Affine) -> Affine:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def _levelled(skew: float, width: float, height: float) -> Affine:
    """Back from the level page to the leaning one; the reader turned it clockwise by ``skew`` about its centre."""
    cos, sin = math.cos(math.radians(skew)), math.sin(math.radians(skew))
    x, y = width / 2, height / 2
    return cos, -sin, sin, cos, x - cos * x - sin * y, y + sin * x - cos * y


def _quarters(rotation: int, width: float, height: float) -> Affine:
    """Back from the upright page (of this size) to the one that the reader turned clockwise by ``rotation``."""
    if rotation == 90:
        return 0, -1, 1, 0, 0, width
    if rotation == 180:
        return -1, 0, 0, -1, width, height
    if rotation == 270:
        return 0, 1, -1, 0, height, 0
    return 1, 0, 0, 1, 0, 0


def _unseen(target: pikepdf.Page) -> Affine:
    """From the page as shown to PDF's coordinates."""
    left, bottom, right, top = _visible(target)
    turn = int(target.rotation) % 360 if hasattr(target, "rotation") else int(target.get("/Rotate", 0)) % 360
    if turn == 90:
        return 0, 1, 1, 0, left, bottom
    if turn == 180:
        return -1, 0, 0, 1, right, bottom
    if turn == 270:
        return 0, -1, -1, 0, right, top
    return 1, 0, 0, -1, left, top


def _visible(target: pikepdf.Page) -> tuple[float, float, float, float]:
    media, crop = ([float(value) for value in box] for box in (target.mediabox, target.cropbox))
    media, crop = ([min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3])] for b in (media, crop))
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    return (left, bottom, right, top) if right > left and top > bottom else (media[0], media[1], media[2], media[3])
