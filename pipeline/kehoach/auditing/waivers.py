"""What a house has decided to live with: waivers with a reason and a last day, and the findings of an earlier audit."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatch
from pathlib import Path, PurePath
from typing import Any

from kehoach.auditing.catalogue import catalogue
from kehoach.errors import BadConfiguration, FileAccess, VersionMismatch
from kehoach.model.plan import Finding

_KEYS = {"code", "file", "path", "reason", "until"}


@dataclass(frozen=True, slots=True)
class Waiver:
    """``code`` is a rule's code; ``file`` a pattern of file names or document numbers, ``path`` a place in the plan;
    None means all. After ``until`` (inclusive) it no longer holds."""

    code: str
    reason: str
    until: date
    file: str | None = None
    path: str | None = None

    def covers(self, file: str, number: str | None, finding: Finding) -> bool:
        names = (file, PurePath(file).name, number or "")
        return (
            finding.code == self.code
            and (self.file is None or any(fnmatch(name, self.file) for name in names))
            and (self.path is None or finding.path == self.path)
        )


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """The waivers of a TOML file, each a ``[[waiver]]`` with code, reason, until and, if wanted, file and path.

    Raises:
        FileAccess: the file cannot be read.
        BadConfiguration: it does not parse, a key is unknown, or a waiver has no reason or no last day.
    """
    content = _toml(path)
    if unknown := set(content) - {"waiver"}:
        raise BadConfiguration(f"{path}: unknown key {sorted(unknown)}; allowed: waiver")
    return tuple(_waiver(path, raw) for raw in content.get("waiver", ()))


def _waiver(path: Path, raw: Mapping[str, Any]) -> Waiver:
    where = f"{path}: waiver {raw.get('code')!r}"
    if unknown := set(raw) - _KEYS:
        raise BadConfiguration(f"{where}: unknown key {sorted(unknown)}; allowed: {sorted(_KEYS)}")
    if raw.get("code") not in {rule.code for rule in catalogue().rules}:
        raise BadConfiguration(f"{where}: không có quy tắc này / no such rule", "Xem / see: kehoach audit --list")
    if not str(raw.get("reason", "")).strip():
        raise BadConfiguration(f"{where}: thiếu lý do / needs a reason")
    until = raw.get("until")
    try:
        last = until if isinstance(until, date) else date.fromisoformat(str(until))
    except ValueError as error:
        raise BadConfiguration(f"{where}: until = ngày hết hạn / last day YYYY-MM-DD: {until!r}") from error
    return Waiver(str(raw["code"]), str(raw["reason"]), last, raw.get("file"), raw.get("path"))


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FileAccess(f"Không mở được / cannot be read: {path}: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadConfiguration(f"{path}: {error}") from error


def waiver_for(
    waivers: Iterable[Waiver], file: str, number: str | None, finding: Finding, today: date
) -> Waiver | None:
    """The waiver that covers this finding today."""
    return next((w for w in waivers if today <= w.until and w.covers(file, number, finding)), None)


def expired(waivers: Iterable[Waiver], today: date) -> tuple[Waiver, ...]:
    return tuple(w for w in waivers if w.until < today)


Mark = tuple[str, str, str, str]
"""What makes two findings the same one: the plan, the code, the path, the words."""


def mark(plan: str, finding: Finding) -> Mark:
    """The finding's mark; ``plan`` is the document number, or the file's name where it has none."""
    return plan, finding.code, finding.path or "", finding.message.vi


def read_baseline(path: Path) -> frozenset[Mark]:
    """The marks of the findings in an earlier result of ``kehoach audit --to json``.

    Raises:
        FileAccess: the file cannot be read.
        VersionMismatch: it is no such result.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        plans: Sequence[Mapping[str, Any]] = content["plans"]
        return frozenset(
            (plan_name(entry["file"], entry["document"].get("number")), f["code"], f["path"] or "", f["message"]["vi"])
            for entry in plans
            for f in entry["findings"]
        )
    except OSError as error:
        raise FileAccess(f"Không mở được / cannot be read: {path}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise VersionMismatch(f"{path}: không phải kết quả kiểm tra / no result of an audit: {error!r}") from error


def plan_name(file: str, number: str | None) -> str:
    """What a plan is called from one audit to the next: its number where it has one, else its file's name."""
    return number if number and number[0].isdigit() else PurePath(file).name
