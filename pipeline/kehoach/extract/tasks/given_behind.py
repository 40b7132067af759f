"""Works whose units stand behind them, as works of a paragraph: "... (Sở X chủ trì)", "... do X phụ trách", "... (Phòng Y)"."""

from __future__ import annotations

from dataclasses import replace

from kehoach.extract.tasks.assignment import Assignment
from kehoach.extract.tasks.assignments import ClauseReader
from kehoach.extract.tasks.attached_units import Attached, aside, attached, by_whom, in_brackets, named_last, no_deed
from kehoach.extract.tasks.formula_words import NO_WORK
from kehoach.extract.tasks.subjects import ASSIGNING, JUDGING
from kehoach.extract.tasks.work_pieces import Work
from kehoach.extract.text.paragraphs import Paragraph
from kehoach.extract.units.named_units import Name
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.model.document import Span
from kehoach.model.fact import UnitMention
from kehoach.model.section import Outline

_FEWEST = 4
"""Words of such a line before its brackets."""


class GivenBehind:
    """Remembers the lists in which a line names its units in brackets."""

    def __init__(self, outline: Outline, grammar: UnitGrammar) -> None:
        self.outline, self.grammar = outline, grammar
        self._lists = set[int | None]()

    def given(
        self,
        paragraph: Paragraph,
        reader: ClauseReader,
        clause: tuple[int, int],
        found: Assignment | None,
        above: tuple[UnitMention, ...],
        *,
        assigning: bool,
    ) -> Work | None:
        """The work of a clause that names units behind it; where these only help, those of the heading above lead."""
        if paragraph.text.startswith("(", clause[0]):
            sentence = paragraph.text.rfind(". ", 0, max(0, clause[0] - 2))
            clause = sentence + 2 if sentence >= 0 else 0, clause[1]  # a sentence of their own behind the work
        if found is not None and found.named and not no_deed(reader.low, clause[0], found):
            return None
        behind = self._named(paragraph, clause, found, above, assigning=assigning)
        if behind is None and paragraph.opens:
            behind = self._in_brackets(paragraph, reader, clause, above, assigning=assigning)
        if behind is None:
            return None
        own = _mentions(paragraph, behind)
        leads = () if any(u.role != "coordinate" for u in own) else above
        start = self._begin(paragraph, reader, clause, behind)
        return Work(paragraph.path, paragraph.span(start, behind.end), (*leads, *own), None, "task.behind")

    def aside(self, paragraph: Paragraph, works: list[Work], clause: tuple[int, int]) -> None:
        """Adds what another does of the last work by the words in brackets behind it."""
        told = aside(paragraph.text, *clause, self.grammar)
        if told is None or not works or works[-1].span.end < paragraph.start + told[1].end - 1:
            return
        start, behind = told
        last = works[-1]
        ends = paragraph.text.rfind("(", 0, behind.end)
        works[-1] = replace(last, span=Span(last.span.start, max(last.span.start, paragraph.start + ends)))
        start = max(start, last.span.start - paragraph.start)
        span = paragraph.span(start, behind.end)
        works.append(Work(paragraph.path, span, _mentions(paragraph, behind), last.when, "task.behind"))

    def _begin(self, paragraph: Paragraph, reader: ClauseReader, clause: tuple[int, int], behind: Attached) -> int:
        """Where the works begin of those in brackets at the end of a sentence: its semicolons part nothing."""
        before = paragraph.text[: clause[0]]
        plain = before.rstrip().endswith(";") and not any(mark in before for mark in (". ", ":", ")"))
        whole = plain and not (NO_WORK.match(reader.low, 0) or self._led(reader, clause[0]))
        last = paragraph.text[behind.end : clause[1]].lstrip().startswith("(")
        return 0 if whole and last else clause[0]

    def _led(self, reader: ClauseReader, end: int) -> bool:
        """Whether what stands before has doers of its own."""
        found = reader.read(0, end)
        return found is not None and found.named

    def _named(
        self,
        paragraph: Paragraph,
        clause: tuple[int, int],
        found: Assignment | None,
        above: tuple[UnitMention, ...],
        *,
        assigning: bool,
    ) -> Attached | None:
        """The units whose role is told, or by whom something is done."""
        behind = attached(paragraph.text, *clause, self.grammar)
        placed = assigning or "funding" in paragraph.kinds
        if behind is None and placed and (found is None or not found.verbal):
            behind = by_whom(paragraph.text, *clause, self.grammar)
        if behind is not None and paragraph.opens and paragraph.text.rstrip(" .;").endswith(")"):
            self._lists.add(self._list(paragraph))
        if behind is None and assigning and paragraph.opens and not above:
            behind = named_last(paragraph.text, *clause, self.grammar)
        return behind

    def _in_brackets(
        self,
        paragraph: Paragraph,
        reader: ClauseReader,
        clause: tuple[int, int],
        above: tuple[UnitMention, ...],
        *,
        assigning: bool,
    ) -> Attached | None:
        """The units that stand in brackets and nothing else, which carry the work out; who only follows it up supervises."""
        beside = self._list(paragraph) in self._lists
        kinds = set(paragraph.kinds)
        placed = (
            not above
            and (assigning or not (JUDGING - ASSIGNING) & kinds)
            and (bool(reader.grammar.verb(reader.low, clause[0])) or (assigning and self._whole_line(reader)))
        )
        if not (beside or placed):
            return None
        behind = in_brackets(paragraph.text, *clause, self.grammar)
        if behind is None or not (beside or _carried_out(behind)):
            return None
        kinds_of = {self.grammar.kind(paragraph.text, Name(u.start, u.end)) for u in behind.units if not u.head}
        if not (beside or assigning or kinds_of <= {"body", "post", "group"}):
            return None  # outside the parts that assign, levels are those spoken of
        if reader.supervises(clause[0], behind.end):
            return replace(behind, units=tuple(replace(u, role="supervise") for u in behind.units))
        return behind

    def _whole_line(self, reader: ClauseReader) -> bool:
        """Whether a line ends with brackets and begins as a work may, though no vocabulary knows its verb."""
        low = reader.low.rstrip(" .;")
        begins = NO_WORK.match(low, 0) is None and not self.grammar.begins(low, 0)
        return low.endswith(")") and len(low[: low.rfind("(")].split()) >= _FEWEST and begins

    def _list(self, paragraph: Paragraph) -> int | None:
        return None if paragraph.node is None else self.outline.nodes[paragraph.node].parent


def _carried_out(behind: Attached) -> bool:
    """Whether bodies carry the work out, or do so with the help of others; a person alone leads."""
    roles = {u.role for u in behind.units}
    return roles == {"implement"} or "coordinate" in roles


def _mentions(paragraph: Paragraph, behind: Attached) -> tuple[UnitMention, ...]:
    printed = [(f"{u.head} {paragraph.text[u.start : u.end]}", u) for u in behind.units]
    return tuple(UnitMention(" ".join(name.split()), u.role, paragraph.span(u.start, u.end)) for name, u in printed)
