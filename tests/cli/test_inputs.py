"""Which documents the arguments name."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from kehoach.cli.inputs import expand
from kehoach.cli.pages import page_numbers
from kehoach.cli.program import main
from kehoach.errors import NothingToDo


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "b.txt": b"k",
        "a 2.txt": b"k",
        "scan": b"%PDF-1.4",
        "photo.dat": b"\x89PNG\r\n\x1a\n....",
        "old.docx": b"PK\x03\x04",
        "result.json": b"{}",
        "table.csv": b"a;b",
        "data.zip": b"PK\x03\x04",
        ".hidden.txt": b"k",
        "deep/Đề án.md": b"k",
        ".git/x.txt": b"k",
    }
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_a_folder_gives_its_documents_by_content_and_texts_by_name(folder: Path) -> None:
    found = expand([str(folder)])
    names = [str(Path(path).relative_to(folder)) for path in found.paths]
    assert names == ["a 2.txt", "b.txt", "data.zip", "old.docx", "photo.dat", "scan", str(Path("deep", "Đề án.md"))]
    assert found.many


def test_named_files_are_taken_as_they_are(folder: Path) -> None:
    assert expand([str(folder / "table.csv")]).paths == (str(folder / "table.csv"),)
    assert not expand([str(folder / "table.csv")]).many
    assert expand(["-"]).paths == ("-",)
    assert expand([str(folder / "missing.pdf")]).paths == (str(folder / "missing.pdf"),)


def test_a_pattern_is_a_series_even_with_one_match(folder: Path) -> None:
    found = expand([str(folder / "*" / "*.md")])
    assert [Path(path).name for path in found.paths] == ["Đề án.md"]
    assert found.many


def test_a_name_with_the_letters_of_a_pattern_is_a_name(tmp_path: Path) -> None:
    file = tmp_path / "kế hoạch [1].txt"
    file.write_text("k", encoding="utf-8")
    assert expand([str(file)]) == type(expand([str(file)]))((str(file),), False)


def test_each_document_is_read_once(folder: Path) -> None:
    path = str(folder / "b.txt")
    assert expand([path, path, "-"]).paths == (path, "-")


@pytest.mark.parametrize("argument", ["empty", "*.pdf"])
def test_no_document_is_an_error(argument: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingToDo):
        expand([str(tmp_path / argument)])


@pytest.mark.parametrize("command", ["read", "audit", "compare", "trends", "reuse"])
def test_an_empty_name_is_not_the_present_folder(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("KẾ HOẠCH")
    with pytest.raises(SystemExit) as ended:
        main([command, "a.txt", ""])
    assert ended.value.code == 2
    assert "rỗng" in capsys.readouterr().err


def test_order_does_not_depend_on_the_unicode_form_of_names(tmp_path: Path) -> None:
    for name in (unicodedata.normalize("NFD", "ạ.txt"), "b.txt", "a.txt"):
        (tmp_path / name).write_text("k", encoding="utf-8")
    names = [unicodedata.normalize("NFC", Path(path).name) for path in expand([str(tmp_path)]).paths]
    assert names == ["a.txt", "b.txt", "ạ.txt"]


@pytest.mark.parametrize(
    ("given", "numbers"),
    [(None, None), ("2", (2,)), ("1,3-5", (1, 3, 4, 5)), ("3-5, 4,1", (1, 3, 4, 5)), ("7-7", (7,))],
)
def test_pages(given: str | None, numbers: tuple[int, ...] | None) -> None:
    assert page_numbers(given) == numbers


def test_files_in_folders_that_are_no_documents_are_told(tmp_path: Path) -> None:
    for name in ("a.txt", "thư.eml", "bảng.xlsx", "khác.xlsx", "Thumbs.db", ".ẩn", "a.json", "~$a.docx"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "mất.pdf").symlink_to(tmp_path / "không có")
    found = expand([str(tmp_path)])
    assert found.paths == (str(tmp_path / "a.txt"),)
    assert sorted(Path(path).name for path in found.passed) == sorted(
        ["thư.eml", "bảng.xlsx", "khác.xlsx", "Thumbs.db", "~$a.docx", "mất.pdf"]
    )
    assert found.left_out.startswith("6 tệp không phải văn bản") and ".xlsx 2" in found.left_out
    assert expand([str(tmp_path / "a.txt")]).left_out == ""
