"""Where the results of a call go: stdout, a file, a folder; one file a plan, or all plans together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from kehoach.batch import Outcome
from kehoach.cli import console, outputs
from kehoach.cli.forms import EACH, FOLDERS, LINE, TOGETHER
from kehoach.cli.inputs import STDIN, Inputs
from kehoach.errors import UsageError
from kehoach.export import json

if TYPE_CHECKING:
    from kehoach.model.plan import Plan

_WRITERS = {
    "jsonl": ("kehoach.export.lines", "JsonLines"),
    "csv": ("kehoach.export.csv", "CsvTables"),
    "xlsx": ("kehoach.export.excel", "Workbook"),
    "parquet": ("kehoach.export.parquet", "ParquetTables"),
}

_IN_A_ROW = ("json", LINE, "md")
"""Forms of which several may follow one another on the screen."""


class Writer(Protocol):
    """A form that holds many plans. ``close`` puts it in its place, ``discard`` leaves nothing behind."""

    def add(self, plan: Plan) -> None: ...
    def close(self) -> None: ...
    def discard(self) -> None: ...


class Target:
    """Takes the outcomes of one call.

    ``forms`` are those that every document must be rendered to.
    """

    def __init__(
        self, forms: tuple[str, ...], files: Mapping[str, Mapping[str, Path]], whole: Mapping[str, Path]
    ) -> None:
        self.forms, self._files, self._whole = forms, files, whole
        self._writers: list[Writer] = []

    @property
    def to_screen(self) -> bool:
        return not self._files and not self._whole

    def places(self) -> Iterator[Path]:
        """The files and folders that are written."""
        yield from (path for forms in self._files.values() for path in forms.values())
        yield from self._whole.values()

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Within it outcomes are put. The forms that hold all plans are there when it is left without an error."""
        try:
            for form, path in self._whole.items():
                self._writers.append(writer(form)(path))
            yield
            for made in self._writers:
                made.close()
        except BaseException:
            for made in self._writers:
                made.discard()
            raise

    def put(self, outcome: Outcome) -> None:
        """Writes what became of a document to the screen and to files of its own.

        Raises:
            FileAccess: it cannot be written.
            UsageError: it holds several plans, which this form has no place for on the screen.
        """
        several = len(outcome.results) > 1
        form = self.forms[-1]
        if several and self.to_screen and form not in _IN_A_ROW:
            raise UsageError(
                f"{outcome.path} có {len(outcome.results)} kế hoạch (several plans in one file), {form}: -o FOLDER",
                "kehoach read --help",
            )
        for n, result in enumerate(outcome.results, 1):
            if self.to_screen:
                console.data(result[LINE if several and LINE in result else form])
            for form, path in self._files.get(outcome.path, {}).items():
                place = outputs.numbered_path(path, n, EACH[form]) if several else path
                outputs.write(place, result[form])

    def gather(self, outcome: Outcome) -> None:
        """Adds a document to the forms that hold all of them: these are not whole any more where that fails.

        Raises:
            FileAccess: one of them cannot be written.
        """
        if not self._writers or outcome.error is not None:
            return
        for result in outcome.results:
            plan = json.from_json(result[LINE])
            for made in self._writers:
                made.add(plan)


def target(inputs: Inputs, output: str | None, forms: tuple[str, ...]) -> Target:
    """Where each result goes.

    Raises:
        click.UsageError: the results do not fit on stdout or into one file.
        UsageError: one would replace a file that is read.
    """
    made = _target(inputs, output, forms)
    outputs.apart_all(made.places(), inputs.paths)
    return made


def _target(inputs: Inputs, output: str | None, forms: tuple[str, ...]) -> Target:
    if output in (None, STDIN):
        return _screen(inputs, forms)
    path = Path(str(output))
    whole = [form for form in forms if form in TOGETHER]
    each = [form for form in forms if form in EACH]
    needed = (*each, *([LINE] if whole else []))
    folder = path.is_dir() or str(output).endswith(("/", "\\"))
    if len(forms) == 1 and whole:
        alone = path if whole[0] in FOLDERS or not folder else path / TOGETHER[whole[0]]
        _check(path, whole[0] in FOLDERS)
        return Target(needed, {}, {whole[0]: alone})
    if len(forms) == 1 and not folder and not inputs.many:
        return Target(needed, {inputs.paths[0]: {forms[0]: path}}, {})
    _check(path, True)
    files: dict[str, dict[str, Path]] = {given: {} for given in inputs.paths} if each else {}
    for form in each:
        for given, name in zip(inputs.paths, outputs.unique_names(inputs.paths, EACH[form]), strict=True):
            files[given][form] = path / name
    return Target(needed, files, {form: path / TOGETHER[form] for form in whole})


def _screen(inputs: Inputs, forms: tuple[str, ...]) -> Target:
    if len(forms) > 1 or (forms[0] in TOGETHER and forms[0] != "jsonl"):
        raise click.UsageError(f"{', '.join(forms)} cần / need: -o FOLDER")
    if inputs.many and forms[0] not in ("json", "jsonl"):
        raise click.UsageError(f"Nhiều văn bản ra {forms[0]} cần / several documents as {forms[0]} need: -o FOLDER")
    line = inputs.many or forms[0] == "jsonl"
    if line:
        return Target((LINE,), {}, {})
    return Target((LINE, *forms) if forms[0] == "json" else forms, {}, {})


def _check(path: Path, folder: bool) -> None:
    if folder and path.exists() and not path.is_dir():
        raise click.UsageError(f"Các kết quả này cần một thư mục / these results need a folder: -o {path}")


def writer(form: str) -> Callable[[Path], Writer]:
    """What writes a form that holds many plans."""
    module, name = _WRITERS[form]
    made: Callable[[Path], Writer] = getattr(import_module(module), name)
    return made
