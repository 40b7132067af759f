"""Search in the text of all plans, with the places where it was found."""

from __future__ import annotations

import re
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy import Connection, FromClause

from kehoach.corpus import fulltext
from kehoach.corpus.filters import Filter, conditions
from kehoach.corpus.listing import ENTRY, PlanEntry, entry
from kehoach.corpus.tables import plans, texts
from kehoach.corpus.words import Phrase, Speller, apart
from kehoach.errors import UsageError
from kehoach.orthography.fold import bare

_AROUND = 90
"""Characters shown on each side of what was found."""
_SNIPPETS = 3


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a plan's text. ``start`` is its offset there; ``marks`` are half-open offsets into ``text`` of what
    was asked for."""

    text: str
    start: int
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A plan that was found, with the first places in its text; none where only its head has the words."""

    plan: PlanEntry
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits, the best first. ``next`` is the ``offset`` that continues it, None at the end. ``exact`` tells
    whether the words stand together as asked; where no plan has them so, plans that have all of them are found."""

    hits: tuple[Hit, ...]
    next: int | None
    total: int
    exact: bool


@dataclass(frozen=True)
class Search:
    """What matches a query: ``found`` has the columns plan_id and rank."""

    found: FromClause
    pattern: re.Pattern[str]
    exact: bool


def prepared(connection: Connection, query: str, speller: Speller) -> Search:
    """The query as asked, or, where no plan has its phrases, as single words.

    Raises:
        UsageError: there is no word in it.
    """
    asked = speller.phrases(query)
    if not asked:
        raise UsageError(f"Không có từ nào để tìm / no word to search for: {query!r}")
    exact = _made(connection, asked, speller, True)
    loose = apart(asked)
    if loose == asked or connection.execute(sa.select(exact.found.c.plan_id).limit(1)).first() is not None:
        return exact
    return _made(connection, loose, speller, False)


def _made(connection: Connection, asked: tuple[Phrase, ...], speller: Speller, exact: bool) -> Search:
    return Search(fulltext.matches(connection, asked), speller.highlighter(asked), exact)


def search(connection: Connection, query: str, wanted: Filter, speller: Speller, limit: int, offset: int = 0) -> Found:
    """One page of the plans of a filter that match a query.

    Raises:
        UsageError: there is no word in the query.
    """
    how = prepared(connection, query, speller)
    where = conditions(wanted, speller)
    found = how.found
    chosen = found.join(plans, plans.c.id == found.c.plan_id) if where else found
    count = sa.func.count()
    ranked = (
        sa.select(found.c.plan_id, count.over().label("total"))
        .select_from(chosen)
        .where(*where)
        .order_by(found.c.rank, found.c.plan_id.desc())
        .limit(limit + 1)
        .offset(offset)
    )
    matches = connection.execute(ranked).all()  # ranked and counted in one pass: each match is dear to PostgreSQL
    ids = [row.plan_id for row in matches]
    past_the_end = sa.select(count).select_from(chosen).where(*where)
    total = matches[0].total if matches else connection.execute(past_the_end).scalar_one() if offset else 0
    rows = connection.execute(
        sa.select(*ENTRY, texts.c.text).join(texts, texts.c.plan_id == plans.c.id).where(plans.c.id.in_(ids[:limit]))
    )
    hits = {row.id: Hit(entry(row[:-1]), snippets(row.text, how.pattern)) for row in rows}
    following = offset + limit if len(ids) > limit else None
    return Found(tuple(hits[i] for i in ids[:limit] if i in hits), following, total, how.exact)


def snippets(text: str, pattern: re.Pattern[str], most: int = _SNIPPETS) -> tuple[Snippet, ...]:
    """The first stretches of a text that hold what is asked for; near ones are one."""
    spans: list[list[tuple[int, int]]] = []
    for match in pattern.finditer(bare(text)):
        if spans and match.start() - spans[-1][-1][1] < _AROUND:
            spans[-1].append(match.span())
        elif len(spans) < most:
            spans.append([match.span()])
        else:
            break
    return tuple(_cut(text, marks) for marks in spans)


def _cut(text: str, marks: list[tuple[int, int]]) -> Snippet:
    start = _edge(text, max(0, marks[0][0] - _AROUND), marks[0][0])
    end = min(len(text), marks[-1][1] + _AROUND)
    if end < len(text):
        end = text.rfind(" ", marks[-1][1], end + 1)
        end = marks[-1][1] if end < 0 else end
    return Snippet(text[start:end], start, tuple((a - start, b - start) for a, b in marks))


def _edge(text: str, start: int, stop: int) -> int:
    """The beginning of the first whole word from ``start`` on."""
    if start == 0:
        return 0
    found = re.compile(r"\s").search(text, start, stop)
    return found.end() if found else start
