"""Works whose units stand on lines of their own: "Cơ quan chủ trì: ...", "Đơn vị phối hợp: ...", "Thời gian: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kehoach.extract.tasks.assignments import ClauseReader
from kehoach.extract.tasks.labelled_units import beside_helpers
from kehoach.extract.tasks.unit_cell import cell_units
from kehoach.extract.tasks.work_pieces import time_within
from kehoach.extract.text.paragraphs import Paragraph, clauses
from kehoach.extract.times.binding_times import bound_times
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.times.time_grammar import find
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.model.document import Span
from kehoach.model.fact import UnitMention
from kehoach.model.plan import Role
from kehoach.model.section import Outline
from kehoach.model.time import When
from kehoach.rules.needs import Sieve

_NOUN = r"(?:đơn\s+vị|cơ\s+quan|bộ\s+phận|người|cán\s+bộ|cá\s+nhân|lực\s+lượng|lãnh\s+đạo(?:\s+(?:sở|ủy\s+ban|cơ\s+quan|đơn\s+vị))?|phân\s+công)"
_VERB = r"chủ\s+trì|phối\s+hợp|thực\s+hiện|phụ\s+trách|chịu\s+trách\s+nhiệm|tham\s+mưu|đầu\s+mối|theo\s+dõi|giám\s+sát|chỉ\s+đạo|tham\s+gia"
_MORE = r"(?:\s*(?:,|và)?\s+(?:thực\s+hiện|chính|tham\s+mưu|phối\s+hợp|tổ\s+chức|triển\s+khai))*(?:\s*\([^()]*\))?"
_LABEL = Sieve(
    rf"(?:{_NOUN}(?:\s*,\s*{_NOUN})?\s+(?P<noun>{_VERB}){_MORE}(?:\s*:\s*|\s+(?=(?:các\s+(?:sở|ban|phòng|ngành|đơn\s+vị|cơ\s+quan|xã|phường|huyện|trường|khoa|tổ|địa\s+phương|cấp|hội|đoàn\s+thể|thành\s+viên)|sở|ubnd|ủy\s+ban|văn\s+phòng|phòng|ban|công\s+an)\s))"
    rf"|(?P<verb>chủ\s+trì|phối\s+hợp|phụ\s+trách|thực\s+hiện|phân\s+công){_MORE}\s*:\s*"
    r"|(?P<work>(?:nội\s+dung|nhiệm\s+vụ|công\s+việc)(?:\s+(?:thực\s+hiện|công\s+việc|hoạt\s+động|nhiệm\s+vụ|cụ\s+thể))?\s*:\s*)"
    r"|(?P<time>(?:thời\s+gian|thời\s+hạn|tiến\s+độ|hoàn\s+thành)(?:\s+(?:thực\s+hiện|hoàn\s+thành|tổ\s+chức|triển\s+khai|báo\s+cáo))*(?P<else>(?:\s+[^\s,;:.()]+){1,3}?)?\s*:\s*)"
    r"|(?P<product>(?:(?:sản\s+phẩm|kết\s+quả\s+đầu\s+ra)(?:\s+\S+){0,2}?|kết\s+quả)\s*:\s*))"
)
_WORKS = Sieve(r"(?:(?:các|những)\s+)?(?:hoạt\s+động|nội\s+dung|nhiệm\s+vụ|công\s+việc)(?!\w)[^:;]{0,40}:?\s*$")
"""A line over the works of a list."""
_BEGIN = re.compile(r"(?:^|[.;]\s+|\s-\s|^\s*[-+*]\s*)(?:\(?\s*)")
_ROLES: tuple[tuple[str, Role], ...] = (
    ("lãnh đạo", "supervise"), ("chỉ đạo", "supervise"),
    ("chủ trì", "lead"), ("phụ trách", "lead"), ("chịu trách nhiệm", "lead"), ("đầu mối", "lead"),
    ("phối hợp", "coordinate"), ("tham gia", "coordinate"), ("theo dõi", "supervise"), ("giám sát", "supervise"),
    ("tham mưu", "advise"),
)  # fmt: skip
_DEFAULT: Role = "implement"
_SAYS = 8
"""Words of a line that says a work, whatever its first word."""
_LEADING = 3
"""Signs that may stand before the first label of a line."""
_LISTED = Sieve(r"[-+*•a-zđ]")
"""Labels of the lines of a list."""


@dataclass(frozen=True)
class Labelled:
    """A work and what labelled lines say of it. ``span`` are the words of the work."""

    path: str | None
    span: Span
    units: tuple[UnitMention, ...] = ()
    when: When | None = None
    product: str | None = None


@dataclass
class _Block:
    """The labelled lines that stand together; filled line by line. ``works`` by their nodes: those that lines of the
    block say, else the one that the node above says."""

    above: dict[int, Labelled]
    works: dict[int, Labelled] = field(default_factory=dict)
    units: list[UnitMention] = field(default_factory=list)
    when: When | None = None
    product: str | None = None

    def told(self) -> dict[int, Labelled]:
        return {
            node: replace(
                work,
                units=beside_helpers(tuple(self.units)),
                when=work.when or self.when,
                product=work.product or self.product,
            )
            for node, work in (self.works or self.above).items()
            if self.units
        }


class LabelledLines:
    """Collects labelled lines by the node whose work they speak of. Lines below a label that stands alone ("b) Cơ quan thực
    hiện:") stand with the lines beside that label."""

    def __init__(self, outline: Outline, grammar: UnitGrammar) -> None:
        self.outline, self.grammar = outline, grammar
        self._blocks: dict[int, _Block] = {}
        self._full: list[_Block] = []
        self._alone: dict[int, re.Match[str]] = {}
        self._unlabelled = set[int]()
        self._beside_time: dict[int | None, When] = {}
        self._timed_lists: dict[int | None, When] = {}
        self.due: dict[int, When] = {}
        """Times that labelled lines say for what their own node says, or the lines before them ("- Thời gian: tháng 8")."""

    def told(self) -> dict[int, Labelled]:
        """The works whose units labelled lines name, by node."""
        return {node: work for block in (*self._full, *self._blocks.values()) for node, work in block.told().items()}

    def due_of(self, node: int | None) -> When | None:
        """The time that labelled lines say for what a node says, or for the list that it stands in."""
        if node is None:
            return None
        return self.due.get(node) or self._timed_lists.get(self.outline.nodes[node].parent)

    def begins_list(self, paragraph: Paragraph) -> None:
        """Takes note of a line over works, beside one that says when: "b) Thời gian: ...", "d) Các hoạt động chính"."""
        when = self._beside_time.get(self._parent(paragraph)) if paragraph.opens else None
        if when is not None and _WORKS.match(lowered(paragraph.text)):
            self._timed_lists[paragraph.node] = when

    def _parent(self, paragraph: Paragraph) -> int | None:
        return self.outline.nodes[paragraph.node].parent if paragraph.node is not None else None

    def stands_alone(self, paragraph: Paragraph) -> bool:
        """Whether a line is nothing but a label, of the lines below it."""
        low = lowered(paragraph.text)
        mark = _LABEL.match(low) if _LABEL.may_match(low) else None
        if mark is None or paragraph.node is None or not paragraph.opens or low[mark.end() :].strip(" .:"):
            return False
        self._alone[paragraph.node] = mark
        return True

    def read(self, paragraph: Paragraph) -> int | None:
        """Takes in the labelled lines of a paragraph. Returns where the first begins, None where there is none."""
        if paragraph.node is None:
            return None
        low = lowered(paragraph.text)
        begins = _BEGIN.finditer(low) if _LABEL.may_match(low) else ()
        marks = [m for begin in begins if (m := _LABEL.match(low, begin.end())) is not None]
        marks = [m for m in marks if not self._says_works(paragraph.text, m)]
        at = 0
        if marks and marks[0]["work"] is not None:
            at = marks[0].end()
            if len(marks) == 1:
                self._add_work(paragraph, at)
            marks = marks[1:]
        if not marks:
            self._below_label(paragraph)
            says = self.grammar.verb(low, 0) or (len(low.split()) >= _SAYS and not self.grammar.begins(low, 0))
            if paragraph.opens and not paragraph.heading and says:
                self._unlabelled.add(paragraph.node)
            return None
        block = self._block(paragraph, at, marks[0].start())
        if block is None:
            return None
        for mark, following in zip(marks, [*marks[1:], None], strict=True):
            end = following.start() if following is not None else len(paragraph.text)
            self._take(paragraph, block, mark, end)
        return marks[0].start() if block.units else None

    def _says_works(self, text: str, mark: re.Match[str]) -> bool:
        """Whether several sentences stand behind a label, each with its subject: "Cơ quan thực hiện: Sở A lập danh mục ...; các xã
        rà soát ..."."""
        if not (mark["noun"] or mark["verb"]):
            return False
        reader, several = ClauseReader(text, self.grammar), list(clauses(text, mark.end()))
        told = [reader.read(*clause) for clause in several]
        return len(several) > 1 and all(
            found is not None
            and found.named
            and not (found.guessed or found.listed)
            and found.actors[0].name.start == clause[0]
            and len(text[found.start : found.end].split()) >= _SAYS
            for clause, found in zip(several, told, strict=True)
        )

    def sentences_from(self, paragraph: Paragraph) -> int:
        """Where the sentences of a line begin behind a label that holds nothing else; 0 where none does."""
        low = lowered(paragraph.text)
        mark = _LABEL.match(low) if paragraph.node is not None and _LABEL.may_match(low) else None
        return mark.end() if mark is not None and self._says_works(paragraph.text, mark) else 0

    def above(self, paragraph: Paragraph) -> re.Match[str] | None:
        """The label that stands alone above a line."""
        parent = self.outline.nodes[paragraph.node].parent if paragraph.node is not None and paragraph.opens else None
        return self._alone.get(parent) if parent is not None else None

    def labels(self, paragraph: Paragraph) -> bool:
        """Whether a line is labelled, by its own first words or by the label above it."""
        low = lowered(paragraph.text)
        return self.above(paragraph) is not None or (_LABEL.may_match(low) and _LABEL.match(low) is not None)

    def _below_label(self, paragraph: Paragraph) -> None:
        """Takes in a line below a label that stands alone: a work, or units."""
        mark = self.above(paragraph)
        if mark is None:
            return
        if mark["work"] is not None:
            self._add_work(paragraph, 0)
        elif mark["noun"] or mark["verb"]:
            block = self._block(paragraph, 0, 0)
            if block is not None:
                self._take(paragraph, block, mark, len(paragraph.text), 0)

    def _add_work(self, paragraph: Paragraph, at: int) -> None:
        """A work that a line says ("Nội dung: ..."), for the lines that stand beside it."""
        words = paragraph.text[at:].rstrip(" .;")
        key = self._beside(paragraph) if paragraph.opens else None
        if key is None or paragraph.node is None or not words:
            return
        if key in self._blocks and self._blocks[key].units:
            self._full.append(self._blocks.pop(key))
        when = time_within(bound_times(paragraph.text), at, len(paragraph.text))
        work = Labelled(paragraph.path, paragraph.span(at, at + len(words)), when=when)
        self._at(key).works[paragraph.node] = work

    def _beside(self, paragraph: Paragraph) -> int | None:
        """The node above the lines that a line stands beside."""
        n = paragraph.node
        if n is not None and paragraph.opens:
            n = self.outline.nodes[n].parent
        return self.outline.nodes[n].parent if n is not None and n in self._alone else n

    def _block(self, paragraph: Paragraph, at: int, first: int) -> _Block | None:
        """The block of a line whose first label begins at ``first``: words before it are the work."""
        if first > at + _LEADING and paragraph.node is not None:
            words = paragraph.text[at:first].rstrip(" -;(")
            when = time_within(bound_times(paragraph.text), at, first)
            own = Labelled(paragraph.path, paragraph.span(at, at + len(words)), when=when)
            return self._blocks.setdefault(paragraph.node, _Block({paragraph.node: own}))
        key = self._beside(paragraph)
        if key is None:
            return None
        if paragraph.opens or key in self._blocks:
            return self._at(key)
        block = self._at(key)
        block.above.update(self._sharing(key))
        if (said := block.above.get(key)) is not None:
            end = max(said.span.start, min(said.span.end, paragraph.start))
            block.above[key] = replace(said, span=Span(said.span.start, end))
        return block

    def _at(self, key: int) -> _Block:
        node = self.outline.nodes[key]
        above = {key: Labelled(node.path, node.heading)} if len(node.heading) else {}
        return self._blocks.setdefault(key, _Block(above))

    def _sharing(self, key: int) -> Iterator[tuple[int, Labelled]]:
        """The works right before that of ``key``, in one list, for which lines below it speak too."""
        node = self.outline.nodes[key]
        before = [] if node.parent is None else [n for n, _ in self.outline.children(node.parent) if n < key]
        for n in reversed(before if _LISTED.match(node.label) else []):
            if n not in self._unlabelled or n in self._blocks:
                return
            yield n, Labelled(self.outline.nodes[n].path, self.outline.nodes[n].heading)

    def _take(
        self, paragraph: Paragraph, block: _Block, mark: re.Match[str], end: int, start: int | None = None
    ) -> None:
        start = mark.end() if start is None else start
        words = paragraph.text[start:end]
        if mark["time"] is not None:
            times = [m.when for m in find(words, cell=True)]
            when = next((w for w in times if w.start is not None or w.end is not None), None)
            block.when = block.when or when
            if when is not None and paragraph.opens and mark.start() <= _LEADING:
                self._beside_time[self._parent(paragraph)] = when
            if when is not None and mark["else"] is None:
                self.due.update((node, when) for node in self._timed(paragraph, mark) if node not in self.due)
        elif mark["product"] is not None:
            block.product = block.product or " ".join(words.split()).strip(" .;-") or None
        elif mark["work"] is None:
            label = " ".join(mark[0].split())
            role = next((found for word, found in _ROLES if word in label), _DEFAULT)
            block.units.extend(self._units(paragraph, start, words, role))

    def _timed(self, paragraph: Paragraph, mark: re.Match[str]) -> list[int]:
        """The nodes that a time is said of: that of its own line, or, where the line is one of a list and says nothing but
        the time, the lines above it."""
        n = paragraph.node
        if n is None or not paragraph.opens or mark.start() > _LEADING:
            return [] if n is None else [n]
        node = self.outline.nodes[n]
        if node.parent is None or not _LISTED.match(node.label):
            return []
        return [m for m, other in self.outline.children(node.parent) if m < n and _LISTED.match(other.label)]

    def _units(self, paragraph: Paragraph, at: int, words: str, role: Role) -> Iterator[UnitMention]:
        for cell in cell_units(words, role, self.grammar):
            printed = " ".join(f"{cell.head} {words[cell.start : cell.end]}".split())
            yield UnitMention(printed, cell.role, paragraph.span(at + cell.start, at + cell.end))
