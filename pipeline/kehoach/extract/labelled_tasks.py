"""Works whose units stand on lines of their own: "Cơ quan chủ trì: ...", "Đơn vị phối hợp: ...", "Thời gian: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kehoach.extract.binding_times import bound_times
from kehoach.extract.moment_grammar import lowered
from kehoach.extract.paragraphs import Paragraph
from kehoach.extract.time_grammar import find
from kehoach.extract.unit_cell import cell_units
from kehoach.extract.unit_grammar import UnitGrammar
from kehoach.extract.work_pieces import time_within
from kehoach.model.document import Span
from kehoach.model.fact import UnitMention
from kehoach.model.plan import Role
from kehoach.model.section import Outline
from kehoach.model.time import When
from kehoach.rules.needs import Sieve

_NOUN = r"(?:đơn\s+vị|cơ\s+quan|bộ\s+phận|người|cán\s+bộ|cá\s+nhân|lực\s+lượng|phân\s+công)"
_VERB = r"chủ\s+trì|phối\s+hợp|thực\s+hiện|phụ\s+trách|chịu\s+trách\s+nhiệm|tham\s+mưu|đầu\s+mối|theo\s+dõi|giám\s+sát|tham\s+gia"
_MORE = r"(?:\s*(?:,|và)?\s+(?:thực\s+hiện|chính|tham\s+mưu|phối\s+hợp|tổ\s+chức|triển\s+khai))*(?:\s*\([^()]*\))?"
_LABEL = Sieve(
    rf"(?:{_NOUN}(?:\s*,\s*{_NOUN})?\s+(?P<noun>{_VERB}){_MORE}(?:\s*:\s*|\s+(?=(?:các|sở|ubnd|ủy\s+ban|văn\s+phòng|phòng|ban|công\s+an)\s))"
    rf"|(?P<verb>chủ\s+trì|phối\s+hợp|phụ\s+trách|thực\s+hiện|phân\s+công){_MORE}\s*:\s*"
    r"|(?P<work>nội\s+dung(?:\s+(?:thực\s+hiện|công\s+việc|hoạt\s+động))?\s*:\s*)"
    r"|(?P<time>(?:thời\s+gian|thời\s+hạn|tiến\s+độ|hoàn\s+thành)(?:\s+(?:thực\s+hiện|hoàn\s+thành|tổ\s+chức|triển\s+khai|báo\s+cáo))*\s*:\s*)"
    r"|(?P<product>(?:sản\s+phẩm|kết\s+quả\s+đầu\s+ra)(?:\s+\S+){0,2}?\s*:\s*))"
)
_BEGIN = re.compile(r"(?:^|[.;]\s+|\s-\s|^\s*[-+*]\s*)(?:\(?\s*)")
_ROLES: tuple[tuple[str, Role], ...] = (
    ("chủ trì", "lead"), ("phụ trách", "lead"), ("chịu trách nhiệm", "lead"), ("đầu mối", "lead"),
    ("phối hợp", "coordinate"), ("tham gia", "coordinate"), ("theo dõi", "supervise"), ("giám sát", "supervise"),
    ("tham mưu", "advise"),
)  # fmt: skip
_DEFAULT: Role = "implement"


@dataclass
class Labelled:
    """What the labelled lines of one node say; filled line by line. ``span`` are the words of the work."""

    path: str | None
    span: Span
    units: list[UnitMention] = field(default_factory=list)
    when: When | None = None
    product: str | None = None


class LabelledLines:
    """Collects labelled lines by the node whose work they speak of. ``works`` are the works that a line beside says."""

    def __init__(self, outline: Outline, grammar: UnitGrammar) -> None:
        self.outline, self.grammar = outline, grammar
        self.found: dict[int, Labelled] = {}
        self.works: dict[int, tuple[int, Labelled]] = {}

    def read(self, paragraph: Paragraph) -> int | None:
        """Takes in the labelled lines of a paragraph. Returns where the first begins, None where there is none."""
        low = lowered(paragraph.text)
        begins = _BEGIN.finditer(low) if _LABEL.may_match(low) else ()
        marks = [m for begin in begins if (m := _LABEL.match(low, begin.end())) is not None]
        if marks and marks[0]["work"] is not None:
            marks = self._behind_work(paragraph, marks)
        names_units = any(m["noun"] or m["verb"] for m in marks)
        if not marks or paragraph.node is None or not (names_units or self._known(paragraph)):
            return None
        owner = self._owner(paragraph, marks[0].start())
        if owner is None:
            return None
        for mark, following in zip(marks, [*marks[1:], None], strict=True):
            end = following.start() if following is not None else len(paragraph.text)
            self._take(paragraph, owner, mark, end)
        return marks[0].start()

    def _behind_work(self, paragraph: Paragraph, marks: list[re.Match[str]]) -> list[re.Match[str]]:
        """The marks behind "Nội dung: ...", which says the work of the lines that stand beside it."""
        node = self.outline.nodes[paragraph.node] if paragraph.node is not None and paragraph.opens else None
        words = paragraph.text[marks[0].end() :].rstrip(" .;")
        if node is not None and node.parent is not None and paragraph.node is not None and words and len(marks) == 1:
            at = marks[0].end()
            when = time_within(bound_times(paragraph.text), at, len(paragraph.text))
            work = Labelled(paragraph.path, paragraph.span(at, at + len(words)), when=when)
            self.works[node.parent] = paragraph.node, work
        return marks[1:]

    def _known(self, paragraph: Paragraph) -> bool:
        """Whether a line of units stands beside this line already."""
        node = self.outline.nodes[paragraph.node] if paragraph.node is not None else None
        return node is not None and (node.parent in self.found or paragraph.node in self.found)

    def _owner(self, paragraph: Paragraph, first: int) -> Labelled | None:
        """The node whose work the lines speak of: its own paragraph where words stand before, else the one above."""
        n = paragraph.node
        if n is None:
            return None
        if first > 3:
            span = paragraph.span(0, len(paragraph.text[:first].rstrip(" -;(")))
            return self.found.setdefault(n, Labelled(paragraph.path, span))
        if paragraph.opens:
            n = self.outline.nodes[n].parent
        if n is None:
            return None
        if n in self.works:
            return self.found.setdefault(*self.works[n])
        node = self.outline.nodes[n]
        return self.found.setdefault(n, Labelled(node.path, node.heading)) if len(node.heading) else None

    def _take(self, paragraph: Paragraph, owner: Labelled, mark: re.Match[str], end: int) -> None:
        words = paragraph.text[mark.end() : end]
        if mark["time"] is not None:
            times = [m.when for m in find(words, cell=True)]
            owner.when = owner.when or next((w for w in times if w.start is not None or w.end is not None), None)
        elif mark["product"] is not None:
            owner.product = owner.product or " ".join(words.split()).strip(" .;-") or None
        else:
            verb = mark["noun"] or mark["verb"]
            role = next((found for word, found in _ROLES if word in " ".join(verb.split())), _DEFAULT)
            owner.units.extend(self._units(paragraph, mark.end(), words, role))

    def _units(self, paragraph: Paragraph, at: int, words: str, role: Role) -> Iterator[UnitMention]:
        for cell in cell_units(words, role, self.grammar):
            printed = " ".join(f"{cell.head} {words[cell.start : cell.end]}".split())
            yield UnitMention(printed, cell.role, paragraph.span(at + cell.start, at + cell.end))
