"""The description of the tables is that of the code, and SQLite takes it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from kehoach.corpus.browsing import datasette
from kehoach.corpus.describe import sql
from kehoach.corpus.tables import metadata

FILE = Path(__file__).parents[2] / "schemas" / "store.sql"


def test_the_file_is_that_of_the_code() -> None:
    assert FILE.read_text(encoding="utf-8") == sql(), "make schemas"


def test_it_makes_the_tables() -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript(sql())
    made = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert set(metadata.tables) <= made


def test_what_datasette_is_told_is_there() -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript(sql())
    told = datasette("kho")["databases"]["kho"]
    columns = {name: {row[1] for row in connection.execute(f"PRAGMA table_info({name})")} for name in told["tables"]}
    for name, table in told["tables"].items():
        assert {*table.get("columns", ()), *table.get("facets", ())} <= columns[name]
        assert all(table.get("columns", {}).values())
    for query in told["queries"].values():
        connection.execute(query["sql"], {"words": "thi dua", "unit": "van phong"})
