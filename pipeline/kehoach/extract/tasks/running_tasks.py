"""Assignments in running text: a subject and its verb, "giao", "đề nghị", or work listed under a heading that is a unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kehoach.extract.tasks import stems
from kehoach.extract.tasks.asked_units import asked_before
from kehoach.extract.tasks.assigned_work import Judge
from kehoach.extract.tasks.assignment import Actor, Assignment
from kehoach.extract.tasks.assignments import ClauseReader
from kehoach.extract.tasks.formula_words import DOES_MORE
from kehoach.extract.tasks.given_behind import GivenBehind
from kehoach.extract.tasks.headed_works import HeadedWorks, inside
from kehoach.extract.tasks.joined_lists import lists_joined
from kehoach.extract.tasks.labelled_tasks import LabelledLines
from kehoach.extract.tasks.labelled_units import with_named
from kehoach.extract.tasks.named_above import by_office, each, heads_of, in_short, plainly, spoken_to
from kehoach.extract.tasks.names_before_colon import whole_alone
from kehoach.extract.tasks.own_asking import asks_itself
from kehoach.extract.tasks.report_receivers import receivers
from kehoach.extract.tasks.several_terms import by_terms
from kehoach.extract.tasks.stated_duties import DWELLS, becomes_of
from kehoach.extract.tasks.subjects import Subjects, unit
from kehoach.extract.tasks.telling_clauses import only_stands_for
from kehoach.extract.tasks.unlisted_subjects import before_colon, consisting
from kehoach.extract.tasks.work_pieces import (
    SAYS_WHEN,
    Work,
    finished_by,
    goes_on,
    going_on_with,
    labelled_time,
    leading,
    merged,
    says,
    split,
    stretch,
    stretches,
    time_within,
    told_more,
    with_receiver,
)
from kehoach.extract.text.paragraphs import Paragraph, clauses, paragraphs
from kehoach.extract.times.binding_times import BoundTime, bound_times
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.plan_names import knowing
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.model.document import Document, Span
from kehoach.model.fact import UnitMention
from kehoach.model.section import Outline
from kehoach.orthography.fold import fold
from kehoach.rules.load import Rules
from kehoach.rules.needs import Sieve

_CHECKS = re.compile(r"(?:tổ\s+chức\s+|giúp\s+[^,;.]{3,60}?\s)?(?:kiểm\s+tra|theo\s+dõi|đôn\s+đốc|giám\s+sát)(?!\w)")
"""What one does alone, though the work before is done with others."""
_DEED = 2
"""Words of a heading that only tell whom it names by what they do: "Các đơn vị thực hiện"."""


def works(document: Document, outline: Outline, rules: Rules, grammar: UnitGrammar) -> Iterator[Work]:
    """Every assignment of the running text, in order."""
    text = tuple(paragraphs(document, outline, rules))
    cells = (fold(cell.text.value) for block in document.blocks for cell in block.cells)
    grammar = knowing(grammar, (*(paragraph.text for paragraph in text), *cells))
    reader = _Running(outline, grammar, asked_before(document, outline, grammar))
    found: list[tuple[Paragraph, Work]] = []
    taken = set[tuple[int | None, Span]]()
    for paragraph in text:
        reader.labels.begins_list(paragraph)
        if reader.labels.stands_alone(paragraph):
            continue
        named = paragraph.heading or (reader.subjects.is_unit_line(paragraph) and not reader.labels.labels(paragraph))
        if named and reader.subjects.above(paragraph) and stems.says_the_work(paragraph, document, outline, grammar):
            reader.subjects.introduces(paragraph)
            named = False
        if named and not reader.is_sentence(paragraph):
            reader.heading(paragraph)
        elif not (paragraph.describes or "|" in paragraph.text):
            for work in reader.read(paragraph):
                found.append((paragraph, work))
                taken.update((node, u.span) for node in reader.lines_over(paragraph) for u in work.units)
    labelled, headed = reader.labels.told(), dict(HeadedWorks(document, outline, grammar).found())
    yield from headed.values()
    for node, lines in labelled.items():
        if inside(outline, node, headed) or _WHO.match(lowered(document.quote(lines.span)).rstrip(" :.")):
            continue
        units = with_named(document, lines.span, lines.units, grammar)
        yield Work(lines.path, lines.span, units, lines.when, "task.labelled", lines.product)
    for paragraph, work in found:
        if inside(outline, paragraph.node, headed):
            continue
        if paragraph.node in labelled and work.rule in ("task.heading", "task.listed", "task.subject"):
            continue
        if _WITH.match(lowered(document.quote(work.span))) and reader.labels.above(paragraph):
            continue  # "+ Sở X chủ trì, phối hợp với Sở Y" below "Cơ quan thực hiện:"
        handed_down = all((paragraph.node, u.span) in taken for u in work.units)
        leads_over = stems.leads_over(document.quote(work.span)) and paragraph.text.rstrip().endswith(":")
        if not (leads_over or (handed_down and stems.introduces(paragraph))):
            yield replace(work, when=work.when or reader.labels.due_of(paragraph.node))


_WITH = Sieve(r"(?:chủ\s+trì\s*,?\s+)?phối\s+hợp(?!\w)")
_WHO = Sieve(
    r"(?:cơ\s+quan|đơn\s+vị)\s+(?:giải\s+quyết|thực\s+hiện|chủ\s+trì|phối\s+hợp|có\s+thẩm\s+quyền|tổ\s+chức|đồng\s+tổ\s+chức|đăng\s+cai)(?!\w)[^,;:]{0,60}$|thành\s+phần(?!\w)[^,;:]{0,60}$"
)
"""A heading over labelled lines that says who acts or comes, not what is done: "Cơ quan giải quyết thủ tục hành chính"."""


class _Running:
    """Reads paragraphs in order; ``subjects`` remembers whom they name."""

    def __init__(self, outline: Outline, grammar: UnitGrammar, asked: tuple[UnitMention, ...]) -> None:
        self.outline, self.grammar = outline, grammar
        self.subjects = Subjects(outline, grammar, asked)
        self.labels = LabelledLines(outline, grammar)
        self.judge = Judge(outline, grammar, self.subjects)
        self.behind = GivenBehind(outline, grammar)

    def read(self, paragraph: Paragraph) -> Iterator[Work]:
        paragraph, stop = self._prepared(paragraph)
        clause_reader = ClauseReader(paragraph.text, self.grammar)
        self.subjects.note_things(paragraph)
        times = bound_times(paragraph.text)
        pieces = self._pieces(paragraph, clause_reader, stop, times)
        label = labelled_time(clause_reader.low, next(iter(clauses(paragraph.text, 0, stop)), (0, 0)), times)
        for work in merged([replace(piece, when=piece.when or label) for piece in pieces]):
            if work.rule == "task.told" or not only_stands_for(paragraph.text[slice(*stretch(paragraph, work))]):
                yield from by_terms(paragraph, clause_reader.low, work, times)

    def _pieces(
        self, paragraph: Paragraph, clause_reader: ClauseReader, stop: int | None, times: tuple[BoundTime, ...]
    ) -> list[Work]:
        """The works of a paragraph, clause by clause."""
        above, assigning = self.subjects.above(paragraph), self.subjects.assigning(paragraph)
        named, told = tuple[UnitMention, ...](), tuple[UnitMention, ...]()  # told: who was asked, without a work
        pieces: list[Work] = []
        for n, (start, end, taken_over) in enumerate(stretches(paragraph.text, stop, clause_reader)):
            going_on = goes_on(clause_reader.low, start)
            if not going_on:
                named = tuple(u for u in named if u.role != "coordinate") if assigning else ()
            when, timed = time_within(times, start, end), going_on or SAYS_WHEN.match(clause_reader.low, start)
            if timed and finished_by(paragraph, pieces, clause_reader.low, (start, end), times):
                continue
            last = pieces[-1] if going_on and pieces else None
            found = self._found(paragraph, clause_reader, (start, end), last, first=n == 0)
            behind = self.behind.given(paragraph, clause_reader, (start, end), found, above, assigning=assigning)
            if behind is not None:
                begun = behind.span.start - paragraph.start
                pieces.append(replace(behind, when=when or time_within(times, begun, start)))
                continue
            if found is None:
                described = self._set_up(paragraph, start) if assigning else ()
                if not described:
                    told_more(paragraph, pieces, (start, end), when, clause_reader.low, assigning=assigning)
                named = described or named
                continue
            beside = taken_over and bool(pieces) and start - len(", ") <= pieces[-1].span.end - paragraph.start
            beside = beside and not becomes_of(clause_reader.low[found.start : end])
            further = bool(named) and going_on
            if not (beside or self.judge.counts(paragraph, found, (start, end), times, going_on=further)):
                named = self._only_told(paragraph, found, named)
                told = self.subjects.last if found.told else told
                continue
            if found.joint and (self.subjects.asking(paragraph) or (going_on and pieces)):
                found = found.helping()
            given = self._given(paragraph, found, named or (above if paragraph.node is not None else ()), told)
            units = self._units(paragraph, found, given)
            if not units:
                continue
            cut = split(paragraph, clause_reader, found, units, times, clause_start=start)
            pieces.extend(self._saying(paragraph, cut))
            self.behind.aside(paragraph, pieces, (start, end))
            units = leading(units) if found.joint and found.listed else units  # in what else they do
            if found.named or found.in_charge:
                named = going_on_with(units, found, clause_reader.low)
            self._remember(paragraph, found, units, given, clause_reader, (start, end))
            receiver = receivers(clause_reader, found, closing=paragraph.closing) if pieces else None
            pieces[-1:] = [work for last in pieces[-1:] for work in with_receiver(paragraph, last, receiver)]
        return pieces

    def _saying(self, paragraph: Paragraph, cut: Iterable[Work]) -> Iterator[Work]:
        """The pieces that say enough for a work; of a heading over others more is asked."""
        fewest = _DEED if paragraph.heading and self.subjects.headings.over_others(paragraph) else 0
        return (piece for piece in cut if says(paragraph.text[slice(*stretch(paragraph, piece))], fewest))

    def _set_up(self, paragraph: Paragraph, start: int) -> tuple[UnitMention, ...]:
        """The body that a clause says whom it consists of, which the next clauses tell about."""
        body = consisting(paragraph.text, start, self.grammar)
        return () if body is None else (unit(paragraph, Actor(body, "lead")),)

    def _prepared(self, paragraph: Paragraph) -> tuple[Paragraph, int | None]:
        """The paragraph without a label before its sentences and with lists of units joined, and where its works end."""
        stop = self.labels.read(paragraph)
        if begin := self.labels.sentences_from(paragraph):
            paragraph = replace(paragraph, text=paragraph.text[begin:], start=paragraph.start + begin)
            stop = stop - begin if stop is not None else None
        return replace(paragraph, text=lists_joined(paragraph.text, self.grammar)), stop

    def heading(self, paragraph: Paragraph) -> None:
        """Takes note of whom a heading names, be it only those with whom the body above does what stands below."""
        self.subjects.heading(paragraph)
        above = self.subjects.above(paragraph)
        text = paragraph.text.rstrip(" .:;") + ":"
        found = ClauseReader(text, self.grammar).read(0, len(text)) if above else None
        if found is not None and stems.only_with_whom(text, found):
            self.subjects.remember(paragraph, self._units(paragraph, found, above), listed=True)

    def lines_over(self, paragraph: Paragraph) -> tuple[int | None, ...]:
        """The nodes whose lines may introduce the works of a paragraph."""
        n = paragraph.node
        return () if n is None else (self.outline.nodes[n].parent, self.subjects.line_over(n))

    def _found(
        self, paragraph: Paragraph, reader: ClauseReader, clause: tuple[int, int], before: Work | None, *, first: bool
    ) -> Assignment | None:
        """The assignment of a clause; what stands below "Chủ trì, phối hợp với:" names those who help."""
        found = reader.read(*clause, listed=first and self.subjects.listing(paragraph))
        if before is not None and DWELLS.match(reader.low, *clause):
            return None
        if asks_itself(self.subjects, paragraph, clause, found, before):
            return Assignment((), *clause, named=False)  # to ask is the work of the one above
        if first and (found is None or not found.named) and self.subjects.beside_colons(paragraph):
            called = before_colon(paragraph.text, *clause, self.grammar)
            found = reader.complete((called,), called.end, clause[1], verb="", told=False) if called else found
        helps = found is not None and self.subjects.helps_above(paragraph)
        return stems.helping_those_above(found) if found is not None and helps else found

    def _given(
        self,
        paragraph: Paragraph,
        found: Assignment,
        before: tuple[UnitMention, ...],
        told: tuple[UnitMention, ...],
    ) -> tuple[UnitMention, ...]:
        """Whom a clause may go on with: those ``before`` it; who was ``told`` reports what stands in the way."""
        before = before or (self.subjects.last if paragraph.node is None else ())
        if not found.formula or found.named:
            return before
        said = lowered(paragraph.text[found.start : found.end])
        sends = told or spoken_to(before, closing=paragraph.closing)
        return () if all(lowered(u.printed) in said for u in sends) else sends  # no one reports to himself

    def _remember(
        self,
        paragraph: Paragraph,
        found: Assignment,
        units: tuple[UnitMention, ...],
        given: tuple[UnitMention, ...],
        reader: ClauseReader,
        clause: tuple[int, int],
    ) -> None:
        """Takes note of the subject of a clause, and of those named last with whom one does what is listed below."""
        if told := stems.directed(paragraph, found, reader):
            self.subjects.remember(paragraph, tuple(unit(paragraph, Actor(name, "lead")) for name in told), listed=True)
        elif found.named or stems.only_with_whom(paragraph.text, found):
            self.subjects.remember(paragraph, units, listed=found.listed or not found.named)
        elif found.actors and stems.does_as_listed(paragraph):
            last = reader.read(max(clause[0], reader.low.rfind("phối hợp với", *clause)), clause[1])
            helped = self._units(paragraph, last, given) if last is not None and last.actors else units
            self.subjects.remember(paragraph, helped, listed=True)

    def _only_told(
        self, paragraph: Paragraph, found: Assignment, named: tuple[UnitMention, ...]
    ) -> tuple[UnitMention, ...]:
        """Whom a work goes on with behind one that does not count, whose actors are those spoken of last."""
        if found.told:
            self.subjects.last = tuple(unit(paragraph, actor) for actor in found.actors)
        return self.subjects.last if found.told and paragraph.closing else named

    def is_sentence(self, paragraph: Paragraph) -> bool:
        """A line that stands like a heading but says who does what."""
        if not paragraph.heading or not self.subjects.assigning(paragraph) or self.subjects.tells_apart(paragraph):
            return False
        if whole_alone(paragraph.text.rstrip(" .:;"), 0, self.grammar) is not None:
            return False
        found = ClauseReader(paragraph.text, self.grammar).read(0, len(paragraph.text))
        return found is not None and found.named and not (found.listed or found.guessed) and found.end > found.start

    def _units(
        self, paragraph: Paragraph, found: Assignment, inherited: tuple[UnitMention, ...]
    ) -> tuple[UnitMention, ...]:
        own = tuple(unit(paragraph, actor) for actor in found.actors)
        if found.named:
            if inherited and (heads := heads_of(own, inherited)):
                return heads
            same = each(own) or in_short(own, inherited) or by_office(own)
            same = same or (paragraph.opens and not found.formula and plainly(own, inherited))
            return inherited if inherited and same else own
        if not inherited:
            return own
        if found.joint:
            return tuple(replace(u, role="coordinate") for u in inherited)
        low = lowered(paragraph.text)
        if not own and _CHECKS.match(low, found.start) and not DOES_MORE.match(low, found.start):
            return tuple(u for u in inherited if u.role != "coordinate") or inherited
        return (*(u for u in inherited if u.role != "coordinate" or not own), *own)
