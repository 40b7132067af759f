"""Every file ends as done or as failed with its class; nothing is done twice; what is killed goes on."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from kehoach.corpus import Corpus, reasons
from kehoach.corpus.figures import failures, figures
from kehoach.corpus.files import recognized_pages
from kehoach.corpus.ingest import Options, Report, ingest, look
from kehoach.corpus.survey import Choice
from kehoach.corpus.told import Told
from kehoach.errors import ClusterLost, ProcessDied
from kehoach.reading.settings import Settings
from tests.conftest import PLAN_TEXT
from tests.corpus.conftest import OTHER_TEXT
from tests.hostile import BAD

OPTIONS = Options(Settings(mode="text", jobs=1, cache=None))


class Here(Executor):
    """Does everything at once in this process."""

    calls = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.calls += 1
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:
            future.set_exception(error)
        return future


def taken_in(
    archive: Corpus, paths: list[Path], options: Options = OPTIONS, pool: Executor | None = None
) -> tuple[Report, list[Told]]:
    told: list[Told] = []
    names = [str(path) for path in paths]
    return ingest(archive, look(archive, names, options), options, told.append, pool or Here()), told


def box(folder: Path, **texts: str) -> list[Path]:
    made = []
    for name, text in texts.items():
        made.append(folder / f"{name}.txt")
        made[-1].write_text(text, encoding="utf-8")
    return made


def plans_like(folder: Path, count: int) -> list[Path]:
    texts = {f"kh{n:02d}": PLAN_TEXT.replace("77/KH", f"{n + 1}/KH") for n in range(count)}
    return box(folder, **texts)


def test_each_content_is_read_once(tmp_path: Path, archive: Corpus) -> None:
    paths = box(tmp_path, a=PLAN_TEXT, b=OTHER_TEXT, c=PLAN_TEXT)
    pool = Here()
    report, _ = taken_in(archive, paths, pool=pool)
    assert (report.found, report.done, report.same, report.failed, pool.calls) == (3, 3, 1, 0, 2)
    assert archive.original(1).known == (str(paths[0]), str(paths[2]))
    assert archive.search("chuyển đổi số").total == 1
    again, _ = taken_in(archive, paths, pool=pool)
    assert (again.idle, again.before, pool.calls) == (True, 3, 2)


def test_another_content_at_the_same_place_is_read(tmp_path: Path, archive: Corpus) -> None:
    paths = box(tmp_path, a=PLAN_TEXT)
    taken_in(archive, paths)
    box(tmp_path, a=OTHER_TEXT)
    report, _ = taken_in(archive, paths)
    assert report.done == 1
    assert {entry.number for entry in archive.list().entries} == {"77/KH-SCT", "15/KH-TĐKT"}


CHANGED = [
    (replace(OPTIONS, settings=replace(OPTIONS.settings, dpi=200)), "settings"),
    (replace(OPTIONS, rules=Path(__file__).parent), "rules"),
]


@pytest.mark.parametrize("options, why", CHANGED)
def test_what_it_depends_on_is_told(tmp_path: Path, archive: Corpus, options: Options, why: str) -> None:
    path = box(tmp_path, a=PLAN_TEXT)[0]
    assert "would be read" in reasons.told(archive, str(path), OPTIONS)
    taken_in(archive, [path])
    assert "nothing would be done" in reasons.told(archive, str(path), OPTIONS)
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "themes.toml").write_text("", encoding="utf-8")
    changed = replace(options, rules=tmp_path / "rules" if options.rules else None)
    told = reasons.told(archive, str(path), changed)
    assert f"{why} khác / differ" in told and "would be read again" in told
    assert look(archive, [str(path)], changed).counts == {why: 1}
    report, _ = taken_in(archive, [path], changed)
    assert (report.done, archive.list().total) == (1, 1)


def test_files_that_cannot_be_read_cost_no_other(tmp_path: Path, archive: Corpus) -> None:
    good = box(tmp_path, a=PLAN_TEXT, b=OTHER_TEXT)
    for name, (data, _) in BAD.items():
        (tmp_path / name).write_bytes(data)
    bad = [tmp_path / name for name in BAD]
    (tmp_path / "english.txt").write_text("The committee shall review every proposal before the next meeting. " * 9)
    report, told = taken_in(archive, [*good, *bad, tmp_path / "english.txt", tmp_path / "gone.txt"])
    assert report.done == 2 and report.done + report.failed == report.found == len(BAD) + 4
    codes = {Path(one.path).name: one.failure.code for one in told if one.failure}
    assert codes == {name: code for name, (_, code) in BAD.items()} | {
        "english.txt": "no_vietnamese",
        "gone.txt": "file_access",
    }
    with archive.engine.connect() as connection:
        found, listed = figures(connection), failures(connection)
    assert (found.files, found.done, found.failed) == (report.found, report.done, report.failed)
    assert {Path(one.path).name: one.failure for one in listed} == codes
    assert all(one.advice and one.message for one in listed)


def test_failed_ones_are_tried_again_when_asked(tmp_path: Path, archive: Corpus) -> None:
    paths = box(tmp_path, a="", b="The committee shall review every proposal before the next meeting. " * 9)
    taken_in(archive, paths)
    counts = []
    for retry in ("none", "empty", "no_vietnamese", "failed"):
        options = replace(OPTIONS, choice=Choice(retry))
        counts.append(len(look(archive, list(map(str, paths)), options).todo))
    assert counts == [0, 1, 1, 2]


def test_limits_of_a_series(tmp_path: Path, archive: Corpus) -> None:
    paths = [str(path) for path in plans_like(tmp_path, 6)]
    assert len(look(archive, paths, replace(OPTIONS, choice=Choice(limit=2))).todo) == 2
    sample = look(archive, paths, replace(OPTIONS, choice=Choice(sample=3))).todo
    assert len(sample) == 3
    assert sample == look(archive, paths, replace(OPTIONS, choice=Choice(sample=3))).todo
    for n in range(4):
        (tmp_path / f"empty{n}.txt").write_bytes(b" " * n)
    report, _ = taken_in(archive, sorted(tmp_path.glob("empty*.txt")), replace(OPTIONS, max_failures=1))
    assert (report.gave_up, report.failed, report.left) == (True, 2, 2)


def test_copies_are_kept_when_asked(tmp_path: Path, archive: Corpus) -> None:
    paths = box(tmp_path, a=PLAN_TEXT)
    taken_in(archive, paths, replace(OPTIONS, keep=True))
    paths[0].unlink()
    original = archive.original(1).path
    assert original is not None and original.read_text(encoding="utf-8") == PLAN_TEXT


class Dying(Here):
    """Loses the first document as often as told."""

    def __init__(self, times: int) -> None:
        self.left = times

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if self.left == 0 or not args[0].path.endswith("a.txt"):
            return super().submit(fn, *args, **kwargs)
        self.left -= 1
        lost: Future[Any] = Future()
        lost.set_exception(ProcessDied("killed", "advice"))
        return lost


@pytest.mark.parametrize("times, codes", [(1, []), (2, ["process_died"])])
def test_a_killed_worker_costs_its_document_one_retry(
    tmp_path: Path, archive: Corpus, times: int, codes: list[str]
) -> None:
    report, told = taken_in(archive, box(tmp_path, a=PLAN_TEXT, b=OTHER_TEXT), pool=Dying(times))
    assert [one.failure.code for one in told if one.failure] == codes
    assert report.done + report.failed == 2


def test_documents_are_written_together(tmp_path: Path, archive: Corpus) -> None:
    paths = plans_like(tmp_path, 6)
    commits: list[object] = []
    event.listen(archive.engine, "commit", commits.append)
    found = look(archive, map(str, paths), OPTIONS)
    report = ingest(archive, found, OPTIONS, lambda told: None, Here(), lambda: 4)
    assert (report.done, len(commits)) == (6, 1)


class Lost(Here):
    """Is gone at the third document."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if self.calls < 2:
            return super().submit(fn, *args, **kwargs)
        future: Future[Any] = Future()
        future.set_exception(ClusterLost("", ""))
        return future


