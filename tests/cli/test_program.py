"""Help, wrong command lines, failures nobody foresaw, interruption."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from kehoach import errors
from kehoach.cli import program
from tests.cli.conftest import Kehoach


def test_help_names_every_command_and_exit_code(kehoach: Kehoach) -> None:
    ran = kehoach("--help")
    assert ran.code == 0
    assert all(name in ran.out for name in program.COMMANDS)
    assert all(f"  {code} " in ran.out for code in (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 130))


@pytest.mark.parametrize("name", list(program.COMMANDS))
def test_every_command_has_help_in_both_languages(name: str, kehoach: Kehoach) -> None:
    ran = kehoach(name, "--help")
    assert ran.code == 0
    assert ran.err == ""
    assert ran.out.isascii() is False


def test_help_needs_nothing_heavy() -> None:
    code = "import sys; from kehoach.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
    code += "heavy = {'numpy', 'pandas', 'cv2', 'spacy', 'underthesea', 'pydantic', 'rich', 'scipy', 'PIL', 'jinja2'}\n"
    code += "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert ran.stderr.strip() == "[]"


def test_reading_a_text_needs_no_picture_and_no_table(plan_file: Path) -> None:
    code = "import sys; from kehoach.cli import main\ntry: main(['read', sys.argv[1]])\nexcept SystemExit: pass\n"
    code += (
        "heavy = {'numpy', 'pandas', 'cv2', 'spacy', 'underthesea', 'scipy', 'PIL', 'jinja2', 'onnxruntime', 'dask'}\n"
    )
    code += "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    ran = subprocess.run(
        [sys.executable, "-c", code, str(plan_file)], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert ran.stderr.splitlines()[-1] == "[]"
    assert '"sections"' in ran.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("reed",),
        ("read",),
        ("read", "x", "--to", "pdf"),
        ("read", "x", "--mode", "fast"),
        ("read", "x", "--jobs", "many"),
        ("read", "x", "--pages", "0"),
        ("read", "x", "--pages", "5-3"),
        ("read", "x", "--nonsense"),
        ("evaluate", "records", "x"),
        ("schema", "letter"),
        ("rules", "list", "no-such-vocabulary"),
        ("rules", "show", "no.such.rule"),
        (),
    ],
)
def test_a_wrong_command_line_is_told_on_stderr(arguments: tuple[str, ...], kehoach: Kehoach) -> None:
    ran = kehoach(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (ZeroDivisionError("oops"), 15, "ZeroDivisionError: oops"),
        (KeyboardInterrupt(), 130, "interrupted"),
        (click.Abort(), 130, "interrupted"),
        (errors.MissingDependency("thiếu", "cài đặt"), 4, "[missing_dependency]\n  → cài đặt"),
        (errors.FileAccess("không mở"), 5, "file_access"),
        (errors.NothingToDo("trống"), 6, "nothing_to_do"),
        (errors.VersionMismatch("khác"), 7, "version_mismatch"),
        (errors.Encrypted("khóa"), 8, "encrypted"),
        (errors.BadConfiguration("sai"), 9, "bad_configuration"),
    ],
)
def test_every_failure_has_its_exit_code(
    raised: BaseException, code: int, said: str, kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr("kehoach.cli.config.configured", fail)
    ran = kehoach("config", "show")
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert "Traceback" not in ran.err
    if code == 15:
        assert "Traceback" in kehoach("-v", "config", "show").err  # as the advice says


def test_the_tree_of_errors_is_the_documented_one() -> None:
    assert errors.__doc__ is not None
    for name in ("UsageError", "MissingDependency", "FileAccess", "NothingToDo", "VersionMismatch", "BadInput",
                 "Encrypted", "Truncated", "EmptyInput", "NotADocument", "BadConfiguration"):  # fmt: skip
        error = getattr(errors, name)
        line = next(line for line in errors.__doc__.splitlines() if f" {name} " in line)
        assert f" {error.exit_code} " in f"{line} "


def test_the_version_is_told(kehoach: Kehoach) -> None:
    assert kehoach("--version").out.startswith("kehoach ")


def test_a_reader_that_has_gone_is_no_crash() -> None:
    command = [sys.executable, "-c", "from kehoach.cli import main; main(['schema', 'plan'])"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as ran:
        assert ran.stdout is not None and ran.stderr is not None
        ran.stdout.close()
        assert ran.stderr.read() == b""
    assert ran.returncode == 5
