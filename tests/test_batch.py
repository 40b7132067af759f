"""Many documents: in order, in processes of their own, none lost."""

from __future__ import annotations

import os
from multiprocessing import active_children
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from kehoach.batch import Outcome, Request, process_all
from kehoach.export.json import to_json
from kehoach.model.document import Source
from kehoach.model.plan import Plan
from kehoach.reading import Settings
from tests.conftest import PLAN_TEXT


def deadly(plan: Plan, source: Source) -> dict[str, str]:
    """A document that takes its process with it."""
    if b"DEADLY" in source.data:
        os._exit(9)
    if b"BROKEN" in source.data:
        raise RuntimeError("broken")
    return {"json": to_json(plan)}


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    found = []
    for n, marks in enumerate(["", "DEADLY", "BROKEN", ""]):
        file = tmp_path / f"{n}.txt"
        file.write_text(f"{PLAN_TEXT}\n{marks}\n", encoding="utf-8")
        found.append(str(file))
    return found


def test_a_document_that_kills_its_process_costs_no_other(paths: list[str]) -> None:
    outcomes = list(process_all(paths, Request(deadly, Settings(jobs=2, cache=None))))
    assert [outcome.path for outcome in outcomes] == paths
    assert [_told(outcome) for outcome in outcomes] == ["ok", "bad_input", "internal", "ok"]
    assert "RuntimeError: broken" in outcomes[2].trace


def _told(outcome: Outcome) -> str:
    return outcome.error.code if outcome.error else "ok"


def test_an_interrupted_series_ends_its_processes(paths: list[str]) -> None:
    others = set(active_children())
    series = process_all(paths[:1] * 5, Request(deadly, Settings(jobs=1, cache=None)))
    assert next(series).error is None
    own = set(active_children()) - others
    assert own
    series.close()  # type: ignore[attr-defined]
    with pytest.raises(StopIteration):
        next(series)
    assert all(_ended(child) for child in own)


def _ended(child: BaseProcess) -> bool:
    """Whether a process ends soon, told by its pipe: the pool's own thread may be the one that waits for it, and
    ``is_alive`` is wrong until that thread has written down what it got."""
    return bool(wait([child.sentinel], 20))


def test_no_documents_are_no_error() -> None:
    assert list(process_all([], Request(deadly))) == []
