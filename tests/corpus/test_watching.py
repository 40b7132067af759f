"""A watched folder: files are taken when they stand still, once, and again when they change."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.cli.inputs import documents
from kehoach.corpus import Corpus
from kehoach.corpus.watching import Watch, pause
from tests.cli.conftest import Kehoach
from tests.conftest import PLAN_TEXT
from tests.corpus.conftest import OTHER_TEXT

PATIENCE = 120.0
"""Seconds after which something that should have happened has not."""


def test_a_file_is_taken_when_it_stands_still(tmp_path: Path) -> None:
    file, watch = tmp_path / "a.txt", Watch(5)
    file.write_text("một", encoding="utf-8")
    names = (str(file),)
    assert watch.ready(names, 0) == watch.ready(names, 4) == ()
    file.write_text("một hai", encoding="utf-8")
    assert watch.ready(names, 6) == watch.ready(names, 10) == ()
    assert watch.ready(names, 11) == names
    watch.take(names)
    assert watch.ready(names, 20) == ()
    file.write_text("một hai ba", encoding="utf-8")
    assert watch.ready(names, 21) == ()
    assert watch.ready(names, 26) == names


def test_a_file_that_went_away_is_passed_over(tmp_path: Path) -> None:
    file, watch = tmp_path / "a.txt", Watch(0)
    file.touch()
    names = (str(file), str(tmp_path / "never.txt"))
    assert watch.ready(names, 0) == names[:1]
    watch.take(names[:1])
    file.unlink()
    assert watch.ready((), 1) == watch.ready(names, 2) == ()
    file.touch()
    assert watch.ready(names, 3) == names[:1]


def test_large_folders_are_looked_at_less_often() -> None:
    assert pause(0.001) == 1.0
    assert pause(2.0) > 2.0


@pytest.mark.parametrize("name", ["~$a.docx", "a.pdf.part", "a.pdf.crdownload", "a.tmp", ".a.pdf"])
def test_what_is_not_finished_is_no_document(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"%PDF-1.7\n")
    assert list(documents(tmp_path)) == []


def test_a_folder_to_watch_must_be_there(kehoach: Kehoach, tmp_path: Path) -> None:
    store = ("--store", tmp_path / "kho.db", "--mode", "text", "--watch")
    assert kehoach("ingest", tmp_path / "none", *store).code == 5
    assert kehoach("ingest", tmp_path, *store, "--limit", "3").code == 2


def test_files_are_taken_in_as_they_come(tmp_path: Path) -> None:
    box, away, store, log = (tmp_path / name for name in ("hộp", "đi vắng", "kho.db", "log"))
    box.mkdir()
    command = [sys.executable, "-c", "from kehoach.cli import main; main()", "ingest", str(box), "--store", str(store)]
    with log.open("wb") as err:
        process = subprocess.Popen(
            [*command, "--mode", "text", "-j", "1", "--watch", "--stable", "0", "-v"], stderr=err
        )

    def until(seen: Callable[[], bool]) -> None:
        began = time.monotonic()
        while not seen():
            assert process.poll() is None and time.monotonic() - began < PATIENCE, log.read_text("utf-8")
            time.sleep(0.05)

    def told(words: str) -> Callable[[], bool]:
        return lambda: words in log.read_text("utf-8")

    try:
        until(told("watching"))
        (box / "a.txt").write_text(PLAN_TEXT, encoding="utf-8")
        until(told("a.txt: 1 trang"))
        (box / "a.txt").rename(box / "b.txt")
        until(told("b.txt: nội dung đã có"))
        box.rename(away)
        until(told("folder gone"))
        away.rename(box)
        (box / "c.txt").write_text(OTHER_TEXT, encoding="utf-8")
        until(told("c.txt: 1 trang"))
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 130
    finally:
        process.kill()
        process.wait()
    assert "3 read, 0 failed" in log.read_text("utf-8")
    with Corpus.open(store) as archive:
        assert archive.list().total == 2
        assert archive.original(1).known == (os.fspath(box / "a.txt"), os.fspath(box / "b.txt"))
