"""What rendering leaves behind in the process."""

from __future__ import annotations

from PIL import ImageFile

from kehoach.specimen.render import render


def test_half_a_picture_is_still_told_after_rendering() -> None:
    render("<html><body class='plan'><p>Kế hoạch</p></body></html>")
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False
