"""The numbers of plans that are kept are those that a count of the plans gives, whatever is done to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from kehoach.corpus import FACETS, Corpus, FacetValue, Filter, tallies, writing
from kehoach.corpus.database import writing as transaction
from kehoach.corpus.importing import put_archive
from kehoach.corpus.tables import plans
from kehoach.corpus.tables import tallies as table
from kehoach.corpus.verify import counts_checked
from kehoach.model.plan import Plan
from tests.conftest import PLAN_TEXT
from tests.corpus.conftest import copy_of, without_tallies
from tests.corpus.test_ingest import box, taken_in

Pair = tuple[Plan, Plan]


def enter_copy(archive: Corpus, pair: Pair) -> None:
    archive.add(copy_of(pair[0], "c", copy_state="draft"))


def enter_another(archive: Corpus, pair: Pair) -> None:
    archive.add(copy_of(pair[0], "d", number="5/KH-SCT", province=None, plan_kind=None))


def enter_again(archive: Corpus, pair: Pair) -> None:
    archive.add(pair[1])


def read_otherwise(archive: Corpus, pair: Pair) -> None:
    archive.add(
        replace(pair[1], document=replace(pair[1].document, issued_on="2019-05-04", province="01"), findings=())
    )


def review(archive: Corpus, pair: Pair) -> None:
    archive.set_review(2, "done")


def correct_and_undo(archive: Corpus, pair: Pair) -> None:
    one = archive.correct(1, pair[0].tasks[0].id, "corrected", by="A", field="text", new="khác")
    archive.undo(one.id, by="A")


def drop(archive: Corpus, pair: Pair) -> None:
    with transaction(archive.engine) as connection:
        writing.drop_plan(connection, 1)


def bring_in(archive: Corpus, pair: Pair) -> None:
    for plan in put_archive(archive, archive):
        assert plan


def change_many(archive: Corpus, pair: Pair) -> None:
    """One statement that changes several plans, and others not."""
    enter_another(archive, pair)
    with transaction(archive.engine) as connection:
        connection.execute(plans.update().values(quality="poor", year=sa.case((plans.c.id == 2, None), else_=2001)))
        connection.execute(plans.update().values(title="khác"))


def take_nothing_back(archive: Corpus, pair: Pair) -> None:
    """What is rolled back is not counted."""
    with pytest.raises(ZeroDivisionError), transaction(archive.engine) as connection:
        connection.execute(plans.update().values(audit="error"))
        raise ZeroDivisionError


DONE = (
    enter_copy, enter_another, enter_again, read_otherwise, review, correct_and_undo, drop, bring_in, change_many,
    take_nothing_back,
)  # fmt: skip


@pytest.mark.parametrize("done", DONE)
def test_numbers_stay_right(filled: Corpus, read_plans: Pair, done: Callable[[Corpus, Pair], None]) -> None:
    done(filled, read_plans)
    with filled.engine.connect() as connection:
        assert tallies.wrong(connection) == {}


WANTED = [
    Filter(), Filter(year=(2022,)), Filter(year=(2022, 2023)), Filter(year=(1999,)), Filter(province=("", "96")),
    Filter(review=("none",)), Filter(scan=("",)), Filter(plan_kind=("",)), Filter(audit=("clean", "error")),
]  # fmt: skip


@pytest.mark.parametrize("wanted", WANTED)
def test_they_say_what_a_count_says(
    filled: Corpus, read_plans: Pair, wanted: Filter, monkeypatch: pytest.MonkeyPatch
) -> None:
    for change in (enter_copy, enter_another):
        change(filled, read_plans)
    kept = filled.facets(wanted), filled.list(wanted).total
    assert tallies.kept(wanted)
    monkeypatch.setattr(tallies, "kept", lambda wanted: False)
    assert kept == (filled.facets(wanted), filled.list(wanted).total)
    assert set(kept[0]) == set(FACETS)


@pytest.mark.parametrize("wanted", [Filter(form=("scan",)), Filter(ids=()), Filter(year=(2022,), audit=("error",))])
def test_other_filters_are_counted(wanted: Filter) -> None:
    assert not tallies.kept(wanted)


def test_wrong_numbers_are_told_and_mended(filled: Corpus) -> None:
    with transaction(filled.engine) as connection:
        connection.execute(table.update().where(table.c.facet == "year", table.c.given == "").values(plans=7))
        connection.execute(table.delete().where(table.c.given == "audit"))
    told = counts_checked(filled).doubts
    assert ("//year/2022", "7 → 1") in {(doubt.where, doubt.what) for doubt in told}
    assert {doubt.trouble for doubt in told} == {"other_counts"}
    assert counts_checked(filled).doubts == ()
    assert filled.facets()["year"] == (FacetValue(2022, 1), FacetValue(2023, 1))


def test_an_older_archive_gets_its_numbers(filled: Corpus) -> None:
    with transaction(filled.engine) as connection:
        without_tallies(connection)
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0003'")
    with Corpus.open(filled.engine.url.render_as_string(False)) as again, again.engine.connect() as connection:
        assert tallies.wrong(connection) == {}
        assert again.list().total == 2


def test_an_empty_archive_has_no_numbers(archive: Corpus) -> None:
    assert archive.list().total == 0
    assert archive.facets() == dict.fromkeys(FACETS, ())


def test_an_ingestion_is_counted(archive: Corpus, tmp_path: Path) -> None:
    taken_in(archive, box(tmp_path, a=PLAN_TEXT, b=PLAN_TEXT + "\n"))
    assert archive.list().total == 2
    assert archive.facets()["year"] == (FacetValue(2022, 2),)
