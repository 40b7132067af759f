"""The commands of an archive: what they print, their exit codes, and what they write."""

from __future__ import annotations

import json
from pathlib import Path

import pandas
import pytest

from kehoach.corpus import Corpus
from kehoach.corpus.database import writing
from kehoach.corpus.files import keep, kept_name
from kehoach.corpus.tables import FACTS, places, records
from kehoach.export.frame import COLUMNS
from kehoach.model.plan import Plan
from tests.cli.conftest import Kehoach
from tests.conftest import PLAN_TEXT
from tests.corpus.conftest import OTHER_TEXT, sqlite_only


@pytest.fixture
def store(filled: Corpus, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    """The archive of two plans, named by the environment."""
    monkeypatch.setenv("KEHOACH_STORE", filled.engine.url.render_as_string(False))
    return filled


def test_ingest(tmp_path: Path, kehoach: Kehoach) -> None:
    box = tmp_path / "hộp"
    box.mkdir()
    for name, text in (("a.txt", PLAN_TEXT), ("b.txt", OTHER_TEXT), ("c.txt", PLAN_TEXT), ("d.txt", "")):
        (box / name).write_text(text, encoding="utf-8")
    (tmp_path / "ds.txt").write_text(f"{box / 'a.txt'}\n{box / 'b.txt'}\n", encoding="utf-8")
    named = ("--store", tmp_path / "kho.db", "--mode", "text", "-j", "1", "--keep")
    told = kehoach("ingest", f"@{tmp_path / 'ds.txt'}", *named, "--dry-run")
    assert (told.code, "2 mới / new" in told.out) == (0, True)
    ran = kehoach("ingest", box, *named)
    assert (ran.code, "3 read (1 of known content), 1 failed" in ran.err) == (3, True)
    again = kehoach("ingest", box, *named)
    assert (again.code, "3 xong / done, 1 hỏng / failed" in again.err) == (6, True)
    assert "nothing would be done" in kehoach("ingest", "--why", box / "a.txt", *named).out
    assert "[empty]" in kehoach("stats", "--failures", "--store", tmp_path / "kho.db").out
    (box / "a.txt").unlink()
    (box / "c.txt").unlink()
    with Corpus.open(tmp_path / "kho.db") as archive:
        assert archive.original(1).path is not None


WRONG = [
    (("ingest",), 2),
    (("ingest", "nowhere"), 3),
    (("search", "x"), 6),
    (("search", "x", "--province", "Atlantis"), 2),
    (("search", "x", "--year", "20"), 2),
    (("search", "x", "--due-before", "mai"), 2),
    (("search", "x", "--due-before", "2024-02-30"), 2),
    (("search", "?"), 2),
    (("show", "9"), 2),
    (("export", "--to", "csv", "-o", "out", "--year", "1990"), 6),
    (("export", "--to", "reference", "-o", "out"), 6),
    (("purge",), 6),
    (("import", "nowhere.jsonl"), 5),
]


@pytest.mark.parametrize("arguments, code", WRONG)
def test_exit_codes(kehoach: Kehoach, store: Corpus, arguments: tuple[str, ...], code: int) -> None:
    assert kehoach(*arguments).code == code


def test_each_failed_file_is_told_by_its_own_name(tmp_path: Path, kehoach: Kehoach) -> None:
    store = tmp_path / "kho.db"
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        (tmp_path / name).write_bytes(b"")
        told = kehoach("ingest", tmp_path / "a.pdf", tmp_path / name, "--store", store).err
        assert f": {tmp_path / name} (" in told
    told = kehoach("stats", "--failures", "--store", store).out
    assert all(told.count(str(tmp_path / name)) == 2 for name in ("a.pdf", "b.pdf", "c.pdf"))


def test_without_an_archive(kehoach: Kehoach, tmp_path: Path) -> None:
    assert kehoach("search", "x").code == 2
    assert kehoach("search", "x", "--store", tmp_path / "none.db").code == 5


def test_search_and_show(kehoach: Kehoach, store: Corpus) -> None:
    ran = kehoach("search", "tdkt", "--province", "cà mau", "--year", "2020-2023", "--unit", "văn phòng")
    assert "15/KH-TĐKT" in ran.out and "«TĐKT»" in ran.out and "1-1 / 1" in ran.err
    assert {kehoach("search", "--province", name).code for name in ("Yên Bái", "Lào Cai", "15")} == {6}
    assert kehoach("search", "--to", "ids").out == "2\n1\n"
    assert json.loads(kehoach("search", "số", "-t", "json", "--limit", "1").out.splitlines()[0])["snippets"]
    shown = kehoach("show", "2")
    assert "chuyển đổi số" in shown.out and "15/KH-TĐKT" in shown.err
    assert json.loads(kehoach("show", "2", "-t", "json").out)["document"]["number"] == "15/KH-TĐKT"
    assert "<html" in kehoach("show", "2", "-t", "html").out


def test_stats(kehoach: Kehoach, store: Corpus) -> None:
    shown = kehoach("stats").out
    assert "2 kế hoạch / plans" in shown and "         1   2022\n" in shown and "không phải bản quét / no scan" in shown
    told = json.loads(kehoach("stats", "-t", "json").out)
    assert (told["plans"], told["works"], {v["value"] for v in told["facets"]["year"]}) == (2, 2, {2022, 2023})


def test_a_share_that_is_printed_as_a_fraction_stands_at_its_place(tmp_path: Path, kehoach: Kehoach) -> None:
    text = "II. CHỈ TIÊU\n1. Phấn đấu ít nhất 2/3 số phòng được công nhận.\n\nII"
    (tmp_path / "a.txt").write_text(PLAN_TEXT.replace("II", text, 1), encoding="utf-8")
    store = tmp_path / "kho.db"
    assert kehoach("ingest", tmp_path / "a.txt", "--store", store).code == 0
    with Corpus.open(store) as archive:
        assert 66.67 in [target.value for target in archive.plan(1).targets]
    assert kehoach("verify", "--store", store).code == 0


def test_exported_tables_say_what_people_changed(kehoach: Kehoach, store: Corpus, tmp_path: Path) -> None:
    task = store.plan(1).tasks[0]
    store.correct(1, task.id, "corrected", by="An", field="text", new="việc khác")
    for form in ("csv", "parquet"):
        assert kehoach("export", "--to", form, "-o", tmp_path / form).code == 0
        names = {f"{kind}.{form}" for kind in COLUMNS} | {"CITATION.cff", "corrections.csv", "data_dictionary.csv"}
        assert {file.name for file in (tmp_path / form).iterdir()} == names
        assert "2 văn bản, 2022-2023" in (tmp_path / form / "CITATION.cff").read_text("utf-8")
        said = pandas.read_csv(tmp_path / form / "corrections.csv", dtype=str)
        assert said[["fact", "by", "new"]].values.tolist() == [[task.id, "An", '"việc khác"']]
    tasks = pandas.read_parquet(tmp_path / "parquet" / "tasks.parquet")
    assert set(tasks[tasks.id == task.id]["rule"]) == {"person.corrected"}
    assert kehoach("export", "--to", "xlsx", "-o", tmp_path / "x" / "kế hoạch.xlsx").code == 0
    assert (tmp_path / "x" / "kế hoạch.CITATION.cff").is_file()


def test_reviewed_plans_become_references(kehoach: Kehoach, store: Corpus, tmp_path: Path) -> None:
    store.correct(2, "document.number", "corrected", by="An", new="16/KH-TĐKT")
    store.set_review(2, "done")
    assert kehoach("export", "--to", "reference", "-o", tmp_path / "gold").code == 0
    files = list((tmp_path / "gold").iterdir())
    assert [file.name for file in files] == ["2 số.json"]
    assert json.loads(files[0].read_text("utf-8"))["document"]["number"] == "16/KH-TĐKT"
    assert (
        kehoach("export", "--to", "jsonl", "-o", tmp_path / "r" / "2 số.json", "--review", "done", "--as-read").code
        == 0
    )
    measured = kehoach("evaluate", "records", tmp_path / "gold", tmp_path / "r")
    assert measured.code == 0


@sqlite_only
def test_archives_go_into_archives(kehoach: Kehoach, store: Corpus, tmp_path: Path) -> None:
    store.correct(1, "document.number", "corrected", by="An", new="1/KH-X")
    other = tmp_path / "other.db"
    kehoach("export", "--to", "jsonl", "-o", tmp_path / "all.jsonl", "--as-read")
    for source in (tmp_path / "all.jsonl", tmp_path / "kho.db", tmp_path / "kho.db"):
        assert kehoach("import", source, "--store", other).code == 0
    with Corpus.open(other) as made:
        assert made.list().total == 2
        numbers = {plan.document.number for plan in made.plans()}
        assert numbers == {"1/KH-X", "15/KH-TĐKT"}
        one = next(entry for entry in made.list().entries if entry.corrections)
        assert (one.corrections, one.review, len(made.corrections(one.id))) == (1, "begun", 1)


def test_an_archive_is_audited(kehoach: Kehoach, store: Corpus) -> None:
    told = json.loads(kehoach("audit", "--to", "json", "--fail-on", "never").out)
    assert len(told["plans"]) == 2


def test_verify(kehoach: Kehoach, store: Corpus, read_plans: tuple[Plan, Plan]) -> None:
    assert kehoach("verify", "-q").code == 0
    tasks = FACTS["tasks"]
    with writing(store.engine) as connection:  # a record keeps fewer decimals than its rows
        connection.execute(tasks.update().values(confidence=tasks.c.confidence + 0.004))
    assert kehoach("verify", "-q").code == 0
    with writing(store.engine) as connection:
        connection.execute(tasks.update().where(tasks.c.plan_id == 1).values(text="khác"))
        connection.execute(records.update().where(records.c.plan_id == 2).values(data=b"broken"))
        connection.execute(places.update().where(places.c.document_id == 1).values(path="nowhere.txt"))
    ran = kehoach("verify", "-t", "jsonl")
    assert ran.code == 1
    found = {(one["trouble"], one["plan_id"]) for one in map(json.loads, ran.out.splitlines())}
    assert found == {("other_rows", 1), ("record_unreadable", 2), ("file_gone", None)}


def test_purge(kehoach: Kehoach, store: Corpus) -> None:
    (store.folder / "pages" / "ab").mkdir(parents=True)
    (store.folder / "pages" / "ab" / "ab.json").write_text("{}")
    keep(store.folder, kept_name("c" * 64, ".pdf"), b"data")
    assert kehoach("purge", "--older-than", "1").code == 6
    assert kehoach("purge", "--dry-run").code == 0
    assert len([file for file in store.folder.rglob("*") if file.is_file()]) == 2
    assert kehoach("purge", "--pages").code == 0
    assert [file.suffix for file in store.folder.rglob("*") if file.is_file()] == [".pdf"]
