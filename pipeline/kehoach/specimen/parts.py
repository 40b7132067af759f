"""A plan as its author thinks of it: parts with the facts they state, before they are numbered.

Writers build parts; ``number`` gives every part its label and path, prints the HTML of the official form and collects
the facts into a reference record. A fact is written down beside the very words that say it, so the record is exact.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

Role = Literal["section", "item", "bullet", "paragraph", "table"]
_REFERENCE = re.compile(r"\{ref:([\w.]+)\}")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a list of the reference record. ``path`` is "here", "none" (before the first section), or what a
    table row adds (".T3"); a value ``Ref`` becomes the path of the part with that key."""

    kind: str
    values: Mapping[str, Any]
    path: str = "here"


@dataclass(frozen=True, slots=True)
class Ref:
    """The path of another part, known only after numbering; ``row`` is added to it."""

    key: str
    row: str = ""


@dataclass(frozen=True)
class Row:
    """A table row; ``css`` is "band" (one cell over all columns), "group", "total" or empty."""

    cells: tuple[str, ...]
    css: str = ""


@dataclass(frozen=True)
class Part:
    """A section (``text`` is its heading), a numbered item, a bullet, an unlabelled paragraph or a table."""

    role: Role
    text: str = ""
    kinds: tuple[str, ...] = ()
    children: tuple[Part, ...] = ()
    facts: tuple[Fact, ...] = ()
    key: str = ""
    end: str = ""
    header: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    css: str = ""


@dataclass(frozen=True)
class Numbering:
    """How the levels of one plan are labelled: "I.", "I-", "A.", "1.", "1.1.", "a)", "Phần I." by depth.

    ``colon`` ends headings below the first level with a colon, ``capitals`` prints first-level headings in capitals,
    ``skip`` leaves out the letter đ (a drafter's error that the reference notes).
    """

    levels: tuple[str, ...]
    colon: bool = False
    capitals: bool = True
    bold: int = 2
    skip: bool = False


