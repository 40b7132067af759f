"""Files by URL: in a store that lives in memory, and in a folder named by its URL."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kehoach.cli.inputs import expand
from kehoach.errors import FileAccess, KehoachError, MissingDependency, UsageError
from kehoach.programs import objects
from tests.conftest import PLAN_TEXT

fsspec = pytest.importorskip("fsspec")
NAMES = ("a.txt", "sâu/b.txt", "sâu/c.json", "sâu/d.pdf", ".ẩn/e.txt", "f.bin")


@pytest.fixture(params=["memory://kho", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a folder with objects."""
    url = request.param if "://" in request.param else f"file://{tmp_path / 'kho'}"
    for name in NAMES:
        objects.put(f"{url}/{name}", PLAN_TEXT.encode())
    yield url
    fsspec.filesystem("memory").rm("/", recursive=True)


PLACES = [
    ("", ["a.txt", "sâu/b.txt", "sâu/d.pdf"], True),
    ("/sâu/", ["sâu/b.txt", "sâu/d.pdf"], True),
    ("/sâu/*.txt", ["sâu/b.txt"], True),
    ("/f.bin", ["f.bin"], False),
]


@pytest.mark.parametrize("place, names, many", PLACES)
def test_what_a_url_names(store: str, place: str, names: list[str], many: bool) -> None:
    found = expand([store + place])
    assert (found.paths, found.many) == (tuple(f"{store}/{name}" for name in names), many)
    assert all(objects.content(path) == PLAN_TEXT.encode() for path in found.paths)


def test_what_a_store_tells(store: str) -> None:
    told = objects.state(f"{store}/a.txt")
    assert told.bytes == len(PLAN_TEXT.encode()) and (told.modified_ns or 0) > 10**18


WRONG: list[tuple[str, type[KehoachError], str]] = [
    ("memory://nowhere/x.pdf", FileAccess, "not there"),
    ("gopher://x/y", UsageError, "gopher"),
    ("sftp://host/x.pdf", MissingDependency, "paramiko"),
    ("s3://bucket/x.pdf", MissingDependency, "kehoach[objects]' s3fs"),
]


@pytest.mark.parametrize("url, error, words", WRONG)
def test_what_cannot_be_reached(
    url: str, error: type[KehoachError], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for driver in ("s3fs", "paramiko"):
        monkeypatch.setitem(sys.modules, driver, None)
    with pytest.raises(error) as told:
        objects.content(url)
    assert words in f"{told.value.message} {told.value.advice}"


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(MissingDependency) as told:
        objects.content("s3://bucket/x.pdf")
    assert "kehoach[objects]" in told.value.advice
