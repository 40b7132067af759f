"""kehoach audit: forms, exit codes, choice of rules, baselines and waivers."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path

import pytest

import kehoach as kh
from kehoach.export.audit_report import passage
from kehoach.model.text import Evidence
from tests.auditing.conftest import document, with_lines
from tests.cli.conftest import Kehoach

WRONG = with_lines("3. Phong trào chào mừng 60 năm ngày thành lập ngành (14/5/1951 - 14/5/2022).")


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    file = tmp_path / "kế hoạch sai.txt"
    file.write_text(WRONG, encoding="utf-8")
    return file


@pytest.fixture
def right(tmp_path: Path) -> Path:
    file = tmp_path / "kế hoạch đúng.txt"
    file.write_text(document(), encoding="utf-8")
    return file


def test_a_checklist_names_the_finding_its_place_and_its_law(wrong: Path, kehoach: Kehoach) -> None:
    ran = kehoach("audit", wrong)
    assert ran.code == 1
    assert "KH304" in ran.out and "60 năm" in ran.out and "VI.3" in ran.out
    assert "15/2003/QH11" in ran.out and "1 lỗi" in ran.out and "→ Tính lại số năm" in ran.out
    assert "| Cách sửa |" in kehoach("audit", wrong, "--to", "md").out


def test_a_file_that_names_no_type_may_be_no_plan(tmp_path: Path, kehoach: Kehoach) -> None:
    file = tmp_path / "đề.txt"
    file.write_text("1. Tính nhẩm: 4 dm = 40 cm.\n2. Đặt tính rồi tính.\n", encoding="utf-8")
    assert all("có thể không phải kế hoạch" in kehoach("audit", file, "--to", to).out for to in ("text", "md", "html"))


def test_a_plan_without_fault_ends_well(right: Path, kehoach: Kehoach) -> None:
    ran = kehoach("audit", right, "-v")
    assert ran.code == 0
    assert "✓ KH101" in ran.out


def test_json_holds_checks_and_findings_of_every_plan(wrong: Path, right: Path, kehoach: Kehoach) -> None:
    ran = kehoach("audit", wrong, right, "--to", "json", "--jobs", "1")
    plans = json.loads(ran.out)["plans"]
    assert [Path(plan["file"]) for plan in plans] == [wrong, right]
    assert set(plans[0]) >= {"file", "document", "checks", "findings"}
    assert [f["code"] for f in plans[0]["findings"] if f["severity"] == "error"] == ["KH304"]
    assert {"code", "name", "verdict", "evidence", "law", "manner"} == set(plans[0]["checks"][0])


@pytest.mark.parametrize(
    ("flags", "code"),
    [
        (("--fail-on", "never"), 0), (("--fail-on", "error"), 1), (("--ignore", "KH304,KH1"), 0), (("--select", "form"), 0),
        (("--select", "KH304"), 1), (("--select", "bad_anniversary", "--fail-on", "info"), 1),
    ],
)  # fmt: skip
def test_exit_codes_follow_severity_and_choice(
    flags: tuple[str, ...], code: int, wrong: Path, kehoach: Kehoach
) -> None:
    assert kehoach("audit", wrong, *flags).code == code


def test_records_are_audited_like_documents(wrong: Path, tmp_path: Path, kehoach: Kehoach) -> None:
    record = tmp_path / "records" / "a.json"
    kehoach("read", wrong, "-o", record)
    assert kehoach("audit", record).code == 1
    assert "KH304" in kehoach("audit", record.parent).out


def test_a_folder_without_documents_or_records_has_nothing_to_do(tmp_path: Path, kehoach: Kehoach) -> None:
    (tmp_path / "empty").mkdir()
    assert kehoach("audit", tmp_path / "empty").code == 6


def test_one_bad_document_costs_no_other(wrong: Path, tmp_path: Path, kehoach: Kehoach) -> None:
    bad = tmp_path / "hỏng.pdf"
    bad.write_bytes(b"")
    ran = kehoach("audit", wrong, bad)
    assert ran.code == 3
    assert "KH304" in ran.out and "hỏng.pdf" in ran.err
    assert kehoach("audit", bad).code == 8


def test_one_broken_record_costs_no_other(wrong: Path, right: Path, tmp_path: Path, kehoach: Kehoach) -> None:
    folder, lines = tmp_path / "bản ghi", tmp_path / "plans.jsonl"
    assert kehoach("read", wrong, right, "-o", folder).code == 0
    whole = kehoach("read", wrong, right).out.splitlines()
    cut = whole[0][:3000]
    lines.write_text("\n".join([whole[0], cut, whole[1]]), encoding="utf-8")
    (folder / "cụt.json").write_text(cut, encoding="utf-8")
    (folder / "khác.json").write_text("{}", encoding="utf-8")
    (folder / "cũ.json").write_bytes(b'{"schema_version": "\xff')
    for given, said in ((folder, "cụt.json"), (lines, "line 2")):
        ran = kehoach("audit", given, "--to", "json")
        assert (ran.code, len(json.loads(ran.out)["plans"]), said in ran.err) == (3, 2, True)
    named = sorted(folder.iterdir())
    assert kehoach("audit", *named, "--to", "json").code == 3
    assert kehoach("audit", folder / "cụt.json").code == 7
    assert kehoach("import", folder, "--store", tmp_path / "kho.db").code == 3
    assert "2 kế hoạch / plans" in kehoach("stats", "--store", tmp_path / "kho.db").out


def test_what_an_earlier_audit_knew_is_left_out(wrong: Path, tmp_path: Path, kehoach: Kehoach) -> None:
    baseline = tmp_path / "baseline.json"
    kehoach("audit", wrong, "--to", "json", "-o", baseline)
    ran = kehoach("audit", wrong, "--baseline", baseline, "--to", "json")
    assert ran.code == 0
    plan = json.loads(ran.out)["plans"][0]
    assert plan["findings"] == [] and plan["known"] > 0


@pytest.mark.parametrize(("until", "code"), [("2099-12-31", 0), ("2020-01-01", 1)])
def test_a_waiver_holds_until_its_last_day(
    until: str, code: int, wrong: Path, tmp_path: Path, kehoach: Kehoach
) -> None:
    waivers = tmp_path / "waivers.toml"
    waivers.write_text(f'[[waiver]]\ncode = "KH304"\nreason = "đã đính chính"\nuntil = {until}\n', encoding="utf-8")
    ran = kehoach("audit", wrong, "--waivers", waivers)
    assert ran.code == code
    assert ("đã đính chính" in ran.out) is (code == 0)
    assert ("expired" in ran.err) is (code == 1)


def test_the_page_for_people_needs_nothing_else(wrong: Path, kehoach: Kehoach) -> None:
    kehoach("audit", wrong, "--to", "html", "-o", "out.html")
    page = Path("out.html").read_text(encoding="utf-8")
    assert "60 năm" in page and "KH304" in page and "Content-Security-Policy" in page
    assert "http" not in page.replace("http-equiv", "")


def test_sarif_has_rules_and_places(wrong: Path, kehoach: Kehoach) -> None:
    run = json.loads(kehoach("audit", wrong, "--to", "sarif").out)["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    result = next(result for result in run["results"] if result["ruleId"] == "KH304")
    assert rules[result["ruleIndex"]] == "KH304" and result["level"] == "error"
    place = result["locations"][0]["physicalLocation"]
    assert place["region"]["charLength"] > 10 and "%20" in place["artifactLocation"]["uri"]


def test_junit_counts_failures(wrong: Path, kehoach: Kehoach) -> None:
    suite = ElementTree.fromstring(kehoach("audit", wrong, "--to", "junit").out).find("testsuite")
    assert suite is not None and suite.get("failures") == "1"
    assert len(suite.findall("testcase")) == int(suite.get("tests", "0"))


def test_markdown_is_a_table(wrong: Path, kehoach: Kehoach) -> None:
    assert "| Lỗi | KH304 | VI.3 |" in kehoach("audit", wrong, "--to", "md").out


def test_the_workbook_has_a_row_a_plan_and_a_row_a_finding(wrong: Path, right: Path, kehoach: Kehoach) -> None:
    from openpyxl import load_workbook

    assert kehoach("audit", wrong, "--to", "xlsx").code == 2
    kehoach("audit", wrong, right, "--to", "xlsx", "-o", "out.xlsx", "--jobs", "1")
    book = load_workbook(io.BytesIO(Path("out.xlsx").read_bytes()))
    assert book.sheetnames == ["Kế hoạch", "Phát hiện", "Kiểm tra", "Quy tắc"]
    plans = list(book["Kế hoạch"].values)
    assert len(plans) == 3 and "Khen thưởng" in plans[0]
    assert str(plans[1][plans[0].index("Khen thưởng")]).startswith("có mục riêng (V")
    assert "KH304" in {row[3] for row in book["Phát hiện"].values}


def test_a_rule_is_explained_and_all_are_listed(kehoach: Kehoach) -> None:
    ran = kehoach("audit", "--explain", "KH421")
    assert ran.code == 0 and "NĐ 91/2017/NĐ-CP" in ran.out and "✗" in ran.out
    assert kehoach("audit", "--list").out.count("\nKH") > 50
    assert kehoach("audit", "--explain", "KH999").code == 9


@pytest.mark.parametrize("arguments", [(), ("--on", "hôm qua", "x.txt"), ("--to", "pdf", "x.txt")])
def test_a_wrong_command_line(arguments: tuple[str, ...], kehoach: Kehoach) -> None:
    assert kehoach("audit", *arguments).code == 2


@pytest.mark.parametrize("ends", [(2000,), (2000, 40), (2000, 5), (30,), (280, 2000)])
def test_a_place_as_long_as_a_page_is_shown_by_its_beginning(right: Path, ends: tuple[int, ...]) -> None:
    plan = replace(kh.read(right), text="mở đầu. " + "từ " * 1000)
    shown = passage(plan, tuple(Evidence(None, None, 10 if end > 10 else 0, end) for end in ends))
    assert "từ" in shown and len(shown) < 600
