"""The application over small archives in words of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from kehoach import api
from kehoach.corpus import Corpus
from kehoach.model.plan import Plan
from kehoach.web import Rates, Settings, application
from tests.conftest import PLAN_TEXT
from tests.corpus.conftest import OTHER_TEXT

QUICK = Rates(per_second=10_000, burst=100_000, signing_in=100_000)


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two plans as text files."""
    folder = tmp_path_factory.mktemp("texts")
    made = []
    for name, text in (("1 điện.txt", PLAN_TEXT), ("2 số.txt", OTHER_TEXT)):
        (folder / name).write_text(text, encoding="utf-8")
        made.append(folder / name)
    return made[0], made[1]


@pytest.fixture(scope="session")
def read_plans(texts: tuple[Path, Path]) -> tuple[Plan, Plan]:
    """The two plans, read."""
    return api.read(texts[0]), api.read(texts[1])


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Corpus]:
    """An empty archive."""
    with Corpus.open(tmp_path / "kho.db", create=True) as made:
        yield made


@pytest.fixture
def filled(archive: Corpus, read_plans: tuple[Plan, Plan]) -> Corpus:
    """An archive of two plans, numbered 1 and 2."""
    for plan in read_plans:
        archive.add(plan)
    return archive


Client = Callable[..., TestClient]


@pytest.fixture
def client(filled: Corpus) -> Iterator[Client]:
    """Makes clients of an application over the archive; each comes with a session and its token."""
    opened: list[TestClient] = []

    def make(settings: Settings | None = None, name: str = "An") -> TestClient:
        app = application(filled, settings or Settings(name=name, rates=QUICK))
        made = TestClient(app, base_url="http://localhost", raise_server_exceptions=False)
        opened.append(made.__enter__())
        made.headers["x-kehoach-token"] = made.get("/api/session").json().get("token", "")
        return made

    yield make
    for one in opened:
        one.__exit__(None, None, None)
