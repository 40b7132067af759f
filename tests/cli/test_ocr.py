"""``kehoach ocr`` on plain text, which needs no engine."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from tests.cli.conftest import Kehoach
from tests.files import pdf


def test_text_comes_in_reading_order(kehoach: Kehoach, plan_file: Path) -> None:
    ran = kehoach("ocr", plan_file)
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "Nguyễn Thị Mẫu"
    assert "1. Giảm điện năng tiêu thụ của cơ quan: 60 điểm." in ran.out.splitlines()
    assert "page 1" in ran.err
    assert kehoach("ocr", plan_file, "-q").err == ""


@pytest.mark.parametrize("form", ["hocr", "alto", "json"])
def test_other_forms_go_to_a_file(kehoach: Kehoach, plan_file: Path, form: str) -> None:
    ran = kehoach("ocr", plan_file, "--to", form, "-o", "made", "-q")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    text = Path("made").read_text("utf-8")
    assert "Nguyễn" in text
    if form == "json":
        assert json.loads(text)["pages"][0]["number"] == 1
    else:
        ElementTree.fromstring(text)


@pytest.mark.parametrize(
    ("arguments", "code"), [(("--to", "pdf"), 2), (("--pages", "7"), 6), (("--mode", "fast"), 2)]
)  # fmt: skip
def test_what_cannot_be_done_is_told(kehoach: Kehoach, plan_file: Path, arguments: tuple[str, ...], code: int) -> None:
    ran = kehoach("ocr", plan_file, *arguments)
    assert (ran.code, ran.out) == (code, "")


def test_a_pdf_is_copied_with_the_text_under_its_pages(kehoach: Kehoach, tmp_path: Path) -> None:
    file = tmp_path / "một.pdf"
    file.write_bytes(pdf("one", "two"))
    ran = kehoach("ocr", file, "--to", "pdf", "--mode", "text", "-o", "made.pdf", "-q", "--pages", "2")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    with pikepdf.open("made.pdf") as made:
        assert len(made.pages) == 1


def test_a_file_that_is_not_there(kehoach: Kehoach) -> None:
    assert kehoach("ocr", "x.pdf").code == 5