def test_what_came_back_before_all_was_lost_stays(tmp_path: Path, archive: Corpus) -> None:
    paths = plans_like(tmp_path, 4)
    with pytest.raises(ClusterLost):
        ingest(archive, look(archive, map(str, paths), OPTIONS), OPTIONS, lambda told: None, Lost(), lambda: 4)
    assert [plan.document.number for plan in archive.plans()] == ["1/KH-SCT", "2/KH-SCT"]
    assert taken_in(archive, paths)[0].before == 2


def _child(store: str, paths: list[str]) -> None:
    with Corpus.open(store) as archive, ThreadPoolExecutor(2) as pool:
        ingest(archive, look(archive, paths, OPTIONS), OPTIONS, lambda told: None, pool)


def _tables(archive: Corpus) -> dict[str, Any]:
    kinds = ("documents", "tasks", "evidence")
    return {kind: archive.table(kind).drop(columns="plan").to_csv() for kind in kinds}  # type: ignore[arg-type]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_at_any_moment_it_goes_on(tmp_path: Path, empty_file: Path) -> None:
    paths = [str(path) for path in plans_like(tmp_path, 4)]
    shutil.copy(empty_file, tmp_path / "whole.db")
    with Corpus.open(tmp_path / "whole.db") as archive:
        began = time.monotonic()
        taken_in(archive, [Path(path) for path in paths])
        whole = time.monotonic() - began
        expected = _tables(archive)
    chance, rounds, store = random.Random(7), 0, tmp_path / "0.db"
    shutil.copy(empty_file, store)
    for kill in range(20):
        child = get_context("fork").Process(target=_child, args=(str(store), paths))
        child.start()
        child.join(chance.uniform(0, whole / 3))
        ended = not child.is_alive()
        child.kill()
        child.join()
        if not ended:
            continue
        with Corpus.open(store) as archive:
            assert _tables(archive) == expected
        rounds, store = rounds + 1, tmp_path / f"{kill + 1}.db"
        shutil.copy(empty_file, store)
    with Corpus.open(store) as archive:
        taken_in(archive, [Path(path) for path in paths])
        assert _tables(archive) == expected


def test_recognized_pages_lie_in_the_archives_own_folder(archive: Corpus) -> None:
    assert recognized_pages(archive.folder).stat().st_mode & 0o077 == 0
