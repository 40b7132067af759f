"""Reviewers, readers and an ingestion work on one archive at the same time, and nothing is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from kehoach.corpus import Corpus
from kehoach.corpus.corrections import Outdated
from kehoach.model.plan import Plan
from tests.corpus.conftest import copy_of
from tests.corpus.test_ingest import plans_like, taken_in

REVIEWERS, SAID, FILES = 3, 6, 3


def test_reviewers_readers_and_an_ingestion(filled: Corpus, read_plans: tuple[Plan, Plan], tmp_path: Path) -> None:
    where = filled.engine.url.render_as_string(False)
    fact = read_plans[0].tasks[0].id
    paths = plans_like(tmp_path, FILES)

    def review(name: str, archive: Corpus) -> int:
        """Corrects one value again and again, each time having seen the last correction."""
        refused = 0
        for n in range(SAID):
            while True:
                after = max((c.id for c in archive.corrections(1)), default=0)
                try:
                    archive.correct(1, fact, "corrected", by=name, field="text", new=f"{name} {n}", after=after)
                    break
                except Outdated:
                    refused += 1
        return refused

    def read(name: str, archive: Corpus) -> int:
        """Looks around; what it sees is always whole, and what was once there stays."""
        seen: list[int] = []
        for _ in range(8):
            seen.append(archive.search("chuyen doi so").total or 0)
            assert all(plan.document.number for plan in archive.plans())
        assert seen == sorted(seen) and seen[0] >= 1
        return seen[-1]

    def ingest(name: str, archive: Corpus) -> int:
        return taken_in(archive, paths)[0].done

    def enter(name: str, archive: Corpus) -> int:
        """Enters one content that is there, and one that is new to all, again and again."""
        for _ in range(3):
            archive.add(read_plans[0])
            archive.add(copy_of(read_plans[1], "b", number="99/KH-TĐKT"))
        return 0

    work: list[Callable[[str, Corpus], int]] = [*[review] * REVIEWERS, read, ingest, enter, enter]
    start = Barrier(len(work))

    def person(n: int) -> int:
        with Corpus.open(where) as archive:
            start.wait()
            return work[n](f"người {n}", archive)

    with ThreadPoolExecutor(len(work)) as pool:
        found = list(pool.map(person, range(len(work))))
    said = filled.corrections(1)
    assert Counter(one.by for one in said) == {f"người {n}": SAID for n in range(REVIEWERS)}
    assert [one.new for one in said if one.by == "người 0"] == [f"người 0 {n}" for n in range(SAID)]
    assert filled.entry(1).corrections == REVIEWERS * SAID
    assert filled.corrected(1).plan.tasks[0].text == said[-1].new
    assert found[REVIEWERS + 1] == FILES
    assert found[REVIEWERS] <= filled.search("chuyen doi so").total == 2
    assert filled.list().total == 2 + FILES + 1


def test_of_two_who_saw_the_same_one_is_told(filled: Corpus) -> None:
    fact = filled.plan(1).tasks[0].id
    start = Barrier(4)

    def correct(n: int) -> bool:
        start.wait()
        try:
            filled.correct(1, fact, "corrected", by=f"{n}", field="text", new=f"{n}", after=0)
        except Outdated:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(correct, range(4))) == [False, False, False, True]
    assert len(filled.corrections(1)) == 1
