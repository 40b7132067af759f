"""Pages in worker processes: an engine that hangs or breaks down costs its page and no other."""

from __future__ import annotations

import io
import itertools
from typing import Any, cast

import pytest
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


class Killed:
    """A process that only remembers that it was ended."""

    pid, killed = 0, False

    def kill(self) -> None:
        self.killed = True


@pytest.mark.parametrize(
    "worked, looks",
    [
        ([0.0, 0.0], 2),  # hangs
        ([3.0, 3.04], 2),  # took its time
        ([0.0, 0.01, 0.02, 0.03, 0.04], 5),  # was kept from working, and took its time in the end
        ([0.0, 0.01, 0.02, 0.02], 4),  # was kept from working, and hangs in the end
    ],
)
def test_a_busy_machine_is_no_hang(monkeypatch: pytest.MonkeyPatch, worked: list[float], looks: int) -> None:
    told = itertools.count()
    monkeypatch.setattr(workshop, "processor", lambda pid: worked[next(told)])
    process = Killed()
    alarm = workshop._Alarm(cast(Any, process), 0.04)
    monkeypatch.setattr(alarm._off, "wait", lambda seconds: False)
    alarm.run()
    assert alarm.rung and process.killed and next(told) == looks


def test_a_page_that_is_done_rings_no_alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    process = Killed()
    alarm = workshop._Alarm(cast(Any, process), 60.0)
    alarm.cancel()
    alarm.run()
    assert not alarm.rung and not process.killed
