"""Does an archive still hold what it says: every value against the words at its place, every row against its record,
every file against its hash."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isclose
from typing import Any, Literal

import sqlalchemy as sa
from rapidfuzz import fuzz
from sqlalchemy import Connection

from kehoach.corpus import database, files, tallies
from kehoach.corpus.bundle import bundle, unpack
from kehoach.corpus.corpus import Corpus
from kehoach.corpus.filters import Filter, conditions
from kehoach.corpus.tables import FACTS, copies, documents, places, plans, records
from kehoach.model.plan import Fact, Plan
from kehoach.model.text import Evidence
from kehoach.orthography.fold import bare

Trouble = Literal[
    "record_unreadable", "outside_text", "outside_page", "other_words", "other_number", "other_rows", "file_gone",
    "file_changed", "copy_gone", "copy_changed", "other_counts",
]  # fmt: skip
_ROUNDED = 0.006
"""How far a share of a hundred, rounded to two places, is from what it was."""
_WORDS: Mapping[str, str] = {
    "sections": "heading", "items": "text", "themes": "text", "movements": "name", "criteria": "text", "targets": "quote",
    "deadlines": "quote",
}  # fmt: skip
"""The value of each kind that is made of the words at its place, as they stand."""
_NUMBERS: Mapping[str, str] = {"criteria": "points", "targets": "value"}
_LIKE = 85.0
"""Least likeness (rapidfuzz, 0 to 100) of a value to the words at its place: repairs change a letter here and there."""
_DECIMALS = 0.006
"""What rounding to two decimals may change in a number."""
_SLACK = 3.0
"""Points by which a box may reach over the edge of its page."""
_SPELLED = ("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi", "tram", "nua")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that is not as the archive says; ``plan_id`` is None for files."""

    trouble: Trouble
    plan_id: int | None
    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Checked:
    """One plan or file (``file``) was looked at: ``values`` were compared, ``doubts`` were found."""

    values: int
    doubts: tuple[Doubt, ...]
    file: bool = False


def plans_checked(archive: Corpus, wanted: Filter) -> Iterator[Checked]:
    """Every plan of a filter, one after another: its values against its text, its rows against its record."""
    with archive.engine.connect() as connection:
        query = sa.select(plans.c.id, plans.c.part, plans.c.file).where(*conditions(wanted, archive.speller))
        rows = connection.execute(query.order_by(plans.c.id)).all()
    for row in rows:
        with archive.engine.connect() as connection:
            yield _plan(archive, connection, row.id, row.part, row.file)


def files_checked(archive: Corpus) -> Iterator[Checked]:
    """Every file where a content was seen, and every copy, against the content's hash."""
    with archive.engine.connect() as connection:
        seen = connection.execute(
            sa.select(places.c.path, documents.c.sha256)
            .join(documents, places.c.document_id == documents.c.id)
            .order_by(places.c.path)
        ).all()
        kept = connection.execute(
            sa.select(documents.c.kept, documents.c.sha256).where(documents.c.kept.is_not(None))
        ).all()
        searchable = connection.execute(
            sa.select(copies.c.place, copies.c.sha256).where(copies.c.place.is_not(None))
        ).all()
    for path, sha256 in seen:
        yield _file(path, path, sha256, "file_gone", "file_changed")
    for place, sha256 in searchable:
        yield _file(str(place), str(place), str(sha256), "copy_gone", "copy_changed")
    for name, sha256 in kept:
        yield _file(files.kept_place(archive.folder, name), name, sha256, "copy_gone", "copy_changed")


def counts_checked(archive: Corpus) -> Checked:
    """The numbers of plans that the facets show, against the plans; wrong ones are counted anew."""
    with archive.engine.connect() as connection:
        found = tallies.wrong(connection)
    if found:
        with database.writing(archive.engine) as connection:
            found = tallies.wrong(connection)  # nobody writes between the two queries now
            tallies.mend(connection)
    doubts = (Doubt("other_counts", None, "/".join(key), f"{was} → {now}") for key, (was, now) in found.items())
    return Checked(1, tuple(doubts))


def _file(path: str, shown: str, sha256: str, gone: Trouble, changed: Trouble) -> Checked:
    found = files.hash_of(path)
    if found == sha256:
        return Checked(1, (), file=True)
    trouble = gone if found is None else changed
    return Checked(1, (Doubt(trouble, None, shown, f"sha256 {sha256[:12]}… → {(found or '-')[:12]}"),), file=True)


