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
from tests.cli.conftest import kehoach as kehoach
from tests.conftest import PLAN_TEXT

SERVER = os.environ.get("TEST_POSTGRESQL")
"""The URL of a PostgreSQL server, on which the tests of the store then run instead of SQLite."""
sqlite_only = pytest.mark.skipif(bool(SERVER), reason="about the file of a SQLite archive")

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


@pytest.fixture
def archive(tmp_path: Path, empty_file: Path) -> Iterator[Corpus]:
    """An empty archive."""
    with _opened(tmp_path, empty_file) as made:
        yield made


@pytest.fixture
def filled(tmp_path: Path, filled_file: Path, read_plans: tuple[Plan, Plan]) -> Iterator[Corpus]:
    """An archive of two plans, numbered 1 and 2."""
    with _opened(tmp_path, filled_file) as made:
        if SERVER:
            for plan in read_plans:
                made.add(plan)
        yield made


@contextmanager
def _opened(folder: Path, file: Path) -> Iterator[Corpus]:
    """A copy of the file, or an archive on the server."""
    if not SERVER:
        shutil.copy(file, folder / "kho.db")
        with Corpus.open(folder / "kho.db") as made:
            yield made
        return
    name = f"kehoach_test_{secrets.token_hex(6)}"
    server = sa.create_engine(url_of(SERVER), isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
        try:
            with Corpus.open(url_of(SERVER).set(database=name).render_as_string(False), create=True) as made:
                yield made
        finally:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    server.dispose()


def copy_of(plan: Plan, mark: str, **head: object) -> Plan:
    """The plan as if read from another file, with another head."""
    source = replace(plan.source, sha256=mark * 64, path=f"{mark}.txt")
    return replace(plan, source=source, document=replace(plan.document, **head))  # type: ignore[arg-type]
