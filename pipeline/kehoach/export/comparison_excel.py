"""A comparison as an Excel workbook: the plans, their sections side by side, a row a difference."""

from __future__ import annotations

import io
from typing import Any

from kehoach.export.audit_excel import head, safe, widths
from kehoach.export.comparison_text import letter
from kehoach.export.comparison_words import (
    ABSENCE_WORDS,
    GROUPS,
    KIND_WORDS,
    group_of,
    page,
    short_name,
    subject,
    value,
    why_unsure,
)
from kehoach.model.comparison import Comparison, Difference

_HEAD = (
    "A", "B", "Nhóm", "Khác biệt", "Difference", "Về", "Giá trị A", "Giá trị B", "Chênh lệch", "Đơn vị tính",
    "Đoạn văn A", "Mục A", "Trang A", "Bên A", "Đoạn văn B", "Mục B", "Trang B", "Bên B", "Tin cậy", "Lý do chưa chắc",
)  # fmt: skip
_PLAN_HEAD = ("", "Tên gọi", "Số, ký hiệu", "Cơ quan ban hành", "Ngày ban hành", "Trích yếu", "Tệp")
_UNSURE = "FFF2CC"


def to_xlsx(comparison: Comparison) -> bytes:
    """The workbook; rows of uncertain differences are coloured."""
    from openpyxl import Workbook

    book: Any = Workbook()
    _differences(book.active, comparison)
    _sections(book.create_sheet("Bố cục"), comparison)
    _plans(book.create_sheet("Kế hoạch"), comparison)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _differences(sheet: Any, comparison: Comparison) -> None:
    from openpyxl.styles import PatternFill

    sheet.title = "Khác biệt"
    head(sheet, _HEAD)
    unsure = PatternFill("solid", fgColor=_UNSURE)
    for d in comparison.differences:
        sheet.append([safe(cell) for cell in _cells(d, comparison.sure)])
        if d.confidence < comparison.sure:
            for cell in sheet[sheet.max_row]:
                cell.fill = unsure
    widths(sheet, (5, 5, 18, 20, 20, 30, 18, 18, 10, 9, 50, 9, 7, 14, 50, 9, 7, 14, 8, 40))


def _cells(d: Difference, sure: float) -> tuple[object, ...]:
    vi, en = KIND_WORDS[d.kind]
    return (
        letter(d.plan_a), letter(d.plan_b), GROUPS[group_of(d)][0], vi, en, subject(d) or d.about, value(d, "a"),
        value(d, "b"), d.amount, d.unit, d.words_a, d.path_a, page(d.evidence_a), ABSENCE_WORDS[d.state_a][0], d.words_b,
        d.path_b, page(d.evidence_b), ABSENCE_WORDS[d.state_b][0], d.confidence, why_unsure(d, sure),
    )  # fmt: skip


def _sections(sheet: Any, comparison: Comparison) -> None:
    head(sheet, tuple(f"{letter(n)}: {short_name(plan)}" for n, plan in enumerate(comparison.plans)))
    for row in comparison.sections:
        sheet.append([safe("    " * row.depth + f"{s.path} {s.heading}") if s else "" for s in row.sections])
    widths(sheet, tuple(60 for _ in comparison.plans))


def _plans(sheet: Any, comparison: Comparison) -> None:
    head(sheet, _PLAN_HEAD)
    for n, plan in enumerate(comparison.plans):
        d = plan.document
        cells = (letter(n), short_name(plan), d.number, d.issuer, d.issued_on, d.title, plan.source.path)
        sheet.append([safe(cell) for cell in cells])
    widths(sheet, (5, 40, 16, 36, 14, 60, 40))
