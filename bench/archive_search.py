"""How fast an archive is looked through. One command a claim, each prints a table:

    python -m bench.archive_search search --plans 10000      search, warm
    python -m bench.archive_search library --plans 100000    a page of the list with its facets

Both take ``--on postgresql``: a private server instead of a file.

Milliseconds by the clock and of processor time, the database's too: other programs disturb
the second less.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from typing import get_args

import click
import sqlalchemy as sa
from bench import stores
from bench.archive import TEMPLATES, workplace
from bench.processor import spent
from bench.stores import Database

from kehoach import api
from kehoach.corpus import Corpus, Filter, database
from kehoach.corpus import tables as t
from kehoach.specimen.generator import write
from kehoach.specimen.manuscript import plain_text


@click.group()
def main() -> None:
    """Measures searches and lists."""


@main.command("search")
@click.option("--plans", "count", type=int, default=10_000)
@click.option("--on", type=click.Choice(get_args(Database)), default="sqlite")
def search_claim(count: int, on: Database) -> None:
    """Search over stored plans; the texts are those of generated plans, each with a number of its own."""
    queries = ("chuyển đổi số", "thi đua", "TĐKT", "Sở Nội vụ", "ủy ban nhân dân tỉnh", "số thứ tự không có", '"12/KH"')
    with stores.empty(on) as archive:
        _texts(archive, count)
        _analyzed(archive)
        click.echo("| query | plans found | ms | ms of processor |\n|---|---|---|---|")
        for query in queries:
            found = archive.search(query)
            clock, processor = _timed(lambda query=query: archive.search(query))  # type: ignore[misc]
            click.echo(f"| {query} | {found.total} | {clock:.1f} | {processor:.1f} |")
        narrowed = Filter(year=(2022,), unit="văn phòng")
        clock, processor = _timed(lambda: archive.search("thi đua", narrowed))
        click.echo(
            f"| thi đua, year and unit | {archive.search('thi đua', narrowed).total} | {clock:.1f} | {processor:.1f} |"
        )


def _analyzed(archive: Corpus) -> None:
    """What a server does by itself some minutes after so much came in."""
    with archive.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if archive.engine.dialect.name == "sqlite":
            connection.exec_driver_sql("ANALYZE")
            return
        # What is not on the disk yet VACUUM cannot mark as seen by all, its own work included.
        connection.exec_driver_sql("SET synchronous_commit = on")
        connection.exec_driver_sql("CHECKPOINT")
        connection.exec_driver_sql("VACUUM ANALYZE")


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Medians of 20 in milliseconds: by the clock, and of processor time, which other programs disturb less."""
    clock, processor = [], []
    for _ in range(20):
        began, before = time.perf_counter(), spent()
        work()
        clock.append((time.perf_counter() - began) * 1000)
        processor.append((spent() - before) * 1000)
    return statistics.median(clock), statistics.median(processor)


def _texts(archive: Corpus, count: int) -> None:
    """Plans with all that search and lists need, without reading each: a few are read, the others are copies."""
    with workplace() as here:
        for n in range(min(TEMPLATES, count)):
            written = write(60_000 + n)
            file = here / f"{n}.txt"
            file.write_text(_plain(written.source, written.text_style), encoding="utf-8")
            archive.add(api.read(file))
    with database.writing(archive.engine) as connection:
        names = {table.name: [c.name for c in table.columns] for table in (t.plans, t.texts, t.FACTS["tasks"])}
        for at in range(TEMPLATES, count, TEMPLATES):
            for table, key in (("documents", "id"), ("works", "id")):
                extra = "sha256 || '-' || :at, added_at" if table == "documents" else "key || '-' || :at"
                columns = "sha256, added_at" if table == "documents" else "key"
                connection.exec_driver_sql(
                    f"INSERT INTO {table} (id, {columns}) SELECT {key} + {at}, {extra.replace(':at', str(at))} "
                    f"FROM {table} WHERE {key} <= {TEMPLATES}"
                )
            for table, shifted in (
                ("plans", ("id", "document_id", "work_id")),
                ("texts", ("plan_id",)),
                ("tasks", ("plan_id",)),
            ):
                columns = ", ".join(f'"{name}"' for name in names[table])
                values = ", ".join(f'"{n}" + {at}' if n in shifted else f'"{n}"' for n in names[table])
                first = shifted[0]
                connection.exec_driver_sql(
                    f'INSERT INTO {table} ({columns}) SELECT {values} FROM {table} WHERE "{first}" <= {TEMPLATES}'
                )


