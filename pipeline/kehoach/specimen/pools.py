"""The generator's own words: fields of campaigns, sentences, places. The rules of the program never read them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).with_name("pools")


@dataclass(frozen=True, slots=True)
class Field:
    """What a campaign is about. ``shares`` are (subject, object) of percentages, ``counts`` (verb, unit, object),
    ``works`` (task, product), ``criteria`` (text, indicators)."""

    about: str
    movements: tuple[str, ...]
    themes: tuple[str, ...]
    purposes: tuple[str, ...]
    contents: tuple[str, ...]
    criteria: tuple[tuple[str, tuple[str, ...]], ...]
    shares: tuple[tuple[str, str], ...]
    counts: tuple[tuple[str, str, str], ...]
    works: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Pools:
    """The words of one kind of plans: those anyone may look at while writing rules, or those held back for scoring."""

    fields: tuple[Field, ...]
    sentences: Mapping[str, tuple[str, ...]]
    headings: Mapping[str, tuple[tuple[str, ...], ...]]
    columns: Mapping[str, tuple[str, ...]]
    times: Mapping[str, tuple[Any, ...]]
    goals: Mapping[str, tuple[tuple[str, ...], ...]]
    said: Mapping[str, tuple[str, ...]]
    titles: Mapping[str, tuple[str, ...]]
    places: Mapping[str, Any]
    offices: tuple[Mapping[str, Any], ...]


@lru_cache(maxsize=2)
def pools(*, held: bool = False) -> Pools:
    """The open words, or the ``held`` ones (used for scoring only)."""
    fields = _read("fields.toml")["field"]
    side = "held" if held else "open"
    words = _read("wordings.toml")[side]
    headings, columns, times, goals, said, titles = (
        _frozen(words[part]) for part in ("heading", "column", "time", "goal", "say", "title")
    )
    return Pools(
        tuple(_field(raw) for raw in fields if raw.get("held", False) == held),
        _frozen(_read("sentences.toml")[side]), headings, columns, times, goals, said, titles,
        _read("places.toml"), tuple(_read("offices.toml")["office"]),
    )  # fmt: skip


def _frozen(table: Mapping[str, list[Any]]) -> dict[str, tuple[Any, ...]]:
    return {key: tuple(tuple(one) if isinstance(one, list) else one for one in lines) for key, lines in table.items()}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))


def _field(raw: Mapping[str, Any]) -> Field:
    return Field(
        raw["about"],
        tuple(raw["movements"]),
        tuple(raw["themes"]),
        tuple(raw["purposes"]),
        tuple(raw["contents"]),
        tuple((c["text"], tuple(c["indicators"])) for c in raw["criteria"]),
        tuple((subject, object_) for subject, object_ in raw["shares"]),
        tuple((verb, unit, object_) for verb, unit, object_ in raw["counts"]),
        tuple((task, product) for task, product in raw["works"]),
    )
