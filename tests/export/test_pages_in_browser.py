"""The lone HTML pages in a real browser, from the disk and without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kehoach as kh
from kehoach.cli import main
from tests.browsing import browser, listening, needs_chromium
from tests.export.test_html import PAGES

pytestmark = needs_chromium
__all__ = ["browser"]


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page of a reader; it asks for nothing but itself, and throws nothing."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, offline=True)
    made = context.new_page()
    asked: list[str] = []
    made.on("request", lambda request: asked.append(request.url))
    made.on("dialog", lambda dialog: asked.append(f"dialog: {dialog.message}"))
    heard = listening(made)
    yield made
    context.close()
    assert heard == []
    assert [url for url in asked if not url.startswith(("file://", "data:"))] == []


def shown(page: Any, folder: Path, content: str) -> Any:
    file = folder / "kế hoạch 1.html"
    file.write_text(content, encoding="utf-8")
    page.goto(file.as_uri())
    return page


def test_a_value_leads_to_its_place_on_the_page_and_back(page: Any, tmp_path: Path) -> None:
    shown(page, tmp_path, PAGES["pages"])
    assert page.is_visible("#pages img") and not page.is_visible("#text")
    link = page.locator("#list-sections a.go").first
    target = link.get_attribute("data-go")
    link.click()
    place = page.locator(f"#b-{target}")
    assert "flash" in (place.get_attribute("class") or "").split()
    assert page.evaluate("document.activeElement.id") == f"b-{target}"
    box, width = place.locator("rect").bounding_box(), page.locator("#pages img").bounding_box()["width"]
    assert box["x"] >= 0 and box["width"] < width  # where the words stand, not the whole sheet
    place.locator("rect").click()
    assert page.locator(f"#{target}.flash").count() == 1
    page.check("#view-text", force=True)
    assert page.is_visible("#text") and not page.is_visible("#pages img")


def test_one_searches_and_chooses_the_language(page: Any, tmp_path: Path) -> None:
    shown(page, tmp_path, PAGES["text"])
    rows = page.locator("#list-deadlines li.entry:visible")
    assert rows.count() == 1
    page.fill("#search", "khong co chu nay")
    assert rows.count() == 0
    page.fill("#search", "truoc ngay")
    assert rows.count() == 1
    heading = page.locator("#head-deadlines")
    before = heading.inner_text()
    page.check("#lang-en", force=True)
    assert page.evaluate("document.documentElement.lang") == "en"
    assert heading.inner_text() != before
    page.locator("#record").focus()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.dataset.go") is not None


def test_hostile_words_do_nothing(page: Any, tmp_path: Path) -> None:
    shown(page, tmp_path, PAGES["hostile"])
    assert page.locator("img[src=x], a[href^=javascript]").count() == 0
    assert "alert(1)" in page.inner_text("h1")


@pytest.mark.parametrize("width", [360, 1400])
def test_nothing_runs_out_of_the_window(page: Any, tmp_path: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for content in PAGES.values():
        shown(page, tmp_path, content)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_pages_of_audits_and_comparisons(page: Any, plan_file: Path, tmp_path: Path) -> None:
    other = tmp_path / "khác.txt"
    other.write_text(
        plan_file.read_text(encoding="utf-8").replace("77/KH", "78/KH").replace("15/12", "20/12"), encoding="utf-8"
    )
    differences = kh.compare([kh.read(plan_file), kh.read(other)]).differences
    for command, out in (("audit", "audit.html"), ("compare", "compare.html")):
        with pytest.raises(SystemExit):
            main([command, str(plan_file), str(other), "--to", "html", "-o", str(tmp_path / out)])
        page.goto((tmp_path / out).as_uri())
        assert "77/KH-SCT" in page.inner_text("body") and "78/KH-SCT" in page.inner_text("body")
    assert differences and "20/12" in page.inner_text("body")
