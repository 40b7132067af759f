"""Many machines give the tables that one gives, whatever happens to them."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kehoach.corpus import Corpus
from kehoach.corpus.cluster import connected
from kehoach.corpus.files import recognized_pages
from kehoach.corpus.ingest import Options, ingest, look
from kehoach.corpus.told import Told
from kehoach.errors import ClusterLost, OutOfTime, ProcessDied, VersionMismatch
from kehoach.export.frame import COLUMNS
from kehoach.processes import Limits
from tests.calls import deadly, sleepy
from tests.cli.conftest import Kehoach
from tests.corpus.test_ingest import OPTIONS, box, plans_like, taken_in
from tests.dask_cluster import SOURCES, Machines, machines

pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """A scheduler with two workers, one of them watched by a nanny."""
    with machines(tmp_path_factory.mktemp("cluster")) as made:
        made.worker("first", "--no-nanny")
        made.worker("second")
        yield made


def tables(archive: Corpus) -> dict[str, str]:
    return {kind: archive.table(kind).drop(columns="plan").to_csv() for kind in COLUMNS}


def other_program(folder: Path) -> Path:
    """A copy of the program that reads otherwise."""
    shutil.copytree(SOURCES, folder, ignore=shutil.ignore_patterns("__pycache__"))
    file = folder / "kehoach" / "extract" / "__init__.py"
    file.write_text(file.read_text("utf-8") + "\n# otherwise\n", encoding="utf-8")
    return folder


def eventually(what: Callable[[], object]) -> None:
    end = time.monotonic() + 60
    while not what():
        assert time.monotonic() < end
        time.sleep(0.1)


def test_lost_slow_and_foreign_workers(cluster: Machines, tmp_path: Path, empty_file: Path) -> None:
    paths = [*plans_like(tmp_path, 8), *box(tmp_path, bad="")]
    stores = [Path(shutil.copy(empty_file, tmp_path / f"{n}.db")) for n in range(2)]
    with Corpus.open(stores[0]) as archive:
        taken_in(archive, paths)
        expected = tables(archive)
    told: list[Told] = []
    said: list[str] = []

    def heard(one: Told) -> None:
        told.append(one)
        if len(told) == 3:
            cluster.kill("first")
            cluster.worker("foreign", "--no-nanny", sources=other_program(tmp_path / "other"))

    with Corpus.open(stores[1]) as archive:
        options: Options = replace(
            OPTIONS,
            limits=Limits(seconds=60),
            settings=replace(OPTIONS.settings, cache=recognized_pages(archive.folder)),
        )
        reading = (options.settings, None, options.limits, said.append)
        with connected(cluster.address, *reading) as pool:
            eventually(lambda: pool.slots == 2)
            found = look(archive, map(str, paths), options)
            report = ingest(archive, found, options, heard, pool, lambda: pool.slots)
            eventually(lambda: any("another version" in one and "code" in one for one in said))
            assert any("is gone" in one for one in said)
        assert (report.done, report.failed, report.left) == (8, 1, 0)
        assert tables(archive) == expected
    with connected(cluster.address, *reading[:2], Limits(seconds=2), said.append) as pool:
        slow, dead = pool.submit(sleepy, 60), pool.submit(deadly)
        assert isinstance(slow.exception(), OutOfTime) and isinstance(dead.exception(), ProcessDied)
        cluster.kill("second")
        assert isinstance(pool.submit(sleepy, 0).exception(), VersionMismatch)


def test_where_nobody_can_read(tmp_path: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kehoach.corpus.cluster._CONNECT", 1.0)
    box(tmp_path, a="")
    ran = kehoach("ingest", tmp_path / "a.txt", "--store", tmp_path / "a.db", "--cluster", "tcp://127.0.0.1:1")
    assert (ran.code, "dask scheduler" in ran.err) == (ClusterLost.exit_code, True)