class Numbered:
    """The printed body and what it states, gathered part by part."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.facts: list[tuple[Fact, str | None]] = []
        self.sections: list[dict[str, Any]] = []
        self.items: list[dict[str, Any]] = []
        self.spoken: dict[str, str] = {}
        self.paths: dict[str, str] = {}
        self.gaps: list[str] = []


def number(parts: tuple[Part, ...], numbering: Numbering) -> Numbered:
    """The parts in order, labelled; references between them are filled in."""
    placed = list(_place(parts, numbering))
    made = Numbered()
    for part, _, path, _ in placed:
        if part.key:
            made.paths[part.key] = path or ""
            made.spoken[part.key] = _spoken(path or "", numbering)
    for part, label, path, depth in placed:
        filled = replace(part, text=_REFERENCE.sub(lambda m: made.spoken[m[1]], part.text))
        _print(made, filled, label, path, depth, numbering)
        made.facts += [(_resolved(fact, made), _at(fact, path)) for fact in part.facts]
        if numbering.skip and label.strip() == "e)":
            made.gaps.append(path or "")
    return made


def _place(
    parts: tuple[Part, ...], numbering: Numbering, above: str | None = None, depth: int = 0, dashes: int = 0
) -> Iterator[tuple[Part, str, str | None, int]]:
    """Each part with its printed label, its path and its depth, in document order."""
    count = marks = 0
    latest = above
    bare = all(part.role != "section" for part in parts)
    for part in parts:
        if part.role in {"section", "item"}:
            count += 1
            label, last = _label(numbering, depth, count, above, bare)
            latest = last if above is None else f"{above}.{last}"
            yield part, label, latest, depth
            yield from _place(part.children, numbering, latest, depth + 1)
        elif part.role == "bullet":
            marks += 1
            sign = "-+"[min(dashes, 1)]
            latest = f"{above}.{sign}{marks}" if above else f"{sign}{marks}"
            yield part, f"{sign} ", latest, depth
            yield from _place(part.children, numbering, latest, depth, dashes + 1)
        else:
            # A paragraph without a label belongs to the item above it, or to the section that holds it.
            yield part, "", latest if part.role == "paragraph" and part.css != "own" else above, depth


def _label(numbering: Numbering, depth: int, count: int, above: str | None, bare: bool) -> tuple[str, str]:
    """The printed label and its last step of the path. Roman numbers stand before headings: below a heading, ``bare``
    lists without one are numbered as the next level is."""
    level = numbering.levels[min(depth, len(numbering.levels) - 1)]
    if bare and depth and "I" in level:
        level = numbering.levels[min(depth + 1, len(numbering.levels) - 1)]
    if "I" in level:
        last = _ROMAN[count - 1]
        return level.replace("I", last) + " ", last
    if "A" in level:
        last = _LETTERS[count - 1].upper()
        return level.replace("A", last) + " ", last
    if "a" in level:
        letters = _LETTERS.replace("đ", "") if numbering.skip else _LETTERS
        last = letters[count - 1]
        return level.replace("a", last) + " ", last
    if level == "1.1.":
        return f"{(above or '').rsplit('.', 1)[-1]}.{count}. ", str(count)
    return level.replace("1", str(count)) + " ", str(count)


def _spoken(path: str, numbering: Numbering) -> str:
    """How the text names a place, the narrowest first: "Mục III", "điểm a khoản 2 Mục III", "khoản 2.1 Mục III"."""
    labels = path.split(".")
    first = f"{'Phần' if numbering.levels[0] == 'A.' else 'Mục'} {labels[0]}"
    inner = [(label, numbering.levels[min(n, len(numbering.levels) - 1)]) for n, label in enumerate(labels)][1:]
    named: list[str] = []
    for n, (label, level) in enumerate(inner):
        if level == "1.1.":
            above = inner[n - 1][0] if n else labels[0]
            named = [*named[:-1], f"khoản {above}.{label}"]
        else:
            named.append(f"{'khoản' if label.isdigit() else 'mục' if label.isupper() else 'điểm'} {label}")
    return " ".join([*reversed(named), first])


def _at(fact: Fact, path: str | None) -> str | None:
    if fact.path == "none":
        return None
    return path if fact.path == "here" else f"{path}{fact.path}"


def _resolved(fact: Fact, made: Numbered) -> Fact:
    values = {key: made.paths[v.key] + v.row if isinstance(v, Ref) else v for key, v in fact.values.items()}
    for key, value in values.items():
        if isinstance(value, str):
            values[key] = _REFERENCE.sub(lambda m: made.spoken[m[1]], value)
    return Fact(fact.kind, values, fact.path)


def _print(made: Numbered, part: Part, label: str, path: str | None, depth: int, numbering: Numbering) -> None:
    if part.role == "section":
        heading = part.text.upper() if depth == 0 and numbering.capitals else part.text
        tag = f"h{min(depth, 2) + 2}" if depth < numbering.bold else "p"
        colon = ":" if numbering.colon and depth else ""
        made.sections.append({"path": path, "heading": heading, "kinds": list(part.kinds)})
        made.lines.append(f"<{tag}>{html.escape(label + heading + colon, quote=False)}</{tag}>")
    elif part.role == "table":
        made.lines.append(_table(part))
    else:
        if part.role in {"item", "bullet"}:
            made.items.append({"path": path, "start": _start(part.text), "text": part.text})
        css = f' class="{part.css}"' if part.css and part.css != "own" else ""
        made.lines.append(f"<p{css}>{html.escape(label + part.text + part.end, quote=False)}</p>")


def _table(part: Part) -> str:
    def row(cells: tuple[str, ...], tag: str) -> str:
        return "".join(f"<{tag}>{html.escape(cell, quote=False)}</{tag}>" for cell in cells)

    lines = [f'<table class="grid {part.css}">', f"<thead><tr>{row(part.header, 'th')}</tr></thead>"]
    for one in part.rows:
        if one.css == "band":
            cell = f'<td colspan="{len(part.header)}">{html.escape(one.cells[0], quote=False)}</td>'
            lines.append(f'<tr class="band">{cell}</tr>')
        else:
            css = f' class="{one.css}"' if one.css else ""
            lines.append(f"<tr{css}>{row(one.cells, 'td')}</tr>")
    return "\n".join([*lines, "</table>"])


def _start(text: str) -> str:
    return text if len(text) <= 62 else text[:62].rsplit(" ", 1)[0]
