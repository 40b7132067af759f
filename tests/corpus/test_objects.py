"""An archive of documents in an object store, with its copies in another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kehoach.cli.inputs import expand
from kehoach.corpus import Corpus
from kehoach.corpus.ingest import ingest, look
from kehoach.corpus.told import Told
from kehoach.corpus.verify import files_checked
from kehoach.programs import objects
from tests.conftest import PLAN_TEXT
from tests.corpus.conftest import OTHER_TEXT
from tests.corpus.test_ingest import OPTIONS, Here

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def source() -> Iterator[str]:
    for name, text in (("a.txt", PLAN_TEXT), ("b/c.txt", OTHER_TEXT)):
        objects.put(f"memory://nguồn/{name}", text.encode())
    yield "memory://nguồn"
    fsspec.filesystem("memory").rm("/", recursive=True)


def test_sources_and_copies(archive: Corpus, source: str) -> None:
    options = replace(OPTIONS, keep=True, keep_in="memory://bản-sao")

    def again() -> list[Told]:
        told: list[Told] = []
        ingest(archive, look(archive, expand([source]).paths, options), options, told.append, Here())
        return told

    assert [one.path for one in again()] == [f"{source}/a.txt", f"{source}/b/c.txt"]
    assert again() == []
    assert [doubt for checked in files_checked(archive) for doubt in checked.doubts] == []
    objects.put(f"{source}/a.txt", OTHER_TEXT.encode() + b"\n")
    assert [one.path for one in again()] == [f"{source}/a.txt"]
    original = archive.original(1)
    assert original.path is not None and original.path.read_bytes() == PLAN_TEXT.encode()
    assert archive.original(1) == original
    fsspec.filesystem("memory").rm("/bản-sao", recursive=True)
    troubles = {doubt.trouble for checked in files_checked(archive) for doubt in checked.doubts}
    assert troubles == {"copy_gone"}