def _plan(archive: Corpus, connection: Connection, plan_id: int, part: int, file: str) -> Checked:
    data = connection.execute(sa.select(records.c.data).where(records.c.plan_id == plan_id)).scalar()
    try:
        plan = unpack(data or b"")
    except Exception as error:  # whatever a damaged record raises
        return Checked(1, (Doubt("record_unreadable", plan_id, file, f"{type(error).__name__}: {error}"),))
    found = list(_values(plan, plan_id))
    values = sum(len(getattr(plan, kind)) for kind in _WORDS) + len(plan.document.evidence)
    made = bundle(plan, archive.speller, part)
    for kind, table in FACTS.items():
        kept = [
            tuple(row)[2:]
            for row in connection.execute(sa.select(table).where(table.c.plan_id == plan_id).order_by(table.c.n))
        ]
        if not _same_rows(kept, made.facts[kind]):
            found.append(Doubt("other_rows", plan_id, kind, f"{len(kept)} ≠ {len(made.facts[kind])}"))
    return Checked(values, tuple(found))


def _values(plan: Plan, plan_id: int) -> Iterator[Doubt]:
    sizes = {page.number: (page.width, page.height) for page in plan.source.pages}
    for kind in (*_WORDS, "tasks", "citations", "observances", "rewards"):
        facts: tuple[Fact, ...] = getattr(plan, kind)
        for fact in facts:
            for trouble, what in _fact(plan, kind, fact, sizes):
                yield Doubt(trouble, plan_id, f"{kind} {fact.id}", what)
    for name, backing in plan.document.evidence.items():
        for one in backing if isinstance(backing, tuple) else (backing,):
            for trouble, what in _placed(plan, one.evidence, sizes):
                yield Doubt(trouble, plan_id, f"document.{name}", what)


def _fact(plan: Plan, kind: str, fact: Fact, sizes: Mapping[int, Any]) -> Iterator[tuple[Trouble, str]]:
    wrong = list(_placed(plan, fact.evidence, sizes))
    yield from wrong
    spans = [(e.start, e.end) for e in fact.evidence if e.start is not None and e.end is not None]
    if wrong or not spans:
        return
    words = " ".join(plan.text[a:b] for a, b in spans)
    value = getattr(fact, _WORDS[kind]) if kind in _WORDS else None
    if value and not _alike(str(value), words):
        yield "other_words", f"{value!r} ≠ {words!r}"
    number = getattr(fact, _NUMBERS[kind]) if kind in _NUMBERS else None
    if number is not None and not _has_number(number, f"{words} {value}"):
        yield "other_number", f"{number:g} ∉ {words!r}"


def _placed(plan: Plan, evidence: tuple[Evidence, ...], sizes: Mapping[int, Any]) -> Iterator[tuple[Trouble, str]]:
    """Whether places lie within the text and within their pages."""
    for place in evidence:
        if place.start is not None and not 0 <= place.start < (place.end or 0) <= len(plan.text):
            yield "outside_text", f"{place.start}..{place.end} / {len(plan.text)}"
        if place.page is None:
            continue
        if place.page not in sizes:
            yield "outside_page", f"trang / page {place.page}"
            continue
        width, height = sizes[place.page]
        box = place.box
        if box is not None and width and (box.x1 > width + _SLACK or box.bottom > height + _SLACK or box.x0 < -_SLACK):
            yield "outside_page", f"{box.as_list()} / {width:g} x {height:g}"


def _alike(value: str, words: str) -> bool:
    one, other = _letters(value), _letters(words)
    if one in other or other in one:
        return True
    short, long = sorted((one, other), key=len)
    return fuzz.partial_ratio(short, long) >= _LIKE


def _letters(text: str) -> str:
    return "".join(c for c in bare(text) if c.isalnum())


def _has_number(number: float, words: str) -> bool:
    """Whether a number stands in the words, in figures, spelled out, or as a share ("2/3" is 66.67 of a hundred)."""
    folded = bare(words)
    figures = {
        float(f.replace(".", "").replace(",", ".")) for f in re.findall(r"\d+(?:[.,]\d+)*", folded) if f.count(",") < 2
    }
    figures |= {float(f) for f in re.findall(r"\d+(?:\.\d+)?", folded)}
    near = any(abs(f - abs(number)) < 1e-6 for f in figures)
    parts = ((int(part), int(whole)) for part, whole in re.findall(r"(\d{1,3})\s?/\s?(\d{1,3})", folded))
    near = near or any(whole and abs(100 * part / whole - abs(number)) < _ROUNDED for part, whole in parts)
    scaled = any(
        number and abs(f * 10**power - abs(number)) < 1e-6 * abs(number) for f in figures for power in (3, 6, 9)
    )
    return near or scaled or any(word in _SPELLED for word in folded.split())


def _same_rows(rows: Sequence[Sequence[object]], others: Sequence[Sequence[object]]) -> bool:
    """Whether two tables hold the same; a record keeps fewer decimals than the rows that were made beside it."""
    return len(rows) == len(others) and all(
        a == b or (isinstance(a, float) and isinstance(b, float) and isclose(a, b, abs_tol=_DECIMALS))
        for row, other in zip(rows, others, strict=True)
        for a, b in zip(row, other, strict=True)
    )
