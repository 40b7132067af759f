"""Archives in words of our own."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from kehoach import api
from kehoach.corpus import Corpus
from kehoach.corpus.database import url_of
from kehoach.model.plan import Plan
from tests import postgresql
from tests.cli.conftest import kehoach as kehoach
from tests.conftest import PLAN_TEXT

SERVER = "TEST_POSTGRESQL"
"""The variable that names a PostgreSQL server by its URL, to be used instead of a private one."""
sqlite_only = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
"""For tests about the file of a SQLite archive."""

OTHER_TEXT = """UBND TỈNH CÀ MAU
BAN THI ĐUA - KHEN THƯỞNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 15/KH-TĐKT
Cà Mau, ngày 20 tháng 01 năm 2023

KẾ HOẠCH
Phát động thi đua chuyển đổi số năm 2023

I. MỤC ĐÍCH
1. Đưa việc chuyển đổi số vào từng phòng, từng bộ phận của Ban TĐKT.
2. Mỗi cán bộ nộp hồ sơ trên môi trường mạng.

II. TỔ CHỨC THỰC HIỆN
1. Phòng Nghiệp vụ hướng dẫn cách nộp hồ sơ, xong trước ngày 30/6/2023.
2. Văn phòng tổng hợp kết quả.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.

TRƯỞNG BAN

Trần Văn Mẫu
"""


@pytest.fixture(scope="session")
def read_plans(tmp_path_factory: pytest.TempPathFactory) -> tuple[Plan, Plan]:
    """Two plans of different offices, read from text."""
    folder = tmp_path_factory.mktemp("plans")
    made = []
    for name, text in (("1 điện.txt", PLAN_TEXT), ("2 số.txt", OTHER_TEXT)):
        (folder / name).write_text(text, encoding="utf-8")
        made.append(api.read(folder / name))
    return made[0], made[1]


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty archive, to be copied."""
    file = tmp_path_factory.mktemp("archives") / "empty.db"
    Corpus.open(file, create=True).close()
    return file


@pytest.fixture(scope="session")
def filled_file(empty_file: Path, read_plans: tuple[Plan, Plan]) -> Path:
    """The file of an archive of two plans, to be copied."""
    file = empty_file.with_name("filled.db")
    shutil.copy(empty_file, file)
    with Corpus.open(file) as made:
        for plan in read_plans:
            made.add(plan)
    return file


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server."""
    pytest.importorskip("psycopg")
    if os.environ.get(SERVER):
        yield os.environ[SERVER]
        return
    found = postgresql.binaries()
    if found is None:
        pytest.skip(f"no PostgreSQL: install Debian's package postgresql, or name a server in {SERVER}")
    with postgresql.server(found) as url:
        yield url


@pytest.fixture(scope="session")
def empty_database(server: str) -> Iterator[str]:
    """The name of an empty archive on the server, to be copied."""
    with _database(server) as name:
        Corpus.open(_named(server, name), create=True).close()
        yield name


@pytest.fixture(scope="session")
def filled_database(server: str, empty_database: str, read_plans: tuple[Plan, Plan]) -> Iterator[str]:
    """The name of an archive of two plans on the server, to be copied."""
    with _database(server, empty_database) as name:
        with Corpus.open(_named(server, name)) as made:
            for plan in read_plans:
                made.add(plan)
        yield name


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The kind of database that archives are in."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return str(request.param)


@pytest.fixture
def archive(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Corpus]:
    """An empty archive."""
    with _opened(database, "empty", request, tmp_path) as made:
        yield made


@pytest.fixture
def filled(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Corpus]:
    """An archive of two plans, numbered 1 and 2."""
    with _opened(database, "filled", request, tmp_path) as made:
        yield made


@contextmanager
def _opened(database: str, which: str, request: pytest.FixtureRequest, folder: Path) -> Iterator[Corpus]:
    """A copy of the file, or of the database on the server."""
    if database == "sqlite":
        shutil.copy(request.getfixturevalue(f"{which}_file"), folder / "kho.db")
        with Corpus.open(folder / "kho.db") as made:
            yield made
        return
    server = request.getfixturevalue("server")
    with (
        _database(server, request.getfixturevalue(f"{which}_database")) as name,
        Corpus.open(_named(server, name)) as made,
    ):
        yield made


@contextmanager
def _database(server: str, like: str = "template1") -> Iterator[str]:
    """The name of a database that is there for a while."""
    name = f"kehoach_test_{secrets.token_hex(6)}"
    engine = sa.create_engine(url_of(server), isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {like}")
        try:
            yield name
        finally:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")


def _named(server: str, name: str) -> str:
    return url_of(server).set(database=name).render_as_string(False)


def copy_of(plan: Plan, mark: str, **head: object) -> Plan:
    """The plan as if read from another file, with another head."""
    source = replace(plan.source, sha256=mark * 64, path=f"{mark}.txt")
    return replace(plan, source=source, document=replace(plan.document, **head))  # type: ignore[arg-type]


def without_tallies(connection: sa.Connection) -> None:
    """Takes back the archive's fourth form."""
    for event in ("insert", "update", "delete"):
        sqlite = connection.dialect.name == "sqlite"
        connection.exec_driver_sql(
            f"DROP TRIGGER tallies_{event}" if sqlite else f"DROP FUNCTION tallies_{event} CASCADE"
        )
    connection.exec_driver_sql("DROP TABLE tallies")
