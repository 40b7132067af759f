"""``kehoach reuse`` from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import kehoach as kh
from kehoach.export.json import to_json
from kehoach.model.plan import Plan
from tests.cli.test_compare import run
from tests.trends.test_reuse import LOCAL, NATIONAL, STOCK, plan


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    return [
        plan("1/QĐ-TTg", "Thủ tướng Chính phủ", "central", "2023-01-10", f"{NATIONAL}.", STOCK, code=None),
        plan("5/KH-UBND", "UBND tỉnh A", "province", "2023-02-09", NATIONAL, LOCAL, STOCK),
        plan("9/KH-UBND", "UBND xã C", "commune", "2023-05-01", NATIONAL, LOCAL, STOCK, cites=("5/KH-UBND",)),
    ]


@pytest.fixture
def folder(plans: list[Plan], tmp_path: Path) -> Path:
    made = tmp_path / "records"
    made.mkdir()
    for n, one in enumerate(plans):
        (made / f"{n}.json").write_text(to_json(one), encoding="utf-8")
    return made


def test_records_as_text_and_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("reuse", str(folder)) == 0
    out = capsys.readouterr().out
    assert "3 kế hoạch / plans; 2 đoạn dùng lại / passages; 1 họ / families" in out
    assert "được viện dẫn / cited" in out and "9/KH-UBND (2023) - UBND xã C" in out
    assert run("reuse", str(folder), "--to", "json") == 0
    made = json.loads(capsys.readouterr().out)
    assert list(made) == ["plans", "lineage", "passages", "adoption", "families"]
    assert [(r["plan_name"], r["source_name"], r["passages"], r["lag_days"]) for r in made["lineage"]] == [
        ("5/KH-UBND (2023) - UBND tỉnh A", "1/QĐ-TTg (2023) - Thủ tướng Chính phủ", 1, 30),
        ("9/KH-UBND (2023) - UBND xã C", "5/KH-UBND (2023) - UBND tỉnh A", 2, 81),
    ]
    spread = [(r["source_name"], r["adopters"], r["first_lag_days"], r["last_lag_days"]) for r in made["adoption"]]
    assert spread == [
        ("1/QĐ-TTg (2023) - Thủ tướng Chính phủ", 2, 30, 81), ("5/KH-UBND (2023) - UBND tỉnh A", 1, 81, 81),
    ]  # fmt: skip
    assert [(f["oldest"], f["plans"]) for f in made["families"]] == [("1/QĐ-TTg (2023) - Thủ tướng Chính phủ", 3)]


def test_an_archive_as_tables(plans: list[Plan], tmp_path: Path) -> None:
    store = tmp_path / "a.db"
    with kh.Corpus.open(store, create=True) as archive:
        for one in plans:
            archive.add(one)
    assert run("reuse", "--store", str(store), "--to", "csv", "-o", str(tmp_path / "t")) == 0
    assert sorted(p.name for p in (tmp_path / "t").iterdir()) == [
        "adoption.csv", "families.csv", "lineage.csv", "passages.csv", "plans.csv",
    ]  # fmt: skip
    assert run("reuse", "--store", str(store), "--to", "xlsx", "-o", str(tmp_path / "t.xlsx")) == 0
    assert (tmp_path / "t.xlsx").read_bytes()[:2] == b"PK"


def test_nothing_shared_and_what_goes_wrong(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("reuse", str(folder / "0.json")) == 0
    assert "1 kế hoạch / plans; 0 đoạn dùng lại / passages; 0 họ / families" in capsys.readouterr().out
    assert run("reuse", str(folder), "--to", "csv") == 2
    assert run("reuse") == 6
    assert run("reuse", "--store", str(tmp_path / "none.db")) == 5
