"""``kehoach trends`` from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

import kehoach as kh
from tests.cli.test_compare import run
from tests.comparing.conftest import BASE


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "plan.txt"
    file.write_text(BASE, encoding="utf-8")
    return file


def test_forms(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("trends", str(plan), "--measure", "points", "--measure", "targets") == 0
    told = capsys.readouterr().out
    assert "1 kế hoạch / plans" in told and "[matrix]" not in told
    assert run("trends", str(plan)) == 0 and "[matrix]" in capsys.readouterr().out
    assert (
        run("trends", str(plan), "--by", "province", "--as-of", "2025-07-01", "--measure", "targets", "--to", "html")
        == 0
    )
    page = capsys.readouterr().out
    assert "<svg" in page and "Vĩnh Long (từ 7/2025)" in page and "src=" not in page
    assert run("trends", str(plan), "--measure", "targets", "--to", "csv", "-o", str(tmp_path / "t")) == 0
    assert sorted(p.name for p in (tmp_path / "t").iterdir()) == [
        "implements.csv",
        "matrix.csv",
        "plans.csv",
        "targets.csv",
    ]
    assert run("trends", str(plan), "--measure", "targets", "--to", "xlsx", "-o", str(tmp_path / "t.xlsx")) == 0


def test_an_archive(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with kh.Corpus.open(tmp_path / "a.db", create=True) as archive:
        archive.add(kh.read(plan))
        assert archive.trend("points", "year").value.sum() == pytest.approx(1)
        assert archive.matrix().shape[0] == 1
    assert run("trends", "--store", str(tmp_path / "a.db"), "--measure", "points") == 0
    named = capsys.readouterr().out
    assert "2022" in named
    assert run("trends", "--store", str(tmp_path / "a.db"), "--measure", "points", "--year", "2022") == 0
    assert run("trends", "--store", str(tmp_path / "a.db"), "--measure", "points", "--year", "1999") == 6
    assert run("trends", str(plan), "--year", "2022") == run("audit", str(plan), "--year", "2022") == 2
    capsys.readouterr()
    monkeypatch.setenv("KEHOACH_STORE", str(tmp_path / "a.db"))
    assert run("trends", "--measure", "points") == 0
    assert capsys.readouterr().out == named
    monkeypatch.setenv("KEHOACH_STORE", str(tmp_path / "none.db"))  # files need no archive
    assert run("trends", str(plan), "--measure", "points") == 0


def test_what_goes_wrong(plan: Path, tmp_path: Path) -> None:
    assert run("trends", str(plan), "--as-of", "yesterday") == 2
    assert run("trends", str(plan), "--to", "xlsx") == 2
    assert run("trends") == 6
    assert run("trends", "--store", str(tmp_path / "none.db")) == 5


def test_plans_without_head_stand_beside_others(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scrap = tmp_path / "scrap.txt"
    scrap.write_text("Một mẩu giấy nhớ không có số, ngày và cơ quan ban hành.\n", encoding="utf-8")
    for by in ("year", "province", "issuer"):
        assert run("trends", str(plan), str(scrap), "--by", by) == 0
        told = capsys.readouterr().out
        assert "2 kế hoạch / plans" in told and "scrap.txt" in told
        assert "KH 1" in told and "--plan-kind" in told
