"""Opening an archive: its engine, the settings of its connections, its form brought up to date."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError

from kehoach.corpus.tables import archive
from kehoach.errors import FileAccess, MissingDependency, UsageError, VersionMismatch

HEAD = "0004"
"""The newest form of the archive that this program knows."""
_SUFFIXES = {".db", ".sqlite", ".sqlite3"}
_WAIT_MS = 30_000
_WRITES = "kehoach_writes"
_LOCK = 745_201
"""The number of PostgreSQL's advisory lock that writers take."""


def url_of(where: str | Path) -> URL:
    """The URL of an archive given as a path or as a URL.

    Raises:
        UsageError: it is neither.
    """
    text = str(where)
    if "://" not in text:
        return URL.create("sqlite", database=str(Path(text).expanduser().absolute()))
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise UsageError(f"Không phải đường dẫn hay URL / neither a path nor a URL: {text}") from error
    return url.set(drivername="postgresql+psycopg") if url.drivername in ("postgresql", "postgres") else url


def connect(where: str | Path, *, create: bool, readonly: bool = False) -> Engine:
    """The engine of an archive whose form is up to date.

    Raises:
        FileAccess: the archive is not there (and ``create`` is False), or cannot be opened.
        VersionMismatch: it was written by a newer program, or it is no archive; for a reader also where it is older.
        MissingDependency: the driver of its database is not installed.
        UsageError: ``where`` is neither a path nor a URL.
    """
    url = url_of(where)
    if url.get_backend_name() == "sqlite":
        _prepare_file(Path(url.database or ""), create)
    try:
        engine = sa.create_engine(url, **({"pool_pre_ping": True} if url.get_backend_name() != "sqlite" else {}))
    except NoSuchModuleError as error:
        raise UsageError(f"Không có loại cơ sở dữ liệu này / no such kind of database: {url.drivername}") from error
    except ModuleNotFoundError as error:
        raise MissingDependency(
            f"Thiếu trình điều khiển cơ sở dữ liệu / database driver missing: {error.name}",
            "pip install 'kehoach[postgres]'",
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _tune)
        event.listen(engine, "begin", _begin)
    else:
        event.listen(engine, "connect", _tune_server)
    try:
        _bring_up(engine, create=create, readonly=readonly)
    except (OperationalError, DatabaseError) as error:
        engine.dispose()
        raise FileAccess(
            f"Không mở được kho / the archive cannot be opened: {url.render_as_string()}: {error.orig}",
            "Kiểm tra đường dẫn, quyền và máy chủ / check the path, the permissions and the server",
        ) from error
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that holds the right to write from its beginning, so that it never fails half way for want of it,
    and nobody else enters the same document meanwhile.

    Raises:
        FileAccess: the database cannot be written: no space, no permission, held by another program, gone.
    """
    try:
        with engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
            if engine.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
            yield connection
    except (OperationalError, engine.dialect.loaded_dbapi.OperationalError) as error:
        raise FileAccess(
            f"Không ghi được vào kho / the archive cannot be written: {getattr(error, 'orig', error)}",
            "Kiểm tra chỗ trống, quyền ghi, và chương trình khác đang mở kho; chạy lại là làm tiếp / check the space left, "
            "the permission, and other programs that hold the archive; running it again goes on",
        ) from error


def now() -> str:
    """The time in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _prepare_file(path: Path, create: bool) -> None:
    """The file is made before SQLite makes it, so that others are shut out from the first moment."""
    if path.exists():
        return
    if not create:
        raise FileAccess(
            f"Không có kho / no such archive: {path}",
            f"Tạo bằng / make it with: kehoach ingest FOLDER --store {path}",
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, stat.S_IRUSR | stat.S_IWUSR))
    except OSError as error:
        raise FileAccess(
            f"Không tạo được kho / the archive cannot be made: {path}: {error.strerror}",
            "Kiểm tra quyền ghi / check the permission to write there",
        ) from error


def _tune(connection: Any, _: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {_WAIT_MS}", "journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON",
        "temp_store = MEMORY", "cache_size = -65536", "mmap_size = 268435456",
    ):  # fmt: skip
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _tune_server(connection: Any, _: object) -> None:
    """What is counted lies in indexes that fit into memory; PostgreSQL takes every page for one on a turning disk, and
    would read the whole table in their place."""
    with connection.cursor() as cursor:
        cursor.execute("SET random_page_cost = 1.1")
    connection.commit()


def _begin(connection: Connection) -> None:
    """SQLite's own driver would begin late and upgrade a reader to a writer, which can fail at once."""
    immediate = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _bring_up(engine: Engine, *, create: bool, readonly: bool) -> None:
    with engine.connect() as connection:
        version = _version(connection)
    if version == HEAD:
        return
    if version is None and not create:
        raise VersionMismatch(
            f"Không phải kho của kehoach / this is no archive of kehoach: {engine.url.render_as_string()}",
            "Kiểm tra đường dẫn / check the path",
        )
    if version is not None and version > HEAD:
        raise VersionMismatch(
            f"Kho do phiên bản kehoach mới hơn ghi / written by a newer kehoach: {version} > {HEAD}",
            "Cập nhật kehoach / update kehoach",
        )
    if readonly:
        raise VersionMismatch(
            f"Kho ở dạng cũ / the archive has an older form: {version} < {HEAD}",
            "Mở để ghi một lần / open it for writing once: kehoach stats --store ARCHIVE",
        )
    _migrate(engine)


def _version(connection: Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _migrate(engine: Engine) -> None:
    """Runs the steps that are missing, all or none."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)
        if connection.execute(sa.select(archive.c.key).where(archive.c.key == "created_at")).scalar() is None:
            connection.execute(archive.insert().values(key="created_at", value=now()))
