"""What a comparison says to people: names of the differences, their groups, values as Vietnamese print has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kehoach.export.captions import caption, value_caption
from kehoach.model.comparison import Comparison, Difference, DifferenceKind, Presence
from kehoach.model.plan import Plan
from kehoach.model.text import Evidence

GROUPS: Mapping[str, tuple[str, str]] = {
    "document": ("Thể thức, phạm vi", "Header"),
    "sections": ("Bố cục", "Outline"),
    "themes": ("Chủ đề", "Themes"),
    "movements": ("Phong trào, cuộc vận động", "Movements"),
    "criteria": ("Tiêu chí, điểm", "Criteria and points"),
    "targets": ("Chỉ tiêu", "Targets"),
    "deadlines": ("Thời hạn", "Deadlines"),
    "tasks": ("Nhiệm vụ, đơn vị", "Tasks and units"),
    "rewards": ("Khen thưởng", "Rewards"),
    "citations": ("Văn bản viện dẫn", "Cited documents"),
    "observances": ("Ngày kỷ niệm", "Anniversaries"),
    "items": ("Đoạn nội dung", "Paragraphs"),
}
"""Where a difference belongs, by the list it is of; in the order of the reports."""

KIND_WORDS: Mapping[DifferenceKind, tuple[str, str]] = {
    "header_changed": ("khác", "differs"),
    "section_added": ("thêm mục", "section added"),
    "section_dropped": ("bỏ mục", "section dropped"),
    "section_renamed": ("đổi tên mục", "section renamed"),
    "section_moved": ("chuyển mục", "section moved"),
    "item_added": ("thêm đoạn", "paragraph added"),
    "item_dropped": ("bỏ đoạn", "paragraph dropped"),
    "item_reworded": ("sửa lời", "reworded"),
    "item_moved": ("chuyển đoạn", "paragraph moved"),
    "theme_added": ("thêm chủ đề", "theme added"),
    "theme_dropped": ("bỏ chủ đề", "theme dropped"),
    "theme_changed": ("đổi chủ đề", "theme changed"),
    "movement_added": ("thêm phong trào", "movement added"),
    "movement_dropped": ("bỏ phong trào", "movement dropped"),
    "movement_renamed": ("đổi tên phong trào", "movement renamed"),
    "criterion_added": ("thêm tiêu chí", "criterion added"),
    "criterion_removed": ("bỏ tiêu chí", "criterion removed"),
    "criterion_reworded": ("sửa lời tiêu chí", "criterion reworded"),
    "criterion_kind_changed": ("đổi loại tiêu chí", "kind of criterion changed"),
    "points_changed": ("đổi điểm", "points changed"),
    "target_added": ("thêm chỉ tiêu", "target added"),
    "target_removed": ("bỏ chỉ tiêu", "target removed"),
    "target_reworded": ("sửa lời chỉ tiêu", "target reworded"),
    "target_changed": ("đổi mức chỉ tiêu", "target changed"),
    "deadline_added": ("thêm thời hạn", "deadline added"),
    "deadline_removed": ("bỏ thời hạn", "deadline removed"),
    "deadline_moved": ("dời thời hạn", "deadline moved"),
    "deadline_changed": ("đổi cách định thời hạn", "deadline changed"),
    "task_added": ("thêm nhiệm vụ", "task added"),
    "task_removed": ("bỏ nhiệm vụ", "task removed"),
    "task_reworded": ("sửa lời nhiệm vụ", "task reworded"),
    "due_moved": ("dời hạn nhiệm vụ", "due date moved"),
    "product_changed": ("đổi sản phẩm", "product changed"),
    "unit_added": ("thêm đơn vị", "unit added"),
    "unit_removed": ("bỏ đơn vị", "unit removed"),
    "unit_replaced": ("thay đơn vị", "unit replaced"),
    "unit_role_changed": ("đổi vai trò", "role changed"),
    "citation_added": ("thêm viện dẫn", "citation added"),
    "citation_dropped": ("bỏ viện dẫn", "citation dropped"),
    "citation_replaced": ("thay văn bản viện dẫn", "citation replaced"),
    "citation_relation_changed": ("đổi quan hệ viện dẫn", "relation of a citation changed"),
    "observance_added": ("thêm ngày kỷ niệm", "anniversary added"),
    "observance_dropped": ("bỏ ngày kỷ niệm", "anniversary dropped"),
    "observance_changed": ("đổi số năm kỷ niệm", "count of an anniversary changed"),
    "reward_added": ("thêm hình thức khen thưởng", "reward added"),
    "reward_dropped": ("bỏ hình thức khen thưởng", "reward dropped"),
    "reward_changed": ("đổi số lượng khen thưởng", "count of a reward changed"),
}

ABSENCE_WORDS: Mapping[Presence, tuple[str, str]] = {
    "present": ("có", "present"),
    "missing": ("không có", "missing"),
    "blank": ("để trống", "left blank"),
    "unread": ("chưa đọc được chắc chắn", "not read with certainty"),
    "not_applicable": ("không áp dụng với loại kế hoạch này", "not applicable to plans of this kind"),
}
_UNITS: Mapping[str, tuple[str, str]] = {
    "points": ("điểm", "points"), "days": ("ngày", "days"), "years": ("năm", "years"),
}  # fmt: skip
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_CODED = ("document.type", "document.plan_kind", "document.issuer_level", "tasks.units.role", "citations.relation", "criteria.kind")  # fmt: skip


def group_of(difference: Difference) -> str:
    return difference.field.partition(".")[0]


def grouped(differences: Iterable[Difference]) -> Iterator[tuple[str, list[Difference]]]:
    """The differences by group, in the order of the reports; no group is empty."""
    found: dict[str, list[Difference]] = {}
    for difference in differences:
        found.setdefault(group_of(difference), []).append(difference)
    return ((group, found[group]) for group in GROUPS if group in found)


def subject(difference: Difference) -> str:
    """What differs, where it is a field of the header: "Trích yếu"."""
    return caption(difference.field.partition(".")[2])[0] if group_of(difference) == "document" else ""


def value(difference: Difference, side: str) -> str:
    """The value of one side ("a" or "b") as people write it; what its absence means where there is none."""
    found, state = (difference.a, difference.state_a) if side == "a" else (difference.b, difference.state_b)
    if found is None:
        return "" if state == "present" else f"({ABSENCE_WORDS[state][0]})"
    if difference.field in _CODED:
        return value_caption(found)[0]
    if difference.field.startswith(("deadlines", "tasks.due", "document.issued_on", "document.period")):
        return days(found)
    return f"{found} điểm" if difference.field == "criteria.points" else found


def days(text: str) -> str:
    """ISO days as "30/11/2024", an interval as "từ ... đến ..."."""
    start, dots, end = _DAY.sub(r"\3/\2/\1", text).partition("..")
    if not dots:
        return start
    return " ".join(filter(None, (start and f"từ {start}", end and f"đến {end}")))


def amount(difference: Difference) -> str:
    """By how much: "-5 điểm", "+30 ngày"."""
    if not difference.amount:
        return ""
    size = f"{difference.amount:+g}".replace(".", ",").replace("-", "−")
    unit = _UNITS.get(difference.unit or "", (difference.unit or "",) * 2)[0]
    return f"{size} {unit}".strip()


def page(evidence: Sequence[Evidence]) -> int | None:
    return next((e.page for e in evidence if e.page is not None), None)


def place(path: str | None, evidence: Sequence[Evidence]) -> str:
    """Path and page of one side: "III.2, tr. 4"."""
    number = page(evidence)
    return ", ".join(filter(None, (path, f"tr. {number}" if number else None)))


def short_name(plan: Plan) -> str:
    """What to call a plan in a report: number and issuer, else its file."""
    document = plan.document
    number = document.number if document.number and not document.number.startswith("/") else None
    year = (document.issued_on or "")[:4] or None
    named = " - ".join(filter(None, (number, document.issuer, None if number and year is None else year)))
    return named or plan.source.path or "?"


def why_unsure(difference: Difference, sure: float) -> str:
    """Why a difference is not certain; "" for one that is."""
    if difference.confidence >= sure:
        return ""
    if difference.by_reading:
        return (
            "lời văn hai bên giống nhau, có thể chỉ do nhận dạng / the passages agree, perhaps only the readings differ"
        )
    if "unread" in (difference.state_a, difference.state_b):
        return "một bên chưa đọc được chắc chắn / one side was not read with certainty"
    return "giá trị có độ tin cậy thấp / a value of low confidence"


def heading_count(comparison: Comparison) -> tuple[int, int]:
    """How many differences are certain, and how many are not."""
    certain = sum(1 for _ in comparison.certain())
    return certain, len(comparison.differences) - certain


def overview(comparison: Comparison) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    """What each plan has, a row a kind of thing: its name in both languages, and a cell a plan. Rows that are empty for
    all plans are left out."""
    for field, names in GROUPS.items():
        if field in ("document", "themes", "items"):
            continue
        counts = [len(getattr(plan, field)) for plan in comparison.plans]
        if any(counts):
            yield names, tuple(str(count) if count else "–" for count in counts)
    leads = [{u.name for task in plan.tasks for u in task.units if u.role == "lead"} for plan in comparison.plans]
    if any(leads):
        yield ("Đơn vị chủ trì", "Units in the lead"), tuple(str(len(found)) if found else "–" for found in leads)
    themes = ["; ".join(f"“{theme.text}”" for theme in plan.themes) for plan in comparison.plans]
    if any(themes):
        yield GROUPS["themes"], tuple(text or "–" for text in themes)