def _plain(source: str, style: tuple[int | None, bool]) -> str:
    return plain_text(source, width=style[0], gap=style[1])


@main.command("library")
@click.option("--plans", "count", type=int, default=100_000)
@click.option("--on", type=click.Choice(get_args(Database)), default="sqlite")
def library_claim(count: int, on: Database) -> None:
    """A page of the list with all facets, as the web application asks for it."""
    chance = random.Random(1)
    kinds, levels = (
        ("campaign_launch", "annual_launch", "annual_work_plan", "other"),
        ("province", "district", "commune"),
    )
    with stores.empty(on) as archive:
        numbers = range(1, count + 1)
        with database.writing(archive.engine) as connection:
            connection.execute(t.documents.insert(), [{"id": n, "sha256": str(n), "added_at": ""} for n in numbers])
            connection.execute(t.works.insert(), [{"id": n, "key": str(n)} for n in numbers])
            _heads(connection, [_head(n, chance, kinds, levels) for n in numbers])
        _analyzed(archive)
        asked = {
            "all": Filter(),
            "a province": Filter(province=("38",)),
            "a year and findings": Filter(year=(2020,), audit=("error",)),
            "two levels": Filter(issuer_level=("district", "commune")),
            "two levels, any finding": Filter(issuer_level=("district", "commune"), audit=("error", "warning", "info")),
        }
        click.echo(
            f"| {count} plans | found | list ms | of processor | facets ms | of processor |\n|---|---|---|---|---|---|"
        )
        for name, wanted in asked.items():
            page = _timed(lambda wanted=wanted: archive.list(wanted))  # type: ignore[misc]
            counts = _timed(lambda wanted=wanted: archive.facets(wanted))  # type: ignore[misc]
            times = " | ".join(f"{value:.1f}" for value in (*page, *counts))
            click.echo(f"| {name} | {archive.list(wanted).total} | {times} |")


def _heads(connection: sa.Connection, rows: list[dict[str, object]]) -> None:
    """In one statement, which a server counts as a whole."""
    connection.exec_driver_sql("CREATE TEMPORARY TABLE fresh AS SELECT * FROM plans LIMIT 0")
    connection.execute(sa.table("fresh", *(sa.column(one.name) for one in t.plans.columns)).insert(), rows)
    connection.exec_driver_sql("INSERT INTO plans SELECT * FROM fresh")
    connection.exec_driver_sql("DROP TABLE fresh")


_ISSUER, _PLACE, _SIGNER = "Ủy ban nhân dân huyện Sông Mẫu tỉnh Cao Mẫu", "Sông Mẫu", "Nguyễn Văn Thí Dụ"
_TITLE = "Phát động phong trào thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội trên địa bàn"


def _head(n: int, chance: random.Random, kinds: tuple[str, ...], levels: tuple[str, ...]) -> dict[str, object]:
    year = chance.randint(2005, 2025)
    day = f"{year}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    return {
        "id": n, "document_id": n, "part": 1, "work_id": n, "linked_by": "new", "form": "scan",
        "file": f"/kho/hop {n // 200:04d}/{n}.pdf",
        "type": "KH", "plan_kind": chance.choice(kinds), "number": f"{n}/KH-UBND", "issuer": _ISSUER, "place": _PLACE,
        "issuer_level": chance.choice(levels), "province": f"{chance.randint(1, 96):02d}", "issued_on": day, "year": year,
        "title": _TITLE, "signer": _SIGNER, "position": "Phó Chủ tịch", "authority": "TM. ỦY BAN NHÂN DÂN", "pages": 5,
        "start": f"{year}-01-01", "end": f"{year}-12-31", "period": f"năm {year}", "copy_state": "original",
        "audit": chance.choice(("error", "warning", "info", "clean")), "scan": chance.choice(("whole", "again", None)),
        "errors": 0, "warnings": 0, "quality": chance.choice(("text", "good", "fair", "poor")), "doubtful": 0,
        "review": "none", "corrections": 0, "sort_key": day, "added_at": "", "read_at": "",
    }  # fmt: skip


if __name__ == "__main__":
    main()
