"""What an archive asks of its scans: pages to be scanned again, missing pages, marks of urgency and secrecy."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from kehoach.corpus import Corpus, Filter
from kehoach.corpus.tables import plans
from kehoach.model.document_info import PageInfo, Stamp
from kehoach.model.plan import Plan
from tests.cli.conftest import Kehoach
from tests.corpus.conftest import copy_of, without_tallies

PAGES = tuple(PageInfo(n, 595.0, 842.0, "ocr", ocr_confidence=0.9) for n in (1, 2, 3))
SCANS: list[tuple[dict[str, Any], tuple[object, ...]]] = [
    ({"pages": PAGES}, ("whole", None, None, None)),
    ({"pages": PAGES, "rescan": (1, 3)}, ("again", None, "1 3", None)),
    ({"pages": PAGES, "missing": (4,)}, ("again", None, None, "4")),
    ({"pages": (replace(PAGES[0], failed=True), replace(PAGES[1], blank=True))}, ("again", "2", None, None)),
    ({"pages": (replace(PAGES[0], text_from="text_layer"),)}, (None, None, None, None)),
]
OF_SCANS = ("scan", "blank_pages", "rescan_pages", "missing_pages")


def scanned(plan: Plan, mark: str, **source: Any) -> Plan:
    made = copy_of(plan, mark, number=f"{mark}/KH-SCT", stamps=(Stamp("urgency", text="HỎA TỐC"),))
    return replace(made, source=replace(made.source, **source))


@pytest.fixture
def box(filled: Corpus, read_plans: tuple[Plan, Plan]) -> Corpus:
    """An archive of two texts and, from 3 on, of SCANS."""
    for n, (source, _) in enumerate(SCANS, 3):
        filled.add(scanned(read_plans[0], str(n), **source))
    return filled


def test_a_list_tells_what_is_wrong_with_scans(box: Corpus) -> None:
    for n, (_, told) in enumerate(SCANS, 3):
        assert tuple(getattr(box.entry(n), name) for name in OF_SCANS) == told
        assert (box.entry(n).urgency, box.entry(n).secrecy) == ("HỎA TỐC", None)


@pytest.mark.parametrize(
    "wanted, ids",
    [
        (Filter(scan=("again",)), [4, 5, 6]),
        (Filter(scan=("whole", "")), [1, 2, 3, 7]),
        (Filter(marked=("secrecy",)), []),
        (Filter(marked=("secrecy", "urgency"), scan=("again",)), [4, 5, 6]),
        (Filter(copy_state=("unknown",), marked=("urgency",)), [3, 4, 5, 6, 7]),
    ],
)
def test_plans_are_found_by_it(box: Corpus, wanted: Filter, ids: list[int]) -> None:
    assert sorted(entry.id for entry in box.list(wanted).entries) == ids
    counts = {value.value: value.count for value in box.facets(wanted)["scan"]}
    asked = replace(wanted, scan=())
    assert counts == {
        value: box.list(replace(asked, scan=(value or "",))).total for value in counts
    }  # a facet is not narrowed by itself


def test_the_list_of_pages_to_scan_again(box: Corpus, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEHOACH_STORE", box.engine.url.render_as_string(False))
    assert kehoach("search", "--scan", "again", "--marked", "urgency", "--to", "ids").out.split() == ["6", "5", "4"]
    told = kehoach("stats", "--rescan").out
    assert "3 tệp" in told and "scan again pages: 1, 3" in told and "printed pages: 4" in told
    rows = list(csv.DictReader(io.StringIO(kehoach("stats", "--rescan", "-t", "csv").out.lstrip("\ufeff"))))
    assert [(row["plan"], row["rescan_pages"], row["missing_pages"]) for row in rows] == [
        ("4", "1 3", ""), ("5", "", "4"), ("6", "", ""),
    ]  # fmt: skip
    assert [one["number"] for one in json.loads(kehoach("stats", "--rescan", "-t", "json").out)] == [
        "4/KH-SCT", "5/KH-SCT", "6/KH-SCT",
    ]  # fmt: skip
    assert kehoach("stats", "-t", "csv").code == kehoach("stats", "--rescan", "--failures").code == 2


def test_an_older_archive_gets_it_from_its_records(box: Corpus) -> None:
    names = (*OF_SCANS, "urgency", "secrecy")
    query = sa.select(plans.c.id, *(plans.c[name] for name in names)).order_by(plans.c.id)
    with box.engine.connect() as connection:
        expected = connection.execute(query).all()
    with box.engine.begin() as connection:
        without_tallies(connection)
        for index in ("when", "traits", "facets"):
            connection.exec_driver_sql(f"DROP INDEX ix_plans_{index}")
        for name in names:
            connection.exec_driver_sql(f"ALTER TABLE plans DROP COLUMN {name}")
        connection.exec_driver_sql("CREATE INDEX ix_plans_facets ON plans (province, year)")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0002'")
    with (
        Corpus.open(box.engine.url.render_as_string(False)) as again,
        again.engine.connect() as connection,
    ):
        assert connection.execute(query).all() == expected
