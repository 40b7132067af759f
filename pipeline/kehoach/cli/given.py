"""Documents and records that a command is given -> their plans: what ``kehoach audit``, ``compare`` and others work on."""

from __future__ import annotations

import json as standard_json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from kehoach import batch
from kehoach.batch import Outcome, Request
from kehoach.cli import console, outputs
from kehoach.cli.inputs import documents, expand, named
from kehoach.errors import FileAccess, KehoachError, NothingToDo, VersionMismatch
from kehoach.export import json
from kehoach.model.document import Source
from kehoach.model.plan import Plan

RECORDS = (".json", ".jsonl")
_HEAD = 4096
_MARK = '"schema_version"'


@dataclass(frozen=True)
class Hearing:
    """Who hears what goes wrong with a file: people, and the caller by ``errors``. ``verbose``: with its trace."""

    errors: list[KehoachError] = field(default_factory=list)
    quiet: bool = False
    verbose: bool = False

    def hear(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self.errors.append(outcome.error)
            console.failure(outcome.error)
            if self.verbose and outcome.trace:
                console.say(outcome.trace)
        elif outcome.failed_pages and not self.quiet:
            pages = ", ".join(map(str, outcome.failed_pages))
            console.warn(f"{outcome.path}: không đọc được trang / pages that could not be read: {pages}")


def as_line(plan: Plan, source: Source) -> Mapping[str, str]:
    """What comes back from the process that read a document."""
    return {"line": json.to_json(plan, indent=None)}


def plans(
    arguments: Sequence[str], request: Request, told: Callable[[Outcome], None], *,
    output: str | None = None, bar: bool = False,
) -> Iterator[tuple[str, Plan]]:  # fmt: skip
    """(file, plan) of every document and record that the arguments name, in their order; ``told`` hears of every document
    read, and of every record that is none: it costs no other.

    A folder that holds no documents is searched for records. Documents that follow one another are read side by side.
    ``output`` is where the result will go.

    Raises:
        NothingToDo: there is neither.
        UsageError: an argument is empty, or one of the files is the output.
    """
    places = [place for argument in named(arguments) for place in _places(argument)]
    outputs.apart(output, [path for path, _ in places])
    with console.progress(len(places), bar) as progress:

        def heard(outcome: Outcome) -> None:
            told(outcome)
            progress.advance(Path(outcome.path).name)

        for is_record, group in groupby(places, key=lambda place: place[1]):
            paths = [path for path, _ in group]
            if not is_record:
                yield from _read(paths, request, heard)
                continue
            for path in paths:
                yield from ((path, plan) for plan in records(Path(path), told))
                progress.advance(Path(path).name)


def _places(argument: str) -> Iterator[tuple[str, bool]]:
    """The files that an argument names, and whether each is a record."""
    path = Path(argument)
    if path.suffix.lower() in RECORDS and path.is_file():
        yield argument, True
    elif path.is_dir() and next(documents(path), None) is None:
        found = sorted(p for p in path.rglob("*") if p.suffix.lower() in RECORDS and _is_record(p))
        if not found:
            raise NothingToDo(f"Không có văn bản hay bản ghi trong / no document or record in: {argument}")
        yield from ((str(file), True) for file in found)
    else:
        yield from ((given, False) for given in expand([argument]).paths)


def _read(paths: Sequence[str], request: Request, told: Callable[[Outcome], None]) -> Iterator[tuple[str, Plan]]:
    made = [batch.process(paths[0], request)] if len(paths) == 1 else batch.process_all(paths, request)
    for outcome in made:
        told(outcome)
        for result in outcome.results:
            yield outcome.path, json.from_json(result["line"])


def records(path: Path, told: Callable[[Outcome], None]) -> Iterator[Plan]:
    """The plans of a record file: one JSON object, or one a line; ``told`` hears of what is no record."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        why = FileAccess(
            f"Không đọc được / cannot be read: {path}: {error.strerror or error}", "Kiểm tra đường dẫn / check the path"
        )
        told(Outcome(str(path), error=why))
        return
    except UnicodeDecodeError:
        why_not = VersionMismatch(
            f"{path}: không phải UTF-8 / this is no UTF-8 text", "kehoach read FILE -o RECORD.json"
        )
        told(Outcome(str(path), error=why_not))
        return
    in_lines = path.suffix.lower() == ".jsonl"
    for number, line in enumerate(text.split("\n") if in_lines else [text], 1):
        if in_lines and not line.strip():
            continue
        try:
            yield json.from_json(line)
        except VersionMismatch as error:
            where = f"{path}: dòng / line {number}" if in_lines else str(path)
            told(Outcome(str(path), error=VersionMismatch(f"{where}: {error.message}", error.advice)))


def _is_record(path: Path) -> bool:
    """Whether a file found in a folder is a record, or what is left of one."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            text = file.readline() if path.suffix.lower() == ".jsonl" else file.read()
    except (OSError, ValueError):
        return False
    try:
        content = standard_json.loads(text)
    except ValueError:
        return _MARK in text[:_HEAD]
    return isinstance(content, dict) and {"document", "schema_version", "source"} <= set(content)
