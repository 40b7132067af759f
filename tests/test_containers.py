"""The container recipes name what is there: files, packages, extras, commands, options, settings."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from typing import Any

import click
import pytest

from kehoach.cli.configuration import unknown_variables
from kehoach.cli.program import program
from kehoach.cli.settings import SETTINGS
from tests.conftest import REPOSITORY

yaml = pytest.importorskip("yaml")
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]


def instructions() -> list[tuple[str, str]]:
    text = re.sub(r"(?m)^\s*#.*\n?", "", (REPOSITORY / "Dockerfile").read_text("utf-8")).replace("\\\n", " ")
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in text.splitlines() if line)]


def ignored(path: str) -> bool:
    """Whether .dockerignore, which names what is taken, leaves a path out."""
    taken = re.findall(r"(?m)^!(.+)$", (REPOSITORY / ".dockerignore").read_text("utf-8"))
    return not any(path == one or path.startswith(f"{one}/") for one in taken)


def test_what_is_copied_is_there() -> None:
    copied = [shlex.split(rest)[:-1] for name, rest in instructions() if name == "COPY"]
    named = [path for paths in copied if not paths[0].startswith("--from") for path in paths]
    assert named and all((REPOSITORY / path).exists() and not ignored(path) for path in named)


def test_packages_are_those_of_the_makefile() -> None:
    wanted = re.search(r"(?m)^APT := (.*)$", (REPOSITORY / "Makefile").read_text("utf-8"))
    found = re.search(r"(?m)^RUN system-packages ([^&]*)", (REPOSITORY / "Dockerfile").read_text("utf-8"))
    assert wanted and found
    engine = {name for name in shlex.split(wanted[1]) if name.startswith("tesseract")}  # the others draw specimens
    assert set(found[1].split()) == engine


def test_extras_and_entry_point_are_the_projects() -> None:
    text = (REPOSITORY / "Dockerfile").read_text("utf-8")
    assert set(re.findall(r"--extra (\S+)", text)) <= set(PROJECT["optional-dependencies"])
    assert [rest for name, rest in instructions() if name == "ENTRYPOINT"] == ['["kehoach"]']
    assert "kehoach" in PROJECT["scripts"]


def services() -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load((REPOSITORY / "compose.yaml").read_text("utf-8"))
    made: dict[str, Any] = told["services"]
    return made


def called() -> Iterator[tuple[str, click.Command, list[str]]]:
    """Each service's command with its arguments."""
    from distributed.cli import dask_scheduler, dask_worker

    dask = {"scheduler": dask_scheduler.main, "worker": dask_worker.main}
    for name, service in services().items():
        if "entrypoint" in service:
            yield name, dask[service["entrypoint"][1]], service["entrypoint"][2:]
        elif "command" in service:
            found = program.get_command(click.Context(program), service["command"][0])
            assert found is not None
            yield name, found, service["command"][1:]


def test_commands_are_there() -> None:
    pytest.importorskip("distributed")
    made = {
        name: command.make_context(name, arguments, resilient_parsing=False) for name, command, arguments in called()
    }
    assert set(made) == {"web", "scheduler", "worker", "ingest"}


def test_what_services_name_is_there() -> None:
    told = yaml.safe_load((REPOSITORY / "compose.yaml").read_text("utf-8"))
    for service in told["services"].values():
        assert set(service.get("depends_on", ())) <= set(told["services"])
        named = {volume.partition(":")[0] for volume in service.get("volumes", ())}
        assert {name for name in named if re.fullmatch(r"\w+", name)} <= set(told["volumes"])
        environment = {name: "" for name in service.get("environment", {}) if name != "KEHOACH_SERVE_PASSWORD"}
        assert unknown_variables(SETTINGS, environment) == []
