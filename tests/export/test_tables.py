"""CSV, Excel, Parquet and JSON Lines, opened by the programs that people open them with."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import openpyxl
import pandas
import pyarrow.parquet
import pytest

from kehoach.errors import FileAccess
from kehoach.export import codebook, frame
from kehoach.export.csv import DICTIONARY, CsvTables, cell
from kehoach.export.excel import Workbook
from kehoach.export.frame import Kind
from kehoach.export.lines import JsonLines
from kehoach.export.parquet import ParquetTables
from kehoach.model.plan import Plan

KINDS: tuple[Kind, ...] = get_args(Kind)


def written(writer: Any, *plans: Plan) -> None:
    for plan in plans:
        writer.add(plan)
    writer.close()


def test_csv_tables_hold_what_the_frames_hold(plan: Plan, tmp_path: Path) -> None:
    written(CsvTables(tmp_path / "bảng"), plan, plan)
    for kind in KINDS:
        table = pandas.read_csv(tmp_path / "bảng" / f"{kind}.csv", dtype=str, keep_default_na=False)
        assert tuple(table.columns) == frame.columns(kind)
        assert len(table) == 2 * len(frame.frame(plan, kind))
    tasks = pandas.read_csv(tmp_path / "bảng" / "tasks.csv", parse_dates=["due_end"])
    assert list(tasks["unit"].iloc[:2]) == ["Văn phòng Sở", "Phòng Quản lý năng lượng"]
    assert tasks["due_end"].iloc[0] == datetime(2022, 12, 15)
    criteria = pandas.read_csv(tmp_path / "bảng" / "criteria.csv")
    assert list(criteria["points"].iloc[:2]) == [60.0, 12.5]


def test_the_dictionary_explains_every_column(plan: Plan, tmp_path: Path) -> None:
    written(CsvTables(tmp_path), plan)
    table = pandas.read_csv(tmp_path / DICTIONARY, keep_default_na=False)
    assert list(zip(table["table"], table["column"], strict=True)) == [
        (kind, name) for kind in KINDS for name in frame.columns(kind)
    ]
    assert (table[["type", "heading_vi", "meaning_vi", "meaning_en"]] != "").all(axis=None)
    role = table[(table["table"] == "tasks") & (table["column"] == "role")]["codes"].item()
    assert "lead = chủ trì" in role


@pytest.mark.parametrize(
    ("value", "column", "expected"),
    [
        ("=HYPERLINK(\"http://x\")", "text", "'=HYPERLINK(\"http://x\")"), ("@SUM(A1)", "quote", "'@SUM(A1)"),
        ("+ Xây dựng kế hoạch", "text", "'+ Xây dựng kế hoạch"), ("=", "comparator", "="), (">=", "comparator", ">="),
        ("-1", "path", "-1"), ("Đề án", "text", "Đề án"), (None, "text", ""), (60.0, "points", 60), (12.5, "points", 12.5),
    ],
)  # fmt: skip
def test_a_text_is_never_a_formula(value: object, column: str, expected: object) -> None:
    assert cell(value, column) == expected


def test_a_workbook_is_for_people(plan: Plan, tmp_path: Path) -> None:
    hostile = replace(plan, themes=(replace(plan.themes[0], text="=1+1\x0b<b>" + "a" * 40_000),))
    written(Workbook(tmp_path / "kế hoạch.xlsx"), plan, hostile)
    assert [path.name for path in tmp_path.iterdir()] == ["kế hoạch.xlsx"]
    book = openpyxl.load_workbook(tmp_path / "kế hoạch.xlsx")
    assert "Nhiệm vụ" in book.sheetnames and "Từ điển" in book.sheetnames
    sheet = book["Nhiệm vụ"]
    assert sheet.freeze_panes == "A2"
    assert [c.value for c in sheet[1]] == [column.heading for column in codebook.columns("tasks")]
    row = {c.heading: value.value for c, value in zip(codebook.columns("tasks"), sheet[2], strict=True)}
    assert (row["Đơn vị"], row["Vai trò"], row["Đến ngày"]) == ("Văn phòng Sở", "chủ trì", datetime(2022, 12, 15))
    assert sheet.column_dimensions["F"].width == 60
    text = book["Chủ đề"]["F3"]
    assert text.data_type == "s" and str(text.value).startswith("=1+1<b>a") and len(str(text.value)) == 32_000


def test_parquet_keeps_types_where_nothing_is_known(plan: Plan, tmp_path: Path) -> None:
    empty = Plan(plan.source, "", replace(plan.document, period=None), plan.run)
    written(ParquetTables(tmp_path / "một"), empty)
    written(ParquetTables(tmp_path / "hai"), plan, plan)
    for kind in KINDS:
        one, two = (pyarrow.parquet.read_table(tmp_path / name / f"{kind}.parquet") for name in ("một", "hai"))
        assert one.schema == two.schema
        assert two.num_rows == 2 * len(frame.frame(plan, kind))
    tasks = pandas.read_parquet(tmp_path / "hai" / "tasks.parquet")
    assert tasks["due_end"].iloc[0] == pandas.Timestamp("2022-12-15")
    assert (
        pyarrow.parquet.read_schema(tmp_path / "hai" / "tasks.parquet")
        .field("role")
        .metadata[b"en"]
        .startswith(b"lead")
    )


def test_json_lines_are_records(plan: Plan, tmp_path: Path) -> None:
    written(JsonLines(tmp_path / "plans.jsonl"), plan, plan)
    lines = (tmp_path / "plans.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["document"]["number"] for line in lines] == ["77/KH-SCT"] * 2


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: CsvTables(folder / "csv"), lambda folder: Workbook(folder / "a.xlsx"),
        lambda folder: ParquetTables(folder / "pq"), lambda folder: JsonLines(folder / "a.jsonl"),
    ],
)  # fmt: skip
def test_what_is_given_up_leaves_nothing(make: Callable[[Path], Any], plan: Plan, tmp_path: Path) -> None:
    writer = make(tmp_path)
    writer.add(plan)
    writer.discard()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_full_disk_is_told_and_leaves_the_old_file(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.jsonl").write_text("old", encoding="utf-8")
    writer = JsonLines(tmp_path / "a.jsonl")
    writer.add(plan)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FileAccess, match="No space left"):
        writer.close()
    writer.discard()
    assert (tmp_path / "a.jsonl").read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.jsonl"]
