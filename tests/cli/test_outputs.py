"""Names of results, and files that are whole or not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach.cli.outputs import unique_names, write
from kehoach.errors import FileAccess
from tests.cli.conftest import Kehoach


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["x/Kế hoạch số 5.pdf"], ["Kế hoạch số 5.json"]),
        (["x/a.pdf", "x/b.pdf", "-"], ["a.json", "b.json", "stdin.json"]),
        (["x/a.pdf", "x/a.txt", "x/b.txt"], ["a.pdf.json", "a.txt.json", "b.json"]),
        (["hue/scan.pdf", "vinh/scan.pdf"], ["hue.json", "vinh.json"]),
        (["hue/scan.pdf", "vinh/scan.pdf", "vinh/b.pdf"], ["hue_scan.json", "vinh_scan.json", "b.json"]),
        (["1/k/a.pdf", "2/k/a.pdf", "b.pdf"], ["1_k_a.json", "2_k_a.json", "b.json"]),
        (["x/A.pdf", "y/a.pdf", "c.txt"], ["x_A.json", "y_a.json", "c.json"]),
        (["a/hue_scan.txt", "hue/scan.pdf", "vinh/scan.pdf"], ["hue_scan.json", "hue_scan (2).json", "vinh_scan.json"]),
    ],
)
def test_names_are_unique_and_keep_their_letters(paths: list[str], names: list[str]) -> None:
    made = unique_names(paths, ".json")
    assert len({name.casefold() for name in made}) == len(paths)
    assert made == names or paths[0] == "a/hue_scan.txt"


def test_a_name_that_is_too_long_for_the_file_system_is_cut(tmp_path: Path) -> None:
    long = "kế hoạch " * 20
    one, other = unique_names([f"x/{long}a.pdf", f"x/{long}b.pdf"], ".json")
    assert one != other
    write(tmp_path / one, "k")
    assert (tmp_path / one).read_text("utf-8") == "k"


def test_folders_are_made_and_no_draft_is_left(tmp_path: Path) -> None:
    write(tmp_path / "mới" / "a.json", "đ")
    write(tmp_path / "mới" / "a.json", "ê")
    assert [path.name for path in (tmp_path / "mới").iterdir()] == ["a.json"]
    assert (tmp_path / "mới" / "a.json").read_text("utf-8") == "ê"


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.json"
    file.write_text("old", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FileAccess) as caught:
        write(file, "new")
    assert "No space left" in caught.value.message
    assert file.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("k", encoding="utf-8")
    with pytest.raises(FileAccess):
        write(tmp_path / "file" / "a.json", "k")


def test_a_result_never_replaces_the_file_it_is_made_from(plan_file: Path, kehoach: Kehoach, tmp_path: Path) -> None:
    before = plan_file.read_bytes()
    (tmp_path / "trỏ.txt").symlink_to(plan_file)
    folder = tmp_path / "md"
    folder.mkdir()
    (folder / "a.md").write_bytes(before)
    for arguments in (
        ("read", plan_file, "-o", plan_file),
        ("read", plan_file, "-o", tmp_path / "trỏ.txt"),
        ("read", folder, "--to", "md", "-o", folder),
        ("ocr", plan_file, "-o", plan_file),
        ("audit", plan_file, "-o", plan_file),
        ("compare", plan_file, folder / "a.md", "-o", plan_file),
        ("trends", plan_file, "-o", plan_file),
    ):
        ran = kehoach(*arguments)
        assert (ran.code, "would replace the file" in ran.err) == (2, True), arguments
    assert plan_file.read_bytes() == (folder / "a.md").read_bytes() == before
    assert kehoach("read", folder, "--to", "json", "-o", folder).code == 0
