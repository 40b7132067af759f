"""Builds the specimen documents of ``corpora/`` from their hand-written sources."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from kehoach.errors import BadConfiguration, FileAccess
from kehoach.specimen.age import GRADES, at_dpi
from kehoach.specimen.manuscript import plain_text
from kehoach.specimen.render import render
from kehoach.specimen.scan import Office, scan

_KEYS = {"about", "seed", "wear", "dpi", "sealed_over_text", "text"}


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one specimen is made: see ``recipes.toml``."""

    name: str
    source: str
    seed: int
    wear: str
    dpi: int
    sealed_over_text: bool = False
    text_width: int | None = None
    text_gap: bool = False


def recipes(folder: Path) -> tuple[Recipe, ...]:
    """The recipes of ``folder``/recipes.toml with their sources.

    Raises:
        FileAccess: the recipes or a source cannot be read.
        BadConfiguration: the recipes are not what this version knows.
    """
    try:
        listed = tomllib.loads((folder / "recipes.toml").read_text(encoding="utf-8"))
        sources = {name: (folder / "sources" / f"{name}.html").read_text(encoding="utf-8") for name in listed}
    except tomllib.TOMLDecodeError as error:
        raise BadConfiguration(f"{folder / 'recipes.toml'}: {error}") from error
    except OSError as error:
        raise FileAccess(f"Không đọc được / cannot read {error.filename}: {error.strerror}") from error
    for name, raw in listed.items():
        if unknown := set(raw) - _KEYS:
            raise BadConfiguration(f"recipes.toml: {name}: unknown key {sorted(unknown)}; allowed: {sorted(_KEYS)}")
        if raw.get("wear") not in GRADES:
            raise BadConfiguration(f"recipes.toml: {name}: wear = {raw.get('wear')!r}; allowed: {', '.join(GRADES)}")
    return tuple(
        Recipe(
            name, sources[name], raw["seed"], raw["wear"], raw["dpi"], raw.get("sealed_over_text", False),
            raw.get("text", {}).get("width"), raw.get("text", {}).get("gap", False),
        )
        for name, raw in listed.items()
    )  # fmt: skip


def build(folder: Path) -> tuple[Path, ...]:
    """Writes ``NAME/digital.pdf``, ``NAME/scan.pdf`` and ``NAME/plan.txt`` beside each reference record.

    Raises:
        FileAccess: a file cannot be read or written.
        BadConfiguration: the recipes are wrong.
        MissingDependency: WeasyPrint or its system library Pango is not installed.
    """
    made: list[Path] = []
    for recipe in recipes(folder):
        wear = at_dpi(GRADES[recipe.wear], recipe.dpi)
        office = Office(sealed_over_text=recipe.sealed_over_text)
        files = {
            "digital.pdf": render(recipe.source).pdf,
            "scan.pdf": scan(recipe.source, wear, seed=recipe.seed, office=office),
            "plan.txt": text_of(recipe).encode(),
        }
        for name, content in files.items():
            path = folder / recipe.name / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
            made.append(path)
    return tuple(made)


def text_of(recipe: Recipe) -> str:
    """The plain text of a specimen as its recipe breaks it into lines."""
    return plain_text(recipe.source, width=recipe.text_width, gap=recipe.text_gap)
