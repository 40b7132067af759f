"""``kehoach search``: plans of an archive by their words and by what they are."""

from __future__ import annotations

import sys
from typing import Any

import click

from kehoach.cli import console
from kehoach.cli.archive import filter_of, filters, opened
from kehoach.cli.settings import configured, options
from kehoach.corpus import Corpus, Filter, Hit, PlanEntry
from kehoach.corpus.search import Snippet
from kehoach.errors import NothingToDo
from kehoach.export import json


@click.command("search", short_help="Tìm trong kho / search an archive")
@click.argument("query", required=False)
@filters
@click.option("--limit", type=click.IntRange(1), default=20, metavar="N", help="Số kết quả / number of results")
@click.option(
    "--offset", type=click.IntRange(0), default=0, metavar="N", help="Bỏ qua N kết quả đầu / skip the first N"
)
@click.option("-t", "--to", type=click.Choice(["text", "json", "ids"]), default="text", help="Dạng kết quả / form of the result")  # fmt: skip
@options("store", "rules")
def command(query: str | None, limit: int, offset: int, to: str, **flags: Any) -> int:
    """Tìm kế hoạch theo từ ngữ, có dấu hay không dấu, viết tắt hay đầy đủ; và theo tỉnh, năm, loại, đơn vị, thời hạn.

    Finds plans by words, with or without diacritics, abbreviated or in full; and by province, year, kind, unit, term.
    Words in quotation marks must stand together. Without words: the plans of the filter, the latest first.
    """
    wanted = filter_of(flags)
    with opened(configured(flags)) as archive:
        hits, total, exact = _found(archive, query, wanted, limit, offset)
    if not hits:
        raise NothingToDo(f"Không tìm thấy / nothing found: {query or ''}".rstrip(": "))
    if to == "json":
        console.data("".join(json.dumps(_line(hit), None) + "\n" for hit in hits))
    elif to == "ids":
        console.data("".join(f"{hit.plan.id}\n" for hit in hits))
    else:
        console.data("\n".join(_text(hit) for hit in hits))
        if not exact:
            console.warn("Không có cụm từ này; các kế hoạch có đủ các từ / not as a phrase; plans with all the words")
        console.say(f"{offset + 1}-{offset + len(hits)} / {total}")
    return 0


def _found(
    archive: Corpus, query: str | None, wanted: Filter, limit: int, offset: int
) -> tuple[tuple[Hit, ...], int, bool]:
    if query:
        found = archive.search(query, wanted, limit=limit, offset=offset)
        return found.hits, found.total, found.exact
    page = archive.list(wanted, limit=offset + limit)
    return tuple(Hit(entry, ()) for entry in page.entries[offset:]), page.total, True


def _line(hit: Hit) -> dict[str, Any]:
    plan = hit.plan
    return {
        "id": plan.id, "number": plan.number, "issued_on": plan.issued_on, "issuer": plan.issuer, "title": plan.title,
        "province": plan.province, "year": plan.year, "plan_kind": plan.plan_kind, "audit": plan.audit,
        "quality": plan.quality, "file": plan.file, "work": plan.work_id,
        "snippets": [{"text": s.text, "start": s.start, "marks": s.marks} for s in hit.snippets],
    }  # fmt: skip


def _text(hit: Hit) -> str:
    lines = [heading(hit.plan), *(f"      … {_marked(snippet)} …" for snippet in hit.snippets)]
    return "\n".join(lines) + "\n"


def heading(plan: PlanEntry) -> str:
    """A plan on two lines; one without title by its file."""
    told = " · ".join(filter(None, (plan.number, plan.issued_on, plan.issuer)))
    return f"{plan.id:>6} {told or plan.file}\n       {plan.title or plan.file}"


def _marked(snippet: Snippet) -> str:
    """What was found in bold on a terminal, between «» elsewhere."""
    begin, end = ("\x1b[1m", "\x1b[0m") if sys.stdout.isatty() else ("«", "»")
    parts, at = [], 0
    for start, stop in snippet.marks:
        parts += [snippet.text[at:start], begin, snippet.text[start:stop], end]
        at = stop
    return " ".join("".join([*parts, snippet.text[at:]]).split())
