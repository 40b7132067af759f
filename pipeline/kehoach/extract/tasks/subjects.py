"""Whom the headings and paragraphs read so far name, so that the lines below them have their subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.extract.tasks.assignment import Actor
from kehoach.extract.tasks.heading_units import HeadingUnits
from kehoach.extract.tasks.heading_words import ONLY_DUTY
from kehoach.extract.tasks.named_above import all_at_large
from kehoach.extract.tasks.stems import does_as_listed, works_with
from kehoach.extract.text.paragraphs import Paragraph
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.named_units import Names
from kehoach.extract.units.natural_ends import guessed
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.model.fact import UnitMention
from kehoach.model.section import Outline, SectionKind

ASSIGNING: frozenset[SectionKind] = frozenset({"organization", "tasks", "reporting"})
"""Kinds of sections whose sentences assign work."""
JUDGING: frozenset[SectionKind] = frozenset(
    {"purpose", "theme", "objectives", "targets", "criteria", "scope", "funding"}
)
"""Kinds of sections in which a unit as subject is described or judged, not told what to do."""

_GOALS: frozenset[SectionKind] = frozenset({"targets", "objectives"})
_JUDGED: frozenset[SectionKind] = frozenset({"criteria", "purpose", "scope", "theme"})
"""Among the goals what stands under a department's name is its work; among standards and aims it is not."""
_LONGEST_LINE, _LONGEST_LIST = 90, 200
"""Characters of a line that names one unit, or several, and nothing else."""
_FEWEST_BEHIND = 4
"""Words behind a name with which a line is no name alone."""
_LISTS_THINGS = re.compile(
    r"(?:gồm(?:\s+có)?|bao\s+gồm|tài\s+liệu|hồ\s+sơ|thành\s+phần|số\s+lượng)(?!\w)[^.;]{0,90}:\s*$|\sgồm(?:\s+có)?\s*$"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """Who is to do something by the words of a node; ``opens_list`` tells that they introduce the nodes below."""

    units: tuple[UnitMention, ...]
    opens_list: bool


class Subjects:
    """Filled paragraph by paragraph, in order. ``asked``: to whom the document speaks, where it is a letter."""

    def __init__(self, outline: Outline, grammar: UnitGrammar, asked: tuple[UnitMention, ...] = ()) -> None:
        self.outline, self.grammar, self.asked = outline, grammar, asked
        self.headings = HeadingUnits(outline, grammar)
        self.heads: dict[int, tuple[UnitMention, ...]] = {}
        self.said: dict[int, _Said] = {}
        self.things: set[int] = set()
        self.asks: set[int] = set()
        self.joins: set[int] = set()
        self.opened: set[int] = set()
        self.colons: set[int | None] = set()
        self.beside: dict[int | None, tuple[int, tuple[UnitMention, ...]]] = {}
        self.last: tuple[UnitMention, ...] = ()
        kinds = [(n, set(node.kinds)) for n, node in enumerate(outline.nodes)]
        self._assign = {n for n, own in kinds if ASSIGNING & own}
        self._organize = {n for n, own in kinds if "organization" in own}
        self._own = {n for n, own in kinds if own - {"other", "content"}}

    def heading(self, paragraph: Paragraph) -> None:
        """Takes note of a heading, or of a line like one, that names units and nothing else."""
        if paragraph.node is None:
            return
        if lowered(paragraph.text).startswith("đề nghị"):
            self.asks.add(paragraph.node)
        self.beside.pop(self.outline.nodes[paragraph.node].parent, None)
        if works_with(paragraph.text):
            self.joins.add(paragraph.node)
        names = self.headings.named(paragraph, assigning=self.assigning(paragraph))
        if names is None or "annex" in self.outline.nodes[paragraph.node].kinds:
            return
        aside = lowered(paragraph.text).startswith("đối với")
        if aside and "content" in paragraph.kinds and not self.assigning(paragraph):
            return
        if not (self.assigning(paragraph) or self._beside_heads(paragraph)) and _of_a_class(paragraph.text, names):
            return
        kinds = {self.grammar.kind(paragraph.text, name) for name in names.units}
        people = "people" in kinds
        if "level" in kinds and not self.organizing(paragraph):
            return
        own_goals = kinds == {"body"} and _GOALS & set(paragraph.kinds) and not _JUDGED & set(paragraph.kinds)
        if self.assigning(paragraph) or (own_goals and not aside) or not (people or JUDGING & set(paragraph.kinds)):
            units = tuple(unit(paragraph, Actor(name, "lead")) for name in names.units)
            if paragraph.heading or self.headings.over_list(paragraph):
                self.heads[paragraph.node] = units
            else:
                self.said[paragraph.node] = _Said(units, opens_list=True)

    def _beside_heads(self, paragraph: Paragraph) -> bool:
        """Whether headings of the same rank before it name units over their works."""
        parent = self.outline.nodes[paragraph.node].parent if paragraph.node is not None else None
        return any(self.outline.nodes[n].parent == parent for n in self.heads)

    def is_unit_line(self, paragraph: Paragraph) -> bool:
        """A short line of its own that names units and nothing else: a heading that was not seen as one."""
        text = paragraph.text
        if (
            paragraph.closing
            or len(text) > (_LONGEST_LIST if "," in text else _LONGEST_LINE)
            or text.rstrip().endswith((";", ","))
            or not (self.assigning(paragraph) or self.headings.over_list(paragraph))
        ):
            return False
        return self.headings.named(paragraph, assigning=self.assigning(paragraph)) is not None and not self._tells(
            paragraph
        )

    def _tells(self, paragraph: Paragraph) -> bool:
        """Whether a line over no others is likely a sentence with a verb that no vocabulary knows."""
        text = paragraph.text
        if self.headings.over_others(paragraph) or text.rstrip().endswith(":"):
            return False
        names = guessed(text, 0, len(text), self.grammar)
        return names is not None and len(text[names.end :].split()) >= _FEWEST_BEHIND

    def tells_apart(self, paragraph: Paragraph) -> bool:
        """Whether a heading over nodes of its own tells whom they are for."""
        return self.headings.tells_apart(paragraph, assigning=self.assigning(paragraph))

    def above(self, paragraph: Paragraph) -> tuple[UnitMention, ...]:
        """The subject that a paragraph without one takes over."""
        if paragraph.node is None:
            return self.last
        if not paragraph.opens and (own := self.said.get(paragraph.node)):
            return own.units
        for node in self._line(paragraph.node):
            said = self.said.get(node) if node != paragraph.node else None
            if said is not None and said.units and (said.opens_list or self.organizing(paragraph)):
                return said.units
            if node in self.heads:
                return self.heads[node]
            if listed := self._beside(node):
                return listed
        return self.asked if self._of_letter(paragraph) else ()

    def _beside(self, node: int) -> tuple[UnitMention, ...]:
        """The subject of a line above with a colon and no list of its own, whose works stand beside it."""
        line = self.line_over(node)
        return self.beside[self.outline.nodes[node].parent][1] if line is not None else ()

    def line_over(self, node: int) -> int | None:
        """The node with that line, for one that stands beside it."""
        before = self.beside.get(self.outline.nodes[node].parent)
        return before[0] if before is not None and before[0] < node else None

    def listing(self, paragraph: Paragraph) -> bool:
        """Whether the paragraph is a line of works under a unit's name."""
        if self._opened(paragraph) and not self._assigns_by_place(paragraph):
            return False
        if JUDGING & set(paragraph.kinds) and not ASSIGNING & set(paragraph.kinds):
            return False
        headed = paragraph.opens or (paragraph.node is not None and paragraph.node in self.heads)
        return headed and bool(self.above(paragraph)) and not self.is_thing(paragraph)

    def remember(self, paragraph: Paragraph, units: tuple[UnitMention, ...], *, listed: bool) -> None:
        """Takes note of the subject of a sentence; ``listed``: a colon stands between it and its work."""
        opens = paragraph.text.rstrip().endswith(":") or listed
        lead = tuple(_as_lead(u) for u in units)
        self.last = tuple(u for u in lead if u.role != "coordinate")
        if paragraph.node is not None:
            self.said[paragraph.node] = _Said(lead if opens else self.last, opens)
            parent = self.outline.nodes[paragraph.node].parent
            if listed and paragraph.opens:
                self.colons.add(parent)
            self.beside.pop(parent, None)
            if opens and not listed and not self.headings.over_others(paragraph):
                self.beside[parent] = paragraph.node, lead
            if does_as_listed(paragraph):
                self.opened.add(paragraph.node)

    def note_things(self, paragraph: Paragraph) -> None:
        """Takes note of a paragraph that introduces a list of papers, members or numbers."""
        if _LISTS_THINGS.search(lowered(paragraph.text)):
            self.introduces(paragraph)

    def introduces(self, paragraph: Paragraph) -> None:
        """Takes note that what stands below a paragraph are no works."""
        if paragraph.node is not None:
            self.things.add(paragraph.node)

    def helps_above(self, paragraph: Paragraph) -> bool:
        """A line below one that says whom the body above works with."""
        return paragraph.node is not None and self.outline.nodes[paragraph.node].parent in self.joins

    def beside_colons(self, paragraph: Paragraph) -> bool:
        """A line of a list in which lines before it name who acts before a colon, where work is assigned."""
        n = paragraph.node
        beside = n is not None and paragraph.opens and self.outline.nodes[n].parent in self.colons
        return beside and self.organizing(paragraph) and not self.above(paragraph)

    def below_name(self, paragraph: Paragraph, *, begun: bool) -> bool:
        """A line of works right below a heading, or a line with a colon, that names the one who does them, or running text
        there whose sentence has ``begun`` with their work; a section of all at large ("IV. Trách nhiệm của các cơ quan,
        đơn vị") names nobody who could ask the others."""
        nodes, over = self.outline.nodes, paragraph.node
        if over is not None and paragraph.opens:
            over = nodes[over].parent
        elif not begun:
            return False
        if over is None:
            return False
        said, named = self.said.get(over), self.heads.get(over, ())
        of_one = bool(named) and not (nodes[over].parent is None and all_at_large(named))
        return of_one or (said is not None and said.opens_list)

    def is_thing(self, paragraph: Paragraph) -> bool:
        """A line of a list of papers or members, not of works."""
        return paragraph.node is not None and self.outline.nodes[paragraph.node].parent in self.things

    def assigning(self, paragraph: Paragraph) -> bool:
        """Whether sentences here assign work: by the kind of a section around, or under a heading that is a unit."""
        if self.asked and self._of_letter(paragraph):
            return True
        if self._described(paragraph):
            return False
        return self._opened(paragraph) or self._assigns_by_place(paragraph)

    def _described(self, paragraph: Paragraph) -> bool:
        """Whether the next heading above is on who takes part or how it is judged, even below a section that assigns work."""
        nodes = self.outline.nodes
        above = next((n for n in self._line(paragraph.node) if nodes[n].kinds), None)
        return above is not None and set(nodes[above].kinds) <= {"scope", "criteria"}

    def _opened(self, paragraph: Paragraph) -> bool:
        return bool(self.opened) and any(n in self.opened for n in self._line(paragraph.node) if n != paragraph.node)

    def _assigns_by_place(self, paragraph: Paragraph) -> bool:
        return any(n in self.heads or n in self._assign for n in self._line(paragraph.node))

    def _of_letter(self, paragraph: Paragraph) -> bool:
        """Whether the paragraph stands in no section of a kind of its own, so that what the preamble asks holds there."""
        return not any(n in self._own for n in self._line(paragraph.node))

    def asking(self, paragraph: Paragraph) -> bool:
        """Whether a heading above asks ("Đề nghị"): who is asked to act together helps the one who asks."""
        return bool(self.asks) and any(n in self.asks for n in self._line(paragraph.node))

    def organizing(self, paragraph: Paragraph) -> bool:
        """Whether even people at large are assigned work here."""
        return any(n in self._organize for n in self._line(paragraph.node))

    def _line(self, node: int | None) -> Iterator[int]:
        while node is not None:
            yield node
            node = self.outline.nodes[node].parent


def _of_a_class(text: str, names: Names) -> bool:
    """Whether a line names classes of bodies in small letters, and no duty of theirs: "Chi hội", "Các xã, thị trấn"."""
    capitals = any(c.isupper() for name in names.units for c in text[name.start + 1 : name.end])
    return not capitals and ONLY_DUTY.match(lowered(text).rstrip(" .:;"), names.end) is None


def unit(paragraph: Paragraph, actor: Actor) -> UnitMention:
    """The unit as printed, with the words it shares with the name before it."""
    name = actor.name
    printed = f"{name.head} {paragraph.text[name.start : name.end]}"
    return UnitMention(" ".join(printed.split()), actor.role, paragraph.span(name.start, name.end))


def _as_lead(unit: UnitMention) -> UnitMention:
    return UnitMention(unit.printed, "lead", unit.span) if unit.role == "supervise" else unit
