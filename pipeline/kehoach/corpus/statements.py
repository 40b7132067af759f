"""Statements that every document needs, as the database's driver takes them: to compose one and to look at each of its
values costs more than to write the row, so that it is composed once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sqlalchemy import Connection, Dialect, Table

Row = tuple[object, ...]
"""Values in the order of the columns, of types that the drivers take as they are."""


def enter(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Inserts rows that have a value for every column of the table."""
    if rows:
        columns = tuple(column.name for column in table.columns)
        connection.exec_driver_sql(_insert(table.name, columns, (), connection.dialect), list(rows))


def replace(connection: Connection, table: Table, columns: tuple[str, ...], rows: Sequence[Row]) -> None:
    """Inserts rows, or gives these columns of the rows that are there (of the same primary key) the new values."""
    key = tuple(column.name for column in table.primary_key.columns)
    connection.exec_driver_sql(_insert(table.name, columns, key, connection.dialect), list(rows))


@lru_cache(maxsize=256)
def _insert(table: str, columns: tuple[str, ...], key: tuple[str, ...], dialect: Dialect) -> str:
    """With a key, what is there is changed. SQLite and PostgreSQL say it alike."""
    quote = dialect.identifier_preparer.quote
    names, place = [quote(name) for name in columns], "?" if dialect.paramstyle == "qmark" else "%s"
    told = f"INSERT INTO {quote(table)} ({', '.join(names)}) VALUES ({', '.join([place] * len(names))})"
    if not key:
        return told
    changed = ", ".join(f"{name} = excluded.{name}" for name in map(quote, columns) if name not in map(quote, key))
    return f"{told} ON CONFLICT ({', '.join(map(quote, key))}) DO UPDATE SET {changed}"
