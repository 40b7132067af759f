"""The application in a real browser: from an empty archive to a corrected record."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from kehoach.corpus import Corpus
from kehoach.model.plan import Plan
from kehoach.web import Settings, application
from tests.browsing import browser, listening, needs_chromium
from tests.conftest import PLAN_TEXT
from tests.web.conftest import QUICK

pytestmark = needs_chromium
__all__ = ["browser"]


@contextmanager
def _serving(archive: Corpus) -> Iterator[str]:
    """The address of an application over an archive, which runs as long as the block."""
    config = uvicorn.Config(
        application(archive, Settings(name="An", rates=QUICK)), port=0, log_level="error", ws="none"
    )
    listener = config.bind_socket()
    listener.listen()
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, read_plans: tuple[Plan, Plan]) -> Iterator[tuple[str, Corpus]]:
    """The address of an application over an archive of two plans, and the archive."""
    with Corpus.open(tmp_path_factory.mktemp("kho") / "kho.db", create=True) as archive:
        for plan in read_plans:
            archive.add(plan)
        with _serving(archive) as address:
            yield address, archive


@pytest.fixture
def page(browser: Any, served: tuple[str, Corpus]) -> Iterator[Any]:
    """A page of a fresh visitor; nothing that it says on its console goes unheard."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=served[0])
    made = context.new_page()
    heard = listening(made)
    yield made
    context.close()
    assert [line for line in heard if "409" not in line] == []


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[str]:
    """The address of an application over an empty archive."""
    with Corpus.open(tmp_path / "kho.db", create=True) as archive, _serving(archive) as address:
        yield address


def test_first_start_upload_and_record(page: Any, empty: str) -> None:
    page.goto(empty)
    assert "Kho còn trống" in page.inner_text("h1")
    file = {"name": "kế hoạch.txt", "mimeType": "text/plain", "buffer": PLAN_TEXT.encode()}
    page.set_input_files("#files", files=[file])
    page.wait_for_selector("#sent .is-done")
    page.click("#sent .is-done a")
    page.wait_for_selector("li.entry[data-fact='document.number'] >> text=77/KH-SCT")


def test_find_open_correct_and_read_anew(page: Any, served: tuple[str, Corpus], read_plans: tuple[Plan, Plan]) -> None:
    archive = served[1]
    plan_id = archive.add(read_plans[0])
    page.goto("/")
    page.fill("input[name=q]", "dien")
    page.press("input[name=q]", "Enter")
    page.wait_for_selector("mark")
    page.click(".plans a.title")
    page.click("li.entry[data-kind=tasks] .line")
    page.keyboard.press("e")
    page.fill("dialog[open] [data-key=text]", "Việc do người sửa")
    page.click("dialog[open] button[value=save]")
    page.wait_for_selector("li.entry.s-corrected >> text=Việc do người sửa")
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.wait_for_selector("li.entry.s-confirmed")
    machine = replace(read_plans[0], tasks=tuple(replace(t, product="đọc lại") for t in read_plans[0].tasks))
    assert archive.add(machine) == plan_id
    page.reload()
    shown = page.inner_text("li.entry.s-corrected")
    assert "Việc do người sửa" in shown and "đọc lại" in shown
    page.keyboard.press("u")
    page.click("#tab-history")
    page.wait_for_selector("#said .undone")
    assert [(one.state, one.by) for one in archive.corrections(plan_id)] == [("corrected", "An"), ("confirmed", "An")]


def test_undo_asked_before_the_history_has_come_is_not_lost(
    page: Any, served: tuple[str, Corpus], read_plans: tuple[Plan, Plan]
) -> None:
    archive = served[1]
    plan_id = archive.add(read_plans[0])
    page.goto(f"/plans/{plan_id}")
    page.click("li.entry[data-kind=tasks] .line")
    page.keyboard.press("c")
    page.wait_for_selector("li.entry.s-confirmed")
    held: list[Any] = []
    page.route("**/corrections", lambda route: held.append(route), times=1)
    with page.expect_request("**/corrections"):
        page.reload()
    page.keyboard.press("u")
    held[0].continue_()
    page.click("#tab-history")
    page.wait_for_selector("#said .undone")


def test_board_leads_to_the_check(page: Any) -> None:
    page.goto("/audit")
    assert page.locator(".matrix tbody tr").count() == 2
    page.locator(".matrix tbody tr:has-text('77/KH-SCT') a.cell[href$=KH201]").click()
    page.wait_for_selector("#panel-audit:not([hidden]) [data-check=KH201]")


@pytest.mark.parametrize("path", ["/", "/plans/1", "/review", "/audit", "/compare?ids=1&ids=2", "/upload"])
def test_every_page_in_english_labelled_and_within_a_tablet(page: Any, path: str) -> None:
    page.goto(path)
    assert page.get_attribute("html", "lang") == "vi"
    page.click("#language")
    page.wait_for_selector("html[lang=en]")
    page.set_viewport_size({"width": 820, "height": 1180})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    unnamed = page.evaluate(
        "[...document.querySelectorAll('button, a, input:not([type=hidden]), select, textarea')].filter(e => "
        "!(e.innerText || e.textContent || '').trim() && !e.ariaLabel && !e.title && !(e.labels && e.labels.length) && "
        "!e.querySelector('title, [aria-label]')).map(e => e.outerHTML.slice(0, 120))"
    )
    assert unnamed == []


def test_the_package_holds_every_asset() -> None:
    from kehoach.web.site import STATIC, TEMPLATES

    for file in (*STATIC.iterdir(), *TEMPLATES.iterdir()):
        text = Path(file).read_text(encoding="utf-8")
        assert "https://" not in text and "http://" not in text.replace("http://www.w3.org/", "")
