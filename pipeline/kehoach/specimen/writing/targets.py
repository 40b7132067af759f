"""Quantified goals of every form."""

from __future__ import annotations

from typing import Any

from kehoach.specimen.parts import Fact, Part, Role
from kehoach.specimen.writing.aims import Setting


def target(
    quote: str, comparator: str, value: float, unit: str, subject: str | None, goal: str | None, **more: Any
) -> Fact:
    values = {
        "quote": quote, "comparator": comparator, "value": value, "value_max": None, "unit": unit, "subject": subject,
        "object": goal,
    }  # fmt: skip
    return Fact("targets", values | more)


def share(s: Setting, subject: str, goal: str) -> tuple[str, Fact]:
    """A percentage of the subject."""
    n = s.draw.one((60, 70, 75, 80, 85, 90, 95, 98))
    forms = (
        (f"100% {subject} {goal}", "=", 100), (f"100% {subject} {goal}", "=", 100),
        (f"Có từ {n}% {subject} trở lên {goal}", ">=", n), (f"Ít nhất {n}% {subject} {goal}", ">=", n),
        (f"Tối thiểu {n}% {subject} {goal}", ">=", n), (f"Trên {n}% {subject} {goal}", ">=", n),
        (f"Phấn đấu có {n}% trở lên {subject} {goal}", ">=", n), (f"{n}% {subject} {goal}", "=", n),
        (f"Phấn đấu {n}% {subject} {goal}", "=", n),
    )  # fmt: skip
    text, comparator, value = s.draw.one(forms)
    return text, target(text, comparator, value, "%", subject, goal)


def count(s: Setting, verb: str, unit: str, goal: str) -> tuple[str, Fact]:
    """A number of things made."""
    n = s.draw.number(2, 9)
    high = n + s.draw.number(1, 4)
    many = s.draw.number(11, 19) * 100
    forms = (
        (f"{verb} {n:02d} {unit} {goal}", "=", n, None),
        (f"{verb} ít nhất {n:02d} {unit} {goal}", ">=", n, None),
        (f"{verb} từ {n:02d} đến {high:02d} {unit} {goal}", "range", n, high),
        (f"{verb} hơn {many // 1000}.{many % 1000:03d} {unit} {goal}", ">=", many, None),
        (f"Mỗi đơn vị {verb.lower()} được ít nhất {n:02d} {unit} {goal}", ">=", n, None),
    )
    text, comparator, value, most = s.draw.one(forms)
    subject = "Mỗi đơn vị" if text.startswith("Mỗi") else unit
    return text, target(text, comparator, value, unit, subject, f"{verb} {goal}", value_max=most)


def limit(s: Setting) -> tuple[str, Fact]:
    """Something that must not be more."""
    n = s.draw.number(2, 5)
    forms = (
        (f"Tỷ lệ văn bản xử lý chậm không quá {n}%", "<=", n, "%", "Tỷ lệ văn bản xử lý chậm"),
        (
            f"Tỷ lệ đơn vị chưa hoàn thành kế hoạch giảm còn dưới {n}%",
            "<=",
            n,
            "%",
            "Tỷ lệ đơn vị chưa hoàn thành kế hoạch",
        ),
        (
            f"Kết quả xếp loại cuối năm nằm trong nhóm {n:02d} đơn vị dẫn đầu",
            "top",
            n,
            "đơn vị",
            "Kết quả xếp loại cuối năm",
        ),
    )
    text, comparator, value, unit, subject = s.draw.one(forms)
    return text, target(text, comparator, value, unit, subject, None)


def targets(s: Setting) -> Part:
    """A section of targets."""
    made = [share(s, *pair) for pair in s.draw.some(s.field.shares, s.draw.number(2, 3))]
    made += [count(s, *triple) for triple in s.draw.some(s.field.counts, s.draw.number(1, 2))]
    if s.draw.chance(0.6):
        made.append(limit(s))
    role: Role = s.draw.one(("bullet", "item"))
    heading = s.draw.one(("Chỉ tiêu thi đua", "Chỉ tiêu phấn đấu", "Chỉ tiêu cụ thể", "Mục tiêu, chỉ tiêu"))
    kinds = ("objectives", "targets") if heading.startswith("Mục tiêu") else ("targets",)
    inner = s.draw.one((";", "."))
    parts = tuple(
        Part(role, text, facts=(fact,), end="." if n == len(made) else inner) for n, (text, fact) in enumerate(made, 1)
    )
    return Part("section", heading, kinds, parts)
