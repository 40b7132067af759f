"""Who may come in, what may be sent, and what a hostile file or page can do."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from kehoach.cli.serve import command
from kehoach.corpus import Corpus
from kehoach.errors import UsageError
from kehoach.web import Rates, Settings, application
from kehoach.web.uploads import name_of
from tests import hostile
from tests.conftest import PLAN_TEXT
from tests.web.conftest import QUICK, Client

PASSWORD = "mật khẩu dài"


def test_elsewhere_a_password_is_demanded() -> None:
    result = CliRunner(env={"KEHOACH_SERVE_PASSWORD": ""}).invoke(command, ["--store", "x.db", "--host", "0.0.0.0"])
    assert isinstance(result.exception, UsageError)
    assert result.exception.exit_code == 2
    assert "--token" in result.exception.advice


def test_the_password_opens(filled: Corpus) -> None:
    with TestClient(application(filled, Settings(password=PASSWORD, hosts=None, rates=QUICK))) as reader:
        asked = reader.get("/plans/1", headers={"accept": "text/html"}, follow_redirects=False)
        assert asked.headers["location"] == "/sign-in?next=/plans/1"
        assert reader.get("/api/plans").status_code == 401
        token = re.search(r'name="kehoach-token" content="(\w+)"', reader.get("/sign-in").text)
        assert token is not None
        form = {"password": "sai", "token": token[1], "next": "/plans/1", "name": "An"}
        assert reader.post("/sign-in", data=form).status_code == 401
        assert reader.get("/api/plans").status_code == 401
        right = reader.post("/sign-in", data={**form, "password": PASSWORD}, follow_redirects=False)
        assert right.headers["location"] == "/plans/1"
        assert reader.get("/api/session").json()["name"] == "An"
        assert reader.get("/api/plans").json()["total"] == 2
    bearer = {"authorization": f"Bearer {PASSWORD}".encode()}
    with TestClient(application(filled, Settings(password=PASSWORD, hosts=None, rates=QUICK))) as program:
        assert program.get("/api/plans", headers=bearer).json()["total"] == 2
        assert program.put("/api/plans/1/review", json={"review": "done"}, headers=bearer).status_code == 200


def test_a_session_without_password_does_not_open_later(filled: Corpus) -> None:
    with TestClient(application(filled, Settings(hosts=None, rates=QUICK))) as reader:
        cookies = dict(reader.get("/api/session").cookies)
    with TestClient(application(filled, Settings(password=PASSWORD, hosts=None, rates=QUICK)), cookies=cookies) as late:
        assert late.get("/api/plans").status_code == 401


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"x-kehoach-token": "0" * 64}, 403),
        ({"origin": "https://else.where"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"host": "else.where"}, 421),
    ],
)
def test_other_pages_change_nothing(client: Client, headers: dict[str, str], status: int) -> None:
    answer = client().put("/api/plans/1/review", json={"review": "done"}, headers=headers)
    assert answer.status_code == status


def test_pages_say_what_they_may_do(client: Client) -> None:
    for path in ("/", "/plans/1", "/static/app.js", "/nowhere", "/api/plans"):
        headers = client().get(path).headers
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "unsafe-inline" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_too_many_requests_are_slowed(filled: Corpus) -> None:
    settings = Settings(rates=Rates(per_second=0.001, burst=3))
    with TestClient(application(filled, settings), base_url="http://localhost") as reader:
        assert [reader.get("/api/session").status_code for _ in range(4)] == [200, 200, 200, 429]


@pytest.mark.parametrize(
    "path",
    ["/static/../site.py", "/static/%2e%2e/site.py", "/static/..%2f..%2fcli%2fserve.py", "/plans/../../etc/passwd"],
)
def test_no_path_leads_out(client: Client, path: str) -> None:
    answer = client().get(path)
    assert answer.status_code == 404 or ("root:" not in answer.text and "import" not in answer.text)


@pytest.mark.parametrize(
    ("given", "laid"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\kế hoạch.pdf", "kế hoạch.pdf"),
        ("..", "van-ban"),
        (None, "van-ban"),
        ("a\x00b\n.pdf", "ab.pdf"),
        ("x" * 500 + ".pdf", "x" * 120 + ".pdf"),
    ],
)
def test_names_of_uploads_stay_names(given: str | None, laid: str) -> None:
    assert name_of(given) == laid


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("plan.txt", bytes(25_000_000))
    return out.getvalue()


HOSTILE: list[tuple[str, bytes, str]] = [
    ("script.pdf", hostile.scripted_pdf(), "JavaScript"),
    ("bomb.zip", bomb(), "phình"),
    ("cut.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 20, "hỏng"),
    ("cut.pdf", b"%PDF-1.7\nnothing", "cut.pdf"),
    ("program.exe", b"MZ\x90\x00" + bytes(range(256)) * 4, "program.exe"),
    ("empty.pdf", b"", "rỗng"),
]


@pytest.fixture(scope="module")
def receiving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, Corpus]]:
    """One application that takes files in: its processes are started once."""
    with (
        Corpus.open(tmp_path_factory.mktemp("kho") / "kho.db", create=True) as archive,
        TestClient(application(archive, Settings(rates=QUICK)), base_url="http://localhost") as reader,
    ):
        reader.headers["x-kehoach-token"] = reader.get("/api/session").json()["token"]
        yield reader, archive


@pytest.mark.parametrize(("name", "data", "word"), HOSTILE, ids=[name for name, _, _ in HOSTILE])
def test_hostile_files_are_refused_with_a_clear_message(
    receiving: tuple[TestClient, Corpus], name: str, data: bytes, word: str
) -> None:
    answer = receiving[0].post("/api/uploads", files={"files": (name, data)})
    assert answer.status_code == 415
    assert word in answer.json()["message"]


def test_too_much_is_refused(filled: Corpus) -> None:
    with TestClient(
        application(filled, Settings(largest_upload=1000, rates=QUICK)), base_url="http://localhost"
    ) as reader:
        token = {"x-kehoach-token": reader.get("/api/session").json()["token"]}
        large = reader.post("/api/uploads", files={"files": ("a.txt", b"x" * 2000)}, headers=token)
        assert large.status_code == 413
        body = (part for part in [b"x" * 700_000] * 3)
        told = {**token, "content-type": "application/json"}
        assert reader.post("/api/plans/1/corrections", content=body, headers=told).status_code == 413


def test_an_upload_becomes_a_record(receiving: tuple[TestClient, Corpus]) -> None:
    reader, archive = receiving
    sent = reader.post("/api/uploads", files={"files": ("../kế hoạch.txt", PLAN_TEXT.encode())}).json()["uploads"][0]
    found = waited(reader, sent["id"])
    assert (found["state"], found["name"]) == ("done", "kế hoạch.txt")
    assert archive.plan(found["plans"][0]).document.number == "77/KH-SCT"
    original = archive.original(found["plans"][0]).path
    assert original is not None and Path(original).is_relative_to(archive.folder)


def waited(reader: TestClient, identity: str) -> dict[str, Any]:
    for _ in range(2000):
        found: dict[str, Any] = next(u for u in reader.get("/api/uploads").json()["uploads"] if u["id"] == identity)
        if found["state"] in ("done", "failed"):
            return found
        time.sleep(0.1)
    raise AssertionError("not read")
