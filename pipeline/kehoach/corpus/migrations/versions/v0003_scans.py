"""What an archive asks of its scans, in columns of their own; facets counted in the order of indexes."""

from __future__ import annotations

import json
import zlib
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_COLUMNS = ("blank_pages", "rescan_pages", "missing_pages", "urgency", "secrecy", "scan")
_CHUNK = 200
"""Records read at once."""
_INDEXES = {
    "facets": "province year issuer_level plan_kind audit quality review scan",
    "when": "province year",
    "traits": "issuer_level plan_kind audit quality review scan year",
}


def upgrade() -> None:
    for name in _COLUMNS:
        op.add_column("plans", sa.Column(name, sa.Text()))
    _fill(op.get_bind())
    op.drop_index("ix_plans_facets", "plans")
    for name, columns in _INDEXES.items():
        op.create_index(f"ix_plans_{name}", "plans", columns.split())


def _fill(connection: sa.Connection) -> None:
    """The values of plans that are there already, from their records."""
    told = ", ".join(f"{name} = :{name}" for name in _COLUMNS)
    update = sa.text(f"UPDATE plans SET {told} WHERE id = :id")
    chunk = sa.text("SELECT plan_id, data FROM records WHERE plan_id > :last ORDER BY plan_id LIMIT :most")
    last = 0
    while rows := connection.execute(chunk, {"last": last, "most": _CHUNK}).all():
        last = rows[-1].plan_id
        connection.execute(
            update, [{"id": row.plan_id, **_values(json.loads(zlib.decompress(row.data)))} for row in rows]
        )


def _values(record: dict[str, Any]) -> dict[str, str | None]:
    source, stamps = record["source"], record["document"].get("stamps") or ()
    pages, again, missing = (source.get(name) or () for name in ("pages", "rescan", "missing"))
    texts = {kind: [s.get("text") or "" for s in stamps if s["kind"] == kind] for kind in ("urgency", "secrecy")}
    bad = again or missing or any(page.get("failed") for page in pages)
    return {
        "blank_pages": _numbers(page["number"] for page in pages if page.get("blank")),
        "rescan_pages": _numbers(again),
        "missing_pages": _numbers(missing),
        **{kind: "; ".join(found) or None for kind, found in texts.items()},
        "scan": "again" if bad else "whole" if any(page.get("text_from") == "ocr" for page in pages) else None,
    }


def _numbers(pages: Any) -> str | None:
    return " ".join(map(str, pages)) or None
