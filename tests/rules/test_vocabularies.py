"""Every rule matches its own examples and none of its counterexamples."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach.errors import BadConfiguration
from kehoach.rules.load import ATTRIBUTES, load
from kehoach.rules.vocabulary import failing_examples


@pytest.mark.parametrize("name", sorted(ATTRIBUTES))
def test_examples_hold(name: str) -> None:
    assert failing_examples(load()[name]) == []


def test_ids_are_unique_over_all_files() -> None:
    ids = [entry.id for vocabulary in load().vocabularies.values() for entry in vocabulary]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('[[entry]]\nid = "x"\nmatch = ["("]\nexamples = ["a"]\nkind = ["purpose"]', "does not compile"),
        ('[[entry]]\nid = "x"\nmatch = ["a"]\nexamples = ["a"]\nkind = ["purpos"]', "allowed:"),
        ('[[entry]]\nid = "x"\nmatch = ["a"]\nexamples = ["b"]\nkind = ["purpose"]', "does not match its example"),
        ('[[entry]]\nid = "x"\nmatch = ["a"]\nexamples = ["a"]\ncounterexamples = ["ba"]\nkind = ["purpose"]', "counterexample"),
        ('[[entry]]\nid = "x"\nmatch = ["a"]\nexamples = ["a"]\ncolour = 1', "unknown key"),
        ("[entries]", "unknown key"),
        ("not toml", "headings.toml"),
    ],
)  # fmt: skip
def test_a_wrong_rule_file_names_what_is_wrong(tmp_path: Path, content: str, says: str) -> None:
    (tmp_path / "headings.toml").write_text(content, encoding="utf-8")
    with pytest.raises(BadConfiguration, match=says):
        load(tmp_path)


def test_one_file_has_an_id_once(tmp_path: Path) -> None:
    entry = '[[entry]]\nid = "heading.own"\nmatch = ["bến"]\nexamples = ["Bến"]\nkind = ["theme"]\n'
    (tmp_path / "headings.toml").write_text(entry * 2, encoding="utf-8")
    with pytest.raises(BadConfiguration, match=r"heading\.own"):
        load(tmp_path)


def test_a_users_entry_joins_or_replaces(tmp_path: Path) -> None:
    own = '[[entry]]\nid = "heading.theme"\nmatch = ["tiêu đề"]\nexamples = ["Tiêu đề"]\nkind = ["theme"]'
    (tmp_path / "headings.toml").write_text(own, encoding="utf-8")
    mine = load(tmp_path)["headings"]
    assert mine.first("TIÊU ĐỀ NĂM") is not None
    assert mine.first("CHỦ ĐỀ") is None
    assert load()["headings"].first("CHỦ ĐỀ") is not None


def test_an_unknown_file_in_a_users_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "haedings.toml").write_text("", encoding="utf-8")
    with pytest.raises(BadConfiguration, match="haedings") as told:
        load(tmp_path)
    assert "headings" in told.value.advice
