"""An archive in Datasette: what its tables and columns mean, search, facets and ready queries, as Datasette's metadata.

https://docs.datasette.io/en/stable/metadata.html
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kehoach.corpus.tables import FACTS, metadata, plans
from kehoach.export import codebook
from kehoach.export.captions import value_caption
from kehoach.export.frame import Kind

_HIDDEN = ("alembic_version", "archive", "bands", "records", "stages", "tallies", "texts")
"""Tables that say nothing to people."""
_PLANS = {
    "document_id": "Nội dung tệp / the content of the file",
    "work_id": "Bản thảo, bản ký, bản quét của một kế hoạch có chung số này / copies of one plan share it",
    "form": "scan: bản quét; digital: PDF, văn bản số; text: văn bản thuần / form of the file",
    "audit": "Phát hiện nặng nhất / gravest finding: error, warning, info, clean",
    "quality": "Chất lượng đọc / reading quality: text, good, fair, poor",
    "doubtful": "Số giá trị chưa chắc / values of low confidence",
    "review": "Soát xét / review: none, begun, done",
    "year": "Năm ban hành, hay năm của kế hoạch / year of issue, else of the period",
    "scan": "again: có trang cần quét lại hoặc thiếu; whole: đủ / pages to be scanned again or missing, or whole",
    "added_at": "Lúc vào kho (UTC) / when it came into the archive",
}
_OTHERS = {
    "places": "Nơi thấy mỗi tệp; failure: vì sao không mở được / where each file was seen; why it could not be opened",
    "documents": "Nội dung các tệp, mỗi nội dung một dòng / contents of files, each once",
    "copies": "Bản PDF/A tìm được chữ / searchable PDF/A copies",
    "works": "Kế hoạch không kể bản sao / plans, whatever the number of copies",
    "corrections": "Những gì người soát nói về các giá trị / what people said about values",
}
_FACETS: Mapping[str, tuple[str, ...]] = {
    "plans": ("province", "year", "plan_kind", "audit", "scan"),
    "tasks": ("role",),
    "deadlines": ("kind",),
    "sections": ("kinds",),
    "findings": ("severity", "code"),
    "checks": ("verdict",),
    "citations": ("type", "relation"),
    "corrections": ("by", "state"),
}
_SEARCH = """select plans.id, plans.number, plans.issued_on, plans.issuer, plans.title
from texts_fts join plans on plans.id = texts_fts.rowid
where texts_fts match :words order by bm25(texts_fts, 5.0, 1.0) limit 100"""
_TASKS = """select plans.number, plans.issuer, tasks.due_end, tasks.unit, tasks.role, tasks.text
from tasks join plans on plans.id = tasks.plan_id
where tasks.unit_key like '%' || :unit || '%' order by tasks.due_end is null, tasks.due_end"""
_POINTS = """select plans.year, plans.issuer, criteria.path, criteria.points, criteria.text
from criteria join plans on plans.id = criteria.plan_id
where criteria.points is not null order by plans.year, plans.id, criteria.n"""
_RESCAN = """select places.path, plans.number, plans.rescan_pages, plans.missing_pages
from plans join places on places.document_id = plans.document_id
where plans.scan = 'again' order by places.path"""
_QUERIES = {
    "search": ("Tìm (không dấu, d thay đ) / search, without diacritics", _SEARCH),
    "tasks_of_unit": ("Nhiệm vụ của đơn vị (không dấu) / tasks of a unit, without diacritics", _TASKS),
    "points": ("Tiêu chí và điểm / criteria and points", _POINTS),
    "rescan": ("Trang cần quét lại / pages to be scanned again", _RESCAN),
}


def datasette(name: str) -> dict[str, Any]:
    """The metadata of an archive for Datasette, to be written as JSON.

    Args:
        name: of the database in Datasette: that of the file without its ending.
    """
    tables = {str(kind): _table(kind) for kind in FACTS}
    tables |= {other: {"description": told} for other, told in _OTHERS.items()}
    tables |= {hidden: {"hidden": True} for hidden in _HIDDEN}
    tables["plans"] = {
        "description": "Mỗi kế hoạch một dòng; ô tìm kiếm nhận chữ không dấu, d thay đ / one row a plan; the search takes "
        "words without diacritics",
        "columns": {**_columns("documents", set(plans.c.keys())), **_PLANS},
        "label_column": "title",
        "sort_desc": "sort_key",
        "fts_table": "texts_fts",
        "fts_pk": "id",
    }
    for table, facets in _FACETS.items():
        tables[table]["facets"] = list(facets)
    queries = {key: {"title": title, "sql": sql} for key, (title, sql) in _QUERIES.items()}
    return {
        "title": "Kho kế hoạch / archive of plans",
        "databases": {name: {"tables": tables, "queries": queries}},
    }


def _table(kind: Kind) -> dict[str, Any]:
    return {"description": codebook.sheet(kind), "columns": _columns(kind, set(metadata.tables[kind].c.keys()))}


def _columns(kind: Kind, known: set[str]) -> dict[str, str]:
    """The columns that hold codes, with their codes in words; all others would push the rows off the page (they are in
    ``schemas/store.sql``)."""
    return {
        column.name: f"{column.meaning} / {column.meaning_en}: "
        + "; ".join(f"{code} = {value_caption(code)[0]}" for code in column.codes)
        for column in codebook.columns(kind)
        if column.codes and column.name in known
    }
