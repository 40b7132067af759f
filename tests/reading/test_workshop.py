"""Pages in worker processes: an engine that hangs or breaks down costs its page and no other."""

from __future__ import annotations

import io
from typing import cast

from PIL import Image, ImageDraw

from kehoach.model.document import Source
from kehoach.reading import source, workshop
from kehoach.reading.messages import Engine, Open, Task
from tests.reading.engines import Started


def volume(*dark: bool) -> Source:
    """A TIFF with a page each: strokes on white, or on grey so dark that the engine comes into trouble."""
    pages = []
    for is_dark in dark:
        page = Image.new("L", (413, 585), 90 if is_dark else 255)
        for y in range(60, 500, 20):
            ImageDraw.Draw(page).line((40, y, 360, y + 3), fill=0, width=3)
        pages.append(page)
    out = io.BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:], dpi=(50, 50))
    return source(out.getvalue(), "tập.tif")


def test_a_hanging_page_is_given_up_and_its_process_is_gone() -> None:
    worker = workshop._Worker(cast(Engine, Started("hang")))
    try:
        good = worker.do([Open(volume(False, True))], Task(1, 60), 120)
        assert good.error == "" and good.page is not None
        wrong = worker.do([], Task(5, 60), 120)
        assert wrong.page is None and "Error" in wrong.error and not worker.dead
        hung = worker.do([], Task(2, 60), 1.0)
        assert (hung.number, hung.page, hung.error) == (2, None, "timeout 1 s")
        assert worker.dead and worker._process.poll() is not None
    finally:
        worker.end()


def test_a_crash_costs_one_page() -> None:
    shop = workshop.Workshop(cast(Engine, Started("crash")), 1, 120)
    assert shop._idle == []
    try:
        done = {answer.number: answer for answer in shop.recognize(volume(True, False), (1, 2), 60)}
    finally:
        shop.close()
    assert {number: answer.error for number, answer in done.items()} == {1: "crash", 2: ""}
    assert done[2].page is not None and shop._idle == []
