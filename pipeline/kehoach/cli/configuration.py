"""Settings and where each comes from: flag, then environment (KEHOACH_*), then kehoach.toml, then default."""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from kehoach.errors import BadConfiguration

FILE = "kehoach.toml"
PREFIX = "KEHOACH_"
NAMED_FILE = "KEHOACH_CONFIG"
NONE = "none"
"""The word that sets a path to nothing: ``cache = "none"``."""
BEST = "best"
"""The word that leaves the choice of language models to the program."""
_TRUE = {"1", "true", "yes", "on", "có"}
_FALSE = {"0", "false", "no", "off", "không"}


@dataclass(frozen=True)
class Setting:
    """One setting: ``read`` makes its value from what was given, and raises ValueError with what is allowed.

    ``nothing`` is the word that stands for no value.
    """

    name: str
    default: object
    read: Callable[[object], object]
    help: str
    nothing: str = NONE

    @property
    def variable(self) -> str:
        return PREFIX + self.name.upper()


@dataclass(frozen=True)
class Value:
    """``origin`` is for people: "--jobs", "KEHOACH_JOBS", the file, or "default"."""

    value: Any
    origin: str


class Configuration:
    """The value of every setting, with its origin."""

    def __init__(self, values: Mapping[str, Value], files: tuple[Path, ...] = ()) -> None:
        self._values, self.files = dict(values), files

    def __getitem__(self, name: str) -> Any:
        return self._values[name].value

    def __iter__(self) -> Iterator[tuple[str, Value]]:
        return iter(self._values.items())


def one_of(*allowed: str) -> Callable[[object], object]:
    def read(given: object) -> object:
        if given not in allowed:
            raise ValueError(", ".join(allowed))
        return given

    return read


def some_of(*allowed: str) -> Callable[[object], object]:
    """One or several words, as a list or separated by commas: a tuple, each once."""

    def read(given: object) -> object:
        words = given.split(",") if isinstance(given, str) else given
        if not isinstance(words, list | tuple) or not words:
            raise ValueError(", ".join(allowed))
        found = dict.fromkeys(str(word).strip() for part in words for word in str(part).split(","))
        if not set(found) <= set(allowed):
            raise ValueError(", ".join(allowed))
        return tuple(found)

    return read


def whole(least: int, most: int) -> Callable[[object], object]:
    def read(given: object) -> object:
        text = str(given).strip()
        if isinstance(given, bool | float) or not text.isdecimal() or not least <= int(text) <= most:
            raise ValueError(f"{least} … {most}")
        return int(text)

    return read


def seconds(given: object) -> object:
    """A positive number of seconds."""
    try:
        value = float(str(given))
    except ValueError:
        value = 0.0
    if isinstance(given, bool) or not 0 < value < 1e6:
        raise ValueError("> 0")
    return value


def flag(given: object) -> object:
    if isinstance(given, bool):
        return given
    word = str(given).strip().lower()
    if word not in _TRUE | _FALSE:
        raise ValueError("true, false")
    return word in _TRUE


def path(given: object) -> object:
    """A path, "~" being the home folder; None for the word "none"."""
    if not isinstance(given, str) or not given.strip():
        raise ValueError(f'path, "{NONE}"')
    return None if given.strip().lower() == NONE else Path(given).expanduser()


def text(given: object) -> object:
    """Any word; None for the word "none"."""
    if not isinstance(given, str) or not given.strip():
        raise ValueError(f'text, "{NONE}"')
    return None if given.strip().lower() == NONE else given.strip()


def days(given: object) -> object:
    """A number of days; None for the word "none"."""
    return None if str(given).strip().lower() == NONE else whole(0, 100_000)(given)


def models(given: object) -> object:
    """Names of Tesseract models joined by "+"; None for the word "best"."""
    if not isinstance(given, str) or not re.fullmatch(r"[\w./-]+(\+[\w./-]+)*", given.strip()):
        raise ValueError(f'"{BEST}", "vie", "vie+Vietnamese"')
    return None if given.strip().lower() == BEST else given.strip()


def configuration(
    settings: tuple[Setting, ...],
    flags: Mapping[str, object],
    environ: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Configuration:
    """Every setting, from the first place that gives it.

    Args:
        flags: values of the command line by setting; None where the flag was not given.
        environ: by default the process's environment.
        folder: where the search for kehoach.toml begins; by default the current folder.

    Raises:
        BadConfiguration: a file does not parse, a setting is unknown, or a value is not allowed.
    """
    environ = os.environ if environ is None else environ
    folder = folder or Path.cwd()
    files = tuple(_files(environ, folder))
    contents = [(file, _content(file, settings)) for file in files]
    values = {}
    for setting in settings:
        values[setting.name] = Value(setting.default, "default")
        for raw, origin, base in islice(_given(setting, flags, environ, contents, folder), 1):
            value = _value(setting, raw, origin)
            values[setting.name] = Value(base / value if isinstance(value, Path) else value, origin)
    return Configuration(values, files)


def unknown_variables(settings: tuple[Setting, ...], environ: Mapping[str, str]) -> list[str]:
    """Environment variables that look like settings of this program, and are none."""
    known = {setting.variable for setting in settings} | {NAMED_FILE}
    return sorted(name for name in environ if name.startswith(PREFIX) and name not in known)


def user_file(environ: Mapping[str, str]) -> Path:
    """The user's own file: %APPDATA% on Windows, $XDG_CONFIG_HOME or ~/.config elsewhere."""
    base = environ.get("APPDATA") if sys.platform == "win32" else environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "kehoach" / FILE


def _given(
    setting: Setting,
    flags: Mapping[str, object],
    environ: Mapping[str, str],
    contents: list[tuple[Path, Mapping[str, object]]],
    here: Path,
) -> Iterator[tuple[object, str, Path]]:
    """(raw value, origin, folder that a path is relative to), the strongest first."""
    if flags.get(setting.name) is not None:
        yield flags[setting.name], f"--{setting.name.replace('_', '-')}", here
    if environ.get(setting.variable, "").strip():
        yield environ[setting.variable], setting.variable, here
    for file, content in contents:
        if setting.name in content:
            yield content[setting.name], str(file), file.parent


def _value(setting: Setting, raw: object, origin: str) -> object:
    try:
        return setting.read(raw)
    except ValueError as error:
        raise BadConfiguration(
            f"{origin}: {setting.name} = {raw!r} không hợp lệ / is not allowed",
            f"Giá trị được dùng / allowed: {error}",
        ) from error


def _files(environ: Mapping[str, str], folder: Path) -> Iterator[Path]:
    """The file that KEHOACH_CONFIG names, or the nearest one upwards; then the user's."""
    named = environ.get(NAMED_FILE, "").strip()
    if named.lower() == NONE:
        return
    if named:
        yield Path(named).expanduser()
        return
    nearest = next((p / FILE for p in (folder, *folder.parents) if (p / FILE).is_file()), None)
    if nearest is not None:
        yield nearest
    own = user_file(environ)
    if own.is_file() and own != nearest:
        yield own


def _content(file: Path, settings: tuple[Setting, ...]) -> Mapping[str, object]:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadConfiguration(f"{file}: {error}", "Sửa tệp cấu hình / mend the configuration file") from error
    allowed = [setting.name for setting in settings]
    if unknown := sorted(set(content) - set(allowed)):
        raise BadConfiguration(
            f"{file}: không có thiết lập / no such setting: {', '.join(unknown)}",
            f"Các thiết lập / settings: {', '.join(allowed)}",
        )
    return content
