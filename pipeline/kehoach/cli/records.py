"""Record files by name: which reference belongs to which record."""

from __future__ import annotations

import glob
import json as standard_json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kehoach.errors import FileAccess, NothingToDo, UsageError, VersionMismatch
from kehoach.export import json
from kehoach.model.plan import Plan

_FORMS = ("*/gold.json", "*/reference.json", "*.reference.json", "*.json")
"""Where a folder keeps references, the surest form first."""


def pairs(gold: Path, found: Path) -> Iterator[tuple[str, Plan, Plan | None]]:
    """(name, reference, record or None) for every reference.

    Raises:
        FileAccess: a path does not exist, or cannot be read.
        UsageError: a folder of references and a single record.
        NothingToDo: there is no reference in the folder.
        VersionMismatch: a file is no record.
    """
    for path in (gold, found):
        if not path.exists():
            raise FileAccess(f"Không tìm thấy / not found: {path}", "Kiểm tra đường dẫn / check the path")
    if gold.is_dir() and not found.is_dir():
        raise UsageError(f"GOLD là thư mục, PRED là tệp / GOLD is a folder, PRED a file: {found}")
    references = dict(sorted(_references(gold).items())) if gold.is_dir() else {_name(gold): gold}
    if not references:
        raise NothingToDo(
            f"Không có bản chuẩn trong / no reference in: {gold}", f"Tên tệp / files: {', '.join(_FORMS)}"
        )
    for name, path in references.items():
        record = _record(found, name) if found.is_dir() else found
        yield name, plan_of(path), plan_of(record) if record is not None else None


def plan_of(path: Path) -> Plan:
    """The plan of one record or reference file."""
    try:
        return json.from_dict(read_record(path))
    except VersionMismatch as error:
        raise VersionMismatch(f"{path}: {error.message}", error.advice) from error


def read_record(path: Path) -> dict[str, Any]:
    """The JSON object in a file.

    Raises:
        FileAccess: the file cannot be read.
        VersionMismatch: it is not a JSON object.
    """
    try:
        content = standard_json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise FileAccess(
            f"Không đọc được / cannot be read: {path}: {error.strerror or error}",
            "Kiểm tra đường dẫn và quyền đọc / check the path and the permission to read it",
        ) from error
    except ValueError as error:
        raise VersionMismatch(f"{path}: không phải JSON / this is no JSON: {error}") from error
    if not isinstance(content, dict):
        raise VersionMismatch(f"{path}: không phải một bản ghi / this is no record")
    return content


def _record(folder: Path, name: str) -> Path | None:
    """NAME.json, or the only NAME_*.json: so are records named whose files are called alike ("NAME/scan.pdf")."""
    exact = folder / f"{name}.json"
    if exact.is_file():
        return exact
    others = list(folder.glob(f"{glob.escape(name)}_*.json"))
    return others[0] if len(others) == 1 else None


def _references(folder: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for form in _FORMS:
        for path in folder.glob(form):
            found.setdefault(_name(path), path)
    return found


def _name(path: Path) -> str:
    if path.name in ("gold.json", "reference.json"):
        return path.resolve().parent.name
    return path.name.removesuffix(".json").removesuffix(".reference")
