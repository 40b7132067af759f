"""Assignments in running text: a subject and its verb, "giao", "đề nghị", or work listed under a heading that is a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import repeat

from kehoach.extract.asked_units import asked_before
from kehoach.extract.assignments import Assignment, ClauseReader
from kehoach.extract.attached_units import attached, by_whom
from kehoach.extract.binding_times import BoundTime, bound_times
from kehoach.extract.joined_lists import lists_joined
from kehoach.extract.labelled_tasks import LabelledLines
from kehoach.extract.moment_grammar import lowered
from kehoach.extract.paragraphs import Paragraph, clauses, paragraphs
from kehoach.extract.quotations import quotations
from kehoach.extract.stated_duties import QUOTA, only_states
from kehoach.extract.subjects import JUDGING, Subjects, does_as_listed, unit
from kehoach.extract.unit_grammar import UnitGrammar
from kehoach.extract.work_pieces import (
    ADVICE,
    NEW_SUBJECT,
    Work,
    as_before,
    finished_by,
    goes_on,
    merged,
    papers_sent,
    split,
    time_within,
    with_more,
    with_receiver,
)
from kehoach.model.document import Document
from kehoach.model.fact import UnitMention
from kehoach.model.section import Outline
from kehoach.model.time import When
from kehoach.rules.load import Rules
from kehoach.rules.needs import Sieve

_INTRODUCES = re.compile(r"(?:như\s+sau|sau\s+đây|sau|dưới\s+đây|cụ\s+thể)\s*:\s*$")
"""The end of a sentence whose works are those of the list below it."""
_CARRY_OUT = Sieve(
    r"(?:\S+\s+){0,6}?(?:triển\s+khai|tổ\s+chức|phối\s+hợp|nghiên\s+cứu)(?:\s*,)?"
    r"(?:\s+(?:và|tổ\s+chức|triển\s+khai|có\s+hiệu\s+quả|nghiêm\s+túc|chặt\s+chẽ|tốt)(?!\w))*\s+thực\s+hiện"
)
_AWARD = re.compile(
    r"(?:(?:xét|quyết\s+định|trao)\s+)*tặng\s+(?:thưởng\s+)?(?:\d+\s+)?(?:giấy\s+khen|bằng\s+khen|cờ|huân|huy|danh\s+hiệu|kỷ\s+niệm)"
)
"""What a body gives to the winners is an award, not its task."""
_EACH = re.compile(
    r"(?:mỗi|từng) (?:đơn vị|cơ quan|sở|ngành|phòng|ban|chi cục|trường|xã|huyện|khoa|đoàn thể)(?:, (?:đơn vị|ban|ngành|phòng|trung tâm|phường|thị trấn|thị xã|thành phố|địa phương))*"
)
"""Each of those that the heading above names: "Các sở A, B: mỗi sở chọn một việc"."""
_CHECKS = re.compile(r"(?:tổ\s+chức\s+|giúp\s+[^,;.]{3,60}?\s)?(?:kiểm\s+tra|theo\s+dõi|đôn\s+đốc|giám\s+sát)(?!\w)")
"""What one does alone, though the work before is done with others."""
_EMULATES = re.compile(
    r"(?<!(?i:cụm) )(?<!(?i:khối) )(?<!(?i:hội đồng) )(?<!(?i:ban) )(?<!vực )(?:(?i:thi đua)$|thi đua(?=\s+[a-zđà-ỹ]))"
)
"""What units compete in is the plan's content, not an assignment."""
_APPEAL = re.compile(
    r"(?:kêu\s+gọi(?!\s+(?:đầu\s+tư|vốn|tài\s+trợ|xã\s+hội\s+hóa|ủng\s+hộ|các\s+nguồn))|mong(?:\s+muốn)?|tin\s+tưởng)(?!\w)|(?:đạt|xếp\s+loại)\s[^.;]*?\sđược\s+(?:công\s+nhận|xếp|xét|tặng)(?!\w)"
    r"|(?:xếp|dẫn\s+đầu|đạt|đứng|có|được)\s+(?:[^\s.;]+\s+){0,16}?được\s+(?:(?:xem\s+)?xét|suy\s+tôn|đề\s+nghị|lựa\s+chọn)(?!\w)[^.;]*?(?:tặng|khen\s+thưởng|công\s+nhận)(?!\w)"
    r"|chịu\s+trách\s+nhiệm\s+trước\s[^.;]*?\snếu\s|(?:được\s+đề\s+nghị\s+)phải\s+đạt(?!\w)"
)
"""What a body appeals for or hopes, or what becomes of it, is no assignment."""
_LONGEST_LEVEL = 5  # words of a level of government where it stands for the bodies there
_WORDS = re.compile(r"[^\W_]")
_SIGNING_OFF = re.compile(r"trên\s+đây\s+là|kế\s+hoạch\s+này\s+(?:(?:đã\s+)?được|có\s+hiệu|áp)")


