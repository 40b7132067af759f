"""The audit as an Excel workbook: a row a plan with a column for each required element, and a row a finding."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any

from kehoach.export.audit_report import (
    FAMILY_WORDS,
    SEVERITIES,
    SEVERITY_WORDS,
    VERDICT_WORDS,
    AuditReport,
    ElementLine,
    RuleCard,
    elements,
    passage,
)
from kehoach.model.text import page_of

_PLAN_HEAD = ("Tệp", "Số, ký hiệu", "Cơ quan ban hành", "Ngày ban hành", "Trích yếu", "Căn cứ áp dụng", "Lỗi", "Cảnh báo", "Lưu ý")  # fmt: skip
_FINDING_HEAD = ("Tệp", "Số, ký hiệu", "Mức", "Mã", "Nội dung kiểm tra", "Trang", "Mục", "Phát hiện", "Finding", "Đoạn văn", "Căn cứ", "Cách sửa")  # fmt: skip
_RULE_HEAD = ("Mã", "Tên", "Nhóm", "Mức", "Nội dung kiểm tra", "What is checked", "Ghi chú")
_FILLS = {"pass": "DDF3E0", "fail": "F8D4D4", "doubt": "FFF2CC", "not_applicable": "EEEEEE"}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def to_xlsx(report: AuditReport) -> bytes:
    """The workbook: plans, findings, all checks, the catalogue."""
    from openpyxl import Workbook

    book: Any = Workbook()
    _plans(book.active, report)
    _findings(book.create_sheet("Phát hiện"), report)
    _checks(book.create_sheet("Kiểm tra"), report)
    _rules(book.create_sheet("Quy tắc"), report)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _plans(sheet: Any, report: AuditReport) -> None:
    from openpyxl.styles import PatternFill

    sheet.title = "Kế hoạch"
    required = [rule for rule in report.rules if rule.family == "elements"]
    head(sheet, (*_PLAN_HEAD, *(rule.title.vi for rule in required)))
    for audited in report.plans:
        document, count = audited.plan.document, audited.count()
        lines = {line.rule.code: line for line in elements(report, audited)}
        cells = (
            audited.file, document.number, document.issuer, document.issued_on, document.title, audited.law,
            *(count[severity] for severity in SEVERITIES),
        )  # fmt: skip
        sheet.append([*map(safe, cells), *(safe(_element(lines, rule)) for rule in required)])
        for n, rule in enumerate(required, len(_PLAN_HEAD) + 1):
            colour = _FILLS.get(audited.verdict(rule.code) or "not_applicable", _FILLS["not_applicable"])
            sheet.cell(sheet.max_row, n).fill = PatternFill("solid", fgColor=colour)
    widths(sheet, (30, 16, 30, 12, 50, 30, 7, 9, 7, *(16 for _ in required)))


def _element(lines: Mapping[str, ElementLine], rule: RuleCard) -> str:
    """How the plan has an element, and where."""
    line = lines.get(rule.code)
    if line is None:
        return "-"
    return f"{line.manner[0]} ({line.place})" if line.place else line.manner[0]


def _findings(sheet: Any, report: AuditReport) -> None:
    head(sheet, _FINDING_HEAD)
    for audited in report.plans:
        for finding in audited.findings:
            rule = report.rule(finding.code)
            cells = (
                audited.file, audited.plan.document.number, SEVERITY_WORDS[finding.severity][0], finding.code,
                rule.title.vi, page_of(finding.evidence), finding.path, finding.message.vi, finding.message.en,
                passage(audited.plan, finding.evidence), finding.legal_basis, rule.hint.vi,
            )  # fmt: skip
            sheet.append(list(map(safe, cells)))
    widths(sheet, (30, 16, 10, 8, 30, 7, 12, 60, 60, 60, 34, 40))


def _checks(sheet: Any, report: AuditReport) -> None:
    """Every rule that applied to every plan: a column a rule."""
    head(sheet, ("Tệp", *(rule.code for rule in report.rules)))
    for audited in report.plans:
        verdicts = (audited.verdict(rule.code) for rule in report.rules)
        sheet.append([safe(audited.file), *(VERDICT_WORDS[v][0] if v else "" for v in verdicts)])
    widths(sheet, (30, *(11 for _ in report.rules)))


def _rules(sheet: Any, report: AuditReport) -> None:
    head(sheet, _RULE_HEAD)
    for rule in report.rules:
        family, severity = FAMILY_WORDS[rule.family][0], SEVERITY_WORDS[rule.severity][0]
        sheet.append([rule.code, rule.name, family, severity, rule.title.vi, rule.title.en, rule.unverified or ""])
    sheet.append([])
    sheet.append([f"Danh mục {report.version} ({report.day})"])
    widths(sheet, (9, 24, 26, 10, 44, 44, 50))


def head(sheet: Any, titles: tuple[str, ...]) -> None:
    from openpyxl.styles import Font

    sheet.append(list(titles))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"


def widths(sheet: Any, widths: tuple[int, ...]) -> None:
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    for n, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(n)].width = width
    sheet.auto_filter.ref = sheet.dimensions
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = Alignment(vertical="top", wrap_text=True)


def safe(value: object) -> object:
    """Text that no spreadsheet takes for a formula."""
    if not isinstance(value, str):
        return value
    text = _FORBIDDEN.sub("", value)[:32000]
    return "'" + text if text.startswith(("=", "+", "@", "\t")) else text
