"""Image files: several pages in a TIFF, pictures too large for paper."""

from __future__ import annotations

import io

import pytest
from PIL import Image

import kehoach as kh
from kehoach.reading import page_image, source
from kehoach.reading.raster import Pages


def saved(form: str, *sizes: tuple[int, int], **more: object) -> bytes:
    """Empty pages of these sizes in one file."""
    first, *others = [Image.new("L", size, 255) for size in sizes]
    out = io.BytesIO()
    if others:
        more |= {"save_all": True, "append_images": others}
    first.save(out, form, **more)
    return out.getvalue()


def test_every_frame_of_a_tiff_is_a_page() -> None:
    given = source(saved("TIFF", (1240, 1754), (1754, 1240), (620, 877), dpi=(150, 150)))
    assert given.media_type == "image/tiff"
    pages = Pages(given)
    assert len(pages) == 3
    assert [tuple(map(round, pages.size(number))) for number in (1, 2)] == [(595, 842), (842, 595)]
    pages.close()
    assert page_image(given, 2, 72).size == (842, 595)


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_huge_page_is_made_smaller() -> None:
    given = source(saved("PNG", (10_000, 10_000)), "khổ lớn.png")
    pages = Pages(given)
    picture = pages.picture(1, 1200)
    pages.close()
    assert picture.pixels.shape[0] * picture.pixels.shape[1] <= 61_000_000
    assert picture.dpi < 1200 and not picture.photographed


@pytest.mark.ocr
def test_a_tiff_of_several_pages_has_them_in_its_record() -> None:
    plan = kh.read(saved("TIFF", (620, 877), (620, 877)), cache=None, jobs=1)
    assert [(page.number, page.text_from) for page in plan.source.pages] == [(1, "ocr"), (2, "ocr")]
    assert plan.text == ""
