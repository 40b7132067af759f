"""Statements that every document needs, as the database's driver takes them: to compose one and to look at each of its
values costs more than to write the row, so that it is composed once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from sqlalchemy import Connection, Dialect, Table

Row = tuple[object, ...]
"""Values in the order of the columns, of types that the drivers take as they are."""


class Gathered:
    """Rows for several tables, entered together at the end of a transaction: each table's in one statement, whatever the
    number of documents that they are of."""

    def __init__(self) -> None:
        self._rows: dict[Table, list[Row]] = {}

    def add(self, table: Table, rows: Iterable[Row]) -> None:
        """Rows that have a value for every column of the table."""
        self._rows.setdefault(table, []).extend(rows)

    def enter(self, connection: Connection) -> None:
        put = _copy if connection.dialect.name == "postgresql" else enter
        for table, rows in self._rows.items():
            put(connection, table, rows)
        self._rows.clear()


def enter(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Inserts rows that have a value for every column of the table."""
    if rows:
        columns = tuple(column.name for column in table.columns)
        connection.exec_driver_sql(_insert(table.name, columns, (), connection.dialect), list(rows))


def _copy(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """The same for PostgreSQL, which takes many rows so in half the time."""
    if rows:
        quote = connection.dialect.identifier_preparer.quote
        told = f"COPY {quote(table.name)} ({', '.join(quote(column.name) for column in table.columns)}) FROM STDIN"
        with connection.connection.cursor().copy(told) as copy:
            for row in rows:
                copy.write_row(row)


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
