"""Every module of the program is used by another or is where the program begins: none was written and never called."""

from __future__ import annotations

import ast
from pathlib import Path

import kehoach

HOME = Path(kehoach.__file__).parent
BEGINNINGS = (
    "kehoach.cli.", "kehoach.corpus.migrations", "kehoach.specimen.__main__", "kehoach.export.inception",
    "kehoach.specimen.archive", "kehoach.__main__",
)  # fmt: skip
"""Commands and writers are loaded by their names, migrations by alembic, two modules are programs of their own, and the
notebooks write archives."""


def modules() -> dict[str, ast.Module]:
    found = {}
    for path in HOME.rglob("*.py"):
        name = ".".join(("kehoach", *path.relative_to(HOME).with_suffix("").parts)).removesuffix(".__init__")
        found[name] = ast.parse(path.read_text("utf-8"))
    return found


def named(tree: ast.Module) -> set[str]:
    """What a module imports, and what it names in a string ("kehoach.export.parquet")."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.update((node.module, *(f"{node.module}.{alias.name}" for alias in node.names)))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            names.add(node.value)
    return names


def test_every_module_is_used() -> None:
    trees = modules()
    used: dict[str, set[str]] = {}
    for other, tree in trees.items():
        for name in named(tree):
            used.setdefault(name, set()).add(other)
    unused = {
        name
        for name in trees
        if not name.startswith(BEGINNINGS) and not used.get(name, set()) - {name} and not _holds_others(name, trees)
    }
    assert unused == set()


def _holds_others(name: str, trees: dict[str, ast.Module]) -> bool:
    """Whether it is a package whose modules are imported one by one."""
    return any(other.startswith(f"{name}.") for other in trees)
