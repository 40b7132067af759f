"""Review: what people say is laid over the record, by two at once without loss, and goes out with every export."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from kehoach.corpus import Corpus
from kehoach.model.plan import Plan
from tests.web.conftest import Client

SAID = "/api/plans/1/corrections"


def task(client: Any) -> str:
    found: str = client.get("/api/plans/1").json()["tasks"][0]["id"]
    return found


def test_confirm_correct_reject_add_and_undo(client: Client, filled: Corpus) -> None:
    reader = client(name="An")
    fact = task(reader)
    form = reader.get(f"/api/plans/1/facts/{fact}").json()
    assert {"text", "units", "due", "path"} <= {field["key"] for field in form["fields"]}
    new = {"fact": fact, "state": "corrected", "values": {"text": "việc khác", "product": "Báo cáo"}, "after": 0}
    made = reader.post(SAID, json=new).json()
    assert [(one["field"], one["by"]) for one in made] == [("text", "An"), ("product", "An")]
    reader.post(SAID, json={"fact": "document.number", "state": "confirmed"})
    reader.post(SAID, json={"state": "added", "kind": "themes", "values": {"text": "Kỷ cương", "path": None}})
    record = reader.get("/api/plans/1").json()
    first = next(t for t in record["tasks"] if t["id"] == fact)
    assert (first["text"], first["product"], first["rule"]) == ("việc khác", "Báo cáo", "person.corrected")
    assert record["document"]["evidence"]["number"]["rule"] == "person.confirmed"
    assert record["themes"][-1]["text"] == "Kỷ cương"
    page = reader.get("/plans/1").text
    assert "việc khác" in page and "✓ đã xác nhận" in page and "do người thêm" in page
    undone = reader.post(f"/api/corrections/{made[1]['id']}/undo").json()
    assert undone["undone_by"] == "An"
    assert filled.plan(1).tasks[0].text != "việc khác"
    reference = json.loads(reader.get("/plans/1/reference.json").content)
    assert "việc khác" in [t["text"] for t in reference["tasks"]]


def test_a_rejected_value_stays_in_sight(client: Client) -> None:
    reader = client()
    fact = task(reader)
    reader.post(SAID, json={"fact": fact, "state": "rejected"})
    assert fact not in [t["id"] for t in reader.get("/api/plans/1").json()["tasks"]]
    shown = reader.get(f"/plans/1/entries/{fact}").text
    assert "s-rejected" in shown and "✗ đã bỏ" in shown
    assert reader.get(f"/api/plans/1/facts/{fact}").json()["state"] == "rejected"


def test_two_people_at_once_lose_nothing(client: Client) -> None:
    one, other = client(name="An"), client(name="Bình")
    fact = task(one)
    first = one.post(SAID, json={"fact": fact, "state": "corrected", "values": {"text": "của An"}, "after": 0})
    late = other.post(SAID, json={"fact": fact, "state": "corrected", "values": {"text": "của Bình"}, "after": 0})
    assert (first.status_code, late.status_code) == (201, 409)
    seen = other.get(f"/api/plans/1/facts/{fact}").json()
    assert [f["value"] for f in seen["fields"] if f["key"] == "text"] == ["của An"]
    again = {"fact": fact, "state": "corrected", "values": {"text": "của cả hai"}, "after": seen["last"]}
    assert other.post(SAID, json=again).status_code == 201
    assert [(c["by"], c["new"]) for c in one.get(SAID).json()] == [("An", "của An"), ("Bình", "của cả hai")]


def test_a_correction_survives_reading_anew(client: Client, filled: Corpus, read_plans: tuple[Plan, Plan]) -> None:
    reader = client()
    fact = task(reader)
    reader.post(SAID, json={"fact": fact, "state": "corrected", "values": {"text": "việc khác"}})
    tasks = tuple(replace(t, product="máy đọc khác") if t.id == fact else t for t in read_plans[0].tasks)
    filled.add(replace(read_plans[0], tasks=tasks))
    found = next(t for t in reader.get("/api/plans/1").json()["tasks"] if t["id"] == fact)
    assert (found["text"], found["product"]) == ("việc khác", "máy đọc khác")


def test_a_place_is_moved_also_of_a_header_value(client: Client) -> None:
    reader = client()
    place = [{"page": 1, "box": [10, 20, 30, 40], "start": None, "end": None}]
    for fact in (task(reader), "document.number"):
        told = {"fact": fact, "state": "corrected", "values": {"evidence": place}}
        assert reader.post(SAID, json=told).status_code == 201
    record = reader.get("/api/plans/1").json()
    assert record["document"]["number"] == "77/KH-SCT"
    assert record["document"]["evidence"]["number"]["evidence"] == place
    assert record["tasks"][0]["evidence"] == place


@pytest.mark.parametrize(
    "told",
    [
        {"fact": "none", "state": "confirmed"},
        {"fact": "document.issuer_level", "state": "corrected", "values": {"issuer_level": "moon"}},
        {"fact": "document.number", "state": "corrected"},
        {"state": "added", "kind": "moons", "values": {}},
        {"state": "added", "kind": "tasks", "values": {"text": 1}},
        {"fact": "document.number", "state": "maybe"},
        {"fact": "document.number", "state": "confirmed", "more": 1},
        {"fact": "document.number", "state": "corrected", "values": {"number": "\ud800"}},
    ],
)
def test_what_does_not_fit_is_refused(client: Client, told: dict[str, Any]) -> None:
    reader = client()
    answer = reader.post(SAID, content=json.dumps(told), headers={"content-type": "application/json"})
    assert answer.status_code in (400, 422)
    assert answer.json()["message"]
    assert reader.get(SAID).json() == []


def test_the_queue_puts_forward_what_is_doubtful_and_matters(client: Client, filled: Corpus, read_plans: tuple[Plan, Plan]) -> None:  # fmt: skip
    plan = read_plans[0]
    number = replace(plan.document.evidence["number"], confidence=0.6)  # type: ignore[type-var]
    header = replace(plan.document, evidence={**plan.document.evidence, "number": number})  # type: ignore[arg-type]
    tasks = tuple(replace(t, confidence=0.6) for t in plan.tasks)
    filled.add(replace(plan, document=header, tasks=tasks))
    reader = client()
    page = reader.get("/review").text
    order = [page.find(f"fact={fact}") for fact in ("document.number", tasks[0].id)]
    assert 0 < order[0] < order[1]
    reader.post(SAID, json={"fact": "document.number", "state": "confirmed"})
    assert "fact=document.number" not in reader.get("/review").text


def test_the_board_and_its_workbook(client: Client) -> None:
    reader = client()
    page = reader.get("/audit").text
    assert "77/KH-SCT" in page and 'href="/plans/1?check=KH201"' in page
    narrow = reader.get("/audit?year=2023&rules=all").text.partition("<main")[2]
    assert "15/KH-TĐKT" in narrow and "77/KH-SCT" not in narrow
    failing = reader.get("/audit?rule=KH999").text
    assert "Không có kế hoạch nào phù hợp" in failing
    assert reader.get("/audit.xlsx?year=2022").content[:2] == b"PK"


def test_plans_are_compared(client: Client) -> None:
    reader = client()
    assert 'src="/compare/report?ids=1&amp;ids=2' in reader.get("/compare?ids=1&ids=2").text
    assert "15/KH-TĐKT" in reader.get("/compare/report?ids=1&ids=2").text
    assert reader.get("/compare/report.xlsx?ids=1&ids=2").content[:2] == b"PK"
    assert reader.get("/compare/report?ids=1").status_code == 400
    assert reader.get("/compare?numbers=1,99").status_code == 404
