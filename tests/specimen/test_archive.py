"""The archive with planted trends is what its recipe says."""

from __future__ import annotations

from pathlib import Path

import pytest

import kehoach as kh
from kehoach.errors import BadConfiguration
from kehoach.specimen.archive import read_recipe, write

RECIPE = Path(__file__).parents[2] / "corpora" / "archive.toml"


def test_the_recipe_makes_an_archive_of_the_size_it_says() -> None:
    recipe = read_recipe(RECIPE)
    made = list(write(recipe))
    assert len({one.name for one in made}) == len(made) == 12 * 8 + 7 + 1 + 8 + 3
    assert all(sum(recipe.scores(year).values()) == 100 for year in range(2018, 2026))
    assert [one.text for one in made] == [one.text for one in write(recipe)]


def test_a_plan_reads_as_it_was_meant() -> None:
    made = next(one for one in write(read_recipe(RECIPE)) if one.name == "52-2020")
    plan = kh.read(made.text.encode())
    assert (plan.document.issuer, plan.document.province) == ("Ủy ban nhân dân tỉnh Bình Định", "52")
    assert [c.points for c in plan.criteria] == [30, 35, 15, 20]


def test_a_broken_recipe_is_told(tmp_path: Path) -> None:
    (tmp_path / "r.toml").write_text("years = [2018, 2025]", encoding="utf-8")
    with pytest.raises(BadConfiguration):
        read_recipe(tmp_path / "r.toml")
