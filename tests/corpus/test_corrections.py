"""What people say lies over the record, survives reading anew, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kehoach.corpus import Corpus
from kehoach.corpus.corrections import Outdated
from kehoach.errors import UsageError
from kehoach.model.plan import Plan, Task


def task_of(archive: Corpus) -> Task:
    return archive.plan(1).tasks[0]


def test_the_machines_record_stays(filled: Corpus, read_plans: tuple[Plan, Plan]) -> None:
    task = task_of(filled)
    said = filled.correct(1, task.id, "corrected", by="An", field="text", new="việc khác")
    assert (said.kind, said.old, said.new) == ("tasks", task.text, "việc khác")
    assert filled.plan(1).tasks == read_plans[0].tasks
    corrected = filled.corrected(1)
    assert corrected.marks == {task.id: "corrected"}
    assert (corrected.plan.tasks[0].text, corrected.plan.tasks[0].rule) == ("việc khác", "person.corrected")
    assert "việc khác" in list(filled.table("tasks")["text"])
    assert "việc khác" not in list(filled.table("tasks", corrected=False)["text"])
    assert (filled.entry(1).review, filled.entry(1).corrections) == ("begun", 1)


def test_the_last_word_counts_until_it_is_taken_back(filled: Corpus) -> None:
    task = task_of(filled)
    texts = []
    ids = [filled.correct(1, task.id, "corrected", by="An", field="text", new=n).id for n in ("một", "hai")]
    for correction in (None, *reversed(ids)):
        if correction is not None:
            filled.undo(correction, by="Bình")
        texts.append(filled.corrected(1).plan.tasks[0].text)
    assert texts == ["hai", "một", task.text]
    assert [(c.undone_by, c.new) for c in filled.corrections(1)] == [("Bình", "một"), ("Bình", "hai")]


def test_rejected_added_and_header(filled: Corpus) -> None:
    task = task_of(filled)
    filled.correct(1, task.id, "rejected", by="An")
    filled.correct(1, "document.number", "corrected", by="An", new="99/KH-SCT")
    filled.correct(1, "document.signer.name", "confirmed", by="An")
    place = [{"page": 1, "box": [1, 2, 3, 4], "start": None, "end": None}]
    added = filled.correct(1, "", "added", by="An", kind="tasks", new={"path": "I", "text": "mới", "evidence": place})
    filled.correct(1, added.fact_id, "corrected", by="An", field="path", new="II")
    plan = filled.corrected(1).plan
    assert task.id not in {t.id for t in plan.tasks}
    assert (plan.tasks[-1].text, plan.tasks[-1].path) == ("mới", "II")
    assert (plan.document.number, plan.document.signer and plan.document.signer.name) == ("99/KH-SCT", "Nguyễn Thị Mẫu")
    assert plan.document.evidence["signer.name"].rule == "person.confirmed"  # type: ignore[union-attr]


WRONG: list[dict[str, Any]] = [
    {"fact": "task-none", "state": "confirmed"},
    {"fact": None, "state": "corrected", "field": "units", "new": "x"},
    {"fact": "document.issuer_level", "state": "corrected", "new": "moon"},
    {"fact": "", "state": "added", "kind": "moons", "new": {}},
    {"fact": "", "state": "added", "kind": "tasks", "new": {"text": 1}},
    {"fact": None, "state": "confirmed", "by": " "},
]


@pytest.mark.parametrize("wrong", WRONG)
def test_what_does_not_fit_is_refused(filled: Corpus, wrong: dict[str, Any]) -> None:
    told = {"by": "An", **wrong}
    fact = told.pop("fact")
    with pytest.raises(UsageError):
        filled.correct(1, task_of(filled).id if fact is None else fact, **told)
    assert filled.corrections(1) == ()


def test_who_did_not_see_the_last_correction_is_told(filled: Corpus) -> None:
    task = task_of(filled)
    first = filled.correct(1, task.id, "corrected", by="An", field="text", new="một", after=0)
    with pytest.raises(Outdated):
        filled.correct(1, task.id, "corrected", by="Bình", field="text", new="hai", after=0)
    filled.correct(1, task.id, "corrected", by="Bình", field="text", new="hai", after=first.id)


REREAD: list[tuple[Callable[[Plan], Plan], str, int]] = [
    (lambda p: p, "việc khác", 0),
    (lambda p: replace(p, tasks=(replace(p.tasks[0], text="máy đọc lại"), *p.tasks[1:])), "việc khác", 0),
    (lambda p: replace(p, tasks=(replace(p.tasks[0], id="task-new"), *p.tasks[1:])), "việc khác", 0),
    (lambda p: replace(p, text=p.text.replace("theo dõi", "giám sát")), "việc khác", 0),
    (
        lambda p: replace(
            p, text=p.text.replace("theo dõi", "giám sát"), tasks=(replace(p.tasks[0], text="đổi"), *p.tasks[1:])
        ),
        "đổi",
        1,
    ),
    (lambda p: replace(p, tasks=p.tasks[1:]), "", 1),
]


@pytest.mark.parametrize("reread, text, conflicts", REREAD)
def test_corrections_survive_reading_anew(
    filled: Corpus, read_plans: tuple[Plan, Plan], reread: Callable[[Plan], Plan], text: str, conflicts: int
) -> None:
    filled.correct(1, task_of(filled).id, "corrected", by="An", field="text", new="việc khác")
    assert filled.add(reread(read_plans[0])) == 1
    found = filled.corrected(1)
    assert len(found.conflicts) == conflicts
    assert not text or found.plan.tasks[0].text == text


def test_a_confirmation_takes_nothing_back(filled: Corpus) -> None:
    task = task_of(filled)
    added = filled.correct(1, "", "added", by="An", kind="themes", new={"text": "Kỷ cương", "path": None}).fact_id
    filled.correct(1, "document.number", "corrected", by="An", new="99/KH-SCT")
    filled.correct(1, task.id, "corrected", by="An", field="text", new="việc khác")
    for fact in (added, "document.number", task.id):
        filled.correct(1, fact, "confirmed", by="Bình")
    found = filled.corrected(1)
    assert (found.plan.themes[-1].text, found.plan.document.number) == ("Kỷ cương", "99/KH-SCT")
    assert (found.plan.tasks[0].text, found.marks[task.id]) == ("việc khác", "confirmed")


def test_a_confirmed_value_stays_where_the_machine_reads_another(filled: Corpus, read_plans: tuple[Plan, Plan]) -> None:
    plan = read_plans[0]
    for fact in (plan.tasks[0].id, "document.number"):
        filled.correct(1, fact, "confirmed", by="An")
    tasks = (replace(plan.tasks[0], product="khác"), *plan.tasks[1:])
    filled.add(replace(plan, tasks=tasks, document=replace(plan.document, number="7/KH-SCT")))
    found = filled.corrected(1)
    assert (found.plan.document.number, found.plan.tasks[0].product) == (plan.document.number, plan.tasks[0].product)
    assert found.conflicts == ()


def test_the_place_of_a_header_value_is_moved(filled: Corpus) -> None:
    place = [{"page": 1, "box": [1, 2, 3, 4], "start": None, "end": None}]
    filled.correct(1, "document.number", "corrected", by="An", field="evidence", new=place)
    document = filled.corrected(1).plan.document
    backing = document.evidence["number"]
    assert not isinstance(backing, tuple) and backing.evidence[0].page == 1
    assert document.number == filled.plan(1).document.number


def test_what_is_corrected_is_no_longer_rejected(filled: Corpus) -> None:
    task = task_of(filled)
    filled.correct(1, task.id, "rejected", by="An")
    filled.correct(1, task.id, "corrected", by="An", field="text", new="việc khác")
    found = filled.corrected(1)
    assert (found.plan.tasks[0].text, found.conflicts) == ("việc khác", ())
