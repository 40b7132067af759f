"""``kehoach compare`` from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kehoach.cli import program
from tests.comparing.conftest import BASE


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        program.main(arguments)
    return int(end.value.code or 0)


@pytest.fixture
def two(tmp_path: Path) -> list[str]:
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    files[0].write_text(BASE, encoding="utf-8")
    files[1].write_text(BASE.replace("40 điểm", "35 điểm"), encoding="utf-8")
    return [str(file) for file in files]


def test_documents_and_records(two: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", *two, "--to", "json") == 0
    content = json.loads(capsys.readouterr().out)
    assert [d["kind"] for d in content["differences"]] == ["points_changed"]
    assert run("read", *two, "-o", str(tmp_path / "records")) == 0
    capsys.readouterr()
    assert run("compare", *(str(tmp_path / "records" / f"{n}.json") for n in "ab"), "--to", "json") == 0
    assert json.loads(capsys.readouterr().out)["differences"] == content["differences"]


@pytest.mark.parametrize(("form", "head"), [("html", "<!DOCTYPE html>"), ("md", "<!-- kehoach -->"), ("text", "[A] ")])
def test_forms(two: list[str], form: str, head: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", *two, "--to", form) == 0
    assert capsys.readouterr().out.startswith(head)


def test_what_goes_wrong(two: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", two[0]) == 2
    assert run("compare", *two, "--to", "xlsx") == 2
    assert run("compare", two[0], str(tmp_path / "none.txt")) == 5
    assert run("compare", *two, str(tmp_path / "none.txt"), "-q") == 3
    assert "kehoach compare A.pdf B.pdf" in capsys.readouterr().err
