"""Ids of facts come from their words and place, not from their order."""

from __future__ import annotations

from kehoach.assemble.identity import identified
from kehoach.model.plan import Theme


def ids(*themes: Theme) -> list[str]:
    return [theme.id for theme in identified("theme", themes, lambda theme: (theme.path, theme.text))]


def test_the_same_fact_keeps_its_id_when_others_come_before_it() -> None:
    alone = ids(Theme(text="Xanh, sạch, đẹp", path="I"))
    after = ids(Theme(text="Dân chủ, kỷ cương", path="I"), Theme(text="Xanh, sạch, đẹp", path="I"))
    assert alone[0] == after[1]


def test_white_space_does_not_matter_but_path_and_repetition_do() -> None:
    first, spaced, other, again = ids(
        Theme(text="Xanh, sạch, đẹp", path="I"),
        Theme(text="Xanh,  sạch, đẹp", path="I"),
        Theme(text="Xanh, sạch, đẹp", path="II"),
        Theme(text="Xanh, sạch, đẹp", path="I"),
    )
    assert first == spaced
    assert len({first, other, again}) == 3
