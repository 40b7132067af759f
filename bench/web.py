"""Server time of the pages with a large archive.

    python -m bench.web [PLANS] [sqlite|postgresql]

Makes an archive of so many plans (100,000 by default; copies of two plans under other heads; text, checks and
records for some of them), asks for each page several times, and prints the medians
of the processor time and of the time: on a machine that does nothing else they are the same.
Claims: the library page takes less than 150 ms, a plan page less than 300 ms.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from bench import stores
from bench.processor import spent
from bench.stores import Database
from fastapi.testclient import TestClient

from kehoach import api
from kehoach.corpus import Corpus, database
from kehoach.corpus.bundle import Bundle, bundle
from kehoach.corpus.tables import FACTS, documents, plans, records, texts, works
from kehoach.web import Rates, Settings, application

SPECIMENS = Path(__file__).parents[1] / "corpora"
PROVINCES = ("42", "83", "96", "84", "45", "40", "67", "01", "79", "91")
PAGES = {
    "library": "/", "library, second page": "", "library, one province": "/?province=42",
    "library, province and year": "/?province=42&year=2020&audit=error", "search, rare words": "/?q=dat+dai+so+hoa+ke+hoach+99991",
    "search, words of every plan": "/?q=thi+dua", "plan": "/plans/1000", "review queue": "/review", "audit board": "/audit",
    "audit board, one year": "/audit?year=2020",
}  # fmt: skip
REPEAT = 7
SEARCHED, CHARACTERS = 10, 600
"""One in so many plans has so much of its text: a whole archive would be 8 GB and take long to make. Search has a bench
of its own."""
KEPT = 100
"""One in so many plans has its record, and the last ones of each batch: the others are only listed."""
CHECKED = (2020, 2024)
"""Years whose plans have their checks, for the same reason."""


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    database: Database = "postgresql" if sys.argv[2:] == ["postgresql"] else "sqlite"
    with stores.empty(database) as archive:
        began = time.perf_counter()
        fill(archive, count)
        sys.stdout.write(f"{count} plans in {time.perf_counter() - began:.0f} s" + "\n")
        rates = Rates(per_second=1e6, burst=10**6)
        with TestClient(application(archive, Settings(rates=rates)), base_url="http://localhost") as reader:
            following = reader.get("/").text.rpartition('rel="next"')[0].rpartition('href="')[2].partition('"')[0]
            pages = {**PAGES, "library, second page": following.replace("&amp;", "&")}
            for name, address in pages.items():
                times = [seconds(reader, address) for _ in range(REPEAT + 1)][1:]
                cpu, wall = (statistics.median(t[n] for t in times) * 1000 for n in (0, 1))
                sys.stdout.write(f"{name:32} {cpu:6.0f} ms of processor time, {wall:6.0f} ms on this machine\n")


def seconds(reader: TestClient, address: str) -> tuple[float, float]:
    """Processor time and time that an answer takes."""
    cpu, began = spent(), time.perf_counter()
    answer = reader.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return spent() - cpu, time.perf_counter() - began


def fill(archive: Corpus, count: int) -> None:
    """Rows straight into the tables: making each plan's bundle anew would take an hour and measure nothing."""
    made = [
        bundle(api.read(SPECIMENS / name / "plan.txt"), archive.speller)
        for name in ("so-tnmt-nghe-an-2022", "ubnd-cu-jut-2023")
    ]
    with database.writing(archive.engine) as connection:
        for first in range(1, count + 1, 2000):
            put(connection, made, range(first, min(first + 2000, count + 1)))
        connection.execute(sa.text("ANALYZE"))


def put(connection: sa.Connection, made: list[Bundle], ids: range) -> None:
    """The rows of these plans."""
    now = database.now()
    connection.execute(documents.insert(), [{"id": n, "sha256": f"{n:064x}", "added_at": now} for n in ids])
    connection.execute(works.insert(), [{"id": n, "key": str(n)} for n in ids])
    connection.execute(plans.insert(), [listed(n, made[n % len(made)], now) for n in ids])
    own = [(n, made[n % len(made)]) for n in ids]
    kept = [
        {"plan_id": n, "schema_version": b.schema_version, "data": b.record}
        for n, b in own
        if n % KEPT == 0 or n > own[-1][0] - KEPT
    ]
    connection.execute(records.insert(), kept)
    connection.execute(texts.insert(), [searched(n, b) for n, b in own if n % SEARCHED == 0])
    for kind in ("checks", "findings"):
        facts = list(checked(kind, own))
        if facts:
            connection.execute(FACTS[kind].insert(), facts)


def listed(n: int, plan: Bundle, now: str) -> dict[str, Any]:
    """A plan's row: a copy under another head."""
    year = 2010 + n % 15
    return {
        "id": n, "document_id": n, "part": 1, "work_id": n, "linked_by": "new", "review": "none", "corrections": 0,
        "added_at": now, "read_at": now, **plan.head,
        "province": PROVINCES[n % len(PROVINCES)], "year": year, "issued_on": f"{year}-{n % 12 + 1:02}-15",
        "sort_key": f"{year}-{n % 12 + 1:02}-15", "number": f"{n}/KH-UBND", "doubtful": n % 9,
        "audit": ("error", "warning", "info", "clean")[n % 4], "quality": ("good", "fair", "poor", "text")[n // 7 % 4],
        "issuer_level": ("province", "district", "province_department", "commune")[n // 3 % 4],
    }  # fmt: skip


def searched(n: int, plan: Bundle) -> dict[str, Any]:
    """What search finds of a plan."""
    return {
        "plan_id": n,
        "text": plan.text[:CHARACTERS],
        "head": f"{plan.search_head} {n}",
        "words": f"{plan.words[:CHARACTERS]} {n}",
        "signature": plan.signature,
    }


def checked(kind: str, own: Iterable[tuple[int, Bundle]]) -> Iterator[dict[str, Any]]:
    """The rows of this kind that the checks of some plans made."""
    names = [column.name for column in FACTS[kind].columns]
    for n, plan in own:
        if 2010 + n % 15 in CHECKED:
            for at, row in enumerate(plan.facts.get(kind, ()), 1):
                yield dict(zip(names, (n, at, *row), strict=True))


if __name__ == "__main__":
    main()
