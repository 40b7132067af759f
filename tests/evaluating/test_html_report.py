"""The page of an evaluation: every difference once, on its place, and nothing of a document becomes markup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PIL.Image import Image, new

from kehoach.evaluating import evaluate
from kehoach.evaluating.details import Details
from kehoach.evaluating.differing import by_page, differences
from kehoach.evaluating.html_report import to_html
from kehoach.model.document_info import DocumentInfo, PageInfo, SourceInfo
from kehoach.model.geometry import Box
from kehoach.model.plan import Deadline, Item, Plan, Run, Theme
from kehoach.model.text import Evidence

TEXT = "Mở đầu\nxong trước ngày 05/3/2021\nHết"
PLACE = Evidence(2, Box(80, 100, 300, 114), 7, 33)
PAGES = tuple(PageInfo(n, 595.0, 842.0, "text_layer") for n in (1, 2))
FOUND = Plan(
    SourceInfo("plan.pdf", "", "application/pdf", PAGES), TEXT, DocumentInfo(title="Kế hoạch <b>"), Run(""),
    items=(Item(path="1", start="xong", text="xong trước ngày 05/3/2021", evidence=(PLACE,)),),
)  # fmt: skip
GOLD = replace(FOUND, document=DocumentInfo(title="Kế hoạch"), source=SourceInfo("", "", ""), text="")


def deadline(end: str, *evidence: Evidence) -> Deadline:
    return Deadline(path="1", quote="trước ngày 05/3/2021", kind="deadline", end=end, evidence=evidence)


def test_each_difference_is_told_once_with_its_place() -> None:
    gold = replace(GOLD, deadlines=(deadline("2021-03-05"),), themes=(Theme(text="Đoàn kết"),))
    wrong = replace(FOUND, deadlines=(deadline("2021-05-03", PLACE),))
    told = [(one.manner, one.field, bool(one.places)) for one in differences(gold, wrong)]
    assert told == [
        ("wrong", "document.title", False), ("missed", "themes", False), ("wrong", "deadlines", True),
    ]  # fmt: skip
    assert {page: [number for number, _ in entries] for page, entries in by_page(differences(gold, wrong)).items()} == {
        2: [3]
    }
    assert differences(FOUND, FOUND) == ()


def test_what_is_missed_is_sought_in_the_text() -> None:
    missed = next(
        one
        for one in differences(replace(GOLD, deadlines=(deadline("2021-03-05"),)), FOUND)
        if one.field == "deadlines"
    )
    assert missed.places == (PLACE,)


def test_the_page_shows_the_differences_on_the_pages_that_have_some() -> None:
    gold = replace(GOLD, deadlines=(deadline("2021-03-05"),))
    asked: list[str] = []

    def images(plan: Plan) -> Mapping[int, Image]:
        asked.append(plan.source.path)
        return {n: new("RGB", (60, 84), "white") for n in (1, 2)}

    scored = [("mẫu", gold, FOUND), ("vắng", gold, None)]
    page = to_html(scored, evaluate(scored), Details(), images)
    assert asked == ["plan.pdf"] and page.count("<image ") == 1 and "page 2" in page and "page 1" not in page
    assert page.count('<rect class="missed"') == 1 and "There is no record" in page
    assert "Kế hoạch &lt;b&gt;" in page and "Kế hoạch <b>" not in page and "style=" not in page
