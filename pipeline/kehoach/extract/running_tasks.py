"""Assignments in running text: a subject and its verb, "giao", "đề nghị", or work listed under a heading that is a unit.

Reads the paragraphs in order and remembers, for each node of the tree, whom its heading or its first words name, so
that the bullets below have their subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kehoach.extract.assignments import Actor, Assignment, ClauseReader
from kehoach.extract.binding_times import BoundTime, bound_times
from kehoach.extract.moment_grammar import lowered
from kehoach.extract.paragraphs import Paragraph, clauses, paragraphs
from kehoach.extract.quotations import quotations
from kehoach.extract.unit_grammar import UnitGrammar
from kehoach.model.document import Document, Span
from kehoach.model.fact import UnitMention
from kehoach.model.plan import Role
from kehoach.model.section import Outline, SectionKind
from kehoach.model.time import When


@dataclass(frozen=True, slots=True)
class Work:
    """One assignment with the place of its words."""

    path: str | None
    span: Span
    units: tuple[UnitMention, ...]
    when: When | None
    rule: str
    product: str | None = None


ASSIGNING: frozenset[SectionKind] = frozenset({"organization", "tasks", "reporting"})
"""Kinds of sections whose sentences assign work even where people at large are the subject."""
JUDGING: frozenset[SectionKind] = frozenset(
    {"purpose", "theme", "objectives", "targets", "criteria", "scope", "funding"}
)
"""Kinds of sections in which a unit as subject is described or judged, not told what to do."""

_HEAD_LEAD = re.compile(
    r"(?:(?:đối\s+với|trách\s+nhiệm\s+(?:của)?|nhiệm\s+vụ\s+(?:của)?|về\s+phía|phân\s+công|giao|đề\s+nghị|yêu\s+cầu|tại)\s+)+"
)
_LISTS_THINGS = re.compile(
    r"(?:gồm(?:\s+có)?|bao\s+gồm|tài\s+liệu|hồ\s+sơ|thành\s+phần|số\s+lượng)(?!\w)[^.;]{0,90}:\s*$"
)
_INTRODUCES = re.compile(r"(?:như\s+sau|sau\s+đây|sau|dưới\s+đây|cụ\s+thể)\s*:\s*$")
"""The end of a sentence whose works are those of the list below it."""
_REPORT = re.compile(
    r"(?:\s*,|\s+và)\s+(?=(?:(?:định\s+kỳ|hàng|hằng)\s+[^,;.]{0,40}?\s)?(?:gửi\s+|nộp\s+|tổng\s+hợp\s*,?\s+)?báo\s+cáo(?!\w)(?!\s*,))"
)
_CARRY_OUT = re.compile(
    r"(?:\S+\s+){0,6}?(?:triển\s+khai|tổ\s+chức|phối\s+hợp|nghiên\s+cứu)(?:\s*,)?(?:\s+(?:và|tổ\s+chức|triển\s+khai|có\s+hiệu\s+quả|nghiêm\s+túc|chặt\s+chẽ|tốt)(?!\w))*\s+thực\s+hiện"
)
_SIGNING_OFF = re.compile(r"trên\s+đây\s+là|kế\s+hoạch\s+này\s+(?:được|có\s+hiệu|áp)")


def works(document: Document, outline: Outline, grammar: UnitGrammar) -> Iterator[Work]:
    """Every assignment of the running text, in order."""
    memory = _Memory(outline, grammar)
    found: list[tuple[Paragraph, Work]] = []
    for paragraph in paragraphs(document, outline):
        if paragraph.heading:
            memory.heading(paragraph)
        else:
            found.extend((paragraph, work) for work in memory.read(paragraph))
    taken = {(outline.nodes[p.node].parent, u.span) for p, work in found if p.node is not None for u in work.units}
    for paragraph, work in found:
        handed_down = all((paragraph.node, unit.span) in taken for unit in work.units)
        if not (handed_down and _INTRODUCES.search(lowered(paragraph.text))):
            yield work


@dataclass(frozen=True, slots=True)
class _Said:
    """Who is to do something by the words so far. ``list`` tells that the words introduce a list below."""

    units: tuple[UnitMention, ...]
    opens_list: bool = False


class _Memory:
    """Whom the headings and paragraphs read so far name, by node."""

    def __init__(self, outline: Outline, grammar: UnitGrammar) -> None:
        self.outline, self.grammar = outline, grammar
        self.heads: dict[int, tuple[UnitMention, ...]] = {}
        self.said: dict[int | None, _Said] = {}
        self.things: set[int] = set()
        self.last: tuple[UnitMention, ...] = ()

    def heading(self, paragraph: Paragraph) -> None:
        units = self._unit_heading(paragraph)
        kinds = set(paragraph.kinds)
        if not units or paragraph.node is None or JUDGING & kinds:
            return
        if ASSIGNING & kinds or not self._people(paragraph):
            self.heads[paragraph.node] = units

    def _unit_heading(self, paragraph: Paragraph) -> tuple[UnitMention, ...]:
        """The units of a heading that names nothing else."""
        node = self.outline.nodes[paragraph.node] if paragraph.node is not None else None
        text = paragraph.text[: len(node.heading)] if node is not None else paragraph.text
        text = text.rstrip(" .:;")
        names = self.grammar.names(text, self._after_lead(paragraph))
        if names is None or names.verb or names.end < len(text):
            return ()
        return tuple(_unit(paragraph, Actor(name, "lead")) for name in names.units)

    def _people(self, paragraph: Paragraph) -> bool:
        names = self.grammar.names(paragraph.text.rstrip(" .:;"), self._after_lead(paragraph))
        return names is None or any(self.grammar.kind(paragraph.text, n) == "people" for n in names.units)

    def _after_lead(self, paragraph: Paragraph) -> int:
        lead = _HEAD_LEAD.match(lowered(paragraph.text))
        return lead.end() if lead else 0

    def _above(self, paragraph: Paragraph) -> tuple[UnitMention, ...]:
        """The subject that a paragraph without one takes over."""
        if paragraph.node is None:
            return self.last
        if not paragraph.opens and (own := self.said.get(paragraph.node)):
            return own.units
        node: int | None = paragraph.node
        while node is not None:
            if node != paragraph.node and (said := self.said.get(node)) and said.opens_list:
                return said.units
            if node in self.heads:
                return self.heads[node]
            node = self.outline.nodes[node].parent
        return ()

    def read(self, paragraph: Paragraph) -> Iterator[Work]:
        reader = ClauseReader(paragraph.text, self.grammar)
        times = list(bound_times(paragraph.text))
        above = self._above(paragraph)
        quoted = [(q.start, q.end) for q in quotations(paragraph.text)]
        named: tuple[UnitMention, ...] = ()
        pieces: list[Work] = []
        for start, end in clauses(paragraph.text):
            goes_on = _goes_on(reader.low, start)
            if not (goes_on or self._assigning(paragraph)):
                named = ()
            found = None if any(a <= start < b for a, b in quoted) else reader.read(start, end)
            if found is None or not (
                self._counts(paragraph, found, (start, end), times) or (named and goes_on and not found.named)
            ):
                continue
            subject = tuple(_unit(paragraph, a) for a in found.actors) if found.named else ()
            inherited = named or above
            if not found.named:
                if not inherited:
                    continue
                joined = tuple(_unit(paragraph, a) for a in found.actors)
                subject = (*(u for u in inherited if u.role != "coordinate" or not joined), *joined)
            cut = list(_split(paragraph, reader, found, subject, times, clause_start=start))
            if goes_on and not found.named and pieces:
                cut = [_as_before(piece, pieces[-1]) for piece in cut]
            pieces.extend(cut)
            if found.formula and (receiver := reader.receivers(found)) is not None:
                units = tuple(_unit(paragraph, a) for a in receiver.actors)
                pieces[-1:] = [_shortened(paragraph, pieces[-1], receiver.start)]
                pieces.append(
                    Work(paragraph.path, paragraph.span(receiver.start, receiver.end), units, None, "task.receiver")
                )
            elif found.named:
                named = subject
                self._remember(paragraph, subject, found)
        yield from _merged(pieces)

    def _remember(self, paragraph: Paragraph, units: tuple[UnitMention, ...], found: Assignment) -> None:
        opens = paragraph.text.rstrip().endswith(":") or found.listed
        if paragraph.node is not None:
            lead = tuple(replace(u, role="lead") if u.role == "supervise" else u for u in units)
            self.said[paragraph.node] = _Said(
                lead if opens else tuple(u for u in lead if u.role != "coordinate"), opens
            )

    def _assigning(self, paragraph: Paragraph) -> bool:
        return bool(ASSIGNING & set(paragraph.kinds)) or any(n in self.heads for n in self._line(paragraph.node))

    def _line(self, node: int | None) -> Iterator[int]:
        while node is not None:
            yield node
            node = self.outline.nodes[node].parent

    def _counts(self, paragraph: Paragraph, found: Assignment, clause: tuple[int, int], times: list[BoundTime]) -> bool:
        """Whether the clause assigns work, by where it stands and who is its subject."""
        low = lowered(paragraph.text)
        if paragraph.node is not None and _LISTS_THINGS.search(low):
            self.things.add(paragraph.node)
        if _SIGNING_OFF.match(low, clause[0]):
            return False
        if paragraph.closing or self._last(paragraph):
            dated = any(clause[0] <= t.start < clause[1] for t in times)
            if (
                found.told
                and not dated
                and "báo cáo" not in low[found.start : found.end]
                and _CARRY_OUT.match(low, found.start)
            ):
                return False
        if paragraph.closing:
            return found.formula or found.told
        if not found.named:
            return self._assigning(paragraph) and not self._is_thing(paragraph)
        if JUDGING & set(paragraph.kinds) and not self._assigning(paragraph):
            return False
        if found.told:
            return True
        people = all(self._kind(paragraph, a) in ("people", "") for a in found.actors)
        if people and "organization" not in paragraph.kinds:
            return False
        if self._assigning(paragraph):
            return not (self._is_thing(paragraph) and not found.listed and not found.actors)
        return not found.listed

    def _is_thing(self, paragraph: Paragraph) -> bool:
        """A line of a list of papers or members, not of works."""
        node = self.outline.nodes[paragraph.node] if paragraph.node is not None else None
        return node is not None and node.parent in self.things

    def _last(self, paragraph: Paragraph) -> bool:
        return (
            self.outline.closing is None
            and bool(self.outline.nodes)
            and paragraph.start >= self.outline.nodes[-1].extent.end - len(paragraph.text) - 2
        )

    def _kind(self, paragraph: Paragraph, actor: Actor) -> str:
        return self.grammar.kind(paragraph.text, actor.name)


def _unit(paragraph: Paragraph, actor: Actor) -> UnitMention:
    name = actor.name
    printed = f"{name.head} {paragraph.text[name.start : name.end]}".strip()
    return UnitMention(" ".join(printed.split()), actor.role, paragraph.span(name.start, name.end))


def _split(
    paragraph: Paragraph,
    reader: ClauseReader,
    found: Assignment,
    units: tuple[UnitMention, ...],
    times: list[BoundTime],
    clause_start: int,
) -> Iterator[Work]:
    """The clause, cut before "và báo cáo ..." where the report has another role or time than the rest."""
    low = reader.low
    cuts = [found.start]
    for cut in _REPORT.finditer(low, found.start, found.end):
        if len(low[cuts[-1] : cut.start()].split()) >= 5 and low[cuts[-1] : cut.start()].count("(") == low[
            cuts[-1] : cut.start()
        ].count(")"):
            cuts.append(cut.end())
    ends = [*(_before(low, cut) for cut in cuts[1:]), found.end]
    for n, (start, end) in enumerate(zip(cuts, ends, strict=True)):
        within = clause_start if n == 0 else start
        when = _time(times, within, end)
        role: Role | None = None if found.told else "supervise" if reader.supervises(start, end) else "lead"
        own = tuple(_with_role(u, role) for u in units)
        yield Work(paragraph.path, paragraph.span(start, end), own, when, _rule(found))


def _goes_on(low: str, at: int) -> bool:
    """Whether the clause at ``at`` goes on with the sentence before it."""
    before = low[:at].rstrip(" -")
    return before.endswith(";") or low.startswith(("đồng thời", "bên cạnh đó"), at)


def _as_before(piece: Work, before: Work) -> Work:
    """A sentence that began with plain work goes on so: "...; theo dõi kết quả" is part of the same work."""
    if any(u.role == "lead" for u in before.units):
        return replace(piece, units=tuple(_with_role(u, "lead") if u.role == "supervise" else u for u in piece.units))
    return piece


def _with_role(unit: UnitMention, role: Role | None) -> UnitMention:
    return unit if role is None or unit.role == "coordinate" else replace(unit, role=role)


def _rule(found: Assignment) -> str:
    if found.formula:
        return "task.formula"
    if found.told:
        return "task.told"
    return "task.subject" if found.named else "task.heading"


def _before(low: str, at: int) -> int:
    return len(re.sub(r"(?:\s*,|\s+và)\s*$", "", low[:at]))


def _time(times: list[BoundTime], start: int, end: int) -> When | None:
    """The time that binds the stretch: the one it opens with, else a term, else the first with dates."""
    here = [t.when for t in times if start <= t.start < end]
    dated = [w for w in here if w.start is not None or w.end is not None]
    opening = [t.when for t in times if t.start == start and t.when in dated]
    bounds = [w for w in dated if w.kind == "deadline"]
    return next(iter([*opening, *bounds, *dated]), None)


def _shortened(paragraph: Paragraph, work: Work, stop: int) -> Work:
    text = paragraph.text[:stop]
    end = len(re.sub(r"[\s,]*để(?:\s+kịp\s+thời)?\s*$", "", text))
    return replace(work, span=Span(work.span.start, max(work.span.start, paragraph.start + end)))


def _merged(pieces: list[Work]) -> Iterator[Work]:
    """One row for neighbouring works of the same units, roles and time."""
    current: Work | None = None
    for piece in pieces:
        if current is not None and current.units == piece.units and current.when == piece.when:
            current = replace(current, span=Span(current.span.start, piece.span.end))
        else:
            if current is not None:
                yield current
            current = piece
    if current is not None:
        yield current