def works(document: Document, outline: Outline, rules: Rules, grammar: UnitGrammar) -> Iterator[Work]:
    """Every assignment of the running text, in order."""
    reader = _Running(outline, grammar, asked_before(document, outline, grammar))
    found: list[tuple[Paragraph, Work]] = []
    for paragraph in paragraphs(document, outline, rules):
        named = paragraph.heading or reader.subjects.is_unit_line(paragraph)
        if named and not reader.is_sentence(paragraph):
            reader.subjects.heading(paragraph)
        elif not (paragraph.describes or "|" in paragraph.text):
            found.extend((paragraph, work) for work in reader.read(paragraph))
    taken = {(outline.nodes[p.node].parent, u.span) for p, work in found if p.node is not None for u in work.units}
    labelled = reader.labels.found
    for lines in labelled.values():
        if lines.units:
            yield Work(lines.path, lines.span, tuple(lines.units), lines.when, "task.labelled", lines.product)
    for paragraph, work in found:
        if paragraph.node in labelled and work.rule in ("task.heading", "task.listed", "task.subject"):
            continue
        handed_down = all((paragraph.node, u.span) in taken for u in work.units)
        if not (handed_down and _INTRODUCES.search(lowered(paragraph.text))):
            yield work


class _Running:
    """Reads paragraphs in order; ``subjects`` remembers whom they name."""

    def __init__(self, outline: Outline, grammar: UnitGrammar, asked: tuple[UnitMention, ...]) -> None:
        self.outline, self.grammar = outline, grammar
        self.subjects = Subjects(outline, grammar, asked)
        self.labels = LabelledLines(outline, grammar)

    def read(self, paragraph: Paragraph) -> Iterator[Work]:
        paragraph = replace(paragraph, text=lists_joined(paragraph.text, self.grammar))
        stop = self.labels.read(paragraph)
        clause_reader = ClauseReader(paragraph.text, self.grammar)
        self.subjects.note_things(paragraph)
        times = bound_times(paragraph.text)
        quoted = [(q.start, q.end) for q in quotations(paragraph.text)]
        above, assigning = self.subjects.above(paragraph), self.subjects.assigning(paragraph)
        named: tuple[UnitMention, ...] = ()
        pieces: list[Work] = []
        for n, (start, end) in enumerate(clauses(paragraph.text, 0, stop)):
            if any(a <= start < b for a, b in quoted):
                continue
            going_on = goes_on(clause_reader.low, start)
            if not going_on:
                named = tuple(u for u in named if u.role != "coordinate") if assigning else ()
            when = time_within(times, start, end)
            done = finished_by(paragraph, pieces[-1], clause_reader.low, (start, end), when) if pieces else None
            if going_on and done:
                pieces[-1] = done
                continue
            listed = n == 0 and self.subjects.listing(paragraph)
            found = clause_reader.read(start, end, listed=listed)
            if work := self._given_behind(paragraph, (start, end), found, above, when, assigning=assigning):
                pieces.append(work)
                continue
            if found is None:
                if pieces and when is not None and (sent := papers_sent(paragraph, pieces, (start, end), when)):
                    pieces.append(sent)
                elif going_on and pieces and not NEW_SUBJECT.match(clause_reader.low, start):
                    pieces[-1:] = with_more(paragraph, pieces[-1], (start, end), when)
                continue
            if not self._counts(paragraph, found, (start, end), times, going_on=bool(named) and going_on):
                if found.told:
                    self.subjects.last = tuple(unit(paragraph, actor) for actor in found.actors)
                continue
            if found.joint and (self.subjects.asking(paragraph) or (going_on and pieces)):
                found = found.helping()
            given = named or (above if paragraph.node is not None else self.subjects.last)
            units = self._units(paragraph, found, given, advising=bool(pieces) and pieces[-1].advises)
            if not units:
                continue
            cut = split(paragraph, clause_reader, found, units, times, clause_start=start)
            if going_on and not found.named and pieces:
                cut = map(as_before, cut, repeat(pieces[-1]))
            pieces.extend(piece for piece in cut if _WORDS.search(paragraph.text, piece.span.start - paragraph.start))
            if found.named or found.in_charge:
                named = _going_on_with(units, found, clause_reader.low)
            if found.named:
                self.subjects.remember(paragraph, units, listed=found.listed)
            if found.formula and pieces:
                pieces[-1:] = with_receiver(paragraph, pieces[-1], clause_reader.receivers(found))
        yield from merged(pieces)

    def _given_behind(
        self,
        paragraph: Paragraph,
        clause: tuple[int, int],
        found: Assignment | None,
        above: tuple[UnitMention, ...],
        when: When | None,
        *,
        assigning: bool,
    ) -> Work | None:
        """The work of a clause without a subject of its own that names units behind it; where these only help, those of
        the heading above lead."""
        if found is not None and found.named:
            return None
        behind = attached(paragraph.text, *clause, self.grammar)
        if behind is None and assigning and (found is None or not found.verbal):
            behind = by_whom(paragraph.text, *clause, self.grammar)
        if behind is None:
            return None
        printed = [(f"{u.head} {paragraph.text[u.start : u.end]}", u) for u in behind.units]
        own = tuple(UnitMention(" ".join(name.split()), u.role, paragraph.span(u.start, u.end)) for name, u in printed)
        leads = () if any(u.role != "coordinate" for u in own) else above
        return Work(paragraph.path, paragraph.span(clause[0], behind.end), (*leads, *own), when, "task.behind")

    def is_sentence(self, paragraph: Paragraph) -> bool:
        """A line that stands like a heading but says who does what."""
        if not paragraph.heading or not self.subjects.assigning(paragraph):
            return False
        found = ClauseReader(paragraph.text, self.grammar).read(0, len(paragraph.text))
        return found is not None and found.named and not found.listed and found.end > found.start

    def _units(
        self, paragraph: Paragraph, found: Assignment, inherited: tuple[UnitMention, ...], *, advising: bool
    ) -> tuple[UnitMention, ...]:
        own = tuple(unit(paragraph, actor) for actor in found.actors)
        if found.named:
            return inherited if inherited and (_each(own) or _in_short(own, inherited)) else own
        if not inherited:
            return own
        low = lowered(paragraph.text)
        if not own and not advising and _CHECKS.match(low, found.start):
            return tuple(u for u in inherited if u.role != "coordinate") or inherited
        return (*(u for u in inherited if u.role != "coordinate" or not own), *own)

    def _counts(
        self,
        paragraph: Paragraph,
        found: Assignment,
        clause: tuple[int, int],
        times: tuple[BoundTime, ...],
        *,
        going_on: bool,
    ) -> bool:
        """Whether the clause assigns work, by where it stands and who is its subject."""
        low = lowered(paragraph.text)
        if _SIGNING_OFF.match(low, found.start if found.formula else clause[0]) or _AWARD.match(low, found.start):
            return False
        if _APPEAL.match(low, found.start) and not found.told:
            return False
        work = low[found.start : found.end]
        unlabelled = not paragraph.opens and ("kế hoạch này" in work or len(work.split()) <= 8)
        asks_for_something = "báo cáo" in work or any(clause[0] <= t.start < clause[1] for t in times)
        if paragraph.closing:
            return found.formula or (found.told and asks_for_something)
        signs_off = self._last(paragraph) or unlabelled
        if found.told and not asks_for_something and signs_off and _CARRY_OUT.match(low, found.start):
            return False
        assigning = self.subjects.assigning(paragraph)
        if not found.named:
            return going_on or (assigning and not self.subjects.is_thing(paragraph))
        if found.listed and not found.told and QUOTA.match(low, found.start):
            return False
        if found.listed and self._lists_people(paragraph.text, low, found.start):
            return False
        if not assigning and any(_EMULATES.search(paragraph.text[a.name.start : a.name.end]) for a in found.actors):
            return False
        kinds = set(paragraph.kinds)
        if kinds & {"purpose", "requirements"} and not assigning and clause[0] > 3:
            return False
        scheduled = bool({"schedule", "funding"} & kinds) and (asks_for_something or "dự toán" in work)
        if (
            JUDGING & kinds
            and "requirements" not in kinds
            and not (assigning or scheduled or does_as_listed(paragraph))
        ):
            return False
        if not (assigning or found.told) and only_states(
            _printed(paragraph.text, found), work, kinds, timed=any(clause[0] <= t.start < clause[1] for t in times)
        ):
            return False
        people = all(self.grammar.kind(paragraph.text, a.name) in ("people", "") for a in found.actors)
        if people and not found.told and not self.subjects.organizing(paragraph):
            return False
        levels = [a.name for a in found.actors if self.grammar.kind(paragraph.text, a.name) == "level"]
        if levels and not (going_on or self.subjects.organizing(paragraph)):
            return False
        if any(len(paragraph.text[name.start : name.end].split()) > _LONGEST_LEVEL for name in levels):
            return False
        leads = [a for a in found.actors if a.role != "coordinate"]
        kinds_of = {self.grammar.kind(paragraph.text, a.name) for a in leads if not a.name.head}
        bodies = kinds_of <= {"body", "post", "group", "place"}
        verbal = bool(self.grammar.verb(low, found.start))
        if found.listed and "%" in work and not self.subjects.organizing(paragraph):
            return False
        return found.told or assigning or not found.listed or (bodies and verbal)

    def _lists_people(self, text: str, low: str, at: int) -> bool:
        """Whether what stands behind a colon says who belongs to the unit, and no work."""
        if low.startswith(("gồm", "bao gồm", "đại diện"), at):
            return True
        return self.grammar.begins(low, at) and not self.grammar.names(text, at)

    def _last(self, paragraph: Paragraph) -> bool:
        """Whether it is the last paragraph of a body without a closing of its own."""
        nodes = self.outline.nodes
        return self.outline.closing is None and paragraph.start + len(paragraph.text) + 2 >= nodes[-1].extent.end


def _each(units: tuple[UnitMention, ...]) -> bool:
    return all(_EACH.fullmatch(unit.printed.lower()) for unit in units)


def _in_short(own: tuple[UnitMention, ...], above: tuple[UnitMention, ...]) -> bool:
    """Whether a sentence names in short whom the heading above names ("Sở" under "Sở GD&ĐT Yên Bái")."""
    if len(own) != 1 or len(above) != 1:
        return False
    short, full = ("".join(filter(str.isalnum, unit.printed.lower())) for unit in (*own, *above))
    return len(short) < len(full) and full.startswith(short)


def _printed(text: str, found: Assignment) -> list[str]:
    """Who leads, as printed, in lower case."""
    names = (actor.name for actor in found.actors if actor.role != "coordinate")
    return [lowered(f"{name.head} {text[name.start : name.end]}".strip()) for name in names]


def _going_on_with(units: tuple[UnitMention, ...], found: Assignment, low: str) -> tuple[UnitMention, ...]:
    """The units that the next clauses of the sentence go on with: coordinators only of one who is told or in charge."""
    kept = found.told or ADVICE.match(low, found.start)
    return units if kept else tuple(u for u in units if u.role != "coordinate")
