"""Flag, environment, kehoach.toml, default: the first that is given wins, and its origin is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach.cli.configuration import configuration, unknown_variables
from kehoach.cli.settings import SETTINGS, reading_settings
from kehoach.errors import BadConfiguration


def chosen(name: str, flags: dict[str, object], environ: dict[str, str], folder: Path) -> tuple[object, str]:
    environ = {"XDG_CONFIG_HOME": str(folder / "home"), **environ}
    value = dict(configuration(SETTINGS, flags, environ, folder))[name]
    return value.value, value.origin


def test_the_stronger_place_wins(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    own = tmp_path / "a" / "b" / "home" / "kehoach" / "kehoach.toml"
    own.parent.mkdir(parents=True)
    own.write_text("jobs = 1\ndpi = 200\n", encoding="utf-8")
    assert chosen("jobs", {}, {}, deep) == (1, str(own))
    project = tmp_path / "kehoach.toml"
    project.write_text("jobs = 2\n", encoding="utf-8")
    assert chosen("jobs", {}, {}, deep) == (2, str(project))
    assert chosen("dpi", {}, {}, deep) == (200, str(own))
    assert chosen("jobs", {}, {"KEHOACH_JOBS": "3"}, deep) == (3, "KEHOACH_JOBS")
    assert chosen("jobs", {"jobs": "4"}, {"KEHOACH_JOBS": "3"}, deep) == (4, "--jobs")
    assert chosen("mode", {}, {}, deep) == ("auto", "default")


def test_a_file_can_be_named_or_done_without(tmp_path: Path) -> None:
    (tmp_path / "kehoach.toml").write_text("jobs = 2\n", encoding="utf-8")
    other = tmp_path / "other.toml"
    other.write_text("jobs = 5\n", encoding="utf-8")
    assert chosen("jobs", {}, {"KEHOACH_CONFIG": str(other)}, tmp_path) == (5, str(other))
    assert chosen("jobs", {}, {"KEHOACH_CONFIG": "none"}, tmp_path) == (0, "default")


def test_folders_in_a_file_are_relative_to_it(tmp_path: Path) -> None:
    (tmp_path / "kehoach.toml").write_text('rules = "quy tắc"\n', encoding="utf-8")
    below = tmp_path / "below"
    below.mkdir()
    assert chosen("rules", {}, {}, below)[0] == tmp_path / "quy tắc"


@pytest.mark.parametrize(
    ("name", "given", "value"),
    [
        ("strict", "yes", True),
        ("strict", "0", False),
        ("progress", "off", False),
        ("cache", "none", None),
        ("languages", "vie+Vietnamese", "vie+Vietnamese"),
        ("languages", "best", None),
        ("page_timeout", "1.5", 1.5),
        ("dpi", "300", 300),
    ],
)
def test_values_are_read_from_text(name: str, given: str, value: object, tmp_path: Path) -> None:
    assert chosen(name, {}, {f"KEHOACH_{name.upper()}": given}, tmp_path)[0] == value


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("jobs = ", "kehoach.toml"),
        ("job = 2", "job"),
        ("jobs = -1", "jobs = -1"),
        ("jobs = true", "jobs = True"),
        ("jobs = 2.5", "jobs = 2.5"),
        ('mode = "fast"', "mode = 'fast'"),
        ("dpi = 20", "dpi = 20"),
        ('strict = "perhaps"', "strict = 'perhaps'"),
        ("page_timeout = 0", "page_timeout = 0"),
        ("rules = 7", "rules = 7"),
        ('languages = "vie;rm"', "languages"),
        ("[read]\njobs = 2", "read"),
    ],
)
def test_a_wrong_file_is_told_with_what_is_allowed(content: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "kehoach.toml").write_text(content, encoding="utf-8")
    with pytest.raises(BadConfiguration) as caught:
        chosen("jobs", {}, {}, tmp_path)
    assert said in caught.value.message
    assert caught.value.advice


def test_a_named_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration):
        chosen("jobs", {}, {"KEHOACH_CONFIG": str(tmp_path / "nowhere.toml")}, tmp_path)


def test_a_misspelt_variable_is_noticed() -> None:
    assert unknown_variables(SETTINGS, {"KEHOACH_JOB": "1", "KEHOACH_JOBS": "1", "PATH": ""}) == ["KEHOACH_JOB"]


def test_the_defaults_are_those_of_reading(tmp_path: Path) -> None:
    environ = {"XDG_CONFIG_HOME": str(tmp_path)}
    settings = reading_settings(configuration(SETTINGS, {}, environ, tmp_path), pages=(1, 3))
    assert settings == type(settings)(pages=(1, 3))
