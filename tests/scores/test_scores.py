"""The program reads no worse than it did: F1 by field against a recorded baseline, printed at the end of the run.

Where a field falls by more than the margin, mend the change, or, where the loss is meant and explained, record the new
figures: ``python -m bench.baseline --record``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from bench import baseline

from kehoach.evaluating import Evaluation, report
from kehoach.rules.load import load

Print = Callable[[str, object], None]


def held(name: str, evaluation: Evaluation, record_property: Print) -> None:
    record_property("scores", f"{name}\n{report.table(evaluation)}")
    fallen = baseline.falls(baseline.recorded()[name], baseline.of(evaluation))
    assert not fallen, f"more than {baseline.MARGIN} below the baseline: {', '.join(map(str, fallen))}"


def test_specimens_in_words_held_back(record_property: Print) -> None:
    held("specimens", baseline.specimens(load()), record_property)


@pytest.mark.samples
def test_sample_plans(samples: Path, record_property: Print) -> None:
    held("samples", baseline.samples(samples, load()), record_property)


@pytest.mark.parametrize(
    ("before", "now", "fallen"),
    [
        ({"tasks": 0.9}, {"tasks": 0.885}, []),
        ({"tasks": 0.9}, {"tasks": 0.87}, ["tasks 0.900 → 0.870"]),
        ({"tasks": 0.9}, {"tasks": 0.95, "themes": 0.1}, []),
        ({"tasks": 0.9}, {}, ["tasks 0.900 → 0.000"]),
    ],
)
def test_a_fall_is_more_than_the_margin(
    before: Mapping[str, float], now: Mapping[str, float], fallen: list[str]
) -> None:
    assert list(map(str, baseline.falls(before, now))) == fallen
