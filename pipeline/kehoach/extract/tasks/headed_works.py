"""Works told by headings of one section: under one what is done ("1. Nội dung, biện pháp"), under one who does it ("2. Cơ quan
chủ trì, phối hợp"), and when ("3. Thời gian thực hiện: ..."): one work a section."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kehoach.extract.tasks.unit_cell import cell_units
from kehoach.extract.tasks.work_pieces import Work
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.times.time_grammar import find
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.model.document import Document, Span
from kehoach.model.fact import UnitMention
from kehoach.model.plan import Role
from kehoach.model.section import Outline
from kehoach.model.time import When
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

_WHAT = Sieve(
    r"(?:các\s+)?(?:nội\s+dung|nhiệm\s+vụ|công\s+việc)(?:(?:\s*,\s*|\s+và\s+|\s+)(?:biện\s+pháp|giải\s+pháp|thực\s+hiện|công\s+việc|cụ\s+thể|triển\s+khai|hình\s+thức))*\s*:?\s*$"
)
_WHO = Sieve(
    r"(?:(?:các\s+)?(?:cơ\s+quan|đơn\s+vị)\s+)?(?:(?P<lead>chủ\s+trì)(?:\s+(?:thực\s+hiện|tham\s+mưu))?|(?P<help>phối\s+hợp)(?:\s+thực\s+hiện)?|(?P<does>thực\s+hiện))(?:\s*(?:,|và)\s*(?:(?:cơ\s+quan|đơn\s+vị)\s+)?(?:phối\s+hợp|thực\s+hiện))?\s*(?::|$)"
)
_WHEN = Sieve(r"(?:thời\s+gian|tiến\s+độ|thời\s+hạn)(?:\s+(?:thực\s+hiện|hoàn\s+thành|triển\s+khai))?\s*:\s*")


def inside(outline: Outline, node: int | None, sections: Collection[int]) -> bool:
    """Whether a node is one of the sections or stands below one."""
    while node is not None and node not in sections:
        node = outline.nodes[node].parent
    return node is not None


@dataclass(frozen=True)
class HeadedWorks:
    """Finds such sections in an outline."""

    document: Document
    outline: Outline
    grammar: UnitGrammar

    def found(self) -> Iterator[tuple[int, Work]]:
        """The node of each such section, with its work."""
        for n, node in enumerate(self.outline.nodes):
            below = list(self.outline.children(n)) if node.role == "section" else []
            what = next((m for m, child in below if _WHAT.match(self._line(child.heading))), None)
            who = [m for m, child in below if self._names_doers(m, child.heading)]
            words = self._words(what) if what is not None and who else None
            units = tuple(unit for m in who for unit in self._units(m)) if words is not None else ()
            if words is not None and any(unit.role != "coordinate" for unit in units):
                when = next((told for _, child in below if (told := self._when(child.extent)) is not None), None)
                yield n, Work(node.path, words, units, when, "task.headed")

    def _line(self, span: Span) -> str:
        return lowered(fold(self.document.quote(span)))

    def _names_doers(self, m: int, heading: Span) -> bool:
        """Whether a heading is over those who act, who stand below it."""
        mark = _WHO.match(self._line(heading))
        return mark is not None and bool(list(self.outline.children(m)))

    def _words(self, what: int) -> Span | None:
        node = self.outline.nodes[what]
        first = next((child.extent.start for _, child in self.outline.children(what)), node.heading.end)
        return Span(first, node.extent.end) if self.document.quote(Span(first, node.extent.end)).strip() else None

    def _units(self, m: int, role: Role = "lead") -> Iterator[UnitMention]:
        """Those named by a heading over who acts, each line below it in the role that the nearest such heading tells."""
        node = self.outline.nodes[m]
        mark = _WHO.match(self._line(node.heading))
        if mark is not None:
            role = "lead" if mark["lead"] else "coordinate" if mark["help"] else "implement"
        own = Span(node.heading.start + (mark.end() if mark is not None else 0), node.heading.end)
        text = fold(self.document.quote(own))
        for unit in cell_units(text, role, self.grammar):
            printed = " ".join(f"{unit.head} {text[unit.start : unit.end]}".split())
            yield UnitMention(printed, unit.role, Span(own.start + unit.start, own.start + unit.end))
        for child, _ in self.outline.children(m):
            yield from self._units(child, role)

    def _when(self, extent: Span) -> When | None:
        text = fold(self.document.quote(extent))
        label = next((m for at in (0, text.find(" ") + 1) if (m := _WHEN.match(lowered(text), at))), None)
        times = find(text[label.end() :], cell=True) if label is not None else ()
        return next((t.when for t in times if t.when.start is not None or t.when.end is not None), None)
