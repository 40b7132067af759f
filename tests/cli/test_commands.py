"""The small commands: config, schema, rules, doctor, evaluate."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kehoach.export.json import to_json, to_reference
from kehoach.export.schema import plan_schema
from kehoach.model.plan import Plan
from kehoach.programs import installation, tesseract
from tests.cli.conftest import Kehoach


def test_config_show_tells_every_origin(kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("kehoach.toml").write_text('mode = "text"\n', encoding="utf-8")
    monkeypatch.setenv("KEHOACH_JOBS", "3")
    monkeypatch.setenv("KEHOACH_JOBBS", "3")
    ran = kehoach("config", "show")
    assert 'mode = "text"    # ' + str(Path("kehoach.toml").resolve()) in ran.out
    assert "jobs = 3    # KEHOACH_JOBS" in ran.out
    assert "dpi = 300    # default" in ran.out
    assert "KEHOACH_JOBBS" in ran.err
    shown = json.loads(kehoach("config", "show", "--to", "json").out)
    assert shown["jobs"] == {"value": 3, "origin": "KEHOACH_JOBS"}


def test_a_bad_configuration_stops_with_its_code(kehoach: Kehoach) -> None:
    Path("kehoach.toml").write_text("jobs = 'x", encoding="utf-8")
    for command in (["config", "show"], ["read", "x.pdf"], ["doctor"], ["rules", "list"]):
        ran = kehoach(*command)
        assert (ran.code, ran.out) == (9, "")
        assert "kehoach.toml" in ran.err


def test_schema_prints_or_writes(kehoach: Kehoach) -> None:
    assert json.loads(kehoach("schema").out) == plan_schema()
    assert json.loads(kehoach("schema", "reference").out)["title"].startswith("A reference")
    assert kehoach("schema", "-o", "made").code == 0
    assert json.loads(Path("made/plan.schema.json").read_text("utf-8")) == plan_schema()


def test_rules_are_listed_shown_and_hold(kehoach: Kehoach) -> None:
    listed = kehoach("rules", "list", "headings").out.splitlines()
    assert listed
    first = listed[0].split("\t")[0]
    shown = kehoach("rules", "show", first).out
    assert first in shown and "match" in shown
    assert kehoach("rules", "test").code == 0


OWN = """[[entry]]
id = "heading.own"
match = ["^khẩu hiệu hành động"]
examples = ["{example}"]
kind = "{kind}"
"""


@pytest.mark.parametrize(
    ("example", "kind", "name", "code"),
    [
        ("KHẨU HIỆU HÀNH ĐỘNG", "theme", "headings.toml", 0),
        ("LỜI KÊU GỌI", "theme", "headings.toml", 9),
        ("KHẨU HIỆU HÀNH ĐỘNG", "slogan", "headings.toml", 9),
        ("KHẨU HIỆU HÀNH ĐỘNG", "theme", "heddings.toml", 9),
    ],
)
def test_rules_of_ones_own_are_checked(example: str, kind: str, name: str, code: int, kehoach: Kehoach) -> None:
    Path("own").mkdir()
    Path("own", name).write_text(OWN.format(example=example, kind=kind), encoding="utf-8")
    ran = kehoach("rules", "test", "--rules", "own")
    assert ran.code == code
    assert ("heading.own" in kehoach("rules", "list", "--rules", "own").out) is (code == 0)
    if code:
        assert "bad_configuration" in ran.err


def test_a_folder_of_rules_that_is_not_there_is_told(kehoach: Kehoach) -> None:
    assert kehoach("rules", "list", "--rules", "nowhere").code == 9


def test_doctor_says_how_to_mend_what_is_missing(kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "probe", lambda: None)
    ran = kehoach("doctor")
    assert ran.code == 4
    assert "✗ Tesseract" in ran.out
    assert tesseract.install_command().strip().splitlines()[0] in ran.out
    assert "vie / Vietnamese" in ran.err


@pytest.mark.ocr
def test_doctor_finds_the_engine_and_its_data(kehoach: Kehoach) -> None:
    ran = kehoach("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert "✓ Tesseract: " in ran.out and "✓ vie / Vietnamese: " in ran.out and "✓ click: " in ran.out


def test_doctor_is_content_without_what_is_optional(kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = [
        installation.Part("engine", True, "5"),
        installation.Part("font", False, "not found", needed=False, mend="get it"),
    ]
    monkeypatch.setattr(installation, "parts", lambda cache: parts)
    ran = kehoach("doctor")
    assert ran.code == 0
    assert "✓ engine: 5" in ran.out and "→ get it" in ran.out
    assert [part["there"] for part in json.loads(kehoach("doctor", "--to", "json").out)] == [True, False]


@pytest.fixture
def folders(plan: Plan, tmp_path: Path) -> tuple[Path, Path]:
    """References of three plans in three forms, and records of two, one of them worse."""
    gold, found = tmp_path / "gold", tmp_path / "found"
    (gold / "một").mkdir(parents=True)
    found.mkdir()
    reference = json.dumps(to_reference(plan), ensure_ascii=False)
    (gold / "một" / "gold.json").write_text(reference, encoding="utf-8")
    (gold / "hai.reference.json").write_text(reference, encoding="utf-8")
    (gold / "ba.json").write_text(to_json(plan), encoding="utf-8")
    (found / "một.json").write_text(to_json(plan), encoding="utf-8")
    (found / "hai.json").write_text(to_json(replace(plan, themes=())), encoding="utf-8")
    return gold, found


def test_records_are_measured_by_field(folders: tuple[Path, Path], kehoach: Kehoach) -> None:
    gold, found = folders
    ran = kehoach("evaluate", "records", gold, found, "--show", "themes")
    assert ran.code == 0
    assert "3 documents" in ran.out
    assert "no record: ba" in ran.out
    line = next(line for line in ran.out.splitlines() if line.startswith("themes "))
    assert line.split() == ["themes", "1", "0", "2", "1.000", "0.333", "0.500"]
    assert "hai · themes\n  - Tắt khi không dùng" in ran.out
    result = json.loads(kehoach("evaluate", "records", gold, found, "--to", "json").out)
    assert result["missing"] == ["ba"]
    assert result["documents"]["hai"]["themes"]["missed"] == 1
    assert result["total"]["themes"] == {
        "right": 1, "extra": 0, "missed": 2, "precision": 1.0, "recall": 0.3333, "f1": 0.5,
    }  # fmt: skip


@pytest.mark.parametrize("baseline", ["folder", "evaluation"])
def test_gains_and_losses_against_earlier_records(
    baseline: str, folders: tuple[Path, Path], plan: Plan, kehoach: Kehoach
) -> None:
    gold, found = folders
    earlier = found
    if baseline == "evaluation":
        earlier = Path("earlier.json")
        assert kehoach("evaluate", "records", gold, found, "--to", "json", "-o", earlier).code == 0
    later = Path("later")
    later.mkdir()
    (later / "một.json").write_text(to_json(replace(plan, tasks=())), encoding="utf-8")
    (later / "hai.json").write_text(to_json(plan), encoding="utf-8")
    ran = kehoach("evaluate", "records", gold, later, "--against", earlier, "--to", "json")
    changes = {(c["document"], c["field"]): c["gain"] for c in json.loads(ran.out)["changes"]}
    assert changes["hai", "themes"] == 1.0
    assert changes["một", "tasks"] == -1.0
    text = kehoach("evaluate", "records", gold, later, "--against", earlier).out
    assert "0.000 → 1.000 (+1.000)" in text


def test_records_of_files_that_are_called_alike_are_found(folders: tuple[Path, Path], kehoach: Kehoach) -> None:
    gold, found = folders
    (found / "hai.json").rename(found / "hai_scan.json")
    assert "no record: ba\n" in kehoach("evaluate", "records", gold, found).out
    (found / "hai_digital.json").write_bytes((found / "hai_scan.json").read_bytes())
    assert "no record: ba, hai\n" in kehoach("evaluate", "records", gold, found).out


def test_one_file_is_measured_against_one(folders: tuple[Path, Path], kehoach: Kehoach) -> None:
    gold, found = folders
    ran = kehoach("evaluate", "records", gold / "một" / "gold.json", found / "một.json")
    assert "core F1 1.000 · header F1 1.000" in ran.out


@pytest.mark.parametrize(
    ("gold", "found", "code"),
    [
        ("nowhere", "found", 5),
        ("gold", "nowhere", 5),
        ("gold", "found/một.json", 2),
        ("found/none", "found", 6),
        ("broken.json", "found", 7),
        ("list.json", "found", 7),
        ("later.json", "found", 7),
    ],
)
def test_what_cannot_be_measured_has_its_code(
    gold: str, found: str, code: int, folders: tuple[Path, Path], kehoach: Kehoach
) -> None:
    base = folders[0].parent
    (base / "found" / "none").mkdir()
    (base / "broken.json").write_text("{", encoding="utf-8")
    (base / "list.json").write_text("[]", encoding="utf-8")
    (base / "later.json").write_text('{"schema_version": "9.0.0", "document": {}}', encoding="utf-8")
    ran = kehoach("evaluate", "records", base / gold, base / found)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err
