"""What is worked out of patterns is kept between commands, and is the same as what is worked out anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach.rules import load, memory
from kehoach.rules.needs import Written, all_needed

PATTERN = Written(r"(?:sơ|tổng)\s+duyệt\s+\d", 0)


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """As in a command that has just begun."""
    begin(monkeypatch)
    return monkeypatch


def begin(monkeypatch: pytest.MonkeyPatch) -> None:
    own = memory._Memory()
    monkeypatch.setattr(memory, "_memory", lambda: own)


def never() -> str:
    raise AssertionError


def test_a_later_command_knows_what_an_earlier_one_found(fresh: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for n in range(30):
        assert memory.remember(("length", n), lambda n=n: "x" * n) == "x" * n
    needs = all_needed(PATTERN)
    memory.keep(tmp_path)
    begin(fresh)
    memory.recall(tmp_path)
    assert memory.remember(("length", 3), never) == "xxx"
    assert all_needed(PATTERN) == needs


def test_rules_are_the_same_when_they_are_remembered(fresh: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = load.load.__wrapped__().vocabularies
    memory.keep(tmp_path)
    begin(fresh)
    memory.recall(tmp_path)
    fresh.setattr("kehoach.rules.vocabulary.tomllib.loads", never)
    assert load.load.__wrapped__().vocabularies == made


def test_what_other_versions_kept_is_removed(fresh: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "rules-0").touch()
    (tmp_path / "page.json").touch()
    for n in range(30):
        memory.remember(("length", n), lambda n=n: "x" * n)
    memory.keep(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.json", memory._name()]


@pytest.mark.parametrize("content", [b"", b"0" * 32, b"0" * 500])
def test_a_broken_file_is_passed_over(fresh: pytest.MonkeyPatch, tmp_path: Path, content: bytes) -> None:
    for n in range(30):
        memory.remember(("length", n), lambda n=n: "x" * n)
    memory.keep(tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(content)
    begin(fresh)
    memory.recall(tmp_path)
    assert memory.remember(("length", 3), lambda: "made anew") == "made anew"


def test_where_nothing_can_be_kept_nothing_is_said(fresh: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for n in range(30):
        memory.remember(("length", n), lambda n=n: "x" * n)
    for folder in (None, tmp_path / "file"):
        memory.recall(folder)
        memory.keep(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
