"""Recognized pages on disk, so that nothing is recognized twice and tests need no engine.

One JSON file a page, named by a hash over the file, the page, the engine with its models, and the settings.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kehoach.model.geometry import Box
from kehoach.model.page import Grid, GridCell, Handwriting, Line, Mark, Page, Ruling, Word

VERSION = 50
"""To be raised whenever the reading room makes something else of the same pixels."""

Json = dict[str, Any]


def key(sha256: str, number: int, engine: str, settings: Mapping[str, str]) -> str:
    """The name under which a page is kept."""
    told = json.dumps([VERSION, sha256, number, engine, sorted(settings.items())])
    return hashlib.sha256(told.encode()).hexdigest()


def load(folder: Path | None, name: str) -> Page | None:
    """The page kept under this name, or None where there is none (or a broken one)."""
    if folder is None:
        return None
    try:
        return page(json.loads(_file(folder, name).read_bytes()))
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None


def save(folder: Path | None, name: str, made: Page) -> None:
    """Keeps the page; a folder that cannot be written is no reason to fail."""
    if folder is None:
        return
    file = _file(folder, name)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=file.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump(as_json(made), out, ensure_ascii=False, separators=(",", ":"))
        Path(part).replace(file)
    except OSError:
        return


def _file(folder: Path, name: str) -> Path:
    return folder / "pages" / name[:2] / f"{name}.json"


def as_json(made: Page) -> Json:
    """The page as plain values: words are lists, boxes four numbers in points, rounded to a hundredth."""
    return {
        "number": made.number,
        "size": [made.width, made.height],
        "text_from": made.text_from,
        "lines": [_words(line) for line in made.lines],
        "grids": [
            {
                "box": _box(grid.box),
                "rows": grid.rows,
                "columns": grid.columns,
                "cells": [
                    [c.row, c.column, c.row_span, c.column_span, _box(c.box), [_words(line) for line in c.lines]]
                    for c in grid.cells
                ],
            }
            for grid in made.grids
        ],
        "rulings": [_box(ruling.box) for ruling in made.rulings],
        "marks": [[m.kind, _box(m.box), m.confidence, [_words(line) for line in m.lines]] for m in made.marks],
        "handwriting": [
            [_box(h.box), h.figures, h.confidence, h.believed, list(h.readings), _box(h.seen), h.reader]
            for h in made.handwriting
        ],
        "ocr_confidence": made.ocr_confidence,
        "rotation": made.rotation,
        "skew": made.skew,
        "blank": made.blank,
        "failed": made.failed,
        "treatment": made.treatment,
    }


def page(kept: Json) -> Page:
    """The page again, from its plain values."""
    number = kept["number"]
    width, height = kept["size"]
    return Page(
        number,
        width,
        height,
        kept["text_from"],
        tuple(_line(words, number) for words in kept["lines"]),
        tuple(
            Grid(
                Box(*grid["box"]),
                grid["rows"],
                grid["columns"],
                tuple(
                    GridCell(row, column, Box(*box), tuple(_line(words, number) for words in content), rows, columns)
                    for row, column, rows, columns, box, content in grid["cells"]
                ),
            )
            for grid in kept["grids"]
        ),
        tuple(Ruling(Box(*box)) for box in kept["rulings"]),
        tuple(
            Mark(kind, Box(*box), tuple(_line(words, number) for words in content), confidence)
            for kind, box, confidence, content in kept["marks"]
        ),
        tuple(
            Handwriting(Box(*box), figures, confidence, believed, tuple(readings), Box(*seen), reader)
            for box, figures, confidence, believed, readings, seen, reader in kept["handwriting"]
        ),
        kept["ocr_confidence"],
        kept["rotation"],
        kept["skew"],
        kept["blank"],
        kept["failed"],
        kept["treatment"],
    )


def _box(box: Box | None) -> list[float] | None:
    return None if box is None else [round(value, 2) for value in box.as_list()]


def _words(line: Line) -> list[list[Any]]:
    return [
        [
            word.text,
            _box(word.box),
            word.line,
            round(word.confidence, 4),
            (1 if word.bold else 0) | (2 if word.italic else 0),
            word.size,
            *([[list(entry) for entry in word.alternatives]] if word.alternatives else []),
        ]
        for word in line.words
    ]


def _line(words: Sequence[Sequence[Any]], number: int) -> Line:
    return Line(tuple(_word(entry, number) for entry in words))


def _word(entry: Sequence[Any], number: int) -> Word:
    text, box, line, confidence, style, size, *rest = entry
    others = tuple((str(reading), float(value)) for reading, value in rest[0]) if rest else ()
    return Word(
        text,
        number,
        line,
        None if box is None else Box(*box),
        confidence,
        bool(style & 1),
        bool(style & 2),
        size,
        others,
    )
