"""What goes into an archive comes out of it, is found, counted, filtered and paged."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

import kehoach as kh
from kehoach.corpus import Corpus, Filter, Territory, database
from kehoach.corpus.tables import metadata
from kehoach.errors import FileAccess, UsageError, VersionMismatch
from kehoach.export.frame import PLAN_COLUMNS, columns
from kehoach.model.plan import Plan
from tests.corpus.conftest import copy_of, sqlite_only


def test_the_steps_make_the_tables(archive: Corpus) -> None:
    with archive.engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    ours = [one for one in found if "texts_fts" not in str(one) and "vector" not in str(one)]
    assert ours == []


@sqlite_only
def test_an_archive_is_closed_to_others(tmp_path: Path, archive: Corpus, read_plans: tuple[Plan, Plan]) -> None:
    file = Path(read_plans[0].source.path)
    archive.add(read_plans[0], file.read_bytes(), keep=True)
    assert stat.S_IMODE((tmp_path / "kho.db").stat().st_mode) == 0o600
    assert stat.S_IMODE(archive.folder.stat().st_mode) == 0o700
    assert archive.original(1).path == archive.folder / kept(archive)
    assert archive.original(1).known == (str(file),)


def kept(archive: Corpus) -> str:
    return next(p.relative_to(archive.folder).as_posix() for p in archive.folder.rglob("*.txt"))


@pytest.mark.parametrize(
    "error, where", [(FileAccess, "none.db"), (VersionMismatch, "empty.db"), (UsageError, "x://[")]
)
def test_what_is_no_archive_is_told(tmp_path: Path, error: type[Exception], where: str) -> None:
    (tmp_path / "empty.db").touch()
    with pytest.raises(error):
        Corpus.open(where if "://" in where else tmp_path / where)


@sqlite_only
def test_an_archive_that_cannot_be_written_is_told(archive: Corpus) -> None:
    with pytest.raises(FileAccess), database.writing(archive.engine) as connection:
        connection.exec_driver_sql("INSERT INTO nowhere VALUES (1)")


def test_odd_texts_come_back_as_they_were(archive: Corpus, read_plans: tuple[Plan, Plan]) -> None:
    odd = "a\tb\\n\nc \\. \\N đ\r\"'"
    task = replace(read_plans[0].tasks[0], text=odd, product=None)
    archive.add(replace(read_plans[0], tasks=(task,)))
    found = archive.table("tasks")
    assert (found["text"][0], found["product"][0]) == (odd, None)
    assert archive.plan(1).tasks[0].text == odd


def test_a_plan_comes_back_as_it_was(filled: Corpus, read_plans: tuple[Plan, Plan]) -> None:
    assert [kh.to_dict(filled.plan(n)) for n in (1, 2)] == [kh.to_dict(plan) for plan in read_plans]
    assert [kh.to_dict(plan) for plan in filled.plans()] == [kh.to_dict(plan) for plan in read_plans]
    with pytest.raises(UsageError):
        filled.plan(3)


def test_a_plan_entered_again_takes_the_place_of_the_first(filled: Corpus, read_plans: tuple[Plan, Plan]) -> None:
    assert filled.add(read_plans[1]) == 2
    assert filled.list().total == 2
    assert filled.search("chuyển đổi số").total == 1


@pytest.mark.parametrize("kind", ["documents", "criteria", "tasks", "deadlines", "sections", "evidence", "checks"])
def test_tables_are_those_of_the_plans(filled: Corpus, read_plans: tuple[Plan, Plan], kind: str) -> None:
    found, expected = filled.table(kind), kh.frame(read_plans, kind)  # type: ignore[arg-type]
    assert list(found.columns[:1]) == ["plan"] and {"province", "year"} <= set(found.columns)
    assert found[list(columns(kind))].equals(expected)  # type: ignore[arg-type]
    assert columns(kind)[: len(PLAN_COLUMNS)] == PLAN_COLUMNS  # type: ignore[arg-type]


SEARCHES = [
    ("chuyển đổi số", [2], True),
    ("chuyen doi so", [2], True),
    ("CHUYỂN ĐỔI SỐ", [2], True),
    ("số chuyển", [2], False),
    ("tđkt", [2], True),
    ("Thi đua - Khen thưởng", [2], True),
    ("tdkt", [2], True),
    ("UBND", [2, 1], True),
    ("ủy ban nhân dân tỉnh", [2, 1], True),
    ('"15/KH-TĐKT"', [2], True),
    ('tiết kiệm "phát huy"', [], False),
    ("sầu riêng", [], True),
    ("100% * OR (", [], False),
]


@pytest.mark.parametrize("query, ids, exact", SEARCHES)
def test_search(filled: Corpus, query: str, ids: list[int], exact: bool) -> None:
    found = filled.search(query)
    assert sorted(hit.plan.id for hit in found.hits) == sorted(ids)
    if ids:
        assert found.exact is exact
    for hit in found.hits:
        for snippet in hit.snippets:
            assert snippet.text in filled.plan(hit.plan.id).text
            assert all(snippet.text[a:b].strip() for a, b in snippet.marks)


def test_marks_stand_on_the_words_and_on_their_abbreviations(filled: Corpus) -> None:
    marked = [s.text[a:b] for s in filled.search("thi đua khen thưởng").hits[0].snippets for a, b in s.marks]
    assert {mark.casefold() for mark in marked} == {"thi đua - khen thưởng", "tđkt"}
    with pytest.raises(UsageError):
        filled.search(" ?! ")


FILTERS = [
    (Filter(province=("96",)), [2]),
    (Filter(year=(2022, 2023)), [2, 1]),
    (Filter(year=(1999,)), []),
    (Filter(province=("",)), []),
    (Filter(territory=(Territory("96", until="2023-12-31"), Territory("15"))), [2]),
    (Filter(territory=(Territory("96", since="2025-07-01"),)), []),
    (Filter(unit="van phong"), [2, 1]),
    (Filter(unit="Phòng Nghiệp vụ"), [2]),
    (Filter(due_before="2023-01-01"), [1]),
    (Filter(unit="phòng nghiệp vụ", due_before="2023-07-01"), [2]),
    (Filter(unit="phòng nghiệp vụ", due_before="2023-01-01"), []),
    (Filter(ids=(1,)), [1]),
    (Filter(review=("none",)), [2, 1]),
    (Filter(scan=("",)), [2, 1]),
    (Filter(copy_state=("original",)), []),
    (Filter(marked=("urgency", "secrecy")), []),
]


@pytest.mark.parametrize("wanted, ids", FILTERS)
def test_filters(filled: Corpus, wanted: Filter, ids: list[int]) -> None:
    found = filled.list(wanted)
    assert ([entry.id for entry in found.entries], found.total) == (ids, len(ids))
    assert sorted(hit.plan.id for hit in filled.search("kế hoạch", wanted).hits) == sorted(ids)


def test_pages_hold_every_plan_once(filled: Corpus, read_plans: tuple[Plan, Plan]) -> None:
    for n in range(3, 9):
        filled.add(copy_of(read_plans[0], f"{n}", number=f"{n}/KH-SCT"))
    for order in ("-issued_on", "issued_on", "-added", "added"):
        seen: list[int] = []
        after = None
        while after is not None or not seen:
            page = filled.list(order=order, after=after, limit=3)
            assert page.total == 8
            seen += [entry.id for entry in page.entries]
            after = page.next
        assert sorted(seen) == list(range(1, 9))
        assert seen == [entry.id for entry in filled.list(order=order).entries]
    for wrong in ("", "x", "WzFd"):
        with pytest.raises(UsageError):
            filled.list(after=wrong)


def test_a_facet_is_not_narrowed_by_itself(filled: Corpus) -> None:
    counts = filled.facets(Filter(province=("96",)))
    assert {value.value: value.count for value in counts["province"]} == {"83": 1, "96": 1}
    assert {value.value: value.count for value in counts["year"]} == {2023: 1}
    assert {value.value: value.count for value in filled.facets(query="tiết kiệm")["year"]} == {2022: 1}


@pytest.mark.parametrize("wanted", [Filter(), Filter(year=(2022,)), Filter(province=("96",), year=(2023,))])
def test_every_facet_counts_what_the_list_then_shows(
    filled: Corpus, read_plans: tuple[Plan, Plan], wanted: Filter
) -> None:
    filled.add(copy_of(read_plans[0], "3", number="3/KH-SCT", province=None))
    for name, values in filled.facets(wanted).items():
        assert sum(value.count for value in values) == filled.list(replace(wanted, **{name: ()})).total
        for value in values:
            chosen = replace(wanted, **{name: (value.value if value.value is not None else "",)})
            assert filled.list(chosen).total == value.count


WORKS = [
    ({}, "number"),
    ({"copy_state": "received_copy"}, "number"),
    ({"number": None}, "text"),
    ({"number": "/KH-SCT", "issued_on": None}, "text"),
    ({"number": "78/KH-SCT"}, "new"),
    ({"number": None, "issued_on": "2021-03-09"}, "new"),
    ({"number": None, "issuer": "Sở Xây dựng tỉnh Bến Tre"}, "new"),
]


@pytest.mark.parametrize("head, how", WORKS)
@pytest.mark.parametrize("backwards", [False, True])
def test_copies_are_linked_and_kept(
    archive: Corpus, read_plans: tuple[Plan, Plan], head: dict[str, str], how: str, backwards: bool
) -> None:
    pair = [read_plans[0], copy_of(read_plans[0], "a", **head)]
    for plan in reversed(pair) if backwards else pair:
        archive.add(plan)
    first, second = archive.entry(1), archive.entry(2)
    assert (first.linked_by, second.linked_by) == ("new", how)
    assert (first.work_id == second.work_id) is (how != "new")
    assert archive.list(Filter(work=first.work_id)).total == (1 if how == "new" else 2)
    assert len(list(archive.plans(copies=False))) == len({first.work_id, second.work_id})


def test_studies_count_the_best_copy_of_a_work(archive: Corpus, read_plans: tuple[Plan, Plan]) -> None:
    signed, draft = copy_of(read_plans[0], "b"), copy_of(read_plans[0], "a", number=None, copy_state="draft")
    for plan in (draft, signed, read_plans[1]):
        archive.add(plan)
    (best,) = archive.plans(Filter(work=1), copies=False)
    assert best.document.number == signed.document.number
    assert len(archive.matrix()) == 2
    assert set(archive.reuse().plans["number"]) == {signed.document.number, read_plans[1].document.number}
