"""How a plan, or a clause of it, is cited: BibTeX, CSL-JSON (for Zotero, pandoc), and a line of Vietnamese text."""

from __future__ import annotations

import re
from typing import Any

from kehoach.errors import UsageError
from kehoach.export.metadata import type_name
from kehoach.model.plan import Item, Plan, Section
from kehoach.orthography.fold import bare

_TEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}  # fmt: skip


def to_csl(plan: Plan, path: str | None = None) -> dict[str, Any]:
    """One CSL-JSON item; a clause is named as the item's section, its pages as its locator.

    Raises:
        UsageError: the plan has no clause of this path.
    """
    d = plan.document
    item: dict[str, Any] = {
        "id": key(plan, path),
        "type": "report",
        "title": _title(plan),
        "language": "vi",
    }
    if d.issuer:
        item["author"] = [{"literal": d.issuer}]
        item["publisher"] = d.issuer
    if d.number:
        item["number"] = d.number
    if d.issued_on:
        item["issued"] = {"date-parts": [[int(part) for part in d.issued_on.split("-")]]}
    if d.place:
        item["publisher-place"] = d.place
    if name := type_name(d.type):
        item["genre"] = name
    if path is not None:
        node = _clause(plan, path)
        item["section"] = path
        if pages := _pages(node):
            item["page"] = pages
        item["note"] = _words(node)
    elif plan.source.pages and any(page.width for page in plan.source.pages):
        item["number-of-pages"] = str(len(plan.source.pages))
    return item


def to_bibtex(plan: Plan, path: str | None = None) -> str:
    """One BibTeX entry, Unicode inside (biber, or bibtex with a Unicode engine).

    Raises:
        UsageError: the plan has no clause of this path.
    """
    csl = to_csl(plan, path)
    date = (plan.document.issued_on or "").split("-")
    fields = {
        "author": "{" + _tex(csl["publisher"]) + "}" if "publisher" in csl else "",
        "title": "{" + _tex(csl["title"]) + "}",
        "institution": _tex(csl.get("publisher", "")),
        "type": _tex(csl.get("genre", "")),
        "number": _tex(csl.get("number", "")),
        "address": _tex(csl.get("publisher-place", "")),
        "year": date[0],
        "month": str(int(date[1])) if len(date) > 1 else "",
        "date": "-".join(date),
        "pages": csl.get("page", "").replace("-", "--"),
        "note": _tex(f"Mục {path}: {csl['note']}") if path is not None else "",
        "langid": "vietnamese",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@techreport{{{csl['id']},", *lines, "}"])


def to_text(plan: Plan, path: str | None = None) -> str:
    """A line as Vietnamese documents cite: "Kế hoạch số 12/KH-UBND ngày 05/3/2031 của ... về ...".

    Raises:
        UsageError: the plan has no clause of this path.
    """
    d = plan.document
    parts = [f"Mục {path}" if path is not None and _clause(plan, path) else "", type_name(d.type) or "Văn bản"]
    parts += [f"số {d.number}" if d.number else "", _dated(d.issued_on), f"của {d.issuer}" if d.issuer else ""]
    words = (f"{parts[0]}, " if parts[0] else "") + " ".join(filter(None, parts[1:]))
    pages = _pages(_clause(plan, path)) if path is not None else ""
    return words + (f" ({d.title})" if d.title else "") + (f", tr. {pages}" if pages else "")


def key(plan: Plan, path: str | None = None) -> str:
    """A key made of type, number, year and path, in ASCII: "kh-12-kh-ubnd-2031-ii-1"."""
    d = plan.document
    words = " ".join(filter(None, (d.number or d.type or "kh", (d.issued_on or "")[:4], path)))
    return re.sub(r"[^a-z0-9]+", "-", bare(words).lower()).strip("-") or "kh"


def _title(plan: Plan) -> str:
    d = plan.document
    return " ".join(filter(None, (type_name(d.type), d.title))) or plan.source.path


def _dated(iso: str | None) -> str:
    if not iso:
        return ""
    parts = iso.split("-")
    return f"{('năm', 'tháng', 'ngày')[len(parts) - 1]} {'/'.join(reversed(parts))}"


def _clause(plan: Plan, path: str) -> Section | Item:
    nodes: tuple[Section | Item, ...] = (*plan.sections, *plan.items)
    for node in nodes:
        if node.path == path:
            return node
    known = ", ".join(section.path for section in plan.sections) or "-"
    raise UsageError(f"Không có mục / no clause {path!r}", f"Các mục / sections: {known}")


def _words(node: Section | Item) -> str:
    return node.heading if isinstance(node, Section) else node.start


def _pages(node: Section | Item) -> str:
    pages = sorted({place.page for place in node.evidence if place.page is not None})
    return "" if not pages else str(pages[0]) if len(pages) == 1 else f"{pages[0]}-{pages[-1]}"


def _tex(text: str) -> str:
    return "".join(_TEX.get(character, character) for character in text)
