"""Small plans written as plain text, read up to the point where facts are looked for."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach import language, layout, segment
from kehoach.extract.tasks import tasks
from kehoach.model.document import Document, Source
from kehoach.model.fact import TaskMention
from kehoach.model.section import Outline
from kehoach.reading import plain
from kehoach.rules.load import Rules, load

HEAD = """SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH
Số: 61/KH-SVHTTDL
Yên Bái, ngày 11 tháng 02 năm 2022

KẾ HOẠCH
{title}

"""
FOOT = """

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.

GIÁM ĐỐC

Đặng Thị Mẫu
"""


@dataclass(frozen=True)
class Written:
    document: Document
    outline: Outline
    rules: Rules


def written(body: str, title: str = "Công tác năm 2022", after: str = "") -> Written:
    """A whole plan with this body, so that its paragraphs, sections and tables are what the program makes of them;
    ``after`` stands behind the signature."""
    text = HEAD.format(title=title) + body.strip() + FOOT + after
    rules = load()
    source = Source("plan.txt", "0" * 64, "text/plain", text.encode())
    document = language.clean(layout.document(plain.reading(source), rules), rules)
    return Written(document, segment.sections(document, rules), rules)


def bare(text: str) -> Written:
    """One paragraph in the first section of a plan."""
    return written(f"I. NỘI DUNG\n1. Công tác chung\n{text}")


def works(*lines: str, head: str = "V. TỔ CHỨC THỰC HIỆN") -> tuple[TaskMention, ...]:
    """The tasks of a section with these lines."""
    plan = written("\n".join((head, *lines)))
    return tasks(plan.document, plan.outline, plan.rules)


def said(*lines: str, head: str = "V. TỔ CHỨC THỰC HIỆN") -> list[tuple[str, list[str]]]:
    """The same as text: each work with its units and their roles."""
    return [(m.task.text, [f"{unit.printed}={unit.role}" for unit in m.units]) for m in works(*lines, head=head)]
