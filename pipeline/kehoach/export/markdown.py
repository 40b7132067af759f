"""A plan as Markdown that people read: header, outline, tables of what it asks, findings; pages named throughout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kehoach.export.captions import caption, value_caption
from kehoach.model.plan import Deadline, Due, Fact, Item, Plan, Section, Target, Task
from kehoach.model.text import Evidence

MARK = "<!-- kehoach -->"
"""The first line: by it a record is told from a document."""
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~$&])")
_LEADING = re.compile(r"^(?:[-+=]|\w{1,9}(?=[.)]))")


def to_markdown(plan: Plan) -> str:
    """The whole record as Markdown with Vietnamese headings. Everything taken from the document is escaped: it stays text."""
    return _Writer(plan).whole()


def inline(text: str) -> str:
    """Text in which Markdown and HTML find nothing of theirs; line ends become spaces."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def escaped(text: str) -> str:
    """``inline`` text that begins a line: no list, no number of one."""
    plain = inline(text)
    return _LEADING.sub(lambda m: f"\\{m[0]}" if m[0] in "-+=" else m[0] + "\\", plain)


class _Writer:
    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def whole(self) -> str:
        d = self.plan.document
        name = " ".join(filter(None, (d.type, d.number))) or self.word("page_title")
        parts = [MARK, f"# {escaped(d.title or name)}", *self.header(), *self.outline(), *self.facts(), *self.notes()]
        return "\n\n".join(part for part in parts if part) + "\n"

    def header(self) -> Iterator[str]:
        d, source = self.plan.document, self.plan.source
        period = d.period and (d.period.label or self.span(d.period.start, d.period.end))
        signer = d.signer and ", ".join(filter(None, (d.signer.authority, d.signer.position, d.signer.name)))
        carrier = d.carrier and ", ".join(filter(None, (d.carrier.number or d.carrier.type, day(d.carrier.issued_on))))
        rows = [
            ("number", d.number),
            ("issuer", d.issuer),
            ("carrier", carrier),
            ("place", d.place),
            ("issued_on", day(d.issued_on)),
            ("plan_kind", d.plan_kind and self.value(d.plan_kind)),
            ("period", period),
            ("signer", signer),
            ("recipients", "; ".join(d.recipients)),
            ("copy_state", self.value(d.copy_state)),
            *((kind, "; ".join(s.text or "" for s in d.stamps if s.kind == kind)) for kind in ("urgency", "secrecy")),
            ("blank_pages", ", ".join(str(page.number) for page in source.pages if page.blank)),
            ("rescan", ", ".join(map(str, source.rescan))),
            ("missing", ", ".join(map(str, source.missing))),
            ("file", source.path + (f" ({count} {self.word('pages')})" if (count := source.page_count) else "")),
        ]
        yield self.table(("", ""), [(f"**{self.word(key)}**", inline(str(v))) for key, v in rows if v])

    def outline(self) -> Iterator[str]:
        """Sections and items in their order; how deep each stands is what its path says."""
        nodes: list[Section | Item] = sorted((*self.plan.sections, *self.plan.items), key=_start)
        if not nodes:
            return
        yield self.heading("sections")
        lines = []
        for node in nodes:
            indent = "  " * node.path.count(".")
            if isinstance(node, Section):
                kinds = ", ".join(map(self.value, node.kinds))
                words = f"**{escaped(node.heading)}**" + (f" *({kinds})*" if kinds else "")
            else:
                words = escaped(node.text)
            label = node.path.rsplit(".", maxsplit=1)[-1]
            shown = "" if label[:1] in "-+*" else escaped(f"{label}. ") + " "
            lines.append(f"{indent}- {shown}{words}{self.page(node.evidence)}")
        yield "\n".join(lines)

    def facts(self) -> Iterator[str]:
        p = self.plan
        yield from self.listing("themes", ((f.text, f) for f in p.themes))
        yield from self.listing("movements", ((f.name, f) for f in p.movements))
        criteria = [
            (f.path or "", f.text, "" if f.points is None else number(f.points), self.value(f.kind), f.evidence)
            for f in p.criteria
        ]
        yield from self.tabled("criteria", ("Mục", "Tiêu chí", "Điểm", "Loại"), criteria)
        targets = [(f.path or "", f.quote, self.goal(f), f.evidence) for f in p.targets]
        yield from self.tabled("targets", ("Mục", "Nguyên văn", "Mức"), targets)
        tasks = [(f.path or "", f.text, self.units(f), self.due(f.due), f.product or "", f.evidence) for f in p.tasks]
        yield from self.tabled("tasks", ("Mục", "Nhiệm vụ", "Đơn vị", "Thời hạn", "Sản phẩm"), tasks)
        deadlines = [(f.path or "", f.quote, self.time(f), f.action or "", f.evidence) for f in p.deadlines]
        yield from self.tabled("deadlines", ("Mục", "Nguyên văn", "Thời gian", "Việc"), deadlines)
        citations = [
            (f.type, f.number or f.number_printed or "", day(f.issued_on), f.title or "", self.value(f.relation), f.evidence)
            for f in p.citations
        ]  # fmt: skip
        yield from self.tabled("citations", ("Loại", "Số", "Ngày", "Trích yếu", "Quan hệ"), citations)
        yield from self.listing("observances", ((f.name, f) for f in p.observances))
        rewards = [(f.form, f.level or "", number(f.count), f.recipient or "", f.evidence) for f in p.rewards]
        yield from self.tabled("rewards", ("Hình thức", "Cấp khen", "Số lượng", "Đối tượng"), rewards)

    def notes(self) -> Iterator[str]:
        findings = [
            (f.code, self.value(f.severity), f.path or "", f.message.vi, f.evidence) for f in self.plan.findings
        ]
        yield from self.tabled("findings", ("Mã", "Mức độ", "Mục", "Nội dung"), findings)
        issues = [
            (self.value(i.stage), i.code, i.message, (Evidence(i.page, None, None, None),)) for i in self.plan.issues
        ]
        yield from self.tabled("issues", ("Bước", "Mã", "Nội dung"), issues)
        yield f"---\n\n{self.word('made_by')} kehoach {inline(self.plan.run.version)}. {self.word('confidence_note')}"

    def heading(self, kind: str) -> str:
        return f"## {caption(kind)[0]}"

    def listing(self, kind: str, entries: Iterable[tuple[str, Fact]]) -> Iterator[str]:
        lines = [f"- {escaped(text)}{self.page(fact.evidence)}" for text, fact in entries]
        if lines:
            yield self.heading(kind)
            yield "\n".join(lines)

    def tabled(self, kind: str, names: Sequence[str], rows: Sequence[tuple[object, ...]]) -> Iterator[str]:
        """A heading and a table; the last value of a row is its evidence."""
        if rows:
            yield self.heading(kind)
            shown = [(*(inline(str(v)) for v in row[:-1]), self.pages(row[-1])) for row in rows]
            yield self.table((*names, self.word("page")), shown)

    @staticmethod
    def table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
        lines = [names, ["---"] * len(names), *rows]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def goal(self, target: Target) -> str:
        if target.value is None:
            return ""
        low, high = number(target.value), number(target.value_max)
        sign = {"=": "", ">=": "≥ ", "<=": "≤ ", "top": "top "}.get(target.comparator or "", "")
        return f"{sign}{low}{' - ' + high if high else ''} {target.unit or ''}".strip()

    def units(self, task: Task) -> str:
        return "; ".join(f"{unit.name} ({self.value(unit.role)})" for unit in task.units)

    def due(self, due: Due | None) -> str:
        return self.span(due.start, due.end) if due else ""

    def time(self, deadline: Deadline) -> str:
        return self.span(deadline.start, deadline.end) or self.value(deadline.kind)

    def span(self, start: str | None, end: str | None) -> str:
        if start and end:
            return day(start) if start == end else f"{day(start)} - {day(end)}"
        if start or end:
            return f"{self.word('until' if end else 'since')} {day(end or start)}"
        return ""

    def page(self, evidence: Sequence[Evidence]) -> str:
        pages = self.pages(evidence)
        return f" *(tr. {pages})*" if pages else ""

    @staticmethod
    def pages(evidence: object) -> str:
        assert isinstance(evidence, tuple)
        found = sorted({place.page for place in evidence if place.page is not None})
        return f"{found[0]}-{found[-1]}" if len(found) > 1 else "".join(map(str, found))

    def word(self, key: str) -> str:
        return caption(key)[0]

    def value(self, code: str) -> str:
        return value_caption(code)[0]


def day(iso: str | None) -> str:
    """ISO date, perhaps partial, as dd/mm/yyyy."""
    return "/".join(reversed(iso.split("-"))) if iso else ""


def number(value: float | None) -> str:
    """With a decimal comma, as printed in Vietnamese."""
    return "" if value is None else f"{value:g}".replace(".", ",") if abs(value) < 1e6 else f"{value:.0f}"


def _start(node: Section | Item) -> tuple[int, int]:
    starts = [place.start for place in node.evidence if place.start is not None]
    return (min(starts), 0) if starts else (1 << 60, 0)
