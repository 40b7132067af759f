"""``kehoach read --to``: forms, alone and together, for one document and for many."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pandas
import pytest

from tests.cli.conftest import Kehoach
from tests.conftest import PLAN_TEXT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plans").mkdir()
    for n, name in enumerate(("một", "hai")):
        (tmp_path / "plans" / f"{name}.txt").write_text(PLAN_TEXT.replace("77", str(80 + n)), encoding="utf-8")
    (tmp_path / "plans" / "hỏng.txt").write_bytes(b"")
    return tmp_path / "plans"


def test_all_forms_at_once(folder: Path, kehoach: Kehoach) -> None:
    forms = ["json", "jsonl", "md", "html", "csv", "xlsx", "parquet", "metadata", "labelstudio", "inception"]
    ran = kehoach("read", folder, "-o", "out", "-j", "1", *(word for form in forms for word in ("--to", form)))
    assert (ran.code, ran.out) == (3, "")
    assert sorted(path.name for path in Path("out").iterdir()) == sorted([
        *(f"{stem}{end}" for stem in ("một", "hai") for end in (".json", ".md", ".html", ".metadata.json", ".task.json", ".cas.json")),
        "plans.jsonl", "plans.xlsx", "csv", "parquet",
    ])  # fmt: skip
    assert len(Path("out/plans.jsonl").read_text("utf-8").splitlines()) == 2
    assert set(pandas.read_csv("out/csv/documents.csv")["number"]) == {"80/KH-SCT", "81/KH-SCT"}
    assert set(pandas.read_parquet("out/parquet/documents.parquet")["number"]) == {"80/KH-SCT", "81/KH-SCT"}
    assert openpyxl.load_workbook("out/plans.xlsx")["Văn bản"].max_row == 3
    assert json.loads(Path("out/hai.metadata.json").read_text("utf-8"))["Outgoing"]["CodeNumber"] == "81"


@pytest.mark.parametrize(
    ("form", "output", "made"),
    [
        ("xlsx", "x/bảng.xlsx", "x/bảng.xlsx"), ("csv", "bảng", "bảng/tasks.csv"), ("jsonl", "a.jsonl", "a.jsonl"),
        ("jsonl", "mới/", "mới/plans.jsonl"), ("parquet", "p", "p/tasks.parquet"), ("md", "mới/", "mới/một.md"),
    ],
)  # fmt: skip
def test_one_form_takes_the_name_it_is_given(form: str, output: str, made: str, folder: Path, kehoach: Kehoach) -> None:
    ran = kehoach("read", folder / "một.txt", "--to", form, "-o", output)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert Path(made).is_file()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--to", "xlsx"], ["--to", "csv"], ["--to", "json", "--to", "md"], ["--to", "json,md"], ["--to", "docx"],
        ["--to", "json", "--to", "md", "-o", "file.txt"], ["--to", "csv", "-o", "file.txt"],
    ],
)  # fmt: skip
def test_what_does_not_fit_is_a_wrong_command_line(arguments: list[str], folder: Path, kehoach: Kehoach) -> None:
    Path("file.txt").write_text("k", encoding="utf-8")
    ran = kehoach("read", folder / "một.txt", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert Path("file.txt").read_text("utf-8") == "k"


def test_text_forms_go_to_the_screen(folder: Path, kehoach: Kehoach) -> None:
    assert kehoach("read", folder / "một.txt", "--to", "md").out.startswith("<!-- kehoach -->\n\n# Phát động")
    assert len(kehoach("read", folder / "một.txt", "--to", "jsonl").out.splitlines()) == 1
    assert len(kehoach("read", folder, "--to", "jsonl", "-j", "1").out.splitlines()) == 2


def test_forms_come_from_the_configuration(folder: Path, kehoach: Kehoach) -> None:
    Path("kehoach.toml").write_text('to = ["md", "json"]\n', encoding="utf-8")
    assert kehoach("read", folder / "một.txt", "-o", "out").code == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["một.json", "một.md"]
    assert 'to = "md,json"' in kehoach("config", "show").out


def test_what_was_written_is_not_read_again(folder: Path, kehoach: Kehoach) -> None:
    forms = ("json", "jsonl", "md", "html", "csv", "xlsx", "metadata")
    arguments = [word for form in forms for word in ("--to", form)]
    kehoach("read", folder / "một.txt", "-o", folder, *arguments)
    assert len(kehoach("read", folder, "--to", "jsonl", "-j", "1").out.splitlines()) == 2


def test_a_folder_that_may_not_be_written_is_told(
    folder: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "mkdir", forbidden)
    for form in ("json", "csv", "xlsx", "jsonl"):
        ran = kehoach("read", folder / "một.txt", "--to", form, "-o", f"nơi khác/{form}.x")
        assert ran.code == 5, form
        assert "Permission denied" in ran.err and "→" in ran.err


def test_the_labelling_interface_is_printed(kehoach: Kehoach) -> None:
    assert kehoach("schema", "labelstudio").out.startswith("<View>")


def test_citations(folder: Path, kehoach: Kehoach) -> None:
    kehoach("read", folder / "một.txt", "-o", "một.json")
    ran = kehoach("cite", "một.json", folder / "hai.txt", "--to", "csl", "--path", "II.1")
    assert [item["number"] for item in json.loads(ran.out)] == ["80/KH-SCT", "81/KH-SCT"]
    assert kehoach("cite", "một.json").out.startswith("Kế hoạch số 80/KH-SCT ngày 09/03/2022 của Sở Công Thương")
    assert kehoach("cite", "một.json", "--to", "bibtex").out.startswith("@techreport{")
    assert kehoach("cite", "một.json", "--path", "X").code == 2
    bound = "\f".join((folder / f"{name}.txt").read_text("utf-8") for name in ("một", "hai"))
    Path("bó.txt").write_text(bound, encoding="utf-8")
    assert [line[:22] for line in kehoach("cite", "bó.txt").out.splitlines()] == [
        "Kế hoạch số 80/KH-SCT ", "Kế hoạch số 81/KH-SCT ",
    ]  # fmt: skip
