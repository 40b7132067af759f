"""The plans of an archive and of files: what commands over many plans work on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from kehoach.batch import Request
from kehoach.cli.archive import filter_of, opened
from kehoach.cli.given import Hearing, as_line, plans
from kehoach.cli.settings import configured, folder_of, reading_settings
from kehoach.corpus import Filter
from kehoach.errors import KehoachError, NothingToDo
from kehoach.model.plan import Plan

SOME_FAILED = 3


Kept = TypeVar("Kept")


@dataclass(frozen=True)
class Collected(Generic[Kept]):
    """What is kept of each of the ``plans``, in the order given; ``errors`` are those of the files that could not be read."""

    plans: tuple[Kept, ...]
    errors: list[KehoachError] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """0; of a single file that failed its own code; else that some failed."""
        if not self.errors:
            return 0
        return self.errors[0].exit_code if len(self.errors) == 1 and not self.plans else SOME_FAILED


def collected(
    files: tuple[str, ...], flags: dict[str, Any], command: str, kept: Callable[[Plan], Kept], output: str | None = None,
) -> Collected[Kept]:  # fmt: skip
    """What a command keeps of the plans of documents and records, and of an archive (one that a flag names, else without
    files the one that is set), in which each work counts once. Plans come one by one, so that a large archive fits.

    Raises:
        NothingToDo: neither holds a plan.
        FileAccess: there is no such archive.
        click.UsageError: filters and files.
    """
    hearing, wanted = Hearing(), filter_of(flags, files)
    errors = hearing.errors
    plans = tuple(map(kept, _plans(files, flags, hearing, wanted, output)))
    if not plans and not errors:
        raise NothingToDo(
            "Không có kế hoạch nào / no plan", f"kehoach {command} --store ARCHIVE, hay / or kehoach {command} FOLDER"
        )
    return Collected(plans, errors)


def _plans(
    files: tuple[str, ...], flags: Mapping[str, object], hearing: Hearing, wanted: Filter, output: str | None
) -> Iterator[Plan]:
    chosen = configured(dict(flags))
    if flags.get("store") is not None or (not files and chosen["store"] is not None):
        with opened(chosen) as archive:
            yield from archive.plans(wanted, copies=False)

    if files:
        request = Request(as_line, reading_settings(chosen), folder_of(chosen))
        found = plans(files, request, hearing.hear, output=output, bar=chosen["progress"])
        yield from (plan for _, plan in found)
