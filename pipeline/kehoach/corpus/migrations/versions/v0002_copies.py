"""Searchable copies of documents."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "copies",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("place", sa.Text()),
        sa.Column("sha256", sa.Text()),
        sa.Column("bytes", sa.BigInteger()),
        sa.Column("failure", sa.Text()),
        sa.Column("message", sa.Text()),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", name="pk_copies"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_copies_document_id"),
    )
