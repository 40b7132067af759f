"""``kehoach read``: what goes where, and what each bad input becomes."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kehoach import batch
from kehoach.export.schema import plan_schema
from kehoach.model.document import Source
from kehoach.model.issue import Issue
from kehoach.model.page import Reading
from kehoach.reading import Settings, reader
from tests import files
from tests.cli.conftest import Kehoach
from tests.conftest import PLAN_TEXT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two plans and one file that is damaged."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "kế hoạch một.txt").write_text(PLAN_TEXT, encoding="utf-8")
    (tmp_path / "plans" / "hai.md").write_text(PLAN_TEXT.replace("77", "78"), encoding="utf-8")
    (tmp_path / "plans" / "hỏng.pdf").write_bytes(files.pdf("Ke hoach")[:200])
    return tmp_path / "plans"


def test_one_file_to_stdout_is_one_record(plan_file: Path, kehoach: Kehoach) -> None:
    ran = kehoach("read", plan_file)
    assert (ran.code, ran.err) == (0, "")
    record = json.loads(ran.out)
    jsonschema.validate(record, plan_schema())
    assert record["source"]["path"] == str(plan_file)
    assert record["source"]["media_type"] == "text/plain"
    assert "tiết kiệm điện" in record["text"]


def test_one_file_to_a_file_is_exactly_one_record(plan_file: Path, kehoach: Kehoach) -> None:
    ran = kehoach("read", plan_file, "--to", "json", "-o", "kết quả.json")
    assert (ran.code, ran.out) == (0, "")
    jsonschema.validate(json.loads(Path("kết quả.json").read_text("utf-8")), plan_schema())
    assert [path.name for path in Path().iterdir()] == ["kết quả.json"]


def test_one_file_into_a_folder_keeps_its_name(plan_file: Path, kehoach: Kehoach) -> None:
    Path("out").mkdir()
    assert kehoach("read", plan_file, "-o", "out").code == 0
    assert kehoach("read", plan_file, "-o", "new/").code == 0
    one, other = (json.loads(Path(f, f"{plan_file.stem}.json").read_text("utf-8")) for f in ("out", "new"))
    assert one["document"] == other["document"]


def test_standard_input_is_read(kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAN_TEXT.encode())))
    record = json.loads(kehoach("read", "-").out)
    assert record["source"]["path"] == "-"
    assert "tiết kiệm điện" in record["text"]


def test_several_files_to_stdout_are_lines_in_order_and_a_bad_one_costs_no_other(
    folder: Path, kehoach: Kehoach
) -> None:
    ran = kehoach("read", folder, "--jobs", "2")
    assert ran.code == 3
    records = [json.loads(line) for line in ran.out.splitlines()]
    assert [Path(record["source"]["path"]).name for record in records] == ["hai.md", "kế hoạch một.txt"]
    assert "hỏng.pdf" in ran.err and "[truncated]" in ran.err
    assert "2 documents read, 1 failed" in ran.err


def test_several_files_to_a_folder_are_one_file_each(folder: Path, kehoach: Kehoach) -> None:
    ran = kehoach("read", folder / "hai.md", folder / "kế hoạch một.txt", "-o", "out", "-q", "--jobs", "1")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert sorted(path.name for path in Path("out").iterdir()) == ["hai.json", "kế hoạch một.json"]


def test_a_page_for_people_shows_the_scan(kehoach: Kehoach) -> None:
    Path("a.pdf").write_bytes(files.pdf("KE HOACH", "trang hai"))
    ran = kehoach("read", "a.pdf", "--mode", "text", "--to", "html", "-o", "a.html")
    assert (ran.code, ran.out) == (0, "")
    page = Path("a.html").read_text("utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert page.count("data:image/webp;base64,") == 2


def test_a_text_for_people_needs_no_images(plan_file: Path, kehoach: Kehoach) -> None:
    ran = kehoach("read", plan_file, "--to", "html")
    assert "tiết kiệm điện" in ran.out
    assert "data:image/webp" not in ran.out


def test_a_folder_with_one_document_is_still_a_series(plan_file: Path, kehoach: Kehoach) -> None:
    ran = kehoach("read", plan_file.parent / "*.txt")
    assert len(ran.out.splitlines()) == 1
    assert json.loads(ran.out)["source"]["path"] == str(plan_file)


@pytest.mark.parametrize(
    ("name", "data", "code", "said"),
    [
        ("a.pdf", b"", 8, "empty"),
        ("a.txt", b" \n\n", 8, "empty"),
        ("a.pdf", files.pdf("Ke hoach")[:150], 8, "truncated"),
        ("a.pdf", files.pdf(), 8, "truncated"),
        ("a.pdf", files.pdf("Ke hoach", encrypted=True), 8, "encrypted"),
        ("a.png", files.png()[:-40], 8, "truncated"),
        ("a.pdf", bytes(range(256)) * 40, 8, "not_a_document"),
        ("a.pdf", b"PK\x03\x04" + bytes(100), 8, "truncated"),
        ("a.txt", None, 5, "file_access"),
    ],
)
def test_each_bad_input_has_its_error(name: str, data: bytes | None, code: int, said: str, kehoach: Kehoach) -> None:
    if data is not None:
        Path(name).write_bytes(data)
    ran = kehoach("read", name, "-o", "out.json")
    assert (ran.code, ran.out) == (code, "")
    assert f"[{said}]" in ran.err and "  → " in ran.err
    assert name in ran.err
    assert not Path("out.json").exists()


def test_a_file_that_may_not_be_read_is_told(
    plan_file: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", forbidden)
    ran = kehoach("read", plan_file)
    assert ran.code == 5
    assert "Permission denied" in ran.err


def test_a_folder_without_documents_is_nothing_to_do(kehoach: Kehoach) -> None:
    Path("empty").mkdir()
    ran = kehoach("read", "empty")
    assert (ran.code, ran.out) == (6, "")
    assert "nothing_to_do" in ran.err


def test_without_vietnamese_data_a_scan_is_not_read_and_a_text_is(
    plan_file: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("tessdata").mkdir()
    Path("tessdata/eng.traineddata").write_bytes(b"")
    Path("scan.png").write_bytes(files.png())
    monkeypatch.setenv("TESSDATA_PREFIX", str(Path("tessdata").resolve()))
    ran = kehoach("read", "scan.png", "--cache", "none")
    assert (ran.code, ran.out) == (4, "")
    assert "[missing_dependency]" in ran.err and "→" in ran.err
    assert kehoach("read", plan_file).code == 0
    assert kehoach("read", "scan.png", plan_file, "--cache", "none", "-j", "1").code == 3
    assert kehoach("read", "*.png", "--cache", "none", "-j", "1").code == 4


def test_several_plans_in_one_file(tmp_path: Path, kehoach: Kehoach) -> None:
    bound = tmp_path / "bó.txt"
    bound.write_text("\f".join(PLAN_TEXT.replace("77", str(number)) for number in (81, 82)), encoding="utf-8")
    ran = kehoach("read", bound)
    assert [json.loads(line)["document"]["number"] for line in ran.out.splitlines()] == ["81/KH-SCT", "82/KH-SCT"]
    assert "2 kế hoạch trong một tệp" in ran.err
    assert kehoach("read", bound, "--to", "md").out.count("\n# ") == 2
    ran = kehoach("read", bound, "--to", "html")
    assert (ran.code, ran.out) == (2, "") and "-o FOLDER" in ran.err
    assert kehoach("read", bound, "--to", "html", "-o", "trang.html").code == 0
    assert sorted(path.name for path in Path().glob("trang*")) == ["trang-1.html", "trang-2.html"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["-o", "file.txt"], 2),
        (["--to", "html"], 2),
    ],
)
def test_several_results_need_a_folder(arguments: list[str], code: int, folder: Path, kehoach: Kehoach) -> None:
    Path("file.txt").write_text("k", encoding="utf-8")
    ran = kehoach("read", folder, *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert Path("file.txt").read_text("utf-8") == "k"


def test_a_result_that_cannot_be_written_is_told(plan_file: Path, kehoach: Kehoach) -> None:
    Path("file").write_text("k", encoding="utf-8")
    ran = kehoach("read", plan_file, "-o", "file/a.json")
    assert ran.code == 5
    assert "file_access" in ran.err


def test_pages_are_chosen(kehoach: Kehoach) -> None:
    Path("a.txt").write_text("KẾ HOẠCH\fmột\fhai", encoding="utf-8")
    record = json.loads(kehoach("read", "a.txt", "--pages", "1,3").out)
    assert [page["number"] for page in record["source"]["pages"]] == [1, 3]
    ran = kehoach("read", "a.txt", "--pages", "7")
    assert ran.code == 6


def test_a_bad_rule_file_stops_before_anything_is_read(plan_file: Path, kehoach: Kehoach) -> None:
    Path("own").mkdir()
    Path("own/headings.toml").write_text("[[entry]]\nid = 'x'\nmatch = ['(']\n", encoding="utf-8")
    ran = kehoach("read", plan_file, "--rules", "own")
    assert (ran.code, ran.out) == (9, "")
    assert "pattern does not compile" in ran.err


class _FailingPage:
    """Reads like the ordinary reader, but for page 2."""

    def __call__(self, source: Source) -> Reading:
        found = reader(Settings())(source)
        pages = tuple(replace(p, lines=(), failed=True) if p.number == 2 else p for p in found.pages)
        return replace(found, pages=pages, issues=(Issue("reading", "page_unreadable", "trang hỏng", 2),))


@pytest.fixture
def failing_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_reader", lambda settings: _FailingPage())


@pytest.mark.usefixtures("failing_page")
@pytest.mark.parametrize(("arguments", "code"), [([], 0), (["--strict"], 3)])
def test_a_bad_page_is_an_issue_and_the_rest_is_kept(arguments: list[str], code: int, kehoach: Kehoach) -> None:
    Path("a.txt").write_text("KẾ HOẠCH\n\fmột\n\fhai\n", encoding="utf-8")
    ran = kehoach("read", "a.txt", *arguments)
    assert ran.code == code
    record = json.loads(ran.out)
    assert [page["number"] for page in record["source"]["pages"]] == [1, 2, 3]
    assert "hai" in record["text"] and "một" not in record["text"]
    assert [(issue["code"], issue["page"]) for issue in record["issues"] if issue["stage"] == "reading"] == [
        ("page_unreadable", 2)
    ]
    assert "could not be read: 2" in ran.err


def test_what_nobody_foresaw_is_15_with_advice(
    plan_file: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(batch, "run_all", broken)
    ran = kehoach("read", plan_file)
    assert (ran.code, ran.out) == (15, "")
    assert "ZeroDivisionError: oops" in ran.err and "Traceback" not in ran.err
    assert str(plan_file) in ran.err
    assert "Traceback" in kehoach("read", plan_file, "-v").err
    assert "Traceback" in kehoach("-v", "read", plan_file).err


def test_interruption_is_130(plan_file: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(batch, "run_all", interrupted)
    assert kehoach("read", plan_file).code == 130


def test_quiet_and_verbose(plan_file: Path, kehoach: Kehoach) -> None:
    assert kehoach("read", plan_file, "-q").err == ""
    assert f"✓ {plan_file}: 1 trang" in kehoach("read", plan_file, "-v").err


def test_settings_come_from_file_and_environment(
    plan_file: Path, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Settings] = []
    monkeypatch.setattr(batch, "_reader", lambda settings: seen.append(settings) or reader(settings))
    Path("kehoach.toml").write_text('mode = "text"\ndpi = 200\n', encoding="utf-8")
    monkeypatch.setenv("KEHOACH_DPI", "150")
    assert kehoach("read", plan_file, "--page-timeout", "9").code == 0
    assert (seen[0].mode, seen[0].dpi, seen[0].page_timeout) == ("text", 150, 9.0)


@pytest.mark.ocr
def test_an_empty_scan_is_read_and_nothing_is_invented(kehoach: Kehoach) -> None:
    Path("scan.png").write_bytes(files.png())
    ran = kehoach("read", "scan.png", "--cache", "none")
    assert ran.code == 0
    record = json.loads(ran.out)
    assert record["text"] == ""
    assert record["document"]["number"] is None
